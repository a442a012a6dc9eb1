import msgspec
import numpy as np
import pytest

from playground.data import Dataset, encode_classes
from playground.files import IdxSource, LayerSettings, read_preset
from playground.training import TrainingError
from playground.training.image_catalog import Classify, class_probabilities
from playground.training.training_run import TrainingRun

SIDE = 4
OUTPUTS = {
    "softmax": ("softmax", "cross_entropy", 3),
    "sigmoid": ("sigmoid", "binary_cross_entropy", 2),
    "tanh": ("tanh", "squared_error", 3),
    "linear": ("linear", "squared_error", 2),
}


def run_of(output="softmax", cost="cross_entropy", classes=3, *, standardize=False, dtype="float64", features=None):
    rng = np.random.default_rng(7)
    labels = np.arange(30) % classes
    X = rng.uniform(0, 16, (SIDE * SIDE, 30)) + labels
    names = tuple(f"p{number}" for number in range(SIDE * SIDE))
    classes_named = tuple(f"class {number}" for number in range(classes))
    rows = classes_named if classes > 2 else ("y",)
    data = Dataset(X, encode_classes(labels, classes), "classification", classes_named, names, rows, (SIDE, SIDE))
    given = read_preset("xor")
    formulas = features or tuple(f"x{number}" for number in range(1, SIDE * SIDE + 1))
    experiment = msgspec.structs.replace(
        given,
        data=msgspec.structs.replace(
            given.data, source=IdxSource(idx="noise.idx"), features=formulas, standardize=standardize
        ),
        network=msgspec.structs.replace(
            given.network, hidden=(LayerSettings(5, "tanh"),), output_activation=output, dtype=dtype
        ),
        training=msgspec.structs.replace(given.training, cost=cost),
    )
    run = TrainingRun.start(experiment, None, data)
    run.trainer.run_epochs(2)
    return run


@pytest.fixture(scope="module")
def image():
    return np.random.default_rng(1).uniform(0, 16, SIDE * SIDE)


@pytest.mark.parametrize("kind", OUTPUTS.values(), ids=OUTPUTS)
@pytest.mark.parametrize("standardize", [False, True], ids=["plain", "standardized"])
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_a_drawn_image_is_classified_as_the_network_would(kind, standardize, dtype, image):
    run = run_of(*kind, standardize=standardize, dtype=dtype)
    answer = Classify(tuple(image.tolist())).prepare(run)()
    expected = run.network.predict(((image[:, None] - run.examples.mean) / run.examples.scale).astype(dtype))
    np.testing.assert_array_equal(answer.outputs, expected[:, 0])
    assert answer.probabilities.shape == (kind[2],)
    assert answer.predicted == answer.probabilities.argmax()
    assert not answer.outputs.flags.writeable
    assert not answer.probabilities.flags.writeable


def test_an_example_of_the_data_is_classified_as_among_the_data():
    run = run_of(standardize=True)
    answer = Classify(tuple(run.examples.train.X[:, 3].tolist())).prepare(run)()
    np.testing.assert_allclose(answer.outputs, run.network.predict(run.examples.train.F)[:, 3], rtol=1e-12)


def test_the_answer_follows_the_training(image):
    run = run_of()
    ask = Classify(tuple(image.tolist())).prepare(run)
    before = ask()
    run.trainer.run_epochs(1)
    after = ask()
    assert after is not before
    assert (after.outputs != before.outputs).any()
    np.testing.assert_array_equal(after.outputs, run.network.predict(image[:, None])[:, 0])


def test_formulas_of_the_pixels_are_computed(image):
    run = run_of(features=("x1 * x2", "x16**2"))
    answer = Classify(tuple(image.tolist())).prepare(run)()
    F = np.array([[image[0] * image[1]], [image[15] ** 2]])
    np.testing.assert_allclose(answer.outputs, run.network.predict(F)[:, 0])


def test_equal_drawings_are_one_query(image):
    one, other = Classify(tuple(image.tolist())), Classify(tuple(image.tolist()))
    assert one == other
    assert hash(one) == hash(other)
    assert one != Classify(tuple((image + 1).tolist()))


@pytest.mark.parametrize("count", [0, SIDE * SIDE - 1, SIDE * SIDE + 1])
def test_an_image_of_another_size_is_refused(count):
    with pytest.raises(TrainingError, match=f"an image of {count} pixels, expected {SIDE * SIDE}"):
        Classify((0.0,) * count).prepare(run_of())


def test_data_that_are_no_images_are_refused():
    with pytest.raises(TrainingError, match="no images"):
        Classify((0.0, 0.0)).prepare(TrainingRun.start(read_preset("xor")))


def test_a_feature_without_a_value_is_refused():
    with pytest.raises(TrainingError, match="no value"):
        Classify((0.0,) * SIDE * SIDE).prepare(run_of(features=("1 / x1",)))


def test_probabilities_of_softmax_and_sigmoid_are_the_outputs():
    outputs = np.array([[0.2, 0.7], [0.5, 0.1], [0.3, 0.2]])
    np.testing.assert_array_equal(class_probabilities(outputs, (0.0, 1.0)), outputs)
    np.testing.assert_allclose(class_probabilities(outputs[:1], (0.0, 1.0)), [[0.8, 0.3], [0.2, 0.7]])


def test_other_outputs_are_on_their_way_from_no_to_yes():
    outputs = np.array([[-1.0, 0.0, 1.0, 3.0]])
    np.testing.assert_allclose(class_probabilities(outputs, (-1.0, 1.0))[1], [0.0, 0.5, 1.0, 1.0])
