import ast
import json
import subprocess
import sys

import msgspec
import numpy as np
import pytest

from playground.data import FeatureMap
from playground.engine import ACTIVATIONS
from playground.files import FileError, override
from playground.files.frameworks import FRAMEWORKS
from playground.files.python_source import write_python

ROWS = np.random.default_rng(5).uniform(0.2, 2, size=(7, 2))

RUN = """
import json, sys, importlib.util
specification = importlib.util.spec_from_file_location("exported", sys.argv[1])
exported = importlib.util.module_from_spec(specification)
specification.loader.exec_module(exported)
print(json.dumps(exported.predict(json.loads(sys.argv[2])).tolist()))
"""


def plain(model, rows):
    F = FeatureMap(model.experiment.data.features, rows.shape[1]).transform(rows.T)
    A = ((F - model.input_mean) / model.input_scale).astype(model.experiment.network.dtype)
    for W, b, activation in zip(model.W, model.b, model.activations, strict=True):
        A = ACTIVATIONS[activation](W @ A + b)
    return A.T


def run(path, rows):
    command = [sys.executable, "-I", "-c", RUN, str(path), json.dumps(rows.tolist())]
    return np.array(json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_a_script_predicts_what_the_network_predicts(tmp_path, experiment, make_model, dtype):
    hidden = [{"units": 3, "activation": name} for name in ACTIVATIONS if name != "softmax"]
    for part in (hidden[:5], hidden[5:]):
        settings = [
            f"network.dtype={dtype}",
            f"network.hidden={json.dumps(part)}",
            "network.output_activation=softmax",
            "training.cost=cross_entropy",
            "data.source=three_spirals",
            'data.features=["x2","sin(x1)*x1","-(x1+x2)**-2","2","max(x1,x2,0.5)","softplus(x1*x2 + cos(x1*x2))"]',
        ]
        model = make_model(override(experiment, settings), outputs=3)
        write_python(tmp_path / "a.py", model)
        tolerance = 1e-12 if dtype == "float64" else 1e-5
        np.testing.assert_allclose(run(tmp_path / "a.py", ROWS), plain(model, ROWS), rtol=tolerance, atol=tolerance)


def test_the_weights_in_the_script_are_exact(tmp_path, model):
    write_python(tmp_path / "a.py", model)
    module = {"__name__": "a"}
    exec(compile((tmp_path / "a.py").read_text(), "a.py", "exec"), module)
    for key, array in model.arrays.items():
        np.testing.assert_array_equal(module[key], array)
        assert module[key].dtype == array.dtype
    np.testing.assert_allclose(module["predict"](ROWS), plain(model, ROWS), rtol=1e-14)


def test_the_script_runs_on_its_own(tmp_path, model):
    write_python(tmp_path / "a.py", model)
    done = subprocess.run([sys.executable, "-I", str(tmp_path / "a.py"), "0.5", "-1"], capture_output=True, text=True)
    assert done.returncode == 0
    np.testing.assert_allclose(float(done.stdout), plain(model, np.array([[0.5, -1.0]]))[0, 0], rtol=1e-14)


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize("title", ['""" + print("run") + """', "a\nimport os", "{title}", "\ud7ff\\", "설명"])
def test_no_name_can_become_code(tmp_path, model, framework, title):
    named = msgspec.structs.replace(model.experiment, name=title)
    write_python(
        tmp_path / "a.py", type(model)(model.W, model.b, model.input_mean, model.input_scale, named), framework
    )
    tree = ast.parse((tmp_path / "a.py").read_text())
    (value,) = [s.value for s in tree.body if isinstance(s, ast.Assign) and s.targets[0].id == "TITLE"]
    assert ast.literal_eval(value) == title
    assert {alias.name for s in tree.body if isinstance(s, ast.Import) for alias in s.names} <= {"numpy", "torch"}


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_script_is_complete(tmp_path, experiment, make_model, framework):
    settings = ['data.features=["x2","max(x1,2)","exp(x1)*x2","3","x1**2+x1"]', "network.hidden=[3,2]"]
    write_python(tmp_path / "a.py", make_model(override(experiment, settings)), framework)
    source = (tmp_path / "a.py").read_text()
    assert max(map(len, source.splitlines())) <= 120
    tree = ast.parse(source)
    defined = {s.name for s in tree.body if isinstance(s, ast.FunctionDef | ast.ClassDef)}
    assert {"tanh", "sigmoid", "features", "predict"} <= defined
    assigned = {t.id for s in tree.body if isinstance(s, ast.Assign) for t in s.targets}
    assert {"W1", "b1", "W2", "b2", "W3", "b3", "input_mean", "input_scale", "TITLE"} <= assigned
    library = {"numpy": {"np"}, "pytorch": {"torch"}}[framework]
    local = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    arguments = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    builtin = {"zip", "super", "float", "len", "print", "sys", "__name__"}
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert used <= defined | local | arguments | builtin | library | {"Network"}


def test_pytorch_functions_are_given_tensors(tmp_path, experiment, make_model):
    write_python(tmp_path / "a.py", make_model(override(experiment, ['data.features=["max(x1,2)","x1*2"]'])), "pytorch")
    source = (tmp_path / "a.py").read_text()
    assert "torch.maximum(x1, torch.as_tensor(2, dtype=rows.dtype))" in source
    assert "x1 * 2" in source


def test_an_unknown_framework(tmp_path, model):
    with pytest.raises(FileError, match=r"'pytorhc' is no framework.*did you mean 'pytorch'\? Known: numpy, pytorch"):
        write_python(tmp_path / "a.py", model, "pytorhc")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_place_of_the_script(tmp_path, model):
    with pytest.raises(FileError, match="it is a folder"):
        write_python(tmp_path, model)
