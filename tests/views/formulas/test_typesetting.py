from xml.etree import ElementTree

import pytest

from playground.data import FEATURES, GENERATORS
from playground.engine import ACTIVATIONS, COSTS, INITIALIZERS, OPTIMIZERS
from playground.expressions import evaluate, local_derivative_latex, parse
from playground.expressions.operations import OPERATIONS
from playground.files import FIELDS
from playground.views.formulas import typesetting
from playground.views.formulas.typesetting import INK, LONGEST, REMEMBERED, is_typeset, memory, typeset


def operation_formulas(operation):
    inputs = ("x", "y_2", "z")[: operation.arity or 3]
    yield operation.latex.format(*inputs, inputs=", ".join(inputs), rest="1, 2")
    if operation.elementwise:
        for template in operation.local_latex:
            yield template.format(*inputs, y="v")


JACOBIANS = (
    "y = A @ u",
    "y = u @ A",
    "y = A @ A",
    "y = u @ u",
    "y = dot(u, u)",
    "y = norm(A)",
    "y = mean(A)",
    "y = [u, 2*u]",
    "y = A[1]",
    "y = A[1, 2]",
    "y = softmax(u)",
    "y = u + k",
    "y = k*u",
    "y = u*k",
    "y = max(0, u)",
    "y = [[1, 2], [3, 4]] @ u",
)


def jacobian_formulas():
    for text in JACOBIANS:
        graph = parse(text)
        values = {"A": [[1, 2], [3, 4]], "u": [1, 2], "k": 3}
        evaluation = evaluate(graph, {name: values[name] for name in graph.inputs})
        for name in graph.inputs:
            for record in evaluation.records.values():
                if name in record.inputs:
                    yield f"{text} by {name}", local_derivative_latex(evaluation, record.name, name)


def table_formulas():
    for record in ACTIVATIONS.values():
        yield f"activation {record.name}", record.formula
        yield f"activation {record.name} derivative", record.derivative_formula
    for record in COSTS.values():
        yield f"cost {record.name}", record.formula
        yield f"cost {record.name} delta", record.delta_formula
        for activation, fused in record.fused.items():
            yield f"cost {record.name} with {activation}", fused.formula
    for table in (OPTIMIZERS, INITIALIZERS, FIELDS, GENERATORS, FEATURES):
        for name, record in table.items():
            if record.formula:
                yield name, record.formula
    for name, operation in OPERATIONS.items():
        for index, formula in enumerate(operation_formulas(operation)):
            yield f"operation {name} {index}", formula
    yield from jacobian_formulas()


FORMULAS = dict(table_formulas())


@pytest.mark.parametrize("name", FORMULAS)
def test_every_formula_of_every_table_is_typeset(name, caplog):
    formula = typeset(FORMULAS[name])
    assert formula is not None, caplog.text
    root = ElementTree.fromstring(formula.svg)
    assert root.findall(".//{http://www.w3.org/2000/svg}path")
    assert INK in formula.svg
    assert 0.2 < formula.width < 60
    assert 0.4 < formula.height < 5
    assert formula.ascent > 0


def test_no_source_is_left_in_a_picture():
    """A command that the parser does not know would be drawn with its backslash."""
    known, unknown = typeset(r"\alpha"), typeset(r"\unheardof")
    assert known is not None
    assert unknown is None or unknown.width > 3 * known.width


def test_the_baseline_is_where_letters_stand():
    plain, deep, high = typeset("x"), typeset("x_j"), typeset("x^2")
    assert abs(plain.descent) < 0.1
    assert deep.descent > plain.descent + 0.1
    assert high.ascent > plain.ascent + 0.1


@pytest.mark.parametrize(
    "latex", ["", "  ", r"\frac{1}{", r"x^{", r"\left( x", "x" * (LONGEST + 1), "&<>", r"\begin{bmatrix}"]
)
def test_what_is_no_latex_never_raises(latex):
    formula = typeset(latex)
    assert formula is None or formula.width > 0
    assert is_typeset(latex)


def test_an_error_of_the_library_is_kept_in(monkeypatch):
    class Broken:
        def Latex(self, *arguments, **options):
            raise IndexError("somewhere inside")

    monkeypatch.setattr(typesetting, "ziamath", Broken)
    assert typeset(r"x_{broken}") is None
    memory().keep(r"x_{broken}", None)


def test_a_formula_is_typeset_once(monkeypatch):
    typeset("a + b")
    monkeypatch.setattr(typesetting, "ziamath", None)
    assert typeset("a + b") is typeset("a + b")


def test_the_memory_is_bounded_and_forgets_the_oldest(monkeypatch):
    formulas = typesetting._Memory()
    for number in range(REMEMBERED):
        formulas.keep(str(number), None)
    assert formulas["0"] is None  # used again: the next oldest goes first
    formulas.keep("new", None)
    assert len(formulas) == REMEMBERED
    assert "0" in formulas
    assert "1" not in formulas


@pytest.mark.parametrize("latex", ["y = -x", "-x", r"\left(-x, y\right)", r"z \cdot -x", r"x \leftarrow -y", r"e^{-z}"])
def test_a_sign_stands_close_to_its_number(latex):
    assert typesetting._spaced(latex).count("{-}") == 1


def test_a_row_beside_a_column_has_brackets_of_its_own_height():
    row, column = r"\begin{bmatrix} 1 & 2 \end{bmatrix}", r"\begin{bmatrix} 1 \\ 2 \\ 3 \end{bmatrix}"
    alone = typeset(row).width + typeset(column).width
    assert typeset(rf"{row} {column}").width == pytest.approx(alone, abs=0.3)  # tall brackets are wider


@pytest.mark.parametrize("latex", ["a - b", "A - Y", "1 - a^2", r"\frac{a}{b} - c", r"x_{1} - x_2", r"(a) - b"])
def test_differences_keep_their_space(latex):
    assert typesetting._spaced(latex) == latex
