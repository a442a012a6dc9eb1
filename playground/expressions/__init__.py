"""Text to computational graph to values and gradients, node by node.

>>> evaluation = evaluate(parse("q = x + y; f = q*z"), {"x": -2, "y": 5, "z": -4})
>>> float(evaluation["f"].value), float(evaluation["x"].gradient)
(-12.0, -4.0)
"""

from .elementwise import Comparison, compared, elementwise
from .evaluation import Evaluation, evaluate, read_value, to_json_object, typed_number
from .graph import Graph, Node
from .grouping import fold, foldable, unfold
from .jacobian import Jacobian, jacobian, total_jacobian
from .latex import computation_latex, expression_latex, local_derivative_latex
from .operation import Operation
from .operations import CONSTANTS, FUNCTIONS, OPERATIONS
from .parser import parse
from .passes import NodeRecord
from .paths import PathTerm, TotalDerivative, total_derivative
from .source import ExpressionError

__all__ = [
    "CONSTANTS",
    "FUNCTIONS",
    "OPERATIONS",
    "Comparison",
    "Evaluation",
    "ExpressionError",
    "Graph",
    "Jacobian",
    "Node",
    "NodeRecord",
    "Operation",
    "PathTerm",
    "TotalDerivative",
    "compared",
    "computation_latex",
    "elementwise",
    "evaluate",
    "expression_latex",
    "fold",
    "foldable",
    "jacobian",
    "local_derivative_latex",
    "parse",
    "read_value",
    "to_json_object",
    "total_derivative",
    "total_jacobian",
    "typed_number",
    "unfold",
]
