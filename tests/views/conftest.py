"""Snapshots for views: real ones, of a real session."""

from functools import cache

import pytest
from PySide6.QtWidgets import QApplication

from playground.app import application
from playground.files import override, read_preset
from playground.training import Snapshot, TrainingSession
from playground.views.kit.appearance import apply_appearance, theme, zoom
from playground.views.theme import LIGHT


@pytest.fixture(scope="session")
def qapp():
    """The program's own application, with its style, font and style sheet, whichever test comes first."""
    app = application()
    apply_appearance(LIGHT)
    return app


@pytest.fixture(autouse=True)
def usual_appearance():
    """Go back to the usual appearance after a test that has changed it."""
    yield
    if QApplication.instance() is not None and (theme() is not LIGHT or zoom() != 1):
        apply_appearance(LIGHT, 100)


@pytest.fixture
def appearance(qapp):
    """Return `apply_appearance`."""
    return apply_appearance


@cache
def snapshot_of(preset: str, epochs: int, overrides: tuple[str, ...]) -> Snapshot:
    session = TrainingSession(override(read_preset(preset), overrides))
    session.advance(float("inf"), until_epoch=epochs)
    return session.snapshot(number=1)


@pytest.fixture
def make_snapshot():
    """Return a function that returns a snapshot of a preset after some epochs of training.

    Fields of the experiment are changed by their path, as with `--set`:
    ``make_snapshot("xor", epochs=5, **{"network.hidden": "[8,8]", "training.learning_rate": 0.1})``. Snapshots are
    frozen, so the same request gives the same one; `msgspec.structs.replace` makes others of it.
    """

    def make(preset: str = "circles", epochs: int = 0, **overrides: object) -> Snapshot:
        return snapshot_of(preset, epochs, tuple(f"{path}={value}" for path, value in sorted(overrides.items())))

    return make
