"""Causes that lie in the network's shape, its first weights and its penalties: each returns what it found, or None."""

from itertools import pairwise

import numpy as np

from playground.engine import ACTIVATIONS
from playground.files import LayerSettings
from playground.messages import Message, Term
from playground.training.diagnostics.evidence import Evidence
from playground.training.diagnostics.finding import Finding, hidden_layers, number_text, percent
from playground.training.diagnostics.probe import NOTHING
from playground.training.results import Array

GAIN = 0.1
"""A skill is better than another by this at least."""
SHRUNK = 0.3
"""Weights that are left with less of their first size were pulled to zero."""
TINY, HELD, AGAINST = 0.02, 0.3, 0.5
"""Weights of a smaller share of the largest do not count; a penalty holds the others in place with a pull of so large a
share of their gradient, at so large a cosine against it."""
FEW_UNITS, ENOUGH_UNITS = 4, 16
STUCK = 0.1
"""A gradient's norm in baselines below which it counts as none."""
SAME = 1e-9
SOLVED = 0.95
"""Of a network that does so well nobody asks why some of its weights stay as they are."""
NEW_UNITS = 8


def symmetric(e: Evidence) -> Finding | None:
    """All units of a layer have the same weights in and out, so that their gradients are the same too."""
    matrices = e.network.matrices
    for layer, (matrix, after) in enumerate(pairwise(matrices), start=1):
        if len(matrix) > 1 and _same_rows(matrix) and _same_rows(after[:, :-1].T):
            return Finding(
                "symmetric",
                Message(
                    "All {units} neurons of layer {layer} have the same weights and get the same gradient: together "
                    "they can do no more than one.",
                    units=len(matrix),
                    layer=layer,
                ),
                Message("Begin with weights that differ: choose Xavier as the initializer."),
                layer=layer,
                changes=(("network.initializer", "xavier"),),
            )
    return None


def _same_rows(matrix: Array) -> bool:
    return bool(np.ptp(matrix, axis=0).max() <= SAME * np.abs(matrix).max())


def flat(e: Evidence) -> Finding | None:
    """An activation that is flat everywhere lets no gradient through."""
    jumping = [layer for layer, name in enumerate(e.network.activations, start=1) if ACTIVATIONS[name].jumps]
    if not jumping or e.skill > SOLVED:
        return None
    layer, smooth = jumping[-1], "sigmoid"
    hidden = tuple(
        LayerSettings(each.units, smooth if ACTIVATIONS[each.activation].jumps else each.activation)
        for each in e.experiment.network.hidden
    )
    output = (("network.output_activation", smooth),) if layer == len(e.network.activations) else ()
    return Finding(
        "vanishing",
        Message(
            "{activation}, the activation of layer {layer}, is flat: its slope is 0 everywhere, so no gradient comes "
            "through it, and the weights up to layer {layer} stay as they began.",
            activation=Term(ACTIVATIONS[e.network.activations[layer - 1]].label),
            layer=layer,
        ),
        Message("Use a sigmoid there: a step that is rounded, and has a slope."),
        layer=layer,
        changes=((("network.hidden", hidden),) if hidden else ()) + output,
    )


def linear(e: Evidence) -> Finding | None:
    """No layer bends anything, and the data need it."""
    hidden = e.experiment.network.hidden
    if any(layer.activation != "linear" for layer in hidden):
        return None
    if e.facts.bend < GAIN or e.skill < e.facts.straight - GAIN:
        return None
    units = max([NEW_UNITS, *(layer.units for layer in hidden)])
    return Finding(
        "linear",
        Message(
            "Without a hidden layer that bends, the network can only make straight boundaries and flat surfaces: it "
            "reaches {reached}, while {better}.",
            reached=e.score_text(e.skill),
            better=e.better,
        ),
        Message("Add a hidden layer of {units} neurons with tanh.", units=units)
        if not hidden
        else Message("Use tanh in the hidden layers, {units} neurons each.", units=units),
        changes=(("network.hidden", hidden_layers(units, "tanh", max(1, len(hidden)))),),
    )


def penalty(e: Evidence) -> Finding | None:
    """A penalty holds the weights where the data would move them away."""
    settings = e.experiment.training
    if not (settings.l1 or settings.l2):
        return None
    weights = np.concatenate([np.hstack([W, np.zeros((len(W), 1))]).ravel() for W in e.network.W])
    first = e.network.structure.matrices(e.initial)
    before = float(np.sqrt(sum(np.square(matrix[:, :-1]).sum() for matrix in first)))
    size = float(np.linalg.norm(weights))
    pull = settings.l2 * weights + settings.l1 * np.sign(weights)
    # Weights that are as good as zero jump about it, whatever pulls.
    taking_part = np.abs(weights) > TINY * np.abs(weights).max()
    pull, slope = pull[taking_part], e.gradient[taking_part]
    both = float(np.linalg.norm(pull) * np.linalg.norm(slope))
    against = -float(pull @ slope) / both if both else 0.0
    holds = np.linalg.norm(pull) > HELD * np.linalg.norm(slope) and against > AGAINST
    strength = settings.l2 * before + settings.l1 * float(np.sqrt(weights.size))
    shrunk = size < SHRUNK * before and strength > HELD * float(np.linalg.norm(e.first_norms))
    outweighs = float(e.curves.penalty[-1]) > float(e.curves.train_cost[-1])
    if not (holds or shrunk or outweighs):
        return None
    return Finding(
        "penalty",
        Message(
            "The penalty ({penalty}) is too strong: it holds the weights at {share}% of the size they began with, "
            "pulling at them with {pull} against the data's gradient of {gradient}.",
            penalty=", ".join(
                f"{name} = {number_text(value)}" for name, value in (("L1", settings.l1), ("L2", settings.l2)) if value
            ),
            share=percent(size / before if before else 1.0),
            pull=number_text(float(np.linalg.norm(pull))),
            gradient=number_text(float(np.linalg.norm(slope))),
        ),
        Message("Switch the penalty off, and bring it back a hundred times smaller if you need it."),
        changes=(("training.l1", 0.0), ("training.l2", 0.0)),
    )


def needs_trials(e: Evidence) -> bool:
    """Whether what other first weights come to would decide, and is not known yet."""
    return (_is_stuck(e) or _is_narrow(e)) and e.probe.is_open


def _is_stuck(e: Evidence) -> bool:
    """Whether no step leads down from here."""
    return bool(np.linalg.norm(e.gradient) <= STUCK * e.scale)


def _is_narrow(e: Evidence) -> bool:
    """Whether a layer may be too narrow for what is possible."""
    hidden = e.experiment.network.hidden
    return bool(hidden) and e.facts.possible is not None and min(layer.units for layer in hidden) <= FEW_UNITS


def plateau(e: Evidence) -> Finding | None:
    """Other weights of the same network are better, but no step from here leads down to them."""
    missing = (1.0 if e.facts.possible is None else e.facts.possible) - e.skill
    if not _is_stuck(e) or e.probe.best.skill < e.skill + max(GAIN, missing / 2):
        return None
    return Finding(
        "plateau",
        Message(
            "The cost stays at {cost} with ‖dW, db‖ = {norm}: there is hardly a slope left to follow. Yet the "
            "same network can do better: from the first weights of seed {seed} it reaches {possible} after {n} "
            "{n:epoch|epochs}, here {reached}.",
            cost=number_text(float(e.curves.train_cost[-1])),
            norm=number_text(float(np.linalg.norm(e.gradient))),
            seed=e.probe.best.seed,
            n=e.probe.epochs,
            possible=e.score_text(e.probe.best.skill),
            reached=e.score_text(e.skill),
        ),
        Message("Begin with other weights: seed {seed}.", seed=e.probe.best.seed),
        changes=(("network.seed", e.probe.best.seed),),
    )


def too_few_units(e: Evidence) -> Finding | None:
    """The narrowest layer is narrow, and nothing else is wrong."""
    hidden = e.experiment.network.hidden
    if not _is_narrow(e) or e.probe.best is NOTHING or e.probe.best.skill > e.skill + 2 * GAIN:
        return None
    layer = min(range(len(hidden)), key=lambda index: hidden[index].units)
    units = hidden[layer].units
    wide = max(ENOUGH_UNITS, 4 * units)
    widened = tuple(
        hidden_layers(max(wide, each.units) if each.units <= FEW_UNITS else each.units, each.activation)[0]
        for each in hidden
    )
    return Finding(
        "too_few_units",
        Message(
            "Layer {layer} has only {units} {units:neuron|neurons}: {tries} other first weights did hardly better, and "
            "the network reaches {reached}, while {better}.",
            layer=layer + 1,
            units=units,
            tries=e.probe.tries,
            reached=e.score_text(e.skill),
            better=e.better,
        ),
        Message("Give it {units} neurons.", units=wide),
        layer=layer + 1,
        changes=(("network.hidden", widened),),
    )
