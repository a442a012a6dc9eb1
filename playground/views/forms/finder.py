"""What is found by typing, in any language of the program: a field, and below it a list of what matches."""

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from playground.files import folder
from playground.messages import ENGLISH, LANGUAGES, SOURCE_LANGUAGE, Language, in_language, read_catalog
from playground.views.forms.text import translated, without_key
from playground.views.kit.appearance import pixels
from playground.views.kit.building import in_column, search_field

ROW = 24
"""In pixels at 100 %."""
MOVING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class Entry(Struct, frozen=True):
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


def entry_of(
    title: str, detail: str, kind: str, do: Callable[[], object], at_right: str = "", symbol: str = ""
) -> Entry:
    """Return what is found by a title or a symbol, in every language; `at_right` is said instead of its kind."""
    names = tuple(_folded(without_key(in_language(title, language))) for language in _languages())
    names += (_folded(symbol),) if symbol else ()
    others = [in_language(text, language) for language in _languages() for text in (detail, kind) if text]
    return Entry(
        without_key(translated(title)),
        translated(detail) if detail else "",
        at_right or (translated(kind) if kind else ""),
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
    if " ".join(words) in entry.titles:
        return -1
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


class Finder(QWidget):
    """A field to type in, and below it what was found: arrow keys move in the list while one types.

    Signals
    -------
    moved()
        Another entry is the current one, or none.
    chosen(entry)
        Enter, or a click on it.
    """

    moved = Signal()
    chosen = Signal(object)

    def __init__(self, among: Sequence[Entry], name: str, invitation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._among = among
        self._shown: list[Entry] = []
        self.field = search_field(name, invitation)
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
        self.setLayout(in_column(self.field, (self.list, 1)))
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self.look_for)
        self.list.currentItemChanged.connect(self.moved)
        self.list.itemClicked.connect(self._choose)
        self.look_for("")

    @property
    def titles(self) -> list[str]:
        """What was found, best first."""
        return [entry.title for entry in self._shown]

    @property
    def current(self) -> Entry | None:
        index = self.list.currentIndex().row()
        return self._shown[index] if 0 <= index < len(self._shown) else None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the keys that move and choose go to the list while the field has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in MOVING:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose()
                return True
        return False

    @Slot(str)
    def look_for(self, query: str) -> None:
        self._shown = found(query, self._among)
        self.list.clear()
        height = QSize(0, max(pixels(ROW), self.fontMetrics().height() + 6))
        items = [QTreeWidgetItem([entry.title, entry.kind]) for entry in self._shown]
        for item in items:
            item.setSizeHint(0, height)
        self.list.addTopLevelItems(items)
        if items:
            self.list.setCurrentItem(items[0])
        else:
            self.moved.emit()

    def go_to(self, entry: Entry) -> None:
        """Show everything, and stand at one entry."""
        self.field.clear()
        self.list.setCurrentIndex(self.list.model().index(self._shown.index(entry), 0))

    @Slot()
    def _choose(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)
