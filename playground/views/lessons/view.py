"""The panel of the course: the list of lessons, or the player of the one under way."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QStackedWidget, QWidget

from playground.lessons.commands import BeginLesson
from playground.lessons.course import COURSE, course, course_lesson
from playground.lessons.decode import encode_lesson
from playground.lessons.lesson import Lesson
from playground.lessons.record import Record
from playground.messages import Message
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.appearance import scaled
from playground.views.kit.building import in_column, named, push_button, scrolling
from playground.views.kit.items import SIDEWAYS
from playground.views.kit.prose import prose
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.lessons.player import LessonPlayer
from playground.views.theme import Theme

ICON = 16


class LessonView(SnapshotView):
    """The course.

    Signals
    -------
    closed()
        Nothing more is wanted of it for now.
    term_requested(name)
        The glossary's card of that name is to be shown.
    """

    closed = Signal()
    term_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lessons")
        self.list = named(QListWidget(), self.tr("The lessons of the course"))
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        scaled(self.list, _icon_side, ICON)
        self.begin = push_button(self.tr("Begin"), self.tr("Begin the chosen lesson; Undo brings back what is there"))
        self.resume = push_button(self.tr("Go on"), self.tr("Go on with the lesson under way"))
        about = prose("muted")
        about.setText(self.tr("Five to ten minutes each; every answer comes from the network that you see."))
        chooser = QWidget()
        chooser.setLayout(in_column(about, (self.list, 1), self.begin, self.resume, edges=12))
        self.player = LessonPlayer()
        self._pages = QStackedWidget()
        self._pages.addWidget(chooser)
        self._pages.addWidget(scrolling(self.player))
        self.setLayout(in_column(self._pages))
        self._lessons: tuple[Lesson, ...] = ()
        self._done: frozenset[str] = frozenset()
        self._under_way = False
        self._lesson: Lesson | None = None
        for button in (self.begin, self.resume):
            button.setAutoDefault(True)
        self.begin.clicked.connect(self._begin)
        self.list.itemActivated.connect(self._begin)
        self.resume.clicked.connect(lambda: self._pages.setCurrentIndex(1))
        self.player.command_requested.connect(self.command_requested)
        self.player.term_requested.connect(self.term_requested)
        self.player.list_requested.connect(self.show_list)
        self.player.lesson_requested.connect(self._begin_lesson)

    @property
    def is_playing(self) -> bool:
        return self._pages.currentIndex() == 1

    def show_list(self) -> None:
        if not self._lessons:
            self._lessons = course()
            self.list.addItems([""] * len(self._lessons))
            self.list.setCurrentRow(0)
        for number, lesson in enumerate(self._lessons, start=1):
            minutes, done = Message("{minutes} minutes", minutes=lesson.minutes), lesson.id in self._done
            state = self.tr("done") if done else translated(minutes)
            item = self.list.item(number - 1)
            item.setText(f"{number}  {translated(lesson.name)}  ·  {state}")
            item.setIcon(icon("done", color=lambda theme: theme.positive) if done else icon("to_do", color=_quiet))
        if self._lesson is not None and self._lesson.id in COURSE:
            self.list.setCurrentRow(next_to_do(self._lesson.id, self._done))
        self.resume.setVisible(self._under_way)
        self._pages.setCurrentIndex(0)
        self.list.setFocus()

    def show_done(self, lessons: frozenset[str]) -> None:
        """Take in the ids of the lessons that are done."""
        self._done = lessons
        if self._lessons and not self.is_playing:
            self.show_list()

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the training: here they move among answers, or nothing."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in SIDEWAYS:
            event.accept()
            return True
        return super().event(event)

    def show_lesson(self, lesson: Lesson | None, record: Record | None) -> None:
        """Show the lesson under way as far as it has come; None where there is none."""
        began = lesson is not None and (not self._under_way or lesson is not self._lesson)
        self._under_way, self._lesson = lesson is not None, lesson
        if lesson is None or record is None:
            if self.is_playing:
                self.show_list()
            return
        self.player.show_lesson(lesson, record)
        if began:
            self._pages.setCurrentIndex(1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Only the lesson concerns it: see `show_lesson`."""

    def _begin(self, *_: object) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._lessons):
            self._begin_lesson(self._lessons[row].id)

    def _begin_lesson(self, lesson_id: str) -> None:
        self._under_way = False
        self.command_requested.emit(BeginLesson(encode_lesson(course_lesson(lesson_id)).decode()))


def next_to_do(lesson_id: str, done: frozenset[str]) -> int:
    """Return the place of the first lesson from this one on that is not done; its own where all of those are."""
    here = COURSE.index(lesson_id)
    return next((row for row in range(here, len(COURSE)) if COURSE[row] not in done), here)


def _icon_side(rows: QListWidget, side: int) -> None:
    rows.setIconSize(QSize(side, side))


def _quiet(theme: Theme) -> str:
    return theme.muted
