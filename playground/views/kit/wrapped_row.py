"""Parts side by side, in as many lines as they take: what a box layout does not do."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


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
        lines = self._lines(width)
        return sum(map(_height, lines)) + self.spacing() * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            left, height = rect.left(), _height(line)
            for place, (item, width) in enumerate(zip(line, self._widths(line, rect.width()), strict=True)):
                if self._spread and place and place == len(line) - 1:
                    left = rect.right() + 1 - width
                item.setGeometry(QRect(QPoint(left, top), QSize(width, height)))
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
