"""What a run came to in a small picture: its answer over the input space, in a few points."""

from typing import TypedDict

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from playground.training.results import Maps, ProblemInfo
from playground.training.scoring import Baseline, Scores, baseline
from playground.training.training_run import TrainingRun

SIDE = 32
"""Points along each side; of a curve, all of them."""


class Portrait(Struct, frozen=True, eq=False):
    """The maps of the output alone, the hidden layers left empty, and what they are about."""

    problem_info: ProblemInfo
    maps: Maps

    @classmethod
    def of(cls, problem_info: ProblemInfo, maps: Maps) -> "Portrait":
        """Return the few points of maps that are there already."""
        *hidden, outputs = maps.units
        step = max(len(maps.y) // SIDE, 1)
        coarse = outputs[:, ::step, ::step] if maps.kind == "plane" else outputs
        nothing = tuple(np.empty((0, 0, 0), np.float32) for _ in hidden)
        x, y = (maps.x[::step], maps.y[::step]) if maps.kind == "plane" else (maps.x, maps.y)
        return cls(problem_info, replace(maps, x=x, y=y, units=(*nothing, coarse.copy())))


class Outcome(TypedDict):
    """What is kept of a run to tell it apart at a glance, beside its costs.

    Attributes
    ----------
    train_r2, test_r2
        The coefficient of determination, the mean over the targets that vary; None for classes.
    portrait
        None of images, whose pixels are no axes.
    baseline
        What always the same answer comes to on the same examples.
    """

    train_r2: float | None
    test_r2: float | None
    portrait: Portrait | None
    baseline: Baseline


def outcome(run: TrainingRun, scores: Scores | None = None) -> Outcome:
    """Return what a run has come to; `scores` where they are computed already, with fits."""
    if scores is None and run.examples.train.labels is None:
        scores = run.scores(fits=True)
    train, test = (None, None) if scores is None else (scores.train_fit, scores.test_fit)
    images = run.examples.dataset.image_shape is not None
    return {
        "train_r2": None if train is None else train.mean_r2,
        "test_r2": None if test is None else test.mean_r2,
        "portrait": None if images else Portrait.of(run.problem_info, run.sampler.sample()),
        "baseline": baseline(run.examples, run.experiment.training.cost),
    }
