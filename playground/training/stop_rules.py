"""When training ends: by the rules of the experiment, or because numbers are no longer finite."""

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

import msgspec
import numpy as np
from msgspec import Struct

from playground.engine import Network, Trainer, TrainerState
from playground.files import Experiment
from playground.files.experiment import TrainingSettings
from playground.messages import Message
from playground.training.results import Array, Divergence
from playground.training.scoring import Scores

SETTINGS = ("stop_at_epochs", "epochs", "target_cost", "patience")
"""The training settings that say when to stop, and nothing else."""


class Progress(Struct, frozen=True):
    """How a run is doing since it was begun, at a point of its history.

    Attributes
    ----------
    began
        The epoch at which it was begun.
    was_above
        Whether the training cost has been above the target since.
    lowest, lowest_epoch
        The lowest of the watched cost so far, and when.
    watched
        What is watched: the test cost, or the training cost where there are no test examples.
    """

    began: int
    epoch: int
    train_cost: float
    was_above: bool
    lowest: float
    lowest_epoch: int
    watched: Message


class StopRule(Struct, frozen=True):
    """One reason to stop.

    `name`: the field of the experiment that switches it on.
    """

    name: str
    holds: Callable[[TrainingSettings, Progress], bool]
    sentence: Callable[[TrainingSettings, Progress], Message]


def epochs_goal(settings: TrainingSettings, began: int) -> int | None:
    """Return the epoch to stop at: beyond the number that is set, a run goes on for as many more."""
    if not settings.stop_at_epochs:
        return None
    return settings.epochs if began < settings.epochs else began + settings.epochs


def _epochs_done(settings: TrainingSettings, progress: Progress) -> bool:
    goal = epochs_goal(settings, progress.began)
    return goal is not None and progress.epoch >= goal


def _say_epochs(settings: TrainingSettings, progress: Progress) -> Message:
    if progress.began < settings.epochs:
        return Message("Stopped: {n:,} {n:epoch is|epochs are} done.", n=settings.epochs)
    return Message(
        "Stopped at epoch {epoch:,}, after {n:,} {n:epoch|epochs} more.", epoch=progress.epoch, n=settings.epochs
    )


def _on_target(settings: TrainingSettings, progress: Progress) -> bool:
    return settings.target_cost > 0 and progress.was_above and progress.train_cost <= settings.target_cost


def _say_target(settings: TrainingSettings, progress: Progress) -> Message:
    return Message(
        "Stopped: the training cost has come down to {cost:.4g} at epoch {epoch:,}; the target was {target:.4g}.",
        cost=progress.train_cost,
        epoch=progress.epoch,
        target=settings.target_cost,
    )


def _out_of_patience(settings: TrainingSettings, progress: Progress) -> bool:
    return 0 < settings.patience <= progress.epoch - progress.lowest_epoch


def _say_patience(_: TrainingSettings, progress: Progress) -> Message:
    return Message(
        "Stopped: no new low of the {cost} for {n:,} {n:epoch|epochs}; the lowest was {lowest:.4g} at epoch {epoch:,}.",
        cost=progress.watched,
        n=progress.epoch - progress.lowest_epoch,
        lowest=progress.lowest,
        epoch=progress.lowest_epoch,
    )


_RECORDS = (
    StopRule("stop_at_epochs", _epochs_done, _say_epochs),
    StopRule("target_cost", _on_target, _say_target),
    StopRule("patience", _out_of_patience, _say_patience),
)

STOP_RULES: Mapping[str, StopRule] = MappingProxyType({rule.name: rule for rule in _RECORDS})
"""Every stop rule by name."""


class StopWatch:
    """Watches a run from when it is begun: a rule that holds already then does not stop it at once.

    `rules`: the names of those that count.
    """

    def __init__(self, rules: Collection[str] = STOP_RULES) -> None:
        self._rules = [rule for name, rule in STOP_RULES.items() if name in rules]
        self._began = 0
        self._lowest: tuple[float, int] | None = None
        self._was_above = False

    def begin(self, epoch: int) -> None:
        self._began, self._lowest, self._was_above = epoch, None, False

    def goal(self, settings: TrainingSettings) -> int | None:
        """Return the epoch that is to be the last, None if there is none."""
        watched = any(rule.name == "stop_at_epochs" for rule in self._rules)
        return epochs_goal(settings, self._began) if watched else None

    def look(self, settings: TrainingSettings, epoch: int, scores: Scores) -> str:
        """Take a point of the history into account; return why to stop, empty if nothing says so."""
        cost = scores.train_cost if scores.test_cost is None else scores.test_cost
        if self._lowest is None or cost < self._lowest[0]:
            self._lowest = cost, epoch
        self._was_above |= scores.train_cost > settings.target_cost
        progress = Progress(
            began=self._began,
            epoch=epoch,
            train_cost=scores.train_cost,
            was_above=self._was_above,
            lowest=self._lowest[0],
            lowest_epoch=self._lowest[1],
            watched=Message("training cost") if scores.test_cost is None else Message("test cost"),
        )
        for rule in self._rules:
            if rule.holds(settings, progress):
                return rule.sentence(settings, progress)
        return ""


def with_stop_rules(experiment: Experiment, source: Experiment) -> Experiment:
    own, others = (msgspec.structs.asdict(each.training) for each in (experiment, source))
    rules = {name: others[name] for name in SETTINGS}
    if all(own[name] == value for name, value in rules.items()):
        return experiment
    return msgspec.structs.replace(experiment, training=msgspec.structs.replace(experiment.training, **rules))


def is_finite(network: Network) -> bool:
    return bool(np.isfinite(network.parameters).all())


@np.errstate(all="ignore")
def find_divergence(trainer: Trainer, start: TrainerState, cost: Callable[[], float]) -> Divergence:
    """Go back to the last finite state before a trainer's present one, and say what its next update breaks.

    The updates since `start` are made again, by halves: the search keeps a state that is finite and one after it that
    is not until they are neighbours. That takes no longer than the updates took at first.

    Parameters
    ----------
    trainer
        Stands at a state whose parameters or whose cost are not finite; afterwards at the one returned to.
    start
        An earlier state of it, with finite parameters.
    cost
        Computes the cost of all training examples for the parameters as they are.
    """
    network = trainer.network
    updates = trainer.update - start.update
    trainer.restore(start)
    if not np.isfinite(cost()):
        updates = 0
    while updates > 1:
        half = updates // 2
        trainer.run_updates(half)
        if is_finite(network) and np.isfinite(cost()):
            start, updates = trainer.state(), updates - half
        else:
            trainer.restore(start)
            updates = half
    X, Y = trainer.next_batch()
    start = trainer.state()
    trainer.run_updates(1)
    after = network.parameters.copy()
    trainer.restore(start)
    layer, quantity = _first_not_finite(network, X, Y, after)
    return Divergence(trainer.epoch, trainer.update + 1, layer, quantity)


def _first_not_finite(network: Network, X: Array, Y: Array, after: Array) -> tuple[int, str]:
    """Return layer and quantity: forward through `Z` and `A`, the cost, back through `dZ` and `dW`, then the update.

    Where all of these are finite, it is the cost after the update.
    """
    gradients = network.backpropagate(X, Y)
    last = len(network.W)
    chain: list[tuple[int, str, Array | None]] = []
    for layer in range(1, last + 1):
        chain += [(layer, "Z", gradients.Z[layer]), (layer, "A", gradients.A[layer])]
    chain.append((last, "cost", np.array(network.cost(X, Y))))
    for layer in range(last, 0, -1):
        chain += [(layer, "dZ", gradients.dZ[layer])]
        chain += [(layer, "dW", gradients.W[layer - 1]), (layer, "dW", gradients.b[layer - 1])]
    chain += [(layer, "W", matrix) for layer, matrix in enumerate(network.structure.matrices(after), start=1)]
    for layer, quantity, values in chain:
        if values is not None and not np.isfinite(values).all():
            return layer, quantity
    return last, "cost"
