"""The language of the window: chosen in the View menu, remembered from start to start."""

from PySide6.QtCore import QLocale, QSettings, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from playground.messages import LANGUAGES, SOURCE_LANGUAGE

KEY = "language"
SYSTEM = "system"
"""What is remembered where the system's language is to be spoken."""


def chosen_language(settings: QSettings) -> str:
    """Return the language that a person chose, or else the system's."""
    name = str(settings.value(KEY, SYSTEM))
    return name if name in LANGUAGES else system_language()


def system_language() -> str:
    """Return the first language of the system's own list that the program speaks too, or else English."""
    wanted = (name[:2] for name in QLocale.system().uiLanguages())
    return next((name for name in wanted if name in LANGUAGES), SOURCE_LANGUAGE)


class LanguageMenu(QMenu):
    """The languages, each under its own name, and the system's.

    Parameters
    ----------
    settings
        Where the choice is remembered.

    Signals
    -------
    chosen(language)
        The window is to speak this language of `LANGUAGES` from now on.
    """

    chosen = Signal(str)

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setTitle(self.tr("&Language"))
        group = QActionGroup(self)
        remembered = str(settings.value(KEY, SYSTEM))
        for name, label in ((SYSTEM, self.tr("System")), *LANGUAGES.items()):
            action = group.addAction(self.addAction(label))
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name == remembered or (name == SYSTEM and remembered not in LANGUAGES))
        group.triggered.connect(self._choose)

    def choose(self, name: str) -> None:
        """Speak a language of `LANGUAGES`, or the system's, and remember that."""
        self._settings.setValue(KEY, name)
        self.chosen.emit(chosen_language(self._settings))

    def _choose(self, action: QAction) -> None:
        self.choose(action.data())
