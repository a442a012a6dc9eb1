"""Colours, size and language of everything, chosen in the View menu and remembered, or as the system has them."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QSettings, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from playground.messages import LANGUAGES, SOURCE_LANGUAGE, Message
from playground.views.forms.text import translated
from playground.views.kit.appearance import ZOOM_STEPS, apply_appearance, zoomed
from playground.views.theme import LIGHT, SYSTEM, THEMES, Theme, themed

THEME_KEY, ZOOM_KEY, LANGUAGE_KEY = "theme", "zoom", "language"
USUAL_ZOOM = 100


class ChoiceMenu(QMenu):
    """One of several names, the one in force checked."""

    picked = Signal(str)

    def __init__(self, title: str, choices: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        group = QActionGroup(self)
        for name, label in choices:
            action = group.addAction(self.addAction(label))
            action.setData(name)
            action.setCheckable(True)
        group.triggered.connect(self._pick)

    def check(self, name: str) -> None:
        for action in self.actions():
            action.setChecked(action.data() == name)

    @Slot(QAction)
    def _pick(self, action: QAction) -> None:
        self.picked.emit(action.data())


class Appearance(QObject):
    """Which theme and zoom are in force, and the menu that chooses the theme.

    `zoom`: what is in force, in percent.
    """

    changed = Signal()

    def __init__(self, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self.theme: Theme = LIGHT
        self.zoom = self._remembered_zoom
        self.menu = ChoiceMenu(self.tr("&Theme"), [(name, translated(label)) for name, label in themes()], window)
        self.menu.picked.connect(self.choose)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply(building=True)

    @property
    def choice(self) -> str:
        name = str(self._settings.value(THEME_KEY, SYSTEM))
        return name if name in THEMES else SYSTEM

    @Slot(str)
    def choose(self, name: str) -> None:
        """Take a theme, or the system's, and remember that."""
        self._settings.setValue(THEME_KEY, name)
        self._apply()

    def zoom_by(self, steps: int) -> None:
        """Make everything so many steps larger, or smaller, and remember that."""
        self._remember_zoom(zoomed(self.zoom, steps))

    def reset_zoom(self) -> None:
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

    @Slot()
    def _apply(self, *, building: bool = False) -> None:
        self.theme = themed(self.choice)
        self.menu.check(self.choice)
        apply_appearance(self.theme, self.zoom, building=building)
        self.changed.emit()


def themes() -> tuple[tuple[str, str], ...]:
    """Return the name and the English label of everything that can be chosen."""
    return (SYSTEM, Message("System")), *((theme.name, theme.label) for theme in THEMES.values())


def chosen_language(settings: QSettings) -> str:
    """Return the language that a person chose, or else the system's."""
    name = str(settings.value(LANGUAGE_KEY, SYSTEM))
    return name if name in LANGUAGES else system_language()


def system_language() -> str:
    """Return the first language of the system's own list that the program speaks too, or else English."""
    wanted = (name[:2] for name in QLocale.system().uiLanguages())
    return next((name for name in wanted if name in LANGUAGES), SOURCE_LANGUAGE)


class LanguageMenu(ChoiceMenu):
    """The languages, each under its own name, and the system's.

    Signals
    -------
    chosen(language)
        The window is to speak this language of `LANGUAGES` from now on.
    """

    chosen = Signal(str)

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        system = QCoreApplication.translate("LanguageMenu", "System")
        super().__init__(
            QCoreApplication.translate("LanguageMenu", "&Language"), [(SYSTEM, system), *LANGUAGES.items()], parent
        )
        self._settings = settings
        remembered = str(settings.value(LANGUAGE_KEY, SYSTEM))
        self.check(remembered if remembered in LANGUAGES else SYSTEM)
        self.picked.connect(self.choose)

    @Slot(str)
    def choose(self, name: str) -> None:
        """Speak a language of `LANGUAGES`, or the system's, and remember that."""
        self._settings.setValue(LANGUAGE_KEY, name)
        self.chosen.emit(chosen_language(self._settings))
