"""Sessions over small noisy images: three classes of bars, which a network learns in a few epochs."""

import msgspec
import numpy as np
import pytest

from playground.data import Dataset, encode_classes
from playground.files import Experiment, IdxSource, LayerSettings, read_preset
from playground.files.experiment import DataSettings
from playground.training import Snapshot, TrainingSession
from playground.views.images.view import ImagesView

CLASSES = ("upright", "lying", "diagonal")


def bars(m: int = 60, side: int = 6, high: float = 1.0, seed: int = 3) -> Dataset:
    """Return images of bars with noise, values from 0 to `high`."""
    rng = np.random.default_rng(seed)
    labels = np.arange(m) % len(CLASSES)
    images = rng.uniform(0.0, 0.1, (m, side, side))
    for image, label in zip(images, labels, strict=True):
        place = int(rng.integers(1, side - 1))
        if label == 0:
            image[:, place] = 1.0
        elif label == 1:
            image[place, :] = 1.0
        else:
            np.fill_diagonal(image, 1.0)
    names = tuple(f"p{number}" for number in range(side * side))
    X = high * images.reshape(m, -1).T
    return Dataset(X, encode_classes(labels, 3), "classification", CLASSES, names, CLASSES, image_shape=(side, side))


def image_experiment(features: tuple[str, ...], *, standardize: bool = False, hidden: int = 5) -> Experiment:
    given = read_preset("xor")
    layers = (LayerSettings(hidden, "tanh"),) if hidden else ()
    return msgspec.structs.replace(
        given,
        data=DataSettings(
            source=IdxSource(idx="bars.idx"), features=features, train_fraction=0.75, standardize=standardize
        ),
        network=msgspec.structs.replace(given.network, hidden=layers, output_activation="softmax"),
        training=msgspec.structs.replace(given.training, cost="cross_entropy", batch_size=10, learning_rate=0.02),
    )


def pixels(n: int) -> tuple[str, ...]:
    return tuple(f"x{number}" for number in range(1, n + 1))


@pytest.fixture
def make_images():
    """Return a function that returns a session over bars, trained for some epochs."""

    def make(epochs=0, *, features=None, standardize=False, hidden=5, **data) -> TrainingSession:
        dataset = bars(**data)
        experiment = image_experiment(features or pixels(dataset.X.shape[0]), standardize=standardize, hidden=hidden)
        session = TrainingSession(read_preset("xor"))
        session.load(experiment, None, dataset)
        if epochs:
            session.advance(float("inf"), until_epoch=epochs)
        return session

    return make


class Shown:
    """A view and a session, joined as the window joins them."""

    def __init__(self, session: TrainingSession) -> None:
        self.session, self.view = session, ImagesView()
        self.asked = 0
        self.view.queries_changed.connect(self._ask)

    def _ask(self) -> None:
        self.asked += 1
        self.session.observer.queries.ask(self.view.queries)

    def frame(self) -> Snapshot:
        """Show the session as it stands."""
        snapshot = self.session.snapshot()
        self.view.show_snapshot(snapshot)
        return snapshot


@pytest.fixture
def show(qtbot):
    """Return a function that shows a session in the view, with everything asked and answered.

    The offscreen screen is 800 pixels wide: beyond it there is no mouse.
    """

    def show_session(session: TrainingSession, width: int = 780, height: int = 600) -> Shown:
        shown = Shown(session)
        qtbot.addWidget(shown.view)
        shown.view.resize(width, height)
        shown.view.show()
        qtbot.waitExposed(shown.view)
        shown.frame()
        shown.frame()
        return shown

    return show_session
