"""What a person says about a table: columns, delimiter, encoding, header, missing values, a pasted text."""

import re

import pytest

from playground.data import CsvOptions, CsvReading, DataError, inspect_table, read_csv
from playground.data.cells import MISSING, NO_VALUE


def read(text, **options):
    """The dataset of a pasted table."""
    return read_csv("pasted", CsvOptions(text=text, **options))


def refused(text, message, **options):
    with pytest.raises(DataError, match=message) as caught:
        read(text, **options)
    assert "\n" not in str(caught.value)


TABLE = "name,height,weight,kind\nanna,1.5,40,a\nben,1.75,60,b\ncarl,2,80,a\n"


def test_inputs_are_the_columns_that_are_named_in_their_order():
    data = read(TABLE, inputs=("weight", "height"))
    assert data.input_names == ("weight", "height")
    assert data.X.tolist() == [[40, 60, 80], [1.5, 1.75, 2]]
    assert data.classes == ("a", "b")


def test_columns_that_are_not_used_may_hold_anything():
    text = "id,x,y\n?,1,a\n,2,b\nnan,3,a\n"
    assert read(text, inputs=("x",), labels=("y",)).X.tolist() == [[1, 2, 3]]


def test_without_a_label_it_is_the_last_column_that_is_no_input():
    data = read("a,b,c\n1,2,3\n4,5,6.5\n", inputs=("a", "c"))
    assert data.output_names == ("b",)
    assert data.input_names == ("a", "c")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"inputs": ("height", "size")}, "pasted: no input column 'size', its columns are name, height, weight, kind"),
        ({"inputs": ("height", "height")}, "input column 'height' is named twice"),
        ({"inputs": ("name", "height", "weight", "kind")}, "all 4 columns are inputs; expected one to predict"),
    ],
)
def test_inputs_that_cannot_be(options, message):
    refused(TABLE, message, **options)


@pytest.mark.parametrize(
    "options",
    [
        {"delimiter": "a"},
        {"delimiter": ""},
        {"delimiter": '"'},
        {"encoding": "utf-99"},
        {"encoding": "base64"},
        {"decimal": "'"},
        {"target_as": "kinds"},
        {"skip": -1},
        {"missing": "fill"},
        {"ignored": ("a",), "labels": ("a",)},
        {"inputs": ("a",), "labels": ("a",)},
    ],
)
def test_options_that_there_are_not(options):
    with pytest.raises(DataError, match=r"^table: .*expected"):
        CsvOptions(**options)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_delimiter_that_is_named_is_not_found_out(delimiter):
    other = ";" if delimiter == "," else ","
    text = (
        delimiter.join(["x", "y"])
        + "\n"
        + delimiter.join(["1", f"a{other}b"])
        + "\n"
        + delimiter.join("2c")
        + "\n"
        + delimiter.join("7c")
        + "\n"
    )
    assert read(text, delimiter=delimiter).classes == (f"a{other}b", "c")


@pytest.mark.parametrize(
    ("text", "header", "names", "m"),
    [
        ("1,2\n3,4\n5,6.5\n", True, ("1",), 2),
        ("1,2\n3,4\n5,6.5\n", None, ("x1",), 3),
        ("1,x\n3,y\n5,z\n", False, ("x1",), 3),
        ("1,x\n3,y\n5,z\n", None, ("x1",), 3),
        ("1,x\n3,y\n5,y\n7,z\n", True, ("1",), 3),
    ],
)
def test_a_header_is_there_if_somebody_says_so(text, header, names, m):
    data = read(text, header=header)
    assert (data.input_names, data.m) == (names, m)


def test_a_column_that_the_header_does_not_name_is_called_after_its_place():
    assert read(",x,y\n.5,1,a\n1,2,b\n.5,3,b\n").input_names == ("column 1", "x")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp949"])
def test_an_encoding_that_is_named(tmp_path, encoding):
    path = tmp_path / "data.csv"
    path.write_bytes("길이,품종\n1.5,가\n2.5,나\n".encode(encoding))
    assert read_csv(path, CsvOptions(encoding=encoding)).classes == ("가", "나")
    path.write_bytes("x,y\n1,é\n2,나\n".encode() + b"\xff")
    with pytest.raises(DataError, match=rf"^data\.csv, line \d+, character \d+: not text in {encoding};"):
        read_csv(path, CsvOptions(encoding=encoding))


def test_a_pasted_table_opens_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pasted").write_text("a,b\n1,x\n2,y\n")
    assert read("x,y\n1,a\n2,b\n", encoding="utf-16").input_names == ("x",)


# Numbers with a decimal comma


@pytest.mark.parametrize("delimiter", [";", "\t"])
@pytest.mark.parametrize("header", [True, False])
def test_a_decimal_comma(delimiter, header):
    rows = [["1,5", "-,25", "a"], ["2", "1e-3", "b"], [" 3,0 ", "2,5e1", "a"]]
    text = "\n".join(delimiter.join(row) for row in ([["x", "z", "kind"]] if header else []) + rows)
    data = read(text)
    assert data.X.tolist() == [[1.5, 2, 3], [-0.25, 0.001, 25]]
    assert data.classes == ("a", "b")
    assert data.input_names == (("x", "z") if header else ("x1", "x2"))


def test_a_decimal_comma_in_what_is_to_predict():
    assert read("x;y\n1;0,5\n2;1,25\n").Y.tolist() == [[0.5, 1.25]]
    assert read("x;y\n1;0,0\n2;1,0\n").classes == ("0", "1")


def test_each_column_has_its_own_decimal_mark():
    assert read("x;z;k\n1,5;1.5;a\n2;3;b\n4;5;b\n").X.tolist() == [[1.5, 2, 4], [1.5, 3, 5]]


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (["1,5", "2,25", "2.5"], "line 4, column x: '2.5' does not go with ',' in front of decimals"),
        (["1.5", "2.75", "2,5"], "line 4, column x: '2,5' does not go with '.' in front of decimals"),
        (["1,5", "1,234,567", "2,5"], "line 3, column x: '1,234,567' does not go with ','"),
    ],
)
def test_a_column_with_two_decimal_marks(cells, message):
    refused("x;y\n" + "".join(f"{cell};{kind}\n" for cell, kind in zip(cells, "aba", strict=True)), message)


def test_decimal_marks_far_apart_are_compared_all_the_same():
    rows = ["1,5;a"] + ["2;b"] * 60_000
    refused("\n".join(["x;y", *rows, "2.5;a"]), "line 60003, column x: '2.5' does not go with ','")


# Missing values

SPELLINGS = sorted({*MISSING, "NA", "N/A", "NaN", "NULL", "  ", " ? "})


@pytest.mark.parametrize("cell", SPELLINGS)
def test_a_missing_input_is_refused_with_its_place(cell):
    text = f"x,z,y\n1,2,a\n3,{cell},b\n{cell},{cell},b\n5,6,a\n"
    what = f"{cell.strip()!r} stands for a missing value" if cell.strip() else "the cell is empty"
    refused(
        text, rf"^pasted, line 3, column z: {re.escape(what)}; values are missing in 2 of 4 rows, which can be drop"
    )


@pytest.mark.parametrize("cell", SPELLINGS)
def test_rows_that_lack_an_input_are_dropped(cell):
    text = f"x,z,y\n1,2,a\n3,{cell},c\n{cell},{cell},b\n5,6,b\n"
    reading = CsvReading("pasted", CsvOptions(text=text, missing="drop"))
    data = reading.complete()
    assert data.X.tolist() == [[1, 5], [2, 6]]
    assert data.X.flags.c_contiguous
    assert data.classes == ("a", "b")  # c went with its only row
    assert (reading.rows, reading.dropped) == (4, 2)


@pytest.mark.parametrize("cell", sorted(NO_VALUE))
def test_a_missing_label(cell):
    text = f"x,y\n1,a\n2,{cell}\n3,b\n"
    refused(text, r"^pasted, line 3, column y: .*; values are missing in 1 of 3 rows")
    data = read(text, missing="drop")
    assert (data.X.tolist(), data.classes) == ([[1, 3]], ("a", "b"))


def test_a_dash_may_be_a_class_but_is_no_number():
    assert read("x,y\n1,+\n2,-\n").classes == ("+", "-")
    assert read("x,y\n1,0.5\n2,-\n3,1.5\n", missing="drop").Y.tolist() == [[0.5, 1.5]]


def test_the_first_of_several_missing_values_is_named():
    refused("x,z,y\n1,2,a\n1,,b\n,3,a\n2,2,b\n", "line 3, column z")
    refused("x,z,y\n1,2,a\n1,2,\n,3,a\n2,2,b\n", "line 3, column y")


def test_a_row_that_lacks_a_value_in_an_unused_column_stays():
    assert read("id,x,y\n,1,a\n2,2,b\n", inputs=("x",), labels=("y",), missing="drop").m == 2


def test_nothing_left():
    refused("x,y\n,a\n2,\n3,\n,b\n", "every row lacks a value in a column that is used", missing="drop")
    refused("x,y\n1,a\n2,a\n,b\n", "only one class", missing="drop")


def test_missing_values_are_found_in_the_first_row_too():
    assert read("?,1,a\n2,3,b\n4,5,a\n1,1,b\n", missing="drop").m == 3


def test_a_number_that_is_none_is_still_refused():
    refused("x,y\n1,a\ntwo,b\n3,b\n", "line 3, column x: 'two' is not a number", missing="drop")
    refused("x,y\n1,a\n1e400,b\n3,b\n", "line 3, column x: '1e400' is not a number", missing="drop")


# Reading in slices


def test_reading_in_slices_gives_the_same():
    text = "a,b,kind\n" + "".join(f"{i / 7},{i % 13},{'xyz'[i % 3]}\n" for i in range(50_000))
    reading, progress = CsvReading("pasted", CsvOptions(text=text)), [0.0]
    while not reading.step():
        progress.append(reading.progress)
        with pytest.raises(DataError, match="not read to the end"):
            _ = reading.dataset
    assert progress == sorted(progress)
    assert len(progress) > 5
    assert reading.progress == 1
    assert reading.rows == 50_000
    assert reading.step()
    whole = read(text)
    assert reading.dataset.X.tobytes() == whole.X.tobytes()
    assert reading.dataset.Y.tobytes() == whole.Y.tobytes()
    assert reading.dataset.X[0, -1] == 49_999 / 7


def test_an_error_is_an_error_again():
    reading = CsvReading("pasted", CsvOptions(text="x,y\n1,a\n2\n"))
    for _ in range(2):
        with pytest.raises(DataError, match="line 3: 1 cell"):
            reading.complete()
    with pytest.raises(DataError, match="not read to the end"):
        _ = reading.dataset


def test_too_little_memory_is_an_error_of_one_line(monkeypatch):
    def full(*_, **__):
        raise MemoryError

    monkeypatch.setattr("numpy.concatenate", full)
    refused("x,y\n1,a\n2,b\n", "^pasted: not enough memory to read it; close other programs, or take fewer rows$")


def test_lines_are_counted_where_a_file_ends_them_with_a_carriage_return_only():
    text = "x,y\r" + "".join(f"{i},{'ab'[i % 2]}\r" for i in range(30_000))
    reading = CsvReading("pasted", CsvOptions(text=text))
    while not reading.step():
        assert 0 <= reading.progress <= 1
    assert inspect_table("pasted", CsvOptions(text=text)).problems == ()
