"""Every entry of the table against central differences, and its description."""

import numpy as np
import pytest

from playground.expressions import FUNCTIONS, OPERATIONS, evaluate, expression_latex, jacobian, local_derivative_latex
from playground.expressions.graph import INPUT, Graph, Node

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
    for text in (operation.label, operation.symbol, operation.pattern, operation.jacobian, operation.shape_rule):
        assert text
        assert "\n" not in text
    assert len(operation.local_latex) in {1, operation.arity}
    assert len(operation.operand_bindings) in {0, operation.arity}
    assert (operation.kink is None) == (operation.kink_note == "")


@pytest.mark.parametrize("name", list(OPERATIONS))
def test_latex_templates_fill_and_balance(name):
    count = OPERATIONS[name].arity or 3
    names = [f"a{i}" for i in range(count)]
    graph = Graph([*(Node(i, INPUT) for i in names), Node("y", name, tuple(names), named=True)])
    formulas = [expression_latex(graph, "y"), *(local_derivative_latex(graph, "y", i) for i in range(count))]
    for formula in formulas:
        assert formula.count("{") == formula.count("}")
        assert formula.count(r"\left") == formula.count(r"\right")
    for i in range(count):
        assert f"a_{{{i}}}" in formulas[0]


def test_every_operation_can_be_typed():
    operators = {"add", "subtract", "multiply", "divide", "power", "matmul", "negative", "copy", "stack"}
    assert {name for choices in FUNCTIONS.values() for name in choices} == set(OPERATIONS) - operators
    wanted = "exp log sqrt sin cos tan tanh sigmoid relu softplus abs max min sum mean dot norm"
    assert set(FUNCTIONS) == set(wanted.split())


@pytest.mark.parametrize("name", ["sigmoid", "softplus", "tanh", "relu"])
@pytest.mark.parametrize("x", [-1000.0, 1000.0])
def test_saturated_functions_stay_finite(name, x):
    evaluation = evaluate(Graph([Node("x", INPUT), Node("y", name, ("x",))]), {"x": x})
    assert not evaluation.problems
    assert evaluation["y"].is_defined
    assert evaluation["x"].gradient in (0, 1)
