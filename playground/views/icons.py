"""The icons: one table from an action's id to a glyph of QtAwesome's Material Design font.

The font's files come from the QtAwesome package; its Python module stays unloaded, because importing it takes longer
than building the window.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPixmap, QPixmapCache, QRawFont

from playground.views.kit.appearance import theme as current_theme
from playground.views.kit.painting import painting
from playground.views.theme import Theme

ICONS: Mapping[str, str] = MappingProxyType(
    {
        "about": "information-outline",
        "apart": "dock-window",
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
        "done": "check-circle",
        "early": "timer-sand",
        "error": "alert-circle-outline",
        "expand": "chevron-right",
        "export": "tray-arrow-down",
        "fork": "source-fork",
        "health": "heart-pulse",
        "help": "help-circle-outline",
        "landscape": "image-filter-hdr",
        "network": "graph-outline",
        "new_sample": "dice-5-outline",
        "new_weights": "dice-5-outline",
        "load_pin": "tray-arrow-up",
        "move_down": "arrow-down",
        "move_up": "arrow-up",
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
        "reset_view": "arrow-expand-all",
        "run": "play",
        "save": "content-save-outline",
        "save_as": "content-save-edit-outline",
        "screenshot": "camera-outline",
        "show": "eye-outline",
        "step_back": "step-backward",
        "step_batch": "step-forward",
        "step_epoch": "step-forward-2",
        "theme": "theme-light-dark",
        "to_do": "circle-outline",
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
SIDE = 48
"""Of the square that outlines are kept on, in pixels."""


class _Glyphs(Struct, frozen=True):
    """The icon font, and where its glyphs are."""

    font: QRawFont
    charmap: str

    def code(self, name: str) -> int:
        """Return a glyph's code point, searched in the text: to read all seven thousand takes ten times as long."""
        _, found, after = self.charmap.partition(f'"{name}":')
        if not found:
            raise KeyError(name)
        return int(after[:20].split('"')[1], 16)


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
    return _Glyphs(QRawFont(str(font), float(SIDE)), charmap.read_text(encoding="utf-8"))


def icon(name: str, theme: Theme | None = None, color: str | Callable[[Theme], str] | None = None) -> QIcon:
    """Return an icon that is drawn when it is shown: in the colours of then, and sharp at any size.

    Raises `KeyError` if the table has no such name.

    Parameters
    ----------
    name
        A key of `ICONS`.
    theme
        Whose colours it takes; None for those that the application has when it is shown.
    color
        ``#rrggbb`` instead of the text colour, or which of the theme's; where disabled it is always muted.
    """
    return QIcon(_Glyph(ICONS[name], theme, color))


class _Glyph(QIconEngine):
    """Draws one glyph; what was drawn is kept where Qt keeps such pictures."""

    def __init__(self, glyph: str, theme: Theme | None, color: str | Callable[[Theme], str] | None) -> None:
        super().__init__()
        self._glyph, self._theme, self._color = glyph, theme, color

    def clone(self) -> QIconEngine:
        return _Glyph(self._glyph, self._theme, self._color)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.pixmap(rect.size() * ratio, mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """Return the glyph as a picture of a size in device pixels."""
        look = current_theme() if self._theme is None else self._theme
        color = look.hatch if mode == QIcon.Mode.Disabled else self._color or look.text
        tint = color if isinstance(color, str) else color(look)
        side = min(size.width(), size.height())
        key = f"glyph {self._glyph} {side} {tint}"
        drawn = QPixmap()
        if not QPixmapCache.find(key, drawn):
            drawn = _pixmap(_outline(self._glyph), side, tint)
            QPixmapCache.insert(key, drawn)
        return drawn


@cache
def _outline(glyph: str) -> QPainterPath:
    """Return a glyph's outline on a square of the largest size, centred."""
    glyphs = _glyphs()
    (index,) = glyphs.font.glyphIndexesForString(chr(glyphs.code(glyph)))
    path = glyphs.font.pathForGlyph(index)
    middle = SIDE / 2
    # Every glyph keeps its place on the font's own square, so that neighbouring icons line up.
    width = glyphs.font.advancesForGlyphIndexes([index])[0].x()
    height = glyphs.font.ascent() - glyphs.font.descent()
    return path.translated(QPointF(middle - width / 2, middle + height / 2))


def _pixmap(outline: QPainterPath, size: int, color: str) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    with painting(pixmap, smooth=True) as painter:
        scale = size / SIDE
        painter.scale(scale, scale)
        painter.fillPath(outline, QColor(color))
    return pixmap


DRAWN_SIDE = 16
"""Of the square that `drawn_icon` gives to what draws."""


def drawn_icon(draw: Callable[[QPainter, Theme, bool], None]) -> QIcon:
    """Return an icon that a function draws whenever it is shown, into 16 × 16: with the theme, and whether disabled."""
    return QIcon(_Drawn(draw))


class _Drawn(QIconEngine):
    """Lets a function draw in the colours of now."""

    def __init__(self, draw: Callable[[QPainter, Theme, bool], None]) -> None:
        super().__init__()
        self._draw = draw

    def clone(self) -> QIconEngine:
        return _Drawn(self._draw)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.topLeft())
        painter.scale(rect.width() / DRAWN_SIDE, rect.height() / DRAWN_SIDE)
        self._draw(painter, current_theme(), mode == QIcon.Mode.Disabled)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the picture in a size in device pixels."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        with painting(pixmap) as painter:
            self.paint(painter, QRect(QPoint(), size), mode, state)
        return pixmap
