"""What is said about matrices too large to show: the engine's own words, in the language of the window."""

import re

import pytest

from playground.app import application
from playground.training.walkthrough.explanation import GIVEN, NOTES, OVER_OUTPUTS, OVER_PATHS
from playground.views.backprop.gradient_forms import GradientFormsPanel
from playground.views.backprop.jacobians import LocalJacobians
from playground.views.forms.text import translated

HANGUL = re.compile("[가-힣]")


@pytest.fixture
def korean(qapp):
    application(language="ko")
    yield
    application(language="en")


def test_each_layer_is_described_as_its_jacobian_is(make_desk, network):
    panel = make_desk(GradientFormsPanel, network, size=(1340, 860)).view
    walkthrough = panel._walkthrough
    for layer in range(1, len(walkthrough.sizes)):
        panel.layer_box.setCurrentIndex(layer - 1)
        for line, at in zip(
            panel.jacobians.description.splitlines(), range(layer, len(walkthrough.sizes)), strict=False
        ):
            local = walkthrough.local_jacobian(at, 0)
            assert f": {local.shape[0]}×{local.shape[1]}, " in line
            assert ("diagonal" in line) == (local.diagonal is not None)
            assert ("never built" in line) == (local.matrix is None)


def test_each_layer_is_described_in_korean(korean, make_desk, network):
    walkthrough = make_desk(GradientFormsPanel, network, size=(1340, 860)).view._walkthrough
    jacobians = LocalJacobians()
    for layer in range(1, len(walkthrough.sizes)):
        jacobians.show_layers(walkthrough, layer, 0)
        for line in jacobians.description.splitlines():
            assert HANGUL.search(line)


@pytest.mark.parametrize("text", [GIVEN, OVER_OUTPUTS, OVER_PATHS, *NOTES.values()])
def test_explanations_are_in_korean(text, korean):
    assert HANGUL.search(translated(text))
