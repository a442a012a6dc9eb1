"""The line below the plot: how far the work is, whether it is of the weights as they are, and what to do about it."""

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from playground.views.controls.check_box import CheckBox
from playground.views.icons import icon
from playground.views.kit.appearance import scaled, scaled_font
from playground.views.kit.building import in_row, named, tool_button
from playground.views.kit.canvas import Canvas
from playground.views.plots.style import SMALL
from playground.views.plots.text import TextLine

BAR_WIDTH, BAR_HEIGHT = 88, 6


class ProgressBar(Canvas):
    """A quiet bar; nothing at all when there is nothing to wait for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share: float | None = None
        scaled(self, QWidget.setFixedSize, BAR_WIDTH, 2 * BAR_HEIGHT)
        self.setAccessibleName(self.tr("Progress"))

    @property
    def share(self) -> float | None:
        """How much is done, None if nothing is to do."""
        return self._share

    def show_share(self, share: float | None) -> None:
        """Show how much is done, or that nothing is to do."""
        if share != self._share:
            self._share = share
            self.update()

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        if self._share is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = (self.area.height() - BAR_HEIGHT) / 2
        for color, width in (
            (self.theme.border, self.area.width()),
            (self.theme.accent, self.area.width() * self._share),
        ):
            painter.setBrush(QColor(color))
            painter.drawRoundedRect(0, int(top), int(max(width, BAR_HEIGHT)), BAR_HEIGHT, 3, 3)


class StatusLine(QWidget):
    """What the plot shows, with a button to compute it again and a box to do so all the time."""

    again_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warns = False
        self.text = TextLine()
        self.text.setAccessibleName(self.tr("State of the landscape"))
        self.text.set_color(lambda theme: theme.warning if self._warns else theme.muted)
        scaled_font(self.text, SMALL)
        self.progress = ProgressBar()
        tip = self.tr("Compute the landscape around the weights as they are now.")
        self.again = tool_button(self.tr("Compute again"), tip)
        self.cancel = tool_button(self.tr("Cancel"), self.tr("Stop computing; what there is stays."))
        text, tip = self.tr("Follow training"), self.tr("Compute it again and again while the weights move.")
        self.follow = named(CheckBox(text), text, tip)
        self.follow.setChecked(True)
        for button in (self.again, self.cancel):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(False)
            button.setSizePolicy(policy)
        self.again.setIcon(icon("reset"))
        self.cancel.setIcon(icon("close"))
        self.cancel.hide()
        self.setLayout(in_row(self.progress, (self.text, 1), self.cancel, self.again, self.follow, gap=8))
        self.again.clicked.connect(self.again_requested)
        self.cancel.clicked.connect(self.cancel_requested)

    def show_state(self, text: str, *, share: float | None = None, warns: bool = False) -> None:
        """Say something: `share` of work done (None: no work), and whether it is a warning."""
        self.text.set_text(text)
        self.progress.show_share(share)
        self.progress.setVisible(share is not None)
        self.cancel.setVisible(share is not None)
        self.again.setVisible(share is None)
        if warns != self._warns:
            self._warns = warns
            self.text.update()
