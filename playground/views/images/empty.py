"""What stands there while the data are no images: what the views are for, and a way to see them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from playground.views.panel_style import set_property

PRESET = "digits"


class EmptyImages(QWidget):
    """Two sentences and a button.

    Signals
    -------
    preset_requested(preset)
        The id of the preset that has images.
    """

    preset_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self.tr("For data that are images"))
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        self.title.setFont(font)
        self.text = QLabel(
            self.tr(
                "With images of several classes you see here what the network makes of each of them, what every neuron "
                "of the first layer looks for, and you can draw an image of your own that is classified as you draw. "
                "Open the preset of handwritten digits, or images of your own in MNIST's format."
            )
        )
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.text.setMaximumWidth(560)
        self.button = QPushButton(self.tr("Open handwritten digits"))
        self.button.setToolTip(self.tr("Open the preset; Undo brings the present experiment back."))
        self.button.setAccessibleDescription(self.button.toolTip())
        set_property(self.button, "role", "primary")
        self.button.clicked.connect(self._request)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.text, 100)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self.title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(middle)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _request(self) -> None:
        self.preset_requested.emit(PRESET)
