r"""The activations: one record each, with its formula, its derivative and the numpy calls that compute them.

An activation is *compiled*: given the arrays it reads and fills, it returns the operations that will do so. `z`, `a` and
`d` are `(n, m)`; `a` may be the very array `z` where the derivative does not need `z` (``uses_z`` false).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from math import inf, pi, sqrt
from types import MappingProxyType

import numpy as np

from playground.engine.operations import Array, Operations, constant, run

LEAKY_SLOPE = 0.01
GELU_CUBIC = 0.044715
GELU_SCALE = sqrt(2 / pi)


@dataclass(frozen=True, kw_only=True)
class Activation:
    """One activation function.

    Attributes
    ----------
    name, label
        The name in files and the name on screen.
    formula, derivative_formula
        LaTeX, in `z` and `a = g(z)`.
    description
        One sentence for a student.
    source
        Where the definition comes from.
    range
        Infimum and supremum of the values.
    forward
        ``forward(z, a)`` returns the operations that fill `a` with `g(z)`.
    derivative
        ``derivative(z, a, d)`` returns the operations that fill `d` with `g'(z)`; None where the Jacobian is not
        diagonal (softmax), which has `backward` instead.
    uses_z
        Whether `derivative` reads `z` (else it is computed from `a` alone and `z` may be overwritten).
    backward
        ``backward(a, dA, dZ)`` returns the operations that fill `dZ` with the Jacobian's transpose times `dA`.
    output_only
        Whether it makes sense on the output layer only.
    kinks
        The values of `z` at which the derivative jumps.
    targets
        The values that stand for "no" and "yes" in a classification target.
    """

    name: str
    label: str
    formula: str
    derivative_formula: str
    description: str
    source: str
    range: tuple[float, float]
    forward: Callable[[Array, Array], Operations]
    derivative: Callable[[Array, Array, Array], Operations] | None
    uses_z: bool = False
    backward: Callable[[Array, Array, Array], Operations] | None = None
    output_only: bool = False
    kinks: tuple[float, ...] = ()
    targets: tuple[float, float] = (0.0, 1.0)

    def __call__(self, z: Array) -> Array:
        """Return `g(z)` in a new array; `z` is `(n, m)`."""
        a = np.empty_like(z)
        run(self.forward(z, a))
        return a


def _linear(z: Array, a: Array) -> Operations:
    return [] if a is z else [partial(np.copyto, a, z)]


def _linear_derivative(z: Array, a: Array, d: Array) -> Operations:
    return [partial(d.fill, 1.0)]


def _sigmoid(z: Array, a: Array) -> Operations:
    one = constant(1, z)
    return [partial(np.negative, z, a), partial(np.exp, a, a), partial(np.add, a, one, a), partial(np.divide, one, a, a)]


def _sigmoid_derivative(z: Array, a: Array, d: Array) -> Operations:
    return [partial(np.subtract, constant(1, a), a, d), partial(np.multiply, a, d, d)]


def _tanh(z: Array, a: Array) -> Operations:
    return [partial(np.tanh, z, a)]


def _tanh_derivative(z: Array, a: Array, d: Array) -> Operations:
    return [partial(np.multiply, a, a, d), partial(np.subtract, constant(1, a), d, d)]


def _relu(z: Array, a: Array) -> Operations:
    return [partial(np.maximum, z, constant(0, z), a)]


def _relu_derivative(z: Array, a: Array, d: Array) -> Operations:
    # a >= 0, so its sign is the 0 or 1 that is wanted, in one call and without a cast from booleans.
    return [partial(np.sign, a, d)]


def _leaky_relu(z: Array, a: Array) -> Operations:
    scratch = np.empty_like(z)
    return [partial(np.multiply, z, constant(LEAKY_SLOPE, z), scratch), partial(np.maximum, z, scratch, a)]


def _leaky_relu_derivative(z: Array, a: Array, d: Array) -> Operations:
    return [
        partial(np.heaviside, a, constant(0, a), d),
        partial(np.maximum, d, constant(LEAKY_SLOPE, a), d),
    ]


def _elu(z: Array, a: Array) -> Operations:
    scratch, zero = np.empty_like(z), constant(0, z)
    return [
        partial(np.minimum, z, zero, scratch),
        partial(np.expm1, scratch, scratch),
        partial(np.maximum, z, zero, a),
        partial(np.add, a, scratch, a),
    ]


def _elu_derivative(z: Array, a: Array, d: Array) -> Operations:
    return [partial(np.minimum, a, constant(0, a), d), partial(np.add, d, constant(1, a), d)]


def _softplus(z: Array, a: Array) -> Operations:
    return [partial(np.logaddexp, z, constant(0, z), a)]


def _softplus_derivative(z: Array, a: Array, d: Array) -> Operations:
    return [partial(np.negative, a, d), partial(np.expm1, d, d), partial(np.negative, d, d)]


def _gelu_tanh(z: Array, t: Array) -> Operations:
    """Fill `t` with tanh(√(2/π)(z + 0.044715 z³))."""
    return [
        partial(np.multiply, z, z, t),
        partial(np.multiply, t, constant(GELU_SCALE * GELU_CUBIC, z), t),
        partial(np.add, t, constant(GELU_SCALE, z), t),
        partial(np.multiply, t, z, t),
        partial(np.tanh, t, t),
    ]


def _gelu(z: Array, a: Array) -> Operations:
    t = np.empty_like(z)
    return [
        *_gelu_tanh(z, t),
        partial(np.add, t, constant(1, z), t),
        partial(np.multiply, t, constant(0.5, z), t),
        partial(np.multiply, t, z, a),
    ]


def _gelu_derivative(z: Array, a: Array, d: Array) -> Operations:
    t, slope = np.empty_like(z), np.empty_like(z)
    one = constant(1, z)
    return [
        *_gelu_tanh(z, t),
        partial(np.multiply, z, z, slope),
        partial(np.multiply, slope, constant(3 * GELU_SCALE * GELU_CUBIC, z), slope),
        partial(np.add, slope, constant(GELU_SCALE, z), slope),
        partial(np.multiply, slope, z, slope),
        partial(np.multiply, t, t, d),
        partial(np.subtract, one, d, d),
        partial(np.multiply, d, slope, d),
        partial(np.add, d, t, d),
        partial(np.add, d, one, d),
        partial(np.multiply, d, constant(0.5, z), d),
    ]


def _swish(z: Array, a: Array) -> Operations:
    s = np.empty_like(z)
    return [*_sigmoid(z, s), partial(np.multiply, z, s, a)]


def _swish_derivative(z: Array, a: Array, d: Array) -> Operations:
    s = np.empty_like(z)
    return [
        *_sigmoid(z, s),
        partial(np.subtract, constant(1, z), s, d),
        partial(np.multiply, d, a, d),
        partial(np.add, d, s, d),
    ]


def _sin(z: Array, a: Array) -> Operations:
    return [partial(np.sin, z, a)]


def _sin_derivative(z: Array, a: Array, d: Array) -> Operations:
    return [partial(np.cos, z, d)]


def _column_sums(a: Array, total: Array) -> Operations:
    """Fill `total` `(1, m)` with the sums over rows: a product with ones, a third of the price of `sum(0)`."""
    return [partial(np.ones((1, a.shape[0]), a.dtype).dot, a, total)]


def _softmax(z: Array, a: Array) -> Operations:
    top, total = np.empty((1, z.shape[1]), z.dtype), np.empty((1, z.shape[1]), z.dtype)
    return [
        partial(np.maximum.reduce, z, 0, None, top, True),
        partial(np.subtract, z, top, a),
        partial(np.exp, a, a),
        *_column_sums(a, total),
        partial(np.divide, a, total, a),
    ]


def _softmax_backward(a: Array, dA: Array, dZ: Array) -> Operations:
    # Jᵀ·dA with J = diag(a) − a·aᵀ, column by column: a ∘ (dA − Σ a∘dA)
    total, weighted = np.empty((1, a.shape[1]), a.dtype), np.empty_like(a)  # dZ may be dA: written last
    return [
        partial(np.multiply, a, dA, weighted),
        *_column_sums(weighted, total),
        partial(np.subtract, dA, total, dZ),
        partial(np.multiply, a, dZ, dZ),
    ]


_RECORDS = (
    Activation(
        name="linear",
        label="Linear",
        formula=r"g(z) = z",
        derivative_formula=r"g'(z) = 1",
        description="Passes its input on unchanged: the output layer of a regression.",
        source="Identity; Goodfellow, Bengio & Courville, Deep Learning (2016), 6.2.2.1",
        range=(-inf, inf),
        forward=_linear,
        derivative=_linear_derivative,
    ),
    Activation(
        name="sigmoid",
        label="Sigmoid",
        formula=r"g(z) = \frac{1}{1 + e^{-z}}",
        derivative_formula=r"g'(z) = a\,(1 - a)",
        description="Squeezes any number into 0 … 1: a probability on the output layer.",
        source="Logistic function; Rumelhart, Hinton & Williams, Nature 323 (1986)",
        range=(0.0, 1.0),
        forward=_sigmoid,
        derivative=_sigmoid_derivative,
    ),
    Activation(
        name="tanh",
        label="Tanh",
        formula=r"g(z) = \tanh z",
        derivative_formula=r"g'(z) = 1 - a^2",
        description="Squeezes any number into −1 … 1, symmetric around zero.",
        source="LeCun, Bottou, Orr & Müller, Efficient BackProp (1998), 4.4",
        range=(-1.0, 1.0),
        forward=_tanh,
        derivative=_tanh_derivative,
        targets=(-1.0, 1.0),
    ),
    Activation(
        name="relu",
        label="ReLU",
        formula=r"g(z) = \max(0, z)",
        derivative_formula=r"g'(z) = 1 \text{ if } z > 0 \text{ else } 0",
        description="Passes positive numbers on and blocks negative ones.",
        source="Nair & Hinton, Rectified Linear Units (ICML 2010)",
        range=(0.0, inf),
        forward=_relu,
        derivative=_relu_derivative,
        kinks=(0.0,),
    ),
    Activation(
        name="leaky_relu",
        label="Leaky ReLU",
        formula=r"g(z) = \max(0.01\,z,\; z)",
        derivative_formula=r"g'(z) = 1 \text{ if } z > 0 \text{ else } 0.01",
        description="A ReLU that lets a hundredth of a negative number through, so that no unit dies.",
        source="Maas, Hannun & Ng, Rectifier Nonlinearities (ICML 2013)",
        range=(-inf, inf),
        forward=_leaky_relu,
        derivative=_leaky_relu_derivative,
        kinks=(0.0,),
    ),
    Activation(
        name="elu",
        label="ELU",
        formula=r"g(z) = z \text{ if } z > 0 \text{ else } e^z - 1",
        derivative_formula=r"g'(z) = 1 \text{ if } z > 0 \text{ else } a + 1",
        description="Like ReLU above zero; below, it bends smoothly towards −1.",
        source="Clevert, Unterthiner & Hochreiter, ELUs (ICLR 2016), α = 1",
        range=(-1.0, inf),
        forward=_elu,
        derivative=_elu_derivative,
    ),
    Activation(
        name="softplus",
        label="Softplus",
        formula=r"g(z) = \ln(1 + e^z)",
        derivative_formula=r"g'(z) = 1 - e^{-a} = \sigma(z)",
        description="A ReLU with its corner rounded off.",
        source="Dugas et al., Incorporating Second-Order Functional Knowledge (NIPS 2000)",
        range=(0.0, inf),
        forward=_softplus,
        derivative=_softplus_derivative,
    ),
    Activation(
        name="gelu",
        label="GELU",
        formula=r"g(z) = \tfrac{z}{2}\left(1 + \tanh\left(\sqrt{2/\pi}\,(z + 0.044715\,z^3)\right)\right)",
        derivative_formula=r"g'(z) = \tfrac{1}{2}(1 + t) + \tfrac{z}{2}(1 - t^2)\sqrt{2/\pi}\,(1 + 0.134145\,z^2)",
        description="Weights its input by how large it is among normal numbers; the activation of many language models.",
        source="Hendrycks & Gimpel, Gaussian Error Linear Units (2016), tanh form",
        range=(-0.1700408, inf),
        forward=_gelu,
        derivative=_gelu_derivative,
        uses_z=True,
    ),
    Activation(
        name="swish",
        label="Swish",
        formula=r"g(z) = z\,\sigma(z)",
        derivative_formula=r"g'(z) = \sigma(z) + a\,(1 - \sigma(z))",
        description="Its input times the sigmoid of its input: smooth, with a small dip below zero.",
        source="Ramachandran, Zoph & Le, Searching for Activation Functions (2017), β = 1",
        range=(-0.2784646, inf),
        forward=_swish,
        derivative=_swish_derivative,
        uses_z=True,
    ),
    Activation(
        name="sin",
        label="Sine",
        formula=r"g(z) = \sin z",
        derivative_formula=r"g'(z) = \cos z",
        description="Waves: fits periodic functions with few units, and is hard to train elsewhere.",
        source="Sitzmann et al., Implicit Neural Representations (NeurIPS 2020), ω = 1",
        range=(-1.0, 1.0),
        forward=_sin,
        derivative=_sin_derivative,
        uses_z=True,
        targets=(-1.0, 1.0),
    ),
    Activation(
        name="softmax",
        label="Softmax",
        formula=r"g(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}}",
        derivative_formula=r"\frac{\partial a_i}{\partial z_j} = a_i\,(\delta_{ij} - a_j)",
        description="Turns the outputs into probabilities that add up to one: several classes.",
        source="Bridle, Probabilistic Interpretation of Feedforward Networks (1990)",
        range=(0.0, 1.0),
        forward=_softmax,
        derivative=None,
        backward=_softmax_backward,
        output_only=True,
    ),
)

ACTIVATIONS: Mapping[str, Activation] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every activation by name."""
