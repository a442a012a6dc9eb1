import pytest
from PySide6.QtWidgets import QApplication

from playground.views.network.view import LEGEND_HEIGHT, NetworkView
from playground.views.theme import LIGHT


@pytest.fixture
def legend(qtbot, make_snapshot):
    """Return a function that returns the colours in the line under the diagram, by column of pixels."""

    def legend(width, **overrides):
        view = NetworkView()
        qtbot.addWidget(view)
        view.resize(width, 420)
        view.show()
        view.show_snapshot(make_snapshot("circles", **overrides))
        QApplication.processEvents()
        image = view.canvas._diagram._ground.toImage()
        rows = range(image.height() - round(LEGEND_HEIGHT) + 2, image.height() - 2)
        return [{image.pixelColor(x, y).name() for y in rows} for x in range(image.width())]

    return legend


def spans(columns, color):
    """Return the widths of what is drawn in a colour."""
    found, begin = [], None
    for x, colors in enumerate([*columns, set()]):
        if color in colors and begin is None:
            begin = x
        elif color not in colors and begin is not None:
            found.append(x - begin)
            begin = None
    return found


@pytest.mark.parametrize("width", [475, 560, 1000])
def test_the_squares_on_the_neurons_are_explained(legend, width):
    columns = legend(width, **{"network.hidden": "[4]"})
    line, square = spans(columns, LIGHT.positive)
    assert line > square
    assert 5 <= square <= 9


def test_without_room_the_lines_come_first(legend):
    assert len(spans(legend(300, **{"network.hidden": "[4]"}), LIGHT.positive)) == 1
