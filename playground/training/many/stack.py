"""Networks of one structure that train together: made of experiments, scored and drawn all at once."""

import time
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.engine import Networks, Trainers
from playground.engine.network import cost_per_example
from playground.engine.networks import EVERY
from playground.training.examples import Examples, Part
from playground.training.many.beginnings import OWN_SETTINGS, Beginning
from playground.training.results import Array, FloatArray
from playground.training.sampler import inputs_on
from playground.training.scoring import predicted_classes
from playground.training.starting import shuffling, update_settings

SCORED_NUMBERS = 1 << 17
"""So many numbers of a layer are computed at once when networks are scored."""
SIDE, LINE_POINTS = 24, 64


class Stack:
    """Some of many networks.

    Attributes
    ----------
    numbers
        `(K,)`: their places among all.
    """

    def __init__(self, beginnings: Sequence[Beginning]) -> None:
        self.numbers: NDArray[np.intp] = np.array([each.number for each in beginnings])
        self.networks = Networks.of([each.network for each in beginnings])
        self._examples = [each.examples for each in beginnings]
        parts = {
            "train": [examples.train for examples in self._examples],
            "test": [examples.test for examples in self._examples],
        }
        self._data = {name: _Data.of(each, self.networks.dtype) for name, each in parts.items() if each[0].m}
        settings = [update_settings(each.experiment.training) for each in beginnings]
        own = {name: [each[name] for each in settings] for name in OWN_SETTINGS}
        self.trainers = Trainers(
            self.networks,
            self._data["train"].F,
            self._data["train"].Y,
            learning_rates=[each.experiment.training.learning_rate for each in beginnings],
            seeds=[shuffling(each.experiment) for each in beginnings],
            **(settings[0] | own),
        )
        self._chunk = self._networks_at_once()
        self._updates = 1
        self._grids: dict[Examples, Array] | None = None

    def train_to(self, epoch: int, seconds: float) -> Iterator[int]:
        """Train to the end of an epoch; yield how many updates were made, each time after about so many seconds."""
        trainers = self.trainers
        while trainers.epoch < epoch:
            left = (epoch - trainers.epoch) * trainers.batches_per_epoch - trainers.batch_of_epoch
            updates, begin = min(self._updates, left), time.perf_counter()
            trainers.run_updates(updates)
            elapsed = time.perf_counter() - begin
            if updates == self._updates and elapsed < seconds / 2:
                self._updates *= 2
            elif elapsed > 2 * seconds:
                self._updates = max(1, self._updates // 2)
            yield updates

    def score(self, name: str) -> Iterator[tuple[NDArray[np.intp], FloatArray, FloatArray]]:
        """Yield numbers, costs and accuracies on a part of the examples, of some networks after others.

        There is nothing where that part is empty; accuracies are NaN where numbers are predicted.
        """
        part = self._data.get(name)
        for start in range(0, 0 if part is None else len(self.networks), self._chunk):
            assert part is not None
            some = slice(start, start + self._chunk)
            F, Y, labels = part.of_members(some)
            Z = self.networks.output_z(F, some)
            with np.errstate(all="ignore"):
                costs = cost_per_example(self.networks.structure, Z, Y).mean(axis=-1).astype(np.float64)
                accuracies = np.full(costs.shape, np.nan)
                if labels is not None:
                    classes = predicted_classes(self.networks.activated(Z), self._examples[0].targets)
                    accuracies = (classes == labels).mean(axis=-1)
            yield self.numbers[some], costs, accuracies

    def outputs(self) -> list[Array]:
        """Return what each network answers on a small grid over the first inputs: see `ManyFrame.outputs`."""
        if self._grids is None:
            self._grids = {examples: _grid(examples) for examples in dict.fromkeys(self._examples)}
        if len(self._grids) == 1:
            return self._answers(self._examples[0], EVERY)
        return [A for k, examples in enumerate(self._examples) for A in self._answers(examples, slice(k, k + 1))]

    def _answers(self, examples: Examples, members: slice) -> list[Array]:
        assert self._grids is not None
        Z = self.networks.output_z(self._grids[examples], members)
        with np.errstate(all="ignore"):
            A = examples.output.undone(self.networks.activated(Z).transpose(1, 0, 2)).astype(np.float32)
        shape = (SIDE, SIDE) if examples.dataset.n_inputs > 1 else (LINE_POINTS,)
        answers = np.ascontiguousarray(A).reshape(*A.shape[:2], *shape)
        answers.flags.writeable = False
        return list(answers)

    def _networks_at_once(self) -> int:
        most = max(self._examples[0].train.m, self._examples[0].test.m) * max(self.networks.sizes)
        return max(1, SCORED_NUMBERS // most)


class _Data(Struct, frozen=True, eq=False):
    """A part of the examples of some networks: arrays that all share, or with an axis for the networks in front.

    Attributes
    ----------
    F, Y
        `(n_0, m)` and `(n_L, m)`, or `(K, n_0, m)` and `(K, n_L, m)`.
    labels
        `(m,)` or `(K, m)`; None where numbers are predicted.
    """

    F: Array
    Y: Array
    labels: NDArray[np.intp] | None

    @classmethod
    def of(cls, parts: Sequence[Part], dtype: np.dtype[np.floating]) -> "_Data":
        """Return the examples of some networks, a part for each."""
        first = parts[0]
        if all(part is first for part in parts):
            return cls(first.F.astype(dtype), first.Y.astype(dtype), first.labels)
        labels = None if first.labels is None else np.stack([np.asarray(part.labels) for part in parts])
        F, Y = (np.stack(arrays).astype(dtype) for arrays in zip(*((part.F, part.Y) for part in parts), strict=True))
        return cls(F, Y, labels)

    def of_members(self, members: slice) -> tuple[Array, Array, NDArray[np.intp] | None]:
        """Return inputs, targets `(n_L, 1 or K, m)` and labels of some of the networks."""
        if self.F.ndim == 2:
            return self.F, self.Y[:, None], self.labels
        labels = None if self.labels is None else self.labels[members]
        return self.F[members], self.Y[members].transpose(1, 0, 2), labels


def stacks(beginnings: Sequence[Beginning]) -> list[Stack]:
    """Return the stacks that some networks train fastest in."""
    kinds: dict[tuple[Any, ...], list[Beginning]] = {}
    for each in beginnings:
        kinds.setdefault(each.kind, []).append(each)
    found = []
    for members in kinds.values():
        most = members[0].most_together
        pieces = -(-len(members) // most)
        size = -(-len(members) // pieces)
        found += [Stack(members[start : start + size]) for start in range(0, len(members), size)]
    return found


def can_be_drawn(examples: Examples) -> bool:
    """Whether there is a picture of what a network answers: not over single pixels."""
    return examples.dataset.white is None


def grid_domain(examples: Examples) -> tuple[tuple[float, float], ...]:
    """Return low and high end of each axis of the grid."""
    across, up = examples.usual_slice.axes
    axes = (across,) if examples.dataset.n_inputs == 1 else (across, up)
    return tuple(examples.domain[axis] for axis in axes)


def _grid(examples: Examples) -> Array:
    """Return what a network sees of the points of a small grid, `(n_0, m)` float32: enough for a picture."""
    if examples.dataset.n_inputs == 1:
        X = np.linspace(*examples.domain[0], LINE_POINTS)[None, :]
    else:
        x, y = (np.linspace(*ends, SIDE) for ends in grid_domain(examples))
        X = inputs_on(examples, examples.usual_slice, np.tile(x, SIDE), np.repeat(y, SIDE))
    with np.errstate(all="ignore"):
        return examples.normalised(X).astype(np.float32)
