import math
import re

import msgspec
import pytest

from playground.engine import ACTIVATIONS, COSTS, DTYPES, INITIALIZERS, OPTIMIZERS
from playground.files import (
    FIELDS,
    DataSettings,
    Experiment,
    FileError,
    LayerSettings,
    NetworkSettings,
    TrainingSettings,
    decode_experiment,
    validate,
)

SETTINGS = {
    "data": DataSettings,
    "network": NetworkSettings,
    "network.hidden[]": LayerSettings,
    "training": TrainingSettings,
}


def test_every_setting_has_a_field_and_every_field_a_setting():
    settings = {
        f"{path}.{field.name}" for path, structure in SETTINGS.items() for field in msgspec.structs.fields(structure)
    }
    assert settings - {"data.source", "network.initial"} == set(FIELDS)


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: field.path)
def test_a_field_is_complete(field):
    assert field.label
    assert re.fullmatch(r"[A-Z].*\.", field.tooltip)
    if field.kind == "choice":
        assert field.default in field.choices
        for name, record in field.choices.items():
            assert record.name == name
            assert record.label
    elif field.kind == "flag":
        assert field.default in (True, False, None)
        assert field.minimum is field.maximum is field.slider is None
    else:
        assert field.minimum < field.maximum
    if field.off:
        assert field.default == field.minimum == 0
        assert field.kind in ("integer", "number")
    if field.slider:
        assert field.minimum <= field.slider[0] < field.slider[1] <= field.maximum
    if field.scale == "log":
        assert field.slider[0] > 0


def test_choices_are_the_tables_of_the_engine():
    assert FIELDS["network.output_activation"].choices == ACTIVATIONS
    assert set(ACTIVATIONS) - set(FIELDS["network.hidden[].activation"].choices) == {"softmax"}
    assert FIELDS["network.initializer"].choices == INITIALIZERS
    assert tuple(FIELDS["network.dtype"].choices) == tuple(DTYPES)
    assert FIELDS["training.cost"].choices == COSTS
    assert FIELDS["training.optimizer"].choices == OPTIMIZERS


def put(raw, path, value):
    """Set the value behind a field's path in plain JSON values; return its concrete path."""
    concrete = path.replace("[]", "[0]")
    *steps, last = concrete.replace("[0]", ".0").split(".")
    for step in steps:
        raw = raw[int(step) if step.isdigit() else step]
    raw[last] = value
    return concrete


NUMBERS = [field for field in FIELDS.values() if field.kind in ("integer", "number")]


@pytest.mark.parametrize("field", NUMBERS, ids=lambda field: field.path)
def test_numbers_inside_and_outside_their_bounds(raw, field):
    kind = int if field.kind == "integer" else float
    for good in (field.minimum, field.maximum, *(field.slider or ())):
        put(raw, field.path, kind(good))
        assert isinstance(decode_experiment(msgspec.json.encode(raw), "a.json"), Experiment)
    beyond = 1 if field.kind == "integer" else 1e-6
    for bad in (field.minimum - beyond, field.maximum + beyond, -1e300, 1e300, 10**30):
        concrete = put(raw, field.path, bad)
        with pytest.raises(FileError) as caught:
            decode_experiment(msgspec.json.encode(raw), "a.json")
        assert str(caught.value).startswith(f"a.json: {concrete}: ")
        assert str(caught.value).endswith(f"{field.expected} was expected")


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: field.path)
@pytest.mark.parametrize("bad", [None, True, "three", [1], {"a": 1}, [[]], -0.5], ids=repr)
def test_wrong_types_are_refused_with_their_path(raw, field, bad):
    if field.kind == "flag" and bad in (True, field.default):
        put(raw, field.path, bad)
        raw["training"]["cost"] = "half_squared_error"  # a cross-entropy takes no standardized targets
        assert isinstance(decode_experiment(msgspec.json.encode(raw), "a.json"), Experiment)
        return
    concrete = put(raw, field.path, bad)
    with pytest.raises(FileError) as caught:
        decode_experiment(msgspec.json.encode(raw), "a.json")
    assert str(caught.value).startswith(f"a.json: {concrete}")
    assert "expected" in str(caught.value) or "known: " in str(caught.value)


@pytest.mark.parametrize("cost", ["binary_cross_entropy", "cross_entropy"])
def test_a_cross_entropy_takes_no_standardized_targets(raw, cost):
    raw["data"]["standardize_targets"] = True
    raw["training"]["cost"] = cost
    raw["network"]["output_activation"] = {"cross_entropy": "softmax"}.get(cost, "sigmoid")
    with pytest.raises(
        FileError, match=f"^a.json: data.standardize_targets: {cost} .* expected false, or another cost"
    ):
        decode_experiment(msgspec.json.encode(raw), "a.json")


@pytest.mark.parametrize("field", [f for f in FIELDS.values() if f.kind == "flag"], ids=lambda field: field.path)
@pytest.mark.parametrize("bad", [0, 1, "true", (), math.nan])
def test_flags_set_by_code_are_true_or_false(experiment, field, bad):
    section, _, name = field.path.partition(".")
    changed = msgspec.structs.replace(getattr(experiment, section), **{name: bad})
    with pytest.raises(FileError, match=rf"here: {re.escape(field.path)}: .* true or false was expected"):
        validate(msgspec.structs.replace(experiment, **{section: changed}), "here")


@pytest.mark.parametrize("field", [f for f in FIELDS.values() if f.choices], ids=lambda field: field.path)
def test_every_choice_and_no_other(raw, field):
    concrete = put(raw, field.path, "no_such_name")
    with pytest.raises(FileError, match=rf"a\.json: {re.escape(concrete)}: 'no_such_name' is not known; known: "):
        decode_experiment(msgspec.json.encode(raw), "a.json")
    for name in field.choices:
        put(raw, field.path, name)
        raw["training"]["cost"] = name if field.path == "training.cost" else "squared_error"
        if field.path == "training.cost":
            raw["network"]["output_activation"] = "softmax"  # every cost can take its outputs
        assert isinstance(decode_experiment(msgspec.json.encode(raw), "a.json"), Experiment)


def test_defaults_are_those_of_the_fields():
    text = (
        b'{"schema_version": 1, "data": {"source": "xor"}, "network": {"hidden": [], "output_activation": "sigmoid"},'
        b' "training": {"cost": "huber"}}'
    )
    experiment = decode_experiment(text, "a.json")
    assert experiment.training.learning_rate == FIELDS["training.learning_rate"].default
    assert experiment.data.features == FIELDS["data.features"].default
    assert experiment.network.dtype == FIELDS["network.dtype"].default
