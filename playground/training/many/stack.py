"""Networks of one structure that train together: what each begins with, and all scored and drawn at once."""

import time
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.data import Dataset
from playground.engine import Network, Networks, Trainers
from playground.engine.network import cost_per_example
from playground.engine.networks import EVERY
from playground.files import Experiment, validate
from playground.training.comparison import of_examples, same_data
from playground.training.examples import Examples, Part, prepare
from playground.training.many.variations import Plan
from playground.training.results import Array, FloatArray
from playground.training.sampler import inputs_on
from playground.training.scoring import predicted_classes
from playground.training.session import TrainingSession
from playground.training.starting import new_network, shuffling, update_settings

Start = Callable[[Experiment], TrainingSession]
"""Begins a session of an experiment: how one of the networks is trained alone."""

OWN_SETTINGS = ("l1", "l2", "weight_decay", "clip_norm")
"""What may differ within a stack beside learning rates and seeds; not whether it is there at all."""
MOST_TOGETHER, FEWEST_TOGETHER = 256, 16
SLICE_SECONDS = 0.004
"""Work between two looks at the clock."""
LARGE_BYTES = 1 << 18
CACHED_BYTES = 1 << 20
"""An update's numbers of so many networks that they stay in the processor's cache."""


class Beginning(Struct, frozen=True, eq=False):
    """What one of many networks begins with.

    `experiment`, `network`, `examples`: its own; examples may be others' too.
    """

    number: int
    experiment: Experiment
    network: Network
    examples: Examples

    @property
    def kind(self) -> tuple[Any, ...]:
        """What members of one stack have in common, so that each update is the very one it makes alone."""
        settings, network = update_settings(self.experiment.training), self.network
        common = {name: value for name, value in settings.items() if name not in OWN_SETTINGS}
        return (
            network.structure,
            network.dtype,
            self.examples.train.m,
            self.examples.test.m,
            # Examples of its own are copied for each of a stack; large ones are shared, or a stack of their own.
            id(self.examples) if self.examples.train.F.nbytes > LARGE_BYTES else 0,
            *common.items(),
            *(settings[name] > 0 for name in OWN_SETTINGS),
        )

    @property
    def most_together(self) -> int:
        """How many networks like this one train fastest in one stack."""
        batch = min(self.experiment.training.batch_size, self.examples.train.m)
        of_one = 3 * batch * sum(self.network.sizes) * self.network.dtype.itemsize
        return max(FEWEST_TOGETHER, min(MOST_TOGETHER, CACHED_BYTES // of_one))


class Beginnings:
    """Makes the beginnings of the networks of a plan.

    Parameters
    ----------
    plan
        What they have in common, and what varies.
    dataset
        The plan's data, where they are read already.
    start
        How a session of an experiment begins, where it does so with more than the experiment, such as trained weights.
    """

    def __init__(self, plan: Plan, dataset: Dataset | None, start: Start | None) -> None:
        self._plan, self._dataset, self._start = plan, dataset, start
        self._examples: dict[tuple[object, ...], Examples] = {}
        self._checked: set[tuple[int, str, str]] = set()

    def begin(self, number: int, experiment: Experiment) -> Beginning:
        """Return what one of the networks begins with.

        Raises `DataError`, `FileError` or `TrainingError` if the experiment cannot be trained.
        """
        if self._start is not None:
            run = self._start(experiment).run
            return Beginning(number, experiment, run.network, self._shared(experiment, run.examples))
        examples = self._examples_of(experiment)
        checked = id(examples), experiment.network.dtype, experiment.training.cost
        if checked not in self._checked:
            validate(experiment, self._plan.where)
            examples.check_precision(experiment.network.dtype)
            examples.check_cost(experiment.training.cost)
            self._checked.add(checked)
        return Beginning(number, experiment, new_network(experiment, examples), examples)

    def session(self, experiment: Experiment) -> TrainingSession:
        if self._start is not None:
            return self._start(experiment)
        return TrainingSession(experiment, None, self._dataset_of(experiment))

    def alone(
        self, experiment: Experiment, goal: int, rules: Collection[str] = ()
    ) -> Generator[float, None, TrainingSession]:
        """Train a session of an experiment to an epoch, or to where one of some stop rules ends it; return it.

        Yields how much is done, from 0 to 1.
        """
        session = self.session(experiment)
        session.start(rules)
        while session.loop.running and session.epoch < goal:
            session.advance(SLICE_SECONDS, until_epoch=goal)
            yield session.epoch / goal
        session.pause()
        return session

    def _examples_of(self, experiment: Experiment) -> Examples:
        key = of_examples(experiment)
        if key not in self._examples:
            self._examples[key] = prepare(experiment, self._dataset_of(experiment))
        return self._examples[key]

    def _shared(self, experiment: Experiment, examples: Examples) -> Examples:
        """Return the examples of one before it, where they are the same numbers."""
        known = self._examples.setdefault(of_examples(experiment), examples)
        return known if np.array_equal(known.train.F, examples.train.F) else examples

    def _dataset_of(self, experiment: Experiment) -> Dataset | None:
        return self._dataset if same_data(experiment.data, self._plan.experiment.data) else None


SCORED_NUMBERS = 1 << 17
"""So many numbers of a layer are computed at once when networks are scored."""
SIDE, LINE_POINTS = 24, 64


class Stack:
    """Some of many networks.

    `numbers`: `(K,)`: their places among all.
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
