"""The import panel: a table of a person's own data before it is trained on."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from playground.data import CsvOptions, TableReport
from playground.files import CsvSource
from playground.training.commands import CancelJob
from playground.training.commands.importing import StartImport
from playground.training.import_job import IMPORT, ImportProgress
from playground.training.questions import Question
from playground.training.questions.table import Inspect
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.importing.pane import TablePane
from playground.views.importing.problems import ProblemLine
from playground.views.importing.reading import ReadingChoices
from playground.views.importing.sentences import lacks_values, plan, problem_text, reading_text, size_text
from playground.views.panel_style import set_property
from playground.views.theme import LIGHT, Theme

SHOWN_PROBLEMS = 4
STEPS = 1000
_BAR = """
QProgressBar {{ background: {track}; border: 0; border-radius: 2px; }}
QProgressBar::chunk {{ background: {done}; border-radius: 2px; }}
"""


class ImportPanel(QWidget):
    """What a table holds, which of its columns to use, and what is in the way.

    Attributes
    ----------
    questions
        What it asks the worker: the preview of the table with the options chosen.
    choices, table, unit, problems, accept, cancel
        The parts.

    Signals
    -------
    questions_changed()
        It asks something else now.
    command_requested(command)
        Read the table and train on it, or give that up.
    finished()
        The person has seen enough of it.
    imported(name)
        A table is in use.
    """

    questions_changed = Signal()
    command_requested = Signal(object)
    finished = Signal()
    imported = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self._look = "", 0
        self._text: str | None = None
        self._question: Inspect | None = None
        self._preview: TableReport | None = None
        self._chosen_roles = self._at_once = False
        self._awaited: CsvSource | None = None
        self._used: CsvSource | None = None
        self._refused = ""
        self._progress: ImportProgress | None = None
        self._build()
        self._lay_out()
        self.set_theme(LIGHT)
        self._update()

    # What the window calls.

    def open_table(self, path: str, text: str | None = None) -> None:
        """Look at a table, a file or a text that was pasted and is only called so; train on it if nothing is wrong."""
        if self.is_importing:
            self._give_up()
        self._path, self._text = path, text
        self._preview, self._chosen_roles, self._refused, self._at_once = None, False, "", True
        self._look += 1  # the file may have changed since it was last looked at
        self.choices.show_options(CsvOptions())
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
    def questions(self) -> frozenset[Question]:
        """The preview that is wanted."""
        return frozenset() if self._question is None else frozenset((self._question,))

    @property
    def source(self) -> CsvSource:
        """The table and how it is read, as an experiment names it."""
        return CsvSource(
            csv=self._path,
            label=self.table.names("label"),
            inputs=self.table.names("input") if self._chosen_roles else (),
            text=self._text,
            **self.choices.values,
        )

    @property
    def is_importing(self) -> bool:
        """Whether the table is being read."""
        return self._awaited is not None

    @property
    def in_use(self) -> bool:
        """Whether the network is trained on the table as it is set up here."""
        return not self.is_importing and self._used is not None and self._used == self.source

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take the preview when it is there, and follow the reading."""
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

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self.table.set_theme(theme)
        self._bar.setStyleSheet(_BAR.format(track=theme.border, done=theme.accent))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Import with Enter, leave with Escape."""
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
        self.choices, self.table, self.problems = ReadingChoices(), TablePane(), ProblemLine()
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("How much of the table is read"))
        self._bar.setRange(0, STEPS)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        kept = self._bar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # nothing jumps when it comes and goes
        self._bar.setSizePolicy(kept)
        self.accept, self.cancel = QPushButton(self.tr("Train on it")), QPushButton(self.tr("Close"))
        for button in (self.accept, self.cancel):
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(92)
        set_property(self.accept, "role", "primary")
        self.choices.chosen.connect(self._ask)
        self.table.roles_changed.connect(self._choose_roles)
        self.problems.solved.connect(self._drop_rows)
        self.accept.clicked.connect(self.import_now)
        self.cancel.clicked.connect(self._leave)

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(10)
        heading.addWidget(self._title)
        heading.addWidget(self._size, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._plan, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addLayout(heading)
        layout.addWidget(self.choices)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._notes)
        layout.addWidget(self.problems)
        layout.addWidget(self._bar)
        layout.addLayout(buttons)

    # The table.

    def _ask(self) -> None:
        """Look at the table in the way chosen; with roles chosen by hand only as long as its columns stay."""
        kept = self.table if self._chosen_roles else None
        options = CsvOptions(
            labels=kept.names("label") if kept else (),
            inputs=kept.names("input") if kept else (),
            text=self._text,
            **self.choices.values,
        )
        question = Inspect(self._path, options, self._look)
        self._refused = ""
        if question != self._question:
            self._question = question
            self.questions_changed.emit()
        self._update()

    def _show_preview(self, preview: TableReport) -> None:
        same = tuple(column.name for column in preview.columns) == self.table.column_names
        if not same and self._chosen_roles:
            # Other columns than those the roles were chosen for: begin again with what is suggested.
            self._chosen_roles, self._preview = False, preview
            self.table.forget()
            self._ask()
            return
        self._preview = preview
        self.table.show_preview(preview, keep_roles=same and self._chosen_roles)
        self.choices.show_found(preview)
        at_once, self._at_once = self._at_once, False
        self._update()
        if at_once and self._is_ready() and preview.question is None:
            self.import_now()

    def _choose_roles(self) -> None:
        self._chosen_roles = True
        self._ask()

    def _drop_rows(self) -> None:
        """Leave out the rows that lack a value."""
        self.choices.choose("missing", "drop")
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
        """Whether nothing known is in the way; whoever has not chosen what to predict has not finished."""
        preview = self._preview
        chosen = bool(self.table.names("label") and self.table.names("input"))
        return preview is not None and chosen and not preview.problems

    def _problems(self) -> list[str]:
        if self._refused:
            return [self._refused]
        if self._preview is None:
            return []
        problems = [translated(problem.message) for problem in self._preview.problems]
        if self._preview.columns and not self.table.names("label"):
            problems.append(self.tr("Choose a column to predict."))
        return problems

    def _update(self) -> None:
        """Say what is in the way, and let import what nothing is in the way of."""
        preview, importing = self._preview, self.is_importing
        labels, inputs = self.table.names("label"), self.table.names("input")
        in_use = self.in_use
        problems = problem_text(self._problems(), SHOWN_PROBLEMS)
        readable = preview is not None and bool(preview.columns)
        if readable or preview is None:
            refuses = self.choices.values["missing"] == "refuse"
            droppable = problems and refuses and preview is not None and lacks_values(preview, {*labels, *inputs})
            way_out = self.tr("Leave such rows out") if droppable else ""
            self.problems.show_problem(problems, way_out)
            self.table.say(reading_text(preview))
        else:
            self.problems.show_problem("")
            self.table.say(problems)
        notes = _notes(preview) if preview is not None and readable else []
        self._notes.setText(problem_text(notes, SHOWN_PROBLEMS))
        self._notes.setVisible(bool(notes))
        self._size.setText("" if preview is None else size_text(preview))
        planned = preview is not None and labels and inputs and self._is_ready() and not self._refused
        self._plan.setText(plan(preview, inputs, labels) if preview is not None and planned else "")
        self._bar.setVisible(importing)
        self.accept.setEnabled(self._is_ready() and not importing and not in_use)
        self.accept.setText(self.tr("In use") if in_use else self.tr("Train on it"))
        self.cancel.setText(self.tr("Cancel") if importing else self.tr("Close"))
        for widget in (self.choices, self.table):
            widget.setEnabled(not importing)


def _notes(preview: TableReport) -> list[str]:
    """Return what is good to know of a table, what a person may want to decide first."""
    question = [] if preview.question is None else [preview.question.message]
    return [translated(note) for note in (*question, *preview.notes)]
