"""Giants are read in steps that are bounded by bytes, so that nobody waits for the end of one."""

import gzip

import numpy as np
import pytest

from playground.data import CsvReading, DataError, IdxReading, csv_text, read_csv
from playground.data.reading import finished

pytestmark = pytest.mark.slow

PIECE = 20_000
SIZE = 100 * PIECE


@pytest.fixture
def small_pieces(monkeypatch):
    """Let readers look at fewer bytes in one go than a giant of this test has by far."""
    for name in ("bounded.PIECE", "bounded.UNPACKED_PIECE", "idx.PIECE", "csv_text.PIECE", "csv_encoding.PIECE"):
        monkeypatch.setattr(f"playground.data.{name}", PIECE)


GIANTS = {
    "line ends": b"\n" * SIZE,
    "line ends of Windows": b"\r\n" * (SIZE // 2),
    "line ends behind a row": b"a,b,y\n" + b"\n" * SIZE,
    "line ends before a row": b"\n" * SIZE + b"a,b,y\n",
    "one line": b"x" * SIZE,
    "commas": b"," * SIZE,
    "an open quote": b'a,b\n1,"' + b"x\n" * (SIZE // 2),
    "comments": b"# no\n" * (SIZE // 5),
    "zeros": b"\0" * SIZE,
    "no text at the end": b"1,2,3\n" * (SIZE // 6) + b"\xff",
}


def steps_of(reading) -> int:
    """Return in how many steps a file is read, to whatever end."""
    count = 1
    try:
        while not reading.step():
            count += 1
    except DataError:
        pass
    return count


@pytest.mark.parametrize("name", sorted(GIANTS))
@pytest.mark.parametrize("packed", [False, True])
def test_every_step_is_bounded(tmp_path, small_pieces, name, packed):
    path = tmp_path / ("t.csv.gz" if packed else "t.csv")
    path.write_bytes(gzip.compress(GIANTS[name], 1) if packed else GIANTS[name])
    # Its bytes are gone through twice at least, when they are read or unpacked and when they are decoded.
    assert steps_of(CsvReading(path)) >= (1 if name == "zeros" else 2) * SIZE // PIECE


@pytest.mark.parametrize("measure", ["line ends", "line ends before a row", "line ends behind a row"])
def test_blank_lines_are_counted_in_steps(monkeypatch, measure):
    monkeypatch.setattr(csv_text, "PIECE", PIECE)
    text = csv_text.TableText("t", GIANTS[measure], "utf-8")
    steps = sum(1 for _ in csv_text.measured(text))
    assert steps >= SIZE // PIECE
    assert finished(csv_text.measured(text)).blank[1] == (0 if GIANTS[measure].startswith(b"a") else SIZE)


def test_a_table_of_many_megabytes_is_read_from_its_beginning(tmp_path):
    rows = csv_text.LINE_MAXIMUM // 10
    path = tmp_path / "t.csv"
    path.write_text("first,second,y\n" + "".join(f"{row},{row % 97}.25,{row % 7}.5\n" for row in range(rows)))
    assert path.stat().st_size > csv_text.LINE_MAXIMUM
    dataset = read_csv(path)
    assert dataset.m == rows
    assert np.array_equal(dataset.X[0], np.arange(rows))
    assert dataset.output_names == ("y",)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp949"])
def test_so_it_is_in_other_encodings(tmp_path, encoding):
    rows = csv_text.LINE_MAXIMUM // 8
    path = tmp_path / "t.csv"
    path.write_bytes(("a,b,가\n" + "".join(f"{row},{row % 97},{row % 7}.5\n" for row in range(rows))).encode(encoding))
    assert path.stat().st_size > csv_text.LINE_MAXIMUM
    assert read_csv(path).m == rows


def test_images(tmp_path, small_pieces):
    count = SIZE // 64
    rng = np.random.default_rng(0)
    header = b"\0\0\x08\x03" + b"".join(length.to_bytes(4, "big") for length in (count, 8, 8))
    (tmp_path / "t-images-idx3-ubyte").write_bytes(header + rng.integers(0, 256, (count, 64), np.uint8).tobytes())
    labels = b"\0\0\x08\x01" + count.to_bytes(4, "big") + rng.integers(0, 10, count, np.uint8).tobytes()
    (tmp_path / "t-labels-idx1-ubyte").write_bytes(labels)
    assert steps_of(IdxReading(tmp_path / "t-images-idx3-ubyte")) >= SIZE // PIECE
