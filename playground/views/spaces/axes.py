"""Which two inputs a plane shows where the data have more, and where the others rest."""

import shiboken6
from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLabel, QToolButton, QWidget

from playground.training.commands import ShowSlice
from playground.training.input_slice import FIRST_TWO, InputSlice
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.controls.calm import SpinBox
from playground.views.controls.choice import ChoiceBox
from playground.views.kit.appearance import scaled_font
from playground.views.kit.building import in_column, in_row, named
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.panel_style import set_property
from playground.views.plots.style import SMALL

ANSWER_MS = 500
"""A plane that was wished for has so long to come; then the one in force is shown again."""
NARROW = 64
"""Pixels of a box to type into."""


class AxesChooser(SnapshotView):
    """Two boxes for the axes, and a choice where the other inputs rest; hidden for data with two inputs or fewer.

    Attributes
    ----------
    command_requested
        `ShowSlice` with the plane that is wished for.
    across, up, swap, rest, example
        The controls: right and upward axis, both exchanged, the way the others rest, and the example whose values they
        take.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._in_force = self._shown = FIRST_TWO
        self._patience = QTimer(self, singleShot=True, interval=ANSWER_MS)
        self._patience.timeout.connect(self.show_slice_in_force)
        self._build()
        self.hide()

    @property
    def input_slice(self) -> InputSlice:
        return self._shown

    def show_snapshot(self, snapshot: Snapshot) -> None:
        maps = snapshot.maps
        if maps is None:
            return
        if snapshot.problem_info is not self._problem_info:
            self._offer(snapshot.problem_info)
            self._in_force = maps.input_slice
            self.show_slice_in_force()
        elif maps.input_slice != self._in_force:
            self._in_force = maps.input_slice
            self.show_slice_in_force()
        elif maps.input_slice != self._shown and not self._patience.isActive():
            self.show_slice_in_force()

    def show_slice_in_force(self) -> None:
        """Show the plane that the maps are drawn over: what was wished for was refused."""
        self._patience.stop()
        self._show(self._in_force)

    def _build(self) -> None:
        self.across = named(
            SearchBox(), self.tr("Horizontal axis"), self.tr("The input that runs to the right; type to search.")
        )
        self.up = named(SearchBox(), self.tr("Vertical axis"), self.tr("The input that runs upwards; type to search."))
        self.swap = swap_button()
        self.rest = named(
            ChoiceBox(),
            self.tr("Where the other inputs rest"),
            self.tr("The plane is a cut through the space of all inputs: this is where the others stand meanwhile."),
        )
        self.rest.setMinimumContentsLength(4)
        self.rest.addItems([self.tr("at their mean"), self.tr("as in example")])
        self.example = named(
            SpinBox(),
            self.tr("Training example"),
            self.tr("The training example whose values the other inputs have."),
        )
        self.example.setKeyboardTracking(False)
        self.others = QLabel()
        scaled_font(self.others, SMALL)
        # Arrows instead of words: the output's column is narrow, and the names of the inputs want the room.
        right, up = QLabel("→"), QLabel("↑")
        for label in (right, up, self.others):
            set_property(label, "role", "muted")
        axes = in_row(right, (self.across, 1), self.swap, up, (self.up, 1), gap=5)
        rest = in_row(self.others, (self.rest, 1), self.example, gap=5)
        self.setLayout(in_column(axes, rest, gap=4, edges=(8, 6, 8, 0)))  # as the panel below it
        self.across.activated.connect(self._axis_chosen)
        self.up.activated.connect(self._axis_chosen)
        self.swap.clicked.connect(self._swap)
        self.rest.activated.connect(self._wish)
        self.example.valueChanged.connect(self._wish)

    # What a person does.

    def _axis_chosen(self, _index: int) -> None:
        across, up = self.across.currentIndex(), self.up.currentIndex()
        if across == up:  # the axis that had this input takes the other's
            if self.sender() is self.across:
                up = self._shown.axes[0]
            else:
                across = self._shown.axes[1]
        self._post(InputSlice((across, up), self._shown.example))

    def _swap(self) -> None:
        across, up = self._shown.axes
        self._post(InputSlice((up, across), self._shown.example))

    def _wish(self, *_: object) -> None:
        example = self.example.value() - 1 if self.rest.currentIndex() == 1 else None
        self._post(InputSlice(self._shown.axes, example))

    def _post(self, input_slice: InputSlice) -> None:
        if input_slice != self._shown:
            self._show(input_slice)
            self._patience.start()
            self.command_requested.emit(ShowSlice(input_slice))

    # What is shown.

    def _offer(self, problem_info: ProblemInfo) -> None:
        self._problem_info = problem_info
        count = len(problem_info.input_names)
        for box in (self.across, self.up):
            box.offer(problem_info.input_names)
        with QSignalBlocker(self.example):
            self.example.setRange(1, max(1, problem_info.train_X.shape[1]))
        one, several = self.tr("The other"), self.tr("{:,} others")
        self.others.setText(one if count == 3 else several.format(max(count - 2, 0)))
        self.setVisible(count > 2)

    def _show(self, input_slice: InputSlice) -> None:
        self._shown = input_slice
        self.across.show_index(input_slice.axes[0])
        self.up.show_index(input_slice.axes[1])
        with QSignalBlocker(self.rest), QSignalBlocker(self.example):
            self.rest.setCurrentIndex(0 if input_slice.example is None else 1)
            if input_slice.example is not None:
                self.example.setValue(input_slice.example + 1)
        self.example.setVisible(input_slice.example is not None)


def swap_button() -> QToolButton:
    """Return a button that exchanges two axes."""
    button = QToolButton()
    button.setText("⇄")
    translate = QCoreApplication.translate
    return named(
        button, translate("AxesChooser", "Exchange the axes"), translate("AxesChooser", "Exchange the two axes.")
    )


class SearchBox(ChoiceBox):
    """A choice box whose entries are found by any part of their name; whatever else is typed is forgotten."""

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
