import numpy as np
import pytest

from playground.files import open_target, override, read_preset
from playground.training import TrainingSession
from playground.training.commands import ShowSlice
from playground.training.errors import TrainingError
from playground.training.input_slice import FIRST_TWO, InputSlice
from playground.training.sampler import inputs_on


@pytest.fixture
def session(tmp_path):
    """Four inputs."""
    rng = np.random.default_rng(0)
    rows = [",".join(f"{value:.3f}" for value in row) for row in rng.normal(size=(40, 5))]
    table = tmp_path / "four.csv"
    table.write_text("a,b,c,d,y\n" + "\n".join(rows), encoding="utf-8")
    return TrainingSession(open_target(str(table)).experiment)


@pytest.mark.parametrize(
    ("input_slice", "n", "m", "about"),
    [
        (InputSlice((0, 0)), 3, 10, "axes 1 and 1"),
        (InputSlice((0, 3)), 3, 10, "axes 1 and 4"),
        (InputSlice((-1, 1)), 3, 10, "axes 0 and 2"),
        (InputSlice((0, 1), 10), 3, 10, "example 11"),
        (InputSlice((0, 1), -1), 1, 10, "example 0"),
    ],
)
def test_a_plane_that_is_not_there_is_refused(input_slice, n, m, about):
    with pytest.raises(TrainingError, match=about):
        input_slice.check(n, m)


@pytest.mark.parametrize(("input_slice", "n"), [(FIRST_TWO, 2), (InputSlice((2, 0), 9), 3), (FIRST_TWO, 1)])
def test_a_plane_that_is_there_is_not(input_slice, n):
    input_slice.check(n, 10)


def test_the_others_rest_at_their_mean_or_as_in_an_example(session):
    examples = session.run.examples
    x, y = np.array([1.0, 2.0]), np.array([3.0, 4.0])
    X = inputs_on(examples, InputSlice((2, 0)), x, y)
    mean = examples.train.X.mean(axis=1)
    assert pytest.approx(np.array([y, [mean[1]] * 2, x, [mean[3]] * 2])) == X
    X = inputs_on(examples, InputSlice((2, 0), 5), x, y)
    assert X[[1, 3]] == pytest.approx(np.repeat(examples.train.X[[1, 3]][:, [5]], 2, axis=1))


@pytest.mark.parametrize("input_slice", [FIRST_TWO, InputSlice((1, 0)), InputSlice((3, 1)), InputSlice((2, 3), 7)])
def test_the_maps_are_what_the_network_predicts_there(session, input_slice):
    ShowSlice(input_slice).apply(session)
    maps = session.snapshot().maps
    assert maps.input_slice == input_slice
    run = session.run
    for row, column in ((0, 0), (3, 11), (len(maps.y) - 1, len(maps.x) - 1)):
        X = inputs_on(run.examples, input_slice, maps.x[[column]], maps.y[[row]])
        expected = run.examples.output.undone(run.network.predict(run.examples.normalised(X)))
        assert maps.units[-1][:, row, column] == pytest.approx(expected[:, 0], abs=1e-4)
    for grid, axis in zip((maps.x, maps.y), input_slice.axes, strict=True):
        assert grid[[0, -1]].tolist() == list(run.examples.domain[axis])


def test_data_with_one_input_are_drawn_over_that_one():
    session = TrainingSession(override(read_preset("sine"), []))
    maps = session.snapshot().maps
    assert maps.kind == "line"
    assert maps.input_slice.axes == (0, 0)
