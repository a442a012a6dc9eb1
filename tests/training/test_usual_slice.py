"""The maps are first drawn over the two inputs that tell most of the targets."""

import numpy as np
import pytest

from playground.data import Dataset
from playground.files import open_target, override, read_preset
from playground.training import TrainingSession
from playground.training.commands import ChangeField, OpenTarget, ShowSlice
from playground.training.input_slice import FIRST_TWO, InputSlice, usual_slice


def numbers(X, Y, **more):
    X, Y = np.array(X, np.float64), np.atleast_2d(np.array(Y, np.float64))
    names = tuple(f"x{i}" for i in range(1, len(X) + 1)), tuple(f"y{i}" for i in range(1, len(Y) + 1))
    return Dataset(X, Y, "regression", (), *names, **more)


@pytest.fixture
def X():
    """Six inputs of very different size; the last one is a copy of the fourth in another unit, the third constant."""
    X = np.random.default_rng(0).normal(size=(6, 400))
    X[0] *= 1e6
    X[2] = 7.0
    X[5] = 2.54 * X[3] - 1
    return X


@pytest.mark.parametrize("unit", [1e-200, 1.0, 1e200])
def test_it_is_that_of_the_two_inputs_that_tell_most_together(X, unit):
    Y = unit * (5 * X[3] + 2 * X[1] + 1e-6 * X[0])
    assert usual_slice(numbers(X, Y), range(6)) == InputSlice((1, 3))
    assert usual_slice(numbers(X, 5 * X[4] + 2 * X[3]), range(6)) == InputSlice((3, 4))


def test_of_several_targets_each_counts_in_its_own_unit(X):
    assert usual_slice(numbers(X, [1e9 * X[4], X[1]]), range(6)) == InputSlice((1, 4))


def test_inputs_that_the_network_does_not_look_at_come_after_those_it_does_and_constant_ones_last(X):
    dataset = numbers(X, 5 * X[3] + 2 * X[1] + X[4])
    assert usual_slice(dataset, {0, 2, 4}) == InputSlice((0, 4))
    assert usual_slice(dataset, {2, 4}) == InputSlice((3, 4))
    alone = np.zeros((3, 20))
    alone[2] = np.arange(20)
    assert usual_slice(numbers(alone, alone[2]), range(3)) == InputSlice((0, 2))
    assert usual_slice(numbers(np.zeros((3, 20)), np.zeros(20)), range(3)) == FIRST_TWO


def test_what_comes_about_by_chance_moves_no_axis(X):
    noise = np.random.default_rng(1).normal(size=400)
    assert usual_slice(numbers(X, noise), range(6)) == FIRST_TWO
    assert usual_slice(numbers(X, np.ones(400)), range(6)) == FIRST_TWO


def test_two_inputs_stay_as_they_are(X):
    assert usual_slice(numbers(X[:2], X[1]), range(2)) == FIRST_TWO
    for preset in ("moons", "spirals"):
        assert TrainingSession(override(read_preset(preset), [])).snapshot().maps.input_slice == FIRST_TWO


def test_of_images_no_pixel_of_the_rim_is_an_axis():
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 2, 5000)
    images = np.zeros((25, 5000), np.uint8)
    images[12] = 255 * labels
    images[7] = rng.integers(0, 200, 5000) * labels
    names = tuple(f"x{i}" for i in range(1, 26))
    dataset = Dataset(
        images, labels[None].astype(float), "classification", ("0", "1"), names, ("y",), (5, 5), white=255
    )
    first, second = usual_slice(dataset, range(25)).axes
    assert 12 in (first, second)
    # An exact answer leaves nothing to tell; yet the other axis still is a pixel that is not the same everywhere.
    assert {first, second} == {7, 12}


@pytest.fixture
def table(tmp_path):
    def write(name, columns, weights):
        X = np.random.default_rng(0).normal(size=(60, len(columns)))
        rows = [",".join(f"{value:.3f}" for value in (*row, row @ np.array(weights))) for row in X]
        path = tmp_path / name
        path.write_text(",".join((*columns, "y")) + "\n" + "\n".join(rows), encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def session(table):
    return TrainingSession(open_target(table("one.csv", "abcd", (0, 1, 0, 3))).experiment)


def axes(session):
    return session.snapshot().maps.input_slice.axes


def test_a_table_is_drawn_over_them_until_a_person_chooses(session):
    assert axes(session) == (1, 3)
    ChangeField("network.hidden", ()).apply(session)
    assert axes(session) == (1, 3)
    ChangeField("data.features", ("x1", "x2", "x3*x3")).apply(session)
    assert axes(session) == (0, 1)
    ChangeField("data.features", ("x1", "x2", "x3", "x4")).apply(session)
    ShowSlice(InputSlice((2, 0))).apply(session)
    ChangeField("data.train_fraction", 0.5).apply(session)
    assert axes(session) == (2, 0)


def test_other_data_are_drawn_over_their_own(session, table):
    ShowSlice(InputSlice((2, 0))).apply(session)
    OpenTarget(table("two.csv", "efgh", (2, 0, 1, 0))).apply(session)
    assert axes(session) == (0, 2)


def test_a_saved_plane_stays(session):
    ShowSlice(FIRST_TWO).apply(session)
    other = TrainingSession.from_memory(session.memory())
    assert axes(other) == (0, 1)
    ChangeField("training.learning_rate", 0.2).apply(other)
    ChangeField("network.hidden", ()).apply(other)
    assert axes(other) == (0, 1)


def test_two_kinds_of_one_column_are_not_both_axes(tmp_path):
    rng = np.random.default_rng(0)
    rows = [f"{'male' if rng.random() < 0.5 else 'female'},{rng.integers(5, 80)},{rng.integers(2)}" for _ in range(80)]
    (tmp_path / "t.csv").write_text("sex,age,survived\n" + "\n".join(rows))
    dataset = open_target(str(tmp_path / "t.csv")).dataset
    assert dataset.input_names == ("sex = female", "sex = male", "age")
    assert 2 in usual_slice(dataset, range(3)).axes
