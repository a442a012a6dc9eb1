"""Saving and opening beside the training: in slices, to be given up, and never half."""

import io

import numpy as np
import pytest

from playground.files import disk
from playground.training import TrainingSession
from playground.training.commands import ChangeField, PinRun, StepBatch
from playground.training.commands.files import OpenSession, SaveSession
from playground.training.jobs import Job
from playground.training.saved import AUTOSAVE, OPEN, SAVE
from playground.training.saved.jobs import OpenJob, SaveJob, read_memory


@pytest.fixture
def session(make_session):
    session = make_session("circles")
    session.advance(float("inf"), until_epoch=20)
    return session


def job_of(session, path, number=1):
    return SaveJob(path, session, number)


def finish(session):
    while session.jobs.advance(0.01):
        pass


def test_saving_goes_in_slices(session, tmp_path):
    job = job_of(session, tmp_path / "a.playground")
    results, fractions = [job.result], []
    while not job.advance(0.0):
        if job.result is not results[-1]:
            results.append(job.result)
        fractions.append(job.result.fraction)
    assert len(results) > 5
    assert fractions == sorted(fractions)
    assert job.result.done
    assert job.result.fraction == 1.0
    assert job.result.changes == session.changes
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.playground"]


@pytest.mark.parametrize("slices", [0, 1, 12, 30])
def test_saving_that_is_given_up_leaves_the_old_file(session, tmp_path, slices):
    path = tmp_path / "a.playground"
    path.write_bytes(b"old")
    job = job_of(session, path)
    for _ in range(slices):
        assert not job.advance(0.0)
    job.give_up()
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.playground"]


@pytest.mark.parametrize("end", ["cancel", "again", "clear"])
def test_saving_that_a_session_gives_up_leaves_no_part_of_a_file(session, tmp_path, end):
    path = tmp_path / "a.playground"
    SaveSession(path).apply(session)
    while not list(tmp_path.iterdir()):
        session.jobs.advance(0.0001)
    if end == "cancel":
        session.jobs.cancel(SAVE)
    elif end == "again":
        session.jobs.start(SAVE, Job((_ for _ in ()), None))
    else:
        session.jobs.clear()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", ["fsync", "write"])
def test_a_full_disk_leaves_the_old_file(session, tmp_path, monkeypatch, call):
    path = tmp_path / "a.playground"
    path.write_bytes(b"old")

    def no_space(*_):
        raise OSError(28, "No space left on device")

    if call == "fsync":
        monkeypatch.setattr(disk.os, "fsync", no_space)
    else:
        monkeypatch.setattr(disk.os, "fdopen", lambda descriptor, mode: FullFile(descriptor, mode))
    SaveSession(path, number=3).apply(session)
    finish(session)
    result = session.snapshot().work[SAVE]
    assert (result.done, result.number) == (True, 3)
    assert result.problem == f"{path}: could not be written: the disk is full"
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.playground"]


class FullFile:
    """A file on a disk with room for a few kilobytes."""

    def __init__(self, descriptor, mode):
        self._file, self._room = io.FileIO(descriptor, mode), 5_000

    def write(self, data):
        self._room -= len(data)
        if self._room < 0:
            raise OSError(28, "No space left on device")
        return self._file.write(data)

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()


def test_a_folder_that_is_not_there(session, tmp_path):
    SaveSession(tmp_path / "nowhere" / "a.playground").apply(session)
    finish(session)
    assert "nowhere/a.playground: could not be written: no such file" in session.snapshot().work[SAVE].problem


def test_both_purposes_go_on_beside_each_other_and_beside_changes(session, tmp_path):
    SaveSession(tmp_path / "a.playground").apply(session)
    SaveSession(tmp_path / "b.playground", AUTOSAVE).apply(session)
    ChangeField("network.hidden", ()).apply(session)
    finish(session)
    work = session.snapshot().work
    assert work[SAVE].done
    assert work[AUTOSAVE].done
    assert (tmp_path / "a.playground").read_bytes() == (tmp_path / "b.playground").read_bytes()


def test_a_session_is_opened_in_place_of_another(session, make_session, tmp_path, state_of):
    path = tmp_path / "a.playground"
    PinRun("kept").apply(session)
    SaveSession(path).apply(session)
    finish(session)
    other = make_session("xor")
    StepBatch().apply(other)
    before = state_of(other)
    OpenSession(str(path), 7).apply(other)
    finish(other)
    result = other.snapshot().work[OPEN]
    assert (result.done, result.problem, result.number, result.changes) == (True, "", 7, other.changes)
    assert state_of(other) == state_of(session)
    other.undo()
    assert state_of(other) == before
    other.redo()
    assert state_of(other) == state_of(session)


def test_opening_goes_in_slices_and_what_is_there_goes_on(session, make_session, tmp_path):
    path = tmp_path / "a.playground"
    SaveSession(path).apply(session)
    finish(session)
    other = make_session("xor")
    job = OpenJob(str(path), 1)
    count = 0
    while not job.advance(0.0):
        count += 1
        StepBatch().apply(other)
    assert count > 5
    assert other.update == count
    job.finish(other)
    assert other.update == session.update


@pytest.mark.parametrize("target", ["spirals", "experiment", "weights"])
def test_anything_else_is_opened_the_same_way(session, make_session, tmp_path, target):
    from playground.files import write_experiment, write_weights

    write_experiment(tmp_path / "a.json", session.experiment)
    write_weights(tmp_path / "a.npz", session.run.model())
    name = {"experiment": str(tmp_path / "a.json"), "weights": str(tmp_path / "a.npz")}.get(target, target)
    other = make_session("xor")
    OpenSession(name).apply(other)
    finish(other)
    assert other.snapshot().work[OPEN].problem == ""
    assert other.experiment.data.source == ("spirals" if target == "spirals" else "circles")
    if target == "weights":
        assert np.array_equal(other.run.network.parameters, session.run.network.parameters)


@pytest.mark.parametrize("name", ["nowhere.playground", "nonsense", "bad.playground", "bad.json"])
def test_what_cannot_be_opened_changes_nothing(session, tmp_path, state_of, name):
    (tmp_path / "bad.playground").write_bytes(b"PK\x03\x04 and so on")
    (tmp_path / "bad.json").write_bytes(b"{")
    before = state_of(session)
    OpenSession(str(tmp_path / name) if "." in name else name).apply(session)
    finish(session)
    result = session.snapshot().work[OPEN]
    assert result.done
    assert name in result.problem
    assert "\n" not in result.problem
    assert state_of(session) == before


def test_a_memory_goes_on_where_it_was_taken(session):
    again = TrainingSession.from_memory(session.memory())
    for each in (session, again):
        each.advance(float("inf"), until_epoch=25)
    assert session.run.network.parameters.tobytes() == again.run.network.parameters.tobytes()


def test_reading_at_once(session, tmp_path):
    SaveSession(tmp_path / "a.playground").apply(session)
    finish(session)
    assert read_memory(str(tmp_path / "a.playground")).run.state.trainer.update == session.update
