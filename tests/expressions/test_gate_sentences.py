"""What a gate says about itself is what the backward pass does: every sentence as a formula, beside the numbers."""

import numpy as np
import pytest

from playground.expressions import OPERATIONS, evaluate, parse
from playground.expressions.function_operations import sigmoid

a, b = np.array([1.5, 0.5, 2.0]), np.array([2.0, 3.0, 0.25])
A, B = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([[1.0, -1.0], [0.5, 2.0], [3.0, 0.0]])
U = np.array([0.5, -2.0, 3.0])
"""The upstream gradient of a vector."""

# Name: formula of y, its inputs, words that the sentence must have, and what it says that each input gets.
SENTENCES = {
    "add": ("a + b", (a, b), "unchanged", lambda u, y, a, b: (u, u)),
    "subtract": ("a - b", (a, b), "sign turned for the second", lambda u, y, a, b: (u, -u)),
    "multiply": ("a*b", (a, b), "times the other input", lambda u, y, a, b: (u * b, u * a)),
    "divide": (
        "a/b",
        (a, b),
        "upstream / divisor, the divisor gets −upstream · value",
        lambda u, y, a, b: (u / b, -u * y / b),
    ),
    "power": (
        "a**b",
        (a, b),
        "exponent · base^(exponent − 1)",
        lambda u, y, a, b: (u * b * a ** (b - 1), u * y * np.log(a)),
    ),
    "negative": ("-a", (a,), "turns the sign", lambda u, y, a: (-u,)),
    "copy": ("+a", (a,), "unchanged", lambda u, y, a: (u,)),
    "max": ("max(a, b)", (a, b), "largest input gets the whole", lambda u, y, a, b: (u * (a > b), u * (b > a))),
    "min": ("min(a, b)", (a, b), "smallest input gets the whole", lambda u, y, a, b: (u * (a < b), u * (b < a))),
    "exp": ("exp(a)", (a,), "its own value", lambda u, y, a: (u * y,)),
    "log": ("log(a)", (a,), "divides by its input", lambda u, y, a: (u / a,)),
    "sqrt": ("sqrt(a)", (a,), "divides by twice its value", lambda u, y, a: (u / (2 * y),)),
    "sin": ("sin(a)", (a,), "the cosine of its input", lambda u, y, a: (u * np.cos(a),)),
    "cos": ("cos(a)", (a,), "minus the sine", lambda u, y, a: (-u * np.sin(a),)),
    "tan": ("tan(a)", (a,), "1 + value²", lambda u, y, a: (u * (1 + y**2),)),
    "tanh": ("tanh(a)", (a,), "1 − value²", lambda u, y, a: (u * (1 - y**2),)),
    "sigmoid": ("sigmoid(a)", (a,), "value · (1 − value), at most 1/4", lambda u, y, a: (u * y * (1 - y),)),
    "relu": ("relu(a - 1)", (a,), "where the input is positive, else 0", lambda u, y, a: (u * (a > 1),)),
    "step": ("step(a - 1)", (a,), "0 on both sides of the jump", lambda u, y, a: (0 * u,)),
    "softplus": ("softplus(a)", (a,), "the sigmoid of its input", lambda u, y, a: (u * sigmoid(a),)),
    "abs": ("abs(a - 1)", (a,), "the sign of its input", lambda u, y, a: (u * np.sign(a - 1),)),
    "matmul": ("A @ B", (A, B), "dA = dC·Bᵀ and dB = Aᵀ·dC", lambda u, y, A, B: (u @ B.T, A.T @ u)),
    "dot": ("dot(a, b)", (a, b), "times the other vector", lambda u, y, a, b: (u * b, u * a)),
    "sum": ("sum(a)", (a,), "every element gets the upstream gradient", lambda u, y, a: (u * np.ones(3),)),
    "mean": ("mean(a)", (a,), "1/n of the upstream", lambda u, y, a: (u * np.ones(3) / 3,)),
    "max_element": ("max(a)", (a,), "largest element gets the whole", lambda u, y, a: (u * (a == a.max()),)),
    "min_element": ("min(a)", (a,), "smallest element gets the whole", lambda u, y, a: (u * (a == a.min()),)),
    "norm": ("norm(a)", (a,), "the input divided by its length", lambda u, y, a: (u * a / y,)),
    "stack": ("[a, b]", (a, b), "its own part", lambda u, y, a, b: (u[0], u[1])),
    "component": ("a[2]", (a,), "its place gets the upstream gradient", lambda u, y, a: (u * np.array([0, 1, 0]),)),
    "softmax": (
        "softmax(a)",
        (a,),
        "value · (its upstream − Σ value · upstream)",
        lambda u, y, a: (y * (u - (y * u).sum()),),
    ),
}


def test_every_gate_has_its_sentence_here():
    assert set(SENTENCES) == set(OPERATIONS)


@pytest.mark.parametrize("name", SENTENCES)
def test_the_sentence_is_what_the_gate_does(name):
    formula, inputs, words, said = SENTENCES[name]
    assert words in OPERATIONS[name].pattern
    letters = "ab" if inputs[0] is not A else "AB"
    values = dict(zip(letters, inputs, strict=False))
    y = evaluate(parse(f"y = {formula}"), values)["y"].value
    upstream = np.resize(U, y.shape) if y.ndim else np.float64(-1.5)
    evaluation = evaluate(parse(f"y = {formula}\nf = sum(y*u)"), {**values, "u": upstream})
    assert name in {node.operation for node in evaluation.graph.nodes}
    np.testing.assert_array_equal(evaluation["y"].gradient, upstream)
    for letter, expected in zip(letters, said(upstream, y, *inputs), strict=False):
        np.testing.assert_allclose(evaluation[letter].gradient, expected, rtol=1e-13, atol=1e-15)
