"""How each optimizer comes from a gradient to a step, in the letters of a walk."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from playground.engine import OPTIMIZERS
from playground.engine.optimizers import EPSILON, MOMENTUM, Moment
from playground.files import TrainingSettings
from playground.messages.numbers import significant
from playground.training.walkthrough.cells import Quantity

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
