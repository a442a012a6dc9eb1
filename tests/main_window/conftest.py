"""The real window, with a worker thread and settings of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from playground.app import application
from playground.files import read_preset
from playground.main_window.window import MainWindow
from playground.training import TrainingSession

MakeWindow = Callable[..., MainWindow]


@pytest.fixture(scope="session")
def qapp():
    return application()


@pytest.fixture(autouse=True)
def private_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(QMessageBox, "exec", lambda *_: pytest.fail("a dialog that blocks"))


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeWindow]:
    made: list[MainWindow] = []

    def make(
        preset: str = "circles",
        size: tuple[int, int] = (1280, 820),
        settings: QSettings | None = None,
        session: TrainingSession | None = None,
    ) -> MainWindow:
        own = settings or QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(session or TrainingSession(read_preset(preset)), own)
        window.resize(*size)
        window.show()
        made.append(window)
        qtbot.waitUntil(lambda: window.snapshot is not None)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return make_window()
