"""Random actions in the real window, exports among them: no error that nobody expected, and the session stays whole."""

import os
import random
import sys
import tempfile
import time
import traceback
import warnings
from pathlib import Path
from types import TracebackType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = tempfile.mkdtemp()
os.environ |= {"HOME": HOME, "XDG_DATA_HOME": HOME, "XDG_CONFIG_HOME": HOME}

from campaign import campaign
from PySide6.QtCore import QPoint, QSettings, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox, QWidget

from playground.app import application
from playground.files import presets, read_preset
from playground.main_window.exports import EXPORTS
from playground.main_window.window import MainWindow
from playground.main_window.workspaces import WORKSPACES
from playground.training import TrainingSession
from playground.training.commands import ChangeField, Pause, Run, Scrub, SetParameter

KEYS = [Qt.Key.Key_Space, Qt.Key.Key_R, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Tab]
KEYS += [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Z, Qt.Key.Key_D, Qt.Key.Key_Home, Qt.Key.Key_Delete]
LEFT_ALONE = {"quit", "present", "about", "keys", "find"}


class Attack:
    """A window, and what happened in it that nobody expected."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self.app = application(offscreen=True)
        for kind in (QMessageBox, QDialog, QMenu):
            kind.exec = lambda *_: 0  # nobody is there to answer
        for name in ("getOpenFileName", "getSaveFileName"):
            setattr(QFileDialog, name, lambda *_: ("", ""))
        sys.excepthook = self._escaped
        session = TrainingSession(read_preset("circles"))
        self.window = MainWindow(session, QSettings(f"{HOME}/window.ini", QSettings.Format.IniFormat))
        self.window._worker.failed.connect(self.errors.append)
        self.window.resize(1280, 820)
        self.window.show()
        self.names = [preset.id for preset in presets()]
        self.impatience = QTimer(interval=30)  # a menu of a button waits for somebody to choose
        self.impatience.timeout.connect(self._close_popup)
        self.impatience.start()

    def _close_popup(self) -> None:
        waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if waiting is not None:
            waiting.close()

    def _escaped(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.errors.append("".join(traceback.format_exception(kind, error, trace)))

    def attempt(self, draw: random.Random) -> str:
        """Do one random thing, and see what comes of it."""
        kinds = {"command": self.command, "action": self.action, "key": self.key, "click": self.click}
        kinds |= {"workspace": self.workspace, "export": self.export}
        name = draw.choices(list(kinds), [4, 3, 3, 4, 1, 1])[0]
        kinds[name](draw)
        end = time.monotonic() + draw.choice([0.0, 0.005, 0.03])
        self.app.processEvents()
        while time.monotonic() < end:
            self.app.processEvents()
        errors, self.errors[:] = self.errors[:], []
        assert not errors, errors[0]
        return name

    def command(self, draw: random.Random) -> None:
        preset = read_preset(draw.choice(self.names))
        commands = [
            Run(),
            Pause(),
            Scrub(draw.randrange(50)),
            ChangeField("data.source", preset.data.source),
            ChangeField("network.hidden", preset.network.hidden),
            ChangeField("training.learning_rate", 10.0 ** draw.uniform(-4, 1)),
            SetParameter(1, 0, 0, draw.choice([0.0, 1.0, -1e300, 1.7e308])),
        ]
        self.window.post(draw.choice(commands))

    def action(self, draw: random.Random) -> None:
        actions = [each for each in self.window.findChildren(QAction) if each.isEnabled() and each.objectName()]
        action = draw.choice(actions)
        if action.objectName() not in LEFT_ALONE and "language" not in action.objectName():
            action.trigger()

    def _widget(self, draw: random.Random) -> QWidget:
        seen = [each for each in self.window.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
        return draw.choice([each for each in seen if each.window() is self.window] or [self.window])

    def key(self, draw: random.Random) -> None:
        QTest.keyClick(QApplication.focusWidget() or self._widget(draw), draw.choice(KEYS))

    def click(self, draw: random.Random) -> None:
        widget = self._widget(draw)
        place = QPoint(draw.randrange(max(1, widget.width())), draw.randrange(max(1, widget.height())))
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def workspace(self, draw: random.Random) -> None:
        self.window.show_workspace(draw.choice(list(WORKSPACES)))

    def export(self, draw: random.Random) -> None:
        record = EXPORTS[draw.choice(list(EXPORTS))]
        self.window._exporter.export(record.name, Path(HOME) / f"out{draw.choice(record.endings)}")


def main() -> int:
    """Run the campaign."""
    warnings.simplefilter("ignore")
    attack = Attack()
    code = campaign(__doc__ or "", 20_000, attack.attempt)
    attack.window._guard.closing.ask = None
    attack.window.close()
    attack.window.shut_down()
    sys.stdout.flush()
    os._exit(code)  # no more than this is looked at


if __name__ == "__main__":
    main()
