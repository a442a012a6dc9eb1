"""Files of the window: asking for names, opening, saving and exporting, remembering where."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from playground.files import FileError, Model, write_experiment, write_weights
from playground.training.commands import Command, OpenTarget

AUTOSAVE = "last-session.npz"


class Documents(QObject):
    """What the File menu does.

    Signals
    -------
    told(text)
        Something was done, one line for the status bar.
    failed(text)
        Something could not be done, one line for the banner.
    """

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, window: QWidget, post: Callable[[Command], None], settings: QSettings) -> None:
        super().__init__(window)
        self._window, self._post, self._settings = window, post, settings
        self._experiment_path: Path | None = None

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open"),
            self._folder(),
            self.tr(
                "All that can be opened (*.json *.npz *.csv);;Experiments (*.json);;Weights (*.npz);;Tables (*.csv)"
            ),
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Open an experiment, weights or a table of data."""
        self._remember_folder(path)
        self._experiment_path = path if path.suffix.lower() == ".json" else None
        self._post(OpenTarget(str(path)))

    def open_preset(self, preset: str) -> None:
        """Open a preset by its id."""
        self._experiment_path = None
        self._post(OpenTarget(preset))

    def save(self, model: Model) -> None:
        """Save the experiment where it came from; ask if it came from nowhere."""
        if self._experiment_path is None:
            self.ask_save(model)
        else:
            self._write_experiment(self._experiment_path, model)

    def ask_save(self, model: Model) -> None:
        """Ask for a name and save the experiment."""
        suggestion = str(Path(self._folder()) / f"{_file_name(model.experiment.name)}.json")
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save experiment"), suggestion, self.tr("Experiments (*.json)")
        )
        if name:
            path = Path(name)
            self._write_experiment(path if path.suffix else path.with_suffix(".json"), model)

    def ask_export(self, model: Model) -> None:
        """Ask for a name and export the weights."""
        suggestion = str(Path(self._folder()) / f"{_file_name(model.experiment.name)}.npz")
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export weights"), suggestion, self.tr("Weights (*.npz)")
        )
        if name:
            self.export(Path(name), model)

    def export(self, path: Path, model: Model) -> None:
        """Write the weights."""
        try:
            written = write_weights(path, model)
        except FileError as error:
            self.failed.emit(str(error))
            return
        self._remember_folder(written)
        self.told.emit(self.tr("Weights exported to {path}").format(path=written))

    def autosave(self, model: Model) -> None:
        """Keep the session as it is for `restore`, without a word: closing the window must neither ask nor fail."""
        try:
            path = autosave_path()
            path.parent.mkdir(parents=True, exist_ok=True)
            write_weights(path, model)
        except (OSError, FileError):
            return

    def restore(self) -> None:
        """Open the session as it was when the window was last closed."""
        path = autosave_path()
        if path.is_file():
            self._experiment_path = None
            self._post(OpenTarget(str(path)))
        else:
            self.failed.emit(self.tr("There is no earlier session to restore."))

    def _write_experiment(self, path: Path, model: Model) -> None:
        try:
            write_experiment(path, model.experiment)
        except FileError as error:
            self.failed.emit(str(error))
            return
        self._experiment_path = path
        self._remember_folder(path)
        self.told.emit(self.tr("Experiment saved to {path}").format(path=path))

    def _folder(self) -> str:
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return str(self._settings.value("folder", home))

    def _remember_folder(self, path: Path) -> None:
        self._settings.setValue("folder", str(path.absolute().parent))


def autosave_path() -> Path:
    """Return where the last session is kept."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / AUTOSAVE


def _file_name(title: str) -> str:
    """Return a title as a plain file name: letters, digits and hyphens."""
    words = "".join(letter if letter.isalnum() else " " for letter in title.lower()).split()
    return "-".join(words) or "experiment"
