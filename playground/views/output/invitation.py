"""The words on an empty sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from playground.views.panel_style import set_property
from playground.views.plots.canvas import PlotCanvas

MARGIN = 16


class Invitation(QLabel):
    """A sentence in the middle of a plot, which lets the mouse through."""

    def __init__(self, canvas: PlotCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setText(self.tr("An empty sheet. Click for a point, or drag to spray many."))
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_property(self, "role", "muted")
        canvas.moved.connect(self._place)
        self.hide()

    def invite(self, shown: bool) -> None:
        """Show or hide the sentence."""
        self.setVisible(shown)
        self._place()

    def _place(self) -> None:
        if self.isVisible():
            area = self._canvas.frame().toRect()
            self.setGeometry(area.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
            self.raise_()
