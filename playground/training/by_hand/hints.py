"""The table of hints: what the present weights do to the rows, and what to move.

Each rule looks at the weights as they are and, where its condition holds, tells it in three degrees: where to look,
what is the case, and one thing to do. They stand in the order in which they help; the first that holds is told.
"""

from collections.abc import Callable, Sequence
from itertools import islice

from msgspec import Struct

from playground.training.by_hand import lines, outputs
from playground.training.by_hand.hand import Degrees, Found, Hand


class Hint(Struct, frozen=True):
    """A hint: the rule it comes from, the neurons or rows it is about, and its three degrees."""

    rule: str
    place: tuple[int, ...]
    degrees: Degrees


class Rule(Struct, frozen=True):
    """One condition.

    Attributes
    ----------
    find
        Yields what it is about and what is told, for each place where it holds.
    of_classes
        Whether it is about rows that are right or wrong.
    """

    name: str
    find: Callable[[Hand], Found]
    of_classes: bool = True


RULES: Sequence[Rule] = (
    Rule("solved", outputs.solved),
    Rule("no_weights", lines.no_weights, of_classes=False),
    Rule("same_line", lines.same_line),
    Rule("one_side", lines.one_side),
    Rule("same_split", lines.same_split),
    Rule("not_parted", lines.not_parted),
    Rule("crossing", outputs.crossing),
    Rule("output", outputs.output),
    Rule("worst", outputs.worst, of_classes=False),
)
"""Every rule, in the order in which they help."""


def hints(hand: Hand) -> tuple[Hint, ...]:
    """Return the first hint of every rule that holds, the one to begin with first."""
    found: list[Hint] = []
    for rule in RULES:
        if hand.labels is not None or not rule.of_classes:
            found.extend(Hint(rule.name, *each) for each in islice(rule.find(hand), 1))
    return tuple(found)
