"""Data from a formula that a person typed: a comparison draws two classes, any other formula numbers to predict."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from playground.data.dataset import AXIS_END, DataError, FloatArray, usual_names
from playground.data.generators import TWO_CLASSES, Generator
from playground.expressions import ExpressionError, compared, elementwise, parse
from playground.messages import Message

NOISE = "noise"
"""What a formula calls the noise where it says itself how noise comes in."""
INPUTS_MAXIMUM = 10
FORMULA_MAXIMUM = 200
"""Characters of a formula."""
NOISE_MAXIMUM = 1000.0
DOMAIN = (-6.0, 6.0)
"""The interval that inputs are drawn from unless a person asks for another."""
_INPUT = re.compile(r"x([1-9]|10)")


@lru_cache(maxsize=64)
def formula_generator(formula: str, domain: tuple[float, float] = DOMAIN) -> Generator:
    """Return the dataset of a formula of the inputs ``x1`` … ``xn`` and, perhaps, of ``noise``.

    Every input is drawn evenly from the domain. The noise is normal; where the formula does not name it, it moves the
    values to predict or, of two classes, the points after they are told apart.

    Raises `DataError` if the formula cannot be read, names no input or anything else, or the domain is none. The
    message says where.
    """
    low, high = domain
    if not -AXIS_END <= low < high <= AXIS_END:
        raise DataError(
            "range from {low:g} to {high:g}; two ascending numbers within ±{most:g} were expected",
            low=low,
            high=high,
            most=AXIS_END,
        )
    if len(formula) > FORMULA_MAXIMUM:
        raise DataError(
            "formula: {count} characters, expected at most {most}", count=len(formula), most=FORMULA_MAXIMUM
        )
    try:
        return _generator(formula, domain)
    except ExpressionError as error:
        raise DataError("formula, {problem}", problem=error.message) from error


def _generator(formula: str, domain: tuple[float, float]) -> Generator:
    if not formula.strip():
        raise ExpressionError(Message("nothing is typed; expected a formula of x1, x2 … such as sin(x1) > x2"))
    comparison = compared(formula)
    n_inputs, has_noise = _names(comparison.sides)
    names = (*usual_names(n_inputs), NOISE)
    functions = [elementwise(side, names) for side in comparison.sides]
    classes = TWO_CLASSES if comparison.signs else ()
    title = " ".join(formula.split())

    def draw(samples: int, noise: float, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
        X = rng.uniform(*domain, (n_inputs, samples))
        named = noise * rng.standard_normal((1, samples))
        values = np.stack([function(np.concatenate([X, named])) for function in functions])
        _check_finite(values, X, title)
        Y = comparison.holds(values)[np.newaxis].astype(np.float64) if classes else values
        if has_noise:
            return X, Y
        if classes:
            return X + noise * rng.standard_normal(X.shape), Y
        return X, Y + named

    return Generator(
        label=title,
        description=Message("Points drawn evenly; the formula says what to learn of each."),
        formula="",
        function=draw,
        noise_label=_noise_label(has_noise, bool(classes)),
        domain=(domain,) * n_inputs,
        classes=classes,
        noise_maximum=NOISE_MAXIMUM,
    )


def _names(sides: tuple[str, ...]) -> tuple[int, bool]:
    """Return how many inputs formulas have, and whether noise is named in them."""
    used = [node for graph in map(parse, sides) for node in graph.nodes if node.operation == "input"]
    inputs = [int(match[1]) for node in used if (match := _INPUT.fullmatch(node.name))]
    for node in used:
        if node.name != NOISE and not _INPUT.fullmatch(node.name):
            reason = Message(
                "{name} is not known here; a formula of data speaks of the inputs x1 to x{most}, and of noise",
                name=node.name,
                most=INPUTS_MAXIMUM,
            )
            raise ExpressionError(reason, node.line, node.column)
    if not inputs and any("=" in side for side in sides):
        raise ExpressionError(Message("= only gives a name; a comparison such as sin(x1) > x2 draws two classes"))
    if not inputs:
        raise ExpressionError(Message("no input is named; a formula of data speaks of x1, x2 … such as sin(x1) > x2"))
    return max(inputs), any(node.name == NOISE for node in used)


def _check_finite(values: FloatArray, X: FloatArray, title: str) -> None:
    finite = np.isfinite(values).all(axis=0)
    if finite.all():
        return
    first = int(finite.argmin())
    raise DataError(
        "{formula} has no finite value for {count:,} of {all:,} examples, such as at {place}; "
        "choose a range where it has one, or guard it with max(…)",
        formula=title,
        count=int((~finite).sum()),
        all=finite.size,
        place=", ".join(f"x{i} = {value:.4g}" for i, value in enumerate(X[:4, first], start=1)),
    )


def _noise_label(named: bool, classes: bool) -> Message:
    if named:
        return Message("Standard deviation of what the formula calls noise.")
    if classes:
        return Message("Standard deviation of a point's move along each axis, in the unit of the inputs.")
    return Message("Standard deviation of each value's move, in the unit of the formula.")
