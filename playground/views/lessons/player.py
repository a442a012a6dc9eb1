"""The player: one step of a lesson, its question, what is thought of the answer, and the way on."""

from collections.abc import Sequence
from contextlib import suppress
from html import escape
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QVBoxLayout, QWidget

from playground.lessons.commands import (
    AnswerStep,
    BeginVote,
    ComeBack,
    CountHands,
    EndVote,
    EnterStep,
    Explore,
    RevealAnswer,
    TakeHint,
)
from playground.lessons.course import course_lesson, following
from playground.lessons.errors import LessonError
from playground.lessons.glossary import Card, mentioned
from playground.lessons.lesson import Lesson, Step
from playground.lessons.questions import QUESTIONS
from playground.lessons.record import Answered, Record, Vote
from playground.messages import LocalText
from playground.training.commands import Command
from playground.views.check.verdict import Mark
from playground.views.forms.text import translated
from playground.views.kit.appearance import scaled_font
from playground.views.kit.building import in_column, in_row, named, push_button, spaced
from playground.views.kit.fitting import WrappedRow
from playground.views.kit.prose import prose
from playground.views.lessons.answers import FIELDS, AnswerField
from playground.views.lessons.progress import StepView
from playground.views.lessons.tally import TallyPanel
from playground.views.panel_style import set_property


class LinkLabel(QLabel):
    """A label with links: Qt keeps their colour in the text, as it was when the text was set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )

    def changeEvent(self, event: QEvent) -> None:
        """Set the text anew in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and (text := self.text()):
            self.setText("")
            self.setText(text)


MARGIN = 12
CELL = "cell"
"""The kind of question that a click in the window answers."""
MOST_TERMS = 5
"""Of a step that have a link."""


class LessonPlayer(QWidget):
    """A lesson under way.

    Signals
    -------
    command_requested(command)
        Something is to be done in the lesson.
    lesson_requested(lesson_id)
        The lesson of the course that follows is to begin.
    term_requested(name)
        The glossary's card of that name is to be shown.
    """

    command_requested = Signal(object)
    list_requested = Signal()
    lesson_requested = Signal(str)
    term_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lesson: Lesson | None = None
        self._record: Record | None = None
        self._shown: Step | None = None
        self._following: str | None = None
        self._is_changed = self._is_answered = False
        self.title = QLabel()
        self.title.setWordWrap(True)
        scaled_font(self.title, 1.15, bold=True)
        self.progress = named(QProgressBar(), self.tr("How far the lesson is"))
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.where = prose("muted")
        self.text = prose(factor=1.08)
        self.terms = LinkLabel()
        self.terms.linkActivated.connect(self.term_requested)
        self.question = prose(factor=1.08)
        scaled_font(self.question, 1.08, bold=True)
        self.field: AnswerField | None = None
        self.tally: TallyPanel | None = None
        self._voted: tuple[Step, tuple[object, ...], bool] | None = None
        self._place = QVBoxLayout()
        self.mark, self.verdict = Mark(), prose()
        scaled_font(self.verdict, bold=True)
        self.hints = prose("muted")
        self.end = prose(factor=1.08)
        self.hint = push_button(self.tr("Hint"), self.tr("Show one hint more"))
        self.vote = push_button(
            self.tr("Vote"), self.tr("Count the hands of a class for each answer, before it is shown")
        )
        self.reveal = push_button(self.tr("Show the answer"), self.tr("Show the right answer and go on without it"))
        self.back = push_button(self.tr("Back"), self.tr("The step before"))
        self.next = push_button(self.tr("Next"), self.tr("The next step"))
        self.explore = push_button("", "")
        self.lessons = push_button(self.tr("All lessons"), self.tr("Choose another lesson"))
        self.setLayout(
            in_column(
                self.title,
                self.progress,
                self.where,
                self.text,
                self.terms,
                self.question,
                self._place,
                in_row((self.mark, 0), (self.verdict, 1)),
                self.hints,
                self.end,
                spaced(WrappedRow(self.hint, self.reveal, self.vote), gap=6),
                None,
                in_row(self.back, None, self.next),
                spaced(WrappedRow(self.explore, self.lessons, spread=True), gap=6),
                edges=MARGIN,
            )
        )
        self._ways = (self.hint, self.reveal, self.vote, self.back, self.next, self.explore, self.lessons)
        for button in self._ways:
            button.setAutoDefault(True)  # Enter presses it, as Space does
        self.hint.clicked.connect(lambda: self._wish(TakeHint()))
        self.reveal.clicked.connect(lambda: self._wish(RevealAnswer()))
        self.vote.clicked.connect(lambda: self._wish(BeginVote()))
        self.back.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(self._go_on)
        self.explore.clicked.connect(self._leave_or_return)
        self.lessons.clicked.connect(self.list_requested)

    def show_lesson(self, lesson: Lesson, record: Record) -> None:
        """Show a lesson as far as it has come."""
        self._lesson, self._record = lesson, record
        step = lesson.steps[record.step]
        view = StepView(lesson, record)
        answered = record.at(step.id)
        begun_again = self._is_answered and not (answered.tries or answered.revealed)
        self._is_answered = bool(answered.tries or answered.revealed)
        if self._shown is not step or begun_again:
            self._shown, self._is_changed = step, False
            self._show_step(lesson, step, record.step)
            self._show_given(answered)
        self._say(view.verdict, is_wrong=view.is_wrong, is_done=view.is_done)
        hints = [translated(LocalText(hint)) for hint in (step.ask.hints if step.ask else ())[: answered.hints]]
        self.hints.setText("\n".join(hints))
        self.hints.setVisible(bool(hints))
        self.hint.setVisible(step.ask is not None and not view.is_settled)
        has_hints = step.ask is not None and answered.hints < len(step.ask.hints)
        if self.hint.hasFocus() and not has_hints and self.field is not None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)  # not on to the button beside it
        self.hint.setEnabled(has_hints)
        asks = step.ask is not None and not view.is_settled and answered.vote is None
        self.vote.setVisible(asks)
        self.reveal.setVisible(asks and bool(answered.tries))
        for button in (self.vote, self.reveal):
            button.setEnabled(record.away is None)
        self._show_vote(step, answered.vote, is_settled=view.is_settled)
        self.back.setEnabled(record.step > 0)
        self._show_way_on(lesson, record, view)
        if self.field is not None:
            self.field.setEnabled(not view.is_settled and record.away is None)
        away = record.away is not None
        self.explore.setText(self.tr("Back to the lesson") if away else self.tr("Explore freely"))
        leave = self.tr("Leave the lesson for a while; its state waits")
        self.explore.setToolTip(self.tr("Everything as it was when the lesson was left") if away else leave)

    def _say(self, verdict: str, *, is_wrong: bool, is_done: bool) -> None:
        """Say what is thought of the answer that was given; of one that is being changed nothing is known yet."""
        is_seen = bool(verdict) and not (is_wrong and self._is_changed)
        self.verdict.setText(translated(verdict))
        set_property(self.verdict, "role", "warning" if is_wrong else "")
        self.verdict.setVisible(is_seen)
        self.mark.set_verdict("agrees" if is_done else "differs")
        self.mark.setVisible(is_seen and (is_wrong or is_done))

    def _show_way_on(self, lesson: Lesson, record: Record, view: StepView) -> None:
        """Lead to the next step, and from the last one to the lesson that follows in the course."""
        is_last = record.step + 1 == len(lesson.steps)
        self._following = following(lesson.id) if is_last and not record.place else None
        self.next.setText(self.tr("Next lesson") if self._following else self.tr("Next"))
        self.next.setEnabled(view.is_done and (not is_last or self._following is not None))
        self.end.setVisible(view.is_finished)
        self.end.setText(self.tr("This lesson is done."))
        if self._following is not None:
            name = translated(course_lesson(self._following).name)
            self.end.setText(self.tr("This lesson is done. The next one: {lesson}").format(lesson=name))

    def _show_vote(self, step: Step, vote: Vote | None, *, is_settled: bool) -> None:
        """Let the vote of a class stand in the place of the answer; the counts as they are typed stay."""
        shown = None if vote is None else (step, vote.options, is_settled)
        if shown != self._voted:
            self._voted = shown
            if self.tally is not None:
                self._place.removeWidget(self.tally)
                self.tally.hide()
                self.tally.deleteLater()
                self.tally = None
            if vote is not None and step.ask is not None:
                self.tally = TallyPanel(step.ask, vote, frozenset(vote.right) if is_settled else None)
                self.tally.counted.connect(lambda counts: self._wish(CountHands(counts)))
                self.tally.reveal_requested.connect(lambda: self._wish(RevealAnswer()))
                self.tally.stopped.connect(lambda: self._wish(EndVote()))
                self._place.addWidget(self.tally)
                self.tally.show()
                self.tally.setFocus(Qt.FocusReason.TabFocusReason)  # what is typed takes the place of the 0
        if self.field is not None:
            self.field.setVisible(vote is None)

    @property
    def is_answering(self) -> bool:
        """Whether the keys are for the answer."""
        focused = QApplication.focusWidget()
        return self.field is not None and focused is not None and self.field.isAncestorOf(focused)

    def focus_step(self) -> bool:
        """Let the keys be for what the step wants of the panel, its answer or the way on; return whether it does."""
        wanted: QWidget | None = self.field
        if wanted is None or not wanted.isEnabled():
            wanted = self.next
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        return wanted.isEnabled()

    def take(self, cell: str) -> None:
        """Take a cell that was clicked in the window, where the question is for one."""
        if self.field is not None and self.field.isEnabled() and self.field.ask.kind == CELL:
            self.field.take(cell)

    def _show_step(self, lesson: Lesson, step: Step, index: int) -> None:
        self.title.setText(translated(lesson.name))
        self.progress.setRange(0, len(lesson.steps))
        self.progress.setValue(index + 1)
        self.where.setText(self.tr("Step {number} of {count}").format(number=index + 1, count=len(lesson.steps)))
        self.text.setText(translated(LocalText(step.text)))
        self._link(mentioned(self.text.text(), translated)[:MOST_TERMS])
        question = step.ask.text if step.ask is not None else {}
        self.question.setText(translated(LocalText(question)) if question else "")
        self.question.setVisible(bool(question))
        if self.field is not None:
            self._place.removeWidget(self.field)
            self.field.deleteLater()
            self.field = None
        if step.ask is not None:
            self.field = FIELDS[step.ask.kind](step.ask)
            (self.field.focusProxy() or self.field).setAccessibleDescription(self.question.text())
            self.field.given.connect(self._give)
            self.field.changed.connect(self._change)
            self._place.addWidget(self.field)
            for before, after in pairwise([*self.field.stops, *self._ways]):
                QWidget.setTabOrder(before, after)

    def _link(self, cards: Sequence[Card]) -> None:
        """Lead from the terms of the step to their cards."""
        links = " · ".join(f'<a href="{card.name}">{escape(translated(card.title))}</a>' for card in cards)
        self.terms.setText(self.tr("Glossary: {terms}").format(terms=links))
        self.terms.setVisible(bool(cards))

    def _show_given(self, answered: Answered) -> None:
        """Show the last answer to a question that one comes back to, or the right one, if that was revealed."""
        if self.field is None or not (answered.tries or answered.revealed):
            return
        given = answered.tries[-1].value if answered.right or not answered.revealed else answered.answer
        ask = self.field.ask
        with suppress(LessonError):  # what anybody's file holds
            self.field.show_given(QUESTIONS[ask.kind].read(ask, given))

    def _go(self, by: int) -> None:
        if self._record is not None:
            self._wish(EnterStep(self._record.step + by))

    def _go_on(self) -> None:
        if self._following is None:
            self._go(1)
        else:
            self.lesson_requested.emit(self._following)

    def _give(self, value: object) -> None:
        """Have an answer judged; what is none is said here, where it was typed."""
        assert self.field is not None, "it gave the answer"
        self._is_changed = False
        try:
            QUESTIONS[self.field.ask.kind].read(self.field.ask, value)
        except LessonError as error:
            self._say(error.message, is_wrong=True, is_done=False)
        else:
            self._wish(AnswerStep(value))

    def _change(self) -> None:
        self._is_changed = True
        self.verdict.hide()
        self.mark.hide()

    def _leave_or_return(self) -> None:
        if self._record is not None:
            self._wish(Explore() if self._record.away is None else ComeBack())

    def _wish(self, command: Command) -> None:
        self.command_requested.emit(command)
