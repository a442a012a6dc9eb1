import numpy as np
import pytest

from playground.engine import MISTAKES
from playground.training.check_job import possible_mistakes
from playground.views.check.breaking import Exercise

NAMES = tuple(MISTAKES)


def test_choosing_by_name_is_open_and_nothing_is_right():
    assert Exercise.chosen("wrong_sign").stage == "open"
    assert Exercise.chosen(None) == Exercise()


def test_a_surprise_is_secret_and_another_than_before():
    rng = np.random.default_rng(0)
    before = None
    for _ in range(60):
        exercise = Exercise.surprise(NAMES, rng, before)
        assert exercise.stage == "secret"
        assert exercise.mistake in NAMES
        assert exercise.mistake != before
        before = exercise.mistake


def test_every_mistake_can_be_the_surprise():
    rng = np.random.default_rng(0)
    assert {Exercise.surprise(NAMES, rng, None).mistake for _ in range(300)} == set(NAMES)


def test_surprises_among_one_or_none():
    rng = np.random.default_rng(0)
    assert Exercise.surprise(("wrong_sign",), rng, "wrong_sign").mistake == "wrong_sign"
    assert Exercise.surprise((), rng, None) == Exercise()


def test_guessing():
    secret = Exercise("wrong_sign", "secret")
    wrong = secret.guessed("missing_mean")
    assert (wrong.stage, wrong.guess) == ("secret", "missing_mean")
    assert wrong.with_hint().guess is None
    found = wrong.guessed("wrong_sign")
    assert (found.stage, found.guess) == ("found", None)
    assert secret.revealed().stage == "revealed"


@pytest.mark.parametrize(
    ("overrides", "without"),
    [
        ({}, {"elementwise_softmax", "missing_transpose"}),
        ({"training.batch_size": 1}, {"missing_mean", "bias_not_summed"}),
        ({"network.hidden": "[]"}, {"missing_transpose", "missing_activation_derivative"}),
    ],
)
def test_what_makes_no_difference_is_not_offered(make_snapshot, overrides, without):
    snapshot = make_snapshot("circles", 0, **overrides)
    possible = possible_mistakes(snapshot.problem_info, snapshot.experiment.training)
    assert not without & set(possible)
    assert "wrong_sign" in possible
