"""An atlas: every pixel is what its settings make of a network alone, coarse first; its axes, limits, zoom and file."""

import numpy as np
import pytest
from msgspec.structs import replace

from playground.files import FileError, override, read_preset
from playground.training import TrainingSession
from playground.training.commands import ChangeField
from playground.training.commands.many import (
    ColorAtlas,
    ResumeAtlas,
    StartAtlas,
    StopAtlas,
    TakePixel,
    ZoomAtlas,
    ZoomAtlasOut,
)
from playground.training.errors import TrainingError
from playground.training.many.atlas import KIND, MEASURES, SOLVED_AT, AtlasGrid, AtlasPlan
from playground.training.many.atlas_job import AtlasJob
from playground.training.many.atlas_report import atlas_table
from playground.training.many.choices import Axis, axis_choices, check_axes, usual_axis
from playground.training.many.frame import QUANTITIES
from playground.training.many.record import Record, stride_after
from playground.training.saved.jobs import SaveJob, read_memory

RATES = Axis("training.learning_rate", 0.01, 1000.0, logarithmic=True)
UNITS = Axis("network.hidden[0].units", 1, 3)
EXPLODING = ["data.source=plane", "network.output_activation=linear", "training.cost=squared_error"]
"""Settings under which large rates diverge within some epochs."""


@pytest.fixture
def session():
    return TrainingSession(override(read_preset("circles"), ["data.samples=40", "training.optimizer=sgd"]))


def report(session):
    return session.snapshot().work[KIND]


def finish(session):
    while session.jobs.busy:
        session.jobs.advance(0.05)
    return report(session)


def started(session, across=RATES, up=UNITS, side=8, epochs=4):
    StartAtlas(across, up, side, epochs).apply(session)
    return finish(session)


def alone(experiment, epochs):
    made = TrainingSession(experiment)
    made.start(("target_cost", "patience"))
    while made.loop.running and made.epoch < epochs:
        made.advance(1.0, until_epoch=epochs)
    return made


@pytest.mark.parametrize(("settings", "epochs"), [([], 4), (EXPLODING, 40)])
def test_each_pixel_is_what_it_is_alone(session, settings, epochs):
    session = TrainingSession(override(session.experiment, settings))
    found = started(session, epochs=epochs)
    plan, grid = found.plan, found.grid
    assert found.state == "done"
    assert grid.known.shape == (3, 8)
    assert grid.known.all()
    assert grid.diverged.any() == bool(settings)
    for row, column in np.ndindex(plan.shape):
        single = alone(plan.experiment_at(row, column), epochs)
        assert grid.diverged[row, column] == (single.loop.divergence is not None)
        if not grid.diverged[row, column]:
            scores = single.run.scores()
            expected = [np.nan if getattr(scores, name) is None else getattr(scores, name) for name in QUANTITIES]
            np.testing.assert_allclose(grid.values[:4, row, column], expected, rtol=1e-9)


def test_epochs_until_it_is_solved(session):
    session = TrainingSession(read_preset("circles"))
    found = started(session, Axis("training.learning_rate", 0.01, 0.3, logarithmic=True), UNITS, epochs=12)
    solved = found.of(SOLVED_AT)
    row, column = np.argwhere(np.isfinite(solved))[0]
    single = TrainingSession(found.plan.experiment_at(row, column))
    accuracies = []
    while single.epoch < 12:
        accuracies.append(single.run.scores().test_accuracy)
        single.advance(1.0, until_epoch=single.epoch + 1)
    goal = float(found.goal.arguments["goal"].rstrip("%")) / 100
    assert min(epoch for epoch, value in enumerate(accuracies) if value >= goal - 5e-4) == solved[row, column]


def test_where_not_every_epoch_is_recorded_it_was_solved_between_two_of_them(session):
    session = TrainingSession(read_preset("circles"))
    rates = Axis("training.learning_rate", 0.001, 0.3, logarithmic=True)
    found = started(session, rates, Axis("network.seed", 0, 7), epochs=300)
    goal = float(found.goal.arguments["goal"].rstrip("%")) / 100 - 5e-4
    row, column = np.argwhere(found.of(SOLVED_AT) > 8)[0].tolist()
    first, last = found.solved_between(found.of(SOLVED_AT)[row, column])
    assert last - first == 3  # every fourth epoch of 300 is recorded
    single, accuracies = TrainingSession(found.plan.experiment_at(row, column)), []
    while single.epoch <= last:
        accuracies.append(single.run.scores().test_accuracy)
        single.advance(1.0, until_epoch=single.epoch + 1)
    assert accuracies[last] >= goal > accuracies[first - 1]
    assert found.solved_between(0) == (0, 0)


@pytest.mark.parametrize("epochs", [1, 127, 128, 254, 255, 508, 509, 5000])
def test_the_stride_of_a_record_after_so_many_epochs(epochs):
    record, one = Record(1, 1), np.array([True])
    epoch = 0
    while epoch <= epochs:
        record.add(epoch, np.zeros((4, 1)), one)
        epoch = min(record.next_due(epoch), epochs) if epoch < epochs else epochs + 1
    assert record.stride == stride_after(epochs)


def test_coarse_first_comes_to_the_same_as_all_at_once(session):
    plan = AtlasPlan(session.experiment, RATES, Axis("training.l2", 0.0, 0.1), 16, 2)
    parts = list(plan.parts())
    seen = np.zeros(plan.shape, int)
    for rows, columns in parts:
        seen[np.ix_(rows, columns)] += 1
    assert (seen == 1).all()
    assert (len(parts[0][0]), len(parts[0][1])) == (2, 2)
    dataset = session.run.examples.dataset
    coarse = AtlasJob(plan, dataset)
    while not coarse.result.grid.known.any():
        coarse.advance(0.0)
    assert coarse.result.grid.known.sum() == 4
    sources = coarse.result.sources()
    assert coarse.result.grid.known[sources].all()  # every pixel shows the nearest that is known
    assert coarse.rests is False
    while not coarse.rests:
        coarse.advance(0.1)
    whole = AtlasJob(plan, dataset)
    whole._parts = [(range(16), range(16))]
    while not whole.rests:
        whole.advance(0.1)
    np.testing.assert_allclose(coarse.result.grid.values, whole.result.grid.values, rtol=1e-9)
    np.testing.assert_array_equal(coarse.result.grid.diverged, whole.result.grid.diverged)


def test_it_stops_goes_on_and_is_given_up(session):
    StartAtlas(RATES, UNITS, 32, 400).apply(session)
    session.jobs.advance(0.01)
    StopAtlas().apply(session)
    assert not session.jobs.busy
    assert report(session).state == "stopped"
    assert report(session).share < 1
    ResumeAtlas().apply(session)
    assert session.jobs.busy
    StartAtlas(RATES, UNITS, 8, 1).apply(session)  # another one takes its place
    assert finish(session).grid.known.shape == (3, 8)
    assert report(session).plan.epochs == 1


def test_a_pixel_becomes_the_session_and_is_undone(session):
    found = started(session)
    TakePixel(2, 1).apply(session)
    while session.jobs.is_under_way("take"):
        session.jobs.advance(0.1)
    assert session.epoch == 4
    assert session.experiment == found.plan.experiment_at(2, 1)
    np.testing.assert_allclose(session.run.scores().train_cost, found.grid.values[0, 2, 1], rtol=1e-9)
    session.undo()
    assert session.epoch == 0
    assert report(session) is found
    with pytest.raises(TrainingError, match="no pixel in row 4 and column 1"):
        TakePixel(3, 0).apply(session)


def test_zoom_trains_the_part_anew_and_back_shows_what_was(session):
    whole = started(session)
    ZoomAtlas(1.5, 3.5, -0.5, 1.5).apply(session)
    part = finish(session)
    assert part.depth == 1
    assert whole.plan.columns[1] < part.plan.columns[0] < whole.plan.columns[2]
    assert part.plan.rows == (1, 2)
    assert part.grid.known.all()
    with pytest.raises(TrainingError, match="one value only"):
        ZoomAtlas(0.5, 1.5, -0.4, 0.2).apply(session)
    ZoomAtlasOut().apply(session)
    assert not session.jobs.busy
    np.testing.assert_array_equal(report(session).grid.values, whole.grid.values)
    with pytest.raises(TrainingError, match="the whole atlas"):
        ZoomAtlasOut().apply(session)


def test_its_views_and_its_measure_are_kept_in_a_file(session, tmp_path):
    whole = started(session)
    ZoomAtlas(1.5, 3.5, -0.5, 1.5).apply(session)
    part = finish(session)
    assert part.measure == "test_accuracy"
    ColorAtlas("train_cost").apply(session)
    with pytest.raises(TrainingError, match="no measure 'luck'"):
        ColorAtlas("luck").apply(session)
    path = tmp_path / "atlas.playground"
    session.jobs.start("save", SaveJob(path, session, 1))
    while session.jobs.is_under_way("save"):
        session.jobs.advance(1.0)
    opened = TrainingSession.from_memory(read_memory(str(path)))
    after = report(opened)
    assert (after.depth, after.measure, after.plan.columns) == (1, "train_cost", part.plan.columns)
    ZoomAtlasOut().apply(opened)
    out = report(opened)
    assert (out.depth, out.measure, out.state) == (0, "train_cost", "done")
    assert out.plan.columns == whole.plan.columns
    np.testing.assert_array_equal(out.grid.values, whole.grid.values)


def test_it_stops_where_the_data_become_others(session):
    StartAtlas(RATES, Axis("data.noise", 0.0, 0.5), 32, 400).apply(session)
    session.jobs.advance(0.01)
    ChangeField("training.learning_rate", 0.5).apply(session)
    ChangeField("data.noise", 0.2).apply(session)  # an axis: it does not say which data the atlas is of
    session.jobs.advance(0.01)
    assert report(session).state == "running"
    ChangeField("data.seed", 5).apply(session)
    session.jobs.advance(0.01)
    assert report(session).state == "changed"
    assert not session.jobs.busy


def test_it_is_kept_in_a_file_and_goes_on(session, tmp_path):
    StartAtlas(RATES, Axis("training.l2", 0.0, 0.1), 16, 3).apply(session)
    while not report(session).grid.known.any():
        session.jobs.advance(0.001)
    StopAtlas().apply(session)
    before = report(session)
    path = tmp_path / "atlas.playground"
    session.jobs.start("save", SaveJob(path, session, 1))
    while session.jobs.is_under_way("save"):
        session.jobs.advance(1.0)
    opened = TrainingSession.from_memory(read_memory(str(path)))
    after = report(opened)
    assert (after.state, after.plan.across, after.plan.side) == ("stopped", RATES, 16)
    np.testing.assert_array_equal(after.grid.values, before.grid.values)
    np.testing.assert_array_equal(after.grid.diverged, before.grid.diverged)
    ResumeAtlas().apply(opened)
    assert finish(opened).grid.known.all()


@pytest.mark.parametrize(
    "lie",
    [
        lambda kept: {"plan": replace(kept.plan, side=16)},
        lambda kept: {"plan": replace(kept.plan, across=Axis("data.noise", 0.0, 0.5), side=16)},
        lambda kept: {"grid": AtlasGrid.empty((2, 8))},
    ],
)
def test_a_damaged_file_is_refused(session, tmp_path, monkeypatch, lie):
    started(session)
    kept = session.jobs.kept(KIND)
    monkeypatch.setattr(session.jobs, "kept", lambda _kind: replace(kept, **lie(kept)))
    path = tmp_path / "atlas.playground"
    session.jobs.start("save", SaveJob(path, session, 1))
    while session.jobs.is_under_way("save"):
        session.jobs.advance(1.0)
    with pytest.raises(FileError, match=r"damaged: the atlas: the pixels"):
        read_memory(str(path))


def test_a_table_has_a_row_for_each_trained_pixel(session):
    found = started(TrainingSession(override(session.experiment, EXPLODING)), epochs=40)
    table = atlas_table(found)
    assert list(table) == [RATES.key, UNITS.key, *MEASURES, "diverged"]
    assert {len(column) for column in table.values()} == {24}
    assert table[UNITS.key][-1] == "3"
    assert sum(table["diverged"]) == found.grid.diverged.sum() > 0
    assert set(table["train_accuracy"]) == {None}  # numbers are predicted


def test_colours_begin_and_end_within_what_is_measured(session):
    found = started(TrainingSession(override(session.experiment, EXPLODING)), epochs=40)
    assert found.measures == ("train_cost", "test_cost", SOLVED_AT)
    for name in found.measures:
        low, high = found.ends(name)
        assert low < high
        shares = found.shares(name)
        assert np.isnan(shares[found.grid.diverged]).all()
        assert found.at(name, 1.0) == pytest.approx(high)
    nothing = replace(found, grid=AtlasGrid.empty(found.plan.shape))
    assert nothing.ends("test_cost") == (0.1, 1.0)


@pytest.mark.parametrize(
    ("key", "low", "high", "logarithmic", "told"),
    [
        ("network.initializer", 0, 1, False, "no number"),
        ("data.source", 0, 1, False, "no number"),
        ("training.learning_rate", 0.0, 1.0, True, "begins above 0, not at 0"),
        ("training.learning_rate", -1.0, 1.0, True, "begins above 0, not at -1"),
        ("training.learning_rate", 1.0, 0.1, True, "put the lower bound first"),
        ("training.learning_rate", 0.1, 0.1, True, "one value"),
        ("network.seed", 2.6, 3.4, False, "one value"),
        ("training.learning_rate", 0.1, float("nan"), False, "two numbers"),
        ("training.learning_rate", 0.1, 1e6, True, "from 0 to 1000 was expected"),
    ],
)
def test_what_is_no_axis_is_told_in_one_line(key, low, high, logarithmic, told):
    with pytest.raises(TrainingError, match=told):
        Axis(key, low, high, logarithmic)


def test_limits(session):
    experiment = session.experiment
    with pytest.raises(TrainingError, match="on both axes"):
        check_axes(experiment, RATES, RATES)
    with pytest.raises(TrainingError, match=r"cannot be an axis here.*learning rate"):
        check_axes(experiment, RATES, Axis("network.hidden[3].units", 1, 4))
    with pytest.raises(TrainingError, match="cannot be an axis here"):  # SGD has none
        check_axes(experiment, RATES, Axis("training.weight_decay", 0, 1))
    with pytest.raises(
        TrainingError, match=r"16,384 trainings, 3,276,800,000 updates: about 69 minutes; at most about 60 minutes"
    ):
        AtlasPlan(experiment, RATES, Axis("network.seed", 0, 127), 128, 100_000)
    with pytest.raises(TrainingError, match="one of 8, 16, 32, 64, 128"):
        AtlasPlan(experiment, RATES, UNITS, 7, 1)
    with pytest.raises((FileError, TrainingError)):
        StartAtlas(RATES, Axis("data.noise", 0.0, 0.5), 8, 0).apply(session)
    assert KIND not in session.snapshot().work


@pytest.mark.parametrize("preset", ["circles", "digits", "plane", "no_hidden_layer", "overfitting"])
def test_every_choice_has_a_range_to_begin_with(preset):
    experiment = read_preset(preset)
    for key in axis_choices(experiment):
        axis = usual_axis(experiment, key)
        assert axis.low < axis.high
        assert len(axis.values(8)) >= 2
