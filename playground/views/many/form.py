"""What varies, over which values, with how many seeds: typed as the command line takes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from playground.files import Experiment
from playground.messages import Message, RefusalError
from playground.training.many.choices import choices, usual_values
from playground.training.many.report import FEWEST, MOST
from playground.training.many.variations import IN_WINDOW, MOST_VARIED, SEED, Plan, Variation, check_count
from playground.views.controls.calm import SpinBox
from playground.views.controls.choice import SettingBox
from playground.views.forms.text import translated
from playground.views.kit.appearance import scaled
from playground.views.kit.building import captioned, in_column, in_row, named, spaced
from playground.views.kit.fitting import WrappedRow
from playground.views.kit.prose import prose, tell_whether

USUAL_KEY, USUAL_SEEDS = "training.learning_rate", 8
MOST_EPOCHS = 100_000
VALUES = 100
"""Least width of the values, in pixels at 100 %."""


class PlanForm(QWidget):
    """One to three settings with their values, the number of seeds and of epochs, and how many networks that makes.

    Signals
    -------
    changed()
        Something else was chosen or typed.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._experiment: Experiment | None = None
        self._keys: tuple[str, ...] = ()
        self._problem = "", False
        self.rows: list[tuple[SettingBox, QLineEdit]] = []
        for number in range(MOST_VARIED):
            name = self.tr("Setting {number} that varies").format(number=number + 1)
            box = named(SettingBox(), name, self.tr("What differs between the networks."))
            values = named(QLineEdit(), self.tr("Values of setting {number}").format(number=number + 1))
            scaled(values, QWidget.setMinimumWidth, VALUES)
            box.activated.connect(lambda _index, row=number: self._choose(row))
            values.textChanged.connect(self._tell)
            self.rows.append((box, values))
        self.seeds = named(SpinBox(), self.tr("Seeds"), self.tr("Networks for each combination, with other weights."))
        self.seeds.setRange(1, MOST)
        self.epochs = named(SpinBox(), self.tr("Epochs"), self.tr("How long each network trains."))
        self.epochs.setRange(1, MOST_EPOCHS)
        self.seeds.valueChanged.connect(self._tell)
        self.epochs.valueChanged.connect(self._tell)
        self.count = prose()
        seeds, epochs = captioned(self.tr("Seeds"), self.seeds, 1), captioned(self.tr("Epochs"), self.epochs, 1)
        counts = spaced(WrappedRow(seeds, epochs), gap=6)
        parts = [in_row((box, 4), (values, 5), gap=6) for box, values in self.rows]
        self.setLayout(in_column(*parts, counts, self.count, gap=6))

    @property
    def variations(self) -> tuple[str, ...]:
        """What varies, each as ``KEY=VALUES``."""
        return tuple(f"{box.currentData()}={values.text()}" for box, values in self.rows if box.currentData())

    def show_experiment(self, experiment: Experiment) -> None:
        """Offer what can vary in an experiment; what was chosen stays where it still can."""
        if experiment is self._experiment:
            return
        first, self._experiment = self._experiment is None, experiment
        known = choices(experiment)
        if tuple(known) != self._keys:
            self._keys = tuple(known)
            for box, values in self.rows:
                box.offer(known, none="–")
                if not box.currentData():
                    values.clear()
        if first:
            self.epochs.setValue(experiment.training.epochs)
            self.seeds.setValue(USUAL_SEEDS)
            self.rows[0][0].setCurrentIndex(self.rows[0][0].findData(USUAL_KEY))
            self._choose(0)
        self._tell()

    def show_plan(self, plan: Plan, epochs: int) -> None:
        """Show what was asked for elsewhere, in a file: as much of it as the experiment has."""
        varied = {variation.key: variation.text for variation in plan.variations}
        keys = [key for key in varied if key in self._keys]
        for number, (box, values) in enumerate(self.rows):
            key = keys[number] if number < len(keys) else ""
            box.setCurrentIndex(box.findData(key))
            values.setText(varied.get(key, ""))
            values.setCursorPosition(0)
        self.seeds.setValue(plan.seeds)
        self.epochs.setValue(epochs)
        self._tell()

    def problem(self) -> tuple[str, bool]:
        """Return how many networks there will be, or in one line why there can be none, and whether there can."""
        return self._problem

    def _judged(self) -> tuple[str, bool]:
        if self._experiment is None:
            return "", False
        try:
            varied = tuple(Variation.typed(text, IN_WINDOW) for text in self.variations)
            plan = Plan(self._experiment, varied, self.seeds.value(), IN_WINDOW)
            check_count(plan, self.epochs.value(), MOST)
            plan.check_values()
        except RefusalError as error:
            return translated(error.message), False
        except ValueError as error:
            return str(error), False
        if plan.count < FEWEST:
            few = Message(
                "{n} {n:network|networks}; at least {fewest} were expected: take more values or more seeds",
                n=plan.count,
                fewest=FEWEST,
            )
            return translated(few), False
        return translated(Message("{n} networks train at once.", n=plan.count)), True

    def _choose(self, row: int) -> None:
        """Begin with usual values of what was chosen."""
        box, values = self.rows[row]
        key = box.currentData()
        if self._experiment is not None:
            values.setText(usual_values(self._experiment, key) if key else "")
            values.setCursorPosition(0)  # where there is too little room, the first ones are seen
        if key:
            field, _ = choices(self._experiment)[key] if self._experiment is not None else (None, 0)
            expected = "" if field is None else translated(field.expected)
            tip = self.tr("Values with commas between them, or LOW:HIGH:COUNT: {expected}")
            values.setToolTip(tip.format(expected=expected))
            values.setAccessibleDescription(values.toolTip())
        if key == SEED:
            self.seeds.setValue(1)
        self._tell()

    def _tell(self, *_: object) -> None:
        for box, values in self.rows:
            values.setEnabled(bool(box.currentData()))
        self._problem = self._judged()
        tell_whether(self.count, *self._problem)
        self.changed.emit()
