"""What the entries of the list of changes are called: what was changed, and to what."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playground.data import GENERATORS
from playground.files import FIELDS, CsvSource, Field, FormulaSource, IdxSource, LayerSettings
from playground.messages import Message, Term
from playground.training.parameters import Edit, parameter_name

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
