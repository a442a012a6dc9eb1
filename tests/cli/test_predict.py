import csv
import json
from pathlib import Path

import numpy as np
import pytest

from playground.cli.model_outputs import answer
from playground.files import read_weights
from playground.training import TrainingSession

ACTIVATIONS = {
    "linear": lambda z: z,
    "tanh": np.tanh,
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "relu": lambda z: np.maximum(z, 0),
    "softmax": lambda z: np.exp(z - z.max(axis=0)) / np.exp(z - z.max(axis=0)).sum(axis=0),
}


def plain_numpy(path, F):
    """What the reader of the weights computes."""
    with np.load(path) as weights:
        experiment = json.loads(str(weights["experiment"]))
        A = (F - weights["input_mean"]) / weights["input_scale"]
        layers = [layer["activation"] for layer in experiment["network"]["hidden"]]
        for number, name in enumerate([*layers, experiment["network"]["output_activation"]], start=1):
            A = ACTIVATIONS[name](weights[f"W{number}"] @ A + weights[f"b{number}"])
        return A * weights["output_scale"] + weights["output_mean"]


def write_table(path, inputs, kind, rows, seed=0):
    """Write random inputs and a label that follows from them."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(rows, inputs)) * rng.uniform(0.1, 50, inputs)
    score = X[:, 0] - X[:, -1] / 3
    labels = {
        "two": np.where(score > 0, "yes", "no"),
        "three": np.digitize(score, [-5, 5]),
        "values": score * 1.7,
    }[kind]
    names = [f"in{i}" for i in range(inputs)]
    with Path(path).open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*names, "answer"])
        writer.writerows([*row.tolist(), label] for row, label in zip(X, labels.tolist(), strict=True))
    return X


READERS = {
    "loadtxt": lambda path, n: np.loadtxt(path, delimiter=",", skiprows=1, usecols=range(n), ndmin=2).T,
    "genfromtxt": lambda path, n: np.genfromtxt(path, delimiter=",", skip_header=1)[:, :n].T,
    "rows": lambda path, n: (
        np.array(
            [[float(cell) for cell in row[:n]] for row in list(csv.reader(Path(path).read_text().splitlines()))[1:]]
        ).T
    ),
}


@pytest.mark.parametrize("hidden", ["[]", "[1]", "[4,3]", "[32]"])
@pytest.mark.parametrize(("inputs", "kind", "rows"), [(1, "two", 31), (3, "values", 250), (16, "three", 200)])
def test_plain_numpy_gives_the_same_bits(run, hidden, inputs, kind, rows):
    write_table("t.csv", inputs, kind, rows)
    assert run("train", "t.csv", "--epochs", 3, "--set", f"network.hidden={hidden}", "--export", "w").code == 0
    outputs = np.array(run("predict", "w.npz", "t.csv", "--json").json["outputs"])
    for name, read in READERS.items():
        assert np.array_equal(outputs, plain_numpy("w.npz", read("t.csv", inputs)).T), name


@pytest.mark.parametrize("preset", ["xor", "gaussians", "blobs", "three_spirals", "circles", "sine", "heart"])
def test_presets_in_plain_numpy(run, preset):
    run("train", preset, "--epochs", 3, "--export", "w")
    run("export", "w.npz", "all.csv", "--content", "examples")
    n = TrainingSession(read_weights("w.npz").experiment).run.examples.dataset.X.shape[0]
    table = np.genfromtxt("all.csv", delimiter=",", names=True)
    X = np.array([table[f"x{i}"] for i in range(1, n + 1)])
    rows = np.array(X.T.tolist())
    formulas = read_weights("w.npz").experiment.data.features
    plain = formulas == tuple(f"x{i}" for i in range(1, n + 1))
    names = {"sin": np.sin} | {f"x{i + 1}": row for i, row in enumerate(X)}
    F = rows.T if plain else np.array([eval(formula, names) for formula in formulas])
    expected = plain_numpy("w.npz", F)
    assert np.array_equal(np.array(run("predict", "w.npz", "all.csv", "--json").json["outputs"]), expected.T)
    written = [table[name] for name in table.dtype.names if name.startswith("output")]
    assert np.array_equal(np.array(written), expected)


@pytest.mark.parametrize("formulas", [["x1", "x2", "x1**2", "x1*x2", "sin(x2)"], ["x2", "x1"], ["x2"], ["2", "x1"]])
def test_formulas_in_plain_numpy(run, formulas):
    options = ["--set", f"data.features={json.dumps(formulas)}", "--set", "network.hidden=[3]"]
    assert run("train", "moons", "--epochs", 2, *options, "--export", "w").code == 0
    run("export", "w.npz", "all.csv", "--content", "examples")
    X = np.loadtxt("all.csv", delimiter=",", skiprows=1, usecols=(0, 1)).T
    features = [eval(formula, {"x1": X[0], "x2": X[1], "sin": np.sin}) for formula in formulas]
    F = np.array([np.broadcast_to(feature, X.shape[1]) for feature in features])
    assert np.array_equal(answer(read_weights("w.npz"), X).outputs, plain_numpy("w.npz", F))


def test_needs_nothing_of_the_data_it_was_trained_on(run):
    write_table("t.csv", 3, "three", 60)
    run("train", "t.csv", "--epochs", 30, "--export", "w")
    Path("t.csv").rename("other.csv")
    result = run("predict", "w.npz", "other.csv", "--json")
    assert result.code == 0
    assert result.err == ""
    assert list(result.json) == ["outputs", "classes", "accuracy", "r2", "rmse"]
    assert (result.json["r2"], result.json["rmse"]) == (None, None)
    assert set(result.json["classes"]) <= {"0", "1", "2"}
    with Path("other.csv").open(newline="") as file:
        labels = [row["answer"] for row in csv.DictReader(file)]
    right = sum(label == found for label, found in zip(labels, result.json["classes"], strict=True))
    assert result.json["accuracy"] == right / 60


def test_accuracy_is_that_of_training(run):
    write_table("t.csv", 2, "two", 80)
    trained = run("train", "t.csv", "--epochs", 20, "--set", "data.train_fraction=1", "--export", "w", "--json").json
    result = run("predict", "w.npz", "t.csv", "--json").json
    assert result["accuracy"] == trained["train_accuracy"]
    assert set(result["classes"]) == {"yes", "no"}


def test_columns_by_name_in_any_order_without_labels(run):
    X = write_table("t.csv", 2, "two", 30)
    run("train", "t.csv", "--epochs", 3, "--export", "w")
    named = run("predict", "w.npz", "t.csv", "--json").json
    rows = "".join(f"{b!r},hello,{a!r}\n" for a, b in X.tolist())
    Path("new.csv").write_text("in1,note,in0\n" + rows)
    other = run("predict", "w.npz", "new.csv", "--json").json
    assert other["outputs"] == named["outputs"]
    assert other["accuracy"] is None


def test_regression_has_no_classes(run):
    write_table("t.csv", 2, "values", 30)
    run("train", "t.csv", "--epochs", 3, "--export", "w")
    result = run("predict", "w.npz", "t.csv", "--json").json
    assert (result["classes"], result["accuracy"]) == (None, None)
    assert len(result["outputs"]) == 30
    assert all(len(row) == 1 for row in result["outputs"])


@pytest.mark.parametrize("setting", ["data.standardize_targets=true", "data.standardize_targets=false"])
def test_numbers_are_answered_in_the_unit_of_the_table(run, setting):
    write_table("t.csv", 2, "values", 30)
    options = ("--epochs", 300, "--set", setting)
    run("train", "t.csv", *options, "--export", "w")
    Path("other.csv").write_text(Path("t.csv").read_text())
    for name in ("t.csv", "other.csv"):
        rows = list(csv.DictReader(run("predict", "w.npz", name).out.splitlines()))
        assert list(rows[0]) == ["in0", "in1", "answer", "output"]
        assert np.corrcoef(*([float(row[name]) for row in rows] for name in ("answer", "output")))[0, 1] > 0.9
    run("train", "t.csv", *options, "--label", "answer", "--label", "in1", "--export", "v")
    rows = list(csv.DictReader(run("predict", "v.npz", "t.csv").out.splitlines()))
    assert list(rows[0]) == ["in0", "in1", "answer", "output_answer", "output_in1"]


def test_numbers_are_compared_with_those_of_the_table(run):
    write_table("t.csv", 2, "values", 60)
    trained = run("train", "t.csv", "--epochs", 100, "--set", "data.train_fraction=1", "--export", "w", "--json").json
    result = run("predict", "w.npz", "t.csv", "--json").json
    assert result["r2"] == trained["train_r2"]
    true = np.genfromtxt("t.csv", delimiter=",", names=True)["answer"]
    assert result["rmse"] == pytest.approx(np.sqrt(np.mean((np.array(result["outputs"])[:, 0] - true) ** 2)))
    assert f"60 rows, R² {result['r2']:.4g}, RMSE {result['rmse']:.4g}" in run("predict", "w.npz", "t.csv").err
    unlabelled = Path("t.csv").read_text().replace("answer", "anything")
    Path("u.csv").write_text("\n".join(line.rpartition(",")[0] for line in unlabelled.splitlines()))
    other = run("predict", "w.npz", "u.csv", "--json").json
    assert (other["r2"], other["rmse"]) == (None, None)
    assert other["outputs"] == result["outputs"]


def test_not_finite_outputs_are_null(run):
    write_table("t.csv", 2, "values", 30)
    run("train", "t.csv", "--epochs", 1, "--set", "network.hidden=[]", "--export", "w")
    with np.load("w.npz") as arrays:
        changed = {name: np.full_like(arrays[name], 1e200) if name == "W1" else arrays[name] for name in arrays}
    np.savez("big.npz", **changed)
    Path("huge.csv").write_text("in0,in1\n1e300,1e300\n1,2\n")
    result = run("predict", "big.npz", "huge.csv", "--output", "out.csv", "--json")
    assert result.code == 0
    assert result.json["outputs"][0] == [None]
    assert result.json["outputs"][1][0] is not None
    assert Path("out.csv").read_text().splitlines()[1] == "1e+300,1e+300,"


def test_table_on_standard_output(run):
    write_table("t.csv", 2, "two", 5)
    run("train", "t.csv", "--epochs", 1, "--export", "w")
    result = run("predict", "w.npz", "t.csv")
    rows = list(csv.DictReader(result.out.splitlines()))
    assert list(rows[0]) == ["in0", "in1", "answer", "output_yes", "predicted"]
    assert len(rows) == 5
    assert result.err.startswith("playground: 5 rows, accuracy ")
    outputs = run("predict", "w.npz", "t.csv", "--json").json["outputs"]
    assert [[float(row["output_yes"])] for row in rows] == outputs


def test_output_file(run):
    write_table("t.csv", 2, "three", 9)
    run("train", "t.csv", "--as", "classes", "--epochs", 1, "--export", "w")
    printed = run("predict", "w.npz", "t.csv").out
    result = run("predict", "w.npz", "t.csv", "--output", "out.csv")
    assert result.code == 0
    assert result.out.startswith("out.csv: 9 rows, accuracy ")
    assert Path("out.csv").read_text() == printed
    assert printed.startswith("in0,in1,answer,output_0,output_1,output_2,predicted\n")


def test_the_true_labels_stand_beside_the_predicted_ones(run):
    write_table("t.csv", 2, "two", 12)
    run("train", "t.csv", "--epochs", 1, "--export", "w")
    with Path("t.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    with Path("moved.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, ["note", "in1", "answer", "in0"])
        writer.writeheader()
        writer.writerows(row | {"note": "hello"} for row in rows)
    run("train", "t.csv", "--label", "answer", "--epochs", 1, "--export", "named")
    assert run("predict", "named.npz", "moved.csv", "--output", "out.csv").code == 0
    with Path("out.csv").open(newline="") as file:
        written = list(csv.DictReader(file))
    assert list(written[0]) == ["note", "in1", "answer", "in0", "output_yes", "predicted"]
    assert {row["note"] for row in written} == {"hello"}
    assert [row["answer"] for row in written] == [row["answer"] for row in rows]


def test_values_to_predict_stand_beside_the_outputs(run):
    write_table("t.csv", 2, "values", 5)
    run("train", "t.csv", "--epochs", 1, "--export", "w")
    rows = list(csv.DictReader(run("predict", "w.npz", "t.csv").out.splitlines()))
    assert list(rows[0]) == ["in0", "in1", "answer", "output"]
    with Path("t.csv").open(newline="") as file:
        assert [row["answer"] for row in rows] == [row["answer"] for row in csv.DictReader(file)]


@pytest.mark.parametrize("output", ["t.csv", "./t.csv", "link.csv", "w.npz"])
def test_the_files_it_reads_are_not_written_over(run, output):
    write_table("t.csv", 2, "two", 5)
    run("train", "t.csv", "--epochs", 1, "--export", "w")
    Path("link.csv").symlink_to("t.csv")
    before = {name: Path(name).read_bytes() for name in ("t.csv", "w.npz")}
    result = run("predict", "w.npz", "t.csv", "--output", output)
    assert result.code == 2
    assert "--output" in result.error
    assert f"the same file as {'WEIGHTS.npz' if output == 'w.npz' else 'DATA.csv'}" in result.error
    assert before == {name: Path(name).read_bytes() for name in before}


@pytest.mark.parametrize("header", ["x2,x1", "X2,X1,label"])
def test_the_inputs_of_a_preset_are_found_by_name(run, header):
    run("train", "xor", "--epochs", 1, "--export", "w")
    Path("straight.csv").write_text("x1,x2\n3,-1\n0.5,2\n")
    label = ",1" if "label" in header else ""
    Path("turned.csv").write_text(f"{header}\n-1,3{label}\n2,0.5{label}\n")
    straight, turned = (run("predict", "w.npz", f"{name}.csv", "--json").json for name in ("straight", "turned"))
    assert turned["outputs"] == straight["outputs"]


def test_one_row(run):
    run("train", "xor", "--epochs", 1, "--export", "w")
    Path("one.csv").write_text("x1,x2\n3,-1\n")
    assert run("predict", "w.npz", "one.csv").err == "playground: 1 row\n"
    assert run("predict", "w.npz", "one.csv", "--output", "out.csv").out == "out.csv: 1 row\n"


def test_numbers_too_large_for_the_network(run):
    run("train", "xor", "--epochs", 1, "--set", "network.dtype=float32", "--export", "w")
    Path("large.csv").write_text("x1,x2\n1,2\n3,1e300\n")
    result = run("predict", "w.npz", "large.csv")
    assert result.code == 2
    assert "X[1, 1] is inf, expected finite numbers that float32 can hold" in result.error


def test_orders_to_the_terminal_are_shown_and_not_given(run):
    rows = "".join(f"{i},{i % 3},{('red', chr(27) + '[31mgreen')[i % 2]}\n" for i in range(8))
    Path("t.csv").write_text("a\x07b,b,kind\n" + rows)
    assert run("train", "t.csv", "--epochs", 1, "--export", "w").code == 0
    result = run("predict", "w.npz", "t.csv")
    assert result.code == 0
    assert "\x1b" not in result.out
    assert "\x07" not in result.out
    assert result.out.startswith("a\\x07b,b,kind,output_red,predicted\n")
    assert "\\x1b[31mgreen" in result.out
    run("predict", "w.npz", "t.csv", "--output", "line\nend.csv")
    assert Path("line\nend.csv").read_text().count("\x1b[31mgreen") >= 4  # a file keeps what it is given
    result = run("predict", "w.npz", "t.csv", "--output", "line\nend.csv")
    assert result.out.startswith("line\\nend.csv: 8 rows")
    assert result.out.count("\n") == 1


def test_titles_that_the_inputs_have_already(run):
    Path("t.csv").write_text("output,predicted,y\n" + "".join(f"{i},{-i},{i % 2}\n" for i in range(8)))
    run("train", "t.csv", "--epochs", 1, "--export", "w")
    assert run("predict", "w.npz", "t.csv").out.startswith("output,predicted,y,output_1,predicted_\n")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("missing.csv", "missing.csv"),
        ("empty.csv", "empty"),
        ("few.csv", "in1"),
        ("text.csv", "line 2, column in0"),
        ("class.csv", "no class of this network"),
        (".", "it is a folder"),
    ],
)
def test_bad_data(run, data, words):
    write_table("t.csv", 2, "two", 30)
    run("train", "t.csv", "--epochs", 1, "--export", "w")
    Path("empty.csv").write_text("")
    Path("few.csv").write_text("in0,other\n1,2\n")
    Path("text.csv").write_text("in0,in1\none,2\n")
    Path("class.csv").write_text("in0,in1,answer\n3,4,yes\n1,2,maybe\n")
    result = run("predict", "w.npz", data, "--output", "out.csv", "--json")
    assert result.code == 2
    assert words in result.error
    assert not Path("out.csv").exists()


@pytest.mark.parametrize("weights", ["missing.npz", "t.csv", "xor"])
def test_bad_weights(run, weights):
    write_table("t.csv", 2, "two", 5)
    result = run("predict", weights, "t.csv")
    assert result.code == 2
    assert weights in result.error


def test_feature_without_a_value(run):
    options = ["--set", 'data.features=["log(x1+100)"]']
    assert run("train", "moons", "--epochs", 1, *options, "--export", "w").code == 0
    Path("new.csv").write_text("x1,x2\n1,1\n-200,1\n")
    result = run("predict", "w.npz", "new.csv")
    assert result.code == 2
    assert "example 2" in result.error


def test_outputs_in_single_precision(run):
    run("train", "xor", "--epochs", 2, "--set", "network.dtype=float32", "--export", "w")
    Path("new.csv").write_text("x1,x2\n1,1\n-2,1\n")
    outputs = run("predict", "w.npz", "new.csv", "--json").json["outputs"]
    assert np.array(outputs, np.float32).tolist() == outputs


def test_the_table_it_was_trained_on_is_read_as_it_was_then(run):
    """Where a person had to say that the first row is an example, it is one again."""
    Path("t.csv").write_text("k;w\nl;y\nk;x\nk;y\nl;z\nm;z\n")
    experiment = {"data.source": '{"csv": "t.csv", "header": false}', "data.features": '["x1", "x2", "x3"]'}
    options = [part for key, value in experiment.items() for part in ("--set", f"{key}={value}")]
    options += ["--set", "network.output_activation=softmax", "--set", "training.cost=cross_entropy"]
    assert run("train", "blobs", *options, "--epochs", 1, "--export", "w").code == 0
    assert len(run("predict", "w.npz", "t.csv", "--json").json["outputs"]) == 6
    Path("other.csv").write_text(Path("t.csv").read_text())
    assert "other.csv: no input column 'x1', its columns are k, w" in run("predict", "w.npz", "other.csv").error


def test_decimal_commas_are_predicted_too(run):
    Path("t.csv").write_text("a;b;kind\n" + "".join(f"{i},5;{i % 3};{'yn'[i % 2]}\n" for i in range(20)))
    assert run("train", "t.csv", "--epochs", 1, "--export", "w").code == 0
    result = run("predict", "w.npz", "t.csv", "--json").json
    assert len(result["outputs"]) == 20
    assert result["accuracy"] is not None
    Path("few.csv").write_text("b;a\n1;0,25\n;3\n")
    refused = run("predict", "w.npz", "few.csv").error
    assert "few.csv, line 3, column b: the cell is empty, expected a value in every row to predict" in refused
