"""The data panel: which problem, how many examples of it, how noisy, and which share is for training."""

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from playground.data import Generator
from playground.data.csv_options import TargetAs
from playground.files import FIELDS, CsvSource, Experiment, FormulaSource, generator
from playground.files.experiment import Source
from playground.lessons.locks import REASON, is_locked
from playground.messages import Message
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.controls.base import ProblemNote
from playground.views.controls.choice import TargetSwitch
from playground.views.forms.form import Form
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.appearance import icon_size, scaled
from playground.views.kit.building import spaced
from playground.views.kit.buttons import Padlock
from playground.views.panels.about import SuitingNote, summarize
from playground.views.panels.formula_entry import FormulaEntry
from playground.views.panels.gallery import DataGallery
from playground.views.panels.group import GroupedPanel, note, panel_tool

SOURCE = "data.source"
TARGETS = "data.standardize_targets"
SHOWN = ("data.samples", "data.noise", "data.train_fraction", "data.standardize", TARGETS, "data.seed")
NOTES = 4
"""So many are shown; of more, the rest is in the tooltip."""
DRAWN = ("data.samples", "data.noise", "data.seed")
"""What only generated data have."""


class DataPanel(GroupedPanel):
    """The gallery of datasets, ways to bring one's own, and the numbers that draw a sample.

    Signals
    -------
    new_sample_requested()
        A person wants other random examples of the same kind.
    import_requested(), draw_requested(), export_requested()
        A person wants to bring a table or images of their own, to draw points, or the data as a CSV file.
    table_requested()
        A person wants to see how the table in use is read, or to change that.
    """

    new_sample_requested = Signal()
    import_requested = Signal()
    draw_requested = Signal()
    export_requested = Signal()
    table_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self._problem_info: ProblemInfo | None = None
        self._source: Source | None = None
        self._padlock, self._locked = Padlock(), frozenset[str]()
        self.gallery = DataGallery()
        self.bring = panel_tool(
            self.tr("Import…"),
            self.tr("Import data"),
            self.tr("Read a table or images of your own from files."),
            "open",
        )
        self.draw = panel_tool(
            self.tr("Draw"),
            self.tr("Draw points"),
            self.tr("Draw points of your own on the picture of the output."),
            "points",
        )
        self.export = panel_tool(
            self.tr("Export"), self.tr("Export data as CSV"), self.tr("Export data as CSV…"), "export", icon_only=True
        )
        self.entry = FormulaEntry()
        tools = QHBoxLayout()
        spaced(tools, gap=2)
        for tool in (self.bring, self.draw, self.export):
            tools.addWidget(tool)
        self.about, self.warning, self.notes = note(), note(role="warning"), note()
        self.suiting = SuitingNote()
        self.target = TargetSwitch()
        self.table = QPushButton(self.tr("How the table is read…"))
        self.table.setToolTip(self.tr("Its columns and what each is for, its encoding, marks and missing values."))
        self.form = Form(SHOWN)
        self.form.row(TARGETS).hide()
        self.new_sample = QPushButton(icon("new_sample"), self.tr("New sample"))
        scaled(self.new_sample, icon_size, 16)
        self.new_sample.setAccessibleName(self.tr("New sample"))
        self._error = ProblemNote(self.gallery)
        self._group = self.add_group("data", translated(Message("Data")), self.gallery)
        self._group.body.addLayout(tools)
        seldom = (self.warning, self.suiting, self.target, self.notes, self.table)
        for widget in (self.entry, self.about, *seldom, self.form, self.new_sample):
            self._group.body.addWidget(widget)
        for widget in seldom:
            widget.hide()
        for button, signal in (
            (self.bring, self.import_requested),
            (self.draw, self.draw_requested),
            (self.export, self.export_requested),
            (self.table, self.table_requested),
            (self.new_sample, self.new_sample_requested),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        self.suiting.preset_requested.connect(self.preset_requested)
        self.gallery.source_chosen.connect(self._choose_source)
        self.entry.entered.connect(self._choose_source)
        self.form.field_changed.connect(self.field_changed)
        self.target.chosen.connect(self._turn_target)
        self._lock("")

    @property
    def error(self) -> str:
        return self._error.text()

    @property
    def paths(self) -> tuple[str, ...]:
        return (SOURCE, *self.form.paths)

    def focus_field(self, path: str) -> QWidget:
        self._group.fold(False)
        widget = self.gallery if path == SOURCE else self.form.control(path).widgets[0]
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return widget

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.problem_info is not self._problem_info:
            self._problem_info = snapshot.problem_info
            self._describe(snapshot)
        if snapshot.experiment is self._experiment:
            return
        self._experiment = snapshot.experiment
        source = snapshot.experiment.data.source
        self.gallery.set_source(source, snapshot.problem_info)
        self.entry.show_source(source if isinstance(source, FormulaSource) else None)
        self._group.set_detail(self.gallery.label)
        self._error.say("")
        if source != self._source:
            self._source = source
            self._padlock.free()
            self._fit(source)
            self._close()
        self.suiting.show_experiment(snapshot.experiment)
        self.form.set_values(_as_drawn(snapshot))

    def lock(self, names: frozenset[str]) -> None:
        self._padlock.free()
        self._locked = names
        self.form.lock_for_lesson(names)
        self._close()

    def _close(self) -> None:
        """Lock what a lesson locks."""
        of_source = (self.gallery, self.bring, self.entry, self.target, self.table)
        buttons = {SOURCE: of_source, "draw": (self.draw,), "new_sample": (self.new_sample,)}
        for name, widgets in buttons.items():
            if is_locked(name, self._locked):
                self._padlock.close(translated(REASON), *widgets)

    def show_error(self, path: str, reason: str) -> None:
        if path == SOURCE and self.entry.is_asked:
            self.entry.say(reason)
        elif path == SOURCE:
            self.gallery.restore()
            self._error.say(reason)
        else:
            self.form.show_error(path, reason)

    def _describe(self, snapshot: Snapshot) -> None:
        summary = summarize(snapshot.experiment.data.source, snapshot.problem_info)
        self.about.setText("\n".join(line for line in (summary.origin, summary.targets) if line))
        self.warning.setText(summary.warning)
        self.warning.setVisible(bool(summary.warning))
        self.form.row(TARGETS).setVisible(snapshot.problem_info.problem == "regression")
        self._show_table(snapshot.experiment.data.source, snapshot.problem_info)

    def _show_table(self, source: Source, problem_info: ProblemInfo) -> None:
        """Say what is good to know of how a person's own data were read, and whether they are numbers or classes."""
        notes = [note for note in map(translated, problem_info.notes) if note != self.warning.text()]
        shown = notes[:NOTES] if len(notes) > NOTES + 1 else notes
        more = [self.tr("… and {count} more").format(count=len(notes) - len(shown))] if len(shown) < len(notes) else []
        self.notes.setText("\n".join(f"· {line}" for line in (*shown, *more)))
        self.notes.setToolTip("\n".join(notes) if more else "")
        self.notes.setVisible(bool(notes))
        is_table = isinstance(source, CsvSource)
        self.table.setVisible(is_table)
        as_classes = problem_info.problem == "classification"
        self.target.setVisible(is_table and (as_classes or len(problem_info.output_names) == 1))
        if isinstance(source, CsvSource):
            name = source.label[0] if len(source.label) == 1 else ""
            numeric = not as_classes or all(map(_is_number, problem_info.classes))
            self.target.show_target(name, as_classes=as_classes, numeric=numeric)

    def _turn_target(self, name: str) -> None:
        """Learn the column to predict as numbers, or as classes."""
        if isinstance(self._source, CsvSource):
            target: TargetAs = "classes" if name == "classes" else "numbers"
            self._choose_source(msgspec.structs.replace(self._source, target_as=target))

    def _fit(self, source: Source) -> None:
        """Give the fields the bounds of this dataset."""
        drawn = generator(source)
        if drawn is None:
            self._lock(self.tr("These examples are used as they are."))
            return
        self._lock("")
        self.form.set_field(
            replace(
                FIELDS["data.noise"],
                maximum=drawn.noise_maximum,
                slider=(0.0, min(drawn.noise_maximum, 1.0)),
                tooltip=drawn.noise_label,
            )
        )
        self.form.lock("data.samples", self._fixed_reason(drawn))

    def _fixed_reason(self, drawn: Generator) -> str:
        if not drawn.fixed_samples:
            return ""
        template = self.tr("“{name}” always has {count} examples.")
        return template.format(name=translated(drawn.label), count=drawn.samples)

    def _lock(self, reason: str) -> None:
        for path in DRAWN:
            self.form.lock(path, reason)
        self.new_sample.setEnabled(not reason)
        self.new_sample.setToolTip(reason or self.tr("Draw other random examples of the same kind."))

    def _choose_source(self, source: Source) -> None:
        self._error.say("")
        self.field_changed.emit(SOURCE, source)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _as_drawn(snapshot: Snapshot) -> Experiment:
    """Return the experiment with the number of examples that the source really has, where that is fixed."""
    experiment, problem_info = snapshot.experiment, snapshot.problem_info
    drawn = generator(experiment.data.source)
    if drawn is None:
        samples = problem_info.train_X.shape[1] + problem_info.test_X.shape[1]
    elif drawn.fixed_samples:
        samples = drawn.samples
    else:
        return experiment
    data = msgspec.structs.replace(experiment.data, samples=samples)
    return msgspec.structs.replace(experiment, data=data)
