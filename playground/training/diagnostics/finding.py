"""What is found: its name, the numbers it rests on in a sentence, and a remedy that can be carried out."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec import Struct

from playground.files import Experiment, LayerSettings, validate
from playground.messages import Message
from playground.messages.numbers import not_finite
from playground.training.edits import edited

Changes = tuple[tuple[str, Any], ...]
"""Paths of the experiment file and their new values, in the order in which they are set."""


class Kind(Struct, frozen=True):
    """One thing that can be found.

    Attributes
    ----------
    name
        As `train --json` has it.
    label
        Two or three words.
    preset
        The id of a preset that shows it; empty where none does.
    """

    name: str
    label: str
    preset: str = ""


class Finding(Struct, frozen=True, eq=False):
    """Something that was found.

    Attributes
    ----------
    name
        A key of `KINDS`.
    layer
        1 … L; None where it is about the whole network or the data.
    sentence
        What was found, with the numbers it rests on.
    remedy
        What to do; None where there is nothing to do.
    changes
        The remedy as changes of the experiment, to be trained from the start; empty where it lies in the data or is
        not known.
    rows
        The rows of the data that the remedy is about, counted from 1.
    columns
        The columns that it is about, by their names.
    is_open
        Whether its cause is still being looked for.
    """

    name: str
    sentence: Message
    remedy: Message | None = None
    layer: int | None = None
    changes: Changes = ()
    rows: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()
    is_open: bool = False

    @property
    def kind(self) -> Kind:
        return KINDS[self.name]

    def remedied(self, experiment: Experiment) -> Experiment:
        """Return an experiment with the changes of the remedy.

        Raises `FileError` or `TrainingError` if they do not fit it.
        """
        for path, value in self.changes:
            experiment = edited(experiment, path, value)
        validate(experiment)
        return experiment

    @property
    def settings(self) -> tuple[str, ...]:
        """The changes as the command line takes them: `KEY=VALUE`."""
        return tuple(f"{path}={_text(value)}" for path, value in self.changes)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def hidden_layers(units: int, activation: str, depth: int = 1) -> tuple[LayerSettings, ...]:
    """Return equal hidden layers, as a change has them."""
    return (LayerSettings(units, activation),) * depth


def percent(share: float) -> str:
    """Return a share in percent for a sentence: whole, but never 0 or 100 where it is not quite."""
    if word := not_finite(share):
        return word
    if 0.99 < share < 1:
        return f"{100 * min(share, 0.9999):.2f}".rstrip("0")
    return f"{100 * share:,.0f}" if share == 0 or abs(share) >= 0.0095 else number_text(float(f"{100 * share:.2g}"))


def number_text(value: float) -> str:
    """Return a number of a sentence: whole ones as they are, others with three significant digits, ``0.153``."""
    if word := not_finite(value):
        return word
    if abs(value) < 1e6 and value == int(value):
        return f"{int(value):,}"
    rounded = float(f"{value:.3g}")
    if 100 <= abs(rounded) < 1e7:
        return f"{rounded:,.0f}"
    mantissa, e, exponent = f"{rounded:.3g}".partition("e")
    return f"{mantissa}e{int(exponent)}" if e else mantissa


_RECORDS = (
    Kind("healthy", "Healthy"),
    Kind("too_early", "Too early to tell"),
    Kind("diverged", "Diverged", "diverging"),
    Kind("no_better_than_constant", "No better than a constant", "random_labels"),
    Kind("output_range", "Output cannot reach the targets", "out_of_reach"),
    Kind("input_scale", "Inputs not scaled", "large_inputs"),
    Kind("target_scale", "Targets not scaled", "large_targets"),
    Kind("linear", "Only straight boundaries", "no_hidden_layer"),
    Kind("penalty", "Penalty too strong", "strong_penalty"),
    Kind("too_few_units", "Too few neurons", "too_few_units"),
    Kind("dead", "Dead ReLU", "dead_relu"),
    Kind("saturated", "Saturated neurons", "saturated"),
    Kind("symmetric", "Identical neurons", "zero_init"),
    Kind("vanishing", "Vanishing gradients", "vanishing"),
    Kind("exploding", "Exploding gradients", "exploding"),
    Kind("rate_too_large", "Learning rate too large", "too_fast"),
    Kind("rate_too_small", "Learning rate too small", "too_slow"),
    Kind("plateau", "Stuck on a plateau", "local_minimum"),
    Kind("overfitting", "Overfitting", "overfitting"),
    Kind("contradicting_labels", "Contradicting labels", "random_labels"),
    Kind("outlier", "An outlier", "outlier"),
)

KINDS: Mapping[str, Kind] = MappingProxyType({record.name: record for record in _RECORDS})
"""Everything that can be found, by name."""
