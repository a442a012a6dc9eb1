"""The vote of a class: hands counted for A, B, C … while the answer is hidden, as bars once it is revealed."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QProgressBar, QSpinBox, QWidget

from playground.lessons.lesson import Ask
from playground.lessons.record import Vote
from playground.lessons.voting import MOST_HANDS
from playground.lessons.worksheet import letter
from playground.views.check.verdict import Mark
from playground.views.forms.text import translated
from playground.views.kit.appearance import scaled, scaled_font
from playground.views.kit.building import in_column, in_row, named, push_button
from playground.views.kit.prose import prose
from playground.views.lessons.progress import answer_text

BAR, SIGN = 8, 14
"""The height of a bar and the width of a letter, in pixels at 100 %."""


class TallyPanel(QWidget):
    """A vote on the question of a step.

    Signals
    -------
    reveal_requested(), stopped()
        The answer is to be shown; there is to be no vote.
    """

    counted = Signal(object)
    reveal_requested = Signal()
    stopped = Signal()

    def __init__(self, ask: Ask, vote: Vote, right: frozenset[int] | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = list(vote.counts)
        self.boxes: list[QSpinBox] = []
        self.bars: list[QProgressBar] = []
        self._said: list[QLabel] = []
        self.total = prose("muted")
        column = in_column(gap=6)
        for index, option in enumerate(vote.options):
            column.addLayout(self._row(index, option_text(ask, option), right))
        for said in self._said:  # bars of the same length are the same number of hands
            said.setMinimumWidth(max(other.sizeHint().width() for other in self._said))
        self.reveal = push_button(self.tr("Reveal"), self.tr("Show the right answer, and how many had it"))
        tip = self.tr("Answer the question without a vote; the counts are forgotten")
        self.stop = push_button(self.tr("No vote"), tip)
        self.reveal.setProperty("role", "primary")
        column.addLayout(in_row((self.total, 1), self.stop, self.reveal))
        for button in (self.reveal, self.stop):
            button.setAutoDefault(True)
            if right is not None:
                button.hide()
        self.reveal.clicked.connect(self.reveal_requested)
        self.stop.clicked.connect(self.stopped)
        self.setLayout(column)
        if self.boxes:
            self.setFocusProxy(self.boxes[0])
        self._tell(right)

    def _row(self, index: int, answer: str, right: frozenset[int] | None) -> QBoxLayout:
        """Return the row of an answer: where its hands are typed, or what share of all they are."""
        sign, text = QLabel(letter(index + 1)), prose(factor=1.08)
        scaled_font(sign, 1.15, bold=True)
        scaled(sign, QWidget.setMinimumWidth, SIGN)
        text.setText(answer)
        text.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        name = self.tr("Hands for {letter}: {answer}").format(letter=sign.text(), answer=answer)
        if right is None:
            return in_row(sign, self._box(index, name), (text, 1), gap=8)
        mark = Mark()
        mark.set_verdict("agrees" if index in right else "differs")
        mark.setAccessibleName(self.tr("right") if index in right else self.tr("wrong"))
        bar = self._bar(index, name, "right" if index in right else "tally")
        said = QLabel(bar.text())
        said.setProperty("role", "muted")
        said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._said.append(said)
        return in_column(in_row(sign, (text, 1), mark, gap=8), in_row((bar, 1), said, gap=8), gap=3)

    def _box(self, index: int, name: str) -> QSpinBox:
        box = named(QSpinBox(), name)
        box.setRange(0, MOST_HANDS)
        box.setValue(self.counts[index])
        box.valueChanged.connect(partial(self._count, index))
        self.boxes.append(box)
        return box

    def _bar(self, index: int, name: str, role: str) -> QProgressBar:
        count, hands = self.counts[index], sum(self.counts)
        bar = named(QProgressBar(), name)
        bar.setRange(0, max(1, hands))
        bar.setValue(count)
        share = round(100 * count / max(1, hands))
        bar.setFormat(self.tr("{count} of {all} · {share}%").format(count=count, all=hands, share=share))
        bar.setProperty("role", role)
        bar.setTextVisible(False)
        scaled(bar, QWidget.setFixedHeight, BAR)
        self.bars.append(bar)
        return bar

    def _count(self, index: int, count: int) -> None:
        self.counts[index] = count
        self._tell(None)
        self.counted.emit(tuple(self.counts))

    def _tell(self, right: frozenset[int] | None) -> None:
        hands = sum(self.counts)
        if right is None:
            self.total.setText(self.tr("Hands: {count}").format(count=hands))
        else:
            had = sum(self.counts[index] for index in right)
            self.total.setText(self.tr("{right} of {count} had it right").format(right=had, count=hands))


def option_text(ask: Ask | None, option: Any, say: Callable[[str], str] = translated) -> str:
    """Return what can be voted for, as it is read; without a question, a number or a sign."""
    return say(answer_text(ask, option))
