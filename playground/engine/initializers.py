"""Initial weights and biases: one record each, with the distribution's formula and its source."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import sqrt
from types import MappingProxyType

import numpy as np

from playground.engine.operations import Array

Draw = Callable[[np.random.Generator, tuple[int, int]], Array]


def _zeros(_rng: np.random.Generator, shape: tuple[int, int]) -> Array:
    return np.zeros(shape)


def _standard_normal(rng: np.random.Generator, shape: tuple[int, int]) -> Array:
    return rng.standard_normal(shape)


@dataclass(frozen=True, kw_only=True)
class Initializer:
    """How a layer begins.

    Attributes
    ----------
    weights
        ``weights(rng, (n_l, n_{l-1}))`` returns the initial `W[l]`.
    biases
        ``biases(rng, (n_l, 1))`` returns the initial `b[l]`.
    """

    name: str
    label: str
    formula: str
    description: str
    source: str
    weights: Draw
    biases: Draw = _zeros


def _xavier(rng: np.random.Generator, shape: tuple[int, int]) -> Array:
    bound = sqrt(6 / (shape[0] + shape[1]))
    return rng.uniform(-bound, bound, shape)


def _he(rng: np.random.Generator, shape: tuple[int, int]) -> Array:
    return rng.standard_normal(shape) * sqrt(2 / shape[1])


def _lecun(rng: np.random.Generator, shape: tuple[int, int]) -> Array:
    bound = sqrt(3 / shape[1])
    return rng.uniform(-bound, bound, shape)


def _scaled_normal(rng: np.random.Generator, shape: tuple[int, int]) -> Array:
    return rng.standard_normal(shape) / sqrt(shape[1])


def _small_normal(rng: np.random.Generator, shape: tuple[int, int]) -> Array:
    return 0.01 * rng.standard_normal(shape)


_RECORDS = (
    Initializer(
        name="xavier",
        label="Xavier (uniform)",
        formula=r"W \sim U\left(-\sqrt{\tfrac{6}{n_{in}+n_{out}}},\; \sqrt{\tfrac{6}{n_{in}+n_{out}}}\right)",
        description="Keeps signals and gradients at about one size through tanh layers; sigmoid layers shrink "
        "gradients all the same.",
        source="Glorot & Bengio, Understanding the Difficulty of Training (AISTATS 2010), eq. 16",
        weights=_xavier,
    ),
    Initializer(
        name="he",
        label="He (normal)",
        formula=r"W \sim N\left(0,\; \tfrac{2}{n_{in}}\right)",
        description="Made for ReLU layers: makes up for the half of the signal that they block.",
        source="He, Zhang, Ren & Sun, Delving Deep into Rectifiers (ICCV 2015), eq. 10",
        weights=_he,
    ),
    Initializer(
        name="lecun",
        label="LeCun (uniform)",
        formula=r"W \sim U\left(-\sqrt{\tfrac{3}{n_{in}}},\; \sqrt{\tfrac{3}{n_{in}}}\right)",
        description="Gives every weighted sum variance one where its inputs have variance one; drawn evenly from an "
        "interval.",
        source="LeCun, Bottou, Orr & Müller, Efficient BackProp (1998), 4.6",
        weights=_lecun,
    ),
    Initializer(
        name="scaled_normal",
        label="Normal / √n",
        formula=r"W \sim N\left(0,\; \tfrac{1}{n_{in}}\right)",
        description="Standard normal numbers divided by the square root of the number of inputs.",
        source="LeCun, Bottou, Orr & Müller, Efficient BackProp (1998), 4.6, drawn from a normal distribution",
        weights=_scaled_normal,
    ),
    Initializer(
        name="normal",
        label="Standard normal",
        formula=r"W, b \sim N(0,\; 1)",
        description="Standard normal weights and biases: lively for small sigmoid networks, too large for deep ones.",
        source="Nielsen, Neural Networks and Deep Learning (2015), chapter 1",
        weights=_standard_normal,
        biases=_standard_normal,
    ),
    Initializer(
        name="small_normal",
        label="0.01 · normal",
        formula=r"W \sim 0.01\,N(0,\; 1)",
        description="Tiny weights: a common first idea, and a bad one for deep networks.",
        source="Krizhevsky, Sutskever & Hinton, ImageNet Classification (NIPS 2012), 5",
        weights=_small_normal,
    ),
    Initializer(
        name="zeros",
        label="Zeros",
        formula=r"W = 0",
        description="All neurons of a hidden layer stay the same for ever: shows why weights must begin different.",
        source="Goodfellow, Bengio & Courville, Deep Learning (2016), 8.4",
        weights=_zeros,
    ),
)

INITIALIZERS: Mapping[str, Initializer] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every initializer by name."""
