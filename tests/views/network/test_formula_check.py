import pytest

from playground.app import application
from playground.views.network.formula_line import canonical, problem_of


@pytest.fixture
def problem_info(make_snapshot):
    return make_snapshot("circles").problem_info


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("x1 ** 2", "x1**2"),
        (" sqrt( x1**2+x2**2 ) ", "sqrt(x1**2 + x2**2)"),
        (" exp( x1 )", "exp( x1 )"),
    ],
)
def test_a_suggestion_typed_by_hand_is_the_suggestion(typed, written):
    assert canonical(typed) == written


@pytest.mark.parametrize("formula", ["x1*sin(x2)", "exp(-x1**2)", "2", "abs(x1)"])
def test_what_can_be_a_feature_has_no_problem(problem_info, formula):
    assert problem_of(formula, problem_info, ("x1", "x2")) == ""


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("x1 + y", "Column 6: y is not known here"),
        ("x1 + x3", "Column 6: x3 is not known here; the inputs are x1, x2"),
        ("x1 +", "Column "),
        ("x1 @ x2", "Column 1: @ mixes examples"),
        ("sum(x1)", "Column 1: "),
    ],
)
def test_what_is_wrong_is_said_with_its_place(problem_info, formula, words):
    problem = problem_of(formula, problem_info, ())
    assert problem.startswith(words)
    assert "\n" not in problem


def test_a_feature_that_is_there_already(problem_info):
    assert "already" in problem_of("x1 ** 2", problem_info, ("x1", "x1**2"))


def test_a_formula_without_a_value_for_an_example_names_it(problem_info):
    problem = problem_of("log(x1)", problem_info, ())
    assert problem.startswith("It has no value for the example with x1 = −")


def test_only_the_inputs_named_are_looked_at(make_table_snapshot):
    problem_info = make_table_snapshot(300).problem_info
    assert problem_of("log(x7**2 + 1) / (1 + x299**2)", problem_info, ()) == ""


def test_a_mistake_is_told_in_korean(problem_info):
    application(language="ko")
    try:
        assert problem_of("x1 + y", problem_info, ()) == "6번째 글자: y는 여기서 쓸 수 없습니다. 입력은 x1, x2입니다"
    finally:
        application(language="en")
