r"""The activations: one record each, with its formula, its derivative and the numpy calls that compute them.

An activation is *compiled*: given the arrays it reads and fills, it returns the operations that will do so. `z`, `a`
and `d` are `(n, m)`; `a` may be the very array `z` where the derivative does not need `z` (``uses_z`` false).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf
from types import MappingProxyType

import numpy as np

from playground.engine import activation_functions as functions
from playground.engine.operations import Array, Operations, run


@dataclass(frozen=True, kw_only=True)
class Activation:
    """One activation function.

    Attributes
    ----------
    name, label
        The name in files and the name on screen.
    formula, derivative_formula
        LaTeX, in `z` and `a = g(z)`.
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
    jumps
        The values of `z` at which `g` itself jumps; such a function is flat between them, and its derivative is 0
        wherever it has one: no gradient comes through.
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
    jumps: tuple[float, ...] = ()
    targets: tuple[float, float] = (0.0, 1.0)

    def __call__(self, z: Array) -> Array:
        """Return `g(z)` in a new array; `z` is `(n, m)`."""
        a = np.empty_like(z)
        run(self.forward(z, a))
        return a

    def slope(self, z: Array) -> Array:
        """Return `g'(z)` in a new array; not for an activation without a derivative of its own."""
        assert self.derivative is not None, "its Jacobian is not diagonal"
        slope = np.empty_like(z)
        run(self.derivative(z, self(z), slope))
        return slope


_RECORDS = (
    Activation(
        name="linear",
        label="Linear",
        formula=r"g(z) = z",
        derivative_formula=r"g'(z) = 1",
        description="Passes its input on unchanged: the output layer of a regression.",
        source="Identity; Goodfellow, Bengio & Courville, Deep Learning (2016), 6.2.2.1",
        range=(-inf, inf),
        forward=functions.linear,
        derivative=functions.linear_derivative,
    ),
    Activation(
        name="sigmoid",
        label="Sigmoid",
        formula=r"g(z) = \frac{1}{1 + e^{-z}}",
        derivative_formula=r"g'(z) = a\,(1 - a)",
        description="Squeezes any number into 0 … 1: a probability on the output layer.",
        source="Logistic function; Rumelhart, Hinton & Williams, Nature 323 (1986)",
        range=(0.0, 1.0),
        forward=functions.sigmoid,
        derivative=functions.sigmoid_derivative,
    ),
    Activation(
        name="tanh",
        label="Tanh",
        formula=r"g(z) = \tanh z",
        derivative_formula=r"g'(z) = 1 - a^2",
        description="Squeezes any number into −1 … 1, symmetric around zero.",
        source="LeCun, Bottou, Orr & Müller, Efficient BackProp (1998), 4.4",
        range=(-1.0, 1.0),
        forward=functions.tanh,
        derivative=functions.tanh_derivative,
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
        forward=functions.relu,
        derivative=functions.relu_derivative,
        kinks=(0.0,),
    ),
    Activation(
        name="leaky_relu",
        label="Leaky ReLU",
        formula=r"g(z) = \max(0.01\,z,\; z)",
        derivative_formula=r"g'(z) = 1 \text{ if } z > 0 \text{ else } 0.01",
        description="A ReLU that lets a hundredth of a negative number through, so that no neuron dies.",
        source="Maas, Hannun & Ng, Rectifier Nonlinearities (ICML 2013)",
        range=(-inf, inf),
        forward=functions.leaky_relu,
        derivative=functions.leaky_relu_derivative,
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
        forward=functions.elu,
        derivative=functions.elu_derivative,
    ),
    Activation(
        name="softplus",
        label="Softplus",
        formula=r"g(z) = \ln(1 + e^z)",
        derivative_formula=r"g'(z) = 1 - e^{-a} = \sigma(z)",
        description="A ReLU with its corner rounded off.",
        source="Dugas et al., Incorporating Second-Order Functional Knowledge (NIPS 2000)",
        range=(0.0, inf),
        forward=functions.softplus,
        derivative=functions.softplus_derivative,
    ),
    Activation(
        name="gelu",
        label="GELU",
        formula=r"g(z) = \tfrac{z}{2}\left(1 + \tanh\left(\sqrt{2/\pi}\,(z + 0.044715\,z^3)\right)\right)",
        derivative_formula=r"g'(z) = \tfrac{1}{2}(1 + t) + \tfrac{z}{2}(1 - t^2)\sqrt{2/\pi}\,"
        r"(1 + 0.134145\,z^2), \quad t = \tanh\left(\sqrt{2/\pi}\,(z + 0.044715\,z^3)\right)",
        description="Weights its input by how large it is among normal numbers: used in many language models.",
        source="Hendrycks & Gimpel, Gaussian Error Linear Units (2016), tanh form",
        range=(-0.1700408, inf),
        forward=functions.gelu,
        derivative=functions.gelu_derivative,
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
        forward=functions.swish,
        derivative=functions.swish_derivative,
        uses_z=True,
    ),
    Activation(
        name="sin",
        label="Sine",
        formula=r"g(z) = \sin z",
        derivative_formula=r"g'(z) = \cos z",
        description="Waves: fits periodic functions with few neurons, and is hard to train elsewhere.",
        source="Sitzmann et al., Implicit Neural Representations (NeurIPS 2020), ω = 1",
        range=(-1.0, 1.0),
        forward=functions.sin,
        derivative=functions.sin_derivative,
        uses_z=True,
        targets=(-1.0, 1.0),
    ),
    Activation(
        name="step",
        label="Unit step",
        formula=r"g(z) = 1 \text{ if } z > 0 \text{ else } 0",
        derivative_formula=r"g'(z) = 0",
        description="Fires or does not: the first artificial neurons. Its slope is 0 everywhere, so no gradient comes "
        "through: weights below it never learn.",
        source="McCulloch & Pitts (1943); Rosenblatt, The Perceptron, Psychological Review 65 (1958)",
        range=(0.0, 1.0),
        forward=functions.step,
        derivative=functions.step_derivative,
        jumps=(0.0,),
    ),
    Activation(
        name="softmax",
        label="Softmax",
        formula=r"g(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}}",
        derivative_formula=r"\frac{\partial a_i}{\partial z_j} = a_i\,(\delta_{ij} - a_j)",
        description="Turns the outputs into probabilities that add up to one: several classes.",
        source="Bridle, Probabilistic Interpretation of Feedforward Networks (1990)",
        range=(0.0, 1.0),
        forward=functions.softmax,
        derivative=None,
        backward=functions.softmax_backward,
        output_only=True,
    ),
)

ACTIVATIONS: Mapping[str, Activation] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every activation by name."""
