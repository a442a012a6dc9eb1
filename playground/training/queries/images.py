"""What a pad for drawing asks: which class an image is that is not among the examples."""

from collections.abc import Callable
from functools import partial

import numpy as np
from msgspec import Struct

from playground.engine import ACTIVATIONS
from playground.training.errors import TrainingError
from playground.training.results import Array
from playground.training.scoring import predicted_classes
from playground.training.training_run import TrainingRun


class Classified(Struct, frozen=True, eq=False):
    """How an image is classified; all arrays are read-only.

    Attributes
    ----------
    outputs
        `(n_L,)`: what the network says.
    probabilities
        `(classes,)`, as `class_probabilities` has them.
    """

    outputs: Array
    probabilities: Array
    predicted: int


class Classify(Struct, frozen=True):
    """Asks for `Classified`: the class of an image.

    Attributes
    ----------
    pixels
        As many as the data have inputs, row by row, in the range of the data.
    """

    pixels: tuple[float, ...]

    def prepare(self, run: TrainingRun) -> Callable[[], Classified]:
        """Compute its features, once for a run.

        Raises
        ------
        TrainingError
            If the data are no images with classes, or this one does not fit them.
        """
        dataset = run.examples.dataset
        if dataset.image_shape is None or dataset.problem != "classification":
            raise TrainingError("the data are no images with classes")
        if len(self.pixels) != dataset.n_inputs:
            raise TrainingError(
                "an image of {count} pixels, expected {shape}", count=len(self.pixels), shape=dataset.n_inputs
            )
        features = run.examples.normalised(np.array(self.pixels, np.float64)[:, np.newaxis])
        if not np.isfinite(features).all():
            raise TrainingError("a feature has no value for this image")
        with np.errstate(all="ignore"):
            return partial(_classified, run, features.astype(run.network.dtype))


def class_probabilities(outputs: Array, targets: tuple[float, float]) -> Array:
    """Return a row for each class, `(classes, m)`, for outputs `(n_L, m)`; a single output is that of class 1.

    Those of softmax, and of one sigmoid, are probabilities. Any other output is how far it has come on the way from
    "no" to "yes", cut off at 0 and 1: those of several classes need not add up to 1.
    """
    low, high = targets
    yes = np.clip((outputs - low) / (high - low), 0.0, 1.0)
    probabilities: Array = yes if len(yes) > 1 else np.vstack([1.0 - yes, yes])
    return probabilities


def _classified(run: TrainingRun, features: Array) -> Classified:
    network, targets = run.network, run.examples.targets
    with np.errstate(all="ignore"):
        A = ACTIVATIONS[network.activations[-1]](network.output_z(features))
        outputs, probabilities = A[:, 0].copy(), class_probabilities(A, targets)[:, 0].copy()
    outputs.flags.writeable = probabilities.flags.writeable = False
    return Classified(outputs, probabilities, int(predicted_classes(A, targets)[0]))
