"""The gradient heatmaps: one for every layer, with the choice of what they show and how far their colours reach."""

import math

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from playground.training.snapshot import Snapshot
from playground.views.controls.calm import ComboBox
from playground.views.forms.text import translated
from playground.views.heatmaps.canvas import HeatmapCanvas
from playground.views.heatmaps.choices import QUANTITIES, RANGES
from playground.views.heatmaps.layout import Cell
from playground.views.kit.appearance import scaled
from playground.views.kit.building import in_column, in_row
from playground.views.kit.buttons import ModeButtons
from playground.views.kit.snapshot_view import SnapshotView

_SMALLEST_BOUND, _LARGEST_BOUND = 1e-12, 1e12


class HeatmapView(SnapshotView):
    """Heatmaps of the gradient, the parameters or the last update.

    Attributes
    ----------
    cell_clicked
        Layer from 1 to L, row and column from 0 as they index the arrays; column `n_{l-1}` is the bias.
    cell_hovered
        The same three as a tuple, or None.
    quantity_changed, range_changed
        Names of `QUANTITIES` and `RANGES`.
    """

    cell_clicked = Signal(int, int, int)
    cell_hovered = Signal(object)
    quantity_changed = Signal(str)
    range_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = HeatmapCanvas(self)
        self.canvas.chosen.connect(lambda cell: self.cell_clicked.emit(*cell))
        self.canvas.chosen.connect(lambda cell: self.cell_chosen.emit(self.canvas.plain_name(cell)))
        self.canvas.followed.connect(lambda cell: self.weight_followed.emit(*cell))
        self.canvas.pointed.connect(self.cell_hovered)
        self.quantities = ModeButtons(dict.fromkeys(QUANTITIES, ("", "")), gap=4)
        self._ranges = ComboBox(self)
        self._bound = QLineEdit("1.0", self)
        self._range_label = QLabel(self)
        self._build()
        self._translate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another frame; what only penalties make different is offered where there are some."""
        training = snapshot.experiment.training
        penalized = bool(training.l1 or training.l2 or training.clip_norm)
        for name, quantity in QUANTITIES.items():
            self.quantities.buttons[name].setVisible(penalized or not quantity.penalized)
        if QUANTITIES[self.quantity].penalized and not penalized:
            self.set_quantity(next(iter(QUANTITIES)))
        self.canvas.show_snapshot(snapshot)

    def select(self, cell: Cell | None) -> None:
        self.canvas.select(cell)

    @property
    def quantity(self) -> str:
        return self.quantities.current

    def set_quantity(self, name: str) -> None:
        self.quantities.choose(name)

    @property
    def range(self) -> str:
        return str(self._ranges.currentData())

    def set_range(self, name: str, bound: float | None = None) -> None:
        """Choose a range of `RANGES`, and the bound for the fixed one."""
        if bound is not None:
            self._bound.setText(f"{bound:g}")
        self._ranges.setCurrentIndex(self._ranges.findData(name))
        self._apply_range()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.quantities.chosen.connect(self._apply_quantity)
        for name in RANGES:
            self._ranges.addItem("", name)
        self._ranges.currentIndexChanged.connect(self._choose_range)
        self._range_label.setProperty("role", "muted")
        self._range_label.setBuddy(self._ranges)
        validator = QDoubleValidator(_SMALLEST_BOUND, _LARGEST_BOUND, 15, self)
        validator.setLocale(QLocale.c())
        self._bound.setValidator(validator)
        self._bound.setAlignment(Qt.AlignmentFlag.AlignRight)
        scaled(self._bound, QWidget.setFixedWidth, 80)
        self._bound.setEnabled(False)
        self._bound.setVisible(False)
        self._bound.editingFinished.connect(self._apply_range)
        parts = (self.quantities, None, self._range_label, self._ranges, self._bound)
        controls = in_row(*parts, gap=4, edges=(6, 4, 6, 2))
        self.setLayout(in_column(controls, (self.canvas, 1), gap=0))

    def _translate(self) -> None:
        texts = {
            name: (translated(quantity.label), translated(quantity.tooltip)) for name, quantity in QUANTITIES.items()
        }
        self.quantities.set_texts(texts)
        for index, choice in enumerate(RANGES.values()):
            self._ranges.setItemText(index, translated(choice.label))
            self._ranges.setItemData(index, translated(choice.tooltip), Qt.ItemDataRole.ToolTipRole)
        self._range_label.setText(self.tr("Range"))
        self._ranges.setAccessibleName(self.tr("Range of the colours"))
        self._ranges.setToolTip(self.tr("Which value gets the strongest colour."))
        self._bound.setAccessibleName(self.tr("Bound of the fixed range"))
        self._bound.setToolTip(self.tr("The value that gets the strongest colour when the range is fixed."))

    def _apply_quantity(self, name: str) -> None:
        self.canvas.set_quantity(QUANTITIES[name])
        self.quantity_changed.emit(name)

    def _choose_range(self) -> None:
        self._apply_range()
        self.range_changed.emit(self.range)

    def _apply_range(self) -> None:
        choice = RANGES[self.range]
        for wanted in (self._bound.setEnabled, self._bound.setVisible):
            wanted(choice is RANGES["fixed"])
        self.canvas.set_range(choice, self._typed_bound())

    def _typed_bound(self) -> float:
        """Return the bound in the field; the validator admits only numbers that are in order."""
        try:
            bound = float(self._bound.text())
        except ValueError:
            return 1.0
        return bound if math.isfinite(bound) and bound > 0 else 1.0
