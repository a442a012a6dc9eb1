"""Which images a grid of examples shows, in which order, and what the network makes of one that is none of them."""

from collections.abc import Callable
from functools import partial

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from playground.engine import ACTIVATIONS
from playground.training.errors import TrainingError
from playground.training.queries.predictions import FRAME_EXAMPLES, Predicted
from playground.training.results import Array, ProblemInfo
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

    `pixels`: as many as the data have inputs, row by row, in the range of the data.
    """

    pixels: tuple[float, ...]

    def prepare(self, run: TrainingRun) -> Callable[[], Classified]:
        """Compute its features, once for a run.

        Raises `TrainingError` if the data are no images with classes, or this one does not fit them.
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


Indices = NDArray[np.intp]


class Catalog(Struct, frozen=True, eq=False):
    """Examples and what is known of them: `k` of training and test together.

    Attributes
    ----------
    is_test
        `(k,)`: from which part each is.
    index
        `(k,)`: its number there.
    labels
        `(k,)`: its class.
    available
        How many examples the data have.
    outputs
        `(n_L, k)`, None before the network was asked; like the next three.
    predicted, correct, error
        `(k,)`.
    """

    is_test: NDArray[np.bool_]
    index: Indices
    labels: Indices
    available: int
    outputs: Array | None = None
    predicted: Indices | None = None
    correct: NDArray[np.bool_] | None = None
    error: Array | None = None

    @classmethod
    def of(cls, problem_info: ProblemInfo, answer: Predicted | None) -> "Catalog":
        """Return what an answer tells of the problem's examples, or the first of them where there is none yet."""
        assert problem_info.train_labels is not None
        assert problem_info.test_labels is not None
        counts = (problem_info.train_X.shape[1], problem_info.test_X.shape[1])
        if answer is None:
            train = np.arange(min(counts[0], FRAME_EXAMPLES))
            test = np.arange(min(counts[1], FRAME_EXAMPLES - len(train)))
        else:
            train, test = answer.train.index, answer.test.index
        is_test = np.repeat([False, True], [len(train), len(test)])
        labels = np.concatenate([problem_info.train_labels[train], problem_info.test_labels[test]])
        shown = cls(is_test, np.concatenate([train, test]), labels, sum(counts))
        if answer is None:
            return shown
        one, two = answer.train, answer.test
        return replace(
            shown,
            outputs=np.concatenate([one.outputs, two.outputs], axis=-1),
            predicted=np.concatenate([one.predicted, two.predicted]),
            correct=np.concatenate([one.correct, two.correct]),
            error=np.concatenate([one.error, two.error]),
        )

    @property
    def size(self) -> int:
        return int(self.index.size)

    def probabilities(self, entry: int, problem_info: ProblemInfo) -> Array:
        """Return `(classes,)`, as `class_probabilities` has them; the network must have been asked."""
        assert self.outputs is not None
        return class_probabilities(self.outputs[:, [entry]], problem_info.targets)[:, 0]

    def pixels(self, problem_info: ProblemInfo, which: Indices) -> Array:
        """Return the inputs of some of them, one in each row: `(len(which), n_inputs)`."""
        test, index = self.is_test[which], self.index[which]
        values = np.empty((len(which), problem_info.train_X.shape[0]), problem_info.train_X.dtype)
        values[~test] = problem_info.train_X[:, index[~test]].T
        values[test] = problem_info.test_X[:, index[test]].T
        return values


VERDICTS = ("all", "wrong", "right")
PARTS = ("both", "train", "test")
ORDERS = ("data", "error")


class Choice(Struct, frozen=True):
    """What a person wants to see: of `VERDICTS`, `PARTS` and `ORDERS`, and a class, or None for every one."""

    verdict: str = "all"
    part: str = "both"
    label: int | None = None
    order: str = "data"

    @property
    def follows(self) -> bool:
        """Whether what is shown changes as the network learns."""
        return self.verdict != "all" or self.order == "error"

    def select(self, catalog: Catalog) -> Indices:
        """Return which entries of a catalog are shown, in order."""
        chosen = np.ones(catalog.size, bool)
        if self.verdict != "all" and catalog.correct is not None:
            chosen &= catalog.correct == (self.verdict == "right")
        if self.part != "both":
            chosen &= catalog.is_test == (self.part == "test")
        if self.label is not None:
            chosen &= catalog.labels == self.label
        found = np.flatnonzero(chosen)
        if self.order == "error" and catalog.error is not None:
            found = found[np.argsort(-catalog.error[found], kind="stable")]
        return found
