"""The next step of every optimizer, in numbers: a row for each, and a button to go on with the one that is chosen."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from playground.engine import OPTIMIZERS
from playground.messages.numbers import fitted, number, percent, significant
from playground.training.commands import GoOnWith
from playground.training.landscape import COUNTS, CostSurface, OptimizerStep
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.appearance import scaled_font
from playground.views.kit.building import in_column, push_button
from playground.views.kit.canvas import ARROWS, Canvas, Item
from playground.views.kit.key import Entry
from playground.views.kit.prose import prose
from playground.views.landscape.overlay import INK, PAPER, draw_number
from playground.views.plots.style import SMALL, number_font, small_font
from playground.views.theme import Theme

AIR, GAP = 7, 10
COST_WIDTH = 7
CHOSEN = 0.08
"""Of the accent, behind the row that is chosen: its text stays readable in every theme."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
UP_AND_DOWN = {key: step for key, step in ARROWS.items() if step[1]}


def step_entry(index: int, text: str, *, chosen: bool) -> Entry:
    """Return what the number at the tip of an arrow means."""

    def draw(painter: QPainter, place: QPointF, look: Theme) -> None:
        draw_number(painter, place + QPointF(8, 0), index + 1, *number_colors(look, chosen=chosen))

    return Entry(text, 16, draw)


def number_colors(look: Theme, *, chosen: bool) -> tuple[str, str]:
    """Return ground and ink of the number of an arrow."""
    return (look.accent, look.on_accent) if chosen else (INK, PAPER)


def label_of(step: OptimizerStep) -> str:
    return translated(OPTIMIZERS[step.name].label)


class StepsTable(Canvas):
    """A row for each optimizer: its arrow's number, its share in the plane, the costs after it; one is chosen."""

    arrow_keys = UP_AND_DOWN

    def __init__(self) -> None:
        super().__init__()
        self._shown: CostSurface | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Next step of each optimizer"))

    @property
    def steps(self) -> tuple[OptimizerStep, ...]:
        return () if self._shown is None else self._shown.steps

    def show_steps(self, shown: CostSurface) -> None:
        if shown is not self._shown:
            if self._shown is None or len(shown.steps) != len(self._shown.steps):
                self.updateGeometry()
            self._shown = shown
            self.update()

    def neighbour(self, item: Item | None, right: int, down: int) -> Item | None:
        """Stay at the first and at the last."""
        return super().neighbour(item, right, down) or item

    def select(self, key: Hashable | None) -> None:
        """Choose another; there is always one."""
        if key is not None:
            super().select(key)

    def items(self) -> Sequence[Item]:
        line = self._line
        return [
            Item(step.name, QRectF(0, (row + 1) * line, self.area.width(), line), label_of(step), self._spoken(step))
            for row, step in enumerate(self.steps)
        ]

    def as_text(self) -> str:
        rows = [(self.tr("optimizer"), *self._headings())]
        rows += [(label_of(step), *(text for text, _ in self._cells(step))) for step in self.steps]
        return "\n".join("\t".join(row) for row in rows)

    def preferred_size(self) -> QSizeF:
        return QSizeF(300, (len(OPTIMIZERS) + 1) * self._line)

    least_size = preferred_size

    def paint(self, painter: QPainter, size: QSizeF, /) -> None:
        line, text_font, digits = self._line, small_font(self.base_font), number_font(self.base_font)
        ends = self._column_ends(size.width())
        painter.setFont(text_font)
        painter.setPen(QColor(self.theme.muted))
        for heading, end in zip(self._headings(), ends, strict=True):
            painter.drawText(QRectF(0, 0, end, line), RIGHT, heading)
        for row, step in enumerate(self.steps):
            box = QRectF(0, (row + 1) * line, size.width(), line)
            chosen = step.name == self.selected
            if chosen or step.name == self.hovered:
                fill = QColor(self.theme.accent if chosen else self.theme.raised)
                fill.setAlphaF(CHOSEN if chosen else 1.0)
                painter.setBrush(fill)
                painter.setPen(QColor(self.theme.accent) if chosen else Qt.PenStyle.NoPen)
                painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            entry = step_entry(row, label_of(step), chosen=chosen)
            entry.paint(painter, QPointF(box.left() + 2, box.center().y()), self.theme)
            painter.setFont(text_font)
            painter.setPen(QColor(self.theme.text))
            painter.drawText(box.adjusted(entry.width + 8, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, entry.text)
            painter.setFont(digits)
            for (text, warns), end in zip(self._cells(step), ends, strict=True):
                painter.setPen(QColor(self.theme.warning if warns else self.theme.text))
                painter.drawText(QRectF(0, box.top(), end, line), RIGHT, text)

    def _headings(self) -> tuple[str, ...]:
        return (self.tr("in plane"), *(self.tr("after {count}").format(count=count) for count in COUNTS))

    def _cells(self, step: OptimizerStep) -> list[tuple[str, bool]]:
        """Return the numbers of a row, and which of them are worse than the cost as it is."""
        now = None if self._shown is None else self._shown.cost
        cells = [(percent(step.share), False)]
        for index in range(len(COUNTS)):
            cost = step.costs[index] if index < len(step.costs) else None
            worse = cost is not None and now is not None and cost > now
            cells.append((f"{fitted(cost, COST_WIDTH)}{'↑' if worse else ' '}", worse))
        return cells

    def _column_ends(self, width: float) -> list[float]:
        """Return where each column of numbers ends, the last at the right edge."""
        digits, words = QFontMetricsF(number_font(self.base_font)), QFontMetricsF(small_font(self.base_font))
        columns = zip(self._headings(), *(self._cells(step) for step in self.steps), strict=True)
        ends, end = [], width - 2
        for heading, *cells in reversed(list(columns)):
            ends.append(end)
            widest = max((digits.horizontalAdvance(text) for text, _ in cells), default=0.0)
            end -= max(words.horizontalAdvance(heading), widest, digits.horizontalAdvance("0.0000 ")) + GAP
        return ends[::-1]

    def _spoken(self, step: OptimizerStep) -> str:
        cells = zip(self._headings(), self._cells(step), strict=True)
        return ", ".join(f"{heading}: {text.strip()}" for heading, (text, _) in cells)

    @property
    def _line(self) -> float:
        return QFontMetricsF(small_font(self.base_font)).height() + AIR


class StepsPanel(QWidget):
    """The table, what there is to say of the optimizer chosen, and the button that goes on with it.

    `wanted`: a command: go on with it.
    """

    chosen_changed = Signal()
    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: CostSurface | None = None
        self.now = prose()
        self.table = StepsTable()
        self.told = prose()
        self.go_on = push_button("", "")
        self.go_on.setIcon(icon("run"))
        for words in (self.now, self.told):
            scaled_font(words, SMALL)
        self.setLayout(in_column(self.now, self.table, self.told, self.go_on, gap=6))
        self.table.selected_changed.connect(self._choose)
        self.go_on.clicked.connect(self._go_on)

    @property
    def chosen(self) -> OptimizerStep | None:
        return next((step for step in self.table.steps if step.name == self.table.selected), None)

    def show_steps(self, shown: CostSurface, refusal: str) -> None:
        """Show the steps of a surface; `refusal` says why nobody can go on from there, if so."""
        first = self._shown is None
        self._shown = shown
        self.table.show_steps(shown)
        if first:
            self.table.select(next(step.name for step in shown.steps if step.is_own))
        cost = self.tr("Cost of all training examples: now {cost}, and after so many updates:")
        self.now.setText(cost.format(cost=number(shown.cost)))
        self.go_on.setEnabled(not refusal)
        self._tell(refusal)

    def _choose(self, _key: object) -> None:
        self._tell("" if self.go_on.isEnabled() else self.go_on.toolTip())
        self.chosen_changed.emit()

    def _tell(self, refusal: str) -> None:
        step = self.chosen
        if step is None or self._shown is None:
            return
        name = label_of(step)
        self.told.setText(" ".join(self._sentences(step, name)))
        self.go_on.setText(self.tr("Go on with {optimizer}").format(optimizer=name))
        tip = self.tr("Take it with learning rate {rate} and run from these weights; Ctrl+Z takes it back.")
        tip = refusal or tip.format(rate=significant(step.learning_rate))
        self.go_on.setToolTip(tip)
        self.go_on.setAccessibleDescription(tip)

    def _sentences(self, step: OptimizerStep, name: str) -> list[str]:
        rate, length = significant(step.learning_rate), number(step.length)
        if step.rate != step.learning_rate:
            rate = self.tr("{rate} (next by the schedule: {next})").format(rate=rate, next=significant(step.rate))
        said = [self.tr("{optimizer}: learning rate {rate}, step of length {length}.")]
        said = [said[0].format(optimizer=name, rate=rate, length=length)]
        if not OPTIMIZERS[step.name].memory:
            said.append(self.tr("It has no moments."))
        elif step.is_own:
            said.append(self.tr("It goes on with the moments of this session."))
        else:
            said.append(self.tr("It begins with fresh moments: this session has none of its."))
        if step.diverged is not None:
            said.append(
                self.tr("It diverges: after update {count} a weight is no finite number.").format(count=step.diverged)
            )
        return said

    def _go_on(self) -> None:
        step = self.chosen
        if step is not None:
            self.wanted.emit(GoOnWith(step.name, step.learning_rate))
