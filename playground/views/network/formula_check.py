"""Whether a typed formula can be a feature of the data in use; if not, why, and at which place."""

from collections.abc import Collection

import numpy as np
from PySide6.QtCore import QCoreApplication

from playground.data import FEATURES
from playground.expressions import ExpressionError, elementwise
from playground.messages import Message
from playground.messages.numbers import significant
from playground.training.results import Scene
from playground.views.forms.text import translated
from playground.views.network.feature_picture import named_inputs
from playground.views.network.names import input_number

translate = QCoreApplication.translate


def canonical(formula: str) -> str:
    """Return the formula as the table of features writes it, whatever the spaces, if it has it."""
    bare = "".join(formula.split())
    return next((name for name in FEATURES if "".join(name.split()) == bare), formula.strip())


def problem_of(formula: str, scene: Scene, features: Collection[str]) -> str:
    """Return why a formula cannot be added, in one line; nothing if it can.

    Parameters
    ----------
    formula
        As it was typed.
    scene
        Its inputs are what a formula may name, and it needs a value for every example.
    features
        Those the network has already.
    """
    if canonical(formula) in features:
        return translate("FeaturePanel", "The network has this feature already.")
    try:
        elementwise(formula, [f"x{number}" for number in range(1, len(scene.input_names) + 1)])
    except ExpressionError as error:
        return translated(Message("Column {column}: {reason}", column=error.column, reason=error.reason))
    return _undefined(formula, scene)


def _undefined(formula: str, scene: Scene) -> str:
    """Return where a formula has no value, if that is at an example; else nothing."""
    names = named_inputs(formula)
    function = elementwise(formula, names)
    rows = [input_number(name) - 1 for name in names]
    for X in (np.asarray(part[rows], np.float64) for part in (scene.train_X, scene.test_X)):
        missing = np.flatnonzero(~np.isfinite(function(X)))
        if missing.size:
            values = ", ".join(
                f"{name} = {significant(value, 4)}"
                for name, value in zip(names[:3], X[:, missing[0]].tolist(), strict=False)
            )
            return translate("FeaturePanel", "It has no value for the example with {values}.").format(values=values)
    return ""
