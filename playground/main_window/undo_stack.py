"""The list of everything that can be taken back: Qt's undo stack, kept the same as the session's own."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QFrame, QUndoView

from playground.views.forms.text import translated
from playground.views.kit.copying import offer_copies, table_text


class UndoMirror(QObject):
    """A `QUndoStack` that shows the session's entries.

    The session remembers the states, because it alone has them; it also merges what belongs together, as the steps of
    a dragged slider do. The stack is what views and menus of Qt know how to show, so that its entries do nothing by
    themselves: whoever moves along it asks the session to go there.

    Signals
    -------
    travel_requested(index)
        A person moved along the stack: so many entries, of those shown and the forgotten ones, shall be in force.
    """

    travel_requested = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self._first = 0
        self._shown: tuple[Sequence[str], int, int] | None = None
        self._showing = False
        self.stack.indexChanged.connect(self._travel)

    def show_entries(self, labels: Sequence[str], position: int, first: int) -> None:
        """Show the session's entries.

        Parameters
        ----------
        position
            How many of them are in force.
        first
            How many older ones the session has forgotten.
        """
        if (labels, position, first) == self._shown:
            return
        self._shown = labels, position, first
        texts = [translated(label) for label in labels]
        self._showing = True
        try:
            self._match(texts, keep=first == self._first)
            self._first = first
            self.stack.setIndex(position)
        finally:
            self._showing = False

    def _match(self, texts: Sequence[str], *, keep: bool) -> None:
        """Make the stack hold these texts, and as few new entries as that takes."""
        present = [self.stack.text(index) for index in range(self.stack.count())]
        if keep and present == list(texts):
            return
        same = 0
        if keep:
            pairs = zip(present, texts, strict=False)
            same = next((i for i, (old, new) in enumerate(pairs) if old != new), min(len(present), len(texts)))
        if same == len(texts) or not keep:
            # Entries at the end can only be replaced by another one, so a shorter list is a new one.
            self.stack.clear()
            same = 0
        self.stack.setIndex(same)
        for text in texts[same:]:
            self.stack.push(QUndoCommand(text))

    def list_view(self) -> QUndoView:
        view = QUndoView(self.stack)
        offer_copies(view, partial(table_text, view))
        view.setEmptyLabel(self.tr("Start"))
        view.setSpacing(2)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setAccessibleName(self.tr("Everything that can be taken back"))
        return view

    @Slot(int)
    def _travel(self, index: int) -> None:
        if not self._showing:
            if self._shown is not None:
                self._shown = self._shown[0], index, self._shown[2]
            self.travel_requested.emit(self._first + index)
