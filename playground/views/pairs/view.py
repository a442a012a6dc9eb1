"""Contrasting pairs: predict which of two networks fails and why, let both train, and read what happened."""

from PySide6.QtWidgets import QComboBox, QWidget

from playground.training.commands import CancelJob, StartPair
from playground.training.diagnostics import KINDS
from playground.training.pairs import KIND, PAIRS, Outcome, Pair, PairReport
from playground.training.snapshot import Snapshot
from playground.views.controls.calm import ComboBox
from playground.views.forms.text import translated
from playground.views.health.findings import preset_name
from playground.views.icons import icon
from playground.views.kit.appearance import scaled, scaled_font
from playground.views.kit.building import in_column, in_row, named, push_button, spaced
from playground.views.kit.fitting import WrappedRow, bring_into_sight
from playground.views.kit.prose import prose
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.pairs.side import LETTERS, PairCurves, PairPanel


class PairsView(SnapshotView):
    """One pair at a time: the prediction comes before the Run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: PairReport | None = None
        self._asked = False
        self._before: object = None
        self._build()
        self._choose(0)

    @property
    def pair(self) -> Pair:
        return PAIRS[self.choice.currentData()]

    def _build(self) -> None:
        self.choice = named(ComboBox(), self.tr("Pair"), self.tr("Two networks that differ in one setting."))
        for name, pair in PAIRS.items():
            self.choice.addItem(translated(pair.title), name)
        self.about = prose("muted")
        self.sides = tuple(PairPanel(index) for index in range(2))
        self.curves = PairCurves()
        self._build_prediction()
        self.verdict = prose()
        self.reasons = prose()
        scaled_font(self.verdict, bold=True)
        scaled(self.reasons, QWidget.setMinimumHeight, 52)
        top = in_row(self.choice, (self.about, 1), gap=12)
        pictures = in_row((self.sides[0], 3), (self.sides[1], 3), (self.curves, 5), gap=16)
        ask = spaced(WrappedRow(self.which, self.why, self.run, self.again), gap=8)
        parts = (top, self.question, ask, (pictures, 1), self.verdict, self.reasons)
        self.setLayout(in_column(*parts, gap=8, edges=(16, 10, 16, 10)))
        self.setFocusProxy(self.choice)
        self.choice.activated.connect(self._choose)

    def _build_prediction(self) -> None:
        self.question = prose()
        scaled_font(self.question, bold=True)
        self.question.setText(self.tr("Predict first: after the same number of epochs, which one fails, and why?"))
        self.which = named(ComboBox(), self.tr("Which one fails"), self.tr("Your prediction."))
        outcomes = (
            ("", self.tr("Which one fails?")),
            ("a", self.tr("A fails")),
            ("b", self.tr("B fails")),
            ("both", self.tr("both fail")),
            ("neither", self.tr("neither fails")),
        )
        for name, text in outcomes:
            self.which.addItem(text, name)
        self.why = named(ComboBox(), self.tr("Why it fails"), self.tr("The cause that Health will find."))
        self.why.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.run = push_button(self.tr("Run both"), self.tr("Train both from their first weights; predict first."))
        self.run.setIcon(icon("run"))
        self.again = push_button(self.tr("Predict again"), self.tr("Forget what happened, and predict anew."))
        self.which.activated.connect(self._enable)
        self.why.activated.connect(self._enable)
        self.run.clicked.connect(self._start)
        self.again.clicked.connect(lambda: self._choose(self.choice.currentIndex()))

    # What a person does.

    def show_place(self, page: str, phase: str, light: tuple[str, ...]) -> None:  # noqa: ARG002 - it has no steps
        if page in PAIRS:
            self.choice.setCurrentIndex(self.choice.findData(page))
            self._choose(self.choice.currentIndex())

    def _choose(self, _index: int) -> None:
        """Begin with a pair: nothing is predicted, nothing is shown."""
        if self._asked:
            self.command_requested.emit(CancelJob(KIND))
        self._asked, self._report = False, None
        pair = self.pair
        about = self.tr("Preset {preset}, {epochs} epochs; nothing else differs.")
        self.about.setText(about.format(preset=translated(preset_name(pair.preset)), epochs=pair.epochs))
        self.why.clear()
        self.why.addItem(self.tr("Why?"), "")
        for name in pair.reasons:
            self.why.addItem(translated(KINDS[name].label), name)
        self.which.setCurrentIndex(0)
        for panel, label in zip(self.sides, pair.labels, strict=True):
            panel.show_label(label)
        self._show_report()

    def _start(self) -> None:
        bring_into_sight(self.curves)
        self._asked = True
        self._before = None if self.snapshot is None else self.snapshot.work.get(KIND)
        self.command_requested.emit(StartPair(self.pair.name))
        self._enable()

    def _enable(self, *_: object) -> None:
        for box in (self.which, self.why):
            box.setEnabled(not self._asked)
        # Why is not asked where neither fails.
        neither = self.which.currentData() == "neither"
        self.why.setEnabled(not self._asked and not neither)
        predicted = bool(self.which.currentData()) and (neither or bool(self.why.currentData()))
        self.run.setEnabled(predicted and not self._asked)
        self.again.setVisible(self._report is not None and self._report.done)

    # What happens.

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        report = snapshot.work.get(KIND)
        is_news = report is not self._before and report is not self._report
        if self._asked and is_news and isinstance(report, PairReport) and report.name == self.pair.name:
            self._report = report
            self._show_report()

    def restyle(self) -> None:
        self._show_report()

    def _show_report(self) -> None:
        report = self._report
        for index, panel in enumerate(self.sides):
            panel.show_side(None if report is None else report.sides[index])
        self._show_curves()
        self._show_verdict()
        self._enable()

    def _show_curves(self) -> None:
        self.curves.show_labels([translated(label) for label in self.pair.labels])
        self.curves.show_sides(() if self._report is None else self._report.sides, self.pair.epochs)

    def _show_verdict(self) -> None:
        report = self._report
        if report is None or not report.done:
            self.verdict.setText(self.tr("Both are training…") if self._asked else "")
            self.reasons.setText("")
            return
        outcome: Outcome = self.which.currentData()
        right, reasoned = report.is_right(outcome, self.why.currentData())
        happened = {
            "a": self.tr("A failed."),
            "b": self.tr("B failed."),
            "both": self.tr("Both failed."),
            "neither": self.tr("Neither failed."),
        }[report.outcome]
        if right and (reasoned or outcome == "neither"):
            judged = self.tr("✓ As you predicted.")
        elif right:
            judged = self.tr("✓ The right one, ✗ but for another reason.")
        elif reasoned:
            judged = self.tr("✗ Not the one you predicted; ✓ the cause is right.")
        else:
            judged = self.tr("✗ Not as you predicted.")
        self.verdict.setText(f"{judged} {happened}")
        self.reasons.setText("\n".join(self._told(report)))

    def _told(self, report: PairReport) -> list[str]:
        """Return what Health found of each, with its numbers, and what the difference has to do with it."""
        lines = []
        for letter, side in zip(LETTERS, report.sides, strict=True):
            finding = side.findings[0]
            name, sentence = translated(finding.kind.label), translated(finding.sentence)
            lines.append(f"{letter}: {name}. {sentence}" if side.fails else f"{letter}: {sentence}")
        return [*lines, translated(self.pair.because)] if report.is_explained else lines
