"""Training from the command line: a session to its last epoch, a divergence or Ctrl+C, and how to say what happened."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from playground.cli.interruption import interruption
from playground.cli.terminal import count, number, progress_bar
from playground.files import Experiment, Target, check_data
from playground.training import Divergence, TrainingSession
from playground.training.examples import same_data

SLICE_SECONDS = 0.1
"""How often the progress bar moves and Ctrl+C is heard."""
STOP_RULES = ("target_cost", "patience")
"""The stop rules that count here; how many epochs to train is said otherwise."""

QUANTITIES: Mapping[str, str] = {
    "Z": "the weighted sums Z of layer {layer}",
    "A": "the activations A of layer {layer}",
    "cost": "the cost, behind layer {layer},",
    "dZ": "the gradient dZ of layer {layer}",
    "dW": "the gradient dW of layer {layer}",
    "W": "the weights of layer {layer}",
}
"""What stopped being finite, by the name that a divergence gives it."""


@dataclass(frozen=True)
class Outcome:
    """What training came to.

    Attributes
    ----------
    epochs
        How many were asked for.
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
        """The mean speed."""
        return self.updates / self.seconds if self.updates else 0.0

    @property
    def is_complete(self) -> bool:
        """Whether it came to its end: all epochs were trained, or a stop rule said that it was enough."""
        return self.divergence is None and not self.interrupted


def start(target: Target, experiment: Experiment | None = None) -> TrainingSession:
    """Return a session for a target, perhaps with a changed experiment; a model's weights keep what place they can.

    Raises
    ------
    DataError, FileError, TrainingError
        If the experiment cannot be trained.
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

    Parameters
    ----------
    watch
        Called at the epochs of `stops`, and where a stop rule ends it; the time it takes is not counted.
    """
    before, seconds = session.update, 0.0
    waiting = sorted({*(stop for stop in stops or () if session.epoch < stop < epochs), epochs})
    with progress_bar(epochs, "epochs", of=session.experiment.name[:30]) as show, interruption() as wish:
        session.run(STOP_RULES)
        while session.running and session.epoch < epochs and not wish.requested:
            begin = time.perf_counter()
            session.advance(SLICE_SECONDS, until_epoch=waiting[0])
            seconds += time.perf_counter() - begin
            show(session.epoch, f"cost {number(session.current.history.curves().train_cost[-1])}")
            if session.epoch >= waiting[0]:
                waiting.pop(0)
                if watch is not None:
                    watch(session)
        # What was asked for too late, after the last epoch, stops nothing any more.
        interrupted = wish.requested and session.epoch < epochs and session.running
    stopped = session.message if session.epoch < epochs and not session.running else ""
    session.pause()
    if stopped and watch is not None:
        watch(session)
    # Not what `advance` made: after a divergence it has gone back to the last finite state.
    return Outcome(epochs, session.update - before, seconds, interrupted, session.divergence, stopped)


def trouble(outcome: Outcome, session: TrainingSession) -> str:
    """Return a sentence about training that did not come to its end."""
    if outcome.divergence is None:
        return f"stopped at epoch {session.epoch} of {outcome.epochs}, after {count(session.update, 'update')}"
    found = outcome.divergence
    what = QUANTITIES[found.quantity].format(layer=found.layer)
    rate = session.experiment.training.learning_rate
    return (
        f"training diverged at epoch {found.epoch}, update {found.update}: {what} stopped being finite; "
        f"lower the learning rate ({rate:g}) with --set training.learning_rate=…"
    )


def _units(experiment: Experiment) -> list[int]:
    return [layer.units for layer in experiment.network.hidden]
