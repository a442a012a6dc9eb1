"""What nothing on screen may tell until it is answered: hidden from the frame itself, so that no view can show it.

Hidden numbers are NaN, which every view writes as ``?``; what is computed from them is hidden with them.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np

from playground.engine.jacobians import GradientForms
from playground.lessons.formulas import WHOLE
from playground.lessons.lesson import Lesson, Step
from playground.lessons.record import Record
from playground.training.queries.by_hand import ByHand
from playground.training.queries.predictions import Predictions
from playground.training.queries.results import AskResults
from playground.training.results import Array
from playground.training.snapshot import Snapshot
from playground.training.walkthrough.cells import Quantity
from playground.training.walkthrough.follow import FollowWeight
from playground.training.walkthrough.walk import Walkthrough

SCORES: Mapping[str, str] = MappingProxyType(
    {
        "train_cost": "train_cost",
        "test_cost": "test_cost",
        "train_accuracy": "train_accuracy",
        "test_accuracy": "test_accuracy",
    }
)
"""Numbers of a frame that can be hidden, and the curves that would tell them."""
PLACE = re.compile(r"([^\[\]]+)\[(\d+)\](?:\[(\d+)(?:\s*,\s*(\d+))?\])?")
"""A quantity of a walk, or a cell of it, by whatever name it has there: ``dW[2][3,1]``, ``dW + λ₂W[2]``."""
COSTS = frozenset({"C", "C_new"})
"""Are named without the layer that they stand under in a walk."""
FACTORS = frozenset({"A", "Z", "D", "dA", "dZ"})
"""What the gradient of a layer's weights is made of, in that layer and those above it; `A` from the layer below."""
Places = dict[Quantity, list[tuple[int | slice, int | slice]]]


def hidden_now(lesson: Lesson, record: Record) -> frozenset[str]:
    """Return what the step of a lesson hides: nothing once it is answered, revealed, or left for exploring."""
    step: Step = lesson.steps[record.step]
    answered = record.at(step.id)
    if step.ask is None or answered.right or answered.revealed:
        return frozenset()
    return frozenset(step.ask.hide)


class Mask:
    """Hides something in one frame after the other: a walk that stays the same is hidden once, and stays the same."""

    def __init__(self) -> None:
        self._walk: tuple[Walkthrough, frozenset[str], Walkthrough] | None = None

    def apply(self, snapshot: Snapshot, hidden: frozenset[str]) -> Snapshot:
        """Return a frame without what is hidden."""
        if not hidden:
            return snapshot
        result, walk = masked(snapshot, hidden), snapshot.walkthrough
        if walk is None or result.walkthrough is None:
            return result
        if self._walk is None or self._walk[:2] != (walk, hidden):
            self._walk = (walk, hidden, result.walkthrough)
        return replace(result, walkthrough=self._walk[2])


def masked(snapshot: Snapshot, hidden: Collection[str]) -> Snapshot:
    """Return a frame without what is hidden: cells and quantities of the walk, gradients of the last update, scores."""
    if not hidden:
        return snapshot
    places = places_of(hidden)
    changes: dict[str, Any] = {}
    walk = snapshot.walkthrough
    if walk is not None:
        changes["walkthrough"] = masked_walk(walk, places, hidden)
    for name, field in (
        ("dW", "dW"),
        ("db", "db"),
        ("dW", "used_W"),
        ("db", "used_b"),
        ("dW", "update_W"),
        ("db", "update_b"),
    ):
        changes[field] = _masked_layers(getattr(snapshot, field), name, places)
    if any(name in ("dW", "db") for name, _ in places):
        # What these found is the gradient again.
        changes |= {"gradient_check": None, "cost_slice": None, "surface": None}
    scores = SCORES.keys() & set(hidden)
    if walk is not None and {"cost", "C"} & set(hidden) and walk.cost_before == snapshot.train_cost:
        scores |= {"train_cost"}  # of the same examples
    if scores:
        changes |= {"best_by_hand": None, "events": ()}
    told_by: tuple[type, ...] = (FollowWeight,)
    if scores or places.keys() & {("C", 0), *((name, len(snapshot.problem_info.sizes) - 1) for name in "ZA")}:
        told_by += (ByHand, Predictions, AskResults)
    changes["answers"] = {query: answer for query, answer in snapshot.answers.items() if not isinstance(query, told_by)}
    for name in scores:
        changes[name] = float("nan")
    if scores:
        curves = snapshot.curves
        changes["curves"] = replace(
            curves,
            **{
                name: np.full_like(values, np.nan)
                for name in SCORES
                if name in scores and (values := getattr(curves, name, None)) is not None
            },
        )
    return replace(snapshot, hidden=frozenset(hidden), **changes)


def masked_walk(walk: Walkthrough, places: Places, hidden: Collection[str]) -> Walkthrough:
    """Return a walkthrough without what is hidden."""
    arrays = dict(walk.arrays)
    places = {(name, len(walk.sizes) - 1 if name in COSTS else layer): cells for (name, layer), cells in places.items()}
    for quantity, cells in places.items():
        if quantity in arrays:
            arrays[quantity] = _masked(arrays[quantity], cells)
    ways = tuple(_masked_forms(way, layer, places) for layer, way in enumerate(walk.gradient_forms, start=1))
    after = bool({"cost_after", "C_new"} & set(hidden))
    return replace(
        walk,
        arrays=MappingProxyType(arrays),
        gradient_forms=ways,
        cost_before=float("nan") if {"cost", "C"} & set(hidden) else walk.cost_before,
        cost_after=float("nan") if after else walk.cost_after,
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
    return replace(
        forms,
        by_paths=_masked(forms.by_paths, cells),
        by_outer_product=_masked(forms.by_outer_product, cells),
        by_kronecker=by_kronecker,
        product_vector=by_kronecker.ravel(order="F"),
    )


def places_of(hidden: Collection[str]) -> Places:
    """Return the hidden cells by quantity."""
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
    for cell in cells:
        copy[cell] = np.nan
    copy.flags.writeable = False
    return copy
