"""Formulas in the names that the screen uses, ``A[0][1] * W[2][1,1] * dZ[2]``, read by `playground.expressions`."""

import math
import re
from collections.abc import Mapping

import numpy as np
from msgspec import Struct

from playground.expressions import ExpressionError, evaluate, parse
from playground.files.errors import allowed_names
from playground.lessons.errors import LessonError
from playground.training.results import Array

QUANTITY = re.compile(r"(?<![\w.])([^\W\d]\w*)\[(\d{1,3})\](?:\[(\d{1,6})(?:\s*,\s*(\d{1,6}))?\])?")
"""``dW[2]`` or ``dW[2][3,1]``: a name, its layer and, counted from 1, the place in it."""
WHOLE = re.compile(r"(?<![\w.])(X|Y|C|C_new)(?:\[(\d{1,6})(?:\s*,\s*(\d{1,6}))?\])?(?![\w\[])")
"""The same for what belongs to no layer."""
COMPARISON = re.compile(r"\s*(>=|<=|==|>|<)\s*(.+)")


def _unknown(name: str, known: list[str]) -> LessonError:
    return LessonError("there is no {name} here; {known}", name=name, known=allowed_names(name, known))


class Names(Struct, frozen=True, eq=False):
    """What formulas can speak of at one moment.

    Attributes
    ----------
    quantities
        By name and layer, as in a walkthrough; arrays are `(n, m)` or `(n_l, n_{l-1})`.
    numbers
        By name: ``cost``, ``m``, ``eta`` …; of the chain rule values and, behind a ``d``, gradients.
    """

    quantities: Mapping[tuple[str, int], Array]
    numbers: Mapping[str, float | Array]

    def quantity(self, name: str, layer: int) -> Array:
        """Return an array by its name.

        Raises `LessonError` if there is none; it says which there are.
        """
        if (found := self.quantities.get((name, layer))) is not None:
            return found
        layers = sorted(number for other, number in self.quantities if other == name)
        if layers:
            raise LessonError(
                "there is no {name}[{layer}]; expected a layer from {first} to {last}",
                name=name,
                layer=layer,
                first=layers[0],
                last=layers[-1],
            )
        known = sorted({f"{name}[{layer}]" if layer else name for name, layer in self.quantities})
        raise _unknown(f"{name}[{layer}]", known)

    def cell(self, name: str, layer: int, row: int, column: int | None) -> float:
        """Return one number; rows and columns count from 1, and the only column needs no number.

        Raises `LessonError` if there is no such place.
        """
        array = self.quantity(name, layer)
        rows, columns = array.shape
        if column is None and columns == 1:
            column = 1
        if column is None or not (1 <= row <= rows and 1 <= column <= columns):
            place = f"{row}" if column is None else f"{row},{column}"
            raise LessonError(
                "{name} has {rows} rows and {columns} columns, and no place [{place}]; write [row,column], from 1",
                name=f"{name}[{layer}]" if layer else name,
                rows=rows,
                columns=columns,
                place=place,
            )
        return float(array[row - 1, column - 1])

    def value(self, formula: str) -> float:
        """Return the number that a formula comes to.

        Raises `LessonError` if it cannot be read, speaks of what is not here, or gives no finite number or more than
        one.
        """
        array = self.array(formula)
        if array.size != 1:
            raise LessonError(
                "{formula}: it gives {count} numbers; a formula for one was expected", formula=formula, count=array.size
            )
        return float(array.reshape(()))

    def array(self, formula: str) -> Array:
        """Return what a formula comes to, a number or an array of finite numbers.

        Raises `LessonError` as `value`.
        """
        values: dict[str, Array | float] = {}
        try:
            text = self._plain(formula, values)
            graph = parse(text)
            for name in graph.inputs:
                if name not in values:
                    values[name] = self._number(name)
            output = evaluate(graph, values).output.value
        except ExpressionError as error:
            raise LessonError("{formula}: {problem}", formula=formula, problem=error.reason) from error
        except LessonError as error:
            raise LessonError("{formula}: {problem}", formula=formula, problem=error.message) from error
        if not np.isfinite(output).all():
            raise LessonError("{formula}: it gives no finite number here", formula=formula)
        return np.asarray(output)

    def holds(self, formula: str, condition: str) -> bool:
        """Whether a formula is what a condition such as ``>= 0.95`` asks for.

        Raises `LessonError` if one of them cannot be read or computed.
        """
        found = COMPARISON.fullmatch(condition)
        if found is None:
            raise LessonError(
                "{condition}: a condition was expected, one of >= <= > < == and a number", condition=condition
            )
        one, other = self.value(formula), self.value(found[2])
        if found[1] == "==":
            return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)
        return {">=": one >= other, "<=": one <= other, ">": one > other, "<": one < other}[found[1]]

    def _plain(self, formula: str, values: dict[str, Array | float]) -> str:
        """Put plain names in place of quantities and cells, and note their values."""

        def layered(found: re.Match[str]) -> str:
            name, layer, row, column = found.groups()
            if not any(known == name for known, _ in self.quantities) and name in self.numbers:
                return found[0]  # a component of a vector of the chain rule
            return self._noted(found[0], name, int(layer), row, column, values)

        def whole(found: re.Match[str]) -> str:
            name, row, column = found.groups()
            layer = next((layer for known, layer in self.quantities if known == name), None)
            return found[0] if layer is None else self._noted(found[0], name, layer, row, column, values)

        return QUANTITY.sub(layered, WHOLE.sub(whole, formula))

    def _noted(
        self, text: str, name: str, layer: int, row: str | None, column: str | None, values: dict[str, Array | float]
    ) -> str:
        plain = re.sub(r"\W+", "_", f"q_{text}").rstrip("_")
        if row is None:
            values[plain] = self.quantity(name, layer)
        else:
            values[plain] = self.cell(name, layer, int(row), None if column is None else int(column))
        return plain

    def _number(self, name: str) -> float | Array:
        if name not in self.numbers:
            known = sorted({*self.numbers, *(f"{name}[{layer}]" for name, layer in self.quantities)})
            raise _unknown(name, known)
        return self.numbers[name]
