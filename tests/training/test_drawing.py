"""Points drawn while training goes on: what a stroke does to the points, to the network and to undo."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from playground.data import points_dataset
from playground.files import (
    CsvSource,
    PointsSource,
    decode_experiment,
    encode_experiment,
    override,
    read_preset,
)
from playground.training import TrainingSession
from playground.training.commands.drawing import AddPoints, ErasePoints, JitterPoints, MovePoint, NewDrawing
from playground.training.drawing import (
    MOST_POINTS,
    SHEET_DOMAIN,
    Drawing,
    added,
    clamped,
    erased,
    jittered,
    moved,
    table_of,
)
from playground.training.edits import edited
from playground.training.errors import TrainingError

DOMAIN = ((-6.0, 6.0), (0.0, 3.0))
NUMBERS = st.floats(-8, 8)
PLACES = st.tuples(NUMBERS, st.floats(-1, 4))


@st.composite
def tables(draw):
    places = draw(st.lists(st.tuples(st.floats(-6, 6), st.floats(0, 3)), min_size=1, max_size=30))
    labels = draw(st.lists(st.integers(0, 9), min_size=len(places), max_size=len(places)))
    sides = draw(st.lists(st.sampled_from([0, 1]), min_size=len(places), max_size=len(places)))
    return np.array(
        [(*place, label, side) for place, label, side in zip(places, labels, sides, strict=True)], np.float64
    ).T


def is_within(table, domain=DOMAIN):
    return all(low <= row.min() and row.max() <= high for row, (low, high) in zip(table[:2], domain, strict=True))


def columns(table):
    return [tuple(column) for column in table.T.tolist()]


# Points alone.


@given(arrays(np.float64, st.tuples(st.just(3), st.integers(1, 20)), elements=st.floats(-1e300, 1e300)))
def test_points_beyond_the_axes_come_to_lie_on_their_edge(table):
    result = clamped(table, DOMAIN)
    assert is_within(result)
    inside = (np.abs(table[0]) <= 6) & (table[1] >= 0) & (table[1] <= 3)
    np.testing.assert_array_equal(result[:, inside], table[:, inside])
    np.testing.assert_array_equal(result[2], table[2])


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_a_point_that_is_not_finite_is_refused(bad):
    with pytest.raises(TrainingError, match="not finite"):
        clamped(np.array([[0.0], [bad], [0.0]]), DOMAIN)


@given(tables(), st.lists(PLACES, min_size=1, max_size=4), st.floats(0, 4))
def test_the_eraser_removes_what_it_passes_and_nothing_else(table, way, radius):
    left = columns(erased(table, way, radius, DOMAIN))
    scale = np.array([1.0, 4.0])  # a unit of x2 is as long on the plot as four of x1
    stops = np.concatenate([np.linspace(a, b, 200) for a, b in zip(way, way[1:] or way, strict=False)])
    for index, column in enumerate(columns(table)):
        nearest = np.hypot(*((stops - column[:2]) * scale).T).min()
        last = index == table.shape[1] - 1
        if nearest <= radius - 1e-6 and not last:
            assert left.count(column) < columns(table).count(column) or column == columns(table)[-1]
        elif nearest > radius + 0.2:
            assert left.count(column) == columns(table).count(column)
    assert left
    assert [column for column in columns(table) if column in left] == left or len(left) < table.shape[1]


def test_on_a_long_axis_the_eraser_is_as_round_as_on_the_plot():
    table = np.array([[0.0, 0.9, 0.0, 0.0, 5.0], [1.5, 1.5, 1.7, 1.8, 0.0], [0, 0, 0, 0, 1]])
    np.testing.assert_array_equal(erased(table, [(0, 1.5)], 1.0, DOMAIN), table[:, 3:])


@given(tables(), st.data(), PLACES)
def test_one_point_moves_and_stays_within_the_axes(table, data, to):
    index = data.draw(st.integers(0, table.shape[1] - 1))
    result = moved(table, tuple(table[:2, index]), to, DOMAIN)
    changed = np.flatnonzero((result != table).any(axis=0))
    assert len(changed) <= 1
    assert is_within(result)
    np.testing.assert_array_equal(result[2], table[2])


def test_of_two_points_at_one_place_the_later_one_moves():
    table = np.array([[1.0, 1.0, 2.0], [1.0, 1.0, 1.0], [0.0, 1.0, 0.0]])
    np.testing.assert_array_equal(moved(table, (1, 1), (3, 2), DOMAIN)[:, 1], [3, 2, 1])


def test_no_point_to_move():
    with pytest.raises(TrainingError, match="no point at"):
        moved(np.array([[1.0], [1.0], [0.0]]), (1.001, 1), (3, 2), DOMAIN)


@given(tables(), st.floats(0, 1), st.integers(0, 2**32 - 1))
def test_jitter_keeps_classes_axes_and_order(table, strength, seed):
    result = jittered(table, strength, DOMAIN, np.random.default_rng(seed))
    assert is_within(result)
    np.testing.assert_array_equal(result[2], table[2])
    np.testing.assert_array_equal(result, jittered(table, strength, DOMAIN, np.random.default_rng(seed)))


def test_jitter_is_as_strong_as_it_says():
    table = np.tile([[0.0], [1.5], [0.0]], 4000)
    spread = jittered(table, 0.01, DOMAIN, np.random.default_rng(0)).std(axis=1)
    np.testing.assert_allclose(spread[:2], [0.12, 0.03], rtol=0.05)


@pytest.mark.parametrize("strength", [-0.1, 1.1, np.nan])
def test_a_jitter_that_is_no_share_is_refused(strength):
    with pytest.raises(TrainingError, match="from 0 to 1"):
        jittered(np.zeros((3, 1)), strength, DOMAIN, np.random.default_rng(0))


def test_a_full_drawing_takes_what_it_has_room_for():
    table, new = np.zeros((3, MOST_POINTS - 2)), np.ones((3, 5))
    full = added(table, new)
    assert full.shape == (3, MOST_POINTS)
    with pytest.raises(TrainingError, match="at most 5,000 points"):
        added(full, new)


# In a session.


def drawn(session):
    return columns(table_of(session.run.examples)[:3])


def sides(session):
    """Return which points train, in the order of the data."""
    return table_of(session.run.examples)[3].astype(bool)


@pytest.mark.parametrize(
    ("preset", "command", "change"),
    [
        ("circles", AddPoints(((1.0, 2.0, 1), (-1.0, 0.5, 0))), 2),
        ("three_spirals", AddPoints(((1.0, 2.0, 2),)), 1),
        ("xor", AddPoints(((0.5, 0.5, 1),)), 1),
        ("circles", JitterPoints(0.01, 5), 0),
    ],
)
def test_the_points_on_screen_become_a_drawing(make_session, preset, command, change):
    session = make_session(preset)
    before, parameters = drawn(session), session.run.network.parameters.copy()
    domain = session.run.examples.domain
    session.start()
    command.apply(session)
    after = drawn(session)
    assert len(after) == len(before) + change
    if change:
        np.testing.assert_allclose(after, [*before, *command["points"]], rtol=1e-12, atol=1e-12)
    assert isinstance(session.experiment.data.source, PointsSource)
    assert session.loop.running
    np.testing.assert_array_equal(session.run.network.parameters, parameters)
    assert is_within(np.array(after).T, domain)
    session.advance(0.01)
    assert session.loop.divergence is None


@pytest.mark.parametrize("fraction", [0.1, 0.5, 0.9, 1])
@pytest.mark.parametrize("preset", ["circles", "three_spirals", "xor"])
def test_no_point_changes_sides_between_training_and_testing(make_session, preset, fraction):
    session = make_session(preset, **{"data.train_fraction": fraction})
    before = sides(session)
    count = len(before)
    assert (~before).sum() == session.run.examples.test.m
    AddPoints(((0.5, 0.25, 1), (0.125, 0.75, 0))).apply(session)
    np.testing.assert_array_equal(sides(session)[:count], before)
    JitterPoints(0.01, 3).apply(session)
    np.testing.assert_array_equal(sides(session)[:count], before)
    side = sides(session)
    for step in range(5):
        x, y, _ = drawn(session)[0]
        MovePoint(x, y, x + 0.1, y - 0.1, first=not step).apply(session)
        np.testing.assert_array_equal(sides(session), side)
    x, y, _ = drawn(session)[0]
    ErasePoints(x, y, 1e-6).apply(session)
    np.testing.assert_array_equal(sides(session), side[1:])


@pytest.mark.parametrize("preset", ["circles", "three_spirals", "xor"])
def test_the_axes_stay_where_they_are_whatever_is_drawn(make_session, preset):
    session = make_session(preset)
    domain = session.run.examples.domain
    (left, right), (low, high) = domain
    for command in (
        AddPoints(((0.5, 0.5, 1),)),
        AddPoints(((9e9, -9e9, 0),)),
        MovePoint(right, low, left, high),
        JitterPoints(0.04, 1),
        ErasePoints(left, low, 0.6 * (right - left)),
    ):
        command.apply(session)
        assert session.run.examples.domain == domain
    assert TrainingSession(session.experiment).run.examples.domain == domain
    assert session.run.problem_info.domain == domain


def test_what_was_drawn_is_what_a_file_would_bring_back(make_session):
    session = make_session()
    AddPoints(((1.0, 2.0, 2), (0.5, 0.1, 1))).apply(session)
    again = TrainingSession(decode_experiment(encode_experiment(session.experiment), "a.json")).run.examples
    now = session.run.examples
    assert now.domain == again.domain == ((-6, 6), (-6, 6))
    for name in ("X", "Y"):
        np.testing.assert_array_equal(getattr(now.dataset, name), getattr(again.dataset, name))
        np.testing.assert_array_equal(getattr(now.train, name), getattr(again.train, name))
        np.testing.assert_array_equal(getattr(now.test, name), getattr(again.test, name))
    reference = points_dataset(session.experiment.data.source.points)
    assert (now.dataset.classes, now.dataset.input_names) == (reference.classes, reference.input_names)
    assert session.experiment.name == "Drawn points"


def test_a_stroke_is_one_entry_and_the_next_another(make_session):
    session = make_session()
    before = session.experiment
    for first in (True, False, False):
        AddPoints(((1.0, 2.0, 1),), first=first).apply(session)
    one = session.experiment
    for first in (True, False):
        AddPoints(((2.0, 2.0, 0),), first=first).apply(session)
    session.undo()
    assert session.experiment == one
    session.undo()
    assert session.experiment == before
    session.redo()
    assert session.experiment == one


@pytest.mark.parametrize(
    ("make", "label"),
    [
        (lambda first: ErasePoints(0.0, 3.0 if first else 0.0, 1.0, first), "Erase points"),
        (
            lambda first: MovePoint(*((1.0, 2.0) if first else (3.0, 3.0)), 3.0, 3.0 if first else 4.0, first),
            "Move point",
        ),
        (lambda first: JitterPoints(0.01, int(first)), "Jitter points"),
    ],
)
def test_every_stroke_is_taken_back_as_a_whole(make_session, make, label):
    session = make_session()
    AddPoints(((1.0, 2.0, 1),)).apply(session)
    before = session.experiment
    for first in (True, False):
        make(first).apply(session)
        assert session.experiment != before
    assert session.snapshot().undo_label == label
    session.undo()
    assert session.experiment == before


def test_points_drawn_beyond_the_axes_lie_on_their_edge(make_session):
    session = make_session()
    (left, _), (_, high) = session.run.examples.domain
    AddPoints(((-1e9, 1e9, 0),)).apply(session)
    assert drawn(session)[-1] == (left, high, 0)


@pytest.mark.parametrize("seed", range(3))
def test_erasing_all_leaves_one_point_and_says_why(make_session, seed):
    session = make_session(**{"data.seed": seed})
    ErasePoints(0.0, 0.0, 1e6).apply(session)
    assert len(drawn(session)) == 1
    assert "last point stays" in session.loop.message
    label = session.snapshot().undo_label
    ErasePoints(0.0, 0.0, 1e6, first=False).apply(session)
    assert (len(drawn(session)), session.snapshot().undo_label) == (1, label)


def test_erasing_where_nothing_is_changes_nothing(make_session):
    session = make_session()
    before = session.experiment
    ErasePoints(5.9, 5.9, 0.01).apply(session)
    assert session.experiment is before
    assert session.snapshot().undo_label == ""


# Classes come and go.


@pytest.mark.parametrize(
    ("output", "cost"),
    [("sigmoid", "binary_cross_entropy"), ("sigmoid", "squared_error"),
     ("softmax", "cross_entropy"), ("linear", "huber")],
)  # fmt: skip
def test_a_third_class_brings_softmax_and_takes_it_away_again(make_session, output, cost):
    session = make_session(**{"network.output_activation": output, "training.cost": cost})
    AddPoints(((5.0, 5.0, 2),)).apply(session)
    settings = session.experiment
    assert (settings.network.output_activation, settings.training.cost) == ("softmax", "cross_entropy")
    assert session.run.network.sizes[-1] == 3
    assert ("3 classes" in session.loop.message) is (output != "softmax")
    AddPoints(((-5.0, 5.0, 3),)).apply(session)
    ErasePoints(5.0, 5.0, 0.01).apply(session)
    assert session.run.network.sizes[-1] == 4  # classes keep their numbers
    ErasePoints(-5.0, 5.0, 0.01).apply(session)
    settings = session.experiment
    assert (settings.network.output_activation, settings.training.cost) == (output, cost)
    assert session.run.network.sizes[-1] == (2 if output == "softmax" else 1)


def test_what_a_person_chose_for_three_classes_stays_where_it_can(make_session):
    session = make_session()
    AddPoints(((5.0, 5.0, 2),)).apply(session)
    session.change(override(session.experiment, ["network.output_activation=tanh", "training.cost=squared_error"]))
    assert isinstance(session.run.examples.dataset, Drawing)
    ErasePoints(5.0, 5.0, 0.01).apply(session)
    settings = session.experiment
    assert (settings.network.output_activation, settings.training.cost) == ("tanh", "squared_error")


def test_a_cost_that_needs_an_output_per_class_goes_with_the_third(make_session):
    session = make_session()
    AddPoints(((5.0, 5.0, 2),)).apply(session)
    session.change(override(session.experiment, ["network.output_activation=sigmoid"]))
    ErasePoints(5.0, 5.0, 0.01).apply(session)
    settings = session.experiment
    assert (settings.network.output_activation, settings.training.cost) == ("sigmoid", "binary_cross_entropy")


def test_data_that_always_had_three_classes_end_with_the_usual_output(make_session):
    session = make_session("three_spirals")
    while third := [place for *place, label in drawn(session) if label == 2]:
        ErasePoints(*third[0], 0.5).apply(session)
    settings = session.experiment
    assert (settings.network.output_activation, settings.training.cost) == ("sigmoid", "binary_cross_entropy")


def test_undo_brings_the_output_back_too(make_session):
    session = make_session(**{"network.output_activation": "softmax", "training.cost": "cross_entropy"})
    AddPoints(((5.0, 5.0, 2),)).apply(session)
    session.undo()
    session.redo()
    ErasePoints(5.0, 5.0, 0.01).apply(session)
    assert session.experiment.network.output_activation == "softmax"


# What cannot be drawn on, and the way out.


@pytest.mark.parametrize(
    ("preset", "reason"), [("bumps", "numbers to predict"), ("sine", "numbers to predict"), ("heart", "numbers")]
)
@pytest.mark.parametrize(
    "command",
    [AddPoints(((0.0, 0.0, 0),)), ErasePoints(0, 0, 1), MovePoint(0, 0, 1, 1), JitterPoints(0.01, 0)],
)
def test_other_data_refuse_a_stroke_and_stay_as_they_are(make_session, preset, reason, command):
    session = make_session(preset)
    before = session.run
    with pytest.raises(TrainingError, match=reason):
        command.apply(session)
    assert session.run is before


def test_an_output_that_somebody_chose_stays_with_three_classes(make_session):
    session = make_session(**{"network.output_activation": "tanh", "training.cost": "half_squared_error"})
    AddPoints(((5.0, 5.0, 2),)).apply(session)
    assert session.experiment.network.output_activation == "tanh"
    ErasePoints(5.0, 5.0, 0.01).apply(session)
    settings = session.experiment
    assert (settings.network.output_activation, settings.training.cost) == ("tanh", "half_squared_error")


def write_table(folder, inputs, rows=40):
    rng = np.random.default_rng(0)
    values = rng.normal(50, 10, size=(rows, inputs))
    names = [f"column {index}" for index in range(inputs)]
    lines = [",".join([*names, "kind"])]
    lines += [",".join([*map(str, row), "yes" if row[0] > 50 else "no"]) for row in values]
    path = folder / "table.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    experiment = read_preset("circles")
    features = tuple(f"x{index + 1}" for index in range(inputs))
    data = msgspec.structs.replace(experiment.data, source=CsvSource(csv=str(path)), features=features)
    return msgspec.structs.replace(experiment, data=data)


@pytest.mark.parametrize("inputs", [1, 3])
def test_a_table_of_other_than_two_inputs_is_refused(tmp_path, inputs):
    session = TrainingSession(write_table(tmp_path, inputs))
    with pytest.raises(TrainingError, match=f"these data have {inputs}; begin a new drawing"):
        AddPoints(((0.0, 0.0, 0),)).apply(session)


def test_a_table_of_two_inputs_is_drawn_on_and_stays_standardized(tmp_path):
    session = TrainingSession(write_table(tmp_path, 2))
    before, domain = drawn(session), session.run.examples.domain
    AddPoints(((50.0, 50.0, 1),)).apply(session)
    np.testing.assert_allclose(drawn(session), [*before, (50.0, 50.0, 1.0)], rtol=1e-12)
    assert session.experiment.data.standardizes
    assert session.run.examples.domain == domain
    F = session.run.examples.train.F
    np.testing.assert_allclose(F.mean(axis=1), 0, atol=1e-9)


def test_a_table_keeps_the_names_of_its_columns_and_classes(tmp_path):
    session = TrainingSession(write_table(tmp_path, 2))
    AddPoints(((50.0, 50.0, 2),)).apply(session)
    AddPoints(((52.0, 50.0, 0),), first=False).apply(session)
    problem_info = session.run.problem_info
    assert problem_info.input_names == ("column 0", "column 1")
    assert problem_info.classes == problem_info.output_names == ("no", "yes", "2")
    again = decode_experiment(encode_experiment(session.run.model().experiment), "a.json")
    assert (again.columns, again.classes) == (problem_info.input_names, problem_info.classes)
    again_scene = TrainingSession(again).run.problem_info
    assert (again_scene.input_names, again_scene.classes) == (problem_info.input_names, problem_info.classes)
    ErasePoints(50.0, 50.0, 0.01).apply(session)
    assert session.run.problem_info.classes == ("no", "yes")


def test_the_name_of_a_class_comes_back_with_its_points(make_session):
    session = make_session()
    source = PointsSource(points=((0.0, 0.0, 0), (1.0, 1.0, 2)), class_names=("cat", "dog", "cow"))
    session.change(edited(session.experiment, "data.source", source))
    ErasePoints(1.0, 1.0, 0.1).apply(session)
    assert session.run.problem_info.classes == ("cat", "dog")
    AddPoints(((1.0, 1.0, 3),)).apply(session)
    assert session.run.problem_info.classes == ("cat", "dog", "cow", "3")


def test_a_new_drawing_has_names_and_axes_of_its_own(tmp_path):
    session = TrainingSession(write_table(tmp_path, 2))
    NewDrawing(((1.0, 2.0, 1),)).apply(session)
    problem_info = session.run.problem_info
    assert (problem_info.input_names, problem_info.classes, problem_info.domain) == (
        ("x1", "x2"),
        ("0", "1"),
        SHEET_DOMAIN,
    )


def test_too_many_points_to_draw_on_are_refused(make_session):
    session = make_session()
    AddPoints(tuple((0.001 * index % 6, 0.0, 0) for index in range(10_000))).apply(session)
    assert len(drawn(session)) == MOST_POINTS
    assert "full" in session.loop.message
    with pytest.raises(TrainingError, match="erase some first"):
        AddPoints(((0.0, 0.0, 0),), first=False).apply(session)


@pytest.mark.parametrize("preset", ["circles", "three_spirals", "bumps", "sine", "heart", "xor"])
@pytest.mark.parametrize("label", [0, 1, 2, 8])
def test_a_new_drawing_begins_anywhere_with_a_single_point(make_session, preset, label):
    session = make_session(preset)
    before = session.experiment
    NewDrawing(((1.0, -2.0, label),)).apply(session)
    assert drawn(session) == [(1.0, -2.0, float(label))]
    session.step_batch()
    assert session.loop.divergence is None
    session.undo()
    AddPoints(((2.0, 2.0, 0),), first=False, label="New drawing").apply(session)
    assert session.snapshot().undo_label == "New drawing"
    session.undo()
    assert session.experiment == before


def test_a_new_drawing_lies_on_the_sheet(make_session):
    session = make_session("sine")
    NewDrawing(((99.0, -99.0, 0),)).apply(session)
    (_, right), (low, _) = SHEET_DOMAIN
    assert drawn(session) == [(right, low, 0)]


@pytest.mark.parametrize("command", [AddPoints(()), NewDrawing(())])
def test_a_stroke_without_a_point_is_refused(make_session, command):
    with pytest.raises(TrainingError, match="at least one"):
        command.apply(make_session())
