import copy
import json
import math
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playground.files import (
    CsvSource,
    DataSettings,
    Experiment,
    FileError,
    IdxSource,
    PointsSource,
    decode_experiment,
    encode_experiment,
    presets,
    read_experiment,
    read_preset,
    validate,
    write_experiment,
)
from playground.files.decoding import MAX_BYTES
from playground.files.experiment import SCHEMA_VERSION, WITHOUT_OPTIONAL
from playground.files.sources import MAX_PASTED

from_hypothesis = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


def refused(text: bytes) -> str:
    with pytest.raises(FileError) as caught:
        decode_experiment(text, "a.json")
    message = str(caught.value)
    assert message.startswith("a.json: ")
    assert "\n" not in message
    return message.removeprefix("a.json: ")


def test_the_format_round_trips(raw, experiment):
    text = encode_experiment(experiment)
    assert json.loads(text) == raw
    assert list(json.loads(text)) == ["schema_version", "name", "description", "data", "network", "training"]
    assert decode_experiment(text, "a.json") == experiment


def test_every_preset_round_trips():
    for preset in presets():
        assert decode_experiment(encode_experiment(preset.experiment), preset.id) == preset.experiment


TABLE = {"csv": "a b.csv", "label": ["치", "y"], "inputs": [], "missing": "refuse"}


@pytest.mark.parametrize(
    "source",
    [
        TABLE,
        TABLE | {"inputs": ["b", "a"], "delimiter": ";", "encoding": "cp949", "header": False, "missing": "drop"},
        TABLE | {"unit": 100000.0},
        TABLE | {"text": "x,치,y\n1,2,3\n", "delimiter": "\t", "header": True},
        {"idx": "images-idx3-ubyte.gz", "labels": ""},
        {"idx": "a.idx", "labels": "b.idx", "white": 16},
        {"points": [[0.5, -1.0, 0], [1, 2, 1]]},
        {"points": [[0.5, -1.0, 0]], "classes": 10},
        {
            "points": [[0.5, 1, 0]],
            "axes": [[-0.5, 1.5], [0, 2]],
            "names": ["키", "b"],
            "class_names": ["no", "예", "또"],
        },
    ],
)
def test_other_sources_and_names_round_trip(raw, source):
    raw["data"]["source"] = source
    raw["classes"], raw["columns"] = ["no", "예"], ["a", "b"]
    experiment = decode_experiment(json.dumps(raw).encode(), "a.json")
    assert isinstance(experiment.data.source, CsvSource | IdxSource | PointsSource)
    assert experiment.classes == ("no", "예")
    assert json.loads(encode_experiment(experiment)) == raw


@pytest.mark.parametrize("standardize", [True, False, None])
def test_standardization_is_left_out_where_it_is_as_usual(raw, standardize):
    for source, usual in (("xor", False), ({"csv": "a.csv"}, True), ({"idx": "a.idx"}, False)):
        raw["data"] |= {"source": source, "standardize": standardize}
        experiment = decode_experiment(json.dumps(raw).encode(), "a.json")
        assert experiment.data.standardize is standardize
        assert experiment.data.standardizes is (usual if standardize is None else standardize)
        data = json.loads(encode_experiment(experiment))["data"]
        assert data.get("standardize") is standardize
        assert ("standardize" in data) == (standardize is not None)


FIRST_VERSION = {
    "schema_version": 1,
    "data": {"source": "xor"},
    "network": {"hidden": [{"units": 4, "activation": "tanh"}], "output_activation": "sigmoid"},
    "training": {"cost": "binary_cross_entropy"},
}


@pytest.mark.parametrize(
    "source", ["xor", {"csv": "a.csv"}, {"csv": "a.csv", "label": ["y"]}, {"points": [[1, 2, 0], [3, 4, 1]]}]
)
def test_files_of_the_first_version_open_as_ever(source):
    old = FIRST_VERSION | {"data": {"source": source}}
    experiment = decode_experiment(json.dumps(old).encode(), "a.json")
    assert experiment == decode_experiment(json.dumps(old | {"schema_version": 2}).encode(), "a.json")
    assert experiment.schema_version == SCHEMA_VERSION
    assert experiment.training.stop_at_epochs is False
    assert experiment.data.standardizes == ("csv" in source)
    assert json.loads(encode_experiment(experiment))["schema_version"] == WITHOUT_OPTIONAL


@pytest.mark.parametrize("version", [1, 2])
def test_pixels_of_older_files_are_255ths_as_ever(version):
    old = FIRST_VERSION | {"schema_version": version, "data": {"source": {"idx": "images.idx"}}}
    assert decode_experiment(json.dumps(old).encode(), "a.json").data.source.white == 255
    new = old | {"schema_version": SCHEMA_VERSION}
    assert decode_experiment(json.dumps(new).encode(), "a.json").data.source.white is None


def test_a_byte_order_mark_is_ignored(raw, experiment):
    assert decode_experiment(b"\xef\xbb\xbf" + json.dumps(raw).encode(), "a.json") == experiment


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "not JSON: it ends too early"),
        (b'{"schema_version": 1,\n "name": "a",}', "not JSON: line 2, column 14"),
        (b'{"name": NaN}', "not JSON: line 1, column 10"),
        (b'{"name": Infinity}', "not JSON"),
        (b'{"name": 1e999}', "not JSON"),
        (b'{"name": "\xff"}', "byte 11 is not UTF-8 text"),
        (b"[]", "a list at the top"),
        (b"3", "a whole number at the top"),
        (b"null", "null at the top"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b" " * (MAX_BYTES + 1), "larger than 5 MB"),
        (b"PK\x03\x04 and so on", "a zip archive (perhaps weights: .npz)"),
        (b"{}", "schema_version: missing, so this is no experiment file"),
        (
            b'{"schema_version": 5}',
            "schema_version: 5 was written by a newer version of the program; this one reads up",
        ),
        (b'{"schema_version": 1e30}', "schema_version: 1e+30 is not allowed; a whole number from 1 to 4 was expected"),
        (b'{"schema_version": 0}', "schema_version: 0 is not allowed; a whole number from 1 to 4 was expected"),
        (b'{"schema_version": true}', "schema_version: True is not allowed; a whole number from 1 to 4 was expected"),
        (b'{"schema_version": 1}', "data: missing"),
        (b'{"schema_version": 2}', "data: missing"),
    ],
)
def test_what_is_no_experiment_file(text, message):
    assert refused(text).startswith(message)


def source(**values):
    """Put other data in."""
    return lambda raw: raw["data"].update(source=values)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda raw: raw.update(extra=1), "extra: unknown key; known: data, network"),
        (lambda raw: raw["data"].update(smaples=1), "data.smaples: unknown key; did you mean 'samples'?"),
        (
            lambda raw: raw["network"].update(initial=[{"V": []}]),
            "network.initial[0].V: unknown key; known: W, b",
        ),
        (
            lambda raw: raw["network"]["hidden"][0].update(unit=1),
            "network.hidden[0].unit: unknown key; did you mean 'units'",
        ),
        (lambda raw: raw["training"].pop("cost"), "training.cost: missing"),
        (lambda raw: raw["network"]["hidden"][0].pop("units"), "network.hidden[0].units: missing"),
        (
            lambda raw: raw["network"]["hidden"][0].update(units="4"),
            "network.hidden[0].units: text is not allowed; a whole number from 1 to 1024 was expected",
        ),
        (
            lambda raw: raw["network"]["hidden"][0].update(units=0),
            "network.hidden[0].units: 0 is out of range; a whole number from 1 to 1024 was expected",
        ),
        (
            lambda raw: raw["training"].update(learning_rate=1e9),
            "training.learning_rate: 1000000000.0 is out of range; a number from 0 to 1000 was expected",
        ),
        (
            lambda raw: raw["network"].update(hidden=raw["network"]["hidden"] * 9),
            "network.hidden: 9 elements; a list of 0 to 8 layers was expected",
        ),
        (
            lambda raw: raw["network"]["hidden"][0].update(activation="softmax"),
            "network.hidden[0].activation: 'softmax'",
        ),
        (
            lambda raw: raw["network"].update(output_activation="tanh"),
            "training.cost: binary_cross_entropy needs outputs",
        ),
        (
            lambda raw: raw["data"].update(source="spiral"),
            "data.source: 'spiral' is not known; did you mean 'spirals'?",
        ),
        (lambda raw: raw["data"].update(source=3), "data.source: 3 is not allowed"),
        (lambda raw: raw["data"].update(source={}), 'data.source: a name, {"csv": file'),
        (lambda raw: raw["data"].update(source={"csv": 3}), "data.source.csv: a whole number is not allowed; text"),
        (lambda raw: raw["data"].update(source={"csv": "a", "x": 1}), "data.source.x: unknown key; known: csv, label"),
        (
            lambda raw: raw["data"].update(source={"csv": "a", "label": ["y", "y"]}),
            "data.source.label: a column is named",
        ),
        (lambda raw: raw["data"].update(source={"csv": "a\0"}), "data.source.csv: 'a\\x00' is not allowed"),
        (source(csv="a", inputs=["a", "b", "a"]), "data.source.inputs: a column is named twice"),
        (source(csv="a", inputs=["y"], label=["y"]), "data.source.inputs: 'y' is also to be predicted"),
        (source(csv="a", inputs=["a"] * 4097), "data.source.inputs: 4097 columns; at most 4096 are read"),
        (source(csv="a", delimiter="ab"), "data.source.delimiter: 'ab' is not known; known: ',', ';', '\\t', '|', ' '"),
        (
            lambda raw: raw.update(columns=["a", "b"], inputs=[{"column": "a", "kind": "number"}]),
            "inputs: they are not those that columns names",
        ),
        (source(csv="a", decimal="'"), "data.source.decimal: \"'\" is not known; known: '.', ','"),
        (source(csv="a", ignore=["y", "y"]), "data.source.ignore: a column is named twice"),
        (source(csv="a", skip=1.5), "data.source.skip: a number is not allowed; a whole number"),
        (source(csv="a", delimiter=1), "data.source.delimiter: a whole number is not allowed; text or null"),
        (source(csv="a", encoding="utf-7"), "data.source.encoding: 'utf-7' is not known; known: 'utf-8', 'utf-16', "),
        (source(csv="a", header="yes"), "data.source.header: text is not allowed; true or false or null"),
        (source(csv="a", missing="fill"), "data.source.missing: 'fill' is not known; known: refuse, drop"),
        (source(csv="a", missing=None), "data.source.missing: null is not allowed; text"),
        (source(csv="a", unit=0), "data.source.unit: 0.0 is out of range; a finite number above 0 was expected"),
        (source(csv="a", unit=-2.5), "data.source.unit: -2.5 is out of range; a finite number above 0 was expected"),
        (source(csv="a", unit="10"), "data.source.unit: text is not allowed; a number was expected"),
        (
            source(csv="a", text="x" * (MAX_PASTED + 1)),
            "data.source.text: larger than 2 MB; save such a table as a file",
        ),
        (source(csv="", text="x,y"), "data.source.csv: '' is not allowed; the name of a file was expected"),
        (source(idx=""), "data.source.idx: '' is not allowed; the name of a file was expected"),
        (source(idx="a", white=17), "data.source.white: 17 is not allowed; one of 1, 16, 255 was expected"),
        (source(idx="a", labels="b\0"), "data.source.labels: 'b\\x00' is not allowed"),
        (source(idx="a", label="b"), "data.source.label: unknown key; did you mean 'labels'?"),
        (source(points=[[1, 2, 0]], classes=11), "data.source.classes: 11, expected a whole number from 0 to 10"),
        (source(points=[[1, 2, 0]], axes=[[0, 1]]), "data.source.axes: 1 given, expected 2, one for each coordinate"),
        (source(points=[[1, 2, 0]], axes=[[0, 1], [2, 2]]), "data.source.axes[1]: from 2 to 2, expected two ascending"),
        (source(points=[[1, 2, 0]], axes=[[0, 1], [2]]), "data.source.axes[1]: expected"),
        (source(points=[[1, 2, 0]], axes=[[0, 1], [2, "3"]]), "data.source.axes[1][1]: text"),
        (source(points=[[1, 2, 0]], names=["a"]), "data.source.names: 1 given, expected 2, one for each coordinate"),
        (source(points=[[1, 2, 0]], names=["a", "a"]), "data.source.names[1]: 'a' is there twice"),
        (source(points=[[1, 2, 0]], class_names=["a", " "]), "data.source.class_names[1]: ' ', expected a name"),
        (source(points=[[1, 2, 0]], class_names=list("abcdefghijk")), "data.source.class_names: 11 given, expected at"),
        (lambda raw: raw["data"].update(source={"points": []}), "data.source.points: 0 points"),
        (lambda raw: raw["data"].update(source={"points": [[1, 2, 0], [1, 0]]}), "data.source.points[1]: 2 numbers"),
        (lambda raw: raw["data"].update(source={"points": [[1, 2, "a"]]}), "data.source.points[0][2]: text"),
        (lambda raw: raw["data"].update(source={"points": [[1, 2, 0.5]]}), "data.source.points[0]: class 0.5"),
        (lambda raw: raw["data"].update(features=["x1", "x3"]), "data.features[1]: 'x3': "),
        (lambda raw: raw["data"].update(features=["x1", "x1"]), "data.features[1]: x1 is listed twice"),
        (lambda raw: raw["data"].update(features=["x1 +"]), "data.features[0]: 'x1 +': "),
        (lambda raw: raw["data"].update(features=["sum(x1)"]), "data.features[0]: 'sum(x1)': "),
        (lambda raw: raw["data"].update(features=["__import__('os')"]), "data.features[0]: "),
        (lambda raw: raw["data"].update(features=["1" * 201]), "data.features[0]: longer than 200"),
        (lambda raw: raw["data"].update(source={"csv": "a"}, features=["x4097"]), "data.features: x4097 is too many"),
        (lambda raw: raw.update(name="a" * 10_001), "name: longer than"),
        (lambda raw: raw.update(name="two\nlines"), r"name: 'two\nlines' is not allowed; one line without control"),
        (lambda raw: raw.update(name="\x1b[2J"), r"name: '\x1b[2J' is not allowed; one line without control"),
        (lambda raw: raw.update(name="a\u202eb"), r"name: 'a\u202eb' is not allowed; one line without control"),
        (lambda raw: raw.update(description={"en": 3}), "description[...]: a whole number is not allowed; text"),
        (lambda raw: raw.update(classes=[]), "classes: 0 names"),
    ],
)
def test_a_wrong_value_is_refused_with_its_path(raw, change, message):
    change(raw)
    assert refused(json.dumps(raw).encode()).startswith(message)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_values_set_by_code_are_checked_too(experiment, value):
    broken = msgspec.structs.replace(
        experiment, training=msgspec.structs.replace(experiment.training, learning_rate=value)
    )
    with pytest.raises(FileError, match=r"here: training\.learning_rate: -?(nan|inf) is not a finite number"):
        validate(broken, "here")
    with pytest.raises(FileError, match="learning_rate"):
        encode_experiment(broken)


@pytest.mark.parametrize("name", ["실험 1", "a\u00a0b", "\U0001f469\u200d\U0001f467", "Ω — ±", ""])
def test_names_in_any_script(raw, name):
    assert decode_experiment(json.dumps(raw | {"name": name}).encode(), "a.json").name == name


def test_text_that_no_file_can_hold(experiment):
    with pytest.raises(FileError, match="surrogate"):
        encode_experiment(msgspec.structs.replace(experiment, name="\ud800"))


def test_files_are_read_and_written(tmp_path, experiment):
    path = tmp_path / "실험.json"
    write_experiment(path, experiment)
    assert read_experiment(path) == experiment
    broken = msgspec.structs.replace(experiment, data=DataSettings(source="no_such_data"))
    with pytest.raises(FileError, match="no_such_data"):
        write_experiment(path, broken)
    assert read_experiment(path) == experiment
    path.write_bytes(b"{}")
    with pytest.raises(FileError, match=r"실험\.json: schema_version: missing"):
        read_experiment(path)


def test_a_csv_file_moves_with_its_experiment(tmp_path, monkeypatch, raw):
    raw["data"]["source"] = {"csv": "tables/../tables/a.csv"}
    folder, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.mkdir()
    (folder / "a.json").write_text(json.dumps(raw))
    monkeypatch.chdir(elsewhere)
    experiment = read_experiment(Path("../here/a.json"))
    assert experiment.data.source == CsvSource(csv=str(folder / "tables" / "a.csv"))
    write_experiment(folder / "b.json", experiment)
    assert json.loads((folder / "b.json").read_text())["data"]["source"]["csv"] == "tables/a.csv"
    write_experiment(elsewhere / "c.json", experiment)
    assert read_experiment(elsewhere / "c.json") == experiment


def test_images_move_with_their_experiment(tmp_path, raw):
    folder, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.mkdir()
    for labels in ("", "../labels.gz"):
        raw["data"]["source"] = {"idx": "images.gz", "labels": labels}
        (folder / "a.json").write_text(json.dumps(raw))
        experiment = read_experiment(folder / "a.json")
        found = str(tmp_path / "labels.gz") if labels else ""
        assert experiment.data.source == IdxSource(idx=str(folder / "images.gz"), labels=found)
        write_experiment(folder / "b.json", experiment)
        assert json.loads((folder / "b.json").read_text())["data"]["source"] == {"idx": "images.gz", "labels": found}
        write_experiment(elsewhere / "c.json", experiment)
        assert read_experiment(elsewhere / "c.json") == experiment


def test_data_that_come_with_the_program_are_found_wherever_it_is(tmp_path):
    experiment = read_preset("digits")
    assert Path(experiment.data.source.idx).is_file()
    write_experiment(tmp_path / "mine.json", experiment)
    source = json.loads((tmp_path / "mine.json").read_text())["data"]["source"]
    assert source == {
        "idx": "presets:digits/images-idx3-ubyte.gz",
        "labels": "presets:digits/labels-idx1-ubyte.gz",
        "white": 255,
    }
    assert read_experiment(tmp_path / "mine.json") == experiment


def test_a_pasted_table_has_a_name_and_no_place(tmp_path, raw):
    raw["data"]["source"] = {"csv": "pasted", "text": "x,z,y\n1,2,0\n3,4,1\n"}
    (tmp_path / "a.json").write_text(json.dumps(raw))
    experiment = read_experiment(tmp_path / "a.json")
    assert experiment.data.source.csv == "pasted"
    write_experiment(tmp_path / "b.json", experiment)
    assert read_experiment(tmp_path / "b.json") == experiment


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def places(value, path=()):
    """Every place in plain JSON values."""
    yield path
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from places(inner, (*path, key))


@given(data=st.data())
@from_hypothesis
def test_any_value_anywhere_is_an_experiment_or_one_clear_error(data, raw):
    raw = copy.deepcopy(raw)
    *steps, last = data.draw(st.sampled_from(list(places(raw))[1:]))
    inner = raw
    for step in steps:
        inner = inner[step]
    inner[last] = data.draw(JSON)
    survives(json.dumps(raw).encode())


@given(data=st.data())
@from_hypothesis
def test_any_damage_to_the_text_is_an_experiment_or_one_clear_error(data, raw):
    text = bytearray(json.dumps(raw).encode())
    start = data.draw(st.integers(0, len(text)))
    text[start : start + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=20))
    survives(bytes(text))


@given(text=st.binary(max_size=200))
@from_hypothesis
def test_any_bytes_are_one_clear_error(text):
    refused(text)


def survives(text: bytes) -> None:
    try:
        experiment = decode_experiment(text, "a.json")
    except FileError as error:
        message = str(error)
    else:
        assert isinstance(experiment, Experiment)
        assert decode_experiment(encode_experiment(experiment), "again") == experiment
        return
    assert message.startswith("a.json: ")
    assert len(message.splitlines()) == 1


def test_a_unit_is_left_out_of_the_file_where_it_is_one(raw):
    for options, kept in (({}, None), ({"unit": 1}, None), ({"unit": 1000}, 1000.0)):
        raw["data"]["source"] = {"csv": "a.csv", **options}
        experiment = decode_experiment(json.dumps(raw).encode(), "a.json")
        assert experiment.data.source.unit == (kept or 1.0)
        encoded = encode_experiment(experiment)
        assert json.loads(encoded)["data"]["source"].get("unit") == kept
        assert decode_experiment(encoded, "again") == experiment


@pytest.mark.parametrize("unit", [0.0, float("inf"), float("nan"), True, "10", None])
def test_a_unit_is_a_finite_number_above_zero_whoever_gives_it(experiment, unit):
    data = msgspec.structs.replace(experiment.data, source=CsvSource(csv="a.csv", unit=unit))
    with pytest.raises(FileError, match=r"data\.source\.unit: .* number above 0 was expected"):
        validate(msgspec.structs.replace(experiment, data=data))
