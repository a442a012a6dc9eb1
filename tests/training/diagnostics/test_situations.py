"""Situations with a known cause: what is said of them first, and that the remedy cures them."""

import json
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest

from playground.files import Experiment, override, presets
from playground.training import TrainingSession
from playground.training.diagnostics import KINDS
from playground.training.health import HealthReport

PRESETS = {preset.id: preset.experiment for preset in presets()}
SEEDS = (0, 1, 2)


@dataclass(frozen=True)
class Situation:
    """One situation.

    Attributes
    ----------
    name
        What it is.
    cause
        The name of the finding that must come first.
    build
        Returns the experiment for a seed.
    epochs
        How long it is trained.
    seeds
        Of weights, and of data that are made for it.
    beside
        Names that must be told beside it.
    """

    name: str
    cause: str
    build: Callable[[int], Experiment]
    epochs: int
    seeds: tuple[int, ...] = SEEDS
    beside: tuple[str, ...] = ()


def report_of(experiment: Experiment, epochs: int) -> HealthReport:
    """Train, and return what is said."""
    session = TrainingSession(experiment)
    session.advance(float("inf"), until_epoch=epochs)
    report = session.observer.diagnose()
    assert report is not None
    return report


def names(experiment: Experiment, epochs: int) -> list[str]:
    """Return the names of what is found."""
    return [finding.name for finding in report_of(experiment, epochs).findings]


def preset(name: str, **changes: object) -> Callable[[int], Experiment]:
    """A preset with changes, by seed of the weights; ``__`` stands for a dot."""
    return lambda seed: changed(PRESETS[name], network__seed=seed, **changes)


def changed(experiment: Experiment, **changes: object) -> Experiment:
    """An experiment with changes; ``__`` stands for a dot."""
    return override(experiment, [f"{path.replace('__', '.')}={json.dumps(value)}" for path, value in changes.items()])


def hidden(*units: int, activation: str = "tanh") -> list[dict[str, object]]:
    """Hidden layers as an experiment file has them."""
    return [{"units": n, "activation": activation} for n in units]


def classes(make: Callable[[np.random.Generator], tuple[np.ndarray, np.ndarray]], **changes: object):
    """A table of numbers and a class ``a`` or ``b``, made by a seed, on a network that suits it."""

    def build(seed: int) -> Experiment:
        X, labels = make(np.random.default_rng(seed))
        rows = [[*map(float, x), "ab"[int(label)]] for x, label in zip(X, labels, strict=True)]
        return _table(rows, len(X[0]), "circles", seed, {"network__hidden": hidden(8)} | changes)

    return build


def numbers(make: Callable[[np.random.Generator], tuple[np.ndarray, np.ndarray]], **changes: object):
    """A table of numbers and a number to predict, made by a seed, on a network that suits it."""

    def build(seed: int) -> Experiment:
        X, Y = make(np.random.default_rng(seed))
        rows = [[*map(float, x), float(y)] for x, y in zip(X, Y, strict=True)]
        base = {"training__batch_size": 10, "network__hidden": hidden(8), "training__learning_rate": 0.01}
        return _table(rows, len(X[0]), "plane", seed, base | changes)

    return build


def _table(rows: list[list[object]], n_inputs: int, like: str, seed: int, changes: dict[str, object]) -> Experiment:
    header = [*(f"c{index + 1}" for index in range(n_inputs)), "y"]
    text = "\n".join(",".join(map(str, row)) for row in [header, *rows])
    source = {"csv": "made.csv", "text": text, "label": ["y"], "header": True}
    return changed(
        PRESETS[like],
        **{
            "data__source": source,
            "data__features": [f"x{index + 1}" for index in range(n_inputs)],
            "data__train_fraction": 0.8,
            "network__seed": seed,
        }
        | changes,
    )


# Data.


def disc(rng: np.random.Generator, m: int = 200) -> tuple[np.ndarray, np.ndarray]:
    """A disc inside a ring."""
    X = rng.uniform(-1, 1, (m, 2))
    return X, (np.square(X).sum(axis=1) < 0.5).astype(int)


def wave(rng: np.random.Generator, m: int = 200) -> tuple[np.ndarray, np.ndarray]:
    """One period and a half of a sine."""
    X = rng.uniform(-1.5, 1.5, (m, 1))
    return X, np.sin(3 * X[:, 0])


def slope(rng: np.random.Generator, m: int = 120) -> tuple[np.ndarray, np.ndarray]:
    """A plane with some noise."""
    X = rng.uniform(0, 10, (m, 3))
    return X, (2.5 * X[:, 0] + 1.5 * X[:, 1] + 0.2 * X[:, 2] + rng.normal(0, 1.5, m)).clip(0, 50)


def scaled(make, factor, offset=0.0, of="inputs"):
    """The same data in another unit."""

    def build(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        X, Y = make(rng)
        return (X * factor + offset, Y) if of == "inputs" else (X, Y * factor + offset)

    return build


def coin(rng: np.random.Generator, m: int = 1000, n: int = 2) -> tuple[np.ndarray, np.ndarray]:
    """Classes by the toss of a coin."""
    return rng.uniform(-1, 1, (m, n)), rng.integers(0, 2, m)


def coins_of_ten(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Classes by the toss of a coin beside ten inputs: easily learned by heart."""
    return coin(rng, 300, 10)


def noise(rng: np.random.Generator, m: int = 200) -> tuple[np.ndarray, np.ndarray]:
    """Numbers that do not depend on the inputs."""
    return rng.uniform(-1, 1, (m, 2)), rng.normal(0, 1, m)


def same_rows(_rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A hundred equal rows, half of each class."""
    return np.tile([1.0, 2.0], (100, 1)), np.arange(100) % 2


def paired(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Whole numbers, every row once with each class and once more with one."""
    X = np.repeat(rng.integers(0, 9, (40, 2)).astype(float), 3, axis=0)
    return X, np.arange(120) % 3 % 2


def wide(rng: np.random.Generator, m: int = 120, n: int = 300) -> tuple[np.ndarray, np.ndarray]:
    """Few examples of many inputs, of which three matter a little."""
    X = rng.normal(0, 1, (m, n))
    return X, (X[:, :3].sum(axis=1) + rng.normal(0, 1, m) > 0).astype(int)


def few(rng: np.random.Generator, m: int = 80, n: int = 20) -> tuple[np.ndarray, np.ndarray]:
    """Few rows of twenty inputs, of which one matters."""
    X = rng.normal(0, 1, (m, n))
    return X, X[:, 0] + rng.normal(0, 0.3, m)


def overlapping(rng: np.random.Generator, m: int = 120) -> tuple[np.ndarray, np.ndarray]:
    """Two clouds, half of each inside the other."""
    labels = rng.integers(0, 2, m)
    return rng.normal(0, 1, (m, 2)) + 1.2 * labels[:, None], labels


def noisy_wave(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A few noisy points of a sine."""
    X, Y = wave(rng, 40)
    return X, Y + rng.normal(0, 0.8, len(Y))


def many(rng: np.random.Generator, m: int = 300, n: int = 60) -> tuple[np.ndarray, np.ndarray]:
    """Sixty inputs whose sum decides."""
    X = rng.normal(0, 1, (m, n))
    return X, (X.sum(axis=1) > 0).astype(int)


def far_target(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A wave, with one wrong number of a million."""
    X, Y = wave(rng)
    Y[17] = 1e3
    return X, Y


def far_input(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A disc, with one wrong input."""
    X, labels = disc(rng)
    X[23, 1] = 1e5
    return X, labels


SGD = {"training__optimizer": "sgd"}
RAW = {"data__standardize": False}
RAW_TARGETS = {"data__standardize_targets": False}
CONSTANT = ("no_better_than_constant",)
THOUSANDS = ["x1*1000", "x2*1000"]
LEAKY = hidden(8, 8, 8, 8, activation="leaky_relu")
SIGMOIDS = hidden(6, 6, 6, 6, 6, 6, activation="sigmoid")
HUNDREDS = scaled(wave, 300, 500, of="targets")
PRICES = scaled(slope, 1e4, of="targets")
SMALL = scaled(wave, 1e-4, of="targets")


def case(name: str, cause: str, build: Callable[[int], Experiment], epochs: int = 60, **more: object) -> Situation:
    """A situation of sixty epochs."""
    return Situation(name, cause, build, epochs, **more)  # type: ignore[arg-type]


SITUATIONS = (
    case("a plane at rate 1", "diverged", preset("plane", **SGD, training__learning_rate=1)),
    case("bumps at rate 5", "diverged", preset("bumps", **SGD, training__learning_rate=5)),
    case(
        "features of thousands diverge",
        "input_scale",
        preset("plane", **SGD, data__features=THOUSANDS, network__hidden=hidden(6, activation="leaky_relu")),
        beside=("diverged",),
    ),
    case("marks with a sigmoid", "output_range", numbers(slope, network__output_activation="sigmoid")),
    case("marks with tanh", "output_range", numbers(slope, network__output_activation="tanh")),
    case("negative numbers with ReLU", "output_range", numbers(wave, network__output_activation="relu", **RAW_TARGETS)),
    case("a plane with a sigmoid", "output_range", preset("plane", network__output_activation="sigmoid")),
    case("inputs of millions", "input_scale", classes(scaled(disc, 1e6), **RAW), beside=CONSTANT),
    case("inputs of thousandths", "input_scale", classes(scaled(disc, 1e-3), **RAW), beside=CONSTANT),
    case("years", "input_scale", numbers(scaled(wave, 10, 2000), **RAW), beside=CONSTANT),
    case("features of thousands", "input_scale", preset("moons", data__features=THOUSANDS)),
    case("hundreds to predict", "target_scale", numbers(HUNDREDS, **RAW_TARGETS)),
    case(
        "prices diverge",
        "target_scale",
        numbers(PRICES, **RAW_TARGETS, **SGD, network__hidden=hidden(8, activation="leaky_relu")),
        beside=("diverged",),
    ),
    case("ten-thousandths to predict", "target_scale", numbers(SMALL, **RAW_TARGETS, training__learning_rate=0.05)),
    case("circles without hidden layer", "linear", preset("circles", network__hidden=[])),
    case("XOR without hidden layer", "linear", preset("xor", network__hidden=[])),
    case("four points without hidden layer", "linear", preset("xor_points", network__hidden=[]), 500),
    case("spirals, linear layers", "linear", preset("spirals", network__hidden=hidden(8, 8, activation="linear"))),
    case("moons without hidden layer", "linear", preset("moons", network__hidden=[]), 100),
    case("a wave without hidden layer", "linear", numbers(wave, network__hidden=[]), 100, beside=CONSTANT),
    case("circles with L2 = 1", "penalty", preset("circles", training__l2=1.0), beside=CONSTANT),
    case("circles with L1 = 1", "penalty", preset("circles", training__l1=1.0), beside=CONSTANT),
    case("moons with L2 = 0.3", "penalty", preset("moons", training__l2=0.3)),
    case("a wave with L2 = 0.3", "penalty", numbers(wave, training__l2=0.3), 100),
    case("circles with one neuron", "too_few_units", preset("circles", network__hidden=hidden(1)), 150),
    case("XOR with one neuron", "too_few_units", preset("xor", network__hidden=hidden(1)), 150),
    case("spirals with two neurons", "too_few_units", preset("spirals", network__hidden=hidden(2)), 150),
    case("three spirals with two", "too_few_units", preset("three_spirals", network__hidden=hidden(2)), 200),
    case("dead ReLU", "dead", preset("dead_relu"), beside=CONSTANT),
    case(
        "dead at rate 3",
        "dead",
        preset("xor", **SGD, network__hidden=hidden(6, 6, activation="relu"), training__learning_rate=3),
    ),
    case("zero weights", "symmetric", preset("zero_init")),
    case("zero weights in XOR", "symmetric", preset("xor", network__initializer="zeros"), beside=CONSTANT),
    case(
        "saturated from the start",
        "saturated",
        classes(many, **SGD, network__initializer="normal", network__hidden=hidden(4), training__learning_rate=0.01),
        60,
    ),
    case("vanishing", "vanishing", preset("vanishing"), beside=CONSTANT),
    case(
        "vanishing by SGD",
        "vanishing",
        preset("circles", **SGD, network__hidden=SIGMOIDS, training__learning_rate=0.1),
        beside=CONSTANT,
    ),
    case("exploding", "exploding", preset("exploding"), beside=CONSTANT),
    case(
        "large weights in a deep plane",
        "exploding",
        preset("plane", network__hidden=LEAKY, network__initializer="normal", training__learning_rate=0.003),
        60,
    ),
    case("too fast", "rate_too_large", preset("too_fast")),
    case("three spirals at rate 1", "rate_too_large", preset("three_spirals", training__learning_rate=1)),
    case("bumps at Adam's rate 1", "rate_too_large", preset("bumps", training__learning_rate=1)),
    case("too slow", "rate_too_small", preset("circles", training__learning_rate=1e-6), beside=CONSTANT),
    case("too slow by SGD", "rate_too_small", preset("moons", **SGD, training__learning_rate=1e-5), 200),
    case("too slow for numbers", "rate_too_small", numbers(wave, training__learning_rate=1e-6), beside=CONSTANT),
    case("local minimum", "plateau", preset("local_minimum"), 200, seeds=(2, 3), beside=CONSTANT),
    case("few rows, many columns", "overfitting", classes(wide, network__hidden=hidden(16))),
    case(
        "overlapping clouds",
        "overfitting",
        classes(overlapping, network__hidden=hidden(32, 32), data__train_fraction=0.4),
        200,
    ),
    case(
        "a noisy wave",
        "overfitting",
        numbers(noisy_wave, network__hidden=hidden(32, 32), data__train_fraction=0.5, training__batch_size=5),
        300,
    ),
    case("few rows, many inputs", "overfitting", numbers(few, network__hidden=hidden(16), data__train_fraction=0.5)),
    case("a hundred equal rows", "contradicting_labels", classes(same_rows), beside=CONSTANT),
    case("contradicting rows", "contradicting_labels", classes(paired, network__hidden=hidden(16)), 100),
    case("classes by a coin", "contradicting_labels", classes(coin), 30, beside=CONSTANT),
    case(
        "a coin learned by heart",
        "contradicting_labels",
        classes(coins_of_ten, network__hidden=hidden(32), data__train_fraction=0.5),
        100,
        beside=("overfitting", *CONSTANT),
    ),
    case("numbers by chance", "contradicting_labels", numbers(noise), beside=CONSTANT),
    case("a target of a thousand", "outlier", numbers(far_target)),
    case("an input of a hundred thousand", "outlier", classes(far_input)),
)
"""Each with the name that must come first."""
CASES = [pytest.param(case, seed, id=f"{case.name}, {seed}") for case in SITUATIONS for seed in case.seeds]


@pytest.mark.parametrize(("case", "seed"), CASES)
def test_the_cause_comes_first_and_its_remedy_cures(case: Situation, seed: int):
    experiment = case.build(seed)
    report = report_of(experiment, case.epochs)
    found = [finding.name for finding in report.findings]
    assert found[0] == case.cause
    assert set(case.beside) <= set(found)
    first = report.findings[0]
    assert first.sentence
    assert first.remedy
    if first.changes:
        assert names(first.remedied(experiment), case.epochs) == ["healthy"]
        # What the command line is told to set is the same.
        assert override(experiment, first.settings).training == first.remedied(experiment).training
        assert override(experiment, first.settings).network == first.remedied(experiment).network
    else:
        assert case.cause in ("contradicting_labels", "outlier")


def test_there_are_enough_situations_and_every_cause_is_among_them():
    assert len(SITUATIONS) >= 40
    causes = {case.cause for case in SITUATIONS}
    assert causes == set(KINDS) - {"healthy", "too_early", "no_better_than_constant"}


def test_rows_and_columns_are_those_of_the_data():
    cases = {case.name: case for case in SITUATIONS}
    (first, *_) = report_of(cases["a target of a thousand"].build(0), 60).findings
    assert (first.rows, first.columns) == ((18,), ("y",))
    assert "1,000" in first.sentence
    (first, *_) = report_of(cases["an input of a hundred thousand"].build(0), 60).findings
    assert (first.rows, first.columns) == ((24,), ("c2",))
    experiment = cases["contradicting rows"].build(0)
    (first, *_) = report_of(experiment, 100).findings
    lines = experiment.data.source.text.splitlines()[1:]
    inputs = {lines[row - 1].rpartition(",")[0] for row in first.rows}
    kinds = {lines[row - 1].rpartition(",")[2] for row in first.rows}
    assert len(inputs) < len(first.rows)
    assert kinds == {"a", "b"}
    (first, *_) = report_of(cases["years"].build(0), 60).findings
    assert first.columns == ("c1",)
