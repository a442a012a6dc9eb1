"""The colours: one table for each theme, and what Qt needs to wear it."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import asdict
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette


class Theme(Struct, frozen=True, kw_only=True):
    """Every colour that means something, as ``#rrggbb``: each has one meaning, whatever shows it.

    Texts have a contrast of 4.5 at least with all three grounds, graphics of 3 (WCAG 2.2); colours with different
    meanings are apart for colour-blind eyes too.

    Attributes
    ----------
    window, surface, raised
        The grounds: behind everything, of what is drawn and typed, of bars and buttons.
    border, outline
        Lines that only divide, and the edges of what can be typed into or pressed.
    accent, on_accent
        What has the focus or is chosen, and text on it.
    negative, neutral, positive
        The sign of a number: orange, nothing, blue.
    classes
        One colour for each of ten classes, apart in lightness too; two-class problems use `negative` and `positive`,
        the first two.
    train, test, penalty
        The parts of the data: ink and ochre; and what is added to the cost.
    forward, backward
        Values of a forward pass, teal, and gradients of a backward pass, magenta; their places are the second cue.
    hatch
        Not computed yet.
    """

    name: str
    label: str
    window: str
    surface: str
    raised: str
    border: str
    outline: str
    text: str
    muted: str
    accent: str
    on_accent: str
    negative: str
    neutral: str
    positive: str
    train: str
    test: str
    penalty: str
    forward: str
    backward: str
    error: str
    warning: str
    hatch: str
    classes: tuple[str, ...]

    def color(self, name: str) -> str:
        """Return a colour by its name, as tables have it."""
        color: str = asdict(self)[name]
        return color

    def palette(self) -> QPalette:
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: self.window,
            QPalette.ColorRole.WindowText: self.text,
            QPalette.ColorRole.Base: self.surface,
            QPalette.ColorRole.AlternateBase: self.window,
            QPalette.ColorRole.Text: self.text,
            QPalette.ColorRole.PlaceholderText: self.muted,
            QPalette.ColorRole.Button: self.raised,
            QPalette.ColorRole.ButtonText: self.text,
            QPalette.ColorRole.BrightText: self.on_accent,
            QPalette.ColorRole.ToolTipBase: self.raised,
            QPalette.ColorRole.ToolTipText: self.text,
            QPalette.ColorRole.Highlight: self.accent,
            QPalette.ColorRole.HighlightedText: self.on_accent,
            QPalette.ColorRole.Link: self.accent,
            QPalette.ColorRole.Light: self.surface,
            QPalette.ColorRole.Midlight: self.border,
            QPalette.ColorRole.Mid: self.border,
            QPalette.ColorRole.Dark: self.outline,
            QPalette.ColorRole.Shadow: self.muted,
        }
        for role, color in roles.items():
            palette.setColor(role, QColor(color))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.muted))
        return palette


LIGHT = Theme(
    name="light",
    label="Light",
    window="#f4f5f7",
    surface="#ffffff",
    raised="#fbfbfc",
    border="#d9dce1",
    outline="#868d98",
    text="#1d2127",
    muted="#5f6773",
    accent="#4630b4",
    on_accent="#ffffff",
    negative="#c96a0a",
    neutral="#eef0f2",
    positive="#1470b8",
    train="#3a4350",
    test="#6a5010",
    penalty="#7569ab",
    forward="#00635c",
    backward="#c41c96",
    error="#c0272d",
    warning="#8a5d00",
    hatch="#878e98",
    classes=(
        "#c96a0a",
        "#1470b8",
        "#60996f",
        "#a63f84",
        "#706c3d",
        "#612d84",
        "#2f8df8",
        "#922706",
        "#025f4a",
        "#c371a6",
    ),
)

DARK = Theme(
    name="dark",
    label="Dark",
    window="#16181c",
    surface="#1e2126",
    raised="#262a30",
    border="#3a3f47",
    outline="#79818d",
    text="#e8eaed",
    muted="#a3aab4",
    accent="#c4b5ff",
    on_accent="#120b2b",
    negative="#f59a3c",
    neutral="#2b2f36",
    positive="#4aa8ee",
    train="#d3d9e2",
    test="#e8d08a",
    penalty="#a99be6",
    forward="#52c7b4",
    backward="#e07ac0",
    error="#ff7b72",
    warning="#e3b341",
    hatch="#747b86",
    classes=(
        "#f59a3c",
        "#4aa8ee",
        "#56d294",
        "#ce8ab2",
        "#d3e783",
        "#956292",
        "#0f75cc",
        "#c9551e",
        "#609d77",
        "#f5bbf7",
    ),
)

HIGH_CONTRAST = Theme(
    name="high-contrast",
    label="High contrast",
    window="#000000",
    surface="#000000",
    raised="#101010",
    border="#8a9099",
    outline="#c8ccd2",
    text="#ffffff",
    muted="#d8dce2",
    accent="#ffcc33",
    on_accent="#000000",
    negative="#ff9f45",
    neutral="#1c1c1c",
    positive="#5fb8ff",
    train="#ffffff",
    test="#ccff99",
    penalty="#c9b8ff",
    forward="#35e6d8",
    backward="#e89bd0",
    error="#ff8a80",
    warning="#ffd447",
    hatch="#9aa0a8",
    classes=(
        "#ff9f45",
        "#5fb8ff",
        "#86d290",
        "#ce8ab2",
        "#d1e887",
        "#956292",
        "#0f75cc",
        "#c9551e",
        "#609d77",
        "#f6bdf5",
    ),
)

THEMES: Mapping[str, Theme] = MappingProxyType({theme.name: theme for theme in (LIGHT, DARK, HIGH_CONTRAST)})
"""Every theme by name."""
SYSTEM = "system"
"""What stands for the theme that the desktop prefers."""


def themed(name: str, scheme: Qt.ColorScheme | None = None) -> Theme:
    """Return a theme by its name; `SYSTEM` and unknown names stand for what the desktop prefers.

    Parameters
    ----------
    name
        A key of `THEMES`, or `SYSTEM`.
    scheme
        The desktop's; None asks Qt.
    """
    if name in THEMES:
        return THEMES[name]
    wanted = QGuiApplication.styleHints().colorScheme() if scheme is None else scheme
    return DARK if wanted == Qt.ColorScheme.Dark else LIGHT
