import ast
import json
import subprocess
import sys

import msgspec
import numpy as np
import pytest
from msgspec.structs import replace

from playground.cli.model_outputs import answer
from playground.engine import ACTIVATIONS
from playground.files import CsvSource, FileError, open_source, output_count, override, read_preset
from playground.files.frameworks import FRAMEWORKS
from playground.files.python_source import write_python
from playground.files.weights import SCALINGS
from playground.training import TrainingSession

ROWS = np.random.default_rng(5).uniform(0.2, 2, size=(7, 2))

RUN = """
import json, sys, warnings, importlib.util
warnings.simplefilter("error")
for name, rows in json.load(sys.stdin):
    specification = importlib.util.spec_from_file_location("exported", name)
    exported = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(exported)
    print(json.dumps(exported.predict(rows).tolist()))
"""
DTYPES = ["float64", "float32"]
FEATURES = ["x2", "sin(x1)*x1", "-(x1+x2)**-2", "2", "max(x1,x2,0.5)", "softplus(x1*x2 + cos(x1*x2))", "x1-1", "1/x2"]
EXACT = ("numpy", 0.0)
CLOSE = ("pytorch", 1e-6)


def predicted(model, rows):
    """What the program itself answers."""
    with np.errstate(all="ignore"):
        return answer(model, np.array(rows, dtype=np.float64).T).outputs.T


def run(scripts):
    """What scripts answer to rows, each loaded as a person would, all in one process without this program."""
    given = json.dumps([(str(path), rows.tolist()) for path, rows in scripts])
    command = [sys.executable, "-I", "-c", RUN]
    done = subprocess.run(command, input=given, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    return [np.array(json.loads(line)) for line in done.stdout.splitlines()]


def every_model(experiment, make_model, dtype):
    """Networks with every activation, hidden and last, several outputs, computed features and a normalisation."""
    for name, record in ACTIVATIONS.items():
        settings = [
            f"network.dtype={dtype}",
            f"network.hidden={json.dumps([{'units': 3, 'activation': 'tanh' if record.output_only else name}] * 2)}",
            f"network.output_activation={name}",
            "training.cost=squared_error",
            "data.source=three_spirals",
        ]
        if name in ("softmax", "tanh", "linear"):
            settings.append(f"data.features={json.dumps(FEATURES)}")
        changed = override(experiment, settings)
        yield make_model(changed, outputs=output_count(changed))


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize(("framework", "tolerance"), [EXACT, CLOSE])
def test_scripts_predict_what_the_network_predicts(tmp_path, experiment, make_model, framework, tolerance, dtype):
    models = list(every_model(experiment, make_model, dtype))
    paths = [tmp_path / f"{number}.py" for number in range(len(models))]
    for path, model in zip(paths, models, strict=True):
        write_python(path, model, framework)
    for model, found in zip(models, run([(path, ROWS) for path in paths]), strict=True):
        expected = predicted(model, ROWS)
        if tolerance:
            np.testing.assert_allclose(found, expected, rtol=tolerance, atol=tolerance)
        else:
            np.testing.assert_array_equal(found.astype(dtype), expected)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize(("framework", "tolerance"), [EXACT, CLOSE])
def test_trained_networks(tmp_path, framework, tolerance, dtype):
    """Trained on standardized data; all examples at once, and a single one."""
    models, scripts = [], []
    for preset in ("circles", "three_spirals", "sine", "heart"):
        experiment = override(read_preset(preset), [f"network.dtype={dtype}"])
        standardized = msgspec.structs.replace(experiment.data, standardize=True)
        session = TrainingSession(msgspec.structs.replace(experiment, data=standardized))
        session.advance(10, until_epoch=20)
        rows = session.run.examples.train.X.T
        write_python(tmp_path / f"{preset}.py", session.run.model(), framework)
        models += [session.run.model()] * 2
        scripts += [(tmp_path / f"{preset}.py", rows), (tmp_path / f"{preset}.py", rows[:1])]
    for model, (_, rows), found in zip(models, scripts, run(scripts), strict=True):
        if tolerance:
            np.testing.assert_allclose(found, predicted(model, rows), rtol=tolerance, atol=tolerance)
        else:
            np.testing.assert_array_equal(found.astype(dtype), predicted(model, rows))


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_numbers_of_any_size_bring_no_warning(tmp_path, experiment, make_model, framework):
    rows = np.array([[1e4, -1e4], [-1e4, 1e4]])
    models, paths = [], []
    for name, record in ACTIVATIONS.items():
        if not record.output_only:
            models.append(make_model(override(experiment, [f"network.hidden[0].activation={name}"])))
            paths.append(tmp_path / f"{name}.py")
            write_python(paths[-1], models[-1], framework)
    for model, found in zip(models, run([(path, rows) for path in paths]), strict=True):
        np.testing.assert_allclose(found, predicted(model, rows), rtol=1e-6, atol=1e-6)


def test_the_weights_in_the_script_are_exact(tmp_path, model):
    write_python(tmp_path / "a.py", model)
    module = {"__name__": "a"}
    exec(compile((tmp_path / "a.py").read_text(), "a.py", "exec"), module)
    for key, array in model.arrays.items():
        np.testing.assert_array_equal(module[key], array)
        assert module[key].dtype == array.dtype
    np.testing.assert_array_equal(module["predict"](ROWS), predicted(model, ROWS))


def test_the_script_runs_on_its_own(tmp_path, model):
    write_python(tmp_path / "a.py", model, "numpy")
    done = subprocess.run([sys.executable, "-I", str(tmp_path / "a.py"), "0.5", "-1"], capture_output=True, text=True)
    assert done.returncode == 0
    number, chosen = done.stdout.splitlines()
    assert float(number) == predicted(model, np.array([[0.5, -1.0]]))[0, 0]
    assert chosen == "01"[float(number) > 0.5]


@pytest.mark.parametrize("arguments", [[], ["1"], ["1", "2", "3"], ["1", "two"]])
@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_without_its_inputs_a_script_says_what_it_needs(tmp_path, model, framework, arguments):
    named = msgspec.structs.replace(model.experiment, columns=("hours", "color = red"))
    write_python(tmp_path / "a.py", replace(model, experiment=named), framework)
    done = subprocess.run([sys.executable, "-I", str(tmp_path / "a.py"), *arguments], capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == "XOR: give a number for each input of one example: hours, color = red\n"


@pytest.mark.parametrize("output", ["sigmoid", "tanh", "softmax"])
@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_script_knows_the_names_of_inputs_and_classes(tmp_path, experiment, make_model, framework, output):
    settings = [f"network.output_activation={output}", "training.cost=squared_error"]
    changed = override(experiment, settings)
    changed = msgspec.structs.replace(changed, columns=("a", 'b"\n'), classes=("아니요", "it's"))
    model = make_model(changed, outputs=2 if output == "softmax" else 1)
    write_python(tmp_path / "a.py", model, framework)
    module = {"__name__": "a"}
    exec(compile((tmp_path / "a.py").read_text(encoding="utf-8"), "a.py", "exec"), module)
    assert module["inputs"] == ["a", 'b"\n']
    assert module["classes"] == ["아니요", "it's"]
    assert module["outputs"] == (["아니요", "it's"] if output == "softmax" else ["it's"])
    answers = answer(model, ROWS.T)
    assert module["classify"](ROWS) == answers.predicted_names


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize(("framework", "tolerance"), [EXACT, CLOSE])
def test_answers_are_in_the_unit_of_the_table(tmp_path, framework, tolerance, dtype):
    text = "area,rooms,price\n" + "".join(f"{40 + i},{i % 5},{80_000 + 1001.5 * i}\n" for i in range(30))
    target = open_source(CsvSource(csv="pasted", text=text, label=("price",)), "pasted")
    experiment = override(target.experiment, [f"network.dtype={dtype}"])
    session = TrainingSession(experiment, None, target.dataset)
    session.advance(10, until_epoch=5)
    rows = session.run.examples.train.X.T
    write_python(tmp_path / "a.py", session.run.model(), framework)
    (found,) = run([(tmp_path / "a.py", rows)])
    assert found.min() > 50_000
    np.testing.assert_allclose(found, predicted(session.run.model(), rows), rtol=tolerance)
    assert "classify" not in (tmp_path / "a.py").read_text()
    assert "inputs = ['area', 'rooms']\noutputs = ['price']\n" in (tmp_path / "a.py").read_text()


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize("title", ['""" + print("run") + """', "a\nimport os", "{title}", "\ud7ff\\", "설명"])
def test_no_name_can_become_code(tmp_path, model, framework, title):
    named = msgspec.structs.replace(model.experiment, name=title)
    write_python(tmp_path / "a.py", replace(model, experiment=named), framework)
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
    assert {"tanh", "sigmoid", "features", "predict", "classify"} <= defined
    assigned = {t.id for s in tree.body if isinstance(s, ast.Assign) for t in s.targets}
    assert {"W1", "b1", "W2", "b2", "W3", "b3", *SCALINGS, "TITLE", "inputs", "classes"} <= assigned
    library = {"numpy": {"np"}, "pytorch": {"torch"}}[framework]
    local = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    arguments = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    builtin = {"zip", "super", "float", "int", "len", "print", "sys", "ValueError", "__name__"}
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
