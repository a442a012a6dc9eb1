"""What can only be seen when a lesson is played: where it is told, and that nothing else is opened."""

import json

import pytest

from playground.lessons.checking import check
from playground.lessons.errors import LessonError, StepError
from tests.lessons.conftest import lesson_of

NUMBER = {"kind": "number", "answer": "cost"}
EQUAL = [{"text": {"en": text}, "value": "1"} for text in ("one", "other")]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ({"ask": {**NUMBER, "answer": "dW[1]"}}, "ask.answer: dW[1]: it gives 4 numbers"),
        ({"ask": {**NUMBER, "answer": "costs"}}, "ask.answer: costs: there is no costs here; did you mean 'cost'?"),
        ({"ask": {**NUMBER, "answer": "log(0 - m)"}}, "ask.answer: log(0 - m): it gives no finite number"),
        ({"ask": {**NUMBER, "wrong": [{"value": "1/(m - m)", "say": {"en": "No."}}]}}, "ask.wrong[0].value: 1/(m - m)"),
        ({"ask": {**NUMBER, "hide": ["dW[1][9,9]"]}}, "ask.hide: dW[1][9,9]: dW[1] has 2 rows"),
        ({"ask": {"kind": "order", "choices": EQUAL}}, "every answer is right here"),
        ({"ask": {"kind": "choice", "answer": "1", "choices": EQUAL}}, "every answer is right here"),
        ({"show": {"light": ["W[7]"]}}, "show.light: W[7]: there is no W[7]"),
        ({"show": {"phase": "dW 9"}}, "show.phase: there is no dW 9 here; did you mean 'dW 2'?"),
        ({"do": {"weights": {"W[9][1,1]": 1}}}, "do.weights: weights: W[9][1,1]"),
        ({"until": {"train_costs": "< 1"}}, "until[0]: train_costs: there is no"),
    ],
)
def test_a_step_that_cannot_be_played_says_at_which_place(step, told):
    with pytest.raises(StepError) as caught:
        list(check(lesson_of(step)))
    assert str(caught.value).startswith(f"step s0: {told}")


@pytest.mark.parametrize("where", ["start", "do"])
def test_no_file_is_opened_but_the_start(where, tmp_path):
    table = tmp_path / "secret.csv"
    table.write_text("a,b,y\n" + "1,2,0\n3,4,1\n" * 20)
    change = {"data.source": {"csv": str(table)}}
    start = {"preset": "by_hand", **({"set": change} if where == "start" else {})}
    lesson = lesson_of({"do": {"set": change}} if where == "do" else {}, start=start)
    with pytest.raises(LessonError, match="a lesson opens no file but its start"):
        list(check(lesson))


def test_a_preset_is_the_name_of_no_file(tmp_path):
    path = tmp_path / "mine.json"
    path.write_text(json.dumps({"schema_version": 1}))
    with pytest.raises(LessonError, match="is not a preset"):
        list(check(lesson_of({}, start={"preset": str(path)})))
