import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from playground.files import open_target
from playground.training import TrainingSession
from playground.training.commands import ShowSlice
from playground.training.input_slice import FIRST_TWO, InputSlice
from playground.views.spaces.axes import AxesChooser


@pytest.fixture
def session(tmp_path):
    rows = [",".join(str((i * k) % 7) for k in range(1, 6)) for i in range(30)]
    table = tmp_path / "many.csv"
    table.write_text("width,height,depth,weight,price\n" + "\n".join(rows), encoding="utf-8")
    session = TrainingSession(open_target(str(table)).experiment)
    session.show_slice(FIRST_TWO)
    return session


@pytest.fixture
def chooser(qtbot, session):
    chooser = AxesChooser()
    qtbot.addWidget(chooser)
    chooser.show_snapshot(session.snapshot())
    chooser.sent = []
    chooser.command_requested.connect(chooser.sent.append)
    return chooser


def choose(box, index):
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_it_is_hidden_where_there_is_nothing_to_choose(qtbot, make_snapshot, chooser):
    assert not chooser.isHidden()
    for preset in ("circles", "sine"):
        chooser.show_snapshot(make_snapshot(preset))
        assert chooser.isHidden()


def test_it_offers_the_inputs_by_name_and_shows_the_plane_in_force(session, chooser):
    names = [chooser.across.itemText(i) for i in range(chooser.across.count())]
    assert names == ["width", "height", "depth", "weight"]
    assert (chooser.across.currentText(), chooser.up.currentText()) == ("width", "height")
    ShowSlice(InputSlice((3, 1), 4)).apply(session)
    chooser.show_snapshot(session.snapshot())
    assert (chooser.across.currentText(), chooser.up.currentText()) == ("weight", "height")
    assert chooser.example.value() == 5
    assert not chooser.example.isHidden()
    assert chooser.sent == []


def test_choosing_asks_for_the_plane(chooser):
    choose(chooser.across, 2)
    assert chooser.sent == [ShowSlice(InputSlice((2, 1)))]
    choose(chooser.up, 2)  # the axis that had it takes the other's
    assert chooser.sent[-1] == ShowSlice(InputSlice((1, 2)))


def test_the_axes_are_exchanged(qtbot, chooser):
    qtbot.mouseClick(chooser.swap, Qt.MouseButton.LeftButton)
    assert chooser.sent == [ShowSlice(InputSlice((1, 0)))]


def test_the_others_rest_at_their_mean_or_as_in_an_example(session, chooser):
    choose(chooser.rest, 1)
    assert chooser.sent == [ShowSlice(InputSlice((0, 1), 0))]
    assert chooser.example.maximum() == session.run.examples.train.m
    chooser.example.setValue(8)
    assert chooser.sent[-1] == ShowSlice(InputSlice((0, 1), 7))
    choose(chooser.rest, 0)
    assert chooser.sent[-1] == ShowSlice(FIRST_TWO)
    assert chooser.example.isHidden()


def test_a_frame_from_before_does_not_take_the_choice_back_but_a_refusal_does(qtbot, session, chooser):
    before = session.snapshot()
    choose(chooser.across, 3)
    chooser.show_snapshot(before)
    assert chooser.input_slice == InputSlice((3, 1))
    qtbot.waitUntil(lambda: chooser.input_slice == FIRST_TWO, timeout=10_000)
    assert chooser.across.currentText() == "width"


def test_a_refusal_may_be_told_at_once(chooser):
    choose(chooser.across, 3)
    chooser.show_slice_in_force()
    assert chooser.input_slice == FIRST_TWO


def test_other_data_bring_their_own_plane(session, chooser):
    choose(chooser.across, 3)
    snapshot = session.snapshot()
    problem_info = replace(snapshot.problem_info, input_names=("a", "b", "c", "d"))
    chooser.show_snapshot(replace(snapshot, problem_info=problem_info))
    assert chooser.input_slice == FIRST_TWO
    assert chooser.across.currentText() == "a"


def test_any_part_of_a_name_finds_it(qtbot, chooser):
    chooser.show()
    line = chooser.across.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "EIG")
    completer = chooser.across.completer()
    found = [completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())]
    assert found == ["height", "weight"]
    line.setText("depth")
    line.editingFinished.emit()
    assert chooser.sent == [ShowSlice(InputSlice((2, 1)))]


def test_what_is_no_name_is_forgotten(chooser):
    line = chooser.across.line
    line.setText("nonsense")
    line.editingFinished.emit()
    assert line.text() == "width"
    assert chooser.sent == []


def test_it_fits_into_the_narrow_column_of_the_output(chooser):
    assert chooser.minimumSizeHint().width() <= 300
