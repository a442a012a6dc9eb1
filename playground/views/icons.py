"""The icons: one table from an action's id to a glyph of QtAwesome's Material Design font.

The font's files come from the QtAwesome package; its Python module stays unloaded, because importing it takes longer
than building the window.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainterPath, QPixmap, QRawFont

from playground.views.kit.canvas import painting
from playground.views.theme import Theme

ICONS: Mapping[str, str] = MappingProxyType(
    {
        "about": "information-outline",
        "autoplay": "motion-play-outline",
        "backprop": "arrow-left-bold-box-outline",
        "chain": "family-tree",
        "check": "check-decagram-outline",
        "close": "close",
        "collapse": "chevron-down",
        "copy": "content-copy",
        "cost": "chart-line",
        "csv": "file-delimited-outline",
        "data": "scatter-plot-outline",
        "divergence": "alert-outline",
        "early": "timer-sand",
        "error": "alert-circle-outline",
        "expand": "chevron-right",
        "export": "tray-arrow-down",
        "health": "heart-pulse",
        "help": "help-circle-outline",
        "landscape": "image-filter-hdr",
        "network": "graph-outline",
        "new_sample": "dice-5-outline",
        "new_weights": "dice-5-outline",
        "load_pin": "tray-arrow-up",
        "next": "skip-next",
        "open": "folder-open-outline",
        "pause": "pause",
        "pin": "pin-outline",
        "points": "draw",
        "previous": "skip-previous",
        "quit": "exit-to-app",
        "redo": "redo",
        "remove": "trash-can-outline",
        "rename": "pencil-outline",
        "reset": "restart",
        "reset_view": "fit-to-page-outline",
        "run": "play",
        "save": "content-save-outline",
        "save_as": "content-save-edit-outline",
        "screenshot": "camera-outline",
        "show": "eye-outline",
        "step_back": "step-backward",
        "step_batch": "step-forward",
        "step_epoch": "step-forward-2",
        "theme": "theme-light-dark",
        "to_end": "skip-forward",
        "train": "school-outline",
        "undo": "undo",
        "zoom_in": "magnify-plus-outline",
        "zoom_out": "magnify-minus-outline",
    }
)
"""What each action, workspace and mark looks like."""

FONT_PATTERN = "materialdesignicons6-webfont-*.ttf"
CHARMAP_PATTERN = "materialdesignicons6-webfont-charmap-*.json"
SIZES = (16, 20, 24, 32, 48)
"""Sizes that are drawn ready, in device pixels: an icon of 16 or 24 stays crisp at 200 % too."""


@dataclass(frozen=True)
class _Glyphs:
    """The icon font, and where its glyphs are."""

    font: QRawFont
    charmap: str

    def code(self, name: str) -> int:
        """Return a glyph's code point, searched in the text: to read all seven thousand takes ten times as long."""
        found = re.search(rf'"{re.escape(name)}":\s*"(?:0x)?([0-9a-fA-F]+)"', self.charmap)
        if found is None:
            raise KeyError(name)
        return int(found[1], 16)


@cache
def _glyphs() -> _Glyphs:
    """Read the font once: from QtAwesome's folder, found without importing the package."""
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("QtAwesome, which brings the icon font, is not installed")
    folder = Path(spec.submodule_search_locations[0]) / "fonts"
    font, charmap = (max(folder.glob(pattern), default=None) for pattern in (FONT_PATTERN, CHARMAP_PATTERN))
    if font is None or charmap is None:
        raise FileNotFoundError(f"{folder}: no {FONT_PATTERN} and {CHARMAP_PATTERN}; QtAwesome ≥ 1.4 was expected")
    return _Glyphs(QRawFont(str(font), float(max(SIZES))), charmap.read_text(encoding="utf-8"))


def icon(name: str, theme: Theme, color: str | None = None) -> QIcon:
    """Return an icon in the theme's colours, muted where disabled.

    Parameters
    ----------
    name
        A key of `ICONS`.
    theme
        Whose text colour it takes.
    color
        ``#rrggbb`` instead of the text colour.

    Raises
    ------
    KeyError
        If the table has no such name.
    """
    outline = _outline(ICONS[name])
    drawn = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, color or theme.text), (QIcon.Mode.Disabled, theme.hatch)):
        for size in SIZES:
            drawn.addPixmap(_pixmap(outline, size, tint), mode)
    return drawn


@cache
def _outline(glyph: str) -> QPainterPath:
    """Return a glyph's outline on a square of the largest size, centred."""
    glyphs = _glyphs()
    (index,) = glyphs.font.glyphIndexesForString(chr(glyphs.code(glyph)))
    path = glyphs.font.pathForGlyph(index)
    middle = max(SIZES) / 2
    # Every glyph keeps its place on the font's own square, so that neighbouring icons line up.
    width = glyphs.font.advancesForGlyphIndexes([index])[0].x()
    height = glyphs.font.ascent() - glyphs.font.descent()
    return path.translated(QPointF(middle - width / 2, middle + height / 2))


def _pixmap(outline: QPainterPath, size: int, color: str) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    with painting(pixmap, smooth=True) as painter:
        scale = size / max(SIZES)
        painter.scale(scale, scale)
        painter.fillPath(outline, QColor(color))
    return pixmap
