"""The colours: one palette each for light and dark, and what Qt needs to wear it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, kw_only=True)
class Theme:
    """Every colour that means something, as ``#rrggbb``.

    Attributes
    ----------
    negative, neutral, positive
        The diverging scale of every signed number: orange, nothing, blue. Safe for colour-blind eyes.
    classes
        One colour for each of ten classes, of the same hues in both themes and apart in lightness, so that any two stay
        apart for colour-blind eyes as well; two-class problems use `negative` and `positive`, the first two.
    train, test, penalty
        The curves.
    forward, backward
        Values of a forward pass, green, and gradients of a backward pass, red; their places are the second cue.
    """

    name: str
    label: str
    window: str
    surface: str
    raised: str
    border: str
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

    def palette(self) -> QPalette:
        """Return the Qt palette of this theme."""
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
            QPalette.ColorRole.Dark: self.muted,
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
    text="#1d2127",
    muted="#6b7280",
    accent="#0b66c3",
    on_accent="#ffffff",
    negative="#e07b16",
    neutral="#eef0f2",
    positive="#1470b8",
    train="#1470b8",
    test="#e07b16",
    penalty="#7a6fb0",
    forward="#1a7f37",
    backward="#cf222e",
    error="#c0272d",
    warning="#9a6700",
    hatch="#c3c8cf",
    classes=(
        "#e07b16",
        "#1470b8",
        "#61a473",
        "#a63f84",
        "#73732e",
        "#612d84",
        "#479efe",
        "#922706",
        "#025f4a",
        "#cf83b9",
    ),
)

DARK = Theme(
    name="dark",
    label="Dark",
    window="#16181c",
    surface="#1e2126",
    raised="#262a30",
    border="#3a3f47",
    text="#e8eaed",
    muted="#9aa1ab",
    accent="#58a6ff",
    on_accent="#0b1220",
    negative="#f59a3c",
    neutral="#2b2f36",
    positive="#4aa8ee",
    train="#4aa8ee",
    test="#f59a3c",
    penalty="#a99be6",
    forward="#56d364",
    backward="#ff8182",
    error="#ff7b72",
    warning="#e3b341",
    hatch="#4a5059",
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

THEMES: Mapping[str, Theme] = MappingProxyType({theme.name: theme for theme in (LIGHT, DARK)})
"""Every theme by name."""
