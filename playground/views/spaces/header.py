"""The row above the layers: how to look, and at which two neurons of the layer shown."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from playground.training.results import Scene
from playground.views.icons import icon
from playground.views.panel_style import set_property
from playground.views.spaces.modes import MODES, Mode, translated
from playground.views.spaces.pictures import neuron_name
from playground.views.spaces.search_box import SearchBox
from playground.views.theme import Theme

BOX_WIDTH = 128


class SpacesHeader(QWidget):
    """Buttons for the modes, boxes for the neurons, a button for the range.

    Attributes
    ----------
    mode_changed
        Another way of looking was chosen.
    pair_chosen
        Two neurons, from 0.
    buttons
        The modes' buttons by name.
    first, second, swap
        The neurons of the right and the upward axis, both exchanged.
    reset
        Shows the whole range again.
    """

    mode_changed = Signal()
    pair_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        for name, mode in MODES.items():
            button = QToolButton()
            button.setText(translated(mode.label))
            button.setCheckable(True)
            button.setAccessibleName(translated(mode.label))
            button.setAccessibleDescription(translated(mode.tooltip))
            button.setToolTip(translated(mode.tooltip))
            self._group.addButton(button)
            self.buttons[name] = button
        next(iter(self.buttons.values())).setChecked(True)
        self._group.buttonClicked.connect(self._mode_clicked)
        self._build_pickers()
        self.reset = QToolButton()
        self.reset.setAccessibleName(self.tr("Automatic range"))
        self.reset.setToolTip(self.tr("Show the whole range again and keep following it."))
        self.reset.setAccessibleDescription(self.reset.toolTip())
        self.reset.setEnabled(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for button in self.buttons.values():
            layout.addWidget(button)
        layout.addSpacing(14)
        layout.addWidget(self.pickers)
        layout.addStretch(1)
        layout.addWidget(self.reset)
        self._show_mode()

    @property
    def mode(self) -> Mode:
        """The mode chosen."""
        return next(MODES[name] for name, button in self.buttons.items() if button.isChecked())

    def set_mode(self, name: str) -> None:
        """Choose a mode of `MODES`."""
        if not self.buttons[name].isChecked():
            self.buttons[name].setChecked(True)
            self._mode_clicked()

    def offer(self, scene: Scene, layer: int, pair: tuple[int, int]) -> None:
        """Offer the neurons of a layer, and show which two are chosen."""
        names = tuple(neuron_name(scene, layer, index) for index in range(scene.sizes[layer]))
        for box, index in zip((self.first, self.second), pair, strict=True):
            box.offer(names)
            with QSignalBlocker(box):
                box.show_index(index)
        self.pickers.setEnabled(len(names) > 1)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self.reset.setIcon(icon("reset_view", theme))

    def _build_pickers(self) -> None:
        self.first, self.second, self.swap = SearchBox(), SearchBox(), QToolButton()
        self.first.setAccessibleName(self.tr("Horizontal axis"))
        self.first.setToolTip(self.tr("The neuron whose activation runs to the right."))
        self.second.setAccessibleName(self.tr("Vertical axis"))
        self.second.setToolTip(self.tr("The neuron whose activation runs upwards."))
        self.swap.setText("⇄")
        self.swap.setAccessibleName(self.tr("Exchange the axes"))
        self.swap.setToolTip(self.tr("Exchange the two axes."))
        up, right = QLabel(self.tr("Up")), QLabel(self.tr("Right"))
        self.pickers = QWidget()
        row = QHBoxLayout(self.pickers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for label in (up, right):
            set_property(label, "role", "muted")
        for box in (self.first, self.second):
            box.setFixedWidth(BOX_WIDTH)
            box.setAccessibleDescription(box.toolTip())
            box.activated.connect(self._pair_chosen)
        for widget in (right, self.first, self.swap, up, self.second):
            row.addWidget(widget)
        self.swap.setAccessibleDescription(self.swap.toolTip())
        self.swap.clicked.connect(self._swap)

    def _mode_clicked(self, *_: object) -> None:
        self._show_mode()
        self.mode_changed.emit()

    def _show_mode(self) -> None:
        self.pickers.setVisible(self.mode.picks)

    def _pair_chosen(self, _index: int) -> None:
        self.pair_chosen.emit(self.first.currentIndex(), self.second.currentIndex())

    def _swap(self) -> None:
        self.pair_chosen.emit(self.second.currentIndex(), self.first.currentIndex())
