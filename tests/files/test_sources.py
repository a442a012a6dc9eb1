import codecs
import csv

import numpy as np
import pytest

from playground.data import generate, read_csv
from playground.files import FileError, history_csv, write_dataset


def test_columns_read_back_exactly(tmp_path):
    path = tmp_path / "history.csv"
    costs = [0.1, 1 / 3, None, np.float64(1e-300)]
    history_csv(path, {"epoch": [0, 1, 2, 3], "train cost, mean": costs, "클래스": ["a", "b\n", '"', ""]})
    with path.open(newline="", encoding="utf-8-sig") as file:
        header, *rows = csv.reader(file)
    assert path.read_bytes().startswith(codecs.BOM_UTF8)  # without which spreadsheets show other letters
    assert header == ["epoch", "train cost, mean", "클래스"]
    assert [row[1] for row in rows] == ["0.1", "0.3333333333333333", "", "1e-300"]
    assert [float(row[1]) for row in rows if row[1]] == [cost for cost in costs if cost is not None]
    assert [row[2] for row in rows] == ["a", "b\n", '"', ""]


def test_columns_of_different_length(tmp_path):
    with pytest.raises(FileError, match="differ in length"):
        history_csv(tmp_path / "a.csv", {"a": [1], "b": []})
    assert list(tmp_path.iterdir()) == []


def test_a_dataset_is_written_and_read_back(tmp_path):
    dataset = generate("blobs", samples=40, noise=0.1, seed=1)
    write_dataset(tmp_path / "data.csv", dataset)
    again = read_csv(tmp_path / "data.csv")
    assert again.X.tobytes() == dataset.X.tobytes()
    assert again.Y.tobytes() == dataset.Y.tobytes()
    assert again.classes == dataset.classes


def test_what_cannot_be_written_leaves_the_old_file(tmp_path, monkeypatch):
    dataset = generate("plane", samples=5, noise=0.0, seed=1)
    (tmp_path / "data.csv").write_text("old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileError, match="the disk is full"):
        write_dataset(tmp_path / "data.csv", dataset)
    assert (tmp_path / "data.csv").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["data.csv"]
