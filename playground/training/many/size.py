"""How large an experiment over settings may be, and about how long it takes."""

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from playground.files import Experiment
from playground.messages import Message
from playground.training.errors import TrainingError
from playground.training.many.variations import Plan

MOST_NETWORKS = 10_000
MICROSECONDS, MICROSECONDS_PER_PRODUCT = 1.0, 0.0016
"""What an update of a network takes in a stack, and what each product of a weight and a number adds."""
MOST_BYTES, COPIES = 2 << 30, 8
"""The memory that all may take; each parameter is there with its gradients, moments and step."""


def check_count(plan: Plan, epochs: int | None = None, most: int = MOST_NETWORKS) -> None:
    """Check that the networks of a plan are not too many.

    Raises
    ------
    TrainingError
        If they are; the message says how many, and how long they would take.
    """
    if plan.count <= most:
        return
    _, seconds = work(plan.experiment, plan.count, epochs)
    raise TrainingError(
        "{count:,} networks, which would take {time}; at most {most:,} train at once: vary less, or take fewer values "
        "or seeds",
        count=plan.count,
        time=duration(seconds),
        most=most,
    )


def work(experiment: Experiment, count: int, epochs: int | None = None) -> tuple[int, float]:
    """Return about how many updates so many networks make together, and about how many seconds these take."""
    training, data = experiment.training, experiment.data
    examples = max(1, round(data.samples * data.train_fraction))
    batch = min(training.batch_size, examples)
    updates = count * (training.epochs if epochs is None else epochs) * math.ceil(examples / batch)
    of_one = (MICROSECONDS + MICROSECONDS_PER_PRODUCT * _parameters(experiment) * batch) / 1e6
    return updates, updates * of_one


def check_memory(experiments: Sequence[Experiment]) -> None:
    """Check that networks find room.

    Raises
    ------
    TrainingError
        If they do not.
    """
    parameters = [(_parameters(each), np.dtype(each.network.dtype).itemsize) for each in experiments]
    n_bytes = sum(COPIES * count * size for count, size in parameters)
    if n_bytes > MOST_BYTES:
        raise TrainingError(
            "{count:,} networks of up to {parameters:,} parameters need {size:.1f} GB; at most {most:.0f} GB were "
            "expected: take fewer networks or smaller ones",
            count=len(experiments),
            parameters=max(count for count, _ in parameters),
            size=n_bytes / 2**30,
            most=MOST_BYTES / 2**30,
        )


def _parameters(experiment: Experiment) -> int:
    """Return how many parameters a network has, with a single output: the data are not read for it."""
    sizes = [len(experiment.data.features), *(layer.units for layer in experiment.network.hidden), 1]
    return sum((n_in + 1) * n_out for n_in, n_out in pairwise(sizes))


def duration(seconds: float) -> Message:
    """Return a time as a person says it."""
    if seconds < 90:
        return Message("about {n} {n:second|seconds}", n=max(1, round(seconds)))
    if seconds < 5400:
        return Message("about {n} {n:minute|minutes}", n=round(seconds / 60))
    if seconds < 2 * 86_400:
        return Message("about {n} {n:hour|hours}", n=round(seconds / 3600))
    return Message("about {n:,} {n:day|days}", n=round(seconds / 86_400))
