"""How a person's table is read, asked about and kept in sight in the real window; the command line reads it alike."""

import numpy as np
import pytest

from playground.files import CsvSource, open_target

ROWS = [(hour / 2, hour % 5, "Seoul" if hour % 3 else "Busan", "yes" if hour % 2 else "no") for hour in range(30)]
HOURS = "hours,score\n" + "".join(f"{hour}.5,{50 + (hour * 7) % 40}\n" for hour in range(12))
TABLES = {
    "semicolons": "sep=;\na;b;y\n" + "".join(f"{n},5;{n % 4};{'pq'[n % 2]}\n" for n in range(20)),
    "thousands": "x\ty\n" + "".join(f"{n},{n * 37 % 900 + 100}\t{n * 1.5}\n" for n in range(1, 21)),
    "counted": ",a,b,species\n" + "".join(f"{n},{n * 3 % 7}.5,{n % 4},{'uvw'[n % 3]}\n" for n in range(30)),
    "texts": "hours,town,smoker,price\n" + "".join(f"{h},{town},{yes},{h * 3.5 + 1}\n" for h, _, town, yes in ROWS),
    "few": "a,b,xor\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n",
    "comments": "# measured in May\na,b,kind\n" + "".join(f"{n * 1.1:.1f},{n % 6},{'st'[n % 2]}\n" for n in range(24)),
    "korean": "키,몸무게,성별\n" + "".join(f"{150 + n},{40 + n % 13},{'남여'[n % 2]}\n" for n in range(24)),
}


def write(folder, content, name="mine.csv", encoding="utf-8"):
    path = folder / name
    path.write_bytes(content.encode(encoding))
    return path


def imported(qtbot, window, path, name="mine"):
    window.open(path)
    qtbot.waitUntil(lambda: window.snapshot.experiment.name == name, timeout=20_000)
    return window.snapshot.problem_info


def looked_at(qtbot, window, path):
    window.open(path)
    panel = window._importing.panel
    qtbot.waitUntil(lambda: panel._preview is not None, timeout=20_000)
    return panel


@pytest.mark.parametrize("name", TABLES)
def test_window_and_command_line_read_a_table_alike(qtbot, window, tmp_path, name):
    path = write(tmp_path, TABLES[name], encoding="cp949" if name == "korean" else "utf-8")
    target = open_target(str(path))
    window.open(path)
    panel = window._importing.panel
    qtbot.waitUntil(lambda: panel._preview is not None and not panel.is_importing, timeout=20_000)
    if panel._preview.question is not None and not panel.in_use:
        panel.accept.click()  # as it is: the likelier answer is the command line's
    qtbot.waitUntil(lambda: window.snapshot.experiment.name == "mine", timeout=20_000)
    problem_info, dataset = window.snapshot.problem_info, target.dataset
    assert (problem_info.input_names, problem_info.classes, problem_info.problem) == (
        dataset.input_names,
        dataset.classes,
        dataset.problem,
    )
    X = np.concatenate([problem_info.train_X, problem_info.test_X], axis=1)
    np.testing.assert_array_equal(np.sort(X, axis=1), np.sort(dataset.values(), axis=1))
    assert window.snapshot.experiment.network == target.experiment.network
    assert window.snapshot.experiment.training == target.experiment.training
    assert window.snapshot.experiment.data.train_fraction == target.experiment.data.train_fraction


def test_what_was_left_out_stays_in_sight_with_the_reason(qtbot, window, tmp_path):
    problem_info = imported(qtbot, window, write(tmp_path, TABLES["counted"]))
    assert problem_info.input_names == ("a", "b")
    data = window._panels.data
    qtbot.waitUntil(lambda: data.notes.isVisibleTo(data), timeout=5000)
    assert "only counts the rows" in data.notes.text()
    assert not window._importing._dialog.isVisible()
    window._actions["undo"].trigger()
    qtbot.waitUntil(lambda: not data.notes.isVisibleTo(data), timeout=5000)
    assert not data.table.isVisibleTo(data)


def test_numbers_or_classes_can_be_turned_at_any_time(qtbot, window, tmp_path):
    path = write(tmp_path, HOURS)
    assert imported(qtbot, window, path).problem == "regression"
    data = window._panels.data
    qtbot.waitUntil(lambda: data.target.isVisibleTo(data), timeout=5000)
    assert data.target.modes.current == "numbers"
    data.target.modes.buttons["classes"].click()
    qtbot.waitUntil(lambda: window.snapshot.problem_info.problem == "classification", timeout=10_000)
    assert window.snapshot.experiment.data.source.target_as == "classes"
    qtbot.waitUntil(lambda: data.target.modes.current == "classes", timeout=5000)
    data.target.modes.buttons["numbers"].click()
    qtbot.waitUntil(lambda: window.snapshot.problem_info.problem == "regression", timeout=10_000)
    assert window.snapshot.experiment.network.output_activation == "linear"


def test_texts_can_only_be_classes(qtbot, window, tmp_path):
    imported(qtbot, window, write(tmp_path, TABLES["counted"]))
    data = window._panels.data
    qtbot.waitUntil(lambda: data.target.isVisibleTo(data), timeout=5000)
    assert not data.target.modes.buttons["numbers"].isEnabled()


def test_of_a_few_rows_none_is_kept_for_testing_and_that_is_said(qtbot, window, tmp_path):
    problem_info = imported(qtbot, window, write(tmp_path, TABLES["few"]))
    assert (problem_info.train_X.shape[1], problem_info.test_X.shape[1]) == (4, 0)
    data = window._panels.data
    qtbot.waitUntil(lambda: "Only 4 rows: all train the network" in data.warning.text(), timeout=5000)
    data.form.field_changed.emit("data.train_fraction", 0.75)
    qtbot.waitUntil(lambda: "1 of them kept for testing" in data.warning.text(), timeout=5000)


def test_where_two_answers_are_plausible_it_asks_before_it_trains(qtbot, window, tmp_path):
    rows = (f"{'yn'[n % 2]},{n % 7}.5,{n * 1.7:.1f}\n" for n in range(30))
    content = "garden,rooms,size\n" + "".join(rows)
    before = window.snapshot.experiment
    panel = looked_at(qtbot, window, write(tmp_path, content))
    question = panel._preview.question
    assert question is not None
    assert panel.question.isVisibleTo(panel)
    assert len([button for button in panel.question.ways_out if button.isVisibleTo(panel)]) >= 2
    qtbot.wait(300)
    assert window.snapshot.experiment is before
    other = next(name for name in question.choices if name != question.column)
    next(button for button in panel.question.ways_out if other in button.text()).click()
    qtbot.waitUntil(lambda: panel._preview.labels == (other,), timeout=10_000)
    assert not panel.question.isVisibleTo(panel)
    panel.accept.click()
    qtbot.waitUntil(lambda: window.snapshot.experiment.name == "mine", timeout=10_000)
    assert window.snapshot.experiment.data.source.label == (other,)


def test_it_begins_where_a_person_says(qtbot, window, tmp_path):
    content = "Measurements of the spring\nby hand, by all\na,b,kind\n"
    content += "".join(f"{n * 1.3:.1f},{n % 5},{'gh'[n % 2]}\n" for n in range(20))
    imported(qtbot, window, write(tmp_path, content))
    window._panels.data.table.click()
    panel = window._importing.panel
    qtbot.waitUntil(lambda: panel._preview is not None, timeout=10_000)
    panel.choices.begin.setValue(4)  # the first example: its cells are no names
    panel.choices.choose("header", value=False)
    panel.choices.chosen.emit()
    qtbot.waitUntil(lambda: panel.table.column_names == ("x1", "x2", "y") and panel.accept.isEnabled(), timeout=10_000)
    panel.accept.click()
    qtbot.waitUntil(lambda: window.snapshot.problem_info.input_names == ("x1", "x2"), timeout=10_000)
    source = window.snapshot.experiment.data.source
    assert isinstance(source, CsvSource)
    assert (source.skip, source.header) == (3, False)


def test_another_encoding_and_decimal_mark_can_be_chosen(qtbot, window, tmp_path):
    content = "ä;b;kind\n" + "".join(f"1,{n + 100};{n % 5};{'gh'[n % 2]}\n" for n in range(20))
    panel = looked_at(qtbot, window, write(tmp_path, content, encoding="cp1252"))
    for name, value in (("encoding", "cp1252"), ("decimal", ",")):
        panel.choices.choose(name, value)
    panel.choices.chosen.emit()
    qtbot.waitUntil(lambda: panel._preview.decimal == "," and panel.table.column_names[0] == "ä", timeout=10_000)
    if panel.accept.isEnabled():
        panel.accept.click()
    qtbot.waitUntil(lambda: window.snapshot.problem_info.input_names == ("ä", "b"), timeout=10_000)
    assert window.snapshot.experiment.data.source.encoding == "cp1252"
    assert window.snapshot.problem_info.train_X[0].max() < 2
