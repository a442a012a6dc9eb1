"""Strokes without a mouse: whatever way they take, their commands add up to the same."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.training.commands.drawing import AddPoints, ErasePoints, MovePoint, NewDrawing
from playground.views.output.strokes import SPACING, BrushStroke, EraserStroke, MoveStroke, Paper, empty_sheet

DOMAIN = ((-6.0, 6.0), (0.0, 3.0))
PLACES = st.tuples(st.floats(-8, 8), st.floats(-1, 4))
INSIDE = st.tuples(st.floats(-6, 6), st.floats(0, 3))


def brush(start=(0.0, 1.5), *, radius=0.05, room=100_000, empty=False, label=1):
    return BrushStroke(Paper(DOMAIN, room, empty), start, label, radius, np.random.default_rng(0))


def commands(stroke, ways):
    """Return the commands of a stroke that is asked after each bit of its way."""
    found = [stroke.take()]
    for way in ways:
        for place in way:
            stroke.go(place)
        found.append(stroke.take())
    return [command for command in found if command is not None]


def test_a_click_is_a_single_point_where_it_was():
    assert commands(brush(), []) == [AddPoints(((0.0, 1.5, 1),))]


@given(INSIDE, st.lists(st.lists(PLACES, max_size=4), max_size=5), st.floats(0.01, 0.3))
def test_a_stroke_begins_once_and_stays_within_the_axes(start, ways, radius):
    found = commands(brush(start, radius=radius), ways)
    assert [command["first"] for command in found] == [True] + [False] * (len(found) - 1)
    for command in found:
        assert command["points"]
        for x, y, label in command["points"]:
            assert -6 <= x <= 6
            assert 0 <= y <= 3
            assert label == 1


@given(st.lists(INSIDE, min_size=1, max_size=6))
def test_the_way_decides_how_many_points_there_are_not_how_often_it_is_told(places):
    whole, bits = brush(), brush()
    corners = [(0.0, 1.5), *places]
    length = sum(math.hypot((b[0] - a[0]) / 12, (b[1] - a[1]) / 3) for a, b in zip(corners, places, strict=False))
    for start, end in zip(corners, places, strict=False):
        whole.go(end)
        for share in (0.25, 0.5, 0.75, 1.0):
            bits.go((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
    counts = [len(stroke.take()["points"]) for stroke in (whole, bits)]
    assert counts[0] <= 1 + length / SPACING + 1e-6
    assert abs(counts[0] - counts[1]) <= len(places) * 2  # those that fell beyond the axes


def test_points_lie_within_the_brush():
    stroke = brush(radius=0.1)
    stroke.go((3.0, 1.5))
    points = np.array(stroke.take()["points"])
    assert len(points) == 1 + int(3 / 12 / SPACING + 1e-9)
    beside = np.maximum(np.abs(points[:, 0] - 1.5) - 1.5, 0)
    assert (np.hypot(beside / 12, (points[:, 1] - 1.5) / 3) <= 0.1 + 1e-9).all()
    assert np.abs(points[:, 1] - 1.5).max() > 0.1


def test_a_full_drawing_takes_no_more():
    found = commands(brush(room=3), [[(5.0, 1.5)], [(-5.0, 1.5)]])
    assert sum(len(command["points"]) for command in found) == 3


def test_on_an_empty_sheet_the_first_points_begin_a_drawing():
    stroke = BrushStroke(empty_sheet(), (0.0, 0.0), 0, 0.05, np.random.default_rng(0))
    first, *rest = commands(stroke, [[(1.0, 1.0)], [(2.0, 2.0)]])
    assert first == NewDrawing(((0.0, 0.0, 0),))
    assert {(command.kind, command["first"], command["label"]) for command in rest} == {
        (AddPoints, False, "New drawing")
    }


@given(INSIDE, st.lists(st.lists(PLACES, max_size=4), max_size=5))
def test_the_eraser_leaves_no_gap_in_its_way(start, ways):
    found = commands(EraserStroke(Paper(DOMAIN, 0), start, 0.05), ways)
    assert [command["first"] for command in found] == [True] + [False] * (len(found) - 1)
    assert all(command["radius"] == pytest.approx(0.6) for command in found)
    passed = [(found[0]["x"], found[0]["y"])]
    for command in found[1:]:
        assert command["way"][0] == passed[-1]
        passed += [*command["way"][1:], (command["x"], command["y"])]
    told = [start]
    for place in (place for way in ways for place in way):
        if place != told[-1]:
            told.append(place)
    assert passed == told
    assert found[0].kind is ErasePoints


@given(INSIDE, PLACES, st.lists(st.lists(PLACES, max_size=3), max_size=5))
def test_a_point_is_carried_from_where_it_was_left(point, grip, ways):
    stroke = MoveStroke(Paper(DOMAIN, 0), point, grip)
    found = commands(stroke, ways)
    at = point
    for index, command in enumerate(found):
        assert command == MovePoint(*at, command["to_x"], command["to_y"], index == 0)
        at = command["to_x"], command["to_y"]
        assert Paper(DOMAIN, 0).holds(at)
    assert at == stroke.target


def test_what_is_nearest_to_the_hand():
    points = np.array([[0.0, 1.0, 1.0], [1.0, 1.0, 1.0]])
    paper = Paper(DOMAIN, 0, points=points)
    assert paper.nearest((0.9, 1.0), (0.5, 0.1)) == (1.0, 1.0)
    assert paper.nearest((0.0, 1.2), (0.5, 0.1)) is None
    assert empty_sheet().nearest((0.0, 0.0), (9.0, 9.0)) is None


@given(PLACES)
def test_turned_paper_turns_back(place):
    paper = Paper(DOMAIN, 0, turned=True)
    assert paper.turn(paper.turn(place)) == place
    assert paper.plotted_spans == (3.0, 12.0)
