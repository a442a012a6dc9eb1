import numpy as np
import pytest

from playground.data import DataError, Dataset, encode_classes


def dataset(X, Y, classes=(), outputs=("y",)):
    X, Y = np.array(X, dtype=float), np.array(Y, dtype=float)
    names = tuple(f"x{i + 1}" for i in range(len(X)))
    return Dataset(X, Y, "classification" if classes else "regression", classes, names, outputs)


def test_two_classes_are_one_row_and_more_are_one_hot():
    assert encode_classes([0, 1, 1], 2).tolist() == [[0, 1, 1]]
    assert encode_classes([2, 0, 1], 3).tolist() == [[0, 1, 0], [0, 0, 1], [1, 0, 0]]


@pytest.mark.parametrize("k", [2, 3, 7])
def test_class_indices_undo_the_encoding(k):
    indices = np.random.default_rng(k).integers(0, k, 50)
    names = tuple(map(str, range(k)))
    data = dataset(np.zeros((1, 50)), encode_classes(indices, k), names, ("y",) if k == 2 else names)
    assert np.array_equal(data.class_indices, indices)
    assert data.m == 50


def test_regression_has_no_class_indices():
    with pytest.raises(DataError, match="no classes"):
        _ = dataset([[1, 2]], [[1, 2]]).class_indices


def test_extent_leaves_room_around_the_points():
    assert dataset([[0, 10], [3, 3]], [[0, 0]]).extent == ((-0.5, 10.5), (2.0, 4.0))


@pytest.mark.parametrize(
    ("X", "Y", "classes", "outputs"),
    [
        ([[1, 2, 3]], [[1, 2]], (), ("y",)),
        ([1, 2], [[1, 2]], (), ("y",)),
        ([[1, 2]], [[1, 2]], (), ("y", "z")),
        ([[1, 2]], [[1, 0]], ("a", "b", "c"), ("y",)),
    ],
)
def test_parts_that_do_not_fit_are_refused(X, Y, classes, outputs):
    with pytest.raises(DataError):
        dataset(X, Y, classes, outputs)
