import re

import pytest

from playground.lessons.course import COURSE, course_lesson
from playground.lessons.errors import LessonError
from playground.lessons.questions import judge
from playground.lessons.worksheet import worksheet
from playground.messages import LANGUAGES
from tests.lessons.conftest import lesson_of

SCREEN = re.compile(
    r"on the left|is shown|are shown|shown below|click|press|drag|counted above|line below|is lit|diagram|the graph"
    r"|window|왼쪽|보이는|누르|클릭|위쪽에|상태 줄|강조되|그래프에서|아래에 있|아래의|창에"
)
"""Words that speak of the window."""
NUMBER = {"kind": "number", "answer": "dW[1][1,1]"}
BY_HAND = lesson_of({"ask": NUMBER}, {"ask": {"kind": "shape", "answer": "dW[1]"}})


def answers(made):
    return [[question.answer_text for question in sheet.questions] for sheet in made.sheets]


@pytest.mark.parametrize("lesson_id", COURSE)
def test_every_lesson_of_the_course_can_be_put_on_paper(lesson_id):
    made = worksheet(course_lesson(lesson_id), students=2)
    asked = {question.step.id for question in made.sheets[0].questions}
    left_out = {step for step, _ in made.left_out}
    assert asked
    assert asked | left_out == {step.id for step in made.lesson.questions}
    assert not asked & left_out
    for sheet in made.sheets:
        for question in sheet.questions:
            assert judge(question.ask, question.names, question.answer).right
            assert set(question.text.texts) >= set(LANGUAGES)
            for text in (question.text, question.question):
                assert text is None or not any(map(SCREEN.search, text.texts.values()))


def test_each_student_has_numbers_and_answers_of_their_own():
    made = worksheet(BY_HAND, students=5, seed=3)
    assert len({row[0] for row in answers(made)}) == 5
    assert {row[1] for row in answers(made)} == {"2×2"}, "the shape is the same for everybody"
    inputs = {sheet.questions[0].given.numbers[0][1].tobytes() for sheet in made.sheets}
    assert len(inputs) == 5


def test_the_numbers_have_one_decimal_and_none_is_zero():
    for sheet in worksheet(BY_HAND, students=3).sheets:
        for _, values in sheet.questions[0].given.numbers:
            assert all(value and round(value, 1) == value for value in values.flat)


def test_the_same_seed_gives_the_same_sheets_and_another_gives_others():
    lesson = course_lesson("one_neuron")
    first = answers(worksheet(lesson, students=2, seed=7))
    assert answers(worksheet(lesson, students=2, seed=7)) == first
    assert answers(worksheet(lesson, students=2, seed=8)) != first
    assert answers(worksheet(lesson, students=1, seed=7)) == first[:1], "a sheet does not depend on how many there are"


def test_a_students_answer_is_not_anothers():
    one, other = (sheet.questions[0] for sheet in worksheet(BY_HAND, students=2).sheets)
    assert one.ask is other.ask
    assert not judge(one.ask, one.names, other.answer).right


def test_numbers_that_a_text_names_become_the_students():
    text = {"en": "What is dx/dt at t = 0.5?", "ko": "t = 0.5에서 dx/dt는 얼마입니까?"}
    asking = {"ask": {"kind": "number", "answer": "dt", "text": text}}
    for sheet in worksheet(lesson_of(asking, start={"chain": "three_in_a_row"}), students=3).sheets:
        (question,) = sheet.questions
        (t,) = (float(value) for name, value in question.given.numbers if name == "t")
        for language in LANGUAGES:
            assert f"t = {t:g}".replace("-", "−") in question.question.texts[language]
        assert question.answer == pytest.approx(-10 * t)


def test_inputs_that_say_yes_or_no_stay():
    made = worksheet(lesson_of({"ask": NUMBER}, start={"preset": "xor_points"}))
    numbers = dict(made.sheets[0].questions[0].given.numbers)
    assert numbers["X"].tolist() == [[0, 0, 1, 1], [0, 1, 0, 1]]
    assert numbers["Y"].tolist() == [[0, 1, 1, 0]]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ({"ask": {"kind": "cell", "answer": "abs(dW[1])", "of": "dW[1]"}}, "clicked"),
        ({"ask": NUMBER, "do": {"epochs": 1}}, "training"),
        ({"ask": {"kind": "number", "answer": "epoch"}}, "training"),
        ({"ask": NUMBER, "do": {"preset": "circles"}}, "more numbers"),
        ({"ask": NUMBER, "text": {"en": "It was 0.115 before."}}, "own numbers"),
    ],
)
def test_what_makes_no_sense_on_paper_is_left_out_and_said_so(step, told):
    made = worksheet(lesson_of({"ask": {"kind": "number", "answer": "m"}}, step))
    ((left_out, reason),) = made.left_out
    assert left_out == "s1"
    assert told in reason


def test_after_training_begins_anew_questions_are_asked_again():
    made = worksheet(lesson_of({"until": {"cost": "< 0.01"}}, {"ask": NUMBER, "do": {"reset": True}}))
    assert not made.left_out


def test_a_lesson_without_a_question_for_paper_is_refused():
    with pytest.raises(LessonError, match="made: none of its questions can be asked on paper"):
        worksheet(lesson_of({"ask": {"kind": "number", "answer": "epoch"}}))


def test_a_formula_that_fails_names_its_step():
    with pytest.raises(LessonError, match="step s0: "):
        worksheet(lesson_of({"ask": {"kind": "number", "answer": "m"}, "do": {"weights": {"W[9][1,1]": 1}}}))


def test_numbers_for_which_a_question_has_no_answer_are_drawn_again():
    lesson = lesson_of({"ask": {"kind": "number", "answer": "log(W[1][1,1])"}})
    for sheet in worksheet(lesson, students=4).sheets:
        (question,) = sheet.questions
        assert question.names.value("W[1][1,1]") > 0


def test_a_choice_is_answered_with_its_letter():
    choices = [{"text": {"en": "one"}, "value": "1"}, {"text": {"en": "the layers"}, "value": "L"}]
    made = worksheet(lesson_of({"ask": {"kind": "choice", "answer": "L", "choices": choices}}))
    assert answers(made) == [["B"]]


def test_a_text_for_paper_stands_in_the_place_of_the_other_with_the_students_numbers():
    step = {
        "text": {"en": "Look at the left."},
        "paper": {"en": "Work it out."},
        "ask": {**NUMBER, "text": {"en": "Which number is lit?"}, "paper": {"en": "Which number is it at eta = 0.5?"}},
    }
    (question,) = worksheet(lesson_of(step)).sheets[0].questions
    assert question.text == "Work it out."
    assert str(question.question).startswith("Which number is it at eta = ")


def test_how_training_would_go_on_is_not_asked_on_paper():
    rows = [{"text": {"en": name}, "value": f"after_10_{name}"} for name in ("sgd", "adam")]
    step = {"ask": {"kind": "choice", "answer": "min(after_10_sgd, after_10_adam)", "choices": rows}}
    made = worksheet(lesson_of(step, {"ask": NUMBER}))
    assert dict(made.left_out) == {"s0": "it is about training in the window"}
