"""Files that must not be read: too large, no files at all, without an end."""

import os
from pathlib import Path

import pytest

from playground.data import CsvOptions, DataError, inspect_table, read_csv, read_idx

READERS = {
    "read_csv": lambda path: read_csv(path),
    "read_idx": lambda path: read_idx(path, path),
    "inspect_table": lambda path: raising(inspect_table(path)),
}


def raising(preview):
    """A preview never raises: what is wrong stands among its problems."""
    assert preview.columns == ()
    (problem,) = preview.problems
    raise DataError(problem.message)


@pytest.fixture(params=READERS)
def read(request):
    return READERS[request.param]


def refused(read, path, message):
    with pytest.raises(DataError, match=message) as caught:
        read(path)
    assert "\n" not in str(caught.value)


def test_a_file_of_two_gigabytes_is_not_read(tmp_path, read, monkeypatch):
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("opened"))
    refused(read, path, r"^large\.csv: larger than 100 MB, the most that is read; take a smaller file$")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/stdin"])
def test_a_device_is_not_read(read, device):
    if not Path(device).exists() or Path(device).is_file():
        device = "/dev/null"
    refused(read, device, r": it is not an ordinary file; copy it to one$")


def test_a_pipe_is_not_waited_for(tmp_path, read):
    os.mkfifo(tmp_path / "pipe.csv")
    refused(read, tmp_path / "pipe.csv", r"^pipe\.csv: it is not an ordinary file; copy it to one$")


def test_a_folder(tmp_path, read):
    (tmp_path / "folder.csv").mkdir()
    refused(read, tmp_path / "folder.csv", r"^folder\.csv: it is a folder; a file was expected$")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.csv", "missing.csv: no such file; check the name and the folder"),
        ("a\0b.csv", "'a b.csv': not the name of a file"),
        ("\ud800.csv", "not the name of a file|could not be read"),
        ("x" * 300, "could not be read: the name is too long"),
        ("two\nlines.csv", "two lines.csv: no such file"),
    ],
)
def test_names_of_nothing(tmp_path, monkeypatch, read, name, message):
    monkeypatch.chdir(tmp_path)
    refused(read, name, message)


def test_a_file_that_grows_while_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "grows.csv"
    path.write_text("x,y\n1,a\n2,b\n")
    monkeypatch.setattr("playground.data.csv_table.BYTES_MAXIMUM", 8)
    monkeypatch.setattr("playground.data.bounded._size", lambda *_: 8)
    refused(read_csv, path, "larger than 0 MB")


def test_pasted_text_is_bounded_too(monkeypatch):
    monkeypatch.setattr("playground.data.csv_table.BYTES_MAXIMUM", 8)
    options = CsvOptions(text="x,y\n1,a\n2,b\n")
    refused(lambda path: read_csv(path, options), "pasted", "pasted: larger than 0 MB")
    refused(lambda path: raising(inspect_table(path, options)), "pasted", "pasted: larger than 0 MB")
