"""A painter ends, whatever happens while it paints."""

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter

import playground
from playground.views.kit.painting import painting


@pytest.fixture
def image(qapp):
    return QImage(20, 20, QImage.Format.Format_RGB32)


def test_a_painter_ends_with_its_block(image):
    with painting(image) as painter:
        assert painter.isActive()
        assert not painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    assert not painter.isActive()
    assert not image.paintingActive()


def test_a_painter_ends_where_painting_fails(image):
    painters = []

    def fail():
        with painting(image, smooth=True) as painter:
            painters.append(painter)
            assert painter.testRenderHint(QPainter.RenderHint.Antialiasing)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not painters[0].isActive()
    assert not image.paintingActive()


def test_nothing_else_begins_a_painter():
    folder = Path(playground.__file__).parent
    begun = [
        f"{path.relative_to(folder)}:{node.lineno}"
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QPainter"
    ]
    assert [place.rpartition(":")[0] for place in begun] == [str(Path("views", "kit", "painting.py"))]
