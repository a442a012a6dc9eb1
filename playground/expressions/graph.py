"""The computational graph: nodes in topological order."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Array = NDArray[np.float64]
"""A value or gradient: float64, with no axes (a number), one (a vector) or two (a matrix)."""

INPUT = "input"
CONSTANT = "constant"


class Node(Struct, frozen=True, eq=False):
    """One gate, input or constant.

    Attributes
    ----------
    name : str
        The name the user gave it, or a generated one (``v1``; a constant is called by its value).
    operation : str
        A key of ``OPERATIONS``, or ``"input"`` or ``"constant"``.
    inputs : tuple of str
        Names of the nodes it reads, in order; the same name may come twice (``x*x``).
    constant : Array or None
        The value of a constant.
    named : bool
        Whether the name was typed by the user.
    line, column : int
        Where it stands in the text, from 1.
    folded : tuple of Node
        The nodes that this one stands for after folding.
    """

    name: str
    operation: str
    inputs: tuple[str, ...] = ()
    constant: Array | None = None
    named: bool = False
    line: int = 1
    column: int = 1
    folded: tuple["Node", ...] = ()


class Graph:
    """Nodes in topological order; the last one is the output.

    Raises `ValueError` if a name comes twice or a node reads one that does not stand before it.

    `nodes`: each node after the nodes it reads; names unique; at least one.
    """

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.nodes: tuple[Node, ...] = tuple(nodes)
        by_name: dict[str, Node] = {}
        for node in self.nodes:
            if node.name in by_name:
                raise ValueError(f"two nodes are called {node.name}")
            for name in node.inputs:
                if name not in by_name:
                    raise ValueError(f"{node.name} reads {name}, which does not stand before it")
            by_name[node.name] = node
        if not by_name:
            raise ValueError("a graph needs at least one node")
        self._by_name = by_name

    def __getitem__(self, name: str) -> Node:
        return self._by_name[name]

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    @property
    def output(self) -> str:
        """Name of the last node, whose derivatives are taken."""
        return self.nodes[-1].name

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """Names of the free variables, in order of first appearance."""
        return tuple(node.name for node in self.nodes if node.operation == INPUT)

    @cached_property
    def consumers(self) -> Mapping[str, tuple[str, ...]]:
        """For each node, the names of the nodes that read it, each once."""
        found: dict[str, dict[str, None]] = {node.name: {} for node in self.nodes}
        for node in self.nodes:
            for name in node.inputs:
                found[name][node.name] = None
        return MappingProxyType({name: tuple(readers) for name, readers in found.items()})

    @cached_property
    def reaches_output(self) -> frozenset[str]:
        """Nodes that the output depends on, itself included."""
        reached = {self.output}
        for node in reversed(self.nodes):
            if node.name in reached:
                reached.update(node.inputs)
        return frozenset(reached)

    @cached_property
    def variable(self) -> frozenset[str]:
        """Nodes that depend on some input: a constant expression such as ``1/2`` does not."""
        found: set[str] = set()
        for node in self.nodes:
            if node.operation == INPUT or not found.isdisjoint(node.inputs):
                found.add(node.name)
        return frozenset(found)

    def fixed_inputs(self, name: str) -> tuple[bool, ...]:
        """For each input of a node, whether it is a constant while others are less so.

        A nameless number is more constant than what the user named, and that more than what depends on an input.
        """
        nodes = [self[i] for i in self[name].inputs]
        ranks = [2 if i.name in self.variable else 1 if i.named or i.operation != CONSTANT else 0 for i in nodes]
        least, most = min(ranks), max(ranks)
        return tuple(rank == least < most for rank in ranks)


class FreshNames:
    """An endless supply of ``v1``, ``v2`` … that avoids the names taken."""

    def __init__(self, prefix: str, taken: Iterable[str]) -> None:
        self._prefix = prefix
        self._taken = frozenset(taken)
        self._number = 0

    def __next__(self) -> str:
        while True:
            self._number += 1
            name = f"{self._prefix}{self._number}"
            if name not in self._taken:
                return name

    def __iter__(self) -> "FreshNames":
        return self
