"""The columns of the table: what each says of an example, and by what it is sorted."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from playground.messages import numbers
from playground.training.questions.results import Rows
from playground.training.results import Scene
from playground.views.network.names import feature_label

CONTEXT = "results"
"""Of a number in a cell."""
LARGE, LONGEST = 1e5, 13
"""From here on a whole number says more than its first digits and an exponent, as long as it is no longer than that."""

Kind = Literal["text", "class", "verdict", "number", "share"]


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes
    ----------
    name
        Its id; of an input its formula's name, ``x1`` …
    label, tooltip
        English source texts of the context ``results``; an input's own name.
    kind
        How its cells are drawn.
    text
        ``text(rows, row)`` returns what a cell says.
    values
        ``values(rows)`` returns what the rows are sorted by, `(k,)`.
    live
        Whether training changes it.
    """

    name: str
    label: str
    tooltip: str
    kind: Kind
    text: Callable[[Rows, int], str]
    values: Callable[[Rows], NDArray[Any]]
    live: bool = False

    @property
    def is_input(self) -> bool:
        """Whether it is one of the data's own inputs."""
        return self.name[0] == "x" and self.name[1:].isdecimal()


def translated(text: str) -> str:
    """Return a text of this context in the language of the window."""
    return QCoreApplication.translate(CONTEXT, text)


def number(value: float) -> str:
    """Return a number as cells show it."""
    if LARGE <= abs(value) < float("inf") and len(whole := f"{value:.0f}") <= LONGEST:
        return whole.replace("-", numbers.MINUS)
    return numbers.number(value)


def columns_of(scene: Scene) -> tuple[Column, ...]:
    """Return the columns for some data: what there is to learn of an example first, then its inputs."""
    train, test = translated(_TRAIN), translated(_TEST)
    common = (
        Column(
            "number",
            "#",
            _NUMBER_TIP,
            "number",
            lambda rows, row: str(int(rows.number[row]) + 1),
            lambda rows: np.arange(rows.number.size),  # the training examples, then the test examples
        ),
        Column(
            "part", _PART, _PART_TIP, "text", lambda rows, row: test if rows.is_test[row] else train, _values("is_test")
        ),
    )
    about = _values_of() if scene.train_labels is None else _classes_of(scene.classes)
    cost = Column("error", _ERROR, _ERROR_TIP, "number", _number("error"), _values("error"), live=True)
    inputs = (_input(scene, index, name) for index, name in enumerate(scene.input_names))
    return (*common, *about, cost, *inputs)


def _classes_of(names: tuple[str, ...]) -> tuple[Column, ...]:
    def confidence(rows: Rows, row: int) -> str:
        return numbers.percent(float(rows.certainty[row]))

    return (
        Column("true", _TRUE, _TRUE_CLASS_TIP, "class", lambda rows, row: names[rows.true[row]], _values("true")),
        Column(
            "predicted",
            _PREDICTED,
            _PREDICTED_CLASS_TIP,
            "verdict",
            lambda rows, row: names[rows.predicted[row]],
            _values("predicted"),
            live=True,
        ),
        Column("confidence", _CONFIDENCE, _CONFIDENCE_TIP, "share", confidence, _values("certainty"), live=True),
    )


def _values_of() -> tuple[Column, ...]:
    predicted, certainty = _number("predicted"), _number("certainty")
    return (
        Column("true", _TRUE, _TRUE_VALUE_TIP, "number", _number("true"), _values("true")),
        Column("predicted", _PREDICTED, _PREDICTED_VALUE_TIP, "number", predicted, _values("predicted"), live=True),
        Column("residual", _RESIDUAL, _RESIDUAL_TIP, "number", certainty, _values("certainty"), live=True),
    )


def _input(scene: Scene, index: int, name: str) -> Column:
    def text(rows: Rows, row: int) -> str:
        X = scene.test_X if rows.is_test[row] else scene.train_X
        return number(float(X[index, rows.number[row]]))

    def values(rows: Rows) -> NDArray[Any]:
        train, test = rows.number[~rows.is_test], rows.number[rows.is_test]
        return np.concatenate([scene.train_X[index, train], scene.test_X[index, test]])

    name = feature_label(name)
    tooltip = f"<p>{escape(translated(_INPUT_TIP).format(name=name), quote=False)}</p>"
    return Column(f"x{index + 1}", name, tooltip, "number", text, values)


def _number(field: str) -> Callable[[Rows, int], str]:
    return lambda rows, row: number(float(getattr(rows, field)[row]))


def _values(field: str) -> Callable[[Rows], NDArray[Any]]:
    return lambda rows: np.asarray(getattr(rows, field))


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
