"""Marks on a curve where something happened, and the card that says what."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from playground.training.diagnostics.curve_events import EVENTS, CurveEvent
from playground.views.forms.text import translated
from playground.views.kit.appearance import pixels, scaled
from playground.views.kit.building import in_column, named
from playground.views.panel_style import set_property

SIDE = 24
"""Of a mark in pixels at 100 %: what can be pressed."""
ABOVE = 6
WIDTH = 320


class EventCard(QFrame):
    """What happened at a mark; Esc or a click beside it closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scaled(self.text, QWidget.setFixedWidth, WIDTH)
        self.setLayout(in_column(self.text, edges=(10, 8, 10, 10)))

    def show_event(self, event: CurveEvent, beside: QWidget) -> None:
        """Open at a mark, inside the screen."""
        why, advice = self.tr("Why:"), self.tr("Try:")
        parts = (
            f"<b>{escape(translated(EVENTS[event.kind].label))}</b>",
            escape(translated(event.happened), quote=False),
            "<br>".join(escape(translated(line), quote=False) for line in event.evidence),
            f"<b>{why}</b> {escape(translated(event.cause), quote=False)}",
            f"<b>{advice}</b> {escape(translated(event.advice), quote=False)}",
        )
        self.text.setText("".join(f"<p style='margin:3px 0'>{part}</p>" for part in parts))
        self.adjustSize()
        corner = beside.mapToGlobal(beside.rect().bottomLeft())
        free = self.screen().availableGeometry()
        x = max(min(corner.x(), free.right() - self.width()), free.left())
        y = corner.y() if corner.y() + self.height() <= free.bottom() else corner.y() - self.height() - beside.height()
        self.move(x, max(y, free.top()))
        self.show()
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)


class CurveMarks:
    """The marks over a plot: buttons, so that the mouse, the keyboard and screen readers reach them alike.

    `place`: returns where an epoch and a cost are in the plot, None where they are out of sight.
    """

    def __init__(self, plot: QWidget, place: Callable[[float, float], QPointF | None]) -> None:
        self._plot, self._place = plot, place
        self._events: Sequence[CurveEvent] = ()
        self.buttons: list[QToolButton] = []
        self.card = EventCard(plot)

    def show_events(self, events: Sequence[CurveEvent]) -> None:
        if events is not self._events:
            self._events = events
            while len(self.buttons) < len(events):
                self.buttons.append(self._button(len(self.buttons)))
            for button, event in zip(self.buttons, events, strict=False):
                kind = EVENTS[event.kind]
                button.setText(kind.sign)
                name = QCoreApplication.translate("CostView", "{what}, epoch {epoch}: why?")
                named(button, name.format(what=translated(kind.label), epoch=f"{int(event.epoch):,}"))
                button.setToolTip(translated(event.happened))
        self.arrange()

    def arrange(self) -> None:
        """Put every mark above its point; one out of sight is hidden."""
        side = pixels(SIDE)
        for index, button in enumerate(self.buttons):
            event = self._events[index] if index < len(self._events) else None
            point = None if event is None else self._place(event.epoch, event.value)
            button.setVisible(point is not None)
            if point is not None:
                top = max(round(point.y()) - side - ABOVE, 0)
                button.setGeometry(round(point.x()) - side // 2, top, side, side)

    def _button(self, index: int) -> QToolButton:
        button = QToolButton(self._plot)
        set_property(button, "role", "event")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.card.show_event(self._events[index], button))
        return button
