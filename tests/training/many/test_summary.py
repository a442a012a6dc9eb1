"""What an experiment over settings shows: counted by hand."""

import math

import numpy as np
import pytest

from playground.training.many.frame import Member
from playground.training.many.summary import SCORES, marked, sentences, summaries

ACCURACY, COST = SCORES["test_accuracy"], SCORES["test_cost"]


def shown(values, *, seeds, diverged=(), score=ACCURACY, baseline=0.5):
    """Return the groups and sentences for rates 0.1, 0.2 … with so many seeds each."""
    members = [
        Member({"rate": k // seeds}, (f"0.{k // seeds + 1}",), k % seeds, k // seeds) for k in range(len(values))
    ]
    lost = np.isin(np.arange(len(values)), diverged)
    goal = score.solved_at(baseline)
    groups = summaries(members, score, np.array(values), lost, goal)
    return groups, sentences(("Learning rate",), groups, score, goal)


def test_a_group_is_the_mean_and_spread_of_those_that_did_not_diverge():
    groups, _ = shown([0.9, 0.8, 1.0, 0.7, np.nan, 0.99], seeds=3, diverged=[3])
    first, second = groups
    assert (first.mean, first.std) == pytest.approx((0.9, 0.1))
    assert (first.best, first.worst, first.solved, first.diverged) == (2, 1, 1, 0)
    assert (second.mean, second.std, second.best, second.worst) == (pytest.approx(0.99), None, 5, 5)
    assert (second.diverged, second.solved, second.members) == (1, 1, (3, 4, 5))


def test_the_count_of_seeds_that_solve_it_is_told_for_each_setting():
    groups, (counts, certainty) = shown([1.0] * 15 + [0.5] + [1.0] * 3 + [0.6] * 13, seeds=16)
    assert [group.solved for group in groups] == [15, 3]
    assert counts == (
        "With learning rate 0.1: 15 of 16 seeds solve it; learning rate 0.2: 3 of 16 seeds solve it "
        "(test accuracy 95.0% or better)."
    )
    # 18 of 32 solve it: twice the spread of the difference of two such counts is 2·√(2·16·0.5625·0.4375) = 5.6.
    assert certainty.arguments == {"n": 16, "margin": 6}


def test_seeds_alone_are_counted_and_say_what_others_would_do():
    members = [Member({}, (), seed, 0) for seed in range(20)]
    values, none = np.array([1.0] * 15 + [0.5] * 5), np.zeros(20, bool)
    groups = summaries(members, ACCURACY, values, none, 0.95)
    counts, certainty = sentences((), groups, ACCURACY, 0.95)
    assert counts == "With these settings: 15 of 20 seeds solve it (test accuracy 95.0% or better)."
    # 2·√(2·20·0.75·0.25) = 5.5
    assert certainty == "Of 20 other seeds, about 9 to 20 would solve it."


def test_where_all_solve_it_no_setting_is_named():
    _, (sentence,) = shown([1, 1, 0.99, 0.98], seeds=2)
    assert sentence == "Every one of 4 networks solves it (test accuracy 95.0% or better)."


def test_of_many_settings_the_best_and_the_worst_are_named():
    _, (counts, _) = shown([1, 1, 1, 0.5, 1, 1, 0.5, 0.5, 1, 0.5, 0.9, 1], seeds=2)
    assert counts.startswith("With learning rate 0.1: 2 of 2 seeds solve it; learning rate 0.4: 0 of 2")


def test_few_seeds_are_called_few():
    _, (_, certainty) = shown([1, 1, 0.5, 0.6], seeds=2)
    assert certainty.startswith("2 seeds are few")
    _, (counts, certainty) = shown([1, 0.5, 0.97], seeds=1)
    assert counts.startswith("2 of 3 networks solve it (test accuracy 95.0% or better); best learning rate 0.1: 100")
    assert certainty.startswith("One seed each")


def test_where_none_solves_it_the_best_average_is_named():
    _, (sentence,) = shown([0.6, 0.7, 0.8, 0.9], seeds=2)
    assert sentence.startswith(
        "None solves it yet (test accuracy 95.0% or better); the best so far is learning rate 0.2, 85"
    )
    _, (sentence,) = shown([0.6, 0.7], seeds=2, diverged=[0, 1])
    assert sentence.startswith("All networks diverged")
    _, (sentence,) = shown([math.nan, math.nan], seeds=2, diverged=[1])
    assert sentence == "No network has a score yet."


def test_of_costs_the_lower_is_better_and_a_tenth_of_the_baseline_solves_it():
    groups, (counts, _) = shown([0.5, 0.05, 0.3, 0.4], seeds=2, score=COST, baseline=1.0)
    assert (groups[0].best, groups[0].worst) == (1, 0)
    assert counts.startswith("With learning rate 0.1: 1 of 2 seeds solve it; learning rate 0.2: 0 of 2")
    assert "(test cost 0.1 or better)" in counts


def test_best_typical_and_worst_are_by_score_and_did_not_diverge():
    values = np.array([0.5, 0.9, 0.7, 1.0, 0.8])
    assert marked(ACCURACY, values, np.array([False, False, False, True, False])) == (1, 4, 0)
    assert marked(COST, values, np.zeros(5, bool)) == (0, 4, 3)
    assert marked(COST, values, np.ones(5, bool)) == (None, None, None)
