"""Which two inputs a plane shows where the data have more, and where the others rest."""

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from playground.training.commands import ShowSlice
from playground.training.input_slice import FIRST_TWO, InputSlice
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.controls.calm import SpinBox
from playground.views.controls.choice import ChoiceBox
from playground.views.kit.appearance import scaled_font
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.panel_style import set_property
from playground.views.plots.style import SMALL
from playground.views.spaces.search_box import SearchBox
from playground.views.theme import Theme

ANSWER_MS = 500
"""A plane that was wished for has so long to come; then the one in force is shown again."""


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
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(ANSWER_MS)
        self._patience.timeout.connect(self.show_slice_in_force)
        self._build()
        self._lay_out()
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

    def set_theme(self, _theme: Theme) -> None:
        """Wear a theme: the style sheet does it all."""

    def _build(self) -> None:
        self.across, self.up = SearchBox(), SearchBox()
        self.across.setAccessibleName(self.tr("Horizontal axis"))
        self.across.setToolTip(self.tr("The input that runs to the right; type to search."))
        self.up.setAccessibleName(self.tr("Vertical axis"))
        self.up.setToolTip(self.tr("The input that runs upwards; type to search."))
        self.swap = QToolButton()
        self.swap.setText("⇄")
        self.swap.setAccessibleName(self.tr("Exchange the axes"))
        self.swap.setToolTip(self.tr("Exchange the two axes."))
        self.rest = ChoiceBox()
        self.rest.setMinimumContentsLength(4)
        self.rest.addItems([self.tr("at their mean"), self.tr("as in example")])
        self.rest.setAccessibleName(self.tr("Where the other inputs rest"))
        self.rest.setToolTip(
            self.tr("The plane is a cut through the space of all inputs: this is where the others stand meanwhile.")
        )
        self.example = SpinBox()
        self.example.setKeyboardTracking(False)
        self.example.setAccessibleName(self.tr("Training example"))
        self.example.setToolTip(self.tr("The training example whose values the other inputs have."))
        self.others = QLabel()
        for control in (self.across, self.up, self.swap, self.rest, self.example):
            control.setAccessibleDescription(control.toolTip())
        self.across.activated.connect(self._axis_chosen)
        self.up.activated.connect(self._axis_chosen)
        self.swap.clicked.connect(self._swap)
        self.rest.activated.connect(self._wish)
        self.example.valueChanged.connect(self._wish)

    def _lay_out(self) -> None:
        # Arrows instead of words: the output's column is narrow, and the names of the inputs want the room.
        right, up = QLabel("→"), QLabel("↑")
        for label in (right, up, self.others):
            set_property(label, "role", "muted")
        scaled_font(self.others, SMALL)
        axes, rest = QHBoxLayout(), QHBoxLayout()
        for row, widgets in ((axes, (right, self.across, self.swap, up, self.up)), (rest, (self.others, self.rest))):
            for widget in widgets:
                row.addWidget(widget, 1 if isinstance(widget, ChoiceBox) else 0)
        rest.addWidget(self.example)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 0)  # as the panel below it
        layout.setSpacing(4)
        for row in (axes, rest):
            row.setSpacing(5)
            layout.addLayout(row)

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
