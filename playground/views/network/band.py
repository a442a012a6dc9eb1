"""The band above the diagram: a header for every layer, and between them the buttons that add one."""

from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from playground.engine import ACTIVATIONS
from playground.files import FIELDS, Experiment, LayerSettings
from playground.lessons.locks import REASON, is_locked
from playground.training.results import ProblemInfo
from playground.views.forms.text import translated
from playground.views.kit.appearance import scaled_font, zoom
from playground.views.kit.buttons import Padlock
from playground.views.network.controls import (
    ROW_HEIGHT,
    TITLE_HEIGHT,
    ActivationBox,
    ColumnHeader,
    LayerControls,
    explanation,
)
from playground.views.network.features import FeaturePanel
from playground.views.network.layout import Layout
from playground.views.plots.style import SMALL

HIDDEN = FIELDS["network.hidden"]
LAYERS_MAXIMUM = int(HIDDEN.maximum or 8)
TOP = 6
FULL_BAND = TOP + TITLE_HEIGHT + 2 * ROW_HEIGHT + 14
COMPACT_BAND = TOP + TITLE_HEIGHT + ROW_HEIGHT + 12
WAIT = 700
"""Milliseconds for the network to follow; after that the controls show what it really is."""
LABELLED_ROOM, NARROW_ROOM, TIGHT_ROOM = 150, 80, 56
"""Distances between layers: for "+ Layer" in words; below which layers have numbers only; and small + buttons."""
_ADD_SIDE = 24
_DIAGRAM_KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
)


class HeaderBand(QWidget):
    """Everything that changes the network's structure; `field_changed` says what a person wants of it."""

    field_changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self._problem_info: ProblemInfo | None = None
        self._layout: Layout | None = None
        self._hidden: tuple[LayerSettings, ...] = ()
        self._padlock, self._locked = Padlock(), frozenset[str]()
        self._fallback = QTimer(self, singleShot=True, interval=WAIT)
        self._fallback.timeout.connect(self._show_experiment)
        self.feature_panel = FeaturePanel()
        self.feature_panel.changed.connect(self._choose_features)
        self.features = ColumnHeader(self.feature_panel, always_compact=True, parent=self)
        self.features.opening.connect(self.feature_panel.refresh)
        self.output_activation = ActivationBox(ACTIVATIONS)
        self.output_activation.chosen.connect(self._choose_output)
        self.output = ColumnHeader(self.output_activation, parent=self)
        self.layers: list[ColumnHeader] = []
        self.add_buttons: list[QToolButton] = []

    def set_network(self, experiment: Experiment, problem_info: ProblemInfo) -> None:
        """Show this network; what is the same already keeps its focus."""
        if experiment is self._experiment and problem_info is self._problem_info:
            return
        self._experiment, self._problem_info = experiment, problem_info
        self._fallback.stop()
        self._show_experiment()

    def lock(self, names: frozenset[str]) -> None:
        """Make grey what changes these fields."""
        self._locked = names
        self._padlock.free()
        self._close()

    def _close(self) -> None:
        """Lock what a lesson locks."""
        of_layers = (*self.layers, *(header.body for header in self.layers), *self.add_buttons)
        parts = {
            HIDDEN.path: of_layers,
            "network.output_activation": (self.output, self.output_activation),
            "data.features": (self.features, self.feature_panel),
        }
        for path, widgets in parts.items():
            if is_locked(path, self._locked):
                self._padlock.close(translated(REASON), *widgets)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep to itself what a control here leaves over: Enter and the arrow keys mean something in the diagram."""
        if event.key() not in _DIAGRAM_KEYS:
            super().keyPressEvent(event)

    def place(self, layout: Layout, compact: bool) -> None:
        """Put every header above its column."""
        self._layout = layout
        band = COMPACT_BAND if compact else FULL_BAND
        self.setGeometry(_zoomed(0, 0, layout.width, band))
        for header, column in zip(self._headers, layout.columns, strict=False):
            header.set_compact(compact)
            scaled_font(header.title, SMALL if compact else 1.0)
            room = column.room - 2
            ends = column.layer in (0, len(layout.columns) - 1)
            beside = min(column.center, layout.width - column.center) if ends else room / 2
            half = max(room / 2, beside - 2) if ends else beside
            header.setGeometry(_zoomed(column.center - half, TOP, 2 * half, band - TOP))
        self._place_add_buttons(layout)
        self._show_layers()
        self._order_tabs()

    @property
    def controls(self) -> list[LayerControls]:
        return [header.body for header in self.layers if isinstance(header.body, LayerControls)]

    @property
    def _headers(self) -> list[ColumnHeader]:
        return [self.features, *self.layers, self.output]

    def _place_add_buttons(self, layout: Layout) -> None:
        last = len(self.add_buttons) - 1
        for index, (button, before, after) in enumerate(
            zip(self.add_buttons, layout.columns, layout.columns[1:], strict=False)
        ):
            labelled = index == last and before.room >= LABELLED_ROOM
            button.setText(self.tr("+ Layer") if labelled else "+")
            narrow = _ADD_SIDE if before.room >= TIGHT_ROOM else _ADD_SIDE - 4
            width = button.sizeHint().width() / zoom() if labelled else narrow
            middle = (before.center + after.center) / 2
            if before.room < NARROW_ROOM and last:
                # Beside a number there is more room than beside the words at both ends.
                middle += 8 if index == 0 else -8 if index == last else 0
            top = TOP + (TITLE_HEIGHT - _ADD_SIDE) // 2
            button.setGeometry(_zoomed(middle - width / 2, top, width, _ADD_SIDE))
            button.raise_()

    def _order_tabs(self) -> None:
        """Let Tab go from left to right."""
        order = self.features.stops
        for index, button in enumerate(self.add_buttons):
            order = [*order, button, *self._headers[index + 1].stops]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _show_experiment(self) -> None:
        if self._experiment is None or self._problem_info is None:
            return
        self._padlock.free()
        network = self._experiment.network
        self._hidden = network.hidden
        self._match_headers(len(self._hidden))
        for controls in self.controls:
            controls.units.forget_problem()
        self._show_layers()
        self.feature_panel.set_features(self._experiment.data.features, self._problem_info)
        count = len(self._problem_info.feature_names)
        self.features.set_texts(
            self.tr("Features"),
            self.tr("Features"),
            str(count),
            self.tr("Choose features"),
            self.tr("Choose what the network sees: the inputs, their squares, products, waves, or any formula."),
        )
        record = ACTIVATIONS[network.output_activation]
        self.output_activation.set_name(network.output_activation)
        about = self.tr("Output activation: {label}").format(label=translated(record.label))
        heading = self.tr("Output activation")
        self.output_activation.setAccessibleName(heading)
        self.output.set_texts(self.tr("Output"), heading, "ƒ", about, f"{about}\n{explanation(record)}")
        self._close()

    def _show_layers(self) -> None:
        for number, (header, settings) in enumerate(zip(self.layers, self._hidden, strict=True), start=1):
            if isinstance(header.body, LayerControls):
                header.body.set_settings(settings, number)
            label = translated(ACTIVATIONS[settings.activation].label)
            narrow = self._layout is not None and self._layout.columns[0].room < NARROW_ROOM
            heading = self.tr("Layer {number}").format(number=number)
            about = (
                self.tr("Layer {number}: 1 neuron, {label}")
                if settings.units == 1
                else self.tr("Layer {number}: {units} neurons, {label}")
            )
            about = about.format(number=number, units=settings.units, label=label)
            header.set_texts(str(number) if narrow else heading, heading, str(settings.units), about, about)

    def _match_headers(self, count: int) -> None:
        while len(self.layers) > count:
            header = self.layers.pop()
            header.popup.hide()
            header.hide()
            header.deleteLater()
        while len(self.layers) < count:
            self._add_header()
        while len(self.add_buttons) > count + 1:
            button = self.add_buttons.pop()
            button.hide()
            button.deleteLater()
        while len(self.add_buttons) < count + 1:
            self._add_button()
        full = count >= LAYERS_MAXIMUM
        for index, button in enumerate(self.add_buttons, start=1):
            button.setEnabled(not full)
            button.setAccessibleName(self.tr("Add layer {number}").format(number=index))
            button.setToolTip(
                self.tr("A network here has {maximum} hidden layers at most.").format(maximum=LAYERS_MAXIMUM)
                if full
                else self.tr("Add a hidden layer here.")
            )

    def _add_header(self) -> None:
        index = len(self.layers)
        controls = LayerControls()
        header = ColumnHeader(controls, parent=self)
        controls.changed.connect(lambda settings: self._change_layer(index, settings))
        controls.removed.connect(lambda: self._remove_layer(index))
        self.layers.append(header)
        header.show()

    def _add_button(self) -> None:
        index = len(self.add_buttons)
        button = QToolButton(self)
        button.setProperty("role", "add")
        button.setText("+")
        button.clicked.connect(lambda: self._insert_layer(index))
        self.add_buttons.append(button)
        button.show()

    def _change_layer(self, index: int, settings: LayerSettings) -> None:
        self._ask((*self._hidden[:index], settings, *self._hidden[index + 1 :]))
        self._show_layers()

    def _remove_layer(self, index: int) -> None:
        self.layers[index].popup.hide()
        self._ask((*self._hidden[:index], *self._hidden[index + 1 :]))

    def _insert_layer(self, index: int) -> None:
        if len(self._hidden) < LAYERS_MAXIMUM:
            fields = (FIELDS["network.hidden[].units"], FIELDS["network.hidden[].activation"])
            units, activation = (field.default for field in fields)
            if self._hidden:
                activation = self._hidden[max(index - 1, 0)].activation
            self._ask((*self._hidden[:index], LayerSettings(units, activation), *self._hidden[index:]))

    def _ask(self, hidden: tuple[LayerSettings, ...]) -> None:
        # Remembered at once, so that three quick clicks on + add three neurons.
        same = len(hidden) == len(self._hidden)
        if same:
            self._hidden = hidden
        self._fallback.start()
        self.field_changed.emit(HIDDEN.path, hidden)

    def _choose_output(self, name: str) -> None:
        self._fallback.start()
        self.field_changed.emit("network.output_activation", name)

    def _choose_features(self, features: tuple[str, ...]) -> None:
        self._fallback.start()
        self.field_changed.emit("data.features", features)


def _zoomed(left: float, top: float, width: float, height: float) -> QRect:
    """Return a place of the diagram, in pixels at 100 %, as it is on the screen."""
    factor = zoom()
    return QRectF(left * factor, top * factor, width * factor, height * factor).toRect()
