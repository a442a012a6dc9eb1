"""Weights that keep their place when the network around them changes."""

from collections.abc import Sequence

from playground.engine import Network
from playground.files import LayerSettings

Pairing = dict[int, int]


def transfer(
    old: Network,
    old_hidden: Sequence[LayerSettings],
    old_features: Sequence[str],
    new: Network,
    new_hidden: Sequence[LayerSettings],
    new_features: Sequence[str],
) -> None:
    """Copy every weight and bias of `old` that still has a place in `new`; the others stay as they were drawn.

    A layer's weights have a place where the layer and the one it reads from are both still there. Which layer is which
    is seen from the two ends: equal layers at the beginning and at the end are the same, what differs between them is
    matched in order. Features are matched by name.

    Parameters
    ----------
    old, new
        Networks; `new` is changed in place.
    old_hidden, new_hidden
        Their hidden layers.
    old_features, new_features
        The names of their inputs.
    """
    pairs = _pair_layers(old_hidden, new_hidden)
    inputs = {new_features.index(name): old_features.index(name) for name in new_features if name in old_features}
    for layer, old_layer in pairs.items():
        W, b = new.W[layer], new.b[layer]
        old_W, old_b = old.W[old_layer], old.b[old_layer]
        rows = min(W.shape[0], old_W.shape[0])
        b[:rows] = old_b[:rows]
        if layer == 0 and old_layer == 0:
            for column, old_column in inputs.items():
                W[:rows, column] = old_W[:rows, old_column]
        elif layer and pairs.get(layer - 1) == old_layer - 1:
            columns = min(W.shape[1], old_W.shape[1])
            W[:rows, :columns] = old_W[:rows, :columns]


def _pair_layers(old: Sequence[LayerSettings], new: Sequence[LayerSettings]) -> Pairing:
    """Return for each new layer, hidden ones and the output, the number of the old one it is."""
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != new[-1 - i]), shorter - head)
    pairs = {i: i for i in range(shorter - tail)}
    pairs |= {len(new) - 1 - i: len(old) - 1 - i for i in range(tail)}
    pairs[len(new)] = len(old)
    return pairs
