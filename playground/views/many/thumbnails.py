"""Many small pictures at once: what each network answers over its inputs, or where there is no such picture, curves."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from playground.training.many.report import ManyReport, plotted
from playground.training.results import ProblemInfo
from playground.views.color_maps import bgra, number_colors
from playground.views.kit.painting import paint_rows
from playground.views.output.field import class_table, positions, resample, soften
from playground.views.output.subject import Subject, output_subject
from playground.views.theme import Theme


def images(report: ManyReport, theme: Theme, pixels: int) -> NDArray[np.uint32] | None:
    """Return the picture of every network, `(K, pixels, pixels)` packed pixels from the top; None where there is none.

    Their colours are those of the output's own view.
    """
    outputs = report.frame.outputs
    if outputs is None or outputs[0].ndim < 3:
        return None
    found: NDArray[np.uint32] = np.zeros((len(outputs), pixels, pixels), np.uint32)
    for problem in dict.fromkeys(report.problems):
        numbers = [
            number for number, member in enumerate(report.frame.members) if report.problems[member.group] is problem
        ]
        values = np.stack([outputs[number] for number in numbers])
        found[numbers] = _pictures(values, problem, theme, pixels)[:, ::-1]
    return found


def image_of(pictures: NDArray[np.uint32], number: int) -> QImage:
    """Return one of the pictures, which must live as long."""
    _, height, width = pictures.shape
    return QImage(pictures[number].data, width, height, 4 * width, QImage.Format.Format_RGB32)


def _pictures(values: NDArray[np.floating], problem: ProblemInfo, theme: Theme, pixels: int) -> NDArray[np.uint32]:
    subject = output_subject(problem, "plane")
    if subject.kind == "classes":
        k = values.shape[1]
        levels = max(256 // k, 1)
        winner = resample(values, pixels).argmax(axis=1)
        shown: NDArray[np.uint32] = class_table(theme, k)[winner * levels + levels - 1]
        return shown
    fine = resample(_field(values, subject), pixels)
    low, high = subject.low, subject.high
    table = bgra(soften(number_colors(theme, signed=subject.signed), theme))
    picture: NDArray[np.uint32] = table[positions(fine, low, high, subject.steps)]
    return picture


def _field(values: NDArray[np.floating], subject: Subject) -> NDArray[np.floating]:
    if len(subject.rows) == 1:
        return values[:, subject.rows[0]]
    first, second = subject.rows
    return (subject.low + subject.high) / 2 + (values[:, second] - values[:, first]) / 2


def paint_curve(painter: QPainter, area: QRectF, report: ManyReport, number: int, theme: Theme) -> None:
    """Draw what a network answers along its only input, or else how its cost went."""
    frame = report.frame
    painter.fillRect(area, QColor(theme.neutral))
    if frame.outputs is not None:
        rows = frame.outputs[number]
        x = np.linspace(0.0, 1.0, rows.shape[1])
        ends = output_subject(report.problems[frame.members[number].group], "line")
        low, high = ends.low, ends.high
    else:
        values = frame.curves.named[plotted(frame.score_name)[0]]
        rows = np.log10(np.maximum(values[number], 1e-12))[None]
        x = frame.curves.epochs / max(report.epochs, 1)
        every = values[np.isfinite(values)]
        low, high = (float(np.log10(max(end, 1e-12))) for end in (every.min(), every.max())) if every.size else (0, 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shares = np.clip((rows - low) / ((high - low) or 1.0), 0.0, 1.0)
    paint_rows(painter, area.adjusted(3, 3, -3, -3), x, shares, theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
