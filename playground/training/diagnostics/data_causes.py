"""Causes that lie in the data, in how they are scaled, and in knowing them by heart: what each found, or None."""

import numpy as np

from playground.engine import ACTIVATIONS
from playground.messages import Message, Term, joined
from playground.training.diagnostics.data_facts import Outlier
from playground.training.diagnostics.evidence import CONSTANT, FEWEST, Evidence
from playground.training.diagnostics.finding import Changes, Finding, number_text, percent

LARGE_INPUT, SMALL_INPUT, OFFSET = 30.0, 0.03, 10.0
"""A feature's spread is too large or too small beyond these; its mean is too far from zero by so many spreads."""
LARGE_TARGET, SMALL_TARGET = 10.0, 0.05
"""Targets of this size, or spread so little, are too far from what fresh weights answer."""
BEYOND = 0.05
"""Targets may lie outside the output's range by this share of their own."""
NAMED = 4
"""So many columns are named."""


def output_range(e: Evidence) -> Finding | None:
    """The targets lie where the output activation has no values."""
    if e.baseline.accuracy is not None:
        return None
    activation = ACTIVATIONS[e.network.activations[-1]]
    low, high = activation.range
    for row, column in enumerate(e.examples.dataset.output_names):
        values = e.examples.train.Y[row]
        slack = BEYOND * float(np.ptp(values))
        outside = (values < low - slack) | (values > high + slack)
        if outside.any():
            return Finding(
                "output_range",
                Message(
                    "The output activation {activation} can only answer {range}; {column} goes from {low} to {high}, "
                    "and {percent}% of the training examples are out of its reach.",
                    activation=Term(activation.label),
                    range=_range(e.in_unit(row, low), e.in_unit(row, high)),
                    column=column,
                    low=number_text(e.in_unit(row, float(values.min()))),
                    high=number_text(e.in_unit(row, float(values.max()))),
                    percent=percent(float(outside.mean())),
                ),
                Message("Use a linear output, which reaches every number."),
                layer=len(e.network.W),
                changes=(("network.output_activation", "linear"), *_scaled_targets(e)),
                columns=(column,),
            )
    return None


def _range(low: float, high: float) -> Message:
    if np.isinf(high):
        return Message("from {low} upwards", low=number_text(low))
    return Message("from {low} to {high}", low=number_text(low), high=number_text(high))


def _scaled_targets(e: Evidence) -> Changes:
    """Return the change that brings targets to mean 0 and spread 1, where that would help."""
    return () if e.experiment.standardizes_targets or not _are_targets_far(e) else (("data.standardize_targets", True),)


def _are_targets_far(e: Evidence) -> bool:
    Y = e.examples.train.Y
    return bool(np.abs(Y).max() > LARGE_TARGET or 0 < Y.std(axis=1).min() < SMALL_TARGET)


def target_scale(e: Evidence) -> Finding | None:
    """Numbers to predict are much larger or smaller than what a network answers at first."""
    if e.baseline.accuracy is not None or e.experiment.standardizes_targets or not _are_targets_far(e):
        return None
    Y = e.examples.train.Y
    row = int(np.argmax(np.abs(Y).max(axis=1)))
    return Finding(
        "target_scale",
        Message(
            "{column} goes from {low} to {high} (mean {mean}, standard deviation {spread}), but fresh weights answer "
            "numbers around 0 of size 1: the steps that lead there are too long for the weights, or too many.",
            column=e.examples.dataset.output_names[row],
            low=number_text(float(Y[row].min())),
            high=number_text(float(Y[row].max())),
            mean=number_text(float(Y[row].mean())),
            spread=number_text(float(Y[row].std())),
        ),
        Message("Standardize the targets: the network learns them at mean 0 and spread 1, and answers in your unit."),
        layer=len(e.network.W),
        changes=(("data.standardize_targets", True),),
        columns=(e.examples.dataset.output_names[row],),
    )


def input_scale(e: Evidence) -> Finding | None:
    """A feature is much larger, much smaller or much further from zero than suits the weights."""
    if e.experiment.data.standardizes:
        return None
    F = e.examples.train.F
    largest, mean, spread = np.abs(F).max(axis=1), F.mean(axis=1), F.std(axis=1)
    varied = spread > 1e-9 * np.maximum(largest, 1e-300)
    far = (spread > LARGE_INPUT) | (spread < SMALL_INPUT) | (np.abs(mean) > OFFSET * np.maximum(spread, 1.0))
    rows = np.flatnonzero(varied & far).tolist()
    if not rows or e.examples.dataset.image_shape is not None:
        return None
    columns = tuple(e.feature_name(row) for row in rows)
    row = max(rows, key=lambda each: abs(float(np.log(spread[each] + abs(mean[each])))))
    return Finding(
        "input_scale",
        Message(
            "{n:The input|Inputs} {columns} {n:is|are} not of the size that weights begin with: {column} goes from "
            "{low} to {high} (mean {mean}, standard deviation {spread}); around 0 with spread 1 is usual.",
            n=len(columns),
            columns=joined([*columns[:NAMED], *(["…"] if len(columns) > NAMED else [])]),
            column=e.feature_name(row),
            low=number_text(float(F[row].min())),
            high=number_text(float(F[row].max())),
            mean=number_text(float(mean[row])),
            spread=number_text(float(spread[row])),
        ),
        Message("Standardize the inputs: each is brought to mean 0 and spread 1."),
        layer=1,
        changes=(("data.standardize", True),),
        columns=columns,
    )


def contradicting_labels(e: Evidence) -> Finding | None:
    """Equal inputs have different classes, and the network does as well as one can."""
    found = e.facts.contradiction
    if found is None or e.train_accuracy is None or e.train_accuracy < found.best - CONSTANT or found.best > 0.95:
        return None
    return Finding(
        "contradicting_labels",
        Message(
            "{n} of the {m} training examples have the same inputs as another one but a different class: whatever is "
            "learned, at most {best}% can be right, and {right}% are.",
            n=found.examples,
            m=e.examples.train.m,
            best=percent(found.best),
            right=percent(e.train_accuracy),
        ),
        Message(
            "Look at rows {rows}: correct their classes, or add an input that tells them apart.",
            rows=", ".join(f"{row:,}" for row in found.rows),
        ),
        rows=found.rows,
    )


def random_labels(e: Evidence) -> Finding | None:
    """Neither near neighbours nor a linear fit know more of an example than chance."""
    if not e.facts.are_random:
        return None
    names = e.examples.dataset
    return Finding(
        "contradicting_labels",
        Message(
            "The inputs do not seem to tell {column}: answering as the nearest other examples do is no better than "
            "always answering the same ({score}).",
            column=joined(names.output_names) if e.baseline.accuracy is None else Message("the class"),
            score=e.score_text(e.facts.neighbours),
        ),
        Message(
            "No setting of the network helps: check that the column to predict and its rows are the right ones, or add "
            "inputs that it depends on."
        ),
        columns=names.output_names if e.baseline.accuracy is None else (),
    )


def outlier(e: Evidence) -> Finding | None:
    """One value lies far from all others and decides the cost alone."""
    found = e.facts.target_outlier
    if found is None:
        return None
    return Finding(
        "outlier",
        Message(
            "Row {row} alone makes {percent}% of the squared deviations of {column}, which a squared error counts: "
            "there it is {value}, while all others lie between {low} and {high}.",
            percent=percent(found.share),
            **_numbers(found),
        ),
        Message("Check row {row}: correct it, or leave it out.", row=f"{found.row:,}"),
        rows=(found.row,),
        columns=(found.column,),
    )


def input_outlier(e: Evidence) -> Finding | None:
    """One input lies so far out that all others are squeezed together."""
    found = e.facts.input_outlier
    if found is None:
        return None
    return Finding(
        "outlier",
        Message(
            "In row {row}, {column} is {value}, while all others lie between {low} and {high}: beside it the network "
            "hardly sees how these differ.",
            **_numbers(found),
        ),
        Message("Check row {row}: correct it, or leave it out.", row=f"{found.row:,}"),
        rows=(found.row,),
        columns=(found.column,),
    )


def _numbers(found: Outlier) -> dict[str, str]:
    return {
        "row": f"{found.row:,}",
        "column": found.column,
        "value": number_text(found.value),
        "low": number_text(found.low),
        "high": number_text(found.high),
    }


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
