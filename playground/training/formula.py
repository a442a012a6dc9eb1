"""What stands in the chain-rule workspace: text and values as a person typed them, whether they can be read or not."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from playground.expressions.source import MAX_CHARACTERS, MAX_NODES
from playground.files.chain_presets import ChainPreset
from playground.training.errors import TrainingError
from playground.training.shared_bytes import Thing

MOST_VALUES = MAX_NODES
MOST_FOLDS = MAX_NODES
LONGEST_TITLE = 200

Fold = tuple[Literal["fold", "unfold"], str]
"""What was done to a gate, and its name."""


class Formula(Struct, frozen=True):
    """A formula under study.

    Attributes
    ----------
    text
        The lines as they are typed.
    values
        Name and typed value of each input.
    folds
        Which gates were folded or taken apart, in this order.
    preset
        The id of the worked example that this is, perhaps at other values; empty for another text.
    title
        What a formula that the program wrote is; empty for others.
    """

    text: str = ""
    values: tuple[tuple[str, str], ...] = ()
    folds: tuple[Fold, ...] = ()
    preset: str = ""
    title: str = ""

    @property
    def is_own(self) -> bool:
        """Whether a person typed it."""
        return bool(self.text) and not (self.preset or self.title)

    @property
    def things(self) -> Iterator[Thing]:
        return iter(())

    def check(self) -> None:
        """Check that it is of moderate size, whoever wrote it.

        Raises `TrainingError` if it is not.
        """
        longest = max((len(text) for value in self.values for text in value), default=0)
        fits = (
            max(len(self.text), longest) <= MAX_CHARACTERS
            and len(self.values) <= MOST_VALUES
            and len(self.folds) <= MOST_FOLDS
            and max((len(name) for _, name in self.folds), default=0) <= MAX_CHARACTERS
            and max(len(self.preset), len(self.title)) <= LONGEST_TITLE
        )
        if not fits:
            raise TrainingError(
                "a formula of the chain rule has at most {most} characters and {values} values",
                most=MAX_CHARACTERS,
                values=MOST_VALUES,
            )


def formula_of(preset: ChainPreset) -> Formula:
    """Return what stands in the workspace once a file is opened.

    Raises `TrainingError` if it is too large.
    """
    folds: tuple[Fold, ...] = tuple(("fold", name) for name in preset.folded)
    title = "" if preset.id else preset.named("en")
    formula = Formula(preset.text, tuple(preset.typed.items()), folds, preset.id, title)
    formula.check()
    return formula


NO_FORMULA = Formula()
"""Nobody has typed or opened anything yet."""
