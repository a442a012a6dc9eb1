"""From the memory of a session to what its file says."""

from collections.abc import Generator
from pathlib import Path

import numpy as np

from playground.engine import TrainerState
from playground.files.sessions.blocks import BlockWriter
from playground.files.sessions.document import (
    SESSION_VERSION,
    ExamplesEntry,
    FormulaEntry,
    GeneratorEntry,
    HistoryEntry,
    InputSliceEntry,
    PinEntry,
    RecordEntry,
    RunEntry,
    SessionDocument,
    StateEntry,
    TimelineEntry,
    TrajectoryEntry,
    optional_real,
    real,
)
from playground.files.sessions.problems import Once, ProblemWriter
from playground.training.examples import Examples
from playground.training.formula import NO_FORMULA
from playground.training.history import History
from playground.training.moments import Record, RunState
from playground.training.pins import Pin, tidy
from playground.training.results import Curves
from playground.training.session_memory import SessionMemory
from playground.training.timeline.memory import RunMemory
from playground.training.trajectory import Trajectory


class Encoder:
    """Encodes a memory as a document; nothing large is copied.

    Parameters
    ----------
    memory
        What to store. None of it may change any more.
    folder
        Of the file.

    Attributes
    ----------
    blocks
        Takes the numbers.
    """

    def __init__(self, memory: SessionMemory, folder: Path) -> None:
        self._memory = memory
        self.blocks = BlockWriter()
        self._problems = ProblemWriter(self.blocks, folder)
        self._examples, self._histories, self._records = Once(), Once(), Once()

    def steps(self) -> Generator[None, None, SessionDocument]:
        """Work in short steps; return the document."""
        memory = self._memory
        run = yield from self._timeline(memory.run)
        pins = []
        for pin in memory.pins:
            entry = yield from self._pin(pin)
            pins.append(entry)
        return SessionDocument(
            session_version=SESSION_VERSION,
            tables=self.blocks.count,
            sources=tuple(self._problems.sources.entries),
            datasets=tuple(self._problems.datasets.entries),
            experiments=tuple(self._problems.experiments.entries),
            examples=tuple(self._examples.entries),
            histories=tuple(self._histories.entries),
            records=tuple(self._records.entries),
            run=run,
            pins=tuple(pins),
            next_pin=memory.next_pin,
            speed_limit=memory.speed_limit,
            input_slice=InputSliceEntry(axes=memory.input_slice.axes, example=memory.input_slice.example),
            formula=None if memory.formula is NO_FORMULA else FormulaEntry(**vars(memory.formula)),
            lesson=memory.lesson,
        )

    def _timeline(self, memory: RunMemory) -> Generator[None, None, TimelineEntry]:
        state = self._run(memory.state)
        yield
        tip = None if memory.tip is None else self._run(memory.tip)
        yield
        records = []
        for record in memory.records:
            records.append(self._record_number(record))
            yield
        return TimelineEntry(
            state=state,
            tip=tip,
            records=tuple(records),
            stride=memory.records.stride,
            budget=memory.records.budget,
            branches=tuple(self.blocks.rows(_points(branch)) for branch in memory.branches),
        )

    def _pin(self, pin: Pin) -> Generator[None, None, PinEntry]:
        run = yield from self._timeline(pin.memory)
        return PinEntry(
            number=pin.number,
            name=tidy(pin.name),
            train_cost=real(pin.train_cost),
            test_cost=optional_real(pin.test_cost),
            train_accuracy=optional_real(pin.train_accuracy),
            test_accuracy=optional_real(pin.test_accuracy),
            run=run,
        )

    def _run(self, state: RunState) -> RunEntry:
        return RunEntry(
            experiment=self._problems.experiment(state.experiment, state.examples.dataset),
            examples=self._examples_number(state),
            initial=self.blocks.rows(state.initial),
            trainer=self._state(state.trainer),
            history=self._history(state.history),
            trajectory=self._trajectory(state.trajectory),
            seconds=state.seconds,
        )

    def _record_number(self, record: Record) -> int:
        return self._records.number(record, id(record), lambda: self._record(record))

    def _record(self, record: Record) -> RecordEntry:
        before = record.before
        return RecordEntry(
            state=self._state(record.state),
            experiment=self._problems.experiment(record.experiment, record.examples.dataset),
            examples=self._examples_number(record),
            initial=self.blocks.rows(record.initial),
            point=self.blocks.rows(record.point),
            seconds=record.seconds,
            begins=record.begins,
            moved=record.moved,
            passing=record.passing,
            before=None
            if before is None
            else self._histories.number(before, id(before), lambda: self._history(before)),
            gap=record.gap,
        )

    def _examples_number(self, moment: RunState | Record) -> int:
        examples = moment.examples
        return self._examples.number(examples, id(examples), lambda: self._examples_entry(moment, examples))

    def _examples_entry(self, moment: RunState | Record, examples: Examples) -> ExamplesEntry:
        return ExamplesEntry(
            # Any experiment that they belong to will do: what they depend on is the same in all of them.
            experiment=self._problems.experiment(moment.experiment, examples.dataset),
            dataset=self._problems.dataset(examples.dataset),
            mean=self.blocks.columns(examples.mean),
            scale=self.blocks.columns(examples.scale),
            output_mean=self.blocks.columns(examples.output.mean),
            output_scale=self.blocks.columns(examples.output.scale),
        )

    def _state(self, state: TrainerState) -> StateEntry:
        rng = state.rng
        return StateEntry(
            parameters=self.blocks.rows(state.parameters),
            moments=self.blocks.rows(state.moments),
            count=float(state.count),
            step=self.blocks.rows(state.step),
            gradient=None if state.gradient is None else self.blocks.rows(state.gradient),
            cost_gradient=None
            if state.gradient is None
            else self.blocks.rows(state.gradient if state.cost_gradient is None else state.cost_gradient),
            rng=GeneratorEntry(f"{rng.state:x}", f"{rng.inc:x}", int(rng.has_uint32), int(rng.uinteger)),
            first_batch=state.first_batch,
            position=state.position,
            update=state.update,
            epoch=state.epoch,
            carried_cost=real(state.carried_cost),
        )

    def _history(self, history: History) -> HistoryEntry:
        return HistoryEntry(layers=history.n_layers, stride=history.stride, points=self.blocks.columns(history.points))

    def _trajectory(self, trajectory: Trajectory) -> TrajectoryEntry:
        return TrajectoryEntry(
            stride=trajectory.stride,
            epochs=trajectory.epochs,
            moments=tuple(self.blocks.rows(moment) for moment in trajectory.moments),
        )


def _points(curves: Curves) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Return curves as one point per row."""
    single = [getattr(curves, name) for name in Curves.__dataclass_fields__ if name != "gradient_norms"]
    return np.concatenate([np.stack(single), curves.gradient_norms]).T
