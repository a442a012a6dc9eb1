"""An experiment that meets other data."""

import time

import msgspec
import numpy as np
import pytest

from playground.data import GENERATORS, CsvOptions, Dataset, encode_classes, generate, read_csv
from playground.engine import ACTIVATIONS, COSTS
from playground.files import (
    CsvSource,
    Experiment,
    IdxSource,
    first_experiment,
    fit_to_dataset,
    override,
    presets,
    read_preset,
    validate,
)
from playground.files.problem_shape import table_settings

DATASETS = {
    "two classes": "a,b,c,k\n" + "".join(f"{i},{i % 7},{i / 3},{'xy'[i % 2]}\n" for i in range(20)),
    "three classes": "a,b,k\n" + "".join(f"{i},{i % 7},{'xyz'[i % 3]}\n" for i in range(20)),
    "numbers": "a,b,value\n" + "".join(f"{i},{i % 7},{i / 3}\n" for i in range(20)),
    "one input": "a,k\n" + "".join(f"{i},{'xy'[i % 2]}\n" for i in range(20)),
}


def table(kind):
    return read_csv("pasted", CsvOptions(text=DATASETS[kind]))


def on(source, experiment):
    """The experiment on other data, nothing else changed."""
    data = msgspec.structs.replace(experiment.data, source=source)
    return msgspec.structs.replace(experiment, data=data, classes=None, columns=None)


@pytest.mark.parametrize("kind", DATASETS)
@pytest.mark.parametrize("preset", [preset.id for preset in presets()])
def test_any_experiment_on_any_table(preset, kind):
    dataset, source = table(kind), CsvSource(csv="pasted", text=DATASETS[kind])
    fitted = fit_to_dataset(on(source, read_preset(preset)), dataset)
    validate(fitted)
    assert fitted.columns == dataset.input_names
    assert fitted.classes == (dataset.classes or None)
    n_inputs = dataset.X.shape[0]
    seen = " ".join(fitted.data.features)
    assert all(f"x{i}" in seen for i in range(1, n_inputs + 1))
    output, cost = fitted.network.output_activation, fitted.training.cost
    if dataset.problem == "regression":
        assert output == "linear"
        assert not COSTS[cost].classification
    else:
        assert output == ("softmax" if len(dataset.classes) > 2 else "sigmoid")
        assert COSTS[cost].allows(output, dataset.Y.shape[0])
    assert fit_to_dataset(fitted, dataset) == fitted
    assert fitted.network.hidden == read_preset(preset).network.hidden


def test_what_belongs_to_these_data_already_stays():
    dataset = table("two classes")
    experiment = first_experiment("mine", CsvSource(csv="pasted", text=DATASETS["two classes"]), dataset)
    own = override(experiment, ['data.features=["x1", "x1*x3"]', "network.output_activation=softmax"])
    assert fit_to_dataset(own, dataset) == own


def test_features_that_see_every_input_stay():
    dataset, source = table("three classes"), CsvSource(csv="pasted", text=DATASETS["three classes"])
    wide = override(read_preset("circles"), ['data.features=["x1**2", "x1*x2"]'])
    assert fit_to_dataset(on(source, wide), dataset).data.features == ("x1**2", "x1*x2")
    narrow = override(read_preset("circles"), ['data.features=["x1**2"]'])
    assert fit_to_dataset(on(source, narrow), dataset).data.features == ("x1", "x2")


def test_x1_is_not_seen_in_x10():
    names = tuple(f"c{i}" for i in range(10))
    dataset = Dataset(np.eye(10), encode_classes([0, 1] * 5, 2), "classification", ("a", "b"), names, ("k",))
    almost = tuple(f"x{i}" for i in range(2, 11))
    experiment = on(CsvSource(csv="a.csv"), read_preset("circles"))
    experiment = msgspec.structs.replace(experiment, data=msgspec.structs.replace(experiment.data, features=almost))
    assert fit_to_dataset(experiment, dataset).data.features == ("x1", *almost)  # the inputs as they are


@pytest.mark.parametrize("output", [name for name in ACTIVATIONS if name not in ("sigmoid", "softmax", "linear")])
def test_an_output_activation_that_somebody_chose_stays(output):
    chosen = override(read_preset("circles"), [f"network.output_activation={output}", "training.cost=huber"])
    for kind in ("two classes", "three classes"):
        fitted = fit_to_dataset(on(CsvSource(csv="a.csv"), chosen), table(kind))
        assert (fitted.network.output_activation, fitted.training.cost) == (output, "huber")


@pytest.mark.parametrize("name", GENERATORS)
def test_a_first_experiment_suits_its_data(name):
    dataset = generate(name, samples=100, noise=0.0, seed=0)
    for source in (CsvSource(csv="a.csv"), IdxSource(idx="a")):
        experiment = first_experiment("mine", source, dataset)
        assert isinstance(experiment, Experiment)
        assert experiment.name == "mine"
        assert experiment.data.train_fraction == (0.8 if dataset.m >= 10 else 1.0)
        validate(experiment)


def test_images_of_hundreds_of_pixels_take_no_time():
    rng = np.random.default_rng(0)
    names = tuple(f"{row},{column}" for row in range(28) for column in range(28))
    Y = encode_classes(rng.integers(0, 10, 50), 10)
    classes = tuple("0123456789")
    dataset = Dataset(rng.random((784, 50)), Y, "classification", classes, names, classes, (28, 28))
    begin = time.process_time()  # not what other programs take
    experiment = first_experiment("images", IdxSource(idx="a"), dataset)
    validate(experiment)
    assert fit_to_dataset(on(IdxSource(idx="b"), experiment), dataset).data.features == experiment.data.features
    assert time.process_time() - begin < 0.2


@pytest.mark.parametrize(
    ("inputs", "rows", "hidden", "rate", "batch", "epochs"),
    [
        (1, 6, (8, "tanh"), 0.03, 4, 100),
        (1, 300, (8, "tanh"), 0.03, 8, 100),
        (2, 80, (8, "tanh"), 0.01, 8, 100),
        (10, 442, (16, "tanh"), 0.003, 32, 100),
        (30, 569, (32, "relu"), 0.003, 32, 100),
        (64, 1797, (64, "relu"), 0.003, 32, 100),
        (4, 20_000, (16, "tanh"), 0.003, 32, 20),
        (4, 1_000_000, (16, "tanh"), 0.003, 256, 10),
    ],
)
def test_a_table_begins_as_suits_its_size(inputs, rows, hidden, rate, batch, epochs):
    network, training = table_settings(inputs, rows)
    assert [(layer.units, layer.activation) for layer in network.hidden] == [hidden]
    assert network.initializer == {"tanh": "xavier", "relu": "he"}[hidden[1]]
    assert (training.learning_rate, training.batch_size, training.epochs) == (rate, batch, epochs)
