"""The operations of feature formulas in the languages that a network is exported to."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from playground.expressions import ExpressionError, parse
from playground.expressions.operations import OPERATIONS
from playground.files.activation_code import OnnxSteps
from playground.files.errors import FileError

Operand = str | float
"""The name of an input (`x1`) or of a step (`v1`), or a number."""


@dataclass(frozen=True)
class OperationCode:
    """One elementwise operation of the formula language.

    Attributes
    ----------
    numpy, pytorch : str
        An expression with `{0}`, `{1}` for the inputs, in brackets where it needs them.
    onnx : tuple of (operator, input, …)
        As in `ActivationCode`, with `z` and `y` for the first and second input.
    folds : bool
        Whether it takes any number of inputs, two at a time from the left.
    """

    name: str
    numpy: str
    pytorch: str
    onnx: OnnxSteps
    folds: bool = False


_RECORDS = (
    OperationCode("add", "({0} + {1})", "({0} + {1})", (("Add", "z", "y"),)),
    OperationCode("subtract", "({0} - {1})", "({0} - {1})", (("Sub", "z", "y"),)),
    OperationCode("multiply", "({0} * {1})", "({0} * {1})", (("Mul", "z", "y"),)),
    OperationCode("divide", "({0} / {1})", "({0} / {1})", (("Div", "z", "y"),)),
    OperationCode("power", "({0} ** {1})", "({0} ** {1})", (("Pow", "z", "y"),)),
    OperationCode("negative", "(-{0})", "(-{0})", (("Neg", "z"),)),
    OperationCode("copy", "{0}", "{0}", (("Identity", "z"),)),
    OperationCode("exp", "np.exp({0})", "torch.exp({0})", (("Exp", "z"),)),
    OperationCode("log", "np.log({0})", "torch.log({0})", (("Log", "z"),)),
    OperationCode("sqrt", "np.sqrt({0})", "torch.sqrt({0})", (("Sqrt", "z"),)),
    OperationCode("sin", "np.sin({0})", "torch.sin({0})", (("Sin", "z"),)),
    OperationCode("cos", "np.cos({0})", "torch.cos({0})", (("Cos", "z"),)),
    OperationCode("tan", "np.tan({0})", "torch.tan({0})", (("Sin", "z"), ("Cos", "z"), ("Div", "#0", "#1"))),
    OperationCode("tanh", "np.tanh({0})", "torch.tanh({0})", (("Tanh", "z"),)),
    OperationCode("sigmoid", "(1 / (1 + np.exp(-{0})))", "torch.sigmoid({0})", (("Sigmoid", "z"),)),
    OperationCode("relu", "np.maximum({0}, 0)", "torch.relu({0})", (("Relu", "z"),)),
    OperationCode(
        "softplus",
        "np.logaddexp({0}, 0)",
        "torch.logaddexp({0}, torch.zeros_like({0}))",
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
    OperationCode("abs", "np.abs({0})", "torch.abs({0})", (("Abs", "z"),)),
    OperationCode("max", "np.maximum({0}, {1})", "torch.maximum({0}, {1})", (("Max", "z", "y"),), folds=True),
    OperationCode("min", "np.minimum({0}, {1})", "torch.minimum({0}, {1})", (("Min", "z", "y"),), folds=True),
)

OPERATION_CODE: Mapping[str, OperationCode] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every elementwise operation's code by name."""


@dataclass(frozen=True)
class Step:
    """One operation on the way to the features: `name = code(*operands)`, at least one operand being a name."""

    name: str
    code: OperationCode
    operands: tuple[Operand, ...]


@dataclass(frozen=True)
class FeatureSteps:
    """How features come from inputs: operations in order, and what each feature is in the end."""

    steps: tuple[Step, ...]
    features: tuple[Operand, ...]


def feature_steps(formulas: Sequence[str]) -> FeatureSteps:
    """Take formulas apart into operations on single numbers; whatever is constant in them is computed here.

    Raises
    ------
    FileError
        If a formula cannot be read, works on whole arrays, or has a constant part without a finite value.
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
