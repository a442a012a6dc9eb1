"""The side of a classification: the confusion matrix, what is pointed at in words, and the classes one by one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from playground.training.metrics import Counts
from playground.views.plots.style import small_font
from playground.views.plots.text import TextLine
from playground.views.results.class_table import ClassTable
from playground.views.results.confusion import ConfusionMatrix
from playground.views.results.grid import MANY
from playground.views.theme import LIGHT, Theme

HANDLE = 3
CLASSES_SHARES = (0.4, 0.28)
"""Of the height, at most, for the classes one by one: of few classes and of many."""


class ClassificationPanel(QWidget):
    """Matrix above, classes below.

    Signals
    -------
    cell_chosen(cell)
        A person wants to see the examples of a true and a predicted class; None for all.
    """

    cell_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = ConfusionMatrix()
        self.matrix.cell_chosen.connect(self.cell_chosen)
        self.matrix.pointed.connect(self._tell)
        self.readout = TextLine()
        self.readout.setFont(small_font(self.font()))
        self.classes = ClassTable()
        self._usual = self.tr("Click a cell to list its examples.")
        upper = QWidget()
        above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 4)
        above.setSpacing(4)
        above.addWidget(self.matrix, 1)
        above.addWidget(self.readout)
        area = QScrollArea()
        area.setWidget(self.classes)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(60)
        area.viewport().setAutoFillBackground(False)
        self.classes.setAutoFillBackground(False)
        self._area = area
        area.setAccessibleName(self.classes.accessibleName())
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setObjectName("results_classes")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(HANDLE)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(area)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([330, 210])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.set_theme(LIGHT)
        self._tell(None)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self.matrix.set_theme(theme)
        self.classes.set_theme(theme)
        self.readout.set_color(theme.muted)

    def show_counts(self, classes: tuple[str, ...], counts: Counts) -> None:
        """Show another confusion matrix."""
        self.matrix.set_names(classes)
        self.matrix.set_counts(counts)
        before = self.classes.sizeHint().height()
        self.classes.set_counts(classes, counts)
        needed = self.classes.sizeHint().height()
        if needed != before:
            self._area.setMaximumHeight(needed + 2)
            share = CLASSES_SHARES[len(classes) > MANY]
            self.splitter.setSizes([round(1000 * (1 - share)), round(1000 * share)])
        if self._pointed is not None and max(self._pointed) < len(classes):
            self.readout.set_text(self.matrix.sentence(*self._pointed))

    def _tell(self, cell: tuple[int, int] | None) -> None:
        self._pointed = cell
        self.readout.set_text(self._usual if cell is None else self.matrix.sentence(*cell))
