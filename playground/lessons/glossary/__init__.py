"""The glossary: every letter and term on screen, one card each.

Activations, optimizers and costs have their cards from the engine's own tables.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from playground.engine import ACTIVATIONS, COSTS, OPTIMIZERS, SCHEDULES
from playground.lessons.glossary.card import PLACES, Card
from playground.lessons.glossary.letters import LETTERS
from playground.lessons.glossary.terms import TERMS

CARDS: Mapping[str, Card] = MappingProxyType({card.name: card for card in (*LETTERS, *TERMS)})
"""The cards that are written here."""


def _from_tables() -> Iterator[Card]:
    for activation in ACTIVATIONS.values():
        yield Card(
            name=activation.name,
            title=activation.label,
            text=activation.description,
            symbol="g",
            places=("settings", "diagram"),
            formula=activation.formula,
            derivative=activation.derivative_formula,
            activation=activation.name if activation.derivative is not None else "",
        )
    for schedule in SCHEDULES.values():
        if not schedule.length:
            continue  # the constant one
        yield Card(
            name=f"schedule_{schedule.name}",
            title=schedule.label,
            text=schedule.description,
            symbol="α",
            places=("settings", "curves"),
            formula=schedule.formula,
        )
    for table, symbol in ((OPTIMIZERS, "α"), (COSTS, "C")):
        for record in table.values():
            yield Card(
                name=record.name,
                title=record.label,
                text=record.description,
                symbol=symbol,
                places=("settings",),
                formula=record.formula,
            )


GLOSSARY: Mapping[str, Card] = MappingProxyType({**CARDS, **{card.name: card for card in _from_tables()}})
"""Every card: those, and one for each activation, schedule, optimizer and cost."""


def mentioned(text: str, translate: Callable[[str], str]) -> tuple[Card, ...]:
    """Return the cards whose term or letter stands in a text, in the order in which they come.

    `translate`: puts a title into the language of the text. The longest term counts: "activation function" is no
    "activation".
    """
    rest, found = text.casefold(), dict[int, Card]()
    for card in sorted(GLOSSARY.values(), key=lambda card: -len(translate(card.title))):
        if place := re.search(rf"\b{re.escape(translate(card.title).casefold())}", rest):
            found[place.start()] = card
            rest = rest.replace(place[0], " " * len(place[0]))
    for card in CARDS.values():
        telling = len(card.symbol) > 1 or not card.symbol.isascii()  # "A" is a word, too
        pattern = rf"(?<![A-Za-z]){re.escape(card.symbol)}(?![A-Za-z])"
        if card.symbol and telling and (place := re.search(pattern, text)):
            found.setdefault(place.start(), card)
    return tuple(dict.fromkeys(found[start] for start in sorted(found)))


__all__ = ["CARDS", "GLOSSARY", "PLACES", "Card", "mentioned"]
