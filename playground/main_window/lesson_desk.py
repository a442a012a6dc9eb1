"""A teacher's desk: the editor of lessons in its panel, its file, what is recorded from the window, what is hidden."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow, QWidget

from playground.lessons.commands import BeginLesson
from playground.lessons.decode import encode_lesson
from playground.lessons.lesson import Lesson, Show
from playground.main_window.dialogs import Answer, ask_save_name, ask_saving_lesson
from playground.main_window.documents import Documents
from playground.main_window.draft_guard import DraftGuard
from playground.main_window.layout import CentralArea
from playground.main_window.side_dock import SideDock
from playground.messages import LocalText, RefusalError
from playground.training.commands import Command
from playground.views.banner import Banner
from playground.views.forms.text import translated
from playground.views.kit.snapshot_view import SnapshotView

if TYPE_CHECKING:
    from playground.views.lesson_editor.view import LessonEditor

WIDTH = 340
"""Of the panel, in pixels at 100 %."""
SUFFIX = ".json"
HIDING = ("backprop", "train", "chain")
"""The workspaces whose numbers are hidden by a click; the first is opened where another is in front."""


class LessonDesk(QObject):
    """Makes lessons; the panel is made when it is first wanted.

    Attributes
    ----------
    ask
        Asks what becomes of a lesson that no file has; None to leave it for the next start without a question.
    drafts
        Keeps it against a sudden end.

    Signals
    -------
    told(text), failed(text)
        Something was done, or could not be.
    hidden(names)
        These cells are not to be seen while they are chosen.
    """

    built = Signal(object)
    told = Signal(object)
    failed = Signal(object)
    hidden = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        area: CentralArea,
        post: Callable[[Command], None],
        post_quietly: Callable[[Command], None],
        documents: Documents,
        settings: QSettings,
        banner: Banner,
    ) -> None:
        super().__init__(window)
        self._window, self._area, self._documents, self._settings = window, area, documents, settings
        self._post, self._post_quietly = post, post_quietly
        self._dock: SideDock | None = None
        self._view: LessonEditor | None = None
        self.path: Path | None = None
        self._saved: Lesson | None = None
        self._hidden = frozenset[str]()
        self.ask: Callable[[QWidget, str], Answer] | None = ask_saving_lesson
        self.drafts = DraftGuard(banner, self._draft, lambda: self.path, self._open_left, self)
        self.drafts.failed.connect(self.failed)

    @property
    def view(self) -> "LessonEditor | None":
        """The panel; None before it was first wanted."""
        return self._view

    @property
    def is_modified(self) -> bool:
        return self._view is not None and self._view.lesson != self._saved

    # Which lesson

    def new(self) -> None:
        from playground.lessons.draft import new_lesson

        if self.may_leave():
            lesson = new_lesson()
            self._begin(lesson, None, lesson)

    def ask_open(self) -> None:
        """Edit a lesson that a person chooses."""
        if not self.may_leave():
            return
        kinds = ";;".join((self.tr("Lessons (*.json)"), self.tr("All files (*)")))
        folder = str(self._documents.folder.path)
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Edit a lesson"), folder, kinds)
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Edit a lesson's file; what is edited now was asked about."""
        lesson = self._read(path)
        if lesson is not None:
            self._documents.folder.remember(path)
            self._begin(lesson, path, lesson)

    def _read(self, path: Path) -> Lesson | None:
        from playground.lessons.draft import read_draft

        try:
            return read_draft(path)
        except RefusalError as error:
            self.failed.emit(error.message)
            return None

    def _begin(self, lesson: Lesson, path: Path | None, saved: Lesson | None) -> None:
        self.path, self._saved = path, saved
        self._shown().show_lesson(lesson)
        self._take_in()

    def _take_in(self) -> None:
        """Take in that the lesson, or what its file holds, is another."""
        self._name()
        self.drafts.take(is_modified=self.is_modified)

    def _draft(self) -> Lesson | None:
        return None if self._view is None else self._view.lesson

    def _open_left(self, path: Path, document: Path | None) -> bool:
        """Edit what a sudden end has left, a file as the draft of another; return whether that worked."""
        lesson = self._read(path) if self.may_leave() else None
        if lesson is not None:
            self._begin(lesson, document, None)
        return lesson is not None

    def may_leave(self) -> bool:
        """Ask where a lesson would be lost; return whether to go on."""
        if not self.is_modified or self._view is None or self.ask is None:
            return True
        answer = self.ask(self._window, self._title(self._view.lesson))
        if answer is Answer.DISCARD:
            self.drafts.put_aside()
        return self.save() if answer is Answer.SAVE else answer is Answer.DISCARD

    def ask_no_more(self) -> None:
        """Keep the draft now, without a question: the program or the computer is told to end."""
        self.ask = None
        self.drafts.keep()

    def finish(self) -> None:
        """End in good order."""
        self.drafts.finish(is_modified=self.is_modified)

    def take_over(self, before: "LessonDesk") -> None:
        """Go on with the lesson of another window, which has stopped."""
        self.drafts.take_over(before.drafts)
        if before._view is not None and before._dock is not None and (before._dock.isVisible() or before.is_modified):
            self._begin(before._view.lesson, before.path, before._saved)

    def remember(self) -> None:
        """Remember where the panel stands."""
        if self._dock is not None:
            self._dock.remember()

    # Its file

    def save(self) -> bool:
        """Save the lesson where it came from, else ask; return whether it is saved."""
        return self.ask_save() if self.path is None else self._write(self.path)

    def ask_save(self) -> bool:
        if self._view is None:
            return False
        suggestion = self.path or self._documents.folder.path / f"{self._view.lesson.id or 'lesson'}{SUFFIX}"
        path = ask_save_name(self._window, self.tr("Save lesson"), suggestion, [self.tr("Lessons (*.json)")])
        return path is not None and self._write(path)

    def _write(self, path: Path) -> bool:
        from playground.lessons.draft import write_draft

        assert self._view is not None
        try:
            write_draft(path, self._view.lesson)
        except RefusalError as error:
            self.failed.emit(error.message)
            return False
        self.path, self._saved = path, self._view.lesson
        self._documents.folder.remember(path)
        self._documents.recent.add(path)
        self._take_in()
        self.told.emit(self.tr("Lesson saved to {path}").format(path=path))
        return True

    # What is shown

    def take_cell(self, name: str) -> None:
        """Hide a number that was clicked, or no more."""
        from playground.lessons.draft import with_hidden, with_step

        view = self._view
        if view is None or view.step is None or not view.hide_cells.isChecked():
            return
        view.change(with_step(view.lesson, view.step, with_hidden(view.lesson.steps[view.step], name)))

    def _hide(self) -> None:
        """Let what the chosen step hides be unseen, as long as cells are being chosen."""
        view = self._view
        if view is None:
            return
        ask = view.lesson.steps[view.step].ask if view.step is not None and view.hide_cells.isChecked() else None
        names = frozenset(ask.hide) if ask is not None else frozenset[str]()
        if names != self._hidden:
            self._hidden = names
            self.hidden.emit(names)

    def _choose_cells(self, on: bool) -> None:
        if on and self._area.workspaces.name not in HIDING:
            self._area.workspaces.open(HIDING[0])
        self._hide()

    def _record(self) -> None:
        """Let the step show what is shown, or the lesson begin with it."""
        from playground.lessons.draft import recorded_start, recorded_step

        view, snapshot = self._view, self._documents.snapshot
        if view is None or snapshot is None:
            return
        try:
            if view.step is None:
                lesson = recorded_start(view.lesson, snapshot.experiment)
            else:
                folder = None if self.path is None else self.path.parent
                lesson = recorded_step(view.lesson, view.step, self._place(), snapshot.experiment, folder)
        except RefusalError as error:
            self.failed.emit(error.message)
        else:
            view.change(lesson)

    def _place(self) -> Show:
        page = self._area.workspaces.current
        place = page.shown_place() if isinstance(page, SnapshotView) else ("", "", ())
        return Show(self._area.workspaces.name, *place)

    def _try(self) -> None:
        if self._view is not None:
            self._view.hide_cells.setChecked(False)
            self._post(BeginLesson(encode_lesson(self._view.lesson).decode(), self._where))

    def _check(self, lesson: Lesson, number: int) -> None:
        from playground.lessons.check_job import CheckLesson

        self._post_quietly(CheckLesson(encode_lesson(lesson).decode(), self._where, number))

    @property
    def _where(self) -> str:
        return "" if self.path is None else str(self.path.absolute())

    # The panel

    def _shown(self) -> "LessonEditor":
        """Bring the panel into sight."""
        if self._view is None or self._dock is None:
            from playground.views.lesson_editor.view import LessonEditor  # most starts need none of it

            view = self._view = LessonEditor()
            self._dock = SideDock("lesson_editor", view, WIDTH, self._window, self._settings, self._may_close)
            view.check_requested.connect(self._check)
            view.open_requested.connect(self.ask_open)
            view.save_requested.connect(self.save)
            view.save_as_requested.connect(self.ask_save)
            view.try_requested.connect(self._try)
            view.record_requested.connect(self._record)
            view.hiding_changed.connect(self._choose_cells)
            view.list.currentRowChanged.connect(lambda _: self._hide())
            view.edited.connect(self._take_in)
            view.edited.connect(self._hide)
            self.built.emit(view)
        self._dock.show()
        self._dock.raise_()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._view

    def _name(self) -> None:
        if self._dock is not None and self._view is not None:
            name = self._title(self._view.lesson) if self.path is None else self.path.name
            mark = "*" if self.is_modified else ""
            self._dock.setWindowTitle(self.tr("Lesson: {name}").format(name=f"{name}{mark}"))

    def _title(self, lesson: Lesson) -> str:
        return translated(LocalText(lesson.title)) if lesson.title else lesson.id

    def _may_close(self) -> bool:
        """Ask before a person closes the panel of a lesson that no file has."""
        if self._view is None or not self.may_leave():
            return False
        self._saved = self._view.lesson
        self._take_in()
        self._view.hide_cells.setChecked(False)
        return True
