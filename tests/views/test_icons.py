import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from playground.views.icons import ICONS, icon
from playground.views.kit.appearance import apply_appearance
from playground.views.theme import THEMES


def ink(image):
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_drawn_within_its_square(name):
    theme = THEMES["light"]
    image = icon(name, theme).pixmap(QSize(48, 48), 1.0).toImage()
    assert image.size() == QSize(48, 48)
    assert theme.text in ink(image)
    edges = [image.pixelColor(i, j).alpha() for i in range(48) for j in (0, 47)]
    assert not any(edges), "cut off at the top or the bottom"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_colours(theme):
    size = QSize(24, 24)
    drawn = icon("run", theme)
    assert ink(drawn.pixmap(size, 1.0).toImage()) == {theme.text}
    assert ink(drawn.pixmap(size, 1.0, QIcon.Mode.Disabled).toImage()) == {theme.hatch}
    assert ink(icon("run", theme, theme.accent).pixmap(size, 1.0).toImage()) == {theme.accent}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("side", [11, 16, 30, 72])
@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_any_size_is_drawn_for_itself(side, ratio):
    pixmap = icon("run").pixmap(QSize(side, side), ratio)
    assert pixmap.width() == round(side * ratio)
    assert pixmap.deviceIndependentSize().width() == pytest.approx(side, abs=1)


@pytest.mark.usefixtures("qapp")
def test_an_icon_follows_the_application_s_theme():
    drawn, tinted = icon("run"), icon("run", color=lambda theme: theme.muted)
    for theme in THEMES.values():
        apply_appearance(theme)
        assert ink(drawn.pixmap(QSize(24, 24), 1.0).toImage()) == {theme.text}
        assert ink(tinted.pixmap(QSize(24, 24), 1.0).toImage()) == {theme.muted}
    apply_appearance(THEMES["light"])


@pytest.mark.usefixtures("qapp")
def test_an_unknown_name_is_a_mistake_of_the_program():
    with pytest.raises(KeyError):
        icon("no such action", THEMES["light"])


def test_the_icon_package_itself_stays_unloaded_and_the_process_ends_well():
    program = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from playground.views.icons import icon\n"
        "from playground.views.theme import LIGHT\n"
        "app = QApplication(['x', '-platform', 'offscreen'])\n"
        "assert not icon('run', LIGHT).isNull()\n"
        "assert 'qtawesome' not in sys.modules and 'qtpy' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
