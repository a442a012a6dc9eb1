"""A typeset formula as an image in one colour and size, and as rich text for tooltips."""

import math
from base64 import b64encode
from collections.abc import Mapping
from functools import lru_cache
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QImage, QImageWriter
from PySide6.QtSvg import QSvgRenderer

from playground.views.formulas.typesetting import INK, LIT, Formula, typeset
from playground.views.kit.painting import painting

IMAGES = 128
"""Images remembered; a long formula is about 100 kB."""


@lru_cache(IMAGES)
def formula_picture(latex: str, size: float, color: str, ratio: float = 1.0, accent: str = "") -> QImage:
    """Return a formula drawn on nothing; where LaTeX cannot be typeset, its source in a typewriter face.

    Typesets at once if it must, which can take 80 ms: where frames matter, ask `Typesetter` first.

    Parameters
    ----------
    latex
        The formula, without dollar signs.
    size
        Of its font, in logical pixels.
    color
        ``#rrggbb`` of what the formula itself leaves black.
    ratio
        Device pixels per logical pixel.
    accent
        ``#rrggbb`` of what the formula brings out; the same as the rest where there is none.
    """
    formula = typeset(latex)
    if formula is None:
        return _source_image(latex, size, color, ratio)
    return _image(formula, size, ratio, {INK: color, LIT: accent or color})


@lru_cache(IMAGES)
def formula_html(latex: str, size: float, color: str, ratio: float = 1.0) -> str:
    """Return a formula as an ``<img>`` that carries its own data, for rich text."""
    return image_html(formula_picture(latex, size, color, ratio), latex, ratio)


def image_html(image: QImage, alt: str, ratio: float = 1.0) -> str:
    """Return an image as an ``<img>`` that carries its own data."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    width, height = (round(length / ratio) for length in (image.width(), image.height()))
    encoded = b64encode(data.data()).decode("ascii")
    return (
        f"<img src='data:image/png;base64,{encoded}' width='{width}' height='{height}' alt='{escape(alt)}' "
        "style='vertical-align: middle'>"
    )


def _image(formula: Formula, size: float, ratio: float, colors: Mapping[str, str]) -> QImage:
    em = size * ratio
    # The baseline lies between two rows of pixels, so that letters stand on it sharply.
    above, below = math.ceil(formula.ascent * em), math.ceil(formula.descent * em)
    image = _blank(formula.width * em, above + below, ratio)
    svg = formula.svg
    for stands_for, color in colors.items():
        svg = svg.replace(stands_for, color)
    renderer = QSvgRenderer(svg.encode())
    with painting(image, smooth=True) as painter:
        place = QRectF(0, above - formula.ascent * em, formula.width * em, formula.height * em)
        renderer.render(painter, QRectF(place.topLeft() / ratio, place.size() / ratio))
    return image


def _source_image(latex: str, size: float, color: str, ratio: float) -> QImage:
    font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    font.setPixelSize(max(1, round(size * 0.8)))
    metrics = QFontMetricsF(font)
    text = " ".join(latex.split())
    image = _blank((metrics.horizontalAdvance(text) + 2) * ratio, metrics.height() * ratio, ratio)
    with painting(image) as painter:
        painter.setFont(font)
        painter.setPen(QColor(color))
        painter.drawText(1, round(metrics.ascent()), text)
    return image


def _blank(width: float, height: float, ratio: float) -> QImage:
    image = QImage(max(1, math.ceil(width)), max(1, math.ceil(height)), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image
