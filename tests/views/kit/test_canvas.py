"""A canvas: the same layout at every zoom, items for mouse, keys and screen readers, copies."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QAccessible, QColor, QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from playground.views.kit.accessible import speak_to_readers
from playground.views.kit.canvas import Canvas, Item, Items
from playground.views.theme import DARK, LIGHT

COLUMNS, SIDE = 3, 20


class Cells(Canvas):
    """Six cells in two rows."""

    def __init__(self):
        super().__init__()
        self.stills = self.frames = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def ground(self):
        return self.theme.surface

    def preferred_size(self):
        return QSizeF(60, 40)

    def items(self):
        return Items(6, self.make)

    def make(self, index):
        row, column = divmod(index, COLUMNS)
        box = QRectF(column * SIDE, row * SIDE, SIDE, SIDE)
        return Item((row, column), box, f"W[{row + 1},{column + 1}]", str(index), "bias" if index == 5 else "")

    def paint_still(self, painter, size):
        self.stills += 1
        painter.fillRect(QRectF(0, 0, SIDE, SIDE), QColor(self.theme.positive))

    def paint(self, painter, size):
        self.frames += 1
        self.size_seen, self.font_seen = size, painter.font()
        if self.current is not None:
            painter.fillRect(self.item_of(self.current).box, QColor(self.theme.negative))


@pytest.fixture
def cells(qtbot, appearance):
    appearance(LIGHT, 100)
    canvas = Cells()
    qtbot.addWidget(canvas)
    canvas.resize(60, 40)
    canvas.show()
    return canvas


def color(canvas, x, y):
    return canvas.grab().toImage().pixelColor(x, y).name()


@pytest.mark.parametrize("percent", [75, 100, 175, 300])
def test_a_canvas_paints_in_the_same_pixels_at_every_zoom(cells, appearance, percent):
    usual = cells.base_font
    appearance(LIGHT, percent)
    factor = percent / 100
    assert cells.sizeHint() == (QSizeF(60, 40) * factor).toSize()
    cells.resize(cells.sizeHint())
    cells.select((0, 1))
    assert color(cells, round(10 * factor), round(10 * factor)) == LIGHT.positive
    assert color(cells, round(30 * factor), round(10 * factor)) == LIGHT.negative
    assert color(cells, round(30 * factor), round(30 * factor)) == LIGHT.surface
    assert cells.size_seen.width() == pytest.approx(60, abs=1)
    assert cells.font_seen == cells.base_font == usual


def test_mouse_and_places_are_converted(cells, appearance, qtbot):
    appearance(LIGHT, 200)
    cells.resize(120, 80)
    with qtbot.waitSignal(cells.pointed) as pointed:
        qtbot.mouseMove(cells, QPoint(50, 50))
    assert pointed.args == [(1, 1)]
    with qtbot.waitSignal(cells.chosen) as chosen:
        qtbot.mouseClick(cells, Qt.MouseButton.LeftButton, pos=QPoint(110, 10))
    assert chosen.args == [(0, 2)]
    assert cells.selected == (0, 2)
    assert cells.to_widget(QRectF(10, 5, 20, 20)).getRect() == (20, 10, 40, 40)


def test_the_still_picture_is_drawn_once_for_a_look(cells, appearance):
    cells.grab()
    cells.grab()
    assert cells.stills == 1
    assert cells.frames >= 2
    cells.renew()
    cells.grab()
    assert cells.stills == 2
    for change in (lambda: appearance(DARK), lambda: appearance(DARK, 150), lambda: cells.resize(80, 50)):
        before = cells.stills
        change()
        cells.grab()
        assert cells.stills == before + 1
    assert color(cells, 10, 10) == DARK.positive


def test_keys_move_the_mark_and_confirm_it(cells, qtbot):
    for key, place in (
        (Qt.Key.Key_Right, (0, 0)),
        (Qt.Key.Key_Right, (0, 1)),
        (Qt.Key.Key_Down, (1, 1)),
        (Qt.Key.Key_Down, (1, 1)),
        (Qt.Key.Key_Left, (1, 0)),
        (Qt.Key.Key_Up, (0, 0)),
    ):
        qtbot.keyClick(cells, key)
        assert cells.selected == place
    with qtbot.waitSignal(cells.chosen) as chosen:
        qtbot.keyClick(cells, Qt.Key.Key_Return)
    assert chosen.args == [(0, 0)]
    qtbot.keyClick(cells, Qt.Key.Key_Escape)
    assert cells.selected is None


def test_copies(cells, qtbot):
    qtbot.keyClick(cells, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[:2] == ["W[1,1]\t0", "W[1,2]\t1"]
    assert len(text.splitlines()) == 6
    qtbot.mouseClick(cells, Qt.MouseButton.RightButton, pos=QPoint(10, 10))
    place = cells.rect().center()
    QApplication.sendEvent(cells, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, cells.mapToGlobal(place)))
    (menu,) = cells.findChildren(QMenu)
    as_text, as_picture = menu.actions()
    assert as_text.shortcut() == QKeySequence(QKeySequence.StandardKey.Copy)
    as_picture.trigger()
    assert QGuiApplication.clipboard().pixmap().size() == cells.grab().size()
    menu.close()


def test_tooltips_say_name_and_value(cells):
    assert cells.tip_at(QPointF(30, 10)) == "W[1,2] = 1"
    assert cells.tip_at(QPointF(50, 30)) == "bias"
    cells.setToolTip("Cells")
    assert cells.tip_at(QPointF(500, 10)) == "Cells"
    assert not QToolTip.isVisible()


def test_a_screen_reader_reads_every_item(qapp, cells, appearance):
    speak_to_readers(qapp)
    appearance(LIGHT, 200)
    cells.resize(120, 80)
    interface = QAccessible.queryAccessibleInterface(cells)
    assert interface.childCount() == 6
    child = interface.child(4)
    assert child.text(QAccessible.Text.Name) == "W[2,2]"
    assert child.text(QAccessible.Text.Value) == "4"
    assert interface.child(5).text(QAccessible.Text.Description) == "bias"
    assert child.rect().topLeft() == cells.mapToGlobal(QPoint(40, 40))
    assert child.rect().size().width() == 40
    assert interface.indexOfChild(child) == 4
    assert interface.childAt(*cells.mapToGlobal(QPoint(50, 50)).toTuple()).text(QAccessible.Text.Name) == "W[2,2]"
    assert interface.child(6) is None
    cells.select((1, 1))
    assert child.state().selected
    assert not interface.child(0).state().selected
    assert child.parent().childCount() == 6


def test_items_are_made_when_asked_for():
    made = []
    items = Items(1000, lambda index: made.append(index) or Item(index, QRectF(), str(index)))
    assert len(items) == 1000
    assert items[-1].key == 999
    assert [item.key for item in items[2:4]] == [2, 3]
    assert made == [999, 2, 3]


class Grown(Cells):
    comfortable, most_grown = (60, 40), 1.5


@pytest.mark.parametrize(("size", "factor"), [((60, 40), 1), ((66, 200), 1), ((80, 60), 1.25), ((900, 600), 1.5)])
def test_where_there_is_room_everything_is_drawn_larger_in_steps_up_to_its_most(qtbot, appearance, size, factor):
    appearance(LIGHT, 100)
    canvas = Grown()
    qtbot.addWidget(canvas)
    canvas.resize(*size)
    canvas.show()
    assert canvas.area.size() == QSizeF(*size) / factor
    box = canvas.item_of((0, 1)).box
    assert canvas.item_at(canvas.to_canvas(canvas.to_widget(box).center())).key == (0, 1)
    canvas.point((0, 1))
    assert color(canvas, round(box.center().x() * factor), round(box.center().y() * factor)) == LIGHT.negative
    appearance(LIGHT, 200)
    assert canvas.factor == 2 * max(1, min(factor, size[0] / 120 // 0.25 * 0.25, size[1] / 80 // 0.25 * 0.25))
