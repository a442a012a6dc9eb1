"""The workspace Atlas: two settings are the axes, and every pixel is one training."""

from PySide6.QtWidgets import QWidget

from playground.messages.numbers import grouped, percent, significant
from playground.training.commands.many import (
    ColorAtlas,
    ResumeAtlas,
    StartAtlas,
    StopAtlas,
    TakePixel,
    ZoomAtlas,
    ZoomAtlasOut,
)
from playground.training.many.atlas import KIND, MEASURES, SOLVED_AT
from playground.training.many.atlas_report import AtlasReport
from playground.training.snapshot import Snapshot
from playground.views.atlas.form import AtlasForm
from playground.views.atlas.map import AtlasMap
from playground.views.atlas.pixels import paint_diverged, paint_unsolved
from playground.views.controls.calm import ComboBox
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.building import captioned, in_column, in_row, named, push_button, spaced
from playground.views.kit.empty import why_none
from playground.views.kit.fitting import ScrolledColumn, WrappedRow, beside, bring_into_sight
from playground.views.kit.key import Entry, Key
from playground.views.kit.prose import prose
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.many.taking import TakingLine

SIGN = 12.0
SIDE = 220
"""Least height of what is beside the map, in pixels at 100 %."""


class AtlasView(SnapshotView):
    """At the left what the axes are, at the right the map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: AtlasReport | None = None
        self._is_secret = False
        self._at_work = False
        self.form = AtlasForm()
        self.train = push_button(self.tr("Train the atlas"), self.tr("Train a network for each pixel, coarse first."))
        self.train.setIcon(icon("run", color=lambda look: look.on_accent))
        self.train.setProperty("role", "primary")
        self.stop = push_button(self.tr("Stop"), self.tr("Stop training pixels, or go on with those that are left."))
        self.back = push_button(self.tr("Back"), self.tr("Zoom out to the view before (Esc)."))
        self.state = prose()
        self.readout = prose()
        self.taking = TakingLine()
        self.taking.command_requested.connect(self.command_requested)
        self.measure = named(ComboBox(), self.tr("Colour"), self.tr("What the colours of the pixels stand for."))
        self.measure.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.key = Key(self.tr("Signs of the atlas"))
        self.map = AtlasMap()
        self._lay_out()
        self.setFocusProxy(self.form.across.setting)
        self.form.changed.connect(self._enable)
        self.train.clicked.connect(self._start)
        self.stop.clicked.connect(self._stop)
        self.back.clicked.connect(self._zoom_out)
        self.measure.activated.connect(self._color)
        self.map.chosen.connect(lambda pixel: self.command_requested.emit(TakePixel(*pixel)))
        self.map.zoomed.connect(lambda *ends: self.command_requested.emit(ZoomAtlas(*ends)))
        self.map.zoomed_out.connect(self._zoom_out)
        self.map.pointed.connect(lambda _key: self._tell())
        self.map.selected_changed.connect(lambda _key: self._tell())
        self._show_report(None)

    def _lay_out(self) -> None:
        buttons = spaced(WrappedRow(self.train, self.stop, self.back), gap=6)
        parts = (self.form, buttons, self.state, self.taking, self.readout, None)
        side = in_column(*parts, gap=8, edges=(12, 10, 8, 10))
        shown = QWidget()
        top = spaced(WrappedRow(captioned(self.tr("Colour"), self.measure), self.key), gap=12)
        shown.setLayout(in_column(top, (self.map, 1), gap=6, edges=(8, 10, 12, 10)))
        self.setLayout(in_row(beside((ScrolledColumn(side, SIDE), 1), (shown, 2), name="atlas"), gap=0))

    # What a person does

    def _start(self) -> None:
        bring_into_sight(self.map)
        self.command_requested.emit(StartAtlas(*self.form.asked()))

    def _stop(self) -> None:
        stopped = self._report is not None and self._report.state == "stopped"
        self.command_requested.emit(ResumeAtlas() if stopped else StopAtlas())

    def _color(self) -> None:
        self._show_map()
        self.command_requested.emit(ColorAtlas(self.measure.currentData()))

    def _zoom_out(self) -> None:
        if self._report is not None and self._report.depth:
            self.command_requested.emit(ZoomAtlasOut())

    def _enable(self) -> None:
        state = "" if self._report is None else self._report.state
        self.form.setEnabled(state != "running")
        self.train.setEnabled(state != "running" and self.form.problem()[1])
        self.stop.setEnabled(state in ("running", "stopped"))
        self.stop.setText(self.tr("Go on") if state == "stopped" else self.tr("Stop"))
        self.back.setEnabled(self._report is not None and self._report.depth > 0)

    def show_at_work(self) -> None:
        """Train what the form begins with."""
        if self._report is None and not self._at_work and self.form.problem()[1]:
            self._at_work = True
            self.command_requested.emit(StartAtlas(*self.form.asked()))

    @property
    def is_settled(self) -> bool:
        return not self._at_work or (self._report is not None and self._report.state != "running")

    # What happens

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        self.form.show_experiment(snapshot.experiment)
        self.taking.show_snapshot(snapshot)
        report = snapshot.work.get(KIND)
        if (secret := KIND in snapshot.withheld) != self._is_secret:
            self._is_secret = secret
            self._show_report(None)
        if report is not self._report and isinstance(report, AtlasReport):
            self._show_report(report)

    def _show_report(self, report: AtlasReport | None) -> None:
        before, self._report = self._report, report
        if report is not None and (before is None or before.plan is not report.plan):
            self.form.show_plan(report.plan)
        if before is None or report is None or before.measures != report.measures or before.chosen != report.chosen:
            self._offer_measures()
        self._enable()
        self._show_map()
        self._show_state()

    def _offer_measures(self) -> None:
        report = self._report
        self.measure.clear()
        for name in () if report is None else report.measures:
            self.measure.addItem(translated(MEASURES[name].label), name)
        self.measure.setCurrentIndex(-1 if report is None else self.measure.findData(report.measure))
        self.measure.setEnabled(report is not None)

    def _show_map(self) -> None:
        secret = why_none(self.snapshot, KIND, "")
        self.map.show_report(self._report, self.measure.currentData() or SOLVED_AT, secret)
        entries = [Entry(self.tr("diverged"), SIGN, paint_diverged)]
        if self.measure.currentData() == SOLVED_AT:
            entries.append(Entry(self.tr("not solved"), SIGN, paint_unsolved))
        self.key.show_entries([] if self._report is None else entries)
        self._tell()

    def _show_state(self) -> None:
        report = self._report
        if report is None:
            self.state.setText("")
            return
        text = {
            "running": self.tr("training: {share}"),
            "stopped": self.tr("stopped at {share}"),
            "changed": self.tr("The data have changed: stopped at {share}. Train it anew."),
            "done": self.tr("done: {updates} updates in {seconds} s") if report.updates else self.tr("done"),
        }[report.state]
        seconds, updates = significant(report.seconds, 2), grouped(report.updates)
        self.state.setText(text.format(share=percent(report.share), seconds=seconds, updates=updates))

    def _tell(self) -> None:
        """Say what the pixel that is pointed at has, or else what can be done."""
        report, pixel = self._report, self.map.current
        if report is None:
            asked = self.tr("Two settings are the axes, and each pixel is one training: where does it learn?")
            text = why_none(self.snapshot, KIND, asked)
        elif isinstance(pixel, tuple):
            values = (
                f"{translated(MEASURES[name].label)}: {self.map.value_text(name, pixel)}" for name in report.measures
            )
            text = "\n".join([self.map.name_of(pixel), *values])
        else:
            told = self.tr(
                "Click a pixel: its network becomes the one you train and inspect. Drag a rectangle: that part is "
                "trained anew. Solved: {goal} or better."
            )
            text = told.format(goal=translated(report.goal))
        self.readout.setText(text)
