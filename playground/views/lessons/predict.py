"""Predict before you see: the switch beside the stepper, and the row where what a step computes is asked for."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QVBoxLayout, QWidget

from playground.lessons.commands import KeepVote
from playground.lessons.errors import LessonError
from playground.lessons.lesson import Ask
from playground.lessons.prediction import Prediction
from playground.lessons.record import Vote
from playground.messages.numbers import MINUS
from playground.views.forms.text import translated
from playground.views.kit.appearance import scaled_font
from playground.views.kit.building import in_column, in_row, named, push_button, tool_button
from playground.views.kit.prose import prose
from playground.views.lessons.answers import AnswerField, ChosenAnswer, TypedAnswer
from playground.views.lessons.tally import TallyPanel
from playground.views.panel_style import set_property

KEY = "Q"
ANSWER_KEYS = "0123456789.+-" + MINUS
"""What begins an answer wherever in the walk it is typed."""


class PredictRow(QFrame):
    """Asks for what the step computes, judges, gives hints, and shows it.

    `make`: makes a `Prediction` of a degree, from a step on.

    Signals
    -------
    changed(prediction)
        Something else is hidden: a `Prediction`, or None where nothing is.
    command_requested(command)
        A vote is to be kept.
    settled()
        All that a step asks for is found.
    """

    changed = Signal(object)
    command_requested = Signal(object)
    settled = Signal()

    def __init__(self, make: Callable[[str, int], Prediction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._step: tuple[int, int, object] | None = None
        self._prediction: Prediction | None = None
        self._shown: tuple[Ask | None, int, object] | None = None
        tip = self.tr("Hide what the next step computes until you have found it ({key}).").format(key=KEY)
        self.switch = tool_button(self.tr("Predict"), tip, checkable=True)
        self.switch.setToolTip(tip)
        self.switch.setAccessibleDescription(tip)
        self.switch.setShortcut(KEY)
        self.degree = named(QComboBox(), self.tr("How much is to be found"))
        degrees = (
            ("sign", self.tr("One sign"), self.tr("Find one sign; of a matrix, at the chosen place.")),
            ("cell", self.tr("One number"), self.tr("Find one number; of a matrix, at the chosen place.")),
            ("step", self.tr("The whole step"), self.tr("Find every number, of results with up to 12.")),
        )
        for index, (degree, text, explanation) in enumerate(degrees):
            self.degree.addItem(text, degree)
            self.degree.setItemData(index, explanation, Qt.ItemDataRole.ToolTipRole)
        self.degree.setToolTip(self.tr("How much of a step is to be found before it is shown."))
        self.degree.setCurrentIndex(1)
        self.question = QLabel()
        scaled_font(self.question, 1.0, bold=True)
        self.field: AnswerField | None = None
        self._place = QVBoxLayout()
        self.hint = push_button(self.tr("Hint"), self.tr("Show one hint more"))
        self.reveal = push_button(self.tr("Show it"), self.tr("Show the number and go on without finding it"))
        self.vote = push_button(
            self.tr("Vote"), self.tr("Count the hands of a class for each answer, before it is shown")
        )
        self.tally: TallyPanel | None = None
        self._voted: tuple[Ask, tuple[object, ...], bool] | None = None
        self._poll = QVBoxLayout()
        self.said = prose()
        self.hints = prose("muted")
        self.setLayout(
            in_column(
                in_row(self.question, (self._place, 1), self.hint, self.reveal, self.vote, gap=8),
                self._poll,
                in_row((in_column(self.said, self.hints, gap=2), 1), self.degree, gap=8),
                gap=4,
                edges=(8, 4, 8, 4),
            )
        )
        self.setVisible(False)
        self.switch.toggled.connect(self._switch)
        self.degree.currentIndexChanged.connect(self._change_degree)
        self.hint.clicked.connect(self._take_hint)
        self.reveal.clicked.connect(self._reveal)
        self.vote.clicked.connect(self._begin_vote)

    @property
    def prediction(self) -> Prediction | None:
        """What is to be found; None while nothing is asked for."""
        return self._prediction

    @property
    def is_asking(self) -> bool:
        """Whether something of the step that has been reached is still to be found."""
        return self._prediction is not None and self._prediction.ask is not None

    def admitted(self, index: int) -> int:
        """Return how far one may go: to the next step, and past it when it is found."""
        if self._prediction is None:
            return index
        return min(index, self._prediction.index + (not self.is_asking))

    def arrive(self, index: int, place: tuple[int, int] = (0, 0)) -> None:
        """Ask for what a step computes that is reached for the first time; a single cell at a place."""
        if self._prediction is not None and index > self._prediction.index:
            self._prediction.enter(index, place)
            self.changed.emit(self._prediction)

    def ask_at(self, index: int, place: tuple[int, int]) -> None:
        """Ask for what a step computes, whichever it is; a single cell at a place."""
        if self._prediction is not None:
            self._prediction.enter(index, place)
            self._tell()

    def begin(self, index: int) -> None:
        """Ask from the step after one on."""
        if self._prediction is not None:
            self._prediction.begin(index)
            self.changed.emit(self._prediction)

    def show_step(self, index: int, last: int, of: object) -> None:
        """Show where one is: a step, the last one, and what they are steps of; None where there are none."""
        self._step = None if of is None else (index, last, of)
        self.switch.setEnabled(of is not None)
        self._renew()

    def take_key(self, event: QKeyEvent) -> bool:
        """Begin an answer with a key that was pressed elsewhere in the walk."""
        text = event.text()
        if not (text and text in ANSWER_KEYS and self.field is not None and self.is_asking):
            return False
        self.field.take(text.replace(MINUS, "-"))
        self.field.setFocus()
        return True

    def _switch(self, on: bool) -> None:
        index = 0 if self._step is None else self._step[0]
        self._prediction = self._make(self.degree.currentData(), index) if on else None
        self.setVisible(on)
        self._tell()

    def _change_degree(self) -> None:
        if self._prediction is not None:
            self._prediction.ask_for(self.degree.currentData())
            self._tell()

    def _take_hint(self) -> None:
        if self._prediction is not None:
            self._prediction.take_hint()
            self._renew()

    def _reveal(self) -> None:
        if self._prediction is not None:
            question, is_voted = self._prediction.question, self._prediction.vote is not None
            self._prediction.reveal()
            if is_voted and self._prediction.voted is not None:
                self._keep(question, self._prediction.voted[1], self._prediction)
            self._go_on()

    def _begin_vote(self) -> None:
        if self._prediction is None:
            return
        try:
            self._prediction.begin_vote()
        except LessonError as error:
            self._say(translated(error.message), is_wrong=True)
        else:
            self._renew()

    def _end_vote(self) -> None:
        if self._prediction is not None and self._prediction.vote is not None:
            self._count_hands((0,) * len(self._prediction.vote.options))  # which is no vote
            self._prediction.end_vote()
            self._renew()

    def _count_hands(self, counts: tuple[int, ...]) -> None:
        if self._prediction is not None:
            self._prediction.count_hands(counts)
            if self._prediction.vote is not None:
                self._keep(self._prediction.question, self._prediction.vote, self._prediction)

    def _keep(self, question: str, vote: Vote, prediction: Prediction) -> None:
        self.command_requested.emit(KeepVote(question, vote, prediction.IS_OF_FORMULA))

    def _show_vote(self, prediction: Prediction | None) -> None:
        """Let a vote stand under the question, in the place of the field; its bars after it until the next step."""
        ask, vote, is_over = None, None, False
        if prediction is not None and prediction.vote is not None:
            ask, vote = prediction.ask, prediction.vote
        elif prediction is not None and prediction.voted is not None:
            (ask, vote), is_over = prediction.voted, True
        shown = None if ask is None or vote is None else (ask, vote.options, is_over)
        if shown != self._voted:
            self._voted = shown
            if self.tally is not None:
                self._poll.removeWidget(self.tally)
                self.tally.hide()
                self.tally.deleteLater()
                self.tally = None
            if ask is not None and vote is not None and prediction is not None:
                self.tally = TallyPanel(ask, vote, frozenset(vote.right) if is_over else None)
                self.tally.counted.connect(self._count_hands)
                self.tally.reveal_requested.connect(self._reveal)
                self.tally.stopped.connect(self._end_vote)
                self._poll.addWidget(self.tally)
                self.tally.show()
                self.tally.setFocus(Qt.FocusReason.TabFocusReason)

    def _answer(self, value: object) -> None:
        if self._prediction is None or self._prediction.ask is None:
            return
        try:
            right = self._prediction.answer(value)
        except LessonError as error:
            self._say(translated(error.message), is_wrong=True)
            return
        if right:
            self._go_on()
        else:
            self._renew()

    def _go_on(self) -> None:
        self._tell()
        if self.is_asking and self.field is not None:
            self.field.setFocus()
        else:
            self.settled.emit()

    def _tell(self) -> None:
        self.changed.emit(self._prediction)
        self._renew()

    def _renew(self) -> None:
        """Show the question as it is now."""
        prediction = self._prediction
        if prediction is None:
            self._shown = None
            self._renew_field(None)
            self._show_vote(None)
            for label in (self.question, self.said, self.hints):
                label.clear()
            return
        ask = prediction.ask
        shown = (ask, len(prediction.targets), None if self._step is None else self._step[2])
        if self._shown != shown:
            self._shown = shown
            self._renew_field(ask)
        self.question.setText(f"{prediction.question} = ?" if ask is not None else "")
        votes = prediction.vote is not None
        for part in (self.question, self.hint):
            part.setVisible(ask is not None)
        for way in (self.reveal, self.vote):
            way.setVisible(ask is not None and not votes)
        if self.field is not None:
            self.field.setVisible(not votes)
        self._show_vote(prediction)
        self.hint.setEnabled(prediction.hints < len(prediction.hint_texts))
        said = translated(prediction.say)
        if ask is None and (self._step is None or self._step[0] < self._step[1]):
            onward = self.tr("Press → and find what the next step computes.")
            said = f"{said} {onward}" if said else onward
        self._say(said, is_wrong=prediction.is_wrong)
        self.hints.setText("\n".join(map(translated, prediction.hint_texts[: prediction.hints])))
        self.hints.setVisible(bool(prediction.hints))

    def _say(self, text: str, *, is_wrong: bool) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
        set_property(self.said, "role", "warning" if is_wrong else "")

    def _renew_field(self, ask: Ask | None) -> None:
        if self.field is not None:
            self._place.removeWidget(self.field)
            self.field.hide()
            self.field.deleteLater()
            self.field = None
        if ask is not None:
            self.field = ChosenAnswer(ask, beside=True) if ask.kind == "sign" else TypedAnswer(ask)
            self.field.given.connect(self._answer)
            self._place.addWidget(self.field)
