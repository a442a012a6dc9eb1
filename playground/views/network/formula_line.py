"""A line for one more feature, typed as a formula: read while it is typed, with a picture of what it would be."""

from collections.abc import Collection

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QStackedWidget, QWidget

from playground.data import FEATURES
from playground.expressions import ExpressionError, elementwise, expression_latex, parse
from playground.messages import Message
from playground.messages.numbers import significant
from playground.training.results import ProblemInfo
from playground.views.forms.text import translated
from playground.views.formulas import FormulaLabel
from playground.views.kit.appearance import scaled, theme, zoom
from playground.views.kit.building import named, spaced
from playground.views.kit.painting import painting
from playground.views.network.feature_tile import PICTURE, feature_picture, named_inputs
from playground.views.network.names import input_number
from playground.views.panel_style import set_property
from playground.views.theme import Theme

translate = QCoreApplication.translate


def canonical(formula: str) -> str:
    """Return the formula as the table of features writes it, whatever the spaces, if it has it."""
    bare = "".join(formula.split())
    return next((name for name in FEATURES if "".join(name.split()) == bare), formula.strip())


def problem_of(formula: str, problem_info: ProblemInfo, features: Collection[str]) -> str:
    """Return why a formula cannot be added, in one line; nothing if it can.

    Parameters
    ----------
    problem_info
        Its inputs are what a formula may name, and it needs a value for every example.
    features
        Those the network has already.
    """
    if canonical(formula) in features:
        return translate("FeaturePanel", "The network has this feature already.")
    try:
        elementwise(formula, [f"x{number}" for number in range(1, len(problem_info.input_names) + 1)])
    except ExpressionError as error:
        return translated(Message("Column {column}: {reason}", column=error.column, reason=error.reason))
    return _undefined(formula, problem_info)


def _undefined(formula: str, problem_info: ProblemInfo) -> str:
    """Return where a formula has no value, if that is at an example; else nothing."""
    names = named_inputs(formula)
    function = elementwise(formula, names)
    rows = [input_number(name) - 1 for name in names]
    for X in (np.asarray(part[rows], np.float64) for part in (problem_info.train_X, problem_info.test_X)):
        missing = np.flatnonzero(~np.isfinite(function(X)))
        if missing.size:
            values = ", ".join(
                f"{name} = {significant(value, 4)}"
                for name, value in zip(names[:3], X[:, missing[0]].tolist(), strict=False)
            )
            return translate("FeaturePanel", "It has no value for the example with {values}.").format(values=values)
    return ""


TYPESET_MS = 250
"""A formula is typeset when nobody has typed for so long: each takes tens of milliseconds."""
_LONGEST = 200
_WORD_LINES = 2


class FormulaLine(QWidget):
    """A field for a formula, its picture, and below it the formula as it is written, or why it cannot be read."""

    added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._features: tuple[str, ...] = ()
        self._settle = QTimer(self, singleShot=True, interval=TYPESET_MS)
        self._settle.timeout.connect(self._typeset)
        self.picture = QLabel()
        scaled(self.picture, QWidget.setFixedSize, PICTURE, PICTURE)
        self.picture.setScaledContents(True)
        tip = self.tr("Any formula of the inputs x1, x2 …, with + − * / ** and functions such as sin.")
        self.formula = named(QLineEdit(), self.tr("New feature"), tip)
        self.formula.setPlaceholderText(self.tr("Another one, e.g. x1 * sin(x2)"))
        self.formula.setMaxLength(_LONGEST)
        self.add = QPushButton(self.tr("Add"))
        self.add.setToolTip(self.tr("Add the typed formula as a feature."))
        self.written = FormulaLabel()
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._below = QStackedWidget()
        for widget in (self.written, self.reason):
            self._below.addWidget(widget)
        grid = QGridLayout(self)
        spaced(grid, gap=(8, 4), edges=0)
        grid.addWidget(self.picture, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.formula, 0, 1)
        grid.addWidget(self.add, 0, 2)
        grid.addWidget(self._below, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.formula.textChanged.connect(self._read)
        self.formula.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self._reserve_lines()
        self._read()

    @property
    def problem(self) -> str:
        """Why what is typed cannot be added; empty if it can, or if nothing is typed."""
        return self.reason.text() if self._below.currentWidget() is self.reason and self.property("wrong") else ""

    def set_problem_info(self, problem_info: ProblemInfo, features: tuple[str, ...]) -> None:
        """Take other inputs and other features; a formula that the network has got is done with."""
        self._problem_info, self._features = problem_info, features
        if canonical(self.formula.text()) in features:
            self.formula.clear()
        self._read()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(300, 0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._read()
        elif event.type() == QEvent.Type.FontChange:
            self._reserve_lines()

    def _reserve_lines(self) -> None:
        self._below.setFixedHeight(_WORD_LINES * self.fontMetrics().lineSpacing() + 2)

    def _read(self) -> None:
        """Look at what is typed: its picture, or what is wrong with it."""
        text = self.formula.text().strip()
        problem = (
            problem_of(text, self._problem_info, self._features) if text and self._problem_info is not None else ""
        )
        readable = bool(text) and not problem and self._problem_info is not None
        self.add.setEnabled(readable)
        self.setProperty("wrong", bool(problem))
        set_property(self.formula, "problem", bool(problem))
        self.formula.setAccessibleDescription(problem)
        hint = self.tr("Formulas name the inputs x1, x2 … in the order of the data.") if not text else ""
        self.reason.setText(problem or hint)
        set_property(self.reason, "role", "error" if problem else "muted")
        self._below.setCurrentWidget(self.written if readable else self.reason)
        self._show_picture(canonical(text) if readable else "")
        self._settle.start()
        if not readable:
            self.written.set_formula("")

    def _show_picture(self, formula: str) -> None:
        if formula and self._problem_info is not None:
            ratio = self.devicePixelRatioF() * zoom()
            image = feature_picture(formula, self._problem_info.domain, theme(), PICTURE, ratio)
            self.picture.setPixmap(QPixmap.fromImage(image))
        else:
            self.picture.setPixmap(QPixmap.fromImage(_blank(theme(), self.devicePixelRatioF())))

    def _typeset(self) -> None:
        if self.add.isEnabled():
            graph = parse(self.formula.text())
            self.written.set_formula(expression_latex(graph, graph.output))

    def _add(self) -> None:
        if self.add.isEnabled():
            # The text stays until the network has the feature: a formula that is refused can be mended.
            self.added.emit(canonical(self.formula.text()))


def _blank(theme: Theme, ratio: float) -> QImage:
    """Return the picture of no formula yet: hatched."""
    side = round(PICTURE * ratio)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(theme.surface)
    with painting(image) as painter:
        painter.fillRect(image.rect(), QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern))
    image.setDevicePixelRatio(ratio)
    return image
