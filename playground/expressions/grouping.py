"""Folding: a few gates that form a known function become one gate, and back again."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from msgspec.structs import replace

from .graph import CONSTANT, INPUT, FreshNames, Graph, Node
from .parser import parse

PATTERNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sigmoid": ("1/(1 + exp(-u))", "1/(exp(-u) + 1)"),
        "softplus": ("log(1 + exp(u))", "log(exp(u) + 1)"),
        "relu": ("max(0, u)", "max(u, 0)"),
        "sqrt": ("u**0.5",),
    }
)
"""Operation name to the formulas in ``u`` that it stands for; the first one is what it unfolds into."""


def foldable(graph: Graph) -> Mapping[str, str]:
    """Nodes that can be folded, each with the operation it becomes."""
    found: dict[str, str] = {}
    for node in graph.nodes:
        for operation, formulas in PATTERNS.items():
            if node.name not in found and any(_match(graph, node, formula) is not None for formula in formulas):
                found[node.name] = operation
    return MappingProxyType(found)


def fold(graph: Graph, names: Iterable[str] | None = None) -> Graph:
    """Replace sub-expressions by single gates.

    The gate keeps the name of the sub-expression's last node, and remembers the nodes it replaced. A sub-expression
    whose inner nodes are read from elsewhere stays as it is.

    `names`: which of `foldable` to fold; None for all.
    """
    possible = foldable(graph)
    result = graph
    for name in possible if names is None else names:
        operation = possible.get(name)
        if operation is None or name not in result:
            continue
        for formula in PATTERNS[operation]:
            inner = _match(result, result[name], formula)
            if inner is not None:
                result = _folded(result, name, operation, *inner)
                break
    return result


def unfold(graph: Graph, name: str) -> Graph:
    """Write one gate out again.

    A folded gate gives back the very nodes it replaced; a gate that was typed (``sigmoid(x)``) gets new ones.

    Raises `KeyError` if there is no such node, or no formula for its operation.
    """
    node = graph[name]
    written_out = node.folded or _template(graph, node)
    nodes: list[Node] = []
    present: set[str] = set()
    for other in graph.nodes:
        for part in written_out if other is node else (other,):
            if part.name not in present:
                nodes.append(part)
                present.add(part.name)
    return Graph(nodes)


@cache
def _pattern(formula: str) -> Graph:
    return parse(formula)


def _match(graph: Graph, node: Node, formula: str) -> tuple[str, dict[str, None]] | None:
    """What ``u`` is and which nodes lie inside, if the formula ends in this node; None if it does not."""
    pattern = _pattern(formula)
    source = ""
    inside: dict[str, None] = {}
    pending = [(pattern[pattern.output], node)]
    while pending:
        wanted, found = pending.pop()
        if wanted.operation == INPUT:
            if source not in ("", found.name):
                return None
            source = found.name
            continue
        if wanted.operation != found.operation or len(wanted.inputs) != len(found.inputs):
            return None
        if wanted.constant is not None:
            if found.constant is None or found.constant.ndim or found.constant != wanted.constant:
                return None
            continue
        inside[found.name] = None
        for a, b in zip(wanted.inputs, found.inputs, strict=True):
            pending.append((pattern[a], graph[b]))
    for name in inside:
        read_elsewhere = any(reader not in inside for reader in graph.consumers[name])
        if name != node.name and (read_elsewhere or name == graph.output):
            return None
    return (source, inside) if source and source not in inside else None


def _folded(graph: Graph, name: str, operation: str, source: str, inside: Mapping[str, None]) -> Graph:
    last = graph[name]
    constants = {i for inner in inside for i in graph[inner].inputs if graph[i].operation == CONSTANT and i != source}
    # A constant that nothing else reads goes inside too.
    hidden = {i for i in constants if all(reader in inside for reader in graph.consumers[i])}
    replaced = tuple(node for node in graph.nodes if node.name in inside or node.name in constants)
    gate = replace(last, operation=operation, inputs=(source,), folded=replaced)
    kept = [gate if node is last else node for node in graph.nodes]
    return Graph(node for node in kept if node is gate or (node.name not in inside and node.name not in hidden))


def _template(graph: Graph, node: Node) -> tuple[Node, ...]:
    """The nodes of a pattern, with new names, ending in the given node."""
    pattern = _pattern(PATTERNS[node.operation][0])
    # Names of hidden nodes are taken too: unfolding brings them back.
    names = FreshNames("v", (part.name for other in graph.nodes for part in (other, *other.folded)))
    renamed = {pattern.output: node.name, pattern.inputs[0]: node.inputs[0]}
    made: list[Node] = []
    for part in pattern.nodes:
        if part.operation == INPUT:
            continue
        if part.name not in renamed:
            renamed[part.name] = part.name if part.operation == CONSTANT else next(names)
        inputs = tuple(renamed[i] for i in part.inputs)
        named = node.named and part.name == pattern.output
        made.append(
            replace(part, name=renamed[part.name], inputs=inputs, named=named, line=node.line, column=node.column)
        )
    return tuple(made)
