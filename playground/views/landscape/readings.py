"""The lines of numbers beside each plot."""

from PySide6.QtCore import QCoreApplication

from playground.messages.numbers import MISSING, number, percent, signed
from playground.training.landscape import CostSlice, CostSurface
from playground.training.snapshot import Snapshot
from playground.views.landscape.facts import Fact

MOST_MINIMA = 5


def slice_facts(shown: CostSlice, *, penalty: bool) -> tuple[Fact, ...]:
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
    facts = [Fact("dot", "accent", weight, number(shown.at)), Fact("line", "train", cost, number(shown.cost_at))]
    if penalty:
        facts.append(Fact("dash", "penalty", total, number(shown.cost_at + shown.penalty_at)))
    facts.append(Fact("line", "backward", slope, number(shown.gradient)))
    if shown.used is not None:
        training = shown.experiment.training
        name = f"∂C/∂w{' + λ₂w' if training.l2 else ''}{' + λ₁sign(w)' if training.l1 else ''}"
        facts.append(Fact("", "muted", name, number(shown.used)))
    facts += [
        Fact("arrow", "text", step, MISSING if shown.step is None else signed(shown.step - shown.at)),
        Fact("ring", "text", after, number(shown.cost_at_step)),
        Fact("triangle", "forward", minima, "" if shown.minima else none),
    ]
    lowest = sorted(sorted(shown.minima, key=lambda minimum: _cost(shown, minimum))[:MOST_MINIMA])
    for minimum in lowest:
        facts.append(Fact("", "muted", f"w = {number(minimum)}", number(_cost(shown, minimum))))
    if len(shown.minima) > MOST_MINIMA:
        facts.append(Fact("", "muted", more.format(len(shown.minima) - MOST_MINIMA)))
    return tuple(facts)


def surface_facts(
    shown: CostSurface, snapshot: Snapshot, here: tuple[float, float], lowest: float | None
) -> tuple[Fact, ...]:
    """Return what there is to say about a surface, and about the weights `here` on its plane."""
    now = QCoreApplication.translate("LandscapeView", "weights now: cost")
    least = QCoreApplication.translate("LandscapeView", "lowest here: cost")
    start = QCoreApplication.translate("LandscapeView", "start of the path")
    path = QCoreApplication.translate("LandscapeView", "path of training")
    share = QCoreApplication.translate("LandscapeView", "{} explains")
    facts = [Fact("dot", "negative", now, number(snapshot.train_cost))]
    for label, value in zip(shown.axis_labels, here, strict=True):
        facts.append(Fact("", "muted", f"{label} =", number(value)))
    facts.append(Fact("cross", "text", least, number(lowest)))
    if shown.path.shape[1] > 1:
        facts += [Fact("diamond", "text", start), Fact("path", "text", path)]
    if shown.shares is not None:
        for label, part in zip(shown.axis_labels, shown.shares, strict=True):
            facts.append(Fact("", "muted", share.format(label), percent(part)))
    return tuple(facts)


def _cost(shown: CostSlice, value: float) -> float:
    return float(shown.costs[int(abs(shown.values - value).argmin())])
