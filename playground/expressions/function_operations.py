"""Gates with one input that apply a function to each number. An entry here is all it takes to add one."""

import numpy as np

from playground.messages import Message

from .graph import Array
from .operation import ElementwiseOperation, Operation, where


def sigmoid(x: Array) -> Array:
    """1 / (1 + e^−x), from e^−|x| so that nothing overflows."""
    small = np.exp(-np.abs(x))
    result: Array = np.where(x >= 0, 1.0 / (1.0 + small), small / (1.0 + small))[()]
    return result


def _log_problem(_: Array, x: Array) -> Message:
    zero = x == 0
    if np.any(zero):
        return where(zero, Message("logarithm of zero"))
    return where(x < 0, Message("logarithm of a negative number"))


def _sqrt_problem(_: Array, x: Array) -> Message:
    return where(x < 0, Message("square root of a negative number"))


FUNCTION_GATES: tuple[Operation, ...] = (
    ElementwiseOperation(
        name="exp",
        label=Message("exponential"),
        latex=r"\exp\left({0}\right)",
        local_latex=("{y}",),
        pattern=Message("exp multiplies by its own value"),
        forward=np.exp,
        derivatives=lambda value, _: (value,),
    ),
    ElementwiseOperation(
        name="log",
        label=Message("natural logarithm"),
        latex=r"\ln\left({0}\right)",
        local_latex=(r"\frac{{1}}{{{0}}}",),
        pattern=Message("log divides by its input"),
        forward=np.log,
        derivatives=lambda _, x: (1.0 / x,),
        problem=_log_problem,
    ),
    ElementwiseOperation(
        name="sqrt",
        label=Message("square root"),
        latex=r"\sqrt{{{0}}}",
        local_latex=(r"\frac{{1}}{{2 {y}}}",),
        pattern=Message("sqrt divides by twice its value"),
        forward=np.sqrt,
        derivatives=lambda value, _: (0.5 / value,),
        problem=_sqrt_problem,
    ),
    ElementwiseOperation(
        name="sin",
        label=Message("sine (radians)"),
        latex=r"\sin\left({0}\right)",
        local_latex=(r"\cos\left({0}\right)",),
        pattern=Message("sin multiplies by the cosine of its input"),
        forward=np.sin,
        derivatives=lambda _, x: (np.cos(x),),
    ),
    ElementwiseOperation(
        name="cos",
        label=Message("cosine (radians)"),
        latex=r"\cos\left({0}\right)",
        local_latex=(r"-\sin\left({0}\right)",),
        pattern=Message("cos multiplies by minus the sine of its input"),
        forward=np.cos,
        derivatives=lambda _, x: (-np.sin(x),),
    ),
    ElementwiseOperation(
        name="tan",
        label=Message("tangent (radians)"),
        latex=r"\tan\left({0}\right)",
        local_latex=(r"1 + {y}^{{2}}",),
        pattern=Message("tan multiplies by 1 + value²"),
        forward=np.tan,
        derivatives=lambda value, _: (1.0 + value * value,),
    ),
    ElementwiseOperation(
        name="tanh",
        label=Message("hyperbolic tangent"),
        latex=r"\tanh\left({0}\right)",
        local_latex=(r"1 - {y}^{{2}}",),
        pattern=Message("tanh damps: it multiplies by 1 − value², at most 1 and almost 0 where it saturates"),
        forward=np.tanh,
        derivatives=lambda value, _: (1.0 - value * value,),
    ),
    ElementwiseOperation(
        name="sigmoid",
        label=Message("logistic sigmoid"),
        symbol="σ",
        latex=r"\sigma\left({0}\right)",
        local_latex=(r"{y} \left(1 - {y}\right)",),
        pattern=Message("sigmoid damps: it multiplies by value · (1 − value), at most 1/4"),
        forward=sigmoid,
        derivatives=lambda value, _: (value * (1.0 - value),),
    ),
    ElementwiseOperation(
        name="relu",
        label=Message("rectified linear unit"),
        latex=r"\mathrm{{relu}}\left({0}\right)",
        local_latex=(r"[{0} > 0]",),
        pattern=Message("relu is a switch: the gradient passes where the input is positive, else 0"),
        forward=lambda x: np.maximum(x, 0.0),
        derivatives=lambda _, x: (np.float64(1.0) * (x > 0),),
        kink=lambda x: bool(np.any(x == 0)),
        kink_note=Message("kink: at 0 the slope jumps from 0 to 1; 0 is used"),
    ),
    ElementwiseOperation(
        name="step",
        label=Message("unit step: 1 above 0, else 0"),
        latex=r"\mathrm{{step}}\left({0}\right)",
        local_latex=("0",),
        pattern=Message("step blocks: its slope is 0 on both sides of the jump, so no gradient comes through"),
        forward=lambda x: np.heaviside(x, 0.0),
        derivatives=lambda _, x: (np.float64(0.0) * x,),
        kink=lambda x: bool(np.any(x == 0)),
        kink_note=Message("jump: at 0 the value leaps from 0 to 1 and has no slope; 0 is used"),
    ),
    ElementwiseOperation(
        name="softplus",
        label=Message("smooth relu: log(1 + exp(x))"),
        latex=r"\mathrm{{softplus}}\left({0}\right)",
        local_latex=(r"\sigma\left({0}\right)",),
        pattern=Message("softplus multiplies by the sigmoid of its input: a gradual switch"),
        forward=lambda x: np.logaddexp(0.0, x),
        derivatives=lambda _, x: (sigmoid(x),),
    ),
    ElementwiseOperation(
        name="abs",
        label=Message("absolute value"),
        latex=r"\left|{0}\right|",
        local_latex=(r"\mathrm{{sign}}\left({0}\right)",),
        pattern=Message("abs multiplies by the sign of its input: 1 where it is positive, −1 where it is negative"),
        forward=np.abs,
        derivatives=lambda _, x: (np.sign(x),),
        kink=lambda x: bool(np.any(x == 0)),
        kink_note=Message("kink: at 0 the slope jumps from −1 to 1; 0 is used"),
    ),
)
