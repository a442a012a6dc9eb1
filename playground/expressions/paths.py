"""A derivative as a sum over paths: one term for each way from an input to the output."""

import math
from collections.abc import Mapping
from heapq import heappop, heappush

from msgspec import Struct

from .evaluation import Evaluation
from .latex import partial_latex

MOST_PATHS = 64
"""How many paths are written out; a graph of n nodes can have 2ⁿ."""


class PathTerm(Struct, frozen=True):
    """One product of the sum.

    Attributes
    ----------
    nodes : tuple of str
        From the output to the source.
    factors : tuple of float or None
        Partial derivative of each node with respect to the next one; None where undefined or no single number.
    """

    nodes: tuple[str, ...]
    factors: tuple[float | None, ...]

    @property
    def value(self) -> float | None:
        """The product of the factors; None where one is None, or it is too large for a number."""
        product = 1.0
        for factor in self.factors:
            if factor is None:
                return None
            product *= factor
        return product if math.isfinite(product) else None

    @property
    def latex(self) -> str:
        steps = zip(self.nodes[:-1], self.nodes[1:], strict=True)
        return r" \cdot ".join(partial_latex(node, source) for node, source in steps)


class TotalDerivative(Struct, frozen=True):
    """The derivative of the output with respect to one node.

    `terms`: the first `MOST_PATHS` paths.
    """

    output: str
    source: str
    terms: tuple[PathTerm, ...]
    count: int

    @property
    def value(self) -> float | None:
        """The sum over all paths; None where a product is None or not all paths are written out."""
        if self.count > len(self.terms):
            return None
        total = 0.0
        for term in self.terms:
            product = term.value
            if product is None:
                return None
            total += product
        return total if math.isfinite(total) else None

    @property
    def latex(self) -> str:
        """The whole equation in symbols."""
        terms = [term.latex for term in self.terms if term.latex]
        if self.count > len(self.terms):
            terms.append(r"\cdots")
        right = " + ".join(terms) if terms else "1" if self.terms else "0"
        return f"{partial_latex(self.output, self.source)} = {right}"


def total_derivative(evaluation: Evaluation, source: str, *, named_only: bool = True) -> TotalDerivative:
    """Write the gradient of a node as a sum over paths.

    `named_only`: let the paths pass only through nodes that the user named; what lies between them is taken together.
    """
    graph = evaluation.graph
    stops = {node.name for node in graph.nodes if node.named or not named_only} | {graph.output, source}
    order = {node.name: position for position, node in enumerate(graph.nodes)}
    after = [node.name for node in graph.nodes[order[source] + 1 :] if node.name in stops]
    partials = {name: _partials(evaluation, name, stops, order) for name in after}
    counts: dict[str, int] = {source: 1}
    for name, found in partials.items():
        counts[name] = sum(counts.get(i, 0) for i in found)
    terms: list[PathTerm] = []
    # Depth first from the output; only nodes that lead to the source are entered, so every branch ends in a term.
    pending: list[tuple[tuple[str, ...], tuple[float | None, ...]]] = []
    if counts.get(graph.output, 0):
        pending.append(((graph.output,), ()))
    while pending and len(terms) < MOST_PATHS:
        nodes, factors = pending.pop()
        if nodes[-1] == source:
            terms.append(PathTerm(nodes, factors))
            continue
        following = [(name, factor) for name, factor in partials[nodes[-1]].items() if counts.get(name, 0)]
        pending.extend(((*nodes, name), (*factors, factor)) for name, factor in reversed(following))
    return TotalDerivative(graph.output, source, tuple(terms), counts.get(graph.output, 0))


def _partials(
    evaluation: Evaluation, name: str, stops: set[str], order: Mapping[str, int]
) -> Mapping[str, float | None]:
    """Derivatives of a node with respect to the stops it reads, directly or through nodes between them."""
    gradients: dict[str, float | None] = {name: 1.0}
    # A heap brings the nodes back in reverse topological order without walking the whole graph.
    pending = [(-order[name], name)]
    while pending:
        _, between = heappop(pending)
        record, upstream = evaluation[between], gradients[between]
        for i, local in zip(record.inputs, record.local, strict=True):
            sent = None if upstream is None or local is None else upstream * local
            if i not in gradients:
                gradients[i] = sent
                if i not in stops:
                    heappush(pending, (-order[i], i))
            else:
                before = gradients[i]
                gradients[i] = None if before is None or sent is None else before + sent
    reached = sorted((i for i in gradients if i in stops and i != name), key=order.__getitem__)
    return {i: gradients[i] for i in reached}
