"""A choice box to type into: of hundreds of names, those that hold the letters typed are offered."""

import shiboken6
from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from playground.views.controls.choice import ChoiceBox

NARROW = 64
"""Pixels."""


class SearchBox(ChoiceBox):
    """A choice box whose entries are found by any part of their name; whatever else is typed is forgotten.

    Attributes
    ----------
    line
        Where names are typed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        line = self.lineEdit()
        assert line is not None, "an editable box has one"
        self.line = line
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setMaxVisibleItems(12)
        self.setCompleter(completer)
        self.line.editingFinished.connect(self._settle)

    def offer(self, names: tuple[str, ...]) -> None:
        """Offer other names."""
        if list(names) != [self.itemText(index) for index in range(self.count())]:
            with QSignalBlocker(self):
                self.clear()
                self.addItems(names)

    def show_index(self, index: int) -> None:
        """Show an entry, without a signal; nothing changes under the hand of somebody who types."""
        if self.currentIndex() != index or not self.line.hasFocus():
            with QSignalBlocker(self):
                self.setCurrentIndex(index)
            self._settle()

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROW, super().minimumSizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.line.selectAll()

    def _settle(self) -> None:
        """Choose what was typed if it is a name, else show the name in force again."""
        if not shiboken6.isValid(self.line):
            return  # a box that is deleted while it has the focus says so when its line is gone already
        typed = self.line.text()
        if typed != self.itemText(self.currentIndex()):
            found = self.findText(typed, Qt.MatchFlag.MatchFixedString)
            if found >= 0:
                self.setCurrentIndex(found)
                self.activated.emit(found)
            else:
                self.line.setText(self.itemText(self.currentIndex()))
        self.line.setCursorPosition(0)
