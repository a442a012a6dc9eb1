"""The player: one step of a lesson, its question, what is thought of the answer, and the way on."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from playground.lessons.commands import AnswerStep, ComeBack, EnterStep, Explore, RevealAnswer, TakeHint
from playground.lessons.glossary import Card, mentioned
from playground.lessons.lesson import Lesson, Step
from playground.lessons.record import Record
from playground.messages import LocalText
from playground.training.commands import Command
from playground.views.forms.text import translated
from playground.views.kit.appearance import scaled_font
from playground.views.kit.building import in_column, in_row, named, prose, push_button
from playground.views.lessons.answers import FIELDS, AnswerField
from playground.views.lessons.progress import StepView

MARGIN = 12
MOST_TERMS = 5
"""Of a step that have a link."""


class LessonPlayer(QWidget):
    """A lesson under way.

    Signals
    -------
    command_requested(command)
        Something is to be done in the lesson.
    list_requested()
        Another lesson is to be chosen.
    term_requested(name)
        The glossary's card of that name is to be shown.
    """

    command_requested = Signal(object)
    list_requested = Signal()
    term_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lesson: Lesson | None = None
        self._record: Record | None = None
        self._shown: tuple[str, int] | None = None
        self.title = QLabel()
        self.title.setWordWrap(True)
        scaled_font(self.title, 1.15, bold=True)
        self.progress = named(QProgressBar(), self.tr("How far the lesson is"))
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.where = prose("muted")
        self.text = prose(factor=1.08)
        self.terms = QLabel()
        self.terms.setWordWrap(True)
        self.terms.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.terms.linkActivated.connect(self.term_requested)
        self.question = prose(factor=1.08)
        scaled_font(self.question, 1.08, bold=True)
        self.field: AnswerField | None = None
        self._place = QVBoxLayout()
        self.verdict = prose()
        self.hints = prose("muted")
        self.hint = push_button(self.tr("Hint"), self.tr("Show one hint more"))
        self.reveal = push_button(self.tr("Show the answer"), self.tr("Show the right answer and go on without it"))
        self.back = push_button(self.tr("Back"), self.tr("The step before"))
        self.next = push_button(self.tr("Next"), self.tr("The next step"))
        self.explore = push_button(self.tr("Explore freely"), self.tr("Leave the lesson for a while; its state waits"))
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
                self.verdict,
                self.hints,
                in_row(self.hint, self.reveal, None),
                None,
                in_row(self.back, None, self.next),
                in_row(self.explore, None, self.lessons),
                edges=MARGIN,
            )
        )
        self.hint.clicked.connect(lambda: self._wish(TakeHint()))
        self.reveal.clicked.connect(lambda: self._wish(RevealAnswer()))
        self.back.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))
        self.explore.clicked.connect(self._leave_or_return)
        self.lessons.clicked.connect(self.list_requested)

    def show_lesson(self, lesson: Lesson, record: Record) -> None:
        """Show a lesson as far as it has come."""
        self._lesson, self._record = lesson, record
        step = lesson.steps[record.step]
        view = StepView(lesson, record)
        if self._shown != (lesson.id, record.step):
            self._shown = (lesson.id, record.step)
            self._show_step(lesson, step, record.step)
        answered = record.at(step.id)
        self.verdict.setText(translated(view.verdict))
        self.verdict.setProperty("role", "warning" if view.is_wrong else "")
        self.verdict.style().polish(self.verdict)
        self.verdict.setVisible(bool(view.verdict))
        hints = [translated(LocalText(hint)) for hint in (step.ask.hints if step.ask else ())[: answered.hints]]
        self.hints.setText("\n".join(hints))
        self.hints.setVisible(bool(hints))
        self.hint.setVisible(step.ask is not None and not view.is_settled)
        self.hint.setEnabled(step.ask is not None and answered.hints < len(step.ask.hints))
        self.reveal.setVisible(bool(answered.tries) and not view.is_settled)
        if self.field is not None:
            self.field.setEnabled(not view.is_settled and record.away is None)
        self.back.setEnabled(record.step > 0)
        self.next.setEnabled(view.is_done and record.step + 1 < len(lesson.steps))
        away = record.away is not None
        self.explore.setText(self.tr("Back to the lesson") if away else self.tr("Explore freely"))

    def take(self, value: object) -> None:
        """Take a cell that was clicked in the window as an answer."""
        if self.field is not None and self.field.isEnabled():
            self.field.take(value)

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
            self.field.given.connect(lambda value: self._wish(AnswerStep(value)))
            self._place.addWidget(self.field)

    def _link(self, cards: Sequence[Card]) -> None:
        """Lead from the terms of the step to their cards."""
        links = " · ".join(f'<a href="{card.name}">{escape(translated(card.title))}</a>' for card in cards)
        self.terms.setText(self.tr("Glossary: {terms}").format(terms=links))
        self.terms.setVisible(bool(cards))

    def _go(self, by: int) -> None:
        if self._record is not None:
            self._wish(EnterStep(self._record.step + by))

    def _leave_or_return(self) -> None:
        if self._record is not None:
            self._wish(Explore() if self._record.away is None else ComeBack())

    def _wish(self, command: Command) -> None:
        self.command_requested.emit(command)
