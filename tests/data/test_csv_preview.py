"""A first look at a table."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.data import CsvOptions, DataError, inspect_table, read_csv

IRIS = "length,width,species\n5.1,3.5,setosa\n7.0,3.2,versicolor\n6.3,3.3,virginica\n4.9,3.0,setosa\n"


def look(text, **options):
    return inspect_table("pasted", CsvOptions(text=text, **options))


def test_everything_of_a_small_table():
    preview = look(IRIS)
    assert (preview.name, preview.encoding, preview.delimiter, preview.has_header) == ("pasted", "utf-8", ",", True)
    assert [column.name for column in preview.columns] == ["length", "width", "species"]
    assert [column.kind for column in preview.columns] == ["number", "number", "text"]
    assert [column.distinct for column in preview.columns] == [4, 4, 3]
    assert preview.cells[0] == ("5.1", "3.5", "setosa")
    assert (preview.rows, preview.rows_looked_at, preview.rows_about) == (4, 4, 4)
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
    ("cells", "kind", "missing", "constant"),
    [
        (["1", "2.5", ""], "number", 1, False),
        (["1", "-", "NA"], "number", 2, False),
        (["3", "3", "3"], "number", 0, True),
        (["3", "", ""], "number", 2, False),
        (["a", "b", "n/a"], "text", 1, False),
        (["a", "-", "+"], "text", 0, False),
        (["a", "a", "a"], "text", 0, True),
        (["1", "b", "3"], "mixed", 0, False),
        (["", "?", "-"], "empty", 3, False),
    ],
)
def test_kinds_of_columns(cells, kind, missing, constant):
    column = look("x,y\n" + "".join(f"{cell},{i}\n" for i, cell in enumerate(cells))).columns[0]
    assert (column.kind, column.missing, column.constant) == (kind, missing, constant)
    assert column.decimal == "."


@pytest.mark.parametrize(
    ("text", "labels", "inputs"),
    [
        ("a,b,c\n1,2,3\n4,5,6.5\n", ("c",), ("a", "b")),
        ("kind,a,b\nx,1,2\ny,3,4\n", ("kind",), ("a", "b")),
        ("Class,a,b\n0,1,2\n1,3,4\n", ("Class",), ("a", "b")),
        ("name,a,grade\nanna,1,x\nben,2,y\n", ("grade",), ("a",)),
        ("id,a,b\nx,1,2\nx,3,4\n", ("b",), ("a",)),
        (",a,k\n0,1,x\n1,2,y\n", ("k",), ("a",)),
        ("a,b,empty\n1,2,\n3,4.5,\n", ("b",), ("a",)),
        ("1,2,0\n3,4,1\n", ("y",), ("x1", "x2")),
        ("a,mixed,k\n1,2,x\n2,two,y\n", ("k",), ("a",)),
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
    assert preview.inputs == ("length",)
    assert look("a,b,c\n1,2,3\n4,5,6.5\n", inputs=("c",)).labels == ("b",)


@pytest.mark.parametrize(
    ("text", "options", "problem"),
    [
        ("x,y\n1,a\n2\n3\n4,b\n", {}, "pasted, line 3: 1 cell, expected 2; so in 2 rows"),
        ("x,y\n1,a\n2,b,c\n4,b\n", {}, "pasted, line 3: 3 cells, expected 2"),
        ('x,y\n1,a\n"2,b\n', {}, "pasted, line 3: a quote is opened and never closed"),
        ('x,y\n1,a\n2,"b\n', {}, "pasted, line 3: a quote is opened and never closed"),
        ("x,x\n1,a\n2,b\n", {}, "pasted, line 1: two columns are called 'x'"),
        ("", {}, "pasted: empty, expected a row per example"),
        ("x,y\n", {}, "pasted: no row below the header, expected a row per example"),
        ("x,y\n1,a\n,b\n,a\n", {}, "pasted, line 3, column x: a value is missing; so in 2 of 3 rows"),
        ("x,y\n1,a\n2,?\n", {}, "pasted, line 3, column y: a value is missing"),
        ("x,y\n1,a\n2,a\n", {}, "pasted, column y: always the same, nothing to predict"),
        ("x,y\n1,a\ntwo,b\n", {"inputs": ("x",)}, "pasted, line 3, column x: 'two' is not a number"),
        ("x,y\nb,a\na,b\n", {"inputs": ("x",)}, "pasted, line 2, column x: 'b' is not a number; so in 2 of 2 rows"),
        ("x,y\nb,a\na,b\n", {}, "pasted: no column of numbers is left to predict from"),
        ("x,y\n1,a\n2,b\n", {"inputs": ("z",)}, "pasted: no input column 'z', its columns are x, y"),
        ("x,y\n1,a\n2,b\n", {"labels": ("z",)}, "pasted: no label column 'z', its columns are x, y"),
        ("x,y\n,a\n?,b\n", {"inputs": ("x",)}, "pasted, column x: there is no value in it"),
    ],
)
def test_problems(text, options, problem):
    assert problem in look(text, **options).problems


def test_missing_values_that_are_dropped_are_no_problem():
    preview = look("x,y\n1,a\n,b\n3,b\n", missing="drop")
    assert preview.problems == ()
    assert preview.columns[0].missing == 1


def test_what_is_good_to_know():
    preview = look("a;b;c;k\n1,5;7;1;x\n2,5;7;2;y\n")
    assert preview.notes == ("column a: numbers with a decimal comma", "column b: always '7', which tells nothing")
    assert [column.decimal for column in preview.columns] == [",", ".", ".", "."]
    assert preview.problems == ()
    assert preview.inputs == ("a", "b", "c")


def test_a_large_file_is_looked_at_quickly(tmp_path):
    path = tmp_path / "large.csv"
    row = ",".join(["0.12345678901"] * 9)
    with path.open("w") as file:
        file.write(",".join(f"a{i}" for i in range(9)) + ",kind\n")
        for i in range(200_000):
            file.write(f"{row},{'xyz'[i % 3]}\n")
    begin = time.perf_counter()
    preview = inspect_table(path)
    assert time.perf_counter() - begin < 1
    assert preview.rows is None
    assert preview.rows_about == pytest.approx(200_000, rel=0.02)
    assert preview.rows_looked_at < 20_001
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
        assert preview.rows_looked_at > 3
        assert preview.columns[0].kind == "number"


def test_many_columns_are_looked_at_in_fewer_rows():
    text = "\n".join(",".join(str(i + j) for j in range(900)) for i in range(2000))
    preview = look(text)
    assert len(preview.columns) == 900
    assert preview.rows is None
    assert 50 <= preview.rows_looked_at < 500


def test_long_cells_are_cut():
    assert look("x,y\n1," + "a" * 1000 + "\n2,b\n").cells[0][1] == "a" * 80


@given(content=st.binary(max_size=200), missing=st.sampled_from(["refuse", "drop"]))
@settings(max_examples=200, deadline=None)
def test_any_bytes_have_a_preview(tmp_path_factory, content, missing):
    path = tmp_path_factory.mktemp("csv") / "data.csv"
    path.write_bytes(content)
    preview = inspect_table(path, CsvOptions(missing=missing))
    assert all("\n" not in sentence for sentence in (*preview.problems, *preview.notes))
    assert bool(preview.columns) or bool(preview.problems)


CELLS = st.sampled_from(["1", "2.5", "0", "a", "b", "", "NA", "-", "1,5", "x y", '"', "é", "1e400", "７"])


@given(
    rows=st.lists(st.lists(CELLS, min_size=2, max_size=3), min_size=1, max_size=8),
    delimiter=st.sampled_from(",;\t"),
    missing=st.sampled_from(["refuse", "drop"]),
    data=st.data(),
)
@settings(max_examples=300, deadline=None)
def test_what_has_no_problem_is_read_and_what_is_read_has_none(rows, delimiter, missing, data):
    """But for classes, which only the reader knows: too few of them, or a number that is mistyped."""
    text = "\n".join(delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    preview = look(text, missing=missing)
    options = CsvOptions(labels=preview.labels, inputs=preview.inputs, missing=missing, text=text)
    try:
        dataset = read_csv("pasted", options)
    except DataError as error:
        about_labels = ("one class", "always", "is not a number", "every row lacks", "all to predict", "are inputs")
        assert preview.problems or any(words in str(error) for words in about_labels)  # noqa: PT017
    else:
        assert preview.problems == () or not preview.inputs
        assert dataset.input_names


@pytest.mark.parametrize(
    ("cells", "largest"),
    [
        (["80000", "-360000", "?"], 360000),
        (["0,004", "-0,001", "0"], 0.004),
        (["1e3", "b", "20"], 1000),
        (["a", "b"], 0),
        (["", "-"], 0),
    ],
)
def test_the_largest_number_of_a_column(cells, largest):
    assert look("x;y\n" + "".join(f"{cell};{i}\n" for i, cell in enumerate(cells))).columns[0].largest == largest
