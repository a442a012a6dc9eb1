"""The pictures beside the rows: each is drawn when it is seen, and again only when its run answers otherwise."""

from collections.abc import Hashable

from PySide6.QtGui import QIcon

from playground.training.run_table import NOW, RunGroup, RunRow
from playground.views.kit.appearance import pixels, theme
from playground.views.runs.colors import pin_color
from playground.views.runs.thumbnail import thumbnail

SIDE = 36
"""Pixels of a run's picture."""


class RunPictures:
    """What runs look like, in the colours of now."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[object, QIcon]] = {}

    def forget(self) -> None:
        """Draw all of them anew."""
        self._known = {}

    def of(self, shown: RunRow | RunGroup) -> QIcon:
        """Return the picture of a run, or of a group's typical one."""
        row = shown.typical if isinstance(shown, RunGroup) else shown
        answer = row.costs if row.portrait is None else row.portrait.maps.units[-1]
        known = self._known.get(shown.key)
        if known is None or known[0] is not answer:
            pixmap = thumbnail(row.portrait, row.epochs, row.costs, theme(), _color(row), pixels(SIDE))
            picture = QIcon(pixmap)
            picture.addPixmap(pixmap, QIcon.Mode.Selected)  # which would be tinted
            known = self._known[shown.key] = answer, picture
        return known[1]


def _color(row: RunRow) -> str:
    """Return the colour of a run's curves; those of the wall have none here."""
    if row.key == NOW:
        return theme().train
    return pin_color(row.key[1], theme()) if row.key[0] == "pin" else theme().border
