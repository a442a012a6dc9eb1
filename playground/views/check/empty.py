"""What stands there before the first check: what it is, and why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from playground.views.check.controls import FORMULA
from playground.views.formulas import FormulaLabel
from playground.views.kit.appearance import scaled, scaled_font


class EmptyCheck(QWidget):
    """Two sentences and the formula."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self.tr("Is every derivative right?"))
        scaled_font(self.title, 1.5, bold=True)
        self.formula = FormulaLabel(FORMULA, scale=1.8, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.text = QLabel(
            self.tr(
                "A gradient check moves each weight a little up and a little down, looks at what the cost does, and "
                "compares that slope with the derivative that backpropagation found by the chain rule. The two ways "
                "share only the forward pass and the cost: where they agree to many digits, the backward pass is right "
                "for these examples, and a wrong sign or a forgotten factor shows at once."
            )
        )
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scaled(self.text, QWidget.setMaximumWidth, 600)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.text, 100)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self.title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.formula)
        column.addLayout(middle)
        column.addStretch(3)
