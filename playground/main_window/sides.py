"""A column at a side of the window: by a key, or where there is too little room, it folds to a rail."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from playground.views.kit.appearance import pixels

RAIL_WIDTH = 24


class Side(QWidget):
    """A column with a rail at its outer edge; the rail is there where the window is too narrow, or the column folded.

    Parameters
    ----------
    edge
        ``Qt.ArrowType.LeftArrow`` at the left of the window, ``RightArrow`` at its right.
    width
        What the content is given when it is unfolded, in pixels at 100 %.

    Signals
    -------
    fold_changed()
        It takes another width now.
    """

    fold_changed = Signal()

    def __init__(self, content: QWidget, edge: Qt.ArrowType, name: str, width: int) -> None:
        super().__init__()
        self._content, self._edge, self._name, self._width = content, edge, name, width
        self._narrow = self._put_away = False
        self._rail = QToolButton()
        self._rail.setFixedWidth(RAIL_WIDTH)
        self._rail.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._rail.setAutoRaise(True)
        self._rail.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._rail.hide()
        self._rail.clicked.connect(self._toggle)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        at_left = edge is Qt.ArrowType.LeftArrow
        for widget in (self._rail, content) if at_left else (content, self._rail):
            line.addWidget(widget)
        self._show_state()

    @property
    def is_folded(self) -> bool:
        return self._content.isHidden()

    @property
    def wanted_width(self) -> int:
        return self._rail_width + (0 if self.is_folded else pixels(self._width))

    @property
    def is_put_away(self) -> bool:
        """Whether a person folded it in a window that has room for it."""
        return self._put_away

    def make_room(self, narrow: bool) -> None:
        """Fold where the window has become too narrow, unfold where it is wide enough; in between a person decides."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._fold(narrow or self._put_away)

    def put_away(self, away: bool) -> None:
        """Fold it until it is wished for, or unfold it."""
        self._put_away = away
        self._fold(away)

    def unfold(self) -> None:
        if self.is_folded:
            self.put_away(False)

    def fold_again(self) -> None:
        """Fold as the width of the window and the person had it."""
        self._fold(self._narrow or self._put_away)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the rail's arrow in the colours of the theme, and the width at the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._rail.update()
        elif event.type() == QEvent.Type.FontChange:
            self._show_state()

    @Slot()
    def _toggle(self) -> None:
        folded = not self.is_folded
        self._put_away = folded and not self._narrow
        self._fold(folded)

    @property
    def _rail_width(self) -> int:
        return RAIL_WIDTH if self._narrow or self.is_folded else 0

    def _fold(self, folded: bool) -> None:
        before = self.wanted_width
        self._content.setHidden(folded)
        self._rail.setVisible(self._narrow or folded)
        self._show_state()
        if self.wanted_width != before:
            self.fold_changed.emit()

    def _show_state(self) -> None:
        outwards, inwards = self._edge, _OPPOSITE[self._edge]
        self._rail.setArrowType(inwards if self.is_folded else outwards)
        text = self.tr("Show {name}") if self.is_folded else self.tr("Fold {name} away")
        self._rail.setToolTip(text.format(name=self._name))
        self._rail.setAccessibleName(self._rail.toolTip())
        self.setMinimumWidth(self.wanted_width)
        most = RAIL_WIDTH if self.is_folded else self._rail_width + self._content.maximumWidth()
        self.setMaximumWidth(min(most, (1 << 24) - 1))


_OPPOSITE = {Qt.ArrowType.LeftArrow: Qt.ArrowType.RightArrow, Qt.ArrowType.RightArrow: Qt.ArrowType.LeftArrow}
