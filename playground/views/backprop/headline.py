"""What a phase does: its title, its formula, its shapes; and the cost before and after the update."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from playground.messages import numbers
from playground.training.walkthrough.walk import Cell, Quantity, symbol_spans
from playground.views.backprop.position import Position, phase_title
from playground.views.formulas import FormulaLabel
from playground.views.kit.appearance import scaled, scaled_font, theme
from playground.views.kit.building import in_column, in_row
from playground.views.panel_style import set_property
from playground.views.plots.text import TextLine
from playground.views.theme import Theme

LEAST_FORMULA, MOST_FORMULA = 38, 72
"""Height of the formula: that of fractions in roots, where there is the room."""


class Headline(QWidget):
    """The words and the formula of the phase shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position: Position | None = None
        self._quantities: tuple[Quantity, ...] = ()
        self._title = TextLine(self)
        scaled_font(self._title, 1.15, bold=True)
        self._title.set_color(self._color)
        self._formula = FormulaLabel("", self, scale=1.25)
        scaled(self._formula, QWidget.setMinimumHeight, LEAST_FORMULA)
        scaled(self._formula, QWidget.setMaximumHeight, MOST_FORMULA)
        self._formula.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._shapes = TextLine(self)
        scaled_font(self._shapes, digits=True)
        self._shapes.set_color(lambda theme: theme.muted)
        self._cost = QLabel(self)
        self._cost.setTextFormat(Qt.TextFormat.RichText)
        self._cost.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._cost.setAccessibleName(self.tr("Cost before and after the update"))
        self._build()

    @property
    def title(self) -> str:
        """What the phase does, in words."""
        return self._title.text

    @property
    def formula(self) -> str:
        """LaTeX of the phase."""
        return self._formula.formula

    @property
    def shapes(self) -> str:
        return self._shapes.text

    def show_position(self, position: Position | None) -> None:
        self._position = position
        if position is None:
            self._title.set_text(self.tr("An update is being prepared …"))
            self._formula.set_formula("")
            self._shapes.set_text("")
            self._cost.setText("")
            return
        phase = position.phase
        text = self.tr("{number}/{count}  {title}")
        title = phase_title(phase)
        self._title.set_text(text.format(number=position.index + 1, count=position.last + 1, title=title))
        self._formula.set_formula(phase.formula)
        self._shapes.set_text(phase.shapes)
        self._apply_theme()

    def light(self, cells: Iterable[Cell]) -> None:
        """Bring out in the formula the symbols of what some numbers belong to."""
        position = self._position
        self._quantities = tuple(cell[0] for cell in cells)
        if position is not None:
            spans = symbol_spans(position.phase.formula, self._quantities)
            self._formula.light(spans, position.color(theme()))

    @property
    def lit(self) -> tuple[str, ...]:
        """What is brought out of the formula, in LaTeX."""
        formula = self._formula.formula
        return tuple(formula[start:end] for start, end in symbol_spans(formula, self._quantities))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._apply_theme()

    def _color(self, theme: Theme) -> str:
        return theme.text if self._position is None else self._position.color(theme)

    def _build(self) -> None:
        words = in_column(self._title, self._formula, self._shapes, gap=0)
        self.setLayout(in_row((words, 1), self._cost, gap=12, edges=(8, 2, 8, 0)))
        set_property(self._cost, "role", "cost")

    def _apply_theme(self) -> None:
        if self._position is None:
            return
        look = theme()
        self._title.update()
        self._formula.light(symbol_spans(self._position.phase.formula, self._quantities), self._position.color(look))
        before, after = self._position.cost_before, self._position.cost_after
        texts = numbers.change(before, after)
        lines = [
            (self.tr("cost before"), texts[0], look.text),
            (self.tr("cost after"), texts[1], look.text),
        ]
        if before is None or after is None:
            lines.append((self.tr("difference"), numbers.number(None), look.muted))
        else:
            sign = "▼ " if after < before else "▲ " if after > before else ""
            better = look.text if after <= before else look.error
            lines.append((self.tr("difference"), sign + numbers.signed(after - before), better))
        rows = "".join(
            f"<tr><td style='color:{look.muted}; padding-right:10px'>{name}</td>"
            f"<td align='right' style='color:{shade}'><b>{value}</b></td></tr>"
            for name, value, shade in lines
        )
        self._cost.setText(f"<table cellspacing='0'>{rows}</table>")
        self._cost.setAccessibleDescription(self.cost_text)

    @property
    def cost_text(self) -> str:
        """What is said about the cost, without markup."""
        if self._position is None or self._position.cost_before is None:
            return self.tr("cost: not computed yet")
        cost, cost_after = self._position.cost_before, self._position.cost_after
        if cost_after is None:
            return self.tr("cost {before}").format(before=numbers.number(cost))
        before, after = numbers.change(cost, cost_after)
        text = self.tr("cost {before} → {after} ({difference})")
        return text.format(before=before, after=after, difference=numbers.signed(cost_after - cost))
