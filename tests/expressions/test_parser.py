"""What can be typed, what cannot, and where the error points."""

import math

import pytest

from playground.expressions import ExpressionError, evaluate, parse


def names(text):
    return [node.name for node in parse(text).nodes]


def test_names_are_the_users_and_generated_ones_avoid_them():
    graph = parse("v1 = a*b + c*d\nf = v1 + 1")
    assert [node.name for node in graph.nodes] == ["a", "b", "v2", "c", "d", "v3", "v1", "1", "f"]
    assert graph.inputs == ("a", "b", "c", "d")
    assert graph.output == "f"
    assert [node.name for node in graph.nodes if node.named] == ["a", "b", "c", "d", "v1", "f"]


def test_inputs_are_in_order_of_first_appearance():
    assert parse("z = b + a; y = c*b + z").inputs == ("b", "a", "c")


@pytest.mark.parametrize(
    ("text", "output"),
    [("x + y", "v1"), ("q = x + y; q", "q"), ("a = x + 1; b = a*2; a", "v1"), ("x", "x"), ("y = x", "y"), ("2", "2")],
)
def test_the_last_line_is_the_output(text, output):
    graph = parse(text)
    assert graph.output == output
    assert graph.nodes[-1].name == output


@pytest.mark.parametrize(
    ("text", "constants"),
    [
        ("1/(1 + exp(-x))", ["1"]),
        ("x**2 + y**2.0 + 2*x", ["2"]),
        ("x**-1", ["-1"]),
        ("0.5*x + 1e-7", ["0.5", "1e-07"]),
        ("pi*x + e", ["pi", "e"]),
        ("[1, -2]*x", ["[1, -2]"]),
        ("[[1, 2], [3, 4]] @ x", ["[[1, 2], [3, 4]]"]),
        ("c = 2; c*x*2", ["c", "2"]),
        ("array1*[" + ", ".join(["1.25"] * 12) + "]", ["array2"]),
    ],
)
def test_constants_are_shared_nodes_called_by_their_value(text, constants):
    assert [node.name for node in parse(text).nodes if node.operation == "constant"] == constants


def test_arrays_may_hold_expressions():
    evaluation = evaluate(parse("[[x, 2], [sin(0), -x]]"), {"x": 3})
    assert evaluation.output.value.tolist() == [[3, 2], [0, -3]]
    assert evaluation["x"].gradient == 0


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 + 3*4", 14),
        ("-2**2", -4),
        ("2**3**2", 512),
        ("2**-1", 0.5),
        ("8/4/2", 1),
        ("1 - 2 - 3", -4),
        ("--2", 2),
        ("+3", 3),
        ("-(+4)", -4),
        ("1 − 2 × 3 ÷ 4", -0.5),
        ("(1 +\n  2)*3  # a comment with $ and 'quotes'", 9),
        ("a = 1;  b = a + 1;\r\n\n\tc = b*3", 6),
        ("cos(π)", -1),
        ("max(1, 5, 3) + min([4, 2]) + dot([1, 2], [3, 4]) + norm([3, 4])", 5 + 2 + 11 + 5),
        ("[1, 2] @ [[1, 2], [3, 4]] @ [1, 1]", 17),
        ("[1, 2][1] + [[1, 2], [3, 4]][2, 1] + sum([[1, 2], [3, 4]][1]) + [[1, 2], [3, 4]][2][2]", 1 + 3 + 3 + 4),
        ("sum(linspace(-1, 1, 5)**2)", 2.5),
        ("mean(linspace(-pi, pi, 2))", 0),
        ("[linspace(0, 1, 3), linspace(4, 6, 3)][2, 3]", 6),
        ("max(softmax([0, 0, 1000]))", 1),
        ("sum(softmax([-1000, 0, 3]))", 1),
        ("log(e) + sum([1, 2]) + mean([[1, 2], [3, 4]])", 1 + 3 + 2.5),
    ],
)
def test_values(text, value):
    assert evaluate(parse(text), {}).output.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("", 1, 1, "nothing is typed"),
        ("  # only a comment", 1, 1, "nothing is typed"),
        ("x^2", 1, 2, "powers are written **"),
        ("q = x\nf = q < 2", 2, 7, "comparisons"),
        ("x == 1", 1, 1, "comparisons"),
        ("f = 2x", 1, 6, "2*x"),
        ("0x1F", 1, 2, "0*x"),
        ("1e999", 1, 1, "too large"),
        ("9" * 5000, 1, 1, "too many digits"),
        ("f(", 1, 2, "never closed"),
        ("  x + )", 1, 7, "closes no bracket"),
        ("(x]", 1, 3, "closes no bracket"),
        ("x +", 1, 4, "cannot be read"),
        ("x y", 1, 3, "cannot be read"),
        ("f = foo(x)", 1, 5, "not a known function"),
        ("f = x.real", 1, 5, "dot"),
        ("f = x[0]", 1, 7, "components are counted from 1: the first one is x[1]"),
        ("f = (x + y)[0]", 1, 13, "the first one is u[1]"),
        ("x[-1]", 1, 3, "counted from 1"),
        ("x[1, 0]", 1, 6, "counted from 1"),
        ("x[i]", 1, 3, "picked by its number"),
        ("x[1.0]", 1, 3, "picked by its number"),
        ("x[True]", 1, 3, "picked by its number"),
        ("x[1, 2, 3]", 1, 3, "picked by its number"),
        ("x[9999999999]", 1, 3, "picked by its number"),
        ("x[1:2]", 1, 4, "one at a time: u[1]"),
        ("x[1] = 2", 1, 1, "one name on the left"),
        ("f(x) = 2", 1, 1, "only one name"),
        ("linspace = 2", 1, 1, "linspace is a function; choose"),
        ("linspace*2", 1, 1, "write linspace(…)"),
        ("linspace(0, 1)", 1, 1, "two numbers and how many"),
        ("linspace(0, 1, 1)", 1, 1, "two numbers and how many"),
        ("linspace(0, 1, 2.0)", 1, 1, "two numbers and how many"),
        ("linspace(0, x, 2)", 1, 1, "two numbers and how many"),
        ("linspace(0, [1], 2)", 1, 1, "two numbers and how many"),
        ("linspace(0, 1, 2, 3)", 1, 1, "two numbers and how many"),
        ("linspace(0, 1, num=2)", 1, 1, "two numbers and how many"),
        ("y = linspace(0, 1, 10001)", 1, 5, "at most 10000 numbers, not 10001"),
        ("linspace(0, 1e999, 2)", 1, 1, "too large"),
        ("linspace(-1.7e308, 1.7e308, 2)", 1, 1, "too large"),
        ("f = exp", 1, 5, "exp is a function"),
        ("x = x", 1, 5, "x is used before it is defined"),
        ("x = 2*sin(x)", 1, 11, "x is used before it is defined"),
        ("f = q*z\nq = 1", 2, 1, "q is already used in line 1"),
        ("q = 1\nq = 2", 2, 1, "q is already defined in line 1"),
        ("pi = 3", 1, 1, "pi is a constant"),
        ("max = 3", 1, 1, "max is a function"),
        ("x + 1\ny + 2", 1, 1, "only the last line"),
        ("x = y = 1", 1, 5, "one name"),
        ("x += 1", 1, 1, "expected name = expression"),
        ("import os", 1, 1, "expected name = expression"),
        ("x, y", 1, 1, "square brackets"),
        ("sin()", 1, 1, "sin takes 1 input, not 0"),
        ("dot(x)", 1, 1, "dot takes 2 inputs, not 1"),
        ("sum(a=x)", 1, 1, "values only"),
        ("max(*x)", 1, 5, "star"),
        ("(a + 1)(b)", 1, 1, "a*(b)"),
        ("y = x(b)", 1, 5, "a product is written x*(…)"),
        ("7 // 2", 1, 1, "only + - * / ** @"),
        ("x if y else z", 1, 1, "if is not"),
        ("x and y", 1, 1, "and, or"),
        ("not x", 1, 1, "only numbers"),
        ("True", 1, 1, "only numbers"),
        ("[]*x", 1, 1, "at least one element"),
        ("[[1, 2], [3]]", 1, 1, "equally long, not 1 and 2"),
        ("[1, [2]]", 1, 1, "mixed"),
        ("[[[1]]]", 1, 1, "two levels"),
        ("(" * 60 + "x" + ")" * 60, 1, 51, "brackets inside each other"),
        ("'a'", 1, 1, "cannot be used here"),
        ("x\0", 1, 2, "U+0000"),
        ("θ = ω + $", 1, 9, "'$' cannot"),
        ("θ = ω + foo(ω)", 1, 9, "not a known function"),
        ("x" * 10_001, 1, 1, "10001 characters"),
        ("+".join(f"a{i}" for i in range(501)), 1, 1, "more than 1000 nodes"),
    ],
)
def test_errors_say_what_and_where(text, line, column, words):
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    error = caught.value
    assert words in error.message
    assert "\n" not in error.message
    assert str(error) == error.message == f"line {line}, column {column}: {error.reason}"
    assert (error.line, error.column) == (line, column)


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "().__class__.__bases__",
        "(lambda: 0)()",
        "[x for x in y]",
        "{1: 2}",
        "f'{x}'",
        "open(x)",
        "exp.__globals__",
        "exp(exp)",
        "x := 3",
        "(x := 3)",
        "yield x",
        "await x",
        "del x",
        "global x",
        "raise x",
        "class A: pass",
        "def f(): pass",
        "sin(**x)",
        "...",
        "print(x)",
        "x\\\n+ y",
        "x; import os",
        "eval(x)",
    ],
)
def test_nothing_else_can_run(text):
    with pytest.raises(ExpressionError):
        parse(text)


def test_a_sum_of_many_terms_is_not_too_deep():
    graph = parse(" + ".join(["x"] * 400))
    assert evaluate(graph, {"x": 0.5})["x"].gradient == 400


@pytest.mark.parametrize("text", ["-" * 9_000 + "x", "x" + "+x" * 4_900, "x**" * 3_000 + "x"])
def test_what_is_too_deep_for_the_parser_is_refused(text):
    with pytest.raises(ExpressionError):
        parse(text)


def test_underscored_names_are_only_names():
    assert parse("__class__ + _").inputs == ("__class__", "_")


def test_pi_has_its_value():
    assert evaluate(parse("pi"), {}).output.value == math.pi
