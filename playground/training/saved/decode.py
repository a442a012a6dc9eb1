"""From what a session file says to the memory of a session, every number looked at."""

from collections.abc import Callable, Generator
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np
from msgspec.structs import asdict, replace

from playground.data import DataError, Dataset, Scaling
from playground.engine import TrainerState
from playground.engine.batch_schedule import BatchPlan, GeneratorState
from playground.engine.propagation import Structure
from playground.engine.update_rule import Penalties
from playground.files import Experiment, FileError
from playground.files.sessions.document import (
    Block,
    ExamplesEntry,
    GeneratorEntry,
    HistoryEntry,
    PinEntry,
    RecordEntry,
    RunEntry,
    StateEntry,
    TimelineEntry,
    TrajectoryEntry,
)
from playground.files.sessions.session_file import SessionContents
from playground.messages import Message
from playground.training import history, moments
from playground.training.comparison import same_examples
from playground.training.drawing import Drawing
from playground.training.errors import TrainingError
from playground.training.examples import Examples, prepare
from playground.training.formula import NO_FORMULA, Formula
from playground.training.history import FIXED_COLUMNS, LAYER_QUANTITIES, History
from playground.training.input_slice import InputSlice
from playground.training.moments import Record, RunState, Trajectory
from playground.training.pins import MOST_PINS, Pin, outcome, tidy, usual_name
from playground.training.results import Array, Curves, FloatArray
from playground.training.saved.kept_jobs import kept_atlas, kept_compare, kept_wall
from playground.training.session_memory import SessionMemory
from playground.training.timeline.records import BUDGETS, CAPACITY, Records, RunMemory
from playground.training.timeline.timeline import MOST_BRANCHES
from playground.training.training_loop import SPEED_LIMITS
from playground.training.training_run import TrainingRun

Made = TypeVar("Made")
MOST_LAYERS = 100


class Decoder:
    """Decodes the contents of a session file to a memory."""

    def __init__(self, contents: SessionContents) -> None:
        self._document, self._blocks = contents.document, contents.blocks
        self._problems, self._where = contents.problems, contents.where
        self._known: dict[tuple[str, int], Any] = {}

    def steps(self) -> Generator[None, None, SessionMemory]:
        """Work in short steps; return the memory.

        Raises `FileError` if parts of the file do not belong together.
        """
        document = self._document
        try:
            run = yield from self._timeline(document.run)
            self._expect(len(document.pins) <= MOST_PINS, Message("more pinned runs than there can be"))
            pins: list[Pin] = []
            for entry in document.pins:
                pin = yield from self._pin(entry)
                usual = usual_name(pins, pin.experiment)  # one that nobody typed is said in any language
                pins.append(replace(pin, name=usual) if tidy(usual) == pin.name else pin)
            numbers = [0, *(pin.number for pin in pins), document.next_pin]
            self._expect(
                all(one < next_one for one, next_one in pairwise(numbers)), Message("the numbers of pinned runs")
            )
            self._expect(document.speed_limit in SPEED_LIMITS, Message("an unknown speed"))
            input_slice = InputSlice(document.input_slice.axes, document.input_slice.example)
            examples = run.state.examples
            input_slice.check(examples.dataset.n_inputs, examples.train.m)
            formula = NO_FORMULA
            if document.formula is not None:
                formula = Formula(**asdict(document.formula))
                formula.check()
            many = None if document.many is None else kept_wall(document.many, self._blocks, self._problems)
            atlas = None if document.atlas is None else kept_atlas(document.atlas, self._blocks, self._problems)
            left = None
            if document.left is not None:
                left = yield from self._timeline(document.left)
            compare = None
            if document.compare is not None:
                one = yield from self._timeline(document.compare.runs[0])
                other = yield from self._timeline(document.compare.runs[1])
                compare = kept_compare(document.compare, (one, other))
        except (DataError, TrainingError) as error:
            raise FileError("{where}: damaged: {problem}", where=self._where, problem=error.message) from error
        return SessionMemory(
            run,
            tuple(pins),
            document.next_pin,
            document.speed_limit,
            input_slice,
            formula,
            document.lesson,
            many,
            atlas,
            left,
            document.votes,
            compare,
        )

    def _timeline(self, entry: TimelineEntry) -> Generator[None, None, RunMemory]:
        state = self._run(entry.state)
        yield
        tip = None if entry.tip is None else self._run(entry.tip)
        yield
        self._expect(1 <= len(entry.records) <= CAPACITY, Message("the number of recorded moments"))
        records = []
        for number in entry.records:
            records.append(self._once(Message("record"), number, self._document.records, self._record))
            yield
        updates = [record.update for record in records]
        self._expect(all(one < later for one, later in pairwise(updates)), Message("recorded moments out of order"))
        self._expect(updates[0] <= state.trainer.update, Message("nothing recorded before the present moment"))
        self._expect(tip is None or updates[-1] <= tip.trainer.update, Message("recorded moments after the last one"))
        self._expect(BUDGETS[0] <= entry.budget <= BUDGETS[1], Message("the size of the timeline"))
        self._expect(len(entry.branches) <= MOST_BRANCHES, Message("the number of branches"))
        kept = Records.of(records, entry.stride, entry.budget)
        return RunMemory(state, tip, kept, tuple(self._branch(block) for block in entry.branches))

    def _pin(self, entry: PinEntry) -> Generator[None, None, Pin]:
        memory = yield from self._timeline(entry.run)
        state = memory.state
        self._expect(entry.name == tidy(entry.name) != "", Message("the name of a pinned run"))
        outcome_now = outcome(TrainingRun.recall(state))
        yield
        return Pin(
            number=entry.number,
            name=entry.name,
            experiment=state.experiment,
            curves=state.history.curves(),
            epoch=state.trainer.epoch,
            update=state.trainer.update,
            seconds=state.seconds,
            train_cost=float(entry.train_cost),
            test_cost=_optional(entry.test_cost),
            train_accuracy=_optional(entry.train_accuracy),
            test_accuracy=_optional(entry.test_accuracy),
            memory=memory,
            **outcome_now,
        )

    def _run(self, entry: RunEntry) -> RunState:
        experiment, examples = self._setting(entry.experiment, entry.examples)
        trainer = self._state(entry.trainer, experiment, examples)
        decoded = {
            "experiment": experiment,
            "examples": examples,
            "initial": self._parameters(entry.initial, experiment, examples),
            "trainer": trainer,
            "history": self._history(entry.history, len(experiment.network.hidden) + 1),
            "trajectory": self._trajectory(entry.trajectory, experiment, examples),
        }
        return RunState(**asdict(entry) | decoded)

    def _record(self, entry: RecordEntry) -> Record:
        experiment, examples = self._setting(entry.experiment, entry.examples)
        point = self._blocks.vector(entry.point)
        width = FIXED_COLUMNS + LAYER_QUANTITIES * (len(experiment.network.hidden) + 1)
        fits = point.shape == (width,) and point.dtype == np.float64 and _are_epochs(point[:1])
        self._expect(
            fits and _are_shares(point[None], len(experiment.network.hidden) + 1), Message("a point of the history")
        )
        decoded = {
            "experiment": experiment,
            "examples": examples,
            "state": self._state(entry.state, experiment, examples),
            "initial": self._parameters(entry.initial, experiment, examples),
            "point": point,
        }
        if entry.before is not None:
            decoded["before"] = self._once(Message("history"), entry.before, self._document.histories, self._history)
        return Record(**asdict(entry) | decoded)

    def _setting(self, experiment_number: int, examples_number: int) -> tuple[Experiment, Examples]:
        """Return an experiment and its examples, which belong together."""
        experiment = self._problems.experiment(experiment_number)
        examples: Examples = self._once(
            Message("set of examples"), examples_number, self._document.examples, self._examples
        )
        own = self._problems.experiment(self._document.examples[examples_number].experiment)
        self._expect(
            own is experiment or same_examples(own, experiment),
            Message("an experiment with the examples of another one"),
        )
        return experiment, examples

    def _examples(self, entry: ExamplesEntry) -> Examples:
        experiment = self._problems.experiment(entry.experiment)
        dataset: Dataset = self._once(
            Message("dataset"), entry.dataset, self._document.datasets, lambda _: self._dataset(entry)
        )
        seen = self._scaling(entry.mean, entry.scale, Message("how features are standardized"))
        if entry.output_mean is None or entry.output_scale is None:
            return prepare(experiment, dataset, (seen, None))
        learned = self._scaling(entry.output_mean, entry.output_scale, Message("how targets are standardized"))
        return prepare(experiment, dataset, (seen, learned))

    def _scaling(self, mean_block: Block, scale_block: Block, what: Message) -> Scaling:
        mean, scale = (self._blocks.rows(block).T.copy() for block in (mean_block, scale_block))
        usable = mean.dtype == scale.dtype == np.float64 and np.isfinite(mean).all() and np.isfinite(scale).all()
        self._expect(bool(usable and scale.all()), what)
        return Scaling(mean, scale)

    def _dataset(self, entry: ExamplesEntry) -> Dataset:
        dataset, told = self._problems.dataset(entry.dataset), self._document.datasets[entry.dataset]
        if told.two_class_output is None:
            return dataset
        return Drawing(**asdict(dataset), two_class_output=told.two_class_output)

    def _state(self, entry: StateEntry, experiment: Experiment, examples: Examples) -> TrainerState:
        parameters = self._parameters(entry.parameters, experiment, examples)
        moments, step = self._blocks.rows(entry.moments), self._blocks.vector(entry.step)
        gradient = None if entry.gradient is None else self._blocks.vector(entry.gradient)
        apart = None if entry.cost_gradient in (None, entry.gradient) else entry.cost_gradient
        of_cost = None if apart is None or gradient is None else self._blocks.vector(apart)
        expected = (parameters.shape, parameters.dtype)
        self._expect((step.shape, step.dtype) == expected, Message("the last step"))
        self._expect(
            moments.shape == (2, parameters.size) and moments.dtype == parameters.dtype, Message("the optimizer")
        )
        for found in (gradient, of_cost):
            self._expect(found is None or (found.shape, found.dtype) == expected, Message("the last gradient"))
        if gradient is not None and entry.cost_gradient is None:
            of_cost = _without_penalties(experiment, _sizes(experiment, examples), gradient, parameters + step)
        itemsize = parameters.dtype.itemsize
        width = len(experiment.data.features) + 1
        plan = BatchPlan.of(examples.train.m, experiment.training.batch_size, width * itemsize)
        begins = entry.first_batch == 0 if plan.epochs_per_block else entry.first_batch < plan.batches_per_epoch
        self._expect(
            begins and entry.position <= plan.block_length(entry.first_batch), Message("the place in an epoch")
        )
        decoded = {
            "parameters": parameters,
            "moments": moments,
            "step": step,
            "gradient": gradient,
            "cost_gradient": of_cost,
            "rng": _generator(entry.rng),
            "carried_cost": float(entry.carried_cost),
        }
        return TrainerState(**asdict(entry) | decoded)

    def _parameters(self, block: Block, experiment: Experiment, examples: Examples) -> Array:
        parameters = self._blocks.vector(block)
        count = sum(units * (previous + 1) for previous, units in pairwise(_sizes(experiment, examples)))
        self._expect(
            parameters.shape == (count,) and parameters.dtype == experiment.network.dtype,
            Message("weights for another network"),
        )
        self._expect(bool(np.isfinite(parameters).all()), Message("weights that are not finite"))
        return parameters

    def _history(self, entry: HistoryEntry, layers: int | None = None) -> History:
        points = self._blocks.rows(entry.points)
        width = FIXED_COLUMNS + LAYER_QUANTITIES * entry.layers
        fits = 1 <= len(points) <= history.CAPACITY and points.shape[1] == width and points.dtype == np.float64
        self._expect(fits and entry.layers <= MOST_LAYERS and layers in (None, entry.layers), Message("the history"))
        self._expect(_are_epochs(points[:, 0]), Message("the epochs of the history"))
        self._expect(_are_shares(points, entry.layers), Message("shares of examples or units in the history"))
        return History.of(entry.layers, points.T, entry.stride)

    def _trajectory(self, entry: TrajectoryEntry, experiment: Experiment, examples: Examples) -> Trajectory:
        count = len(entry.epochs)
        self._expect(count == len(entry.moments) <= moments.CAPACITY, Message("the way through parameter space"))
        self._expect(all(one < later for one, later in pairwise(entry.epochs)), Message("the epochs of the way"))
        kept = [self._parameters(block, experiment, examples) for block in entry.moments]
        return Trajectory.of(entry.epochs, kept, entry.stride)

    def _branch(self, block: Block) -> Curves:
        points = self._blocks.rows(block)
        fits = points.dtype == np.float64 and len(points) > 0 and points.shape[1] >= FIXED_COLUMNS
        self._expect(fits and _are_epochs(points[:, 0]), Message("a branch"))
        values: FloatArray = np.ascontiguousarray(points.T)
        values.flags.writeable = False
        epochs, train, test, penalty, train_accuracy, test_accuracy = values[:FIXED_COLUMNS]
        return Curves(epochs, train, test, penalty, train_accuracy, test_accuracy, values[FIXED_COLUMNS:])

    def _once(self, kind: Message, number: int, entries: tuple[Any, ...], make: Callable[[Any], Made]) -> Made:
        if (kind, number) not in self._known:
            self._known[kind, number] = make(self._problems.entry(kind, entries, number))
        found: Made = self._known[kind, number]
        return found

    def _expect(self, holds: bool, what: Message) -> None:
        if not holds:
            raise FileError("{where}: damaged: {what}", where=self._where, what=what)


def _are_epochs(values: FloatArray) -> bool:
    """Whether numbers are epochs, ascending."""
    finite = bool(np.isfinite(values).all()) and values.min() >= 0 and values.max() <= 2**53
    return finite and bool((np.diff(values) > 0).all())


def _are_shares(points: FloatArray, layers: int) -> bool:
    """Whether accuracies, and shares of units that are saturated or dead, are between 0 and 1, or NaN."""
    shares = np.concatenate([points[:, FIXED_COLUMNS - 2 : FIXED_COLUMNS], points[:, -2 * layers :]], axis=1)
    return not bool(((shares < 0) | (shares > 1)).any())


def _sizes(experiment: Experiment, examples: Examples) -> tuple[int, ...]:
    return len(experiment.data.features), *(layer.units for layer in experiment.network.hidden), examples.n_outputs


def _without_penalties(experiment: Experiment, sizes: tuple[int, ...], gradient: Array, before: Array) -> Array | None:
    """Return the cost's part of a gradient that an older file kept with its penalties; None if there were none."""
    network, penalties = experiment.network, Penalties(experiment.training.l1, experiment.training.l2)
    activations = (*(layer.activation for layer in network.hidden), network.output_activation)
    structure = Structure(sizes, activations, experiment.training.cost)
    return gradient - penalties.gradient(structure, before) if penalties else None


def _generator(entry: GeneratorEntry) -> GeneratorState:
    return GeneratorState(int(entry.state, 16), int(entry.inc, 16), entry.has_uint32, entry.uinteger)


def _optional(value: float | str | None) -> float | None:
    return None if value is None else float(value)
