"""One example's way through a network, written as lines of formulas, with the value of every name."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

import numpy as np
from msgspec import Struct

from playground.data import FeatureMap, Scaling
from playground.engine import ACTIVATIONS
from playground.training.results import Array
from playground.training.snapshot import Snapshot

NEAR_ONE = 1e-3
"""Closer to 0 or 1 than this, 1 − a has lost so many digits that the cost is taken from z, as the engine does."""

ACTIVATION_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "linear": "{z}",
        "sigmoid": "sigmoid({z})",
        "tanh": "tanh({z})",
        "relu": "relu({z})",
        # At z = 0 the engine takes the left derivative, 0.01; max(0.01*z, z) would share between the two.
        "leaky_relu": "0.01*{z} + 0.99*relu({z})",
        # With m = min(z, 0): z above zero, exp(z) − 1 below, and the derivative is 1 at zero itself.
        "elu": "{z} + exp(min({z}, 0)) - 1 - min({z}, 0)",
        "softplus": "softplus({z})",
        "gelu": "{z}/2*(1 + tanh(sqrt(2/pi)*({z} + 0.044715*{z}**3)))",
        "swish": "{z}*sigmoid({z})",
        "sin": "sin({z})",
        "step": "step({z})",
        "softmax": "exp({z})/s",
    }
)
"""Each activation of the engine in operators and functions of the formulas; ``s`` is the sum of all exponentials."""


class CostText(Struct, frozen=True):
    """A cost as a formula.

    Attributes
    ----------
    term
        What one output adds, in its activation `{a}`, weighted sum `{z}` and target `{y}`.
    total
        The cost, from the `{sum}` over outputs.
    first
        A line that each output needs before, its name `{e}` being free to use in `term`; empty without.
    """

    term: str
    total: str = "{sum}"
    first: str = ""


COST_TEXTS: Mapping[str, CostText] = MappingProxyType(
    {
        "squared_error": CostText("({a} - {y})**2"),
        "half_squared_error": CostText("({a} - {y})**2", "({sum})/2"),
        "binary_cross_entropy": CostText("{y}*log({a}) + (1 - {y})*log(1 - {a})", "-({sum})"),
        "cross_entropy": CostText("{y}*log({a})", "-({sum})"),
        "absolute_error": CostText("abs({a} - {y})"),
        # With q = min(|e|, 1): ½e² up to 1, |e| − ½ beyond.
        "huber": CostText("min({e}, 1)*({e} - min({e}, 1)/2)", first="{e} = abs({a} - {y})"),
    }
)
"""Each cost of the engine, for one example."""

FROM_Z: Mapping[tuple[str, str], CostText] = MappingProxyType(
    {("binary_cross_entropy", "sigmoid"): CostText("softplus({z}) - {y}*{z}")}
)
"""Costs that are computed from the weighted sum where the activation is too near 0 or 1."""


class Writer:
    """Writes the lines, and notes the value of every name."""

    def __init__(self, snapshot: Snapshot, example: int) -> None:
        self._snapshot = snapshot
        problem_info = snapshot.problem_info
        self._last = len(problem_info.sizes) - 1
        self._x: Array = problem_info.train_X[:, example]
        learned = Scaling(problem_info.output_mean, problem_info.output_scale).applied(
            problem_info.train_Y[:, example : example + 1]
        )
        self._y: Array = learned[:, 0]
        self.values = {f"x{i}": float(value) for i, value in enumerate(self._x, start=1)}
        self.values |= {f"y{i}": float(value) for i, value in enumerate(self._y, start=1)}
        self._lines: list[str] = []

    def whole(self) -> str:
        """The whole network and its cost."""
        self._cost(self._layers(1, self._last, self._features()))
        return "\n".join(self._lines)

    def through(self, layer: int, unit: int, *, given: bool) -> str:
        """One neuron and all that comes after it, up to the cost; the other neurons of its layer are given numbers.

        So are those of the layer below, or else they are written too.
        """
        names = self._given(layer - 1) if given else self._layers(1, layer - 1, self._features())
        if layer == self._last:  # the cost asks for all outputs
            self._cost(self._layers(layer, layer, names))
            return "\n".join(self._lines)
        own = self._layer(layer, names, (unit,))
        names = self._given(layer, but=unit)
        names[unit:unit] = own
        self._cost(self._layers(layer + 1, self._last, names))
        return "\n".join(self._lines)

    def up_to(self, layer: int, unit: int) -> str:
        """What one neuron sees."""
        names = self._layers(1, layer - 1, self._features())
        softmax = self._snapshot.problem_info.activations[layer - 1] == "softmax"
        names = self._layer(layer, names, range(self._snapshot.problem_info.sizes[layer]) if softmax else (unit,))
        if softmax:  # every output needs all of them: the one asked for must come last
            name = names[unit]
            line = next(line for line in self._lines if line.startswith(f"{name} = "))
            others = {f"{other} = " for other in names}
            self._lines = [each for each in self._lines if not any(each.startswith(start) for start in others)]
            self._lines.append(line)
        return "\n".join(self._lines)

    def _features(self) -> list[str]:
        """Layer 0: raw inputs stand for themselves, other features get a line each."""
        problem_info = self._snapshot.problem_info
        names = []
        for i, formula in enumerate(problem_info.feature_names):
            mean, scale = float(problem_info.input_mean[i, 0]), float(problem_info.input_scale[i, 0])
            if formula in self.values and (mean, scale) == (0.0, 1.0):
                names.append(formula)
                continue
            if (mean, scale) != (0.0, 1.0):
                formula = f"({formula} - {_literal(mean)})/{_literal(scale)}"
            self._lines.append(f"a0_{i + 1} = {formula}")
            names.append(f"a0_{i + 1}")
        return names

    def _layers(self, first: int, last: int, names: list[str]) -> list[str]:
        """Whole layers, one after the other."""
        for layer in range(first, last + 1):
            names = self._layer(layer, names, range(self._snapshot.problem_info.sizes[layer]))
        return names

    def _given(self, layer: int, but: int | None = None) -> list[str]:
        """The activations of a layer as they are for this example, as inputs of the formula."""
        units = [unit for unit in range(self._snapshot.problem_info.sizes[layer]) if unit != but]
        self.values |= {f"a{layer}_{unit + 1}": float(self._activations[layer][unit, 0]) for unit in units}
        return [f"a{layer}_{unit + 1}" for unit in units]

    def _layer(self, layer: int, before: Sequence[str], units: Sequence[int]) -> list[str]:
        """Weighted sums and activations of some units of a layer."""
        W, b = self._snapshot.W[layer - 1], self._snapshot.b[layer - 1]
        activation = self._snapshot.problem_info.activations[layer - 1]
        zs = []
        for j in units:
            weights = [f"w{layer}_{j + 1}_{i + 1}" for i in range(len(before))]
            self.values |= {name: float(W[j, i]) for i, name in enumerate(weights)}
            self.values[f"b{layer}_{j + 1}"] = float(b[j, 0])
            products = " + ".join(f"{w}*{a}" for w, a in zip(weights, before, strict=True))
            zs.append(f"z{layer}_{j + 1}")
            self._lines.append(f"{zs[-1]} = {products} + b{layer}_{j + 1}")
        if ACTIVATIONS[activation].output_only:
            exponentials = " + ".join(f"exp({z})" for z in zs)
            self._lines.append(f"s = {exponentials}")
        names = []
        for j, z in zip(units, zs, strict=True):
            names.append(f"a{layer}_{j + 1}")
            self._lines.append(f"{names[-1]} = {ACTIVATION_TEXTS[activation].format(z=z)}")
        return names

    def _cost(self, outputs: Sequence[str]) -> None:
        record = COST_TEXTS[self._snapshot.experiment.training.cost]
        if self.takes_cost_from_z:
            record = FROM_Z[self._pair]
        terms = []
        for i, a in enumerate(outputs, start=1):
            names = {"a": a, "z": f"z{self._last}_{i}", "y": f"y{i}", "e": f"e{i}"}
            if record.first:
                self._lines.append(record.first.format(**names))
            terms.append(record.term.format(**names))
        self._lines.append("C = " + record.total.format(sum=" + ".join(terms)))

    @property
    def _pair(self) -> tuple[str, str]:
        return self._snapshot.experiment.training.cost, self._snapshot.problem_info.activations[-1]

    @property
    def takes_cost_from_z(self) -> bool:
        """Whether the cost is written in the weighted sums, as the engine computes it."""
        return self._pair in FROM_Z and self._is_saturated()

    def _is_saturated(self) -> bool:
        """Whether some output is nearly 0 or 1 for this example."""
        A = self._activations[-1]
        return bool(np.any(A < NEAR_ONE) or np.any(A > 1 - NEAR_ONE))

    @cached_property
    def _activations(self) -> list[Array]:
        """What every layer gives for this example, the features first."""
        problem_info = self._snapshot.problem_info
        features = FeatureMap(problem_info.feature_names, len(self._x)).transform(
            self._x[:, np.newaxis].astype(np.float64)
        )
        A: list[Array] = [(features - problem_info.input_mean) / problem_info.input_scale]
        with np.errstate(all="ignore"):
            for W, b, activation in zip(self._snapshot.W, self._snapshot.b, problem_info.activations, strict=True):
                A.append(ACTIVATIONS[activation](np.asarray(W @ A[-1] + b, np.float64)))
        return A


def _literal(number: float) -> str:
    """A number as it is typed, exactly; a negative one in brackets."""
    text = repr(number).removesuffix(".0")
    return f"({text})" if number < 0 else text
