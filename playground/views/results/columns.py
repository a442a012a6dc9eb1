"""The columns of the table: what each says of an example, and by what it is sorted."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from playground.training.results import Scene
from playground.views import numbers
from playground.views.results.rows import Rows

CONTEXT = "results"
DIGITS = 7
"""Characters of a number in a cell."""
LARGE = 1e5
"""From here on a whole number says more than its first digits and an exponent, as long as it fits."""

Kind = Literal["text", "class", "verdict", "number", "share"]


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes
    ----------
    name
        Its id; of an input its formula's name, ``x1`` …
    label, tooltip
        In the language of the window.
    kind
        How its cells are drawn.
    live
        Whether training changes it.
    sample
        A text as wide as the widest.
    text
        ``text(rows, row)`` returns what a cell says.
    values
        ``values(rows)`` returns what the rows are sorted by, `(k,)`.
    """

    name: str
    label: str
    tooltip: str
    kind: Kind
    live: bool
    sample: str
    text: Callable[[Rows, int], str]
    values: Callable[[Rows], NDArray[Any]]


def translated(text: str) -> str:
    """Return a text of this file in the language of the window."""
    return QCoreApplication.translate(CONTEXT, text)


def number(value: float) -> str:
    """Return a number as cells show it."""
    if LARGE <= abs(value) < float("inf") and len(whole := f"{value:.0f}") <= DIGITS:
        return whole.replace("-", numbers.MINUS)
    return numbers.compact(value, DIGITS, pad=False)


def columns_of(scene: Scene) -> tuple[Column, ...]:
    """Return the columns for some data: what there is to learn of an example first, then its inputs."""
    about = _classes(scene) if scene.train_labels is not None else _values()
    return (*_common(), *about, *(_input(index, name) for index, name in enumerate(scene.input_names)))


def _common() -> tuple[Column, ...]:
    train, test = translated(_TRAIN), translated(_TEST)
    return (
        Column(
            "number",
            "#",
            translated(_NUMBER_TIP),
            "text",
            False,
            "88888",
            lambda rows, row: str(int(rows.number[row]) + 1),
            lambda rows: np.arange(rows.number.size),  # the training examples, then the test examples
        ),
        Column(
            "part",
            translated(_PART),
            translated(_PART_TIP),
            "text",
            False,
            max(train, test, key=len),
            lambda rows, row: test if rows.is_test[row] else train,
            lambda rows: rows.is_test,
        ),
    )


def _classes(scene: Scene) -> tuple[Column, ...]:
    names = scene.classes
    widest = max(names, key=len)
    return (
        Column(
            "true",
            translated(_TRUE),
            translated(_TRUE_CLASS_TIP),
            "class",
            False,
            widest,
            lambda rows, row: names[rows.true[row]],
            lambda rows: rows.true,
        ),
        Column(
            "predicted",
            translated(_PREDICTED),
            translated(_PREDICTED_CLASS_TIP),
            "verdict",
            True,
            widest,
            lambda rows, row: names[rows.predicted[row]],
            lambda rows: rows.predicted,
        ),
        Column(
            "confidence",
            translated(_CONFIDENCE),
            translated(_CONFIDENCE_TIP),
            "share",
            True,
            "100.0%",
            lambda rows, row: numbers.percent(float(rows.certainty[row])).strip(numbers.FIGURE_SPACE),
            lambda rows: rows.certainty,
        ),
        _error(),
    )


def _values() -> tuple[Column, ...]:
    return (
        Column(
            "true",
            translated(_TRUE),
            translated(_TRUE_VALUE_TIP),
            "number",
            False,
            "−8.8888",
            lambda rows, row: number(float(rows.true[row])),
            lambda rows: rows.true,
        ),
        Column(
            "predicted",
            translated(_PREDICTED),
            translated(_PREDICTED_VALUE_TIP),
            "number",
            True,
            "−8.8888",
            lambda rows, row: number(float(rows.predicted[row])),
            lambda rows: rows.predicted,
        ),
        Column(
            "residual",
            translated(_RESIDUAL),
            translated(_RESIDUAL_TIP),
            "number",
            True,
            "−8.8888",
            lambda rows, row: number(float(rows.certainty[row])),
            lambda rows: rows.certainty,
        ),
        _error(),
    )


def _error() -> Column:
    return Column(
        "error",
        translated(_ERROR),
        translated(_ERROR_TIP),
        "number",
        True,
        "8.88888",
        lambda rows, row: number(float(rows.error[row])),
        lambda rows: rows.error,
    )


def _input(index: int, name: str) -> Column:
    return Column(
        f"x{index + 1}",
        name,
        f"<p>{escape(translated(_INPUT_TIP).format(name=name), quote=False)}</p>",
        "number",
        False,
        "−8.8888",
        lambda rows, row: number(rows.input_at(row, index)),
        lambda rows: rows.inputs(index),
    )


_TRAIN = str(QT_TRANSLATE_NOOP("results", "train"))
_TEST = str(QT_TRANSLATE_NOOP("results", "test"))
_NUMBER_TIP = str(QT_TRANSLATE_NOOP("results", "The example's number in its part of the data, from 1."))
_PART = str(QT_TRANSLATE_NOOP("results", "Part"))
_PART_TIP = str(QT_TRANSLATE_NOOP("results", "Training examples are learned from, test examples only looked at."))
_TRUE = str(QT_TRANSLATE_NOOP("results", "True"))
_TRUE_CLASS_TIP = str(QT_TRANSLATE_NOOP("results", "The class that the data say the example has."))
_TRUE_VALUE_TIP = str(QT_TRANSLATE_NOOP("results", "The value that the data give for the example."))
_PREDICTED = str(QT_TRANSLATE_NOOP("results", "Predicted"))
_PREDICTED_CLASS_TIP = str(QT_TRANSLATE_NOOP("results", "The class that the network gives it; ✗ marks a wrong one."))
_PREDICTED_VALUE_TIP = str(QT_TRANSLATE_NOOP("results", "The network's output."))
_CONFIDENCE = str(QT_TRANSLATE_NOOP("results", "Confidence"))
_CONFIDENCE_TIP = str(
    QT_TRANSLATE_NOOP(
        "results", "The output for the predicted class, from no (0%) to yes (100%): how sure the network is."
    )
)
_RESIDUAL = str(QT_TRANSLATE_NOOP("results", "Residual"))
_RESIDUAL_TIP = str(QT_TRANSLATE_NOOP("results", "True minus predicted: what the network leaves unexplained."))
_ERROR = str(QT_TRANSLATE_NOOP("results", "Cost"))
_ERROR_TIP = str(
    QT_TRANSLATE_NOOP("results", "The cost of this example alone; the cost of the data is the mean over its examples.")
)
_INPUT_TIP = str(QT_TRANSLATE_NOOP("results", "The input {name}, as the data have it."))
