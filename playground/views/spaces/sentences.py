"""What the pictures show, in a sentence; and the example under the mouse, in a few lines."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from playground.training.questions.every_layer import Drawn
from playground.training.questions.hidden_space import NeuronPlane
from playground.training.questions.projection import LayerProjection
from playground.training.results import Scene
from playground.views.plots.numbers import column
from playground.views.spaces.pictures import layer_name, neuron_name, share_text

NAME = 12
"""Characters of a name in the readout."""


def subtitle(scene: Scene, picture: LayerProjection) -> str:
    """Return the line below a small picture: how far straight cuts get there."""
    if picture.readout is None:
        return "–"
    cuts = QCoreApplication.translate("SpacesView", "cuts: {}")
    fit = QCoreApplication.translate("SpacesView", "fit: {}")
    return (cuts if scene.problem == "classification" else fit).format(share_text(picture.readout))


def subtitle_tip(scene: Scene) -> str:
    """Return what that line means."""
    if scene.problem == "classification":
        return QCoreApplication.translate(
            "SpacesView",
            "How many of the training examples straight cuts through this layer's space put into the right class "
            "(linear discriminant analysis on all its neurons).",
        )
    return QCoreApplication.translate(
        "SpacesView",
        "How much of the variance of the targets a linear function of this layer's neurons explains (R², least "
        "squares on the training examples).",
    )


def about_projection(scene: Scene, layer: int, picture: LayerProjection) -> str:
    """Return what a projection keeps, and how far straight cuts get."""
    if picture.state != "fine":
        return ""
    n = scene.sizes[layer]
    name = layer_name(scene, layer)
    if n <= 2:
        whole = QCoreApplication.translate("SpacesView", "{layer} has {n} dimensions: this picture keeps everything.")
        single = QCoreApplication.translate("SpacesView", "{layer} has one dimension: this strip keeps everything.")
        first = (single if n == 1 else whole).format(layer=name, n=n)
    else:
        keeps = QCoreApplication.translate("SpacesView", "{layer} keeps {share} of its variance in this picture.")
        first = keeps.format(layer=name, share=share_text(picture.kept))
    if picture.readout is None:
        return first
    if scene.problem == "classification":
        second = QCoreApplication.translate("SpacesView", "Straight cuts get {share} of the training examples right.")
    else:
        second = QCoreApplication.translate("SpacesView", "A linear function of it explains {share} of the targets.")
    return f"{first} {second.format(share=share_text(picture.readout))}"


def about_neurons(scene: Scene, layer: int, picture: NeuronPlane) -> str:
    """Return what the picture of two neurons shows, and what the line in it is."""
    n = scene.sizes[layer]
    if picture.neurons[0] == picture.neurons[1]:
        return QCoreApplication.translate(
            "SpacesView", "{} shows one value: the markers are spread only to be seen."
        ).format(layer_name(scene, layer))
    names = [neuron_name(scene, layer, neuron) for neuron in picture.neurons]
    of_all = QCoreApplication.translate("SpacesView", "{layer}: {first} and {second}, of {n}.")
    both = QCoreApplication.translate("SpacesView", "{layer}: {first} and {second}.")
    first = (of_all if n > 2 else both).format(layer=layer_name(scene, layer), first=names[0], second=names[1], n=n)
    if picture.decision is None or not len(picture.decision):
        return first
    if picture.exact:
        second = QCoreApplication.translate(
            "SpacesView", "The thick line is where the output decides: it is straight here."
        )
    else:
        second = QCoreApplication.translate(
            "SpacesView", "The thick line is where the output decides, with the other neurons at their mean."
        )
    return f"{first} {second}"


def left_out(drawn: Drawn) -> str:
    """Return how many of the examples are drawn, if not all."""
    if drawn.count == drawn.available:
        return ""
    return QCoreApplication.translate("SpacesView", "{:,} of {:,} examples").format(drawn.count, drawn.available)


def reading(
    scene: Scene, drawn: Drawn, index: int, names: tuple[str, str], place: tuple[float, float], lines: int
) -> Sequence[str]:
    """Return lines about one example: which, its class or target, where it is, its inputs.

    Parameters
    ----------
    scene, drawn
        What the numbers mean, and which examples there are.
    index
        Column of the answer's coordinates: training examples first.
    names, place
        Of the axes, and the coordinates there.
    lines
        As many at most.
    """
    is_test = index >= len(drawn.train)
    number = int(drawn.test[index - len(drawn.train)] if is_test else drawn.train[index])
    X, Y = (scene.test_X, scene.test_Y) if is_test else (scene.train_X, scene.train_Y)
    labels = scene.test_labels if is_test else scene.train_labels
    test = QCoreApplication.translate("SpacesView", "Test example {:,}")
    train = QCoreApplication.translate("SpacesView", "Training example {:,}")
    title = (test if is_test else train).format(number + 1)
    if labels is not None:
        title = f"{title} · {scene.classes[int(labels[number])]}"
    rows = [(name, value) for name, value in zip(names, place, strict=True) if name]
    if labels is None:
        rows += [(name, float(value)) for name, value in zip(scene.output_names, Y[:, number], strict=False)][:2]
    rows += list(zip(scene.input_names, X[:, number].tolist(), strict=True))
    told = [title, *(f"{_short(name)} {column(value)}" for name, value in rows)]
    return told if len(told) <= lines else [*told[: lines - 1], "…"]


def _short(name: str) -> str:
    return (name if len(name) <= NAME else f"{name[: NAME - 1]}…").ljust(NAME)
