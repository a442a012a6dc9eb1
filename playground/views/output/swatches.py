"""The row of classes to draw: each with its colour and its marker, chosen by a click or by its number's key."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from playground.data.points import CLASSES_MAXIMUM, numbered
from playground.views.kit.appearance import icon_size, restyled, scaled, theme
from playground.views.output.markers import marker_icon
from playground.views.output.tools import CLASS_KEYS

SIDE = 22
NARROWEST = 17
ICON = 16


class ClassSwatches(QWidget):
    """One button a class; those that the data do not have yet are hollow.

    Signals
    -------
    chosen(label)
        A person chose a class.
    """

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
            scaled(button, QWidget.setMaximumWidth, 2 * SIDE)
            scaled(button, QWidget.setFixedHeight, SIDE)
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
        """Draw the markers in other colours."""
        super().changeEvent(event)
        if restyled(event):
            self._paint()

    def set_classes(self, names: tuple[str, ...]) -> None:
        """Name the classes that the data have."""
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
