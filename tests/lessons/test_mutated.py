"""Whatever is in the files of a class: a row of the table or one line, never anything else.

As a campaign: ``HYPOTHESIS_PROFILE=campaign pytest tests/lessons/test_mutated.py``.
"""

import base64
import json
import warnings

import msgspec
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from playground.lessons import checking
from playground.lessons.checking import check, judged
from playground.lessons.decode import decode_lesson
from playground.lessons.grading import Grade, grade_folder, grade_memory
from playground.lessons.record import decode_record, encode_record
from playground.messages import RefusalError
from tests.lessons.conftest import saved
from tests.lessons.mutations import JUNK, damaged, mutated
from tests.lessons.test_grading import LESSON, student

pytestmark = pytest.mark.slow

EN = {"en": "x"}
ROWS = [{"text": EN, "value": "0"}, {"text": EN, "value": "1"}]
CHOICES = [{"text": EN, "value": "1"}, {"text": EN, "value": "m + 1", "say": EN}]
CELL = {"kind": "cell", "answer": "abs(dW[1])", "of": "dW[1]"}
ALL_KINDS = {
    "schema_version": 1,
    "id": "made",
    "title": EN,
    "start": {"preset": "by_hand", "set": {"training.learning_rate": 0.5}, "example": 1},
    "steps": [
        {
            "id": "number",
            "text": EN,
            "show": {"workspace": "backprop", "page": "walk", "phase": "dW 1", "light": ["dW[1][1,1]"]},
            "ask": {
                "kind": "number",
                "answer": "dW[1][1,1]",
                "hide": ["dW[1]", "cost"],
                "tolerance": "1 %",
                "wrong": [{"value": "-dW[1][1,1]", "say": EN}],
                "hints": [EN],
            },
        },
        {"id": "sign", "text": EN, "do": {"updates": 2}, "ask": {"kind": "sign", "answer": "dZ[2]"}},
        {"id": "choice", "text": EN, "ask": {"kind": "choice", "answer": "m", "choices": CHOICES}},
        {"id": "cell", "text": EN, "do": {"weights": {"W[1][1,1]": 0.3}}, "ask": CELL},
        {"id": "order", "text": EN, "ask": {"kind": "order", "choices": ROWS}},
        {"id": "shape", "text": EN, "ask": {"kind": "shape", "answer": "W[1]"}},
        {"id": "goal", "text": EN, "until": {"train_cost": "< 10"}, "solve": {"epochs": 1}, "lock": ["network.hidden"]},
    ],
}  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def impatient():
    """Goals are given up soon; numbers may overflow on the way."""
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        patch.setattr(checking, "MOST_SECONDS", 0.05)
        patch.setattr(checking, "SLICE_SECONDS", 0.02)
        yield


@pytest.fixture(scope="module")
def memory():
    session = student(3, goal=True)
    return session.memory()


def one_line(error):
    assert error.message
    assert "\n" not in error.message
    assert len(error.message) < 3000


QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def record_json():
    return json.loads(encode_record(decode_record(student(3, goal=True).lesson, "lesson")))


RECORD = record_json()


@QUICK
@given(text=mutated(RECORD))
def test_a_changed_record_is_graded_or_refused_in_a_line(memory, text):
    try:
        grade = grade_memory(replace(memory, lesson=text), "a.playground", LESSON)
    except RefusalError as error:
        one_line(error)
    else:
        assert isinstance(grade, Grade)
        assert 0 <= grade.right <= grade.asked == len(LESSON.questions)


@QUICK
@given(
    kind=st.sampled_from(["parameters", "moments"]),
    content=st.binary(max_size=64) | st.lists(st.floats(), max_size=12).map(lambda values: np.array(values).tobytes()),
    place=st.sampled_from(["begun", "answered", "reached"]),
)
def test_changed_weights_are_graded_or_refused_in_a_line(memory, kind, content, place):
    record = json.loads(json.dumps(RECORD))
    states = [record["begun"]] if place == "begun" else [each["state"] for each in record[place]]
    for state in states:
        state[kind] = base64.b64encode(content).decode()
    grade = grade_memory(replace(memory, lesson=json.dumps(record)), "a.playground", LESSON)
    assert 0 <= grade.right <= grade.asked
    assert grade.tampered or (kind, place) != ("parameters", "begun")


@pytest.mark.parametrize(
    "change",
    [
        {"rng": ["f" * 60, "1", 0, 0]},
        {"rng": ["zz", "1", 0, 0]},
        {"rng": ["1", "1", 0, -1]},
        {"position": -1},
        {"update": 2**63},
        {"parameters": "AAAA"},
        {"experiment": {"network": {"initial": [{"V": 1}]}}},
        {"example": -5},
    ],
    ids=str,
)
def test_a_state_that_none_can_have_is_no_proof(memory, change):
    record = json.loads(json.dumps(RECORD))
    record["answered"][0]["state"] |= change
    grade = grade_memory(replace(memory, lesson=json.dumps(record)), "a.playground", LESSON)
    assert (grade.right, grade.tampered) == (2, True)


@QUICK
@given(values=st.lists(JUNK | st.text(max_size=80) | st.floats() | st.integers(), min_size=1, max_size=3))
def test_whatever_was_answered_is_graded(memory, values):
    record = decode_record(memory.lesson, "lesson")
    for answered, value in zip(record.answered, values, strict=False):
        tries = (msgspec.structs.replace(answered.tries[-1], value=value),)
        record = record.with_answered(msgspec.structs.replace(answered, tries=tries))
    grade = grade_memory(replace(memory, lesson=encode_record(record)), "a.playground", LESSON)
    assert 0 <= grade.right <= grade.asked


@pytest.fixture(scope="module")
def good_file(tmp_path_factory):
    folder = tmp_path_factory.mktemp("class")
    saved(student(3, goal=True), folder / "good.playground")
    return folder / "good.playground"


@settings(QUICK, max_examples=10)
@given(data=st.data())
def test_a_damaged_file_is_a_row_and_stops_nothing(good_file, data):
    path = good_file.with_name("bad.playground")
    path.write_bytes(data.draw(damaged(good_file.read_bytes())))
    rows = {grade.file: grade for grade in grade_folder(good_file.parent)}
    assert rows["good.playground"].right == 3
    assert "\n" not in rows["bad.playground"].problem


@QUICK
@given(text=mutated(ALL_KINDS))
def test_a_changed_lesson_is_played_or_refused_in_a_line(text):
    try:
        lesson = decode_lesson(text.encode("utf-8", "surrogatepass"), "made.json")
        for _ in check(lesson):
            pass
    except RefusalError as error:
        one_line(error)


def test_the_lesson_that_is_changed_can_be_played():
    lesson = decode_lesson(json.dumps(ALL_KINDS).encode(), "made.json")
    assert [step.id for step in check(lesson)] == [step["id"] for step in ALL_KINDS["steps"]]


@QUICK
@given(
    answers=st.dictionaries(
        st.sampled_from(["number", "sign", "choice", "cell", "order", "shape", "elsewhere"]),
        JUNK | st.text(max_size=300) | st.floats() | st.integers(),
    )
)
def test_whatever_is_in_a_file_of_answers_is_judged_or_refused_in_a_line(answers):
    lesson = decode_lesson(json.dumps(ALL_KINDS).encode(), "made.json")
    try:
        verdicts = judged(lesson, "", answers, "answers.json")
    except RefusalError as error:
        one_line(error)
    else:
        assert [step for step, _ in verdicts] == ["number", "sign", "choice", "cell", "order", "shape"]
        assert all("\n" not in verdict.say and len(verdict.say) < 3000 for _, verdict in verdicts)
