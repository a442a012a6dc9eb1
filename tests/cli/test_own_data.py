"""A person's own data from the command line: what is learned, and one clear line about everything that cannot be."""

import csv
import gzip
import struct
from pathlib import Path

import numpy as np
import pytest

MEANS = {"setosa": (5.0, 3.4, 1.5, 0.2), "versicolor": (5.9, 2.8, 4.3, 1.3), "virginica": (6.6, 3.0, 5.6, 2.0)}
NAMES = ("sepal_length", "sepal_width", "petal_length", "petal_width")
IDX = ("digits-images-idx3-ubyte", "digits-labels-idx1-ubyte")


def iris(place=4, missing=()):
    """Return rows like the famous ones, with the species in a column of choice."""
    rng = np.random.default_rng(0)
    rows = [
        [name, *row]
        for name, mean in MEANS.items()
        for row in rng.normal(mean, (0.4, 0.3, 0.3, 0.15), (50, 4)).round(1).tolist()
    ]
    for row in missing:
        rows[row][2] = ""
    return [[*row[1 : place + 1], row[0], *row[place + 1 :]] for row in [["species", *NAMES], *rows]]


def write(rows, name="iris.csv", encoding="utf-8", delimiter=","):
    with Path(name).open("w", newline="", encoding=encoding) as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)


def images(magic=0x803, count=60, cut=None):
    """Return images of three classes, a bright row each, and their labels."""
    rng = np.random.default_rng(0)
    labels = np.arange(60, dtype=np.uint8) % 3
    pixels = rng.integers(0, 60, (60, 4, 4), np.uint8)
    pixels[np.arange(60), labels] += 150
    return (struct.pack(">4I", magic, count, 4, 4) + pixels.tobytes())[:cut], struct.pack(
        ">2I", 0x801, 60
    ) + labels.tobytes()


@pytest.mark.parametrize("place", range(5))
def test_iris_is_learned_wherever_the_species_stands(run, place):
    write(iris(place))
    result = run("train", "iris.csv", "--label", "species", "--json").json
    assert result["name"] == "iris"
    assert result["train_accuracy"] > 0.93
    assert result["test_accuracy"] > 0.9
    assert not result["diverged"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp949"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_whatever_a_spreadsheet_writes(run, encoding, delimiter):
    rows = [[str(cell).replace("setosa", "붓꽃") for cell in row] for row in iris()]
    write(rows, "꽃.csv", encoding, delimiter)
    result = run("train", "꽃.csv", "--label", "species", "--json").json
    assert result["test_accuracy"] > 0.9


def test_rows_that_lack_a_value_can_be_dropped(run):
    write(iris(missing=(3, 70, 140)))
    refused = run("train", "iris.csv", "--label", "species", "--json")
    assert refused.code == 2
    assert "iris.csv, line 5, column sepal_width" in refused.error
    assert "3 of 150 rows, which can be dropped" in refused.error
    result = run("train", "iris.csv", "--label", "species", "--missing", "drop", "--json").json
    assert result["test_accuracy"] > 0.9


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gz"])
def test_images_are_learned(run, pack):
    suffix = "" if pack is bytes else ".gz"
    for name, content in zip(IDX, images(), strict=True):
        Path(name + suffix).write_bytes(pack(content))
    result = run("train", IDX[0] + suffix, "--epochs", 60, "--json").json
    assert result["test_accuracy"] == 1.0


# What cannot be used: exit 2, one line that says where and what was expected, and nothing is written.

GOOD = "a,b,kind\n1,2,x\n3,4,y\n5,6,x\n7,8,y\n"
CONSTANT = "a,b,kind\n" + "".join(f"{i},5,{'xy'[i % 2]}\n" for i in range(20))
TABLES = {
    "short row": (GOOD + "9,x\n", "line 6: 2 cells, expected 3"),
    "long row": (GOOD + "9,10,x,11\n", "line 6: 4 cells, expected 3"),
    "open quote": (GOOD + '9,10,"x\n', "line 6: a quote is opened and never closed"),
    "text behind a quote": (GOOD + '9,"10"0,x\n', "line 6: text behind a closing quote"),
    "nan": (GOOD + "nan,10,x\n", "line 6, column a"),
    "infinite": (GOOD + "inf,10,x\n", "line 6, column a: 'inf' is not a number"),
    "too large for a number": (GOOD + "1e400,10,x\n", "line 6, column a: '1e400'"),
    "digits in groups": (GOOD + "1_0,10,x\n", "line 6, column a: '1_0' is not a number"),
    "text among numbers": (GOOD + "nine,10,x\n", "line 6, column a: 'nine' is not a number"),
    "nothing": ("", "empty, expected a row per example"),
    "blank lines": ("\n\n\n", "empty, expected a row per example"),
    "a header alone": ("a,b,kind\n", "no row below the header"),
    "one class": ("a,b,kind\n1,2,x\n3,4,x\n5,6,x\n", "column kind: only one class ('x'), expected at least 2"),
    "one column": ("kind\nx\ny\n", "expected at least one input column"),
    "every value missing": ("a,b,kind\n,2,x\n3,,y\n", "line 2, column a"),
}
BYTES = {
    "mixed encodings": (
        GOOD.encode() + "9,10,한글\n".encode() + "11,12,한글\n".encode("cp949") + b"1,2,\x80\n",
        "line",
    ),
    "binary": (bytes(range(256)) * 8, "line 2"),
    "half a character of utf-16": (GOOD.encode("utf-16")[:-1], "utf-16"),
}


def refused(run, name, words, *options):
    before = sorted(Path().iterdir())
    result = run("train", name, *options, "--export", "out.npz", "--history", "out.csv", "--json")
    assert result.code == 2
    assert name in result.error
    assert words.casefold() in result.error.casefold()
    assert "Traceback" not in result.err
    assert len(result.error) < 400
    assert sorted(Path().iterdir()) == before


@pytest.mark.parametrize(("content", "words"), TABLES.values(), ids=TABLES)
def test_tables_that_cannot_be_used(run, content, words):
    Path("mine.csv").write_text(content)
    refused(run, "mine.csv", words)


@pytest.mark.parametrize(("content", "words"), BYTES.values(), ids=BYTES)
def test_bytes_that_are_no_text(run, content, words):
    Path("mine.csv").write_bytes(content)
    refused(run, "mine.csv", words)


def test_a_label_that_is_no_column(run):
    Path("mine.csv").write_text(GOOD)
    refused(run, "mine.csv", "no label column 'species', its columns are a, b, kind", "--label", "species")


def test_a_folder_a_missing_file_and_one_of_2_gb(run):
    Path("folder.csv").mkdir()
    refused(run, "folder.csv", "folder")
    refused(run, "nowhere.csv", "no such file")
    with Path("sparse.csv").open("wb") as file:
        file.truncate(2_000_000_000)
    refused(run, "sparse.csv", "larger than")


def test_two_rows_are_enough_to_train_on(run):
    Path("two.csv").write_text("a,b,kind\n1,2,x\n3,4,y\n")
    result = run("train", "two.csv", "--epochs", 5, "--json")
    assert result.code == 0
    assert result.json["diverged"] is False
    assert np.isfinite(result.json["train_cost"])


def test_a_constant_column_does_no_harm(run):
    Path("constant.csv").write_text(CONSTANT)
    result = run("train", "constant.csv", "--epochs", 20, "--json").json
    assert np.isfinite(result["train_cost"])
    assert result["diverged"] is False


def test_labels_with_commas_quotes_and_line_ends(run):
    kinds = ("yes, of course", 'no, "never"', "per\nhaps")
    rows = [["a", "b", "kind"], *([i % 3, i % 7, kinds[i % 3]] for i in range(60))]
    write(rows, "said.csv")
    result = run("train", "said.csv", "--epochs", 60, "--export", "w.npz", "--json")
    assert result.json["train_accuracy"] == 1.0
    write([["a", "b"], *([i, i] for i in range(3))], "new.csv")
    assert set(run("predict", "w.npz", "new.csv", "--json").json["classes"]) <= {
        " ".join(kind.split()) for kind in kinds
    }


IMAGES = {
    "wrong magic": (images(magic=0x1234)[0], "magic"),
    "labels in place of images": (images()[1], "magic"),
    "cut off": (images(cut=-1)[0], "cut off after 959 of 960 bytes of images"),
    "a header alone": (images(cut=16)[0], "cut off after 0 of 960 bytes of images"),
    "half a header": (images(cut=9)[0], "header"),
    "nothing": (b"", "expected the magic number 0x00000803 of a file of images"),
    "more than it says": (images(count=59)[0], "more bytes than the 944 of images that its header promises"),
    "far more images than bytes": (images(count=2**31)[0], "expected"),
    "no gzip": (b"\x1f\x8b" + bytes(30), "its compression is damaged"),
}


@pytest.mark.parametrize(("content", "words"), IMAGES.values(), ids=IMAGES)
def test_images_that_cannot_be_used(run, content, words):
    Path(IDX[0]).write_bytes(content)
    Path(IDX[1]).write_bytes(images()[1])
    refused(run, IDX[0], words)


def test_images_without_their_labels(run):
    Path(IDX[0]).write_bytes(images()[0])
    result = run("train", IDX[0], "--json")
    assert result.code == 2
    assert f"its labels, {IDX[1]}, are not beside it" in result.error


def test_labels_of_other_images(run):
    Path(IDX[0]).write_bytes(images()[0])
    Path(IDX[1]).write_bytes(struct.pack(">2I", 0x801, 59) + bytes(59))
    result = run("train", IDX[0], "--json")
    assert result.code == 2
    assert "59" in result.error
    assert "60" in result.error
