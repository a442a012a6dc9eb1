"""What the network sees: formulas of the inputs, each named by its own text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType

import numpy as np
from msgspec import Struct

from playground.data.dataset import DataError, FloatArray, usual_names
from playground.expressions import ExpressionError, elementwise, parse

FEATURES_MAXIMUM = 4096
"""As many as an image may have pixels."""


class Feature(Struct, frozen=True):
    """A feature to suggest: its formula as it is saved, as it is read and in LaTeX, and the fewest inputs it needs."""

    name: str
    label: str
    formula: str
    description: str
    inputs: int


_SUGGESTIONS = (
    Feature("x1", "x₁", "x_1", "The first input itself.", 1),
    Feature("x2", "x₂", "x_2", "The second input itself.", 2),
    Feature("x1**2", "x₁²", "x_1^2", "The square of the first input: lets a single neuron draw a curved boundary.", 1),
    Feature("x2**2", "x₂²", "x_2^2", "The square of the second input: lets a single neuron draw a curved boundary.", 2),
    Feature("x1*x2", "x₁·x₂", r"x_1 x_2", "The product: positive where both inputs have the same sign.", 2),
    Feature("sin(x1)", "sin x₁", r"\sin x_1", "A wave along the first input.", 1),
    Feature("sin(x2)", "sin x₂", r"\sin x_2", "A wave along the second input.", 2),
    Feature("cos(x1)", "cos x₁", r"\cos x_1", "A wave along the first input that has its crest at zero.", 1),
    Feature("cos(x2)", "cos x₂", r"\cos x_2", "A wave along the second input that has its crest at zero.", 2),
    Feature(
        "sqrt(x1**2 + x2**2)",
        "radius",
        r"\sqrt{x_1^2 + x_2^2}",
        "The distance from the origin: separates what lies in rings.",
        2,
    ),
)

FEATURES: Mapping[str, Feature] = MappingProxyType({feature.name: feature for feature in _SUGGESTIONS})
"""Suggestions; any other formula of the inputs can be typed."""


class FeatureMap:
    """Compute features from inputs.

    Raises `DataError` if there is no formula, one appears twice or cannot be read, or it names a variable the data does
    not have.

    Each of the `formulas` is one of ``x1`` … ``xn``, made of ``+ - * / **`` and elementwise functions, as ``sin(x2)``.
    """

    def __init__(self, formulas: Sequence[str], n_inputs: int) -> None:
        if not 1 <= len(formulas) <= FEATURES_MAXIMUM:
            raise DataError(
                "features: {count} formulas, expected 1 to {most}", count=len(formulas), most=FEATURES_MAXIMUM
            )
        self.formulas = tuple(formulas)
        self.n_inputs = n_inputs
        names = usual_names(n_inputs)
        rows = {name: row for row, name in enumerate(names)}
        seen: set[str] = set()
        functions: list[Callable[[FloatArray], FloatArray]] = []
        for index, formula in enumerate(self.formulas):
            if formula in seen:
                raise DataError("{place}: appears twice, expected different features", place=self._place(index))
            seen.add(formula)
            if formula in rows:  # most are just an input, and images have hundreds of them
                functions.append(itemgetter(rows[formula]))
                continue
            try:
                functions.append(elementwise(formula, names))
            except ExpressionError as error:
                raise DataError(
                    "{place}, column {column}: {reason}",
                    place=self._place(index),
                    column=error.column,
                    reason=error.reason,
                ) from error
        self._functions = tuple(functions)

    @property
    def n_features(self) -> int:
        return len(self.formulas)

    @property
    def inputs(self) -> frozenset[int]:
        """The inputs that some feature looks at, counted from 0."""
        rows = {name: row for row, name in enumerate(usual_names(self.n_inputs))}
        plain = {rows[formula] for formula in self.formulas if formula in rows}
        typed = (parse(formula).inputs for formula in self.formulas if formula not in rows)
        return frozenset(plain.union(*([rows[name] for name in names] for names in typed)))

    def values(self, X: FloatArray) -> FloatArray:
        """Compute the features `(n_features, m)` of inputs `(n_inputs, m)`: not finite where a formula has no value.

        Raises `DataError` if `X` does not have `n_inputs` rows.

        `(n_features, m)`: infinite or NaN where a formula is not defined, as a map of the whole plane may need.
        """
        if X.ndim != 2 or X.shape[0] != self.n_inputs:
            raise DataError("features: inputs of shape {shape}, expected ({n}, m)", shape=str(X.shape), n=self.n_inputs)
        F = np.empty((self.n_features, X.shape[1]))
        with np.errstate(all="ignore"):
            for row, function in zip(F, self._functions, strict=True):
                row[:] = function(X)
        return F

    def transform(self, X: FloatArray) -> FloatArray:
        """Compute the features `(n_features, m)` of examples `(n_inputs, m)` to learn from, all of them finite.

        Raises `DataError` if `X` has the wrong shape, or a feature has no finite value for some example.
        """
        F = self.values(X)
        finite = np.isfinite(F)
        if not finite.all():
            index, example = (int(place) for place in np.argwhere(~finite)[0])
            values = ", ".join(f"x{i} = {value:.6g}" for i, value in enumerate(X[:4, example], start=1))
            raise DataError(
                "{place}: no finite value for example {example} ({values})",
                place=self._place(index),
                example=example + 1,
                values=values,
            )
        return F

    def _place(self, index: int) -> str:
        return f"features[{index}] {self.formulas[index][:80]!r}"
