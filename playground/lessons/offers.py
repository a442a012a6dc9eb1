"""What can be chosen for a line of a lesson's form: settings of the experiment, and what a step does."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from playground.files import FIELDS
from playground.files.fields import Field
from playground.lessons.deeds import DEEDS
from playground.messages import Message, Term

SECTIONS: Mapping[str, Message] = MappingProxyType(
    {"data": Message("Data"), "network": Message("Network"), "training": Message("Training")}
)
"""The parts of an experiment, each with the name of its menu."""


@dataclass(frozen=True)
class Offer:
    """A line ``key = value``.

    Attributes
    ----------
    label
        What it is, in a few words.
    expected
        What its value must be, with its bounds.
    values
        All that it can be; of very many one to begin with.
    menus
        The names of the menus that it stands in, from the outermost.
    """

    key: str
    label: Message | Term
    expected: Message
    values: tuple[Any, ...]
    menus: tuple[Message, ...] = ()


def setting_offers(before: str = "", *menus: Message) -> tuple[Offer, ...]:
    """Return every setting of an experiment, by its path with something before it, in menus inside others."""
    return tuple(
        Offer(
            f"{before}{path}",
            Term(field.label),
            field.expected,
            _values(field),
            (*menus, SECTIONS[path.partition(".")[0]]),
        )
        for path, field in FIELDS.items()
        if "[" not in path
    )


def deed_offers() -> tuple[Offer, ...]:
    """Return everything that a step can do; settings, weights and values of inputs one by one."""
    found: list[Offer] = []
    for deed in DEEDS.values():
        if deed.name == "set":
            found += setting_offers("set.", deed.label)
        else:
            key = f"{deed.name}.{deed.part}" if deed.part else deed.name
            found.append(Offer(key, deed.label, deed.expected, tuple(deed.names()) or (deed.start,)))
    return tuple(found)


def _values(field: Field) -> tuple[Any, ...]:
    if field.kind == "flag":
        return (True, False)
    if field.choices is not None:
        return tuple(field.choices)
    return (field.minimum if field.default is None else field.default,)
