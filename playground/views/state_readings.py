"""What the status bar says: the states of a session, and its numbers, a row each."""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct
from PySide6.QtCore import QT_TRANSLATE_NOOP

from playground.messages import numbers
from playground.training.snapshot import Snapshot

LEAST_R2 = -9.0


class State(Struct, frozen=True):
    """What a session can be doing: a mark of its own shape with a word (context ``StateBar``), a colour."""

    label: str
    color: str


STATES: Mapping[str, State] = MappingProxyType(
    {
        "running": State(str(QT_TRANSLATE_NOOP("StateBar", "● running")), "accent"),
        "paused": State(str(QT_TRANSLATE_NOOP("StateBar", "○ paused")), "muted"),
        "diverged": State(str(QT_TRANSLATE_NOOP("StateBar", "▲ diverged")), "error"),
    }
)
"""Every state by name."""


class Reading(Struct, frozen=True):
    """One number of the bar.

    Attributes
    ----------
    label
        Text with ``{}`` for the number, before translation (context ``StateBar``), as is `tooltip`.
    widest
        The widest thing that can stand for ``{}``.
    text
        From a snapshot and the frames per second, the number as text.
    """

    label: str
    tooltip: str
    widest: str
    text: Callable[[Snapshot, float | None], str]


def _pair(first: str, second: str) -> str:
    return f"{first} / {second}"


def _r2(value: float | None) -> str:
    """Return how much is explained; how far below "nothing" it is hardly matters."""
    if value is None or not math.isfinite(value):
        return numbers.MISSING
    return f"{value:.2f}".replace("-", numbers.MINUS) if value > LEAST_R2 else f"< −{-LEAST_R2:.0f}"


READINGS: Mapping[str, Reading] = MappingProxyType(
    {
        "cost": Reading(
            str(QT_TRANSLATE_NOOP("StateBar", "cost {}")),
            str(QT_TRANSLATE_NOOP("StateBar", "The cost on the training data / on the test data.")),
            "8.888e-88 / 8.888e-88",
            lambda snapshot, _frames: _pair(numbers.number(snapshot.train_cost), numbers.number(snapshot.test_cost)),
        ),
        "fit": Reading(
            str(QT_TRANSLATE_NOOP("StateBar", "R² {}")),
            str(
                QT_TRANSLATE_NOOP(
                    "StateBar",
                    "How much of the variation of the numbers to predict is explained, on the training data / on the "
                    "test data: 1 is all, 0 no more than by always saying the mean. Of several numbers it is the mean.",
                )
            ),
            "−8.88 / −8.88",
            lambda snapshot, _frames: _pair(
                *(_r2(None if fit is None else fit.mean_r2) for fit in (snapshot.train_fit, snapshot.test_fit))
            ),
        ),
        "rmse": Reading(
            str(QT_TRANSLATE_NOOP("StateBar", "RMSE {}")),
            str(
                QT_TRANSLATE_NOOP(
                    "StateBar",
                    "The root of the mean squared error, in the unit of the data, on the training data / on the test "
                    "data. Of several numbers it stands in Results.",
                )
            ),
            "8.888e-88 / 8.888e-88",
            lambda snapshot, _frames: _pair(
                *(
                    numbers.number(None if fit is None or len(fit.rmse) > 1 else fit.rmse[0])
                    for fit in (snapshot.train_fit, snapshot.test_fit)
                )
            ),
        ),
        "accuracy": Reading(
            str(QT_TRANSLATE_NOOP("StateBar", "accuracy {}")),
            str(QT_TRANSLATE_NOOP("StateBar", "The share of right answers on the training data / on the test data.")),
            "888.8% / 888.8%",
            lambda snapshot, _frames: _pair(
                numbers.percent(snapshot.train_accuracy),
                numbers.percent(snapshot.test_accuracy),
            ),
        ),
        "rate": Reading(
            str(QT_TRANSLATE_NOOP("StateBar", "α {}")),
            str(
                QT_TRANSLATE_NOOP(
                    "StateBar", "The learning rate of the next update: what the schedule makes of the one that is set."
                )
            ),
            "8.888e-88",
            lambda snapshot, _frames: numbers.number(snapshot.rate),
        ),
        "gradient": Reading(
            str(QT_TRANSLATE_NOOP("StateBar", "‖dW, db‖ {}")),
            str(
                QT_TRANSLATE_NOOP(
                    "StateBar", "The norm of the gradient of the cost over all weights and biases, in the last update."
                )
            ),
            "8.8e-888",
            lambda snapshot, _frames: numbers.number(snapshot.gradient_norm, 2),
        ),
        "updates": Reading(
            str(QT_TRANSLATE_NOOP("StateBar", "{} updates/s")),
            str(QT_TRANSLATE_NOOP("StateBar", "Updates of the weights in a second; one update uses one mini-batch.")),
            "8,888,000",
            lambda snapshot, _frames: numbers.grouped(_three_digits(snapshot.updates_per_second)),
        ),
        "frames": Reading(
            str(QT_TRANSLATE_NOOP("StateBar", "{} frames/s")),
            str(QT_TRANSLATE_NOOP("StateBar", "Pictures of the training shown in a second.")),
            "888",
            lambda _snapshot, frames: numbers.grouped(None if frames is None else round(frames)),
        ),
    }
)
"""Every number by name, in order; where there is little room the last ones give way."""


SCORES = frozenset({"cost", "fit", "rmse", "accuracy"})
"""Numbers that stand beside the curves too."""
CLASSES_ONLY, NUMBERS_ONLY = frozenset({"accuracy"}), frozenset({"fit", "rmse"})
"""Numbers that only a problem with classes, or one with numbers to predict, has."""


def state_of(snapshot: Snapshot) -> str:
    """Return the name in `STATES` of what the session is doing."""
    if snapshot.divergence is not None:
        return "diverged"
    return "running" if snapshot.running else "paused"


def _three_digits(value: float) -> int:
    """Round a speed so that its last digits do not flicker."""
    return int(float(f"{value:.3g}"))
