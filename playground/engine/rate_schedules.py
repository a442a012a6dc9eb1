"""How the learning rate goes on: schedules with PyTorch's definitions, and the rates that updates read.

A schedule is a share of the learning rate, as a function of the updates so far. All of them have the same two settings:
a length in epochs, and a share that each uses in its own way.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf, pi
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from playground.engine.operations import Array

Numbers = NDArray[np.float64]

RISE = 0.3
"""The share of a cycle in which the rate rises."""
FINAL_DIVISOR = 1e4
"""A cycle ends at so small a part of the rate that it began with."""


@dataclass(frozen=True, kw_only=True)
class RateSchedule:
    r"""One schedule.

    Attributes
    ----------
    formula
        LaTeX: `\alpha_t` is the rate after `t` epochs, `\alpha` the learning rate, `T` the schedule's length and `f`
        its share.
    factor
        ``factor(updates, length, share)`` returns by how much the learning rate is multiplied after so many updates,
        `length` being the schedule's length in updates.
    length, share
        What its two settings are called; empty where it has none.
    """

    name: str
    label: str
    formula: str
    description: str
    source: str
    factor: Callable[[Numbers, float, float], Numbers]
    length: str = ""
    share: str = ""


def _constant(updates: Numbers, _length: float, _share: float) -> Numbers:
    return np.ones_like(updates)


def _step(updates: Numbers, length: float, share: float) -> Numbers:
    return np.asarray(share ** np.floor(updates / length), np.float64)


def _half_cosine(start: float, end: float, way: Numbers) -> Numbers:
    """From `start` to `end` along half a cosine, `way` being 0 … 1."""
    return np.asarray(end + (start - end) / 2 * (1 + np.cos(pi * way)), np.float64)


def _cosine(updates: Numbers, length: float, share: float) -> Numbers:
    return _half_cosine(1.0, share, np.minimum(updates / length, 1))


def _warm_up(updates: Numbers, length: float, share: float) -> Numbers:
    return share + (1 - share) * np.minimum(updates / length, 1)


def _one_cycle(updates: Numbers, length: float, share: float) -> Numbers:
    # As in torch, the peak and the end are the last updates of their phases: numbers below them by one.
    peak, end = max(RISE * length - 1, 0.0), max(length - 1, 1.0)
    rising = _half_cosine(share, 1.0, updates / peak if peak else np.ones_like(updates))
    falling = _half_cosine(1.0, share / FINAL_DIVISOR, np.minimum((updates - peak) / max(end - peak, 1e-9), 1))
    return np.where(updates <= peak, rising, falling)


_RECORDS = (
    RateSchedule(
        name="constant",
        label="Constant",
        formula=r"\alpha_t = \alpha",
        description="The same rate from the first update to the last.",
        source="torch.optim without a scheduler",
        factor=_constant,
    ),
    RateSchedule(
        name="step",
        label="Step by step",
        formula=r"\alpha_t = \alpha\, f^{\lfloor t / T \rfloor}",
        description="Long steps first; every so many epochs the rate is multiplied by the share.",
        source="torch.optim.lr_scheduler.StepLR",
        factor=_step,
        length="Epochs between steps",
        share="Factor of each step",
    ),
    RateSchedule(
        name="cosine",
        label="Cosine",
        formula=r"\alpha_t = \alpha\left(f + \frac{1 - f}{2}\left(1 + \cos \pi\frac{t}{T}\right)\right)",
        description="Falls slowly, then fast, then slowly again to a share of the rate, and stays there.",
        source="Loshchilov & Hutter, SGDR (ICLR 2017); torch.optim.lr_scheduler.CosineAnnealingLR",
        factor=_cosine,
        length="Epochs of the fall",
        share="Share left at the end",
    ),
    RateSchedule(
        name="warm_up",
        label="Warm-up",
        formula=r"\alpha_t = \alpha\left(f + (1 - f)\min\left(1, \frac{t}{T}\right)\right)",
        description="Begins with a share of the rate and rises to it, while the first gradients are still wild.",
        source="Goyal et al., Accurate, Large Minibatch SGD (2017); torch.optim.lr_scheduler.LinearLR",
        factor=_warm_up,
        length="Epochs of the rise",
        share="Share at the start",
    ),
    RateSchedule(
        name="one_cycle",
        label="One cycle",
        formula=r"\alpha_t:\; f\alpha \nearrow \alpha \;(t = 0.3\,T) \searrow 10^{-4} f\alpha \;(t = T)",
        description="Up to the rate in three tenths of the time, then down to almost nothing, both along a cosine.",
        source="Smith & Topin, Super-Convergence (2017); torch.optim.lr_scheduler.OneCycleLR",
        factor=_one_cycle,
        length="Epochs of the cycle",
        share="Share at the start",
    ),
)

SCHEDULES: Mapping[str, RateSchedule] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every schedule by name."""


class Rates:
    """The learning rate as the 0-d arrays that compiled updates read, so that it changes without compiling anew.

    For K networks it is an array `(K, 1)`, a rate for each.

    A plain optimizer without penalties or clipping steps by rate × mean gradient: there the factor `1/m` of the mean
    rides in the rate, which saves one call in each update.
    """

    def __init__(self, value: float | Array, dtype: np.dtype[np.floating]) -> None:
        self._dtype = dtype
        self._by_divisor: dict[int, Array] = {}
        self.value = value

    @property
    def value(self) -> float | Array:
        return self._value

    @value.setter
    def value(self, value: float | Array) -> None:
        check_not_negative("learning rate", value)
        self._value = value
        for divisor, array in self._by_divisor.items():
            array[...] = value / divisor

    def divided_by(self, divisor: int) -> Array:
        """Return the live array of rate / divisor."""
        return self._by_divisor.setdefault(divisor, np.array(self._value / divisor, self._dtype))


def check_not_negative(name: str, value: float | Array) -> None:
    """Check that a number, or each of several, is finite and not below zero.

    Raises `ValueError` if it is not.
    """
    for each in np.ravel(value).tolist():
        if not 0 <= each < inf:
            raise ValueError(f"{name} {each}, expected a finite number, at least 0")
