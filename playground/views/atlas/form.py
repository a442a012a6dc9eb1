"""Which settings are the axes, between which values, how finely, and how long each pixel trains."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from playground.expressions import ExpressionError, typed_number
from playground.files import Experiment
from playground.messages import RefusalError
from playground.messages.numbers import typed
from playground.training.errors import TrainingError
from playground.training.many.atlas import SIDES, AtlasPlan
from playground.training.many.choices import Axis, axis_choices, usual_axis
from playground.views.controls.calm import ComboBox, SpinBox
from playground.views.controls.choice import SettingBox
from playground.views.forms.text import translated
from playground.views.kit.building import captioned, in_column, in_row, named, spaced, tool_button
from playground.views.kit.fitting import WrappedRow
from playground.views.kit.prose import prose, tell_whether

USUAL_KEYS = ("training.learning_rate", "network.seed")
USUAL_SIDE, USUAL_EPOCHS, MOST_EPOCHS = 32, 10, 100_000


class AxisForm(QWidget):
    """One axis: a setting, its bounds, and whether equal lengths are equal ratios.

    Signals
    -------
    changed()
        Something else was chosen or typed.
    """

    changed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self._experiment: Experiment | None = None
        self.setting = named(SettingBox(), title, self.tr("Which setting this axis is."))
        self.low = named(QLineEdit(), self.tr("{axis}, from").format(axis=title), self.tr("The lowest value."))
        self.high = named(QLineEdit(), self.tr("{axis}, to").format(axis=title), self.tr("The highest value."))
        self.logarithmic: QToolButton = tool_button(
            self.tr("Log"), self.tr("Equal lengths are equal ratios, as for learning rates."), checkable=True
        )
        ends = in_row((self.low, 1), QLabel("–"), (self.high, 1), self.logarithmic, gap=6)
        self.setLayout(in_column(in_row(QLabel(title), (self.setting, 1), gap=6), ends, gap=4))
        self.setting.activated.connect(lambda _index: self._choose())
        self.low.textChanged.connect(lambda _text: self.changed.emit())
        self.high.textChanged.connect(lambda _text: self.changed.emit())
        self.logarithmic.toggled.connect(lambda _on: self.changed.emit())

    def offer(self, experiment: Experiment, usual: str) -> None:
        """Offer what can be an axis; what was chosen stays where it still can."""
        first, before = self._experiment is None, self.setting.currentData()
        self._experiment = experiment
        self.setting.offer(axis_choices(experiment))
        if first:
            self.setting.setCurrentIndex(max(0, self.setting.findData(usual)))
        if self.setting.currentData() != before:
            self._choose()

    def show_axis(self, axis: Axis) -> None:
        self.setting.setCurrentIndex(self.setting.findData(axis.key))
        self.low.setText(typed(axis.low))
        self.high.setText(typed(axis.high))
        self.logarithmic.setChecked(axis.logarithmic)

    def axis(self) -> Axis:
        """Return the axis.

        Raises `TrainingError` if it is none.
        """
        key = self.setting.currentData()
        try:
            low, high = typed_number(self.low.text()), typed_number(self.high.text())
        except ExpressionError as error:
            raise TrainingError(
                "{setting}: {problem}", setting=self.setting.currentText(), problem=error.message
            ) from error
        return Axis(key, low, high, self.logarithmic.isChecked())

    def _choose(self) -> None:
        assert self._experiment is not None
        self.show_axis(usual_axis(self._experiment, self.setting.currentData()))


class AtlasForm(QWidget):
    """Both axes, the number of pixels and of epochs, and how many trainings that makes.

    Signals
    -------
    changed()
        Something else was chosen or typed.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._experiment: Experiment | None = None
        self.across, self.up = AxisForm(self.tr("Across")), AxisForm(self.tr("Up"))
        self.side = named(ComboBox(), self.tr("Pixels"), self.tr("How many trainings each axis has."))
        for side in SIDES:
            self.side.addItem(f"{side} × {side}", side)
        self.side.setCurrentIndex(SIDES.index(USUAL_SIDE))
        self.epochs = named(SpinBox(), self.tr("Epochs"), self.tr("How long each pixel trains."))
        self.epochs.setRange(1, MOST_EPOCHS)
        self.epochs.setValue(USUAL_EPOCHS)
        self.count = prose()
        pixels, epochs = captioned(self.tr("Pixels"), self.side, 1), captioned(self.tr("Epochs"), self.epochs, 1)
        sizes = spaced(WrappedRow(pixels, epochs), gap=6)
        self.setLayout(in_column(self.across, self.up, sizes, self.count, gap=8))
        self.across.changed.connect(self._tell)
        self.up.changed.connect(self._tell)
        self.side.currentIndexChanged.connect(lambda _index: self._tell())
        self.epochs.valueChanged.connect(lambda _value: self._tell())

    def show_experiment(self, experiment: Experiment) -> None:
        """Offer what can be an axis in an experiment."""
        if experiment is not self._experiment:
            self._experiment = experiment
            for form, usual in zip((self.across, self.up), USUAL_KEYS, strict=True):
                form.offer(experiment, usual)
            self._tell()

    def show_plan(self, plan: AtlasPlan) -> None:
        """Show what was asked for elsewhere: by zooming, or in a file."""
        self.across.show_axis(plan.across)
        self.up.show_axis(plan.up)
        self.side.setCurrentIndex(self.side.findData(plan.side))
        self.epochs.setValue(plan.epochs)

    def asked(self) -> tuple[Axis, Axis, int, int]:
        """Return both axes, pixels and epochs.

        Raises `TrainingError` if an axis is none.
        """
        return self.across.axis(), self.up.axis(), self.side.currentData(), self.epochs.value()

    def problem(self) -> tuple[str, bool]:
        """Return how many trainings there will be, or in one line why there can be none, and whether there can."""
        if self._experiment is None:
            return "", False
        try:
            return translated(AtlasPlan(self._experiment, *self.asked()).asked), True
        except RefusalError as error:
            return translated(error.message), False

    def _tell(self) -> None:
        tell_whether(self.count, *self.problem())
        self.changed.emit()
