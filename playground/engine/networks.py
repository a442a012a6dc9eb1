"""Many networks of one structure in one stack: their parameters, their predictions and their costs."""

from collections.abc import Callable, Sequence
from copy import deepcopy

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from playground.engine.activations import ACTIVATIONS
from playground.engine.network import Layered, Network, cost_per_example
from playground.engine.operations import Array

EVERY = slice(None)


class Networks(Layered):
    """K networks of one structure, each with first weights of its own: what `Network` is, with a leading axis.

    Raises `ValueError` as a `Network`, or if there is no seed or not one of each for every network.

    Parameters
    ----------
    sizes, activations, cost, dtype
        As for a `Network`.
    initializer
        The name of an initializer, or one for each network.
    seeds
        Of the initial weights: K seeds or generators.
    scales
        Factors of the initial weights, K of them; None for the weights as they are drawn.
    """

    def __init__(
        self,
        sizes: Sequence[int],
        activations: Sequence[str],
        cost: str,
        *,
        initializer: str | Sequence[str] = "xavier",
        seeds: Sequence[int | np.random.Generator] = (0,),
        scales: Sequence[float] | None = None,
        dtype: DTypeLike = "float64",
    ) -> None:
        names = [initializer] * len(seeds) if isinstance(initializer, str) else list(initializer)
        factors = [1.0] * len(seeds) if scales is None else list(scales)
        if not len(seeds) or not len(seeds) == len(names) == len(factors):
            raise ValueError(
                f"{len(seeds)} seeds, {len(names)} initializers and {len(factors)} scales; expected one of each for "
                "every network, and one network at least"
            )
        self._begin(Network(sizes, activations, cost, initializer=names[0], seed=0, dtype=dtype), len(seeds))
        for k, (name, seed) in enumerate(zip(names, seeds, strict=True)):
            self._template.initialize(name, seed)
            self.parameters[k] = self._template.parameters
        for W in self._W:
            W *= np.array(factors, self.dtype)[:, None, None]

    @classmethod
    def of(cls, networks: Sequence[Network]) -> "Networks":
        """Return a stack of networks as they are, copied.

        Raises `ValueError` if there is none, or they are not of one structure and dtype.
        """
        if len({(network.structure, network.dtype) for network in networks}) != 1:
            raise ValueError("networks of several structures or dtypes, or none; expected some of one kind")
        stack = cls.__new__(cls)
        stack._begin(deepcopy(networks[0]), len(networks))
        for k, network in enumerate(networks):
            stack.parameters[k] = network.parameters
        return stack

    def _begin(self, template: Network, K: int) -> None:
        self._template, self.structure, self.dtype = template, template.structure, template.dtype
        self._lay_out(np.empty((K, self.structure.n_parameters), self.dtype))

    def __len__(self) -> int:
        """K, the number of networks."""
        return len(self.parameters)

    def member(self, number: int) -> Network:
        """Return a network with the parameters of one of the stack, a copy."""
        network = deepcopy(self._template)
        network.parameters[...] = self.parameters[number]
        return network

    def inputs(self, X: ArrayLike) -> Array:
        """Return `X` as an array `(n_0, m)`, or `(K, n_0, m)` where each network has its own.

        Raises `ValueError` if its shape is another, or a number is not finite.
        """
        return _each(X, self._template.inputs, len(self))

    def targets(self, Y: ArrayLike, m: int) -> Array:
        """Return `Y` as an array `(n_L, m)`, or `(K, n_L, m)` where each network has its own.

        Raises `ValueError` if its shape is another, or a number is no target that the cost can take.
        """
        return _each(Y, lambda own: self._template.targets(own, m), len(self))

    def predict(self, X: ArrayLike) -> Array:
        """Return the outputs `(K, n_L, m)` for inputs `(n_0, m)` that all see, or `(K, n_0, m)` of their own."""
        Z = self.output_z(self.inputs(X))
        with np.errstate(all="ignore"):
            return self.activated(Z).transpose(1, 0, 2)

    def cost(self, X: ArrayLike, Y: ArrayLike) -> Array:
        """Return each network's mean cost `(K,)` of inputs `(n_0, m)` and targets `(n_L, m)`, or of its own of each.

        Raises `ValueError` if a shape or a number does not fit, or there is no example.
        """
        inputs = self.inputs(X)
        targets = self.targets(Y, inputs.shape[-1])
        if not inputs.shape[-1]:
            raise ValueError("there is no example to take the cost of")
        Z = self.output_z(inputs)
        with np.errstate(all="ignore"):
            costs: Array = cost_per_example(self.structure, Z, _by_output(targets)).mean(axis=-1)
        return costs

    def output_z(self, X: Array, members: slice = EVERY) -> Array:
        """Return the output layers' weighted sums `Z`, `(n_L, K, m)`, for checked inputs, finite or not.

        Parameters
        ----------
        X
            `(n_0, m)`, or `(K, n_0, m)` of the members' own; computed in its dtype.
        members
            Which networks; K is their number then.
        """
        A, m = X, X.shape[-1]
        with np.errstate(all="ignore"):
            for layer, (W, b) in enumerate(zip(self.W, self.b, strict=True), start=1):
                W, b = (matrix[members].astype(X.dtype) for matrix in (W, b))
                Z: Array = np.empty((W.shape[1], len(W), m), X.dtype)
                np.matmul(W, A, Z.transpose(1, 0, 2))
                Z += b.transpose(1, 0, 2)
                if layer < len(self.W):
                    A = _activated(self.activations[layer - 1], Z).transpose(1, 0, 2)
        return Z

    def activated(self, Z: Array) -> Array:
        """Return the output layers' activations of their weighted sums, both `(n_L, K, m)`."""
        return _activated(self.activations[-1], Z)


def _activated(name: str, Z: Array) -> Array:
    """Return `g(Z)` of `(n, K, m)`: the activations know columns, whoever's they are."""
    return ACTIVATIONS[name](Z.reshape(len(Z), -1)).reshape(Z.shape)


def _by_output(targets: Array) -> Array:
    """Return targets `(n_L, m)` as `(n_L, 1, m)`, those of each network `(K, n_L, m)` as `(n_L, K, m)`."""
    return targets[:, None] if targets.ndim == 2 else targets.transpose(1, 0, 2)


def _each(values: ArrayLike, checked: Callable[[ArrayLike], Array], n_networks: int) -> Array:
    """Return what all networks share checked once, or what each has of its own one by one."""
    if np.ndim(values) != 3:
        return checked(values)
    own = list(np.asarray(values))
    if len(own) != n_networks:
        raise ValueError(f"arrays for {len(own)} networks, expected {n_networks}")
    return np.stack([checked(each) for each in own])
