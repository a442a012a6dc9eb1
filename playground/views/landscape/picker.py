"""Choosing a weight by layer, neuron and input."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from playground.training.landscape import Place
from playground.training.results import ProblemInfo
from playground.views.controls.choice import ChoiceBox
from playground.views.kit.appearance import scaled
from playground.views.kit.building import spaced
from playground.views.network.names import feature_label
from playground.views.panel_style import set_property

BOX_WIDTH = 112


class WeightPicker(QWidget):
    """Three boxes: the layer, the neuron in it, and where its weight comes from.

    Attributes
    ----------
    changed
        A person has chosen another weight.
    touched
        Somebody is about to: a box was opened or focused.
    layer, row, column
        The boxes.
    """

    changed = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self.name = QLabel(name, self)
        self.name.setVisible(bool(name))
        self.layer, self.row, self.column = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.layer.setAccessibleName(self.tr("Layer"))
        self.layer.setToolTip(self.tr("The layer whose weights these are."))
        self.row.setAccessibleName(self.tr("Neuron"))
        self.row.setToolTip(self.tr("The neuron that the weight belongs to: the row of the matrix."))
        self.column.setAccessibleName(self.tr("Input of the neuron"))
        self.column.setToolTip(self.tr("Where the weight comes from: the column of the matrix, or the bias."))
        layout = QHBoxLayout(self)
        spaced(layout, gap=4, edges=0)
        layout.addWidget(self.name)
        for box in (self.layer, self.row, self.column):
            box.setMinimumContentsLength(4)
            scaled(box, QWidget.setFixedWidth, BOX_WIDTH)
            layout.addWidget(box)
        layout.addStretch(1)
        self.layer.activated.connect(self._choose_layer)
        self.row.activated.connect(self.changed)
        self.column.activated.connect(self.changed)

    @property
    def place(self) -> Place:
        return self.layer.currentIndex() + 1, max(self.row.currentIndex(), 0), max(self.column.currentIndex(), 0)

    def set_problem_info(self, problem_info: ProblemInfo) -> None:
        """Offer the weights of another network; the choice stays where it has a place."""
        place = self.place if self._problem_info is not None else (1, 0, 0)
        self._problem_info = problem_info
        last = len(problem_info.sizes) - 1
        with QSignalBlocker(self.layer):
            self.layer.clear()
            for layer in range(1, last + 1):
                text = self.tr("Output") if layer == last else self.tr("Layer {}").format(layer)
                self.layer.addItem(text)
        self.choose(place)

    def choose(self, place: Place) -> None:
        """Choose a weight; one that is not there becomes the nearest that is."""
        problem_info = self._problem_info
        if problem_info is None:
            return
        layer = min(max(place[0], 1), len(problem_info.sizes) - 1)
        with QSignalBlocker(self.layer):
            self.layer.setCurrentIndex(layer - 1)
        self._offer(problem_info, layer)
        with QSignalBlocker(self.row), QSignalBlocker(self.column):
            self.row.setCurrentIndex(min(place[1], problem_info.sizes[layer] - 1))
            self.column.setCurrentIndex(min(place[2], problem_info.sizes[layer - 1]))

    def mark_next(self, on: bool) -> None:
        """Show that the next weight picked elsewhere comes here."""
        set_property(self.name, "role", "" if on else "muted")

    def _choose_layer(self) -> None:
        self.choose((self.layer.currentIndex() + 1, 0, 0))
        self.changed.emit()

    def _offer(self, problem_info: ProblemInfo, layer: int) -> None:
        last = len(problem_info.sizes) - 1
        neurons = [self.tr("neuron {}").format(row + 1) for row in range(problem_info.sizes[layer])]
        if layer == last and len(problem_info.output_names) == problem_info.sizes[layer]:
            neurons = list(problem_info.output_names)
        inputs = [str(column + 1) for column in range(problem_info.sizes[layer - 1])]
        if layer == 1:
            inputs = [feature_label(name, problem_info.input_names) for name in problem_info.feature_names]
        inputs = [self.tr("from {}").format(name) for name in inputs]
        for box, texts in ((self.row, neurons), (self.column, [*inputs, self.tr("bias")])):
            if texts != [box.itemText(index) for index in range(box.count())]:
                with QSignalBlocker(box):
                    box.clear()
                    box.addItems(texts)
