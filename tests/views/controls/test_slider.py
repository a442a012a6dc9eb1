import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from playground.files import FIELDS
from playground.views.controls.number import ScaleSlider


@pytest.fixture
def slider(qtbot):
    widget = ScaleSlider(FIELDS["training.learning_rate"])
    qtbot.addWidget(widget)
    widget.resize(212, 20)
    widget.show()
    widget.values = []
    widget.moved.connect(widget.values.append)
    return widget


def test_showing_a_number_sends_nothing(slider):
    slider.show_number(0.03)
    assert slider.stops[slider.value()] == 0.03
    assert slider.values == []


@pytest.mark.parametrize(("value", "end"), [(0.0, 0), (1000.0, -1)])
def test_a_number_beyond_the_slider_rests_at_its_end(slider, value, end):
    slider.show_number(value)
    assert slider.stops[slider.value()] == slider.stops[end]


def test_dragging_sends_every_stop_at_once(qtbot, slider):
    slider.show_number(1e-5)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(106, 10))
    assert slider.isSliderDown()
    assert len(slider.values) == 1
    assert 3e-3 <= slider.values[0] <= 3e-2
    qtbot.mouseMove(slider, QPoint(160, 10))
    qtbot.mouseMove(slider, QPoint(300, 10))
    assert slider.values[-1] == 10.0
    assert slider.values == sorted(slider.values)
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(300, 10))
    assert not slider.isSliderDown()


def test_arrow_keys_move_one_stop(qtbot, slider):
    slider.show_number(0.03)
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert slider.values == [0.04, 0.03]


def test_the_wheel_is_left_to_the_panel_until_focused(slider):
    slider.show_number(0.03)
    slider.clearFocus()
    event = QWheelEvent(
        QPointF(5, 5),
        slider.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(slider, event)
    assert not event.isAccepted()
    assert slider.values == []
