"""A canvas on paper: of a size of its own, and in other colours than the window's."""

from PySide6.QtCore import QRectF

from playground.views.kit.canvas import Canvas
from playground.views.theme import Theme


class OnPaper(Canvas):
    """Stands before a canvas among the bases of a class: ``class _Paper(OnPaper, Wall)``.

    Parameters
    ----------
    width, height
        In units that are pixels on a screen.
    """

    def __init__(self, look: Theme, width: float, height: float) -> None:
        self._look, self._area = look, QRectF(0, 0, width, height)
        super().__init__()

    @property
    def theme(self) -> Theme:
        return self._look

    @property
    def area(self) -> QRectF:
        return self._area
