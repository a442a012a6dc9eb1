"""What is drawn for each node: its symbol, constants that move into their gate, values as a line of text."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from playground.expressions import OPERATIONS, Evaluation, Graph, Node, foldable
from playground.expressions.graph import CONSTANT, INPUT, Array
from playground.expressions.grouping import PATTERNS
from playground.messages.numbers import MINUS, SUPERSCRIPTS, fitted, significant

SYMBOLS: Mapping[str, str] = MappingProxyType(
    {
        "add": "+",
        "subtract": MINUS,
        "multiply": "×",
        "divide": "÷",
        "power": "xʸ",
        "negative": f"{MINUS}x",
        "sqrt": "√x",
        "abs": "|x|",
        "norm": "‖x‖",
        "sum": "Σ",
        "stack": "[ , ]",
    }
)
"""Operations whose gate shows something else than the symbol in their record."""

WITH_CONSTANT: Mapping[str, str] = MappingProxyType(
    {
        "add": "{0}+{1}",
        "subtract": f"{{0}}{MINUS}{{1}}",
        "multiply": "{0}·{1}",
        "divide": "{0}/{1}",
        "matmul": "{0}@{1}",
        "dot": "dot({0}, {1})",
        "max": "max({inputs})",
        "min": "min({inputs})",
        "stack": "[{inputs}]",
        "component": "{0}[{rest}]",
    }
)
"""How an operation is written in its gate where some inputs are constants; the others are called x."""

_LONGEST_CONSTANT = 6
_LONGEST_SYMBOL = 14
_LONGEST_NAME = 20


class Gate(Struct, frozen=True):
    """One node as it is drawn.

    Attributes
    ----------
    symbol
        What stands in the middle: the operation, or the name of an input.
    caption
        What stands below it: the node's name, and the shape of a vector or matrix.
    is_named
        Whether it is a gate whose name was given by the user.
    is_source
        An input or a constant: no gate, but a round plate.
    inputs
        The nodes with an edge to it, and at which of the node's inputs each arrives.
    folding
        ``"fold"`` or ``"unfold"`` where a double click does that, else nothing.
    is_output
        Whether derivatives are taken of it.
    """

    name: str
    symbol: str
    caption: str
    is_named: bool
    is_source: bool
    inputs: tuple[tuple[str, int], ...]
    folding: str
    is_output: bool


def gates_of(evaluation: Evaluation) -> list[Gate]:
    """Return what is drawn, in topological order."""
    graph = evaluation.graph
    possible = foldable(graph)
    gates = []
    for node in graph.nodes:
        if is_absorbed(graph, node):
            continue
        inputs = tuple((name, i) for i, name in enumerate(node.inputs) if not is_absorbed(graph, graph[name]))
        shape = shape_text(evaluation[node.name].value.shape)
        is_source = node.operation in (INPUT, CONSTANT)
        parts = ["" if is_source else shown_name(node.name), shape]
        gates.append(
            Gate(
                name=node.name,
                symbol=_source_symbol(node) if is_source else _symbol(graph, node),
                caption=" ".join(part for part in parts if part),
                is_named=node.named and not is_source,
                is_source=is_source,
                inputs=inputs,
                folding=folding(node, possible),
                is_output=node.name == graph.output,
            )
        )
    return gates


def is_absorbed(graph: Graph, node: Node) -> bool:
    """Whether a node is a nameless constant: it is written into the gates that read it."""
    return node.operation == CONSTANT and not node.named and node.name != graph.output


def folding(node: Node, possible: Mapping[str, str]) -> str:
    """Return what a double click on a node does to it."""
    if node.name in possible:
        return "fold"
    return "unfold" if node.folded or node.operation in PATTERNS else ""


def shown_name(name: str) -> str:
    """Return a name, its middle left out where it is long."""
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[: _LONGEST_NAME // 2]}…{name[-(_LONGEST_NAME // 2 - 1) :]}"


def shape_text(shape: Sequence[int]) -> str:
    """Return ``3`` or ``2×3``; nothing for a number."""
    return "×".join(map(str, shape))


def operation_symbol(operation: str) -> str:
    return SYMBOLS.get(operation) or OPERATIONS[operation].symbol


def _source_symbol(node: Node) -> str:
    return shown_name(node.name) if node.named else _constant_text(node)


def _symbol(graph: Graph, node: Node) -> str:
    texts = [_constant_text(graph[name]) if is_absorbed(graph, graph[name]) else "x" for name in node.inputs]
    plain = operation_symbol(node.operation)
    if all(text == "x" for text in texts):
        return plain
    if node.operation == "power":
        return _power(*texts)
    template = WITH_CONSTANT.get(node.operation)
    if template is None:
        return plain if len(texts) != 1 else f"{OPERATIONS[node.operation].symbol}({texts[0]})"
    symbol = template.format(*texts, inputs=", ".join(texts), rest=", ".join(texts[1:]))
    return symbol if len(symbol) <= _LONGEST_SYMBOL else plain


def _power(base: str, exponent: str) -> str:
    if exponent == "x":
        return f"{base}ˣ"
    if all(character in "0123456789-" for character in exponent.replace(MINUS, "-")):
        return base + exponent.translate(SUPERSCRIPTS)
    return f"{base}^{exponent}"


def _constant_text(node: Node) -> str:
    if node.constant is not None and node.constant.ndim:
        return f"[{shape_text(node.constant.shape)}]"
    text = node.name.replace("-", MINUS)
    if len(text) <= _LONGEST_CONSTANT or node.constant is None:
        return text
    return fitted(float(node.constant), _LONGEST_CONSTANT)


NUMBER_WIDTH = 9
ARRAY_WIDTH = 12
DIGITS = 3
_LARGEST_WHOLE = 1e5


def short(value: Array) -> str:
    """Return a number in at most nine characters, or the first elements of an array."""
    if value.ndim == 0:
        return plain(float(value))
    text = "["
    flat = value.reshape(-1)
    for i in range(min(flat.size, ARRAY_WIDTH)):
        element = brief(float(flat[i]))
        is_last = i == flat.size - 1
        room = ARRAY_WIDTH - len(text) - len(element) - (1 if is_last else 4)
        if i and room < 0:
            return f"{text}…]"
        text += f"{element}{']' if is_last else ', '}"
    return text


def brief(value: float) -> str:
    """Return a number with at most three digits, as short as it can be."""
    return significant(value, DIGITS)


def plain(value: float | None) -> str:
    """Return a number with four significant digits in at most nine characters, a whole one without decimals."""
    if value is not None and abs(value) < _LARGEST_WHOLE and value == int(value):
        return str(int(value)).replace("-", MINUS)
    return fitted(value, NUMBER_WIDTH)


def value_text(value: Array) -> str:
    """Return a value as it is typed, exactly."""
    if value.ndim == 0:
        return repr(float(value)).removesuffix(".0")
    rows = value.tolist()
    text = ", ".join(_row_text(row) if isinstance(row, list) else repr(row).removesuffix(".0") for row in rows)
    return f"[{text}]"


def _row_text(row: list[float]) -> str:
    return "[" + ", ".join(repr(number).removesuffix(".0") for number in row) + "]"
