"""The band above the diagram: a header for every layer, and between them the buttons that add one."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from playground.engine import ACTIVATIONS
from playground.files import FIELDS, Experiment, LayerSettings
from playground.training.snapshot import Scene
from playground.views.network_controls import ActivationBox, LayerControls, explanation
from playground.views.network_features import FeatureList
from playground.views.network_header import ROW_HEIGHT, TITLE_HEIGHT, ColumnHeader
from playground.views.network_layout import Layout
from playground.views.theme import Theme

HIDDEN = FIELDS["network.hidden"]
LAYERS_MAXIMUM = int(HIDDEN.maximum or 8)
TOP = 6
FULL_BAND = TOP + TITLE_HEIGHT + 2 * ROW_HEIGHT + 14
COMPACT_BAND = TOP + TITLE_HEIGHT + ROW_HEIGHT + 12
WAIT = 700
"""Milliseconds for the network to follow; after that the controls show what it really is."""
_ADD_SIDE = 20


class HeaderBand(QWidget):
    """Everything that changes the network's structure.

    Signals
    -------
    field_changed(path, value)
        What a person wants of the network.
    """

    field_changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self._scene: Scene | None = None
        self._layout: Layout | None = None
        self._theme: Theme | None = None
        self._hidden: tuple[LayerSettings, ...] = ()
        self._fallback = QTimer(self)
        self._fallback.setSingleShot(True)
        self._fallback.setInterval(WAIT)
        self._fallback.timeout.connect(self._show_experiment)
        self.feature_list = FeatureList()
        self.feature_list.changed.connect(self._choose_features)
        self.features = ColumnHeader(self.feature_list, always_compact=True, parent=self)
        self.output_activation = ActivationBox(ACTIVATIONS)
        self.output_activation.setAccessibleName(self.tr("Output activation"))
        self.output_activation.chosen.connect(self._choose_output)
        self.output = ColumnHeader(self.output_activation, parent=self)
        self.layers: list[ColumnHeader] = []
        self.add_buttons: list[QToolButton] = []

    def set_network(self, experiment: Experiment, scene: Scene) -> None:
        """Show this network; what is the same already keeps its focus."""
        if experiment is self._experiment and scene is self._scene:
            return
        self._experiment, self._scene = experiment, scene
        self._fallback.stop()
        self._show_experiment()

    def set_theme(self, theme: Theme) -> None:
        """Wear the theme's colours."""
        self._theme = theme
        for controls in self.controls:
            controls.set_theme(theme)

    def place(self, layout: Layout, compact: bool) -> None:
        """Put every header above its column."""
        self._layout = layout
        self.setGeometry(0, 0, round(layout.width), COMPACT_BAND if compact else FULL_BAND)
        for header, column in zip(self._headers, layout.columns, strict=False):
            header.set_compact(compact)
            room = column.room - 2
            ends = column.layer in (0, len(layout.columns) - 1)
            beside = min(column.center, layout.width - column.center) if ends else room / 2
            half = max(room / 2, beside - 2) if ends else beside
            header.setGeometry(round(column.center - half), TOP, round(2 * half), self.height() - TOP)
        self._place_add_buttons(layout)

    @property
    def controls(self) -> list[LayerControls]:
        """The controls of the hidden layers."""
        return [header.body for header in self.layers if isinstance(header.body, LayerControls)]

    @property
    def _headers(self) -> list[ColumnHeader]:
        return [self.features, *self.layers, self.output]

    def _place_add_buttons(self, layout: Layout) -> None:
        for index, button in enumerate(self.add_buttons):
            if index + 1 >= len(layout.columns):
                break
            before, after = layout.columns[index], layout.columns[index + 1]
            labelled = index == len(self.add_buttons) - 1 and before.room >= 150
            button.setText(self.tr("+ Layer") if labelled else "+")
            width = button.sizeHint().width() if labelled else _ADD_SIDE
            middle = (before.center + after.center) / 2
            if before.room < 80 and index == 0:  # the word "Features" is wider than a number
                middle += 7
            if before.room < 80 and index == len(self.add_buttons) - 1:
                middle -= 5
            button.setGeometry(
                round(middle - width / 2), TOP + (TITLE_HEIGHT - _ADD_SIDE) // 2, width, _ADD_SIDE
            )
            button.raise_()

    def _show_experiment(self) -> None:
        if self._experiment is None or self._scene is None:
            return
        network = self._experiment.network
        self._hidden = network.hidden
        self._match_headers(len(self._hidden))
        self._show_layers()
        self.feature_list.set_features(self._experiment.data.features, self._scene)
        count = len(self._scene.feature_names)
        self.features.set_texts(
            self.tr("Features"),
            str(count),
            self.tr("Choose features"),
            self.tr("Choose what the network sees: the inputs, their squares, products, waves, or any formula."),
        )
        record = ACTIVATIONS[network.output_activation]
        self.output_activation.set_name(network.output_activation)
        self.output.set_texts(
            self.tr("Output"),
            "ƒ",
            self.tr("Output activation: {label}").format(label=record.label),
            self.tr("Output activation: {label}.").format(label=record.label) + "\n" + explanation(record),
        )

    def _show_layers(self) -> None:
        for number, (header, settings) in enumerate(zip(self.layers, self._hidden, strict=True), start=1):
            if isinstance(header.body, LayerControls):
                header.body.set_settings(settings, number)
            label = ACTIVATIONS[settings.activation].label
            narrow = self._layout is not None and self._layout.columns[0].room < 80
            title = str(number) if narrow else self.tr("Layer {number}").format(number=number)
            about = self.tr("Layer {number}: {units} neurons, {label}")
            about = about.format(number=number, units=settings.units, label=label)
            header.set_texts(title, str(settings.units), about, about)

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
        for button in self.add_buttons:
            button.setEnabled(not full)
            button.setToolTip(
                self.tr("A network here has {maximum} hidden layers at most.").format(maximum=LAYERS_MAXIMUM)
                if full
                else self.tr("Add a hidden layer here.")
            )
        # Tab goes from left to right.
        order = [self.features.button]
        for header, button in zip(self.layers, self.add_buttons, strict=False):
            order += [button, header.button]
        order += [self.add_buttons[-1], self.output.button]
        for before, after in zip(order, order[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _add_header(self) -> None:
        index = len(self.layers)
        controls = LayerControls()
        header = ColumnHeader(controls, parent=self)
        controls.changed.connect(lambda settings: self._change_layer(index, settings))
        controls.removed.connect(lambda: self._remove_layer(index))
        if self._theme is not None:
            controls.set_theme(self._theme)
        self.layers.append(header)
        header.show()

    def _add_button(self) -> None:
        index = len(self.add_buttons)
        button = QToolButton(self)
        button.setProperty("role", "add")
        button.setText("+")
        button.setAccessibleName(self.tr("Add layer {number}").format(number=index + 1))
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
