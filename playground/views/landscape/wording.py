"""The landscape's sentences: what the axes are, what is shown, and why there is nothing to see."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from playground.training.landscape import CostSlice, CostSurface
from playground.training.snapshot import Snapshot

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
