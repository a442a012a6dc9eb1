"""What starts, sizes and stops a check."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QWidget

from playground.messages.numbers import typed
from playground.views.controls.calm import ComboBox
from playground.views.formulas import FormulaLabel, FormulaTip
from playground.views.icons import icon
from playground.views.kit.appearance import restyled, scaled
from playground.views.kit.building import in_row, named, push_button
from playground.views.panel_style import set_property

EPSILONS = tuple(float(f"1e-{exponent}") for exponent in range(1, 13))
DEFAULT_EPSILON = 1e-5
FORMULA = (
    r"\frac{\partial C}{\partial \theta} \approx "
    r"\frac{C(\theta + \varepsilon) - C(\theta - \varepsilon)}{2\,\varepsilon}"
)
STEPS = 1000


class CheckControls(QWidget):
    """Begins a check, chooses ε, shows how far it is and gives it up."""

    started = Signal()
    cancelled = Signal()
    epsilon_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tip = self.tr("Compare backpropagation with central differences, for every weight and bias.")
        self.start = push_button(self.tr("Check gradients"), tip)
        set_property(self.start, "role", "primary")
        self.start.setIcon(icon("check", color=lambda theme: theme.on_accent))
        tip = self.tr("How far each weight is moved to both sides to see what the cost does.")
        self.epsilon = named(ComboBox(), self.tr("ε, how far each weight is moved"), tip)
        for value in EPSILONS:
            self.epsilon.addItem(typed(value), value)
        self.epsilon.setCurrentIndex(EPSILONS.index(DEFAULT_EPSILON))
        self._tip = FormulaTip(self.epsilon, lambda _place: (self.epsilon.toolTip(), (FORMULA,)))
        self.label = QLabel("ε")
        self.label.setBuddy(self.epsilon)
        self.progress = named(QProgressBar(), self.tr("Progress of the check"))
        self.progress.setRange(0, STEPS)
        self.progress.setTextVisible(False)
        scaled(self.progress, QWidget.setFixedHeight, 6)
        scaled(self.progress, QWidget.setMinimumWidth, 70)
        self.progress.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.percent = QLabel()
        set_property(self.percent, "role", "muted")
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._fit()
        tip = self.tr("Give the check up; training is not touched by it.")
        self.cancel = push_button(self.tr("Cancel"), tip)
        self.formula = FormulaLabel(FORMULA, scale=1.1, alignment=Qt.AlignmentFlag.AlignRight)
        self.formula.setAccessibleName(self.tr("A central difference stands for the derivative"))
        policy = self.formula.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.formula.setSizePolicy(policy)
        self._explains = False
        left = (self.label, self.epsilon, self.start, self.cancel, 2)
        self.setLayout(in_row(*left, (self.progress, 1), self.percent, (self.formula, 2), gap=8))
        self.start.clicked.connect(self.started)
        self.cancel.clicked.connect(self.cancelled)
        self.epsilon.activated.connect(lambda _index: self.epsilon_changed.emit(self.value))
        self.show_progress(None)

    @property
    def value(self) -> float:
        return float(self.epsilon.currentData())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self._fit()

    def _fit(self) -> None:
        self.percent.setFixedWidth(self.percent.fontMetrics().horizontalAdvance("100%") + 2)

    def show_progress(self, share: float | None) -> None:
        """Show how much is done, 0 … 1; None when nothing is under way."""
        running = share is not None
        self.cancel.setEnabled(running)
        for part in (self.progress, self.percent):
            part.setVisible(running)
        self.formula.setVisible(self._explains and not running)
        self.progress.setValue(round(STEPS * (share or 0.0)))
        self.percent.setText("" if share is None else self.tr("{share}%").format(share=int(100 * share)))

    def show_formula(self, shown: bool) -> None:
        """Show the definition of a central difference while no check runs."""
        self._explains = shown
        self.formula.setVisible(shown and self.progress.isHidden())
