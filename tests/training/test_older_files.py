"""Files of earlier versions open and go on as they did, bit for bit: a table whose prices were learned by a unit."""

from pathlib import Path

import numpy as np
import pytest

from playground.files import open_target
from playground.files.sessions.problems import undivided
from playground.training import TrainingSession
from playground.training.saved.jobs import read_memory

OLDER = Path(__file__).parents[1] / "older_files"
UNIT = 100_000.0


def epochs(session: TrainingSession, count: int) -> TrainingSession:
    session.start(())
    session.advance(float("inf"), until_epoch=session.epoch + count)
    session.pause()
    return session


def from_start(count: int) -> TrainingSession:
    target = open_target(str(OLDER / "houses.json"))
    assert not target.experiment.standardizes_targets
    return epochs(TrainingSession(target.experiment, target.model, target.dataset), count)


def parameters(session: TrainingSession) -> bytes:
    return session.run.network.parameters.tobytes()


def test_an_experiment_learns_the_quotients_and_shows_the_prices():
    session = from_start(6)
    problem_info, examples = session.snapshot().problem_info, session.run.examples
    assert problem_info.train_Y.min() > 100_000
    assert (problem_info.train_Y / UNIT == examples.train.Y).all()
    assert problem_info.output_names == ("price",)
    assert problem_info.output_mean.tolist() == [[0]]
    assert problem_info.output_scale.tolist() == [[UNIT]]


def test_a_session_holds_the_prices_again_and_goes_on_to_the_last_bit():
    kept = TrainingSession.from_memory(read_memory(str(OLDER / "houses.playground")))
    fresh = from_start(6)
    for name in ("X", "Y", "input_names", "output_names"):
        one, other = (getattr(session.run.examples.dataset, name) for session in (kept, fresh))
        assert np.array_equal(one, other), name
    assert kept.run.examples.train.Y.tobytes() == fresh.run.examples.train.Y.tobytes()
    # The weights were trained on another machine: only from here on every bit is the same.
    assert np.allclose(kept.run.network.parameters, fresh.run.network.parameters, rtol=1e-9)
    again = TrainingSession.from_memory(read_memory(str(OLDER / "houses.playground")))
    kept.scrub(3)
    assert parameters(epochs(kept, 9)) == parameters(epochs(again, 6))


@pytest.mark.parametrize("name", ["houses.playground", "houses.npz"])
def test_weights_answer_in_the_unit_of_the_table(name):
    model = open_target(str(OLDER / name)).model
    assert model.output_mean.tolist() == [[0]]
    assert model.output_scale.tolist() == [[UNIT]]


@pytest.mark.parametrize("unit", [1e5, 1e-3, 1e7, 3.7])
def test_a_quotient_gives_back_a_number_that_it_can_come_from(unit):
    rng = np.random.default_rng(0)
    prices = np.concatenate([rng.normal(0, unit, 4000), rng.integers(-999, 999, 4000) / 100 * unit])[None]
    found = undivided(prices / unit, unit)
    assert (found / unit == prices / unit).all()
    assert np.allclose(found, prices, rtol=1e-15)


def test_prices_come_back_as_they_were_written():
    prices = np.random.default_rng(1).uniform(5e4, 9e5, (1, 5000)).round(2)
    assert (undivided(prices / UNIT, UNIT) == prices).all()
