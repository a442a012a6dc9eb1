"""The optimizers, with PyTorch's definitions and defaults: one record each.

An optimizer is *compiled* for one network: given the flat vectors of all parameters and gradients it returns the
operations of one update, a handful of numpy calls whatever the depth. The last of them is always
``parameters -= step``, so `step` keeps the update just made.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import numpy as np

from playground.engine.operations import Array, Operations, constant

MOMENTUM = 0.9
RMSPROP_DECAY = 0.99
ADAM_DECAYS = (0.9, 0.999)
EPSILON = 1e-8


@dataclass(frozen=True, eq=False)
class UpdateBuffers:
    """The arrays an optimizer works on; `P` is the number of parameters, `(K, P)` where K networks learn at once.

    Attributes
    ----------
    parameters
        `(P,)`, live.
    gradients
        `(2, P)`: row 0 is the gradient, penalties included, row 1 room for its square.
    cost_gradient
        `(P,)`: the gradient of the cost alone; filled where there are penalties.
    step
        `(P,)`: what the update subtracts.
    moments
        `(2, P)`: the optimizer's memory.
    count
        0-d: updates made so far, part of the memory.
    rate
        0-d: the learning rate, live; `(K, 1)` for K networks.
    decay
        The weight decay, of the same shape.
    """

    parameters: Array
    gradients: Array
    cost_gradient: Array
    step: Array
    moments: Array
    count: Array
    rate: Array
    decay: Array

    @classmethod
    def for_parameters(cls, parameters: Array) -> "UpdateBuffers":
        """Return buffers with an empty memory for a flat vector of parameters."""
        pair = (2, *parameters.shape)
        zero = constant(0, parameters)
        return cls(
            parameters,
            np.zeros(pair, parameters.dtype),
            np.zeros_like(parameters),
            np.zeros_like(parameters),
            np.zeros(pair, parameters.dtype),
            zero.astype(np.float64),
            zero,
            zero,
        )


@dataclass(frozen=True)
class Moment:
    """A running average, or sum, over the gradients so far: what an optimizer remembers of each parameter.

    Attributes
    ----------
    symbol
        ``"V"`` of the gradients, ``"S"`` of their squares: letters that mean nothing else on screen.
    decay, gain
        It becomes ``decay · itself + gain · gradient``.
    squared
        Whether it takes the gradients' squares.
    corrected
        Whether the step divides it by ``1 − decay^step``: it began at zero, and this makes up for it.
    """

    symbol: str
    decay: float
    gain: float
    squared: bool = False
    corrected: bool = False


@dataclass(frozen=True, kw_only=True)
class Optimizer:
    """One rule that turns gradients into updates.

    Attributes
    ----------
    formula
        LaTeX: `dθ` is the gradient of any parameter `θ`, and `step` counts the optimizer's updates.
    memory
        What it remembers, in the order of `UpdateBuffers.moments`.
    compile
        ``compile(buffers)`` returns the operations of one update.
    plain
        Whether the step is just learning rate × gradient, so that a factor on the gradient can ride in the rate.
    decays
        Whether it shrinks the parameters by itself, by `UpdateBuffers.decay`.
    """

    name: str
    label: str
    formula: str
    description: str
    source: str
    learning_rate: float
    compile: Callable[[UpdateBuffers], Operations]
    memory: tuple[Moment, ...] = ()
    plain: bool = False
    decays: bool = False


def _descend(buffers: UpdateBuffers, direction: Array) -> Operations:
    return [
        partial(np.multiply, direction, buffers.rate, buffers.step),
        partial(np.subtract, buffers.parameters, buffers.step, buffers.parameters),
    ]


def _sgd(buffers: UpdateBuffers) -> Operations:
    return _descend(buffers, buffers.gradients[0])


def _accumulate_velocity(buffers: UpdateBuffers) -> Operations:
    velocity = buffers.moments[0]
    return [
        partial(np.multiply, velocity, constant(MOMENTUM, velocity), velocity),
        partial(np.add, velocity, buffers.gradients[0], velocity),
    ]


def _momentum(buffers: UpdateBuffers) -> Operations:
    return [*_accumulate_velocity(buffers), *_descend(buffers, buffers.moments[0])]


def _nesterov(buffers: UpdateBuffers) -> Operations:
    velocity, ahead = buffers.moments[0], buffers.step
    return [
        *_accumulate_velocity(buffers),
        partial(np.multiply, velocity, constant(MOMENTUM, velocity), ahead),
        partial(np.add, ahead, buffers.gradients[0], ahead),
        *_descend(buffers, ahead),
    ]


def _rmsprop(buffers: UpdateBuffers) -> Operations:
    gradient, squared = buffers.gradients
    average, step = buffers.moments[0], buffers.step
    return [
        partial(np.multiply, gradient, gradient, squared),
        partial(np.multiply, squared, constant(1 - RMSPROP_DECAY, squared), squared),
        partial(np.multiply, average, constant(RMSPROP_DECAY, average), average),
        partial(np.add, average, squared, average),
        partial(np.sqrt, average, step),
        partial(np.add, step, constant(EPSILON, step), step),
        partial(np.divide, gradient, step, step),
        *_descend(buffers, step),
    ]


class _BiasCorrection:
    """Adam's two corrections for the first updates, folded into one learning rate and one ε.

    With c1 = 1 − β1ᵗ and c2 = 1 − β2ᵗ, PyTorch's step α/c1 · m / (√v/√c2 + ε) equals
    (α·√c2/c1) · m / (√v + ε·√c2).
    """

    def __init__(self, buffers: UpdateBuffers, rate: Array, epsilon: Array) -> None:
        self._buffers, self._rate, self._epsilon = buffers, rate, epsilon
        # Computed in double precision whatever the dtype.
        self._read = partial(float if rate.ndim == 0 else np.float64, buffers.rate)

    def __call__(self) -> None:
        buffers = self._buffers
        count = float(buffers.count) + 1
        root = (1 - ADAM_DECAYS[1] ** count) ** 0.5
        buffers.count[()] = count
        self._rate[...] = self._read() * root / (1 - ADAM_DECAYS[0] ** count)
        self._epsilon[()] = EPSILON * root


def _adam_step(buffers: UpdateBuffers) -> Operations:
    gradients, moments, step = buffers.gradients, buffers.moments, buffers.step
    # Both moving averages in one (2, P) array: three calls instead of six.
    decay = np.empty_like(moments)
    decay[0], decay[1] = ADAM_DECAYS
    gain, fresh = 1 - decay, np.empty_like(moments)
    rate, epsilon = np.zeros_like(buffers.rate), constant(0, step)
    return [
        _BiasCorrection(buffers, rate, epsilon),
        partial(np.multiply, gradients[0], gradients[0], gradients[1]),
        partial(np.multiply, gradients, gain, fresh),
        partial(np.multiply, moments, decay, moments),
        partial(np.add, moments, fresh, moments),
        partial(np.sqrt, moments[1], step),
        partial(np.add, step, epsilon, step),
        partial(np.divide, moments[0], step, step),
        partial(np.multiply, step, rate, step),
    ]


def _adam(buffers: UpdateBuffers) -> Operations:
    return [*_adam_step(buffers), partial(np.subtract, buffers.parameters, buffers.step, buffers.parameters)]


def _adamw(buffers: UpdateBuffers) -> Operations:
    parameters, step = buffers.parameters, buffers.step
    share, shrinking = np.zeros_like(buffers.rate), np.empty_like(parameters)
    return [
        *_adam_step(buffers),
        partial(np.multiply, buffers.rate, buffers.decay, share),
        partial(np.multiply, parameters, share, shrinking),
        partial(np.add, step, shrinking, step),
        partial(np.subtract, parameters, step, parameters),
    ]


_ADAM_MEMORY = (
    Moment("V", ADAM_DECAYS[0], 1 - ADAM_DECAYS[0], corrected=True),
    Moment("S", ADAM_DECAYS[1], 1 - ADAM_DECAYS[1], squared=True, corrected=True),
)
_ADAM_FORMULA = (
    r"V \leftarrow 0.9\,V + 0.1\,d\theta, \; S \leftarrow 0.999\,S + 0.001\,d\theta^2, \; "
    r"\hat V = \frac{V}{1 - 0.9^{\mathrm{step}}}, \; \hat S = \frac{S}{1 - 0.999^{\mathrm{step}}}, \; "
)


_RECORDS = (
    Optimizer(
        name="sgd",
        label="SGD",
        formula=r"\theta \leftarrow \theta - \alpha\, d\theta",
        description="Steps straight down the slope of the mini-batch.",
        source="Robbins & Monro (1951); torch.optim.SGD",
        learning_rate=0.03,
        compile=_sgd,
        plain=True,
    ),
    Optimizer(
        name="momentum",
        label="Momentum",
        formula=r"V \leftarrow 0.9\,V + d\theta, \quad \theta \leftarrow \theta - \alpha\, V",
        description="A ball that keeps nine tenths of its speed: rolls through small bumps.",
        source="Polyak (1964); torch.optim.SGD(momentum=0.9)",
        learning_rate=0.01,
        compile=_momentum,
        memory=(Moment("V", MOMENTUM, 1.0),),
    ),
    Optimizer(
        name="nesterov",
        label="Nesterov",
        formula=r"V \leftarrow 0.9\,V + d\theta, \quad \theta \leftarrow \theta - \alpha\,(d\theta + 0.9\,V)",
        description="Momentum that looks a step ahead before it turns.",
        source="Nesterov (1983); torch.optim.SGD(momentum=0.9, nesterov=True)",
        learning_rate=0.01,
        compile=_nesterov,
        memory=(Moment("V", MOMENTUM, 1.0),),
    ),
    Optimizer(
        name="rmsprop",
        label="RMSProp",
        formula=r"S \leftarrow 0.99\,S + 0.01\,d\theta^2, \quad "
        r"\theta \leftarrow \theta - \alpha\,\frac{d\theta}{\sqrt{S} + 10^{-8}}",
        description="Divides each gradient by its recent size, so that all weights move at a similar pace.",
        source="Tieleman & Hinton, Lecture 6.5 (2012); torch.optim.RMSprop",
        learning_rate=0.01,
        compile=_rmsprop,
        memory=(Moment("S", RMSPROP_DECAY, 1 - RMSPROP_DECAY, squared=True),),
    ),
    Optimizer(
        name="adam",
        label="Adam",
        formula=_ADAM_FORMULA + r"\theta \leftarrow \theta - \alpha\,\frac{\hat V}{\sqrt{\hat S} + 10^{-8}}",
        description="Momentum and RMSProp together, corrected for their slow start.",
        source="Kingma & Ba, Adam (ICLR 2015), Algorithm 1; torch.optim.Adam",
        learning_rate=0.03,
        compile=_adam,
        memory=_ADAM_MEMORY,
    ),
    Optimizer(
        name="adamw",
        label="AdamW",
        formula=_ADAM_FORMULA
        + r"\theta \leftarrow \theta - \alpha\left(\frac{\hat V}{\sqrt{\hat S} + 10^{-8}} + \lambda\,\theta\right)",
        description="Adam that also shrinks every weight and bias a little at each step, apart from the gradient: an "
        "L2 penalty would be divided by Adam's own scale.",
        source="Loshchilov & Hutter, Decoupled Weight Decay Regularization (ICLR 2019); torch.optim.AdamW",
        learning_rate=0.03,
        compile=_adamw,
        memory=_ADAM_MEMORY,
        decays=True,
    ),
)

OPTIMIZERS: Mapping[str, Optimizer] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every optimizer by name."""
