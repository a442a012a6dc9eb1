import numpy as np
import pytest
from msgspec.structs import replace

from playground.files import CsvSource, IdxSource, PointsSource
from playground.views.panels.about import own_name, summarize

CSV = CsvSource(csv="/somewhere/iris.csv")
IDX = IdxSource(idx="/somewhere/train-images-idx3-ubyte.gz")
POINTS = PointsSource(points=((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)))


@pytest.fixture
def problem_info(make_snapshot):
    return make_snapshot("circles").problem_info


def with_counts(problem_info, *counts):
    labels = np.repeat(np.arange(len(counts)), counts)
    classes = tuple("abcdefghij"[: len(counts)])
    return replace(problem_info, classes=classes, train_labels=labels[::2], test_labels=labels[1::2])


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (CSV, "iris.csv"),
        (IDX, "train-images-idx3-ubyte.gz"),
        (IdxSource(idx="/somewhere/digits/images-idx3-ubyte.gz"), "digits"),
        (POINTS, "Drawn points"),
    ],
)
def test_own_data_are_called_after_their_file(source, name):
    assert own_name(source) == name


@pytest.mark.parametrize(
    ("source", "origin"),
    [
        ("circles", ""),
        (CSV, "1,200 rows · 2 input columns"),
        (IDX, "1,200 images · 1 × 2 pixels"),
        (POINTS, "1,200 points"),
    ],
)
def test_the_size_of_own_data(problem_info, source, origin):
    many = replace(problem_info, train_X=np.zeros((2, 700)), test_X=np.zeros((2, 500)), image_shape=(1, 2))
    assert summarize(source, many).origin == origin


def test_a_single_point_is_one(problem_info):
    one = replace(problem_info, train_X=np.zeros((2, 1)), test_X=np.zeros((2, 0)))
    assert summarize(POINTS, one).origin == "1 point"


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        ((50, 50, 50), "3 classes: 50 / 50 / 50"),
        ((1200, 800), "2 classes: 1,200 / 800"),
        ((9,) * 10, "10 classes: 9 each"),
        ((7, 9, 9, 9, 9, 9), "6 classes: 7 to 9 each"),
    ],
)
def test_classes_are_counted_over_training_and_test(problem_info, counts, text):
    summary = summarize("circles", with_counts(problem_info, *counts))
    assert summary.targets == text
    assert summary.warning == ""


@pytest.mark.parametrize(
    ("counts", "warning"),
    [
        ((40, 0), "Only one class has examples: there is nothing to tell apart yet."),
        ((40, 40, 0), "Class c has no examples: a network cannot learn it."),
        ((1000, 3), "Class b is rare: high accuracy can mean that it is never predicted."),
    ],
)
def test_data_that_hardly_teach_are_warned_of(problem_info, counts, warning):
    assert summarize("circles", with_counts(problem_info, *counts)).warning == warning


def test_numbers_to_predict_have_a_range(make_snapshot):
    problem_info = make_snapshot("bumps").problem_info
    ends = replace(problem_info, train_Y=np.array([[-1.25, 0.5]]), test_Y=np.array([[3.0, 0.0]]))
    assert summarize("bumps", ends).targets == "To predict: −1.25 … 3.00"
    two = replace(ends, output_names=("u", "v"), train_Y=np.zeros((2, 2)), test_Y=np.ones((2, 2)))
    assert summarize("bumps", two).targets == "2 values to predict: 0 … 1.00"


def test_without_test_data(problem_info):
    alone = replace(with_counts(problem_info, 4, 4), test_labels=np.zeros(0, np.intp))
    assert summarize("circles", alone).targets == "2 classes: 2 / 2"


def test_prices_to_predict_are_written_out(make_snapshot):
    problem_info = make_snapshot("bumps").problem_info
    ends = replace(problem_info, train_Y=np.array([[82700.0, 2e5]]), test_Y=np.array([[361187.4, 1e5]]))
    assert summarize("bumps", ends).targets == "To predict: 82,700 … 361,187"
