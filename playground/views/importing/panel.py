"""The import panel: a table of a person's own data before it is trained on."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from playground.data import CsvOptions, TableReport
from playground.files import CsvSource, csv_options
from playground.training.commands import CancelJob
from playground.training.commands.files import StartImport
from playground.training.import_job import IMPORT, ImportProgress, Inspect
from playground.training.queries import Query
from playground.training.snapshot import Snapshot
from playground.views.controls.choice import TargetSwitch
from playground.views.forms.text import translated
from playground.views.importing.pane import TablePane
from playground.views.importing.problems import ProblemLine, plan, problem_text, size_text, ways_out
from playground.views.importing.reading import DECISIONS, ReadingChoices, with_roles
from playground.views.kit.appearance import pixels, scaled
from playground.views.kit.building import in_column, in_row, scrolling
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.panel_style import set_property

SHOWN_PROBLEMS = 4
NOTES_LINES = 4
"""So many lines of notes are seen at once; more are reached by scrolling."""
TABLE_HEIGHT = 150
"""Pixels at 100 % that the table has at least."""
STEPS = 1000


class ImportPanel(SnapshotView):
    """What a table holds, which of its columns to use, and what is in the way."""

    finished = Signal()
    imported = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self._look = "", 0
        self._options = CsvOptions()
        self._question: Inspect | None = None
        self._preview: TableReport | None = None
        self._at_once = False
        self._suggested: dict[str, str] = {}
        self._awaited: CsvSource | None = None
        self._used: CsvSource | None = None
        self._refused = ""
        self._progress: ImportProgress | None = None
        self._build()
        self._lay_out()
        self._update()

    # What the window calls.

    def open_table(self, path: str, text: str | None = None) -> None:
        """Look at a table, a file or a text that was pasted and is only called so; train on it if nothing is wrong."""
        self._open(path, text, CsvOptions(), at_once=True)

    def reopen(self, source: CsvSource) -> None:
        """Look again at a table in use, as it was read, so that it can be read in another way."""
        self._open(source.csv, source.text, csv_options(source), at_once=False)

    def _open(self, path: str, text: str | None, options: CsvOptions, *, at_once: bool) -> None:
        if self.is_importing:
            self._give_up()
        self._path, self._options = path, replace(options, text=text)
        self._preview, self._refused, self._at_once = None, "", at_once
        self._suggested = {}
        self._look += 1  # the file may have changed since it was last looked at
        self.choices.show_options(options)
        self.table.forget()
        self._title.setText(path if text is not None else Path(path).name)
        self._title.setToolTip("" if text is not None else path)
        self.table.columns.setFocus()
        self._ask()

    def import_now(self) -> None:
        """Read the table as it is set up here, and train on it."""
        self._at_once, self._refused, self._awaited = False, "", self.source
        self._bar.setValue(0)
        self.command_requested.emit(StartImport(self._awaited))
        self._update()

    @property
    def queries(self) -> frozenset[Query]:
        return frozenset() if self._question is None else frozenset((self._question,))

    @property
    def source(self) -> CsvSource:
        """The table and how it is read, as an experiment names it."""
        return CsvSource(
            csv=self._path,
            label=self.table.names("label"),
            inputs=self._options.inputs,
            ignore=self._options.ignored,
            target_as=self._options.target_as,
            text=self._options.text,
            **self.choices.values,
        )

    @property
    def is_importing(self) -> bool:
        return self._awaited is not None

    @property
    def in_use(self) -> bool:
        """Whether the network is trained on the table as it is set up here."""
        return not self.is_importing and self._used is not None and self._used == self.source

    def show_snapshot(self, snapshot: Snapshot) -> None:
        answer = snapshot.answers.get(self._question) if self._question is not None else None
        if isinstance(answer, TableReport) and answer is not self._preview and answer != self._preview:
            self._show_preview(answer)
        if snapshot.experiment.data.source is not self._used:
            source = snapshot.experiment.data.source
            self._used = source if isinstance(source, CsvSource) else None
            if not self.is_importing:
                self._update()
        progress = snapshot.work.get(IMPORT)
        if isinstance(progress, ImportProgress) and progress is not self._progress:
            self._progress = progress
            if self.is_importing:
                self._follow(progress)

    def minimumSizeHint(self) -> QSize:
        """Return what all of it needs, whose lines break, so that it scrolls where it finds less."""
        hint, layout = super().minimumSizeHint(), self.layout()
        needed = 0 if layout is None else layout.minimumHeightForWidth(max(self.width(), hint.width()))
        return hint.expandedTo(QSize(0, needed))

    def restyle(self) -> None:
        self._fit_notes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # lines break elsewhere

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.accept.isEnabled():
                self.import_now()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    # Construction.

    def _build(self) -> None:
        self._title, self._size, self._plan, self._notes = QLabel(), QLabel(), QLabel(), QLabel()
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        for label in (self._title, self._size, self._plan, self._notes):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._size, self._notes):
            set_property(label, "role", "muted")
        for label in (self._plan, self._notes):
            label.setWordWrap(True)
        self._notes_area = scrolling(self._notes)
        self._notes_area.setAccessibleName(self.tr("What is good to know about the table"))
        self._notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.choices, self.table, self.target = ReadingChoices(), TablePane(), TargetSwitch()
        self.question, self.problems = ProblemLine("question"), ProblemLine()
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("How much of the table is read"))
        self._bar.setRange(0, STEPS)
        self._bar.setTextVisible(False)
        scaled(self._bar, QWidget.setFixedHeight, 4)
        kept = self._bar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # nothing jumps when it comes and goes
        self._bar.setSizePolicy(kept)
        self.accept, self.cancel = QPushButton(self.tr("Train on it")), QPushButton(self.tr("Close"))
        for button in (self.accept, self.cancel):
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            scaled(button, QWidget.setMinimumWidth, 92)
        set_property(self.accept, "role", "primary")
        self.choices.chosen.connect(self._ask)
        self.table.roles_changed.connect(self._choose_roles)
        self.target.chosen.connect(lambda name: self._decide("target_as", name))
        self.question.solved.connect(self._decide)
        self.problems.solved.connect(self._decide)
        self.accept.clicked.connect(self.import_now)
        self.cancel.clicked.connect(self._leave)

    def _lay_out(self) -> None:
        scaled(self.table, QWidget.setMinimumHeight, TABLE_HEIGHT)
        heading = in_row(self._title, (self._size, 1), gap=10)
        buttons = in_row((self._plan, 1), self.cancel, self.accept, gap=8)
        below = (self.target, self._notes_area, self.question, self.problems, self._bar, buttons)
        self.setLayout(in_column(heading, self.choices, (self.table, 1), *below, gap=10, edges=(16, 14, 16, 14)))

    # The table.

    def _ask(self) -> None:
        """Look at the table in the way chosen; what nobody chose is the reader's."""
        question = Inspect(self._path, replace(self._options, **self.choices.values), self._look)
        self._refused = ""
        if question != self._question:
            self._question = question
            self.queries_changed.emit()
        self._update()

    def _show_preview(self, preview: TableReport) -> None:
        self._preview = preview
        options = self._options
        chosen = {*options.labels, *options.inputs, *options.ignored}
        if preview.columns and not chosen.issubset(column.name for column in preview.columns):
            # Other columns than those the roles were chosen for: begin again with what is suggested.
            self._options = replace(options, labels=(), inputs=(), ignored=())
            self._ask()
            return
        if not chosen:
            self._suggested = {column.name: column.role for column in preview.columns}
        self.table.show_preview(preview)
        self.choices.show_found(preview)
        at_once, self._at_once = self._at_once, False
        self._update()
        if at_once and self._is_ready() and preview.question is None:
            self.import_now()

    def _choose_roles(self) -> None:
        """Take what a person gave another role than the reader would; all other columns stay with the reader."""
        roles = dict(zip(self.table.column_names, self.table.roles, strict=True))
        self._options = with_roles(self._options, roles, self._suggested, self.table.columns.columns.columns)
        self._ask()

    def _decide(self, option: str, value: str) -> None:
        """Take a way out of what is in the way."""
        if option in DECISIONS:
            self._options = DECISIONS[option](self._options, value)
        else:
            self.choices.choose(option, value)
        self._ask()

    # The reading.

    def _follow(self, progress: ImportProgress) -> None:
        """Show how far it is; done well, the table is the experiment's own."""
        self._bar.setValue(round(progress.fraction * STEPS))
        if progress.done:
            done_well = self._used == self._awaited and not progress.problem
            self._awaited, self._refused = None, progress.problem
            self._update()
            if done_well:
                self.imported.emit(self._title.text())

    def _leave(self) -> None:
        if self.is_importing:
            self._give_up()
        else:
            self.finished.emit()

    def _give_up(self) -> None:
        self._awaited = None
        self.command_requested.emit(CancelJob(IMPORT))
        self._update()

    # What it says.

    def _is_ready(self) -> bool:
        """Whether nothing known is in the way."""
        preview = self._preview
        return preview is not None and bool(preview.labels and preview.inputs) and not preview.problems

    def _update(self) -> None:
        """Say what is in the way, and let import what nothing is in the way of."""
        preview, importing, in_use, ready = self._preview, self.is_importing, self.in_use, self._is_ready()
        found = () if preview is None else preview.problems
        problems = [self._refused] if self._refused else [problem.message for problem in found]
        told = problem_text(problems, SHOWN_PROBLEMS)
        if preview is None or preview.columns:
            self.problems.show_problem(told, ways_out(found[0]) if found and not self._refused else ())
            self.table.say("" if preview is not None else self.tr("Looking at the table …"))
        else:
            self.problems.show_problem("")
            self.table.say(told)
        self._show_notes(preview)
        self._show_target(preview)
        question = preview.question if preview is not None and ready and not in_use else None
        self.question.show_problem(
            "" if question is None else translated(question.message), () if question is None else ways_out(question)
        )
        self._size.setText("" if preview is None else size_text(preview))
        planned = preview is not None and ready and not self._refused
        self._plan.setText(plan(preview) if preview is not None and planned else "")
        self._bar.setVisible(importing)
        self.accept.setEnabled(ready and not importing and not in_use)
        self.accept.setText(self.tr("In use") if in_use else self.tr("Train on it"))
        self.cancel.setText(self.tr("Cancel") if importing else self.tr("Close"))
        for widget in (self.choices, self.table, self.target):
            widget.setEnabled(not importing)

    def _show_notes(self, preview: TableReport | None) -> None:
        notes = [] if preview is None else [translated(note) for note in preview.notes]
        self._notes.setText("\n".join(notes))
        self._notes_area.setVisible(bool(notes))
        self._fit_notes()

    def _fit_notes(self) -> None:
        lines = min(self._notes.text().count("\n") + 1, NOTES_LINES)
        self._notes_area.setFixedHeight(lines * self._notes.fontMetrics().lineSpacing() + pixels(6))

    def _show_target(self, preview: TableReport | None) -> None:
        labels = () if preview is None else preview.labels
        self.target.setVisible(len(labels) == 1)
        if preview is not None and len(labels) == 1:
            column = next(column for column in preview.columns if column.name == labels[0])
            as_classes = preview.problem == "classification"
            self.target.show_target(column.name, as_classes=as_classes, numeric=column.kind in ("number", "yes_no"))
