"""The two ways to look at a layer."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


@dataclass(frozen=True)
class Mode:
    """One way to look.

    Attributes
    ----------
    name
        Key of the table.
    label, tooltip
        On the button and under the mouse; before translation (context ``SpacesView``).
    picks
        Whether two neurons are to be picked.
    """

    name: str
    label: str
    tooltip: str
    picks: bool


_RECORDS = (
    Mode(
        "pca",
        str(QT_TRANSLATE_NOOP("SpacesView", "PCA")),
        str(
            QT_TRANSLATE_NOOP(
                "SpacesView",
                "The data as each layer sees them, on the plane that keeps most of their variance: the first two "
                "principal components.",
            )
        ),
        picks=False,
    ),
    Mode(
        "neurons",
        str(QT_TRANSLATE_NOOP("SpacesView", "Two neurons")),
        str(
            QT_TRANSLATE_NOOP(
                "SpacesView",
                "The data on the plane of two neurons of each layer, with the grid of the input bent into it.",
            )
        ),
        picks=True,
    ),
)
MODES: Mapping[str, Mode] = MappingProxyType({mode.name: mode for mode in _RECORDS})
"""Every mode by name, in the order of their buttons."""


def translated(text: str) -> str:
    """Return a text of the table in the language of the window."""
    return QCoreApplication.translate("SpacesView", text)
