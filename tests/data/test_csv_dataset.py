"""A CSV file is read as a dataset, and a dataset that is written as one is read back as the same."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.data import (
    GENERATORS,
    CsvOptions,
    CsvReading,
    DataError,
    Dataset,
    csv_table,
    dataset_csv,
    encode_classes,
    generate,
    inspect_table,
    label_columns,
    labels,
    output_rows,
    read_csv,
)
from playground.data.cells import MISSING, trimmed
from playground.data.number_format import written

IRIS = "length,width,species\n5.1,3.5,setosa\n7.0,3.2,versicolor\n6.3,3.3,virginica\n4.9,3.0,setosa\n"


@pytest.fixture
def write(tmp_path):
    def write(content, name="data.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def refused(path, message, **options):
    with pytest.raises(DataError, match=message) as caught:
        read_csv(path, CsvOptions(**options))
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("data.csv")


def test_rows_become_columns_and_the_last_column_is_the_label(write):
    data = read_csv(write(IRIS))
    assert data.X.tolist() == [[5.1, 7.0, 6.3, 4.9], [3.5, 3.2, 3.3, 3.0]]
    assert data.X.flags.c_contiguous
    assert data.problem == "classification"
    assert data.classes == ("setosa", "versicolor", "virginica")
    assert data.Y.tolist() == [[1, 0, 0, 1], [0, 1, 0, 0], [0, 0, 1, 0]]
    assert data.input_names == ("length", "width")
    assert data.output_names == data.classes


def test_a_named_label_may_stand_anywhere(write):
    data = read_csv(write("size,kind,weight\n1,a,10\n2,b,20\n"), CsvOptions(labels=("kind",)))
    assert data.X.tolist() == [[1, 2], [10, 20]]
    assert data.input_names == ("size", "weight")
    assert data.Y.tolist() == [[0, 1]]
    assert data.output_names == ("kind",)


def test_several_labels_are_a_regression(write):
    data = read_csv(write("a,b,c\n1,2,3\n4,5,6\n"), CsvOptions(labels=("c", "a")))
    assert data.problem == "regression"
    assert data.classes == ()
    assert data.Y.tolist() == [[3, 6], [1, 4]]
    assert data.output_names == ("c", "a")
    assert data.X.tolist() == [[2, 5]]


def column(values):
    return "x,y\n" + "".join(f"{i * i},{value}\n" for i, value in enumerate(values))


@pytest.mark.parametrize(
    ("values", "classes"),
    [
        (["0", "1", "0"], ("0", "1")),
        (["10", "9", "-1"] * 10, ("-1", "9", "10")),
        (["1.0", "2", "1"], ("1", "2")),
        (["1e1", "2"], ("2", "10")),
        (["1", "2", "3"] * 10, ("1", "2", "3")),
        (["1", "2", "3+", "4+"] * 2, ("1", "2", "3+", "4+")),
        (["b", "a", " a "], ("a", "b")),
        (["고양이", "개", "개"], ("개", "고양이")),
    ],
)
def test_labels_that_are_classes(write, values, classes):
    data = read_csv(write(column(values)))
    assert data.problem == "classification"
    assert data.classes == classes


@pytest.mark.parametrize("values", [list(range(12)), ["1", "2", "3"] * 9, ["0.5", "1", "0.5"], ["1", "2", "2.5"]])
def test_labels_that_are_values(write, values):
    data = read_csv(write(column(values)))
    assert data.problem == "regression"
    assert data.Y.tolist() == [[float(value) for value in values]]
    assert data.output_names == ("y",)


def test_without_a_header_columns_are_numbered(write):
    data = read_csv(write("1,2,0\n3,4,1\n7,7,1\n"))
    assert data.input_names == ("x1", "x2")
    assert data.m == 3
    assert data.output_names == ("y",)


def test_a_first_row_whose_texts_come_again_is_no_header(write):
    data = read_csv(write("5.1,3.5,setosa\n7.0,3.2,versicolor\n4.9,3.0,setosa\n"))
    assert data.m == 3
    assert data.classes == ("setosa", "versicolor")


def test_a_header_of_numbers_and_a_name_is_a_header(write):
    data = read_csv(write("0,1,label\n5.1,3.5,a\n7.0,3.2,b\n"))
    assert data.input_names == ("0", "1")
    assert data.m == 2


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_delimiters_line_endings_and_encodings(write, delimiter, ending, encoding):
    text = "길이,품종\n1.5,가\n2.5,나\n".replace(",", delimiter).replace("\n", ending)
    data = read_csv(write(text.encode(encoding)))
    assert data.input_names == ("길이",)
    assert data.classes == ("가", "나")
    assert data.X.tolist() == [[1.5, 2.5]]


def test_big_endian_utf_16(write):
    assert read_csv(write(b"\xfe\xff" + "x,y\n1,가\n2,나\n".encode("utf-16-be"))).classes == ("가", "나")


def test_quotes_blank_lines_and_a_missing_last_newline(write):
    data = read_csv(write('\n"a, b",y\n\n"1","two, words"\n \n2,"say ""no"""'))
    assert data.input_names == ("a, b",)
    assert data.classes == ('say "no"', "two, words")


def test_other_delimiters_inside_quotes_do_not_confuse(write):
    assert read_csv(write('"a,b,c";"d,e,f";y\n1;2;p\n3;4;q\n')).input_names == ("a,b,c", "d,e,f")


@pytest.mark.parametrize("cell", ["1_0", "inf", "-Infinity", "1e400", "٣", "0x10", "abc", "1 2", "--1", "1..2"])
def test_an_input_that_is_no_number_is_named(write, cell):
    path = write(f'first,second,y\n1,2,a\n2,7,b\n5,"{cell}",b\n8,2,a\n')
    refused(path, rf"data\.csv, line 4, column second: '{cell}' is not a number, .* \(--ignore second\)")


@pytest.mark.parametrize("cell", ["1", "-1.5", "+.5", "5.", "1e3", "2E-4", " 7 "])
def test_a_plain_number_is_read(write, cell):
    assert read_csv(write(f"x,y\n{cell},a\n0,b\n4,a\n")).X[0, 0] == float(cell)


@pytest.mark.parametrize("cell", ["", "  "])
def test_a_missing_cell_is_named(write, cell):
    refused(write(f"a,b,y\n1,2,p\n{cell},4,q\n4,5,q\n"), "line 3, column a: the cell is empty; values are missing in 1")
    refused(write(f"a,b,y\n1,2,p\n3,4,{cell}\n4,5,q\n"), "line 3, column y: the cell is empty; values are missing in 1")


def test_lines_are_those_of_the_file_even_after_cells_of_several_lines(write):
    refused(write('x,y\n\n1,"two\nlines"\nbad,b\n3,b\n4,b\n'), "line 5, column x: 'bad'")


@pytest.mark.parametrize("cell", ["inf", "1_0", "1e999"])
def test_a_label_that_is_almost_a_number_is_no_class(write, cell):
    refused(write(column(["0", "1", cell, "1"])), f"line 4, column y: '{cell}' is not a number")


def test_a_text_among_many_different_numbers_is_a_mistake_and_no_class(write):
    refused(write(column([*range(30), "O"])), "line 32, column y: 'O' is not a number")


def test_several_labels_must_all_be_numbers(write):
    refused(write("x,a,b\n1,2,3\n4,5,six\n7,5,2\n"), "line 3, column b: 'six' is not a number", labels=("a", "b"))
    refused(write("x,a,b\n1,2,p\n4,5,q\n"), "column b: 'p' is not a number; predict .* alone", labels=("a", "b"))
    refused(write("x,a,b\n1,2,3\n4,,5\n"), "line 3, column a: the cell is empty", labels=("a", "b"))


@pytest.mark.parametrize("value", ["a", "1"])
def test_one_class_cannot_be_learned(write, value):
    refused(
        write(column([value] * 3)),
        f"column y: only one class \\('{value}'\\), expected at least 2",
        labels=("y",),
        target_as="classes",
    )


def test_one_value_cannot_be_learned(write):
    refused(write(column(["0.5"] * 3)), r"column y: always 0\.5", labels=("y",))


def test_too_many_classes_are_refused(write):
    refused(
        write(column([f"id{i}" for i in range(101)])),
        labels=("y",),
        message="column y: 101 classes, expected at most 100",
    )


def test_one_hot_targets_that_would_not_fit_are_refused(write, monkeypatch):
    monkeypatch.setattr(labels, "TARGETS_MAXIMUM", 8)
    refused(write(column("abc")), "3 classes are too many for 3 rows")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "data.csv: empty"),
        ("\n \n", "data.csv: empty"),
        ("x,y\n", "no row below the header"),
        ("x,y\n1,a\n2\n", "line 3: 1 cell, expected 2"),
        ("x,y\n1,a\n1,a,b\n2,c\n", "line 3: 3 cells, expected 2"),
        ('x,y\n"1"2,a\n', "line 2: text behind a closing quote, expected the next cell"),
        ('x,y\n1,a\n"2,b\n', "line 3: a quote is opened and never closed"),
        ('x,y\n1,a\n2,"b\n', "line 3: a quote is opened and never closed"),
        ("x\n1\n2\n", "1 column, all to predict; expected at least one input column"),
        ("x^y\n1^a\n1^b\n1^a\n", "1 column"),
        ("x,y\n" + "1" * 140_000 + ",a\n", "line 2: a cell of more than 131,072 characters"),
        (b"x,y\n\x00,1\n", "not text"),
        (b"\xff\xfe\x00", "not text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a picture, not a table"),
        (b"PK\x03\x04\x14\x00", "an Excel or other office file .* save it as CSV"),
        (b"<!DOCTYPE html><table>", "a web page or XML"),
        ("x,y\n1,가\n".encode("utf-16") + b"2", "line 3, character 1: not text"),
    ],
)
def test_a_file_that_is_no_table_is_refused(write, text, message):
    refused(write(text), message)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("z",), "no label column 'z', its columns are length, width, species"),
        (("species", "species"), "'species' is named twice"),
        (("length", "width", "species"), "3 columns, all to predict"),
    ],
)
def test_labels_that_cannot_be_are_refused(write, names, message):
    refused(write(IRIS), message, labels=names)


def test_bounds(write, monkeypatch):
    refused(write(",".join(f"c{i}" for i in range(1001)) + "\n"), "1001 columns, expected at most 1000")
    monkeypatch.setattr(csv_table, "ROWS_MAXIMUM", 3)
    refused(write(column("aabb")), "line 5: more than 3 rows")
    monkeypatch.setattr(csv_table, "BYTES_MAXIMUM", 1_000_000)
    refused(write("x,y\n" + "1,a\n" * 250_000), "larger than 1 MB")
    refused("data.csv", "larger than 1 MB", text="x,y\n" + "1,a\n" * 250_000)


def test_what_cannot_be_opened_is_refused_in_one_line(tmp_path):
    for path in (tmp_path / "missing.csv", tmp_path, tmp_path / "a\0b.csv", tmp_path / "two\nlines.csv"):
        with pytest.raises(DataError, match=r"no such file|is a folder|not the name") as caught:
            read_csv(path)
        assert "\n" not in str(caught.value)


@given(
    rows=st.lists(
        st.tuples(
            st.floats(allow_nan=False, allow_infinity=False),
            st.integers(-(10**6), 10**6),
            st.sampled_from(["a", "b;c", 'd"e']),
        ),
        min_size=1,
        max_size=20,
    ),
    delimiter=st.sampled_from(",;\t"),
)
@settings(max_examples=60, deadline=None)
def test_numbers_and_labels_come_back_exactly(tmp_path_factory, rows, delimiter):
    rows = [*rows, (0.5, 0, "a"), (0.25, 1, "other")]
    quoted = [[repr(number), str(whole), '"' + label.replace('"', '""') + '"'] for number, whole, label in rows]
    path = tmp_path_factory.mktemp("csv") / "data.csv"
    path.write_text("\n".join(map(delimiter.join, [["first", "second", "kind"], *quoted])), encoding="utf-8")
    data = read_csv(path)
    np.testing.assert_array_equal(data.X, np.array([row[:2] for row in rows], dtype=float).T)
    assert [data.classes[index] for index in data.class_indices] == [label for *_, label in rows]


@given(content=st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_a_dataset_or_one_line(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("csv") / "data.csv"
    path.write_bytes(content)
    try:
        data = read_csv(path)
    except DataError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either outcome is right
    else:
        assert np.isfinite(data.X).all()


NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
# As the reader leaves them: no line ends, no space around, nothing that is taken for a value or for none.
NAMES = (
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)
    .map(trimmed)
    .filter(lambda text: text and text.casefold() not in MISSING and not almost_number(text))
)


def almost_number(text):
    try:
        float(text.replace(",", "."))
    except ValueError:
        return written(text) is not None
    return True


def same(one, other):
    """Bit for bit, and by name; what a column of several classes is called, only a file says."""
    assert one.X.tobytes() == other.X.tobytes()
    assert one.Y.tobytes() == other.Y.tobytes()
    assert one.X.shape == other.X.shape
    assert one.Y.shape == other.Y.shape
    for field in ("problem", "classes", "input_names", "output_names"):
        assert getattr(one, field) == getattr(other, field)


def back(dataset, tmp_path_factory, **options):
    path = tmp_path_factory.mktemp("csv") / "data.csv"
    path.write_bytes(dataset_csv(dataset))
    target_as = "classes" if dataset.classes else "numbers"
    columns = {"labels": label_columns(dataset), "inputs": dataset.input_names, "target_as": target_as}
    return read_csv(path, CsvOptions(**columns, **options))


@pytest.mark.parametrize("name", GENERATORS)
def test_generated_data_come_back(name, tmp_path_factory):
    dataset = generate(name, samples=50, noise=0.05, seed=3)
    same(back(dataset, tmp_path_factory), dataset)


@given(
    values=st.lists(st.lists(NUMBERS, min_size=3, max_size=3), min_size=4, max_size=12),
    columns=st.lists(NAMES, min_size=3, max_size=3, unique=True),
    classes=st.lists(NAMES, min_size=2, max_size=4, unique=True).map(sorted),
    label=NAMES,
    data=st.data(),
)
@settings(max_examples=200, deadline=None)
def test_any_names_and_numbers_come_back(tmp_path_factory, values, columns, classes, label, data):
    X = np.array(values).T
    extra = data.draw(st.lists(st.integers(0, len(classes) - 1), min_size=X.shape[1], max_size=X.shape[1]))
    indices = (list(range(len(classes))) + extra)[: X.shape[1]]  # each class has an example
    rows = output_rows(len(classes))
    dataset = Dataset(
        X, encode_classes(indices, len(classes)), "classification", tuple(classes), tuple(columns),
        (label,) if rows == 1 else tuple(classes),
    )  # fmt: skip
    if label in columns and rows == 1:
        assert label_columns(dataset)[0].rstrip("_") == label.rstrip("_")
        return
    same(back(dataset, tmp_path_factory, header=True, delimiter=","), dataset)


@given(
    values=st.lists(st.lists(NUMBERS, min_size=4, max_size=4), min_size=1, max_size=12),
    names=st.lists(NAMES, min_size=4, max_size=4, unique=True),
)
@settings(max_examples=100, deadline=None)
def test_several_numbers_to_predict_come_back(tmp_path_factory, values, names):
    table = np.array(values).T
    dataset = Dataset(
        np.ascontiguousarray(table[:2]), np.ascontiguousarray(table[2:]), "regression", (), tuple(names[:2]),
        tuple(names[2:]),
    )  # fmt: skip
    same(back(dataset, tmp_path_factory, header=True, delimiter=","), dataset)


@given(texts=st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=8), min_size=2, max_size=6))
@settings(max_examples=200, deadline=None)
def test_what_was_read_from_any_labels_comes_back(tmp_path_factory, texts):
    """Labels with commas, quotes and line ends: what the reader made of them stays."""
    text = "x,y\n" + "".join(f'{i},"{label.replace(chr(34), chr(34) * 2)}"\n' for i, label in enumerate(texts))
    try:
        dataset = read_csv("pasted", CsvOptions(text=text, header=True, delimiter=","))
    except ValueError:
        return
    same(back(dataset, tmp_path_factory, header=True, delimiter=","), dataset)


@pytest.mark.parametrize(
    "classes", [("a,b", 'say "no"'), ("a;b", "c;d"), ("똠방각하", "펲시"), ("é", "naïve"), ("=1+1", "+"), ("0", "1")]
)
def test_nothing_has_to_be_said_to_read_it(tmp_path_factory, classes):
    classes = tuple(sorted(classes))
    Y = encode_classes([0, 1, 1, 0], 2)
    dataset = Dataset(np.array([[0.5, 1, 2, 3.25]]), Y, "classification", classes, ("x, 1",), ("kind",))
    path = tmp_path_factory.mktemp("csv") / "data.csv"
    path.write_bytes(dataset_csv(dataset))
    same(read_csv(path), dataset)


def test_plain_text_has_no_byte_order_mark_and_other_text_has_one():
    dataset = Dataset(np.array([[1.0, 2.0]]), np.array([[0.25, 0.5]]), "regression", (), ("x",), ("y",))
    assert dataset_csv(dataset) == b"x,y\n1.0,0.25\n2.0,0.5\n"
    korean = Dataset(np.array([[1.0, 2.0]]), np.array([[0.25, 0.5]]), "regression", (), ("길이",), ("y",))
    assert dataset_csv(korean) == b"\xef\xbb\xbf" + "길이,y\n1.0,0.25\n2.0,0.5\n".encode()


def test_the_column_of_the_classes_is_called_as_no_input_is():
    Y = encode_classes([0, 1, 2], 3)
    dataset = Dataset(np.eye(3), Y, "classification", ("a", "b", "c"), ("class", "class_", "x"), ("a", "b", "c"))
    assert label_columns(dataset) == ("class__",)


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
        monkeypatch.setattr("playground.data.csv_dataset.HEAD_BYTES", length)
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
