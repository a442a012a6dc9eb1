"""The gradient check in slices, and its error for many ε: it falls with the truncation and rises with the rounding."""

from collections.abc import Generator

import numpy as np
from msgspec import Struct
from numpy.typing import ArrayLike

from playground.engine import MISTAKES, GradientCheck, Network
from playground.engine.gradient_check import CentralDifferences, GradientChecker
from playground.engine.mistakes import LEARNING_RATE
from playground.engine.propagation import Structure
from playground.files import TrainingSettings
from playground.messages import Message
from playground.training.jobs import Job
from playground.training.results import Array, ProblemInfo
from playground.training.training_run import TrainingRun

MOST_EXAMPLES = 32
"""A check costs two forward passes per parameter; more examples would not find more mistakes."""
CURVE_EPSILONS = tuple(10.0 ** -(half / 2) for half in range(2, 25))
"""1e-1 … 1e-12, two for each power of ten."""
REPORTS = 100
"""How often it is told how far it is."""
CURVE_PARAMETERS = 40
"""How many parameters, spread over all of them, the curve is measured on."""


def remarks(check: GradientCheck, *, single: bool = False) -> tuple[Message, ...]:
    """Return what a check is to be read with: which entries it could not judge, and why.

    Parameters
    ----------
    single
        Whether the network computes in float32.
    """
    found = []
    if single:
        found.append(
            Message(
                "The network computes in float32; the check runs in float64, since with seven digits the differences "
                "would drown in rounding."
            )
        )
    if check.at_kink:
        found.append(
            Message(
                "{count} {count:entry sits|entries sit} on a kink: within ±ε a neuron or the cost has two slopes, a "
                "difference is no derivative there, and {count:it is|they are} not judged.",
                count=check.at_kink,
            )
        )
    if check.in_rounding:
        found.append(
            Message(
                "{count} {count:entry is|entries are} lost in rounding: at a cost of {cost} the rounding of its last "
                "digit, divided by 2ε, is as large as the difference of the two gradients, so {count:it is|they are} "
                "not judged. A larger ε tells more.",
                count=check.in_rounding,
                cost=f"{check.cost:.2g}",
            )
        )
    return tuple(found)


class CheckReport(Struct, frozen=True, eq=False):
    """A gradient check, perhaps under way.

    Attributes
    ----------
    epsilon
        How far each parameter is moved.
    mistake
        The wrong derivative that is switched on, a key of `MISTAKES`; None if none is.
    check
        The check; None until it is complete.
    curve
        `(ε, mean |analytic − numerical|)` over some of the parameters, by falling ε; fills up as it is computed. An ε
        that carries every one of them across a kink is left out.
    warnings
        What the numbers are to be read with.
    examples
        How many examples it looks at.
    curve_parameters
        How many of the parameters the curve is measured on.
    progress
        0 … 1.
    """

    epsilon: float
    mistake: str | None
    check: GradientCheck | None
    curve: tuple[tuple[float, float], ...]
    warnings: tuple[Message, ...]
    examples: int
    curve_parameters: int
    progress: float
    done: bool


def possible_mistakes(problem_info: ProblemInfo, training: TrainingSettings) -> tuple[str, ...]:
    """Return the mistakes that can change a gradient of the network as it is."""
    structure = Structure(problem_info.sizes, problem_info.activations, training.cost)
    m = min(problem_info.train_X.shape[1], training.batch_size, MOST_EXAMPLES)
    return tuple(name for name, mistake in MISTAKES.items() if mistake.matters(structure, m))


def check_examples(run: TrainingRun) -> tuple[Array, Array]:
    """Return inputs `(n_0, m)` and targets `(n_L, m)` to check a run's gradient on: its first training examples."""
    m, train = min(MOST_EXAMPLES, run.experiment.training.batch_size), run.examples.train
    return train.F[:, :m], train.Y[:, :m]


class CheckJob(Job[CheckReport]):
    """Checks the gradient of a network as it is now; a `Job`.

    Parameters
    ----------
    X, Y
        `(n_0, m)` and `(n_L, m)`.
    epsilon
        How far each parameter is moved.
    mistake
        The name of one of `MISTAKES` to switch on, or None.
    learning_rate
        Of the update that one of the mistakes makes too early.

    Raises
    ------
    ValueError
        If a shape does not fit, ε is not positive, or there is no such mistake.
    """

    def __init__(
        self,
        network: Network,
        X: ArrayLike,
        Y: ArrayLike,
        epsilon: float = 1e-5,
        mistake: str | None = None,
        learning_rate: float = LEARNING_RATE,
    ) -> None:
        self._differences = CentralDifferences(network, X, Y)
        self._checker = GradientChecker(self._differences, epsilon, mistake, learning_rate)
        self._epsilon, self._mistake = epsilon, mistake
        self._single = network.dtype == np.float32
        self._curve: list[tuple[float, float]] = []
        n = self._differences.n_parameters
        self._sample = np.unique(np.linspace(0, n - 1, min(n, CURVE_PARAMETERS)).astype(int)).tolist()
        self._units, self._units_done = len(self._sample) * len(CURVE_EPSILONS) + n, 0
        self._check: GradientCheck | None = None
        super().__init__(self._checking(), self._report())

    def _checking(self) -> Generator[CheckReport | None, None, CheckReport]:
        """Move one parameter after another, first for the curve, then for the check."""
        analytic = self._checker.analytic
        for epsilon in CURVE_EPSILONS:
            differences = []
            for index in self._sample:
                numerical, at_kink = self._differences.difference(index, epsilon)
                if not at_kink:
                    differences.append(abs(float(analytic[index]) - numerical))
                yield self._moved()
            if differences:
                self._curve.append((epsilon, sum(differences) / len(differences)))
        self._checker.check_one()
        while not self._checker.is_complete:
            yield self._moved()
            self._checker.check_one()
        self._units_done = self._units
        self._check = self._checker.result()
        return self._report()

    def _moved(self) -> CheckReport | None:
        """Take note of a unit of work; return the report where it is seen to be another."""
        self._units_done += 1
        before = self._units_done - 1
        return self._report() if before * REPORTS // self._units < self._units_done * REPORTS // self._units else None

    def _report(self) -> CheckReport:
        return CheckReport(
            epsilon=self._epsilon,
            mistake=self._mistake,
            check=self._check,
            curve=tuple(self._curve),
            warnings=() if self._check is None else remarks(self._check, single=self._single),
            examples=self._differences.inputs.shape[1],
            curve_parameters=len(self._sample),
            progress=self._units_done / self._units,
            done=self._check is not None,
        )
