"""A column at a side of the window: where there is too little room for all, it folds to a rail that brings it back."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

RAIL_WIDTH = 20


class Side(QWidget):
    """A column with a rail at its outer edge; the rail is there only where the window is too narrow for everything.

    Parameters
    ----------
    content
        What the column holds.
    edge
        ``Qt.ArrowType.LeftArrow`` at the left of the window, ``RightArrow`` at its right.
    name
        What is folded away, for the rail's tooltip.
    width
        What the content is given when it is unfolded.

    Signals
    -------
    fold_changed()
        It takes another width now.
    """

    fold_changed = Signal()

    def __init__(self, content: QWidget, edge: Qt.ArrowType, name: str, width: int) -> None:
        super().__init__()
        self._content, self._edge, self._name, self._width = content, edge, name, width
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
        """Whether only the rail is there."""
        return self._content.isHidden()

    @property
    def wanted_width(self) -> int:
        """The width that it needs as it is."""
        return (0 if self._rail.isHidden() else RAIL_WIDTH) + (0 if self.is_folded else self._width)

    def make_room(self, narrow: bool) -> None:
        """Fold where the window has become too narrow, unfold where it is wide enough; in between a person decides."""
        if narrow != self._rail.isHidden():
            return
        self._rail.setVisible(narrow)
        self._fold(narrow)

    def unfold(self) -> None:
        """Show what is folded away."""
        if self.is_folded:
            self._fold(False)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the rail's arrow in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._rail.update()

    @Slot()
    def _toggle(self) -> None:
        self._fold(not self.is_folded)

    def _fold(self, folded: bool) -> None:
        self._content.setHidden(folded)
        self._show_state()
        self.fold_changed.emit()

    def _show_state(self) -> None:
        outwards, inwards = self._edge, _OPPOSITE[self._edge]
        self._rail.setArrowType(inwards if self.is_folded else outwards)
        text = self.tr("Show {name}") if self.is_folded else self.tr("Fold {name} away")
        self._rail.setToolTip(text.format(name=self._name))
        self._rail.setAccessibleName(self._rail.toolTip())
        rail = 0 if self._rail.isHidden() else RAIL_WIDTH
        self.setMinimumWidth(self.wanted_width)
        most = RAIL_WIDTH if self.is_folded else rail + self._content.maximumWidth()
        self.setMaximumWidth(min(most, (1 << 24) - 1))


_OPPOSITE = {Qt.ArrowType.LeftArrow: Qt.ArrowType.RightArrow, Qt.ArrowType.RightArrow: Qt.ArrowType.LeftArrow}
