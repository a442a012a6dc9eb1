"""Only the settings that differ, as a person reads them."""

import msgspec
import pytest

from playground.files import FIELDS, CsvSource, IdxSource, LayerSettings, PointsSource, override, read_preset
from playground.training.comparison import difference, differing, is_one_curve, layers_text, source_name, value_text

OTHER_VALUES = {
    "data.features": '["x1"]',
    "data.standardize": "true",
    "data.standardize_targets": "true",
    "network.hidden": "[3]",
    "network.output_activation": "tanh",
    "network.initializer": "he",
    "network.dtype": "float32",
    "training.cost": "absolute_error",
    "training.optimizer": "rmsprop",
    "training.schedule": "cosine",
    "training.frozen": '["1"]',
    "training.off": '["1.1"]',
    "training.stop_at_epochs": "true",
}


@pytest.mark.parametrize("path", [path for path in FIELDS if "[]" not in path])
def test_every_field_is_compared(path):
    one = override(read_preset("circles"), ["training.cost=huber"])  # which any output can take
    other = override(one, [f"{path}={OTHER_VALUES.get(path, '0.625' if FIELDS[path].kind == 'number' else '77')}"])
    (difference,) = differing([one, other, one])
    assert (difference.path, difference.label) == (path, FIELDS[path].label)
    first, second, third = difference.values
    assert first == third != second
    assert all(isinstance(value, str) and value for value in difference.values)


def test_what_is_the_same_is_left_out():
    one = read_preset("circles")
    assert differing([one, msgspec.structs.replace(one, name="other")]) == ()
    assert differing([one]) == differing([]) == ()


def test_the_difference_is_a_part_of_a_sentence():
    one = read_preset("circles")
    other = override(one, ["training.learning_rate=0.5", "data.standardize=true"])
    assert difference(other, one) == "standardize yes instead of no; learning rate 0.5 instead of 0.03"
    assert difference(one, one) == ""


def test_values_as_a_person_reads_them():
    one = override(read_preset("circles"), ["network.hidden=[4,2]"])
    layers = (LayerSettings(4, "tanh"), LayerSettings(2, "relu"))
    network = msgspec.structs.replace(one.network, hidden=layers)
    other = override(
        msgspec.structs.replace(one, network=network),
        ["training.learning_rate=0.00001", "training.patience=50", "training.optimizer=sgd", "data.standardize=true"],
    )
    assert {each.path: each.values[1] for each in differing([one, other])} == {
        "data.standardize": "yes",
        "network.hidden": "4 tanh, 2 relu",
        "training.learning_rate": "1e-05",
        "training.optimizer": FIELDS["training.optimizer"].choices["sgd"].label,
        "training.patience": "50",
    }
    assert value_text(FIELDS["training.patience"], 0) == "never"
    assert value_text(FIELDS["training.stop_at_epochs"], False) == "no"
    assert value_text(FIELDS["data.features"], ("x1", "x1*x2")) == "x1, x1*x2"
    assert layers_text(()) == "none"


def test_standardizing_as_usual_is_no_difference():
    one = read_preset("circles")
    assert differing([one, override(one, ["data.standardize=false"])]) == ()


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("three_spirals", "Three spirals"),
        (CsvSource(csv="/some/where/iris.csv"), "iris.csv"),
        (IdxSource(idx="digits/train-images.gz"), "train-images.gz"),
        (PointsSource(points=((0.0, 0.0, 0.0),)), "1 drawn point"),
        (PointsSource(points=((0.0, 0.0, 0.0),) * 1200), "1,200 drawn points"),
    ],
)
def test_data_are_called_by_name(source, name):
    assert source_name(source) == name
    one = read_preset("circles")
    other = msgspec.structs.replace(one, data=msgspec.structs.replace(one.data, source=source))
    first = differing([one, other])[0]
    assert (first.path, first.label, first.values) == ("data.source", "Data", ("Circles", name))


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ("training.learning_rate=1", True),
        ("network.hidden=[9]", True),
        ("data.noise=0.3", True),
        ("training.cost=absolute_error", False),
        ("data.source=moons", False),
        ("network.output_activation=tanh", False),
    ],
)
def test_which_costs_are_points_of_one_curve(change, same):
    one = override(read_preset("circles"), ["training.cost=huber"])
    assert is_one_curve(one, override(one, [change])) == same
