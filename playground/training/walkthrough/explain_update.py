"""How each number of an update came about: from gradient to step, as every optimizer writes it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import numpy as np
from msgspec import Struct

from playground.engine import OPTIMIZERS
from playground.engine.optimizers import EPSILON, MOMENTUM, Moment
from playground.files import TrainingSettings
from playground.messages.numbers import multiplied, significant
from playground.training.walkthrough.explanation import NOTES, Explainer, Parts, Term, clipped_note, corrected_note
from playground.training.walkthrough.walk import Cell, Quantity, Walkthrough, cell_name, number, written

_EPSILON = "10⁻⁸"
assert EPSILON == 1e-8, "written out here"


class StepForm(Struct, frozen=True):
    """What the learning rate multiplies.

    Attributes
    ----------
    formula
        LaTeX, to be filled with ``g``, the gradient, ``V`` and ``S``, what the optimizer remembers, and ``P``, the
        parameter itself.
    parts
        The same as matrices and signs: ``"g"``, ``"V"``, ``"S"`` and ``"P"`` are matrices, all else stands between
        them; ``{decay}`` is the weight decay.
    """

    formula: str
    parts: tuple[str, ...]


STEP_FORMS: Mapping[str, StepForm] = MappingProxyType(
    {
        "sgd": StepForm("{g}", ("g",)),
        "momentum": StepForm("{V}", ("V",)),
        "nesterov": StepForm(rf"\left({{g}} + {MOMENTUM:g}\, {{V}}\right)", ("(", "g", f"+ {MOMENTUM:g} ·", "V", ")")),
        "rmsprop": StepForm(r"\frac{{{g}}}{{\sqrt{{{S}}} + 10^{{-8}}}}", ("g", "/ (√", "S", f"+ {_EPSILON})")),
        "adam": StepForm(r"\frac{{{V}}}{{\sqrt{{{S}}} + 10^{{-8}}}}", ("V", "/ (√", "S", f"+ {_EPSILON})")),
        "adamw": StepForm(
            r"\left(\frac{{{V}}}{{\sqrt{{{S}}} + 10^{{-8}}}} + \lambda\, {P}\right)",
            ("(", "V", "/ (√", "S", f"+ {_EPSILON})", "+ {decay} ·", "P", ")"),
        ),
    }
)
"""The step of every optimizer, by its name."""


def step_parts(training: TrainingSettings) -> tuple[str, ...]:
    """Return the parts of the step, with the numbers of these settings."""
    decay = significant(training.weight_decay, 6)
    return tuple(part.format(decay=decay) for part in STEP_FORMS[training.optimizer].parts)


def gradient_name(parameter: str, training: TrainingSettings) -> str:
    """Return what the gradient is called before it is clipped: `dW`, with what penalties add to it; `db` has none."""
    penalties = f"{' + λ₂W' if training.l2 else ''}{' + λ₁sign(W)' if training.l1 else ''}" if parameter == "W" else ""
    return f"d{parameter}{penalties}"


def used_name(parameter: str, training: TrainingSettings) -> str:
    """Return what the gradient is called that an update uses: of its own where it is clipped, or some of it frozen."""
    return USED[parameter] if differs(training) else gradient_name(parameter, training)


def differs(training: TrainingSettings) -> bool:
    """Whether the gradient that an update uses is more than that of cost and penalties."""
    return bool(training.clip_norm or training.frozen or training.off)


USED: Mapping[str, str] = MappingProxyType({"W": "dW_c", "b": "db_c"})
"""What the gradients are called that are clipped, or 0 where something is frozen."""
PENALIZED = tuple(
    gradient_name("W", TrainingSettings(cost="squared_error", l1=l1, l2=l2))
    for l1, l2 in ((1.0, 0.0), (0.0, 1.0), (1.0, 1.0))
)
"""What it is called with each of the penalties, and with both."""


def gradient_formula(parameter: str, layer: int, training: TrainingSettings) -> str:
    """Return the same in LaTeX."""
    at = f"^{{[{layer}]}}"
    if parameter != "W":
        return f"d{parameter}{at}"
    shrinks, pulls = rf" + \lambda_2 W{at}", rf" + \lambda_1 \operatorname{{sign}}(W{at})"
    return f"dW{at}{shrinks if training.l2 else ''}{pulls if training.l1 else ''}"


def used_formula(parameter: str, layer: int) -> str:
    """Return that gradient in LaTeX."""
    return f"d{parameter}_c^{{[{layer}]}}"


def moment_name(moment: Moment, parameter: str, state: str = "") -> str:
    """Return the name of a quantity: ``"V_W"`` before the update, with ``"_new"`` after it, ``"_hat"`` corrected."""
    return f"{moment.symbol}_{parameter}{state}"


def moment_formula(moment: Moment, parameter: str, layer: int, state: str = "") -> str:
    """Return it in LaTeX."""
    symbol = rf"\hat {moment.symbol}" if state == "_hat" else moment.symbol
    return f"{symbol}_{{{parameter}}}^{{{'+' if state == '_new' else ''}[{layer}]}}"


def step_quantities(training: TrainingSettings, parameter: str, layer: int) -> Mapping[str, Quantity]:
    """Return which quantities stand for ``g``, ``V``, ``S`` and ``P`` in the step of one parameter."""
    found: dict[str, Quantity] = {"g": (used_name(parameter, training), layer), "P": (parameter, layer)}
    for moment in OPTIMIZERS[training.optimizer].memory:
        found[moment.symbol] = (moment_name(moment, parameter, "_hat" if moment.corrected else "_new"), layer)
    return found


def step_operands(training: TrainingSettings, parameter: str, layer: int) -> tuple[Quantity, ...]:
    """Return the matrices of a step, in the order they stand, but for the parameter itself."""
    quantities = {
        part: quantity for part, quantity in step_quantities(training, parameter, layer).items() if part != "P"
    }
    return tuple(quantities[part] for part in STEP_FORMS[training.optimizer].parts if part in quantities)


def _scaled(walkthrough: Walkthrough, factor: float, cell: Cell) -> Term:
    value = _value(walkthrough, cell)
    if factor == 1:
        return Term(f"{cell_name(cell)} = {number(value)}", value, (cell,))
    return Term(
        f"{number(factor)}·{cell_name(cell)} = {multiplied(number(factor), number(value))}", factor * value, (cell,)
    )


def _value(walkthrough: Walkthrough, cell: Cell) -> float:
    quantity, row, column = cell
    return float(walkthrough.arrays[quantity][row, column])


def _penalized(walkthrough: Walkthrough, layer: int, row: int, column: int) -> Parts:
    training, weight = walkthrough.training, (("W", layer), row, column)
    terms = [_scaled(walkthrough, 1, (("dW", layer), row, column))]
    if training.l2:
        terms.append(_scaled(walkthrough, training.l2, weight))
    if training.l1:
        sign = float(np.sign(_value(walkthrough, weight)))
        text = f"{number(training.l1)}·sign({cell_name(weight)}) = {multiplied(number(training.l1), number(sign))}"
        terms.append(Term(text, training.l1 * sign, (weight,)))
    return Parts(gradient_name("W", training), terms, NOTES["penalty"])


def _clipped(parameter: str) -> Explainer:
    def explain_clipping(walkthrough: Walkthrough, layer: int, row: int, column: int) -> Parts:
        gradient: Cell = ((gradient_name(parameter, walkthrough.training), layer), row, column)
        if _is_fixed(walkthrough, parameter, layer, row, column):
            return Parts(f"0·{written(gradient[0][0])}", [_scaled(walkthrough, 0, gradient)], NOTES["frozen"])
        if not walkthrough.training.clip_norm:
            return Parts(written(gradient[0][0]), [_scaled(walkthrough, 1, gradient)])
        note = clipped_note(number(walkthrough.gradient_norm), number(walkthrough.training.clip_norm))
        return Parts(f"c·{written(gradient[0][0])}", [_scaled(walkthrough, walkthrough.clipping, gradient)], note)

    return explain_clipping


def _remembered(symbol: str, parameter: str) -> Explainer:
    def explain_memory(walkthrough: Walkthrough, layer: int, row: int, column: int) -> Parts:
        moment = _moment(walkthrough, symbol)
        gradient: Cell = ((used_name(parameter, walkthrough.training), layer), row, column)
        before = _scaled(walkthrough, moment.decay, ((moment_name(moment, parameter), layer), row, column))
        name = written(gradient[0][0])
        gain = "" if moment.gain == 1 else f"{moment.gain:.3g}·"
        operation = f"{moment.decay:g}·{written(moment_name(moment, parameter))} + {gain}{name}"
        if not moment.squared:
            return Parts(operation, (before, _scaled(walkthrough, moment.gain, gradient)), NOTES["memory"])
        value, factor = _value(walkthrough, gradient), number(moment.gain)
        shown = number(value)
        base = f"({shown})" if value < 0 else shown
        text = f"{factor}·{cell_name(gradient)}² = {factor}·{base}²"
        taken = Term(text, moment.gain * value * value, (gradient,))
        return Parts(f"{operation}²", (before, taken), NOTES["squares"])

    return explain_memory


def _corrected(symbol: str, parameter: str) -> Explainer:
    def explain_correction(walkthrough: Walkthrough, layer: int, row: int, column: int) -> Parts:
        moment, step = _moment(walkthrough, symbol), walkthrough.optimizer_step
        after: Cell = ((moment_name(moment, parameter, "_new"), layer), row, column)
        value = float(walkthrough.arrays[moment_name(moment, parameter, "_hat"), layer][row, column])
        divisor = 1 - moment.decay**step
        shown = f"(1 − {moment.decay:g}^{step})"
        text = f"{cell_name(after)} / {shown} = {number(_value(walkthrough, after))} / {number(divisor)}"
        operation = f"{written(after[0][0])} / {shown}"
        return Parts(operation, (Term(text, value, (after,)),), corrected_note(step))

    return explain_correction


def _moment(walkthrough: Walkthrough, symbol: str) -> Moment:
    return next(moment for moment in OPTIMIZERS[walkthrough.optimizer].memory if moment.symbol == symbol)


def _updated(parameter: str) -> Explainer:
    def explain_update(walkthrough: Walkthrough, layer: int, row: int, column: int) -> Parts:
        form = step_parts(walkthrough.training)
        old: Cell = ((parameter, layer), row, column)
        if _is_fixed(walkthrough, parameter, layer, row, column):
            return Parts(parameter, [_scaled(walkthrough, 1, old)], NOTES["frozen"])
        found = step_quantities(walkthrough.training, parameter, layer)
        cells: dict[str, Cell] = {part: (quantity, row, column) for part, quantity in found.items()}
        names = _line(form, {part: written(cell[0][0]) for part, cell in cells.items()})
        first = Term(cell_name(old), _value(walkthrough, old), (old,))
        terms = [
            first,
            *_steps(walkthrough, form, cells, float(_step(walkthrough, parameter, layer)[row, column])),
        ]
        return Parts(f"{parameter} − α·{names}", terms)

    return explain_update


def _is_fixed(walkthrough: Walkthrough, parameter: str, layer: int, row: int, column: int) -> bool:
    return walkthrough.is_fixed(layer, row, column if parameter == "W" else walkthrough.sizes[layer - 1])


def _step(walkthrough: Walkthrough, parameter: str, layer: int) -> np.ndarray:
    return walkthrough.arrays[f"step_{parameter}", layer]


def _steps(walkthrough: Walkthrough, parts: tuple[str, ...], cells: Mapping[str, Cell], step: float) -> Iterator[Term]:
    """Yield what an update adds: the products of the learning rate, or the quotient as one."""
    rate = walkthrough.learning_rate
    if any(part.startswith("/") for part in parts):
        names = _line(parts, {part: cell_name(cell) for part, cell in cells.items()})
        values = _line(parts, {part: number(_value(walkthrough, cell)) for part, cell in cells.items()})
        used = tuple(cells[part] for part in parts if part in cells)
        yield Term(f"−{number(rate)}·{names} = {multiplied(f'−{number(rate)}', values)}", step, used)
        return
    factors = {"g": 1.0, "V": MOMENTUM if "g" in parts else 1.0}
    for part in (part for part in parts if part in cells):
        yield _scaled(walkthrough, -rate * factors[part], cells[part])


def _line(parts: tuple[str, ...], words: Mapping[str, str]) -> str:
    """Return the parts of a step as one line, with other words for its matrices."""
    line = " ".join(words.get(part, part) for part in parts)
    return line.replace("√ ", "√").replace("( ", "(").replace(" )", ")")


UPDATE_EXPLAINERS: Mapping[str, Explainer] = MappingProxyType(
    {
        **dict.fromkeys(PENALIZED, _penalized),
        **{name: _clipped(parameter) for parameter, name in USED.items()},
        **{f"{symbol}_{name}_new": _remembered(symbol, name) for symbol in "VS" for name in "Wb"},
        **{f"{symbol}_{name}_hat": _corrected(symbol, name) for symbol in "VS" for name in "Wb"},
        "W_new": _updated("W"),
        "b_new": _updated("b"),
    }
)
"""How each quantity of an update came about."""
