"""Which class is taken for which, as a figure: a cell for every pair, with its count."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor

from playground.messages import Message
from playground.training.metrics import confusion_matrix, row_shares
from playground.training.questions.predictions import Predicted, PredictedPart, Predictions
from playground.training.results import Scene
from playground.training.snapshot import Snapshot
from playground.views.color_maps import SIZE, towards
from playground.views.figures.sheet import CENTER, GAP, LEFT, RIGHT, Sheet
from playground.views.numbers import grouped, percent

EVERY_EXAMPLE = Predictions(limit=None)
"""What has to be asked for the figure."""
DARK_FROM = 0.55
"""Share of its row from which on a cell is so dark that its number is written in the surface's colour."""
WIDEST_NAME = 110.0
LARGEST_CELL = 90.0


def title(snapshot: Snapshot) -> str:
    """Return what is shown."""
    if snapshot.scene.test_X.shape[1]:
        return QCoreApplication.translate("figures", "Confusion matrix of the test examples")
    return QCoreApplication.translate("figures", "Confusion matrix of the training examples")


def lacks(scene: Scene) -> Message | None:
    """Return why there is no such figure, or None."""
    if scene.problem == "classification":
        return None
    return Message("A confusion matrix needs classes; this problem has numbers to predict.")


def predicted_part(snapshot: Snapshot) -> tuple[PredictedPart, "np.ndarray[tuple[int, ...], np.dtype[np.intp]]"]:
    """Return the predictions of the test examples, or where there are none of the training examples; and their classes.

    Raises
    ------
    KeyError
        If `EVERY_EXAMPLE` was not asked with this snapshot.
    """
    answer: Predicted = snapshot.answers[EVERY_EXAMPLE]
    scene = snapshot.scene
    is_test = bool(scene.test_X.shape[1])
    part, labels = (answer.test, scene.test_labels) if is_test else (answer.train, scene.train_labels)
    assert labels is not None, "examples of classes have labels"
    return part, labels[part.index]


def paint(sheet: Sheet, area: QRectF, snapshot: Snapshot) -> None:
    """Draw the matrix: true classes down, predicted ones across, each row's share as a shade."""
    part, true = predicted_part(snapshot)
    assert part.predicted is not None, "of classes"
    names = snapshot.scene.classes
    counts = confusion_matrix(true, part.predicted, len(names))
    shares = row_shares(counts)
    line = sheet.line()
    predicted = QCoreApplication.translate("figures", "predicted class →")
    actual = QCoreApplication.translate("figures", "true class ↓")
    room = max(min(sheet.widest(names), WIDEST_NAME), sheet.width(actual, sheet.small_font)) + 2 * GAP
    recalled = sheet.width(percent(1.0), sheet.small_font) + 3 * GAP
    cell = min(
        (area.width() - room - recalled) / len(names), (area.height() - 2 * line - 2 * GAP) / len(names), LARGEST_CELL
    )
    side = cell * len(names)
    left = area.left() + room + max(area.width() - room - recalled - side, 0.0) / 2
    top = area.top() + 2 * line + 2 * GAP
    sheet.text(QRectF(left, area.top(), side, line), predicted, CENTER, sheet.theme.muted)
    sheet.text(
        QRectF(left - room, top - line - GAP, room - GAP, line), actual, RIGHT, sheet.theme.muted, sheet.small_font
    )
    sheet.text(
        QRectF(left + side + GAP, top - line - GAP, recalled, line),
        QCoreApplication.translate("figures", "right"),
        LEFT,
        sheet.theme.muted,
        sheet.small_font,
    )
    colors = [QColor(*(int(channel) for channel in row[:3])) for row in towards(sheet.theme, sheet.theme.positive)]
    for row, name in enumerate(names):
        y = top + row * cell
        sheet.text(QRectF(left - room, y, room - GAP, cell), name, RIGHT)
        sheet.text(QRectF(left + row * cell, top - line - GAP, cell, line), name, CENTER)
        known = bool(counts[row].sum())
        sheet.text(
            QRectF(left + side + GAP, y, recalled, cell),
            percent(float(shares[row, row]) if known else None).strip("\u2007"),
            LEFT,
            sheet.theme.muted,
            sheet.small_font,
        )
        for column in range(len(names)):
            share = float(shares[row, column])
            box = QRectF(left + column * cell, y, cell, cell)
            sheet.painter.fillRect(box, colors[round(share * (SIZE - 1))])
            text = grouped(int(counts[row, column]))
            if counts[row, column] and sheet.width(text, sheet.small_font) <= cell - 2:
                ink = sheet.theme.surface if share >= DARK_FROM else sheet.theme.text
                sheet.text(box, text, CENTER, ink, sheet.font if cell >= 2 * line else sheet.small_font)
    for index in range(len(names) + 1):
        place = index * cell
        sheet.rule(left, top + place, left + side, top + place, sheet.theme.surface)
        sheet.rule(left + place, top, left + place, top + side, sheet.theme.surface)
    sheet.outline(QRectF(left, top, side, side))
