"""The phases of one update, in the order of document 003: forward, cost, backwards, update, and forward again."""

import re
from collections.abc import Iterator

from playground.engine import ACTIVATIONS, COSTS, OPTIMIZERS
from playground.engine.propagation import Structure
from playground.training.walkthrough import PHASE_TITLES, Direction, Phase, Quantity

_SYMBOL = re.compile(r"(?<![A-Za-z\\])(dA|dZ|A|Y)(?![A-Za-z])")
_GRADIENT = re.compile(r"(?<![A-Za-z\\])g(?![A-Za-z])")


def phases(structure: Structure, optimizer: str, m: int, *, l1: float, l2: float) -> tuple[Phase, ...]:
    """Return the phases of one update of `m` examples."""
    last = len(structure.activations)
    made: list[Phase] = []
    for layer in range(1, last + 1):
        made += _forward(structure, layer, m)
    made.append(_cost(structure, "C", "cost", "A", m))
    for layer in range(last, 0, -1):
        made += _backward(structure, layer, m)
    made += (_update(structure, layer, optimizer, l1, l2) for layer in range(1, last + 1))
    made += (_again(structure, layer, m) for layer in range(1, last + 1))
    made.append(_cost(structure, "C_new", "again", "A_new", m))
    return tuple(made)


def has_slopes(structure: Structure, layer: int) -> bool:
    """Whether the backward pass multiplies by `g'(Z)` at a layer: not after softmax or a fused cost."""
    name = structure.activations[layer - 1]
    fused = layer == len(structure.activations) and name in COSTS[structure.cost].fused
    return not fused and ACTIVATIONS[name].derivative is not None


def _phase(
    name: str,
    layer: int,
    direction: Direction,
    formula: str,
    result: tuple[Quantity, ...],
    operands: tuple[Quantity, ...],
    shapes: str = "",
) -> Phase:
    return Phase(name, layer, direction, PHASE_TITLES[name], formula, result, operands, shapes)


def _forward(structure: Structure, layer: int, m: int) -> Iterator[Phase]:
    n, below, activation = structure.sizes[layer], structure.sizes[layer - 1], structure.activations[layer - 1]
    yield _phase(
        "Z",
        layer,
        "forward",
        rf"{_at('Z', layer)} = {_at('W', layer)} {_at('A', layer - 1)} + {_at('b', layer)}",
        (("Z", layer),),
        (("W", layer), ("A", layer - 1), ("b", layer)),
        f"{_shape(n, m)} = {_shape(n, below)} {_shape(below, m)} + {_shape(n, 1)}",
    )
    yield _phase(
        "A",
        layer,
        "forward",
        rf"{_at('A', layer)} = g({_at('Z', layer)}), \quad {ACTIVATIONS[activation].formula}",
        (("A", layer),),
        (("Z", layer),),
        f"{_shape(n, m)} = g {_shape(n, m)}",
    )


def _cost(structure: Structure, name: str, direction: Direction, output: str, m: int) -> Phase:
    last = len(structure.activations)
    return _phase(
        name,
        last,
        direction,
        COSTS[structure.cost].formula,
        ((name, last),),
        ((output, last), ("Y", last)),
        f"{_shape(1, m)} = C ({_shape(structure.sizes[-1], m)}, {_shape(structure.sizes[-1], m)})",
    )


def _backward(structure: Structure, layer: int, m: int) -> Iterator[Phase]:
    last, n, below = len(structure.activations), structure.sizes[layer], structure.sizes[layer - 1]
    if layer == last:
        yield _phase(
            "dA",
            layer,
            "backward",
            _indexed(COSTS[structure.cost].delta_formula, layer),
            (("dA", layer),),
            (("A", layer), ("Y", layer)),
            f"{_shape(n, m)} = ∂C/∂A ({_shape(n, m)}, {_shape(n, m)})",
        )
    else:
        above = structure.sizes[layer + 1]
        yield _phase(
            "dA",
            layer,
            "backward",
            rf"{_at('dA', layer)} = W^{{[{layer + 1}]\top}}\, {_at('dZ', layer + 1)}",
            (("dA", layer),),
            (("W", layer + 1), ("dZ", layer + 1)),
            f"{_shape(n, m)} = {_shape(n, above)} {_shape(above, m)}",
        )
    yield _delta(structure, layer, m)
    yield _phase(
        "dW",
        layer,
        "backward",
        rf"{_at('dW', layer)} = \frac{{1}}{{m}}\, {_at('dZ', layer)} A^{{[{layer - 1}]\top}}",
        (("dW", layer),),
        (("dZ", layer), ("A", layer - 1)),
        f"{_shape(n, below)} = {_shape(n, m)} {_shape(m, below)} / {m}",
    )
    yield _phase(
        "db",
        layer,
        "backward",
        rf"{_at('db', layer)} = \frac{{1}}{{m}} \sum_{{i=1}}^{{m}} dZ_{{\cdot i}}^{{[{layer}]}}",
        (("db", layer),),
        (("dZ", layer),),
        f"{_shape(n, 1)} = Σ {_shape(n, m)} / {m}",
    )


def _delta(structure: Structure, layer: int, m: int) -> Phase:
    """From `dA` to `dZ`: straight from the cost, through a full Jacobian, or elementwise."""
    activation, n = ACTIVATIONS[structure.activations[layer - 1]], structure.sizes[layer]
    fused = COSTS[structure.cost].fused.get(activation.name) if layer == len(structure.activations) else None
    result: tuple[Quantity, ...] = (("dZ", layer),)
    operands: tuple[Quantity, ...]
    if fused is not None:
        formula, operands = _indexed(fused.formula, layer), (("A", layer), ("Y", layer))
        shapes = f"{_shape(n, m)} = {_shape(n, m)} − {_shape(n, m)}"
    elif activation.derivative is None:
        formula = rf"{_at('dZ', layer)} = J^{{\top}} {_at('dA', layer)}, \quad {activation.derivative_formula}"
        operands = (("dA", layer), ("A", layer))
        shapes = f"{_shape(n, 1)} = {_shape(n, n)} {_shape(n, 1)}"
    else:
        formula = (
            rf"{_at('dZ', layer)} = {_at('dA', layer)} \odot g'({_at('Z', layer)}), "
            rf"\quad {activation.derivative_formula}"
        )
        result, operands = (("D", layer), *result), (("dA", layer), ("Z", layer), ("D", layer))
        shapes = f"{_shape(n, m)} = {_shape(n, m)} ⊙ {_shape(n, m)}"
    return _phase("dZ", layer, "backward", formula, result, operands, shapes)


def _update(structure: Structure, layer: int, optimizer: str, l1: float, l2: float) -> Phase:
    record = OPTIMIZERS[optimizer]
    weights, gradient = _at("W", layer), _at("dW", layer)
    penalties = (rf" + \lambda_2 {weights}" if l2 else "") + (
        rf" + \lambda_1 \operatorname{{sign}}({weights})" if l1 else ""
    )
    if record.plain and not penalties:
        biases = _with(record.formula, _at("b", layer), _at("db", layer))
        formula = rf"{_with(record.formula, weights, gradient)}, \quad {biases}"
    else:
        formula = rf"g = {gradient}{penalties}, \quad {record.formula}".replace(r"\theta", weights)
    n, below = structure.sizes[layer], structure.sizes[layer - 1]
    return _phase(
        "update",
        layer,
        "update",
        formula,
        (("W_new", layer), ("b_new", layer)),
        (("W", layer), ("dW", layer), ("b", layer), ("db", layer)),
        f"{_shape(n, below)} − {_shape(n, below)}, {_shape(n, 1)} − {_shape(n, 1)}",
    )


def _again(structure: Structure, layer: int, m: int) -> Phase:
    n, below = structure.sizes[layer], structure.sizes[layer - 1]
    return _phase(
        "again",
        layer,
        "again",
        rf"{_new('Z', layer)} = {_new('W', layer)} {_new('A', layer - 1)} + {_new('b', layer)}, "
        rf"\quad {_new('A', layer)} = g({_new('Z', layer)})",
        (("Z_new", layer), ("A_new", layer)),
        (("W_new", layer), ("A_new", layer - 1), ("b_new", layer)),
        f"{_shape(n, m)} = {_shape(n, below)} {_shape(below, m)} + {_shape(n, 1)}",
    )


def _at(symbol: str, layer: int) -> str:
    return f"{symbol}^{{[{layer}]}}"


def _new(symbol: str, layer: int) -> str:
    return f"{symbol}^{{+[{layer}]}}"


def _with(formula: str, parameter: str, gradient: str) -> str:
    """Return an optimizer's formula for one parameter, with its gradient in the place of `g`."""
    return _GRADIENT.sub(lambda _: gradient, formula.replace(r"\theta", parameter))


def _indexed(formula: str, layer: int) -> str:
    """Return a table's formula with the layer's number on its symbols; the targets have none."""
    return _SYMBOL.sub(lambda found: found[1] if found[1] == "Y" else _at(found[1], layer), formula)


def _shape(rows: int, columns: int) -> str:
    return f"({rows}×{columns})"
