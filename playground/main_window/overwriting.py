"""Whether a file is still the one that was opened, and what becomes of it if somebody else has written it since."""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

Stamp = tuple[int, int, int]
"""By which the contents of a file are known again: number, size and time of writing."""


class Overwriting(Enum):
    """What becomes of a file that somebody else has written."""

    REPLACE = auto()
    ELSEWHERE = auto()
    CANCEL = auto()


def stamp_of(path: Path | None) -> Stamp | None:
    """Return the stamp of a file as it is on the disk, None if it is not there."""
    try:
        status = None if path is None else path.stat()
    except OSError:
        return None
    return None if status is None else (status.st_ino, status.st_size, status.st_mtime_ns)


def ask_overwriting(window: QWidget, path: Path) -> Overwriting:
    """Ask in a dialog."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("overwriting", "Changed on disk"))
    text = QCoreApplication.translate("overwriting", "“{name}” was changed by another window or program.")
    box.setText(text.format(name=path.name))
    box.setInformativeText(
        QCoreApplication.translate("overwriting", "Saving here replaces what is in it now by this session.")
    )
    roles = QMessageBox.ButtonRole
    replace = box.addButton(QCoreApplication.translate("overwriting", "Replace"), roles.DestructiveRole)
    elsewhere = box.addButton(QCoreApplication.translate("overwriting", "Save as …"), roles.AcceptRole)
    box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.setDefaultButton(elsewhere)
    box.exec()
    pressed = box.clickedButton()
    box.deleteLater()
    if pressed is replace:
        return Overwriting.REPLACE
    return Overwriting.ELSEWHERE if pressed is elsewhere else Overwriting.CANCEL
