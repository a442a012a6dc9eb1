"""How a table is read: the choices above the preview."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from playground.data import ENCODINGS, CsvOptions, TableReport
from playground.data.csv_options import SKIP_MAXIMUM
from playground.views.panel_style import set_property

CONTEXT = "ReadingChoices"


@dataclass(frozen=True)
class ReadingChoice:
    """One choice.

    Attributes
    ----------
    name
        A field of `CsvOptions`.
    label, tooltip
        English source texts, context ``ReadingChoices``.
    found
        The field of `TableReport` that says what was found; empty where there is nothing to find out.
    values
        Every value it can have and its name, without None, which stands for finding out.
    """

    name: str
    label: str
    tooltip: str
    found: str
    values: Mapping[Any, str]


NARROWEST = 7
SPACING, ARROW = 10, 58
"""Pixels between two fields, and of a box beside its text."""
"""Letters that a box has room for at least."""
ENCODING_NAMES = {
    **{name: name.upper() for name in ENCODINGS},
    "cp949": str(QT_TRANSLATE_NOOP("ReadingChoices", "CP949 (Korean)")),
    "cp1252": str(QT_TRANSLATE_NOOP("ReadingChoices", "CP1252 (Western)")),
    "cp1251": str(QT_TRANSLATE_NOOP("ReadingChoices", "CP1251 (Cyrillic)")),
    "cp1250": str(QT_TRANSLATE_NOOP("ReadingChoices", "CP1250 (Central European)")),
    "shift_jis": str(QT_TRANSLATE_NOOP("ReadingChoices", "Shift-JIS (Japanese)")),
    "euc_jp": str(QT_TRANSLATE_NOOP("ReadingChoices", "EUC-JP (Japanese)")),
    "gbk": str(QT_TRANSLATE_NOOP("ReadingChoices", "GBK (Chinese)")),
    "big5": str(QT_TRANSLATE_NOOP("ReadingChoices", "Big5 (Chinese)")),
}
CHOICES = (
    ReadingChoice(
        "delimiter",
        str(QT_TRANSLATE_NOOP("ReadingChoices", "Cells divided by")),
        str(QT_TRANSLATE_NOOP("ReadingChoices", "What stands between two cells of a row.")),
        "delimiter",
        {
            ",": str(QT_TRANSLATE_NOOP("ReadingChoices", "comma")),
            ";": str(QT_TRANSLATE_NOOP("ReadingChoices", "semicolon")),
            "\t": str(QT_TRANSLATE_NOOP("ReadingChoices", "tab")),
            "|": str(QT_TRANSLATE_NOOP("ReadingChoices", "bar |")),
            " ": str(QT_TRANSLATE_NOOP("ReadingChoices", "blanks")),
        },
    ),
    ReadingChoice(
        "encoding",
        str(QT_TRANSLATE_NOOP("ReadingChoices", "Encoding")),
        str(QT_TRANSLATE_NOOP("ReadingChoices", "How the bytes of the file stand for letters.")),
        "encoding",
        ENCODING_NAMES,
    ),
    ReadingChoice(
        "decimal",
        str(QT_TRANSLATE_NOOP("ReadingChoices", "Decimal mark")),
        str(
            QT_TRANSLATE_NOOP(
                "ReadingChoices", "What stands before the decimals of a number; the other mark divides thousands."
            )
        ),
        "decimal",
        {
            ".": str(QT_TRANSLATE_NOOP("ReadingChoices", "point 1.5")),
            ",": str(QT_TRANSLATE_NOOP("ReadingChoices", "comma 1,5")),
        },
    ),
    ReadingChoice(
        "header",
        str(QT_TRANSLATE_NOOP("ReadingChoices", "First row")),
        str(QT_TRANSLATE_NOOP("ReadingChoices", "Whether the first row names the columns or is an example already.")),
        "has_header",
        {
            True: str(QT_TRANSLATE_NOOP("ReadingChoices", "names")),
            False: str(QT_TRANSLATE_NOOP("ReadingChoices", "an example")),
        },
    ),
    ReadingChoice(
        "missing",
        str(QT_TRANSLATE_NOOP("ReadingChoices", "Missing values")),
        str(QT_TRANSLATE_NOOP("ReadingChoices", "What becomes of a row that lacks a value in a column that is used.")),
        "",
        {
            "refuse": str(QT_TRANSLATE_NOOP("ReadingChoices", "refuse the table")),
            "drop": str(QT_TRANSLATE_NOOP("ReadingChoices", "drop the row")),
        },
    ),
)


class ReadingChoices(QWidget):
    """A box for each choice.

    Signals
    -------
    chosen()
        A person wants the table read in another way.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QComboBox] = {}
        self._cells: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACING)
        self._grid.setVerticalSpacing(6)
        for choice in CHOICES:
            label, box = QLabel(_translated(choice.label)), QComboBox()
            set_property(label, "role", "muted")
            if choice.found:
                box.addItem(self._automatic(""), None)
            for value, name in choice.values.items():
                box.addItem(_translated(name), value)
            box.setAccessibleName(_translated(choice.label))
            box.setToolTip(_translated(choice.tooltip))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(NARROWEST)
            box.activated.connect(self.chosen)
            self._boxes[choice.name] = box
            self._add(label, box)
        self.begin = QSpinBox()
        self.begin.setRange(1, SKIP_MAXIMUM + 1)
        self.begin.setAccessibleName(self.tr("Begin at line"))
        self.begin.setToolTip(self.tr("Lines above this one are no part of the table: a title, units, remarks."))
        self.begin.setKeyboardTracking(False)
        self.begin.valueChanged.connect(self.chosen)
        label = QLabel(self.tr("Begin at line"))
        set_property(label, "role", "muted")
        self._add(label, self.begin)
        self._arrange(len(self._cells))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one row where there is room for every text, else in two."""
        super().resizeEvent(event)
        self._fit()

    def _add(self, label: QLabel, field: QWidget) -> None:
        label.setBuddy(field)
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(label)
        column.addWidget(field)
        self._cells.append(cell)

    def _arrange(self, columns: int) -> None:
        """Stand in rows of so many."""
        self._columns = columns
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // columns, place % columns)
            self._grid.setColumnStretch(place, int(place < columns))

    def _fit(self) -> None:
        texts = (box.fontMetrics().horizontalAdvance(box.currentText()) for box in self._boxes.values())
        needed = len(self._cells) * (max(texts) + ARROW + SPACING)
        columns = len(self._cells) if self.width() >= needed else (len(self._cells) + 1) // 2
        if columns != self._columns:
            self._arrange(columns)

    def box(self, name: str) -> QComboBox:
        """Return the box of a choice."""
        return self._boxes[name]

    def choose(self, name: str, value: object) -> None:
        """Choose a value, without a signal."""
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
        for name in self._boxes:
            self.choose(name, getattr(options, name))
        with QSignalBlocker(self.begin):
            self.begin.setValue(options.skip + 1)
        self._fit()

    def show_found(self, preview: TableReport) -> None:
        """Say what was found out."""
        for choice in CHOICES:
            if choice.found:
                found = getattr(preview, choice.found)
                name = "" if found is None else _translated(choice.values.get(found, str(found)))
                self._boxes[choice.name].setItemText(0, self._automatic(name))
        self._fit()

    def _automatic(self, found: str) -> str:
        return self.tr("{found} (found)").format(found=found) if found else self.tr("find out")


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
