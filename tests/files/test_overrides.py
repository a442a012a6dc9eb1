from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.files import CsvSource, FileError, FormulaSource, LayerSettings, override, read_preset
from playground.files.decoding import plain


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
