import pytest

from playground.lessons.lesson import Ask, Choice
from playground.lessons.record import Record
from playground.views.lessons.progress import StepView, answer_text
from tests.lessons.conftest import lesson_of


@pytest.mark.parametrize(
    ("until", "waits"),
    [
        ({"test_accuracy": ">= 0.95"}, "test accuracy ≥ 95%"),
        ({"train_cost": "< 0.02"}, "training cost < 0.02"),
        ({"test_cost": "<= 0.05", "neurons": "<= 4"}, "test cost ≤ 0.05, hidden neurons ≤ 4"),
        ({"train_accuracy": "> 1/2"}, "training accuracy > 1/2"),
    ],
)
def test_a_goal_is_written_as_the_window_writes_its_numbers(until, waits):
    assert str(StepView(lesson_of({"until": until}), Record(lesson="")).verdict) == f"Waiting for: {waits}"


def test_an_answer_that_is_shown_is_the_text_of_its_row_and_not_its_number():
    rows = tuple(Choice({"en": name}, "0") for name in ("once", "twice", "never"))
    assert answer_text(Ask("choice", choices=rows), 2) == "twice"
    assert answer_text(Ask("order", choices=rows), [3, 1, 2]) == "never → once → twice"
    assert answer_text(Ask("shape"), [1, 2]) == "1×2"
    assert answer_text(Ask("number"), -0.43276) == "−0.4328"
    assert answer_text(Ask("choice", choices=rows), 9) == "9"  # what anybody's file holds
