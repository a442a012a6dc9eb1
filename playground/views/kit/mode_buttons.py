"""Rows of controls: buttons of which one is down, and a row that breaks where there is too little room."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QToolButton, QWidget

from playground.views.kit.building import in_row, named, tool_button


class BreakingRow(QWidget):
    """Parts side by side (None for room that is left), or one above the other where there is too little room."""

    def __init__(self, *parts: QWidget | None, gap: int = 6) -> None:
        super().__init__()
        self._parts = [part for part in parts if part is not None]
        self._box = in_row(*parts, gap=gap)
        self.setLayout(self._box)

    def minimumSizeHint(self) -> QSize:
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return handled

    def _arrange(self) -> None:
        """Break where the parts have become too wide for one row, or join them again."""
        seen = [part.sizeHint().width() for part in self._parts if not part.isHidden()]
        fits = sum(seen) + self._box.spacing() * (len(seen) - 1) <= self.width()
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if wanted != self._box.direction():
            self._box.setDirection(wanted)


class ModeButtons(QWidget):
    """Buttons side by side of which one is down: which of a few ways to look.

        modes = ModeButtons({"cost": ("Cost", "Draw the cost over the epochs."), "accuracy": (…)})
        modes.chosen.connect(self._show)     # the name of another one, chosen by whatever hand

    Attributes
    ----------
    buttons
        By name: to hide one, or to disable it.
    """

    chosen = Signal(str)

    def __init__(self, texts: Mapping[str, tuple[str, str]], gap: int = 0) -> None:
        super().__init__()
        self.buttons = {name: tool_button(*text, checkable=True) for name, text in texts.items()}
        group = QButtonGroup(self)
        for button in self.buttons.values():
            group.addButton(button)
        self.choose(next(iter(texts)))
        group.buttonToggled.connect(self._tell)
        self.setLayout(in_row(*self.buttons.values(), None, gap=gap))

    @property
    def current(self) -> str:
        return next(name for name, button in self.buttons.items() if button.isChecked())

    def choose(self, name: str) -> None:
        self.buttons[name].setChecked(True)

    def set_texts(self, texts: Mapping[str, tuple[str, str]]) -> None:
        """Write other words and tooltips on them: in another language."""
        for name, (text, tip) in texts.items():
            self.buttons[name].setText(text)
            named(self.buttons[name], text, tip)

    def _tell(self, _button: QToolButton, checked: bool) -> None:
        if checked:
            self.chosen.emit(self.current)
