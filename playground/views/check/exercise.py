"""The "break it" exercise: which mistake is switched on, and how much of it the student knows."""

from dataclasses import dataclass, replace
from typing import Literal, Self

import numpy as np

from playground.engine import MISTAKES
from playground.engine.propagation import Structure
from playground.training.check_job import MOST_EXAMPLES
from playground.training.snapshot import Snapshot

Stage = Literal["right", "open", "secret", "found", "revealed"]
"""No mistake; one that was chosen by name; one that is to be guessed; guessed; told."""


@dataclass(frozen=True)
class Exercise:
    """One mistake, from switching it on to knowing it.

    Attributes
    ----------
    mistake
        A key of `MISTAKES`; None for the right gradient.
    stage
        What the student knows.
    guess
        The last wrong guess while it is secret.
    hinted
        Whether the hint was asked for.
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
        """Return the exercise after a guess."""
        if name == self.mistake:
            return replace(self, stage="found", guess=None)
        return replace(self, guess=name)

    def with_hint(self) -> "Exercise":
        """Return the exercise with its hint told."""
        return replace(self, hinted=True, guess=None)

    def revealed(self) -> "Exercise":
        """Return the exercise with its mistake named."""
        return replace(self, stage="revealed", guess=None)


def possible_mistakes(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the mistakes that can change a gradient of the network as it is."""
    problem_info = snapshot.problem_info
    structure = Structure(problem_info.sizes, problem_info.activations, snapshot.experiment.training.cost)
    m = min(problem_info.train_X.shape[1], snapshot.experiment.training.batch_size, MOST_EXAMPLES)
    return tuple(name for name, mistake in MISTAKES.items() if mistake.matters(structure, m))
