"""What stands above a layer of the diagram: its name and its controls, or without room a button for them."""

from collections.abc import Mapping
from html import escape

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from playground.engine import Activation
from playground.files import FIELDS, LayerSettings
from playground.views.controls.base import ProblemNote
from playground.views.controls.calm import ComboBox
from playground.views.controls.exact import ExactBox
from playground.views.forms.text import source_text, translated
from playground.views.formulas import FormulaTip
from playground.views.formulas.curve import curve_html
from playground.views.formulas.plain import plain_formula
from playground.views.icons import icon
from playground.views.kit.appearance import icon_size, scaled
from playground.views.kit.building import spaced

TITLE_HEIGHT = 22
ROW_HEIGHT = 24
BODY_WIDTH = 104
ARROW = "▾"


class ColumnHeader(QWidget):
    """The head of a column: its body, the layer's controls, stands below the title, or in a popup."""

    opening = Signal()

    def __init__(self, body: QWidget, *, always_compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = body
        self._always_compact = always_compact
        self.title = QLabel(self)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        scaled(self.title, QWidget.setFixedHeight, TITLE_HEIGHT)
        self.button = QToolButton(self)
        scaled(self.button, QWidget.setFixedHeight, ROW_HEIGHT)
        self.button.setProperty("role", "layer")
        self.button.clicked.connect(self.open_popup)
        self.popup = QFrame(self, Qt.WindowType.Popup)
        self.popup.setProperty("role", "popup")
        self.popup.setFrameShape(QFrame.Shape.StyledPanel)
        self._popup_layout = QVBoxLayout(self.popup)
        spaced(self._popup_layout, edges=(10, 8, 10, 10))
        self._popup_layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self._heading = QLabel()
        self._popup_layout.addWidget(self._heading)
        self._layout = QVBoxLayout(self)
        spaced(self._layout, gap=2, edges=0)
        self._layout.addWidget(self.title)
        self._layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout.addStretch()
        self.compact = True
        self._popup_layout.addWidget(body)

    @property
    def stops(self) -> list[QWidget]:
        """The widgets that Tab stops at, in this order."""
        if self.compact:
            return [self.button]
        return _stops_in(self.body)

    def set_compact(self, compact: bool) -> None:
        """Put the controls into the popup, or below the title."""
        compact = compact or self._always_compact
        if compact == self.compact:
            return
        self.compact = compact
        self.popup.hide()
        self.button.setVisible(compact)
        if compact:
            self._popup_layout.addWidget(self.body)
        else:
            self._layout.insertWidget(2, self.body, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.show()

    def set_texts(self, title: str, heading: str, button: str, name: str, tooltip: str) -> None:
        """Say what the column is: above, in the popup, and on and about the button of the compact form."""
        self.title.setText(title)
        self._heading.setText(heading)
        self.button.setText(f"{button} {ARROW}")
        self.button.setAccessibleName(name)
        self.button.setToolTip(tooltip)

    def open_popup(self) -> None:
        """Show the controls below the button, inside the screen."""
        self.opening.emit()
        self.popup.adjustSize()
        corner = self.button.mapToGlobal(QPoint(0, self.button.height() + 2))
        free = self.screen().availableGeometry()
        right, bottom = free.right() - self.popup.width(), free.bottom() - self.popup.height()
        self.popup.move(max(min(corner.x(), right), free.left()), max(min(corner.y(), bottom), free.top()))
        self.popup.show()
        _stops_in(self.body)[0].setFocus(Qt.FocusReason.PopupFocusReason)


def _stops_in(body: QWidget) -> list[QWidget]:
    """Return the body itself if it takes the focus, else those of its direct children that do."""
    children = body.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    takers = [widget for widget in (body, *children) if widget.focusPolicy() != Qt.FocusPolicy.NoFocus]
    return takers[:1] if body in takers else takers


UNITS = FIELDS["network.hidden[].units"]


class ActivationBox(ComboBox):
    """A choice of activations; each says its formula, and `chosen` the name of the one a person chose."""

    chosen = Signal(str)

    def __init__(self, choices: Mapping[str, Activation], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "layer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scaled(self, QWidget.setFixedSize, BODY_WIDTH, ROW_HEIGHT)
        self._choices = choices
        for name, record in choices.items():
            self.addItem(translated(record.label), name)
            self.setItemData(self.count() - 1, explanation(record), Qt.ItemDataRole.ToolTipRole)
        scaled(self.view(), QWidget.setMinimumWidth, BODY_WIDTH + 20)
        self.activated.connect(self._choose)
        self._tips = (
            FormulaTip(self, lambda _place: self._tip(self.currentIndex())),
            FormulaTip(self.view().viewport(), lambda place: self._tip(self.view().indexAt(place).row())),
        )

    def set_name(self, name: str) -> None:
        """Show another activation in force, without a signal."""
        self.setCurrentIndex(self.findData(name))
        record = self._choices.get(name)
        self.setToolTip(explanation(record) if record else "")

    def _tip(self, row: int) -> tuple[str, tuple[str, ...]]:
        record = self._choices.get(self.itemData(row))
        if record is None:
            return "", ()
        text = f"{translated(record.description)} {source_text(record.source)}"
        text = f"<p style='margin:2px 0'>{escape(text, quote=False)}</p>{curve_html(record, self.devicePixelRatioF())}"
        return text, (record.formula, record.derivative_formula)

    def _choose(self, index: int) -> None:
        self.set_name(self.itemData(index))
        self.chosen.emit(self.itemData(index))


class LayerControls(QWidget):
    """Edits one hidden layer: `changed` has its other `LayerSettings`, `removed` says that it is not wanted."""

    changed = Signal(object)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = LayerSettings(1, "")
        self._range = (1, 1)
        self.activation = ActivationBox(FIELDS["network.hidden[].activation"].choices or {})
        self.fewer, self.more, self.remove = _button("−"), _button("+"), _button("")
        self.units = ExactBox(UNITS)
        self.units.setProperty("role", "layer")
        self.units.setAlignment(Qt.AlignmentFlag.AlignCenter)
        scaled(self.units, QWidget.setFixedSize, 24, ROW_HEIGHT)
        self.remove.setIcon(icon("close", color=lambda theme: theme.muted))
        self.units.setToolTip(translated(UNITS.tooltip))
        self.fewer.setToolTip(self.tr("One neuron less in this layer."))
        self.more.setToolTip(self.tr("One neuron more in this layer."))
        self.remove.setToolTip(self.tr("Remove this layer; its neighbours are connected anew."))
        self.note = ProblemNote(self.units)
        layout = QGridLayout(self)
        spaced(layout, gap=2, edges=0)
        layout.addWidget(self.activation, 0, 0, 1, 5)
        for column, widget in enumerate((self.fewer, self.units, self.more)):
            layout.addWidget(widget, 1, column)
        layout.setColumnStretch(3, 1)
        layout.addWidget(self.remove, 1, 4)
        scaled(self, QWidget.setFixedSize, BODY_WIDTH, 2 * ROW_HEIGHT + 2)
        self.activation.chosen.connect(self._choose_activation)
        self.units.committed.connect(self._choose_units)
        self.units.problem_changed.connect(self._show_problem)
        self.units.given_up.connect(self.note.say_briefly)
        self.fewer.clicked.connect(self.units.stepDown)
        self.more.clicked.connect(self.units.stepUp)
        self.remove.clicked.connect(self.removed)

    def set_settings(self, settings: LayerSettings, number: int) -> None:
        """Show the layer as it is, without a signal; `number` counts from 1."""
        self._settings = settings
        low, high = UNITS.slider or (1, 32)
        self._range = (int(low), max(int(high), settings.units))
        self.units.set_field(replace(UNITS, minimum=self._range[0], maximum=self._range[1]))
        if settings.units != self.units.value or not self.units.is_editing():
            self.units.set_value(settings.units)
        self.activation.set_name(settings.activation)
        self._enable()
        for widget, name in (
            (self.activation, self.tr("Activation of layer {number}")),
            (self.units, self.tr("Neurons of layer {number}")),
            (self.fewer, self.tr("Remove a neuron from layer {number}")),
            (self.more, self.tr("Add a neuron to layer {number}")),
            (self.remove, self.tr("Remove layer {number}")),
        ):
            widget.setAccessibleName(name.format(number=number))

    def _enable(self) -> None:
        self.fewer.setEnabled(self._settings.units > self._range[0])
        self.more.setEnabled(self._settings.units < self._range[1])

    def _show_problem(self, reason: str) -> None:
        self.units.mark_problem(bool(reason))
        self.units.setAccessibleDescription(reason)
        self.note.say(reason)

    def _choose_activation(self, name: str) -> None:
        self._settings = LayerSettings(self._settings.units, name)
        self.changed.emit(self._settings)

    def _choose_units(self, units: int) -> None:
        self._settings = LayerSettings(units, self._settings.activation)
        self._enable()
        self.changed.emit(self._settings)


def explanation(record: Activation) -> str:
    """Return an activation's tooltip: what it does and its formula."""
    lines = (translated(record.description), plain_formula(record.formula), source_text(record.source))
    return "\n".join(lines)


def _button(text: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("role", "layer")
    button.setText(text)
    scaled(button, QWidget.setFixedSize, ROW_HEIGHT, ROW_HEIGHT)
    scaled(button, icon_size, 16)
    button.setAutoRepeat(text != "")
    return button
