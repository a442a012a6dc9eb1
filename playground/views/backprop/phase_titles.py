"""What the phases of a walk are called, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from playground.training.walkthrough.walk import Phase
from playground.views.forms.text import translated

OF_THE_WHOLE_NETWORK = frozenset({"C", "C_new"})


def phase_title(phase: Phase) -> str:
    """Return what a phase does, with its layer where it has one."""
    title = translated(phase.title)
    if phase.name in OF_THE_WHOLE_NETWORK:
        return title
    text = QCoreApplication.translate("backprop", "{title}, layer {layer}")
    return text.format(title=title, layer=phase.layer)
