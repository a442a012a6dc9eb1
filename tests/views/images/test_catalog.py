import numpy as np
import pytest

from playground.training.image_catalog import ORDERS, PARTS, VERDICTS, Catalog, Choice
from playground.training.queries.predictions import Predictions
from playground.views.images.weights import picture_problem


@pytest.fixture
def asked(make_images):
    session = make_images(epochs=2)
    session.observer.queries.ask([Predictions()])
    return session.snapshot()


def catalog_of(snapshot):
    return Catalog.of(snapshot.problem_info, snapshot.answers[Predictions()])


def test_training_examples_come_first_with_their_numbers_labels_and_pixels(asked):
    catalog, problem_info = catalog_of(asked), asked.problem_info
    m = problem_info.train_X.shape[1]
    assert catalog.size == catalog.available == m + problem_info.test_X.shape[1]
    np.testing.assert_array_equal(catalog.is_test, np.arange(catalog.size) >= m)
    np.testing.assert_array_equal(catalog.labels, np.concatenate([problem_info.train_labels, problem_info.test_labels]))
    which = np.array([m + 1, 3, 0])
    X = catalog.pixels(problem_info, which)
    np.testing.assert_array_equal(X[0], problem_info.test_X[:, 1])
    np.testing.assert_array_equal(X[1], problem_info.train_X[:, 3])
    np.testing.assert_array_equal(X[2], problem_info.train_X[:, 0])


def test_before_the_first_answer_the_examples_are_there_and_nothing_is_known(asked):
    catalog = Catalog.of(asked.problem_info, None)
    assert catalog.size == catalog_of(asked).size
    assert catalog.predicted is None
    assert Choice(verdict="wrong", order="error").select(catalog).size == catalog.size


@pytest.mark.parametrize("verdict", VERDICTS)
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("label", [None, 1])
def test_filters_let_through_what_they_say(asked, verdict, part, order, label):
    catalog = catalog_of(asked)
    chosen = Choice(verdict, part, label, order).select(catalog)
    accepted = {"all": [True, False], "right": [True], "wrong": [False]}[verdict]
    tests = {"both": [True, False], "train": [False], "test": [True]}[part]
    expected = [
        place
        for place in range(catalog.size)
        if catalog.correct[place] in accepted
        and catalog.is_test[place] in tests
        and label in (None, catalog.labels[place])
    ]
    assert sorted(chosen.tolist()) == expected
    if order == "error":
        assert (np.diff(catalog.error[chosen]) <= 0).all()
    else:
        assert chosen.tolist() == expected


def test_only_choices_that_depend_on_the_network_follow_it():
    assert not Choice(part="test", label=2).follows
    assert Choice(verdict="wrong").follows
    assert Choice(order="error").follows


@pytest.mark.parametrize(
    ("features", "problem"),
    [
        (None, None),
        (("x2", "x1"), 0),
        (("x1",), 1),
        (("x1", "sin(x2)"), 1),
        ((*(f"x{number}" for number in range(1, 37)), "x1**2"), 36),
    ],
)
def test_weights_are_pictures_only_of_plain_pixels_in_order(make_images, features, problem):
    assert picture_problem(make_images(features=features).snapshot().problem_info) == problem
