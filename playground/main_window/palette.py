"""The command palette: everything that can be done, opened or set, found by typing in any language of the program."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from playground.files import FIELDS, folder, presets
from playground.main_window.appearance import themes
from playground.main_window.dialogs import key_names
from playground.main_window.exports import EXPORTS
from playground.main_window.parts import Parts
from playground.main_window.workspaces import LOWER_RIGHT
from playground.messages import (
    ENGLISH,
    LANGUAGES,
    SOURCE_LANGUAGE,
    Language,
    LocalText,
    Message,
    in_language,
    read_catalog,
)
from playground.training.diagnostics import KINDS
from playground.views.forms.text import translated, without_key
from playground.views.kit.appearance import pixels
from playground.views.panel_style import set_property

WIDTH, HEIGHT, ROW = 560, 420, 24
"""In pixels at 100 %."""
MOVING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


@dataclass(frozen=True)
class Entry:
    """One thing that can be found.

    Attributes
    ----------
    title, detail
        What it is, in a word or two and in a sentence.
    titles, words
        What it is found by: title, and all of its texts, in every language.
    """

    title: str
    detail: str
    kind: str
    titles: tuple[str, ...]
    words: str
    do: Callable[[], object]


ACTION = Message("Action")
EXPORT = Message("Export")
PRESET = Message("Preset")
PANEL = Message("Panel")
SETTING = Message("Setting")
TERM = Message("Term")
THEME = Message("Theme")
LANGUAGE = Message("Language")


def entries(parts: Parts) -> tuple[Entry, ...]:
    return tuple(_entries(parts))


def _entries(parts: Parts) -> Iterator[Entry]:
    for action in parts.window.actions():
        row = action.data()
        yield _entry(row.text, row.tooltip, ACTION, action.trigger, key_names(action, ", "))
    for export in EXPORTS.values():
        yield _entry(export.text, export.tooltip, EXPORT, partial(parts.exporter.ask, export.name))
    for page in LOWER_RIGHT.values():
        yield _entry(page.title, page.tooltip, PANEL, partial(parts.area.show_lower_right, page.name))
    for preset in presets():
        experiment = preset.experiment
        about = LocalText(experiment.description) if experiment.description else ""
        yield _entry(experiment.title, about, PRESET, partial(parts.documents.open_preset, preset.id))
    for field in FIELDS.values():
        show = partial(parts.area.show_field, field.path)
        yield _entry(field.label, field.tooltip, SETTING, show)
        for choice in (field.choices or {}).values():
            yield _entry(choice.label, choice.description, TERM, show, translated(field.label))
    for kind in KINDS.values():
        yield _entry(kind.label, "", TERM, partial(parts.area.show_lower_right, "health"))
    for name, label in themes():
        yield _entry(label, Message("Colours of the window"), THEME, partial(parts.appearance.choose, name))
    for code, language in LANGUAGES.items():
        yield _entry(language, Message("Language of the window"), LANGUAGE, partial(parts.languages.choose, code))


def _entry(title: str, detail: str, kind: Message, do: Callable[[], object], at_right: str = "") -> Entry:
    names = tuple(_folded(without_key(in_language(title, language))) for language in _languages())
    others = [in_language(text, language) for language in _languages() for text in (detail, kind) if text]
    return Entry(
        without_key(translated(title)),
        translated(detail) if detail else "",
        at_right or translated(kind),
        names,
        _folded(" ".join((*names, *others, at_right))),
        do,
    )


def found(query: str, among: Sequence[Entry]) -> list[Entry]:
    """Return the entries in which every word of a query occurs, those first whose title it begins."""
    words = _folded(query).split()
    hits = [entry for entry in among if all(word in entry.words for word in words)]
    return sorted(hits, key=lambda entry: _distance(words, entry))


def _distance(words: Sequence[str], entry: Entry) -> int:
    """How far what was typed is from the title; at the same distance, the order of the tables counts."""
    if not words or any(title.startswith(" ".join(words)) for title in entry.titles):
        return 0
    if any(part.startswith(words[0]) for title in entry.titles for part in title.split()):
        return 1
    return 2 if any(words[0] in title for title in entry.titles) else 3


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


@cache
def _languages() -> tuple[Language, ...]:
    """Return every language; those that are not in use are read from their files, once."""
    return (ENGLISH, *(_language(code) for code in LANGUAGES if code != SOURCE_LANGUAGE))


def _language(code: str) -> Language:
    known = read_catalog(folder("resources") / "translations" / f"playground_{code}.ts")

    def look_up(text: str) -> str:
        return known.get(text, text)

    return Language(code, look_up)


class Palette(QDialog):
    """A field to type in, and below it what was found: arrow keys choose, Enter does it, Esc leaves."""

    def __init__(self, window: QWidget, among: Sequence[Entry]) -> None:
        super().__init__(window)
        self._window, self._among = window, among
        self._shown: list[Entry] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Find anything"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("An action, a setting, a preset, a term …"))
        self.field.setAccessibleName(self.tr("Find anything"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.list = QTreeWidget()
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setMinimumHeight(3 * self.about.fontMetrics().lineSpacing())
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_property(self.about, "role", "muted")
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.about)
        self.resize(min(pixels(WIDTH), window.width()), min(pixels(HEIGHT), window.height()))
        self.field.textChanged.connect(self._find)
        self.list.currentItemChanged.connect(self._describe)
        self.list.itemClicked.connect(self._do)
        self._find("")

    @property
    def titles(self) -> list[str]:
        return [entry.title for entry in self._shown]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the keys that move and choose go to the list while the field has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in MOVING:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do()
                return True
        return False

    @Slot(str)
    def _find(self, query: str) -> None:
        self._shown = found(query, self._among)
        self.list.clear()
        height = QSize(0, max(pixels(ROW), self.fontMetrics().height() + 6))
        items = [QTreeWidgetItem([entry.title, entry.kind]) for entry in self._shown]
        for item in items:
            item.setSizeHint(0, height)
        self.list.addTopLevelItems(items)
        if items:
            self.list.setCurrentItem(items[0])
        self._describe()

    @Slot()
    def _describe(self) -> None:
        entry = self._current
        self.about.setText(self.tr("Nothing of that name.") if entry is None else entry.detail)

    @property
    def _current(self) -> Entry | None:
        index = self.list.currentIndex().row()
        return self._shown[index] if 0 <= index < len(self._shown) else None

    @Slot()
    def _do(self) -> None:
        entry = self._current
        if entry is not None:
            self.accept()
            self._window.activateWindow()
            QTimer.singleShot(0, self._window, entry.do)  # when the focus is back where it was
