"""The bar over the graph: steps of the backward pass, and the view's zoom."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from playground.messages import Message
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.numbers import tabular
from playground.views.plots.text import TextLine
from playground.views.theme import LIGHT, Theme


@dataclass(frozen=True)
class Knob:
    """A button: its icon, its name and its tooltip (context ``StepBar``)."""

    icon: str
    label: str
    tooltip: str


KNOBS: Mapping[str, Knob] = MappingProxyType(
    {
        "start": Knob(
            "reset",
            str(QT_TRANSLATE_NOOP("StepBar", "Start of the backward pass")),
            str(QT_TRANSLATE_NOOP("StepBar", "Forget the gradients and begin at the output (Home).")),
        ),
        "back": Knob(
            "previous",
            str(QT_TRANSLATE_NOOP("StepBar", "One gate back")),
            str(QT_TRANSLATE_NOOP("StepBar", "Take the last gate's step back (Left arrow).")),
        ),
        "next": Knob(
            "next",
            str(QT_TRANSLATE_NOOP("StepBar", "Next gate")),
            str(QT_TRANSLATE_NOOP("StepBar", "Send the gradient back through the next gate (Right arrow).")),
        ),
        "end": Knob(
            "to_end",
            str(QT_TRANSLATE_NOOP("StepBar", "Whole backward pass")),
            str(QT_TRANSLATE_NOOP("StepBar", "Compute every gradient (End).")),
        ),
        "zoom_out": Knob(
            "zoom_out",
            str(QT_TRANSLATE_NOOP("StepBar", "Zoom out")),
            str(QT_TRANSLATE_NOOP("StepBar", "Show more of the graph, smaller (−).")),
        ),
        "fit": Knob(
            "reset_view",
            str(QT_TRANSLATE_NOOP("StepBar", "Show the whole graph")),
            str(QT_TRANSLATE_NOOP("StepBar", "Bring the whole graph into view (0).")),
        ),
        "zoom_in": Knob(
            "zoom_in",
            str(QT_TRANSLATE_NOOP("StepBar", "Zoom in")),
            str(QT_TRANSLATE_NOOP("StepBar", "Show the graph larger (+).")),
        ),
    }
)
"""Every button by its name."""


class StepBar(QWidget):
    """Buttons, and between them where the backward pass stands.

    Signals
    -------
    pressed(name)
        A key of `KNOBS`.
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._buttons: dict[str, QToolButton] = {}
        self._text = TextLine(self)
        self._text.setFont(tabular(self._text.font()))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(2)
        for name in KNOBS:
            button = QToolButton(self)
            button.setIconSize(QSize(20, 20))
            button.setProperty("knob", name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._press)
            self._buttons[name] = button
            if name == "zoom_out":
                layout.addSpacing(6)
                layout.addWidget(self._text, 1)
            layout.addWidget(button)
        self.translate()
        self.set_theme(LIGHT)

    @property
    def text(self) -> str:
        """Where the backward pass stands, in words."""
        return self._text.text

    def button(self, name: str) -> QToolButton:
        """Return a button by its key in `KNOBS`."""
        return self._buttons[name]

    def show_step(self, step: int, steps: int, active: str, *, seed: str, stepping: bool) -> None:
        """Show how many gates the backward pass has visited, and the last one; `seed` is the output's gradient."""
        if not steps:
            text = ""
        elif not stepping:
            text = translated(Message("Backward pass complete: {steps} {steps:gate|gates}", steps=steps))
        elif step == 0:
            text = self.tr("Backward 0 / {steps}: the output's own gradient is {seed}").format(steps=steps, seed=seed)
        else:
            text = self.tr("Backward {step} / {steps}: through {name}").format(step=step, steps=steps, name=active)
        self._text.set_text(text)
        self._buttons["start"].setEnabled(steps > 0 and not (stepping and step == 0))
        self._buttons["back"].setEnabled(step > 0)
        self._buttons["next"].setEnabled(steps > 0 and not (stepping and step == steps))
        self._buttons["end"].setEnabled(stepping)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        for name, button in self._buttons.items():
            button.setIcon(icon(KNOBS[name].icon, theme))
        self._text.set_color(theme.text)

    def translate(self) -> None:
        """Speak the language of the window."""
        for name, button in self._buttons.items():
            button.setAccessibleName(self.tr(KNOBS[name].label))
            button.setToolTip(self.tr(KNOBS[name].tooltip))

    def _press(self) -> None:
        self.pressed.emit(str(self.sender().property("knob")))
