"""The row above the layers: how to look, at which two neurons of the layer chosen, and the way to the next layer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from playground.training.queries.hidden_space import Pair
from playground.training.results import ProblemInfo
from playground.views.controls.calm import Slider
from playground.views.icons import icon
from playground.views.kit.appearance import scaled
from playground.views.output.legend import ClassLegend
from playground.views.panel_style import set_property
from playground.views.spaces.pictures import neuron_name
from playground.views.spaces.search_box import SearchBox
from playground.views.theme import Theme

BOX_WIDTH = 128
STEPS = 25
"""Of the slider between two layers."""

Pairs = tuple[Pair, ...]


@dataclass(frozen=True)
class Mode:
    """One way to look.

    Attributes
    ----------
    name
        Key of the table.
    label, tooltip
        On the button and under the mouse; before translation (context ``SpacesView``).
    picks
        Whether two neurons are to be picked.
    """

    name: str
    label: str
    tooltip: str
    picks: bool


_RECORDS = (
    Mode(
        "pca",
        str(QT_TRANSLATE_NOOP("SpacesView", "PCA")),
        str(
            QT_TRANSLATE_NOOP(
                "SpacesView",
                "The data as each layer sees them, on the plane that keeps most of their variance: the first two "
                "principal components.",
            )
        ),
        picks=False,
    ),
    Mode(
        "neurons",
        str(QT_TRANSLATE_NOOP("SpacesView", "Two neurons")),
        str(
            QT_TRANSLATE_NOOP(
                "SpacesView",
                "The data on the plane of two neurons of each layer, with the grid of the input bent into it.",
            )
        ),
        picks=True,
    ),
)
MODES: Mapping[str, Mode] = MappingProxyType({mode.name: mode for mode in _RECORDS})
"""Every mode by name, in the order of their buttons."""


class SpacesHeader(QWidget):
    """How to look, which two neurons, which class is which, and how far on the way from layer to layer.

    Attributes
    ----------
    buttons
        The modes' buttons by name.
    first, second, swap
        The neurons of the right and the upward axis, both exchanged.
    enlarge, reset
        Shows one layer alone, and the whole range again.
    classes
        The classes' legend.
    morph
        A slider with `STEPS` steps from one layer to the next.

    Signals
    -------
    mode_changed()
        Another way of looking was chosen.
    pair_chosen(first, second)
        Two neurons, from 0.
    morphed(layer, share)
        A person moved the slider: so much of the way from a layer to the next.
    """

    mode_changed = Signal()
    pair_chosen = Signal(int, int)
    morphed = Signal(int, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        for name, mode in MODES.items():
            button = QToolButton()
            button.setText(QCoreApplication.translate("SpacesView", mode.label))
            button.setToolTip(QCoreApplication.translate("SpacesView", mode.tooltip))
            self._group.addButton(button)
            self.buttons[name] = button
        self._group.buttonClicked.connect(self._mode_clicked)
        self._build_pickers()
        self.classes = ClassLegend()
        self.enlarge, self.reset = QToolButton(), QToolButton()
        self.enlarge.setText(self.tr("One layer"))
        self.enlarge.setToolTip(self.tr("Show the chosen layer alone and large (Enter), or all of them again (Esc)."))
        self.reset.setAccessibleName(self.tr("Automatic range"))
        self.reset.setToolTip(self.tr("Show the whole range again and keep following it."))
        self.reset.setEnabled(False)
        for button in (*self.buttons.values(), self.enlarge):
            button.setCheckable(True)
            button.setAccessibleName(button.text())
        for button in (*self.buttons.values(), self.enlarge, self.reset):
            button.setAccessibleDescription(button.toolTip())
        next(iter(self.buttons.values())).setChecked(True)
        self._build_morph()
        self._lay_out()
        self._show_mode()

    @property
    def mode(self) -> Mode:
        return next(MODES[name] for name, button in self.buttons.items() if button.isChecked())

    def set_mode(self, name: str) -> None:
        """Choose a mode of `MODES`."""
        if not self.buttons[name].isChecked():
            self.buttons[name].setChecked(True)
            self._mode_clicked()

    def offer(self, problem_info: ProblemInfo, layer: int, pair: tuple[int, int]) -> None:
        """Offer the neurons of a layer, and show which two are chosen."""
        names = tuple(neuron_name(problem_info, layer, index) for index in range(problem_info.sizes[layer]))
        for box, index in zip((self.first, self.second), pair, strict=True):
            box.offer(names)
            with QSignalBlocker(box):
                box.show_index(index)
        self.pickers.setEnabled(len(names) > 1)

    def show_place(self, layer: int, layers: int) -> None:
        """Put the slider to a layer, of so many."""
        with QSignalBlocker(self.morph):
            self.morph.setRange(0, STEPS * (layers - 1))
            self.morph.setValue(STEPS * layer)

    def set_theme(self, theme: Theme) -> None:
        self.reset.setIcon(icon("reset_view", theme))
        self.classes.set_theme(theme)

    def _build_morph(self) -> None:
        self.morph = Slider(Qt.Orientation.Horizontal)
        scaled(self.morph, QWidget.setMinimumWidth, 80)
        scaled(self.morph, QWidget.setMaximumWidth, 220)
        self.morph.setPageStep(STEPS)
        self.morph.setAccessibleName(self.tr("From layer to layer"))
        self.morph.setToolTip(
            self.tr(
                "Take the examples from one layer's picture to the next. Each moves along a straight line: only the "
                "ends are layers of the network."
            )
        )
        self.morph.setAccessibleDescription(self.morph.toolTip())
        self.morph.valueChanged.connect(lambda value: self.morphed.emit(value // STEPS, value % STEPS / STEPS))

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for button in self.buttons.values():
            first.addWidget(button)
        first.addSpacing(14)
        first.addWidget(self.pickers)
        first.addStretch(1)
        for widget in (self.enlarge, self.reset):
            first.addWidget(widget)
        label = QLabel(self.tr("Morph"))
        set_property(label, "role", "muted")
        label.setBuddy(self.morph)
        second.addWidget(self.classes, 3)
        second.addWidget(label, 0)
        second.addWidget(self.morph, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for row, gap in ((first, 2), (second, 8)):
            row.setSpacing(gap)
            layout.addLayout(row)

    def _build_pickers(self) -> None:
        self.first, self.second, self.swap = SearchBox(), SearchBox(), QToolButton()
        self.first.setAccessibleName(self.tr("Horizontal axis"))
        self.first.setToolTip(self.tr("The neuron whose activation runs to the right."))
        self.second.setAccessibleName(self.tr("Vertical axis"))
        self.second.setToolTip(self.tr("The neuron whose activation runs upwards."))
        self.swap.setText("⇄")
        self.swap.setAccessibleName(self.tr("Exchange the axes"))
        self.swap.setToolTip(self.tr("Exchange the two axes."))
        up, right = QLabel(self.tr("Up")), QLabel(self.tr("Right"))
        self.pickers = QWidget()
        row = QHBoxLayout(self.pickers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for label in (up, right):
            set_property(label, "role", "muted")
        for box in (self.first, self.second):
            scaled(box, QWidget.setFixedWidth, BOX_WIDTH)
            box.setAccessibleDescription(box.toolTip())
            box.activated.connect(self._pair_chosen)
        for widget in (right, self.first, self.swap, up, self.second):
            row.addWidget(widget)
        self.swap.setAccessibleDescription(self.swap.toolTip())
        self.swap.clicked.connect(self._swap)

    def _mode_clicked(self, *_: object) -> None:
        self._show_mode()
        self.mode_changed.emit()

    def _show_mode(self) -> None:
        self.pickers.setVisible(self.mode.picks)

    def _pair_chosen(self, _index: int) -> None:
        self.pair_chosen.emit(self.first.currentIndex(), self.second.currentIndex())

    def _swap(self) -> None:
        self.pair_chosen.emit(self.second.currentIndex(), self.first.currentIndex())


def fitting(pairs: Pairs, sizes: Sequence[int]) -> Pairs:
    """Return pairs for layers of these sizes: those that have a place stay, the others are the first two neurons."""
    same = pairs if len(pairs) == len(sizes) else ((0, 1),) * len(sizes)
    return tuple(pair if _fits(pair, size) else (0, min(1, size - 1)) for pair, size in zip(same, sizes, strict=True))


def chosen(pairs: Pairs, sizes: Sequence[int], layer: int, pair: Pair) -> Pairs:
    """Return the pairs with another one for a layer; an axis that had the other's neuron takes the one it leaves."""
    first, second = pair
    old = pairs[layer]
    if first == second and sizes[layer] > 1:
        first, second = (old[1], second) if second != old[1] else (first, old[0])
    return (*pairs[:layer], (first, second), *pairs[layer + 1 :])


def _fits(pair: Pair, size: int) -> bool:
    return max(pair) < size and (pair[0] != pair[1] or size == 1)
