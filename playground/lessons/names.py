"""What formulas can speak of at one moment of a session."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from math import isfinite
from typing import TypeVar

import numpy as np

from playground.engine import OPTIMIZERS, check_gradients
from playground.expressions import ExpressionError, evaluate, parse, read_value
from playground.lessons.formulas import Names
from playground.training.formula import Formula
from playground.training.landscape.next_step import Contenders
from playground.training.landscape.results import COUNTS
from playground.training.results import Array
from playground.training.session import TrainingSession
from playground.training.walkthrough.one_update import OneUpdate
from playground.training.walkthrough.walk import Walkthrough

ORDER = "when"
"""``when_dZ[2]`` is the number of the step of the walk that computes ``dZ[2]``."""
MOST_CHECKED = 100
"""Parameters of a network whose gradient is also found by central differences: ``numeric_dW[1]``."""

Key = TypeVar("Key")
Value = TypeVar("Value")


class Computed(Mapping[Key, Value]):
    """A mapping of which a part is known, and the rest computed when it is first asked for."""

    def __init__(self, known: Mapping[Key, Value], compute: Callable[[], Mapping[Key, Value]]) -> None:
        self._known, self._compute = known, compute

    def __getitem__(self, key: Key) -> Value:
        return self._known[key] if key in self._known else self._rest[key]

    def __iter__(self) -> Iterator[Key]:
        return iter({**self._rest, **self._known})

    def __len__(self) -> int:
        return len({**self._rest, **self._known})

    @cached_property
    def _rest(self) -> Mapping[Key, Value]:
        return self._compute()


def names_of(session: TrainingSession, example: int | None, *, lazily: bool = False) -> Names:
    """Return the names of a session as it is: one update looked into, the scores, and the settings.

    Raises `TrainingError` if there is no such example.

    Parameters
    ----------
    example
        The training example that is looked at, from 0; None for the next mini-batch.
    lazily
        Whether the update is looked into only when something of it is asked for, which must be before the session goes
        on: a goal that speaks of scores alone needs none of it.
    """
    update = OneUpdate(session.run, example)
    walk = cache(lambda: update.walkthrough(0))
    if not lazily:
        contenders = Contenders(session.run, one_rate=False)
        known = walk_numbers(walk()) | session_numbers(session)
        return Names(quantities_of(session, walk()), Computed(known, lambda: next_steps(contenders)))
    return Names(
        Computed({}, lambda: quantities_of(session, walk())),
        Computed(session_numbers(session), lambda: walk_numbers(walk())),
    )


def walk_names(walk: Walkthrough) -> Names:
    """Return the names of a walkthrough alone, whatever session it is from."""
    return Names(walk_quantities(walk), walk_numbers(walk))


def quantities_of(session: TrainingSession, walk: Walkthrough) -> dict[tuple[str, int], Array]:
    """Return the arrays of a walkthrough and, of a small network, the gradient by central differences."""
    found, network = walk_quantities(walk), session.run.network
    if network.parameters.size <= MOST_CHECKED:
        check = check_gradients(network, walk.arrays["X", 0], walk.arrays["Y", len(walk.sizes) - 1])
        for parameter in check.parameters:
            found[f"numeric_d{parameter.name[0]}", int(parameter.name[1:])] = np.atleast_2d(parameter.numerical)
    return found


def walk_quantities(walk: Walkthrough) -> dict[tuple[str, int], Array]:
    """Return the arrays of a walkthrough, the sizes of the layers, and the places of its steps."""
    found = {(plain_name(name), layer): array for (name, layer), array in walk.arrays.items()}
    found |= {("n", layer): np.array([[float(size)]]) for layer, size in enumerate(walk.sizes)}
    for place, phase in reversed(list(enumerate(walk.phases, start=1))):
        found[f"{ORDER}_{phase.name}", phase.layer] = np.array([[float(place)]])
    return found


def plain_name(name: str) -> str:
    """Return a quantity's name as formulas write it: the gradient with penalty is ``used_dW`` there."""
    return "used_dW" if " " in name else name


def session_numbers(session: TrainingSession) -> dict[str, float | Array]:
    """Return the numbers that are there without looking into an update; those that do not exist are left out."""
    scores, run = session.observer.scores(), session.run
    sizes, training = run.network.structure.sizes, run.experiment.training
    numbers: dict[str, float | None] = {
        "batch_size": training.batch_size,
        "epoch": session.epoch,
        "update": session.update,
        "updates_per_epoch": run.trainer.batches_per_epoch,
        "examples": run.examples.train.m,
        "parameters": run.network.parameters.size,
        "train_cost": scores.train_cost,
        "test_cost": scores.test_cost,
        "train_accuracy": scores.train_accuracy,
        "test_accuracy": scores.test_accuracy,
        "eta": run.trainer.rate,
        "l1": training.l1,
        "l2": training.l2,
    }
    return _structure(sizes) | {name: float(value) for name, value in numbers.items() if value is not None}


def walk_numbers(walk: Walkthrough) -> dict[str, float | Array]:
    """Return the numbers of a walkthrough that belong to no layer."""
    return {
        "cost": walk.cost_before,
        "cost_after": walk.cost_after,
        "penalty": walk.penalty_before,
        "m": float(walk.m),
        "eta": walk.learning_rate,
        "l1": float(walk.training.l1),
        "l2": float(walk.training.l2),
        **_structure(walk.sizes),
    }


def next_steps(contenders: Contenders) -> dict[str, float | Array]:
    """Return ``after_10_adam`` and its like: the cost of all training examples after so many updates with an optimizer.

    What is no finite number is left out.
    """
    found: dict[str, float | Array] = {}
    for name in OPTIMIZERS:
        costs: tuple[float, ...] = ()
        for told in contenders.costs(name):
            costs = costs if told is None else told[0]
        found |= {f"after_{count}_{name}": cost for count, cost in zip(COUNTS, costs, strict=True) if isfinite(cost)}
    return found


def _structure(sizes: Sequence[int]) -> dict[str, float | Array]:
    return {"L": len(sizes) - 1.0, "neurons": float(sum(sizes[1:-1])), "hidden_layers": len(sizes) - 2.0}


def formula_names(formula: Formula) -> Names:
    """Return the names of a formula of the chain rule: of every node its value and, behind a ``d``, its gradient.

    Raises `ExpressionError` if the formula cannot be read or computed.
    """
    if not formula.text:
        return Names({}, {})
    graph = parse(formula.text)
    evaluation = evaluate(graph, {name: read_value(text) for name, text in formula.values})
    numbers: dict[str, float | Array] = {}
    for name, record in evaluation.records.items():
        if record.gradient is not None:
            numbers[f"d{name}"] = record.gradient
    return Names({}, numbers | {name: record.value for name, record in evaluation.records.items() if record.is_defined})


__all__ = ["ExpressionError", "formula_names", "names_of", "walk_names"]
