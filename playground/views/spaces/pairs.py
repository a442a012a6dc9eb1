"""Which two neurons of every layer are shown."""

from collections.abc import Sequence

from playground.training.questions.hidden_space import Pair

Pairs = tuple[Pair, ...]


def fitting(pairs: Pairs, sizes: Sequence[int]) -> Pairs:
    """Return pairs for layers of these sizes: those that have a place stay, the others are the first two neurons."""
    same = pairs if len(pairs) == len(sizes) else ((0, 1),) * len(sizes)
    return tuple(pair if _fits(pair, size) else (0, min(1, size - 1)) for pair, size in zip(same, sizes, strict=True))


def chosen(pairs: Pairs, sizes: Sequence[int], layer: int, pair: Pair) -> Pairs:
    """Return the pairs with another one for a layer; an axis that had the other's neuron takes the one it leaves."""
    first, second = pair
    old = pairs[layer]
    if first == second and sizes[layer] > 1:
        first, second = (old[1], second) if second != old[1] else (first, old[0])
    return (*pairs[:layer], (first, second), *pairs[layer + 1 :])


def _fits(pair: Pair, size: int) -> bool:
    return max(pair) < size and (pair[0] != pair[1] or size == 1)
