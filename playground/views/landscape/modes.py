"""The ways to look at the landscape, and what is asked of the session for each."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from playground.training.commands import Command, StartSlice, StartSurface
from playground.training.landscape import CostSlice, CostSurface, Place
from playground.training.snapshot import Snapshot

Job = Literal["slice", "surface"]


class Mode(Struct, frozen=True):
    """One way to look.

    Attributes
    ----------
    label, tooltip, about
        On the button, under the mouse, and beside the plot; before translation (context ``LandscapeView``).
    kind
        The kind of surface; empty for the slice.
    places
        How many weights are to be picked.
    """

    name: str
    label: str
    tooltip: str
    about: str
    kind: str
    places: int

    @property
    def job(self) -> Job:
        """The job that computes it."""
        return "surface" if self.kind else "slice"


_RECORDS = (
    Mode(
        "one",
        str(QT_TRANSLATE_NOOP("LandscapeView", "One weight")),
        str(QT_TRANSLATE_NOOP("LandscapeView", "The cost against one weight, all others as they are.")),
        str(
            QT_TRANSLATE_NOOP(
                "LandscapeView",
                "The exact cost of all training examples for every value of this weight. Backpropagation knows only "
                "the slope at the dot; a step goes against it.",
            )
        ),
        "",
        1,
    ),
    Mode(
        "two",
        str(QT_TRANSLATE_NOOP("LandscapeView", "Two weights")),
        str(QT_TRANSLATE_NOOP("LandscapeView", "The cost over two weights, all others as they are.")),
        str(
            QT_TRANSLATE_NOOP(
                "LandscapeView",
                "Every point is a pair of values for the two weights. The path is the training so far, seen from "
                "here: the other weights moved too.",
            )
        ),
        "weights",
        2,
    ),
    Mode(
        "random",
        str(QT_TRANSLATE_NOOP("LandscapeView", "Random")),
        str(
            QT_TRANSLATE_NOOP(
                "LandscapeView", "The cost over two random directions, each as long in a neuron as its weights."
            )
        ),
        str(
            QT_TRANSLATE_NOOP(
                "LandscapeView",
                "The weights as they are lie at (0, 0). Each neuron's part of a direction is as long as its weights "
                "(filter normalization, Li et al. 2018); biases stay as they are.",
            )
        ),
        "random",
        0,
    ),
    Mode(
        "trajectory",
        str(QT_TRANSLATE_NOOP("LandscapeView", "Trajectory")),
        str(
            QT_TRANSLATE_NOOP(
                "LandscapeView", "The cost over the two directions in which the training has moved the weights most."
            )
        ),
        str(
            QT_TRANSLATE_NOOP(
                "LandscapeView",
                "The first two principal components of the path that all weights took in training. The weights as "
                "they are lie at (0, 0).",
            )
        ),
        "trajectory",
        0,
    ),
    Mode(
        "steps",
        str(QT_TRANSLATE_NOOP("LandscapeView", "Next step")),
        str(
            QT_TRANSLATE_NOOP(
                "LandscapeView", "Where SGD, Momentum, Adam and the others would go from these weights and this batch."
            )
        ),
        str(
            QT_TRANSLATE_NOOP(
                "LandscapeView",
                "From exactly these weights and the next mini-batch, each on a copy: the session stays where it is. "
                "The map is the plane nearest to all steps, each counted the same; “in plane” is the part of a step's "
                "length that lies in it. The updates that follow see the same mini-batches.",
            )
        ),
        "steps",
        0,
    ),
)
MODES: Mapping[str, Mode] = MappingProxyType({mode.name: mode for mode in _RECORDS})
"""Every mode by name, in the order of their buttons."""


class Wish(Struct, frozen=True):
    """What a person wants to see.

    Attributes
    ----------
    places
        The weights picked, as many as the mode needs.
    one_rate
        Whether all optimizers take the session's learning rate.
    """

    mode: Mode
    places: tuple[Place, ...] = ()
    seed: int = 0
    one_rate: bool = False

    def command(self) -> Command:
        if self.mode.job == "slice":
            return StartSlice(*self.places[0])
        first, second = self.places if self.places else (None, None)
        return StartSurface(self.mode.kind, first, second, self.seed, self.one_rate)

    def result(self, snapshot: Snapshot) -> CostSlice | CostSurface | None:
        """Return the snapshot's answer to it, None if it has none."""
        found = snapshot.cost_slice if self.mode.job == "slice" else snapshot.surface
        if found is None or not same_landscape(found, snapshot):
            return None
        if isinstance(found, CostSlice):
            return found if found.place == self.places[0] else None
        same = found.kind == self.mode.kind and (found.places or ()) == self.places and found.seed == self.seed
        return found if same and found.one_rate == self.one_rate else None


def same_landscape(result: CostSlice | CostSurface, snapshot: Snapshot) -> bool:
    """Whether the cost is still the same function of the parameters: data, network and cost are."""
    then, now = result.experiment, snapshot.experiment
    if then is now:
        return True
    return (then.data, then.network, then.training.cost) == (now.data, now.network, now.training.cost)


def translated(text: str) -> str:
    """Return a text of the table in the language of the window."""
    return QCoreApplication.translate("LandscapeView", text)
