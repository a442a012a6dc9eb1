"""The command palette: everything that can be done, opened or set, found by typing in any language of the program."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from playground.files import FIELDS, presets
from playground.lessons.glossary import CARDS
from playground.main_window.appearance import themes
from playground.main_window.dialogs import key_names
from playground.main_window.exports import EXPORTS
from playground.main_window.parts import Parts, show_glossary
from playground.main_window.workspaces import LOWER_RIGHT
from playground.messages import LANGUAGES, LocalText, Message
from playground.training.diagnostics import KINDS
from playground.views.forms.finder import Entry, Finder, entry_of
from playground.views.forms.text import translated, without_key
from playground.views.kit.appearance import pixels
from playground.views.panel_style import set_property

WIDTH, HEIGHT = 560, 420
"""In pixels at 100 %."""


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
        yield entry_of(row.text, row.tooltip, ACTION, action.trigger, key_names(action))
    for export in EXPORTS.values():
        menu = without_key(translated(export.menu)) if export.menu else ""
        yield entry_of(export.text, export.tooltip, EXPORT, partial(parts.exporter.ask, export.name), menu)
    for page in LOWER_RIGHT.values():
        yield entry_of(page.title, page.tooltip, PANEL, partial(parts.area.show_lower_right, page.name))
    for preset in presets():
        experiment = preset.experiment
        about = LocalText(experiment.description) if experiment.description else ""
        yield entry_of(experiment.title, about, PRESET, partial(parts.documents.open_preset, preset.id))
    for field in FIELDS.values():
        show = partial(parts.area.show_field, field.path)
        yield entry_of(field.label, field.tooltip, SETTING, show)
        for choice in (field.choices or {}).values():
            yield entry_of(choice.label, choice.description, TERM, show, translated(field.label))
    for card in CARDS.values():
        yield entry_of(card.title, card.text, TERM, partial(show_glossary, parts, card.name), symbol=card.symbol)
    health = LOWER_RIGHT["health"]
    for kind in KINDS.values():
        yield entry_of(
            kind.label, "", TERM, partial(parts.area.show_lower_right, health.name), translated(health.title)
        )
    for name, label in themes():
        yield entry_of(label, Message("Colours of the window"), THEME, partial(parts.appearance.choose, name))
    for code, language in LANGUAGES.items():
        yield entry_of(language, Message("Language of the window"), LANGUAGE, partial(parts.languages.choose, code))


class Palette(QDialog):
    """What can be done, found by typing: arrow keys choose, Enter does it, Esc leaves."""

    def __init__(self, window: QWidget, among: Sequence[Entry]) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Find anything"))
        self.finder = Finder(among, self.tr("Find anything"), self.tr("An action, a setting, a preset, a term …"))
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setMinimumHeight(3 * self.about.fontMetrics().lineSpacing())
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_property(self.about, "role", "muted")
        layout = QVBoxLayout(self)
        layout.addWidget(self.finder, 1)
        layout.addWidget(self.about)
        self.resize(min(pixels(WIDTH), window.width()), min(pixels(HEIGHT), window.height()))
        self.finder.moved.connect(self._describe)
        self.finder.chosen.connect(self._do)
        self._describe()

    @Slot()
    def _describe(self) -> None:
        entry = self.finder.current
        self.about.setText(self.tr("Nothing of that name.") if entry is None else entry.detail)

    @Slot(object)
    def _do(self, entry: Entry) -> None:
        self.accept()
        self._window.activateWindow()
        QTimer.singleShot(0, self._window, entry.do)  # when the focus is back where it was
