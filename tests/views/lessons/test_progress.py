import pytest

from playground.lessons.record import Record
from playground.views.lessons.progress import StepView
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
