"""The row above the layers: how to look, at which two neurons of the layer chosen, and the way to the next layer."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from playground.messages.numbers import percent
from playground.training.queries.hidden_space import Pair
from playground.training.results import ProblemInfo
from playground.views.controls.calm import Slider
from playground.views.kit.appearance import scaled
from playground.views.kit.building import icon_button, in_column, in_row, named, tool_button
from playground.views.kit.buttons import ModeButtons
from playground.views.kit.key import Key
from playground.views.panel_style import set_property
from playground.views.spaces.axes import SearchBox, swap_button
from playground.views.spaces.pictures import layer_name, neuron_name

BOX_WIDTH = 128
STEPS = 25
"""Of the slider between two layers."""
PCA, NEURONS = MODES = ("pca", "neurons")
"""The ways of looking: the plane that keeps most of a layer's variance, or that of two of its neurons."""

Pairs = tuple[Pair, ...]


class SpacesHeader(QWidget):
    """How to look, which two neurons, which class is which, and how far on the way from layer to layer.

    Attributes
    ----------
    modes
        The choice of `MODES`.
    first, second, swap
        The neurons of the right and the upward axis, both exchanged.
    enlarge, reset
        Shows one layer alone, and the whole range again.
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
        pca = self.tr(
            "The data as each layer sees them, on the plane that keeps most of their variance: the first two "
            "principal components."
        )
        neurons = self.tr(
            "The data on the plane of two neurons of each layer, with the grid of the input bent into it."
        )
        self.modes = ModeButtons(
            {PCA: (self.tr("PCA"), pca), NEURONS: (self.tr("Two neurons"), neurons)},
            gap=2,
        )
        self.modes.chosen.connect(self._change_mode)
        self.pickers = self._build_pickers()
        self.pickers.hide()
        self.classes = Key(self.tr("Classes"))
        alone = self.tr("Show the chosen layer alone and large (Enter), or all of them again (Esc).")
        self.enlarge = tool_button(self.tr("One layer"), alone, checkable=True)
        whole = self.tr("Show the whole range again and keep following it.")
        self.reset = icon_button(self.tr("Automatic range"), whole, "reset_view")
        self.reset.setEnabled(False)
        way = self.tr(
            "Take the examples from one layer's picture to the next. Each moves along a straight line: only the "
            "ends are layers of the network."
        )
        self._layers: tuple[str, ...] = ("",)
        self.morph = named(Slider(Qt.Orientation.Horizontal), self.tr("From layer to layer"), way)
        scaled(self.morph, QWidget.setMinimumWidth, 80)
        scaled(self.morph, QWidget.setMaximumWidth, 220)
        self.morph.setPageStep(STEPS)
        self.morph.number_at = lambda place: place / STEPS
        self.morph.text_at = self._place_text
        self.morph.valueChanged.connect(lambda value: self.morphed.emit(value // STEPS, value % STEPS / STEPS))
        label = QLabel(self.tr("Morph"))
        set_property(label, "role", "muted")
        label.setBuddy(self.morph)
        first = in_row(self.modes, 14, self.pickers, None, self.enlarge, self.reset, gap=2)
        second = in_row((self.classes, 3), label, (self.morph, 2), gap=8)
        self.setLayout(in_column(first, second, gap=4))

    @property
    def picks(self) -> bool:
        """Whether two neurons are to be picked."""
        return self.modes.current == NEURONS

    def offer(self, problem_info: ProblemInfo, layer: int, pair: tuple[int, int]) -> None:
        """Offer the neurons of a layer, and show which two are chosen."""
        names = tuple(neuron_name(problem_info, layer, index) for index in range(problem_info.sizes[layer]))
        for box, index in zip((self.first, self.second), pair, strict=True):
            box.offer(names)
            with QSignalBlocker(box):
                box.show_index(index)
        self.pickers.setEnabled(len(names) > 1)

    def show_place(self, layer: int, problem_info: ProblemInfo) -> None:
        """Put the slider to a layer of a network."""
        self._layers = tuple(layer_name(problem_info, layer) for layer in range(len(problem_info.sizes)))
        with QSignalBlocker(self.morph):
            self.morph.setRange(0, STEPS * (len(self._layers) - 1))
            self.morph.setValue(STEPS * layer)

    def _place_text(self, place: int) -> str:
        """Return where the slider stands, for readers."""
        layer, part = divmod(place, STEPS)
        if not part:
            return self._layers[layer]
        way = self.tr("{share} of the way from {layer} to {next}")
        return way.format(share=percent(part / STEPS), layer=self._layers[layer], next=self._layers[layer + 1])

    def _build_pickers(self) -> QWidget:
        self.first = named(
            SearchBox(), self.tr("Horizontal axis"), self.tr("The neuron whose activation runs to the right.")
        )
        self.second = named(SearchBox(), self.tr("Vertical axis"), self.tr("The neuron whose activation runs upwards."))
        self.swap = swap_button()
        right, up = QLabel(self.tr("Right")), QLabel(self.tr("Up"))
        for label in (right, up):
            set_property(label, "role", "muted")
        for box in (self.first, self.second):
            scaled(box, QWidget.setFixedWidth, BOX_WIDTH)
            box.activated.connect(lambda _index: self._tell_pair(self.first, self.second))
        self.swap.clicked.connect(lambda: self._tell_pair(self.second, self.first))
        pickers = QWidget()
        pickers.setLayout(in_row(right, self.first, self.swap, up, self.second))
        return pickers

    def _change_mode(self) -> None:
        self.pickers.setVisible(self.picks)
        self.mode_changed.emit()

    def _tell_pair(self, first: SearchBox, second: SearchBox) -> None:
        self.pair_chosen.emit(first.currentIndex(), second.currentIndex())


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
