"""What each cause of a zero is told as."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from playground.engine import ACTIVATIONS
from playground.messages import Message, Term
from playground.training.walkthrough.cells import Cell, cell_name, number
from playground.training.walkthrough.walk import Walkthrough


def _numbers(walk: Walkthrough, letters: str, cell: Cell) -> Mapping[str, str]:
    (_, layer), row, column = cell
    return {letter: number(float(walk.arrays[letter, layer][row, column])) for letter in letters}


def _saturated(walk: Walkthrough, cell: Cell) -> Message:
    (_, layer), row, _column = cell
    return Message(
        "Saturated: neuron {neuron} of layer {layer} stands where {activation} is flat. z = {Z}, a = {A}, and its "
        "slope g′(z) = {D} lets almost nothing of the gradient through.",
        neuron=row + 1,
        layer=layer,
        activation=Term(ACTIVATIONS[walk.activations[layer - 1]].label),
        **_numbers(walk, "ZAD", cell),
    )


def _dead(walk: Walkthrough, cell: Cell) -> Message:
    return Message(
        "Off: neuron {neuron} of layer {layer} has z = {Z}, which is not above 0, so g′(z) = 0 and no gradient comes "
        "through.",
        neuron=cell[1] + 1,
        layer=cell[0][1],
        **_numbers(walk, "Z", cell),
    )


def _flat(walk: Walkthrough, cell: Cell) -> Message:
    return Message(
        "Flat: {activation}, the activation of layer {layer}, has the slope 0 wherever z is: here z = {Z} and "
        "g′(z) = 0. No gradient ever comes through it, so no weight below can learn.",
        activation=Term(ACTIVATIONS[walk.activations[cell[0][1] - 1]].label),
        layer=cell[0][1],
        **_numbers(walk, "Z", cell),
    )


def _dropped(_walk: Walkthrough, cell: Cell) -> Message:
    return Message(
        "Dropped: dropout leaves neuron {neuron} of layer {layer} out of example {example} in this update.",
        neuron=cell[1] + 1,
        layer=cell[0][1],
        example=cell[2] + 1,
    )


def _silent(walk: Walkthrough, cell: Cell) -> Message:
    return Message(
        "Silent: neuron {neuron} of layer {layer} hands on a = g({Z}) = 0.",
        neuron=cell[1] + 1,
        layer=cell[0][1],
        **_numbers(walk, "Z", cell),
    )


def _input(_walk: Walkthrough, cell: Cell) -> Message:
    return Message("Input zero: {cell} = 0, so whatever it is multiplied by is 0.", cell=cell_name(cell))


def _weight(_walk: Walkthrough, cell: Cell) -> Message:
    return Message("Weight zero: {cell} = 0, so nothing comes through this connection.", cell=cell_name(cell))


def _not_connected(_walk: Walkthrough, cell: Cell) -> Message:
    return Message(
        "Not connected: all weights from neuron {neuron} of layer {layer} to the layer above are 0, so the cost does "
        "not depend on it.",
        neuron=cell[1] + 1,
        layer=cell[0][1],
    )


def _nothing_below(_walk: Walkthrough, cell: Cell) -> Message:
    return Message(
        "Not connected: all weights into neuron {neuron} of layer {layer} and its bias are 0, so it hears nothing.",
        neuron=cell[1] + 1,
        layer=cell[0][1],
    )


def _no_error(walk: Walkthrough, cell: Cell) -> Message:
    return Message(
        "No error: output {output} is its target, a = {A} = y.", output=cell[1] + 1, **_numbers(walk, "A", cell)
    )


def _target(_walk: Walkthrough, cell: Cell) -> Message:
    return Message(
        "Target zero: y = 0 for output {output}, and this cost looks only at the output whose target is not 0.",
        output=cell[1] + 1,
    )


def _cancel(_walk: Walkthrough, cell: Cell) -> Message:
    return Message("Cancelled: the terms of {cell} are not 0, they add up to 0.", cell=cell_name(cell))


def _underflow(_walk: Walkthrough, cell: Cell) -> Message:
    return Message("Rounded: {cell} is too small to be written, and became 0.", cell=cell_name(cell))


CAUSES: Mapping[str, Callable[[Walkthrough, Cell], Message]] = MappingProxyType(
    {
        "saturated": _saturated,
        "dead": _dead,
        "flat": _flat,
        "dropped": _dropped,
        "silent": _silent,
        "input": _input,
        "weight": _weight,
        "not_connected": _not_connected,
        "nothing_below": _nothing_below,
        "no_error": _no_error,
        "target": _target,
        "cancel": _cancel,
        "underflow": _underflow,
    }
)
"""What each cause is told as: of the walkthrough and the guilty number."""
