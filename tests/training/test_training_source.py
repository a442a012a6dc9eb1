"""The exported training: PyTorch comes to the program's own cost and weights from the same weights and batches."""

import json
import re
import subprocess
import sys
from importlib.util import find_spec

import msgspec
import numpy as np
import pytest
from msgspec.structs import replace

from playground.engine import ACTIVATIONS, COSTS, OPTIMIZERS, SCHEDULES, allowed_costs
from playground.files import FileError, csv_experiment, override, read_preset
from playground.files import training_source as module
from playground.files.training_code import LOSSES
from playground.files.training_code import OPTIMIZERS as CALLS
from playground.files.training_source import TOLD, write_training
from playground.training import TrainingSession

pytestmark = pytest.mark.slow
needs_torch = pytest.mark.skipif(find_spec("torch") is None, reason="PyTorch is not installed")
EPOCHS = 3
RUN = """
import contextlib, io, json, runpy, sys, warnings
warnings.simplefilter("error")
for name in json.load(sys.stdin):
    with contextlib.redirect_stdout(io.StringIO()) as told:
        made = runpy.run_path(name)
    weights = [layer.weight.tolist() for layer in made["network"].layers]
    print(json.dumps([made["costs"](), weights, told.getvalue(), made["predict"](made["X"]).tolist()]))
"""


def run(*paths):
    """What scripts come to, all in one process without this program."""
    given = json.dumps([str(path) for path in paths])
    done = subprocess.run([sys.executable, "-I", "-c", RUN], input=given, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def trained(*settings, preset="circles", epochs=EPOCHS):
    experiment = override(read_preset(preset), ["data.samples=50", f"training.epochs={epochs}", *settings])
    session = TrainingSession(experiment)
    session.advance(float("inf"), until_epoch=epochs)
    assert session.loop.divergence is None
    return session


def agree(sessions, tmp_path, tolerance=1e-9):
    paths = [tmp_path / f"{number}.py" for number in range(len(sessions))]
    for path, session in zip(paths, sessions, strict=True):
        write_training(path, session.run.recipe())
    for session, (costs, weights, told, answers) in zip(sessions, run(*paths), strict=True):
        scores = session.run.scores()
        expected = [scores.train_cost, scores.test_cost]
        assert [cost is None for cost in costs] == [cost is None for cost in expected]
        np.testing.assert_allclose(*([c for c in each if c is not None] for each in (costs, expected)), rtol=tolerance)
        for W, given in zip(session.run.network.W, weights, strict=True):
            np.testing.assert_allclose(W, given, rtol=tolerance, atol=tolerance)
        assert told.splitlines()[-1].startswith(f"epoch {session.experiment.training.epochs} ")
        assert np.shape(answers) == session.run.examples.train.Y.T.shape


@needs_torch
def test_every_optimizer_cost_and_activation_come_to_the_same(tmp_path):
    rate = "training.learning_rate=0.005"
    sessions = [trained(f"training.optimizer={name}", rate) for name in CALLS]
    for output in ACTIVATIONS:
        many = "three_spirals" if ACTIVATIONS[output].output_only else "circles"
        for cost in allowed_costs(output, 3 if many == "three_spirals" else 1):
            settings = [f"network.output_activation={output}", f"training.cost={cost}", rate]
            sessions.append(trained(*settings, preset=many))
    for hidden in ACTIVATIONS:
        if not ACTIVATIONS[hidden].output_only:
            layers = json.dumps([{"units": 3, "activation": hidden}] * 2)
            sessions.append(trained(f"network.hidden={layers}", rate))
    agree(sessions, tmp_path)


@needs_torch
def test_features_penalties_short_batches_and_single_precision(tmp_path):
    sessions = [
        trained("training.l1=0.01", "training.l2=0.05", "training.batch_size=7"),
        trained("training.batch_size=1000"),  # one batch: nothing is shuffled
        trained("data.train_fraction=1"),
        trained('data.features=["x1", "x2**2", "sin(x1)*x2"]', "data.standardize=true"),
        trained("network.seed=5", "network.hidden=[]"),
        trained(preset="heart"),
    ]
    agree(sessions, tmp_path)
    agree([trained("network.dtype=float32")], tmp_path, 1e-4)


@needs_torch
def test_schedules_weight_decay_clipping_and_dropout(tmp_path):
    short = ["training.schedule_epochs=2", "training.schedule_factor=0.2", "training.batch_size=7"]
    sessions = [trained(f"training.schedule={name}", *short) for name in SCHEDULES]
    sessions += [
        trained("training.schedule=one_cycle", "training.schedule_epochs=1", "training.batch_size=1000"),
        trained("training.optimizer=adamw", "training.weight_decay=0.3"),
        trained("training.clip_norm=0.05", "training.optimizer=sgd", "training.l2=0.1"),
        trained("training.dropout=0.4", "network.hidden=[5,3]", "training.batch_size=7"),
        trained("training.dropout=0.5", "network.hidden=[]"),
    ]
    agree(sessions, tmp_path)


@needs_torch
def test_what_is_frozen_or_off(tmp_path):
    layers = "network.hidden=[5,3]"
    parts = ['training.frozen=["1.2","2"]', 'training.off=["1.4","2.1"]']
    sessions = [trained(layers, *parts, f"training.optimizer={name}") for name in OPTIMIZERS]
    sessions += [
        trained(layers, *parts, "training.clip_norm=0.05", "training.l2=0.1", "training.dropout=0.3"),
        trained(layers, 'training.frozen=["3"]', "training.schedule=cosine", "training.schedule_epochs=2"),
        trained(layers, 'training.off=["2"]'),
    ]
    agree(sessions, tmp_path)


@needs_torch
def test_a_table_in_its_own_unit(tmp_path):
    table = tmp_path / "prices.csv"
    table.write_text("area,rooms,price\n" + "".join(f"{n * 10},{n % 5},{n * 31 + n % 7}\n" for n in range(1, 41)))
    experiment = override(csv_experiment(table), ["training.epochs=4"])
    session = TrainingSession(experiment)
    session.advance(float("inf"), until_epoch=4)
    path = tmp_path / "a.py"
    write_training(path, session.run.recipe())
    ((costs, _, _, answers),) = run(path)
    np.testing.assert_allclose(costs, [session.run.scores().train_cost, session.run.scores().test_cost], rtol=1e-9)
    assert 100 < np.mean(answers) < 1300  # in the unit of the table


@needs_torch
def test_a_long_run_over_more_than_one_block_of_batches(tmp_path):
    """The program draws several epochs' orders at once; the script one after another, and the same."""
    agree([trained("training.batch_size=10", epochs=40)], tmp_path, 1e-6)


def test_it_begins_with_the_first_weights_whatever_was_trained_since(tmp_path):
    fresh, later = TrainingSession(read_preset("circles")), TrainingSession(read_preset("circles"))
    later.advance(float("inf"), until_epoch=2)
    for name, session in (("a", fresh), ("b", later)):
        write_training(tmp_path / f"{name}.py", session.run.recipe())
    assert (tmp_path / "a.py").read_text() == (tmp_path / "b.py").read_text()


def test_a_notebook_is_the_script_in_cells(tmp_path):
    recipe = trained().run.recipe()
    write_training(tmp_path / "a.py", recipe)
    write_training(tmp_path / "a.ipynb", recipe)
    notebook = json.loads((tmp_path / "a.ipynb").read_text())
    assert set(notebook) == {"cells", "metadata", "nbformat", "nbformat_minor"}
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("[a-zA-Z0-9_-]{1,64}", each) for each in ids)
    for cell in notebook["cells"]:
        keys = {"cell_type", "id", "metadata", "source"}
        keys |= {"execution_count", "outputs"} if cell["cell_type"] == "code" else set()
        assert set(cell) == keys
        assert all(isinstance(line, str) for line in cell["source"])
    script = (tmp_path / "a.py").read_text()
    codes = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    texts = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown"]
    assert len(codes) == len(texts) == 6
    assert all(part in script for part in (*codes, *texts))
    compile("\n".join(codes), "notebook", "exec")


def test_what_the_script_cannot_follow_is_refused(tmp_path, monkeypatch):
    recipe = trained().run.recipe()
    path = tmp_path / "a.py"
    monkeypatch.setattr(module, "MOST_NUMBERS", 100)
    with pytest.raises(FileError, match="the data are 150 numbers, and a script holds at most 100"):
        write_training(path, recipe)
    monkeypatch.undo()
    monkeypatch.setattr(module, "TOLD", TOLD - {"patience"})
    training = msgspec.structs.replace(recipe.model.experiment.training, patience=3)
    model = replace(recipe.model, experiment=msgspec.structs.replace(recipe.model.experiment, training=training))
    with pytest.raises(FileError, match=r"training\.patience is 3, which this script cannot follow yet; set it to 0"):
        write_training(path, replace(recipe, model=model))
    monkeypatch.undo()
    monkeypatch.setattr(module, "OPTIMIZERS", {"sgd": CALLS["sgd"]})
    with pytest.raises(FileError, match=r"training\.optimizer is adam, which this script cannot follow yet; sgd can"):
        write_training(path, recipe)
    assert not path.exists()


def test_what_is_known_is_known_by_its_name():
    assert LOSSES.keys() == COSTS.keys()
    assert CALLS.keys() == OPTIMIZERS.keys()
    assert {"constant", *module.SCHEDULES} == SCHEDULES.keys()
