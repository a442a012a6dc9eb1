"""Every preset for generated data is well formed and learns within its own epochs."""

import json
import re
from pathlib import Path

import numpy as np
import pytest

from playground.data import GENERATORS, FeatureMap, generate, split
from playground.engine import Network, Trainer

FOLDER = Path(__file__).parents[2] / "presets"

# The test accuracy of a classification that must be reached, the test cost of a regression that must not be exceeded;
# where noise is on the targets, the cost cannot fall below its variance.
ACCURACY = {
    "xor_points": 1.0, "xor": 0.95, "circles": 0.97, "gaussians": 0.97, "spirals": 0.97, "moons": 0.98,
    "three_spirals": 0.96, "blobs": 0.97,
}  # fmt: skip
# Exercises, which show what goes wrong and are not meant to learn as they are: see tests/training/test_presets.py.
EXERCISES = ("vanishing", "exploding", "dead_relu", "zero_init", "too_fast", "local_minimum")
# What the Health panel finds: see tests/training/test_situations.py.
FINDINGS = (
    "diverging", "large_inputs", "large_targets", "no_hidden_layer", "out_of_reach", "outlier", "overfitting",
    "random_labels", "saturated", "strong_penalty", "too_few_units", "too_slow",
)  # fmt: skip
# Presets with data of their own, which no generator makes: see tests/data/test_digits.py.
OWN = ("digits",)
# Networks small enough for paper, and weights that are too small: see tests/training/test_initial_weights.py.
BY_HAND = ("by_hand", "document_002", "small_normal", "textbook")
COST = {"plane": 0.005, "bumps": 0.01, "sine": 0.01, "heart": 0.002}


def read(name):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def train(preset):
    data, layers, training = preset["data"], preset["network"], preset["training"]
    dataset = generate(data["source"], samples=data["samples"], noise=data["noise"], seed=data["seed"])
    F = FeatureMap(data["features"], dataset.X.shape[0]).transform(dataset.X)
    learned, kept = split(dataset.m, data["train_fraction"], np.random.default_rng(data["seed"]))
    network = Network(
        [len(F), *(layer["units"] for layer in layers["hidden"]), len(dataset.Y)],
        activations=[*(layer["activation"] for layer in layers["hidden"]), layers["output_activation"]],
        cost=training["cost"],
        initializer=layers["initializer"],
        seed=layers["seed"],
        dtype=layers["dtype"],
    )
    options = {key: training[key] for key in ("optimizer", "learning_rate", "batch_size", "l1", "l2")}
    trainer = Trainer(network, F[:, learned], dataset.Y[:, learned], seed=layers["seed"], **options)
    trainer.run_epochs(training["epochs"])
    examples = kept if len(kept) else learned
    return network, F[:, examples], dataset.Y[:, examples]


def test_there_is_a_preset_for_every_generator():
    assert {path.stem for path in FOLDER.glob("*.json")} == {*GENERATORS, *EXERCISES, *FINDINGS, *OWN, *BY_HAND}
    assert {**ACCURACY, **COST}.keys() == GENERATORS.keys()


@pytest.mark.parametrize("name", tuple(GENERATORS))
def test_a_preset_is_named_and_described_in_both_languages(name):
    preset = read(name)
    assert list(preset) == ["schema_version", "name", "description", "data", "network", "training"]
    assert preset["schema_version"] == 3
    assert set(preset["name"]) == {"en", "ko"}
    assert preset["data"]["source"] == name
    assert set(preset["description"]) == {"en", "ko"}
    assert re.search("[가-힣]", preset["description"]["ko"])
    for text in preset["description"].values():
        assert 1 <= text.count(".") <= 2
    if GENERATORS[name].fixed_samples:
        assert preset["data"]["samples"] == GENERATORS[name].samples


@pytest.mark.parametrize("name", EXERCISES)
def test_an_exercise_says_what_to_see_and_what_to_do(name):
    preset = read(name)
    assert list(preset) == ["schema_version", "name", "description", "data", "network", "training"]
    assert preset["data"]["source"] in GENERATORS
    assert set(preset["description"]) == {"en", "ko"}
    assert re.search("[가-힣]", preset["description"]["ko"])
    for text in preset["description"].values():
        assert len(re.findall(r"\.(?:\s|$)", text)) == 2
    assert re.search("again|reset|choose", preset["description"]["en"])


@pytest.mark.parametrize("name", FINDINGS)
def test_a_finding_is_named_and_described_in_both_languages(name):
    preset = read(name)
    assert preset["schema_version"] == 3
    for texts in (preset["name"], preset["description"]):
        assert set(texts) == {"en", "ko"}
        assert re.search("[가-힣]", texts["ko"])
    for text in preset["description"].values():
        assert 2 <= len(re.findall(r"[.:](?:\s|$)", text)) <= 4


@pytest.mark.parametrize("name", tuple(ACCURACY))
def test_a_classification_learns(name):
    network, F, Y = train(read(name))
    A = network.predict(F)
    right = (A > 0.5) == (Y > 0.5) if len(Y) == 1 else A.argmax(axis=0) == Y.argmax(axis=0)
    assert right.mean() >= ACCURACY[name]


@pytest.mark.parametrize("name", tuple(COST))
def test_a_regression_learns(name):
    network, F, Y = train(read(name))
    assert network.cost(F, Y) <= COST[name]
