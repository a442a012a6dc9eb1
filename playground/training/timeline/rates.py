"""Which learning rate held in an epoch, as the recorded moments tell it."""

import math
from bisect import bisect_left
from operator import attrgetter

import numpy as np

from playground.engine.update_rule import UpdateRule
from playground.training.results import Array
from playground.training.starting import update_settings
from playground.training.timeline.records import Records


def epoch_rates(records: Records, epochs: Array) -> Array:
    """Return `(2, k)`: the learning rate that was set in the last update of each epoch, and what a schedule made of it.

    NaN where no update led to an epoch, or the change that led to it is forgotten.
    """
    return np.array([_rates(records, float(epoch)) for epoch in epochs], float).reshape(-1, 2).T


def _rates(records: Records, epoch: float) -> tuple[float, float]:
    """A change stands at the epoch after which it counts."""
    index = bisect_left(records, epoch, key=attrgetter("epoch")) - 1
    if index < 0 or (index + 1 < len(records) and records[index + 1].gap):
        return np.nan, np.nan
    record = records[index]
    training = record.experiment.training
    settings = update_settings(training)
    per_epoch = math.ceil(record.examples.train.m / settings.pop("batch_size"))
    share = UpdateRule(**settings).rate_factors([epoch * per_epoch - 1], per_epoch)[0]
    return training.learning_rate, training.learning_rate * float(share)
