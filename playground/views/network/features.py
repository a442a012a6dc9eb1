"""The choice of features: a grid of pictures to switch on and off, the inputs of wide data, a line for formulas."""

from collections.abc import Iterable
from functools import partial
from html import escape

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from playground.data import FEATURES
from playground.expressions import ExpressionError, expression_latex, parse
from playground.training.results import ProblemInfo
from playground.views.forms.text import translated
from playground.views.formulas import FormulaTip
from playground.views.kit.appearance import restyled, scaled, theme, zoom
from playground.views.kit.building import in_column, scrolling, spaced
from playground.views.network.feature_tile import PICTURE, SIZE, FeatureTile, feature_picture
from playground.views.network.formula_line import FormulaLine
from playground.views.network.input_list import InputList
from playground.views.network.names import (
    feature_label,
    input_column,
    input_number,
    is_standardized,
    script_html,
    standardization,
)

COLUMNS = 5
ROWS_SEEN = 4
SPACING = 6
TILED_INPUTS = 2
"""More inputs than these are listed, and have no tiles of their own."""


class FeaturePanel(QWidget):
    """Edits the features of the network; `changed` has all formulas, in the order of the network's inputs."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._features: tuple[str, ...] = ()
        self._typed: dict[str, None] = {}
        self._stale = True
        self._tiles: dict[str, FeatureTile] = {}
        self.inputs = InputList()
        self._grid_holder = QWidget()
        self._grid = QGridLayout(self._grid_holder)
        spaced(self._grid, gap=SPACING, edges=0)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._scroll = scrolling(self._grid_holder)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.line = FormulaLine()
        self.setLayout(in_column(self.inputs, self._scroll, self.note, self.line, gap=10))
        scaled(self, QWidget.setFixedWidth, COLUMNS * (SIZE.width() + SPACING) - SPACING + 12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Features"))
        self.inputs.chosen.connect(self._choose_inputs)
        self.line.added.connect(self._add)

    @property
    def tiles(self) -> dict[str, FeatureTile]:
        return dict(self._tiles)

    def set_features(self, features: tuple[str, ...], problem_info: ProblemInfo) -> None:
        """Take the network's features and its inputs, without a signal; shown when it is looked at."""
        if features == self._features and problem_info is self._problem_info:
            return
        if self._problem_info is None or self._problem_info.input_names != problem_info.input_names:
            self._typed = {}
        self._features, self._problem_info, self._stale = features, problem_info, True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show the features as they are now, if that is not done yet."""
        problem_info = self._problem_info
        if problem_info is None or not self._stale:
            return
        self._stale = False
        n_inputs = len(problem_info.input_names)
        self.inputs.setVisible(n_inputs > TILED_INPUTS)
        if n_inputs > TILED_INPUTS:
            self.inputs.set_inputs(problem_info.input_names, {input_number(name) for name in self._features} - {0})
        self._typed |= dict.fromkeys(name for name in self._features if not self._is_offered(name, problem_info))
        names = [*self._offered(problem_info), *self._typed]
        if names != list(self._tiles):
            self._rebuild(names)
        for name, tile in self._tiles.items():
            self._show_tile(name, tile, problem_info)
        self.note.setText(
            self.tr("The network sees every feature standardized: minus its mean, divided by its spread.")
        )
        self.note.setVisible(is_standardized(problem_info))
        self.line.set_problem_info(problem_info, self._features)
        first = next((tile for tile in self._tiles.values() if tile.isEnabled()), None)
        self.setFocusProxy(self.inputs.list if n_inputs > TILED_INPUTS or first is None else first)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self._stale = True
            if self.isVisible():
                self.refresh()

    @staticmethod
    def _is_offered(name: str, problem_info: ProblemInfo) -> bool:
        """Whether a feature has its place here without being typed."""
        listed = len(problem_info.input_names) > TILED_INPUTS and input_number(name) > 0
        return listed or name in FEATURES

    @staticmethod
    def _offered(problem_info: ProblemInfo) -> Iterable[str]:
        """Return the suggestions; the first two of many pixels are no better than any others."""
        n_inputs = len(problem_info.input_names)
        for name, feature in FEATURES.items():
            listed = n_inputs > TILED_INPUTS and input_number(name) > 0
            fits = feature.inputs <= n_inputs and not listed
            if fits and (problem_info.image_shape is None or name in problem_info.feature_names):
                yield name

    def _rebuild(self, names: list[str]) -> None:
        for tile in self._tiles.values():
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._tiles = {name: FeatureTile(name, removable=name in self._typed) for name in names}
        for place, (name, tile) in enumerate(self._tiles.items()):
            self._grid.addWidget(tile, place // COLUMNS, place % COLUMNS)
            tile.clicked.connect(self._choose)
            tile.removed.connect(partial(self._remove, name))
            tile.stepped.connect(partial(self._step, place))
            FormulaTip(tile, partial(self._tip, name))
        rows = min(-(-len(names) // COLUMNS), ROWS_SEEN)
        scaled(self._scroll, QWidget.setFixedHeight, max(rows * (SIZE.height() + SPACING) - SPACING, 0))
        self._scroll.setVisible(bool(names))

    def _step(self, place: int, right: int, down: int) -> None:
        """Move the focus to a neighbour in the grid, if there is one that can be switched."""
        tiles = list(self._tiles.values())
        column, goal = place % COLUMNS + right, place + right + COLUMNS * down
        if 0 <= column < COLUMNS and 0 <= goal < len(tiles):
            tiles[goal].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_tile(self, name: str, tile: FeatureTile, problem_info: ProblemInfo) -> None:
        tile.setChecked(name in self._features)
        tile.setEnabled(self._features != (name,))
        tile.set_label(feature_label(name, problem_info.input_names))
        tile.setToolTip(self._tip(name)[0])
        tile.set_picture(
            feature_picture(name, problem_info.domain, theme(), PICTURE, self.devicePixelRatioF() * zoom())
        )

    def _tip(self, name: str, _place: QPoint | None = None) -> tuple[str, tuple[str, ...]]:
        """Return what a feature is, what the network sees of it, and its formula."""
        problem_info = self._problem_info
        if problem_info is None:
            return "", ()
        title = script_html(feature_label(name, problem_info.input_names))
        lines = [f"<b>{title}</b>", escape(self._explanation(name, problem_info), quote=False)]
        if name in problem_info.feature_names and (
            seen := standardization(problem_info, problem_info.feature_names.index(name))
        ):
            lines.append(self.tr("The network sees {formula}.").format(formula=script_html(seen)))
        text = "".join(f"<p style='margin:2px 0'>{line}</p>" for line in lines)
        return text, (FEATURES[name].formula if name in FEATURES else _latex(name),)

    def _explanation(self, name: str, problem_info: ProblemInfo) -> str:
        if self._features == (name,):
            return self.tr("The last feature: a network needs one at least.")
        if column := input_column(name, problem_info.input_names):
            return self.tr("The input {name}, named {column}.").format(name=name, column=column)
        if name in FEATURES:
            return translated(FEATURES[name].description)
        return self.tr("A formula of your own; the cross or Delete takes it off the list.")

    def _choose(self) -> None:
        ticked = {name for name, tile in self._tiles.items() if tile.isChecked()}
        kept = tuple(name for name in self._features if name in ticked or name not in self._tiles)
        added = (name for name in self._tiles if name in ticked and name not in self._features)
        self._ask(kept, added)

    def _choose_inputs(self, numbers: tuple[int, ...]) -> None:
        wanted = {f"x{number}": None for number in numbers}
        kept = tuple(name for name in self._features if name in wanted or not input_number(name))
        if not kept and not wanted:
            kept = self._features[:1]
        self._ask(kept, (name for name in wanted if name not in self._features))

    def _add(self, formula: str) -> None:
        # Not yet a feature: a formula that the training refuses stays in the line, to be mended.
        self.changed.emit((*self._features, formula))

    def _remove(self, name: str) -> None:
        if self._features == (name,):
            return
        self._typed.pop(name, None)
        self._stale = True
        if name in self._features:
            self._ask(tuple(other for other in self._features if other != name), ())
        self.refresh()

    def _ask(self, kept: tuple[str, ...], added: Iterable[str]) -> None:
        """Ask for the features kept and others: a plain input in its place among the inputs, all else at the end."""
        features = list(kept)
        for name in added:
            number = input_number(name)
            later = (place for place, other in enumerate(features) if number and input_number(other) > number)
            features.insert(next(later, len(features)), name)
        if tuple(features) != self._features:
            self._features = tuple(features)
            self._stale = True
            self.changed.emit(self._features)
        self.refresh()


def _latex(formula: str) -> str:
    """Return a typed formula as LaTeX; nothing where it cannot be read."""
    try:
        graph = parse(formula)
    except ExpressionError:
        return ""
    return expression_latex(graph, graph.output)
