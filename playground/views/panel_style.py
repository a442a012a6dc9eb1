"""The application's style sheet: quiet surfaces, rounded controls, one accent; built from a theme.

Fusion is the base style. Widgets ask for a part by a property rather than by their class:

- ``role``: "heading", "muted" or "problem" for labels, "group" for a group of a panel, "primary" for the button of a
  panel that matters most, "thumbnail" and "entry" for the gallery's buttons, "menu" for a word that opens a menu,
  "layer" for the small and quiet controls of the network's diagram (their spin boxes have arrows of no size: with
  ``NoButtons`` a style sheet leaves them no room for their text);
- ``problem``: true on a control whose text was refused.

No widget has a sheet of its own: whatever stands in one is dressed once for every sheet around it, and once more.

Sizes are on a grid of 4 px. A focused control wears a border twice as wide and a padding 1 px smaller, so that nothing
moves. Arrows are triangles made of borders, whose sides have the colour behind
them: style sheets take pictures from files only, and transparent sides would square the triangle.
"""

import re
from string import Template

from msgspec.structs import asdict
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QWidget

from playground.views.theme import Theme

ROUNDED = 0.2
"""Pixels by which a side and two borders, each a whole number of them, may be shorter than twice a radius."""
_PIXELS = re.compile(r"(border-radius: |~)?\b(\d+)px")

TEMPLATE = """
QToolTip { color: $text; background: $raised; border: 1px solid $border; padding: 4px 6px; }

QLabel[role="heading"] { color: $muted; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="problem"] {
    color: $error; background: $raised; border: 1px solid $error; border-radius: 5px; padding: 3px 7px;
}
QLabel:disabled { color: $faint; }
QFrame[role="group"] { border: 0; border-bottom: 1px solid $border; }

QLineEdit, QAbstractSpinBox, QComboBox {
    color: $text; background: $surface; border: 1px solid $outline; border-radius: 5px; padding: 3px 7px;
    min-height: 16px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $edge; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on {
    border: 2px solid $accent; padding: ~2px ~6px;
}
QLineEdit[problem="true"], QAbstractSpinBox[problem="true"], QComboBox[problem="true"] {
    border: 2px solid $error; padding: ~2px ~6px; background: $error_tint;
}
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    color: $faint; background: $window; border-color: $border;
}
QPlainTextEdit[role="field"] {
    color: $text; background: $surface; border: 1px solid $outline; border-radius: 5px; padding: 0 3px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit[role="field"]:hover { border-color: $edge; }
QPlainTextEdit[role="field"]:focus { border: 2px solid $accent; padding: 0 ~2px; }
QLineEdit:read-only { background: $window; }

QComboBox { padding-right: 22px; combobox-popup: 0; qproperty-maxVisibleItems: 20; }
QComboBox:focus, QComboBox:on, QComboBox[problem="true"] { padding-right: ~21px; }
QComboBox::drop-down { border: 0; width: 20px; }
QComboBox::down-arrow {
    image: none; width: 0; height: 0; margin-right: 4px;
    border-left: 4px solid $surface; border-right: 4px solid $surface; border-top: 5px solid $muted;
}
QComboBox::down-arrow:disabled {
    border-left-color: $window; border-right-color: $window; border-top-color: $faint;
}
QComboBox QAbstractItemView {
    color: $text; background: $surface; border: 1px solid $border; padding: 4px; outline: 0;
    selection-background-color: $accent_tint; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { color: $text; background: $accent_tint; }
QComboBox QAbstractItemView::item:disabled { color: $faint; }

QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; background: transparent; width: 16px; }
QAbstractSpinBox::up-button { margin-top: 2px; }
QAbstractSpinBox::down-button { margin-bottom: 2px; }
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow {
    image: none; width: 0; height: 0; border-left: 3px solid $surface; border-right: 3px solid $surface;
}
QAbstractSpinBox::up-arrow { border-bottom: 4px solid $muted; }
QAbstractSpinBox::down-arrow { border-top: 4px solid $muted; }
QAbstractSpinBox::up-arrow:hover { border-bottom-color: $accent; }
QAbstractSpinBox::down-arrow:hover { border-top-color: $accent; }
QAbstractSpinBox::up-arrow:off { border-bottom-color: $border; }
QAbstractSpinBox::down-arrow:off { border-top-color: $border; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::down-arrow:disabled {
    border-left-color: $window; border-right-color: $window;
}
QAbstractSpinBox::up-arrow:disabled { border-bottom-color: $faint; }
QAbstractSpinBox::down-arrow:disabled { border-top-color: $faint; }

QSlider { min-height: 24px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $track; }
QSlider::sub-page:horizontal { border-radius: 2px; background: $accent; }
QSlider::handle:horizontal {
    width: 10px; height: 10px; margin: -5px 0; border-radius: 7px; border: 2px solid $accent; background: $surface;
}
QSlider::handle:horizontal:hover { background: $accent_tint; }
QSlider::handle:horizontal:pressed { background: $accent; }
QSlider::handle:horizontal:focus {
    width: 12px; height: 12px; margin: -6px 0; border-radius: 8px; border-color: $text; background: $accent;
}
QSlider::sub-page:horizontal:disabled { background: $border; }
QSlider::handle:horizontal:disabled { border-color: $border; background: $window; }

QMessageBox, QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton {
    color: $text; background: $raised; border: 1px solid $outline; border-radius: 5px; padding: 3px 11px;
    min-height: 16px;
}
QPushButton:hover { background: $hover; border-color: $edge; }
QPushButton:pressed, QPushButton:checked { background: $pressed; }
QPushButton:focus { border: 2px solid $accent; padding: ~2px ~10px; }
QPushButton:disabled { color: $faint; background: $window; border-color: $border; }
QPushButton[role="primary"], QToolButton[role="primary"] {
    color: $on_accent; background: $accent; border-color: $accent;
}
QPushButton[role="primary"]:hover, QToolButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus, QToolButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled, QToolButton[role="primary"]:disabled {
    color: $faint; background: $window; border-color: $border;
}
QPushButton[role="link"] {
    color: $accent; background: transparent; border: 1px solid transparent; padding: 0 2px; text-align: left;
    text-decoration: underline;
}
QPushButton[role="link"]:focus { border: 1px solid $accent; }
QPushButton[role="link"]:pressed { color: $text; }
QPushButton[role="heading"] { background: transparent; border: 1px solid transparent; padding: 0; min-height: 22px; }
QPushButton[role="heading"]:focus { border: 2px solid $accent; }

QToolButton {
    color: $text; background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 3px;
    min-height: 16px;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $pressed; }
QToolButton:checked { background: $accent_tint; border-color: $accent; }
QToolButton:focus { border: 2px solid $accent; padding: ~2px; }
QToolButton:disabled { color: $faint; }
QToolButton[popupMode="1"] { padding-right: 18px; }
QToolButton[role="menu"] { padding-right: 16px; }
QToolButton[role="menu"]::menu-indicator {
    subcontrol-origin: padding; subcontrol-position: right center; right: 3px; image: none; width: 0; height: 0;
    border-left: 4px solid $window; border-right: 4px solid $window; border-top: 5px solid $muted;
}
QToolButton[role="thumbnail"], QToolButton[role="entry"] {
    background: $surface; border: 1px solid $outline; border-radius: 6px; padding: 1px;
}
QToolButton[role="entry"] { padding: 1px 7px 1px 3px; min-height: 20px; }
QToolButton[role="thumbnail"]:hover, QToolButton[role="entry"]:hover { border-color: $edge; background: $raised; }
QToolButton[role="thumbnail"]:checked {
    border: 2px solid $accent; padding: ~0px; background: $accent_tint;
}
QToolButton[role="entry"]:checked {
    border: 2px solid $accent; padding: ~0px ~6px ~0px ~2px; background: $accent_tint;
}
QToolButton[role="thumbnail"]:focus { border: 2px solid $accent; padding: ~0px; background: $accent_glow; }
QToolButton[role="entry"]:focus { border: 2px solid $accent; padding: ~0px ~6px ~0px ~2px; background: $accent_glow; }

QAbstractButton { icon-size: 16px; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; }
QToolBar { spacing: 4px; padding: 4px; }
QToolBar { background: $raised; border: 0; border-bottom: 1px solid $border; }
QToolBar::separator { background: $border; width: 1px; margin: 4px 6px; }
QStatusBar { color: $muted; background: $raised; border-top: 1px solid $border; }
QStatusBar::item { border: 0; }
QMenuBar { background: $raised; }

QScrollArea { background: transparent; border: 0; }
QScrollBar { background: transparent; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTableView, QListWidget {
    background: $surface; border: 1px solid $border; border-radius: 4px; outline: 0;
    alternate-background-color: $window; selection-background-color: $accent_tint; selection-color: $text;
}
QTableView:focus, QListWidget:focus { border: 1px solid $accent; }
QTableView[role="sheet"]::item { padding: 0 6px; }
QHeaderView { background: $raised; border: 0; }
QHeaderView::section {
    color: $muted; background: $raised; border: 0; border-bottom: 1px solid $border; padding: 3px 8px;
}
QTableView[role="dense"] QHeaderView::section { padding: 3px 0; }
QHeaderView::section:hover { color: $text; }
QTableCornerButton::section { background: $raised; border: 0; border-bottom: 1px solid $border; }
QHeaderView::up-arrow, QHeaderView::down-arrow {
    image: none; width: 0; height: 0; border-left: 4px solid $raised; border-right: 4px solid $raised;
    subcontrol-position: top center;
}
QHeaderView::up-arrow { border-bottom: 4px solid $muted; }
QHeaderView::down-arrow { border-top: 4px solid $muted; }

QUndoView { background: $surface; border: 0; outline: 0; }
QUndoView::item { padding: 0 8px; color: $text; }
QUndoView::item:selected { background: $accent_tint; color: $text; }

QTabWidget::pane { border: 0; }
QTabBar::tab {
    color: $muted; background: transparent; border: 0; border-bottom: 2px solid transparent; padding: 5px 6px 4px 6px;
}
QTabBar[tight="true"]::tab { padding: 5px 4px 4px 4px; }
QTabBar::scroller { width: 48px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QSplitter::handle { background: $border; }
QSplitter::handle:hover { background: $accent; }
QSplitter[role="gap"]::handle { background: transparent; }
QProgressBar { border: 0; border-radius: 3px; background: $border; }
QProgressBar::chunk { border-radius: 3px; background: $accent; }
QProgressBar[role="tally"]::chunk { background: $muted; }
NetworkView, HeaderBand, NetworkCanvas { background: $surface; }
HeaderBand QLabel { color: $muted; }
QComboBox[role="layer"] {
    color: $text; background: $raised; border: 1px solid $outline; border-radius: 5px;
    padding: 0 0 0 7px; min-height: 22px; max-height: 22px; combobox-popup: 0;
}
QComboBox[role="layer"]:hover { border-color: $muted; }
QComboBox[role="layer"]:focus, QComboBox[role="layer"]:on {
    border: 2px solid $accent; padding: 0 0 0 ~6px; min-height: 20px; max-height: 20px;
}
QComboBox[role="layer"]::drop-down { border: 0; width: 16px; }
QAbstractSpinBox[role="layer"] {
    color: $text; background: $surface; border: 1px solid transparent; border-radius: 5px; padding: 0;
    min-height: 22px; max-height: 22px;
}
QAbstractSpinBox[role="layer"]::up-button, QAbstractSpinBox[role="layer"]::down-button {
    width: 0; border: 0; margin: 0;
}
QAbstractSpinBox[role="layer"]::up-arrow, QAbstractSpinBox[role="layer"]::down-arrow {
    image: none; width: 0; height: 0; border: 0;
}
QAbstractSpinBox[role="layer"] QLineEdit { border: 0; padding: 0; min-height: 0; background: transparent; }
QAbstractSpinBox[role="layer"]:hover { border-color: $border; }
QAbstractSpinBox[role="layer"]:focus { border: 2px solid $accent; padding: 0; min-height: 20px; max-height: 20px; }
QAbstractSpinBox[role="layer"][problem="true"] {
    border: 2px solid $error; padding: 0; min-height: 20px; max-height: 20px;
}
QToolButton[role="layer"], QToolButton[role="add"] {
    color: $text; background: $raised; border: 1px solid $outline; border-radius: 5px; padding: 0 3px;
    min-height: 22px;
}
QToolButton[role="layer"]:hover, QToolButton[role="add"]:hover { border-color: $muted; }
QToolButton[role="layer"]:focus { border: 2px solid $accent; padding: 0 ~2px; }
QToolButton[role="layer"]:disabled { color: $hatch; }
QToolButton[role="add"] { color: $accent; border-radius: 8px; padding: 0; }
QToolButton[role="add"]:focus { border: 2px solid $accent; padding: 0; }
QToolButton[role="add"]:disabled { color: $hatch; }
QToolButton[role="event"] {
    color: $text; background: $raised; border: 1px solid $muted; border-radius: 12px; padding: 0;
}
QToolButton[role="event"]:hover { border-color: $text; }
QToolButton[role="event"]:focus { border: 2px solid $accent; }
QToolButton[role="tile"] { background: $surface; border: 1px solid $border; border-radius: 6px; padding: 1px; }
QToolButton[role="tile"]:hover { border-color: $muted; background: $raised; }
QToolButton[role="tile"]:checked { border: 2px solid $accent; padding: 0; background: $raised; }
QToolButton[role="tile"]:focus { border: 2px solid $text; padding: 0; }
QToolButton[role="cross"] { border: 1px solid $border; border-radius: 8px; padding: 0; background: $raised; }
QToolButton[role="cross"]:hover { border-color: $muted; }
QFrame[role="popup"] QListView { background: $surface; border: 1px solid $border; border-radius: 5px; color: $text; }
QFrame[role="popup"] QListView::item:selected { color: $text; background: $raised; }
QFrame[role="popup"] QScrollArea, QFrame[role="popup"] QScrollArea > QWidget > QWidget { background: transparent; }
QFrame[role="popup"] QLabel { color: $muted; }
EventCard[role="popup"] QLabel { color: $text; }
QFrame[role="popup"] { background: $surface; border: 1px solid $border; }
ParameterEditor { background: $raised; border: 1px solid $muted; border-radius: 6px; }
ParameterEditor QLabel { color: $text; }
ParameterEditor QLabel[role="muted"] { color: $muted; }
ParameterEditor QLabel[role="error"] { color: $error; }
FormulaLine QLabel[role="error"], FormulaEntry QLabel[role="error"] { color: $error; }
ParameterEditor QScrollArea, ParameterEditor QScrollArea > QWidget > QWidget { background: transparent; }
ParameterField {
    color: $text; background: $surface; border: 1px solid $outline; border-radius: 5px; padding: 2px 6px;
    min-height: 16px; selection-background-color: $accent; selection-color: $on_accent;
}
ParameterField:focus { border: 2px solid $accent; padding: ~1px ~5px; }
ParameterField[problem="true"] { border: 2px solid $error; padding: ~1px ~5px; }

ExplanationCard, WayCard, QFrame[role="card"] { background: $raised; border: 1px solid $border; border-radius: 6px; }
ExplanationCard { margin: 0px 8px 6px 8px; }
WayCard { background: $surface; }
QFrame[role="card"] { border-color: $accent; }
QFrame[role="card"] QAbstractScrollArea, QAbstractScrollArea::corner { background: transparent; border: 0; }
FormulaEditor {
    background: $surface; color: $text; border: 1px solid $outline; border-radius: 5px; padding: ~2px;
    font-family: "$fixed_font"; font-size: 12px; selection-background-color: $accent; selection-color: $on_accent;
}
FormulaEditor:focus { border: 2px solid $accent; padding: 1px; }
QLabel[role="key"], QLabel[role="mistake"] { font-size: 11px; }
QLabel[role="mistake"] { color: $error; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="note"] { color: $muted; background: $surface; padding: 2px; }
QFrame[role="rule"] { background: $border; }
QFrame[role="line"] { color: $border; }
CheckTable { selection-background-color: transparent; }
CheckTable QHeaderView { background: transparent; }
CheckTable QHeaderView::section { padding: 3px 6px; }
ByHandView QHeaderView::section { padding: 3px 4px; }
RunsView QHeaderView::section { padding: 3px 4px; }
"""


def style_sheet(theme: Theme, zoom: float = 1.0) -> str:
    """Return the style sheet for the whole application; a theme's palette should be set on it too."""
    return filled(TEMPLATE, theme, zoom)


def filled(template: str, theme: Theme, zoom: float = 1.0) -> str:
    """Return a style sheet with colours and sizes in it.

    Parameters
    ----------
    template
        ``$names`` are the theme's colours and mixtures of them; pixels are those at 100 %. ``~2px`` is what is left of
        2 px and a border of 1 px beside a border of 2 px: where a focused control gets the wider border, nothing moves.
    zoom
        How many times its usual size everything has.
    """

    def length(match: re.Match[str]) -> str:
        size, border, wide = int(match[2]), max(round(zoom), 1), max(round(2 * zoom), 2)
        if match[1] == "border-radius: ":  # one that is half a pixel too long for its sides makes a corner of none
            return f"{match[1]}{int(size * zoom - (ROUNDED if zoom > 1 else 0))}px"
        whole = round((size + 1) * zoom) + border - wide if match[1] else round(size * zoom) or min(size, 1)
        return f"{max(whole, 0)}px"

    mixtures = {
        "hover": _mix(theme.raised, theme.text, 0.06),
        "pressed": _mix(theme.raised, theme.text, 0.12),
        "edge": _mix(theme.outline, theme.text, 0.4),
        "faint": _mix(theme.muted, theme.window, 0.4),
        "track": theme.outline,
        "scroll": theme.outline,
        "accent_tint": _mix(theme.surface, theme.accent, 0.14),
        "accent_glow": _mix(theme.surface, theme.accent, 0.3),
        "accent_hover": _mix(theme.accent, theme.text, 0.15),
        "error_tint": _mix(theme.surface, theme.error, 0.08),
    }
    fixed_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    return Template(_PIXELS.sub(length, template)).substitute(asdict(theme), **mixtures, fixed_font=fixed_font)


def set_property(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that the style sheet looks at, and dress the widget again if it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # it is dressed when first shown; being dressed earlier costs it the font it is given later
    has_own, font = widget.testAttribute(Qt.WidgetAttribute.WA_SetFont), widget.font()
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    if has_own:
        widget.setFont(font)  # the sheet gives it back the one that it had when it was first dressed, perhaps smaller
    widget.update()


def _mix(color: str, other: str, share: float) -> str:
    """Return `color` with that share of `other` in it."""
    a, b = QColor(color), QColor(other)
    pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    red, green, blue = (round((1 - share) * x + share * y) for x, y in pairs)
    return QColor(red, green, blue).name()
