"""The gradient of all training examples, and what a step along it would do."""

from collections.abc import Iterator

import numpy as np

from playground.engine import Network
from playground.engine.operations import Array
from playground.engine.propagation import Structure

ELEMENTS = 2**20
"""Numbers in the widest layer of one pass: the passes keep every layer's arrays, and must come back soon."""


def copy_of(structure: Structure, parameters: Array) -> Network:
    """Return a network of its own with these parameters, which training does not touch."""
    network = Network(
        structure.sizes, structure.activations, structure.cost, initializer="zeros", dtype=parameters.dtype.name
    )
    network.parameters[...] = parameters
    return network


def full_gradient(network: Network, F: Array, Y: Array) -> Iterator[Array]:
    """Yield the gradient `(P,)` of the mean cost of all examples, without penalties, summed up pass by pass.

    Only the last one is complete.
    """
    m = F.shape[1]
    total = np.zeros(network.parameters.shape, np.float64)
    width = max(1, ELEMENTS // max(network.sizes))
    for start in range(0, m, width):
        part = slice(start, start + width)
        gradients = network.backpropagate(F[:, part], Y[:, part])
        share = (min(start + width, m) - start) / m
        matrices = zip(network.structure.matrices(total), gradients.W, gradients.b, strict=True)
        with np.errstate(all="ignore"):
            for matrix, dW, db in matrices:
                matrix[:, :-1] += share * dW
                matrix[:, -1:] += share * db
        yield total
