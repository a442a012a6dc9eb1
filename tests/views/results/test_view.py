"""The Results workspace through its widget."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from playground.training.metrics import confusion_matrix, mean_absolute_error, r_squared, root_mean_squared_error
from playground.training.questions.predictions import Predictions
from playground.views.results import rows_panel
from playground.views.results import view as view_file
from playground.views.results.histogram import BINS, shares
from playground.views.results.regression import padded, quiet
from playground.views.results.view import ResultsView
from playground.views.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton


def table(view):
    return view.rows.table


def column(view, name):
    return [each.name for each in table(view).examples.columns].index(name)


def texts(view, name):
    model = table(view).examples
    return [model.text(row, column(view, name)) for row in range(model.rowCount())]


def click(qtbot, button):
    qtbot.mouseClick(button, LEFT)


def place_of(view, row, name="true"):
    area = table(view).visualRect(table(view).examples.index(row, column(view, name)))
    return area.center()


def counts_of(snapshot, part):
    answer, scene = snapshot.answers[Predictions()], snapshot.scene
    which, labels = {"train": (answer.train, scene.train_labels), "test": (answer.test, scene.test_labels)}[part]
    return confusion_matrix(labels, which.predicted, len(scene.classes))


# What is shown.


def test_without_an_answer_it_says_so(view, make_snapshot):
    assert view.questions == {Predictions()}
    view.show_snapshot(make_snapshot("blobs"))
    assert view.empty.isVisible()
    assert not table(view).isVisible()


@pytest.mark.parametrize("preset", ["blobs", "circles", "three_spirals"])
def test_the_matrix_counts_the_part_that_is_chosen(qtbot, view, make_answer, preset):
    snapshot = make_answer(preset, epochs=2)
    view.show_snapshot(snapshot)
    train, test = counts_of(snapshot, "train"), counts_of(snapshot, "test")
    np.testing.assert_array_equal(view.classification.matrix.counts, train + test)
    for part, counts in (("train", train), ("test", test)):
        click(qtbot, view.header.parts[part])
        np.testing.assert_array_equal(view.classification.matrix.counts, counts)
        assert set(texts(view, "part")) == {part}
        assert [line.support for line in view.classification.classes.lines] == list(counts.sum(axis=1))
        assert str(counts.sum()) in view.headline.text


def test_accuracies_are_those_of_the_frame(view, make_answer):
    snapshot = make_answer("circles", epochs=5)
    view.show_snapshot(snapshot)
    assert f"{100 * snapshot.train_accuracy:.1f}%" in view.header.scores.text
    assert f"{100 * snapshot.test_accuracy:.1f}%" in view.header.scores.text


def test_before_training_the_sentence_says_so(view, make_answer):
    view.show_snapshot(make_answer("blobs", epochs=0))
    assert view.headline.text.startswith("Not trained yet")
    view.show_snapshot(make_answer("blobs", epochs=1))
    assert not view.headline.text.startswith("Not trained yet")


def test_without_test_examples_there_is_no_such_part(qtbot, view, make_answer):
    view.show_snapshot(make_answer("blobs", epochs=1))
    click(qtbot, view.header.parts["test"])
    view.show_snapshot(make_answer("blobs", epochs=1, **{"data.train_fraction": 1.0}))
    assert not view.header.parts["test"].isEnabled()
    assert "no test examples" in view.header.parts["test"].toolTip()
    assert view.header.part == "all"
    assert set(texts(view, "part")) == {"train"}
    assert "test" not in view.header.scores.text


@pytest.mark.parametrize("n_classes", [2, 3, 11, 20])
def test_many_classes_with_long_names(view, many_classes, n_classes):
    session = many_classes(n_classes)
    session.advance(float("inf"), until_epoch=1)
    view.show_snapshot(session.snapshot())
    assert view.classification.matrix.counts.shape == (n_classes, n_classes)
    assert view.classification.matrix.counts.sum() == 400
    assert len(view.classification.classes.lines) == n_classes
    view.grab()


def test_columns_have_the_files_names(view, many_classes):
    view.show_snapshot(many_classes(3, n_inputs=40).snapshot())
    labels = [each.label for each in table(view).examples.columns]
    assert labels[-40:] == [f"petal {index}" for index in range(40)]
    view.grab()


# Filters.


def test_a_cell_of_the_matrix_filters_the_table(qtbot, view, make_answer):
    snapshot = make_answer("circles", epochs=3)
    view.show_snapshot(snapshot)
    matrix = view.classification.matrix
    qtbot.mouseClick(matrix, LEFT, pos=matrix.grid.cell(0, 1).center())
    assert table(view).examples.rowCount() == matrix.counts[0, 1] > 0
    assert set(texts(view, "true")) == {"0"}
    assert set(texts(view, "predicted")) == {"1"}
    assert view.rows.cell.isVisible()
    assert "0 → 1" in view.rows.cell.text()
    click(qtbot, view.rows.cell)
    assert matrix.chosen is None
    assert not view.rows.cell.isVisible()
    assert table(view).examples.rowCount() == 400


def test_wrong_only_and_a_name(qtbot, view, make_answer):
    snapshot = make_answer("blobs", epochs=0)
    view.show_snapshot(snapshot)
    view.rows.wrong.setChecked(True)
    wrong = table(view).examples.rowCount()
    assert wrong == 400 - view.classification.matrix.counts.trace()
    assert f"{wrong} of 400" in view.rows.line.text
    qtbot.keyClicks(view.rows.search, "2")
    pairs = list(zip(texts(view, "true"), texts(view, "predicted"), strict=True))
    assert pairs
    assert all("2" in pair and pair[0] != pair[1] for pair in pairs)
    view.rows.search.setText("nobody")
    assert table(view).examples.rowCount() == 0
    view.grab()


# Opening an example.


def test_a_click_or_enter_on_a_training_row_chooses_the_example(qtbot, view, make_answer):
    view.show_snapshot(make_answer("blobs", epochs=1))
    chosen = []
    view.example_chosen.connect(chosen.append)
    viewport = table(view).viewport()
    qtbot.mouseClick(viewport, LEFT, pos=place_of(view, 4))
    assert chosen == [4]
    table(view).setFocus()
    qtbot.keyClick(table(view), Qt.Key.Key_Down)
    qtbot.keyClick(table(view), Qt.Key.Key_Return)
    assert chosen == [4, 5]


def test_a_test_row_says_why_it_cannot_be_walked_through(qtbot, view, make_answer):
    view.show_snapshot(make_answer("blobs", epochs=1))
    click(qtbot, view.header.parts["test"])
    with qtbot.assertNotEmitted(view.example_chosen):
        qtbot.mouseClick(table(view).viewport(), LEFT, pos=place_of(view, 2))
    assert table(view).chosen == (True, 2)
    assert "no update to walk" in view.rows.line.text


def test_a_drag_or_another_button_opens_nothing(qtbot, view, make_answer):
    view.show_snapshot(make_answer("blobs", epochs=1))
    viewport = table(view).viewport()
    with qtbot.assertNotEmitted(view.example_chosen):
        qtbot.mouseClick(viewport, Qt.MouseButton.RightButton, pos=place_of(view, 2))
        qtbot.mousePress(viewport, LEFT, pos=place_of(view, 2))
        qtbot.mouseRelease(viewport, LEFT, pos=place_of(view, 6))


# While training runs.


def running(snapshot):
    return replace(snapshot, running=True)


def test_numbers_change_and_choice_and_place_stay(view, make_answer, monkeypatch):
    monkeypatch.setattr(rows_panel, "NUMBERS_SECONDS", 0.0)
    view.show_snapshot(running(make_answer("blobs", epochs=1)))
    table(view).choose((False, 100))
    bar = table(view).verticalScrollBar()
    before, place = texts(view, "error")[100], bar.value()
    assert place > 0
    view.show_snapshot(running(make_answer("blobs", epochs=3)))
    assert texts(view, "error")[100] != before
    assert table(view).chosen == (False, 100)
    assert bar.value() == place


def test_rows_move_calmly_and_the_chosen_one_stays_where_it_is(view, make_answer, monkeypatch):
    monkeypatch.setattr(rows_panel, "NUMBERS_SECONDS", 0.0)
    monkeypatch.setattr(rows_panel, "ORDER_SECONDS", 1e6)
    view.show_snapshot(running(make_answer("circles", epochs=1)))
    table(view).sortByColumn(column(view, "error"), Qt.SortOrder.DescendingOrder)
    table(view).choose(table(view).examples.key(60))
    key, order = table(view).chosen, table(view).examples.order.copy()
    top = table(view).rowViewportPosition(60)
    view.show_snapshot(running(make_answer("circles", epochs=9)))
    np.testing.assert_array_equal(table(view).examples.order, order)
    view.show_snapshot(make_answer("circles", epochs=9))
    assert not np.array_equal(table(view).examples.order, order)
    assert table(view).chosen == key
    bar = table(view).verticalScrollBar()
    row = table(view).examples.row_of(key)
    if bar.minimum() < bar.value() < bar.maximum():
        assert table(view).rowViewportPosition(row) == top


def test_frames_that_come_too_fast_are_shown_late(qtbot, view, make_answer, monkeypatch):
    # No time passes between the frames, however long they take; the timers of what is to come later run on.
    for file in (rows_panel, view_file):
        monkeypatch.setattr(file, "time", SimpleNamespace(monotonic=lambda: 1000.0))
    view.show_snapshot(running(make_answer("blobs", epochs=1)))
    before = texts(view, "error")[:5]
    view.show_snapshot(running(make_answer("blobs", epochs=2)))
    view.show_snapshot(running(make_answer("blobs", epochs=3)))
    assert texts(view, "error")[:5] == before
    qtbot.waitUntil(lambda: texts(view, "error")[:5] != before)


def test_hidden_it_only_remembers(view, make_answer):
    view.show_snapshot(make_answer("blobs", epochs=1))
    before = view.classification.matrix.counts
    view.hide()
    view.show_snapshot(make_answer("blobs", epochs=0))
    assert view.classification.matrix.counts is before
    view.show()
    assert view.classification.matrix.counts is not before


def test_large_data_are_shown_in_part_while_running_and_in_whole_at_rest(qtbot, view, many_classes, monkeypatch):
    monkeypatch.setattr(view_file, "Predictions", _Few)
    session = many_classes(3)
    asked = []

    def ask():
        asked.append(view.questions)
        session.observer.questions.ask(view.questions)

    view.questions_changed.connect(ask)
    ask()
    view.show_snapshot(running(session.snapshot()))
    assert table(view).examples.rowCount() == 100
    assert "100 of 400 examples, evenly spread" in view.rows.line.text
    view.show_snapshot(session.snapshot())
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked[-1] == {Predictions(limit=None)}
    view.show_snapshot(session.snapshot())
    assert table(view).examples.rowCount() == 400
    assert "evenly" not in view.rows.line.text
    view.show_snapshot(running(session.snapshot()))
    assert asked[-1] == asked[0]


def _Few(limit: int | None = 100) -> Predictions:
    return Predictions(limit)


# Other data.


def test_from_classes_to_values_and_back(view, make_answer):
    for preset in ("blobs", "sine", "circles", "plane"):
        view.show_snapshot(make_answer(preset, epochs=1))
        regression = preset in ("sine", "plane")
        assert view.regression.isVisible() == regression
        assert view.classification.isVisible() != regression
        assert view.rows.wrong.isVisible() != regression
        assert ("residual" in [each.name for each in table(view).examples.columns]) == regression


def test_a_chosen_cell_is_forgotten_with_its_data(qtbot, view, make_answer):
    view.show_snapshot(make_answer("circles", epochs=3))
    qtbot.mouseClick(view.classification.matrix, LEFT, pos=view.classification.matrix.grid.cell(1, 1).center())
    view.show_snapshot(make_answer("blobs", epochs=1))
    assert view.classification.matrix.chosen is None
    assert table(view).examples.rowCount() == 400


def test_an_answer_about_another_network_is_not_shown(view, make_answer, make_snapshot):
    view.show_snapshot(make_answer("blobs", epochs=1))
    view.show_snapshot(make_snapshot("sine"))
    assert view.empty.isVisible()


# Regression.


def test_measures_of_both_parts(qtbot, view, make_answer):
    snapshot = make_answer("sine", epochs=20)
    view.show_snapshot(snapshot)
    answer, scene = snapshot.answers[Predictions()], snapshot.scene
    for figures, part, Y in zip(
        view.regression.figures.figures, (answer.train, answer.test), (scene.train_Y, scene.test_Y), strict=True
    ):
        residuals = Y[0] - part.outputs[0]
        assert figures.r_squared == r_squared(Y[0], part.outputs[0])
        assert figures.rmse == root_mean_squared_error(residuals)
        assert figures.mae == mean_absolute_error(residuals)
    click(qtbot, view.header.parts["test"])
    assert view.regression.figures.figures[0] is None
    assert len(view.regression.fit.clouds) == 1
    assert view.regression.fit.clouds[0].hollow


def test_one_of_several_outputs(qtbot, view, two_values):
    session = two_values()
    session.advance(float("inf"), until_epoch=2)
    snapshot = session.snapshot()
    view.show_snapshot(snapshot)
    assert view.header.outputs.isVisible()
    assert [view.header.outputs.itemText(index) for index in range(2)] == ["sum", "product"]
    np.testing.assert_array_equal(view.regression.fit.clouds[0].x, snapshot.scene.train_Y[0])
    view.header.outputs.setCurrentIndex(1)
    view.header.outputs.activated.emit(1)
    np.testing.assert_array_equal(view.regression.fit.clouds[0].x, snapshot.scene.train_Y[1])
    assert float(table(view).examples.rows.true[0]) == snapshot.scene.train_Y[1, 0]


def test_a_constant_target_has_no_r_squared(view, two_values):
    view.show_snapshot(two_values(constant=True).snapshot())
    view.header.outputs.setCurrentIndex(1)
    view.header.outputs.activated.emit(1)
    assert view.regression.figures.figures[0].r_squared is None
    assert "not defined" in view.headline.text
    assert "NaN" not in view.headline.text
    view.grab()


def test_a_point_is_named_and_found_in_the_table(view, make_answer):
    snapshot = make_answer("sine", epochs=20)
    view.show_snapshot(snapshot)
    fit = view.regression.fit
    cloud = fit.clouds[1]
    place = fit.nearest(float(cloud.x[17]), float(cloud.y[17]))
    assert place is not None
    fit.pointed.emit(place)
    assert f"example {place[1] + 1}: true" in view.regression.readout.text
    fit.clicked.emit(place)
    assert table(view).chosen == (place[0] == 1, place[1])
    fit.pointed.emit(None)
    assert "example" not in view.regression.readout.text
    assert fit.nearest(1e6, 1e6) is None


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_points_are_drawn_in_the_colors_of_their_parts(view, make_answer, theme):
    view.set_theme(theme)
    view.show_snapshot(make_answer("sine", epochs=20))
    picture = view.regression.fit.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert {theme.train, theme.test} <= colors


def test_predictions_that_are_no_numbers_do_no_harm(view, make_answer):
    snapshot = make_answer("sine", epochs=1)
    answer = snapshot.answers[Predictions()]
    outputs = answer.train.outputs.copy()
    outputs[0, :3] = (np.inf, np.nan, 1e300)
    train = replace(answer.train, outputs=outputs)
    view.show_snapshot(replace(snapshot, answers={Predictions(): replace(answer, train=train)}))
    view.grab()
    assert "too large" in view.headline.text


def test_the_histogram_counts_every_residual_within_reach():
    residuals = np.array([-0.9, 0.0, 0.01, 0.95, 2.0, np.nan])
    counted = shares(residuals, 1.0)
    assert counted.size == BINS
    assert counted.sum() == pytest.approx(4 / 6)
    assert counted[BINS // 2] == pytest.approx(2 / 6)


def test_ranges_are_quiet():
    around = padded(np.array([0.0, 1.0]))
    assert quiet(np.array([0.2, 0.9]), around) == around
    wider = quiet(np.array([0.2, 1.2]), around)
    assert wider[0] == around[0]
    assert wider == quiet(np.array([0.2, 1.25]), around)
    assert quiet(np.array([np.nan, 1e9]), around)[1] < 10
    assert padded(np.array([3.0, 3.0])) == (1.5, 4.5)


# Size.


@pytest.mark.parametrize("preset", ["blobs", "sine"])
def test_it_fits_into_the_smallest_window(qtbot, make_answer, preset):
    view = ResultsView()
    qtbot.addWidget(view)
    view.resize(700, 520)
    view.show()
    view.show_snapshot(make_answer(preset, epochs=1))
    qtbot.waitExposed(view)
    assert view.minimumSizeHint().width() <= 700
    assert (view.width(), view.height()) == (700, 520)
    side = view.sides.currentWidget()
    assert side.mapTo(view, side.rect().bottomRight()).x() <= view.width()
    assert side.width() >= 230
    assert table(view).width() >= 230
