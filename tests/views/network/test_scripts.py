import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter

from playground.data import FEATURES
from playground.views.network.names import Run, draw_script, elided, runs, script_html, script_width


@pytest.fixture
def font(qapp):
    font = QFont(qapp.font())
    font.setPixelSize(13)
    return font


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("height", [("height", 0)]),
        ("x₁₂", [("x", 0), ("12", -1)]),
        ("x₁²", [("x", 0), ("1", -1), ("2", 1)]),
        ("sin x₂", [("sin x", 0), ("2", -1)]),
        ("", []),
    ],
)
def test_a_text_is_cut_where_its_height_changes(text, pieces):
    assert list(runs(text)) == [Run(*piece) for piece in pieces]


def test_rich_text():
    assert script_html("x₁² < y") == "x<sub>1</sub><sup>2</sup> &lt; y"


def drawn(text, font, side=Qt.AlignmentFlag.AlignLeft):
    image = QImage(90, 26, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    draw_script(painter, QRectF(4, 0, 80, 26), side, text, font)
    painter.end()
    return image


def ink(image):
    """Return the columns and rows that are not white."""
    places = [
        (x, y) for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y).lightness() < 200
    ]
    xs, ys = zip(*places, strict=True)
    return min(xs), max(xs), min(ys), max(ys)


def test_one_and_two_are_told_apart_in_any_typeface(font):
    families = QFontDatabase.families()
    for family in {font.family(), *(name for name in families if "Nanum" in name)}:
        font.setFamily(family)
        assert drawn("x₁", font) != drawn("x₂", font)
        assert drawn("x₁", font) != drawn("x", font)


@pytest.mark.parametrize("text", [feature.label for feature in FEATURES.values()])
def test_a_text_is_as_wide_as_it_says(font, text):
    left, right, _, _ = ink(drawn(text, font))
    assert abs(right + 1 - left - script_width(text, font)) <= 4


def test_an_index_hangs_and_a_power_rises(font):
    _, _, top, bottom = ink(drawn("x", font))
    assert ink(drawn("x₁", font))[3] > bottom
    assert ink(drawn("x²", font))[2] < top


def test_to_the_right(font):
    assert ink(drawn("x₁", font, Qt.AlignmentFlag.AlignRight))[1] in range(80, 85)


def test_without_room_there_are_dots_between_its_ends(font):
    assert elided("x₁·x₂", font, 200) == "x₁·x₂"
    short = elided("temperature", font, 40)
    assert short.startswith("te")
    assert short.endswith("e")
    assert script_width(short, font) <= 40
    assert elided("temperature", font, 1) == "…"
    assert elided("town = Busan", font, 60) != elided("town = Seoul", font, 60)
