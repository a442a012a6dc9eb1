"""Arithmetic gates, number by number: the operators, max and min. An entry here is all it takes to add one."""

from functools import reduce
from typing import Any

import numpy as np

from playground.messages import Message

from .graph import Array
from .operation import ATOM, POWER, PRODUCT, SUM, ElementwiseOperation, Operation, overflow, where

_ONE: Array = np.array(1.0)
_MINUS_ONE: Array = np.array(-1.0)


def _power_derivatives(value: Array, base: Array, exponent: Array) -> tuple[Array, Array]:
    # x⁰ is constant and 0^y (y > 0) stays 0: the formulas below would give 0·∞ there.
    by_base = np.where(exponent == 0, 0.0, exponent * np.power(base, exponent - 1.0))[()]
    by_exponent = np.where((base == 0) & (exponent > 0), 0.0, value * np.log(base))[()]
    return by_base, by_exponent


def _power_problem(value: Array, base: Array, exponent: Array) -> Message:
    zero = (base == 0) & (exponent < 0)
    if np.any(zero):
        return where(zero, Message("division by zero: 0 to a negative power"))
    negative = np.isnan(value)
    if np.any(negative):
        return where(negative, Message("a negative number to a fractional power is no real number"))
    return overflow(value)


def _divide_problem(value: Array, _: Array, divisor: Array) -> Message:
    zero = np.broadcast_to(divisor == 0, value.shape)
    return where(zero, Message("division by zero")) if np.any(zero) else overflow(value)


def _routed(value: Array, *inputs: Array) -> tuple[Array, ...]:
    """1 for the input that was chosen, 0 for the others; equal ones share."""
    chosen = [np.float64(1.0) * (x == value) for x in inputs]
    total = reduce(np.add, chosen)
    return tuple(c / total for c in chosen)


def _extreme(*, name: str, choose: np.ufunc, **texts: Any) -> ElementwiseOperation:
    def tie(*inputs: Array) -> bool:
        chosen = reduce(choose, inputs)
        return bool(np.any(reduce(np.add, [np.float64(1.0) * (x == chosen) for x in inputs]) > 1))

    return ElementwiseOperation(
        name=name,
        arity=None,
        latex=rf"\{name}\left({{inputs}}\right)",
        local_latex=("[{0} = {y}]",),
        forward=lambda *inputs: reduce(choose, inputs),
        derivatives=_routed,
        routes=True,
        kink=tie,
        kink_note=Message(
            "kink: several inputs are equal, so each gets an equal share; a constant among them takes all, as at 0 of "
            "relu"
        ),
        **texts,
    )


ARITHMETIC: tuple[Operation, ...] = (
    ElementwiseOperation(
        name="add",
        label=Message("sum of two"),
        symbol="+",
        arity=2,
        latex="{0} + {1}",
        binding=SUM,
        operand_bindings=(SUM, PRODUCT),
        local_latex=("1", "1"),
        pattern=Message("add distributes: every input gets the upstream gradient unchanged"),
        forward=np.add,
        derivatives=lambda *_: (_ONE, _ONE),
    ),
    ElementwiseOperation(
        name="subtract",
        label=Message("difference"),
        symbol="-",
        arity=2,
        latex="{0} - {1}",
        binding=SUM,
        operand_bindings=(SUM, PRODUCT),
        local_latex=("1", "-1"),
        pattern=Message("subtract distributes, with the sign turned for the second input"),
        forward=np.subtract,
        derivatives=lambda *_: (_ONE, _MINUS_ONE),
    ),
    ElementwiseOperation(
        name="multiply",
        label=Message("product, element by element"),
        symbol="*",
        arity=2,
        latex=r"{0} \cdot {1}",
        binding=PRODUCT,
        operand_bindings=(PRODUCT, POWER),
        local_latex=("{1}", "{0}"),
        pattern=Message("multiply switches: each input gets the upstream gradient times the other input"),
        forward=np.multiply,
        derivatives=lambda _, a, b: (b, a),
    ),
    ElementwiseOperation(
        name="divide",
        label=Message("quotient, element by element"),
        symbol="/",
        arity=2,
        latex=r"\frac{{{0}}}{{{1}}}",
        binding=POWER,
        local_latex=(r"\frac{{1}}{{{1}}}", r"-\frac{{{0}}}{{\left({1}\right)^{{2}}}}"),
        pattern=Message("divide: the numerator gets upstream / divisor, the divisor gets −upstream · value / divisor"),
        forward=np.divide,
        derivatives=lambda value, _, b: (1.0 / b, -value / b),
        problem=_divide_problem,
    ),
    ElementwiseOperation(
        name="power",
        label=Message("power, element by element"),
        symbol="**",
        arity=2,
        latex="{{{0}}}^{{{1}}}",
        binding=POWER,
        operand_bindings=(ATOM, 0),
        local_latex=(r"{1} \cdot \left({0}\right)^{{{1} - 1}}", r"{y} \cdot \ln\left({0}\right)"),
        pattern=Message(
            "power: the base gets upstream · exponent · base^(exponent − 1), the exponent gets upstream · value · "
            "ln(base)"
        ),
        forward=np.power,
        derivatives=_power_derivatives,
        problem=_power_problem,
    ),
    ElementwiseOperation(
        name="negative",
        label=Message("change of sign"),
        symbol="-",
        latex="-{0}",
        binding=SUM,
        operand_bindings=(PRODUCT,),
        local_latex=("-1",),
        pattern=Message("negative turns the sign of the upstream gradient"),
        forward=np.negative,
        derivatives=lambda *_: (_MINUS_ONE,),
    ),
    ElementwiseOperation(
        name="copy",
        label=Message("the same value under another name"),
        symbol="=",
        latex="{0}",
        binding=SUM,
        local_latex=("1",),
        pattern=Message("copy passes the upstream gradient on unchanged"),
        forward=np.positive,
        derivatives=lambda *_: (_ONE,),
    ),
    _extreme(
        name="max",
        label=Message("largest, element by element"),
        pattern=Message("max routes: the largest input gets the whole upstream gradient, the others get 0"),
        choose=np.maximum,
    ),
    _extreme(
        name="min",
        label=Message("smallest, element by element"),
        pattern=Message("min routes: the smallest input gets the whole upstream gradient, the others get 0"),
        choose=np.minimum,
    ),
)
