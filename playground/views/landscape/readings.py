"""The lines of numbers beside each plot."""

from PySide6.QtCore import QCoreApplication

from playground.messages.numbers import MISSING, number, percent, signed
from playground.training.landscape import CostSlice, CostSurface
from playground.training.snapshot import Snapshot
from playground.views.kit.number_table import Row

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
