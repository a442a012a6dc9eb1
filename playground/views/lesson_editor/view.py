"""The editor of lessons: its steps as a list, the chosen one as a form, checked while it is filled in."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QListWidget, QSizePolicy, QToolButton, QWidget

from playground.lessons import draft
from playground.lessons.check_job import LessonCheck
from playground.lessons.errors import LessonError
from playground.lessons.format import GROUP, Part
from playground.lessons.lesson import Lesson, Step
from playground.messages import LocalText, Message
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.appearance import pixels, scaled
from playground.views.kit.building import holding, in_column, in_row, named, push_button, spaced, tool_button
from playground.views.kit.fitting import ScrolledColumn, WrappedRow
from playground.views.kit.items import SIDEWAYS
from playground.views.kit.prose import prose
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.lesson_editor.groups import GroupField
from playground.views.lessons.progress import answer_text
from playground.views.panel_style import set_property
from playground.views.theme import Theme

PAUSE_MS = 500
"""After the last key the lesson is played, and a step of Undo is complete."""
MOST_UNDONE = 200
LIST_HEIGHT, ICON = 150, 16
FORM_HEIGHT = 220
"""What the form needs at least under what stands above it; where it has less, all of it scrolls."""
LONGEST = 60
"""Characters of a step's text in the list."""
CHECK = "lesson_check"


class LessonEditor(SnapshotView):
    """Makes a lesson.

    `lesson`: as it is filled in, playable or not.

    Signals
    -------
    check_requested(lesson, number)
        It is to be played, and what comes out be told under the number.
    record_requested()
        The chosen step, or the lesson's start, is to be what the window shows.
    hiding_changed(on)
        Cells that are clicked are to be hidden from now on, or no more.
    """

    check_requested = Signal(object, int)
    open_requested = Signal()
    save_requested = Signal()
    save_as_requested = Signal()
    try_requested = Signal()
    record_requested = Signal()
    hiding_changed = Signal(bool)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson_editor")
        self.lesson: Lesson = draft.new_lesson()
        self._done: list[Lesson] = [self.lesson]
        self._undone: list[Lesson] = []
        self._number, self._check = 0, LessonCheck(0)
        self.form: GroupField | None = None
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._settle)
        self.open = push_button(self.tr("Open…"), self.tr("Edit a lesson from a file"))
        self.save = push_button(self.tr("Save"), self.tr("Save the lesson as a file that can be opened and given out"))
        self.save_as = push_button(self.tr("Save as…"), self.tr("Save the lesson under another name"))
        self.undo = self._tool("undo", self.tr("Take the last change of the lesson back"), self.undo_edit)
        self.redo = self._tool("redo", self.tr("Repeat what was taken back"), self.redo_edit)
        self.try_it = push_button(self.tr("Try it"), self.tr("Play the lesson in the course panel, as a student would"))
        self.try_it.setProperty("role", "primary")
        self.list = named(QListWidget(), self.tr("The lesson and its steps"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        scaled(self.list, QWidget.setMaximumHeight, LIST_HEIGHT)
        scaled(self.list, _icon_side, ICON)
        self.add = push_button(self.tr("Add step"), self.tr("Add an empty step below the chosen one"))
        self.copy = self._tool("copy", self.tr("Duplicate the chosen step"), self._duplicate)
        self.up = self._tool("move_up", self.tr("Move the chosen step up"), lambda: self._move(-1))
        self.down = self._tool("move_down", self.tr("Move the chosen step down"), lambda: self._move(1))
        self.remove = self._tool("remove", self.tr("Remove the chosen step"), self._remove)
        self.state, self.problem, self.answer = prose("muted"), prose("warning"), prose("muted")
        self.record = push_button("", "")
        self.hide_cells = push_button(
            self.tr("Hide cells"),
            self.tr(
                "Hide numbers by clicking them in Backprop, in the heatmaps of Train, or in Chain rule: a gate for its "
                "value, a wire for the gradient that flows back (keys: arrows choose, Enter hides; in Chain rule H "
                "for the value, Shift+H for the gradient); the first is asked for"
            ),
        )
        self.hide_cells.setCheckable(True)
        history = holding(in_row(None, self.undo, self.redo, gap=4))
        order = holding(in_row(self.copy, self.up, self.down, self.remove, None, gap=4))
        self._head = holding(
            in_column(
                spaced(WrappedRow(self.open, self.save, self.save_as, history), gap=4),
                self.list,
                spaced(WrappedRow(self.add, order, self.try_it), gap=4),
                self.state,
                self.problem,
                spaced(WrappedRow(self.record, self.hide_cells), gap=4),
                self.answer,
            )
        )
        self._page = in_column(None, edges=(0, 0, 8, 0))
        self._place = ScrolledColumn(self._page, 0)
        self._parts = in_column(self._head, (self._place, 1), edges=10)
        self.setLayout(self._parts)
        for button in (self.open, self.save, self.save_as, self.try_it, self.add, self.record):
            button.setAutoDefault(True)
        self.open.clicked.connect(self.open_requested)
        self.save.clicked.connect(self.save_requested)
        self.save_as.clicked.connect(self.save_as_requested)
        self.try_it.clicked.connect(self.try_requested)
        self.record.clicked.connect(self.record_requested)
        self.hide_cells.toggled.connect(self.hiding_changed)
        self.add.clicked.connect(self._add)
        self.list.currentRowChanged.connect(self._choose)
        self.setFocusProxy(self.list)
        self.show_lesson(self.lesson)

    def _tool(self, name: str, tip: str, do: Callable[[], None]) -> QToolButton:
        button = named(tool_button("", ""), tip, tip)
        button.setIcon(icon(name))
        button.clicked.connect(lambda: do())
        return button

    @property
    def step(self) -> int | None:
        """The number of the chosen step, from 0; None where the lesson itself is chosen."""
        row = self.list.currentRow()
        return row - 1 if row > 0 else None

    # The lesson

    def show_lesson(self, lesson: Lesson) -> None:
        """Begin with another lesson; nothing before can be undone."""
        self._done, self._undone = [lesson], []
        self._put(lesson, 1)
        self._settle()

    def change(self, lesson: Lesson, row: int | None = None) -> None:
        """Take in a lesson that was changed at once, not by typing."""
        if lesson != self.lesson:
            self._keep()
            self._put(lesson, self.list.currentRow() if row is None else row)
            self._settle()
            self.edited.emit()

    def undo_edit(self) -> None:
        self._keep()
        if len(self._done) > 1:
            self._undone.append(self._done.pop())
            self._return_to(self._done[-1])

    def redo_edit(self) -> None:
        if self._undone:
            self._done.append(self._undone.pop())
            self._return_to(self._done[-1])

    def _return_to(self, lesson: Lesson) -> None:
        self._put(lesson, min(self.list.currentRow(), len(lesson.steps)))
        self._check_it()
        self.edited.emit()

    def _put(self, lesson: Lesson, row: int) -> None:
        self.lesson = lesson
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([""] * (len(lesson.steps) + 1))
        self.list.setCurrentRow(max(0, row))
        self.list.blockSignals(False)
        self._choose(self.list.currentRow())

    def _typed(self, value: Lesson | Step) -> None:
        """Take in what was filled in at the form."""
        step = self.step
        self.lesson = value if isinstance(value, Lesson) else draft.with_step(self.lesson, step or 0, value)
        self._label()
        self._soon.start()
        self.edited.emit()

    def _keep(self) -> None:
        """Let what was typed be one step of Undo."""
        self._soon.stop()
        if self.lesson != self._done[-1]:
            self._done = [*self._done[-MOST_UNDONE:], self.lesson]
            self._undone = []

    def _settle(self) -> None:
        self._keep()
        self._check_it()

    # Its steps

    def _add(self) -> None:
        self._grow(None)

    def _duplicate(self) -> None:
        if self.step is not None:
            self._grow(self.step)

    def _grow(self, copied: int | None) -> None:
        index = len(self.lesson.steps) if self.step is None else self.step + 1
        try:
            lesson = draft.added(self.lesson, index, None if copied is None else self.lesson.steps[copied])
        except LessonError as error:
            self.failed.emit(error.message)
            return
        self.change(lesson, index + 1)

    def _remove(self) -> None:
        if self.step is not None:
            self.change(draft.removed(self.lesson, self.step), max(1, self.step))

    def _move(self, by: int) -> None:
        step = self.step
        if step is not None and 0 <= step + by < len(self.lesson.steps):
            self.change(draft.moved(self.lesson, step, by), step + by + 1)

    def _choose(self, row: int) -> None:
        """Show the form of a step, or of the lesson itself."""
        struct = self.lesson if row <= 0 else self.lesson.steps[row - 1]
        part = Part("", Message("Lesson"), GROUP, Message("Lesson"), of=type(struct))
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        self.form = GroupField(part, struct)
        self.form.changed.connect(self._typed)
        self._page.insertWidget(self._page.count() - 1, self.form)
        self._place.verticalScrollBar().setValue(0)
        whole = row <= 0
        self.record.setText(self.tr("Begin as shown") if whole else self.tr("Record what is shown"))
        tip = (
            self.tr("The lesson starts with the data, network and training of now")
            if whole
            else self.tr("The step shows the workspace, page, step and cell of now, and sets what was set since")
        )
        named(self.record, self.record.text(), tip)
        self.hide_cells.setEnabled(not whole)
        if whole:
            self.hide_cells.setChecked(False)
        for button in (self.copy, self.up, self.down, self.remove):
            button.setEnabled(not whole)
        self._label()
        self._tell()

    def _label(self) -> None:
        """Write what the list says of the lesson and its steps."""
        check = self._check if self._check.number == self._number else LessonCheck(self._number)
        title = translated(LocalText(self.lesson.title)) if self.lesson.title else ""
        self.list.item(0).setText(title or self.tr("Lesson without a title"))
        self.list.item(0).setIcon(icon("divergence" if check.problem and check.step is None else "train"))
        empty = self.tr("(no text yet)")
        for index, step in enumerate(self.lesson.steps):
            item, text = self.list.item(index + 1), translated(LocalText(step.text)) if step.text else ""
            item.setText(f"{index + 1}  {' '.join(text.split())[:LONGEST] or empty}")
            if check.problem and check.step == index:
                item.setIcon(icon("divergence", color=_warning))
            elif index < len(check.checked):
                item.setIcon(icon("done", color=_positive))
            else:
                item.setIcon(icon("to_do", color=_quiet))
        self.undo.setEnabled(len(self._done) > 1 or self.lesson != self._done[-1])
        self.redo.setEnabled(bool(self._undone))

    # Its check

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take in how far the lesson has been played."""
        check = snapshot.work.get(CHECK)
        if isinstance(check, LessonCheck) and check is not self._check and check.number == self._number:
            self._check = check
            self._label()
            self._tell()

    def _check_it(self) -> None:
        self._number += 1
        self._label()
        self._tell()
        self.check_requested.emit(self.lesson, self._number)

    def _tell(self) -> None:
        """Say how the check stands: what is wrong at the step, else where; the right answer where one is asked for."""
        check, here = self._check, self.step
        if check.number != self._number:
            check = LessonCheck(self._number)
        is_here = bool(check.problem) and check.step == here
        self.problem.setText(translated(check.problem) if is_here else "")
        self.problem.setVisible(is_here)
        if check.problem and check.step is not None:
            state = self.tr("Step {number} cannot be played yet").format(number=check.step + 1)
        elif check.problem:
            state = self.tr("The lesson cannot begin yet")
        elif check.done:
            state = self.tr("Every step can be played")
        else:
            state = self.tr("Checking: {done} of {count} steps").format(
                done=len(check.checked), count=len(self.lesson.steps)
            )
        self.state.setText(state)
        set_property(self.state, "role", "warning" if check.problem else "muted")
        checked = check.checked[here] if here is not None and here < len(check.checked) else None
        has_answer = checked is not None and checked.answer is not None
        self.answer.setVisible(has_answer)
        if checked is not None and has_answer and here is not None:
            right = translated(answer_text(self.lesson.steps[here].ask, checked.answer))
            self.answer.setText(self.tr("The right answer here: {answer}").format(answer=right))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Let what stands above the form scroll with it where the form had too little room, else stay in sight."""
        room = self.contentsRect().marginsRemoved(self._parts.contentsMargins())
        above = self._head.heightForWidth(room.width()) + self._parts.spacing()
        wanted = self._parts if room.height() - above >= pixels(FORM_HEIGHT) else self._page
        if wanted.indexOf(self._head) < 0:
            focused = QApplication.focusWidget()
            wanted.insertWidget(0, self._head)
            self._head.show()
            if focused is not None and self._head.isAncestorOf(focused):
                focused.setFocus()

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the training; and see how the room is shared where parts have changed."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in SIDEWAYS:
            event.accept()
            return True
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return handled


def _icon_side(rows: QListWidget, side: int) -> None:
    rows.setIconSize(QSize(side, side))


def _quiet(theme: Theme) -> str:
    return theme.muted


def _positive(theme: Theme) -> str:
    return theme.positive


def _warning(theme: Theme) -> str:
    return theme.warning
