"""The bar over the workspace: worked examples, steps of the backward pass, and the graph's zoom."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from playground.files.chain_presets import ChainPreset, chain_presets
from playground.messages import Message
from playground.views.controls.calm import ComboBox
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.appearance import icon_size, scaled, tabular, theme
from playground.views.plots.text import TextLine

KNOBS: Mapping[str, tuple[str, Message, Message]] = MappingProxyType(
    {
        "start": (
            "reset",
            Message("Start of the backward pass"),
            Message("Forget the gradients and begin at the output (Home)."),
        ),
        "back": ("previous", Message("One gate back"), Message("Take the last gate's step back (Left arrow).")),
        "next": ("next", Message("Next gate"), Message("Send the gradient back through the next gate (Right arrow).")),
        "end": ("to_end", Message("Whole backward pass"), Message("Compute every gradient (End).")),
        "zoom_out": ("zoom_out", Message("Zoom out"), Message("Show more of the graph, smaller (−).")),
        "fit": ("reset_view", Message("Show the whole graph"), Message("Bring the whole graph into view (0).")),
        "zoom_in": ("zoom_in", Message("Zoom in"), Message("Show the graph larger (+).")),
    }
)
"""Every button by its name: its icon, its label and its tooltip."""


class StepBar(QWidget):
    """A choice of worked examples, buttons, and in words where the backward pass stands.

    Signals
    -------
    pressed(name)
        A key of `KNOBS`.
    preset_chosen(preset)
        A worked example was chosen.
    """

    pressed = Signal(str)
    preset_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._presets: tuple[ChainPreset, ...] = ()
        self._title = ""
        self._choice = ComboBox()
        self._choice.setMinimumContentsLength(22)
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setMaxVisibleItems(20)
        self._choice.activated.connect(lambda place: self.preset_chosen.emit(self._presets[place]))
        self._buttons: dict[str, QToolButton] = {}
        self._text = TextLine(self)
        self._text.setFont(tabular(self._text.font()))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 5, 6, 5)
        layout.setSpacing(2)
        layout.addWidget(self._choice)
        layout.addSpacing(10)
        for name in KNOBS:
            button = self._buttons[name] = QToolButton()
            scaled(button, icon_size, 20)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self.pressed.emit, name))
            if name == "zoom_out":
                layout.addSpacing(8)
                layout.addWidget(self._text, 1)
            layout.addWidget(button)
        self.translate()
        self._draw_icons()

    @property
    def presets(self) -> tuple[ChainPreset, ...]:
        """The worked examples, read when first asked for: the program starts without them."""
        if not self._presets:
            self._presets = chain_presets()
            self._choice.addItems([preset.named(self.language) for preset in self._presets])
            self._choice.setCurrentIndex(-1)
        return self._presets

    def preset(self, preset_id: str) -> ChainPreset | None:
        """Return a worked example, if there is one of this id."""
        return next((preset for preset in self.presets if preset.id == preset_id), None)

    @property
    def origin(self) -> tuple[str, str]:
        """The id of the worked example, and the title of a formula of another origin; empty without."""
        place = self._choice.currentIndex()
        return (self._presets[place].id, "") if place >= 0 else ("", self._title)

    @property
    def description(self) -> str:
        """What is said about the example; empty for another formula."""
        place = self._choice.currentIndex()
        return self._presets[place].described(self.language) if place >= 0 else ""

    @property
    def choice(self) -> QComboBox:
        """Chooses among them."""
        return self._choice

    @property
    def language(self) -> str:
        """The window's, as two letters."""
        return self.locale().name()[:2]

    def show_origin(self, title: str = "", preset: ChainPreset | None = None) -> None:
        """Show where the formula is from: a worked example, something with a title, or a person's own hand."""
        self._title = title
        self._choice.setCurrentIndex(-1 if preset is None else self.presets.index(preset))
        self._choice.setPlaceholderText(title or self.tr("Your own formula"))

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

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()

    def translate(self) -> None:
        """Speak the language of the window."""
        for place, preset in enumerate(self._presets):
            self._choice.setItemText(place, preset.named(self.language))
        self._choice.setPlaceholderText(self._title or self.tr("Your own formula"))
        self._choice.setAccessibleName(self.tr("Worked example"))
        self._choice.setToolTip(self.tr("Worked examples: each opens a formula with its values."))
        for name, button in self._buttons.items():
            _, label, tooltip = KNOBS[name]
            button.setAccessibleName(translated(label))
            button.setToolTip(translated(tooltip))

    def _draw_icons(self) -> None:
        for name, button in self._buttons.items():
            button.setIcon(icon(KNOBS[name][0], theme()))
