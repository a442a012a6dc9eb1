"""The steps of a walk: start, back, next, end, playing by themselves; and all phases as one strip."""

import math
from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.messages.numbers import significant
from playground.views.backprop.position import DIRECTIONS, Position, direction_label, phase_title
from playground.views.controls.calm import Slider
from playground.views.icons import icon
from playground.views.kit.appearance import scaled
from playground.views.kit.building import icon_button, named
from playground.views.kit.buttons import Stepper
from playground.views.kit.canvas import NO_KEYS, Canvas, Item
from playground.views.plots.style import small_font

SLOWEST, FASTEST = 4000, 150
"""Milliseconds between two steps of autoplay."""
SPEEDS = 20


class AutoStepper(Stepper):
    """The steps of a walk, which can follow one another by themselves: `asked` says ``"next"`` then."""

    def __init__(self) -> None:
        super().__init__()
        self.set_texts(
            {
                "start": (self.tr("First step"), self.tr("Go to the first step (Home).")),
                "back": (self.tr("Step back"), self.tr("Go one step back (Left).")),
                "next": (self.tr("Next step"), self.tr("Go on to the next step (Right).")),
                "end": (self.tr("Last step"), self.tr("Go to the last step (End).")),
            }
        )
        self.timer = QTimer(self)
        self.timer.timeout.connect(lambda: self.asked.emit("next"))
        tip = self.tr("Let the steps follow one another by themselves.")
        self.play = icon_button(self.tr("Autoplay"), tip, "autoplay")
        self.play.setCheckable(True)
        self.play.toggled.connect(self._toggle)
        tip = self.tr("How fast the steps follow one another.")
        self.speed = named(Slider(Qt.Orientation.Horizontal), self.tr("Speed of autoplay"), tip)
        self.speed.setRange(0, SPEEDS)
        self.speed.setValue(SPEEDS // 2)
        self.speed.number_at = lambda place: 1000 / _interval(place)
        self.speed.text_at = lambda place: self.tr("a step every {seconds} s").format(
            seconds=significant(_interval(place) / 1000, 2)
        )
        scaled(self.speed, QWidget.setFixedWidth, 64)
        self.speed.valueChanged.connect(self._set_speed)
        self.row.addWidget(self.play)
        self.row.addWidget(self.speed)

    @property
    def interval(self) -> int:
        """Milliseconds between two steps of autoplay."""
        return _interval(self.speed.value())

    def set_place(self, index: int, last: int) -> None:
        """Offer the steps there are from a place; autoplay ends at the last."""
        on, back = index < last, index > 0
        self.allow(start=back, back=back, next=on, end=on)
        if index >= last:
            self.stop()

    def stop(self) -> None:
        self.play.setChecked(False)

    def ask(self, step: str) -> None:
        """Go a step that a person wants: what plays by itself ends."""
        self.stop()
        super().ask(step)

    def _toggle(self, playing: bool) -> None:
        self.play.setIcon(icon("pause" if playing else "autoplay"))
        if playing:
            self.timer.start(self.interval)
        else:
            self.timer.stop()

    def _set_speed(self) -> None:
        if self.timer.isActive():
            self.timer.start(self.interval)


def _interval(place: int) -> int:
    return round(SLOWEST * math.pow(FASTEST / SLOWEST, place / SPEEDS))


GROUP_GAP = 6
SEGMENT_GAP = 2
BAR_HEIGHT = 10


class PhaseStrip(Canvas):
    """A segment for each phase, grouped forward, cost, backward, update, again."""

    jumped = Signal(int)
    arrow_keys = NO_KEYS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position: Position | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("All steps of this update"))
        self.chosen.connect(lambda index: self.jumped.emit(index))

    def preferred_size(self) -> QSizeF:
        return QSizeF(300, int(QFontMetricsF(small_font(self.base_font)).height()) + BAR_HEIGHT + 8)

    def least_size(self) -> QSizeF:
        return QSizeF(200, self.preferred_size().height())

    def show_position(self, position: Position | None) -> None:
        self._position = position
        if position is not None:
            text = self.tr("Step {number} of {count}")
            self.setAccessibleDescription(text.format(number=position.index + 1, count=position.last + 1))
        self.update()

    def items(self) -> list[Item]:
        boxes = self._segments()
        reach = [box.adjusted(0, -box.top(), SEGMENT_GAP, 4) for box in boxes]
        return [Item(index, box, self._title(index), tip=self._title(index)) for index, box in enumerate(reach)]

    def segment(self, index: int) -> QRectF:
        return self._segments()[index]

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        if self._position is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        segments = self._segments()
        self._paint_names(painter, segments)
        for index, box in enumerate(segments):
            self._paint_segment(painter, index, box)

    def _paint_names(self, painter: QPainter, segments: Sequence[QRectF]) -> None:
        font = small_font(self.base_font)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        assert self._position is not None
        for name, indices in self._groups():
            current = name == self._position.phase.direction
            direction = DIRECTIONS[name]
            label = direction_label(name)
            painter.setPen(QColor(direction.color(self.theme) if current else self.theme.muted))
            left, right = segments[indices[0]].left(), segments[indices[-1]].right()
            room = right - left + GROUP_GAP
            if metrics.horizontalAdvance(label) > room and not current and len(indices) > 1:
                label = metrics.elidedText(label, Qt.TextElideMode.ElideRight, room)
            place = QRectF(left, 0, max(room, metrics.horizontalAdvance(label)), metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)

    def _paint_segment(self, painter: QPainter, index: int, box: QRectF) -> None:
        assert self._position is not None
        color = QColor(DIRECTIONS[self._position.walkthrough.phases[index].direction].color(self.theme))
        here = self._position.index
        painter.setPen(Qt.PenStyle.NoPen)
        if index > here:
            painter.setBrush(QColor(self.theme.border))
        else:
            done = QColor(color)
            done.setAlphaF(1.0 if index == here else 0.45)
            painter.setBrush(done)
        if index == here:
            box = box.adjusted(0, -2, 0, 2)
        painter.drawRoundedRect(box, 2, 2)
        if index in (here, self.hovered):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.text), 1.2))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)

    def _segments(self) -> list[QRectF]:
        """Return the places of all phases; groups of few phases are wide enough for their name."""
        if self._position is None:
            return []
        groups = self._groups()
        metrics = QFontMetricsF(small_font(self.base_font))
        least = [metrics.horizontalAdvance(direction_label(name)) for name, _ in groups]
        room = self.area.width() - GROUP_GAP * (len(groups) - 1)
        counts = [len(indices) for _, indices in groups]
        spare = max(room - sum(least), 0)
        boxes = []
        left = 0.0
        top = metrics.height() + 4
        for count, width in zip(counts, least, strict=True):
            share = (width + spare * count / sum(counts)) / count
            boxes += [
                QRectF(left + place * share, top, max(share - SEGMENT_GAP, 1), BAR_HEIGHT) for place in range(count)
            ]
            left += share * count + GROUP_GAP
        return boxes

    def _groups(self) -> list[tuple[str, list[int]]]:
        assert self._position is not None
        phases = self._position.walkthrough.phases
        grouped = groupby(range(len(phases)), key=lambda index: phases[index].direction)
        return [(name, list(indices)) for name, indices in grouped]

    def _title(self, index: int) -> str:
        assert self._position is not None
        return phase_title(self._position.walkthrough.phases[index])
