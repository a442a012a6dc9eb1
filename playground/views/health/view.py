"""The health of the layers: a table of their numbers now, one of them over time, and what is conspicuous."""

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QWidget

from playground.messages.numbers import fitted, number
from playground.training.commands import CarryOut
from playground.training.diagnostics import Finding
from playground.training.health import HealthReport
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.health.findings import FindingsPanel
from playground.views.health.plot import LayerPlot
from playground.views.health.quantities import LAYER_WIDTH, QUANTITIES, Cell, LayerTable, Quantity
from playground.views.kit.appearance import pixels, scaled_font
from playground.views.kit.building import in_column, tool_button
from playground.views.kit.empty import EmptyPlot, why_none
from playground.views.kit.snapshot_view import Pace, SnapshotView
from playground.views.plots.style import SMALL

ROOMY = 124
"""With so much height left, the plot is shown below the table; else a click on a column turns one into the other."""
FINDINGS_SHARES = {"together": 0.4, "plot": 0.3}
"""Of the height, at most, in findings; beside the table alone they may have all it leaves."""
FEWEST_LINES = 46
"""Pixels that findings keep in any case; they scroll."""
CALM_SECONDS = 0.5
"""While training runs, sentences change at most so often: they are to be read."""
BRIEF = 7
"""Characters of a number where there is no room for all its digits."""
SIDE = 8
CHROME = 28
"""Margins and spacing from top to bottom."""


class HealthView(SnapshotView):
    """How each layer is doing.

    Attributes
    ----------
    preset_requested
        The id of a preset that a person wants to see.
    command_requested
        A remedy is to be carried out.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: HealthReport | None = None
        self._running = False
        self._layers = 0
        self._chosen: str | None = None
        self._findings_of: HealthReport | None = None
        self.pace = Pace(self, CALM_SECONDS, self._write_findings)
        self._build()
        self._lay_out()
        self.restyle()

    # What the window calls.

    def restyle(self) -> None:
        self._header.setContentsMargins(pixels(LAYER_WIDTH), 0, 0, 0)
        self._redraw()

    def choose(self, name: str | None) -> None:
        """Plot one of `QUANTITIES`; None for the table, or where both are shown, for the gradient."""
        self._chosen = name
        self._arrange()
        self._redraw()

    def minimumSizeHint(self) -> QSize:
        """Return a constant size: what is found must not push the neighbours about."""
        return QSize(pixels(240), pixels(160))

    def showEvent(self, event: QShowEvent) -> None:
        self._arrange()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show table and plot together where there is room."""
        super().resizeEvent(event)
        self._arrange()

    # Construction.

    def _build(self) -> None:
        self.table = LayerTable()
        self.plot = LayerPlot()
        self.columns: dict[str, QToolButton] = {}
        plot = self.tr("Click to plot it over the epochs.")
        for name, quantity in QUANTITIES.items():
            tip = f"{translated(quantity.description)} {plot}"
            button = tool_button(translated(quantity.label), tip, checkable=True)
            scaled_font(button, SMALL)
            button.setMinimumWidth(30)
            button.setSizePolicy(self.table.sizePolicy().horizontalPolicy(), button.sizePolicy().verticalPolicy())
            button.setProperty("quantity", name)
            button.clicked.connect(self._column_clicked)
            self.columns[name] = button
        self.findings = FindingsPanel()
        self.findings.preset_requested.connect(self.preset_requested)
        self.findings.remedy_requested.connect(self._carry_out)
        self.empty = EmptyPlot("")

    def _lay_out(self) -> None:
        self._header = header = QHBoxLayout()
        header.setContentsMargins(pixels(LAYER_WIDTH), 0, 0, 0)
        header.setSpacing(0)
        for button in self.columns.values():
            header.addWidget(button, 1)
        content = QWidget()
        layout = in_column(header, self.table, (self.plot, 1), self.findings, gap=3, edges=(SIDE, 6, SIDE, 6))
        layout.insertStretch(3, 0)  # without the plot, the findings stay at the foot
        content.setLayout(layout)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(content)
        self.setLayout(in_column(self.stack))

    # Arrangement.

    @property
    def roomy(self) -> bool:
        """Whether table and plot are shown together."""
        found = min(self._wanted, int(self.height() * FINDINGS_SHARES["together"]))
        taken = self._header.sizeHint().height() + self.table.sizeHint().height() + pixels(CHROME) + found
        return self.height() - taken >= pixels(ROOMY)

    @property
    def _wanted(self) -> int:
        """The height that all findings need."""
        return self.findings.height_for(self.width() - 2 * pixels(SIDE))

    @property
    def quantity(self) -> Quantity | None:
        """What is plotted, if anything is."""
        if self._chosen is None:
            return QUANTITIES["gradient_norm"] if self.roomy else None
        return QUANTITIES[self._chosen]

    def _arrange(self) -> None:
        shown = self.quantity
        appears = self.plot.isHidden() and shown is not None
        for button in self.columns.values():
            # The style sheet's least height is that of a target, not of a text: the table gives way before a word does.
            button.setMinimumHeight(button.sizeHint().height())
        # The findings give way first: for a moment both would ask for more than there is.
        self._fit_findings()
        self.table.setVisible(self._shows_table)
        self.plot.setVisible(shown is not None)
        for name, button in self.columns.items():
            button.setChecked(shown is not None and name == shown.name)
        if appears:
            self._redraw()

    @property
    def _shows_table(self) -> bool:
        return self.roomy or self.quantity is None

    def _fit_findings(self) -> None:
        """Give the findings what they need, but leave room for the rest."""
        if self.quantity is None:
            room = (
                self.height()
                - self._header.sizeHint().height()
                - self.table.minimumSizeHint().height()
                - pixels(CHROME)
            )
        else:
            room = int(self.height() * FINDINGS_SHARES["together" if self._shows_table else "plot"])
        self.findings.setFixedHeight(min(self._wanted, max(room, pixels(FEWEST_LINES))))

    def _column_clicked(self) -> None:
        name = str(self.sender().property("quantity"))
        again = self._chosen == name or (self._chosen is None and self.roomy and name == "gradient_norm")
        self.choose(None if again else name)

    def _carry_out(self, finding: Finding) -> None:
        self.command_requested.emit(CarryOut(finding))

    # Drawing.

    def _redraw(self) -> None:
        self._report = None
        self.redraw()

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        report = snapshot.health
        if report is None:
            text = self.tr("Nothing to judge yet: run the training to see how the layers are doing.")
            self.empty.set_sentence(why_none(snapshot, "health", text))
            self.stack.setCurrentWidget(self.empty)
            return
        self.stack.setCurrentIndex(1)
        if report is self._report and snapshot.running == self._running:
            return
        self._report, self._running = report, snapshot.running
        self._write_table(report)
        if self.quantity is not None:
            self.plot.show_report(report, self.quantity, running=self._running)
        (self.pace.soon if self._running else self.pace.now)()

    def _write_table(self, report: HealthReport) -> None:
        columns = []
        for quantity in QUANTITIES.values():
            now, marks = quantity.values(report)[:, -1], report.marks[quantity.name]
            waits = quantity.needs_update and np.isnan(report.gradient_norm[:, -1]).any()
            columns.append(
                [
                    self._cell(quantity, layer, None if waits else now[layer], int(marks[layer]))
                    for layer in range(len(now))
                ]
            )
        self.table.set_rows(tuple(zip(*columns, strict=True)))
        if len(report.gradient_norm) != self._layers:
            self._layers = len(report.gradient_norm)
            self._arrange()
        # The table beside it names the lines already.
        self.plot.strip.set_layers(0 if self._shows_table else self._layers)

    def _cell(self, quantity: Quantity, layer: int, value: float | None, mark: int) -> Cell:
        """Return a cell; `value` is None for a number not computed yet, NaN for one that does not exist."""
        text = quantity.text(None if value is None or np.isnan(value) else float(value))
        tooltip = self.tr("layer {layer}: {quantity} {value}").format(
            layer=layer + 1, quantity=translated(quantity.label), value=text
        )
        brief = fitted(value, BRIEF) if quantity.text is number and value is not None and not np.isnan(value) else ""
        return Cell(None if value is None else text, mark, tooltip, brief)

    def _write_findings(self) -> None:
        snapshot = self.snapshot
        if snapshot is None or snapshot.health is None or snapshot.health is self._findings_of:
            return
        self._findings_of = snapshot.health
        self.findings.show_findings(snapshot.health.findings, snapshot.experiment.title)
        self._arrange()
