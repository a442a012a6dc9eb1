"""Undo and redo: moments of a session to come back to, in bounded memory, and what their entries are called."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Protocol

from msgspec import Struct
from msgspec.structs import replace

from playground.data import GENERATORS
from playground.files import FIELDS, CsvSource, Field, FormulaSource, IdxSource, LayerSettings
from playground.messages import Message, Term
from playground.training.edits import Edit, parameter_name
from playground.training.errors import TrainingError
from playground.training.shared_bytes import SharedBytes, Thing

ENTRIES = (
    "Run",
    "Step",
    "Epoch",
    "Step back",
    "Go to epoch",
    "Apply update",
    "Reset",
    "New weights",
    "New sample",
    "Open",
    "Change",
    "Data",
    "Move weights",
    "Pin run",
    "Rename pin",
    "Remove pin",
    "Load pinned run",
    "Draw points",
    "Erase points",
    "Move point",
    "Jitter points",
    "New drawing",
)
"""The plain ones, in English; the window translates them."""
LONGEST_NAME = 60


def edit_entry(edits: Sequence[Edit], sizes: Sequence[int]) -> Message:
    """Return what weights set by hand are called; `sizes` are the numbers of units of the layers 0 … L."""
    layer, row, column, value = edits[0]
    if len(edits) == 1:
        name = parameter_name(layer, row, column, sizes[layer - 1])
        return Message("{parameter} = {value:.6g}", parameter=name, value=value)
    if all(edit[:2] == (layer, row) for edit in edits):
        return Message("Neuron {unit} of layer {layer}: {count} numbers", unit=row + 1, layer=layer, count=len(edits))
    return Message("{count} weights and biases", count=len(edits))


def field_entry(path: str, value: Any) -> Message:
    """Return what the change of a field of the experiment to another value is called."""
    field = FIELDS.get(path)
    return Message("{field}: {value}", field=Term(field.label if field else "Data"), value=_value_text(field, value))


def is_same_kind(one: str, other: str) -> bool:
    """Return whether two entries change the same thing, as a dragged slider does, perhaps to other values."""
    if isinstance(one, Message) and isinstance(other, Message):
        kinds = ({**entry.arguments, "value": None} for entry in (one, other))
        return one.template == other.template and next(kinds) == next(kinds)
    return one == other


def _value_text(field: Field | None, value: Any) -> str:
    if field is None:
        return _source_text(value)
    if field.choices and isinstance(value, str) and value in field.choices:
        return Term(field.choices[value].label)
    match value:
        case bool():
            return Message("on") if value else Message("off")
        case int() | float():
            return Term(field.off) if field.off and value == field.minimum else f"{value:.10g}"
        case ():
            return Message("none")
        case tuple() | list():
            return _short(", ".join(_layer_text(part) for part in value))
        case None:
            return Message("automatic")
    return _short(str(value))


def _layer_text(part: Any) -> str:
    return f"{part.units} {part.activation}" if isinstance(part, LayerSettings) else str(part)


def _source_text(source: Any) -> str:
    match source:
        case str() if source in GENERATORS:
            return Term(GENERATORS[source].label)
        case CsvSource(csv=name) | IdxSource(idx=name):
            return _short(Path(name).name)
        case FormulaSource(formula=formula):
            return _short(formula)
    return Message("drawn points")


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1] + "…"


MOST_MOMENTS = 50
MOST_BYTES = 256_000_000
"""Beyond this, and what the last moment holds, the oldest moments are forgotten; the last one never is."""

Part = Literal["run", "pins", "formula"]
"""What a change is a change of: the run with its way, the pinned runs, or the formula of the chain rule."""


class Memory(Protocol):
    """What comes back."""

    @property
    def things(self) -> Iterator[Thing]: ...


class Moment(Struct, frozen=True, eq=False):
    """One change: what it is called, and what it changes, on its far side.

    While the change is in force these are the parts before it; once it is taken back, the parts after it.
    """

    label: str
    parts: Mapping[Part, Memory]

    @property
    def things(self) -> Iterator[Thing]:
        for memory in self.parts.values():
            yield from memory.things


class UndoHistory:
    """What was changed, and what was taken back.

    Attributes
    ----------
    position
        How many of the moments are in force.
    first
        How many older ones were forgotten.
    """

    def __init__(self, present: Mapping[Part, Callable[[], Memory]]) -> None:
        self._present = present
        self._moments: list[Moment] = []
        self._bytes = SharedBytes()
        self.position = 0
        self.first = 0
        self._labels: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """What can be taken back and repeated, oldest first; the same object until that changes."""
        return self._labels

    @property
    def undo_label(self) -> str:
        """What comes next backwards; empty if nothing."""
        return self._labels[self.position - 1] if self.position else ""

    @property
    def redo_label(self) -> str:
        """What comes next forwards; empty if nothing."""
        return self._labels[self.position] if self.position < len(self._labels) else ""

    def remember(self, label: str, parts: Collection[Part], *, joins: bool = False) -> None:
        """Keep what a change is going to change.

        `joins`: whether the change continues one of the same kind, as every step of a dragged slider does: both are
        then taken back together, under the name of the last.
        """
        for moment in self._moments[self.position :]:
            self._bytes.remove(moment.things)
        del self._moments[self.position :]
        if joins and self.position and is_same_kind(self._moments[-1].label, label):
            self._moments[-1] = replace(self._moments[-1], label=label)
        else:
            self._moments.append(Moment(label, {part: self._present[part]() for part in parts}))
            self._bytes.add(self._moments[-1].things)
            self._forget_oldest()
        self.position = len(self._moments)
        self._name()

    def travel(self, position: int) -> dict[Part, Any]:
        """Take back or repeat changes until so many are in force, from 0 on; return the parts that are others then.

        Raises `TrainingError` if there is no such position.
        """
        if not 0 <= position <= len(self._moments):
            raise TrainingError(
                "there is no moment {first} to go to, expected {first2} to {first3}",
                first=self.first + position,
                first2=self.first,
                first3=self.first + len(self._moments),
            )
        reached: dict[Part, Any] = {}
        while self.position != position:
            back = position < self.position
            number = self.position - 1 if back else self.position
            moment = self._moments[number]
            here = {part: reached[part] if part in reached else self._present[part]() for part in moment.parts}
            self._moments[number] = Moment(moment.label, here)
            self._bytes.add(self._moments[number].things)
            self._bytes.remove(moment.things)
            reached.update(moment.parts)
            self.position += -1 if back else 1
        return reached

    def _forget_oldest(self) -> None:
        while len(self._moments) > 1:
            last = SharedBytes()
            last.add(self._moments[-1].things)
            if len(self._moments) <= MOST_MOMENTS and self._bytes.total - last.total <= MOST_BYTES:
                return
            self._bytes.remove(self._moments.pop(0).things)
            self.first += 1

    def _name(self) -> None:
        labels = tuple(moment.label for moment in self._moments)
        if labels != self._labels:
            self._labels = labels
