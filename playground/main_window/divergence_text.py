"""A divergence in words a student understands, with the way out."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from playground.training import Divergence

CONTEXT = "divergence"
QUANTITIES: Mapping[str, str] = MappingProxyType(
    {
        "Z": QT_TRANSLATE_NOOP("divergence", "the weighted sums Z"),
        "A": QT_TRANSLATE_NOOP("divergence", "the activations A"),
        "cost": QT_TRANSLATE_NOOP("divergence", "the cost"),
        "dZ": QT_TRANSLATE_NOOP("divergence", "the backpropagated errors dZ"),
        "dW": QT_TRANSLATE_NOOP("divergence", "the gradient"),
        "W": QT_TRANSLATE_NOOP("divergence", "the weights"),
    }
)
SENTENCE = QT_TRANSLATE_NOOP(
    "divergence",
    "Training stopped at epoch {epoch}: {quantity} of layer {layer} would have become infinite. "
    "Lower the learning rate and run on, or undo. The weights are those before the last update.",
)


def divergence_text(divergence: Divergence) -> str:
    """Return the sentence for the banner."""
    return QCoreApplication.translate(CONTEXT, SENTENCE).format(
        epoch=divergence.epoch,
        quantity=QCoreApplication.translate(CONTEXT, QUANTITIES[divergence.quantity]),
        layer=divergence.layer,
    )
