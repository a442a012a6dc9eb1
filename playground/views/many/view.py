"""The workspace Many: is it luck or the setting? Many networks at once, over settings and seeds, while they learn."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from playground.messages import Message
from playground.messages.numbers import grouped
from playground.training.commands.many import PauseMany, ResumeMany, StartMany, StopMany, TakeMember
from playground.training.many.report import GOING, KIND, ManyReport
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.appearance import scaled
from playground.views.kit.building import in_column, in_row, push_button, spaced
from playground.views.kit.buttons import ModeButtons
from playground.views.kit.empty import why_none
from playground.views.kit.fitting import ScrolledColumn, WrappedRow, beside, bring_into_sight
from playground.views.kit.prose import prose
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.many.curves import ManyCurvesView
from playground.views.many.form import PlanForm
from playground.views.many.taking import TakingLine
from playground.views.many.wall import SIGNS, Wall
from playground.views.plots.text import TextLine

EPOCHS_AT_WORK = 60
"""For a picture, nobody waits longer."""
SIDE = 220
"""Least height of what is beside the wall, in pixels at 100 %."""


class ManyView(SnapshotView):
    """At the left what varies and what it shows, at the right a picture of every network."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: ManyReport | None = None
        self._is_secret = False
        self._at_work = self._asked = False
        self.form = PlanForm()
        self.run = push_button(self.tr("Run all"), self.tr("Train all networks from their first weights."))
        self.run.setIcon(icon("run", color=lambda look: look.on_accent))
        self.run.setProperty("role", "primary")
        self.pause = push_button(self.tr("Pause"), self.tr("Let all networks stand still, or go on."))
        self.stop = push_button(self.tr("Stop"), self.tr("End the experiment here; the networks stay on the wall."))
        self.state = TextLine()
        self.taking = TakingLine()
        self.taking.command_requested.connect(self.command_requested)
        self.sentences = prose()
        self.curves = ManyCurvesView()
        self.order = ModeButtons(
            {
                "grid": (self.tr("Grid"), self.tr("Each network in its place: settings and seeds.")),
                "sorted": (self.tr("Sorted"), self.tr("The best network first.")),
            }
        )
        self.legend = prose("muted")
        self.legend.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.wall = Wall()
        self._lay_out()
        self.setFocusProxy(self.form.rows[0][0])
        self.form.changed.connect(self._enable)
        self.run.clicked.connect(self._start)
        self.pause.clicked.connect(self._pause)
        self.stop.clicked.connect(lambda: self.command_requested.emit(StopMany()))
        self.order.chosen.connect(lambda name: self.wall.sort(name == "sorted"))
        self.wall.chosen.connect(self._take)
        self.wall.pointed.connect(self._point)
        self.wall.selected_changed.connect(self._point)
        self.curves.pointed.connect(self.wall.point)
        self._show_report()

    def _lay_out(self) -> None:
        scaled(self.sentences, QWidget.setMinimumHeight, 84)
        scaled(self.curves, QWidget.setMinimumHeight, 200)
        buttons = spaced(WrappedRow(self.run, self.pause, self.stop), gap=6)
        parts = (self.form, buttons, self.state, self.taking, self.sentences, (self.curves, 1))
        side = in_column(*parts, gap=8, edges=(12, 10, 8, 10))
        shown = QWidget()
        top = in_row(self.order, 8, (self.legend, 1), gap=6)
        shown.setLayout(in_column(top, (self.wall, 1), gap=6, edges=(8, 10, 12, 10)))
        self.setLayout(in_row(beside((ScrolledColumn(side, SIDE), 1), (shown, 2), name="many"), gap=0))

    # What a person does

    def _start(self) -> None:
        self._asked = True
        bring_into_sight(self.wall)
        self.command_requested.emit(StartMany(self.form.variations, self.form.seeds.value(), self.form.epochs.value()))

    def _pause(self) -> None:
        paused = self._report is not None and self._report.state == "paused"
        self.command_requested.emit(ResumeMany() if paused else PauseMany())

    def _take(self, number: int) -> None:
        if self._report is not None:
            self.command_requested.emit(TakeMember(number))

    def _point(self, _key: object) -> None:
        number = self.wall.current
        named = isinstance(number, int) and self._report is not None
        self.curves.point(number if named else None, self.wall.name_of(number) if named else "")  # type: ignore[arg-type]

    def _enable(self) -> None:
        going = self._report is not None and self._report.state in GOING
        self.form.setEnabled(not going)
        self.run.setEnabled(not going and self.form.problem()[1])
        self.pause.setEnabled(going)
        self.stop.setEnabled(going)
        paused = self._report is not None and self._report.state == "paused"
        self.pause.setText(self.tr("Go on") if paused else self.tr("Pause"))

    def show_at_work(self) -> None:
        """Train what the form begins with."""
        if self._report is None and not self._at_work and self.form.problem()[1]:
            self._at_work = True
            self.form.epochs.setValue(min(self.form.epochs.value(), EPOCHS_AT_WORK))
            self._start()

    @property
    def is_settled(self) -> bool:
        return not self._at_work or (self._report is not None and self._report.state not in GOING)

    # What happens

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        self.form.show_experiment(snapshot.experiment)
        self.taking.show_snapshot(snapshot)
        report = snapshot.work.get(KIND)
        if (secret := KIND in snapshot.withheld) != self._is_secret:
            self._is_secret, self._report = secret, None
            self._show_report()
        if report is not self._report and isinstance(report, ManyReport):
            before, self._report = self._report, report
            other = before is None or before.plan is not report.plan
            if other and not self._asked:
                self.form.show_plan(report.plan, report.epochs)
            self._asked &= not other
            self._show_report(changed=other or before is None or before.state != report.state)

    def _show_report(self, *, changed: bool = True) -> None:
        report = self._report
        self.wall.show_report(report, why_none(self.snapshot, KIND, ""))
        self.curves.show_report(report)
        if changed:
            self._enable()
            self._show_legend()
        self._show_texts()

    def _show_texts(self) -> None:
        report = self._report
        if report is None:
            asked = self.tr("One run proves nothing: another seed may end elsewhere. Train many and count.")
            self.sentences.setText(why_none(self.snapshot, KIND, asked))
            self.state.set_text("")
            return
        text = "\n".join(translated(sentence) for sentence in report.frame.sentences)
        if text != self.sentences.text():
            self.sentences.setText(text)
        if report.state == "returning":
            told = Message("training again to where they stood: {share:.0%}", share=report.share)
            self.state.set_text(translated(told))
            return
        word = {
            "running": self.tr("training"),
            "paused": self.tr("paused"),
            "stopped": self.tr("stopped"),
            "done": self.tr("done"),
        }[report.state]
        state = self.tr("{state}: epoch {epoch} of {epochs}, {speed} updates/s")
        speed = grouped(round(report.frame.updates_per_second))
        epoch, epochs = grouped(report.frame.epoch), grouped(report.epochs)
        self.state.set_text(state.format(state=word, epoch=epoch, epochs=epochs, speed=speed))

    def _show_legend(self) -> None:
        if self._report is None:
            self.legend.setText("")
            return
        text = self.tr("{best} best  {typical} typical  {worst} worst  ✕ diverged. A thicker frame: better {score}.")
        score = self.wall.score_name(self._report)
        self.legend.setText(text.format(**SIGNS, score=score))
