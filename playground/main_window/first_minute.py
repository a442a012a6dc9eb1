"""The first minute: a pace that can be watched, a run that rests when its problem is solved, and where to begin."""

from collections.abc import Callable, Mapping

import msgspec
from PySide6.QtCore import QObject, QSettings, Slot

from playground.files import Experiment
from playground.training import SPEED_LIMITS
from playground.views.banner import Banner

SPEED_KEY, WELCOME_KEY = "speed", "welcome"
FIRST_SPEED = "epochs_30"
TARGET_COST = 0.01
"""Of the first run: with `FIRST_SPEED` it is reached after about eight seconds."""


def is_first(settings: QSettings) -> bool:
    """Return whether the first minute is not over yet: nothing was ever chosen, or the line was left standing."""
    if not settings.allKeys():
        settings.setValue(SPEED_KEY, FIRST_SPEED)
        settings.setValue(WELCOME_KEY, True)
    return str(settings.value(WELCOME_KEY, "false")).lower() == "true"


def chosen_speed(settings: QSettings) -> str:
    """Return the speed that was chosen last; as fast as possible where none was."""
    name = str(settings.value(SPEED_KEY, ""))
    return name if name in SPEED_LIMITS else next(iter(SPEED_LIMITS))


def resting(experiment: Experiment) -> Experiment:
    """Return the experiment of a first start, which rests when its problem is solved."""
    training = msgspec.structs.replace(experiment.training, target_cost=TARGET_COST)
    return msgspec.structs.replace(experiment, training=training)


class FirstMinute(QObject):
    """The line over the window that offers three ways to begin, until one of them was gone or it was closed.

    `begin`: what begins each of the ways: run, follow, course.
    """

    def __init__(
        self, line: Banner, begin: Mapping[str, Callable[[], object]], settings: QSettings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.line, self._begin, self._settings = line, begin, settings
        line.dismissed.connect(self._end)
        line.action_triggered.connect(self._go)

    def show(self) -> None:
        self.line.show_message(
            "info",
            self.tr("New here? Three ways to begin:"),
            [
                (self.tr("Run"), "run"),
                (self.tr("Follow one weight"), "follow"),
                (self.tr("Start the course"), "course"),
            ],
        )

    @Slot(str)
    def _go(self, way: str) -> None:
        self.line.clear()
        self._end()
        self._begin[way]()

    @Slot()
    def _end(self) -> None:
        self._settings.setValue(WELCOME_KEY, False)
