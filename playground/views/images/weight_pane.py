"""The first layer's weights as images, with the choice of their scale."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from playground.messages import numbers
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views import color_maps
from playground.views.controls.calm import ComboBox
from playground.views.images.pixels import colored
from playground.views.images.tiles import scrolled
from playground.views.images.weights import WeightGrid, picture_problem
from playground.views.kit.appearance import scaled_font, tabular
from playground.views.kit.canvas import Canvas
from playground.views.plots.empty import EmptyPlot
from playground.views.plots.style import SMALL, small_font
from playground.views.plots.text import TextLine
from playground.views.theme import Theme


class WeightScale(Canvas):
    """The diverging colours with their ends, lying."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = ("−", "+")
        self.setAccessibleName(self.tr("Color scale"))
        self.setToolTip(
            self.tr("Ink on a blue pixel raises the neuron's sum, on an orange one it lowers it; zero is neutral.")
        )

    def set_end(self, end: float | None) -> None:
        """Show the value of the strongest colour, or none."""
        texts = ("−", "+") if end is None else (numbers.number(-end, 2), numbers.number(end, 2))
        if texts != self._texts:
            self._texts = texts
            self.update()

    def preferred_size(self) -> QSizeF:
        return QSizeF(180, QFontMetricsF(self.base_font).height())

    def least_size(self) -> QSizeF:
        return self.preferred_size()

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        painter.setFont(tabular(small_font(self.base_font)))
        room = painter.fontMetrics().horizontalAdvance("−0.0000")
        painter.setPen(QColor(self.theme.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, room, size.height()), Qt.AlignmentFlag.AlignRight | middle, self._texts[0])
        bar = QRectF(room + 6, (size.height() - 10) // 2, size.width() - 2 * room - 12, 10)
        right = QRectF(bar.right() + 6, 0, room, size.height())
        painter.drawText(right, Qt.AlignmentFlag.AlignLeft | middle, self._texts[1])
        painter.drawImage(
            bar, colored(np.arange(color_maps.SIZE, dtype=np.uint8)[None], color_maps.diverging(self.theme))
        )


class WeightPane(QWidget):
    """Images, their scale, and a line that reads the weight under the mouse; or why there is no picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self.title = TextLine(self)
        self.scope = ComboBox()
        self.scope.addItem("", True)
        self.scope.addItem("", False)
        self.grid = WeightGrid()
        self.none = EmptyPlot("")
        self.scale = WeightScale()
        self.readout = TextLine(self)
        scaled_font(self.readout, SMALL, digits=True)
        self.scope.currentIndexChanged.connect(self._change_scope)
        self.grid.pointed.connect(self._read)
        self.grid.selected_changed.connect(self._read)
        self.grid.moved.connect(self._read)
        self._lay_out()
        self._translate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.problem_info is not self._problem_info:
            self._problem_info = snapshot.problem_info
            self._write_titles()
        if self._shows_pictures:
            self.grid.show_snapshot(snapshot)
            self._read()

    def set_theme(self, theme: Theme) -> None:
        self.title.set_color(theme.muted)
        self.readout.set_color(theme.text)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 120)

    @property
    def _shows_pictures(self) -> bool:
        return self._stack.currentWidget() is self.area

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self.title, 1)
        heading.addWidget(self.scope)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.readout, 1)
        foot.addWidget(self.scale, 0, Qt.AlignmentFlag.AlignRight)
        self._stack = QStackedLayout()
        self.area = scrolled(self.grid)
        self.area.setParent(self)  # a stack without a parent would show it as a window
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(heading)
        column.addLayout(self._stack, 1)
        column.addLayout(foot)

    def _translate(self) -> None:
        self.scope.setItemText(0, self.tr("One scale"))
        self.scope.setItemText(1, self.tr("Each its own"))
        self.scope.setAccessibleName(self.tr("Scale of the colours"))
        self.scope.setToolTip(self.tr("Give the strongest colour to the largest weight of all, or of each image."))
        self.scope.setAccessibleDescription(self.scope.toolTip())
        self._write_titles()

    def _write_titles(self) -> None:
        problem_info = self._problem_info
        if problem_info is None:
            return
        outputs = len(problem_info.sizes) == 2
        self.title.set_text(self.tr("Weights into each output") if outputs else self.tr("Weights into layer 1"))
        problem = picture_problem(problem_info)
        pictures = problem is None
        self._stack.setCurrentWidget(self.area if pictures else self.none)
        for part in (self.scope, self.scale, self.readout):
            part.setVisible(pictures)
        if problem is not None:
            n, given = len(problem_info.input_names), len(problem_info.feature_names)
            if problem < given:
                wanted = f"x{problem + 1}" if problem < n else self.tr("none")
                reason = self.tr(
                    "Weights make a picture only if the features are the pixels x1 … x{n} in order; "
                    "feature {number} is {feature} instead of {wanted}."
                ).format(n=n, number=problem + 1, feature=problem_info.feature_names[problem], wanted=wanted)
            else:
                reason = self.tr(
                    "Weights make a picture only if the features are the pixels x1 … x{n} in order; "
                    "there are only {given}."
                ).format(n=n, given=given)
            self.none.set_sentence(reason)

    def _change_scope(self) -> None:
        self.grid.set_common(bool(self.scope.currentData()))
        self._read()

    def _read(self, _hovered: object = None) -> None:
        self.readout.set_text(self.grid.readout())
        self.scale.set_end(self.grid.end)
