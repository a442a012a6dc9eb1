"""The vote of a class: hands counted for A, B, C … while the answer is hidden, as bars once it is revealed."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QSpinBox, QWidget

from playground.lessons.lesson import Ask
from playground.lessons.record import Vote
from playground.lessons.voting import MOST_HANDS
from playground.lessons.worksheet import letter
from playground.messages import LocalText
from playground.views.check.verdict import Mark
from playground.views.forms.text import translated
from playground.views.kit.appearance import scaled, scaled_font
from playground.views.kit.building import in_column, in_row, named, prose, push_button
from playground.views.lessons.progress import answer_text

BAR = 8
"""Height of a bar, in pixels at 100 %."""


class TallyPanel(QWidget):
    """A vote on the question of a step.

    Signals
    -------
    counted(counts)
        Hands were counted otherwise.
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
            column.addLayout(self._row(ask, index, option, right))
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

    def _row(self, ask: Ask, index: int, option: Any, right: frozenset[int] | None) -> Any:
        name = letter(index + 1)
        sign = QLabel(name)
        scaled_font(sign, 1.15, bold=True)
        text = prose(factor=1.08)
        text.setText(option_text(ask, option))
        text.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if right is None:
            box = named(QSpinBox(), self.tr("Hands for {letter}: {answer}").format(letter=name, answer=text.text()))
            box.setRange(0, MOST_HANDS)
            box.setValue(self.counts[index])
            box.valueChanged.connect(partial(self._count, index))
            self.boxes.append(box)
            return in_row(sign, (text, 1), box, gap=8)
        bar = QProgressBar()
        bar.setRange(0, max(1, sum(self.counts)))
        bar.setValue(self.counts[index])
        count, hands = self.counts[index], sum(self.counts)
        share = round(100 * count / max(1, hands))
        bar.setFormat(self.tr("{count} of {all} · {share}%").format(count=count, all=hands, share=share))
        named(bar, self.tr("Hands for {letter}: {answer}").format(letter=name, answer=text.text()))
        bar.setProperty("role", "right" if index in right else "tally")
        self.bars.append(bar)
        mark = Mark()
        mark.set_verdict("agrees" if index in right else "differs")
        mark.setAccessibleName(self.tr("right") if index in right else self.tr("wrong"))
        bar.setTextVisible(False)
        scaled(bar, QWidget.setFixedHeight, BAR)
        said = QLabel(bar.text())
        said.setProperty("role", "muted")
        said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._said.append(said)
        return in_column(in_row(sign, (text, 1), mark, gap=8), in_row((bar, 1), said, gap=8), gap=3)

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


def option_text(ask: Ask, option: Any, say: Callable[[str], str] = translated) -> str:
    """Return what can be voted for, as it is read."""
    if ask.kind == "choice":
        return say(LocalText(ask.choices[option - 1].text))
    return answer_text(option).replace("-", "−")
