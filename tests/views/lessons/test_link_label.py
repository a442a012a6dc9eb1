from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from playground.views.lessons.player import LinkLabel
from playground.views.theme import THEMES


def has(picture, color):
    """Whether some pixel is nearly of a colour: letters are smoothed at their edges."""
    wanted = QColor(color).getRgb()[:3]
    pixels = (picture.pixelColor(x, y).getRgb()[:3] for x in range(picture.width()) for y in range(picture.height()))
    return any(all(abs(part - want) < 24 for part, want in zip(pixel, wanted, strict=True)) for pixel in pixels)


def test_links_follow_the_theme(qtbot, qapp):
    kept = qapp.palette()
    label = LinkLabel()
    qtbot.addWidget(label)
    try:
        qapp.setPalette(THEMES["light"].palette())
        label.setText('<a href="a">MMMMMMMM</a>')
        label.show()
        for theme in (THEMES["light"], THEMES["high-contrast"], THEMES["dark"]):
            qapp.setPalette(theme.palette())
            QApplication.processEvents()
            assert has(label.grab().toImage(), theme.accent), theme.name
    finally:
        qapp.setPalette(kept)
