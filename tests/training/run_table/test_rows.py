"""The rows of runs to compare: the present one, pinned ones, and the wall's, by the same names."""

import numpy as np
import pytest

from playground.files import override, read_preset
from playground.training import TrainingSession
from playground.training.commands import ChangeField, NewWeights, PinRun
from playground.training.commands.many import PinMember, StartMany, TakeMember
from playground.training.errors import TrainingError
from playground.training.run_table import of_two, run_rows, table_of_runs
from playground.training.run_table.rows import without_twins


@pytest.fixture
def session():
    """Circles, pinned after ten epochs, with four networks on the wall: two rates, two seeds; the last two diverge."""
    session = TrainingSession(read_preset("circles"))
    session.advance(float("inf"), until_epoch=10)
    PinRun("mine").apply(session)
    varied = ("network.hidden[0].activation=relu", "training.optimizer=sgd", "training.learning_rate=0.1,1000")
    StartMany(varied, 2, 12).apply(session)
    while session.jobs.busy:
        session.jobs.advance(0.1)
    return session


def test_every_run_has_its_row(session):
    snapshot = session.snapshot()
    rows, frame = run_rows(snapshot), snapshot.work["many"].frame
    assert [row.key for row in rows] == [("now", 0), ("pin", 1), *(("wall", number) for number in range(4))]
    now, pin, *wall = rows
    assert (now.score, now.cost, now.epoch) == (snapshot.test_accuracy, snapshot.test_cost, 10)
    assert (pin.score, pin.cost) == (now.score, now.cost)
    assert [row.test_score for row in wall[:2]] == frame.test_accuracy[:2].tolist()
    assert [row.diverged for row in wall] == [False, False, True, True]
    assert wall[1].settings == "activation ReLU, optimizer SGD, learning rate 0.1, seed 1"
    assert wall[1].experiment.network.seed == 1
    assert [row.portrait.maps.units[-1].shape[0] for row in rows] == [1] * 6


def test_a_run_solves_its_problem_nine_tenths_of_the_way_to_perfect(session):
    _, pin, *wall = run_rows(session.snapshot())
    # Two classes of 100 examples each in the test part: half of them are right with always the same answer.
    assert pin.solved == (pin.score >= 0.95)
    assert [row.solved for row in wall] == [row.score >= 0.95 and not row.diverged for row in wall]


@pytest.mark.parametrize("cost", ["squared_error", "half_squared_error", "absolute_error"])
def test_a_wall_of_numbers_says_as_much_of_them_as_a_pinned_run(cost):
    session = TrainingSession(override(read_preset("bumps"), [f"training.cost={cost}"]))
    StartMany(("training.learning_rate=0.01,0.1",), 2, 3).apply(session)
    while session.jobs.busy:
        session.jobs.advance(0.1)
    PinMember(1).apply(session)
    _, pin, _, member, *_ = run_rows(session.snapshot())
    assert pin.measure == "r2"
    if cost == "absolute_error":  # which does not tell the squares
        assert (member.measure, member.score) == (None, None)
    else:
        assert (member.measure, member.train_score, member.test_score) == (
            "r2",
            pytest.approx(pin.train_score),
            pytest.approx(pin.test_score),
        )


@pytest.mark.parametrize(
    ("preset", "varied"),
    [
        ("bumps", ("data.samples=20,400",)),
        ("bumps", ("data.train_fraction=0.3,0.9",)),
        ("large_targets", ("data.standardize_targets=true,false", "training.learning_rate=1e-9,0.01")),
    ],
)
def test_each_network_on_the_wall_is_held_against_its_own_examples(preset, varied):
    session = TrainingSession(read_preset(preset))
    StartMany(varied, 1 if len(varied) > 1 else 2, 3).apply(session)
    while session.jobs.busy:
        session.jobs.advance(0.1)
    for number in range(4):
        PinMember(number).apply(session)
    _, *rows = run_rows(session.snapshot())
    pins, wall = rows[:4], rows[4:]
    assert [row.train_score for row in wall] == [pytest.approx(pin.train_score, rel=1e-4) for pin in pins]
    assert [row.test_score for row in wall] == [pytest.approx(pin.test_score, rel=1e-4) for pin in pins]
    assert len({row.train_score for row in wall}) == 4


def test_a_network_on_the_wall_is_pinned_as_it_is_and_counted_once(session):
    PinMember(1).apply(session)
    rows = run_rows(session.snapshot())
    pin, member = rows[2], rows[4]
    assert (pin.epoch, pin.test_score, pin.test_cost) == (member.epoch, member.test_score, member.test_cost)
    assert session.epoch == 10
    assert pin.experiment == member.experiment
    assert [row.key for row in without_twins(rows)] == [("pin", 1), *(("wall", number) for number in range(4))]
    TakeMember(1).apply(session)
    np.testing.assert_array_equal(session.run.network.parameters, session.pins.kept[1].memory.state.trainer.parameters)
    session.undo()
    session.undo()
    assert len(session.pins.kept) == 1


def test_there_must_be_such_a_network(session):
    with pytest.raises(TrainingError, match="no network 5"):
        PinMember(4).apply(session)


def test_two_runs_that_differ_in_the_seed_alone_differ_by_luck(session):
    NewWeights().apply(session)
    session.advance(float("inf"), until_epoch=10)
    now, pin, *_ = run_rows(session.snapshot())
    what, numbers, sure = of_two(now, pin)
    assert what == "now against mine: seed 1 against 0."
    assert numbers.startswith(f"It came to score {100 * now.score:.1f}% against {100 * pin.score:.1f}%, cost ")
    assert sure == "Only the seed differs: so much is luck."


def test_of_two_runs_more_is_not_said_than_they_show(session):
    ChangeField("training.learning_rate", 0.5).apply(session)
    now, pin, *wall = run_rows(session.snapshot())
    assert of_two(now, pin)[2] == "One run each: whether that is the setting or luck, only more seeds tell."
    assert of_two(pin, wall[3])[1] == "Network 4 diverged: the numbers stopped being finite."
    assert of_two(pin, pin) == (
        "mine and mine have the same settings.",
        f"It came to score {100 * pin.score:.1f}% against {100 * pin.score:.1f}%, cost "
        f"{pin.cost:.4g} against {pin.cost:.4g}.",
        "No setting explains that.",
    )


def test_a_file_has_a_row_for_each_with_settings_as_set_takes_them(session):
    rows = run_rows(session.snapshot())
    table = table_of_runs(rows)
    assert table["kind"] == ["now", "pin", "wall", "wall", "wall", "wall"]
    assert table["training.learning_rate"] == ["0.03", "0.03", "0.1", "0.1", "1000.0", "1000.0"]
    assert table["training.optimizer"] == ["adam", "adam", *["sgd"] * 4]
    for row, hidden in zip(rows, table["network.hidden"], strict=True):
        assert (
            override(rows[0].experiment, [f"network.hidden={hidden}"]).network.hidden == row.experiment.network.hidden
        )
    assert table["test_score"][0] == rows[0].test_score
    assert table["diverged"] == [0, 0, 0, 0, 1, 1]
    assert {len(column) for column in table.values()} == {6}
