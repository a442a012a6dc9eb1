"""The wall itself: a small picture of every network, with its score, in the grid of what varies or sorted."""

import math
from collections.abc import Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from playground.messages import Term
from playground.messages.numbers import grouped, percent, significant
from playground.training.many.frame import Member
from playground.training.many.report import ManyReport
from playground.views.forms.text import translated
from playground.views.kit.canvas import Canvas, Item
from playground.views.kit.cells import paint_hatch
from playground.views.kit.empty import paint_invitation
from playground.views.kit.snapshot_view import Pace
from playground.views.many.arrangement import CAPTION, GAP, LABEL, TITLE, Arrangement, in_grid, in_order
from playground.views.many.thumbnails import image_of, images, paint_curve
from playground.views.plots.style import small_font
from playground.views.theme import Theme

MARGIN = 8.0
WIDEST_LABEL = 130.0
THIN, THICK = 1.0, 3.5
"""Of the frame around the worst and the best picture."""
SORTED_SECONDS = 1.0
"""From one sorting to the next while scores change."""
SIGNS = {"best": "▲", "typical": "◆", "worst": "▼"}


class Wall(Canvas):
    """Pictures of many networks; a click chooses one."""

    least = (220.0, 200.0)

    def __init__(self) -> None:
        super().__init__()
        self._report: ManyReport | None = None
        self._why_none = ""
        self._sorted = False
        self._arrangement: Arrangement | None = None
        self._pictures: NDArray[np.uint32] | None = None
        self._resting = Pace(self, SORTED_SECONDS, self._arrange_anew)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Wall of networks"))

    @property
    def report(self) -> ManyReport | None:
        return self._report

    def show_report(self, report: ManyReport | None, why_none: str = "") -> None:
        """Show another moment, or another experiment; or say why there is none, where that is not for want of one."""
        self._why_none = why_none
        if report is self._report:
            return
        known = self._report is not None and report is not None and report.plan is self._report.plan
        self._report, self._pictures = report, None
        goes_on = report is not None and report.state == "running"
        if not known or (self._sorted and (self._resting.rested or not goes_on)):
            self._resting.now()
        if not known:
            self.select(None)
            self.renew()
        self.update()

    def sort(self, by_score: bool) -> None:
        """Put the best first, or each into its place of the grid."""
        self._sorted, self._arrangement = by_score, None
        self.renew()

    def _arrange_anew(self) -> None:
        self._arrangement = None

    # What it is made of

    def forget(self) -> None:
        self._arrangement = self._pictures = None

    def ground(self) -> str:
        return self.theme.surface

    def items(self) -> Sequence[Item]:
        if self._report is None:
            return ()
        arrangement = self._arranged(self._report)
        return [self._item(self._report, place, number) for place, number in enumerate(arrangement.order)]

    def as_text(self) -> str:
        report = self._report
        if report is None:
            return ""
        frame = report.frame
        header = [*(translated(label) for label in frame.labels), self.tr("seed"), self.score_name(report)]
        lines = ["\t".join([*header, self.tr("epochs")])]
        for number, member in enumerate(frame.members):
            score = self.tr("diverged") if frame.diverged[number] else self._score(report, number)
            cells = [*(translated(value) for value in member.values), str(member.seed), score]
            lines.append("\t".join([*cells, str(int(frame.epochs[number]))]))
        return "\n".join([*lines, *(translated(sentence) for sentence in frame.sentences)])

    def score_name(self, report: ManyReport) -> str:
        return {
            "test_accuracy": self.tr("test accuracy"),
            "train_accuracy": self.tr("training accuracy"),
            "test_cost": self.tr("test cost"),
            "train_cost": self.tr("training cost"),
        }[report.frame.score_name]

    def name_of(self, number: int) -> str:
        """Return what a network is called: its settings and its seed."""
        assert self._report is not None
        member, frame = self._report.frame.members[number], self._report.frame
        parts = [
            f"{translated(Term(label).inside)} {translated(value)}"
            for label, value in zip(frame.labels, member.values, strict=True)
        ]
        if "network.seed" not in frame.keys:
            parts.append(self.tr("seed {seed}").format(seed=member.seed))
        return ", ".join(parts)

    def _item(self, report: ManyReport, place: int, number: int) -> Item:
        frame = report.frame
        if frame.diverged[number]:
            value = self.tr("diverged")
        else:
            value = self.tr("{score_name} {score}").format(
                score_name=self.score_name(report), score=self._score(report, number)
            )
        mark = self._mark(report, number)
        named = self.name_of(number)
        told = self.tr("{name}\n{value} at epoch {epoch}\nClick: this network becomes the one you train and inspect")
        tip = told.format(name=named, value=value, epoch=grouped(int(frame.epochs[number])))
        name = self.tr("Network {number}: {name}").format(number=number + 1, name=named)
        return Item(number, self._arranged(report).box(place), name, f"{value}, {mark[1]}" if mark else value, tip)

    def _mark(self, report: ManyReport, number: int) -> tuple[str, str] | None:
        """Return sign and word of what is special about a network."""
        frame = report.frame
        special = (
            (frame.best, "best", self.tr("best")),
            (frame.typical, "typical", self.tr("typical")),
            (frame.worst, "worst", self.tr("worst")),
        )
        return next(((SIGNS[name], word) for place, name, word in special if place == number), None)

    def _score(self, report: ManyReport, number: int) -> str:
        value = float(report.frame.score[number])
        if not math.isfinite(value):
            return "–"
        return percent(value) if report.frame.score_name.endswith("accuracy") else significant(value, 3)

    # Where it stands

    def _arranged(self, report: ManyReport) -> Arrangement:
        if self._arrangement is None:
            room = self.area.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
            if self._sorted:
                shares = _shares(report)
                order = sorted(range(len(shares)), key=lambda number: -shares[number])
                self._arrangement = in_order(order, room)
            else:
                self._arrangement = in_grid(self._counts(report), room, partial(self._label_width, report))
        return self._arrangement

    def _counts(self, report: ManyReport) -> list[int]:
        counts = [len(variation.values) for variation in report.plan.variations]
        return [*counts, report.plan.seeds] if report.plan.seeds > 1 else counts

    def _names(self, report: ManyReport) -> list[str]:
        names = [translated(label) for label in report.frame.labels]
        return [*names, self.tr("Seed")] if report.plan.seeds > 1 else names

    def _label_width(self, report: ManyReport, first: int, last: int) -> float:
        metrics = QFontMetricsF(self._small())
        texts = {self._label(report, member, first, last) for member in report.frame.members}
        return min(max(map(metrics.horizontalAdvance, texts)), WIDEST_LABEL) + MARGIN

    def _label(self, report: ManyReport, member: Member, first: int, last: int) -> str:
        values = [translated(value) for value in member.values]
        if report.plan.seeds > 1:
            values.append(str(member.seed))
        return ", ".join(values[first:last])

    def _small(self) -> QFont:
        return small_font(self.base_font)

    # Drawing

    def paint_still(self, painter: QPainter, _size: QSizeF, /) -> None:
        """Draw the names and values of what varies."""
        report = self._report
        if report is None:
            return
        at, names = self._arranged(report), self._names(report)
        painter.setFont(self._small())
        painter.setPen(QColor(self.theme.muted))
        title = QRectF(MARGIN, MARGIN, self.area.width() - 2 * MARGIN, TITLE)
        parts = (0, at.split), (at.split, len(names))
        down, across = reversed(parts) if at.turned else parts
        if self._sorted:
            text = self.tr("Sorted by {score}, best first").format(score=self.score_name(report))
        else:
            named = [(sign, names[slice(*part)]) for sign, part in (("↓", down), ("→", across))]
            text = "     ".join(f"{sign} {', '.join(found)}" for sign, found in named if found)
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        if self._sorted:
            return
        painter.setPen(QColor(self.theme.text))
        self._paint_labels(painter, report, at, down, across)

    def _paint_labels(
        self, painter: QPainter, report: ManyReport, at: Arrangement, down: tuple[int, int], across: tuple[int, int]
    ) -> None:
        metrics, elide = QFontMetricsF(painter.font()), Qt.TextElideMode.ElideRight
        members = report.frame.members
        for column in range(at.columns):
            box = at.box(column)
            above = QRectF(box.left() - GAP / 2, at.top - LABEL, box.width() + GAP, LABEL)
            text = self._label(report, members[at.order[column]], *across)
            fitting = metrics.elidedText(text, elide, above.width())
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, fitting)
        for row in range(at.rows):
            box = at.box(row * at.columns)
            beside = QRectF(MARGIN, box.top(), at.left - 2 * MARGIN, box.height())
            text = self._label(report, members[at.order[row * at.columns]], *down)
            fitting = metrics.elidedText(text, elide, beside.width())
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, fitting)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        report = self._report
        if report is None:
            text = self.tr(
                "Choose what varies and how many seeds, and press “Run all”:\neach network appears here as it learns."
            )
            paint_invitation(painter, self.area, self._why_none or text, self.theme)
            return
        at, theme = self._arranged(report), self.theme
        if self._pictures is None:
            scale = self.devicePixelRatioF() * self.width() / max(self.area.width(), 1.0)
            self._pictures = images(report, theme, max(round(at.side * scale), 1))
        shares = _shares(report)
        painter.setFont(self._small())
        for place, number in enumerate(at.order):
            self._paint_one(painter, report, at.box(place), number, shares[number])

    def _paint_one(self, painter: QPainter, report: ManyReport, box: QRectF, number: int, share: float) -> None:
        theme, frame = self.theme, report.frame
        lost = bool(frame.diverged[number])
        pointed = number in (self.hovered, self.selected)
        color = QColor(theme.accent if pointed else theme.text)
        color.setAlphaF(1.0 if pointed else 0.25 + 0.75 * max(share, 0.0))
        width = THICK if pointed else min(THIN + (THICK - THIN) * max(share, 0.0), box.width() / 12)
        painter.fillRect(box.adjusted(-width, -width, width, width), color)
        if lost:
            painter.fillRect(box, QColor(theme.surface))
            paint_hatch(painter, box, theme)
            _paint_cross(painter, box, theme)
        elif self._pictures is None:
            paint_curve(painter, box, report, number, theme)
        else:
            painter.drawImage(box, image_of(self._pictures, number))
        if self._arrangement is not None and self._arrangement.caption:
            self._paint_caption(painter, report, box, number, lost)

    def _paint_caption(self, painter: QPainter, report: ManyReport, box: QRectF, number: int, lost: bool) -> None:
        metrics = painter.fontMetrics()
        mark = self._mark(report, number)
        score = self.tr("diverged") if lost else self._score(report, number)
        texts = [score if mark is None else f"{mark[0]} {mark[1]} {score}"]
        if mark is not None:
            texts += [f"{mark[0]} {score}", f"{mark[0]}{score}", mark[0]]
        if lost:
            texts.append("✕")
        edge = GAP / 2 if mark is None else GAP  # a sign may go on below its neighbours
        line = QRectF(box.left() - edge, box.bottom() + 2, box.width() + 2 * edge, CAPTION - 2)
        fitting = next((text for text in texts if metrics.horizontalAdvance(text) <= line.width()), texts[-1])
        painter.setPen(QColor(self.theme.error if lost else self.theme.text))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, fitting)


def _paint_cross(painter: QPainter, box: QRectF, theme: Theme) -> None:
    arm = min(box.width() / 5, 12.0)
    center = box.center()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.error), 2.5))
    for down in (1, -1):
        way = QPointF(arm, arm * down)
        painter.drawLine(center - way, center + way)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _shares(report: ManyReport) -> list[float]:
    """Return how good each is between the worst (0) and the best (1); −1 for those without a score."""
    frame = report.frame
    values = np.where(frame.diverged, np.nan, frame.score)
    if not frame.score_name.endswith("accuracy"):
        with np.errstate(all="ignore"):
            values = -np.log(np.maximum(values, 1e-12))
    finite = values[np.isfinite(values)]
    if not finite.size:
        return [-1.0] * len(values)
    low, span = float(finite.min()), float(np.ptp(finite))
    shares = (values - low) / span if span else np.where(np.isfinite(values), 1.0, np.nan)
    found: list[float] = np.nan_to_num(shares, nan=-1.0).tolist()
    return found
