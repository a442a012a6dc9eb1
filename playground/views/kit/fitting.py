"""Parts that fit themselves to the room there is: in lines, side by side or one above the other, only the front one."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QStyle,
    QWidget,
)

from playground.views.kit.appearance import pixels
from playground.views.kit.building import in_row


class WrappedRow(QLayout):
    """Lays widgets out from the left, and below where a line is full; those that expand fill their line.

    Parameters
    ----------
    *widgets
        In their order.
    spread
        Whether the last of a line stands at its right end.
    """

    def __init__(self, *widgets: QWidget, spread: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._spread = spread
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        edges = self.contentsMargins()
        lines = self._lines(width - edges.left() - edges.right())
        between = self.spacing() * max(0, len(lines) - 1)
        return sum(map(_height, lines)) + between + edges.top() + edges.bottom()

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0)).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown]
        least = QSize(0, 0)
        for size in sizes:
            least = least.expandedTo(size)
        return least.grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        rect = rect.marginsRemoved(self.contentsMargins())
        top = rect.top()
        for line in self._lines(rect.width()):
            left, height = rect.left(), _height(line)
            for place, (item, width) in enumerate(zip(line, self._widths(line, rect.width()), strict=True)):
                if self._spread and place and place == len(line) - 1:
                    left = rect.right() + 1 - width
                own = item.sizeHint().height()
                item.setGeometry(QRect(QPoint(left, top + (height - own) // 2), QSize(width, own)))
                left += width + self.spacing()
            top += height + self.spacing()

    @property
    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _widths(self, line: Sequence[QLayoutItem], width: int) -> list[int]:
        """Return what each of a line is given of its width."""
        widths = [min(item.sizeHint().width(), width) for item in line]
        growing = [place for place, item in enumerate(line) if item.expandingDirections() & Qt.Orientation.Horizontal]
        rest = width - sum(widths) - self.spacing() * (len(line) - 1)
        for count, place in enumerate(growing):
            more = max(rest, 0) // (len(growing) - count)
            widths[place] += more
            rest -= more
        return widths

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown:
            wide = item.sizeHint().width()
            if not lines or left + wide > width:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += wide + self.spacing()
        return lines


def _height(line: Sequence[QLayoutItem]) -> int:
    return max(item.sizeHint().height() for item in line)


class BreakingRow(QWidget):
    """Parts side by side (None for room that is left), or one above the other where there is too little room.

    It never asks for height by its width, as a `WrappedRow` does: what scrolls gives such a page more than it needs.
    """

    def __init__(self, *parts: QWidget | None, gap: int = 6) -> None:
        super().__init__()
        self._parts = [part for part in parts if part is not None]
        self._box = in_row(*parts, gap=gap)
        self.setLayout(self._box)

    def minimumSizeHint(self) -> QSize:
        widest = max(max(part.minimumSizeHint().width(), part.minimumWidth()) for part in self._parts)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return handled

    def _arrange(self) -> None:
        """Break where the parts have become too wide for one row, or join them again."""
        seen = [max(part.sizeHint().width(), part.minimumWidth()) for part in self._parts if not part.isHidden()]
        fits = sum(seen) + self._box.spacing() * (len(seen) - 1) <= self.width()
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if wanted != self._box.direction():
            self._box.setDirection(wanted)


class BreakingSplitter(QSplitter):
    """Parts side by side, or one above the other where there is too little room: it never scrolls sideways.

    Parameters
    ----------
    suits
        Whether they shall stand side by side in a room of some size that is wide enough.
    leads
        Whether the last part goes to the top where they stand one above the other.
    """

    def __init__(self, suits: Callable[[QSize], bool], *, leads: bool) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._suits, self._leads = suits, leads

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
            if self._leads:
                first, last = 0, self.count() - 1
                moved = (last, first) if wanted == Qt.Orientation.Vertical else (first, last)
                part = self.widget(moved[0])
                assert part is not None
                self.insertWidget(moved[1], part)


USUAL_HANDLE = -1
"""The line between the parts of a splitter is as wide as the style has it."""


def beside(
    *parts: tuple[QWidget, int],
    name: str = "",
    suits: Callable[[QSize], bool] = lambda size: True,  # noqa: ARG005
    leads: bool = False,
) -> QSplitter:
    """Return widgets side by side as `divided` does, but one above the other as `BreakingSplitter` has it."""
    return _divided(BreakingSplitter(suits, leads=leads), parts, name, 1)


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


class _Column(QWidget):
    """As high as its parts need: a scroll area would give it what they wish for."""

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return -1 if layout is None else layout.totalMinimumHeightForWidth(width)


class ScrolledColumn(QScrollArea):
    """A column that scrolls by itself where it is too low for its parts; it is as wide as they need.

    `height`: what it is given at least, in pixels at 100 %.
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


def lay_beside(layout: QBoxLayout, beside: bool) -> None:
    """Let the parts of a layout stand side by side, or one above the other."""
    direction = QBoxLayout.Direction
    layout.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
