"""Files that an experiment names far from itself: read only if the person says so."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from playground.data.bounded import shown_name

LONGEST = 200
"""Characters of a name that are shown."""
Ask = Callable[[QWidget, str, tuple[Path, ...]], bool]


class FarFiles:
    """The files of data that are read unasked, however far from an experiment they are.

    Parameters
    ----------
    window
        The question appears over it.
    recent
        Returns the files that the person has opened earlier.

    Attributes
    ----------
    ask
        Asks whether files may be read that an experiment names.
    """

    def __init__(self, window: QWidget, recent: Callable[[], Iterable[Path]]) -> None:
        self._window, self._recent = window, recent
        self._opened: set[Path] = set()
        self.ask: Ask = ask_reading

    @property
    def known(self) -> frozenset[Path]:
        """Those that the person has opened."""
        return frozenset(self._opened).union(self._recent())

    def add(self, files: Iterable[Path]) -> None:
        """Take in that the person has opened files."""
        self._opened.update(files)

    def may_read(self, name: str, files: tuple[Path, ...]) -> bool:
        """Ask whether an experiment may have files read."""
        may = self.ask(self._window, name, files)
        if may:
            self.add(files)
        return may


def ask_reading(window: QWidget, name: str, files: tuple[Path, ...]) -> bool:
    """Ask in a dialog."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(QCoreApplication.translate("far_files", "Data from elsewhere"))
    text = QCoreApplication.translate("far_files", "“{name}” names data that are not beside it:\n{files}")
    box.setText(text.format(name=shown_name(name)[:LONGEST], files="\n".join(_shown(path) for path in files)))
    box.setInformativeText(
        QCoreApplication.translate(
            "far_files",
            "They are neither in its folder nor in your home folder, and nothing has been read yet. Open them only if "
            "you know this file, and trust whoever made the experiment.",
        )
    )
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Open | buttons.Cancel)
    box.setDefaultButton(buttons.Cancel)
    box.setEscapeButton(buttons.Cancel)
    pressed = box.exec()
    box.deleteLater()
    return buttons(pressed) is buttons.Open


def _shown(path: Path) -> str:
    name = " ".join(str(path).split())
    return name if len(name) <= LONGEST else f"{name[: LONGEST // 2]}…{name[-LONGEST // 2 :]}"
