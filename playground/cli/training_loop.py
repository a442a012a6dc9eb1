"""Training from the command line: a session to its last epoch, a divergence or Ctrl+C, and how to say what happened."""

import argparse
import shlex
import time
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from playground.cli.terminal import interruption, number, percent, progress_bar, translated
from playground.files import Experiment, Target, check_data, override, validate
from playground.messages import Message, Term
from playground.training import Divergence, TrainingSession
from playground.training.comparison import same_data
from playground.training.diagnostics import Finding
from playground.training.scoring import baseline

SLICE_SECONDS = 0.1
"""How often the progress bar moves and Ctrl+C is heard."""
STOP_RULES = ("target_cost", "patience")
"""The stop rules that count here; how many epochs to train is said otherwise."""

QUANTITIES: Mapping[str, Message] = {
    "Z": Message("the weighted sums Z"),
    "A": Message("the activations A"),
    "cost": Message("the cost"),
    "dZ": Message("the gradient dZ"),
    "dW": Message("the gradient dW"),
    "W": Message("the weights W"),
}
"""What stopped being finite, by the name that a divergence gives it."""


class Outcome(Struct, frozen=True):
    """What training came to.

    Attributes
    ----------
    updates
        How many were made, and stand.
    seconds
        Of the clock, history and scores included.
    stopped
        Why a stop rule of the experiment ended it before its last epoch, a sentence; empty if none did.
    """

    epochs: int
    updates: int
    seconds: float
    interrupted: bool
    divergence: Divergence | None
    stopped: str = ""

    @property
    def updates_per_second(self) -> float:
        return self.updates / self.seconds if self.updates else 0.0

    @property
    def is_complete(self) -> bool:
        """Whether it came to its end: all epochs were trained, or a stop rule said that it was enough."""
        return self.divergence is None and not self.interrupted


def changed(experiment: Experiment, options: argparse.Namespace) -> Experiment:
    """Return an experiment with what ``--set`` and ``--seed`` say."""
    if options.set:
        experiment = override(experiment, options.set)
    if options.seed is not None:
        network = msgspec.structs.replace(experiment.network, seed=options.seed)
        experiment = msgspec.structs.replace(experiment, network=network)
        validate(experiment, "--seed")
    return experiment


def start(target: Target, experiment: Experiment | None = None) -> TrainingSession:
    """Return a session for a target, perhaps with a changed experiment; a model's weights keep what place they can.

    Raises `DataError`, `FileError` or `TrainingError` if the experiment cannot be trained.
    """
    check_data(target, experiment)
    if experiment is None or experiment == target.experiment:
        return TrainingSession(target.experiment, target.model, target.dataset)
    dataset = target.dataset if same_data(experiment.data, target.experiment.data) else None
    if target.model is None:
        return TrainingSession(experiment, None, dataset)
    same_weights = (experiment.data.features, _units(experiment)) == (
        target.experiment.data.features,
        _units(target.experiment),
    )
    if same_weights:
        return TrainingSession(experiment, target.model, dataset)
    check_data(target)
    session = TrainingSession(target.experiment, target.model, target.dataset)
    session.change(experiment)
    return session


def train(
    session: TrainingSession,
    epochs: int,
    *,
    watch: Callable[[TrainingSession], None] | None = None,
    stops: list[int] | None = None,
) -> Outcome:
    """Train until so many epochs are complete or the target cost or the patience of the experiment says so.

    It also ends where the numbers stop being finite, and when somebody presses Ctrl+C.
    """
    before, seconds = session.update, 0.0
    waiting = sorted({*(stop for stop in stops or () if session.epoch < stop < epochs), epochs})
    with (
        progress_bar(epochs, translated(Message("epochs")), of=translated(session.experiment.title)[:30]) as show,
        interruption() as wish,
    ):
        session.start(STOP_RULES)
        while session.loop.running and session.epoch < epochs and not wish.requested:
            begin = time.perf_counter()
            session.advance(SLICE_SECONDS, until_epoch=waiting[0])
            seconds += time.perf_counter() - begin
            show(
                session.epoch,
                translated(Message("cost {cost}", cost=number(session.run.history.curves().train_cost[-1]))),
            )
            if session.epoch >= waiting[0]:
                waiting.pop(0)
                if watch is not None:
                    watch(session)
        # What was asked for too late, after the last epoch, stops nothing any more.
        interrupted = wish.requested and session.epoch < epochs and session.loop.running
    stopped = session.loop.message if session.epoch < epochs and not session.loop.running else ""
    session.pause()
    if stopped and watch is not None:
        watch(session)
    # Not what `advance` made: after a divergence it has gone back to the last finite state.
    return Outcome(epochs, session.update - before, seconds, interrupted, session.loop.divergence, stopped)


def trouble(outcome: Outcome, session: TrainingSession) -> Message:
    if outcome.divergence is None:
        return Message(
            "stopped at epoch {epoch} of {epochs}, after {updates:,} {updates:update|updates}",
            epoch=session.epoch,
            epochs=outcome.epochs,
            updates=session.update,
        )
    found = outcome.divergence
    return Message(
        "training diverged at epoch {epoch}, update {update}: {quantity} of layer {layer} stopped being finite; "
        "try {settings}",
        epoch=found.epoch,
        update=found.update,
        quantity=QUANTITIES[found.quantity],
        layer=found.layer,
        settings=remedy_settings(findings(session)[0]),
    )


def _units(experiment: Experiment) -> list[int]:
    return [layer.units for layer in experiment.network.hidden]


# How the network is doing.


def health(session: TrainingSession) -> dict[str, Any]:
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
    return " ".join(f"--set {shlex.quote(setting)}" for setting in finding.settings)


def findings(session: TrainingSession) -> tuple[Finding, ...]:
    """Return what is found of a session as it stands, however long that takes."""
    report = session.observer.diagnose()
    assert report is not None  # a session begins with the first point of its history
    return report.findings
