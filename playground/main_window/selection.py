"""What a person points at in one view and wants to see in another: a weight, a neuron, an example."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from playground.main_window.pages import Pages
from playground.messages import Message
from playground.training import Snapshot
from playground.views.forms.text import translated
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.network.layout import Edge


class Selection(QObject):
    """Carries what was pointed at to the workspace that is about it."""

    neuron_pointed = Signal(int, int)
    failed = Signal(object)

    def __init__(self, workspaces: Pages, snapshot: Callable[[], Snapshot | None], parent: QObject) -> None:
        super().__init__(parent)
        self._workspaces, self._snapshot = workspaces, snapshot
        self._weight: tuple[int, int, int] | None = None
        self._unit: tuple[int, int] | None = None
        self._example = 0

    @Slot(int, int, int)
    def pick(self, layer: int, row: int, column: int) -> None:
        self._weight = (layer, row, column)
        for name in ("landscape", "backprop"):
            page = self._workspaces.page(name)
            if isinstance(page, SnapshotView):
                page.pick_weight(layer, row, column)

    @Slot(object, object)
    def pick_edge(self, target: object, _point: object) -> None:
        if isinstance(target, Edge):
            self.pick(*target)

    @Slot(object)
    def point(self, unit: tuple[int, int] | None) -> None:
        """Remember the neuron that the mouse was over last."""
        self._unit = unit or self._unit

    @Slot(int, int)
    def point_neuron(self, layer: int, unit: int) -> None:
        self._workspaces.open("train")
        self._unit = (layer, unit)
        self.neuron_pointed.emit(layer, unit)

    @Slot(int)
    def walk_through(self, example: int) -> None:
        """Open a training example, counted from 0, in Backprop."""
        from playground.views.backprop.view import BackpropView

        self._example = example
        view = self._workspaces.open("backprop")
        assert isinstance(view, BackpropView)
        view.walk_through(example)

    @Slot(int, int, int)
    def follow(self, layer: int, row: int, column: int) -> None:
        """Open a weight's paths to the cost in Backprop."""
        from playground.views.backprop.view import BackpropView

        view = self._workspaces.open("backprop")
        assert isinstance(view, BackpropView)
        view.follow_weight(layer, row, column)

    @Slot()
    def show_next_step(self) -> None:
        """Open the next step of every optimizer in Landscape."""
        from playground.views.landscape.view import LandscapeView

        view = self._workspaces.open("landscape")
        assert isinstance(view, LandscapeView)
        view.set_mode("steps")

    @Slot()
    def fork_here(self) -> None:
        """Open the comparison of a branch that begins at the epoch that is shown with the run itself."""
        snapshot = self._snapshot()
        if snapshot is not None:
            view = self._workspaces.open("compare")
            assert isinstance(view, SnapshotView)
            view.show_place(str(snapshot.epoch), "", ())

    @Slot()
    def follow_weight(self) -> None:
        """Follow the weight that was picked last, or else the one that matters most."""
        snapshot = self._snapshot()
        if snapshot is not None:
            self.follow(*self._weight_in(snapshot))

    def _weight_in(self, snapshot: Snapshot) -> tuple[int, int, int]:
        """Return the weight picked last, if this network has it; a bias counts as none."""
        sizes = snapshot.problem_info.sizes
        if self._weight is not None:
            layer, row, column = self._weight
            if layer < len(sizes) and row < sizes[layer] and column < sizes[layer - 1]:
                return self._weight
        return steepest_weight(snapshot)

    def adopt(self, view: SnapshotView) -> None:
        """Let a view that was opened just now know which weight was picked, or else which one matters most."""
        snapshot = self._snapshot()
        if snapshot is not None:
            view.pick_weight(*(self._weight or steepest_weight(snapshot)))

    def show_graph(self) -> None:
        """Open one example's way through the neuron last pointed at to the cost as a computational graph."""
        from playground.training.neuron_expression import neuron_expression, neuron_notes  # a start needs none of it
        from playground.views.chain.view import ChainView

        snapshot = self._snapshot()
        if snapshot is None:
            return
        if snapshot.hidden:
            self.failed.emit(Message("The graph would tell what the question asks; answer it first."))
            return
        neuron = self._unit if self._unit is not None and self._unit[0] > 0 else None
        example = min(self._example, snapshot.problem_info.train_X.shape[1] - 1)
        written = neuron_expression(snapshot, example, neuron)
        if isinstance(written, Message):
            self.failed.emit(written)
            return
        text, values = written
        notes = "".join(f"# {translated(note)}\n" for note in neuron_notes(snapshot, example, neuron, values))
        chain = self._workspaces.open("chain")
        assert isinstance(chain, ChainView)
        if neuron is None:
            title = self.tr("The whole network, example {example}").format(example=example + 1)
            chain.open_text(notes + text, values, title)
            return
        layer, unit = neuron[0], neuron[1] + 1
        title = self.tr("Neuron {unit} of layer {layer}, example {example}")
        title = title.format(unit=unit, layer=layer, example=example + 1)
        chain.open_text(notes + text, values, title)
        chain.choose(f"a{layer}_{unit}")


def steepest_weight(snapshot: Snapshot) -> tuple[int, int, int]:
    """Return the place of the weight with the largest gradient; before the first update, of the largest weight.

    A weight chosen by its place alone may well be one that nothing depends on, as of a pixel that is always white.
    """
    arrays = snapshot.W if snapshot.dW is None else snapshot.dW
    sizes = [np.nan_to_num(np.abs(array), nan=-1.0) for array in arrays]
    layer = max(range(len(sizes)), key=lambda number: float(sizes[number].max()))
    row, column = np.unravel_index(int(sizes[layer].argmax()), sizes[layer].shape)
    return layer + 1, int(row), int(column)
