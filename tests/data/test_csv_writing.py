"""A dataset as a CSV file is read back as the same dataset."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.data import (
    GENERATORS,
    CsvOptions,
    Dataset,
    dataset_csv,
    encode_classes,
    generate,
    label_columns,
    output_rows,
    read_csv,
)
from playground.data.cells import MISSING, trimmed
from playground.data.number_format import written

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
