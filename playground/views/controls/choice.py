"""Controls of a choice: a combo box with the labels of a table's records, or of settings; numbers or classes."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QWidget

from playground.engine import Activation
from playground.files import Field
from playground.views.controls.base import Control
from playground.views.controls.calm import ComboBox
from playground.views.forms.text import source_text, translated
from playground.views.formulas import FormulaTip
from playground.views.formulas.curve import curve_html
from playground.views.kit.building import in_column
from playground.views.kit.buttons import ModeButtons
from playground.views.panel_style import set_property

NARROWEST = 8  # characters; a panel can be narrow, the list is as wide as it must be


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


class SettingBox(ComboBox):
    """A choice among the settings that can vary; its data are their paths in the experiment file."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumContentsLength(11)
        self.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def offer(self, known: Mapping[str, tuple[Field, int]], none: str = "") -> None:
        """Offer settings, and first what stands for none of them; what was chosen stays where it still can."""
        chosen = self.currentData()
        self.clear()
        if none:
            self.addItem(none, "")
        for key, (field, layer) in known.items():
            label = translated(field.label)
            text = self.tr("{setting}, layer {layer}").format(setting=label, layer=layer) if layer else label
            self.addItem(text, key)
        self.setCurrentIndex(max(0, self.findData(chosen)))


class ChoiceBox(ComboBox):
    """A combo box that leaves the wheel to the panel until it is focused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(NARROWEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def showPopup(self) -> None:
        """Open the list as wide as its longest entry."""
        self.view().setMinimumWidth(max(self.width(), self.view().sizeHintForColumn(0) + 24))
        super().showPopup()


class ChoiceControl(Control):
    """Edits a name of a table."""

    def __init__(self, field: Field, parent: QObject | None = None) -> None:
        super().__init__(field, parent)
        self.box = ChoiceBox()
        self.body = self.box
        self._model = QStandardItemModel(self)
        self.box.setModel(self._model)
        self._tip = FormulaTip(self.box.view().viewport(), self._entry_tip)
        self._refused: dict[str, str] = {}
        self._value: str = field.default
        self.set_field(field)
        self.box.activated.connect(self._choose)

    @property
    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        self._value = value
        self.box.setCurrentIndex(self.box.findData(value))

    def set_field(self, field: Field) -> None:
        super().set_field(field)
        self._model.clear()
        for name, record in (field.choices or {}).items():
            item = QStandardItem(translated(record.label))
            item.setData(name, Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        self.set_refused(self._refused)
        self.set_value(self._value)

    def set_refused(self, reasons: Mapping[str, str]) -> None:
        """Say which names cannot be chosen now, and why; all others can."""
        self._refused = dict(reasons)
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            name = item.data(Qt.ItemDataRole.UserRole)
            item.setEnabled(name not in reasons)
            item.setToolTip(self._explain(name))

    @property
    def detail(self) -> str:
        record = (self.field.choices or {}).get(self._value)
        return "" if record is None else f"{translated(record.description)} {source_text(record.source)}"

    @property
    def formula(self) -> str:
        return self._formula(self._value) or self.field.formula

    @property
    def picture(self) -> str:
        return self._picture(self._value)

    def is_editing(self) -> bool:
        return self.box.view().isVisible()

    def mark_problem(self, marked: bool) -> None:
        set_property(self.box, "problem", marked)

    def _description(self, name: str) -> str:
        record = (self.field.choices or {}).get(name)
        return translated(record.description) if record is not None else ""

    def _formula(self, name: str) -> str:
        record = (self.field.choices or {}).get(name)
        return str(record.formula) if record is not None else ""

    def _picture(self, name: str) -> str:
        record = (self.field.choices or {}).get(name)
        return curve_html(record, self.box.devicePixelRatioF()) if isinstance(record, Activation) else ""

    def _entry_tip(self, place: QPoint) -> tuple[str, tuple[str, ...]]:
        index = self.box.view().indexAt(place)
        name, text = (index.data(role) or "" for role in (Qt.ItemDataRole.UserRole, Qt.ItemDataRole.ToolTipRole))
        return text + self._picture(name), (self._formula(name),)

    def _explain(self, name: str) -> str:
        text = escape(self._description(name), quote=False)
        reason = self._refused.get(name, "")
        record = (self.field.choices or {}).get(name)
        source = "" if record is None else source_text(record.source)
        more = (f"<p><i>{escape(part, quote=False)}</i></p>" for part in (reason, source) if part)
        return f"<p>{text}</p>{''.join(more)}"

    def _choose(self, row: int) -> None:
        name = self._model.item(row).data(Qt.ItemDataRole.UserRole)
        if name != self._value:
            self._value = name
            self.changed.emit(name)
