"""What activations compute: for each one the numpy calls of its value and of its derivative.

The calls are bound to the arrays `z`, `a` and `d`, all `(n, m)`. `a` may be the very array `z`; a derivative that does
not read `z` names it `_z`, and its record says so (`Activation.uses_z`).
"""

from functools import partial
from math import pi, sqrt

import numpy as np

from playground.engine.operations import Array, Operations, constant, maximum, minimum

LEAKY_SLOPE = 0.01
GELU_CUBIC = 0.044715
GELU_SCALE = sqrt(2 / pi)


def linear(z: Array, a: Array) -> Operations:
    """Return the operations that fill `a` with `z`."""
    return [] if a is z else [partial(np.copyto, a, z)]


def linear_derivative(_z: Array, _a: Array, d: Array) -> Operations:
    """Return the operation that fills `d` with 1."""
    return [partial(d.fill, 1.0)]


def sigmoid(z: Array, a: Array) -> Operations:
    """Return the operations that fill `a` with `1 / (1 + exp(−z))`."""
    one = constant(1, z)
    return [
        partial(np.negative, z, a),
        partial(np.exp, a, a),
        partial(np.add, a, one, a),
        partial(np.divide, one, a, a),
    ]


def sigmoid_derivative(_z: Array, a: Array, d: Array) -> Operations:
    """Return the operations that fill `d` with `a (1 − a)`."""
    return [partial(np.subtract, constant(1, a), a, d), partial(np.multiply, a, d, d)]


def tanh(z: Array, a: Array) -> Operations:
    """Return the operation that fills `a` with `tanh z`."""
    return [partial(np.tanh, z, a)]


def tanh_derivative(_z: Array, a: Array, d: Array) -> Operations:
    """Return the operations that fill `d` with `1 − a²`."""
    return [partial(np.multiply, a, a, d), partial(np.subtract, constant(1, a), d, d)]


def relu(z: Array, a: Array) -> Operations:
    """Return the operation that fills `a` with `max(z, 0)`."""
    # Against an array of zeros: against a single zero numpy does not use the processor's vector instructions.
    return [maximum(z, np.zeros_like(z), a)]


def relu_derivative(_z: Array, a: Array, d: Array) -> Operations:
    """Return the operation that fills `d` with 1 where `a > 0`, else 0."""
    # a >= 0, so its sign is the 0 or 1 that is wanted, in one call and without a cast from booleans.
    return [partial(np.sign, a, d)]


def leaky_relu(z: Array, a: Array) -> Operations:
    """Return the operations that fill `a` with `max(z, 0.01 z)`."""
    scratch = np.empty_like(z)
    return [partial(np.multiply, z, constant(LEAKY_SLOPE, z), scratch), maximum(z, scratch, a)]


def leaky_relu_derivative(_z: Array, a: Array, d: Array) -> Operations:
    """Return the operations that fill `d` with 1 where `a > 0`, else 0.01."""
    return [
        partial(np.heaviside, a, constant(0, a), d),
        maximum(d, constant(LEAKY_SLOPE, a), d),
    ]


def elu(z: Array, a: Array) -> Operations:
    """Return the operations that fill `a` with `max(z, 0) + exp(min(z, 0)) − 1`."""
    scratch, zero = np.empty_like(z), constant(0, z)
    return [
        minimum(z, zero, scratch),
        partial(np.expm1, scratch, scratch),
        maximum(z, zero, a),
        partial(np.add, a, scratch, a),
    ]


def elu_derivative(_z: Array, a: Array, d: Array) -> Operations:
    """Return the operations that fill `d` with `min(a, 0) + 1`."""
    return [minimum(a, constant(0, a), d), partial(np.add, d, constant(1, a), d)]


def softplus(z: Array, a: Array) -> Operations:
    """Return the operation that fills `a` with `ln(1 + exp(z))`."""
    return [partial(np.logaddexp, z, constant(0, z), a)]


def softplus_derivative(_z: Array, a: Array, d: Array) -> Operations:
    """Return the operations that fill `d` with `1 − exp(−a)`, which is `σ(z)`."""
    return [partial(np.negative, a, d), partial(np.expm1, d, d), partial(np.negative, d, d)]


def _gelu_tanh(z: Array, t: Array) -> Operations:
    """Fill `t` with tanh(√(2/π)(z + 0.044715 z³))."""
    return [
        partial(np.multiply, z, z, t),
        partial(np.multiply, t, constant(GELU_SCALE * GELU_CUBIC, z), t),
        partial(np.add, t, constant(GELU_SCALE, z), t),
        partial(np.multiply, t, z, t),
        partial(np.tanh, t, t),
    ]


def gelu(z: Array, a: Array) -> Operations:
    """Return the operations that fill `a` with `z/2 · (1 + t)`, where `t` is as in `_gelu_tanh`."""
    t = np.empty_like(z)
    return [
        *_gelu_tanh(z, t),
        partial(np.add, t, constant(1, z), t),
        partial(np.multiply, t, constant(0.5, z), t),
        partial(np.multiply, t, z, a),
    ]


def gelu_derivative(z: Array, _a: Array, d: Array) -> Operations:
    """Return the operations that fill `d` with `½ (1 + t + (1 − t²) · z · slope)`, slope as in `_gelu_tanh`."""
    t, slope = np.empty_like(z), np.empty_like(z)
    one = constant(1, z)
    return [
        *_gelu_tanh(z, t),
        partial(np.multiply, z, z, slope),
        partial(np.multiply, slope, constant(3 * GELU_SCALE * GELU_CUBIC, z), slope),
        partial(np.add, slope, constant(GELU_SCALE, z), slope),
        partial(np.multiply, slope, z, slope),
        partial(np.multiply, t, t, d),
        partial(np.subtract, one, d, d),
        partial(np.multiply, d, slope, d),
        partial(np.add, d, t, d),
        partial(np.add, d, one, d),
        partial(np.multiply, d, constant(0.5, z), d),
    ]


def swish(z: Array, a: Array) -> Operations:
    """Return the operations that fill `a` with `z · σ(z)`."""
    s = np.empty_like(z)
    return [*sigmoid(z, s), partial(np.multiply, z, s, a)]


def swish_derivative(z: Array, a: Array, d: Array) -> Operations:
    """Return the operations that fill `d` with `σ(z) + a (1 − σ(z))`."""
    s = np.empty_like(z)
    return [
        *sigmoid(z, s),
        partial(np.subtract, constant(1, z), s, d),
        partial(np.multiply, d, a, d),
        partial(np.add, d, s, d),
    ]


def sin(z: Array, a: Array) -> Operations:
    """Return the operation that fills `a` with `sin z`."""
    return [partial(np.sin, z, a)]


def sin_derivative(z: Array, _a: Array, d: Array) -> Operations:
    """Return the operation that fills `d` with `cos z`."""
    return [partial(np.cos, z, d)]


def step(z: Array, a: Array) -> Operations:
    """Return the operation that fills `a` with 1 where `z > 0`, else 0."""
    return [partial(np.heaviside, z, constant(0, z), a)]


def step_derivative(_z: Array, _a: Array, d: Array) -> Operations:
    """Return the operation that fills `d` with 0."""
    return [partial(d.fill, 0.0)]


def _column_sums(a: Array, total: Array) -> Operations:
    """Fill each row of `total` `(n, m)` with the sums of the columns of `a`.

    A product with ones: a third of the price of ``sum``, and what follows needs no broadcasting.
    """
    return [partial(np.ones((a.shape[0], a.shape[0]), a.dtype).dot, a, total)]


def softmax(z: Array, a: Array) -> Operations:
    """Return the operations that fill each column of `a` with `exp(z) / Σ exp(z)`, the largest `z` taken off first."""
    top, total = np.empty((1, z.shape[1]), z.dtype), np.empty_like(z)
    return [
        partial(np.maximum.reduce, z, 0, None, top, True),
        partial(np.subtract, z, top, a),
        partial(np.exp, a, a),
        *_column_sums(a, total),
        partial(np.divide, a, total, a),
    ]


def softmax_backward(a: Array, dA: Array, dZ: Array) -> Operations:
    """Return the operations that fill `dZ` with `Jᵀ·dA = a ∘ (dA − Σ a∘dA)`, where `J = diag(a) − a·aᵀ` by column."""
    total, weighted = np.empty_like(a), np.empty_like(a)  # dZ may be dA: written last
    return [
        partial(np.multiply, a, dA, weighted),
        *_column_sums(weighted, total),
        partial(np.subtract, dA, total, dZ),
        partial(np.multiply, a, dZ, dZ),
    ]
