"""The tables of everything that can be typed: operations, functions and constants."""

import ast
import math
from collections.abc import Mapping
from types import MappingProxyType

from .arithmetic_operations import ARITHMETIC
from .array_operations import ARRAY_GATES
from .function_operations import FUNCTION_GATES
from .operation import Operation

OPERATIONS: Mapping[str, Operation] = MappingProxyType(
    {record.name: record for record in (*ARITHMETIC, *FUNCTION_GATES, *ARRAY_GATES)}
)
"""Every gate by its name."""

BINARY_OPERATORS: Mapping[type[ast.operator], str] = MappingProxyType(
    {
        ast.Add: "add",
        ast.Sub: "subtract",
        ast.Mult: "multiply",
        ast.Div: "divide",
        ast.Pow: "power",
        ast.MatMult: "matmul",
    }
)
"""Which operation stands behind ``a + b`` and so on."""

_NOT_CALLED = frozenset({*BINARY_OPERATORS.values(), "negative", "copy", "stack", "component"})

FUNCTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **{name: (name,) for name in OPERATIONS if name not in _NOT_CALLED and not name.endswith("_element")},
        # One argument: over the elements of an array; several: element by element.
        "max": ("max_element", "max"),
        "min": ("min_element", "min"),
    }
)
"""Function name to the operations that it can mean; the first one whose number of inputs fits is taken."""

LINSPACE = "linspace"
"""A way to write a vector of numbers: ``linspace(-1, 1, 5)`` is ``[-1, -0.5, 0, 0.5, 1]``."""

RESERVED = frozenset({*FUNCTIONS, LINSPACE})
"""Names that are functions, so that nothing else can be called by them."""

CONSTANTS: Mapping[str, float] = MappingProxyType({"pi": math.pi, "π": math.pi, "e": math.e})
"""Names with a fixed value."""
