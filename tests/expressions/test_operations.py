"""Every entry of the table against central differences, and its description."""

import numpy as np
import pytest

from playground.expressions import (
    FUNCTIONS,
    OPERATIONS,
    ExpressionError,
    evaluate,
    expression_latex,
    jacobian,
    local_derivative_latex,
    parse,
    total_jacobian,
)
from playground.expressions.graph import CONSTANT, INPUT, Graph, Node
from playground.messages import Message

# Shapes of the inputs that each operation is tried with; all values are positive and distinct unless mapped below.
ELEMENTWISE_SHAPES = {
    1: [((),), ((3,),), ((2, 3),), ((1, 1),)],
    2: [
        ((), ()),
        ((3,), (3,)),
        ((3,), ()),
        ((), (2, 3)),
        ((2, 3), (3,)),
        ((2, 1), (3,)),
        ((1, 3), (2, 3)),
        ((1,), (3,)),
    ],
    None: [((),), ((), ()), ((2, 3), (3,), ()), ((2, 1), (1, 3), (2, 3), (1,))],
}
ARRAY_SHAPES = {
    "matmul": [((3,), (3,)), ((2, 3), (3,)), ((2,), (2, 3)), ((2, 3), (3, 4)), ((1, 1), (1,)), ((3, 1), (1, 3))],
    "dot": [((3,), (3,)), ((1,), (1,))],
    "stack": [((), (), ()), ((3,), (3,)), ((),)],
    "softmax": [((4,),), ((1,),)],
    "component": [],  # its places are constants: see test_components
}
REDUCED_SHAPES = [((),), ((4,),), ((2, 3),)]


def _cases():
    for name, operation in OPERATIONS.items():
        shapes = (
            ELEMENTWISE_SHAPES[operation.arity] if operation.elementwise else ARRAY_SHAPES.get(name, REDUCED_SHAPES)
        )
        for case in shapes:
            yield pytest.param(name, case, id=f"{name}-{'-'.join(map(str, case))}")


def _inputs(shapes, sign):
    rng = np.random.default_rng(7)
    return [sign * rng.uniform(0.3, 1.7, shape) for shape in shapes]


def _graph(name, inputs, weights):
    """f = sum(weights · operation(inputs)): every element of the value counts differently."""
    names = [f"x{i}" for i in range(len(inputs))]
    return Graph(
        [
            *(Node(i, INPUT) for i in names),
            Node("w", INPUT),
            Node("y", name, tuple(names)),
            Node("product", "multiply", ("w", "y")),
            Node("f", "sum", ("product",)),
        ]
    ), dict(zip(names, inputs, strict=True)) | {"w": weights}


def _numeric_gradient(graph, values, name, epsilon=1e-6):
    x = np.array(values[name], dtype=float)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        outputs = []
        for sign in (1, -1):
            moved = x.copy()
            moved[index] += sign * epsilon
            outputs.append(evaluate(graph, {**values, name: moved}).output.value)
        gradient[index] = (outputs[0] - outputs[1]) / (2 * epsilon)
    return gradient


@pytest.mark.parametrize(("name", "shapes"), list(_cases()))
@pytest.mark.parametrize("sign", [1, -1])
def test_gradient_agrees_with_central_differences(name, shapes, sign):
    # Logarithm, root and power are not defined below 0: larger numbers instead.
    inputs = _inputs(shapes, 2.5 if sign < 0 and name in {"log", "sqrt", "power"} else sign)
    result = OPERATIONS[name].result_shape(shapes)
    weights = np.random.default_rng(3).normal(size=result)
    graph, values = _graph(name, inputs, weights)
    evaluation = evaluate(graph, values)
    assert not evaluation.problems
    assert evaluation["y"].value.shape == result
    for i in range(len(inputs)):
        gradient = evaluation[f"x{i}"].gradient
        assert np.shape(gradient) == shapes[i]
        np.testing.assert_allclose(gradient, _numeric_gradient(graph, values, f"x{i}"), rtol=2e-7, atol=2e-8)


@pytest.mark.parametrize(("name", "shapes"), list(_cases()))
def test_jacobian_times_upstream_is_what_the_backward_pass_sends(name, shapes):
    inputs = _inputs(shapes, 1)
    weights = np.random.default_rng(5).normal(size=OPERATIONS[name].result_shape(shapes))
    graph, values = _graph(name, inputs, weights)
    evaluation = evaluate(graph, values)
    upstream = np.reshape(evaluation["y"].gradient, -1)
    for i, contribution in enumerate(evaluation["y"].contributions):
        found = jacobian(evaluation, "y", f"x{i}")
        assert found.shape == (weights.size, inputs[i].size)
        np.testing.assert_allclose(upstream @ found.matrix, np.reshape(contribution, -1), rtol=1e-12, atol=1e-14)
        if found.diagonal is not None:
            np.testing.assert_array_equal(found.matrix, np.diag(found.diagonal))


@pytest.mark.parametrize("name", list(OPERATIONS))
def test_record_is_complete(name):
    operation = OPERATIONS[name]
    assert operation.name == name
    for text in (operation.label, operation.pattern, operation.shape_rule):
        assert isinstance(text, Message)
        assert "\n" not in text
    assert operation.symbol
    assert len(operation.operand_bindings) in {0, operation.arity or 3}
    if operation.elementwise:
        assert len(operation.local_latex) in {1, operation.arity}
        assert operation.routes == (name in {"max", "min"})
    assert (operation.kink is None) == (operation.kink_note == "")


@pytest.mark.parametrize("name", list(OPERATIONS))
def test_latex_templates_fill_and_balance(name):
    operation = OPERATIONS[name]
    count = 1 if name == "component" else operation.arity or 3
    names = [f"a{i}" for i in range(count)]
    place = [Node("2", CONSTANT, constant=np.array(2.0))] if name == "component" else []
    inputs = (*names, *(node.name for node in place))
    graph = Graph([*(Node(i, INPUT) for i in names), *place, Node("y", name, inputs, named=True)])
    evaluation = evaluate(graph, {name: [1.0, 2.0, 3.0] for name in names})
    formulas = [expression_latex(graph, "y"), *(local_derivative_latex(evaluation, "y", i) for i in names)]
    for formula in formulas:
        assert formula
        assert formula.count("{") == formula.count("}")
        assert formula.count(r"\left") == formula.count(r"\right")
    for i in range(count):
        assert f"a_{{{i}}}" in formulas[0]


def test_every_operation_can_be_typed():
    operators = {"add", "subtract", "multiply", "divide", "power", "matmul", "negative", "copy", "stack", "component"}
    assert {name for choices in FUNCTIONS.values() for name in choices} == set(OPERATIONS) - operators
    wanted = "exp log sqrt sin cos tan tanh sigmoid relu step softplus abs max min sum mean dot norm softmax"
    assert set(FUNCTIONS) == set(wanted.split())


@pytest.mark.parametrize("name", ["sigmoid", "softplus", "tanh", "relu"])
@pytest.mark.parametrize("x", [-1000.0, 1000.0])
def test_saturated_functions_stay_finite(name, x):
    evaluation = evaluate(Graph([Node("x", INPUT), Node("y", name, ("x",))]), {"x": x})
    assert not evaluation.problems
    assert evaluation["y"].is_defined
    assert evaluation["x"].gradient in (0, 1)


@pytest.mark.parametrize(
    ("text", "value", "gradient"),
    [
        ("f = u[1]", [5, 6, 7], [1, 0, 0]),
        ("f = u[3]*u[3] + u[1]", [5, 6, 7], [1, 0, 14]),
        ("f = u[2, 3]", [[1, 2, 3], [4, 5, 6]], [[0, 0, 0], [0, 0, 1]]),
        ("f = sum(u[2]*[1, 10, 100])", [[1, 2, 3], [4, 5, 6]], [[0, 0, 0], [1, 10, 100]]),
        ("f = u[2][1]", [[1, 2, 3], [4, 5, 6]], [[0, 0, 0], [1, 0, 0]]),
        ("f = exp(u)[2]", [0, 0, 0], [0, 1, 0]),
    ],
)
def test_components_are_picked_counted_from_1(text, value, gradient):
    evaluation = evaluate(parse(text), {"u": value})
    np.testing.assert_array_equal(evaluation["u"].gradient, gradient)
    np.testing.assert_allclose(_numeric_gradient(evaluation.graph, {"u": value}, "u"), gradient, atol=1e-6)
    jacobian_matrix = total_jacobian(evaluation, "f", "u").matrix
    np.testing.assert_array_equal(jacobian_matrix, np.reshape(gradient, (1, -1)))


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("f = u[4]", [1, 2, 3], "line 1, column 5: there is no component 4: the vector has 3"),
        ("q = 1\nf = 2*u[3]", [[1, 2]], "line 2, column 7: there is no row 3: the matrix has 1"),
        ("f = u[1, 3]", [[1, 2]], "there is no column 3: the matrix has 2"),
        ("f = u[3, 1]", [[1, 2]], "there is no row 3: the matrix has 1"),
        ("f = u[1, 1]", [1, 2], "a matrix for one or two, but u is a vector of 2"),
        ("f = u[1]", 3, "but u is a number"),
    ],
)
def test_a_component_that_is_not_there_is_refused_where_it_stands(text, value, words):
    with pytest.raises(ExpressionError) as caught:
        evaluate(parse(text), {"u": value})
    assert words in caught.value.message


@pytest.mark.parametrize("other", ["max(x, 0)", "max(0, x)", "relu(x)", "-min(0, -x)", "c = 0; max(c, x)"])
@pytest.mark.parametrize("x", [[-2.0, 0.0, 3.0], 0.0])
def test_max_with_0_passes_nothing_on_at_0_as_relu_does(other, x):
    evaluation = evaluate(parse(f"{other}"), {"x": x})
    np.testing.assert_array_equal(evaluation["x"].gradient, np.greater(x, 0))
    local = total_jacobian(evaluation, evaluation.graph.output, "x").matrix
    np.testing.assert_array_equal(local, np.diag(np.atleast_1d(np.greater(x, 0).astype(float))))
    assert any("kink" in record.note for record in evaluation.records.values())


def test_inputs_that_are_equal_share_and_a_constant_among_them_takes_all():
    shared = evaluate(parse("f = max(x, y, z)"), {"x": 1, "y": 1, "z": 0})
    assert [float(shared[name].gradient) for name in "xyz"] == [0.5, 0.5, 0]
    taken = evaluate(parse("f = max(x, 1, y)"), {"x": 1, "y": 1})
    assert [float(taken[name].gradient) for name in ("x", "1", "y")] == [0, 1, 0]
    assert evaluate(parse("f = max(x, y)"), {"x": 1, "y": 2})["f"].note == ""


def test_softmax_of_large_numbers_is_finite_and_its_rows_add_up_to_0():
    evaluation = evaluate(parse("y = softmax(x)"), {"x": [1000.0, 999.0, -1000.0]})
    weights = np.exp([0.0, -1.0, -2000.0])
    np.testing.assert_allclose(evaluation["y"].value, weights / weights.sum(), rtol=1e-15)
    matrix = jacobian(evaluation, "y", "x").matrix
    np.testing.assert_allclose(matrix.sum(axis=1), 0, atol=1e-16)
    np.testing.assert_array_equal(matrix, matrix.T)
