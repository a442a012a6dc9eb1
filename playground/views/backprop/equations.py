"""What stands side by side in a phase: the matrices of its equation, and the signs between them.

A table from the quantity that is computed to how it is computed; the operands themselves come from the phase.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from playground.engine import OPTIMIZERS
from playground.messages.numbers import significant
from playground.training.walkthrough.explain_update import (
    PENALIZED,
    USED,
    gradient_name,
    moment_name,
    step_parts,
    step_quantities,
    used_name,
)
from playground.training.walkthrough.walk import Phase, Quantity, Walkthrough
from playground.views.backprop.position import raised, symbol


class Operand(Struct, frozen=True):
    """One matrix of an equation, perhaps transposed."""

    quantity: Quantity
    transposed: bool = False


class Sign(Struct, frozen=True):
    """What stands between two matrices."""

    text: str


Part = Operand | Sign
Find = Callable[..., Operand]
"""``find("W", "A")`` returns the phase's first operand of one of these names."""
Pattern = Callable[[Find, Phase, Walkthrough], Sequence[Part | str]]


def equations(phase: Phase, walkthrough: Walkthrough) -> tuple[tuple[Part, ...], ...]:
    """Return the equations of a phase, one for each quantity it computes; each begins with that quantity.

    The slopes `g'(Z)` that are computed together with a gradient stand in its equation.
    """
    shown = [result for result in phase.result if result[0] != "D" or len(phase.result) == 1]
    found = [_equation(result, phase, walkthrough) for result in shown]
    first = {part for equation in found[:1] for part in equation}
    return (*found[:1], *(tuple(_named(part) if part in first else part for part in parts) for parts in found[1:]))


def operands(phase: Phase, walkthrough: Walkthrough) -> tuple[Operand, ...]:
    """Return the matrices of a phase, in the order of its equations."""
    found = equations(phase, walkthrough)
    return tuple(part for equation in found for part in equation if isinstance(part, Operand))


def _equation(result: Quantity, phase: Phase, walkthrough: Walkthrough) -> tuple[Part, ...]:
    def find(*names: str, transposed: bool = False) -> Operand:
        # What the phase itself has just computed may be read by its next equation.
        for quantity in (*phase.operands, *phase.result):
            if quantity[0] in names and quantity != result:
                return Operand(quantity, transposed)
        raise LookupError

    pattern = PATTERNS.get(result[0], _list)
    try:
        right = pattern(find, phase, walkthrough)
    except LookupError:  # a phase that is computed from something else: its operands, without signs
        right = _list(find, phase, walkthrough)
    parts: Sequence[Part | str] = (Operand(result), "=", *right) if right else (Operand(result),)
    return tuple(Sign(part) if isinstance(part, str) else part for part in parts)


def _named(part: Part) -> Part:
    """Return the name of a matrix in its place: one that stands beside already is not drawn twice."""
    return Sign(symbol(part.quantity, transposed=part.transposed)) if isinstance(part, Operand) else part


def _list(_find: Find, phase: Phase, _walkthrough: Walkthrough) -> Sequence[Part | str]:
    parts: list[Part | str] = []
    for quantity in phase.operands:
        parts += [",", Operand(quantity)] if parts else [Operand(quantity)]
    return parts


def _cost(find: Find, _phase: Phase, _walkthrough: Walkthrough) -> Sequence[Part | str]:
    return ("C (", find("A", "A_new", "Z", "Z_new"), ",", find("Y"), ")")


def _weighted_sum(find: Find, _phase: Phase, _walkthrough: Walkthrough) -> Sequence[Part | str]:
    return (find("W", "W_new"), "·", find("A", "X", "A_new"), "+", find("b", "b_new"))


def _activation(find: Find, phase: Phase, walkthrough: Walkthrough) -> Sequence[Part | str]:
    mask = (find("M"), "⊙") if walkthrough.drops(phase.layer) else ()
    return (*mask, "g (", find("Z", "Z_new"), ")")


def _derivative(find: Find, _phase: Phase, _walkthrough: Walkthrough) -> Sequence[Part | str]:
    return ("g′ (", find("Z", "A"), ")")


def _upstream(find: Find, phase: Phase, walkthrough: Walkthrough) -> Sequence[Part | str]:
    if phase.layer == len(walkthrough.sizes) - 1:
        return ("∂C/∂A (", find("A"), ",", find("Y"), ")")
    return (find("W", transposed=True), "·", find("dZ"))


def _delta(find: Find, phase: Phase, _walkthrough: Walkthrough) -> Sequence[Part | str]:
    names = {name for name, _ in phase.operands}
    chain: Sequence[Part | str] = ("Jᵀ ·", find("dA"))
    if "D" in names:
        chain = (find("dA"), "⊙", find("D"))
    elif "Z" in names:
        chain = (find("dA"), "⊙", "g′ (", find("Z"), ")")
    elif "Y" not in names:
        chain = ("J (", find("A"), ")ᵀ ·", find("dA"))
    return (*chain, "=", find("A"), "−", find("Y")) if "Y" in names else chain


def _weight_gradient(find: Find, _phase: Phase, walkthrough: Walkthrough) -> Sequence[Part | str]:
    product = (find("dZ"), "·", find("A", "X", transposed=True))
    return (*product, f"/ {walkthrough.m}") if walkthrough.m > 1 else product


def _bias_gradient(find: Find, _phase: Phase, walkthrough: Walkthrough) -> Sequence[Part | str]:
    if walkthrough.m == 1:
        return (find("dZ"),)
    return ("Σ", find("dZ"), f"/ {walkthrough.m}")


def _penalized(find: Find, _phase: Phase, walkthrough: Walkthrough) -> Sequence[Part | str]:
    training = walkthrough.training
    l1, l2 = (significant(strength, 6) for strength in (training.l1, training.l2))
    shrinks = (f"+ {l2} ·", find("W")) if training.l2 else ()
    pulls = (f"+ {l1} · sign(", "W" if training.l2 else find("W"), ")") if training.l1 else ()
    return (find("dW"), *shrinks, *pulls)


def _clipped(parameter: str) -> Pattern:
    def pattern(find: Find, _phase: Phase, walkthrough: Walkthrough) -> Sequence[Part | str]:
        training = walkthrough.training
        factor = (f"{significant(walkthrough.clipping, 6)} ·",) if training.clip_norm else ()
        frozen = ("F ⊙",) if training.frozen or training.off else ()
        return (*factor, *frozen, find(gradient_name(parameter, training)))

    return pattern


def _remembered(symbol: str, parameter: str) -> Pattern:
    def pattern(find: Find, _phase: Phase, walkthrough: Walkthrough) -> Sequence[Part | str]:
        moment = next(moment for moment in OPTIMIZERS[walkthrough.optimizer].memory if moment.symbol == symbol)
        gradient = find(used_name(parameter, walkthrough.training))
        plus = "+" if moment.gain == 1 else f"+ {moment.gain:.3g} ·"
        before = (f"{moment.decay:g} ·", find(moment_name(moment, parameter)))
        return (*before, plus, gradient, *(("²",) if moment.squared else ()))

    return pattern


def _corrected(symbol: str, parameter: str) -> Pattern:
    def pattern(find: Find, _phase: Phase, walkthrough: Walkthrough) -> Sequence[Part | str]:
        moment = next(moment for moment in OPTIMIZERS[walkthrough.optimizer].memory if moment.symbol == symbol)
        divisor = f"/ (1 − {moment.decay:g}{raised(walkthrough.optimizer_step)})"
        return (find(moment_name(moment, parameter, "_new")), divisor)

    return pattern


def _updated(parameter: str) -> Pattern:
    def pattern(find: Find, phase: Phase, walkthrough: Walkthrough) -> Sequence[Part | str]:
        found = step_quantities(walkthrough.training, parameter, phase.layer)
        parts = step_parts(walkthrough.training)
        step = [parameter if part == "P" else find(found[part][0]) if part in found else part for part in parts]
        return (find(parameter), f"− {significant(walkthrough.learning_rate, 6)} ·", *step)

    return pattern


PATTERNS: Mapping[str, Pattern] = MappingProxyType(
    {
        "C": _cost,
        "C_new": _cost,
        "Z": _weighted_sum,
        "Z_new": _weighted_sum,
        "A": _activation,
        "A_new": _activation,
        "D": _derivative,
        "dA": _upstream,
        "dZ": _delta,
        "dW": _weight_gradient,
        "db": _bias_gradient,
        **dict.fromkeys(PENALIZED, _penalized),
        **{name: _clipped(parameter) for parameter, name in USED.items()},
        **{f"{symbol}_{name}_new": _remembered(symbol, name) for symbol in "VS" for name in "Wb"},
        **{f"{symbol}_{name}_hat": _corrected(symbol, name) for symbol in "VS" for name in "Wb"},
        "W_new": _updated("W"),
        "b_new": _updated("b"),
    }
)
"""How each quantity is computed."""
