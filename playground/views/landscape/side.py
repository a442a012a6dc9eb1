"""The column beside the plot: its numbers, the value under the pointer, what it shows, what a click does."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from playground.training.landscape import CostSurface
from playground.views.kit.appearance import scaled, scaled_font
from playground.views.kit.building import icon_button, in_column, in_row
from playground.views.kit.number_table import NumberTable, Row, Table
from playground.views.landscape.overlay import draw_sample
from playground.views.landscape.steps import StepsPanel
from playground.views.plots.style import SMALL
from playground.views.plots.text import TextLine

NARROWEST, WIDEST, WITH_STEPS = 216, 330, 320


class Facts(NumberTable):
    """The numbers, which are the legend of the plot's marks too."""

    air = 5

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Numbers of the landscape"))

    def paint_sample(self, painter: QPainter, place: QRectF, row: Row) -> None:
        """Draw a mark, a line or an arrow."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_sample(painter, str(row.symbol), place, self.color_of(row), self.theme)


class SidePanel(QWidget):
    """Facts above, words below.

    Attributes
    ----------
    reset_requested
        The whole range is wanted again.
    """

    reset_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scaled(self, QWidget.setMinimumWidth, NARROWEST)
        scaled(self, QWidget.setMaximumWidth, WIDEST)
        self.facts = Facts()
        self.reading = TextLine()
        self.reading.setAccessibleName(self.tr("Value under the pointer"))
        self.reading.use_digits()
        self.about, self.hint = _words(), _words()
        self.hint.setText(self.tr("Click to move the weights there; Ctrl+Z takes it back."))
        tip = self.tr("Show the whole range again (Home).")
        self.reset = icon_button(self.tr("Whole range"), tip, "reset_view")
        self.reset.setEnabled(False)
        self.reset.clicked.connect(self.reset_requested)
        self.steps = StepsPanel()
        self.steps.hide()
        self._rule = QFrame()
        self._rule.setFixedHeight(1)
        self._rule.setProperty("role", "rule")
        for words in (self.about, self.hint):
            scaled_font(words, SMALL)
        upper = QWidget()
        upper.setLayout(in_column(self.steps, self.facts, self._rule, self.about, None, self.hint, gap=8))
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(upper)
        last = in_row((self.reading, 1), self.reset, gap=4)
        self.setLayout(in_column((scroll, 1), last, gap=8, edges=(0, 12, 4, 0)))

    def show_steps(self, shown: CostSurface | None, refusal: str = "") -> None:
        """Show the next step of every optimizer, or none; `refusal` says why nobody can go on from there."""
        self.steps.setVisible(shown is not None)
        scaled(self, QWidget.setMinimumWidth, NARROWEST if shown is None else WITH_STEPS)
        if shown is not None:
            self.steps.show_steps(shown, refusal)

    def set_facts(self, facts: Sequence[Row]) -> None:
        """Show numbers; without any there is nothing to click on either."""
        self.facts.show_table(Table(tuple(facts)))
        for part in (self._rule, self.hint, self.reset):
            part.setVisible(bool(facts))


def _words() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("role", "muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return label
