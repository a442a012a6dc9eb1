"""Networks of other programs in the real window: on the data in use where they fit, else on their own answers."""

from itertools import pairwise

import numpy as np
import pytest

from playground.files.foreign import ASSUMED_OUTPUTS, NO_DATA
from playground.training.saved.jobs import ON_DATA_IN_USE


def arrays(*sizes):
    rng = np.random.default_rng(3)
    made = {}
    for number, (before, n) in enumerate(pairwise(sizes), start=1):
        made |= {f"W{number}": rng.normal(size=(n, before)), f"b{number}": rng.normal(size=n)}
    return made


@pytest.fixture
def opened(qtbot, window, tmp_path):
    def open_network(*sizes):
        made = arrays(*sizes)
        path = tmp_path / "theirs.npz"
        np.savez(path, **made)
        window.open(path)
        qtbot.waitUntil(lambda: window.snapshot.experiment.name == "theirs", timeout=10_000)
        for number, W in enumerate(window.snapshot.W, start=1):
            np.testing.assert_array_equal(W, made[f"W{number}"])
        return window.snapshot

    return open_network


def test_it_is_tried_on_the_data_in_use_where_it_fits_them(qtbot, window, opened):
    before = window.snapshot.experiment
    snapshot = opened(2, 5, 1)
    assert snapshot.experiment.data == before.data
    assert snapshot.experiment.training == before.training
    assert [layer.activation for layer in snapshot.experiment.network.hidden] == ["relu"]
    assert ON_DATA_IN_USE in snapshot.problem_info.notes
    assert not set(ASSUMED_OUTPUTS.values()) & set(snapshot.problem_info.notes)
    assert "no data came with the network" in window._panels.data.notes.text()
    window._actions["undo"].trigger()
    qtbot.waitUntil(lambda: window.snapshot.experiment == before)


def test_a_table_keeps_its_normalisation_and_only_the_last_network_is_told_of(qtbot, make_window, tmp_path):
    table = tmp_path / "mine.csv"
    table.write_text("a,b,y\n" + "".join(f"{n * 100},{n % 7},{n * 3.5 + n % 7}\n" for n in range(40)))
    window = make_window("circles")
    window.open(table)
    qtbot.waitUntil(lambda: window.snapshot.experiment.name == "mine", timeout=10_000)
    before = window.snapshot.problem_info
    for name in ("one", "two"):
        np.savez(tmp_path / f"{name}.npz", **arrays(2, 3, 1))
        window.open(tmp_path / f"{name}.npz")
        qtbot.waitUntil(lambda name=name: window.snapshot.experiment.name == name, timeout=10_000)
        after = window.snapshot.problem_info
        np.testing.assert_array_equal(after.input_mean, before.input_mean)
        np.testing.assert_array_equal(after.output_scale, before.output_scale)
        assert window.snapshot.experiment.network.output_activation == "linear"
        assert after.notes.count(ON_DATA_IN_USE) == 1


def test_else_it_stands_on_points_in_the_classes_that_it_answers(opened):
    snapshot = opened(4, 6, 3)
    assert (snapshot.problem_info.sizes, snapshot.problem_info.activations) == ((4, 6, 3), ("relu", "softmax"))
    assert NO_DATA in snapshot.problem_info.notes
    assert snapshot.train_accuracy == 1.0


def test_a_file_that_is_no_network_is_told_and_nothing_changes(qtbot, window, tmp_path):
    before = window.snapshot.experiment
    path = tmp_path / "broken.safetensors"
    path.write_bytes(b"\xff" * 100)
    window.open(path)
    qtbot.waitUntil(lambda: "broken.safetensors" in window._panels.banner.text)
    assert window.snapshot.experiment == before
