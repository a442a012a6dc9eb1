"""Whether large or tiny numbers to predict are learned in a unit of their own size."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from playground.data import TablePreview, unit_text
from playground.views.controls.check_box import CheckBox
from playground.views.importing.sentences import are_classes

LARGE, TINY = 100.0, 0.01
"""A network's outputs begin around zero, and reach numbers of this size and beyond, or see those below, slowly."""
SMALLEST_EXPONENT = -300
NAME_SHOWN = 40


class UnitChoice(CheckBox):
    """A check box for the unit of the number to predict, hidden where that is neither large nor tiny."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = 1.0
        self.setToolTip(self.tr("A network learns very large and very small numbers slowly, or not at all."))
        self.setChecked(True)
        self.hide()

    @property
    def unit(self) -> float:
        """What numbers to predict are to be divided by."""
        return self._offered if self.isChecked() else 1.0

    def offer(self, preview: TablePreview | None, labels: Sequence[str]) -> None:
        """Offer the unit that suits the column to predict."""
        self._offered = 1.0 if preview is None else suggested_unit(preview, labels)
        self.setVisible(self._offered != 1)
        if self._offered != 1:
            name = labels[0] if len(labels[0]) <= NAME_SHOWN else f"{labels[0][:NAME_SHOWN]}…"
            text = self.tr("Predict {label} in units of {unit}").format(label=name, unit=unit_text(self._offered))
            self.setText(text.replace("&", "&&"))


def suggested_unit(preview: TablePreview, labels: Sequence[str]) -> float:
    """Return the power of ten that brings the largest number to predict between 1 and 10, or 1 where none is needed.

    Only a single column of numbers that are no classes needs one, and only where they are large or tiny.
    """
    columns = [column for column in preview.columns if column.name in labels[:1]]
    if len(labels) != 1 or not columns or columns[0].kind != "number" or are_classes(preview, columns[0]):
        return 1.0
    largest = columns[0].largest
    if largest == 0 or TINY <= largest < LARGE:
        return 1.0
    return float(f"1e{max(Decimal(repr(largest)).adjusted(), SMALLEST_EXPONENT)}")
