"""What a network is exported as: activations and operations in other languages, and features step by step."""

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
from msgspec import Struct

from playground.engine import ACTIVATIONS
from playground.expressions import ExpressionError, parse
from playground.expressions.operations import OPERATIONS
from playground.files.errors import FileError

Operand = str | float
"""The name of an input (`x1`) or of a step (`v1`), or a number."""
OnnxSteps = tuple[tuple[str, ...], ...]


class Code(Struct, frozen=True):
    """One activation of the engine, or one elementwise operation of the formula language.

    Attributes
    ----------
    numpy, pytorch : str
        An expression with `{0}`, `{1}` for the inputs; that of an operation stands in brackets where it needs them.
        Of activations, numpy has a column per example, and the engine's own operations in the engine's own order, so
        that it gives the same numbers to the last bit; PyTorch has a row per example.
    onnx : tuple of (operator, input, …)
        Operators applied one after another. An input is `z` or `y`, the first and the second one, a number, or the
        place of an earlier step (`#0`). Only operators that run-times implement in both precisions: the dedicated ones
        for leaky ReLU, ELU and GELU are often missing in double precision.
    folds : bool
        Whether it takes any number of inputs, two at a time from the left.
    """

    name: str
    numpy: str
    pytorch: str
    onnx: OnnxSteps
    folds: bool = False


_BOTH = (
    Code("sin", "np.sin({0})", "torch.sin({0})", (("Sin", "z"),)),
    Code("tanh", "np.tanh({0})", "torch.tanh({0})", (("Tanh", "z"),)),
    Code("relu", "np.maximum({0}, 0)", "torch.relu({0})", (("Relu", "z"),)),
    Code(
        "step",
        "np.heaviside({0}, 0)",
        # PyTorch knows no derivative of its own heaviside: here it is 0.
        "torch.heaviside({0}.detach(), torch.zeros_like({0})) + 0 * {0}",
        (("Sign", "z"), ("Relu", "#0")),
    ),
    Code(
        "softplus",
        "np.logaddexp({0}, 0)",
        # PyTorch's own softplus turns into the identity above 20.
        "torch.logaddexp({0}, torch.zeros_like({0}))",
        # max(z, 0) + log(1 + exp(−|z|)): no overflow at either end
        (
            ("Abs", "z"),
            ("Neg", "#0"),
            ("Exp", "#1"),
            ("Add", "#2", "1"),
            ("Log", "#3"),
            ("Relu", "z"),
            ("Add", "#5", "#4"),
        ),
    ),
)

_ACTIVATIONS = (
    Code("linear", "{0}", "{0}", (("Identity", "z"),)),
    Code("sigmoid", "1 / (1 + np.exp(-{0}))", "torch.sigmoid({0})", (("Sigmoid", "z"),)),
    Code(
        "leaky_relu",
        "np.maximum({0}, 0.01 * {0})",
        "torch.maximum({0}, 0.01 * {0})",
        (("Mul", "z", "0.01"), ("Max", "z", "#0")),
    ),
    Code(
        "elu",
        "np.maximum({0}, 0) + np.expm1(np.minimum({0}, 0))",
        "torch.nn.functional.elu({0})",
        (("Min", "z", "0"), ("Exp", "#0"), ("Sub", "#1", "1"), ("Relu", "z"), ("Add", "#3", "#2")),
    ),
    Code(
        "gelu",
        # √(2/π) (0.044715 z² + 1)
        "(np.tanh(({0} * {0} * 0.035677408136300125 + 0.7978845608028654) * {0}) + 1) * 0.5 * {0}",
        'torch.nn.functional.gelu({0}, approximate="tanh")',
        (
            ("Mul", "z", "z"),
            ("Mul", "#0", "z"),
            ("Mul", "#1", "0.044715"),
            ("Add", "#2", "z"),
            ("Mul", "#3", "0.7978845608028654"),  # √(2/π)
            ("Tanh", "#4"),
            ("Add", "#5", "1"),
            ("Mul", "z", "0.5"),
            ("Mul", "#7", "#6"),
        ),
    ),
    Code(
        "swish",
        "{0} * (1 / (1 + np.exp(-{0})))",
        "torch.nn.functional.silu({0})",
        (("Sigmoid", "z"), ("Mul", "z", "#0")),
    ),
    Code(
        "softmax",
        # The column sums are a product with ones, as in the engine: `sum` may round differently.
        "(e := np.exp({0} - {0}.max(axis=0))) / np.ones((len({0}), len({0})), {0}.dtype).dot(e)",
        "torch.softmax({0}, dim=1)",
        # rows are examples in the exported graph, so the last axis runs over the classes
        (("Softmax", "z"),),
    ),
)

_OPERATIONS = (
    Code("add", "({0} + {1})", "({0} + {1})", (("Add", "z", "y"),)),
    Code("subtract", "({0} - {1})", "({0} - {1})", (("Sub", "z", "y"),)),
    Code("multiply", "({0} * {1})", "({0} * {1})", (("Mul", "z", "y"),)),
    Code("divide", "({0} / {1})", "({0} / {1})", (("Div", "z", "y"),)),
    Code("power", "({0} ** {1})", "({0} ** {1})", (("Pow", "z", "y"),)),
    Code("negative", "(-{0})", "(-{0})", (("Neg", "z"),)),
    Code("copy", "{0}", "{0}", (("Identity", "z"),)),
    Code("exp", "np.exp({0})", "torch.exp({0})", (("Exp", "z"),)),
    Code("log", "np.log({0})", "torch.log({0})", (("Log", "z"),)),
    Code("sqrt", "np.sqrt({0})", "torch.sqrt({0})", (("Sqrt", "z"),)),
    Code("cos", "np.cos({0})", "torch.cos({0})", (("Cos", "z"),)),
    Code("tan", "np.tan({0})", "torch.tan({0})", (("Sin", "z"), ("Cos", "z"), ("Div", "#0", "#1"))),
    Code("sigmoid", "(1 / (1 + np.exp(-{0})))", "torch.sigmoid({0})", (("Sigmoid", "z"),)),
    Code("abs", "np.abs({0})", "torch.abs({0})", (("Abs", "z"),)),
    Code("max", "np.maximum({0}, {1})", "torch.maximum({0}, {1})", (("Max", "z", "y"),), folds=True),
    Code("min", "np.minimum({0}, {1})", "torch.minimum({0}, {1})", (("Min", "z", "y"),), folds=True),
)

ACTIVATION_CODE: Mapping[str, Code] = MappingProxyType({code.name: code for code in (*_BOTH, *_ACTIVATIONS)})
"""Every activation's code by name."""
OPERATION_CODE: Mapping[str, Code] = MappingProxyType({code.name: code for code in (*_BOTH, *_OPERATIONS)})
"""Every elementwise operation's code by name."""

assert ACTIVATION_CODE.keys() == ACTIVATIONS.keys(), "every activation needs its code for exports"


class Step(Struct, frozen=True):
    """One operation on the way to the features: `name = code(*operands)`, at least one operand being a name."""

    name: str
    code: Code
    operands: tuple[Operand, ...]


class FeatureSteps(Struct, frozen=True):
    """How features come from inputs: operations in order, and what each feature is in the end."""

    steps: tuple[Step, ...]
    features: tuple[Operand, ...]


def feature_steps(formulas: Sequence[str]) -> FeatureSteps:
    """Take formulas apart into operations on single numbers; whatever is constant in them is computed here.

    Raises `FileError` if a formula cannot be read, works on whole arrays, or has a constant part without a finite
    value.
    """
    steps: list[Step] = []
    return FeatureSteps(features=tuple(_take_apart(formula, steps) for formula in formulas), steps=tuple(steps))


def _take_apart(formula: str, steps: list[Step]) -> Operand:
    try:
        graph = parse(formula)
    except ExpressionError as error:
        raise FileError(
            "the feature {formula!r} cannot be exported: {problem}", formula=formula, problem=error.message
        ) from error
    values: dict[str, Operand] = {}

    def apply(operation: str, *operands: Operand) -> Operand:
        if all(isinstance(operand, float) for operand in operands):
            with np.errstate(all="ignore"):
                return float(OPERATIONS[operation].forward(*(np.float64(operand) for operand in operands)))
        steps.append(Step(f"v{len(steps) + 1}", OPERATION_CODE[operation], operands))
        return steps[-1].name

    for node in graph.nodes:
        if node.operation == "input":
            values[node.name] = node.name
        elif node.operation == "constant" and node.constant is not None and node.constant.ndim == 0:
            values[node.name] = float(node.constant)
        elif node.operation in OPERATION_CODE:
            code, operands = OPERATION_CODE[node.operation], [values[name] for name in node.inputs]
            if code.folds:
                value = operands[0]
                for operand in operands[1:]:
                    value = apply(code.name, value, operand)
                values[node.name] = value
            else:
                values[node.name] = apply(code.name, *operands)
        else:
            raise FileError(
                "the feature {formula!r} cannot be exported: {operation} works on whole arrays",
                formula=formula,
                operation=node.operation,
            )
        value = values[node.name]
        if isinstance(value, float) and not math.isfinite(value):
            raise FileError(
                "the feature {formula!r} cannot be exported: a part of it has no finite value", formula=formula
            )
    return values[graph.output]
