"""What the pictures show, in a sentence; and the example that is pointed at, in a few lines."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from playground.messages import numbers
from playground.training.queries.every_layer import Drawn, LayerProjection
from playground.training.queries.hidden_space import NeuronPlane
from playground.training.results import ProblemInfo
from playground.views.images.pixels import Thumbnails
from playground.views.network.names import feature_label
from playground.views.spaces.pictures import layer_name, neuron_name

NAME = 12
"""Characters of a name in a tooltip."""
LINES = 9
"""Of a tooltip, at most."""
IMAGE = 96
"""Pixels of an image in a tooltip."""
translate = QCoreApplication.translate


def separable(problem_info: ProblemInfo, picture: LayerProjection) -> tuple[str, str]:
    """Return the number beside a layer's name, with a word and without: how far straight cuts get there."""
    if picture.readout is None:
        return "", ""
    cuts, fit = translate("SpacesView", "separable {share}"), translate("SpacesView", "linear fit {share}")
    share = numbers.percent(picture.readout)
    return (cuts if problem_info.problem == "classification" else fit).format(share=share), share


def separable_tip(problem_info: ProblemInfo) -> str:
    if problem_info.problem == "classification":
        return translate(
            "SpacesView",
            "How many of the training examples straight cuts through this layer's space put on the side of their "
            "class: those of linear discriminant analysis on all its neurons, or on this picture alone where these "
            "get further. Other straight cuts may get further still.",
        )
    return translate(
        "SpacesView",
        "How much of the variance of the targets a linear function of this layer's neurons explains (R², least "
        "squares on the training examples).",
    )


def about_projection(problem_info: ProblemInfo, layer: int, picture: LayerProjection) -> str:
    """Return what a projection keeps, what the line in it is, and how far straight cuts get."""
    if picture.state != "fine":
        return ""
    n, name = problem_info.sizes[layer], layer_name(problem_info, layer)
    if n <= 2:
        whole = translate("SpacesView", "{layer} has two dimensions: all of it is in this picture.")
        single = translate("SpacesView", "{layer} has one dimension: all of it is in this strip.")
        first = (single if n == 1 else whole).format(layer=name)
    else:
        kept = translate("SpacesView", "{layer}: {share} of the variance is in this picture.")
        first = kept.format(layer=name, share=numbers.percent(picture.kept))
    if problem_info.problem != "classification":
        if picture.readout is None:
            return first
        second = translate("SpacesView", "A linear function of it explains {share} of the targets.")
        return f"{first} {second.format(share=numbers.percent(picture.readout))}"
    if picture.cut_share is None:
        return first
    if n <= 2:
        second = translate("SpacesView", "The straight cut drawn puts {cut} of the training examples on their side.")
    elif picture.readout is None:
        second = translate(
            "SpacesView",
            "The straight cut drawn knows only this picture and puts {cut} of the training examples right.",
        )
    else:
        second = translate(
            "SpacesView",
            "The straight cut drawn knows only this picture and puts {cut} of the training examples right; a cut "
            "through all {n} dimensions {share}.",
        )
    share = "" if picture.readout is None else numbers.percent(picture.readout)
    return f"{first} {second.format(cut=numbers.percent(picture.cut_share), n=n, share=share)}"


def about_the_way(problem_info: ProblemInfo, layer: int, share: float) -> tuple[str, str]:
    """Return the title and the sentence of a picture that lies between a layer and the next."""
    title = translate("SpacesView", "{layer} → {next}")
    sentence = translate(
        "SpacesView",
        "{share} of the way from {layer} to {next}: each example moves along a straight line from its place in one "
        "picture to its place in the other. What lies between is no layer of the network.",
    )
    names = {"layer": layer_name(problem_info, layer), "next": layer_name(problem_info, layer + 1)}
    return title.format(**names), sentence.format(share=numbers.percent(share), **names)


def about_neurons(problem_info: ProblemInfo, layer: int, picture: NeuronPlane) -> str:
    """Return what the picture of two neurons shows, and what the line in it is."""
    n = problem_info.sizes[layer]
    if picture.neurons[0] == picture.neurons[1]:
        return translate("SpacesView", "{} shows one value: the markers are spread only to be seen.").format(
            layer_name(problem_info, layer)
        )
    names = [neuron_name(problem_info, layer, neuron) for neuron in picture.neurons]
    of_all = translate("SpacesView", "{layer}: {first} and {second}, of {n}.")
    both = translate("SpacesView", "{layer}: {first} and {second}.")
    first = (of_all if n > 2 else both).format(
        layer=layer_name(problem_info, layer), first=names[0], second=names[1], n=n
    )
    if picture.decision is None or not len(picture.decision):
        return first
    if picture.exact:
        second = translate("SpacesView", "The thick line is where the output decides: it is straight here.")
    else:
        second = translate(
            "SpacesView", "The thick line is where the output decides, with the other neurons at their mean."
        )
    return f"{first} {second}"


def left_out(drawn: Drawn) -> str:
    """Return how many of the examples are drawn, if not all."""
    if drawn.count == drawn.available:
        return ""
    return translate("SpacesView", "{:,} of {:,} examples").format(drawn.count, drawn.available)


def example_tip(problem_info: ProblemInfo, drawn: Drawn, column: int, place: Sequence[tuple[str, float]]) -> str:
    """Return what there is to say about one example, as rich text: which, its class or target, its place, its inputs.

    Parameters
    ----------
    problem_info, drawn
        What the numbers mean, and which examples there are.
    column
        Of the answer's coordinates: training examples first.
    place
        The names of the axes, with the coordinates there.
    """
    is_test = column >= len(drawn.train)
    number = int(drawn.test[column - len(drawn.train)] if is_test else drawn.train[column])
    X, Y = (problem_info.test_X, problem_info.test_Y) if is_test else (problem_info.train_X, problem_info.train_Y)
    labels = problem_info.test_labels if is_test else problem_info.train_labels
    test, train = translate("SpacesView", "Test example {:,}"), translate("SpacesView", "Training example {:,}")
    title = (test if is_test else train).format(number + 1)
    rows = [(name, value) for name, value in place if name]
    if labels is None:
        rows += [(name, float(value)) for name, value in zip(problem_info.output_names, Y[:, number], strict=False)][:2]
    else:
        title = f"{title} · {problem_info.classes[int(labels[number])]}"
    images = problem_info.image_shape is not None
    if not images:
        rows += list(zip(map(feature_label, problem_info.input_names), X[:, number].tolist(), strict=True))
    told = [f"{_short(name)} {numbers.fixed(value)}" for name, value in rows]
    told = told if len(told) < LINES else [*told[: LINES - 2], "…"]
    lines = "<br>".join(escape(line).replace(" ", "&nbsp;") for line in told)
    picture = _as_html(Thumbnails(problem_info, IMAGE).image((is_test, number))) if images else ""
    return f"{picture}<p style='white-space:pre'><b>{escape(title)}</b><br><tt>{lines}</tt></p>"


def _as_html(image: QImage) -> str:
    file = QBuffer()
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(file, QByteArray(b"png")).write(image)
    return f"<img src='data:image/png;base64,{bytes(file.data().toBase64().data()).decode()}'>"


def _short(name: str) -> str:
    return (name if len(name) <= NAME else f"{name[: NAME - 1]}…").ljust(NAME)
