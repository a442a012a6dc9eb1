"""The drawing tools: one record each, from which the buttons, the keys and the mouse's cursor are made."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt

ToolName = Literal["brush", "eraser", "move"]
Picture = Literal["brush", "eraser", "move", "jitter", "sheet"]

CONTEXT = "OutputView"


@dataclass(frozen=True)
class Tool:
    """One tool.

    Attributes
    ----------
    name
        Its id, and its picture's.
    label, tooltip, hint
        English source texts: what it is called, what it does, and how, while it is in the hand.
    key
        Chooses it while the output view has the focus.
    cursor
        The mouse's shape over the plot.
    """

    name: ToolName
    label: str
    tooltip: str
    hint: str
    key: Qt.Key
    cursor: Qt.CursorShape


_RECORDS = (
    Tool(
        "brush",
        str(QT_TRANSLATE_NOOP("OutputView", "Brush")),
        str(QT_TRANSLATE_NOOP("OutputView", "Click for a point of the chosen class, drag to spray many.")),
        str(QT_TRANSLATE_NOOP("OutputView", "Click or drag to draw · right button erases")),
        Qt.Key.Key_B,
        Qt.CursorShape.CrossCursor,
    ),
    Tool(
        "eraser",
        str(QT_TRANSLATE_NOOP("OutputView", "Eraser")),
        str(QT_TRANSLATE_NOOP("OutputView", "Remove the points under the circle; the right mouse button does it too.")),
        str(QT_TRANSLATE_NOOP("OutputView", "Click or drag to erase points")),
        Qt.Key.Key_E,
        Qt.CursorShape.CrossCursor,
    ),
    Tool(
        "move",
        str(QT_TRANSLATE_NOOP("OutputView", "Move")),
        str(QT_TRANSLATE_NOOP("OutputView", "Drag a point somewhere else.")),
        str(QT_TRANSLATE_NOOP("OutputView", "Drag a point somewhere else · right button erases")),
        Qt.Key.Key_M,
        Qt.CursorShape.OpenHandCursor,
    ),
)

TOOLS: Mapping[ToolName, Tool] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every tool by name, in the order of the buttons."""

TOOL_KEYS: Mapping[int, ToolName] = MappingProxyType({record.key: record.name for record in _RECORDS})
CLASS_KEYS: Mapping[int, int] = MappingProxyType({Qt.Key.Key_1 + index: index for index in range(9)})
"""The keys 1 to 9, and the classes 0 to 8 that they choose."""
JITTER_KEY = Qt.Key.Key_J
SIZE_KEYS: Mapping[int, int] = MappingProxyType({Qt.Key.Key_BracketLeft: -1, Qt.Key.Key_BracketRight: 1})
"""The keys that make the brush smaller and larger by a step."""


@dataclass(frozen=True)
class Strength:
    """How much jitter moves a point, as a share of the axes."""

    label: str
    share: float


STRENGTHS = (
    Strength(str(QT_TRANSLATE_NOOP("OutputView", "A little (0.5% of the axes)")), 0.005),
    Strength(str(QT_TRANSLATE_NOOP("OutputView", "Noticeably (1.5%)")), 0.015),
    Strength(str(QT_TRANSLATE_NOOP("OutputView", "Strongly (4%)")), 0.04),
)
USUAL_STRENGTH = 1


def said(text: str) -> str:
    """Return a text of these tables in the language of the application."""
    return QCoreApplication.translate(CONTEXT, text)
