"""How the tables of the import panel look."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QTableView

ROW_ROOM = 8
SEEN = 50
"""So many rows decide how wide a column is."""


def prepare(table: QTableView) -> None:
    """Set a table up to be read."""
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.horizontalHeader().setHighlightSections(False)
    table.verticalHeader().setHighlightSections(False)


def fit_rows(table: QTableView) -> None:
    """Make the rows as high as the font needs."""
    table.verticalHeader().setDefaultSectionSize(QFontMetrics(table.font()).height() + ROW_ROOM)
