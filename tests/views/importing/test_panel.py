"""The import panel through its widget, with previews as the worker makes them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QStyle, QStyleOptionComboBox, QVBoxLayout

from playground.files import CsvSource
from playground.training.commands import CancelJob
from playground.training.commands.files import StartImport
from playground.views.importing.columns import ROLE_COLUMN, ROLES, next_role
from playground.views.importing.panel import ImportPanel
from playground.views.kit.appearance import apply_appearance
from playground.views.theme import LIGHT, THEMES

LEFT = Qt.MouseButton.LeftButton
IRIS = "length,width,species\n" + "".join(
    f"{4 + kind + row / 50:.2f},{3 - kind / 2 + row % 7 / 10:.1f},{name}\n"
    for row in range(30)
    for kind, name in enumerate(("setosa", "versicolor", "virginica"))
)
GAPS = IRIS.replace("4.00,3.0,", "4.00,,").replace("4.04,3.2,", "4.04,?,")


def roles(panel):
    return dict(zip(panel.table.column_names, panel.table.roles, strict=True))


def click_use(qtbot, panel, row):
    table = panel.table.columns
    place = table.visualRect(table.columns.index(row, ROLE_COLUMN)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=place)


def choose(panel, name, value):
    box = panel.choices.box(name)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def cells(panel):
    model = panel.table.cells.cells
    return [[model.data(model.index(r, c)) for c in range(model.columnCount())] for r in range(model.rowCount())]


def test_a_table_that_nothing_is_wrong_with_is_trained_on_at_once(looker, panel, qtbot):
    path = looker.open(IRIS)
    (command,) = looker.commands
    assert command.kind is StartImport
    assert command["source"] == CsvSource(csv=path, label=("species",))
    assert command["experiment"] is None
    assert panel.is_importing
    looker.work(rows=40, fraction=0.5)
    assert panel._bar.isVisible()
    assert panel._bar.value() == 500
    with qtbot.waitSignal(panel.imported) as told:
        looker.adopt(command["source"])
        looker.work(rows=90, fraction=1.0, done=True)
    assert told.args == ["mine.csv"]
    assert not panel.is_importing
    assert panel.in_use
    assert panel.accept.text() == "In use"
    assert not panel.accept.isEnabled()


def test_what_was_told_of_an_earlier_import_is_not_of_this_one(looker, panel):
    looker.work(rows=3, fraction=1.0, done=True, problem="long ago")
    looker.open(IRIS)
    looker.show()
    assert panel.is_importing
    assert panel.problems.text == ""


def test_a_file_that_changed_is_read_again(looker, panel):
    looker.open(IRIS)
    looker.adopt(looker.commands[0]["source"])
    looker.work(fraction=1.0, done=True)
    assert panel.in_use
    looker.open(IRIS)
    assert len(looker.commands) == 2


def test_pasted_text_is_no_file(looker, panel):
    panel.open_table("Pasted table 1", IRIS.replace(",", "\t"))
    looker.answer()
    (command,) = looker.commands
    assert command["source"].text == IRIS.replace(",", "\t")
    assert command["source"].csv == "Pasted table 1"
    assert panel._title.text() == "Pasted table 1"


def test_missing_values_are_told_with_the_way_out(looker, panel, qtbot):
    looker.open(GAPS)
    assert looker.commands == []
    assert "line 2, column width: the cell is empty; values are missing in 2 of 90 rows" in panel.problems.text
    assert not panel.accept.isEnabled()
    assert cells(panel)[0][1] == "∅"
    assert panel.problems.way_out.isVisible()
    qtbot.mouseClick(panel.problems.way_out, LEFT)
    looker.answer()
    assert panel.choices.values["missing"] == "drop"
    assert not panel.problems.isVisible()
    assert looker.commands == []  # only what nothing was wrong with from the start is taken at once
    qtbot.mouseClick(panel.accept, LEFT)
    assert looker.commands[0]["source"].missing == "drop"


def test_what_is_no_table_says_so_in_the_middle(looker, panel):
    looker.open(bytes(range(256)) * 40)
    assert looker.commands == []
    assert panel.table.currentWidget() is panel.table.empty
    assert "mine.csv, line 2" in panel.table.empty.accessibleDescription()
    assert not panel.problems.isVisible()
    assert not panel.accept.isEnabled()
    looker.open(IRIS)
    assert panel.table.currentWidget() is not panel.table.empty


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("a,b,kind\n1,2,x\n1,y\n3,4,x\n", "line 3: 2 cells, expected 3"),
        ("a,b,kind\n1,2,x\n3,4,x\n", "only one class ('x'), expected at least 2"),
        ('a,b,kind\n1,2,x\n3,"4,y\n', "line 3"),
        ("kind\nx\ny\n", "1 column, all to predict"),
    ],
)
def test_what_is_in_the_way_is_told_and_nothing_is_read(looker, panel, content, words):
    looker.open(content)
    assert looker.commands == []
    assert words in panel.problems.text + panel.table.empty.accessibleDescription()
    assert not panel.accept.isEnabled()


def test_a_row_of_another_length_is_told(looker, panel):
    looker.open("a,b,kind\n1,2,x\n1\n3,4,y,9\n5,6,y\n")
    assert "line 3: 1 cell" in panel.problems.text
    assert looker.commands == []


def test_a_click_on_a_use_gives_the_next(looker, panel, qtbot):
    looker.open(GAPS)
    assert roles(panel) == {"length": "input", "width": "input", "species": "label"}
    click_use(qtbot, panel, 1)
    looker.answer()
    assert roles(panel)["width"] == "label"
    click_use(qtbot, panel, 1)
    looker.answer()
    assert roles(panel)["width"] == "ignored"
    assert panel.problems.text == ""  # values are missing in a column that is not used
    assert panel.accept.isEnabled()
    qtbot.mouseClick(panel.accept, LEFT)
    assert looker.commands[0]["source"].ignore == ("width",)
    assert looker.commands[0]["source"].inputs == ()


def test_several_columns_get_a_use_at_once(looker, panel, qtbot):
    looker.open(GAPS)
    assert not any(button.isEnabled() for button in panel.table.uses.values())
    table = panel.table.columns
    table.selectAll()
    assert all(button.isEnabled() for button in panel.table.uses.values())
    qtbot.mouseClick(panel.table.uses["ignored"], LEFT)
    looker.answer()
    assert set(roles(panel).values()) == {"ignored"}
    assert "no column can be predicted" in panel.problems.text
    assert not panel.accept.isEnabled()
    assert table.chosen == [0, 1, 2]  # still selected


def test_keys_do_the_same(looker, panel, qtbot):
    looker.open(GAPS)
    table = panel.table.columns
    table.setFocus()
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    looker.answer()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    looker.answer()
    assert roles(panel)["width"] == "ignored"
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert len(looker.commands) == 1
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert looker.commands[1] == CancelJob("import")
    assert not panel.is_importing
    with qtbot.waitSignal(panel.finished):
        qtbot.keyClick(table, Qt.Key.Key_Escape)


def test_enter_in_a_dialog_presses_no_other_button(looker, panel, qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    layout = QVBoxLayout(dialog)
    inner = ImportPanel()
    layout.addWidget(inner)
    heard = []
    for button in (*inner.table.uses.values(), inner.accept, inner.cancel, inner.problems.way_out):
        button.clicked.connect(lambda *_: heard.append("clicked"))
    inner.finished.connect(lambda: heard.append("finished"))
    dialog.show()
    qtbot.keyClick(inner, Qt.Key.Key_Return)
    assert heard == []
    assert dialog.isVisible()


def test_another_reading_is_looked_at_again(looker, panel):
    looker.open("a;b;kind\n1,5;2;x\n2,5;3;y\n1,5;1;?\n")
    assert panel.choices.box("delimiter").currentText() == "semicolon (found)"
    assert panel.table.column_names == ("a", "b", "kind")
    choose(panel, "delimiter", ",")
    looker.answer()
    assert panel.table.column_names != ("a", "b", "kind")
    choose(panel, "delimiter", ";")
    choose(panel, "header", False)
    looker.answer()
    assert panel.table.column_names == ("x1", "x2", "y")


def test_roles_stay_while_the_columns_do(looker, panel, qtbot):
    looker.open(GAPS)
    click_use(qtbot, panel, 0)
    click_use(qtbot, panel, 0)
    looker.answer()
    assert roles(panel)["length"] == "ignored"
    choose(panel, "missing", "drop")
    looker.answer()
    assert roles(panel)["length"] == "ignored"
    choose(panel, "header", False)
    looker.answer()
    assert roles(panel) == {"x1": "input", "x2": "input", "y": "label"}  # other columns: as suggested


def test_a_refusal_at_the_end_of_the_file_is_told_and_can_be_tried_again(looker, panel, qtbot):
    looker.open(IRIS)
    looker.work(fraction=0.99, done=True, problem="mine.csv, line 99: 'x' is not a number")
    assert not panel.is_importing
    assert panel.problems.text == "mine.csv, line 99: 'x' is not a number"
    assert not panel.in_use
    qtbot.mouseClick(panel.accept, LEFT)
    assert len(looker.commands) == 2
    assert panel.problems.text == ""


def test_an_import_can_be_given_up(looker, panel, qtbot):
    looker.open(IRIS)
    assert panel.cancel.text() == "Cancel"
    assert not panel.choices.isEnabled()
    qtbot.mouseClick(panel.cancel, LEFT)
    assert looker.commands[-1] == CancelJob("import")
    assert panel.cancel.text() == "Close"
    assert panel.accept.isEnabled()
    looker.work(rows=9, fraction=1.0, done=True)  # what was under way then
    assert panel.accept.isEnabled()


def test_taken_back_the_table_can_be_used_again(looker, panel):
    first = looker.snapshot.experiment
    looker.open(IRIS)
    looker.adopt(looker.commands[0]["source"])
    looker.work(fraction=1.0, done=True)
    looker.show(experiment=first)
    assert not panel.in_use
    assert panel.accept.isEnabled()


def test_what_will_be_learned_is_a_sentence(looker, panel):
    looker.open(IRIS)
    assert panel._plan.text() == "Learns to tell 3 kinds of species apart from length, width."
    looker.open("a,b,price\n" + "".join(f"{i},{i % 7},{i * 1.37:.2f}\n" for i in range(12)), "other.csv")
    assert panel._plan.text() == "Learns to predict the number price from a, b."


@pytest.mark.parametrize("theme", THEMES.values(), ids=str)
def test_every_theme_can_be_worn(looker, panel, theme):
    looker.open(GAPS)
    apply_appearance(theme)
    model = panel.table.cells.cells
    color = model.data(model.index(0, 1), Qt.ItemDataRole.ForegroundRole)
    assert color.name() == theme.warning
    assert not panel.grab().isNull()


def test_the_uses_go_round():
    name = "input"
    for _ in ROLES:
        name = next_role(name)
    assert name == "input"


def test_a_column_of_numbers_that_one_cell_would_cost_is_not_left_out_unseen(looker, panel):
    looker.open("a,b,y\n" + "".join(f"{n / 7},{'oops' if n == 9 else n / 3},{n % 2}\n" for n in range(40)))
    assert not looker.commands
    assert "line 11, column b: 'oops' is not a number" in panel.problems.text
    assert not panel.accept.isEnabled()
    assert panel.problems.way_out.text() == "Leave b out"
    panel.problems.way_out.click()
    looker.answer()
    assert roles(panel) == {"a": "input", "b": "ignored", "y": "label"}
    assert panel.accept.isEnabled()


@pytest.mark.parametrize("kinds", [101, 300])
def test_nothing_is_promised_of_kinds_that_will_be_refused(looker, panel, kinds):
    looker.open("a,class\n" + "".join(f"{n / 7},u{n % kinds}\n" for n in range(400)))
    assert panel._plan.text() == ""


def test_what_was_refused_is_no_plan_any_more(looker, panel):
    looker.open(IRIS)
    assert panel._plan.text()
    looker.work(done=True, problem="mine.csv: the file is gone")
    assert panel._plan.text() == ""


def test_a_long_name_of_a_column_is_shortened_in_its_middle_and_a_wider_column_shows_it(looker, panel):
    name = "a very long name that goes on and on and on"
    looker.open(IRIS.replace("length", name))
    table = panel.table.cells
    shown = table.cells.headerData(0, Qt.Orientation.Horizontal).splitlines()[0]
    assert shown.startswith("a very")
    assert shown.endswith("on")
    assert "…" in shown
    table.setColumnWidth(0, 600)
    assert table.cells.headerData(0, Qt.Orientation.Horizontal).splitlines()[0] == name


@pytest.mark.parametrize("width", [600, 830, 911, 1024, 1600])
def test_what_was_found_is_not_clipped(looker, panel, width):
    looker.open("a;b;y\n" + "".join(f"1,{n}5;{n};{'pq'[n % 2]}\n" for n in range(20)))
    panel.resize(width, 512)
    panel.show()
    for name in ("delimiter", "encoding", "decimal", "header", "missing"):
        box = panel.choices.box(name)
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()
        assert box.fontMetrics().horizontalAdvance(box.currentText()) <= room


def test_where_there_is_too_little_room_all_of_it_asks_for_what_it_needs(looker, panel):
    looker.open(GAPS)
    panel.resize(500, 200)
    assert panel.minimumSizeHint().height() >= panel.layout().minimumHeightForWidth(500)
    assert panel.minimumSizeHint().height() > panel.choices.minimumSizeHint().height() + 150


def test_every_cell_is_readable_at_another_zoom(looker, panel):
    looker.open("smoker,price\n" + "".join(f"{'yes' if n % 2 else 'no'},{n}.5\n" for n in range(20)))
    table = panel.table.cells
    try:
        apply_appearance(LIGHT, 175)
        QApplication.processEvents()
        metrics = table.fontMetrics()
        for column, texts in enumerate((("smoker", "yes"), ("price", "19.5"))):
            assert table.columnWidth(column) > max(map(metrics.horizontalAdvance, texts))
            heading = table.model().headerData(column, Qt.Orientation.Horizontal)
            assert heading.startswith(texts[0])
    finally:
        apply_appearance(LIGHT, 100)
