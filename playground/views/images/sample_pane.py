"""The sample grid with its filters."""

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from playground.messages import numbers
from playground.training.image_catalog import ORDERS, PARTS, VERDICTS, Choice
from playground.training.queries.predictions import Predicted
from playground.training.results import ProblemInfo
from playground.views.controls.calm import ComboBox
from playground.views.images.samples import SampleGrid
from playground.views.images.tiles import scrolled
from playground.views.kit.appearance import scaled, tabular
from playground.views.panel_style import set_property
from playground.views.plots.empty import EmptyPlot
from playground.views.plots.text import TextLine
from playground.views.theme import Theme

VERDICT_LABELS = (
    str(QT_TRANSLATE_NOOP("images", "All images")),
    str(QT_TRANSLATE_NOOP("images", "Wrong only")),
    str(QT_TRANSLATE_NOOP("images", "Right only")),
)
PART_LABELS = (
    str(QT_TRANSLATE_NOOP("images", "Train + test")),
    str(QT_TRANSLATE_NOOP("images", "Train")),
    str(QT_TRANSLATE_NOOP("images", "Test")),
)
ORDER_LABELS = (str(QT_TRANSLATE_NOOP("images", "In order")), str(QT_TRANSLATE_NOOP("images", "Worst first")))


class SamplePane(QWidget):
    """Filters above, images below.

    Signals
    -------
    example_chosen(number)
        A training example was clicked, counted from 0.
    told(text)
        Why a click did nothing.
    """

    example_chosen = Signal(int)
    told = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self.title = QLabel()
        set_property(self.title, "role", "heading")
        self.count = TextLine(self)
        self.count.setFont(tabular(self.font()))
        self.verdict, self.label, self.part, self.order = (ComboBox() for _ in range(4))
        self.grid = SampleGrid()
        self.nothing = EmptyPlot("")
        for box, names in ((self.verdict, VERDICTS), (self.part, PARTS), (self.order, ORDERS)):
            for name in names:
                box.addItem("", name)
        self.label.addItem("", None)
        for box in (self.verdict, self.label, self.part):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            scaled(box, QWidget.setMinimumWidth, 64)
        for box in self._boxes:
            box.currentIndexChanged.connect(self._choose)
        self.grid.chosen.connect(self._open)
        self._lay_out()
        self._translate()

    @property
    def choice(self) -> Choice:
        """What the filters say."""
        return Choice(
            str(self.verdict.currentData()),
            str(self.part.currentData()),
            self.label.currentData(),
            str(self.order.currentData()),
        )

    def show_answer(self, problem_info: ProblemInfo, answer: Predicted | None, running: bool) -> None:
        """Show examples with what the network says of them."""
        if problem_info is not self._problem_info:
            if self._problem_info is None or problem_info.classes != self._problem_info.classes:
                self._offer_classes(problem_info.classes)
            self._problem_info = problem_info
        self.grid.show_answer(problem_info, answer, running)
        self._count()

    def set_theme(self, theme: Theme) -> None:
        self.count.set_color(theme.muted)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 140)

    @property
    def _boxes(self) -> tuple[ComboBox, ...]:
        return (self.verdict, self.label, self.part, self.order)

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(10)
        heading.addWidget(self.title)
        heading.addWidget(self.count, 1)
        heading.addWidget(self.order)
        filters = QHBoxLayout()
        filters.setSpacing(6)
        for box in (self.verdict, self.label, self.part):
            filters.addWidget(box, 1)
        self._stack = QStackedLayout()
        self.area = scrolled(self.grid)
        self.area.setParent(self)  # a stack without a parent would show it as a window
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or columns would come and go
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(heading)
        column.addLayout(filters)
        column.addLayout(self._stack, 1)

    def _translate(self) -> None:
        self.title.setText(self.tr("Samples"))
        self.nothing.set_sentence(self.tr("No image is like that now."))
        names = (self.tr("Right or wrong"), self.tr("Class"), self.tr("Part of the data"), self.tr("Order"))
        tips = (
            self.tr("Show all images, or only those that the network gets wrong, or right."),
            self.tr("Show only images of one class."),
            self.tr("Show images the network learns from, those it is tested with, or both."),
            self.tr("As they come in the data, or those with the largest cost first; sorted anew once a second."),
        )
        for box, name, tip in zip(self._boxes, names, tips, strict=True):
            box.setAccessibleName(name)
            box.setToolTip(tip)
            box.setAccessibleDescription(tip)
        for box, labels in ((self.verdict, VERDICT_LABELS), (self.part, PART_LABELS), (self.order, ORDER_LABELS)):
            for index, label in enumerate(labels):
                box.setItemText(index, QCoreApplication.translate("images", label))
        self.label.setItemText(0, self.tr("Every class"))

    def _offer_classes(self, classes: tuple[str, ...]) -> None:
        with QSignalBlocker(self.label):
            while self.label.count() > 1:
                self.label.removeItem(1)
            for number, name in enumerate(classes):
                self.label.addItem(self.tr("Class {name}").format(name=name), number)
            self.label.setCurrentIndex(0)
        self._choose()

    def _choose(self) -> None:
        self.grid.set_choice(self.choice)
        self.area.verticalScrollBar().setValue(0)
        self._count()

    def _count(self) -> None:
        catalog = self.grid.catalog
        if catalog is None:
            return
        self._stack.setCurrentWidget(self.area if self.grid.shown.size else self.nothing)
        size = numbers.grouped(catalog.size)
        shown = numbers.grouped(int(self.grid.shown.size))
        text = self.tr("{shown} of {size}").format(shown=shown, size=size)
        if catalog.size < catalog.available:
            whole = numbers.grouped(catalog.available)
            text = self.tr("{shown} of {size}, sampled from {available}").format(
                shown=shown, size=size, available=whole
            )
        if catalog.correct is not None:
            # Padded, so that what follows stays where it is.
            wrong = numbers.grouped(int(np.count_nonzero(~catalog.correct))).rjust(len(size), numbers.FIGURE_SPACE)
            text = self.tr("{wrong} wrong · {text}").format(wrong=wrong, text=text)
        self.count.set_text(text)

    def _open(self, tile: int) -> None:
        test, number = self.grid.entry(tile)
        if test:
            self.told.emit(self.tr("Backprop walks through training examples only; this one is for testing."))
        else:
            self.example_chosen.emit(number)
