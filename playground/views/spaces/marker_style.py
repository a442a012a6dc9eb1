"""How each example of a picture looks: in which order it is drawn, and with which marker."""

from collections.abc import Sequence
from functools import partial

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from playground.training.queries.every_layer import Drawn
from playground.training.results import ProblemInfo
from playground.views.color_maps import number_colors
from playground.views.kit.scatter import Scatter, class_colors, shade_colors
from playground.views.output.subject import shades, value_scale
from playground.views.theme import Theme


class Looks(Struct, frozen=True, eq=False):
    """The examples of a picture in the order of drawing: test examples first, so that training examples lie on top.

    Attributes
    ----------
    order
        `(k,)`: which column of an answer's coordinates each is; training examples come first there.
    scatter
        Their markers: the colour is a class or, for numbers to predict, one of the shades.
    """

    order: NDArray[np.intp]
    scatter: Scatter


def looks(problem_info: ProblemInfo, drawn: Drawn, *, test: bool) -> Looks:
    train_count = len(drawn.train)
    parts = [(np.arange(train_count), problem_info.train_labels, problem_info.train_Y, drawn.train, False)]
    if test:
        columns = train_count + np.arange(len(drawn.test))
        parts.insert(0, (columns, problem_info.test_labels, problem_info.test_Y, drawn.test, True))
    low, high, signed = value_scale(problem_info.train_Y[0], problem_info.test_Y[0])
    rows = []
    for columns, labels, Y, chosen, hollow in parts:
        color = labels[chosen] if labels is not None else shades(Y[0][chosen], low, high)
        shape = color if labels is not None else np.zeros_like(color)
        rows.append(np.stack([columns, color, shape, np.full_like(color, hollow)]))
    order, color, shape, hollow = np.concatenate(rows, axis=1).astype(np.intp)
    colors = class_colors if problem_info.train_labels is not None else partial(_shades, signed)
    edged = problem_info.train_labels is None
    return Looks(order, Scatter.of(color, shape, hollow, colors, edged=edged))


def _shades(signed: bool, theme: Theme) -> Sequence[QColor]:
    return shade_colors(number_colors(theme, signed=signed), theme)
