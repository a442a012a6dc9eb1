"""The exercise: switch a mistake on, or let one be chosen and find out which."""

from typing import Literal, Self

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from playground.engine import MISTAKES
from playground.views.controls.calm import ComboBox
from playground.views.forms.text import translated
from playground.views.formulas.label import FormulaLabel
from playground.views.icons import icon
from playground.views.kit.appearance import scaled_font
from playground.views.kit.building import holding, in_column, in_row, named, push_button, spaced
from playground.views.kit.fitting import WrappedRow
from playground.views.kit.prose import prose
from playground.views.panel_style import set_property

Stage = Literal["right", "open", "secret", "found", "revealed"]
"""No mistake; one that was chosen by name; one that is to be guessed; guessed; told."""


class Exercise(Struct, frozen=True):
    """One mistake (a key of `MISTAKES`, None for the right gradient), from switching it on to knowing it.

    `guess` is the last wrong one while it is secret.
    """

    mistake: str | None = None
    stage: Stage = "right"
    guess: str | None = None
    hinted: bool = False

    @classmethod
    def chosen(cls, mistake: str | None) -> Self:
        """Return the exercise with a mistake that the student chose, or without one."""
        return cls(mistake, "right" if mistake is None else "open")

    @classmethod
    def surprise(cls, names: tuple[str, ...], rng: np.random.Generator, before: str | None) -> Self:
        """Return an exercise with a mistake nobody has named, another than the one before where there is another."""
        others = [name for name in names if name != before] or list(names)
        return cls(others[int(rng.integers(len(others)))], "secret") if others else cls()

    def guessed(self, name: str) -> "Exercise":
        if name == self.mistake:
            return replace(self, stage="found", guess=None)
        return replace(self, guess=name)

    def with_hint(self) -> "Exercise":
        return replace(self, hinted=True, guess=None)

    def revealed(self) -> "Exercise":
        return replace(self, stage="revealed", guess=None)


class BreakIt(QWidget):
    """Switches mistakes on and off, hides them, takes guesses; `rng` is what surprises are drawn from."""

    mistake_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None, rng: np.random.Generator | None = None) -> None:
        super().__init__(parent)
        self._rng = np.random.default_rng() if rng is None else rng  # nothing of an experiment depends on it
        self._exercise = Exercise()
        self._possible: tuple[str, ...] = tuple(MISTAKES)
        self._build()
        for button, name in ((self.surprise, "new_sample"), (self.hint, "help"), (self.reveal, "show")):
            button.setIcon(icon(name))
        self._show()

    @property
    def exercise(self) -> Exercise:
        """What is switched on, and what of it is known."""
        return self._exercise

    def set_possible(self, names: tuple[str, ...]) -> None:
        """Offer only mistakes that make a difference in the network as it is."""
        if names == self._possible:
            return
        self._possible = names
        for box in (self.choice, self.guess):
            for row in range(1, box.count()):
                possible = box.itemData(row) in names
                reason = "" if possible else self._no_difference(box.itemData(row))
                box.setItemData(row, None if possible else 0, Qt.ItemDataRole.UserRole - 1)  # enabled or not
                box.setItemData(row, reason, Qt.ItemDataRole.ToolTipRole)
        self.surprise.setEnabled(bool(names))

    def _no_difference(self, name: str) -> str:
        told = self.tr("Makes no difference in this network. {reason}")
        return told.format(reason=translated(MISTAKES[name].agrees)).strip()

    def mend(self) -> None:
        """Switch the mistake off without a signal: the network is another."""
        self._exercise = Exercise()
        self._show()

    def _build(self) -> None:
        heading = QLabel(self.tr("BREAK IT"))
        set_property(heading, "role", "heading")
        scaled_font(heading, bold=True)
        tip = self.tr("Switch a mistake on in the gradient that is checked; training is not touched.")
        self.choice = named(ComboBox(), self.tr("Mistake in backpropagation"), tip)
        self.guess = named(ComboBox(), self.tr("Your guess"), self.tr("Say which mistake you think it is."))
        self.choice.addItem(self.tr("No mistake"), None)
        self.guess.addItem(self.tr("Which mistake is it?"), None)
        for box in (self.choice, self.guess):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            for name, mistake in MISTAKES.items():
                box.addItem(translated(mistake.label), name)
        tip = self.tr("Switch on a mistake without telling which: find it by the arrays that differ.")
        self.surprise = push_button(self.tr("Surprise me"), tip)
        self.hint = push_button(self.tr("Hint"), self.tr("Say where to look, without giving the mistake away."))
        self.reveal = push_button(self.tr("Reveal"), self.tr("Name the mistake."))
        self.mended = push_button(self.tr("Mend it"), self.tr("Switch the mistake off and check again."))
        self.text = prose()
        self.text.setMinimumHeight(2 * self.text.fontMetrics().lineSpacing())
        self.choice.activated.connect(lambda row: self._become(Exercise.chosen(self.choice.itemData(row))))
        self.guess.activated.connect(self._guess)
        self.surprise.clicked.connect(self._surprise)
        self.hint.clicked.connect(lambda: self._become(self._exercise.with_hint()))
        self.reveal.clicked.connect(lambda: self._become(self._exercise.revealed()))
        self.mended.clicked.connect(lambda: self._become(Exercise()))
        shown = (self.choice, self.guess, self.surprise, self.hint, self.reveal)
        row = holding(spaced(WrappedRow(heading, *shown, self.mended), 8))
        self.wrong, self.right = FormulaLabel(), FormulaLabel()
        self.instead = QLabel(self.tr("instead of"))
        set_property(self.instead, "role", "muted")
        self.setLayout(in_column(row, self.text, in_row(self.wrong, self.instead, self.right, None, gap=12), gap=5))

    def _guess(self, row: int) -> None:
        name = self.guess.itemData(row)
        if name is not None:
            self._become(self._exercise.guessed(name))

    def _surprise(self) -> None:
        self._become(Exercise.surprise(self._possible, self._rng, self._exercise.mistake))

    def _become(self, exercise: Exercise) -> None:
        before, self._exercise = self._exercise, exercise
        self._show()
        if before.mistake != exercise.mistake:
            self.mistake_changed.emit(exercise.mistake)

    def _show(self) -> None:
        exercise = self._exercise
        secret = exercise.stage == "secret"
        self.choice.setVisible(not secret)
        self.guess.setVisible(secret)
        self.hint.setVisible(secret)
        self.reveal.setVisible(secret)
        self.hint.setEnabled(not exercise.hinted)
        self.mended.setVisible(exercise.mistake is not None)
        self.choice.setCurrentIndex(0 if secret else max(self.choice.findData(exercise.mistake), 0))
        self.guess.setCurrentIndex(0 if exercise.guess is None else self.guess.findData(exercise.guess))
        self.text.setText(self._explanation())
        known = MISTAKES[exercise.mistake] if exercise.mistake is not None and not secret else None
        for part in (self.wrong, self.instead, self.right):
            part.setVisible(known is not None)
        if known is not None:
            self.wrong.set_formula(known.wrong)
            self.right.set_formula(known.right)
        set_property(self.text, "role", "muted" if exercise.mistake is None else "")

    def _explanation(self) -> str:
        exercise = self._exercise
        if exercise.mistake is None:
            return self.tr(
                "Switch a mistake on in the backward pass and see which arrays the check finds it in, or let the "
                "program choose one and find out which it is."
            )
        mistake = MISTAKES[exercise.mistake]
        label, hint = translated(mistake.label), translated(mistake.hint)
        description = " ".join(translated(text) for text in (mistake.description, mistake.agrees) if text)
        if exercise.stage == "open":
            return description
        if exercise.stage == "found":
            return self.tr("Yes, that is it: {label}. {description}").format(label=label, description=description)
        if exercise.stage == "revealed":
            return self.tr("It was: {label}. {description}").format(label=label, description=description)
        if exercise.guess is not None:
            wrong = MISTAKES[exercise.guess]
            told = self.tr("No, it is something else. “{label}” would mean: {description}")
            return told.format(label=translated(wrong.label), description=translated(wrong.description))
        if exercise.hinted:
            return self.tr("Hint: {hint}").format(hint=hint)
        return self.tr(
            "One step of the backward pass is wrong now. Which arrays differ, and which agree? Look at the signs and "
            "the quotients of the two gradients, then guess."
        )
