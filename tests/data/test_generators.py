import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.data import GENERATORS, DataError, generate

NAMES = tuple(GENERATORS)
CLASSIFICATIONS = tuple(name for name, record in GENERATORS.items() if record.problem == "classification")
PLANAR = tuple(name for name in CLASSIFICATIONS if name != "xor_points")


def test_every_dataset_of_the_issue_is_in_the_table():
    assert set(NAMES) == {
        "xor_points", "xor", "circles", "gaussians", "spirals", "moons",
        "three_spirals", "blobs", "plane", "bumps", "sine", "heart",
    }  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_record_is_complete(name):
    record = GENERATORS[name]
    assert record.name == name
    assert record.label
    assert record.description.endswith(".")
    assert record.formula
    assert record.noise_label
    assert 0 <= record.noise <= record.noise_maximum
    assert record.samples >= record.samples_minimum
    assert all(low < high for low, high in record.domain)
    assert bool(record.classes) == (record.problem == "classification")


@pytest.mark.parametrize("name", NAMES)
def test_the_signature_gives_columns_of_examples(name):
    record = GENERATORS[name]
    X, Y = record.function(101, 0.1, np.random.default_rng(3))
    m = 4 if record.fixed_samples else 101
    assert X.shape == (record.inputs, m)
    assert Y.shape == (record.outputs, m)
    assert X.dtype == Y.dtype == np.float64
    assert np.isfinite(X).all()
    assert np.isfinite(Y).all()


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_data_and_another_seed_other_data(name):
    def make(seed):
        return generate(name, samples=60, noise=0.2, seed=seed)

    first, again, other = make(5), make(5), make(6)
    assert np.array_equal(first.X, again.X)
    assert np.array_equal(first.Y, again.Y)
    assert not (np.array_equal(first.X, other.X) and np.array_equal(first.Y, other.Y))


@pytest.mark.parametrize("name", CLASSIFICATIONS)
@given(extra=st.integers(0, 40), seed=st.integers(0, 2**32 - 1), noise=st.floats(0, 0.5))
@settings(max_examples=25, deadline=None)
def test_classes_are_balanced_and_all_there(name, extra, seed, noise):
    record = GENERATORS[name]
    dataset = generate(name, samples=record.samples_minimum + extra, noise=noise, seed=seed)
    counts = np.bincount(dataset.class_indices, minlength=len(record.classes))
    assert len(counts) == len(dataset.classes)
    assert counts.min() >= 1
    assert np.ptp(counts) <= 1


@pytest.mark.parametrize("name", CLASSIFICATIONS)
@given(seed=st.integers(0, 2**32 - 1), noise=st.floats(0.01, 0.5))
@settings(max_examples=25, deadline=None)
def test_noise_moves_points_and_leaves_labels(name, seed, noise):
    clean = generate(name, samples=50, noise=0.0, seed=seed)
    noisy = generate(name, samples=50, noise=noise, seed=seed)
    assert np.array_equal(clean.Y, noisy.Y)
    assert (clean.X != noisy.X).all()


@pytest.mark.parametrize("name", CLASSIFICATIONS)
def test_twice_the_noise_moves_each_point_twice_as_far(name):
    still, once, twice = (generate(name, samples=50, noise=noise, seed=1).X for noise in (0.0, 0.1, 0.2))
    np.testing.assert_allclose(twice - still, 2 * (once - still), atol=1e-12)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in CLASSIFICATIONS])
def test_noise_of_a_regression_moves_targets_only(name):
    clean = generate(name, samples=50, noise=0.0, seed=1)
    noisy = generate(name, samples=50, noise=0.1, seed=1)
    assert np.array_equal(clean.X, noisy.X)
    assert (clean.Y != noisy.Y).any(axis=0).all()


@pytest.mark.parametrize(
    ("name", "unit"),
    [("circles", 5.0), ("xor", 5.0), ("moons", 3.0), ("gaussians", 4 * 2**0.5), ("blobs", 5.5), ("spirals", 4.6 / 3.5)],
)
def test_noise_is_a_standard_deviation_in_the_stated_unit(name, unit):
    move = generate(name, samples=20_000, noise=0.3, seed=2).X - generate(name, samples=20_000, noise=0.0, seed=2).X
    assert move.std() == pytest.approx(0.3 * unit, rel=0.02)
    assert abs(move.mean()) < 0.02 * unit


@pytest.mark.parametrize("name", NAMES)
def test_clean_inputs_lie_in_the_domain(name):
    dataset = generate(name, samples=500, noise=0.0, seed=4)
    for row, (low, high) in zip(dataset.X, GENERATORS[name].domain, strict=True):
        assert low <= row.min()
        assert row.max() <= high


@pytest.mark.parametrize("name", PLANAR)
def test_clean_classes_do_not_touch(name):
    dataset = generate(name, samples=600, noise=0.0, seed=8)
    labels = dataset.class_indices
    distance = np.linalg.norm(dataset.X[:, :, np.newaxis] - dataset.X[:, np.newaxis, :], axis=0)
    assert distance[labels[:, np.newaxis] != labels].min() > 0.2


@pytest.mark.parametrize("name", PLANAR)
def test_classes_come_in_no_order(name):
    labels = generate(name, samples=400, noise=0.0, seed=0).class_indices
    first_half = np.bincount(labels[:200], minlength=labels.max() + 1) / 200
    assert np.abs(first_half - 1 / (labels.max() + 1)).max() < 0.12


def test_xor_points_is_the_truth_table_whatever_the_number_of_samples():
    dataset = generate("xor_points", samples=400, noise=0.0, seed=9)
    assert dataset.X.T.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert dataset.Y.tolist() == [[0, 1, 1, 0]]


def test_xor_is_class_1_where_the_signs_differ():
    dataset = generate("xor", samples=300, noise=0.0, seed=1)
    assert np.array_equal(dataset.Y[0] == 1, dataset.X[0] * dataset.X[1] < 0)


def test_circles_have_class_1_inside():
    dataset = generate("circles", samples=300, noise=0.0, seed=1)
    assert np.array_equal(dataset.Y[0] == 1, np.linalg.norm(dataset.X, axis=0) < 3)


def test_plane_and_sine_are_their_formulas():
    plane = generate("plane", samples=100, noise=0.0, seed=1)
    np.testing.assert_allclose(plane.Y[0], (plane.X[0] + plane.X[1]) / 12)
    sine = generate("sine", samples=100, noise=0.0, seed=1)
    np.testing.assert_allclose(sine.Y, np.sin(sine.X))


def test_bumps_reach_their_heights_and_stay_in_range():
    dataset = generate("bumps", samples=20_000, noise=0.0, seed=1)
    assert dataset.Y.min() == pytest.approx(-1, abs=0.1)
    assert dataset.Y.max() == pytest.approx(1, abs=0.1)
    near = np.linalg.norm(dataset.X - np.array([[4.0], [2.5]]), axis=0) < 0.2
    assert dataset.Y[0, near].min() > 0.9


@pytest.mark.parametrize("noise", [0.0, 0.5])
def test_heart_targets_lie_inside_a_sigmoid(noise):
    dataset = generate("heart", samples=500, noise=noise, seed=1)
    assert dataset.Y.min() > 0
    assert dataset.Y.max() < 1


def test_heart_is_a_closed_curve_symmetric_about_its_axis():
    dataset = generate("heart", samples=400, noise=0.0, seed=1)
    order = np.argsort(dataset.X[0])
    curve = dataset.Y[:, order]
    steps = np.linalg.norm(np.diff(curve, axis=1, append=curve[:, :1]), axis=0)
    assert steps.max() < 0.03
    assert curve[0].mean() == pytest.approx(0.5, abs=0.005)
    assert curve[0].min() == pytest.approx(0.1, abs=0.001)
    assert curve[0].max() == pytest.approx(0.9, abs=0.001)


@pytest.mark.parametrize(
    ("name", "settings_", "message"),
    [
        ("torus", {}, "unknown dataset 'torus'"),
        ("xor", {"samples": 1}, "data.samples: 1, expected 2 to"),
        ("blobs", {"samples": 3}, "data.samples: 3, expected 4 to"),
        ("xor", {"samples": 10**9}, "data.samples"),
        ("xor", {"noise": -0.1}, "data.noise: -0.1, expected 0 to 0.5"),
        ("xor", {"noise": 0.6}, "data.noise"),
        ("xor", {"noise": float("nan")}, "data.noise"),
        ("xor", {"seed": -1}, "data.seed: -1"),
    ],
)
def test_what_cannot_be_made_is_refused_in_one_line(name, settings_, message):
    with pytest.raises(DataError, match=message) as caught:
        generate(name, **{"samples": 10, "noise": 0.0, "seed": 0, **settings_})
    assert "\n" not in str(caught.value)
