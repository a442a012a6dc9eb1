"""How the tables of the import panel look."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QTableView

from playground.views.theme import Theme

_SHEET = """
QTableView {{ background: {surface}; border: 1px solid {border}; border-radius: 4px; outline: 0; color: {text};
    selection-background-color: {chosen}; selection-color: {text}; }}
QTableView:focus {{ border: 1px solid {accent}; }}
QTableView::item {{ padding: 0 6px; }}
QHeaderView {{ background: {raised}; border: 0; }}
QHeaderView::section {{ background: {raised}; color: {muted}; border: 0; border-bottom: 1px solid {border};
    padding: 3px 8px; }}
QTableView::corner {{ background: {raised}; border: 0; }}
"""
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


def dress(table: QTableView, theme: Theme, chosen: str) -> None:
    """Wear a theme; `chosen` is behind what is selected."""
    rows = table.verticalHeader()
    rows.setDefaultSectionSize(QFontMetrics(table.font()).height() + ROW_ROOM)
    table.setStyleSheet(
        _SHEET.format(
            surface=theme.surface,
            border=theme.border,
            accent=theme.accent,
            raised=theme.raised,
            muted=theme.muted,
            text=theme.text,
            chosen=chosen,
        )
    )
