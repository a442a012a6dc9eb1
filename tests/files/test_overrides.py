from functools import reduce
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.files import (
    CsvSource,
    FileError,
    FormulaSource,
    IdxSource,
    LayerSettings,
    PointsSource,
    encode_experiment,
    override,
    presets,
    read_preset,
)
from playground.files.decoding import MAX_BYTES, plain
from playground.files.overrides import TITLE, check_files, experiment_from_text, looks_like_settings, settings_text


def test_values_by_the_paths_of_the_file(experiment):
    changed = override(
        experiment,
        [
            "training.learning_rate=0.1",
            "training.optimizer=sgd",
            'network.dtype="float32"',
            "network.seed = 7",
            "name=A name = with a sign",
            "description.ko=설명",
            'data.features=["x1", "x1*x2"]',
        ],
    )
    assert changed.training.learning_rate == 0.1
    assert changed.training.optimizer == "sgd"
    assert changed.network.dtype == "float32"
    assert changed.network.seed == 7
    assert changed.name == "A name = with a sign"
    assert changed.description["ko"] == "설명"
    assert changed.data.features == ("x1", "x1*x2")
    assert experiment.training.learning_rate == 0.03
    assert override(experiment, []) == experiment


def test_a_bare_number_is_a_layer_with_the_first_hidden_activation(experiment):
    relu = override(experiment, ["network.hidden[0].activation=relu", "network.hidden=[8,3]"])
    assert relu.network.hidden == (LayerSettings(8, "relu"), LayerSettings(3, "relu"))
    none = override(relu, ["network.hidden=[]", "network.hidden=[5]"])
    assert none.network.hidden == (LayerSettings(5, "tanh"),)
    mixed = override(relu, ['network.hidden=[2,{"units":3,"activation":"sin"}]', "network.hidden[1]=4"])
    assert mixed.network.hidden == (LayerSettings(2, "relu"), LayerSettings(4, "relu"))


def test_elements_of_lists(experiment):
    changed = override(experiment, ["network.hidden[0].units=3", "data.features[1]=x2**2"])
    assert changed.network.hidden == (LayerSettings(3, "tanh"),)
    assert changed.data.features == ("x1", "x2**2")


def test_values_that_belong_together_are_validated_together(experiment):
    changed = override(experiment, ["network.output_activation=linear", "training.cost=huber"])
    assert changed.training.cost == "huber"


def test_other_data_forget_the_names_of_the_old(experiment):
    named = msgspec.structs.replace(experiment, classes=("a", "b"), columns=("c", "d"))
    assert override(named, ["data.seed=3"]).classes == ("a", "b")
    other = override(named, ["data.source=circles"])
    assert other.data.source == "circles"
    assert (other.classes, other.columns) == (None, None)


def test_a_csv_path_starts_where_the_command_is_given(experiment, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    changed = override(experiment, ['data.source={"csv": "a.csv"}', 'data.source.label=["y"]'])
    assert changed.data.source == CsvSource(csv=str(Path.cwd() / "a.csv"), label=("y",))


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("training.learning_rate", "--set training.learning_rate: KEY=VALUE was expected"),
        (
            "learning_rate=1",
            "--set 'learning_rate': no such value in an experiment; did you mean training.learning_rate",
        ),
        ("trainin.learning_rat=1", "did you mean training.learning_rate"),
        ("training=1", "--set: training: a whole number is not allowed; an object in braces"),
        ("network.hidden[3].units=1", "--set network.hidden[3].units: there is no element 3; the list has 1"),
        ("network.hidden[-1].units=1", "--set 'network.hidden[-1].units': no such value"),
        ("network.hidden.units=1", "did you mean network.hidden[].units"),
        ("training.cost.name=1", "--set 'training.cost.name': no such value"),
        ("=1", "--set '': no such value in an experiment; known: data.samples"),
        ("a b=1", "--set 'a b': no such value"),
        ("training.learning_rate=fast", "--set: training.learning_rate: text is not allowed; a number from 0 to 1000"),
        ("training.learning_rate=1e9", "--set: training.learning_rate: 1000000000.0 is out of range"),
        (
            "training.learning_rate=NaN",
            "--set: training.learning_rate: 'NaN' is not a finite number; a number from 0 to",
        ),
        ("training.l2=1e999", "--set: training.l2: '1e999' is not a finite number"),
        ("training.batch_size=-inf", "--set: training.batch_size: '-inf' is not a finite number; a whole number from"),
        ("network.hidden[0].units=Infinity", "--set: network.hidden[0].units: 'Infinity' is not a finite number"),
        ("name=a\x1b[31mb", "--set: name: 'a\\x1b[31mb' is not allowed; one line without control characters"),
        (
            "training.cost=cross_entropy",
            "--set: training.cost: cross_entropy needs one output per class (softmax); with",
        ),
        ("network.hidden=[0]", "--set: network.hidden[0].units: 0 is out of range"),
        ("network.hidden=[1000000]", "--set: network.hidden[0].units: 1000000 is out of range"),
        ("network.hidden=[true]", "--set: network.hidden[0]: true or false is not allowed"),
        ("network.hidden=8", "--set: network.hidden: a whole number is not allowed; a list of 0 to 8 layers"),
        ("schema_version=9", "--set: schema_version: 9 was written by a newer version"),
        ("network.hidden=" + "[" * 10_000, "is no list as JSON has it"),
    ],
)
def test_a_wrong_setting(experiment, setting, message):
    with pytest.raises(FileError) as caught:
        override(experiment, [setting])
    assert message in str(caught.value)


@given(
    key=st.text(max_size=30) | st.sampled_from(["network.hidden", "data.source", "training"]),
    value=st.text(max_size=30),
)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_setting_is_an_experiment_or_one_clear_error(key, value):
    experiment = read_preset("xor")
    try:
        override(experiment, [f"{key}={value}"])
    except FileError as error:
        message = str(error)
    else:
        return
    assert message.startswith("--set")
    assert len(message.splitlines()) == 1


@pytest.mark.parametrize("value", [True, False])
def test_a_value_that_the_file_leaves_out_can_be_set(value):
    assert read_preset("xor").data.standardize is None
    assert override(read_preset("xor"), [f"data.standardize={str(value).lower()}"]).data.standardize is value
    with pytest.raises(FileError, match=r"^--set: data\.standardize: text is not allowed; true or false was expected$"):
        override(read_preset("xor"), ["data.standardize=yes"])


def test_options_of_a_table_can_be_set(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    experiment = override(read_preset("xor"), ['data.source={"csv": "a.csv"}', "data.source.missing=drop"])
    experiment = override(experiment, ['data.source.inputs=["a", "b"]', "data.source.delimiter=;"])
    assert experiment.data.source == CsvSource(
        csv=str(tmp_path / "a.csv"), inputs=("a", "b"), delimiter=";", missing="drop"
    )
    assert override(experiment, ["data.source.unit=1e5"]).data.source.unit == 100_000
    given = override(read_preset("xor"), ['data.source={"csv": "a.csv", "unit": 1000}'])
    assert given.data.source == CsvSource(csv=str(tmp_path / "a.csv"), unit=1000.0)


@pytest.mark.parametrize(
    ("setting", "path", "value"),
    [
        ("data.noise=.9", ("data", "noise"), 0.9),
        ("data.noise=+.5", ("data", "noise"), 0.5),
        ("data.noise= 1. ", ("data", "noise"), 1.0),
        ("training.learning_rate=1.E-2", ("training", "learning_rate"), 0.01),
        ("network.seed=+7", ("network", "seed"), 7),
        ("network.seed=007", ("network", "seed"), 7),
        ("data.standardize=True", ("data", "standardize"), True),
        ("training.stop_at_epochs=FALSE", ("training", "stop_at_epochs"), False),
    ],
)
def test_numbers_and_flags_as_people_write_them(experiment, setting, path, value):
    section, name = path
    found = getattr(getattr(override(experiment, [setting]), section), name)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("text", ["1_0", "0x10", ".", "+", "1e", "1,5", "e5", "1 2", "１"])
def test_what_is_no_number(experiment, text):
    with pytest.raises(FileError, match=r"data\.noise: .* a number from 0 to 1000 was expected"):
        override(experiment, [f"data.noise={text}"])


@pytest.mark.parametrize("text", ["nan", "-inf", "Infinity", "1e999"])
def test_a_number_that_is_not_finite(experiment, text):
    with pytest.raises(FileError, match="is not a finite number; a number from 0 to 1000 was expected"):
        override(experiment, [f"data.noise={text}"])


def test_data_from_a_formula_are_set_as_a_whole_or_by_their_own_paths(experiment):
    changed = override(experiment, ["data.source.formula=sin(x1) > x2", "data.source.range=[0,3]", "data.noise=2"])
    assert changed.data.source == FormulaSource(formula="sin(x1) > x2", domain=(0.0, 3.0))
    assert changed.data.noise == 2
    assert plain(changed)["schema_version"] == 4  # no older version knows formulas
    assert plain(experiment)["schema_version"] == 3
    whole = override(experiment, ['data.source={"formula": "x1 > x2"}'])
    assert whole.data.source == FormulaSource(formula="x1 > x2")
    assert override(changed, ["data.source.formula=x1 > x2"]).data.source.domain == (0.0, 3.0)


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("data.source.formula=x1 >", "--set: data.source: formula, line 1, column 5: a value is missing beside >"),
        ("data.source.formula=3", "data.source.formula: a whole number is not allowed; text was expected"),
        ('data.source={"formula": "x1 > 0", "range": [2, 1]}', "two ascending numbers"),
        ('data.source={"formula": "x1 > 0", "range": [1]}', "data.source.range"),
        ('data.source={"formula": "x1 > 0", "rnage": [1, 2]}', "did you mean 'range'?"),
    ],
)
def test_a_formula_that_draws_nothing_is_refused_with_its_place(experiment, setting, words):
    with pytest.raises(FileError) as raised:
        override(experiment, [setting])
    assert words in str(raised.value)


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
