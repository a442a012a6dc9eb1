"""The landscape with a session behind it, in one thread: commands are applied when the test says so."""

import pytest

from playground.files import override, read_preset
from playground.training import TrainingSession
from playground.views.landscape.view import LandscapeView


class Bench:
    """A view, the session it shows, and the commands it has sent."""

    def __init__(self, view: LandscapeView, session: TrainingSession) -> None:
        self.view, self.session = view, session
        self.waiting: list[object] = []
        self.sent: list[object] = []
        view.command_requested.connect(self._take)

    def frame(self) -> None:
        """Show the session as it is."""
        self.view.show_snapshot(self.session.snapshot())

    def settle(self) -> None:
        """Apply what was sent, and let the jobs finish."""
        for _ in range(200):
            while self.waiting:
                self.waiting.pop(0).apply(self.session)
            busy = self.session.jobs.advance(0.05)
            self.frame()
            if not busy and not self.waiting:
                return
        raise AssertionError("it never comes to rest")

    def forget(self) -> None:
        """Forget what was sent so far."""
        self.sent.clear()

    def _take(self, command: object) -> None:
        self.waiting.append(command)
        self.sent.append(command)


@pytest.fixture
def make_bench(qtbot, monkeypatch):
    """``make_bench("xor", epochs=5, **{"network.hidden": "[8,8]"})``: a shown view and its session."""
    monkeypatch.setattr("playground.views.landscape.modes.PAUSED_SECONDS", 0.0)

    def make(preset="circles", epochs=0, size=(770, 560), show=True, **overrides):
        session = TrainingSession(override(read_preset(preset), [f"{k}={v}" for k, v in overrides.items()]))
        session.advance(float("inf"), until_epoch=epochs)
        view = LandscapeView()
        qtbot.addWidget(view)
        view.resize(*size)
        bench = Bench(view, session)
        bench.frame()
        if show:
            view.show()
            qtbot.waitExposed(view)
            bench.settle()
        return bench

    return make
