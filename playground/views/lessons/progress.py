"""What the player says of a step: of the last answer, of the goal, and whether it can go on."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec import Struct

from playground.lessons.lesson import Ask, Choice, Lesson, Step
from playground.lessons.questions import said
from playground.lessons.record import Answered, Record
from playground.messages import LocalText, Message, joined

GOALS: Mapping[str, Message] = MappingProxyType(
    {
        "train_cost": Message("training cost"),
        "test_cost": Message("test cost"),
        "train_accuracy": Message("training accuracy"),
        "test_accuracy": Message("test accuracy"),
        "epoch": Message("epochs"),
        "update": Message("updates"),
        "neurons": Message("hidden neurons"),
        "examples": Message("training examples"),
        "eta": Message("learning rate"),
        "parameters": Message("weights and biases"),
    }
)
"""What goals are about, in words; a formula stands as it is."""


class StepView(Struct, frozen=True, dict=True):
    """A step of a lesson under way."""

    lesson: Lesson
    record: Record

    @cached_property
    def step(self) -> Step:
        return self.lesson.steps[self.record.step]

    @cached_property
    def answered(self) -> Answered:
        return self.record.at(self.step.id)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to be answered."""
        return self.step.ask is None or self.answered.right or self.answered.revealed

    @property
    def is_done(self) -> bool:
        return self.is_settled and (not self.step.until or self.record.has_reached(self.step.id))

    @property
    def is_finished(self) -> bool:
        """Whether every step of the lesson has what it waits for."""
        steps = range(len(self.lesson.steps))
        views = (StepView(self.lesson, msgspec.structs.replace(self.record, step=step)) for step in steps)
        return self.record.step == steps[-1] and all(view.is_done for view in views)

    @property
    def is_wrong(self) -> bool:
        return bool(self.answered.tries) and not self.answered.right and not self.answered.revealed

    @property
    def verdict(self) -> str:
        """What is thought of the last answer, or what the step still waits for."""
        if self.answered.right:
            return Message("Right.") if len(self.answered.tries) == 1 else Message("Now it is right.")
        if self.answered.revealed:
            return Message("The answer is {answer}.", answer=answer_text(self.step.ask, self.answered.answer))
        if self.answered.tries:
            last = self.answered.tries[-1]
            assert self.step.ask is not None, "only a question has answers"
            return said(self.step.ask, last.slip, last.value)
        if self.step.until and not self.record.has_reached(self.step.id):
            wishes = [goal_text(name, wish) for name, wish in self.step.until.items()]
            return Message("Waiting for: {wishes}", wishes=joined(wishes))
        if self.step.until:
            return Message("Reached.")
        return ""


def goal_text(name: str, wish: str) -> str:
    """Return a goal in words."""
    return Message("{name} {wish}", name=GOALS.get(name, name), wish=_wish_text(name, wish))


def _wish_text(name: str, wish: str) -> str:
    """Return what a quantity must be as the window writes it: accuracies in percent."""
    text = wish.replace(">=", "≥").replace("<=", "≤")
    bound = re.fullmatch(r"(\D+)([0-9.]+)", text)
    return f"{bound[1]}{100 * float(bound[2]):g}%" if bound is not None and name.endswith("accuracy") else text


def answer_text(ask: Ask | None, value: Any) -> str:
    """Return an answer as it is read; without its question, a number or a sign."""
    rows = ask.choices if ask is not None else ()
    if rows and not isinstance(value, list):
        return _row_text(rows, value)
    if isinstance(value, list):
        return joined([_row_text(rows, row) for row in value], " → ") if rows else "×".join(map(str, value))
    return (f"{value:.4g}" if isinstance(value, float) else str(value)).replace("-", "−")


def _row_text(rows: Sequence[Choice], number: object) -> str:
    """Return the text of a row by its number from 1; what anybody's file holds may be none."""
    return LocalText(rows[number - 1].text) if isinstance(number, int) and 0 < number <= len(rows) else str(number)
