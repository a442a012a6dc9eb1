"""Contrasting pairs: two networks that differ in one setting; which of them fails, and why."""

import json
from collections.abc import Mapping
from math import isnan
from types import MappingProxyType
from typing import Any, Literal

from msgspec import Struct

from playground.files import Experiment, read_preset, validate
from playground.files.overrides import override
from playground.messages import Message
from playground.training.diagnostics import Finding
from playground.training.pins import Portrait
from playground.training.results import Array, Curves
from playground.training.training_run import TrainingRun

KIND = "pair"
"""The kind of the job, and its key in `Snapshot.work`."""
Outcome = Literal["a", "b", "both", "neither"]
"""Which of the two fails."""
WELL = ("healthy", "too_early")
"""What is found of a network that does not fail."""


class Pair(Struct, frozen=True):
    """Two networks with one difference.

    Attributes
    ----------
    path
        The setting in which they differ.
    values
        Its two values, as an experiment file has them.
    epochs
        How long both are trained.
    reasons
        Keys of `KINDS` to choose from when it is asked why.
    causes
        Those of them with which `because` explains what was found.
    because
        How the difference leads to it, in a sentence or two.
    """

    name: str
    title: Message
    preset: str
    path: str
    values: tuple[str, str]
    labels: tuple[Message, Message]
    epochs: int
    reasons: tuple[str, ...]
    causes: tuple[str, ...]
    because: Message

    def experiments(self) -> tuple[Experiment, Experiment]:
        a, b = (override(read_preset(self.preset), [f"{self.path}={value}"]) for value in self.values)
        validate(a)
        validate(b)
        return a, b


def _known(values: Array) -> float | None:
    """Return the last of them; None where there is no such thing."""
    return None if isnan(values[-1]) else float(values[-1])


class PairSide(Struct, frozen=True, eq=False):
    """What one of the two has come to, so far.

    Attributes
    ----------
    X, labels
        Its training examples, raw inputs `(n_inputs, m)` and class numbers; labels are None for numbers.
    findings
        What Health finds, cause first; empty as long as it is looked for.
    """

    epoch: int
    curves: Curves
    portrait: Portrait | None
    X: Array
    labels: Any
    train_cost: float
    test_cost: float | None
    train_accuracy: float | None
    test_accuracy: float | None
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, run: TrainingRun, portrait: Portrait | None, findings: tuple[Finding, ...] = ()) -> "PairSide":
        """Return what a run has come to at its last recorded epoch."""
        curves = run.history.curves()
        return cls(
            epoch=run.trainer.epoch,
            curves=curves,
            portrait=portrait,
            X=run.examples.train.X,
            labels=run.examples.train.labels,
            train_cost=float(curves.train_cost[-1]),
            test_cost=_known(curves.test_cost),
            train_accuracy=_known(curves.train_accuracy),
            test_accuracy=_known(curves.test_accuracy),
            findings=findings,
        )

    @property
    def fails(self) -> bool:
        return bool(self.findings) and self.findings[0].name not in WELL


class PairReport(Struct, frozen=True, eq=False):
    """What both have come to; `done` once Health has said what it finds."""

    name: str
    sides: tuple[PairSide, PairSide]
    progress: float
    done: bool

    @property
    def outcome(self) -> Outcome:
        a, b = (side.fails for side in self.sides)
        return "both" if a and b else "a" if a else "b" if b else "neither"

    @property
    def causes(self) -> frozenset[str]:
        """What was found of those that fail."""
        return frozenset(finding.name for side in self.sides if side.fails for finding in side.findings)

    @property
    def is_explained(self) -> bool:
        """Whether what was found is what the pair's own explanation is about."""
        return bool(self.causes & set(PAIRS[self.name].causes))

    def is_right(self, outcome: Outcome, reason: str) -> tuple[bool, bool]:
        """Return whether a prediction was right: which one fails, and why, a key of `KINDS`."""
        return outcome == self.outcome, reason in self.causes


def _layers(units: int, activation: str, depth: int = 1) -> str:
    """Return equal hidden layers, as an experiment file has them."""
    return json.dumps([{"units": units, "activation": activation}] * depth)


_RECORDS = (
    Pair(
        name="initial_weights",
        title=Message("First weights: all zero, or drawn"),
        preset="zero_init",
        path="network.initializer",
        values=("zeros", "xavier"),
        labels=(Message("all weights 0"), Message("drawn by Xavier")),
        epochs=300,
        reasons=("symmetric", "vanishing", "rate_too_small", "dead"),
        causes=("symmetric",),
        because=Message(
            "Neurons that begin equal get equal gradients and stay equal: a layer of them is worth one neuron. Random "
            "first weights break the tie."
        ),
    ),
    Pair(
        name="depth",
        title=Message("Six layers: sigmoid, or tanh"),
        preset="vanishing",
        path="network.hidden",
        values=(_layers(6, "tanh", 6), _layers(6, "sigmoid", 6)),
        labels=(Message("six layers of tanh"), Message("six layers of sigmoid")),
        epochs=300,
        reasons=("rate_too_large", "vanishing", "dead", "too_few_units"),
        causes=("vanishing",),
        because=Message(
            "Each layer multiplies the gradient by g′(z): at most 1/4 for sigmoid, up to 1 for tanh. After six layers "
            "of sigmoid hardly anything is left for the first."
        ),
    ),
    Pair(
        name="rate_large",
        title=Message("Learning rate: 10, or 0.03"),
        preset="too_fast",
        path="training.learning_rate",
        values=("10.0", "0.03"),
        labels=(Message("learning rate 10"), Message("learning rate 0.03")),
        epochs=200,
        reasons=("rate_too_small", "rate_too_large", "exploding", "overfitting"),
        causes=("rate_too_large", "diverged"),
        because=Message(
            "A step is the learning rate times the gradient. Steps longer than the valley is wide jump from one slope "
            "to the other: a larger rate does not learn faster."
        ),
    ),
    Pair(
        name="rate_small",
        title=Message("Learning rate: 0.1, or a millionth"),
        preset="too_slow",
        path="training.learning_rate",
        values=("0.1", "0.000001"),
        labels=(Message("learning rate 0.1"), Message("learning rate 0.000001")),
        epochs=100,
        reasons=("vanishing", "plateau", "rate_too_small", "symmetric"),
        causes=("rate_too_small",),
        because=Message("The gradients are there, but each step is so short that the weights hardly move."),
    ),
    Pair(
        name="scale",
        title=Message("Large inputs: standardized, or as they are"),
        preset="large_inputs",
        path="data.standardize",
        values=("true", "false"),
        labels=(Message("inputs standardized"), Message("inputs as they are, in the thousands")),
        epochs=60,
        reasons=("input_scale", "overfitting", "rate_too_small", "linear"),
        causes=("input_scale",),
        because=Message(
            "Inputs in the thousands make sums in the thousands: tanh answers −1 or 1 for nearly every example, where "
            "its slope, and with it the gradient, is about 0."
        ),
    ),
    Pair(
        name="hidden_layer",
        title=Message("Circles: with a hidden layer, or without"),
        preset="no_hidden_layer",
        path="network.hidden",
        values=("[]", _layers(4, "tanh")),
        labels=(Message("no hidden layer"), Message("four hidden neurons")),
        epochs=100,
        reasons=("linear", "rate_too_large", "plateau", "too_few_units"),
        causes=("linear",),
        because=Message(
            "Without a hidden layer the boundary is a straight line, however long it trains; a ring has none."
        ),
    ),
    Pair(
        name="dead",
        title=Message("ReLU: learning rate 0.1, or 2"),
        preset="dead_relu",
        path="training.learning_rate",
        values=("0.1", "2.0"),
        labels=(Message("learning rate 0.1"), Message("learning rate 2")),
        epochs=100,
        reasons=("vanishing", "dead", "symmetric", "penalty"),
        causes=("dead",),
        because=Message(
            "One long step made the sums of the ReLU neurons negative for every example. There g′(z) is 0, so no "
            "gradient ever brings them back."
        ),
    ),
    Pair(
        name="capacity",
        title=Message("Thirty examples: 64 hidden neurons, or 2"),
        preset="overfitting",
        path="network.hidden",
        values=(_layers(32, "tanh", 2), _layers(2, "tanh")),
        labels=(Message("two layers of 32 neurons"), Message("one layer of 2 neurons")),
        epochs=150,
        reasons=("too_few_units", "overfitting", "rate_too_large", "contradicting_labels"),
        causes=("overfitting",),
        because=Message(
            "The large network bends its boundary around every single training point, noise included. What it has "
            "learned by heart does not hold for the test points."
        ),
    ),
    Pair(
        name="penalty",
        title=Message("L2 penalty: none, or 0.3"),
        preset="strong_penalty",
        path="training.l2",
        values=("0.0", "0.3"),
        labels=(Message("no penalty"), Message("L2 penalty 0.3")),
        epochs=100,
        reasons=("penalty", "rate_too_small", "overfitting", "dead"),
        causes=("penalty",),
        because=Message(
            "The penalty pulls every weight towards 0 as hard as the examples pull it away: the weights stay too small "
            "for a sharp boundary."
        ),
    ),
)

PAIRS: Mapping[str, Pair] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every pair by name."""
