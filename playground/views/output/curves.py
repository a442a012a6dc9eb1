"""The output view's lines: a pen for each output, decisions as steps, targets in order."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from playground.training.results import ProblemInfo
from playground.views.output.contour import Line
from playground.views.output.subject import Subject
from playground.views.plots.style import DASHES, line_pen
from playground.views.theme import Theme


def curve_pens(subject: Subject, theme: Theme) -> tuple[QPen, ...]:
    """Return a pen per line: one line in the accent colour, several in the classes' colours and with dashes."""
    if len(subject.rows) == 1 or subject.kind == "path":
        return (line_pen(theme.accent, width=2),)
    return tuple(
        line_pen(theme.classes[index % len(theme.classes)], DASHES[index % len(DASHES)], 2)
        for index in range(len(subject.rows))
    )


def stepped(values: NDArray[Any], subject: Subject) -> NDArray[Any]:
    """Return `(k, m)` outputs as decisions: the chosen class high, the others low."""
    if len(values) == 1:
        threshold = (subject.low + subject.high) / 2 if subject.threshold is None else subject.threshold
        return np.where(values > threshold, subject.high, subject.low)
    chosen = values.argmax(axis=0) == np.arange(len(values))[:, None]
    return np.where(chosen, subject.high, subject.low)


def joined_targets(problem_info: ProblemInfo) -> Line:
    """Return the drawn curve's targets in the order of the one input: the line that joins them."""
    order = np.argsort(problem_info.train_X[0], kind="stable")
    return list(zip(problem_info.train_Y[0, order].tolist(), problem_info.train_Y[1, order].tolist(), strict=True))


def guide_pen(theme: Theme) -> QPen:
    """Return the pen of help lines: thresholds and joined targets."""
    return line_pen(theme.muted, Qt.PenStyle.DotLine)
