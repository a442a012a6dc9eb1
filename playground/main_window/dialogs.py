"""The window's questions and small dialogs."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QMainWindow,
    QMessageBox,
    QScrollBar,
    QWidget,
)

from playground.data.bounded import shown_name
from playground.main_window.geometry import available_size
from playground.messages import Message
from playground.views.forms.text import translated
from playground.views.kit.appearance import pixels
from playground.views.kit.building import in_column, named, scrolling

DISTRIBUTION = "backpropagation-playground"
ARROWS = {Qt.Key.Key_Left: "←", Qt.Key.Key_Right: "→"}
LONGEST = 200
"""Characters of a name that are shown."""
TEXT_WIDTH = 520
"""Pixels at 100 % in which what a key does stands on one line or more."""
Kind = TypeVar("Kind")
Buttons = QMessageBox.StandardButton


class Answer(Enum):
    """What becomes of unsaved changes, or of a file that somebody else has written."""

    SAVE = auto()
    DISCARD = auto()
    REPLACE = auto()
    ELSEWHERE = auto()
    CANCEL = auto()


def ask_saving(window: QWidget, name: str) -> Answer:
    return _saving(window, Message("Unsaved changes"), Message("Save the changes to “{name}”?", name=name))


def ask_saving_lesson(window: QWidget, name: str) -> Answer:
    return _saving(window, Message("Unsaved lesson"), Message("Save the changes to the lesson “{name}”?", name=name))


def _saving(window: QWidget, title: Message, text: Message) -> Answer:
    more = Message("If you discard them, they are still offered at the next start.")
    box = _question(window, QMessageBox.Icon.Question, title, text, more)
    # Qt's own Korean word for this button says that the changes are ignored
    names = {Buttons.Discard: Message("Discard")}
    return _answer(box, {Buttons.Save: Answer.SAVE, Buttons.Discard: Answer.DISCARD}, Answer.CANCEL, names)


def ask_overwriting(window: QWidget, path: Path) -> Answer:
    """Ask what becomes of a file that somebody else has written since it was opened."""
    box = _question(
        window,
        QMessageBox.Icon.Warning,
        Message("Changed on disk"),
        Message("“{name}” was changed by another window or program.", name=path.name),
        Message("Saving here replaces what is in it now by this session."),
    )
    names = {Buttons.SaveAll: Message("Save as …"), Buttons.Apply: Message("Replace")}
    return _answer(box, {Buttons.SaveAll: Answer.ELSEWHERE, Buttons.Apply: Answer.REPLACE}, Answer.CANCEL, names)


def ask_reading(window: QWidget, name: str, files: Sequence[Path]) -> bool:
    """Ask whether an experiment may have files read that are far from it."""
    box = _question(
        window,
        QMessageBox.Icon.Warning,
        Message("Data from elsewhere"),
        Message(
            "“{name}” names data that are not beside it:\n{files}",
            name=shown_name(name)[:LONGEST],
            files="\n".join(map(_shown, files)),
        ),
        Message(
            "They are neither in its folder nor in your home folder, and nothing has been read yet. Open them only if "
            "you know this file, and trust whoever made the experiment."
        ),
    )
    return _answer(box, {Buttons.Open: True}, False, usual=Buttons.Cancel)


def _question(window: QWidget, icon: QMessageBox.Icon, title: Message, text: Message, more: Message) -> QMessageBox:
    box = QMessageBox(icon, translated(title), translated(text), QMessageBox.StandardButton.NoButton, window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(translated(more))
    return box


def _answer(
    box: QMessageBox,
    answers: Mapping[QMessageBox.StandardButton, Kind],
    cancelled: Kind,
    names: Mapping[QMessageBox.StandardButton, Message] | None = None,
    usual: QMessageBox.StandardButton | None = None,
) -> Kind:
    """Ask, and return what the button pressed stands for; Enter is the first one's, or that of the usual one."""
    for button in (*answers, Buttons.Cancel):
        box.addButton(button)
    for button, name in (names or {}).items():
        box.button(button).setText(translated(name))
    box.setDefaultButton(usual or next(iter(answers)))
    box.setEscapeButton(Buttons.Cancel)
    pressed = box.exec()
    box.deleteLater()
    return answers.get(Buttons(pressed), cancelled)


def _shown(path: Path) -> str:
    name = " ".join(str(path).split())
    return name if len(name) <= LONGEST else f"{name[: LONGEST // 2]}…{name[-LONGEST // 2 :]}"


def ask_save_name(window: QWidget, title: str, suggestion: Path, filters: Sequence[str]) -> Path | None:
    """Ask for the name of a file to write; None if the person thinks better of it.

    The suffix of the chosen kind is added where it is left out, before the dialog asks whether to replace a file.
    """
    dialog = QFileDialog(window, title, str(suggestion.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(filters))
    dialog.setDefaultSuffix(suggestion.suffix)
    # ``.npz`` for ``Weights (*.npz)``
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kind[kind.rindex("*") + 1 :].rstrip(")")))
    dialog.selectFile(suggestion.name)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    names = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(names[0]) if accepted and names else None


def file_name(title: str) -> str:
    """Return a title as a plain file name: letters, digits and hyphens."""
    words = "".join(letter if letter.isalnum() else " " for letter in title.lower()).split()
    return "-".join(words) or "experiment"


def keys_dialog(parent: QWidget) -> QDialog:
    """Return the dialog with every shortcut among a window's actions; where the screen is too small, it scrolls."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("dialogs", "Keyboard shortcuts"))
    table = QWidget()
    grid = QGridLayout(table)
    grid.setHorizontalSpacing(24)
    widest = min(pixels(TEXT_WIDTH), available_size(parent).width() // 2)
    for place, action in enumerate(action for action in parent.actions() if action.shortcuts()):
        what = QLabel(action.statusTip(), wordWrap=True)
        what.setMinimumWidth(min(what.fontMetrics().horizontalAdvance(what.text()) + 1, widest))
        grid.addWidget(QLabel(f"<b>{key_names(action)}</b>"), place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(what, place, 1)
    area = named(scrolling(table, sideways=True), dialog.windowTitle())
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the keys scroll it
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    dialog.setLayout(in_column((area, 1), buttons, gap=12, edges=(20, 20, 20, 16)))
    needed = table.sizeHint() + QSize(
        pixels(40) + QScrollBar().sizeHint().width(), pixels(60) + buttons.sizeHint().height()
    )
    dialog.resize(needed.boundedTo(available_size(parent)))
    return dialog


def open_glossary(window: QMainWindow, name: str = "") -> None:
    """Show the glossary, at one of its cards."""
    from playground.views.glossary import Glossary  # few starts need it

    Glossary.of(window).open_at(name)


def about_box(parent: QWidget) -> QMessageBox:
    from importlib.metadata import version  # it loads half of the standard library's mail package

    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(QCoreApplication.translate("dialogs", "About"))
    box.setText(QCoreApplication.translate("dialogs", "Backpropagation Playground"))
    text = QCoreApplication.translate(
        "dialogs",
        "Version {version}. See a neural network learn: edit it, train it live, and look at every weight and gradient. "
        "Free software under the MIT license.",
    )
    box.setInformativeText(text.format(version=version(DISTRIBUTION)))
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    return box


def key_names(action: QAction) -> str:
    """Return the keys of an action as they are called on this computer; arrows as the panels draw them."""
    native = QKeySequence.SequenceFormat.NativeText
    names = ", ".join(keys.toString(native) for keys in action.shortcuts())
    for key, arrow in ARROWS.items():
        names = names.replace(QKeySequence(key).toString(native), arrow)
    return names
