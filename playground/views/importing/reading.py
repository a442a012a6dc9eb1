"""How a table is read: the choices above the preview, and a person's decisions as options for its reader."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSpinBox, QWidget

from playground.data import ENCODINGS, CsvOptions, TableColumn, TableReport
from playground.data.csv_options import SKIP_MAXIMUM
from playground.messages import Message
from playground.views.controls.calm import ComboBox
from playground.views.forms.text import translated
from playground.views.kit.appearance import pixels
from playground.views.kit.building import in_column, spaced
from playground.views.panel_style import set_property


class ReadingChoice(Struct, frozen=True):
    """One choice.

    Attributes
    ----------
    name
        A field of `CsvOptions`.
    found
        Returns what was found; None where there is nothing to find out.
    values
        Every value it can have and its name, without None, which stands for finding out.
    """

    name: str
    label: Message
    tooltip: Message
    found: Callable[[TableReport], object] | None
    values: Mapping[Any, str]


NARROWEST = 7
"""Letters that a box has room for at least."""
SPACING, ARROW = 10, 58
"""Pixels between two fields, and of a box beside its text, at 100 %."""
ENCODING_NAMES = {
    **{name: name.upper() for name in ENCODINGS},
    "cp949": Message("CP949 (Korean)"),
    "cp1252": Message("CP1252 (Western)"),
    "cp1251": Message("CP1251 (Cyrillic)"),
    "cp1250": Message("CP1250 (Central European)"),
    "shift_jis": Message("Shift-JIS (Japanese)"),
    "euc_jp": Message("EUC-JP (Japanese)"),
    "gbk": Message("GBK (Chinese)"),
    "big5": Message("Big5 (Chinese)"),
}
CHOICES = (
    ReadingChoice(
        "delimiter",
        Message("Cells divided by"),
        Message("What stands between two cells of a row."),
        lambda preview: preview.delimiter,
        {
            ",": Message("comma"),
            ";": Message("semicolon"),
            "\t": Message("tab"),
            "|": Message("bar |"),
            " ": Message("blanks"),
        },
    ),
    ReadingChoice(
        "encoding",
        Message("Encoding"),
        Message("How the bytes of the file stand for letters."),
        lambda preview: preview.encoding,
        ENCODING_NAMES,
    ),
    ReadingChoice(
        "decimal",
        Message("Decimal mark"),
        Message("What stands before the decimals of a number; the other mark divides thousands."),
        lambda preview: preview.decimal,
        {".": Message("point 1.5"), ",": Message("comma 1,5")},
    ),
    ReadingChoice(
        "header",
        Message("First row"),
        Message("Whether the first row names the columns or is an example already."),
        lambda preview: preview.has_header,
        {True: Message("names"), False: Message("an example")},
    ),
    ReadingChoice(
        "missing",
        Message("Missing values"),
        Message("What becomes of a row that lacks a value in a column that is used."),
        None,
        {"refuse": Message("refuse the table"), "drop": Message("drop the row")},
    ),
)


class ReadingChoices(QWidget):
    """A box for each choice."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QComboBox] = {}
        self._cells: list[QWidget] = []
        self._grid = QGridLayout(self)
        spaced(self._grid, gap=(SPACING, 6), edges=0)
        for choice in CHOICES:
            box = ComboBox()
            if choice.found is not None:
                box.addItem(self._automatic(""), None)
            for value, name in choice.values.items():
                box.addItem(translated(name), value)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(NARROWEST)
            box.activated.connect(self.chosen)
            self._boxes[choice.name] = box
            self._add(choice.label, choice.tooltip, box)
        self.begin = QSpinBox()
        self.begin.setRange(1, SKIP_MAXIMUM + 1)
        self.begin.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.begin.setKeyboardTracking(False)
        self.begin.valueChanged.connect(self.chosen)
        above = Message("Lines above this one are no part of the table: a title, units, remarks.")
        self._add(Message("Begin at line"), above, self.begin)
        self._arrange(len(self._cells))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one row where there is room for every text, else in two."""
        super().resizeEvent(event)
        self._fit()

    def _add(self, name: Message, tooltip: Message, field: QWidget) -> None:
        label = QLabel(translated(name))
        set_property(label, "role", "muted")
        label.setBuddy(field)
        field.setAccessibleName(label.text())
        field.setToolTip(translated(tooltip))
        cell = QWidget()
        cell.setLayout(in_column(label, field, gap=3))
        self._cells.append(cell)

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // columns, place % columns)
            self._grid.setColumnStretch(place, int(place < columns))

    def _fit(self) -> None:
        texts = (box.fontMetrics().horizontalAdvance(box.currentText()) for box in self._boxes.values())
        needed = len(self._cells) * (max(texts) + pixels(ARROW + SPACING))
        columns = len(self._cells) if self.width() >= needed else (len(self._cells) + 1) // 2
        if columns != self._columns:
            self._arrange(columns)

    def box(self, name: str) -> QComboBox:
        return self._boxes[name]

    def choose(self, name: str, value: object) -> None:
        box = self._boxes[name]
        with QSignalBlocker(box):
            if box.findData(value) < 0:  # a delimiter or an encoding that is not listed
                box.addItem(str(value), value)
            box.setCurrentIndex(next(i for i in range(box.count()) if box.itemData(i) == value))

    @property
    def values(self) -> dict[str, Any]:
        """What is chosen, by the names of `CsvOptions`."""
        return {**{name: box.currentData() for name, box in self._boxes.items()}, "skip": self.begin.value() - 1}

    def show_options(self, options: CsvOptions) -> None:
        """Show how a table is read, without a signal."""
        said = asdict(options)
        for name in self._boxes:
            self.choose(name, said[name])
        with QSignalBlocker(self.begin):
            self.begin.setValue(options.skip + 1)
        self._fit()

    def show_found(self, preview: TableReport) -> None:
        for choice in CHOICES:
            if choice.found is not None:
                found = choice.found(preview)
                name = "" if found is None else translated(choice.values.get(found, str(found)))
                self._boxes[choice.name].setItemText(0, self._automatic(name))
        self._fit()

    def _automatic(self, found: str) -> str:
        return translated(Message("{found} (found)", found=found) if found else Message("find out"))


def _predict_as(options: CsvOptions, value: str) -> CsvOptions:
    return replace(options, target_as="classes" if value == "classes" else "numbers")


def _predict(options: CsvOptions, column: str) -> CsvOptions:
    return replace(options, labels=(column,), inputs=tuple(name for name in options.inputs if name != column))


def _leave_out(options: CsvOptions, column: str) -> CsvOptions:
    labels, inputs = (tuple(name for name in names if name != column) for names in (options.labels, options.inputs))
    return replace(options, labels=labels, inputs=inputs, ignored=(*options.ignored, column))


DECISIONS: dict[str, Callable[[CsvOptions, str], CsvOptions]] = {
    "target_as": _predict_as,
    "labels": _predict,
    "ignored": _leave_out,
}
"""What a way out decides that no box of `ReadingChoices` shows."""


def with_roles(
    options: CsvOptions, roles: Mapping[str, str], suggested: Mapping[str, str], columns: Sequence[TableColumn]
) -> CsvOptions:
    """Return options in which a person gave columns other roles than the reader would; all others stay with it.

    Parameters
    ----------
    roles
        Of every column, as they are now.
    suggested
        Those that the reader gives by itself.
    """
    usual = {name: suggested.get(name, role) for name, role in roles.items()}
    labels, target_as = options.labels, options.target_as
    before = labels or tuple(name for name, role in usual.items() if role == "label")
    now = tuple(name for name, role in roles.items() if role == "label")
    if now != before:
        new = [name for name in now if name not in before]
        # Several numbers can be predicted at once; of anything else the one chosen last.
        several = all(column.kind == "number" for column in columns if column.name in now)
        labels, target_as = now if several or not new else (new[-1],), None
    forced = any(role == "input" and usual[name] == "ignored" for name, role in roles.items())
    inputs = tuple(name for name, role in roles.items() if role == "input") if forced else ()
    left = (name for name, role in roles.items() if role == "ignored" and usual[name] != "ignored")
    return replace(options, labels=labels, target_as=target_as, inputs=inputs, ignored=() if forced else tuple(left))
