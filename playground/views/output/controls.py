"""The row beneath the output's plot: which examples, continuous or in steps, the whole range again."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from playground.views.controls.check_box import CheckBox
from playground.views.icons import icon
from playground.views.kit.appearance import restyled, theme
from playground.views.output.markers import marker_icon


class OutputControls(QWidget):
    """Two boxes and a button.

    Attributes
    ----------
    test_data, discretize, auto
        The controls themselves.
    changed
        A box was ticked or cleared.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.test_data = CheckBox(self.tr("Test data"))
        self.test_data.setChecked(True)
        self.test_data.setToolTip(self.tr("Draw the test examples too, as hollow markers."))
        self.discretize = CheckBox(self.tr("Discretize"))
        self.discretize.setToolTip(self.tr("Show decisions or steps instead of a continuous output."))
        self.auto = QToolButton()
        self.auto.setAccessibleName(self.tr("Automatic range"))
        self.auto.setToolTip(self.tr("Show the whole range again and keep following it."))
        self.auto.setEnabled(False)
        for control in (self.test_data, self.discretize, self.auto):
            control.setAccessibleDescription(control.toolTip())
        self.test_data.setAccessibleName(self.test_data.text())
        self.discretize.setAccessibleName(self.discretize.text())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.test_data)
        layout.addWidget(self.discretize)
        layout.addStretch(1)
        layout.addWidget(self.auto)
        self.auto.setIcon(icon("reset_view"))
        self._draw_marker()
        self.test_data.toggled.connect(self.changed)
        self.discretize.toggled.connect(self.changed)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the marker in other colours."""
        super().changeEvent(event)
        if restyled(event):
            self._draw_marker()

    def _draw_marker(self) -> None:
        self.test_data.setIcon(marker_icon(0, theme().text, theme(), hollow=True))
