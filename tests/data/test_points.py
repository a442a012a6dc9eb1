import numpy as np
import pytest

from playground.data import DataError, points_dataset


def test_two_classes():
    data = points_dataset([[1.5, -2, 0], [3, 4, 1], [5, 6, 1]])
    assert data.X.tolist() == [[1.5, 3, 5], [-2, 4, 6]]
    assert data.Y.tolist() == [[0, 1, 1]]
    assert data.classes == ("0", "1")
    assert data.input_names == ("x1", "x2")
    assert data.output_names == ("y",)
    assert data.X.flags.c_contiguous


def test_three_classes_are_one_hot_and_keep_their_numbers():
    data = points_dataset([[0, 0, 2], [1, 1, 0]])
    assert data.classes == ("0", "1", "2")
    assert data.class_indices.tolist() == [2, 0]
    assert data.Y.shape == (3, 2)


def test_one_class_so_far_is_a_problem_of_two_classes():
    data = points_dataset([[1, 2, 0]])
    assert data.classes == ("0", "1")
    assert data.Y.tolist() == [[0]]


def test_points_may_have_one_coordinate():
    assert np.array_equal(points_dataset([[0.5, 1], [0.7, 0]]).X, [[0.5, 0.7]])


@pytest.mark.parametrize(
    ("points", "message"),
    [
        ([], "0 points, expected 1 to 100000"),
        ([[1]], r"points\[0\]: expected at least one coordinate"),
        ([[1, 2, 0], [1, 0]], r"points\[1\]: 2 numbers, expected 3"),
        ([[1, 2, 0], [1, float("nan"), 0]], r"points\[1\]: expected finite numbers"),
        ([[1, float("inf"), 0]], "finite"),
        ([[1, 2, 0.5]], "class 0.5, expected a whole number from 0 to 9"),
        ([[1, 2, -1]], "class -1"),
        ([[1, 2, 10]], "class 10"),
    ],
)
def test_what_is_no_point_is_refused(points, message):
    with pytest.raises(DataError, match=message):
        points_dataset(points)
