"""The colours of the window: chosen in the View menu, remembered, and those of the system where that is the choice."""

from PySide6.QtCore import QObject, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from playground.main_window.language import SYSTEM
from playground.views.forms.text import translated
from playground.views.panel_style import wear
from playground.views.theme import DARK, LIGHT, THEMES, Theme

KEY = "theme"


class Appearance(QObject):
    """Which theme is in force, and the menu that chooses it.

    Parameters
    ----------
    settings
        Where the choice is remembered.

    Attributes
    ----------
    menu
        The themes, and the system's.

    Signals
    -------
    changed()
        Another theme is in force.
    """

    changed = Signal()

    def __init__(self, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self.theme: Theme = LIGHT
        self.menu = QMenu(self.tr("&Theme"), window)
        self._group = QActionGroup(self)
        for name, label in ((SYSTEM, self.tr("System")), *((theme.name, theme.label) for theme in THEMES.values())):
            action = self._group.addAction(self.menu.addAction(translated(label)))
            action.setData(name)
            action.setCheckable(True)
        self._group.triggered.connect(self._choose)
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._apply()

    @property
    def choice(self) -> str:
        """The name of a theme, or the system's."""
        name = str(self._settings.value(KEY, SYSTEM))
        return name if name in THEMES else SYSTEM

    def choose(self, name: str) -> None:
        """Take a theme, or the system's, and remember that."""
        self._settings.setValue(KEY, name)
        self._apply()

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.choose(action.data())

    @Slot()
    def _follow(self) -> None:
        self._apply()

    def _apply(self) -> None:
        before, choice = self.theme, self.choice
        self.theme = THEMES.get(choice) or system_theme(self._hints.colorScheme())
        for action in self._group.actions():
            action.setChecked(action.data() == choice)
        wear(self.theme)
        if self.theme is not before:
            self.changed.emit()


def system_theme(scheme: Qt.ColorScheme) -> Theme:
    """Return the theme that fits what the system asks for."""
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
