import pytest

from playground.data import CsvOptions, DataError, InputColumn, read_csv_inputs


def plain(*names):
    return tuple(InputColumn(name, "number") for name in names)


IRIS = {
    "n_inputs": 2,
    "n_outputs": 3,
    "inputs": plain("length", "width"),
    "classes": ("setosa", "versicolor", "virginica"),
}
CIRCLES = {"n_inputs": 2, "n_outputs": 1, "classes": ("0", "1")}
PRICE = {"n_inputs": 1, "n_outputs": 1, "inputs": plain("size"), "labels": ("price",)}


@pytest.fixture
def read(tmp_path):
    def read(text, network, **changes):
        path = tmp_path / "new.csv"
        path.write_text(text, encoding="utf-8")
        return read_csv_inputs(path, **{**network, **changes})

    return read


def test_a_file_like_the_one_it_was_trained_on(read):
    found = read("length,width,species\n1,2,virginica\n3,4,setosa\n", IRIS)
    assert found.X.tolist() == [[1, 3], [2, 4]]
    assert found.Y.tolist() == [[0, 1], [0, 0], [1, 0]]
    assert found.input_names == ("length", "width")


def test_a_file_without_labels(read):
    found = read("length,width\n1,2\n3,4\n", IRIS)
    assert found.X.tolist() == [[1, 3], [2, 4]]
    assert found.Y is None


def test_columns_are_found_by_name_in_any_order_among_others(read):
    found = read("id,width,note,length\n7,2,hello,1\n", IRIS)
    assert found.X.tolist() == [[1], [2]]
    assert found.Y is None


def test_the_named_label_is_found_among_others(read):
    text = "species,width,note,length\nsetosa,2,hello,1\n"
    assert read(text, IRIS, labels=("species",)).Y.tolist() == [[1], [0], [0]]


def test_a_column_that_remains_but_is_not_the_named_label_is_no_label(read):
    assert read("length,width,colour\n1,2,setosa\n", IRIS, labels=("species",)).Y is None


def test_a_column_that_remains_and_fits_no_class_is_no_label(read):
    assert read("length,width,note\n1,2,hello\n", IRIS).Y is None


def test_label_cells_that_are_all_empty_are_no_labels(read):
    assert read("length,width,species\n1,2,\n3,4, \n", IRIS, labels=("species",)).Y is None


@pytest.mark.parametrize("cell", ["tulip", ""])
def test_a_label_that_is_no_class_is_named(read, cell):
    with pytest.raises(
        DataError, match=f"new.csv, line 3, column species: '{cell}' is no class of this network, expected set"
    ):
        read(f"length,width,species\n1,2,setosa\n3,4,{cell}\n", IRIS)


def test_a_missing_input_column_is_named(read):
    with pytest.raises(DataError, match="no input column 'width', its columns are length, height"):
        read("length,height\n1,2\n", IRIS)


def test_a_text_in_an_input_is_named(read):
    with pytest.raises(DataError, match=r"new\.csv, line 2, column width: 'wide' is not a number"):
        read("length,width\n1,wide\n", IRIS)


def test_a_file_without_header_goes_by_position(read):
    assert read("1,2\n3,4\n", IRIS).X.tolist() == [[1, 3], [2, 4]]
    with_labels = read("1,2,setosa\n3,4,setosa\n", IRIS, labels=("species",))
    assert with_labels.X.tolist() == [[1, 3], [2, 4]]
    assert with_labels.Y.tolist() == [[1, 1], [0, 0], [0, 0]]


@pytest.mark.parametrize("header", ["x1,x2,y\n", "", "a,b,c\n"])
def test_a_network_of_generated_data_takes_columns_by_position(read, header):
    found = read(f"{header}1,2,0\n3,4,1.0\n", CIRCLES)
    assert found.X.tolist() == [[1, 3], [2, 4]]
    assert found.Y.tolist() == [[0, 1]]


def test_a_network_of_generated_data_finds_its_names(read):
    found = read("y,x2,x1\n1,20,10\n", CIRCLES)
    assert found.X.tolist() == [[10], [20]]
    assert found.Y.tolist() == [[1]]


@pytest.mark.parametrize("header", ["x2,x1", "X2,X1", "X2,X1,label", "label,x2,x1"])
def test_its_names_are_found_in_any_order_and_in_capitals(read, header):
    names = header.split(",")
    row = ",".join({"x1": "10", "x2": "20", "label": "1"}[name.lower()] for name in names)
    found = read(f"{header}\n{row}\n", CIRCLES)
    assert found.X.tolist() == [[10], [20]]
    assert [name.lower() for name in found.input_names] == ["x1", "x2"]


def test_labels_are_kept_as_they_stand_in_the_file(read):
    def kept(*arguments, **changes):
        found = read(*arguments, **changes)
        return {name: found.cells[name] for name in found.labels}

    assert kept("species,length,width\nsetosa ,1,2\n", IRIS) == {"species": ["setosa "]}
    assert kept("y,x2,x1\n1.0,20,10\n", CIRCLES) == {"y": ["1.0"]}
    two = kept("t,x,y\n0,1,2\n1,3,4\n", {"n_inputs": 1, "n_outputs": 2})
    assert two == {"x": ["1", "3"], "y": ["2", "4"]}
    named = kept("length,species,width\n1,,2\n", IRIS, labels=("species",))
    assert named == {"species": [""]}
    for text in ("length,width\n1,2\n", "length,width,note\n1,2,hello\n", "id,length,width,note\n7,1,2,hello\n"):
        assert kept(text, IRIS) == {}


def test_every_column_of_the_file_is_kept_as_it_stands(read):
    found = read("Id,length,note,width\n007,1.50,hello,2\n008,2.5,,3\n", IRIS)
    assert found.cells == {"Id": ["007", "008"], "length": [1.5, 2.5], "note": ["hello", ""], "width": [2, 3]}


MIXED = {
    "n_inputs": 4,
    "n_outputs": 1,
    "inputs": (
        InputColumn("smoker", "yes_no", "yes"),
        InputColumn("color", "category", "blue"),
        InputColumn("color", "category", "red"),
        InputColumn("size", "number"),
    ),
    "labels": ("sick",),
    "classes": ("no", "yes"),
}


def test_texts_become_the_inputs_that_they_were_for_the_training(read):
    text = "color,size,smoker\nred,1 cm,Yes\nblue,2 cm,no\ngreen,3 cm,no\ngreen,4 cm,yes\n"
    found = read(text, MIXED)
    assert found.X.tolist() == [[1, 0, 0, 1], [0, 1, 0, 0], [1, 0, 0, 0], [1, 2, 3, 4]]
    assert found.input_names == ("smoker", "color = blue", "color = red", "size")
    assert found.notes == (
        "column color: 'green' was not there in training, all its inputs are 0 (2 rows)",
        "no column sick to compare the answers with",
    )
    assert found.cells["color"] == ["red", "blue", "green", "green"]


def test_one_answer_alone_is_still_yes_or_no(read):
    assert read("color,size,smoker\nred,1,no\nred,2,no\n", MIXED).X.tolist()[0] == [0, 0]
    assert read("color,size,smoker\nred,1,1\nred,2,0\n", MIXED).X.tolist()[0] == [1, 0]
    with pytest.raises(DataError, match=r"line 3, column smoker: 'maybe' is neither yes nor no, as 'yes' was"):
        read("color,size,smoker\nred,1,yes\nred,2,maybe\nred,3,no\n", MIXED)


def test_classes_are_compared_by_name(read):
    text = "color,size,smoker,sick\nred,1,no,{}\nred,2,no,no\n"
    assert read(text.format("yes"), MIXED).Y.tolist() == [[1, 0]]
    with pytest.raises(DataError, match=r"line 2, column sick: 'ill' is no class of this network, expected no, yes"):
        read(text.format("ill"), MIXED)


def test_rows_that_lack_an_input_are_refused_or_dropped(read):
    text = "color,size,smoker,sick\nred,1,no,yes\n,2,no,no\nred,,no,no\n"
    with pytest.raises(DataError, match=r"line 3, column color: the cell is empty, .*\(--missing drop\)"):
        read(text, MIXED)
    found = read(text, MIXED, options=CsvOptions(missing="drop"))
    assert found.X.tolist() == [[0], [0], [1], [1]]
    assert found.Y.tolist() == [[1]]
    assert found.cells["color"] == ["red"]


def test_two_columns_are_two_inputs_even_if_the_second_would_be_called_y(read):
    assert read("1,2\n3,4\n", CIRCLES).X.tolist() == [[1, 3], [2, 4]]


def test_too_few_columns_are_refused(read):
    with pytest.raises(DataError, match="expected at least 2 columns of inputs, found 1"):
        read("a\n1\n", CIRCLES)


def test_regression_targets(read):
    assert read("size,price\n1,2.5\n2,3.5\n", PRICE).Y.tolist() == [[2.5, 3.5]]
    assert read("size\n1\n2\n", PRICE).Y is None
    two = read("t,x,y\n0,1,2\n1,3,4\n", {"n_inputs": 1, "n_outputs": 2})
    assert two.X.tolist() == [[0, 1]]
    assert two.Y.tolist() == [[1, 3], [2, 4]]


def test_a_regression_target_that_is_no_number_is_named(read):
    with pytest.raises(DataError, match="line 3, column price: 'dear' is not a number"):
        read("size,price\n1,2.5\n2,dear\n", PRICE)
    assert read("size,note\n1,2.5\n2,dear\n", PRICE, labels=()).Y is None
