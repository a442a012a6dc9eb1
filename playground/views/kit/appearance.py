"""The theme and the zoom of the application: changed by one function, told by Qt's own change events.

`apply_appearance` sets the application's palette, font and style sheet; every widget then gets ``PaletteChange``,
``FontChange`` and ``StyleChange`` events from Qt. What a widget draws itself asks `theme()` and `zoom()` while it
paints; `Canvas` (in `playground.views.kit.canvas`) does both. What Qt cannot know is declared once where the widget is
made, and kept up from then on:

    scaled(self.remove, QWidget.setFixedSize, 22, 24)  # sizes in pixels of a plain widget, at 100 %
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec import Struct, field
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QGridLayout,
    QLayout,
    QSizePolicy,
    QSpacerItem,
    QStackedWidget,
    QWidget,
)

from playground.views.panel_style import TEMPLATE, filled
from playground.views.theme import LIGHT, Theme

ZOOM_STEPS = (75, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""In percent, what `Ctrl +` and `Ctrl −` go through."""
SHOWN_TO_A_ROOM = 2.0
"""From this many times the usual size on no text is smaller than the rest: the last row reads all of them or none."""
ACROSS = (QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.RightToLeft)
SPACED = 0.8
"""Pixels between capitals, at 100 %."""
_SIZES, _FONT, SPACES = "sizes_in_pixels", "font_rule", "spaces_in_pixels"

RESTYLED = frozenset(
    {
        QEvent.Type.PaletteChange,
        QEvent.Type.StyleChange,
        QEvent.Type.FontChange,
        QEvent.Type.LanguageChange,
        QEvent.Type.DevicePixelRatioChange,
    }
)
"""After these, what was computed for colours, font, zoom or language is stale."""


class Appearance(Struct, frozen=True):
    """How everything looks.

    `font`: the application's font at 100 %.
    """

    theme: Theme = LIGHT
    zoom: int = 100
    font: QFont = field(default_factory=QFont)


class _Now:
    """What is in force: a process has one Qt application, and to ask that for it takes twenty times as long."""

    appearance: Appearance | None = None
    changing = False


def appearance() -> Appearance:
    """Return how everything looks now; light and at 100 % before anything was applied."""
    return _Now.appearance or Appearance(font=QApplication.font())


def theme() -> Theme:
    return appearance().theme


def zoom() -> float:
    """Return how many times its usual size everything has."""
    return appearance().zoom / 100


def apply_appearance(theme: Theme, zoom: int | None = None, *, building: bool = False) -> None:
    """Give the whole application other colours, or another size; nothing happens where it has them already.

    Parameters
    ----------
    zoom
        In percent; None leaves it as it is.
    building
        Leave the style sheet out until `dress`: while one is on, every widget that is put into another is styled anew.
    """
    application, before = _application(), appearance()
    font = before.font
    if application.font() != resized(font, before.zoom / 100):  # another typeface was chosen meanwhile
        font = application.font()
    after = Appearance(theme, before.zoom if zoom is None else zoom, font)
    if after == before and application.styleSheet():
        return
    # Without a sheet first: to replace one by another takes Qt three times as long as off and on again, and while one
    # is on, widgets do not follow the application's font.
    with _changing():
        application.setStyleSheet("")
        _Now.appearance = after
        application.setPalette(theme.palette())
        application.setFont(resized(font, after.zoom / 100))
        for window in application.topLevelWidgets():
            if not window.testAttribute(Qt.WidgetAttribute.WA_SetFont):
                window.setFont(QFont())  # one that was not shown yet would keep the font it began with
        if after.zoom != before.zoom:
            for widget in application.allWidgets():
                if (sizes := widget.property(_SIZES)) is not None:
                    sizes.apply(widget)
            for window in application.topLevelWidgets():
                for layout in window.findChildren(QLayout):
                    if (spaces := layout.property(SPACES)) is not None:
                        spaces.apply(layout)
    if building:
        return
    dress()
    for window in application.topLevelWidgets():
        if window.parent() is None:
            _tell(window)


def _tell(widget: QWidget) -> None:
    """Let a widget and everything in it know that the change is made; a page behind another hears of it when shown."""
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
    stacked = isinstance(widget, QStackedWidget)
    for child in widget.children():
        if not isinstance(child, QWidget):
            continue
        if not stacked or not child.isHidden():
            _tell(child)
        else:
            later = child.findChild(_Later, options=Qt.FindChildOption.FindDirectChildrenOnly) or _Later(child)
            later.due = True


class _Later(QObject):
    """Tells a page of a change when it is next shown, if that is due."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.due = False
        page.installEventFilter(self)

    def eventFilter(self, page: QObject, event: QEvent) -> bool:
        if self.due and event.type() == QEvent.Type.Show and isinstance(page, QWidget):
            self.due = False
            _tell(page)
        return False


def dress() -> None:
    """Set the style sheet, where there is none; what was built since `apply_appearance` has its colours and size."""
    application, look = _application(), appearance()
    if application.styleSheet():
        return
    with _changing():
        application.setStyleSheet(filled(TEMPLATE, look.theme, look.zoom / 100))
        for widget in application.allWidgets():
            if (rule := widget.property(_FONT)) is not None:
                rule.apply(widget)  # now: the sheet gives a widget back the font that it had under the one before


@contextmanager
def _changing() -> Iterator[None]:
    """While Qt goes through all widgets: `restyled` waits, and Python looks for no garbage.

    Qt keeps plain pointers to all of them meanwhile: a closed window that Python destroyed then would end the program.
    """
    collects = gc.isenabled()
    gc.disable()
    _Now.changing = True
    try:
        yield
    finally:
        _Now.changing = False
        if collects:
            gc.enable()


def restyled(event: QEvent) -> bool:
    """Whether an event says that colours, font, zoom or language are others now.

    On the way from one appearance to another Qt sends a widget up to a dozen; only the last one counts.
    """
    return not _Now.changing and event.type() in RESTYLED


def zoomed(percent: int, steps: int) -> int:
    """Return the zoom so many steps larger (or smaller, below 0) than one in percent, within `ZOOM_STEPS`."""
    above = [step for step in ZOOM_STEPS if step > percent]
    below = [step for step in ZOOM_STEPS if step < percent]
    if steps > 0:
        return [percent, *above][min(steps, len(above))]
    return [*below, percent][max(len(below) + steps, 0)]


def pixels(size: float) -> int:
    """Return a length in pixels at 100 % as it is at the present zoom."""
    return round(size * zoom())


class _Sizes:
    """The sizes of one widget, in pixels at 100 %: by the name of what sets them."""

    def __init__(self) -> None:
        self.declared: dict[str, tuple[Callable[..., object], tuple[int, ...]]] = {}

    def apply(self, widget: QWidget) -> None:
        """Give the widget its sizes at the present zoom."""
        for setter, sizes in self.declared.values():
            setter(widget, *(pixels(size) for size in sizes))


class Spaces(Struct):
    """The distances in a layout, in pixels at 100 %.

    Attributes
    ----------
    gap
        Between its parts; for a grid perhaps across and down.
    edges
        Left, top, right and bottom.
    between
        The spaces that stand among its parts, each with its length.
    """

    gap: int | tuple[int, int] | None
    edges: tuple[int, int, int, int] | None
    between: list[tuple[QSpacerItem, int]] = field(default_factory=list)

    def apply(self, layout: QLayout) -> None:
        """Give the layout its distances at the present zoom."""
        if self.edges is not None:
            layout.setContentsMargins(*(pixels(edge) for edge in self.edges))
        if isinstance(self.gap, tuple) and isinstance(layout, QGridLayout):
            layout.setHorizontalSpacing(pixels(self.gap[0]))
            layout.setVerticalSpacing(pixels(self.gap[1]))
        elif isinstance(self.gap, int):
            layout.setSpacing(pixels(self.gap))
        fixed, least = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
        for space, length in self.between:
            if isinstance(layout, QBoxLayout) and layout.direction() in ACROSS:
                space.changeSize(pixels(length), 0, fixed, least)
            else:
                space.changeSize(0, pixels(length), least, fixed)
        layout.invalidate()


def scaled(widget: QWidget, setter: Callable[..., object], *sizes: int) -> None:
    """Set sizes of a plain widget, given in pixels at 100 %: now, and again whenever the zoom changes.

    `setter`: a function that takes the widget and lengths, as ``QWidget.setFixedWidth``, `icon_size`. What was declared
    last for a setter counts.
    """
    kept = widget.property(_SIZES)
    sizes_of = kept if isinstance(kept, _Sizes) else _Sizes()
    sizes_of.declared[setter.__name__] = (setter, sizes)
    widget.setProperty(_SIZES, sizes_of)
    setter(widget, *(pixels(size) for size in sizes))


def icon_size(button: QAbstractButton, side: int) -> None:
    """Give a button's icon a side, for `scaled`."""
    button.setIconSize(QSize(side, side))


class _FontRule(Struct, frozen=True):
    """A widget's font, by how it differs from the application's."""

    factor: float
    bold: bool
    digits: bool
    capitals: bool

    def apply(self, widget: QWidget) -> None:
        font = resized(QApplication.font(), max(self.factor, 1.0) if zoom() >= SHOWN_TO_A_ROOM else self.factor)
        font.setBold(self.bold)
        if self.digits:
            font.setFeature(QFont.Tag("tnum"), 1)
        if self.capitals:
            font.setCapitalization(QFont.Capitalization.AllUppercase)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, SPACED * zoom())
        widget.setFont(font)


def scaled_font(
    widget: QWidget, factor: float = 1.0, *, bold: bool = False, digits: bool = False, capitals: bool = False
) -> None:
    """Give a widget a font of so many times the usual size, and it follows.

    Perhaps bold, with digits of one width, or in spaced capitals.
    """
    rule = _FontRule(factor, bold, digits, capitals)
    widget.setProperty(_FONT, rule)
    rule.apply(widget)


def resized(font: QFont, factor: float) -> QFont:
    """Return a font of so many times its size, however that is given."""
    other = QFont(font)
    if factor == 1:
        return other
    if font.pixelSize() > 0:
        other.setPixelSize(max(round(font.pixelSize() * factor), 1))
    else:
        other.setPointSizeF(round(font.pointSizeF() * factor, 4))
    return other


def tabular(font: QFont, factor: float = 1.0) -> QFont:
    """Return a font with digits of one width, as far as its typeface has them, and perhaps another size."""
    font = resized(font, factor)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
