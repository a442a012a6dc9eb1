"""The way through steps, forwards and back: its buttons and its keys."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from playground.views.kit.building import icon_button, in_row, named

PICTURES: Mapping[str, str] = MappingProxyType(
    {"start": "previous", "back": "step_back", "next": "step_batch", "end": "next"}
)
"""The steps in the order of their buttons, each with its icon."""
STEP_KEYS: Mapping[int, str] = MappingProxyType(
    {Qt.Key.Key_Home: "start", Qt.Key.Key_Left: "back", Qt.Key.Key_Right: "next", Qt.Key.Key_End: "end"}
)
"""What the keys of a place with steps mean."""


class Stepper(QWidget):
    """Four buttons: to the start, one back, one on, to the end.

    Attributes
    ----------
    buttons
        By the keys of `PICTURES`; also one by one as `start`, `back`, `next`, `end`.
    row
        Their layout, for what else belongs to them.

    Signals
    -------
    asked(step)
        A key of `PICTURES`.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {step: icon_button("", "", picture) for step, picture in PICTURES.items()}
        self.start, self.back, self.next, self.end = self.buttons.values()
        for step, button in self.buttons.items():
            button.clicked.connect(partial(self.ask, step))
        self.row = in_row(*self.buttons.values(), gap=2)
        self.setLayout(self.row)

    def set_texts(self, texts: Mapping[str, tuple[str, str]]) -> None:
        """Give each step its name and tooltip."""
        for step, text in texts.items():
            named(self.buttons[step], *text)

    def allow(self, **possible: bool) -> None:
        """Offer steps, or not."""
        for step, can in possible.items():
            self.buttons[step].setEnabled(can)

    def ask(self, step: str) -> None:
        """Go a step, as a person wants."""
        self.asked.emit(step)
