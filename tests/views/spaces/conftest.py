"""The spaces view with a session behind it, in one thread."""

import pytest

from playground.files import override, read_preset
from playground.training import TrainingSession
from playground.training.commands import Ask
from playground.views.spaces.view import SpacesView


class Bench:
    """A view and the session it shows; what it asks for is asked at once."""

    def __init__(self, view: SpacesView, session: TrainingSession) -> None:
        self.view, self.session = view, session
        self.asked = 0
        view.queries_changed.connect(self._ask)
        self._ask()

    def frame(self) -> None:
        """Show the session as it is; twice, since a query may come of the first."""
        self.view.show_snapshot(self.session.snapshot())
        self.view.show_snapshot(self.session.snapshot())

    def train(self, epochs: int) -> None:
        self.session.advance(float("inf"), until_epoch=self.session.epoch + epochs)
        self.frame()

    def _ask(self) -> None:
        self.asked += 1
        Ask(self.view.queries).apply(self.session)


@pytest.fixture
def make_bench(qtbot):
    """``make_bench("spirals", epochs=5, mode="neurons", **{"network.hidden": "[8,8]"})``."""

    def make(preset="spirals", epochs=3, mode="pca", size=(770, 560), show=True, **overrides):
        session = TrainingSession(override(read_preset(preset), [f"{k}={v}" for k, v in overrides.items()]))
        session.advance(float("inf"), until_epoch=epochs)
        view = SpacesView()
        qtbot.addWidget(view)
        view.resize(*size)
        bench = Bench(view, session)
        if show:
            view.show()
            qtbot.waitExposed(view)
        view.set_mode(mode)
        bench.frame()
        return bench

    return make
