import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from playground.training.results import Divergence
from playground.views.banner import DIVERGENCE_SUBJECTS, KINDS, Banner
from playground.views.theme import THEMES


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(QLineEdit(window))
    layout.addWidget(Banner(window))
    layout.addStretch(1)
    window.resize(700, 200)
    window.show()
    return window


@pytest.fixture
def banner(window):
    return window.findChild(Banner)


def button(banner, action):
    (found,) = (each for each in banner.findChildren(QPushButton) if each.property("action") == action)
    return found


def test_there_is_no_banner_without_a_message(banner):
    assert not banner.isVisible()


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_looks_different_and_is_named(banner, appearance, kind, theme):
    appearance(theme)
    banner.show_message(kind, "Something to know.")
    assert banner.isVisible()
    assert (banner.kind, banner.text) == (kind, "Something to know.")
    assert banner.accessibleName() == KINDS[kind].label
    assert banner.accessibleDescription() == "Something to know."
    edge = banner.grab().toImage().pixelColor(1, 10).name()
    assert edge == getattr(theme, KINDS[kind].color)
    assert not banner._icon.pixmap().isNull()


def test_kinds_differ_by_icon_not_by_colour_alone():
    assert len({kind.icon for kind in KINDS.values()}) == len(KINDS)


def test_actions_carry_their_id_and_a_new_message_replaces_them(banner, qtbot):
    banner.show_message("warning", "Too fast.", [("Undo", "undo"), ("Slow down", "slower")])
    with qtbot.waitSignal(banner.action_triggered) as signal:
        qtbot.mouseClick(button(banner, "slower"), Qt.MouseButton.LeftButton)
    assert signal.args == ["slower"]
    assert banner.isVisible()
    banner.show_message("info", "Done.")
    assert [each for each in banner.findChildren(QPushButton) if each.isVisible()] == []


def test_closing_hides_and_tells(banner, qtbot):
    banner.show_message("info", "Saved.")
    with qtbot.waitSignal(banner.dismissed):
        qtbot.mouseClick(banner._close, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()


def test_the_focus_stays_where_the_person_types(banner, window, qtbot):
    field = window.findChild(QLineEdit)
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    banner.show_message("error", "No.", [("Undo", "undo")])
    qtbot.mouseClick(button(banner, "undo"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(banner, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(banner._close, Qt.MouseButton.LeftButton)
    assert field.hasFocus()


def test_long_messages_wrap_instead_of_being_cut(banner, window, qtbot):
    banner.show_message("error", "Short.")
    window.layout().activate()
    one_line = banner._text.height()
    banner.show_message("error", "The learning rate is far too large for this network and these data. " * 3)
    window.layout().activate()
    qtbot.waitUntil(lambda: banner._text.height() > one_line)
    assert banner._text.height() >= banner._text.heightForWidth(banner._text.width())


def test_markup_in_a_message_is_shown_as_it_is(banner):
    banner.show_message("error", "<b>file.json</b>: no such file")
    assert banner._text.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("quantity", DIVERGENCE_SUBJECTS)
def test_a_divergence_is_told_with_its_place_and_the_way_out(banner, make_snapshot, quantity):
    divergence = Divergence(epoch=12, update=300, layer=2, quantity=quantity)
    banner.show_snapshot(
        msgspec.structs.replace(make_snapshot("xor"), divergence=divergence, undo_label="Learning rate")
    )
    assert banner.text.startswith(DIVERGENCE_SUBJECTS[quantity])
    assert banner.text.endswith(" at epoch 12, first in layer 2.")
    assert banner.kind == "error"
    assert button(banner, "undo").isVisible()


def test_a_divergence_is_told_with_the_remedy_for_its_cause(banner, make_snapshot):
    banner.show_snapshot(make_snapshot("diverging", epochs=50))
    assert banner.text.endswith(" Lower the learning rate to 0.05.")


def test_without_anything_to_undo_there_is_no_such_button(banner, make_snapshot):
    divergence = Divergence(epoch=0, update=1, layer=1, quantity="cost")
    banner.show_snapshot(msgspec.structs.replace(make_snapshot("xor"), divergence=divergence, undo_label=""))
    assert banner.text == "The cost became infinite at epoch 0, first in layer 1."
    assert banner.findChildren(QPushButton) == []


def test_a_closed_divergence_is_not_told_again_until_there_is_another(banner, make_snapshot, qtbot):
    calm = make_snapshot("xor")
    first = msgspec.structs.replace(calm, divergence=Divergence(1, 10, 1, "cost"))
    banner.show_snapshot(first)
    qtbot.mouseClick(banner._close, Qt.MouseButton.LeftButton)
    banner.show_snapshot(msgspec.structs.replace(first, number=2))
    assert not banner.isVisible()
    banner.show_snapshot(calm)
    banner.show_snapshot(first)
    assert banner.isVisible()
    banner.show_snapshot(calm)
    assert not banner.isVisible()


def test_other_messages_survive_calm_frames(banner, make_snapshot):
    banner.show_message("warning", "The disk is full.")
    banner.show_snapshot(make_snapshot("xor"))
    assert banner.isVisible()
    banner.clear()
    assert not banner.isVisible()
