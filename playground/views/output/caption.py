"""The sentences around the output view: what it shows, and what it leaves out."""

from PySide6.QtCore import QCoreApplication

from playground.engine import ACTIVATIONS
from playground.training.results import Maps, Scene
from playground.views.forms.text import translated
from playground.views.network.names import feature_label, is_standardized, standardization
from playground.views.output.points import Points
from playground.views.output.subject import Subject


def caption(scene: Scene, subject: Subject) -> str:
    """Return what is shown, as a heading."""
    if not subject.is_output:
        return _unit_caption(scene, subject)
    names = [scene.output_names[row] for row in subject.rows if row < len(scene.output_names)]
    if subject.kind == "classes":
        return QCoreApplication.translate("OutputView", "Most likely class")
    if subject.kind == "path" and len(names) == 2:
        return QCoreApplication.translate("OutputView", "{} against {}").format(names[1], names[0])
    if scene.problem == "classification" and subject.kind == "field":
        return QCoreApplication.translate("OutputView", "Output and decision boundary")
    if len(names) == 1:
        return QCoreApplication.translate("OutputView", "Output {}").format(names[0])
    return QCoreApplication.translate("OutputView", "Outputs")


def _unit_caption(scene: Scene, subject: Subject) -> str:
    layer, row = subject.layer, subject.rows[0]
    if layer == 0:
        seen = QCoreApplication.translate("OutputView", "Feature {}, standardized")
        plain = QCoreApplication.translate("OutputView", "Feature {}")
        return (seen if standardization(scene, row) else plain).format(
            feature_label(scene.feature_names[row], scene.input_names)
        )
    activation = translated(ACTIVATIONS[scene.activations[layer - 1]].label)
    if layer == len(scene.sizes) - 1 and row < len(scene.output_names):
        return QCoreApplication.translate("OutputView", "Output {} ({})").format(scene.output_names[row], activation)
    named = QCoreApplication.translate("OutputView", "Neuron {unit} of layer {layer} ({activation})")
    return named.format(unit=row + 1, layer=layer, activation=activation)


def note(scene: Scene, maps: Maps, drawn: Points) -> str:
    """Return what a person must know to read it rightly, or nothing."""
    parts = []
    others = len(scene.input_names) - 2
    if maps.kind == "plane" and others > 0:
        parts.append(_resting(others, maps.plane.example))
    if drawn.examples < drawn.available:
        sentence = QCoreApplication.translate("OutputView", "{:,} of {:,} points")
        parts.append(sentence.format(drawn.examples, drawn.available))
    if is_standardized(scene):
        parts.append(QCoreApplication.translate("OutputView", "raw axes, standardized for the network"))
    return " · ".join(parts)


def _resting(others: int, example: int | None) -> str:
    """Return where the inputs rest that no axis shows."""
    if example is None:
        one = QCoreApplication.translate("OutputView", "1 more input at its mean")
        several = QCoreApplication.translate("OutputView", "{:,} more inputs at their mean")
        return one if others == 1 else several.format(others)
    one = QCoreApplication.translate("OutputView", "1 more input as in training example {example:,}")
    several = QCoreApplication.translate("OutputView", "{others:,} more inputs as in training example {example:,}")
    return (one if others == 1 else several).format(others=others, example=example + 1)


def axis_names(scene: Scene, subject: Subject, axes: tuple[int, int] = (0, 1)) -> tuple[str, str]:
    """Return what the horizontal and the vertical axis measure; nothing where a legend says it.

    `axes` are the numbers of the inputs that a plane shows.
    """
    if subject.kind in ("field", "classes"):
        return feature_label(scene.input_names[axes[0]]), feature_label(scene.input_names[axes[1]])
    if subject.kind == "path":
        return scene.output_names[0], scene.output_names[1]
    named = subject.is_output and len(subject.rows) == 1
    return feature_label(scene.input_names[0]), scene.output_names[0] if named else ""
