"""The columns of the table: what each says of an example, and by what it is sorted."""

from collections.abc import Callable
from html import escape
from typing import Any, Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from playground.messages import numbers
from playground.training.queries.results import Rows
from playground.training.results import ProblemInfo
from playground.views.network.names import feature_label

LARGE, LONGEST = 1e5, 13
"""From here on a whole number says more than its first digits and an exponent, as long as it is no longer than that."""

translate = QCoreApplication.translate
Kind = Literal["text", "class", "verdict", "number", "share"]


class Column(Struct, frozen=True):
    """One column.

    Attributes
    ----------
    name
        Its id; of an input its formula's name, ``x1`` …
    label, tooltip
        In the language of the window; an input's own name.
    text
        ``text(rows, row)`` returns what a cell says.
    values
        ``values(rows)`` returns what the rows are sorted by, `(k,)`.
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


def number(value: float) -> str:
    if LARGE <= abs(value) < float("inf") and len(whole := f"{value:.0f}") <= LONGEST:
        return whole.replace("-", numbers.MINUS)
    return numbers.number(value)


def columns_of(problem_info: ProblemInfo) -> tuple[Column, ...]:
    """Return the columns for some data: what there is to learn of an example first, then its inputs."""
    parts = translate("results", "train"), translate("results", "test")
    common = (
        Column(
            "number",
            "#",
            translate("results", "The example's number in its part of the data, from 1."),
            "number",
            lambda rows, row: str(int(rows.number[row]) + 1),
            lambda rows: np.arange(rows.number.size),  # the training examples, then the test examples
        ),
        Column(
            "part",
            translate("results", "Part"),
            translate("results", "Training examples are learned from, test examples only looked at."),
            "text",
            lambda rows, row: parts[int(rows.is_test[row])],
            lambda rows: rows.is_test,
        ),
    )
    cost = _numbers(
        "error",
        translate("results", "Cost"),
        translate("results", "The cost of this example alone; the cost of the data is the mean over its examples."),
        lambda rows: rows.error,
    )
    about = _values() if problem_info.train_labels is None else _classes(problem_info.classes)
    return (
        *common,
        *about,
        cost,
        *(_input(problem_info, index, name) for index, name in enumerate(problem_info.input_names)),
    )


def _classes(names: tuple[str, ...]) -> tuple[Column, ...]:
    return (
        Column(
            "true",
            translate("results", "True"),
            translate("results", "The class that the data say the example has."),
            "class",
            lambda rows, row: names[rows.true[row]],
            lambda rows: rows.true,
        ),
        Column(
            "predicted",
            translate("results", "Predicted"),
            translate("results", "The class that the network gives it; ✗ marks a wrong one."),
            "verdict",
            lambda rows, row: names[rows.predicted[row]],
            lambda rows: rows.predicted,
            live=True,
        ),
        Column(
            "confidence",
            translate("results", "Confidence"),
            translate(
                "results", "The output for the predicted class, from no (0%) to yes (100%): how sure the network is."
            ),
            "share",
            lambda rows, row: numbers.percent(float(rows.certainty[row])),
            lambda rows: rows.certainty,
            live=True,
        ),
    )


def _values() -> tuple[Column, ...]:
    residual = translate("results", "True minus predicted: what the network leaves unexplained.")
    return (
        _numbers(
            "true",
            translate("results", "True"),
            translate("results", "The value that the data give for the example."),
            lambda rows: rows.true,
            live=False,
        ),
        _numbers(
            "predicted",
            translate("results", "Predicted"),
            translate("results", "The network's output."),
            lambda rows: rows.predicted,
        ),
        _numbers("residual", translate("results", "Residual"), residual, lambda rows: rows.certainty),
    )


def _numbers(
    name: str, label: str, tooltip: str, values: Callable[[Rows], NDArray[Any]], *, live: bool = True
) -> Column:
    return Column(name, label, tooltip, "number", lambda rows, row: number(float(values(rows)[row])), values, live)


def _input(problem_info: ProblemInfo, index: int, name: str) -> Column:
    def text(rows: Rows, row: int) -> str:
        X = problem_info.test_X if rows.is_test[row] else problem_info.train_X
        return number(float(X[index, rows.number[row]]))

    def values(rows: Rows) -> NDArray[Any]:
        train, test = rows.number[~rows.is_test], rows.number[rows.is_test]
        return np.concatenate([problem_info.train_X[index, train], problem_info.test_X[index, test]])

    name = feature_label(name)
    tooltip = translate("results", "The input {name}, as the data have it.").format(name=name)
    return Column(f"x{index + 1}", name, f"<p>{escape(tooltip, quote=False)}</p>", "number", text, values)
