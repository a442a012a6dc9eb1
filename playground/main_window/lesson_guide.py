"""A lesson in the window: what is in sight follows its steps, what is hidden stays hidden, what is locked is grey."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from playground.files import FileError
from playground.files.fields import FIELDS
from playground.lessons.commands import BeginLesson, ComeBack, Explore, LookAtGoal, RevealAnswer
from playground.lessons.course import COURSE, course_lesson
from playground.lessons.decode import decode_lesson, encode_lesson
from playground.lessons.errors import LessonError
from playground.lessons.lesson import OUTPUT, Lesson, Show, Step
from playground.lessons.locks import locked_now
from playground.lessons.masking import Mask, hidden_now
from playground.lessons.play import no_step
from playground.lessons.prediction import WalkPrediction
from playground.lessons.record import Record, decode_record
from playground.main_window.dialogs import open_glossary
from playground.main_window.geometry import remembered_names
from playground.main_window.layout import CentralArea
from playground.main_window.side_dock import SideDock
from playground.training.commands import Command
from playground.training.snapshot import Snapshot
from playground.views.banner import Banner
from playground.views.forms.text import translated
from playground.views.kit.snapshot_view import SnapshotView

if TYPE_CHECKING:
    from playground.views.lessons.view import LessonView

WIDTH = 300
"""Of the panel, in pixels at 100 %."""
DONE_KEY = "lessons_done"
REVEAL = "reveal"
GOAL_MS = 250
"""How often the goal of a step is looked at while it is not reached."""


class LessonGuide(QObject):
    """Follows the lesson of a session; its panel is made when it is first wanted.

    Parameters
    ----------
    window
        Where the panel stands: left, right, or as a window of its own.
    post
        Hands a command to the worker without ending what is told.

    Signals
    -------
    failed(text)
        The lesson in a session cannot be read: one line.
    locked(names)
        These fields and actions are locked now, and no others.
    """

    built = Signal(object)
    failed = Signal(object)
    locked = Signal(object)

    def __init__(
        self, window: QMainWindow, area: CentralArea, post: Callable[[Command], None], settings: QSettings
    ) -> None:
        super().__init__(window)
        self._window, self._area, self._post, self._settings = window, area, post, settings
        self._dock: SideDock | None = None
        self._view: LessonView | None = None
        self._mask, self._prediction_mask, self._draft_mask = Mask(), Mask(), Mask()
        self._draft: frozenset[str] = frozenset()
        self._prediction: WalkPrediction | None = None
        self._text = ""
        self._lesson: Lesson | None = None
        self._record: Record | None = None
        self._seen: Step | None = None
        self._to_show: Show | None = None
        self.locks: frozenset[str] = frozenset()
        self._goal = QTimer(self, interval=GOAL_MS)
        self._goal.timeout.connect(self._look_at_goal)
        self._is_looking = False
        self.line = Banner()
        self._is_away = False
        self.line.action_triggered.connect(self._come_back)

    @property
    def view(self) -> "LessonView | None":
        """The panel; None before it was first wanted."""
        return self._view

    def masked(self, snapshot: Snapshot) -> Snapshot:
        """Take a frame in, and return it without what the lesson or a prediction hides."""
        self._is_looking = False
        if snapshot.lesson != self._text:
            self._take(snapshot.lesson)
        if self._lesson is not None and self._record is not None:
            snapshot = self._mask.apply(snapshot, hidden_now(self._lesson, self._record))
        if self._draft:
            snapshot = self._draft_mask.apply(snapshot, snapshot.hidden | self._draft)
        if self._prediction is None:
            return snapshot
        self._prediction.take(snapshot.walkthrough)
        return self._prediction_mask.apply(snapshot, snapshot.hidden | self._prediction.hidden)

    def predict(self, prediction: WalkPrediction | None) -> None:
        """Hide what is to be predicted, beside what the lesson hides; None for nothing."""
        self._prediction = prediction

    def hide(self, names: frozenset[str]) -> None:
        """Hide what a teacher chooses for a lesson that is being made."""
        self._draft = names

    def _look_at_goal(self) -> None:
        """Ask whether the goal is reached; a slow machine is not asked again before it has answered with a frame."""
        if not self._is_looking:
            self._is_looking = True
            self._post(LookAtGoal())

    def open(self) -> None:
        """Show the course, and let the keys be for it."""
        view = self._shown()
        if self._lesson is None or not view.is_playing:
            view.show_list()
        elif not view.player.focus_step():
            view.player.explore.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> bool:
        """Go on to the next step, if the keys are for the window and the step is done; return whether it was."""
        next_step = None if self._view is None or not self._view.is_playing else self._view.player.next
        if next_step is None or not next_step.isVisible() or not next_step.isEnabled() or not self._area.hasFocus():
            return False
        next_step.click()
        return True

    def begin_course(self) -> None:
        self._shown()
        self._post(BeginLesson(encode_lesson(course_lesson(COURSE[0])).decode()))

    def _shown(self) -> "LessonView":
        """Bring the panel into sight."""
        if self._view is None or self._dock is None:
            from playground.views.lessons.view import LessonView  # most starts need none of it

            self._view = LessonView()
            self._view.term_requested.connect(lambda name: open_glossary(self._window, name))
            self._dock = SideDock("course", self._view, WIDTH, self._window, self._settings, self._leave)
            self._dock.setWindowTitle(self.tr("Course"))
            self._view.show_done(self._done)
            self._view.show_lesson(self._lesson, self._record)
            self.built.emit(self._view)
        self._dock.show()
        self._dock.raise_()
        return self._view

    def _take(self, text: str) -> None:
        self._text = text
        if not text:
            self._lesson, self._record, self._seen = None, None, None
        else:
            self._lesson, self._record = self._read(text)
            if self._record is not None and self._record.away is None:
                self._shown()
        self._lock()
        self._tell_where()
        if self._view is not None:
            answering = self._view.player.is_answering
            self._view.show_lesson(self._lesson, self._record)
            if answering and not self._view.player.is_answering:
                self._focus()
        if self._lesson is not None and self._record is not None:
            self._finish(self._lesson, self._record)
        self._follow()

    def _tell_where(self) -> None:
        """Say over the window that one explores, and lead back; who has closed the line is not told again."""
        lesson, record = self._lesson, self._record
        is_away = record is not None and record.away is not None
        if is_away == self._is_away:
            return
        self._is_away = is_away
        if lesson is None or record is None or not is_away:
            self.line.clear()
            return
        said = self.tr("You explore freely; the lesson “{lesson}” waits as you left it.").format(
            lesson=translated(lesson.name)
        )
        ways = [(self.tr("Back to the lesson"), "back")]
        if hidden_now(lesson, record):
            hidden = self.tr("What its question asks for stays hidden.")
            said = f"{said} {hidden}"
            ways.append((self.tr("Back, and show the answer"), REVEAL))
        self.line.show_message("info", said, ways)

    def _come_back(self, way: str) -> None:
        self._post(ComeBack())
        if way == REVEAL:
            self._post(RevealAnswer())

    def _read(self, text: str) -> tuple[Lesson | None, Record | None]:
        """Read a lesson under way; neither where the session's file holds what no lesson has written."""
        try:
            record = decode_record(text, "lesson")
            lesson = self._lesson
            if self._record is None or lesson is None or record.lesson != self._record.lesson:
                lesson = decode_lesson(record.lesson.encode(), record.place or "lesson")
            if not 0 <= record.step < len(lesson.steps):
                raise no_step(record.step, lesson)
        except (FileError, LessonError) as error:
            self.failed.emit(error.message)
            return None, None
        return lesson, record

    @property
    def _done(self) -> frozenset[str]:
        return frozenset(remembered_names(self._settings, DONE_KEY))

    def remember(self) -> None:
        """Remember where the panel stands."""
        if self._dock is not None:
            self._dock.remember()

    def take_cell(self, name: str) -> None:
        """Take a number that was clicked in the window as the answer, where one is asked for."""
        if self._view is not None:
            self._view.player.take(name)

    def _leave(self) -> bool:
        """Leave the lesson when a person closes its panel; what it stood at waits."""
        if self._record is not None and self._record.away is None:
            self._post(Explore())
        return True

    def _finish(self, lesson: Lesson, record: Record) -> None:
        """Remember a lesson of the course that is done."""
        from playground.views.lessons.progress import StepView

        if not record.place and lesson.id not in self._done and StepView(lesson, record).is_finished:
            self._settings.setValue(DONE_KEY, sorted({*self._done, lesson.id}))
            if self._view is not None:
                self._view.show_done(self._done)

    def _lock(self) -> None:
        lesson, record = self._lesson, self._record
        locks = frozenset[str]() if lesson is None or record is None else locked_now(lesson, record)
        if locks != self.locks:
            self.locks = locks
            self.locked.emit(locks)

    def _follow(self) -> None:
        """Note what the step shows when it is entered or come back to; look at its goal until it is reached."""
        lesson, record = self._lesson, self._record
        if lesson is None or record is None:
            self._goal.stop()
            return
        step, is_away = lesson.steps[record.step], record.away is not None
        waits = bool(step.until) and not record.has_reached(step.id) and not is_away
        if waits != self._goal.isActive():
            (self._goal.start if waits else self._goal.stop)()
        if is_away:
            self._seen = None
        elif self._seen is not step:
            goes_on = self._seen is not None and self._seen in lesson.steps[: record.step]
            self._to_show = step.show if goes_on else standing(lesson.steps[: record.step + 1])
            self._seen = step

    def _focus(self) -> None:
        """Let the keys be for the step: in the panel, or for the window, where its goal is reached."""
        if self._view is not None and not self._view.player.focus_step():
            self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_place(self) -> None:
        """Bring into sight what the step shows, once every view has the frame with what the step has made."""
        show, self._to_show = self._to_show, None
        if show is None:
            return
        self._area.fold_again()
        if show.workspace in self._area.workspaces.names:
            page = self._area.workspaces.open(show.workspace)
            if isinstance(page, SnapshotView):
                page.show_place(show.page, show.phase, show.light)
        if show.page in self._area.lower_right.names:
            self._area.show_lower_right(show.page)
        elif show.page == OUTPUT:
            self._area.lend_right()
        elif show.page in FIELDS:
            self._area.lend_field(show.page)
        self._focus()


def standing(steps: Sequence[Step]) -> Show:
    """Return what is in sight at the last of these steps for whoever comes back, what it leaves as it was included."""
    places = [step.show for step in steps if step.show.workspace]
    if not places:
        return steps[-1].show
    last = places[-1]
    alike = [show for show in places if (show.workspace, show.page) == (last.workspace, last.page) and show.phase]
    return msgspec.structs.replace(last, phase=alike[-1].phase) if alike else last
