"""The landscape's words: what the axes are, what is shown or why nothing is, and the numbers beside each plot."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from playground.messages.numbers import MISSING, number, percent, signed
from playground.training.landscape import CostSlice, CostSurface
from playground.training.snapshot import Snapshot
from playground.views.kit.number_table import Row

Result = CostSlice | CostSurface


def axis_names(result: CostSurface) -> tuple[str, str]:
    """Return what the two axes of a surface measure."""
    random = QCoreApplication.translate("LandscapeView", "{} (random direction)")
    component = QCoreApplication.translate("LandscapeView", "{} (principal component)")
    steps = QCoreApplication.translate("LandscapeView", "{} (main direction of the steps)")
    form = {"random": random, "trajectory": component, "steps": steps}.get(result.kind, "{}")
    first, second = (form.format(label) for label in result.axis_labels)
    return first, second


def extent(result: Result, snapshot: Snapshot) -> str:
    points = result.values.size if isinstance(result, CostSlice) else int(np.count_nonzero(~np.isnan(result.costs)))
    text = QCoreApplication.translate("LandscapeView", "{:,} exact costs of all {:,} training examples")
    return text.format(points, snapshot.problem_info.train_X.shape[1])


def out_of_date(result: Result, snapshot: Snapshot) -> str:
    """Return of which weights the result is, and which there are now."""
    if result.update == snapshot.update:
        return QCoreApplication.translate("LandscapeView", "Out of date: the weights have changed since.")
    text = QCoreApplication.translate("LandscapeView", "Out of date: computed at update {:,}, now {:,}.")
    return text.format(result.update, snapshot.update)


def why_empty(result: Result | None, *, canceled: bool) -> str:
    refusal = result.refusal if isinstance(result, CostSurface) else ""
    short = QCoreApplication.translate(
        "LandscapeView", "No path yet: train for a few epochs, and the plane it moves in appears here."
    )
    large = QCoreApplication.translate(
        "LandscapeView", "This network is too large for its path to be kept; the other ways to look still work."
    )
    flat = QCoreApplication.translate(
        "LandscapeView", "No optimizer would move: the gradient of the next mini-batch is 0 here."
    )
    if refusal:
        huge = QCoreApplication.translate(
            "LandscapeView",
            "The weights are too large to draw a plane through them. Reset, or begin with smaller weights.",
        )
        return {"short": short, "large": large, "huge": huge, "flat": flat}[refusal]
    if canceled:
        return QCoreApplication.translate("LandscapeView", "Canceled before there was anything to see.")
    return QCoreApplication.translate("LandscapeView", "Computing …")


MOST_MINIMA = 5


def slice_facts(shown: CostSlice, *, penalty: bool) -> tuple[Row, ...]:
    """Return what there is to say about a slice."""
    weight = QCoreApplication.translate("LandscapeView", "weight now")
    cost = QCoreApplication.translate("LandscapeView", "cost now")
    total = QCoreApplication.translate("LandscapeView", "cost + penalty")
    slope = QCoreApplication.translate("LandscapeView", "slope ∂C/∂w")
    step = QCoreApplication.translate("LandscapeView", "gradient descent step")
    after = QCoreApplication.translate("LandscapeView", "cost after it")
    minima = QCoreApplication.translate("LandscapeView", "local minima")
    none = QCoreApplication.translate("LandscapeView", "none here")
    more = QCoreApplication.translate("LandscapeView", "{} more, less deep")
    facts = [Row(weight, (number(shown.at),), "accent", "dot"), Row(cost, (number(shown.cost_at),), "train", "line")]
    if penalty:
        facts.append(Row(total, (number(shown.cost_at + shown.penalty_at),), "penalty", "dash"))
    facts.append(Row(slope, (number(shown.gradient),), "backward", "line"))
    if shown.used is not None:
        training = shown.experiment.training
        name = f"∂C/∂w{' + λ₂w' if training.l2 else ''}{' + λ₁sign(w)' if training.l1 else ''}"
        facts.append(Row(name, (number(shown.used),), "muted", ""))
    facts += [
        Row(step, (MISSING if shown.step is None else signed(shown.step - shown.at),), "text", "arrow"),
        Row(after, (number(shown.cost_at_step),), "text", "ring"),
        Row(minima, ("" if shown.minima else none,), "forward", "triangle"),
    ]
    lowest = sorted(sorted(shown.minima, key=lambda minimum: _cost(shown, minimum))[:MOST_MINIMA])
    for minimum in lowest:
        facts.append(Row(f"w = {number(minimum)}", (number(_cost(shown, minimum)),), "muted", ""))
    if len(shown.minima) > MOST_MINIMA:
        facts.append(Row(more.format(len(shown.minima) - MOST_MINIMA), (), "muted", ""))
    return tuple(facts)


def surface_facts(
    shown: CostSurface, snapshot: Snapshot, here: tuple[float, float], lowest: float | None
) -> tuple[Row, ...]:
    """Return what there is to say about a surface, and about the weights `here` on its plane."""
    now = QCoreApplication.translate("LandscapeView", "weights now: cost")
    least = QCoreApplication.translate("LandscapeView", "lowest here: cost")
    start = QCoreApplication.translate("LandscapeView", "start of the path")
    path = QCoreApplication.translate("LandscapeView", "path of training")
    share = QCoreApplication.translate("LandscapeView", "{} explains")
    arrow = QCoreApplication.translate("LandscapeView", "next steps, by their numbers")
    facts = [Row(now, (number(snapshot.train_cost),), "negative", "dot")]
    if shown.steps:
        facts.append(Row(arrow, (), "text", "arrow"))
    else:
        for label, value in zip(shown.axis_labels, here, strict=True):
            facts.append(Row(f"{label} =", (number(value),), "muted", ""))
    facts.append(Row(least, (number(lowest),), "text", "cross"))
    if shown.path.shape[1] > 1:
        facts += [Row(start, (), "text", "diamond"), Row(path, (), "text", "path")]
    if shown.shares is not None:
        for label, part in zip(shown.axis_labels, shown.shares, strict=True):
            facts.append(Row(share.format(label), (percent(part),), "muted", ""))
    return tuple(facts)


def _cost(shown: CostSlice, value: float) -> float:
    return float(shown.costs[int(abs(shown.values - value).argmin())])
