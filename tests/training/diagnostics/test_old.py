"""What is said of runs that really show it, and nothing of runs that learn."""

import json
import string
from dataclasses import replace

import numpy as np
import pytest
from playground.training.findings import RULES
from playground.training.findings.rules import number_text

from playground.files import override, presets
from playground.training import TrainingSession

EXPERIMENTS = {preset.id: preset.experiment for preset in presets()}
EXERCISES = {
    "vanishing": "vanishing",
    "exploding": "exploding",
    "dead_relu": "dead",
    "zero_init": "symmetric",
    "too_fast": "oscillating",
    "local_minimum": "stuck",
}
LEARNING = sorted(EXPERIMENTS.keys() - EXERCISES.keys())

# Runs that show one thing each: a preset, changes, epochs, and the kind that must come first.
RUNS = {
    "diverged": ("plane", ["training.learning_rate=1", "training.optimizer=sgd"], 50),
    "steep": (
        "plane",
        [
            "network.hidden=" + json.dumps([{"units": 8, "activation": "leaky_relu"}] * 4),
            "network.initializer=normal",
            "training.optimizer=sgd",
            "training.learning_rate=1e-7",
        ],
        10,
    ),
    "rate_too_large": ("local_minimum", ["training.learning_rate=1"], 50),
    "saturated": (
        "spirals",
        [
            'network.hidden=[{"units": 8, "activation": "tanh"}]',
            'data.features=["x1*1000", "x2*1000"]',
            "training.optimizer=sgd",
            "training.learning_rate=0.001",
        ],
        40,
    ),
    "rate_too_small": ("circles", ["training.learning_rate=1e-8"], 40),
}


def report_after(experiment, epochs):
    session = TrainingSession(experiment)
    session.advance(float("inf"), until_epoch=epochs)
    return session.snapshot().health


def kinds(report):
    return [finding.kind for finding in report.findings]


def check_texts(finding, experiment):
    rule = RULES[finding.kind]
    assert finding.sentence == rule.sentence.format(**finding.numbers)
    assert finding.advice == rule.advice
    assert "{" not in finding.sentence
    if finding.layer is not None:
        assert 1 <= finding.layer <= len(experiment.network.hidden) + 1
        assert f"layer {finding.layer}" in finding.sentence


@pytest.mark.parametrize(("preset", "kind"), EXERCISES.items())
def test_every_exercise_is_found_out(preset, kind):
    experiment = EXPERIMENTS[preset]
    report = report_after(experiment, experiment.training.epochs)
    assert kinds(report)[0] == kind
    assert report.findings[0].preset == preset
    for finding in report.findings:
        check_texts(finding, experiment)


@pytest.mark.parametrize("preset", LEARNING)
def test_nothing_is_said_of_a_preset_that_learned(preset):
    experiment = EXPERIMENTS[preset]
    report = report_after(experiment, experiment.training.epochs)
    assert kinds(report) == ["healthy"]
    assert report.findings[0].sentence == "Nothing conspicuous."


@pytest.mark.parametrize("preset", LEARNING)
def test_nothing_is_said_on_the_way(preset):
    session = TrainingSession(EXPERIMENTS[preset])
    for epoch in range(3, 100, 4):
        session.advance(float("inf"), until_epoch=epoch)
        assert kinds(session.snapshot().health) == ["healthy"], epoch


@pytest.mark.parametrize("kind", RUNS)
def test_the_other_rules_on_runs_that_show_them(kind):
    preset, changes, epochs = RUNS[kind]
    experiment = override(EXPERIMENTS[preset], changes)
    report = report_after(experiment, epochs)
    assert kinds(report)[0] == kind
    check_texts(report.findings[0], experiment)


def test_every_rule_is_shown_by_a_run():
    assert {*RUNS, *EXERCISES.values(), "healthy"} == set(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rules_are_whole(rule):
    assert RULES[rule.kind] is rule
    assert rule.sentence.endswith(".")
    assert rule.label
    assert not rule.preset or rule.preset in EXERCISES
    assert set(rule.unless) < set(RULES)
    order = list(RULES)
    assert all(order.index(other) < order.index(rule.kind) for other in rule.unless)
    for _text, name, form, _conversion in string.Formatter().parse(rule.sentence):
        assert name is None or (name and not form)


@pytest.mark.parametrize(("preset", "kind"), [("zero_init", "symmetric"), ("circles", None)])
def test_what_can_be_seen_before_training(preset, kind):
    assert kinds(report_after(EXPERIMENTS[preset], 0)) == ([kind] if kind else [])


def test_the_layer_and_the_numbers_are_those_of_the_run():
    experiment = EXPERIMENTS["dead_relu"]
    (finding,) = report_after(experiment, 60).findings
    assert finding.layer == 2
    assert finding.sentence.startswith("8 of the 8 neurons of layer 2 are dead: ")
    assert "all 200 examples" in finding.sentence
    experiment = EXPERIMENTS["vanishing"]
    report = report_after(experiment, 60)
    (finding,) = report.findings
    norms = np.median(report.gradient_norm[:, -20:], axis=1)
    assert finding.layer == int(np.argmin(norms)) + 1 == 1
    times = float(finding.numbers["times"].replace(",", ""))
    assert times == pytest.approx(norms[-1] / norms[0], rel=0.05)


def test_a_cure_ends_the_alarm():
    experiment = override(EXPERIMENTS["dead_relu"], ["training.learning_rate=0.2"])
    assert kinds(report_after(experiment, 60)) == ["healthy"]


def test_units_that_differ_only_in_their_outgoing_weights_are_not_the_same():
    session = TrainingSession(EXPERIMENTS["zero_init"])
    session.set_parameter(2, 0, 1, 0.5)
    session.step_epoch()
    assert "symmetric" not in kinds(session.snapshot().health)


def test_targets_that_say_nothing_are_no_error():
    """All training targets are of one class: always answering it costs nothing."""
    points = {"points": [*([x, x, 1] for x in range(6)), [9, 9, 0]]}
    experiment = override(EXPERIMENTS["circles"], [f"data.source={json.dumps(points)}", "training.batch_size=2"])
    assert kinds(report_after(experiment, 5)) == ["healthy"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (1234, "1,234"), (2699.4, "2,700"), (0.4712, "0.47"), (5.8e-7, "5.8e-7"), (3.0, "3"), (1e9, "1e9")],
)
def test_numbers_of_sentences(value, text):
    assert number_text(value) == text


def test_findings_are_frozen():
    (finding,) = report_after(EXPERIMENTS["circles"], 5).findings
    assert replace(finding, layer=1).layer == 1
    with pytest.raises(TypeError):
        finding.numbers["layer"] = "2"
