"""A strip over a view that says what went wrong, or what to know, and the way out."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from playground.messages import Message
from playground.training.results import Divergence
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.appearance import pixels, scaled, theme
from playground.views.kit.building import in_row, spaced
from playground.views.kit.painting import painting
from playground.views.kit.snapshot_view import SnapshotView

KindName = Literal["info", "warning", "error"]
_EDGE = 4
_ICON_SIZE = 20
_TINT = 0.13


class Kind(Struct, frozen=True):
    """One degree of urgency: its word for screen readers, its icon and its theme's colour."""

    label: str
    icon: str
    color: str


KINDS: Mapping[KindName, Kind] = MappingProxyType(
    {
        "info": Kind(Message("Note"), "about", "accent"),
        "warning": Kind(Message("Warning"), "divergence", "warning"),
        "error": Kind(Message("Error"), "error", "error"),
    }
)
"""Every kind of message by name."""

DIVERGENCE_SUBJECTS: Mapping[str, str] = MappingProxyType(
    {
        "cost": Message("The cost became infinite"),
        "Z": Message("The weighted sums Z became infinite"),
        "A": Message("The activations A became infinite"),
        "dZ": Message("The gradients dZ became infinite"),
        "dW": Message("The gradients dW became infinite"),
        "W": Message("The weights became infinite"),
    }
)
"""How a sentence about a divergence begins, by what was the first to go."""


class Banner(SnapshotView):
    """One message at a time, hidden while there is none. It never takes the keyboard's focus by itself.

    `action_triggered`: the id of the action whose button was pressed; the banner stays until told to go.
    """

    action_triggered = Signal(str)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[KindName, str, tuple[tuple[str, str], ...]] = ("info", "", ())
        self._divergence: Divergence | None = None
        self._buttons: list[QPushButton] = []
        self._icon = QLabel(self)
        scaled(self._icon, QWidget.setFixedWidth, _ICON_SIZE)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self._dismiss)
        self._actions = QHBoxLayout()
        spaced(self._actions, gap=6)
        self.setLayout(
            in_row(self._icon, (self._text, 1), self._actions, self._close, gap=8, edges=(_EDGE + 8, 5, 6, 5))
        )
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._translate()
        self.hide()

    @property
    def kind(self) -> KindName:
        """How urgent the last message is."""
        return self._shown[0]

    @property
    def text(self) -> str:
        """The last message."""
        return self._shown[1]

    def show_message(self, kind: KindName, text: str, actions: Sequence[tuple[str, str]] = ()) -> None:
        """Show a message instead of the one before.

        Parameters
        ----------
        kind
            A key of `KINDS`.
        text
            One or two sentences, plain.
        actions
            Pairs of a button's label and the id that `action_triggered` carries.
        """
        wanted = (kind, text, tuple(actions))
        self._divergence = None
        if wanted == self._shown and not self.isHidden():
            return
        self._shown = wanted
        self._text.setText(text)
        self.setAccessibleName(translated(KINDS[kind].label))
        self.setAccessibleDescription(text)
        self._replace_buttons(actions)
        self._dress()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Take the message away."""
        self._divergence = None
        self._leave()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Tell of a divergence once, and take that message away when it is over; other messages stay."""
        divergence = snapshot.divergence
        if divergence == self._divergence:
            return
        if divergence is None:
            self.clear()
            return
        undo = [(self.tr("Undo"), "undo")] if snapshot.undo_label else []
        remedy = None if snapshot.health is None else snapshot.health.findings[0].remedy
        self.show_message("error", self.divergence_text(divergence, remedy), undo)
        self._divergence = divergence

    def divergence_text(self, divergence: Divergence, remedy: Message | None) -> str:
        """Return what happened, where, and what to do."""
        subject = translated(DIVERGENCE_SUBJECTS[divergence.quantity])
        place = self.tr("{subject} at epoch {epoch}, first in layer {layer}.").format(
            subject=subject, epoch=divergence.epoch, layer=divergence.layer
        )
        return place if remedy is None else f"{place} {translated(remedy)}"

    def restyle(self) -> None:
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tinted strip and its edge."""
        color = QColor(theme().color(KINDS[self.kind].color))
        tint = QColor(color)
        tint.setAlphaF(_TINT)
        with painting(self) as painter:
            painter.fillRect(self.rect(), QColor(theme().surface))
            painter.fillRect(self.rect(), tint)
            painter.fillRect(QRectF(0, 0, _EDGE, self.height()), color)

    def _dismiss(self) -> None:
        # The divergence is remembered: the same one is not told again with every frame.
        self._leave()
        self.dismissed.emit()

    def _leave(self) -> None:
        """Hide, and let the keys be for what it stood in: Qt would give them to whatever Tab leads to."""
        around = self.parentWidget()
        if around is not None and self.isAncestorOf(self.window().focusWidget()):
            around.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _replace_buttons(self, actions: Sequence[tuple[str, str]]) -> None:
        for button in self._buttons:
            self._actions.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for label, identifier in actions:
            button = QPushButton(label, self)
            button.setProperty("action", identifier)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(label)
            button.setToolTip(label)
            button.clicked.connect(self._trigger)
            self._actions.addWidget(button)
            self._buttons.append(button)

    def _trigger(self) -> None:
        self.action_triggered.emit(str(self.sender().property("action")))

    def _dress(self) -> None:
        kind = KINDS[self.kind]
        size = QSize(pixels(_ICON_SIZE), pixels(_ICON_SIZE))
        color = theme().color(kind.color)
        self._icon.setPixmap(icon(kind.icon, color=color).pixmap(size, self.devicePixelRatioF()))
        self._close.setIcon(icon("close"))
        self.update()

    def _translate(self) -> None:
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close this message."))
