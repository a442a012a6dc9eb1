"""Formulas of a graph in LaTeX, from the templates of the tables."""

import re

from .graph import CONSTANT, Array, Graph, Node
from .operation import ATOM, PRODUCT, SUM
from .operations import CONSTANTS, OPERATIONS

_GREEK = re.compile(
    "alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|chi|psi|omega"
)
_LARGEST_SHOWN = 16


def symbol(name: str) -> str:
    """A name as a symbol: ``w0`` and ``w1_2_3`` with indices, ``theta`` as a letter, longer words upright."""
    match = re.fullmatch(r"([^\W\d_]+)_?(\d*(?:_\d+)*)", name)
    if match is None:
        return r"\mathrm{" + name.replace("_", r"\_") + "}"
    word, index = match.groups()
    letter = word if len(word) == 1 else rf"\{word}" if _GREEK.fullmatch(word) else rf"\mathrm{{{word}}}"
    return f"{letter}_{{{index.strip('_').replace('_', ',')}}}" if index else letter


def expression_latex(graph: Graph, name: str) -> str:
    r"""The right side of the formula of a node.

    Inputs, nodes that the user named and nodes that are read more than once stand as symbols; others are written out.

    Parameters
    ----------
    graph : Graph
    name : str

    Returns
    -------
    str
        For example ``s - \sin\left(t\right)``.
    """
    written: dict[str, tuple[str, int]] = {}
    for node in graph.nodes:
        is_asked = node.name == name
        if node.operation == CONSTANT and not (node.named and not is_asked):
            written[node.name] = _constant(node)
        elif not node.inputs or (not is_asked and (node.named or len(graph.consumers[node.name]) > 1)):
            written[node.name] = symbol(node.name), ATOM
        else:
            written[node.name] = _filled(node, written)
        if is_asked:
            break
    return written[name][0]


def local_derivative_latex(graph: Graph, name: str, index: int) -> str:
    """The local derivative of an operation with respect to its input number `index`, in symbols.

    A template that names the value uses the node's own symbol: the derivative of ``y = exp(x)`` is ``y``.
    """
    node = graph[name]
    operation = OPERATIONS[node.operation]
    if len(operation.local_latex) == 1:
        own = _symbol_of(graph[node.inputs[index]])
        return operation.local_latex[0].format(own, y=symbol(name))
    inputs = [_symbol_of(graph[i]) for i in node.inputs]
    exponent = graph[node.inputs[-1]].constant
    if node.operation == "power" and index == 0 and exponent is not None and exponent.ndim == 0:
        return _power_rule(inputs[0], float(exponent))
    written = operation.local_latex[index].format(*inputs, y=symbol(name))
    for own in inputs:  # a symbol alone needs no brackets
        if not own.startswith(("-", r"\begin")):
            written = written.replace(rf"\left({own}\right)^", f"{{{own}}}^")
    return written


def partial_latex(node: str, source: str) -> str:
    """The sign for a partial derivative."""
    return rf"\frac{{\partial {symbol(node)}}}{{\partial {symbol(source)}}}"


def _power_rule(base: str, exponent: float) -> str:
    """N · x^(n−1), with the exponent worked out."""
    less = exponent - 1
    power = "" if less == 0 else rf" \cdot {base}" if less == 1 else rf" \cdot {{{base}}}^{{{_number(less)[0]}}}"
    return f"{_number(exponent)[0]}{power}"


def _symbol_of(node: Node) -> str:
    if node.operation == CONSTANT and not node.named:
        return _constant(node)[0]
    return symbol(node.name)


def _filled(node: Node, written: dict[str, tuple[str, int]]) -> tuple[str, int]:
    operation = OPERATIONS[node.operation]
    texts: list[str] = []
    for i, name in enumerate(node.inputs):
        text, binding = written[name]
        wanted = operation.operand_bindings[i] if operation.operand_bindings else 0
        texts.append(text if binding >= wanted else rf"\left({text}\right)")
    return operation.latex.format(*texts, inputs=", ".join(texts)), operation.binding


def _constant(node: Node) -> tuple[str, int]:
    is_letter = not node.named and node.name in CONSTANTS
    if node.constant is None or node.constant.size > _LARGEST_SHOWN or is_letter:
        return symbol(node.name), ATOM
    return _array(node.constant)


def _array(value: Array) -> tuple[str, int]:
    if value.ndim == 0:
        return _number(float(value))
    rows = value.reshape(-1, value.shape[-1]).tolist()
    body = r" \\ ".join(" & ".join(_number(number)[0] for number in row) for row in rows)
    return rf"\begin{{bmatrix}} {body} \end{{bmatrix}}", ATOM


def _number(number: float) -> tuple[str, int]:
    text = repr(number).removesuffix(".0")
    if "e" in text:
        digits, _, exponent = text.partition("e")
        return rf"{digits} \cdot 10^{{{int(exponent)}}}", SUM if number < 0 else PRODUCT
    return text, SUM if number < 0 else ATOM
