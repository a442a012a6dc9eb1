"""What a lesson is: steps that show something, do something, ask something, and wait for something."""

from typing import Any

import msgspec

from playground.files.fields import FIELDS
from playground.messages import LocalText

Texts = dict[str, str]
"""A text by language: ``en``, ``ko``, or both."""

CHAIN = "chain"
"""The workspace of the chain rule: its questions speak of the formula there."""
OUTPUT = "output"
"""The page that is the map of the output."""
WORKSPACES = (
    "train",
    "backprop",
    CHAIN,
    "landscape",
    "results",
    "spaces",
    "images",
    "pairs",
    "many",
    "atlas",
    "compare",
)
"""What the middle of the window shows."""
PAGES = (
    *("walk", "follow", "gradient_forms", "check"),  # of Backprop
    *("one", "two", "random", "trajectory", "steps"),  # of the landscape
    *("initial_weights", "depth", "rate_large", "rate_small", "scale"),  # of the contrasting pairs
    *("hidden_layer", "dead", "capacity", "penalty"),
    *("cost", "health", "runs", "by_hand", "history"),  # at the lower right
    OUTPUT,
)
"""Parts of a workspace, and what stands beside it."""


def is_page(name: str) -> bool:
    """Whether a name is that of a page, of a setting, or of the epoch that a run is to fork at."""
    return name in PAGES or name in FIELDS or name.isdecimal()


class Start(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where a lesson begins: exactly one of a preset, a worked example of the chain rule, an experiment's file.

    Attributes
    ----------
    preset, chain
        An id.
    experiment
        The name of a file, from the lesson's own folder.
    example
        The training example that Backprop looks at, from 1; 0 for the next mini-batch.
    set
        Settings of the experiment by their paths in its file.
    """

    preset: str = ""
    chain: str = ""
    experiment: str = ""
    example: int = 0
    set: dict[str, Any] = {}


class Show(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is in sight: a workspace, a page of it, a phase of the walk as in ``dW 1``, and the cells that are lit."""

    workspace: str = ""
    page: str = ""
    phase: str = ""
    light: tuple[str, ...] = ()


class Wrong(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A usual wrong answer: a formula for it, and what to say of it."""

    value: str
    say: Texts


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One of several answers: what it says, the number that it stands for, and what to say where it is wrong."""

    text: Texts
    value: str
    say: Texts = {}


class Ask(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A question.

    Attributes
    ----------
    kind
        A key of `QUESTIONS`.
    answer
        A formula in the names that the screen uses; for ``shape`` the name of a quantity.
    text
        The question itself, where the step's text is not it.
    paper
        In its place on a worksheet, where it speaks of the window.
    hide
        Cells and quantities that nothing on screen tells until it is answered.
    tolerance
        As in ``0.5 %``; ``digits`` for as many digits as are shown.
    of
        For ``cell``: the quantity whose cells can be clicked.
    choices
        For ``choice`` the answers, for ``order`` what is to be ordered.
    wrong, hints
        Tried and shown in this order.
    """

    kind: str
    answer: str = ""
    text: Texts = {}
    paper: Texts = {}
    hide: tuple[str, ...] = ()
    tolerance: str = ""
    of: str = ""
    choices: tuple[Choice, ...] = ()
    wrong: tuple[Wrong, ...] = ()
    hints: tuple[Texts, ...] = ()


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One step.

    Attributes
    ----------
    paper
        In place of the text on a worksheet, where that speaks of the window.
    do
        What happens when the step begins, by keys of `DEEDS`, in their order.
    until
        What must hold before it goes on: formulas, and what they must be, as in ``>= 0.95``.
    solve
        What reaches `until`, where training alone does not: for whoever checks the lesson.
    examples, misconceptions
        The worked examples and the misconceptions that it brings out, by number.
    lock
        Settings and actions that cannot be changed meanwhile, by their paths and ids.
    """

    id: str
    text: Texts
    paper: Texts = {}
    show: Show = Show()
    do: dict[str, Any] = {}
    ask: Ask | None = None
    until: dict[str, str] = {}
    solve: dict[str, Any] = {}
    lock: tuple[str, ...] = ()
    examples: tuple[int, ...] = ()
    misconceptions: tuple[int, ...] = ()


class Lesson(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A lesson.

    `after`: the ids of the lessons that it builds on.
    """

    schema_version: int
    id: str
    title: Texts
    start: Start
    steps: tuple[Step, ...]
    minutes: int = 8
    after: tuple[str, ...] = ()

    @property
    def name(self) -> LocalText:
        return LocalText(self.title)

    @property
    def questions(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.ask is not None)

    def step(self, step_id: str) -> int | None:
        """Return the number of a step, from 0; None if there is none of this id."""
        return next((index for index, step in enumerate(self.steps) if step.id == step_id), None)
