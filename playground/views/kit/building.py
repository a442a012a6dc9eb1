"""How panels are put together: parts in rows and columns, controls with their names and tooltips."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QSplitter,
    QStackedWidget,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from playground.views.icons import icon
from playground.views.kit.appearance import SPACES, Spaces, icon_size, pixels, scaled, scaled_font
from playground.views.kit.unbroken import unbroken

Part = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]
"""A widget or a layout, alone or with its share of the room; a gap in pixels at 100 %; None for room that is left."""
Edges = int | tuple[int, int, int, int]
B = TypeVar("B", bound=QBoxLayout)
L = TypeVar("L", bound=QLayout)
W = TypeVar("W", bound=QWidget)


def in_row(*parts: Part, gap: int = 6, edges: Edges = 0) -> QHBoxLayout:
    """Return parts side by side, so far apart, with room around them at the edges."""
    return _filled(QHBoxLayout(), parts, gap, edges)


def in_column(*parts: Part, gap: int = 6, edges: Edges = 0) -> QVBoxLayout:
    """Return parts one above the other, as `in_row` does."""
    return _filled(QVBoxLayout(), parts, gap, edges)


class BreakingSplitter(QSplitter):
    """Parts side by side, or one above the other where there is too little room: it never scrolls sideways.

    Parameters
    ----------
    suits
        Whether they shall stand side by side in a room of some size that is wide enough.
    """

    def __init__(self, suits: Callable[[QSize], bool]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._suits = suits

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._widths), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return handled

    @property
    def _widths(self) -> list[int]:
        """What each part needs."""
        parts = [self.widget(index) for index in range(self.count())]
        return [max(part.minimumSizeHint().width(), part.minimumWidth()) for part in parts if part is not None]

    def _arrange(self) -> None:
        """Break where the parts have become too wide for one row, or join them again."""
        fits = sum(self._widths) + self.handleWidth() * (self.count() - 1) <= self.width()
        wanted = Qt.Orientation.Horizontal if fits and self._suits(self.size()) else Qt.Orientation.Vertical
        if wanted != self.orientation():
            self.setOrientation(wanted)


def beside(
    *parts: tuple[QWidget, int],
    name: str = "",
    suits: Callable[[QSize], bool] = lambda size: True,  # noqa: ARG005
) -> QSplitter:
    """Return widgets side by side as `divided` does, but one above the other as `BreakingSplitter` has it."""
    return _divided(BreakingSplitter(suits), parts, name, 1)


def divided(orientation: Qt.Orientation, *parts: tuple[QWidget, int], name: str = "", handle: int = 1) -> QSplitter:
    """Return widgets with a line between them that can be moved, each with its share of the room that is left."""
    return _divided(QSplitter(orientation), parts, name, handle)


def _divided(splitter: QSplitter, parts: Iterable[tuple[QWidget, int]], name: str, handle: int) -> QSplitter:
    splitter.setObjectName(name)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(handle)
    for index, (widget, share) in enumerate(parts):
        splitter.addWidget(widget)
        splitter.setStretchFactor(index, share)
    return splitter


def spaced(layout: L, gap: int | tuple[int, int] | None = None, edges: Edges | None = None) -> L:
    """Return a layout with its parts so far apart and room around them, in pixels at 100 %, at every zoom.

    Parameters
    ----------
    gap
        Between parts; for a grid perhaps across and down. None for that of the style.
    edges
        At all sides, or left, top, right and bottom; None for those of the style.
    """
    spaces = Spaces(gap, (edges,) * 4 if isinstance(edges, int) else edges)
    layout.setProperty(SPACES, spaces)
    spaces.apply(layout)
    return layout


def _filled(layout: B, parts: tuple[Part, ...], gap: int, edges: Edges) -> B:
    spaces = spaced(layout, gap, edges).property(SPACES)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            space = QSpacerItem(0, 0)
            layout.addSpacerItem(space)
            spaces.between.append((space, part))
        else:
            inside, share = part if isinstance(part, tuple) else (part, 0)
            if isinstance(inside, QLayout):
                layout.addLayout(inside, share)
            else:
                layout.addWidget(inside, share)
    spaces.apply(layout)
    return layout


def named(widget: W, name: str, tip: str = "") -> W:
    """Return a control under its name for screen readers, with a tooltip that they read too."""
    widget.setAccessibleName(name)
    widget.setToolTip(tip)
    widget.setAccessibleDescription(tip)
    return widget


def search_field(name: str, invitation: str = "") -> QLineEdit:
    """Return a line to search with, that can be cleared; its name invites where nothing else does."""
    field = named(QLineEdit(), name)
    field.setPlaceholderText(invitation or name)
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(QCoreApplication.translate("SearchField", "Clear"))
    return field


def push_button(text: str, tip: str) -> QPushButton:
    """Return a button with a word on it and a tooltip that screen readers read too."""
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    return button


def captioned(text: str, field: QWidget, share: int = 0) -> QWidget:
    """Return a field with a word before it, as one part of a row that wraps; with a share it fills its line."""
    both = QWidget()
    both.setLayout(in_row(QLabel(text), (field, share)))
    return both


def tool_button(text: str, tip: str, *, checkable: bool = False) -> QToolButton:
    """Return a button with a word on it, that screen readers read."""
    button = QToolButton()
    button.setText(text)
    button.setCheckable(checkable)
    return named(button, text, tip)


def icon_button(name: str, tip: str, picture: str) -> QToolButton:
    """Return a button with an icon and no word."""
    button = named(QToolButton(), name, tip)
    button.setIcon(icon(picture))
    scaled(button, QWidget.setFixedSize, 28, 28)
    scaled(button, icon_size, 18)
    return button


def scrolling(widget: QWidget | None = None, *, sideways: bool = False, down: bool = True) -> QScrollArea:
    """Return a place without a frame in which a widget scrolls; the keys stay the widget's."""
    place = QScrollArea()
    place.setFrameShape(QFrame.Shape.NoFrame)
    place.setWidgetResizable(True)
    place.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if not sideways:
        place.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if not down:
        place.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if widget is not None:
        place.setWidget(widget)
        widget.setAutoFillBackground(False)
    return place


class _Column(QWidget):
    """As high as its parts need: a scroll area would give it what they wish for."""

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return -1 if layout is None else layout.totalMinimumHeightForWidth(width)


class ScrolledColumn(QScrollArea):
    """A column that scrolls by itself where it is too low for its parts; it is as wide as they need.

    Parameters
    ----------
    height
        What it is given at least, in pixels at 100 %.
    """

    def __init__(self, parts: QLayout, height: int) -> None:
        super().__init__()
        self._height = height
        self._column = column = _Column()
        column.setLayout(parts)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(column)
        column.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        needed = self._column.minimumSizeHint()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return QSize(needed.width() + bar, min(needed.height(), pixels(self._height)))

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self._column.sizeHint().height())


def bring_into_sight(widget: QWidget) -> None:
    """Scroll the page around a widget so that it is seen."""
    place = widget.parentWidget()
    while place is not None and not isinstance(place, QScrollArea):
        place = place.parentWidget()
    if place is not None:
        place.ensureWidgetVisible(widget, 0, 0)


class FrontStack(QStackedWidget):
    """Pages of which only the one in front asks for room."""

    def __init__(self, *pages: QWidget) -> None:
        super().__init__()
        self._policies = {page: page.sizePolicy() for page in pages}
        for page in pages:
            self.addWidget(page)
        self.currentChanged.connect(self._ask)
        self._ask()

    def _ask(self) -> None:
        for page, policy in self._policies.items():
            page.setSizePolicy(policy if page is self.currentWidget() else _NO_ROOM)


_NO_ROOM = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)


class Prose(QLabel):
    """Sentences that wrap, as wide as there is room; a formula in them stays on one line."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._said = ""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def text(self) -> str:
        """Return what is said, without what holds its lines together."""
        return self._said

    def setText(self, text: str) -> None:
        if text != self._said:
            self._said = text
            super().setText(unbroken(text))

    def clear(self) -> None:
        self.setText("")


def prose(role: str = "", factor: float = 1.0) -> Prose:
    label = Prose()
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.setProperty("role", role)
    if factor != 1:
        scaled_font(label, factor)
    return label


def tell_whether(line: QLabel, text: str, possible: bool) -> None:
    """Say what something typed comes to, as a mistake where it comes to nothing."""
    line.setText(text)
    line.setProperty("role", "" if possible else "mistake")
    line.style().unpolish(line)
    line.style().polish(line)


def lay_beside(layout: QBoxLayout, beside: bool) -> None:
    """Let the parts of a layout stand side by side, or one above the other."""
    direction = QBoxLayout.Direction
    layout.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
