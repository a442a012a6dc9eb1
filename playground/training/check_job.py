"""The gradient check in slices, its error for many ε, and what that curve says: a V or a mistake."""

from collections.abc import Generator, Sequence
from typing import Literal

import numpy as np
from msgspec import Struct
from numpy.typing import ArrayLike, NDArray

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
    """Return what a check is to be read with: which entries it could not judge, and why."""
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
    """Checks the gradient of a network as it is now: a `Job`, which takes and raises what `check_gradients` does.

    `learning_rate`: of the update that one of the mistakes makes too early.
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


Reading = Literal["bottom", "truncation", "rounding", "plateau"]
Guide = tuple[NDArray[np.float64], NDArray[np.float64]]

SMALLEST = 1e-18
"""What stands for an error of exactly zero."""
NEAR = 12.0
"""An ε within this factor of the best one is as good."""
FLAT_WITHIN = 3.0
FLAT_SHARE = 0.4
FLAT_FROM = 1e-9
"""A curve is a plateau where so large a share of it lies within that factor of its lowest point, and not lower."""
SLOPE_WITHIN = 0.45
BEYOND = 1.0
"""How far a guide goes on past the bottom of the V, in powers of ten of ε."""


def read_curve(curve: Sequence[tuple[float, float]], epsilon: float) -> Reading | None:
    """Return on which part of a curve of (ε, mean error) by falling ε one lies; None while it is too short."""
    if len(curve) < 5:
        return None
    epsilons, errors = _arrays(curve)
    lowest = errors.min()
    if lowest > FLAT_FROM and np.mean(errors <= FLAT_WITHIN * lowest) >= FLAT_SHARE:
        return "plateau"
    best = epsilons[errors.argmin()]
    if best / NEAR <= epsilon <= best * NEAR:
        return "bottom"
    return "truncation" if epsilon > best else "rounding"


def guides(curve: Sequence[tuple[float, float]]) -> tuple[Guide | None, Guide | None]:
    """Return the straight lines that the branches follow, as exponents: error ∝ ε² and error ∝ 1/ε.

    A branch that the curve does not have is None: a cost that is quadratic in every weight has no truncation.
    """
    if len(curve) < 5:
        return None, None
    epsilons, errors = _arrays(curve)
    x, y = np.log10(epsilons), np.log10(errors)
    lowest = int(errors.argmin())
    return _guide(x[: lowest + 1], y[: lowest + 1], 2), _guide(x[lowest:], y[lowest:], -1)


def _guide(x: NDArray[np.float64], y: NDArray[np.float64], slope: int) -> Guide | None:
    if len(x) < 3:
        return None
    steep = np.abs((y[:-1] - y[1:]) / (x[:-1] - x[1:]) - slope) < SLOPE_WITHIN
    if np.count_nonzero(steep) < 2:
        return None
    on_it = np.append(steep, False) | np.insert(steep, 0, False)
    height = float(np.median(y[on_it] - slope * x[on_it]))
    ends = np.array([x.min() - BEYOND * (slope > 0), x.max() + BEYOND * (slope < 0)])
    return ends, slope * ends + height


def _arrays(curve: Sequence[tuple[float, float]]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    epsilons, errors = np.array(curve, float).T
    with np.errstate(invalid="ignore"):
        errors = np.where(np.isfinite(errors), np.maximum(errors, SMALLEST), 1 / SMALLEST)
    return epsilons, errors
