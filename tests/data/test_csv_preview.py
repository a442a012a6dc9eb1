"""A first look at a table."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.data import CsvOptions, CsvReading, DataError, inspect_table, read_csv

IRIS = "length,width,species\n5.1,3.5,setosa\n7.0,3.2,versicolor\n6.3,3.3,virginica\n4.9,3.0,setosa\n"


def look(text, **options):
    return inspect_table("pasted", CsvOptions(text=text, **options))


def test_everything_of_a_small_table():
    preview = look(IRIS)
    assert (preview.name, preview.encoding, preview.delimiter, preview.has_header) == ("pasted", "utf-8", ",", True)
    assert [column.name for column in preview.columns] == ["length", "width", "species"]
    assert [column.kind for column in preview.columns] == ["number", "number", "category"]
    assert [column.distinct for column in preview.columns] == [4, 4, 3]
    assert preview.cells[0] == ("5.1", "3.5", "setosa")
    assert (preview.rows, preview.rows_read, preview.rows_about) == (4, 4, 4)
    assert preview.labels == ("species",)
    assert preview.inputs == ("length", "width")
    assert preview.problems == ()
    assert preview.notes == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp949"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encoding_and_delimiter_are_found(tmp_path, encoding, delimiter):
    path = tmp_path / "꽃.csv"
    path.write_bytes("길이,품종\n1.5,가\n2.5,나\n".replace(",", delimiter).encode(encoding))
    preview = inspect_table(path)
    assert (preview.name, preview.encoding, preview.delimiter) == ("꽃.csv", encoding, delimiter)
    assert preview.cells == (("1.5", "가"), ("2.5", "나"))
    assert preview.problems == ()


@pytest.mark.parametrize(
    ("text", "labels", "inputs"),
    [
        ("a,b,c\n1,2,3\n4,5,6.5\n", ("c",), ("a", "b")),
        ("kind,a,b\nx,1,2\ny,3,4\n", ("kind",), ("a", "b")),
        ("Class,a,b\n0,1,2\n1,3,4\n", ("Class",), ("a", "b")),
        ("name,a,grade\nanna,1,x\nben,2,y\ncarl,2,y\n", ("grade",), ("a",)),
        ("id,a,b\nx,1,2\nx,3,4\n", ("b",), ("a",)),
        (",a,k\n0,1,x\n1,2,y\n2,3,y\n", ("k",), ("a",)),
        ("a,b,empty\n1,2,\n3,4.5,\n", ("b",), ("a",)),
        ("1,2,0\n3,4,1\n", ("y",), ("x1", "x2")),
    ],
)
def test_suggestions(text, labels, inputs):
    preview = look(text)
    assert (preview.labels, preview.inputs) == (labels, inputs)
    assert preview.problems == ()
    data = read_csv("pasted", CsvOptions(text=text, labels=labels, inputs=inputs))
    assert data.input_names == inputs


def test_suggestions_follow_what_is_chosen():
    preview = look(IRIS, labels=("width",))
    assert preview.labels == ("width",)
    assert preview.inputs == ("length", "species")
    assert look("a,b,c\n1,2,3\n4,5,6.5\n", inputs=("c",)).labels == ("b",)


@pytest.mark.parametrize(
    ("text", "options", "problem"),
    [
        ("x,y\n1,a\n2\n3\n4,b\n", {}, "pasted, line 3: 1 cell, expected 2;"),
        ("x,y\n1,a\n2,b,c\n4,b\n", {}, "pasted, line 3: 3 cells, expected 2;"),
        ('x,y\n1,a\n"2,b\n', {}, "pasted, line 3: a quote is opened and never closed;"),
        ('x,y\n1,a\n2,"b\n', {}, "pasted, line 3: a quote is opened and never closed;"),
        ("", {}, "pasted: empty, expected a row per example"),
        ("x,y\n", {}, "pasted: no row below the header, expected a row per example"),
        ("x,y\n1,a\n,b\n,a\n", {}, "pasted, line 3, column x: the cell is empty; values are missing in 2 of 3 rows"),
        ("x,y\n1,a\n2,?\n4,b\n", {}, "pasted, line 3, column y: '?' stands for a missing value"),
        ("x,y\n1,a\n2,a\n", {}, "pasted, column y: only one class ('a'), expected at least 2"),
        ("x,y\n1,a\ntwo,b\n4,b\n", {}, "pasted, line 3, column x: 'two' is not a number"),
        ("x,y\n1,a\n2,b\n", {"inputs": ("z",)}, "pasted: no input column 'z', its columns are x, y"),
        ("x,y\n1,a\n2,b\n", {"labels": ("z",)}, "pasted: no label column 'z', its columns are x, y"),
        ("x,y\n,a\n?,b\n", {"inputs": ("x",), "labels": ("y",)}, "pasted, column x: there is no value in it"),
    ],
)
def test_problems(text, options, problem):
    assert any(found.message.startswith(problem) for found in look(text, **options).problems)


def test_missing_values_that_are_dropped_are_no_problem():
    preview = look("x,y\n1,a\n,b\n3,b\n", missing="drop")
    assert preview.problems == ()
    assert preview.columns[0].missing == 1


def test_what_is_good_to_know():
    report = look("a;b;c;k\n1,5;7;1,5;x\n2,5;7;2;y\n1,5;7;7;y\n")
    assert report.notes == ("left out: column b is always 7", "numbers with a decimal comma: a, c")
    assert report.decimal == ","
    assert report.problems == ()
    assert report.inputs == ("a", "c")


def test_of_a_large_file_only_the_beginning_is_read(tmp_path):
    path = tmp_path / "large.csv"
    row = ",".join(["0.12345678901"] * 9)
    with path.open("w") as file:
        file.write(",".join(f"a{i}" for i in range(9)) + ",kind\n")
        for i in range(200_000):
            file.write(f"{row},{'xyz'[i % 3]}\n")
    preview = inspect_table(path)
    assert preview.rows is None
    assert preview.rows_about == pytest.approx(200_000, rel=0.02)
    assert preview.rows_read < 20_001
    assert len(preview.cells) == 50
    assert preview.labels == ("kind",)
    assert preview.problems == ()
    assert all(len(cells) == 10 for cells in preview.cells)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "cp949"])
def test_the_end_of_the_head_is_no_problem(tmp_path, monkeypatch, encoding):
    """Wherever the head is cut: within a character, a quote, a line."""
    text = "값,종류\n" + "".join(f'{i},"가,{"나" * (i % 3)}\n다"\n' for i in range(100))
    path = tmp_path / "cut.csv"
    path.write_bytes(text.encode(encoding) if encoding != "utf-16-be" else b"\xfe\xff" + text.encode(encoding))
    for length in range(200, 260):
        monkeypatch.setattr("playground.data.csv_preview.HEAD_BYTES", length)
        preview = inspect_table(path)
        assert preview.problems == ()
        assert preview.rows is None
        assert preview.rows_read > 3
        assert preview.columns[0].kind == "number"


def test_many_columns_are_looked_at_in_fewer_rows():
    text = "\n".join(",".join(str(i + j) for j in range(900)) for i in range(2000))
    preview = look(text)
    assert len(preview.columns) == 900
    assert preview.rows is None
    assert 50 <= preview.rows_read < 500


def test_long_cells_are_cut():
    assert look("x,y\n1," + "a" * 1000 + "\n2,b\n").cells[0][1] == "a" * 80


@given(content=st.binary(max_size=200), missing=st.sampled_from(["refuse", "drop"]))
@settings(max_examples=200, deadline=None)
def test_any_bytes_have_a_preview(tmp_path_factory, content, missing):
    path = tmp_path_factory.mktemp("csv") / "data.csv"
    path.write_bytes(content)
    preview = inspect_table(path, CsvOptions(missing=missing))
    sentences = (*(problem.message for problem in preview.problems), *preview.notes)
    assert all("\n" not in sentence for sentence in sentences)
    assert bool(preview.columns) or bool(preview.problems)


CELLS = st.sampled_from(["1", "2.5", "0", "a", "b", "", "NA", "-", "1,5", "x y", '"', "é", "1e400", "７"])


@given(
    rows=st.lists(st.lists(CELLS, min_size=2, max_size=3), min_size=1, max_size=8),
    delimiter=st.sampled_from(",;\t"),
    missing=st.sampled_from(["refuse", "drop"]),
)
@settings(max_examples=300, deadline=None)
def test_the_preview_and_the_reader_agree(rows, delimiter, missing):
    """What a preview of the whole table says is what reading it says: one reader."""
    text = "\n".join(delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    options = CsvOptions(missing=missing, text=text)
    preview = inspect_table("pasted", options)
    reading = CsvReading("pasted", options)
    try:
        reading.complete()
    except DataError as error:
        assert error.message in [problem.message for problem in preview.problems]  # noqa: PT017
    else:
        assert preview.problems == ()
        assert (preview.columns, preview.notes) == (reading.report.columns, reading.report.notes)
