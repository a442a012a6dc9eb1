"""The drawing tools in one slim row, in the heading's place while a person draws; and the row of classes."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from playground.data.points import CLASSES_MAXIMUM, numbered
from playground.views.controls.calm import Slider
from playground.views.kit.appearance import icon_size, restyled, scaled, theme
from playground.views.output.markers import marker_icon
from playground.views.output.tools import (
    CLASS_KEYS,
    JITTER_KEY,
    STRENGTHS,
    TOOLS,
    USUAL_STRENGTH,
    ToolName,
    tool_icon,
    tr,
)

SWATCH = 22
NARROWEST = 17
ICON = 16


class ClassSwatches(QWidget):
    """One button a class; those that the data do not have yet are hollow."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        keys = len(CLASS_KEYS)
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
            layout.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen)
        self._keyed = keys
        self.setAccessibleName(self.tr("Class to draw"))
        self._describe()
        self._paint()

    @property
    def label(self) -> int:
        """The class chosen, counted from 0."""
        return self._group.checkedId()

    def choose(self, label: int) -> None:
        """Choose a class, as a click does."""
        self._group.button(label).setChecked(True)
        self.chosen.emit(label)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self._paint()

    def set_classes(self, names: tuple[str, ...]) -> None:
        if names != self._names:
            self._names = names
            self._describe()
            self._paint()

    def _describe(self) -> None:
        for label, called in enumerate(numbered(self._names, CLASSES_MAXIMUM)):
            button = self._group.button(label)
            text = self.tr("Class {name}") if label < len(self._names) else self.tr("New class {number}")
            name = text.format(name=called, number=called)
            keyed = self.tr("{what} (key {key})").format(what=name, key=label + 1) if label < self._keyed else name
            button.setAccessibleName(name)
            button.setToolTip(self.tr("Draw points of: {what}").format(what=keyed))

    def _paint(self) -> None:
        for label in range(CLASSES_MAXIMUM):
            look = theme()
            color = look.classes[label % len(look.classes)]
            hollow = label >= len(self._names)
            self._group.button(label).setIcon(marker_icon(label, color, look, hollow=hollow, side=ICON))


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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for name, tool in TOOLS.items():
            key = QKeySequence(tool.key).toString(QKeySequence.SequenceFormat.NativeText)
            button = _button(tr(tool.label), f"{tr(tool.tooltip)} ({key})")
            button.setCheckable(True)
            button.setObjectName(name)
            self._group.addButton(button)
            self._buttons[name] = button
            layout.addWidget(button)
        self._buttons["brush"].setChecked(True)
        self._group.buttonClicked.connect(self._tell_changed)
        self.thickness = Slider(Qt.Orientation.Horizontal)
        self.thickness.setRange(0, len(SIZES) - 1)
        self.thickness.setValue(USUAL_SIZE)
        self.thickness.setPageStep(3)
        scaled(self.thickness, QWidget.setMinimumWidth, 24)
        scaled(self.thickness, QWidget.setMaximumWidth, 110)
        self.thickness.setAccessibleName(self.tr("Brush size"))
        self.thickness.setToolTip(self.tr("How wide brush and eraser are; the keys [ and ] change it too."))
        self.thickness.valueChanged.connect(self._tell_changed)
        layout.addSpacing(4)
        layout.addWidget(self.thickness, 1)
        layout.addSpacing(4)
        self.jitter = self._make_jitter()
        layout.addWidget(self.jitter)
        self.new = _button(self.tr("New drawing"), self.tr("Begin with an empty sheet for two classes."))
        self.new.setText(self.tr("New drawing"))
        self.new.clicked.connect(self.new_requested)
        layout.addWidget(self.new)
        layout.addStretch(0)
        self._controls: tuple[QWidget, ...] = (*self._buttons.values(), self.thickness, self.jitter)
        self._whys: tuple[str, ...] = tuple(control.toolTip() for control in self._controls)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._draw_icons()

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
        """Take a tool into the hand."""
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self._draw_icons()

    def _draw_icons(self) -> None:
        for name, button in self._buttons.items():
            button.setIcon(tool_icon(name, theme()))
        self.jitter.setIcon(tool_icon("jitter", theme()))
        self.new.setIcon(tool_icon("sheet", theme()))

    def _make_jitter(self) -> QToolButton:
        key = QKeySequence(JITTER_KEY).toString(QKeySequence.SequenceFormat.NativeText)
        tooltip = self.tr("Move every point a little at random; the arrow chooses how far.")
        button = _button(self.tr("Jitter"), f"{tooltip} ({key})")
        menu = QMenu(button)
        self._strengths = QActionGroup(menu)
        for strength in STRENGTHS:
            action = QAction(tr(strength.label), menu)
            action.setCheckable(True)
            self._strengths.addAction(action)
            menu.addAction(action)
        self._strengths.actions()[USUAL_STRENGTH].setChecked(True)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.clicked.connect(self._ask_jitter)
        return button

    def _ask_jitter(self, *_: object) -> None:
        self.jitter_requested.emit(self.strength)

    def _tell_changed(self, *_: object) -> None:
        self.changed.emit()


def _button(name: str, tooltip: str) -> QToolButton:
    button = QToolButton()
    scaled(button, icon_size, 16)
    scaled(button, QWidget.setFixedHeight, SIDE)
    button.setAccessibleName(name)
    button.setToolTip(tooltip)
    return button
