"""What nothing on screen may tell until it is answered: hidden from the frame itself, so that no view can show it.

Hidden numbers are NaN, which every view writes as ``?``; what is computed from them is hidden with them.
"""

import dataclasses
import re
from collections.abc import Callable, Collection, Mapping, Set
from types import MappingProxyType
from typing import Any

import numpy as np
from msgspec.structs import asdict, replace

from playground.engine.jacobians import GradientForms
from playground.lessons.decode import decode_lesson
from playground.lessons.formulas import WHOLE
from playground.lessons.lesson import Lesson, Step
from playground.lessons.record import Record, decode_record
from playground.messages import Message
from playground.training.formula import Formula
from playground.training.import_job import Inspect
from playground.training.jobs import ATLAS, COMPARE, MANY
from playground.training.pins import Pin
from playground.training.results import Array, Curves, Maps
from playground.training.snapshot import Snapshot
from playground.training.walkthrough.follow import FollowWeight
from playground.training.walkthrough.walk import Quantity, Walkthrough

SCORES = frozenset({"train_cost", "test_cost", "train_accuracy", "test_accuracy"})
"""Numbers of a frame that can be hidden, and the curves that would tell them."""
WEIGHTS = frozenset({"W", "b"})
SIGNALS = frozenset({"Z", "A"})
GRADIENTS = frozenset({"dA", "dZ", "dW", "db", "used_dW", "numeric_dW", "numeric_db"})
COSTS = frozenset({"cost", "C", "train_cost"})
TELLING: Mapping[str, tuple[frozenset[str], Any]] = MappingProxyType(
    {
        "gradient_check": (GRADIENTS | COSTS, None),
        "cost_slice": (WEIGHTS | GRADIENTS | COSTS, None),
        "surface": (WEIGHTS | GRADIENTS | COSTS, None),
        "histograms": (WEIGHTS | SIGNALS | GRADIENTS, None),
        "ablation": (WEIGHTS | SIGNALS | COSTS | SCORES, None),
        "health": (WEIGHTS | SIGNALS | GRADIENTS | COSTS | SCORES, None),
        "events": (WEIGHTS | SIGNALS | GRADIENTS | COSTS | SCORES, ()),
        "train_fit": (SIGNALS | COSTS, None),
        "test_fit": (SIGNALS | {"test_cost"}, None),
        "best_by_hand": (COSTS | SCORES, None),
        "message": (COSTS | SCORES, ""),
    }
)
"""Fields of a frame that tell what is hidden by another name: of which names, and what stands in their place."""
TRAINED_AGAIN = (MANY, ATLAS, COMPARE)
"""Jobs whose networks may be the same run once more."""
TOLD_AGAIN = SIGNALS | COSTS | SCORES
"""What these would tell."""
EVERYTHING = frozenset({"*"})
"""What a picture tells that is drawn anew."""
COMMANDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {"train": WEIGHTS | COSTS | SCORES, "sweep": TOLD_AGAIN, "predict": SIGNALS | SCORES}
)
"""What nobody may know who makes one of a session on the command line: the network goes on, or answers."""
REFUSED = Message("This would tell what the question asks; answer it first.")
MATRICES: Mapping[str, str] = MappingProxyType(
    {"W": "W", "b": "b", "dW": "dW", "db": "db", "used_W": "dW", "used_b": "db", "update_W": "dW", "update_b": "db"}
)
"""Matrices of a frame, each with the quantity that it tells."""
PLACE = re.compile(r"([^\[\]]+)\[(\d+)\](?:\[(\d+)(?:\s*,\s*(\d+))?\])?")
"""A quantity of a walk, or a cell of it, by whatever name it has there: ``dW[2][3,1]``, ``dW + λ₂W[2]``."""
LAST = frozenset({"C", "C_new", "Y"})
"""Are named without the layer that they stand under in a walk."""
FACTORS = frozenset({"A", "Z", "D", "dA", "dZ"})
"""What the gradient of a layer's weights is made of, in that layer and those above it; `A` from the layer below."""
NO_FORMULA = Formula()
"""In place of the graph that the program wrote of the network, with all its numbers."""
Places = dict[Quantity, list[tuple[int | slice, int | slice]]]


def hidden_now(lesson: Lesson, record: Record) -> frozenset[str]:
    """Return what the step of a lesson hides until it is answered or revealed, also while somebody explores freely."""
    step: Step = lesson.steps[record.step]
    answered = record.at(step.id)
    if step.ask is None or answered.right or answered.revealed:
        return frozenset()
    return frozenset(step.ask.hide)


def quantities(hidden: Collection[str]) -> frozenset[str]:
    """Return what is hidden by its name alone, whatever the layer and the place: ``dW`` of ``dW[2][3,1]``."""
    return frozenset(name.partition("[")[0] for name in hidden)


def hidden_in(text: str) -> frozenset[str]:
    """Return what is hidden in a session that keeps this of a lesson; nothing where it is empty.

    Raises `FileError` if it cannot be read.
    """
    if not text:
        return frozenset()
    record = decode_record(text, "lesson")
    return hidden_now(decode_lesson(record.lesson.encode(), "lesson"), record)


def would_tell(told: Set[str], hidden: Collection[str]) -> bool:
    """Whether something that tells of these names would tell what is hidden."""
    return bool(hidden) and (told == EVERYTHING or bool(told & quantities(hidden)))


class Mask:
    """Hides something in one frame after the other: what stays the same is hidden once, and stays the same."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[object, frozenset[str], object]] = {}

    def apply(self, snapshot: Snapshot, hidden: frozenset[str]) -> Snapshot:
        """Return a frame without what is hidden: numbers of the walk, weights, gradients, scores, pictures."""
        if not hidden:
            return snapshot
        hidden = _with_alike(snapshot, hidden)
        places = places_of(hidden)
        names = quantities(hidden)
        scores, layers = SCORES & hidden, {layer for name, layer in places if name in SIGNALS}
        curves = scores | ({"gradient_norms"} if GRADIENTS & names else set())
        makers: dict[str, Callable[[Any], Any]] = {"walkthrough": lambda walk: masked_walk(walk, hidden)}
        if curves:
            makers["curves"] = lambda all_: _without_curves(all_, curves)
            makers["branches"] = lambda ways: tuple(_without_curves(way, curves) for way in ways)
            makers["pins"] = lambda pins: tuple(_without_scores(pin, scores, curves) for pin in pins)
        if layers:
            makers["maps"] = lambda maps: _without_units(maps, layers)
        is_told = bool(layers or (SCORES | COSTS) & names)
        withheld = {name for name, (tellers, _) in TELLING.items() if tellers & names}
        shown = asdict(snapshot)
        changes: dict[str, Any] = {
            "answers": {
                query: answer
                for query, answer in snapshot.answers.items()
                if isinstance(query, Inspect) or not (is_told or isinstance(query, FollowWeight))
            },
            **{name: TELLING[name][1] for name in withheld},
            **{field: _masked_layers(shown[field], name, places) for field, name in MATRICES.items()},
            **{name: self._once(name, shown[name], hidden, make) for name, make in makers.items()},
            **dict.fromkeys(scores, float("nan")),
        }
        if snapshot.formula.title and not snapshot.formula.preset:
            changes["formula"] = NO_FORMULA
        if TOLD_AGAIN & names:
            changes["work"] = {kind: told for kind, told in snapshot.work.items() if kind not in TRAINED_AGAIN}
            withheld |= set(TRAINED_AGAIN)
        withheld |= ({"maps"} if layers else set()) | ({"answers"} if is_told else set())
        return replace(snapshot, hidden=hidden, withheld=frozenset(withheld), **changes)

    def _once(self, name: str, thing: object, hidden: frozenset[str], make: Callable[[Any], Any]) -> object:
        if thing is None:
            return None
        known = self._known.get(name)
        if known is None or known[0] is not thing or known[1] != hidden:
            known = self._known[name] = (thing, hidden, make(thing))
        return known[2]


def _with_alike(snapshot: Snapshot, hidden: frozenset[str]) -> frozenset[str]:
    """Return what is hidden, with what is the same number by another name."""
    walk = snapshot.walkthrough
    if walk is None:
        return hidden
    found = _alike(walk, hidden)
    if walk.cost_before == snapshot.train_cost and {"cost", "train_cost"} & found:  # of the same examples
        found |= _alike(walk, {"cost", "train_cost"})
    return frozenset(found)


def _alike(walk: Walkthrough, hidden: Collection[str]) -> set[str]:
    found = set(hidden)
    for one, mean in (("C", "cost"), ("C_new", "cost_after")):
        if one in quantities(hidden):
            found.add(mean)
        elif mean in hidden and walk.m == 1:
            found.add(one)
    if walk.m == 1:  # then the mean of dZ is dZ
        found |= {f"db{name[2:]}" for name in hidden if name.startswith("dZ[")}
    return found


def masked_walk(walk: Walkthrough, hidden: Collection[str]) -> Walkthrough:
    hidden = _alike(walk, hidden)
    places = {_in_walk(walk, quantity): cells for quantity, cells in places_of(hidden).items()}
    arrays = dict(walk.arrays)
    for quantity, cells in places.items():
        if quantity in arrays:
            arrays[quantity] = _masked(arrays[quantity], cells)
    ways = tuple(_masked_forms(way, layer, places) for layer, way in enumerate(walk.gradient_forms, start=1))
    return replace(
        walk,
        arrays=MappingProxyType(arrays),
        gradient_forms=ways,
        cost_before=float("nan") if "cost" in hidden else walk.cost_before,
        cost_after=float("nan") if "cost_after" in hidden else walk.cost_after,
        hidden=frozenset(places),
    )


def _masked_forms(forms: GradientForms | None, layer: int, places: Places) -> GradientForms | None:
    """Return a gradient in three ways without the cells that are hidden; None where something it is made of is."""
    if forms is None or any(name in FACTORS and at >= layer - (name == "A") for name, at in places):
        return None
    cells = places.get(("dW", layer), [])
    if not cells:
        return forms
    by_kronecker = _masked(forms.by_kronecker, cells)
    return dataclasses.replace(
        forms,
        by_paths=_masked(forms.by_paths, cells),
        by_outer_product=_masked(forms.by_outer_product, cells),
        by_kronecker=by_kronecker,
        product_vector=by_kronecker.ravel(order="F"),
    )


def places_of(hidden: Collection[str]) -> Places:
    everything = (slice(None), slice(None))
    places: Places = {}
    for name in hidden:
        if found := WHOLE.fullmatch(name):
            quantity, row, column = (found[1], 0), found[2], found[3]
        elif found := PLACE.fullmatch(name):
            quantity, row, column = (found[1], int(found[2])), found[3], found[4]
        else:
            continue
        cell = everything if row is None else (int(row) - 1, int(column or 1) - 1)
        places.setdefault(quantity, []).append(cell)
    return places


def _masked_layers(layers: tuple[Array, ...] | None, name: str, places: Places) -> tuple[Array, ...] | None:
    if layers is None:
        return None
    return tuple(_masked(array, places.get((name, layer), [])) for layer, array in enumerate(layers, start=1))


def _masked(array: Array, cells: list[tuple[int | slice, int | slice]]) -> Array:
    if not cells:
        return array
    copy = np.array(array)
    for row, column in cells:
        if _is_in(row, copy.shape[0]) and _is_in(
            column, copy.shape[1]
        ):  # while one explores, it may be another network
            copy[row, column] = np.nan
    copy.flags.writeable = False
    return copy


def _is_in(place: int | slice, length: int) -> bool:
    return isinstance(place, slice) or place < length


def _in_walk(walk: Walkthrough, quantity: Quantity) -> Quantity:
    """Return the name of a quantity in a walk, whose layers and penalties formulas need not write."""
    name, layer = quantity
    if name == "used_dW":
        return next((each for each in walk.arrays if " " in each[0] and each[1] == layer), ("dW", layer))
    return name, len(walk.sizes) - 1 if name in LAST else layer


def _without_curves(curves: Curves, names: Collection[str]) -> Curves:
    return replace(curves, **{name: np.full_like(asdict(curves)[name], np.nan) for name in names})


def _without_scores(pin: Pin, scores: Collection[str], curves: Collection[str]) -> Pin:
    changes: dict[str, Any] = dict.fromkeys(scores, float("nan"))
    return replace(pin, curves=_without_curves(pin.curves, curves), train_r2=None, test_r2=None, **changes)


def _without_units(maps: Maps, layers: Collection[int]) -> Maps:
    units = [np.full_like(grid, np.nan) if layer in layers else grid for layer, grid in enumerate(maps.units)]
    return replace(maps, units=tuple(units))
