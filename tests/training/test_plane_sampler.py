import numpy as np
import pytest

from playground.files import open_target, override, read_preset
from playground.training import TrainingSession
from playground.training.commands import ShowPlane
from playground.training.errors import TrainingError
from playground.training.plane import FIRST_TWO, Plane
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
    ("plane", "n", "m", "about"),
    [
        (Plane((0, 0)), 3, 10, "axes 1 and 1"),
        (Plane((0, 3)), 3, 10, "axes 1 and 4"),
        (Plane((-1, 1)), 3, 10, "axes 0 and 2"),
        (Plane((0, 1), 10), 3, 10, "example 11"),
        (Plane((0, 1), -1), 1, 10, "example 0"),
    ],
)
def test_a_plane_that_is_not_there_is_refused(plane, n, m, about):
    with pytest.raises(TrainingError, match=about):
        plane.check(n, m)


@pytest.mark.parametrize(("plane", "n"), [(FIRST_TWO, 2), (Plane((2, 0), 9), 3), (FIRST_TWO, 1)])
def test_a_plane_that_is_there_is_not(plane, n):
    plane.check(n, 10)


def test_the_others_rest_at_their_mean_or_as_in_an_example(session):
    examples = session.run.examples
    x, y = np.array([1.0, 2.0]), np.array([3.0, 4.0])
    X = inputs_on(examples, Plane((2, 0)), x, y)
    mean = examples.train.X.mean(axis=1)
    assert pytest.approx(np.array([y, [mean[1]] * 2, x, [mean[3]] * 2])) == X
    X = inputs_on(examples, Plane((2, 0), 5), x, y)
    assert X[[1, 3]] == pytest.approx(np.repeat(examples.train.X[[1, 3]][:, [5]], 2, axis=1))


@pytest.mark.parametrize("plane", [FIRST_TWO, Plane((1, 0)), Plane((3, 1)), Plane((2, 3), 7)])
def test_the_maps_are_what_the_network_predicts_there(session, plane):
    ShowPlane(plane).apply(session)
    maps = session.snapshot().maps
    assert maps.plane == plane
    run = session.run
    for row, column in ((0, 0), (3, 11), (len(maps.y) - 1, len(maps.x) - 1)):
        X = inputs_on(run.examples, plane, maps.x[[column]], maps.y[[row]])
        expected = run.examples.output.undone(run.network.predict(run.examples.normalised(X)))
        assert maps.units[-1][:, row, column] == pytest.approx(expected[:, 0], abs=1e-4)
    for grid, axis in zip((maps.x, maps.y), plane.axes, strict=True):
        assert grid[[0, -1]].tolist() == list(run.examples.domain[axis])


def test_data_with_one_input_are_drawn_over_that_one():
    session = TrainingSession(override(read_preset("sine"), []))
    maps = session.snapshot().maps
    assert maps.kind == "line"
    assert maps.plane.axes == (0, 0)
