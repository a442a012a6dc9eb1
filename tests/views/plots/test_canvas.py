import math
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsView

from playground.views.kit.appearance import apply_appearance
from playground.views.plots.canvas import PlotCanvas
from playground.views.plots.lines import LineItem
from playground.views.plots.style import line_pen
from playground.views.theme import DARK, LIGHT


@pytest.fixture
def canvas(qtbot):
    canvas = PlotCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(300, 240)
    canvas.set_home((-2.0, 2.0), (0.0, 10.0))
    canvas.show()
    qtbot.waitExposed(canvas)
    QApplication.processEvents()
    return canvas


def viewport(canvas):
    return canvas.findChild(QGraphicsView).viewport()


def seen(canvas):
    (x0, x1), (y0, y1) = canvas.view.viewRange()
    return x0, x1, y0, y1


def wheel(canvas, notches=1):
    place = QPointF(canvas.frame().center())
    event = QWheelEvent(
        place,
        QPointF(viewport(canvas).mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport(canvas), event)


def test_it_shows_the_range_that_it_is_given(canvas):
    assert seen(canvas) == pytest.approx((-2, 2, 0, 10))
    canvas.set_home((-1.0, 1.0), (0.0, 1.0))
    assert seen(canvas) == pytest.approx((-1, 1, 0, 1))


def test_the_wheel_zooms_and_a_double_click_goes_back(canvas, qtbot):
    with qtbot.waitSignal(canvas.following_changed) as told:
        wheel(canvas)
    assert told.args == [False]
    zoomed = seen(canvas)
    assert zoomed[1] - zoomed[0] < 4
    canvas.set_home((-3.0, 3.0), (0.0, 20.0))
    assert seen(canvas) == pytest.approx(zoomed)
    with qtbot.waitSignal(canvas.following_changed):
        qtbot.mouseDClick(viewport(canvas), Qt.MouseButton.LeftButton, pos=canvas.frame().center().toPoint())
    assert seen(canvas) == pytest.approx((-3, 3, 0, 20))


def test_zooming_out_ends_near_the_data(canvas):
    for _ in range(60):
        wheel(canvas, -3)
    x0, x1, y0, y1 = seen(canvas)
    assert x1 - x0 <= 20.001
    assert y1 - y0 <= 50.001


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Equal])
def test_keys_zoom_and_reset(canvas, qtbot, key):
    qtbot.keyClick(canvas, key)
    assert seen(canvas)[1] < 2
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert seen(canvas) == pytest.approx((-2, 2, 0, 10))
    assert not canvas.following
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.following


@pytest.mark.parametrize(
    ("key", "moved"),
    [
        (Qt.Key.Key_Left, (-0.4, 0)),
        (Qt.Key.Key_Right, (0.4, 0)),
        (Qt.Key.Key_Up, (0, 1)),
        (Qt.Key.Key_Down, (0, -1)),
    ],
)
def test_keys_pan(canvas, qtbot, key, moved):
    qtbot.keyClick(canvas, key)
    assert canvas.following
    qtbot.keyClick(canvas, key, Qt.KeyboardModifier.ControlModifier)
    x0, _, y0, _ = seen(canvas)
    assert (x0, y0) == pytest.approx((-2 + moved[0], moved[1]))


def test_the_mouse_tells_its_place_and_that_it_has_left(canvas, qtbot):
    area = canvas.frame()
    with qtbot.waitSignal(canvas.hovered) as told:
        qtbot.mouseMove(viewport(canvas), area.center().toPoint())
    assert told.args == pytest.approx([0, 5], abs=0.1)
    with qtbot.waitSignal(canvas.unhovered):
        qtbot.mouseMove(viewport(canvas), QPoint(1, canvas.height() - 1))


def test_ticks_that_change_do_not_move_the_plotting_area(canvas):
    before = canvas.frame()
    for high in (1.0, 5.0, 0.5):
        canvas.set_home((-2.0, 2.0), (0.0, high))
        canvas.grab()
        assert canvas.frame() == before


def test_it_says_what_surrounds_the_plotting_area(canvas):
    for names in (("x1", "x2"), ("", "")):
        canvas.set_names(*names)
        QApplication.processEvents()
        around = canvas.size() - canvas.surroundings()
        assert canvas.frame().width() == pytest.approx(around.width(), abs=1)
        assert canvas.frame().height() == pytest.approx(around.height(), abs=1)


def test_names_stand_at_the_axes_and_are_no_markup(canvas):
    canvas.set_names("<b>x</b>", "height")
    assert "<b>" not in canvas.bottom.labelString().removeprefix("<span")
    tall = canvas.top_margin()
    canvas.set_names("", "")
    assert canvas.top_margin() < tall


def test_a_name_has_the_length_of_its_axis(canvas):
    name = "the main direction of all the steps, as far as the plane goes"
    canvas.set_names(name)
    assert "…" in canvas.bottom.labelText
    canvas.resize(900, 240)
    QApplication.processEvents()
    assert canvas.bottom.labelText == name
    for name in ("epoch", "the epochs of training"):
        canvas.set_names(name)
        label = canvas.bottom.label
        assert label.pos().x() + label.boundingRect().width() / 2 == pytest.approx(canvas.bottom.width() / 2, abs=1)


def test_a_frame_that_was_flat_for_a_moment_shows_everything_again(canvas):
    canvas.view.setAspectLocked(True)
    before = seen(canvas)
    for size in ((900, 40), (300, 240)):
        canvas.resize(*size)
        QApplication.processEvents()
    assert seen(canvas) == pytest.approx(before)


def test_a_theme_changes_the_background(canvas):
    before = canvas.grab().toImage().pixelColor(canvas.frame().center().toPoint())
    apply_appearance(DARK)
    after = canvas.grab().toImage().pixelColor(canvas.frame().center().toPoint())
    assert (before.name(), after.name()) == ("#ffffff", DARK.surface)


def test_a_new_font_is_taken_over(canvas):
    before = canvas.surroundings()
    font = canvas.font()
    font.setPointSizeF(2 * font.pointSizeF())
    canvas.setFont(font)
    after = canvas.surroundings()
    assert after.width() > before.width()
    assert after.height() > before.height()


def test_there_is_no_context_menu(canvas, qtbot):
    assert not canvas.view.menuEnabled()
    qtbot.mouseClick(viewport(canvas), Qt.MouseButton.RightButton, pos=canvas.frame().center().toPoint())
    assert QApplication.activePopupWidget() is None


def drawn_labels(axis):
    """Return the numbers as they are written at an axis."""
    axis.picture = None
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    _line, _ticks, texts = axis.generateDrawSpecs(painter)
    painter.end()
    return [(rect, text) for rect, _flags, text in texts]


@pytest.mark.parametrize("small", [0.4, 1e-3, 1.0])
def test_labels_are_the_numbers_themselves_whatever_the_range_was_when_it_was_dressed(canvas, small):
    canvas.set_home((-small, small), (-small, small))
    canvas.set_names("x1", "x2")  # dresses the axes while the range is small
    apply_appearance(DARK)
    canvas.set_home((-4.0, 4.0), (-4.0, 4.0))
    for axis in (canvas.bottom, canvas.left):
        assert axis.autoSIPrefixScale == 1.0
        assert {float(text.replace("−", "-")) for _rect, text in drawn_labels(axis)} <= {-4, -3, -2, -1, 0, 1, 2, 3, 4}
        axis.updateAutoSIPrefix()
        assert axis.autoSIPrefixScale == 1.0


@pytest.mark.parametrize("side", [120, 180, 209, 210, 240, 255, 320, 480])
def test_both_axes_of_a_square_have_the_same_ticks(canvas, side):
    canvas.set_home((-6.5, 6.5), (-6.5, 6.5))
    canvas.resize(canvas.surroundings() + QSize(side, side))
    QApplication.processEvents()
    assert [text for _, text in drawn_labels(canvas.bottom)] == [text for _, text in drawn_labels(canvas.left)]


@pytest.mark.parametrize("ends", [(0.0, 1.0), (0.0, 300.0), (0.0, 12000.0), (-0.003, 0.003), (99000.0, 99123.0)])
@pytest.mark.parametrize("width", [160, 300, 700])
def test_labels_never_touch(canvas, ends, width):
    canvas.resize(width, 240)
    canvas.set_home(ends, ends)
    QApplication.processEvents()
    for axis in (canvas.bottom, canvas.left):
        rects = [rect for rect, _ in drawn_labels(axis)]
        assert not any(one.intersects(other) for one, other in combinations(rects, 2))


@pytest.mark.parametrize("unit", [100.0, 0.01])
def test_an_axis_in_percent_has_a_few_ticks_at_round_numbers(canvas, unit):
    canvas.set_scale(unit)
    canvas.set_home((-2.0, 2.0), (0.0, 0.4))
    QApplication.processEvents()
    ((spacing, values),) = canvas.left.tickValues(*canvas.view.viewRange()[1], canvas.view.rect().height())
    assert 3 <= len(values) <= 9
    shown = [float(text.replace("−", "-")) for text in canvas.left.tickStrings(values, canvas.left.scale, spacing)]
    assert shown == pytest.approx([value * unit for value in values])
    assert shown[-1] == pytest.approx(0.4 * unit)


def test_a_copy_as_text_carries_the_data(canvas):
    canvas.setAccessibleName("Curves")
    canvas.set_names("epoch", "cost")
    assert canvas.as_text() == "Curves\nepoch\ncost"
    canvas.columns = lambda: {"epoch": (1, 2, 3), "training": (0.5, -1e-5, math.nan), "test": (0.25,)}
    assert canvas.as_text() == "epoch\ttraining\ttest\n1\t0.5\t0.25\n2\t-1e-5\t\n3\t\t"


@pytest.mark.parametrize(("zoom", "width"), [(100, 2), (150, 3), (200, 4)])
def test_lines_are_as_wide_as_the_zoom_says(qapp, appearance, zoom, width):
    appearance(LIGHT, zoom)
    item = LineItem()
    item.set_pen(line_pen("#000000", width=2))
    assert item.pen.widthF() == width


def test_numbers_that_were_larger_leave_no_room_behind(canvas):
    canvas.set_home((0.0, 1.0), (0.0, 1000.0))
    QApplication.processEvents()
    before = canvas.left.width()
    try:
        apply_appearance(LIGHT, 200)
        QApplication.processEvents()
        assert canvas.left.width() > 1.5 * before
    finally:
        apply_appearance(LIGHT, 100)
    QApplication.processEvents()
    assert canvas.left.width() == before


def numbers_drawn(axis):
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    _, _, texts = axis.generateDrawSpecs(painter)
    painter.end()
    return [text for _, _, text in texts]


def test_the_ends_of_an_axis_keep_their_numbers_at_every_zoom(canvas):
    try:
        for zoom in (100, 175, 300):
            apply_appearance(LIGHT, zoom)
            canvas.resize(3 * zoom, 2 * zoom)
            canvas.set_home((0.0, 1.0), (-6.0, 6.0))
            QApplication.processEvents()
            drawn = [float(text) for text in numbers_drawn(canvas.bottom)]
            assert (drawn[0], drawn[-1]) == (0, 1)
    finally:
        apply_appearance(LIGHT, 100)


@pytest.mark.parametrize(("end", "drawn"), [(1.0, ["0", "1"]), (3.0, ["0", "1", "2", "3"])])
def test_what_is_counted_in_whole_numbers_has_whole_numbers(canvas, end, drawn):
    canvas.bottom.least_step = 1.0
    canvas.set_home((0.0, end), (0.0, 10.0))
    assert numbers_drawn(canvas.bottom) == drawn
    canvas.set_home((0.2, 0.8), (0.0, 10.0))  # where there are none, others tell where one is
    assert len(numbers_drawn(canvas.bottom)) >= 2


def test_a_plot_that_was_large_asks_for_no_more_room_than_before(canvas):
    asked = canvas.sizeHint()
    canvas.resize(900, 700)
    canvas.grab()
    assert canvas.sizeHint() == asked
