"""The colours: those with different meanings stay apart, also for colour-blind eyes, and are read on their grounds."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from playground.views.landscape.steps import CHOSEN
from playground.views.theme import DARK, HIGH_CONTRAST, LIGHT, SYSTEM, THEMES, themed

TO_CONE = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
SIGHT = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
"""What is left of linear sRGB: Machado, Oliveira and Fernandes (2009), full severity."""


def linear(colors):
    channels = np.array([QColor(color).getRgbF()[:3] for color in colors])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def luminance(colors):
    return linear(colors) @ [0.2126, 0.7152, 0.0722]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_ten_classes_begin_with_the_colours_of_two(theme):
    assert len(set(theme.classes)) == 10
    assert theme.classes[:2] == (theme.negative, theme.positive)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("sight", SIGHT.values(), ids=SIGHT)
def test_class_colours_stay_apart(theme, sight):
    """Distances in OKLab (Ottosson 2020); 0.02 is just noticeable side by side."""
    lab = np.cbrt(np.clip(linear(theme.classes) @ sight.T, 0, 1) @ TO_CONE.T) @ TO_LAB.T
    apart = np.linalg.norm(lab[:, None] - lab[None], axis=-1)
    assert apart[np.triu_indices(10, 1)].min() > 0.065


def contrast(one, other):
    dark, light = sorted(luminance([one, other]))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_class_colours_are_seen_on_every_ground(theme):
    seen = {(color, ground): contrast(color, getattr(theme, ground)) for color in theme.classes for ground in GROUNDS}
    assert min(seen.values()) >= 3, min(seen, key=seen.get)


MEANINGS = ("negative", "positive", "train", "test", "forward", "backward", "accent")


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("sight", SIGHT.values(), ids=SIGHT)
def test_every_meaning_has_a_colour_of_its_own(theme, sight):
    colors = [getattr(theme, role) for role in MEANINGS]
    lab = np.cbrt(np.clip(linear(colors) @ sight.T, 0, 1) @ TO_CONE.T) @ TO_LAB.T
    apart = np.linalg.norm(lab[:, None] - lab[None], axis=-1)
    assert apart[np.triu_indices(len(MEANINGS), 1)].min() > 0.045


TEXTS = ("text", "muted", "accent", "train", "test", "forward", "backward", "error", "warning")
GRAPHICS = ("outline", "negative", "positive", "penalty", "hatch")
GROUNDS = ("window", "surface", "raised")


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(("role", "least"), [*((role, 4.5) for role in TEXTS), *((role, 3.0) for role in GRAPHICS)])
def test_roles_are_read_on_every_ground(theme, ground, role, least):
    assert contrast(getattr(theme, role), getattr(theme, ground)) >= least


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_text_is_read_on_the_accent_and_on_the_middle_of_the_scale(theme):
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.text, theme.neutral) >= 4.5


def test_high_contrast_is_higher():
    theme = THEMES["high-contrast"]
    assert min(contrast(getattr(theme, role), theme.surface) for role in TEXTS) >= 7


def test_the_system_s_theme_is_the_desktop_s():
    assert themed(SYSTEM, Qt.ColorScheme.Dark) is DARK
    assert themed(SYSTEM, Qt.ColorScheme.Light) is LIGHT
    assert themed(SYSTEM, Qt.ColorScheme.Unknown) is LIGHT
    assert themed("high-contrast", Qt.ColorScheme.Light) is HIGH_CONTRAST
    assert [themed(name, Qt.ColorScheme.Dark) for name in THEMES] == list(THEMES.values())


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("ink", ["text", "warning"])
def test_the_chosen_row_of_the_next_steps_is_read_on_its_ground(theme, ink):
    paper, accent = (np.array(QColor(color).getRgb()[:3]) for color in (theme.window, theme.accent))
    ground = QColor(*np.round((1 - CHOSEN) * paper + CHOSEN * accent).astype(int).tolist()).name()
    assert contrast(getattr(theme, ink), ground) >= 4.5
