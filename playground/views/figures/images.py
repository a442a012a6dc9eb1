"""Examples that are images, each with what the network takes it for: the output where the inputs are pixels."""

from math import ceil, floor, sqrt

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QImage

from playground.training.snapshot import Snapshot
from playground.views.figures.confusion import predicted_part
from playground.views.figures.sheet import CENTER, GAP, Sheet
from playground.views.output.subject import evenly

MOST = 60
SMALLEST = 44.0
"""Side of an image, in units of length: as many are drawn as there is room for."""


def title(snapshot: Snapshot) -> str:
    if snapshot.problem_info.test_X.shape[1]:
        return QCoreApplication.translate("figures", "Test examples and predicted classes")
    return QCoreApplication.translate("figures", "Training examples and predicted classes")


def remark(snapshot: Snapshot) -> str:
    """Return how to read a wrong answer."""
    part, _ = predicted_part(snapshot)
    wrong = 0 if part.correct is None else int((~part.correct).sum())
    if not wrong:
        return ""
    return QCoreApplication.translate("figures", "wrong: true class → predicted class")


def paint(sheet: Sheet, area: QRectF, snapshot: Snapshot) -> None:
    """Draw as many examples as there is room for, evenly chosen, in rows."""
    problem_info = snapshot.problem_info
    part, true = predicted_part(snapshot)
    assert problem_info.image_shape is not None, "asked before"
    assert part.predicted is not None, "of classes"
    X = problem_info.test_X if problem_info.test_X.shape[1] else problem_info.train_X
    line = sheet.line(sheet.small_font)
    most = min(len(part.index), MOST, floor(area.width() / (SMALLEST + GAP)) * floor(area.height() / (SMALLEST + line)))
    chosen = evenly(len(part.index), max(most, 1))
    columns = max(1, ceil(sqrt(len(chosen) * area.width() / max(area.height(), 1) * (1 + line / SMALLEST))))
    rows = ceil(len(chosen) / columns)
    width, height = area.width() / columns, area.height() / max(rows, 1)
    side = min(width - 2 * GAP, height - line - GAP)
    low, high = float(X.min(initial=0.0)), float(X.max(initial=1.0))
    for number, place in enumerate(chosen.tolist()):
        row, column = divmod(number, columns)
        box = QRectF(area.left() + column * width + (width - side) / 2, area.top() + row * height, side, side)
        values = X[:, part.index[place]].reshape(problem_info.image_shape)
        # Ink on paper: high values are dark, as a pen's stroke is.
        shade = np.ascontiguousarray(255 - np.rint((values - low) * (255 / ((high - low) or 1.0))).astype(np.uint8))
        pixels = QImage(shade.data, shade.shape[1], shade.shape[0], shade.shape[1], QImage.Format.Format_Grayscale8)
        sheet.picture(box, pixels.copy(), smooth=False)
        right = bool(part.predicted[place] == true[place])
        sheet.outline(box, sheet.theme.border if right else sheet.theme.error)
        name = problem_info.classes[part.predicted[place]]
        text = name if right else f"{problem_info.classes[true[place]]} → {name}"
        color = sheet.theme.text if right else sheet.theme.error
        sheet.text(
            QRectF(box.left() - GAP, box.bottom() + 1, side + 2 * GAP, line), text, CENTER, color, sheet.small_font
        )
