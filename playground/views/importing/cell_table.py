"""The first rows of a table as a widget."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from playground.data import TableReport
from playground.data.naming import short_name
from playground.views.importing.cells import CellsModel
from playground.views.importing.roles import ROLES, role_text
from playground.views.importing.sheet import fit_rows, prepare
from playground.views.kit.copying import offer_copies, table_text
from playground.views.theme import LIGHT, Theme

WIDEST, ROOM = 180, 20
"""Pixels of a column of long texts, and between two columns."""


class CellTable(QTableView):
    """Shows a `CellsModel`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = CellsModel()
        self.setModel(self.cells)
        offer_copies(self, partial(table_text, self))
        prepare(self)
        self.setAccessibleName(self.tr("First rows of the table"))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideNone)  # which would shorten both lines
        header.setMinimumSectionSize(48)
        header.sectionResized.connect(self._shorten_name)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.set_theme(LIGHT)

    def show_preview(self, preview: TableReport, roles: tuple[str, ...]) -> None:
        """Show another table, or the same one read in another way."""
        if self.cells.show_preview(preview, roles):
            metrics, widest_use = QFontMetrics(self.font()), max(ROLES, key=lambda role: len(role_text(role)))
            least = metrics.horizontalAdvance(role_text(widest_use))
            for place, column in enumerate(preview.columns):
                # The longest text is the widest, or nearly; Qt's own way asks every cell for everything it knows.
                longest = max((row[place] for row in preview.cells if place < len(row)), key=len, default="")
                width = max(
                    least, *(metrics.horizontalAdvance(text) for text in (short_name(column.name), short_name(longest)))
                )
                self.setColumnWidth(place, min(WIDEST, width + ROOM))
            self.scrollToTop()

    def _shorten_name(self, section: int, _old: int, width: int) -> None:
        """Fit a column's name to its width: Qt would clip it, from the left where it is aligned to the right."""
        if 0 <= section < self.cells.columnCount():
            metrics = QFontMetrics(self.font())
            name = metrics.elidedText(self.cells.name(section), Qt.TextElideMode.ElideMiddle, width - ROOM)
            self.cells.shorten(section, name)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self.cells.set_theme(theme)
        fit_rows(self)
