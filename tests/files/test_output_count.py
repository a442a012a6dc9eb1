"""How many outputs a network needs, from its experiment alone: always as many as the data and a session make."""

import json

import msgspec
import pytest

from playground.data import GENERATORS, output_rows
from playground.engine import ACTIVATIONS, allowed_costs
from playground.files import FileError, csv_experiment, output_count, override, read_weights, write_weights

TABLES = {
    "two texts": ("a,b,kind\n1,2,cat\n3,4,dog\n5,7,cat\n2,2,dog\n", 2),
    "single column of two texts": ("x,kind\n1,cat\n3,dog\n5,cat\n2,dog\n", 2),
    "three texts": ("a,kind\n1,cat\n3,dog\n5,eel\n2,dog\n", 3),
    "two whole numbers": ("a,kind\n1,0\n3,1\n5,0\n2,1\n", 2),
    "values": ("a,value\n1,0.5\n3,1.25\n5,0.75\n2,1.5\n", None),
}


def with_output(experiment, output: str):
    return override(experiment, [f"network.output_activation={output}", f"training.cost={allowed_costs(output)[0]}"])


@pytest.mark.parametrize("output", ACTIVATIONS)
@pytest.mark.parametrize("source", GENERATORS)
def test_generators(experiment, source, output):
    generator = GENERATORS[source]
    features = json.dumps([f"x{i}" for i in range(1, generator.inputs + 1)])
    changed = with_output(override(experiment, [f"data.source={source}", f"data.features={features}"]), output)
    if generator.problem == "regression":
        expected = generator.outputs
    elif output == "softmax":
        expected = len(generator.classes)
    else:
        expected = 1 if len(generator.classes) == 2 else len(generator.classes)
    assert output_count(changed) == expected


@pytest.mark.parametrize("output", ["sigmoid", "softmax", "tanh"])
@pytest.mark.parametrize(("text", "classes"), TABLES.values(), ids=TABLES)
def test_tables(tmp_path, text, classes, output):
    (tmp_path / "a.csv").write_text(text)
    changed = with_output(csv_experiment(tmp_path / "a.csv"), output)
    if classes is None:
        assert output_count(changed) is None
    else:
        assert output_count(changed) == (classes if output == "softmax" else output_rows(classes))
    assert output_count(msgspec.structs.replace(changed, classes=None)) is None


@pytest.mark.parametrize(("output", "expected"), [("sigmoid", 1), ("softmax", 2), ("linear", 1)])
def test_drawn_points(experiment, output, expected):
    drawn = override(experiment, ['data.source={"points": [[0, 0, 0], [1, 1, 0]]}'])
    assert output_count(with_output(drawn, output)) == expected
    three = override(experiment, ['data.source={"points": [[0, 0, 0], [1, 1, 2]]}'])
    assert output_count(with_output(three, output)) == 3


@pytest.mark.parametrize(
    ("source", "output", "fits"),
    [
        ("circles", "sigmoid", False),
        ("circles", "softmax", True),
        ("three_spirals", "sigmoid", True),
        ("three_spirals", "softmax", True),
        ("plane", "sigmoid", False),
    ],
)
def test_a_cost_of_one_hot_targets_needs_them(experiment, source, output, fits):
    settings = [f"data.source={source}", f"network.output_activation={output}", "training.cost=cross_entropy"]
    if fits:
        assert override(experiment, settings).training.cost == "cross_entropy"
        return
    with pytest.raises(FileError, match=r"training\.cost: cross_entropy needs one output per class \(softmax\); with"):
        override(experiment, settings)


def test_two_classes_with_softmax_are_written_and_read_with_two_outputs(tmp_path, experiment, make_model):
    changed = with_output(experiment, "softmax")
    read = read_weights(write_weights(tmp_path / "a", make_model(changed, outputs=2)))
    assert read.W[-1].shape == (2, 4)
    with pytest.raises(FileError, match=r"W2: shape \(1, 4\); its experiment needs \(2, 4\)"):
        write_weights(tmp_path / "b", make_model(changed, outputs=1))
