"""The diagram's controls are small and quiet: a style sheet on top of the application's.

The spin boxes have arrows of no size: with ``NoButtons`` a style sheet leaves them no room for their text.
"""

STYLE_SHEET = """
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
QFrame[role="popup"] { background: $surface; border: 1px solid $border; }
ParameterEditor { background: $raised; border: 1px solid $muted; border-radius: 6px; }
ParameterEditor QLabel { color: $text; }
ParameterEditor QLabel[role="muted"] { color: $muted; }
ParameterEditor QLabel[role="error"] { color: $error; }
FormulaLine QLabel[role="error"] { color: $error; }
ParameterEditor QScrollArea, ParameterEditor QScrollArea > QWidget > QWidget { background: transparent; }
ParameterField {
    color: $text; background: $surface; border: 1px solid $outline; border-radius: 5px; padding: 2px 6px;
    min-height: 16px; selection-background-color: $accent; selection-color: $on_accent;
}
ParameterField:focus { border: 2px solid $accent; padding: ~1px ~5px; }
ParameterField[problem="true"] { border: 2px solid $error; padding: ~1px ~5px; }
"""
"""Of the network view and everything in it."""
