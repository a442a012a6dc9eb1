import re

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from playground.engine import MISTAKES
from playground.files import read_preset
from playground.training.check_job import possible_mistakes
from playground.training.commands import CancelJob, StartCheck
from playground.views.check.view import DEFAULT_EPSILON, EPSILONS
from playground.views.kit.appearance import apply_appearance
from playground.views.theme import DARK, LIGHT


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose_epsilon(view, epsilon):
    row = EPSILONS.index(epsilon)
    view.controls.epsilon.setCurrentIndex(row)
    view.controls.epsilon.activated.emit(row)


def switch_on(view, name):
    row = view.breaking.choice.findData(name)
    view.breaking.choice.setCurrentIndex(row)
    view.breaking.choice.activated.emit(row)


def verdicts(view):
    return {row.name: row.verdict for row in view.table.rows}


def test_before_the_first_check_it_says_what_a_check_is(bench):
    view = bench.view
    assert view.stack.currentWidget() is view.empty
    assert view.empty.text.text().count(".") == 2
    assert view.controls.value == DEFAULT_EPSILON
    assert not view.controls.cancel.isEnabled()
    assert EPSILONS[0] == 0.1
    assert EPSILONS[-1] == 1e-12
    assert len(EPSILONS) == 12


def test_a_check_of_a_right_gradient(qtbot, bench):
    view = bench.view
    click(qtbot, view.controls.start)
    assert bench.commands == [StartCheck(1e-5, None)]
    assert view.stack.currentWidget() is view.results
    assert view.controls.cancel.isEnabled()
    bench.finish()
    assert not view.controls.cancel.isEnabled()
    assert verdicts(view) == dict.fromkeys(("W1", "b1", "W2", "b2"), "agrees")
    assert view.verdict.mark.verdict == "agrees"
    assert "All 4 arrays agree" in view.verdict.sentence.text()
    for row, array in zip(view.table.rows, bench.report.check.parameters, strict=True):
        assert row.mean_difference == array.mean_absolute_difference
        assert row.relative_error == array.max_relative_error
        assert row.shape == array.analytic.shape
    assert view.curve.reading == "bottom"


@pytest.mark.parametrize("name", MISTAKES)
def test_every_mistake_is_found_where_it_is(qtbot, make_bench, name):
    presets = {"elementwise_softmax": "blobs", "missing_factor": "plane"}
    bench = make_bench(presets.get(name, "three_spirals"))
    snapshot = bench.session.snapshot()
    if name not in possible_mistakes(snapshot.problem_info, snapshot.experiment.training):
        pytest.fail(f"choose a preset in which {name} matters")
    switch_on(bench.view, name)
    assert bench.commands == [StartCheck(1e-5, name)]
    bench.finish()
    found = verdicts(bench.view)
    assert "differs" in found.values()
    expected = {array.name: array.passed for array in bench.report.check.parameters}
    assert {array: verdict == "agrees" for array, verdict in found.items()} == expected
    chosen = bench.view.table.rows[bench.view.table.currentRow()]
    assert chosen.verdict == "differs"  # what went wrong is looked at first
    assert all(
        array in bench.view.verdict.sentence.text() or "All" in bench.view.verdict.sentence.text()
        for array, verdict in found.items()
        if verdict == "differs"
    )


def test_a_broken_gradient_has_no_v(qtbot, bench):
    switch_on(bench.view, "wrong_sign")
    bench.finish()
    assert bench.view.curve.reading == "plateau"
    assert "a wrong derivative does" in bench.view.curve.caption.text()
    click(qtbot, bench.view.breaking.mended)
    bench.finish()
    assert bench.commands[-1] == StartCheck(1e-5, None)
    assert bench.view.curve.reading == "bottom"
    assert bench.view.verdict.mark.verdict == "agrees"


def test_the_surprise_can_be_found_by_its_arrays(qtbot, make_bench):
    bench = make_bench("three_spirals")
    view = bench.view
    click(qtbot, view.breaking.surprise)
    bench.finish()
    name = view.breaking.exercise.mistake
    assert view.verdict.mark.verdict == "differs"
    shown = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    assert not any(MISTAKES[name].description in text for text in shown)
    row = view.breaking.guess.findData(name)
    view.breaking.guess.setCurrentIndex(row)
    view.breaking.guess.activated.emit(row)
    assert MISTAKES[name].description in view.breaking.text.text()
    assert len(bench.commands) == 1


def test_another_epsilon_checks_again_once_something_was_checked(bench, qtbot):
    view = bench.view
    choose_epsilon(view, 1e-3)
    assert bench.commands == []
    click(qtbot, view.controls.start)
    bench.finish()
    choose_epsilon(view, 1e-12)
    bench.finish()
    assert bench.commands == [StartCheck(1e-3, None), StartCheck(1e-12, None)]
    check = bench.report.check
    assert 0 < check.in_rounding == sum(row.rounding for row in view.table.rows)  # recognised, and not called wrong
    assert f"{check.in_rounding} entries are lost in rounding" in view.verdict.warning.text()
    assert view.verdict.mark.verdict == "agrees"
    assert view.curve.reading == "rounding"
    choose_epsilon(view, 1e-1)
    bench.finish()
    assert view.curve.reading == "truncation"


def test_progress_and_cancel(qtbot, make_bench):
    bench = make_bench("spirals", **{"network.hidden": "[16,16,8]"})
    view = bench.view
    click(qtbot, view.controls.start)
    while not bench.session.snapshot().gradient_check.progress:  # a busy machine may need more than one slice
        assert bench.session.jobs.advance(0.002)
    bench.show()
    assert view.controls.cancel.isEnabled()
    assert 0 < view.controls.progress.value() < view.controls.progress.maximum()
    assert set(verdicts(view).values()) == {"unknown"}
    click(qtbot, view.controls.cancel)
    assert bench.commands[-1] == CancelJob("check")
    assert not bench.session.jobs.advance(0.01)
    bench.show()
    assert not view.controls.cancel.isEnabled()
    assert "Cancelled" in view.verdict.sentence.text()
    click(qtbot, view.controls.start)
    bench.finish()
    assert view.verdict.mark.verdict == "agrees"


def test_a_report_on_its_way_does_not_undo_the_cancelling(qtbot, make_bench):
    bench = make_bench("spirals", **{"network.hidden": "[16,16,8]"})
    click(qtbot, bench.view.controls.start)
    bench.session.jobs.advance(0.002)
    bench.show()
    click(qtbot, bench.view.controls.cancel)
    late = msgspec.structs.replace(bench.report)
    bench.view.show_snapshot(msgspec.structs.replace(bench.session.snapshot(), gradient_check=late))
    assert not bench.view.controls.cancel.isEnabled()


def test_the_last_result_stays_pale_while_the_next_is_computed(qtbot, make_bench):
    bench = make_bench("spirals", **{"network.hidden": "[16,16,8]"})
    view = bench.view
    click(qtbot, view.controls.start)
    bench.finish()
    rows = view.table.rows
    click(qtbot, view.controls.start)
    bench.session.jobs.advance(0.002)
    bench.show()
    assert view.table.rows == rows
    assert not view.table.isEnabled()
    assert view.verdict.mark.verdict == "unknown"
    bench.finish()
    assert view.table.isEnabled()


def test_the_cell_under_the_mouse_is_read_exactly(qtbot, bench):
    view = bench.view
    click(qtbot, view.controls.start)
    bench.finish()
    place = view.table.visualItemRect(view.table.item(2, 1)).center()
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    array = bench.report.check.parameters[2]
    assert array.name == "W2"
    assert "W2" in view.map_title.text
    left, top, width, height = view.map.grid.entry_box(0, 3).getRect()
    qtbot.mouseMove(view.map, QPoint(int(left + width / 2), int(top + height / 2)))
    assert view.readout.title == "∂C / ∂W2[1,4]"
    numbers = dict(view.readout.lines)
    exact = {"analytic": array.analytic[0, 3], "numerical": array.numerical[0, 3]}
    for caption, value in exact.items():
        assert float(numbers[caption].replace("−", "-")) == pytest.approx(value, rel=1e-9)
    assert float(numbers["difference"]) == pytest.approx(abs(exact["analytic"] - exact["numerical"]), rel=1e-2)
    assert view.readout.verdict == "agrees"


def test_kinks_are_counted_warned_of_and_not_judged(qtbot, make_bench):
    hidden = '[{"units":8,"activation":"relu"},{"units":8,"activation":"relu"}]'
    bench = make_bench("spirals", **{"network.hidden": hidden, "training.batch_size": 32})
    view = bench.view
    choose_epsilon(view, 1e-1)
    click(qtbot, view.controls.start)
    bench.finish()
    kinks = {array.name: int(array.at_kink.sum()) for array in bench.report.check.parameters}
    assert sum(kinks.values())
    assert {row.name: row.kinks for row in view.table.rows} == kinks
    assert "kink" in view.verdict.warning.text()
    for row, array in zip(view.table.rows, bench.report.check.parameters, strict=True):
        if array.at_kink.all():
            assert (row.verdict, row.word) == ("unknown", "not judged")
    index, array = next((i, a) for i, a in enumerate(bench.report.check.parameters) if a.at_kink.any())
    view.table.setCurrentCell(index, 0)
    row, column = (int(place[0]) for place in array.at_kink.nonzero())
    left, top, width, height = view.map.grid.entry_box(row, column).getRect()
    qtbot.mouseMove(view.map, QPoint(int(1 + left + width / 2), int(1 + top + height / 2)))
    assert "not judged" in view.readout.verdict


def test_float32_is_warned_of(qtbot, make_bench):
    bench = make_bench("circles", **{"network.dtype": "float32"})
    click(qtbot, bench.view.controls.start)
    bench.finish()
    assert "float32" in bench.view.verdict.warning.text()
    assert bench.view.verdict.warning.isVisible()


def test_another_experiment_begins_anew(qtbot, bench):
    view = bench.view
    switch_on(view, "wrong_sign")
    bench.finish()
    bench.session.load(read_preset("blobs"))
    bench.show()
    assert bench.report is None
    assert view.stack.currentWidget() is view.empty
    assert view.breaking.exercise.mistake is None


def test_training_does_not_disturb_the_report(qtbot, bench):
    click(qtbot, bench.view.controls.start)
    bench.finish()
    rows = bench.view.table.rows
    bench.session.advance(0.02)
    bench.show()
    assert bench.view.table.rows == rows
    assert bench.view.stack.currentWidget() is bench.view.results


def test_hidden_it_only_remembers(qtbot, bench):
    view = bench.view
    view.hide()
    StartCheck(1e-5, None).apply(bench.session)
    bench.finish()
    assert view.table.rows[0].verdict == "unknown"
    view.show()
    assert set(verdicts(view).values()) == {"agrees"}


def test_a_frame_without_news_costs_nothing(qtbot, bench, monkeypatch):
    click(qtbot, bench.view.controls.start)
    bench.finish()
    monkeypatch.setattr(bench.view, "_show_report", None)
    for _ in range(3):
        bench.show()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("size", [(770, 530), (1340, 830)])
def test_nothing_is_cut_off(qtbot, make_bench, theme, size):
    bench = make_bench("spirals", size=size)
    view = bench.view
    apply_appearance(theme)
    click(qtbot, view.breaking.surprise)
    bench.finish()
    qtbot.wait(10)
    for label in view.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, label.text()
            if not label.wordWrap():
                assert label.width() >= label.sizeHint().width(), label.text()
    for button in (*view.findChildren(QPushButton), *view.findChildren(QComboBox)):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width()
            corner = button.mapTo(view, QPoint(button.width(), button.height()))
            assert view.rect().contains(corner)
    assert view.map.height() >= 70


def test_the_curve_is_read_under_the_mouse(qtbot, bench):
    view = bench.view
    click(qtbot, view.controls.start)
    bench.finish()
    view.curve.canvas.hovered.emit(-3.0, -5.0)
    assert view.curve.caption.text().startswith("ε = 1.0e-3: mean")
    view.curve.canvas.unhovered.emit()
    assert "bottom of the V" in view.curve.caption.text()


def test_the_axes_count_in_powers_of_ten(qtbot, bench):
    click(qtbot, bench.view.controls.start)
    bench.finish()
    apply_appearance(DARK)
    for axis in (bench.view.curve.canvas.left, bench.view.curve.canvas.bottom):
        assert axis.autoSIPrefixScale == 1.0  # pyqtgraph would count an axis below 1 in thousandths
        levels = axis.tickValues(*axis.range, 400)
        labels = [text for spacing, ticks in levels for text in axis.tickStrings(ticks, 1.0, spacing) if text]
        assert len(labels) >= 2
        assert all(re.fullmatch(r"(\d·)?10⁻?[⁰¹²³⁴-⁹]+", label) for label in labels), sorted(set(labels))


def test_controls_are_named_and_explained(bench):
    controls = bench.view.controls
    for control in (controls.start, controls.epsilon, controls.cancel):
        assert control.toolTip().endswith(".")
        assert control.accessibleName() or control.text()
    assert bench.view.map.accessibleName()
    assert bench.view.table.accessibleName()


def test_arrays_of_which_nothing_could_be_judged_are_not_said_to_agree(qtbot, make_bench):
    bench = make_bench("dead_relu", **{"network.initializer": "zeros"})  # every unit stands on its kink
    view = bench.view
    click(qtbot, view.controls.start)
    bench.finish()
    words = {row.name: row.word for row in view.table.rows}
    assert words == {
        "W1": "not judged",
        "b1": "not judged",
        "W2": "agrees",
        "b2": "not judged",
        "W3": "agrees",
        "b3": "agrees",
    }
    assert view.verdict.sentence.text() == "3 of 6 arrays could be judged, and agree, on 10 training examples."
    assert "32 entries sit on a kink" in view.verdict.warning.text()


def test_one_example_is_said_in_the_singular(qtbot, make_bench):
    bench = make_bench("xor", **{"data.samples": 10, "data.train_fraction": 0.1})
    click(qtbot, bench.view.controls.start)
    bench.finish()
    sentence = bench.view.verdict.sentence.text()
    assert sentence == "All 6 arrays agree with the central differences, on 1 training example."
