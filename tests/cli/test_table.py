"""``playground table``: how a table is read."""

import struct
from pathlib import Path

import numpy as np
import pytest

TABLE = "Id,color,smoker,size,note,kind\n" + "".join(
    f"{i},{['red', 'blue'][i % 2]},{['yes', 'no'][i % 3 % 2]},{i / 7:.2f},,{'ab'[i % 2]}\n" for i in range(20)
)


def seen(name, kind, role, values, reason=None, missing=0):
    return {"name": name, "kind": kind, "role": role, "reason": reason, "missing": missing, "values": values}


def test_json(run):
    Path("t.csv").write_text(TABLE)
    result = run("table", "t.csv", "--json")
    assert (result.code, result.err) == (0, "")
    assert result.json == {
        "rows": 20,
        "header": True,
        "delimiter": ",",
        "encoding": "utf-8",
        "decimal": ".",
        "problem": "classification",
        "classes": ["a", "b"],
        "columns": [
            seen("Id", "number", "ignored", [0, 1, 2], reason="only counts the rows"),
            seen("color", "category", "input", ["red", "blue", "red"]),
            seen("smoker", "yes_no", "input", [1, 0, 1]),
            seen("size", "number", "input", [0.0, 0.14, 0.29]),
            seen("note", "empty", "ignored", [None] * 3, reason="has no value", missing=20),
            seen("kind", "category", "label", ["a", "b", "a"]),
        ],
        "notes": [
            "left out: column Id only counts the rows",
            "left out: column note has no value",
            "column color: 2 kinds, an input each (blue, red)",
            "column smoker: 'yes' is 1",
        ],
    }


def test_for_people_in_both_languages(run):
    Path("t.csv").write_text(TABLE)
    lines = run("table", "t.csv").out.splitlines()
    assert lines[0] == "t.csv: 20 rows, 6 columns; a header, cells divided by ',', decimals behind '.', utf-8"
    assert lines[1] == "  predicts kind: 2 classes (a, b)"
    assert lines[2] == "  Id      numbers  left out: only counts the rows"
    korean = run("--language", "ko", "table", "t.csv").out.splitlines()
    assert korean[2] == "  Id      수  뺌: 행 번호일 뿐입니다"
    assert len(korean) == len(lines)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--label", "size"], {"problem": "regression", "classes": None}),
        (["--ignore", "color", "--ignore", "smoker"], {"problem": "classification"}),
        (["--as", "classes", "--label", "size", "--ignore", "kind"], {"problem": "classification"}),
        (["--delimiter", "tab", "--header", "no", "--label", "y", "--input", "y"], None),
        (["--encoding", "CP949"], {"encoding": "cp949"}),
        (["--decimal", ","], None),
        (["--skip", "1", "--header", "no"], {"header": False, "rows": 20}),
        (["--missing", "drop"], {"rows": 20}),
    ],
)
def test_options(run, options, expected):
    Path("t.csv").write_text(TABLE)
    result = run("table", "t.csv", *options, "--json")
    if expected is None:
        assert result.code == 2
        assert result.error
    else:
        assert result.code == 0
        assert {key: result.json[key] for key in expected} == expected


def test_missing_values_need_a_decision(run):
    Path("t.csv").write_text(TABLE.replace("0.29", "").replace("0.43", "없음"))
    refused = run("table", "t.csv", "--json")
    assert refused.code == 2
    assert "line 4, column size: the cell is empty; values are missing in 2 of 20 rows" in refused.error
    assert "--missing drop" in refused.error
    result = run("table", "t.csv", "--missing", "drop", "--json").json
    assert result["rows"] == 18
    assert [column["missing"] for column in result["columns"]] == [0, 0, 0, 2, 20, 0]
    assert result["columns"][3]["values"] == [0.0, 0.14, None]


@pytest.mark.parametrize(("name", "delimiter"), [("t.tsv", "tab"), ("t.txt", "space"), ("t.data", ";"), ("t.xyz", "|")])
def test_names_of_delimiters_and_files(run, name, delimiter):
    character = {"tab": "\t", "space": " "}.get(delimiter, delimiter)
    Path(name).write_text("a,b,kind\n1.5,2,x\n3,4.5,y\n2,7,x\n".replace(",", character))
    result = run("table", name, "--json").json
    assert (result["delimiter"], result["rows"]) == (delimiter, 3)
    assert run("train", name, "--epochs", 1, "--delimiter", delimiter, "--json").json["name"] == "t"


def test_images(run):
    Path("a-images-idx3-ubyte").write_bytes(struct.pack(">4I", 0x803, 6, 4, 4) + bytes(range(96)))
    Path("a-labels-idx1-ubyte").write_bytes(struct.pack(">2I", 0x801, 6) + (np.arange(6, dtype=np.uint8) % 2).tobytes())
    result = run("table", "a-images-idx3-ubyte", "--json").json
    assert (result["rows"], result["problem"], result["classes"]) == (6, "images", ["0", "1"])


@pytest.mark.parametrize("name", ["xor", "missing.csv", "weights.npz"])
def test_what_is_no_table(run, name):
    result = run("table", name)
    assert result.code == 2
    assert name in result.error


def test_train_and_predict_take_the_same_options(run):
    Path("t.csv").write_text("title\n" + TABLE.replace(",", ";"))
    options = ["--skip", "1", "--delimiter", ";", "--label", "kind", "--ignore", "smoker", "--header", "yes"]
    assert run("train", "t.csv", *options, "--epochs", 2, "--export", "w").code == 0
    Path("new.csv").write_text(Path("t.csv").read_text())
    result = run("predict", "w.npz", "new.csv", *options, "--json")
    assert result.code == 0
    assert result.json["accuracy"] is not None
    assert run("export", "t.csv", "all.csv", *options, "--content", "examples").code == 0
    assert Path("all.csv").read_text().startswith("color = blue,color = red,size,target,split,output_b,predicted\n")
    refused = run("predict", "w.npz", "new.csv", "--input", "size")
    assert "--input: the inputs of this network are color, size" in refused.error


def test_a_network_is_not_asked_about_other_classes_in_silence(run):
    Path("t.csv").write_text(TABLE)
    run("train", "t.csv", "--epochs", 1, "--export", "w")
    Path("t.csv").write_text(TABLE.replace(",a\n", ",z\n"))
    for command in (["train", "w.npz", "--epochs", 1], ["predict", "w.npz", "t.csv"]):
        result = run(*command)
        assert result.code == 2
        assert "a, b" in result.error
    Path("t.csv").write_text(TABLE.replace("red", "green"))
    refused = run("train", "w.npz", "--epochs", 1).error
    assert "t: its inputs are color = blue, color = green" in refused
