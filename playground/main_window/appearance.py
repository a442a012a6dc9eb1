"""Colours and size of everything: chosen in the View menu, and remembered; the colours may be the system's."""

from PySide6.QtCore import QObject, QSettings, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from playground.messages import Message
from playground.views.forms.text import translated
from playground.views.kit.appearance import ZOOM_STEPS, apply_appearance, zoomed
from playground.views.theme import LIGHT, SYSTEM, THEMES, Theme, themed

THEME_KEY, ZOOM_KEY = "theme", "zoom"
USUAL_ZOOM = 100


class Appearance(QObject):
    """Which theme and zoom are in force, and the menu that chooses the theme.

    Parameters
    ----------
    settings
        Where both are remembered.

    Attributes
    ----------
    theme
        The colours in force.
    zoom
        What is in force, in percent.
    menu
        The themes, and the system's.

    Signals
    -------
    changed()
        Another theme or zoom is in force.
    """

    changed = Signal()

    def __init__(self, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self.theme: Theme = LIGHT
        self.zoom = self._remembered_zoom
        self.menu = QMenu(self.tr("&Theme"), window)
        self._group = QActionGroup(self)
        for name, label in themes():
            action = self._group.addAction(self.menu.addAction(translated(label)))
            action.setData(name)
            action.setCheckable(True)
        self._group.triggered.connect(self._choose)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply(building=True)

    @property
    def choice(self) -> str:
        """The name of a theme, or the system's."""
        name = str(self._settings.value(THEME_KEY, SYSTEM))
        return name if name in THEMES else SYSTEM

    def choose(self, name: str) -> None:
        """Take a theme, or the system's, and remember that."""
        self._settings.setValue(THEME_KEY, name)
        self._apply()

    def zoom_by(self, steps: int) -> None:
        """Make everything so many steps larger, or smaller, and remember that."""
        self._remember_zoom(zoomed(self.zoom, steps))

    def reset_zoom(self) -> None:
        """Give everything its usual size."""
        self._remember_zoom(USUAL_ZOOM)

    def show_at(self, zoom: int | None) -> None:
        """Show everything at a zoom for a while; None for the one that is remembered."""
        self.zoom = self._remembered_zoom if zoom is None else zoom
        self._apply()

    @property
    def _remembered_zoom(self) -> int:
        text = str(self._settings.value(ZOOM_KEY, USUAL_ZOOM))
        zoom = int(text) if text.isdecimal() else USUAL_ZOOM
        return min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])

    def _remember_zoom(self, zoom: int) -> None:
        self._settings.setValue(ZOOM_KEY, zoom)
        self.show_at(zoom)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.choose(action.data())

    @Slot()
    def _apply(self, *, building: bool = False) -> None:
        self.theme = themed(self.choice)
        for action in self._group.actions():
            action.setChecked(action.data() == self.choice)
        apply_appearance(self.theme, self.zoom, building=building)
        self.changed.emit()


def themes() -> tuple[tuple[str, str], ...]:
    """Return the name and the English label of everything that can be chosen."""
    return (SYSTEM, Message("System")), *((theme.name, theme.label) for theme in THEMES.values())
