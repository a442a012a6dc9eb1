import numpy as np
import pytest

from playground.files import override, read_preset
from playground.lessons.errors import LessonError
from playground.lessons.formulas import Names
from playground.lessons.lesson import Ask, Choice, Wrong
from playground.lessons.names import names_of
from playground.lessons.questions import QUESTIONS, judge, read_number, wrong_answers
from playground.lessons.slips import SLIPS
from playground.training import TrainingSession


@pytest.fixture
def names(session):
    return names_of(session, 0)


def batch_names(*settings):
    """Three neurons, two outputs behind them, ten examples: every slip gives a number of its own."""
    experiment = override(
        read_preset("three_spirals"),
        ["network.hidden=[3,3]", "training.optimizer=sgd", "training.batch_size=10", *settings],
    )
    return names_of(TrainingSession(experiment), None)


ASKS = {
    "number": Ask("number", "dW[1][1,1]"),
    "sign": Ask("sign", "dA[1][1,1]"),
    "choice": Ask("choice", "m", choices=(Choice({"en": "two"}, "2", {"en": "count"}), Choice({"en": "one"}, "1"))),
    "cell": Ask("cell", "abs(dW[1])", of="dW[1]"),
    "order": Ask("order", choices=tuple(Choice({"en": name}, f"when_{name}") for name in ("A[1]", "Z[2]", "Z[1]"))),
    "shape": Ask("shape", "W[2]"),
}


def test_there_is_an_example_of_every_kind():
    assert ASKS.keys() == QUESTIONS.keys()


@pytest.mark.parametrize("kind", QUESTIONS)
def test_the_right_answer_is_right_and_every_usual_wrong_one_gets_its_reason(names, kind):
    ask = ASKS[kind]
    assert judge(ask, names, QUESTIONS[kind].answer(ask, names)).right
    wrong = wrong_answers(ask, names)
    assert wrong
    for value, _ in wrong:
        verdict = judge(ask, names, value)
        assert not verdict.right
        assert verdict.slip


@pytest.mark.parametrize("kind", QUESTIONS)
@pytest.mark.parametrize("nonsense", ["", "nonsense", None, [], {}, True, "1e999", "nan", "0x10", "W[1]"])
def test_nonsense_is_no_answer(names, kind, nonsense):
    with pytest.raises(LessonError):
        judge(ASKS[kind], names, nonsense)


@pytest.mark.parametrize(
    ("text", "value"),
    [("-0.25", -0.25), ("−0,25", -0.25), (" 1/4 ", 0.25), ("2.5e-3", 0.0025), (3, 3.0), ("sqrt(4)", 2.0)],
)
def test_numbers_as_people_type_them(text, value):
    assert read_number(text) == value


def test_digits_that_are_shown_are_enough(names):
    ask = Ask("number", "dW[1][1,1]", tolerance="digits")
    assert judge(ask, names, "-0.01731").right
    assert not judge(ask, names, "-0.0173").right


CELLS = ["Z[2][1,3]", "A[1][1,3]", "dA[1][1,3]", "dZ[1][1,3]", "dW[2][1,3]", "db[2][2]", "W_new[2][1,3]", "b_new[2][1]"]


def test_every_usual_slip_is_told_apart():
    names, seen = batch_names("network.initializer=normal"), set()
    for cell in CELLS:
        for value, _ in wrong_answers(Ask("number", cell), names):
            verdict = judge(Ask("number", cell), names, value)
            assert not verdict.right
            assert verdict.say
            seen.add(verdict.slip)
    assert seen >= {slip.id for slip in SLIPS} - {"weights_transposed", "updated_weights"}


@pytest.mark.parametrize("slip", ["weights_transposed", "updated_weights"])
def test_slips_of_the_way_back_through_weights(slip):
    names = batch_names("network.initializer=normal", "training.learning_rate=1")
    rows = [row for row in wrong_answers(Ask("number", "dA[1][1,3]"), names) if row[1] == slip]
    assert len(rows) == 1
    assert judge(Ask("number", "dA[1][1,3]"), names, rows[0][0]).slip == slip


def test_with_one_example_the_sum_is_the_mean_and_no_slip(names):
    assert "not_divided" not in {slip for _, slip in wrong_answers(Ask("number", "dW[1][1,1]"), names)}


def test_a_wrong_answer_of_the_lesson_that_happens_to_be_right_is_none(names):
    ask = Ask("number", "dW[1][1,1]", wrong=(Wrong("dW[1][1,1] * m", {"en": "divide by m"}),))
    assert judge(ask, names, "-0.0173069").right


def test_an_unknown_wrong_number_is_told_what_is_true_of_it(names):
    ask = Ask("number", "dW[1][1,1]")
    assert "sign" in judge(ask, names, 0.5).say
    assert "too large" in judge(ask, names, -0.9).say
    assert "too small" in judge(ask, names, -0.003).say


def test_a_shape_of_the_chain_rule_is_told_nothing_of_examples_and_biases():
    names = Names({}, {"du": np.zeros(2)})
    assert wrong_answers(Ask("shape", "du"), names) == [([2, 1], "shape_transposed")]


@pytest.mark.parametrize(
    ("right", "given", "slip"),
    [
        ("0.1966", "0.2", "rounded"),
        ("0.1966", "0.20", "rounded"),
        ("0.1966", "0.19", "rounded"),
        ("-0.03461", "-0,035", "rounded"),
        ("0.9996", "0.99", "rounded"),
        ("-0.03461", "0.035", "sign"),
        ("0.1966", "0.21", "too_large"),
        ("1.4", "1", "too_small"),
        ("1234", "1200", "rounded"),
        ("0", "0.1", "too_large"),
    ],
)
def test_an_answer_rounded_too_far_is_no_other_slip(names, right, given, slip):
    assert judge(Ask("number", right), names, given).slip == slip


def test_the_other_sign_is_told_where_no_usual_slip_is_one_of_sign(names):
    assert judge(Ask("number", "W_new[1][1,1]"), names, -names.value("W_new[1][1,1]")).slip == "sign"
