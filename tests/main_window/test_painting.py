"""The window tells the worker when a frame is painted."""

from playground import bridge
from playground.training.commands import Pause, Run


def test_training_goes_on_as_soon_as_a_frame_is_painted(qtbot, monkeypatch, window):
    monkeypatch.setattr(bridge, "PAINTING_SECONDS", 60.0)
    first = window.snapshot.number
    window.post(Run())
    qtbot.waitUntil(lambda: window.snapshot.number > first + 3)
    monkeypatch.setattr(bridge, "PAINTING_SECONDS", 0.0)
    window.post(Pause())
    qtbot.waitUntil(lambda: not window.snapshot.running)
