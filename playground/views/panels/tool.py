"""The small framed buttons of a panel, several on one line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from playground.views.kit.appearance import icon_size, scaled
from playground.views.panel_style import set_property

HEIGHT = 26
ICON = 16


def panel_tool(text: str, name: str, tooltip: str, *, icon_only: bool = False) -> QToolButton:
    """Return a button with an icon and a word.

    Parameters
    ----------
    text
        The word; not shown where `icon_only`.
    name
        What those hear who cannot see the button.
    tooltip
        What it does, in one sentence.
    icon_only
        Whether the icon stands alone, as wide as it is high.
    """
    tool = QToolButton()
    set_property(tool, "role", "entry")
    style = Qt.ToolButtonStyle.ToolButtonIconOnly if icon_only else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    tool.setToolButtonStyle(style)
    scaled(tool, icon_size, ICON)
    tool.setText(text)
    tool.setAccessibleName(name)
    tool.setToolTip(tooltip)
    tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    scaled(tool, QWidget.setFixedHeight, HEIGHT)
    if icon_only:
        scaled(tool, QWidget.setFixedWidth, HEIGHT + 6)
    else:
        tool.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return tool
