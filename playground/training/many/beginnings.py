"""What each of many networks begins with: its examples, shared by all that see the same, and its first weights."""

from collections.abc import Callable, Collection, Generator
from typing import Any

import numpy as np
from msgspec import Struct

from playground.data import Dataset
from playground.engine import Network
from playground.files import Experiment, validate
from playground.training.comparison import of_examples, same_data
from playground.training.examples import Examples, prepare
from playground.training.many.variations import Plan
from playground.training.session import TrainingSession
from playground.training.starting import new_network, update_settings

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

    Attributes
    ----------
    experiment, network, examples
        Its own; examples may be others' too.
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
