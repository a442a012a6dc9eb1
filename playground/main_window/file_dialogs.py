"""Asking for the name of a file to write, in the folder that was used last."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget


def ask_save_name(window: QWidget, title: str, suggestion: Path, filters: Sequence[str]) -> Path | None:
    """Ask for the name of a file to write; None if the person thinks better of it.

    The suffix of the chosen kind is added where it is left out, before the dialog asks whether to replace a file.
    """
    dialog = QFileDialog(window, title, str(suggestion.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(filters))
    dialog.setDefaultSuffix(suggestion.suffix)
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_suffix_of(chosen)))
    dialog.selectFile(suggestion.name)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    names = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(names[0]) if accepted and names else None


def _suffix_of(name_filter: str) -> str:
    """Return ``.npz`` for ``Weights (*.npz)``."""
    return name_filter[name_filter.rindex("*") + 1 :].rstrip(")")


def file_name(title: str) -> str:
    """Return a title as a plain file name: letters, digits and hyphens."""
    words = "".join(letter if letter.isalnum() else " " for letter in title.lower()).split()
    return "-".join(words) or "experiment"


class LastFolder:
    """The folder that a person used last; their documents at first.

    Parameters
    ----------
    settings
        Where it is remembered.
    """

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def path(self) -> Path:
        """The folder."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(str(self._settings.value("folder", home)))

    def remember(self, file: Path) -> None:
        """Begin in a file's folder next time."""
        self._settings.setValue("folder", str(file.absolute().parent))
