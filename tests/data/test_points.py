import numpy as np
import pytest

from playground.data import DataError, n_point_classes, points_dataset, points_frame
from playground.data.points import CLASSES_MAXIMUM, NAME_MAXIMUM, POINTS_MAXIMUM, numbered


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
        ([[1, 2, 10]], "class 10,"),
        ([[1, 2, 0], [1, 2, float("nan")]], r"points\[1\]: expected finite numbers"),
        ([[1, 2, 0], [1, float("inf"), 0], [1, 0]], r"points\[1\]: expected finite numbers"),
        ([[1, 2, 0], [1, 2, -1], [float("nan"), 2, 0]], r"points\[1\]: class -1"),
        ([[1, 2, 0], [], [1, 2, 0]], r"points\[1\]: 0 numbers, expected 3"),
        ([[0, 0]] * (POINTS_MAXIMUM + 1), "100001 points, expected 1 to 100000"),
    ],
)
def test_what_is_no_point_is_refused(points, message):
    with pytest.raises(DataError, match=message):
        points_dataset(points)


@pytest.mark.parametrize(("n_classes", "classes"), [(0, 3), (2, 3), (3, 3), (4, 4), (10, 10)])
def test_there_may_be_more_classes_than_have_a_point(n_classes, classes):
    data = points_dataset([[0, 0, 2], [1, 1, 0]], n_classes)
    assert data.classes == tuple(map(str, range(classes)))
    assert data.Y.shape == (classes, 2)
    assert data.class_indices.tolist() == [2, 0]
    assert n_point_classes([[0, 0, 2], [1, 1, 0]], n_classes) == classes


@pytest.mark.parametrize("n_classes", [-1, 11])
def test_a_number_of_classes_out_of_bounds(n_classes):
    with pytest.raises(DataError, match=r"data\.source\.classes: -?\d+, expected a whole number from 0 to 10"):
        points_dataset([[0, 0, 2]], n_classes)


@pytest.mark.parametrize(
    ("farthest", "half"),
    [(0, 6), (5.9, 6), (6, 6), (6.1, 10), (10, 10), (-11, 20), (20.5, 50), (99, 100), (2345, 5e3)],
)
def test_the_frame_of_points_grows_in_steps(farthest, half):
    assert points_frame(points_dataset([[farthest, 0, 0], [1, 1, 1]])) == ((-half, half), (-6, 6))


@pytest.mark.parametrize("farthest", [-1.7e308, 1e300])
def test_the_frame_of_points_has_a_length(farthest):
    (low, high), _ = points_frame(points_dataset([[farthest, 0, 0]]))
    assert np.isfinite(high - low)


AXES = ((-0.5, 1.5), (150.0, 190.0))


def test_given_axes_stay_and_are_widened_only_for_points_beyond_them():
    inside = points_dataset([[0, 160, 0], [1, 170, 1]])
    assert points_frame(inside, AXES) == AXES
    assert points_frame(points_dataset([[0, 140, 0], [2.5, 170, 1]]), AXES) == ((-0.5, 2.5), (140.0, 190.0))
    (low, high), _ = points_frame(points_dataset([[-1.7e308, 160, 0], [1.7e308, 160, 0]]), AXES)
    assert np.isfinite(high - low)


@pytest.mark.parametrize(
    ("axes", "message"),
    [
        (AXES[:1], "axes: 1 given, expected 2"),
        (((0.0, 1.0), (1.0, 1.0)), r"axes\[1\]: from 1 to 1, expected two ascending numbers"),
        (((1.0, 0.0), (0.0, 1.0)), r"axes\[0\]: from 1 to 0"),
        (((0.0, float("inf")), (0.0, 1.0)), r"axes\[0\]"),
        (((0.0, 1.0), (float("nan"), 1.0)), r"axes\[1\]"),
    ],
)
def test_axes_that_are_none(axes, message):
    with pytest.raises(DataError, match=message):
        points_frame(points_dataset([[0, 0, 0]]), axes)


def test_names_of_columns_and_classes_are_kept():
    data = points_dataset([[1, 2, 0], [3, 4, 2]], names=("height", "weight"), class_names=("cat", "dog"))
    assert data.input_names == ("height", "weight")
    assert data.classes == data.output_names == ("cat", "dog", "2")
    assert points_dataset([[1, 2, 1]], class_names=("a", "b", "c")).classes == ("a", "b")


@pytest.mark.parametrize(
    ("names", "expected"),
    [((), "012345"), ("ab", "ab2345"), ("12", "123456"), ("57", "572346"), ("012345678", "012345")],
)
def test_further_classes_are_called_by_numbers_that_are_no_name_yet(names, expected):
    assert numbered(names, 6) == tuple(expected)
    for count in range(7):
        assert numbered(names, count) == tuple(expected)[:count]


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ({"names": ("a",)}, "names: 1 given, expected 2"),
        ({"names": ("a", "a")}, r"names\[1\]: 'a' is there twice"),
        ({"names": ("a", "")}, r"names\[1\]: '', expected a name"),
        ({"class_names": ("a", "b" * (NAME_MAXIMUM + 1))}, r"class_names\[1\]: 'b{40}', expected a name of at most"),
        ({"class_names": ("a", "b", "a")}, r"class_names\[2\]: 'a' is there twice"),
        ({"class_names": tuple("abcdefghijk")}, f"class_names: 11 given, expected at most {CLASSES_MAXIMUM}"),
    ],
)
def test_names_that_are_none(names, message):
    with pytest.raises(DataError, match=message):
        points_dataset([[0, 0, 0]], **names)
