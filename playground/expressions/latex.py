"""Formulas of a graph in LaTeX, from the templates of the tables."""

import re

import numpy as np

from .evaluation import Evaluation
from .graph import CONSTANT, Array, Graph, Node
from .operation import ATOM, PRODUCT, SUM, ArrayOperation, ElementwiseOperation, Shape
from .operations import CONSTANTS, OPERATIONS

_GREEK = re.compile(
    "alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|chi|psi|omega"
)
_LARGEST_SHOWN = 16
MOST_PARTS = 3
"""How often a node may read an input for the sum of its parts to be written out."""


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


def computation_latex(evaluation: Evaluation, name: str) -> str:
    """The right side of the formula of a node, with the numbers of what it reads, to four digits; long ones by name."""
    written: dict[str, tuple[str, int]] = {}
    for read in evaluation[name].inputs:
        value = evaluation[read].value
        rounded = np.array([float(f"{number:.4g}") for number in value.flat[:_LARGEST_SHOWN]])
        is_large = value.size > _LARGEST_SHOWN
        written[read] = (symbol(read), ATOM) if is_large else _array(rounded.reshape(value.shape))
    return _filled(evaluation.graph[name], written)[0]


def local_derivative_latex(evaluation: Evaluation, name: str, source: str) -> str:
    """The local Jacobian of a node for one of its inputs, in symbols: the very matrix that `jacobian` builds.

    A template that names the value uses the node's own symbol: the derivative of ``y = exp(x)`` is ``y``, between
    vectors ``diag(y)``. Where the node reads the input several times, the parts are added. Empty where there is no
    short way to write it.
    """
    positions = [i for i, read in enumerate(evaluation[name].inputs) if read == source]
    if len(positions) > MOST_PARTS:
        return ""
    parts = [_part(evaluation, name, position) for position in positions]
    return " + ".join(parts) if all(parts) else ""


def _part(evaluation: Evaluation, name: str, position: int) -> str:
    """The Jacobian for input number `position` alone."""
    graph, node = evaluation.graph, evaluation.graph[name]
    operation = OPERATIONS[node.operation]
    symbols = [_symbol_of(graph[i]) for i in node.inputs]
    shapes = [evaluation[i].value.shape for i in node.inputs]
    if isinstance(operation, ArrayOperation):
        return operation.derivative_latex(position, symbols, symbol(name), shapes)
    assert isinstance(operation, ElementwiseOperation)
    written, read = _slope(graph, node, operation, position, symbols)
    shape = evaluation[name].value.shape
    varies = any((shape if i is None else shapes[i]) for i in read)
    return _of_elements(written, varies=varies, own=shapes[position], shape=shape)


def _slope(
    graph: Graph, node: Node, operation: ElementwiseOperation, position: int, symbols: list[str]
) -> tuple[str, frozenset[int | None]]:
    """The derivative of one element, and which inputs it is written in; None stands for the value."""
    exponent = graph[node.inputs[-1]].constant
    if node.operation == "power" and position == 0 and exponent is not None and exponent.ndim == 0:
        less = float(exponent) - 1
        return _power_rule(symbols[0], float(exponent)), frozenset({0} if less else ())
    y = symbol(node.name)
    if operation.routes and len(symbols) == 2 and graph.fixed_inputs(node.name)[1 - position]:
        sign = ">" if node.operation == "max" else "<"
        return f"[{symbols[position]} {sign} {symbols[1 - position]}]", frozenset({0, 1})
    if len(operation.local_latex) == 1:
        template = operation.local_latex[0]
        written = template.format(symbols[position], y=y)
        read = {position} if "{0}" in template else set()
    else:
        template = operation.local_latex[position]
        written = template.format(*symbols, y=y)
        read = {i for i in range(len(symbols)) if f"{{{i}}}" in template}
    for own in symbols:  # a symbol alone needs no brackets
        if not own.startswith(("-", r"\begin")):
            written = written.replace(rf"\left({own}\right)^", f"{{{own}}}^")
    return written, frozenset(read | ({None} if "{y}" in template else set()))


def _of_elements(written: str, *, varies: bool, own: Shape, shape: Shape) -> str:
    """The Jacobian whose entries are the derivatives of single elements."""
    if not shape:
        return written
    if own == shape:
        if varies:
            return rf"\mathrm{{diag}}\left({written}\right)"
        return {"1": "I", "-1": "-I"}.get(written, rf"{written} \, I")
    if all(length == 1 for length in own):
        if varies:
            return rf"\mathrm{{vec}}\left({written}\right)"
        return rf"{'' if written == '1' else written} \begin{{bmatrix}} 1 \\ \vdots \\ 1 \end{{bmatrix}}".lstrip()
    return ""


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
    return operation.latex.format(*texts, inputs=", ".join(texts), rest=", ".join(texts[1:])), operation.binding


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
