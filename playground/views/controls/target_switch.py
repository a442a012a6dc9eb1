"""Whether what a table is to predict are numbers or classes: two buttons, one of them down."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from playground.views.kit.building import in_column
from playground.views.kit.mode_buttons import ModeButtons
from playground.views.panel_style import set_property


class TargetSwitch(QWidget):
    """Shows how the column to predict is learned, and lets a person turn that round.

    Signals
    -------
    chosen(name)
        A person wants ``"numbers"`` or ``"classes"``.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self.tr("Predict"))
        set_property(self._label, "role", "muted")
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.modes = ModeButtons(
            {
                "numbers": (self.tr("as numbers"), self.tr("A regression: the output is a number on a scale.")),
                "classes": (
                    self.tr("as classes"),
                    self.tr("A classification: each different value is a class."),
                ),
            },
            gap=4,
        )
        self.modes.chosen.connect(self.chosen)
        self.setLayout(in_column(self._label, self.modes, gap=3))

    def show_target(self, name: str, *, as_classes: bool, numeric: bool) -> None:
        """Show how a column is learned, without a signal; texts can only be classes."""
        self._label.setText(self.tr("Predict {column}").format(column=shortened(name)) if name else self.tr("Predict"))
        with QSignalBlocker(self.modes):
            self.modes.choose("classes" if as_classes else "numbers")
        self.modes.buttons["numbers"].setEnabled(numeric)


LONGEST = 24


def shortened(name: str) -> str:
    """Return a column's name that has room in a line."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
