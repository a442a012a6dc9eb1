"""What a feature is called, and what becomes of it before the network sees it."""

import re
from collections.abc import Sequence

from playground.data import FEATURES
from playground.messages.numbers import MINUS, significant
from playground.training.results import Scene
from playground.views.forms.text import translated

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_INPUT = re.compile(r"x([1-9]\d{0,3})", re.ASCII)


def input_number(name: str) -> int:
    """Return which input a feature is, counted from 1, if it is a plain one, ``x1`` … ``xn``; else 0."""
    found = _INPUT.fullmatch(name)
    return int(found[1]) if found else 0


def input_column(name: str, input_names: Sequence[str]) -> str:
    """Return the column's own name if a feature is a plain input ``x1`` … ``xn`` that has another one, else nothing."""
    number = input_number(name)
    column = input_names[number - 1] if 0 < number <= len(input_names) else name
    return "" if column == name else column


def feature_label(name: str, input_names: Sequence[str] = ()) -> str:
    """Return a feature as it is read: by its column's name, or as a formula."""
    if column := input_column(name, input_names):
        return column
    if name in FEATURES:
        return translated(FEATURES[name].label)
    return name.translate(_SUBSCRIPTS) if input_number(name) else name


def is_standardized(scene: Scene) -> bool:
    """Whether any feature is shifted or scaled before the network sees it."""
    return bool((scene.input_mean != 0).any() or (scene.input_scale != 1).any())


def standardization(scene: Scene, unit: int) -> str:
    """Return what the network sees of a feature, as in ``(x₁ − 0.31) / 1.24``; empty if it is the feature itself.

    Parameters
    ----------
    scene
        Whose `input_mean` and `input_scale` are meant.
    unit
        The feature, from 0.
    """
    mean, scale = float(scene.input_mean[unit, 0]), float(scene.input_scale[unit, 0])
    if mean == 0 and scale == 1:
        return ""
    label = feature_label(scene.feature_names[unit], scene.input_names)
    shifted = label if mean == 0 else f"({label} {MINUS if mean > 0 else '+'} {significant(abs(mean), 3)})"
    return shifted if scale == 1 else f"{shifted} / {significant(scale, 3)}"
