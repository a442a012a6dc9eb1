"""From the memory of a session to what its file says: an entry has the fields of what it is an entry of."""

from collections.abc import Callable, Generator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from msgspec.structs import asdict

from playground.engine import TrainerState
from playground.engine.batch_schedule import GeneratorState
from playground.files.sessions.blocks import BlockWriter
from playground.files.sessions.document import (
    SESSION_VERSION,
    CompareEntry,
    Entry,
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
    real,
)
from playground.files.sessions.problems import Once, ProblemWriter
from playground.training.branches.compare_job import KeptCompare
from playground.training.examples import Examples
from playground.training.formula import NO_FORMULA, Formula
from playground.training.history import History
from playground.training.input_slice import InputSlice
from playground.training.jobs import KeptJob
from playground.training.moments import Record, RunState, Trajectory
from playground.training.pins import Pin, tidy
from playground.training.results import Curves
from playground.training.saved.kept_jobs import atlas_entry, compare_entry, wall_entry
from playground.training.session_memory import SessionMemory
from playground.training.timeline.records import RunMemory

Written = TypeVar("Written", bound=Entry)


class Encoder:
    """Encodes a memory as a document; nothing large is copied.

    `memory`: what to store. None of it may change any more.
    """

    def __init__(self, memory: SessionMemory, folder: Path) -> None:
        self._memory = memory
        self.blocks = BlockWriter()
        self._problems = ProblemWriter(self.blocks, folder)
        self._examples, self._histories, self._records = Once(), Once(), Once()
        self._ways: Mapping[type, Callable[[Any], Any]] = {
            np.ndarray: self.blocks.rows,
            float: real,
            tuple: lambda parts: tuple(self._value(part) for part in parts),
            TrainerState: lambda state: self._entry(StateEntry, state),
            GeneratorState: _generator,
            History: lambda history: self._entry(HistoryEntry, history),
            Trajectory: lambda trajectory: self._entry(TrajectoryEntry, trajectory),
            RunState: lambda state: self._entry(RunEntry, state),
            InputSlice: lambda input_slice: self._entry(InputSliceEntry, input_slice),
            Formula: lambda formula: None if formula is NO_FORMULA else self._entry(FormulaEntry, formula),
        }
        self._fields: Mapping[str, Callable[[Any], Any]] = {
            "experiment": self._experiment,
            "examples": lambda moment: self._examples.number(
                moment.examples, id(moment.examples), lambda: self._examples_entry(moment, moment.examples)
            ),
            "before": self._before,
            "count": lambda state: float(state.count),
            "cost_gradient": lambda state: self._value(
                state.gradient if state.cost_gradient is None else state.cost_gradient
            ),
            "layers": lambda history: history.n_layers,
            "points": lambda history: self.blocks.columns(history.points),
        }

    def steps(self) -> Generator[None, None, SessionDocument]:
        """Work in short steps; return the document."""
        memory = self._memory
        run = yield from self._timeline(memory.run)
        pins = []
        for pin in memory.pins:
            entry = yield from self._pin(pin)
            pins.append(entry)
        atlas = atlas_entry(memory.atlas, self.blocks, self._problems)
        left = None
        if memory.left is not None:
            left = yield from self._timeline(memory.left)
        compare = yield from self._compare(memory.compare)
        many = wall_entry(memory.many, self.blocks, self._problems)  # before the tables it adds to are taken
        return self._entry(
            SessionDocument,
            memory,
            many=many,
            atlas=atlas,
            left=left,
            compare=compare,
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
        )

    def _entry(self, kind: type[Written], thing: object, **told: Any) -> Written:
        """Return what is written of a thing: each field under its own name, but for those that are told."""
        for name in kind.__struct_fields__:
            if name not in told:
                field = self._fields.get(name)
                told[name] = self._value(getattr(thing, name)) if field is None else field(thing)
        return kind(**told)

    def _value(self, value: Any) -> Any:
        way = self._ways.get(type(value))
        return value if way is None else way(value)

    def _timeline(self, memory: RunMemory) -> Generator[None, None, TimelineEntry]:
        state = self._value(memory.state)
        yield
        tip = self._value(memory.tip)
        yield
        records = []
        for record in memory.records:
            records.append(self._records.number(record, id(record), partial(self._entry, RecordEntry, record)))
            yield
        branches = tuple(self.blocks.rows(_points(branch)) for branch in memory.branches)
        return self._entry(
            TimelineEntry, memory.records, state=state, tip=tip, records=tuple(records), branches=branches
        )

    def _compare(self, kept: KeptJob | None) -> Generator[None, None, CompareEntry | None]:
        if not isinstance(kept, KeptCompare):
            return None
        one = yield from self._timeline(kept.memories[0])
        other = yield from self._timeline(kept.memories[1])
        return compare_entry(kept, (one, other))

    def _pin(self, pin: Pin) -> Generator[None, None, PinEntry]:
        run = yield from self._timeline(pin.memory)
        return self._entry(PinEntry, pin, name=tidy(pin.name), run=run)

    def _experiment(self, moment: RunState | Record) -> int:
        return self._problems.experiment(moment.experiment, moment.examples.dataset)

    def _before(self, record: Record) -> int | None:
        before = record.before
        return None if before is None else self._histories.number(before, id(before), lambda: self._value(before))

    def _examples_entry(self, moment: RunState | Record, examples: Examples) -> ExamplesEntry:
        return ExamplesEntry(
            # Any experiment that they belong to will do: what they depend on is the same in all of them.
            experiment=self._experiment(moment),
            dataset=self._problems.dataset(examples.dataset),
            mean=self.blocks.columns(examples.mean),
            scale=self.blocks.columns(examples.scale),
            output_mean=self.blocks.columns(examples.output.mean),
            output_scale=self.blocks.columns(examples.output.scale),
        )


def _generator(rng: GeneratorState) -> GeneratorEntry:
    return GeneratorEntry(f"{rng.state:x}", f"{rng.inc:x}", int(rng.has_uint32), int(rng.uinteger))


def _points(curves: Curves) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    single = [values for name, values in asdict(curves).items() if name != "gradient_norms"]
    return np.concatenate([np.stack(single), curves.gradient_norms]).T
