"""The drawing tools in one slim row, in the heading's place while a person draws; and the row of classes."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QMenu, QSizePolicy, QToolButton, QWidget

from playground.data.points import CLASSES_MAXIMUM, numbered
from playground.messages.numbers import percent
from playground.views.controls.calm import Slider
from playground.views.forms.text import translated
from playground.views.kit.appearance import icon_size, scaled
from playground.views.kit.building import in_row, named
from playground.views.kit.markers import class_color, marker_icon
from playground.views.output.tools import (
    CLASS_KEYS,
    JITTER_KEY,
    STRENGTHS,
    TOOLS,
    USUAL_STRENGTH,
    Picture,
    ToolName,
    tool_icon,
)

SWATCH = 22
NARROWEST = 17
ICON = 16
KEYED = range(len(CLASS_KEYS))


class ClassSwatches(QWidget):
    """One button a class; those that the data do not have yet are hollow."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] | None = None
        self._group = QButtonGroup(self)
        for label in range(CLASSES_MAXIMUM):
            button = QToolButton()
            button.setCheckable(True)
            scaled(button, icon_size, ICON)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            scaled(button, QWidget.setMinimumWidth, NARROWEST)
            scaled(button, QWidget.setMaximumWidth, 2 * SWATCH)
            scaled(button, QWidget.setFixedHeight, SWATCH)
            button.setObjectName(f"class_{label}")
            self._group.addButton(button, label)
        self.setLayout(in_row(*self._group.buttons(), gap=1))
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen)
        self.setAccessibleName(self.tr("Class to draw"))
        self.set_classes(())

    @property
    def label(self) -> int:
        """The class chosen, counted from 0."""
        return self._group.checkedId()

    def choose(self, label: int) -> None:
        self._group.button(label).setChecked(True)
        self.chosen.emit(label)

    def set_classes(self, names: tuple[str, ...]) -> None:
        if names == self._names:
            return
        self._names = names
        for label, called in enumerate(numbered(names, CLASSES_MAXIMUM)):
            button = self._group.button(label)
            text = self.tr("Class {name}") if label < len(names) else self.tr("New class {number}")
            name = text.format(name=called, number=called)
            keyed = self.tr("{what} (key {key})").format(what=name, key=label + 1) if label in KEYED else name
            button.setAccessibleName(name)
            button.setToolTip(self.tr("Draw points of: {what}").format(what=keyed))
            button.setIcon(marker_icon(label, hollow=label >= len(names), color=partial(class_color, label)))


SIDE = 24
SIZES = tuple(0.01 * 1.2**step for step in range(17))
"""Radii of the brush as shares of the axes, from a hundredth to about a fifth."""
USUAL_SIZE = 9


class DrawingStrip(QWidget):
    """Brush, eraser and move; the brush's size; jitter with its strength; and a new drawing.

    Where the data cannot be drawn on, only the new drawing is offered. Jitter moves every point by a share of the axes.
    """

    changed = Signal()
    jitter_requested = Signal(float)
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[ToolName, QToolButton] = {}
        self._group = QButtonGroup(self)
        for name, tool in TOOLS.items():
            button = self._buttons[name] = _button(name, translated(tool.label), translated(tool.tooltip), tool.key)
            button.setCheckable(True)
            button.setObjectName(name)
            self._group.addButton(button)
        self._buttons["brush"].setChecked(True)
        self._group.buttonClicked.connect(lambda: self.changed.emit())
        tip = self.tr("How wide brush and eraser are; the keys [ and ] change it too.")
        self.thickness = named(Slider(Qt.Orientation.Horizontal), self.tr("Brush size"), tip)
        self.thickness.setRange(0, len(SIZES) - 1)
        self.thickness.setValue(USUAL_SIZE)
        self.thickness.setPageStep(3)
        self.thickness.number_at = SIZES.__getitem__
        self.thickness.text_at = lambda place: self.tr("{share} of the axes").format(share=percent(SIZES[place]))
        scaled(self.thickness, QWidget.setMinimumWidth, 24)
        scaled(self.thickness, QWidget.setMaximumWidth, 110)
        self.thickness.valueChanged.connect(lambda: self.changed.emit())
        self.jitter = self._make_jitter()
        self.new = _button("sheet", self.tr("New drawing"), self.tr("Begin with an empty sheet for two classes."))
        self.new.setText(self.tr("New drawing"))
        self.new.clicked.connect(self.new_requested)
        self.setLayout(in_row(*self._buttons.values(), 4, (self.thickness, 1), 4, self.jitter, self.new, gap=2))
        self._controls: tuple[QWidget, ...] = (*self._buttons.values(), self.thickness, self.jitter)
        self._whys: tuple[str, ...] = tuple(control.toolTip() for control in self._controls)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def tool(self) -> ToolName:
        return next(name for name, button in self._buttons.items() if button.isChecked())

    @property
    def radius(self) -> float:
        """The radius of brush and eraser, as a share of the axes."""
        return SIZES[self.thickness.value()]

    @property
    def strength(self) -> float:
        """How far jitter moves a point, as a share of the axes."""
        return STRENGTHS[self._strengths.actions().index(self._strengths.checkedAction())].share

    def choose(self, name: ToolName) -> None:
        self._buttons[name].setChecked(True)
        self.changed.emit()

    def resize_brush(self, steps: int) -> None:
        """Make the brush larger, or smaller, by so many steps."""
        self.thickness.setValue(self.thickness.value() + steps)

    def offer(self, why_not: str, *, empty: bool = False) -> None:
        """Offer what can be done now: no tools where the data cannot be drawn on, on an empty sheet the brush only."""
        for control, tooltip in zip(self._controls, self._whys, strict=True):
            only_data = control is not self.thickness and control is not self._buttons["brush"]
            control.setEnabled(not why_not and not (empty and only_data))
            control.setToolTip(why_not or tooltip)
            control.setVisible(not why_not)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if why_not else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.new.setToolButtonStyle(style)
        self.new.setEnabled(not empty)
        if empty:
            self._buttons["brush"].setChecked(True)

    def _make_jitter(self) -> QToolButton:
        tip = self.tr("Move every point a little at random; the arrow chooses how far.")
        button = _button("jitter", self.tr("Jitter"), tip, JITTER_KEY)
        menu = QMenu(button)
        self._strengths = QActionGroup(menu)
        for strength in STRENGTHS:
            action = self._strengths.addAction(translated(strength.label))
            action.setCheckable(True)
        menu.addActions(self._strengths.actions())
        self._strengths.actions()[USUAL_STRENGTH].setChecked(True)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.clicked.connect(lambda: self.jitter_requested.emit(self.strength))
        return button


def _button(picture: Picture, name: str, tip: str, key: Qt.Key | None = None) -> QToolButton:
    keyed = "" if key is None else f" ({QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)})"
    button = named(QToolButton(), name, tip + keyed)
    button.setIcon(tool_icon(picture))
    scaled(button, icon_size, 16)
    scaled(button, QWidget.setFixedHeight, SIDE)
    return button
