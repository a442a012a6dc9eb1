"""Test against training: a network that knows its training examples by heart."""

import numpy as np

from playground.messages import Message
from playground.training.diagnostics.evidence import CONSTANT, FEWEST, Evidence
from playground.training.diagnostics.finding import Finding, number_text, percent

GAP = 0.1
"""An accuracy on the test examples that is lower by more than this, and by so many standard errors, is worse."""
ERRORS = 2.5
COST_GAP, TIMES = 0.15, 2.0
"""A test cost that is larger by so many baselines, and by this factor, is worse."""
L1, L2 = 0.01, 0.03
MANY_INPUTS = 0.25
"""Inputs for each training example beyond which most of them are likely not to matter."""


def overfitting(e: Evidence) -> Finding | None:
    """The test examples are much worse than the training examples, and are not getting better."""
    if e.examples.test.m < FEWEST or e.test_falling:
        return None
    if e.train_accuracy is not None and e.test_accuracy is not None:
        train, test = e.train_accuracy, e.test_accuracy
        error = np.sqrt(sum(p * (1 - p) / m for p, m in ((train, e.examples.train.m), (test, e.examples.test.m))))
        if train - test < max(GAP, ERRORS * float(error)):
            return None
        sentence = Message(
            "{train}% of the training examples are right, but only {test}% of the test examples: much of what "
            "the network has learned of its {m} training examples does not hold for others.",
            train=percent(train),
            test=percent(test),
            m=e.examples.train.m,
        )
    else:
        train, test = e.cost, float(np.median(e.test_costs[-3:]))
        if test - train < COST_GAP or test < TIMES * train:
            return None
        sentence = Message(
            "The training cost is {train}, but the test cost is {test}: much of what the network has learned of "
            "its {m} training examples does not hold for others.",
            train=number_text(float(e.curves.train_cost[-1])),
            test=number_text(float(e.curves.test_cost[-1])),
            m=e.examples.train.m,
        )
    training = e.experiment.training
    if len(e.examples.train.F) > e.examples.train.m * MANY_INPUTS:
        l1 = max(L1, 3 * training.l1)
        return Finding(
            "overfitting",
            sentence,
            Message(
                "Add the penalty L1 = {l1}: of so many inputs ({n}) it keeps those that matter. More training examples "
                "help most.",
                l1=number_text(l1),
                n=len(e.examples.train.F),
            ),
            changes=(("training.l1", l1),),
        )
    l2 = max(L2, 3 * training.l2)
    return Finding(
        "overfitting",
        sentence,
        Message(
            "Add the penalty L2 = {l2}: smaller weights make a smoother function. More training examples help most.",
            l2=number_text(l2),
        ),
        changes=(("training.l2", l2),),
    )


def generalizes_nothing(e: Evidence) -> bool:
    """Whether the network is no better than a constant answer on enough examples that it has not seen."""
    if e.test_skill is None or e.examples.test.m < FEWEST or e.test_falling or e.test_skill > CONSTANT:
        return False
    # A few examples may be wrong by bad luck.
    return e.examples.test.m >= 2 * FEWEST or e.facts.are_random
