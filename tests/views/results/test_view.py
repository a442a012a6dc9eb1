"""The Results workspace through its widget."""

from types import SimpleNamespace

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from playground.messages import numbers
from playground.training.queries.results import AskResults, Results, value_results
from playground.views.kit import snapshot_view
from playground.views.kit.appearance import apply_appearance
from playground.views.results import view as view_file
from playground.views.results.columns import number
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


def results_of(snapshot) -> Results:
    return snapshot.answers[AskResults()]


# What is shown.


def test_without_an_answer_it_says_so(view, make_snapshot):
    assert view.queries == {AskResults()}
    view.show_snapshot(make_snapshot("blobs"))
    assert view.empty.isVisible()
    assert not table(view).isVisible()


@pytest.mark.parametrize("preset", ["blobs", "circles", "three_spirals"])
def test_everything_is_about_the_part_that_is_chosen(qtbot, view, make_answer, preset):
    snapshot = make_answer(preset, epochs=2)
    results = results_of(snapshot)
    view.show_snapshot(snapshot)
    for part in ("all", "train", "test"):
        click(qtbot, view.summary.parts[part])
        counts = results.scores[part].confusion
        np.testing.assert_array_equal(view.matrix.scores.confusion, counts)
        assert set(texts(view, "part")) == ({"train", "test"} if part == "all" else {part})
        assert f"{counts.sum()}" in view.summary.sentence.text()
        worst = results.rows.key(int(results.worst[part][0]))
        assert view.worst.list.item(0).data(Qt.ItemDataRole.UserRole) == worst


def test_accuracies_are_those_of_the_frame(view, make_answer):
    snapshot = make_answer("circles", epochs=5)
    view.show_snapshot(snapshot)
    assert view.summary.score(0, "train") == f"{100 * snapshot.train_accuracy:.1f}%"
    assert view.summary.score(0, "test") == f"{100 * snapshot.test_accuracy:.1f}%"
    assert int(view.summary.score(1, "test")) == results_of(snapshot).scores["test"].wrong


def test_before_training_the_sentence_says_so(view, make_answer):
    view.show_snapshot(make_answer("blobs", epochs=0))
    assert view.summary.sentence.text().startswith("Not trained yet")
    view.show_snapshot(make_answer("blobs", epochs=1))
    assert not view.summary.sentence.text().startswith("Not trained yet")


def test_without_test_examples_there_is_no_such_part(qtbot, view, make_answer):
    view.show_snapshot(make_answer("blobs", epochs=1))
    click(qtbot, view.summary.parts["test"])
    view.show_snapshot(make_answer("blobs", epochs=1, **{"data.train_fraction": 1.0}))
    assert not view.summary.parts["test"].isEnabled()
    assert "no test examples" in view.summary.parts["test"].toolTip()
    assert view.summary.part == "all"
    assert set(texts(view, "part")) == {"train"}
    assert view.summary.score(0, "test") == "–"


@pytest.mark.parametrize("n_classes", [2, 3, 11, 20])
def test_many_classes_with_long_names(view, many_classes, n_classes):
    session = many_classes(n_classes)
    session.advance(float("inf"), until_epoch=1)
    view.show_snapshot(session.snapshot())
    assert view.matrix.scores.confusion.shape == (n_classes, n_classes)
    assert view.matrix.scores.confusion.sum() == 400
    view.grab()


def test_columns_have_the_files_names(view, many_classes):
    view.show_snapshot(many_classes(3, n_inputs=40).snapshot())
    labels = [each.label for each in table(view).examples.columns]
    assert labels[-40:] == [f"petal {index}" for index in range(40)]
    assert not any(table(view).isColumnHidden(index) for index in range(len(labels)))
    view.grab()


# Filters.


def test_a_cell_of_the_matrix_filters_the_table(qtbot, view, make_answer):
    snapshot = make_answer("circles", epochs=3)
    view.show_snapshot(snapshot)
    matrix = view.matrix
    qtbot.mouseClick(matrix, LEFT, pos=matrix.drawing.box(0, 1).center().toPoint())
    assert table(view).examples.rowCount() == matrix.scores.confusion[0, 1] > 0
    assert set(texts(view, "true")) == {"0"}
    assert set(texts(view, "predicted")) == {"1"}
    assert view.rows.cell.isVisible()
    assert "0 → 1" in view.rows.cell.text()
    click(qtbot, view.rows.cell)
    assert matrix.listed is None
    assert not view.rows.cell.isVisible()
    assert table(view).examples.rowCount() == 400


def test_wrong_only_and_a_name(qtbot, view, make_answer):
    snapshot = make_answer("blobs", epochs=0)
    view.show_snapshot(snapshot)
    view.rows.wrong.setChecked(True)
    wrong = table(view).examples.rowCount()
    assert wrong == 400 - view.matrix.scores.confusion.trace()
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
    click(qtbot, view.summary.parts["test"])
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


def test_numbers_change_and_choice_and_place_stay(view, make_answer):
    view.rows.pace.seconds = 0.0
    view.show_snapshot(running(make_answer("blobs", epochs=1)))
    table(view).choose((False, 100))
    bar = table(view).verticalScrollBar()
    before, place = texts(view, "error")[100], bar.value()
    assert place > 0
    view.show_snapshot(running(make_answer("blobs", epochs=3)))
    assert texts(view, "error")[100] != before
    assert table(view).chosen == (False, 100)
    assert bar.value() == place


def test_rows_move_calmly_and_the_chosen_one_stays_where_it_is(view, make_answer):
    view.rows.pace.seconds, view.rows.order_pace.seconds = 0.0, 1e6
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
    monkeypatch.setattr(snapshot_view, "time", SimpleNamespace(monotonic=lambda: 1000.0))
    view.show_snapshot(running(make_answer("blobs", epochs=1)))
    before = texts(view, "error")[:5]
    view.show_snapshot(running(make_answer("blobs", epochs=2)))
    view.show_snapshot(running(make_answer("blobs", epochs=3)))
    assert texts(view, "error")[:5] == before
    qtbot.waitUntil(lambda: texts(view, "error")[:5] != before)


def test_hidden_it_only_remembers(view, make_answer):
    view.show_snapshot(make_answer("blobs", epochs=1))
    before = view.matrix.scores.confusion
    view.hide()
    view.show_snapshot(make_answer("blobs", epochs=0))
    assert view.matrix.scores.confusion is before
    view.show()
    assert view.matrix.scores.confusion is not before


def test_large_data_are_shown_in_part_while_running_and_in_whole_at_rest(qtbot, view, many_classes, monkeypatch):
    monkeypatch.setattr(view_file, "AskResults", _Few)
    session = many_classes(3)
    asked = []

    def ask():
        asked.append(view.queries)
        session.observer.queries.ask(view.queries)

    view.queries_changed.connect(ask)
    ask()
    view.show_snapshot(running(session.snapshot()))
    assert table(view).examples.rowCount() == 100
    assert "100 of 400 examples, evenly spread" in view.rows.line.text
    view.show_snapshot(session.snapshot())
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked[-1] == {AskResults(limit=None)}
    view.show_snapshot(session.snapshot())
    assert table(view).examples.rowCount() == 400
    assert "evenly" not in view.rows.line.text
    view.show_snapshot(running(session.snapshot()))
    assert asked[-1] == asked[0]


def _Few(limit: int | None = 100, output: int = 0) -> AskResults:
    return AskResults(limit, output)


# Other data.


def test_from_classes_to_values_and_back(view, make_answer):
    for preset in ("blobs", "sine", "circles", "plane"):
        view.show_snapshot(make_answer(preset, epochs=1))
        regression = preset in ("sine", "plane")
        assert view.plots.isVisible() == regression
        assert view.matrix.isVisible() != regression
        assert view.rows.wrong.isVisible() != regression
        assert ("residual" in [each.name for each in table(view).examples.columns]) == regression


def test_a_chosen_cell_is_forgotten_with_its_data(qtbot, view, make_answer):
    view.show_snapshot(make_answer("circles", epochs=3))
    qtbot.mouseClick(view.matrix, LEFT, pos=view.matrix.drawing.box(1, 1).center().toPoint())
    view.show_snapshot(make_answer("blobs", epochs=1))
    assert view.matrix.listed is None
    assert table(view).examples.rowCount() == 400


def test_an_answer_about_another_network_is_not_shown(view, make_answer, make_snapshot):
    view.show_snapshot(make_answer("blobs", epochs=1))
    view.show_snapshot(make_snapshot("sine"))
    assert view.empty.isVisible()


# Regression.


def test_measures_of_both_parts(qtbot, view, make_answer):
    snapshot = make_answer("sine", epochs=20)
    view.show_snapshot(snapshot)
    for part in ("train", "test"):
        scores = results_of(snapshot).scores[part]
        shown = [view.summary.score(line, part) for line in range(3)]
        assert shown == [numbers.number(scores.r2), number(scores.rmse), number(scores.mae)]
    click(qtbot, view.summary.parts["test"])
    assert len(view.plots.fit.clouds) == 1
    assert view.plots.fit.clouds[0].hollow
    assert view.plots.histogram.bars[0] is None


def test_one_of_several_outputs(view, two_values):
    session = two_values()
    session.advance(float("inf"), until_epoch=2)
    asked = []

    def ask():
        asked.append(view.queries)
        session.observer.queries.ask(view.queries)
        view.show_snapshot(session.snapshot())

    view.queries_changed.connect(ask)
    ask()
    Y = session.snapshot().problem_info.train_Y
    assert view.summary.outputs.isVisible()
    assert [view.summary.outputs.itemText(index) for index in range(2)] == ["sum", "product"]
    np.testing.assert_array_equal(view.plots.fit.clouds[0].x, Y[0])
    view.summary.outputs.setCurrentIndex(1)
    view.summary.outputs.activated.emit(1)
    assert asked[-1] == {AskResults(output=1)}
    np.testing.assert_array_equal(view.plots.fit.clouds[0].x, Y[1])
    assert texts(view, "true")[0] == number(Y[1, 0])


def test_a_constant_target_has_no_r_squared(view, two_values):
    session = two_values(constant=True)
    view.queries_changed.connect(lambda: session.observer.queries.ask(view.queries))
    view.show_snapshot(session.snapshot())
    view.summary.outputs.setCurrentIndex(1)
    view.summary.outputs.activated.emit(1)
    view.show_snapshot(session.snapshot())
    assert view.summary.score(0, "train") == "–"
    assert "not defined" in view.summary.sentence.text()
    assert "NaN" not in view.summary.sentence.text()
    view.grab()


def test_a_point_is_named_and_found_in_the_table(view, make_answer):
    snapshot = make_answer("sine", epochs=20)
    view.show_snapshot(snapshot)
    fit = view.plots.fit
    cloud = fit.clouds[1]
    place = fit.nearest(float(cloud.x[17]), float(cloud.y[17]))
    assert place is not None
    fit.pointed.emit(place)
    assert f"example {place[1] + 1}: true" in view.summary.readout.text()
    fit.clicked.emit(place)
    assert table(view).chosen == (place[0] == 1, place[1])
    fit.pointed.emit(None)
    assert "example" not in view.summary.readout.text()
    assert fit.nearest(1e6, 1e6) is None


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_points_are_drawn_in_the_colors_of_their_parts(view, make_answer, theme):
    apply_appearance(theme)
    view.show_snapshot(make_answer("sine", epochs=20))
    picture = view.plots.fit.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    apply_appearance(LIGHT)
    assert {theme.train, theme.test} <= colors


def test_predictions_that_are_no_numbers_do_no_harm(view, make_answer):
    snapshot = make_answer("sine", epochs=1)
    given = results_of(snapshot)
    predicted = given.rows.predicted.copy()
    predicted[:3] = (np.inf, np.nan, 1e300)
    rows = replace(given.rows, predicted=predicted, certainty=given.rows.true - predicted)
    view.show_snapshot(replace(snapshot, answers={AskResults(): value_results(rows, given.available)}))
    view.grab()
    assert "too large" in view.summary.sentence.text()
    assert view.worst.list.item(0).data(Qt.ItemDataRole.UserRole) == (False, 1)


def test_ranges_are_quiet():
    around = padded(np.array([0.0, 1.0]))
    assert quiet(np.array([0.2, 0.9]), around) == around
    assert np.isfinite(quiet(np.array([-1.7e308, 1.7e308]), (0.0, 1e-3))).all()
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
    for widget, width in ((view.summary, 170), (view.sides, 230), (table(view), 600)):
        assert widget.mapTo(view, widget.rect().bottomRight()).x() <= view.width()
        assert widget.width() >= width
    assert table(view).height() >= 120


# Worst cases.


def test_a_worst_case_opens_its_example_and_a_test_example_is_found_in_the_table(qtbot, view, make_answer):
    snapshot = make_answer("blobs", epochs=0)
    view.show_snapshot(snapshot)
    rows, opened = results_of(snapshot).rows, []
    view.example_chosen.connect(opened.append)
    keys = [view.worst.list.item(index).data(Qt.ItemDataRole.UserRole) for index in range(view.worst.list.count())]
    for test in (False, True):
        item = view.worst.list.item(next(index for index, key in enumerate(keys) if key[0] == test))
        view.worst.list.scrollToItem(item)
        qtbot.mouseClick(view.worst.list.viewport(), LEFT, pos=view.worst.list.visualItemRect(item).center())
        assert table(view).chosen == item.data(Qt.ItemDataRole.UserRole)
    first_trained = next(key for key in keys if not key[0])
    assert opened == [first_trained[1]]
    assert "no update to walk" in view.rows.line.text
    row = rows.find(first_trained)
    assert view.worst.texts[keys.index(first_trained)].endswith(f"%   {rows.true[row]} → {rows.predicted[row]}")


def test_images_have_thumbnails_and_no_columns_of_pixels(view, make_answer):
    snapshot = make_answer("digits", epochs=1)
    view.show_snapshot(snapshot)
    assert not view.worst.list.item(0).icon().isNull()
    columns = table(view).examples.columns
    assert [index for index, each in enumerate(columns) if table(view).isColumnHidden(index)] == [
        index for index, each in enumerate(columns) if each.is_input
    ]
    menu = QMenu()
    table(view).offer_columns(menu)
    assert menu.actions()[-1].text() == "All 64 inputs"
    menu.actions()[-1].trigger()
    assert not any(table(view).isColumnHidden(index) for index in range(len(columns)))
    view.grab()


# Columns and copying.


def test_a_column_is_hidden_and_shown(view, make_answer):
    view.show_snapshot(make_answer("blobs", epochs=1))
    menu = QMenu()
    table(view).offer_columns(menu)
    assert [action.text() for action in menu.actions()][:3] == ["#", "Part", "True"]
    menu.actions()[1].trigger()
    assert table(view).isColumnHidden(1)
    assert "Part" not in table(view).selected_text()
    menu.actions()[1].trigger()
    assert not table(view).isColumnHidden(1)


def test_selected_rows_are_copied_as_a_table(qtbot, view, make_answer):
    view.show_snapshot(make_answer("sine", epochs=1))
    table(view).setFocus()
    with qtbot.assertNotEmitted(view.example_chosen):
        for row, key in ((2, Qt.KeyboardModifier.ControlModifier), (4, Qt.KeyboardModifier.ControlModifier)):
            qtbot.mouseClick(table(view).viewport(), LEFT, key, place_of(view, row))
    qtbot.keyClick(table(view), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["#", "Part", "True", "Predicted", "Residual", "Cost", "x₁"]
    assert [line.split("\t")[0] for line in lines[1:]] == ["3", "5"]
    true, predicted, residual = (float(cell) for cell in lines[1].split("\t")[2:5])
    assert residual == pytest.approx(true - predicted, abs=2e-3)


def test_a_number_is_shown_whole_or_not_at_all(view, make_answer):
    view.show_snapshot(make_answer("sine", epochs=1))
    index = table(view).examples.index(0, column(view, "true"))
    delegate, metrics = table(view).itemDelegate(), table(view).fontMetrics()
    assert delegate.text_in(index, 120, metrics) == index.data()
    assert delegate.text_in(index, 20, metrics) == "…"


def test_columns_are_as_wide_as_what_they_say(view, make_answer):
    view.show_snapshot(make_answer("blobs", epochs=1))
    metrics = table(view).fontMetrics()
    for index in range(table(view).examples.columnCount()):
        widest = max(metrics.horizontalAdvance(table(view).examples.text(row, index)) for row in range(0, 400, 7))
        assert table(view).columnWidth(index) >= widest + 8


@pytest.mark.parametrize("width", [900, 2200])
def test_the_columns_fill_the_table(view, make_answer, width):
    view.resize(width, 900)
    view.show_snapshot(make_answer("blobs", epochs=1))
    shown = [i for i in range(table(view).examples.columnCount()) if not table(view).isColumnHidden(i)]
    total = sum(table(view).columnWidth(index) for index in shown)
    assert total >= table(view).viewport().width() - len(shown)


def test_scores_are_whole_at_a_large_zoom(view, qtbot, make_answer):
    apply_appearance(LIGHT, 175)
    try:
        view.resize(960, 620)
        view.show_snapshot(make_answer("sine", epochs=20))
        scores = {view.summary.score(line, part) for line in range(3) for part in ("train", "test")}
        labels = [label for label in view.summary.findChildren(QLabel) if label.text() in scores]
        assert {label.text() for label in labels} == scores
        qtbot.waitUntil(lambda: all(label.width() >= label.sizeHint().width() for label in labels), timeout=1000)
        assert all(view.summary.rect().contains(label.geometry()) for label in labels)
    finally:
        apply_appearance(LIGHT, 100)
