"""What is compared: which runs, from which epoch to which, and what the second has that the first has not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from playground.training.branches.changes import CHANGES, Change
from playground.training.commands.command import Command
from playground.training.commands.many import OWN, StartCompare
from playground.training.errors import TrainingError
from playground.training.snapshot import Snapshot
from playground.views.controls.calm import ComboBox, SpinBox
from playground.views.controls.exact import ExactBox
from playground.views.forms.text import translated
from playground.views.kit.building import captioned, in_column, named, spaced
from playground.views.kit.fitting import WrappedRow
from playground.views.kit.prose import prose, tell_whether

MOST_NUMBERS = max(len(kind.fields) for kind in CHANGES.values())
MOST_EPOCHS = 999_999
AHEAD = 50
"""Epochs that there are at least to be seen."""
USUAL = "rate"
SHORTEST_NAME, LONGEST_NAME = 4, 24
"""Letters of a run's name that there is room for at least, and at most."""


class CompareForm(QWidget):
    """Two runs, two epochs, a change with its numbers.

    Signals
    -------
    changed()
        Something else was chosen or typed.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._snapshot: Snapshot | None = None
        self._pins: object = None
        self._follows, self._typed = True, ""
        self.one = named(ComboBox(), self.tr("Run of A"), self.tr("The first of the two."))
        self.other = named(ComboBox(), self.tr("Run of B"), self.tr("The second of the two: the same run, or another."))
        self.epoch = named(
            SpinBox(),
            self.tr("From epoch"),
            self.tr("Both begin at the recorded moment nearest to it, with the settings of that moment."),
        )
        self.goal = named(SpinBox(), self.tr("To epoch"), self.tr("Where they pause; they can go on from there."))
        self.epoch.setRange(0, MOST_EPOCHS)
        self.goal.setRange(1, MOST_EPOCHS)
        self.change = named(ComboBox(), self.tr("What differs in B"))
        for name, kind in CHANGES.items():
            self.change.addItem(translated(kind.label), name)
        self.numbers = [(QLabel(), ExactBox(CHANGES[USUAL].fields[0])) for _ in range(MOST_NUMBERS)]
        self.problem = prose()
        self.problem.hide()
        self._lay_out()
        self.change.activated.connect(self._choose)
        self.epoch.valueChanged.connect(self._move)
        self.changed.connect(self._show_problem)
        self.goal.valueChanged.connect(self.changed)
        for runs in (self.one, self.other):
            runs.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            runs.setMinimumContentsLength(SHORTEST_NAME)
            runs.activated.connect(self.changed)
        for _, box in self.numbers:
            box.committed.connect(self._follow_number)
            box.problem_changed.connect(self._tell)
            box.given_up.connect(self._tell)
        self.change.setCurrentIndex(self.change.findData(USUAL))
        self._offer_runs()
        self._choose()

    def _lay_out(self) -> None:
        runs = WrappedRow(
            captioned(self.tr("A"), self.one, 1),
            captioned(self.tr("B"), self.other, 1),
            captioned(self.tr("from epoch"), self.epoch),
            captioned(self.tr("to"), self.goal),
        )
        numbers = [part for pair in self.numbers for part in pair]
        differs = WrappedRow(captioned(self.tr("In B differs"), self.change), *numbers)
        self.setLayout(in_column(spaced(runs, gap=8), spaced(differs, gap=6), self.problem, gap=6))

    # What a person chose

    @property
    def asked(self) -> Change:
        """What differs in B."""
        kind = CHANGES[self.change.currentData()]
        boxes = [box for _, box in self.numbers[: len(kind.fields)]]
        return Change(kind.name, tuple(float(box.value) for box in boxes))

    @property
    def command(self) -> Command:
        """Return what begins the branches that are asked for."""
        one, other = self.one.currentData(), self.other.currentData()
        return StartCompare(self.epoch.value(), self.goal.value(), self.asked, one, other)

    @property
    def is_possible(self) -> bool:
        """Whether it can be begun, as far as the form can tell."""
        return self._snapshot is not None and not self._why_not()

    def begin_at(self, epoch: int) -> None:
        self.epoch.setValue(epoch)
        self._follows = False

    def move_point(self, number: int, x: float, y: float) -> None:
        """Have a point moved by hand."""
        self.change.setCurrentIndex(self.change.findData("point"))
        self._choose()
        self._show_numbers((number, float(f"{x:.4g}"), float(f"{y:.4g}")))
        self.changed.emit()

    # What happens

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Offer the runs that there are; the epoch follows that of the window until a person chooses one."""
        before, self._snapshot = self._snapshot, snapshot
        if snapshot.pins is not self._pins:
            self._pins = snapshot.pins
            self._offer_runs()
        if self._follows:
            self.epoch.setValue(snapshot.epoch)
            self._follows = True
        if before is None:
            self._choose()
        elif (before.epoch, before.experiment) != (snapshot.epoch, snapshot.experiment):
            self.changed.emit()  # what there is to be changed may be another

    def _offer_runs(self) -> None:
        pins = () if self._snapshot is None else self._snapshot.pins
        for box in (self.one, self.other):
            chosen = box.currentData()
            box.clear()
            box.addItem(self.tr("this run"), OWN)
            for pin in pins:
                name = translated(pin.name)
                box.addItem(name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…", pin.number)
            box.setCurrentIndex(max(box.findData(chosen), 0))

    def _move(self) -> None:
        """Let the goal stay ahead of where both begin."""
        self._follows = False
        epoch = self.epoch.value()
        recorded = None if self._snapshot is None else self._snapshot.timeline
        newest = 0 if recorded is None or not len(recorded.epochs) else int(recorded.epochs[-1])
        self.goal.setValue(max(newest, epoch + AHEAD))
        self.changed.emit()

    def _choose(self, *_: object) -> None:
        """Begin with usual numbers of the change."""
        kind = CHANGES[self.change.currentData()]
        self.change.setToolTip(translated(kind.tooltip))
        self.change.setAccessibleDescription(translated(kind.tooltip))
        usual: tuple[float, ...] = tuple(float(field.default) for field in kind.fields)
        if self._snapshot is not None:
            usual = kind.usual(self._snapshot.experiment, self._snapshot.problem_info, 1)
        for index, (label, box) in enumerate(self.numbers):
            shown = index < len(kind.fields)
            label.setVisible(shown)
            box.setVisible(shown)
            if shown:
                field = kind.fields[index]
                label.setText(translated(field.label))
                named(box, translated(field.label), translated(field.tooltip))
                box.set_field(field)
        self._show_numbers(usual)
        self._tell("")

    def _follow_number(self, _value: object) -> None:
        """Let the other numbers follow from the first, where they do: a point has its place."""
        kind = CHANGES[self.change.currentData()]
        lead = self.numbers[0][1]
        if kind.leads and self.sender() is lead and self._snapshot is not None:
            usual = kind.usual(self._snapshot.experiment, self._snapshot.problem_info, int(lead.value))
            self._show_numbers(usual)
        self.changed.emit()

    def _show_numbers(self, numbers: tuple[float, ...]) -> None:
        kind = CHANGES[self.change.currentData()]
        for field, value, (_, box) in zip(kind.fields, numbers, self.numbers, strict=False):
            box.set_value(int(value) if field.kind == "integer" else value)

    def _tell(self, text: str) -> None:
        self._typed = text
        self.changed.emit()

    def _show_problem(self) -> None:
        """Say why a number is refused, or why there is nothing to train."""
        text = self._typed or self._why_not()
        if text != self.problem.text():
            tell_whether(self.problem, text, not text)
            self.problem.setVisible(bool(text))

    def _why_not(self) -> str:
        """Return why it cannot be begun; what an earlier moment or another run has is known only once it begins."""
        epoch, now = self.epoch.value(), self._snapshot
        if self.goal.value() <= epoch:
            return self.tr("The last epoch comes after {epoch}: choose a later one.").format(epoch=epoch)
        if now is not None and now.epoch == epoch and self.other.currentData() == OWN:
            try:
                self.asked.check_in(now.experiment, now.problem_info.train_X.shape[1])
            except TrainingError as error:
                return translated(error.message)
        return ""
