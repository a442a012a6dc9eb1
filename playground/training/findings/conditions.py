"""When something is conspicuous: each condition returns the numbers of its sentence, or None where all is well.

Thresholds are in units of the network's own: shares of its baseline cost, of its weights, of its last layer's gradient.
"""

from collections.abc import Mapping

import numpy as np

from playground.training.findings.evidence import Evidence
from playground.training.snapshot import Array

VANISHING, EXPLODING = 1e-3, 100.0
"""A layer's gradient in gradients of the last layer: below the first it vanishes, above the second it explodes."""
STEEP = 100.0
"""A gradient's norm in baselines: a step of that length changes the cost by so many times what there is to gain."""
LARGE_RATIO, SMALL_RATIO = 0.1, 1e-5
"""Update/weight ratios beyond which the learning rate is too large or too small; about 1e-3 is usual."""
SATURATED = 0.5
"""A layer with this share of saturated units."""
RISE, RISES = 0.05, 0.25
"""A cost oscillates where this share of its recent steps (the second) goes up by so many baselines (the first)."""
STUCK = 0.01
"""A gradient's norm in baselines below which it counts as zero."""
SAME = 1e-9

Numbers = Mapping[str, float]


def diverged(evidence: Evidence) -> Numbers | None:
    """The numbers are not finite any more."""
    divergence = evidence.divergence
    return None if divergence is None else {"layer": divergence.layer, "epoch": divergence.epoch}


def symmetric(evidence: Evidence) -> Numbers | None:
    """All units of a layer have the same weights in and out, so that their gradients are the same too."""
    for layer, (matrix, after) in enumerate(zip(evidence.matrices, evidence.matrices[1:], strict=False), start=1):
        if len(matrix) > 1 and _same_rows(matrix) and _same_rows(after[:, :-1].T):
            return {"layer": layer, "units": len(matrix)}
    return None


def _same_rows(matrix: Array) -> bool:
    return bool(np.ptp(matrix, axis=0).max() <= SAME * np.abs(matrix).max())


def dead(evidence: Evidence) -> Numbers | None:
    """Units give zero for every example."""
    shares = np.nan_to_num(evidence.dead[:, -1])
    layer = int(shares.argmax())
    if not shares[layer] > 0:
        return None
    units = len(evidence.matrices[layer])
    dead = round(float(shares[layer]) * units)
    return {"layer": layer + 1, "dead": dead, "units": units, "examples": evidence.examples}


def exploding(evidence: Evidence) -> Numbers | None:
    """A layer has a much larger gradient than the last one."""
    norms = evidence.norms
    worst = int(np.argmax(np.nan_to_num(norms)))
    times = norms[worst] / norms[-1]
    if not EXPLODING < times < np.inf:
        return None
    return {"layer": worst + 1, "times": times, "last": len(norms)}


def steep(evidence: Evidence) -> Numbers | None:
    """The gradient is huge in all layers."""
    norms = evidence.norms
    worst = int(np.argmax(np.nan_to_num(norms)))
    if not norms[worst] > STEEP * evidence.scale:
        return None
    return {"layer": worst + 1, "norm": norms[worst]}


def rate_too_large(evidence: Evidence) -> Numbers | None:
    """An update changes weights by a good part of their size."""
    ratios = np.nan_to_num(evidence.ratios)
    worst = int(ratios.argmax())
    if evidence.falling or ratios[worst] <= LARGE_RATIO:
        return None
    return {"layer": worst + 1, "percent": 100 * ratios[worst]}


def oscillating(evidence: Evidence) -> Numbers | None:
    """The cost goes up again and again."""
    costs = evidence.costs
    rises = np.count_nonzero(np.diff(costs) > RISE)
    if rises < RISES * (len(costs) - 1):
        return None
    return {"low": float(costs.min()) * evidence.scale, "high": float(costs.max()) * evidence.scale}


def saturated(evidence: Evidence) -> Numbers | None:
    """Many units of a layer are at the flat ends of their activation."""
    shares = np.nan_to_num(evidence.saturated[:, -1])
    layer = int(shares.argmax())
    if evidence.falling or shares[layer] < SATURATED:
        return None
    units = len(evidence.matrices[layer])
    return {"layer": layer + 1, "saturated": round(float(shares[layer]) * units), "units": units}


def vanishing(evidence: Evidence) -> Numbers | None:
    """A layer has a much smaller gradient than the last one."""
    norms = evidence.norms
    worst = int(np.argmin(np.where(norms > 0, norms, np.inf)))
    times = norms[-1] / norms[worst]
    if not 1 / VANISHING < times < np.inf:
        return None
    return {"layer": worst + 1, "times": times, "last": len(norms)}


def rate_too_small(evidence: Evidence) -> Numbers | None:
    """There is a gradient, but the updates are tiny."""
    norm, largest = float(np.linalg.norm(evidence.norms)), float(np.nan_to_num(evidence.ratios).max())
    if not evidence.flat or norm <= STUCK * evidence.scale or not 0 < largest < SMALL_RATIO:
        return None
    return {"percent": 100 * largest}


def stuck(evidence: Evidence) -> Numbers | None:
    """There is no gradient, but much cost."""
    norm = float(np.linalg.norm(evidence.norms))
    if not evidence.flat or not norm <= STUCK * evidence.scale:
        return None
    return {"cost": float(evidence.curves.train_cost[-1]), "norm": norm}


def healthy(_evidence: Evidence) -> Numbers | None:
    """Nothing else was found."""
    return {}
