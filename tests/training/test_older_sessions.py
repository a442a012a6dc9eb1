"""Session files written by earlier versions open with every bit they hold, and go on alike."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from playground.files.sessions.session_file import read_session
from playground.training import TrainingSession
from playground.training.commands.files import SaveSession
from playground.training.saved.jobs import read_memory

OLDER = Path(__file__).parents[1] / "older_files"
FILES = sorted(OLDER.glob("sessions_*/*.playground"))
HELD = json.loads((OLDER / "sessions.json").read_text(encoding="utf-8"))
"""What each file holds, part by part, told when it was put here."""


def bits(*values: object) -> str:
    """A name for some values: the same for the same bits."""
    sha = hashlib.sha256()
    for value in values:
        sha.update(value.tobytes() if isinstance(value, np.ndarray) else repr(value).encode())
    return sha.hexdigest()[:16]


def state_bits(state) -> str:
    return bits(
        *(state.parameters, state.moments, float(state.count), state.step, state.gradient, state.cost_gradient),
        *(state.rng.state, state.rng.inc, state.rng.has_uint32, state.rng.uinteger),
        *(state.first_batch, state.position, state.update, state.epoch, float(state.carried_cost)),
    )


def curve_bits(curves) -> str:
    costs = curves.epochs, curves.train_cost, curves.test_cost, curves.penalty
    return bits(*costs, curves.train_accuracy, curves.test_accuracy, curves.gradient_norms)


def moment(run) -> Iterator[str]:
    yield bits(run.initial, float(run.seconds))
    yield state_bits(run.trainer)
    yield bits(run.history.points, run.history.stride)
    yield bits(tuple(run.trajectory.epochs), *run.trajectory.moments)
    data = run.examples.dataset
    yield bits(data.X, data.Y, data.classes, data.input_names, data.output_names, data.image_shape)
    yield bits(run.examples.mean, run.examples.scale, run.examples.output.mean, run.examples.output.scale)
    training, network = run.experiment.training, run.experiment.network
    yield bits(training.optimizer, training.learning_rate, training.batch_size, training.l1, training.l2)
    yield bits(training.cost, network.dtype, network.seed, [(each.units, each.activation) for each in network.hidden])


def way(memory) -> Iterator[str]:
    yield from moment(memory.state)
    if memory.tip is not None:
        yield from moment(memory.tip)
    for record in memory.records:
        yield state_bits(record.state)
        yield bits(record.initial, record.point, float(record.seconds), record.experiment.training.learning_rate)
        yield bits(record.begins, record.moved, record.passing, record.gap)
        yield bits(None if record.before is None else record.before.points)
    yield bits(memory.records.stride, memory.records.budget)
    yield from map(curve_bits, memory.branches)


def held(path: Path) -> list[str]:
    """Everything that a session file holds."""
    session = TrainingSession.from_memory(read_memory(str(path)))
    memory = session.memory()
    found = list(way(memory.run))
    for pin in memory.pins:
        found += [bits(pin.number, str(pin.name), float(pin.seconds)), curve_bits(pin.curves), *way(pin.memory)]
        found.append(bits(pin.train_cost, pin.test_cost, pin.train_accuracy, pin.test_accuracy))
    formula, input_slice = session.snapshot().formula, session.snapshot().maps.input_slice
    found.append(bits(formula.text, formula.values, formula.folds, formula.preset, formula.title))
    found.append(bits(input_slice.axes, input_slice.example, memory.next_pin))
    return found


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def trained(path: Path) -> str:
    session = TrainingSession.from_memory(read_memory(str(path)))
    session.set_speed_limit("full")  # a limit counts by the clock
    session.start(())
    session.advance(float("inf"), until_epoch=session.epoch + 5)
    session.pause()
    return bits(session.run.network.parameters, *map(curve_bits, session.snapshot().branches))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_an_older_session_holds_what_it_held(path):
    assert held(path) == HELD[name_of(path)]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_an_older_session_written_anew_is_the_same_and_goes_on_alike(path, tmp_path):
    session = TrainingSession.from_memory(read_memory(str(path)))
    again = tmp_path / path.name
    SaveSession(again).apply(session)
    while session.jobs.advance(0.05):
        pass
    assert session.snapshot().work["save"].problem == ""
    assert held(again) == held(path)
    assert trained(again) == trained(path)


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name == "sessions_2"], ids=name_of)
def test_the_text_of_a_session_is_still_written_as_it_was(path, tmp_path):
    session = TrainingSession.from_memory(read_memory(str(path)))
    again = tmp_path / path.name
    SaveSession(again).apply(session)
    while session.jobs.advance(0.05):
        pass
    before, after = read_session(path).document, read_session(again).document
    for field in before.__struct_fields__:
        if field != "sources":  # relative to the folder of the file
            assert getattr(after, field) == getattr(before, field), field
