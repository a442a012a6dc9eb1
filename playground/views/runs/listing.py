"""Which runs the table lists, and whether each by itself or in groups."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QWidget

from playground.messages import Message, RefusalError
from playground.training.run_table import Condition, Kind
from playground.views.forms.text import translated
from playground.views.kit.building import in_row, named, tool_button
from playground.views.panel_style import set_property

WHICH: Mapping[str, tuple[Message, frozenset[Kind]]] = {
    "both": (Message("Pinned runs and the wall"), frozenset({"now", "pin", "wall"})),
    "pins": (Message("Pinned runs"), frozenset({"now", "pin"})),
    "wall": (Message("Networks on the wall"), frozenset({"wall"})),
}
"""What can be listed, by name: what it is called, and which runs those are."""


class Listing(QWidget):
    """A line for conditions and words, and a menu: what is listed, and what it is grouped by.

    Signals
    -------
    changed()
        Something else is to be listed.
    about_to_offer()
        The menu opens: `offer` tells it what runs can be grouped by.

    Attributes
    ----------
    condition
        What listed runs fulfil.
    problem
        Why the line cannot be read; empty where it can, and the last condition that could be read holds meanwhile.
    path, label
        What runs are grouped by, and what that is called; empty for each by itself.
    """

    changed = Signal()
    about_to_offer = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.condition, self.problem = Condition(()), ""
        self.path = self.label = ""
        self._which = "both"
        self.filter = named(
            QLineEdit(placeholderText=self.tr("Filter"), clearButtonEnabled=True),
            self.tr("Filter of runs"),
            self.tr(
                "Conditions or words, with commas between them: score > 0.9, learning_rate <= 0.1, optimizer = adam, "
                "seed < 4. There are score, cost, epochs, solved, diverged, layers, neurons and every setting as files "
                "call it."
            ),
        )
        self.filter.setMinimumWidth(70)
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.button = tool_button(
            self.tr("List"), self.tr("Choose which runs are listed, and what they are grouped by.")
        )
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self.menu)
        set_property(self.button, "role", "menu")
        self.setLayout(in_row((self.filter, 1), self.button, gap=4))
        self.setFocusProxy(self.filter)
        self.filter.textChanged.connect(self._read)
        self.menu.aboutToShow.connect(self.about_to_offer)

    @property
    def kinds(self) -> frozenset[Kind]:
        return WHICH[self._which][1]

    def offer(self, groupings: Mapping[str, str]) -> None:
        """Fill the menu: what is listed, and what runs can be grouped by."""
        self.menu.clear()
        self.menu.addSection(self.tr("List"))
        which = QActionGroup(self.menu)
        for name, (text, _) in WHICH.items():
            self._add(which, translated(text), name == self._which).triggered.connect(
                lambda _, name=name: self.show_which(name)
            )
        self.menu.addSection(self.tr("Group by"))
        by = QActionGroup(self.menu)
        for path, label in {"": Message("Each run by itself"), **groupings}.items():
            self._add(by, translated(label), path == self.path).triggered.connect(
                lambda _, path=path, label=label: self.group_by(path, label)
            )

    def show_which(self, name: str) -> None:
        """List runs of some kinds: a name of `WHICH`."""
        self._which = name
        self.changed.emit()

    def group_by(self, path: str, label: str) -> None:
        """Group runs by a setting; by an empty path each stands by itself."""
        self.path, self.label = path, label if path else ""
        self.changed.emit()

    def list_alone(self, condition: str) -> None:
        """List each run that fulfils a condition, and those that are typed already, by itself."""
        self.group_by("", "")
        self.filter.setText(", ".join(filter(None, (self.filter.text().strip(), condition))))

    def _add(self, group: QActionGroup, text: str, checked: bool) -> QAction:
        action = self.menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(checked)
        group.addAction(action)
        return action

    def _read(self, text: str) -> None:
        try:
            self.condition, self.problem = Condition.read(text), ""
        except RefusalError as error:
            self.problem = error.message
        self.changed.emit()
