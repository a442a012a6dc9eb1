"""The table's model: virtual, quick, and a good citizen of Qt."""

import time

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPersistentModelIndex, Qt

from playground.training.queries.results import AskResults, Filter
from playground.views.results.model import ExampleModel

DESCENDING = Qt.SortOrder.DescendingOrder


def rows_at(make_answer, preset="blobs", epochs=0):
    snapshot = make_answer(preset, epochs=epochs)
    return snapshot.problem_info, snapshot.answers[AskResults()].rows


@pytest.fixture
def model(qtmodeltester, make_answer):
    model = ExampleModel()
    qtmodeltester.check(model)
    model.set_rows(*rows_at(make_answer))
    return model


def column(model, name):
    return [each.name for each in model.columns].index(name)


def texts(model, name):
    return [model.index(row, column(model, name)).data() for row in range(model.rowCount())]


def test_it_lists_every_example_with_every_input(model):
    assert model.rowCount() == 400
    names = [each.name for each in model.columns]
    assert names == ["number", "part", "true", "predicted", "confidence", "error", "x1", "x2"]
    assert texts(model, "number")[:2] == ["1", "2"]
    assert set(texts(model, "part")[:200]) == {"train"}


@pytest.mark.parametrize("name", ["number", "part", "true", "predicted", "confidence", "error", "x1", "x2"])
@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, DESCENDING])
def test_it_sorts_by_any_column_as_numbers(model, name, order):
    model.sort(column(model, name), order)
    values = model.columns[column(model, name)].values(model.rows)[model.order].astype(float)
    assert (np.diff(values if order != DESCENDING else -values) >= 0).all()
    assert model.sorting == (column(model, name), order)


def test_new_numbers_appear_in_place(model, make_answer, qtbot):
    model.sort(column(model, "error"), DESCENDING)
    before = model.order.copy()
    with qtbot.waitSignal(model.dataChanged) as told:
        model.set_rows(*rows_at(make_answer, epochs=3))
    first, last = told.args[:2]
    assert (first.column(), last.column()) == (column(model, "predicted"), column(model, "error"))
    np.testing.assert_array_equal(model.order, before)
    assert model.moves
    assert model.arrange()
    assert not np.array_equal(model.order, before)
    assert not model.arrange()


def test_what_is_held_moves_along(model, make_answer):
    held = QPersistentModelIndex(model.index(37, 2))
    key = model.key(37)
    model.sort(column(model, "error"), DESCENDING)
    assert model.key(held.row()) == key
    assert held.column() == 2
    model.set_filter(Filter(part="train"))
    assert model.key(held.row()) == key
    model.set_rows(*rows_at(make_answer, epochs=3))
    model.arrange()
    assert model.key(held.row()) == key
    model.set_filter(Filter(part="test"))
    assert not held.isValid()


def test_filters_add_and_take_away_rows(model):
    wrong = int((~model.rows.correct).sum())
    model.set_filter(Filter(wrong=True))
    assert model.rowCount() == wrong
    model.set_filter(Filter(cell=(0, 0)))
    assert set(texts(model, "true")) | set(texts(model, "predicted")) <= {"0"}
    model.set_filter(Filter())
    assert model.rowCount() == 400


def test_other_data_bring_other_columns(model, make_answer):
    model.sort(column(model, "confidence"))
    model.set_rows(*rows_at(make_answer, "sine"))
    assert [each.name for each in model.columns] == ["number", "part", "true", "predicted", "residual", "error", "x1"]
    assert model.sorting == (0, Qt.SortOrder.AscendingOrder)
    assert model.rowCount() == 200


def test_tooltips_say_what_a_click_does(model):
    train, test = (model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in (11, 211))
    assert "training example 12" in train
    assert "test example" in test
    header = model.headerData(column(model, "error"), Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "cost" in header


def test_hundreds_of_columns_and_thousands_of_rows_stay_quick(many_classes):
    session = many_classes(10, n_inputs=300, m=4000)
    model = ExampleModel()
    snapshot = session.snapshot()
    rows = snapshot.answers[AskResults()].rows
    model.set_rows(snapshot.problem_info, rows)
    assert model.columnCount() == 306
    times = []
    for _ in range(20):
        begin = time.perf_counter()
        model.set_rows(snapshot.problem_info, replace(rows))
        times.append(time.perf_counter() - begin)
    assert sorted(times)[10] < 0.001


def test_another_output_changes_what_is_true_too(two_values, qtbot):
    session = two_values()
    session.observer.queries.ask({AskResults(), AskResults(output=1)})
    snapshot = session.snapshot()
    first, second = (snapshot.answers[AskResults(output=output)].rows for output in (0, 1))
    model = ExampleModel()
    model.set_rows(snapshot.problem_info, first)
    with qtbot.waitSignal(model.dataChanged) as told:
        model.set_rows(snapshot.problem_info, second)
    assert told.args[0].column() == 0
