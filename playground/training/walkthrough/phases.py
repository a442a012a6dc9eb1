"""The phases of one update: forward, cost, backwards, update from the output layer down, and forward again."""

import re
from collections.abc import Iterator

from playground.engine import ACTIVATIONS, COSTS, OPTIMIZERS
from playground.engine.optimizers import Moment
from playground.engine.propagation import Structure
from playground.files import TrainingSettings
from playground.training.walkthrough.explain_update import (
    STEP_FORMS,
    differs,
    gradient_formula,
    gradient_name,
    moment_formula,
    moment_name,
    step_operands,
    used_formula,
    used_name,
)
from playground.training.walkthrough.walk import PHASE_TITLES, Direction, Phase, Quantity

_SYMBOL = re.compile(r"(?<![A-Za-z\\])(dA|dZ|A|Y)(?![A-Za-z])")


def phases(structure: Structure, training: TrainingSettings, m: int, *, step: int) -> tuple[Phase, ...]:
    """Return the phases of one update of `m` examples, the `step`-th of the optimizer's memory."""
    last = len(structure.activations)
    made: list[Phase] = []
    for layer in range(1, last + 1):
        made += _forward(structure, layer, m, 0.0 if layer == last else training.dropout)
    made.append(_cost(structure, "C", "cost", "A", m))
    for layer in range(last, 0, -1):
        made += _backward(structure, layer, m, drops=layer < last and training.dropout > 0)
    for layer in range(last, 0, -1):
        made += _update(structure, layer, training, step)
    made += (_again(structure, layer, m, drops=layer < last and training.dropout > 0) for layer in range(1, last + 1))
    made.append(_cost(structure, "C_new", "again", "A_new", m))
    return tuple(made)


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


def _forward(structure: Structure, layer: int, m: int, dropout: float) -> Iterator[Phase]:
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
    if dropout:
        yield _phase(
            "M",
            layer,
            "forward",
            rf"{_at('M', layer)} \in \left\{{0, \; \frac{{1}}{{1 - p}}\right\}}, \quad P(0) = p = {dropout:g}",
            (("M", layer),),
            (),
            _shape(n, m),
        )
    yield _phase(
        "A",
        layer,
        "forward",
        rf"{_at('A', layer)} = {_mask(layer, drops=dropout > 0)}g({_at('Z', layer)}), "
        rf"\quad {ACTIVATIONS[activation].formula}",
        (("A", layer),),
        (("Z", layer), *((("M", layer),) if dropout else ())),
        f"{_shape(n, m)} = {f'{_shape(n, m)} ⊙ ' if dropout else ''}g {_shape(n, m)}",
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


def _backward(structure: Structure, layer: int, m: int, *, drops: bool) -> Iterator[Phase]:
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
    yield _delta(structure, layer, m, drops=drops)
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


def _delta(structure: Structure, layer: int, m: int, *, drops: bool) -> Phase:
    """From `dA` to `dZ`: elementwise or through a full Jacobian, and perhaps the short form that both come to."""
    activation, n = ACTIVATIONS[structure.activations[layer - 1]], structure.sizes[layer]
    fused = COSTS[structure.cost].fused.get(activation.name) if layer == len(structure.activations) else None
    result: tuple[Quantity, ...] = (("dZ", layer),)
    operands: tuple[Quantity, ...]
    if activation.derivative is None:
        product, operands = rf"J^{{\top}} {_at('dA', layer)}", (("dA", layer), ("A", layer))
        shapes, m = f"{_shape(n, 1)} = {_shape(n, n)} {_shape(n, 1)}", 1  # J is another one for each example
    else:
        product = rf"{_at('dA', layer)} \odot {_mask(layer, drops=drops)}g'({_at('Z', layer)})"
        result, operands = (("D", layer), *result), (("dA", layer), ("Z", layer), ("D", layer))
        operands += (("M", layer),) if drops else ()
        shapes = f"{_shape(n, m)} = {_shape(n, m)} ⊙ {_shape(n, m)}"
    short = ""
    if fused is not None:
        short = " = " + _indexed(fused.formula, layer).split(" = ")[1]
        operands = (*operands, *(cell for cell in (("A", layer), ("Y", layer)) if cell not in operands))
        shapes += f" = {_shape(n, m)} − {_shape(n, m)}"
    formula = rf"{_at('dZ', layer)} = {product}{short}, \quad {activation.derivative_formula}"
    return _phase("dZ", layer, "backward", formula, result, operands, shapes)


def _update(structure: Structure, layer: int, training: TrainingSettings, step: int) -> Iterator[Phase]:
    """From `dW` and `db` to the new weights, by way of what the optimizer remembers."""
    shapes = {"W": (structure.sizes[layer], structure.sizes[layer - 1]), "b": (structure.sizes[layer], 1)}
    gradients = {name: (gradient_name(name, training), layer) for name in shapes}
    formulas = {name: gradient_formula(name, layer, training) for name in shapes}
    terms = gradients["W"][0].split(" + ")
    if len(terms) > 1:
        yield _phase(
            "penalty",
            layer,
            "update",
            formulas["W"],
            (gradients["W"],),
            (("dW", layer), ("W", layer)),
            " + ".join([_shape(*shapes["W"])] * len(terms)),
        )
        formulas["W"] = rf"\left({formulas['W']}\right)"
    if differs(training):
        clipped = {name: used_formula(name, layer) for name in shapes}
        factors = (r"c\, " if training.clip_norm else "") + (r"F \odot " if training.frozen or training.off else "")
        yield _phase(
            "clip",
            layer,
            "update",
            r", \quad ".join(rf"{clipped[name]} = {factors}{formulas[name]}" for name in shapes) + _limit(training),
            tuple((used_name(name, training), layer) for name in shapes),
            tuple(gradients.values()),
            ", ".join(f"{_shape(*shape)} = {_shape(*shape)}" for shape in shapes.values()),
        )
        gradients, formulas = {name: (used_name(name, training), layer) for name in shapes}, clipped
    memory = OPTIMIZERS[training.optimizer].memory
    for moment in memory:
        yield _phase(
            moment.symbol,
            layer,
            "update",
            r", \quad ".join(_remembered(moment, name, layer, formulas[name]) for name in shapes),
            tuple((moment_name(moment, name, "_new"), layer) for name in shapes),
            tuple(quantity for name in shapes for quantity in ((moment_name(moment, name), layer), gradients[name])),
            ", ".join(f"{_shape(*shape)} + {_shape(*shape)}" for shape in shapes.values()),
        )
    for moment in (moment for moment in memory if moment.corrected):
        yield _phase(
            f"{moment.symbol}_hat",
            layer,
            "update",
            r", \quad ".join(_correction(moment, name, layer, step) for name in shapes),
            tuple((moment_name(moment, name, "_hat"), layer) for name in shapes),
            tuple((moment_name(moment, name, "_new"), layer) for name in shapes),
            ", ".join(_shape(*shape) for shape in shapes.values()),
        )
    steps = {name: _step_formula(training.optimizer, name, layer, formulas[name]) for name in shapes}
    yield _phase(
        "update",
        layer,
        "update",
        r", \quad ".join(
            rf"{_at(name, layer)} \leftarrow {_at(name, layer)} - \alpha\, {steps[name]}" for name in shapes
        ),
        (("W_new", layer), ("b_new", layer)),
        tuple(quantity for name in shapes for quantity in ((name, layer), *step_operands(training, name, layer))),
        ", ".join(f"{_shape(*shape)} − {_shape(*shape)}" for shape in shapes.values()),
    )


def _limit(training: TrainingSettings) -> str:
    """Return what `c` and `F` are, where they are factors."""
    limit = rf", \quad c = \min\left(1, \frac{{{training.clip_norm:g}}}{{\lVert d\theta \rVert}}\right)"
    return (limit if training.clip_norm else "") + (
        r", \quad F \in \{0, 1\}" if training.frozen or training.off else ""
    )


def _remembered(moment: Moment, name: str, layer: int, gradient: str) -> str:
    taken = gradient
    if moment.squared:
        taken = rf"{gradient}^2" if gradient.startswith(r"\left(") else rf"\left({gradient}\right)^2"
    gain = "" if moment.gain == 1 else rf"{moment.gain:.3g}\,"
    before, after = (moment_formula(moment, name, layer, state) for state in ("", "_new"))
    return rf"{after} = {moment.decay:g}\, {before} + {gain}{taken}"


def _correction(moment: Moment, name: str, layer: int, step: int) -> str:
    after, hat = (moment_formula(moment, name, layer, state) for state in ("_new", "_hat"))
    return rf"{hat} = \frac{{{after}}}{{1 - {moment.decay:g}^{{{step}}}}}"


def _step_formula(optimizer: str, name: str, layer: int, gradient: str) -> str:
    moments = {
        moment.symbol: moment_formula(moment, name, layer, "_hat" if moment.corrected else "_new")
        for moment in OPTIMIZERS[optimizer].memory
    }
    return STEP_FORMS[optimizer].formula.format(g=gradient, P=_at(name, layer), **moments)


def _again(structure: Structure, layer: int, m: int, *, drops: bool) -> Phase:
    n, below = structure.sizes[layer], structure.sizes[layer - 1]
    return _phase(
        "again",
        layer,
        "again",
        rf"{_new('Z', layer)} = {_new('W', layer)} {_new('A', layer - 1)} + {_new('b', layer)}, "
        rf"\quad {_new('A', layer)} = {_mask(layer, drops=drops)}g({_new('Z', layer)})",
        (("Z_new", layer), ("A_new", layer)),
        (("W_new", layer), ("A_new", layer - 1), ("b_new", layer), *((("M", layer),) if drops else ())),
        f"{_shape(n, m)} = {_shape(n, below)} {_shape(below, m)} + {_shape(n, 1)}",
    )


def _mask(layer: int, *, drops: bool) -> str:
    return rf"{_at('M', layer)} \odot " if drops else ""


def _at(symbol: str, layer: int) -> str:
    return f"{symbol}^{{[{layer}]}}"


def _new(symbol: str, layer: int) -> str:
    return f"{symbol}^{{+[{layer}]}}"


def _indexed(formula: str, layer: int) -> str:
    """Return a table's formula with the layer's number on its symbols; the targets have none."""
    return _SYMBOL.sub(lambda found: found[1] if found[1] == "Y" else _at(found[1], layer), formula)


def _shape(rows: int, columns: int) -> str:
    return f"({rows}×{columns})"
