import numpy as np
import pytest

from playground.data import ONE_CLASS, DataError, formula_generator, sampled


def drawn(formula, domain=(-6.0, 6.0), samples=300, noise=0.0, seed=4):
    return sampled(formula_generator(formula, domain), samples=samples, noise=noise, seed=seed)


def test_a_comparison_draws_two_classes():
    dataset = drawn("sin(x1) > x2")
    X, Y = dataset.values(), dataset.Y
    assert (dataset.problem, dataset.classes, dataset.output_names) == ("classification", ("0", "1"), ("y",))
    np.testing.assert_array_equal(Y[0], np.sin(X[0]) > X[1])
    assert -6 <= X.min() < -5.8
    assert 5.8 < X.max() <= 6


def test_any_other_formula_draws_numbers():
    dataset = drawn("x1*x3", domain=(0.0, 2.0))
    X = dataset.values()
    assert (dataset.problem, dataset.input_names) == ("regression", ("x1", "x2", "x3"))
    np.testing.assert_array_equal(dataset.Y[0], X[0] * X[2])
    assert X.min() >= 0


@pytest.mark.parametrize("formula", ["x1*x2 + noise", "x1*x2"])
def test_noise_is_added_to_numbers_as_it_is_named_or_without_being_named(formula):
    clean, noisy = drawn(formula), drawn(formula, noise=0.5, samples=300)
    np.testing.assert_array_equal(clean.values(), noisy.values())
    X = clean.values()
    np.testing.assert_array_equal(clean.Y[0], X[0] * X[1])
    moves = noisy.Y - clean.Y
    assert 0.4 < moves.std() < 0.6


def test_noise_moves_the_points_of_classes_unless_the_formula_says_where_it_goes():
    clean, noisy, named = drawn("x1 > x2"), drawn("x1 > x2", noise=0.5), drawn("x1 > x2 + noise", noise=0.5)
    np.testing.assert_array_equal(clean.Y, noisy.Y)
    assert 0.4 < (noisy.values() - clean.values()).std() < 0.6
    np.testing.assert_array_equal(clean.values(), named.values())
    flipped = (clean.Y != named.Y)[0]
    assert 0 < flipped.sum() < 60
    assert (np.abs(np.diff(clean.values(), axis=0))[0, flipped] < 2.5).all()  # near the line only


def test_the_same_seed_draws_the_same_and_another_one_does_not():
    one, again, other = drawn("x1 > 0", noise=0.1), drawn("x1 > 0", noise=0.1), drawn("x1 > 0", noise=0.1, seed=5)
    np.testing.assert_array_equal(one.X, again.X)
    assert not np.array_equal(one.X, other.X)


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("sin(x1) > ", "line 1, column 11: a value is missing beside >"),
        ("x1 + y", "line 1, column 6: y is not known here"),
        ("x11 > 0", "column 1: x11 is not known here; a formula of data speaks of the inputs x1 to x10, and of noise"),
        ("3 > 2", "no input is named"),
        ("x1 = 2", "= only gives a name"),
        ("(x1 > 0)", "column 5: a comparison stands outside all brackets"),
        ("x1 > 0 and x2 > 0", "column 6: and, or are not understood"),
        ("__import__('os')", "' cannot be used here"),
        ("x1.real", "a dot after a name"),
        ("[x1, x2]", "mixes examples"),
        ("x1" + " + x1" * 100, "502 characters, expected at most 200"),
        ("", "nothing is typed"),
    ],
)
def test_what_is_no_formula_is_refused_with_its_place(formula, words):
    with pytest.raises(DataError) as raised:
        formula_generator(formula)
    message = str(raised.value)
    assert message.startswith("formula")
    assert words in message
    assert "\n" not in message


@pytest.mark.parametrize("domain", [(1.0, 1.0), (2.0, -2.0), (float("nan"), 1.0), (-np.inf, 0.0), (0.0, 1e308)])
def test_a_range_that_is_none_is_refused(domain):
    with pytest.raises(DataError, match="two ascending numbers"):
        formula_generator("x1", domain)


def test_examples_without_a_value_are_counted_and_one_is_named():
    with pytest.raises(DataError) as raised:
        drawn("log(x1) > x2")
    assert "of 300 examples, such as at x1 = -" in str(raised.value)
    assert "choose a range" in str(raised.value)
    assert drawn("log(x1) > x2", domain=(0.1, 3.0)).m == 300


def test_data_that_teach_nothing_are_told():
    assert drawn("x1 > 9").notes == (ONE_CLASS,)
    assert [str(note) for note in drawn("x1*0 + 2").notes] == ["Every value to predict is 2: there is nothing to learn"]
    assert drawn("x1 > 0").notes == drawn("x1").notes == ()
