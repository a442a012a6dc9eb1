"""The bar over the workspace: worked examples, steps of both passes, and the graph's zoom."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QToolButton, QWidget

from playground.files.chain_presets import ChainPreset, chain_presets
from playground.messages import Message
from playground.messages.numbers import UNDEFINED
from playground.views.chain.card_text import gradient_text, value_of
from playground.views.chain.model import ChainModel
from playground.views.controls.calm import ComboBox
from playground.views.forms.text import translated
from playground.views.kit.appearance import tabular
from playground.views.kit.building import holding, icon_button, in_row, named
from playground.views.kit.buttons import Stepper
from playground.views.kit.fitting import BreakingRow
from playground.views.plots.text import TextLine

KNOBS: Mapping[str, tuple[Message, Message]] = MappingProxyType(
    {
        "start": (
            Message("Start of the pass"),
            Message("Go to the start of this pass; once more: to the start of the forward pass (Home)."),
        ),
        "back": (Message("One gate back"), Message("Take the last gate's step back (Left arrow).")),
        "next": (
            Message("Next gate"),
            Message("Compute the next gate's value; when all are there, send the gradient back (Right arrow)."),
        ),
        "end": (Message("End of the pass"), Message("Complete this pass; once more: both (End).")),
        "zoom_out": (Message("Zoom out"), Message("Show more of the graph, smaller (−).")),
        "fit": (Message("Show the whole graph"), Message("Bring the whole graph into view (0).")),
        "zoom_in": (Message("Zoom in"), Message("Show the graph larger (+).")),
    }
)
"""Every button by its name: its label and its tooltip."""
ZOOMS: Mapping[str, str] = MappingProxyType({"zoom_out": "zoom_out", "fit": "reset_view", "zoom_in": "zoom_in"})
"""The icons of the buttons behind the text."""


class StepBar(QWidget):
    """A choice of worked examples, buttons, and in words where the passes stand.

    Signals
    -------
    pressed(name)
        A key of `KNOBS`.
    """

    pressed = Signal(str)
    preset_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._presets: tuple[ChainPreset, ...] = ()
        self._title = ""
        self._texts = [""]
        self._choice = ComboBox()
        self._choice.setMinimumContentsLength(22)
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setMaxVisibleItems(20)
        self._choice.activated.connect(lambda place: self.preset_chosen.emit(self._presets[place]))
        self.steps = Stepper()
        self._text = TextLine(self)
        self._text.setFont(tabular(self._text.font()))
        zooms = {name: icon_button("", "", picture) for name, picture in ZOOMS.items()}
        self._buttons = {**self.steps.buttons, **zooms}
        self.steps.asked.connect(self.pressed)
        for name, button in zooms.items():
            button.clicked.connect(partial(self.pressed.emit, name))
        for button in self._buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row = in_row(self.steps, 8, (self._text, 1), *zooms.values(), gap=2)
        walked = holding(self._row)
        walked.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayout(in_row(BreakingRow(self._choice, walked, gap=12), edges=(10, 5, 6, 5)))
        self.translate()

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
        """Where the passes stand, in words."""
        return self._texts[0]

    def insert(self, part: QWidget) -> None:
        """Let something else stand behind the buttons of the steps."""
        self._row.insertWidget(self._row.indexOf(self.steps) + 1, part)

    def button(self, name: str) -> QToolButton:
        """Return a button by its key in `KNOBS`."""
        return self._buttons[name]

    def show_step(self, model: ChainModel, furthest: int) -> None:
        """Show where the passes stand, in the longest words that there is room for; and how far one may go."""
        forward, backward = (len(gates) for gates in model.passes)
        counted = {"step": model.done, "steps": forward if model.is_forward else backward}
        bare = "{step} / {steps}".format(**counted)
        active = model.active
        if not model.steps:
            self._texts = [""]
        elif not model.is_stepping:
            complete = Message("Backward pass complete: {steps} {steps:gate|gates}", steps=backward)
            self._texts = [translated(complete), self.tr("Complete")]
        elif model.is_forward:
            short = self.tr("Forward {step} / {steps}").format(**counted)
            if active is None:
                told = self.tr("{stand}: the inputs are given").format(stand=short)
            else:
                value = UNDEFINED if active.name in model.to_find else value_of(active)
                told = self.tr("{stand}: {name} = {value}").format(stand=short, name=active.name, value=value)
            self._texts = [told, short, bare]
        else:
            short = self.tr("Backward {step} / {steps}").format(**counted)
            if active is None and model.evaluation is not None:
                seed = gradient_text("", {"": model.evaluation.output.gradient})
                told = self.tr("{stand}: the output's own gradient is {seed}").format(stand=short, seed=seed)
            else:
                told = self.tr("{stand}: through {name}").format(stand=short, name=active.name if active else "")
            self._texts = [told, short, bare]
        self._write()
        self.steps.allow(
            start=model.steps > 0 and model.step > 0,
            back=model.step > 0,
            next=model.steps > 0 and not (model.is_stepping and model.step >= furthest),
            end=model.is_stepping and (model.step < furthest or furthest == model.steps),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for now."""
        super().resizeEvent(event)
        self._write()

    def translate(self) -> None:
        """Speak the language of the window."""
        for place, preset in enumerate(self._presets):
            self._choice.setItemText(place, preset.named(self.language))
        self._choice.setPlaceholderText(self._title or self.tr("Your own formula"))
        self._choice.setAccessibleName(self.tr("Worked example"))
        self._choice.setToolTip(self.tr("Worked examples: each opens a formula with its values."))
        for name, button in self._buttons.items():
            label, tooltip = KNOBS[name]
            named(button, translated(label), translated(tooltip))

    def _write(self) -> None:
        width = QFontMetrics(self._text.font()).horizontalAdvance
        fitting = (text for text in self._texts if width(text) <= self._text.width())
        self._text.set_text(next(fitting, self._texts[-1]))
        self._text.setToolTip(self._texts[0])
