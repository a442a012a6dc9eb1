"""Gates with one input that apply a function to each number. An entry here is all it takes to add one."""

import numpy as np

from .graph import Array
from .operation import ElementwiseOperation, Operation, overflow, where


def sigmoid(x: Array) -> Array:
    """1 / (1 + e^−x), from e^−|x| so that nothing overflows."""
    small = np.exp(-np.abs(x))
    result: Array = np.where(x >= 0, 1.0 / (1.0 + small), small / (1.0 + small))[()]
    return result


def _log_problem(_: Array, x: Array) -> str:
    zero = x == 0
    return where(zero, "logarithm of zero") if np.any(zero) else where(x < 0, "logarithm of a negative number")


def _sqrt_problem(_: Array, x: Array) -> str:
    return where(x < 0, "square root of a negative number")


FUNCTION_GATES: tuple[Operation, ...] = (
    ElementwiseOperation(
        name="exp",
        label="exponential",
        symbol="exp",
        arity=1,
        latex=r"\exp\left({0}\right)",
        local_latex=("{y}",),
        pattern="exp multiplies by its own value",
        forward=np.exp,
        derivatives=lambda value, _: (value,),
        problem=overflow,
    ),
    ElementwiseOperation(
        name="log",
        label="natural logarithm",
        symbol="log",
        arity=1,
        latex=r"\ln\left({0}\right)",
        local_latex=(r"\frac{{1}}{{{0}}}",),
        pattern="log divides by its input",
        forward=np.log,
        derivatives=lambda _, x: (1.0 / x,),
        problem=_log_problem,
    ),
    ElementwiseOperation(
        name="sqrt",
        label="square root",
        symbol="sqrt",
        arity=1,
        latex=r"\sqrt{{{0}}}",
        local_latex=(r"\frac{{1}}{{2 {y}}}",),
        pattern="sqrt divides by twice its value",
        forward=np.sqrt,
        derivatives=lambda value, _: (0.5 / value,),
        problem=_sqrt_problem,
    ),
    ElementwiseOperation(
        name="sin",
        label="sine (radians)",
        symbol="sin",
        arity=1,
        latex=r"\sin\left({0}\right)",
        local_latex=(r"\cos\left({0}\right)",),
        pattern="sin multiplies by the cosine of its input",
        forward=np.sin,
        derivatives=lambda _, x: (np.cos(x),),
        problem=overflow,
    ),
    ElementwiseOperation(
        name="cos",
        label="cosine (radians)",
        symbol="cos",
        arity=1,
        latex=r"\cos\left({0}\right)",
        local_latex=(r"-\sin\left({0}\right)",),
        pattern="cos multiplies by minus the sine of its input",
        forward=np.cos,
        derivatives=lambda _, x: (-np.sin(x),),
        problem=overflow,
    ),
    ElementwiseOperation(
        name="tan",
        label="tangent (radians)",
        symbol="tan",
        arity=1,
        latex=r"\tan\left({0}\right)",
        local_latex=(r"1 + {y}^{{2}}",),
        pattern="tan multiplies by 1 + value²",
        forward=np.tan,
        derivatives=lambda value, _: (1.0 + value * value,),
        problem=overflow,
    ),
    ElementwiseOperation(
        name="tanh",
        label="hyperbolic tangent",
        symbol="tanh",
        arity=1,
        latex=r"\tanh\left({0}\right)",
        local_latex=(r"1 - {y}^{{2}}",),
        pattern="tanh damps: it multiplies by 1 − value², almost 0 where it saturates",
        forward=np.tanh,
        derivatives=lambda value, _: (1.0 - value * value,),
        problem=overflow,
    ),
    ElementwiseOperation(
        name="sigmoid",
        label="logistic sigmoid",
        symbol="σ",
        arity=1,
        latex=r"\sigma\left({0}\right)",
        local_latex=(r"{y} \left(1 - {y}\right)",),
        pattern="sigmoid damps: it multiplies by value · (1 − value), at most 1/4",
        forward=sigmoid,
        derivatives=lambda value, _: (value * (1.0 - value),),
        problem=overflow,
    ),
    ElementwiseOperation(
        name="relu",
        label="rectified linear unit",
        symbol="relu",
        arity=1,
        latex=r"\mathrm{{relu}}\left({0}\right)",
        local_latex=(r"[{0} > 0]",),
        pattern="relu is a switch: the gradient passes where the input is positive, else 0",
        forward=lambda x: np.maximum(x, 0.0),
        derivatives=lambda _, x: (np.float64(1.0) * (x > 0),),
        problem=overflow,
        kink=lambda x: bool(np.any(x == 0)),
        kink_note="kink: at 0 the slope jumps from 0 to 1; 0 is used",
    ),
    ElementwiseOperation(
        name="softplus",
        label="smooth relu: log(1 + exp(x))",
        symbol="softplus",
        arity=1,
        latex=r"\mathrm{{softplus}}\left({0}\right)",
        local_latex=(r"\sigma\left({0}\right)",),
        pattern="softplus multiplies by the sigmoid of its input: a gradual switch",
        forward=lambda x: np.logaddexp(0.0, x),
        derivatives=lambda _, x: (sigmoid(x),),
        problem=overflow,
    ),
    ElementwiseOperation(
        name="abs",
        label="absolute value",
        symbol="abs",
        arity=1,
        latex=r"\left|{0}\right|",
        local_latex=(r"\mathrm{{sign}}\left({0}\right)",),
        pattern="abs passes the gradient on, with the sign of its input",
        forward=np.abs,
        derivatives=lambda _, x: (np.sign(x),),
        problem=overflow,
        kink=lambda x: bool(np.any(x == 0)),
        kink_note="kink: at 0 the slope jumps from −1 to 1; 0 is used",
    ),
)
