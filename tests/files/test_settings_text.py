from functools import reduce
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.files import (
    CsvSource,
    FileError,
    IdxSource,
    PointsSource,
    encode_experiment,
    override,
    presets,
    read_preset,
)
from playground.files.decoding import MAX_BYTES
from playground.files.settings_text import TITLE, check_files, experiment_from_text, looks_like_settings, settings_text

PRESETS = [preset.id for preset in presets()]


def with_source(experiment, source):
    return msgspec.structs.replace(experiment, data=msgspec.structs.replace(experiment.data, source=source))


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_comes_back_from_both_texts(preset):
    experiment = read_preset(preset)
    assert experiment_from_text(settings_text(experiment)) == experiment
    assert experiment_from_text(encode_experiment(experiment).decode()) == experiment


def test_the_text_is_short_and_says_what_it_is(experiment):
    lines = settings_text(experiment).splitlines()
    assert lines[0] == TITLE
    assert lines[1] == "{"
    assert [line.split('"')[1] for line in lines[2:-1]] == [
        "schema_version",
        "name",
        "description",
        "data",
        "network",
        "training",
    ]
    assert lines[-1] == "}"


WRAPPINGS = {
    "quoted": lambda text: "".join(f"> {line}\n" for line in text.splitlines()),
    "quoted twice": lambda text: "".join(f">> {line}\n" for line in text.splitlines()),
    "quoted apart": lambda text: "".join(f"> > {line}\n" for line in text.splitlines()),
    "fenced": lambda text: f"```json\n{text}```\n",
    "fenced with tildes": lambda text: f"~~~\n{text}~~~",
    "one line": lambda text: text.replace("\n", " ").removeprefix(TITLE),
    "other line ends": lambda text: text.replace("\n", "\r\n"),
    "indented": lambda text: "".join(f"\u00a0\t  {line}\u00a0 \n" for line in text.splitlines()),
    "a letter around": lambda text: f"Dear all,\n\ntry this:\n\n{text}\nBest wishes\n",
    "marks": lambda text: "\ufeff" + text + "\u200b",
    "curly": lambda text: reduce(lambda words, i: words.replace('"', "“”"[i % 2], 1), range(text.count('"')), text),
    "no title": lambda text: text.removeprefix(TITLE),
}


@pytest.mark.parametrize("first", WRAPPINGS)
@pytest.mark.parametrize("second", ["quoted", "fenced", "other line ends", "indented", "a letter around"])
def test_what_happens_to_text_on_its_way(experiment, first, second):
    text = WRAPPINGS[second](WRAPPINGS[first](settings_text(experiment)))
    assert experiment_from_text(text) == experiment


names = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf")) | st.sampled_from(">`#{}\"'“”~"))
numbers = st.floats(1e-6, 10, allow_nan=False)


@given(
    name=names,
    korean=st.text(st.characters(exclude_categories=("Cs",)), max_size=80),
    rate=numbers,
    seed=st.integers(0, 2**31 - 1),
    units=st.lists(st.integers(1, 32), max_size=4),
    source=st.sampled_from(["circles", "blobs"])
    | st.lists(st.tuples(numbers, numbers, st.integers(0, 1)), min_size=6, max_size=12).map(
        lambda rows: PointsSource(points=((0.0, 1.0, 0), (1.0, 0.0, 1), *rows))
    )
    | names.filter(bool).map(lambda text: CsvSource(csv="pasted", label=("y",), text=f"a,y\n{text}")),
    wrapping=st.sampled_from(sorted(WRAPPINGS.keys() - {"curly"})),
)
def test_what_is_copied_is_pasted(name, korean, rate, seed, units, source, wrapping):
    experiment = override(
        read_preset("circles"),
        [f"training.learning_rate={rate!r}", f"network.seed={seed}", f"network.hidden={units}"],
    )
    experiment = msgspec.structs.replace(with_source(experiment, source), name=name, description={"ko": korean})
    if wrapping == "one line":
        assert experiment_from_text(settings_text(experiment)) == experiment
    assert experiment_from_text(WRAPPINGS[wrapping](settings_text(experiment))) == experiment


@given(text=st.text(max_size=300) | st.text(alphabet='{}[]":,0123 \n>`#x', max_size=200))
def test_any_other_text_is_refused_in_one_line(text):
    with pytest.raises(FileError) as caught:
        experiment_from_text(text)
    assert str(caught.value).startswith("clipboard: ")
    assert len(str(caught.value).splitlines()) == 1
    assert len(str(caught.value)) < 600


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "clipboard: no text; what 'Copy settings as text' makes"),
        (" \r\n ", "clipboard: no text"),
        ("hello", "clipboard: 'hello': no settings; what 'Copy settings as text' makes"),
        ("{", "no settings"),
        ("{}", "schema_version: missing"),
        ("[1, 2]", "no settings"),
        ('{"schema_version": 2, "name": "x"}', "missing"),
        ('{"schema_version": 99}', "newer version"),
        ("{" * 100_000 + "}" * 100_000, "clipboard: "),
        (" " * (MAX_BYTES + 1), "larger than 5 MB"),
        ('{"name": "\ud800"}', "characters that no file can"),
    ],
)
def test_refusals(text, message):
    with pytest.raises(FileError, match="clipboard: ") as caught:
        experiment_from_text(text)
    assert message in str(caught.value)


def test_a_value_out_of_range_is_named_by_its_path(experiment):
    text = settings_text(experiment).replace('"learning_rate": 0.03', '"learning_rate": -1.0')
    with pytest.raises(FileError, match=r"mail: training\.learning_rate: -1\.0 is out of range"):
        experiment_from_text(text, "mail")


@pytest.mark.parametrize("name", ["/nowhere/at/all.csv", "C:\\Users\\someone\\all.csv", "all.csv", "x" * 3000])
def test_tables_of_another_computer(experiment, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    Path("all.csv").write_text("a,y\n1,2\n")
    text = settings_text(with_source(experiment, CsvSource(csv=name, label=("y",))))
    with pytest.raises(FileError, match=r"clipboard: the data of these settings, .*, are not on this computer; "):
        check_files(experiment_from_text(text), "clipboard")


def test_files_that_are_here(experiment, tmp_path):
    for name in ("t.csv", "images", "labels"):
        (tmp_path / name).write_text("a,y\n1,2\n")
    table = with_source(experiment, CsvSource(csv=str(tmp_path / "t.csv"), label=("y",)))
    assert experiment_from_text(settings_text(table)) == table
    check_files(table, "clipboard")
    images = IdxSource(idx=str(tmp_path / "images"), labels=str(tmp_path / "labels"))
    pasted = experiment_from_text(settings_text(with_source(experiment, images)))
    assert pasted.data.source == images
    check_files(pasted, "clipboard")
    (tmp_path / "labels").unlink()
    with pytest.raises(FileError, match=r"labels, are not on this computer"):
        check_files(pasted, "clipboard")


def test_an_experiment_that_is_none_is_not_copied(experiment):
    broken = msgspec.structs.replace(experiment, training=msgspec.structs.replace(experiment.training, batch_size=0))
    with pytest.raises(FileError, match=r"training\.batch_size"):
        settings_text(broken)


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        (settings_text(read_preset("xor")), True),
        (encode_experiment(read_preset("xor")).decode(), True),
        ("> " + settings_text(read_preset("circles")).replace("\n", "\n> "), True),
        ("a,b\n{1},2\n", False),
        ("", False),
    ],
)
def test_settings_are_told_from_tables(text, settings):
    assert looks_like_settings(text) == settings
