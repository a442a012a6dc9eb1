"""How each layer is doing over time: its gradient, how far its weights move, and units that no longer take part."""

from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.engine import ACTIVATIONS, Network
from playground.engine.network import with_ones
from playground.engine.operations import run
from playground.engine.propagation import Buffers, Propagation
from playground.files import Experiment
from playground.training.diagnostics import DataFacts, Evidence, Finding, Probe, diagnose
from playground.training.diagnostics import learning_causes as limits
from playground.training.diagnostics.curve_events import CurveEvent, curve_events
from playground.training.diagnostics.evidence import recent_median
from playground.training.examples import Examples
from playground.training.history import History
from playground.training.results import Array, Curves, Divergence

SATURATING = ("sigmoid", "tanh")
"""Activations that flatten out at both ends of their range."""
DYING = ("relu",)
"""Activations that are flat on one side: a unit that is there for every example stays there."""
OUTER_SHARE = 0.95
"""A unit is saturated on an example where its activation lies beyond this share of its range, from the middle."""
LEAST_EXAMPLES = 500
CHEAP_PRODUCTS = 500_000
"""So many examples are looked at, or more where examples × parameters stay below this: a point takes 0.3 ms at most."""


UP, DOWN = 1, -1
"""Too much, too little."""


class Mark(Struct, frozen=True):
    """Which layers a finding is about: those whose number of a name lies `beyond`, which is too much or too little."""

    name: str
    beyond: Callable[[Array], NDArray[np.bool_]]
    sign: int


MARKS: Mapping[str, Mark] = MappingProxyType(
    {
        "vanishing": Mark("gradient_norm", lambda norms: norms < limits.VANISHING * norms[-1], DOWN),
        "exploding": Mark("gradient_norm", lambda norms: norms >= np.nanmax(norms), UP),
        "rate_too_large": Mark("update_ratio", lambda ratios: ratios > limits.LARGE_RATIO, UP),
        "rate_too_small": Mark("update_ratio", lambda ratios: ratios < limits.SMALL_RATIO, DOWN),
        "saturated": Mark("saturated", lambda shares: shares >= limits.SATURATED, UP),
        "dead": Mark("dead", lambda shares: shares > 0, UP),
    }
)
"""What makes numbers of a layer conspicuous, by the finding that says so."""


class HealthReport(Struct, frozen=True, eq=False, dict=True):
    """The health of every layer at the points of the history, and what is conspicuous now.

    Attributes
    ----------
    epochs
        `(k,)`, ascending: those of the curves.
    gradient_norm
        `(L, k)`: the norm of each layer's `[dW | db]`; NaN before the first update.
    update_ratio
        `(L, k)`: ‖ΔW‖ / ‖W‖ of the last update, without biases; NaN before the first update, and where all weights are
        zero.
    saturated
        `(L, k)`: the share of units whose activation is in the outer 5 % of its range on most examples; NaN for
        activations without two flat ends, and for the output layer, which should make up its mind.
    dead
        `(L, k)`: the share of units that give zero for every example; NaN for activations that cannot die, and for the
        output layer.
    examples
        How many training examples the last two look at.
    findings
        What is wrong, cause first; ``"healthy"`` or ``"too_early"`` alone where nothing is; never empty.
    """

    epochs: Array
    gradient_norm: Array
    update_ratio: Array
    saturated: Array
    dead: Array
    examples: int
    findings: tuple[Finding, ...]

    @cached_property
    def marks(self) -> Mapping[str, NDArray[np.intp]]:
        """What the findings are about, by the names above: `UP`, `DOWN` or 0 for each layer, `(L,)`."""
        found = {finding.name for finding in self.findings}
        # What jumps with every mini-batch is judged as the findings judge it.
        now = {
            "gradient_norm": recent_median(self.gradient_norm),
            "update_ratio": recent_median(self.update_ratio),
            "saturated": self.saturated[:, -1],
            "dead": self.dead[:, -1],
        }
        marks = {name: np.zeros(len(values), np.intp) for name, values in now.items()}
        for kind in found & MARKS.keys():
            mark = MARKS[kind]
            with np.errstate(all="ignore"):
                marks[mark.name][mark.beyond(now[mark.name])] = mark.sign
        return marks

    @property
    def is_open(self) -> bool:
        """Whether a cause is still being looked for: `HealthMonitor.probe` is to be tried."""
        return any(finding.is_open for finding in self.findings)


class HealthMonitor:
    """Measures the layers of a network, and reports on their history.

    `probe`: what other first weights of the same experiment come to.

    Parameters
    ----------
    network
        Read live at every `measure`.
    experiment, examples
        What it is trained with; of many training examples, a fixed sample spread over all of them is looked at.
    """

    def __init__(self, network: Network, experiment: Experiment, examples: Examples) -> None:
        self._network = network
        train = examples.train
        n_parameters = network.parameters.size
        self.examples = min(train.m, max(LEAST_EXAMPLES, CHEAP_PRODUCTS // n_parameters))
        inputs = train.F[:, np.linspace(0, train.m - 1, self.examples).astype(int)].astype(network.dtype)
        buffers = Buffers(network.structure, self.examples, network.dtype, keep=False)
        Z_out = np.empty((network.sizes[-1], self.examples), network.dtype)
        self._operations = Propagation(network.structure, network.matrices, buffers).forward(with_ones(inputs), Z_out)
        hidden = list(enumerate(network.activations[:-1]))
        self._saturating = {layer: (buffers.A[layer + 1][:-1], name) for layer, name in hidden if name in SATURATING}
        self._dying = {layer: buffers.A[layer + 1][:-1] for layer, name in hidden if name in DYING}
        sizes = [rows * columns for rows, columns in network.structure.shapes]
        self._starts = np.cumsum([0, *sizes[:-1]])
        self._is_weight = np.ones(n_parameters, network.dtype)
        for matrix in network.structure.matrices(self._is_weight):
            matrix[:, -1] = 0
        self._facts = DataFacts(examples, experiment.data)
        self.probe = Probe(experiment, self._facts)
        self._report: HealthReport | None = None
        self._reported: tuple[object, ...] = ()
        self._evidence: Evidence | None = None
        self._events: tuple[CurveEvent, ...] | None = None

    @np.errstate(all="ignore")
    def measure(self, step: Array | None) -> NDArray[np.float64]:
        """Return update ratio, saturated and dead units of each layer, `(3, L)`, for the parameters as they are.

        `step`: `(P,)`: what the last update added; None before the first.
        """
        health = np.full((3, len(self._network.W)), np.nan)
        if step is not None:
            weights = self._norms(self._network.parameters)
            np.divide(self._norms(step), weights, out=health[0], where=weights > 0)
        if self._saturating or self._dying:
            run(self._operations)
        for layer, (A, name) in self._saturating.items():
            low, high = ACTIVATIONS[name].range
            outside = np.abs(A - (low + high) / 2) > OUTER_SHARE * (high - low) / 2
            health[1, layer] = np.mean(np.count_nonzero(outside, axis=1) > self.examples / 2)
        for layer, A in self._dying.items():
            health[2, layer] = np.mean(A.max(axis=1) <= 0)
        return health

    def report(
        self, experiment: Experiment, initial: Array, history: History, divergence: Divergence | None = None
    ) -> HealthReport | None:
        """Return the report on a history; the same object until there is something new, None without any point.

        Parameters
        ----------
        initial
            `(P,)`: the parameters that training began with.
        divergence
            Where the numbers stopped being finite, if they did.
        """
        curves = history.curves()
        if not curves.epochs.size:
            return None
        if self._report is None or self._reported != self._state(curves, divergence, experiment):
            update_ratio, saturated, dead = history.health()
            if self.probe.experiment != experiment:
                self.probe = Probe(experiment, self._facts)
            evidence = Evidence(
                experiment=experiment,
                network=self._network,
                initial=initial,
                facts=self._facts,
                probe=self.probe,
                curves=curves,
                update_ratio=update_ratio,
                saturated=saturated,
                dead=dead,
                watched=self.examples,
                divergence=divergence,
            )
            findings = diagnose(evidence)
            self._report = HealthReport(
                epochs=curves.epochs,
                gradient_norm=curves.gradient_norms,
                update_ratio=update_ratio,
                saturated=saturated,
                dead=dead,
                examples=self.examples,
                findings=findings,
            )
            self._reported = self._state(curves, divergence, experiment)
            self._evidence, self._events = evidence, None
        return self._report

    def events(self, rates: Callable[[Array], Array]) -> tuple[CurveEvent, ...]:
        """Return what happened on the curves of the last report; the same until there is another.

        `rates` tells which learning rate held in epochs, see `timeline.rates`.
        """
        if self._events is None and self._evidence is not None and self._report is not None:
            self._events = curve_events(self._evidence, rates(self._evidence.curves.epochs), self._report.findings)
        return self._events or ()

    def _state(self, curves: Curves, divergence: Divergence | None, experiment: Experiment) -> tuple[object, ...]:
        """Return what a report rests on."""
        return curves, divergence, experiment.training, self.probe.found

    def _norms(self, flat: Array) -> NDArray[np.float64]:
        """Return the norm of each layer's weights, without biases, of a vector like the parameters."""
        weights = flat * self._is_weight
        norms: NDArray[np.float64] = np.sqrt(np.add.reduceat(np.multiply(weights, weights), self._starts, dtype=float))
        return norms
