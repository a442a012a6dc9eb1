"""What ``playground train`` says about how the network is doing: the baseline, and what is wrong, if anything."""

import shlex
from typing import Any

from playground.cli.terminal import number, percent, translated
from playground.messages import Message, Term
from playground.training import TrainingSession
from playground.training.baseline import baseline
from playground.training.diagnostics import Finding


def health(session: TrainingSession) -> dict[str, Any]:
    """Return what `--json` prints of it."""
    return {
        "baseline": baseline(session.run.examples, session.experiment.training.cost).figure,
        "health": [
            {
                "name": finding.name,
                "layer": finding.layer,
                "sentence": translated(finding.sentence),
                "remedy": "" if finding.remedy is None else translated(finding.remedy),
            }
            for finding in findings(session)
        ],
    }


def health_lines(session: TrainingSession) -> list[str]:
    """Return the lines that a person reads."""
    base = baseline(session.run.examples, session.experiment.training.cost)
    figure = number(base.cost) if base.accuracy is None else percent(base.accuracy)
    lines: list[str] = [
        Message("  baseline  test  {figure:>10}", figure=figure)
        if session.run.examples.test.m
        else Message("  baseline  train {figure:>10}", figure=figure)
    ]
    for finding in findings(session):
        if finding.remedy is None:
            lines.append(Message("  health    {sentence}", sentence=finding.sentence))
            continue
        label = Term(finding.kind.label)
        lines.append(Message("  health    {label}: {sentence}", label=label, sentence=finding.sentence))
        lines.append(Message("            {sentence}", sentence=finding.remedy))
        if finding.settings:
            lines.append(f"            {remedy_settings(finding)}")
    return lines


def remedy_settings(finding: Finding) -> str:
    """Return a remedy as options of the command."""
    return " ".join(f"--set {shlex.quote(setting)}" for setting in finding.settings)


def findings(session: TrainingSession) -> tuple[Finding, ...]:
    """Return what is found of a session as it stands, however long that takes."""
    report = session.observer.diagnose()
    assert report is not None  # a session begins with the first point of its history
    return report.findings
