"""Whether what a table is to predict are numbers or classes: two buttons, one of them down."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from playground.views.panel_style import set_property

NAMES = ("numbers", "classes")


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
        texts = {
            "numbers": (self.tr("as numbers"), self.tr("A regression: the output is a number on a scale.")),
            "classes": (
                self.tr("as classes"),
                self.tr("A classification: each different value is a class."),
            ),
        }
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setSpacing(4)
        for name in NAMES:
            text, tooltip = texts[name]
            button = QToolButton()
            button.setText(text)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolTip(tooltip)
            button.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            self._group.addButton(button)
            self.buttons[name] = button
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._label)
        column.addLayout(row)

    @property
    def current(self) -> str:
        return next((name for name, button in self.buttons.items() if button.isChecked()), "")

    def show_target(self, name: str, *, as_classes: bool, numeric: bool) -> None:
        """Show how a column is learned, without a signal; texts can only be classes."""
        self._label.setText(self.tr("Predict {column}").format(column=shortened(name)) if name else self.tr("Predict"))
        for key, button in self.buttons.items():
            with QSignalBlocker(button):
                button.setChecked((key == "classes") == as_classes)
        self.buttons["numbers"].setEnabled(numeric)


LONGEST = 24


def shortened(name: str) -> str:
    """Return a column's name that has room in a line."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
