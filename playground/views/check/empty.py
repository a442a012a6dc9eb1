"""What stands there before the first check: what it is, and why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from playground.views.check.controls import FORMULA
from playground.views.formulas import FormulaLabel
from playground.views.kit.empty_page import EmptyPage


class EmptyCheck(EmptyPage):
    """What a gradient check is, and its formula."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formula = FormulaLabel(FORMULA, scale=1.8, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.fill(
            self.tr("Is every derivative right?"),
            self.tr(
                "A gradient check moves each weight a little up and a little down, looks at what the cost does, and "
                "compares that slope with the derivative that backpropagation found by the chain rule. The two ways "
                "share only the forward pass and the cost: where they agree to many digits, the backward pass is right "
                "for these examples, and a wrong sign or a forgotten factor shows at once."
            ),
            above=self.formula,
        )
