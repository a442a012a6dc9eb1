"""Contrasting pairs: which network fails and why is what happened, and the table says what it is about."""

import pytest

from playground.files import read_preset
from playground.training import TrainingSession
from playground.training.commands import CancelJob, StartPair
from playground.training.diagnostics import KINDS
from playground.training.pair_job import PairJob
from playground.training.pairs import KIND, PAIRS

FAILS = {
    "initial_weights": "a",
    "depth": "b",
    "rate_large": "a",
    "rate_small": "b",
    "scale": "b",
    "hidden_layer": "a",
    "dead": "b",
    "capacity": "a",
    "penalty": "b",
}


def test_every_pair_is_tried():
    assert set(FAILS) == set(PAIRS)


@pytest.mark.parametrize("name", PAIRS)
def test_one_of_the_two_fails_for_the_cause_that_the_pair_explains(name):
    job = PairJob(name)
    while not job.advance(1.0):
        assert not job.result.done
    report, pair = job.result, PAIRS[name]
    assert report.outcome == FAILS[name]
    failed = report.sides["ab".index(report.outcome)]
    assert failed.findings[0].name in pair.causes
    assert report.is_explained
    assert [side.epoch for side in report.sides] == [pair.epochs] * 2
    offered = [reason for reason in pair.reasons if reason in report.causes]
    assert len(offered) == 1
    assert report.is_right(FAILS[name], offered[0]) == (True, True)
    assert report.is_right("neither", next(each for each in pair.reasons if each not in offered)) == (False, False)


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_the_two_differ_in_one_setting(pair):
    a, b = pair.experiments()
    section = pair.path.partition(".")[0]
    assert getattr(a, section) != getattr(b, section)
    for other in {"data", "network", "training"} - {section}:
        assert getattr(a, other) == getattr(b, other)
    assert set(pair.reasons) <= set(KINDS)
    assert len(set(pair.reasons)) == 4


def test_it_trains_beside_the_session_and_can_be_given_up():
    session = TrainingSession(read_preset("circles"))
    StartPair("hidden_layer").apply(session)
    assert session.jobs.is_under_way(KIND)
    while not session.snapshot().work[KIND].sides[0].epoch:
        session.jobs.advance(0.001)
    assert session.epoch == 0
    session.reset()
    session.load(read_preset("moons"))
    assert session.jobs.is_under_way(KIND)  # it is about no network in particular
    CancelJob(KIND).apply(session)
    assert not session.jobs.is_under_way(KIND)
