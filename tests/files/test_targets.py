import gzip
import json
import os
import struct

import numpy as np
import pytest
from msgspec.structs import replace

from playground.data import CsvOptions, read_csv
from playground.files import (
    CsvSource,
    FileError,
    FormulaSource,
    IdxSource,
    Target,
    check_data,
    csv_experiment,
    csv_options,
    decode_experiment,
    encode_experiment,
    open_target,
    override,
    read_preset,
    source_files,
    validate,
    write_experiment,
    write_weights,
)

TWO = "height,weight,kind\n" + "".join(f"{i / 10},{i % 7},{'cat' if i % 2 else 'dog'}\n" for i in range(30))
THREE = "a,b,c,d,species\n" + "".join(f"{i},{i / 2},{i % 5},{i % 4},s{i % 3}\n" for i in range(30))
NUMBERS = "x,y,z\n" + "".join(f"{i},{i * i},{i / 3}\n" for i in range(30))


@pytest.fixture
def table(tmp_path):
    def write(text, name="data.csv"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return write


def test_a_preset():
    target = open_target("xor")
    assert target.experiment == read_preset("xor")
    assert target.model is None
    assert target.where == "xor"


def test_an_experiment_and_weights(tmp_path, experiment, model):
    write_experiment(tmp_path / "a.json", experiment)
    write_weights(tmp_path / "a.npz", model)
    assert open_target(str(tmp_path / "a.json")).experiment == experiment
    target = open_target(str(tmp_path / "a.npz"))
    assert target.experiment == experiment
    np.testing.assert_array_equal(target.model.W[0], model.W[0])


@pytest.mark.parametrize(
    ("text", "features", "output", "cost", "classes"),
    [
        (TWO, ("x1", "x2"), "sigmoid", "binary_cross_entropy", 2),
        (THREE, ("x1", "x2", "x3", "x4"), "softmax", "cross_entropy", 3),
        (NUMBERS, ("x1", "x2"), "linear", "half_squared_error", None),
    ],
)
def test_a_table_gets_a_sensible_experiment(table, text, features, output, cost, classes):
    path = table(text)
    experiment = open_target(str(path)).experiment
    validate(experiment)
    assert experiment.name == "data"
    label = "y" if text == NUMBERS else text.split("\n")[0].split(",")[-1]
    assert experiment.data.source == CsvSource(csv=str(path), label=(label,))
    assert experiment.data.features == features
    assert experiment.network.output_activation == output
    assert experiment.training.cost == cost
    dataset = read_csv(path)
    assert experiment.columns == dataset.input_names
    assert experiment.classes == (dataset.classes or None)
    assert (None if experiment.classes is None else len(experiment.classes)) == classes
    assert decode_experiment(encode_experiment(experiment), "again") == experiment


def test_the_columns_to_predict_can_be_chosen(table, monkeypatch):
    path = table(NUMBERS)
    monkeypatch.chdir(path.parent)
    experiment = csv_experiment("data.csv", ["x"])
    assert experiment.data.source == CsvSource(csv=str(path), label=("x",))
    assert experiment.columns == ("y", "z")
    for target in ("xor", "a.json", "a.npz", "images.idx"):
        for options, words in (
            ({"label": ("x",)}, "--label"),
            ({"inputs": ("x",)}, "--input"),
            ({"missing": "drop"}, "--missing"),
        ):
            with pytest.raises(FileError, match=rf"^'{target}': {words} is for a table only; leave it out$"):
                open_target(target, **options)
    with pytest.raises(FileError, match="nope"):
        open_target("data.csv", label=("nope",))


def test_inputs_and_missing_values_can_be_chosen(table):
    path = str(table("name,a,b,kind\nx,1,2,p\ny,,3,q\nz,5,6,q\n"))
    target = open_target(path, label=("kind",), inputs=("b", "a"), missing="drop")
    source = CsvSource(csv=path, label=("kind",), inputs=("b", "a"), missing="drop")
    assert target.experiment.data.source == source
    assert target.experiment.columns == ("b", "a")
    assert target.dataset.X.tolist() == [[2, 6], [1, 5]]
    assert csv_options(source) == CsvOptions(labels=("kind",), inputs=("b", "a"), missing="drop")
    with pytest.raises(FileError, match=r"data\.csv, line 3, column a: the cell is empty; values are"):
        open_target(path, label=("kind",), inputs=("b", "a"))


def test_a_table_divided_by_tabs(table):
    assert open_target(str(table(TWO.replace(",", "\t"), "data.tsv"))).experiment.columns == ("height", "weight")


IDX_NAMES = ["images-idx3-ubyte", "images-idx3-ubyte.gz", "images.idx3-ubyte", "my-images.idx", "images.IDX.GZ"]


@pytest.mark.parametrize("name", IDX_NAMES)
def test_images_get_a_sensible_experiment(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    write_idx(tmp_path / name)
    target = open_target(name)
    experiment = target.experiment
    validate(experiment)
    assert experiment.data.source == IdxSource(idx=str(tmp_path / name))
    assert experiment.data.features == tuple(f"x{i}" for i in range(1, 7))
    assert not experiment.data.standardizes
    assert (experiment.network.output_activation, experiment.training.cost) == ("softmax", "cross_entropy")
    assert experiment.classes == ("0", "1", "2")
    assert target.dataset.image_shape == (2, 3)
    assert target.where == name
    assert decode_experiment(encode_experiment(experiment), "again") == experiment
    check_data(target)
    assert source_files(experiment.data.source)[0] == tmp_path / name
    labels = source_files(experiment.data.source)[1]
    labels.unlink()
    check_data(target)  # they are read already
    with pytest.raises(FileError, match=rf"^{name}: its data, .*{labels.name}, cannot be read: no such file"):
        check_data(replace(target, dataset=None))


def write_idx(path):
    pack = gzip.compress if path.name.lower().endswith(".gz") else bytes
    pixels = np.random.default_rng(0).integers(0, 256, (12, 2, 3), np.uint8)
    path.write_bytes(pack(struct.pack(">4I", 0x803, *pixels.shape) + pixels.tobytes()))
    other = path.with_name(path.name.replace("images", "labels").replace("idx3", "idx1"))
    other.write_bytes(pack(struct.pack(">2I", 0x801, 12) + bytes([0, 1, 2] * 4)))


def test_a_file_of_labels_stands_for_its_images(tmp_path):
    write_idx(tmp_path / "images-idx3-ubyte")
    source = open_target(str(tmp_path / "labels-idx1-ubyte")).experiment.data.source
    assert source == IdxSource(idx=str(tmp_path / "images-idx3-ubyte"))
    (tmp_path / "images-idx3-ubyte").unlink()
    with pytest.raises(FileError, match="labels-idx1-ubyte: the labels of images; the images themselves"):
        open_target(str(tmp_path / "labels-idx1-ubyte"))
    (tmp_path / "labels-idx1-ubyte").rename(tmp_path / "answers")
    with pytest.raises(FileError, match=r"answers: a file of labels, but which images belong to it is not known"):
        open_target(str(tmp_path / "answers"))


def test_a_pipe_is_not_waited_for(table, tmp_path):
    path = table(NUMBERS)
    experiment = csv_experiment(path)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(FileError, match="not an ordinary file"):
        check_data(Target(experiment, where="e.json"))


def test_what_is_no_target(tmp_path, monkeypatch, experiment):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.md").write_text("some text")
    (tmp_path / "book.xlsx").write_bytes(b"PK")
    (tmp_path / "folder.json").mkdir()
    write_experiment("renamed.npz", experiment)
    for text, message in [
        ("xorr", "'xorr' is not a preset; did you mean 'xor'"),
        ("", "'' is not a preset"),
        ("notes.md", r"notes.md: a file ending in \.playground, .*\.idx, -ubyte was expected, or a preset"),
        ("./notes.rst", r"a file ending in"),
        ("book.xlsx", "book.xlsx: a workbook, which is not read; open it in the spreadsheet program, save it as CSV"),
        ("folder.json", "folder.json: it is a folder"),
        ("missing.json", "missing.json: no such file"),
        ("missing.npz", "missing.npz: no such file"),
        ("missing.csv", "missing.csv: "),
        ("renamed.npz", r"renamed.npz: not a file of weights \(.npz\)"),
        ("a\0.json", "not the name of a file"),
        ("a\0.csv", "a"),
    ]:
        with pytest.raises(FileError, match=message):
            open_target(text)


def test_a_table_that_is_gone_is_named_with_the_file_that_asks_for_it(table, tmp_path, make_model):
    path = table(NUMBERS)
    experiment = csv_experiment(path)
    write_experiment(tmp_path / "e.json", experiment)
    weights = write_weights(tmp_path / "w", make_model(experiment))
    for name in (tmp_path / "e.json", weights, path, "xor"):
        check_data(open_target(str(name)))
    assert source_files(experiment.data.source) == (path,)
    assert source_files(read_preset("xor").data.source) == ()
    path.unlink()
    with pytest.raises(FileError) as caught:
        check_data(open_target(str(tmp_path / "e.json")))
    assert str(caught.value) == f"{tmp_path / 'e.json'}: its data, {path}, cannot be read: no such file or folder"
    found = open_target(str(weights))
    with pytest.raises(FileError) as caught:
        check_data(found)
    assert str(caught.value) == (
        f"{weights}: its data, {path}, cannot be read: no such file or folder; "
        "predict and export to .onnx or .py work without them"
    )
    check_data(found, read_preset("xor"))
    other = override(found.experiment, ['data.source={"csv": "other.csv"}'])
    with pytest.raises(
        FileError, match=r"^--set data\.source: its data, /.*other\.csv, cannot be read: no such file or folder$"
    ):
        check_data(found, other)
    path.mkdir()
    with pytest.raises(FileError, match=r"cannot be read: it is a folder; predict"):
        check_data(found)


def test_the_name_of_a_table_becomes_one_line(tmp_path):
    path = tmp_path / "a\nb\x1b.csv"
    path.write_text(NUMBERS)
    experiment = csv_experiment(path)
    assert experiment.name == "a b "
    validate(experiment)


def test_weights_renamed_to_an_experiment_say_so(tmp_path, model):
    path = write_weights(tmp_path / "a", model)
    path.rename(tmp_path / "a.json")
    with pytest.raises(FileError, match="perhaps weights"):
        open_target(str(tmp_path / "a.json"))


def test_a_preset_wins_over_a_file_of_the_same_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "xor").write_text(json.dumps({}))
    assert open_target("xor").experiment == read_preset("xor")


@pytest.mark.parametrize(
    ("formula", "classes", "output"),
    [("sin(x1) > x2", ("0", "1"), "sigmoid"), ("x1/x2", None, "linear"), ("0 < x1 < 2", ("0", "1"), "sigmoid")],
)
def test_a_typed_formula_is_a_target(formula, classes, output):
    experiment = open_target(formula).experiment
    assert experiment.data.source == FormulaSource(formula=formula)
    assert (experiment.classes, experiment.network.output_activation) == (classes, output)
    assert experiment.standardizes_targets == (classes is None)
    assert decode_experiment(encode_experiment(experiment), "again") == experiment


@pytest.mark.parametrize("text", ["x1 +", "x1 > foo(2)", "log(x1)", "(x1 > 2)"])
def test_a_typed_formula_that_draws_nothing_is_told_as_one(text):
    with pytest.raises(FileError, match=r"formula, line 1|no finite value"):
        open_target(text)


@pytest.mark.parametrize("text", ["x1", "run_x1", "x1.model", "folder/of.things"])
def test_what_is_no_formula_is_not_taken_for_one(text):
    with pytest.raises(FileError, match="preset"):
        open_target(text)
