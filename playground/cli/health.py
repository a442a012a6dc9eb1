"""What ``playground train`` says about how the network is doing: the baseline, and what is wrong, if anything."""

from typing import Any

from playground.cli.terminal import number, percent, translated
from playground.training import TrainingSession
from playground.training.baseline import baseline
from playground.training.diagnostics import Finding


def health(session: TrainingSession) -> dict[str, Any]:
    """Return what `--json` prints of it."""
    return {
        "baseline": baseline(session.current.examples, session.experiment.training.cost).figure,
        "health": [
            {
                "name": finding.name,
                "layer": finding.layer,
                "sentence": translated(finding.sentence),
                "remedy": "" if finding.remedy is None else translated(finding.remedy),
            }
            for finding in _findings(session)
        ],
    }


def health_lines(session: TrainingSession) -> list[str]:
    """Return the lines that a person reads."""
    base = baseline(session.current.examples, session.experiment.training.cost)
    part = "test" if session.current.examples.test.m else "train"
    figure = number(base.cost) if base.accuracy is None else percent(base.accuracy)
    lines = [f"  baseline  {part:5} {figure:>10}"]
    for finding in _findings(session):
        lines.append(f"  health    {translated(finding.kind.label)}: {translated(finding.sentence)}")
        if finding.remedy is not None:
            lines.append(f"            {translated(finding.remedy)}")
        if finding.settings:
            lines.append("            " + " ".join(f"--set '{setting}'" for setting in finding.settings))
    return lines


def _findings(session: TrainingSession) -> tuple[Finding, ...]:
    report = session.current.diagnosis(session.divergence)
    assert report is not None  # a session begins with the first point of its history
    return report.findings
