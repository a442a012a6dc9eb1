"""The pad with what the network sees of the drawing, and what it says of it."""

from collections import deque
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRectF, QSize, QSizeF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from playground.training.framing import Framing, PixelRange
from playground.training.image_catalog import Classified, Classify
from playground.training.results import Array, ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views import color_maps
from playground.views.controls.check_box import CheckBox
from playground.views.images.bars import ClassBars, Probabilities
from playground.views.images.drawing import pixels_of
from playground.views.images.pad import Pad
from playground.views.images.pixels import picture_of
from playground.views.kit.appearance import pixels, scaled
from playground.views.kit.building import in_column, in_row, named
from playground.views.kit.canvas import Canvas
from playground.views.panel_style import set_property

ASK_MILLISECONDS = 16
"""While one draws, the network is asked at most so often."""
REMEMBERED = 8
"""Queries whose answers may still come: a frame that is on its way answers an earlier one."""
MEASURED = 300
"""Images of the data that tell how large they are drawn, and where."""
SEEN = 64
"""Pixels of the picture of what the network sees."""


class SeenImage(Canvas):
    """The image as the network sees it, pixel by pixel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: Array | None = None
        scaled(self, QWidget.setFixedSize, SEEN, SEEN)
        self.setAccessibleName(self.tr("What the network sees"))
        self.setToolTip(self.tr("What the network sees: the drawing as an image of the data's own size."))

    def show_image(self, shares: Array | None) -> None:
        """Show an image `(rows, columns)`, 0 … 1, or none."""
        self._shares = shares
        self.update()

    def ground(self) -> str:
        return self.theme.neutral

    def paint(self, painter: QPainter, _size: QSizeF) -> None:
        area = self.area
        if self._shares is not None:
            rows, columns = self._shares.shape
            scale = min(area.width() / columns, area.height() / rows)
            area = QRectF(0, 0, columns * scale, rows * scale)
            painter.drawImage(area, picture_of(color_maps.indices(self._shares, 0.0, 1.0), self.theme))
        painter.setPen(QPen(QColor(self.theme.border), 1))
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))


class PadPane(QWidget):
    """A pad, and beside it the probabilities of the classes.

    Signals
    -------
    query_changed
        `query` is another one.
    """

    query_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._framing: Framing | None = None
        self._range = PixelRange()
        self._recent: deque[Classify] = deque(maxlen=REMEMBERED)
        self._stale = False
        self._answer: Classified | None = None
        self._pause = QTimer(self, singleShot=True, interval=ASK_MILLISECONDS)
        self._pause.timeout.connect(self._ask_again)
        self._build()

    @property
    def query(self) -> Classify | None:
        """What the network is to be asked: None while nothing is drawn."""
        return self._recent[-1] if self._recent else None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.problem_info is not self._problem_info:
            self._take_problem_info(snapshot.problem_info)
        self._show_answer(snapshot.answers)

    def minimumSizeHint(self) -> QSize:
        return QSize(pixels(260), pixels(238))

    def _build(self) -> None:
        title, seen = QLabel(self.tr("Draw")), QLabel(self.tr("What the network sees"), wordWrap=True)
        set_property(title, "role", "heading")
        set_property(seen, "role", "muted")
        self.pad, self.seen, self.bars = Pad(), SeenImage(), ClassBars()
        for part in (self.pad, self.bars):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.framed = CheckBox(self.tr("Centre and scale"))
        self.framed.setChecked(True)
        self.eraser, self.clear = QPushButton(self.tr("Eraser")), QPushButton(self.tr("Clear"))
        self.eraser.setCheckable(True)
        framing = self.tr("Bring the drawing to the size and the place that the images of the data have.")
        named(self.framed, self.framed.text(), framing)
        named(self.eraser, self.eraser.text(), self.tr("Erase with the left button too."))
        named(self.clear, self.clear.text(), self.tr("Take the drawing away (Delete)."))
        heading = in_row((title, 1), self.eraser, self.clear)
        middle = in_row((self.pad, 6), (self.bars, 5), gap=14)
        foot = in_row(self.seen, (in_column(seen, self.framed, None, gap=4), 1), gap=8)
        self.setLayout(in_column(heading, (middle, 1), foot, edges=(8, 8, 12, 8)))
        self.pad.changed.connect(self._change)
        self.framed.toggled.connect(self._ask)
        self.eraser.toggled.connect(self._choose_eraser)
        self.clear.clicked.connect(self.pad.clear)

    # Asking and showing.

    def _take_problem_info(self, problem_info: ProblemInfo) -> None:
        before, self._problem_info = self._problem_info, problem_info
        assert problem_info.image_shape is not None
        if before is None or before.train_X is not problem_info.train_X:
            self._range = PixelRange.of(problem_info)
            images = self._range.shares(problem_info.train_X[:, :MEASURED]).T.reshape(-1, *problem_info.image_shape)
            self._framing = Framing.of(images)
        assert self._framing is not None
        if before is None or before.image_shape != problem_info.image_shape:
            digits = all(name.isdigit() for name in problem_info.classes)
            prompt = self.tr("Draw a digit here.") if digits else self.tr("Draw here.")
            self.pad.set_paper(problem_info.image_shape, self._framing.stroke, prompt)
        self._answer = None
        self._show_bars()
        self._ask()

    def _change(self) -> None:
        if self._pause.isActive():
            self._stale = True
        else:
            self._ask()
            self._pause.start()

    def _ask_again(self) -> None:
        if self._stale:
            self._ask()
            self._pause.start()

    def _ask(self, _checked: bool = False) -> None:
        """Make the query that the drawing is."""
        self._stale = False
        problem_info, framing, before = self._problem_info, self._framing, self.query
        if problem_info is None or framing is None or problem_info.image_shape is None:
            return
        shares = pixels_of(self.pad.drawing, problem_info.image_shape, framing, framed=self.framed.isChecked())
        self.seen.show_image(shares)
        if shares is None:
            self._recent.clear()
            self._answer = None
            self._show_bars()
        else:
            query = Classify(tuple(self._range.values(shares).ravel().tolist()))
            if query != before:
                self._recent.append(query)
        if self.query != before:
            self.query_changed.emit()

    def _choose_eraser(self, erases: bool) -> None:
        self.pad.erases = erases

    def _show_answer(self, answers: Mapping[Any, Any]) -> None:
        for query in reversed(self._recent):
            answer = answers.get(query)
            if answer is not None:
                if answer is not self._answer:
                    self._answer = answer
                    self._show_bars()
                return

    def _show_bars(self) -> None:
        if self._problem_info is None:
            return
        names, answer = self._problem_info.classes, self._answer
        if answer is None:
            self.bars.show_probabilities(Probabilities(names))
        else:
            self.bars.show_probabilities(Probabilities(names, answer.probabilities, answer.predicted))
