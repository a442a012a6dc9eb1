"""The cost's formula with its numbers in: read as arithmetic, it comes to the cost."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.engine import COSTS
from playground.training.walkthrough.explain import substituted


def read(text):
    """Return what a line such as ``−ln(1 − 0.25)`` comes to."""
    while "|" in text:
        text = text.replace("|", "abs(", 1).replace("|", ")", 1)
    for symbol, python in (("ln(1", "math.log(1"), ("−", "-"), ("½", "0.5"), ("·", "*"), ("²", "**2")):
        text = text.replace(symbol, python)
    words = text.replace("ln ", "LN").split("LN")
    for number, word in enumerate(words[1:], start=1):
        digits = word.split(" ")[0]
        words[number] = f"math.log({digits}){word[len(digits) :]}"
    return eval("".join(words), {"math": math})


def cost_of(name, a, y):
    return float(COSTS[name].value(np.array([[a]]), np.array([[y]]))[0])


@pytest.mark.parametrize(
    ("cost", "a", "y", "text"),
    [
        ("binary_cross_entropy", 0.4497, 1.0, "−ln 0.4497"),
        ("binary_cross_entropy", 0.25, 0.0, "−ln(1 − 0.25)"),
        ("binary_cross_entropy", 0.99999, 0.0, "−ln(1 − 0.99999)"),
        ("cross_entropy", 0.25, 1.0, "−ln 0.25"),
        ("squared_error", 0.5, -1.0, "(0.5 − (−1))²"),
        ("half_squared_error", 0.5, 1.0, "½·(0.5 − 1)²"),
        ("absolute_error", 0.5, 2.0, "|0.5 − 2|"),
        ("huber", 0.5, 1.0, "½·(0.5 − 1)²"),
        ("huber", 0.5, 3.0, "|0.5 − 3| − ½"),
    ],
)
def test_as_a_textbook_writes_it(cost, a, y, text):
    assert substituted(cost, a, y) == text
    assert read(text) == pytest.approx(cost_of(cost, a, y), rel=1e-9)


@pytest.mark.parametrize("cost", COSTS)
@given(a=st.floats(0.001, 0.9994), y=st.sampled_from([0.0, 1.0, 0.25]))
def test_every_cost_reads_as_its_value(cost, a, y):
    a = float(f"{a:.4g}")
    assert read(substituted(cost, a, y)) == pytest.approx(cost_of(cost, a, y), rel=1e-9, abs=1e-12)
