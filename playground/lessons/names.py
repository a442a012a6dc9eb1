"""What formulas can speak of at one moment of a session."""

import numpy as np

from playground.engine import check_gradients
from playground.expressions import ExpressionError, evaluate, parse, read_value
from playground.lessons.formulas import Names
from playground.training.formula import Formula
from playground.training.results import Array
from playground.training.session import TrainingSession
from playground.training.walkthrough.one_update import OneUpdate
from playground.training.walkthrough.walk import Walkthrough

ORDER = "when"
"""``when_dZ[2]`` is the number of the step of the walk that computes ``dZ[2]``."""
MOST_CHECKED = 100
"""Parameters of a network whose gradient is also found by central differences: ``numeric_dW[1]``."""


def names_of(session: TrainingSession, example: int | None) -> Names:
    """Return the names of a session as it is: one update looked into, the scores, and the settings.

    Parameters
    ----------
    example
        The training example that is looked at, from 0; None for the next mini-batch.

    Raises
    ------
    TrainingError
        If there is no such example.
    """
    walk = OneUpdate(session.run, example).walkthrough(0)
    return Names(quantities_of(session, walk), numbers_of(session, walk))


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


def numbers_of(session: TrainingSession, walk: Walkthrough) -> dict[str, float | Array]:
    """Return the numbers that belong to no layer; those that do not exist here are left out."""
    scores, run = session.observer.scores(), session.run
    numbers: dict[str, float | None] = {
        "batch_size": run.experiment.training.batch_size,
        "epoch": session.epoch,
        "update": session.update,
        "updates_per_epoch": run.trainer.batches_per_epoch,
        "examples": run.examples.train.m,
        "parameters": run.network.parameters.size,
        "train_cost": scores.train_cost,
        "test_cost": scores.test_cost,
        "train_accuracy": scores.train_accuracy,
        "test_accuracy": scores.test_accuracy,
    }
    return walk_numbers(walk) | {name: float(value) for name, value in numbers.items() if value is not None}


def walk_numbers(walk: Walkthrough) -> dict[str, float | Array]:
    """Return the numbers of a walkthrough that belong to no layer."""
    return {
        "cost": walk.cost_before,
        "cost_after": walk.cost_after,
        "penalty": walk.penalty_before,
        "m": float(walk.m),
        "L": float(len(walk.sizes) - 1),
        "eta": walk.learning_rate,
        "l1": float(walk.training.l1),
        "l2": float(walk.training.l2),
        "neurons": float(sum(walk.sizes[1:-1])),
        "hidden_layers": float(len(walk.sizes) - 2),
    }


def formula_names(formula: Formula) -> Names:
    """Return the names of a formula of the chain rule: of every node its value and, behind a ``d``, its gradient.

    Raises
    ------
    ExpressionError
        If the formula cannot be read or computed.
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
