import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from playground.training.results import Maps
from playground.views.output.caption import interpolate, read
from playground.views.output.subject import output_subject, unit_subject

GRID = Maps("plane", np.linspace(-2, 2, 9), np.linspace(0, 1, 5), ())


@given(st.floats(-2, 2), st.floats(0, 1))
def test_interpolation_is_exact_for_planes(x, y):
    values = 3 - 2 * GRID.x[None, :] + 5 * GRID.y[:, None]
    assert float(interpolate(values, GRID, x, y)) == pytest.approx(3 - 2 * x + 5 * y)


@pytest.mark.parametrize("place", [(-2.1, 0.5), (2.1, 0.5), (0, -0.1), (0, 1.1)])
def test_there_is_no_value_outside_the_map(place):
    assert interpolate(np.zeros((5, 9)), GRID, *place) is None


def at_grid_point(snapshot, unit=None):
    maps, problem_info = snapshot.maps, snapshot.problem_info
    subject = unit_subject(problem_info, maps.kind, unit) if unit else output_subject(problem_info, maps.kind)
    column = len(maps.x) // 3
    y = float(maps.y[5]) if maps.kind == "plane" else 0.0
    return subject, column, read(problem_info, subject, maps, float(maps.x[column]), y)


def test_a_decision_names_value_and_class(make_snapshot):
    snapshot = make_snapshot("circles", epochs=3)
    _, column, (text, value) = at_grid_point(snapshot)
    assert value == pytest.approx(float(snapshot.maps.units[-1][0, 5, column]), abs=1e-6)
    assert text.endswith(f"({snapshot.problem_info.classes[int(value > 0.5)]})")
    assert text.startswith("x₁ ")


def test_several_classes_name_the_most_likely_one(make_snapshot):
    snapshot = make_snapshot("three_spirals", epochs=3)
    _, column, (text, value) = at_grid_point(snapshot)
    assert value is None
    assert f"({snapshot.problem_info.classes[int(snapshot.maps.units[-1][:, 5, column].argmax())]})" in text


def test_a_unit_names_no_class(make_snapshot):
    _, _, (text, value) = at_grid_point(make_snapshot("circles", epochs=3), (1, 0))
    assert "(" not in text
    assert value is not None


def test_curves_and_drawn_curves(make_snapshot):
    snapshot = make_snapshot("sine", epochs=3)
    _, column, (text, _) = at_grid_point(snapshot)
    assert text.startswith("x₁ ")
    shown = float(text.rsplit(maxsplit=1)[-1].replace("−", "-"))
    assert shown == pytest.approx(float(snapshot.maps.units[-1][0, column]), rel=1e-2)
    heart = make_snapshot("heart")
    first, second = heart.maps.units[-1]
    subject = output_subject(heart.problem_info, "line")
    text, _ = read(heart.problem_info, subject, heart.maps, float(first[7]), float(second[7]))
    shown = [float(part.replace("−", "-")) for part in text.split("→")[1].split()]
    assert shown == pytest.approx([first[7], second[7]], rel=1e-2)


def test_long_names_leave_the_line_to_the_numbers(make_snapshot):
    snapshot = make_snapshot("circles")
    problem_info = replace(snapshot.problem_info, input_names=("petal length", "petal width"))
    text, _ = read(problem_info, output_subject(problem_info, "plane"), snapshot.maps, 0.0, 0.0)
    assert "petal" not in text
    assert len(text) <= 40
