"""Looking for the cause of a run that is stuck: beside the training, in slices, to be given up at any time."""

import numpy as np
import pytest

from playground.files import override, read_preset
from playground.training import TrainingSession
from playground.training.commands import CancelJob, ChangeField
from playground.training.diagnostics import Probe, Trials
from playground.training.diagnostics.probe import EPOCHS, NOTHING, PROBE, SEEDS, TRIES, UPDATES_AT_ONCE, ProbeJob
from playground.training.starting import new_network, new_trainer

STUCK = 60
"""Epochs after which the preset of the local minimum stays where it is."""


@pytest.fixture
def stuck():
    session = TrainingSession(read_preset("local_minimum"))
    session.advance(float("inf"), until_epoch=STUCK)
    return session


def told(session):
    (finding,) = session.snapshot().health.findings
    return finding


def test_it_says_that_it_is_looking_and_then_what_it_found(stuck):
    finding = told(stuck)
    assert finding.name == "too_early"
    assert finding.is_open
    assert "The cause is still being looked for" in finding.sentence
    assert stuck.jobs.busy
    changes = stuck.jobs.changes
    while stuck.jobs.advance(0.01):
        pass
    assert stuck.jobs.changes > changes  # whoever waits for news gets a frame
    findings = stuck.snapshot().health.findings
    assert findings[0].name == "plateau"
    assert findings[0].changes[0][0] == "network.seed"
    assert not any(finding.is_open for finding in findings)
    assert not stuck.jobs.busy


def test_a_slice_is_short(stuck):
    job, steps = ProbeJob(stuck.run.health.probe), 1
    while not job.advance(0.0):  # one step each
        steps += 1
    updates = EPOCHS * stuck.run.trainer.batches_per_epoch
    assert steps >= SEEDS - 1 + TRIES * -(-updates // UPDATES_AT_ONCE)


def test_looking_at_it_again_begins_nothing_anew(stuck):
    told(stuck)
    rounds = 0
    while stuck.jobs.busy:
        stuck.jobs.advance(0.005)
        stuck.snapshot()
        rounds += 1
        assert rounds < 2000
    assert stuck.snapshot().health.findings[0].name == "plateau"


def test_slices_come_to_what_whole_runs_come_to(stuck):
    probe = stuck.run.health.probe
    for _ in probe.trying():
        pass
    experiment, examples = probe._with_seed(probe.best.seed), stuck.run.examples
    network = new_network(experiment, examples)
    new_trainer(experiment, network, examples).run_epochs(EPOCHS)
    with np.errstate(all="ignore"):
        assert probe.best == Trials(probe._skill(network), probe.best.seed)


def test_waiting_for_it_tells_the_same(stuck):
    waited = stuck.observer.diagnose()
    assert waited.findings[0].name == "plateau"
    assert stuck.observer.diagnose() is waited


def test_given_up_it_begins_again_when_it_is_asked_for(stuck):
    told(stuck)
    stuck.jobs.advance(0.001)
    CancelJob(PROBE).apply(stuck)
    assert not stuck.jobs.busy
    assert stuck.observer.diagnose().findings[0].name == "plateau"


def test_other_settings_are_looked_into_anew(stuck):
    told(stuck)
    before = stuck.run.health.probe
    ChangeField("training.l2", 1e-9).apply(stuck)
    told(stuck)
    assert stuck.run.health.probe is not before
    while stuck.jobs.advance(0.01):
        pass
    assert before.found is None
    assert stuck.run.health.probe.found is not None


def test_another_network_ends_it(stuck):
    told(stuck)
    ChangeField("network.initializer", "he").apply(stuck)
    stuck.snapshot()
    assert not stuck.jobs.busy


def test_if_it_fails_the_cause_is_unknown(stuck, monkeypatch):
    def fail(_probe):
        yield
        raise MemoryError

    monkeypatch.setattr(Probe, "trying", fail)
    findings = stuck.observer.diagnose().findings
    assert stuck.run.health.probe.found == NOTHING
    assert findings[-1].sentence.endswith("does not show why.")
    assert PROBE not in stuck.snapshot().work


def test_where_trying_would_take_too_long_nothing_is_awaited():
    experiment = override(read_preset("local_minimum"), ["network.hidden=[60,60]"])
    session = TrainingSession(experiment)
    probe = session.run.health.probe
    assert not probe.is_open
    assert probe.best == NOTHING
