"""The application as it was, after each test."""

import pytest

from playground.views.kit.appearance import apply_appearance
from playground.views.theme import LIGHT


@pytest.fixture
def appearance(qapp):
    """Return `apply_appearance`; the usual appearance comes back."""
    yield apply_appearance
    apply_appearance(LIGHT, 100)
