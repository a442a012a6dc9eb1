import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from playground.cli import check as check_command
from playground.engine import check_gradients
from playground.files import presets, read_preset
from playground.training import TrainingSession


@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.id)
def test_every_preset_passes(run, preset):
    result = run("check", preset.id, "--json")
    assert result.code == 0
    assert result.err == ""
    assert list(result.json) == ["passed", "epsilon", "parameters"]
    assert result.json["passed"] is True
    layers = range(1, len(preset.experiment.network.hidden) + 2)
    names = [name for layer in layers for name in (f"W{layer}", f"b{layer}")]
    assert [parameter["name"] for parameter in result.json["parameters"]] == names
    for parameter in result.json["parameters"]:
        assert list(parameter) == ["name", "mean_absolute_difference", "max_relative_error"]


def test_examples_are_those_of_the_engine(run):
    result = run("check", "xor", "--json").json
    current = TrainingSession(read_preset("xor")).run
    assert current.experiment.title == "XOR"
    train = current.examples.train
    expected = check_gradients(current.network, train.F[:, :10], train.Y[:, :10])
    assert result["parameters"][0]["max_relative_error"] == expected.parameters[0].max_relative_error


def test_readable_table(run):
    result = run("check", "xor")
    assert result.code == 0
    assert result.out.startswith("XOR: gradient check passed (epsilon 1e-05)\n")
    assert len(result.out.splitlines()) == 2 + 6


def test_trained_weights(run):
    run("train", "xor", "--epochs", 5, "--export", "w")
    assert run("check", "w.npz", "--json").json["passed"] is True


def test_weights_whose_data_are_gone(run):
    Path("t.csv").write_text("a,y\n1,0\n2,1\n3,0\n4,1\n")
    run("train", "t.csv", "--epochs", 1, "--export", "w")
    Path("t.csv").unlink()
    result = run("check", "w.npz")
    assert result.code == 2
    assert "t.csv" in result.error


def test_failure_names_the_parameters(run, monkeypatch):
    def broken(*arguments, **settings):
        result = check_gradients(*arguments, **settings)
        parameters = [
            replace(parameter, passed=False, max_relative_error=error) if parameter.name == name else parameter
            for parameter in result.parameters
            for name, error in [({"W2": "W2", "b3": "b3"}.get(parameter.name, ""), len(parameter.name) / 4)]
        ]
        return replace(result, passed=False, parameters=tuple(parameters))

    monkeypatch.setattr(check_command, "check_gradients", broken)
    for options in ([], ["--json"]):
        result = run("check", "xor", *options)
        assert result.code == 1
        assert result.err.startswith("playground: gradient check failed for W2, b3: ")
        assert result.err.count("\n") == 1
    assert result.json["passed"] is False
    assert "gradient check failed" in run("check", "xor").out


def test_a_wrong_derivative_is_found(run, monkeypatch):
    """The whole way: the derivative of tanh loses its square."""
    from playground.engine import ACTIVATIONS, propagation

    wrong = replace(ACTIVATIONS["tanh"], derivative=lambda z, a, d: [lambda: np.subtract(1, a, out=d)])
    monkeypatch.setattr(propagation, "ACTIVATIONS", {**ACTIVATIONS, "tanh": wrong})
    result = run("check", "xor", "--json")
    assert result.code == 1
    assert "W1" in result.err
    assert "W3" not in result.err
    assert result.json["passed"] is False


def test_entries_on_a_kink_are_counted(run):
    points = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]]
    Path("kink.json").write_text(
        json.dumps(
            {
                "schema_version": 2,
                "data": {"source": {"points": points}, "train_fraction": 1},
                "network": {
                    "hidden": [{"units": 8, "activation": "relu"}],
                    "output_activation": "sigmoid",
                    "initializer": "he",
                },
                "training": {"cost": "binary_cross_entropy", "batch_size": 4},
            }
        )
    )
    result = run("check", "kink.json")
    assert result.code == 0
    assert "8 entries sit on a kink" in result.out  # the biases: at the point (0, 0) every unit stands on it


def test_the_rounding_of_a_large_cost_is_told(run):
    rng = np.random.default_rng(1)
    rows = [f"{a:.3f},{b:.3f},{180_000 - 40_000 * a + 9_000 * b:.2f}" for a, b in rng.random((60, 2))]
    Path("large.csv").write_text("\n".join(["a,b,y", *rows]))
    result = run("check", "large.csv")
    assert result.code == 0
    assert "passed" in result.out
