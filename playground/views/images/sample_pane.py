"""The sample grid with the choice of what it shows."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QLabel, QMenu, QStackedLayout, QToolButton, QWidget

from playground.messages import numbers
from playground.training.image_catalog import Choice
from playground.training.queries.predictions import Predicted
from playground.training.results import ProblemInfo
from playground.views.images.samples import SampleGrid
from playground.views.images.tiles import scrolled
from playground.views.kit.appearance import pixels, scaled_font
from playground.views.kit.building import in_column, in_row, tool_button
from playground.views.kit.empty import EmptyPlot
from playground.views.panel_style import set_property
from playground.views.plots.text import TextLine

translate = QCoreApplication.translate


class SamplePane(QWidget):
    """A heading with the choice, images below.

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
        self._groups: dict[str, QActionGroup] = {}
        title = QLabel(self.tr("Samples"))
        set_property(title, "role", "heading")
        self.count = TextLine(self)
        self.count.set_color(lambda theme: theme.muted)
        scaled_font(self.count, digits=True)
        # A menu, and no boxes: in a narrow column their words would be cut, and each row of them hides a row of images.
        self.filter = tool_button(self.tr("Filter"), self.tr("Which images are shown, and in which order."))
        self.filter.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_property(self.filter, "role", "menu")
        self.filter.setMenu(self._menu())
        self.grid = SampleGrid()
        self.grid.chosen.connect(self._open)
        self.nothing = EmptyPlot(self.tr("No image is like that now."))
        self._stack = QStackedLayout()
        self.area = scrolled(self.grid)
        self.area.setParent(self)  # a stack without a parent would show it as a window
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or columns would come and go
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.nothing)
        heading = in_row(title, (self.count, 1), self.filter, gap=10)
        self.setLayout(in_column(heading, (self._stack, 1), edges=(12, 6, 8, 8)))

    @property
    def choice(self) -> Choice:
        return Choice(**{name: group.checkedAction().data() for name, group in self._groups.items()})

    def option(self, name: str, value: object) -> QAction:
        """Return what sets a field of the choice."""
        return next(action for action in self._groups[name].actions() if action.data() == value)

    def show_answer(self, problem_info: ProblemInfo, answer: Predicted | None, running: bool) -> None:
        """Show examples with what the network says of them."""
        before, self._problem_info = self._problem_info, problem_info
        if before is None or problem_info.classes != before.classes:
            self._offer_classes(problem_info.classes)
        self.grid.show_answer(problem_info, answer, running)
        self._count()

    def minimumSizeHint(self) -> QSize:
        return QSize(pixels(240), pixels(112))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        verdict = self.tr("Show all images, or only those that the network gets wrong, or right.")
        part = self.tr("Show images the network learns from, those it is tested with, or both.")
        order = self.tr("As they come in the data, or those with the largest cost first; sorted anew once a second.")
        for name, tip, options in (
            (
                "verdict",
                verdict,
                {
                    "all": translate("images", "All images"),
                    "wrong": translate("images", "Wrong only"),
                    "right": translate("images", "Right only"),
                },
            ),
            (
                "part",
                part,
                {
                    "both": translate("images", "Train + test"),
                    "train": translate("images", "Train"),
                    "test": translate("images", "Test"),
                },
            ),
            ("order", order, {"data": translate("images", "In order"), "error": translate("images", "Worst first")}),
        ):
            self._add(menu, name, tip, options)
            menu.addSeparator()
        self._classes = menu.addMenu(self.tr("Class"))
        self._add(self._classes, "label", self.tr("Show only images of one class."), {None: self.tr("Every class")})
        return menu

    def _add(self, menu: QMenu, name: str, tip: str, options: Mapping[Any, str]) -> None:
        """Add the values of a field of the choice to a menu, the first one chosen."""
        group = self._groups[name] = QActionGroup(menu)
        for value, text in options.items():
            action = menu.addAction(text.replace("&", "&&"))
            action.setData(value)
            action.setToolTip(tip)
            action.setCheckable(True)
            group.addAction(action)
        group.actions()[0].setChecked(True)
        group.triggered.connect(self._choose)

    def _offer_classes(self, classes: tuple[str, ...]) -> None:
        self._classes.clear()
        self._groups.pop("label").deleteLater()
        names: dict[int | None, str] = {None: self.tr("Every class")}
        names |= {number: self.tr("Class {name}").format(name=name) for number, name in enumerate(classes)}
        self._add(self._classes, "label", self.tr("Show only images of one class."), names)
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
        size, shown = numbers.grouped(catalog.size), numbers.grouped(int(self.grid.shown.size))
        chosen = [group.checkedAction() for group in self._groups.values()]
        special = [action.text() for action in chosen if action is not action.actionGroup().actions()[0]]
        if special:
            text = self.tr("{shown} of {size}: {chosen}").format(shown=shown, size=size, chosen=" · ".join(special))
        elif catalog.correct is None:
            text = self.tr("{size} images").format(size=size)
        else:
            wrong = numbers.grouped(int(np.count_nonzero(~catalog.correct)))
            text = self.tr("{wrong} wrong of {size}").format(wrong=wrong, size=size)
        if catalog.size < catalog.available:
            available = numbers.grouped(catalog.available)
            text = self.tr("{text}, sampled from {available}").format(text=text, available=available)
        self.count.set_text(text)
        self.filter.setAccessibleDescription(", ".join(action.text() for action in chosen))

    def _open(self, tile: int) -> None:
        test, number = self.grid.entry(tile)
        if test:
            self.told.emit(self.tr("Backprop walks through training examples only; this one is for testing."))
        else:
            self.example_chosen.emit(number)
