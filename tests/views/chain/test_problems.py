"""The words of the expressions room in the window's language: the same in English, and found in Korean."""

import re

import pytest

from playground.app import application
from playground.expressions import OPERATIONS, evaluate, jacobian, parse
from playground.views.chain.problems import jacobian_text, problem_text

HANGUL = re.compile("[가-힣]")
PROBLEMS = {
    "1 / x": {"x": 0.0},
    "0**x": {"x": -1.0},
    "log(x)": {"x": [1.0, -2.0]},
    "sqrt(x)": {"x": 0.0},
    "(x - 1)**0.5": {"x": 0.0},
    "exp(x)": {"x": [[0.0, 1.0], [1000.0, 2.0]]},
}
JACOBIANS = {
    "x * y": {"x": 2.0, "y": 3.0},
    "x + [1, 2]": {"x": 2.0},
    "x + [[1, 2], [3, 4]]": {"x": [1.0, 2.0]},
    "sqrt(x)": {"x": [0.0, 1.0]},
    "exp(x)": {"x": [0.0] * 70},
    "sum(x)": {"x": [0.0] * 3},
}


@pytest.fixture
def korean(qapp):
    application(language="ko")
    yield
    application(language="en")


def problems(text):
    return [record.problem for record in evaluate(parse(text), PROBLEMS[text]).problems]


def found(text):
    evaluation = evaluate(parse(text), JACOBIANS[text])
    return jacobian(evaluation, evaluation.graph.output, "x")


@pytest.mark.parametrize("text", PROBLEMS)
def test_problems_in_english_are_as_they_were_worded(text, qapp):
    assert problems(text)
    assert [problem_text(problem) for problem in problems(text)] == problems(text)


@pytest.mark.parametrize("text", PROBLEMS)
def test_problems_are_said_in_korean(text, korean):
    for problem in problems(text):
        said = problem_text(problem)
        assert HANGUL.search(said)
        assert re.findall(r"\[.*\]", said) == re.findall(r"\[.*\]", problem)


@pytest.mark.parametrize("name", [name for name, record in OPERATIONS.items() if record.kink_note])
def test_kinks_are_said_in_korean(name, korean):
    assert HANGUL.search(problem_text(OPERATIONS[name].kink_note))


@pytest.mark.parametrize("text", JACOBIANS)
def test_a_jacobian_is_described_in_english_as_it_was_worded(text, qapp):
    assert jacobian_text(found(text)) == found(text).description


@pytest.mark.parametrize("text", JACOBIANS)
def test_a_jacobian_is_described_in_korean(text, korean):
    said = jacobian_text(found(text))
    rows, columns = found(text).shape
    assert said.startswith(f"∂{found(text).node}/∂x: {rows} × {columns}, ")
    assert HANGUL.search(said)
    assert not re.search(r"[a-z]{3}", said.partition(", ")[2])
