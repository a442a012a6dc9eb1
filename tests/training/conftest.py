import math
import time
from dataclasses import is_dataclass

import numpy as np
import pytest
from msgspec import Struct

from playground.files import Experiment, override, read_preset
from playground.training import TrainingSession
from playground.training.history import History


def experiment_of(preset: str = "circles", **overrides: object) -> Experiment:
    return override(read_preset(preset), [f"{path}={value}" for path, value in overrides.items()])


@pytest.fixture(autouse=True)
def _steps_back_at_once(monkeypatch):
    """On a busy machine a step back would go on as a job: here it is done when the command returns."""
    monkeypatch.setattr("playground.training.session.REPLAY_SECONDS", math.inf)


@pytest.fixture
def make_experiment():
    """``make_experiment("xor", **{"network.hidden": "[3]"})``: a preset with fields changed as with `--set`."""
    return experiment_of


@pytest.fixture
def make_session():
    """A session of the same."""
    return lambda preset="circles", **overrides: TrainingSession(experiment_of(preset, **overrides))


def plain(value: object) -> object:
    """The same as values that compare by their bits."""
    if isinstance(value, np.ndarray):
        return (value.dtype.str, value.shape, value.tobytes())
    if isinstance(value, Struct) or is_dataclass(value):
        names = value.__struct_fields__ if isinstance(value, Struct) else value.__dataclass_fields__
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, History):
        return (value.points.tobytes(), value.stride)
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return value


@pytest.fixture
def state_of():
    """Everything that decides how a session looks and goes on, comparable bit for bit."""

    def state(session: TrainingSession) -> dict[str, object]:
        run = session.run
        snapshot = session.snapshot()
        recorded = snapshot.timeline
        return {
            "experiment": run.experiment,
            "initial": plain(run.initial),
            "trainer": plain(run.trainer.state()),
            "curves": plain(snapshot.curves),
            "branches": [plain(branch) for branch in snapshot.branches],
            "pins": [pin.name for pin in snapshot.pins],
            "position": recorded.position,
            "records": [(plain(record.state), record.experiment) for record in session.timeline.records],
            "path": run.trajectory.epochs,
            "history": plain(run.history.curves()),
            "stride": run.history.stride,
            "train": plain(run.examples.train),
            "test": plain(run.examples.test),
            "mean": plain(run.examples.mean),
            "scale": plain(run.examples.scale),
        }

    return state


class FakeClock:
    """A clock that moves only when somebody looks at it, or moves it."""

    def __init__(self, tick: float = 0.0) -> None:
        self.now, self.tick = 100.0, tick

    def __call__(self) -> float:
        self.now += self.tick
        return self.now


@pytest.fixture
def clock(monkeypatch):
    """Takes the place of the clock that sessions look at."""
    fake = FakeClock()
    monkeypatch.setattr(time, "perf_counter", fake)
    return fake
