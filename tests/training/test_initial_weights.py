"""Weights that an experiment writes out, and the two presets whose first update is known from paper."""

import json

import numpy as np
import pytest

from playground.files import FileError, decode_experiment, override, read_preset
from playground.files.presets import preset_paths
from playground.training import TrainingSession
from playground.training.commands import ChangeField, NewWeights

TEXTBOOK = {
    "W1": [[0.149780716, 0.19956143], [0.24975114, 0.29950229]],
    "W2": [[0.35891648, 0.408666186], [0.511301270, 0.561370121]],
}
"""After one update: Mazur, A Step by Step Backpropagation Example (2015), which leaves the biases alone."""


def test_the_textbooks_first_update():
    session = TrainingSession(read_preset("textbook"))
    assert session.snapshot().train_cost == pytest.approx(0.298371109, abs=5e-10)
    session.step_batch()
    assert np.allclose(session.run.network.W[0], TEXTBOOK["W1"], rtol=0, atol=5e-9)
    assert np.allclose(session.run.network.W[1], TEXTBOOK["W2"], rtol=0, atol=5e-9)


def test_a_reset_goes_back_to_them_and_new_weights_are_drawn():
    session = TrainingSession(read_preset("by_hand"))
    session.step_batch()
    session.reset()
    assert session.run.network.W[0].tolist() == [[0.6, -0.3], [0.2, 0.4]]
    NewWeights().apply(session)
    assert session.experiment.network.initial is None
    assert session.run.network.W[0].tolist() != [[0.6, -0.3], [0.2, 0.4]]


@pytest.mark.parametrize(
    ("path", "value"),
    [("network.initializer", "he"), ("data.features", ("x1",)), ("network.output_activation", "tanh")],
)
def test_another_network_has_none(path, value):
    session = TrainingSession(read_preset("by_hand"))
    ChangeField(path, value).apply(session)
    assert session.experiment.network.initial is None


def test_other_settings_leave_them():
    session = TrainingSession(read_preset("by_hand"))
    ChangeField("training.learning_rate", 0.1).apply(session)
    assert session.experiment.network.initial is not None
    assert override(read_preset("by_hand"), ["network.hidden=[3]"]).network.initial is None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda initial: initial[:1], "network.initial: 1 layers; expected 2"),
        (lambda initial: [{**initial[0], "b": [0.1]}, initial[1]], r"network.initial\[0\]: 2 rows of 2 weights"),
        (lambda initial: [{**initial[0], "W": [[1, 2, 3]] * 2}, initial[1]], r"network.initial\[0\]: 2 rows of 2"),
        (lambda initial: [{**initial[0], "W": "many"}, initial[1]], r"network.initial\[0\].W"),
        (lambda _: [], "network.initial: 0 layers"),
    ],
)
def test_those_that_do_not_fit_are_refused(change, told):
    raw = json.loads(preset_paths()["by_hand"].read_bytes())
    raw["network"]["initial"] = change(raw["network"]["initial"])
    with pytest.raises(FileError, match=told):
        decode_experiment(json.dumps(raw).encode(), "mine.json")
