"""Files of the window: asking for names, opening, saving and exporting, remembering where."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, QSettings, QStandardPaths, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from playground.files import FileError, Model, write_experiment, write_weights
from playground.training.commands import Command, OpenTarget

AUTOSAVE = "last-session.npz"


@dataclass(frozen=True)
class ExportFormat:
    """One kind of file a trained network can be written to.

    Attributes
    ----------
    suffix
        With its dot.
    label
        English source text for the file dialog.
    write
        ``write(path, model)`` returns the file written.
    """

    suffix: str
    label: str
    write: Callable[[Path, Model], Path]


def _write_onnx(path: Path, model: Model) -> Path:
    from playground.files.onnx_export import write_onnx  # few need it, and it takes a while to load

    write_onnx(path, model)
    return path


def _write_python(path: Path, model: Model) -> Path:
    from playground.files.python_source import write_python

    write_python(path, model)
    return path


_FORMATS = (
    ExportFormat(".npz", str(QT_TRANSLATE_NOOP("Documents", "Weights (*.npz)")), write_weights),
    ExportFormat(".onnx", str(QT_TRANSLATE_NOOP("Documents", "ONNX (*.onnx)")), _write_onnx),
    ExportFormat(".py", str(QT_TRANSLATE_NOOP("Documents", "Python script (*.py)")), _write_python),
)
EXPORT_FORMATS: Mapping[str, ExportFormat] = MappingProxyType({record.suffix: record for record in _FORMATS})
"""Every kind of file that weights are exported to, by its suffix."""


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
        suggestion = Path(self._folder()) / f"{_file_name(model.experiment.name)}.json"
        path = ask_save_name(self._window, self.tr("Save experiment"), suggestion, [self.tr("Experiments (*.json)")])
        if path is not None:
            self._write_experiment(path, model)

    def ask_export(self, model: Model) -> None:
        """Ask for a name and export the weights."""
        suggestion = Path(self._folder()) / f"{_file_name(model.experiment.name)}.npz"
        filters = [self.tr(record.label) for record in EXPORT_FORMATS.values()]
        path = ask_save_name(self._window, self.tr("Export weights"), suggestion, filters)
        if path is not None:
            self.export(path, model)

    def export(self, path: Path, model: Model) -> None:
        """Write the weights, as the file's suffix says."""
        export_format = EXPORT_FORMATS.get(path.suffix.lower(), EXPORT_FORMATS[".npz"])
        try:
            written = export_format.write(path, model)
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


def autosave_path() -> Path:
    """Return where the last session is kept."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / AUTOSAVE


def _file_name(title: str) -> str:
    """Return a title as a plain file name: letters, digits and hyphens."""
    words = "".join(letter if letter.isalnum() else " " for letter in title.lower()).split()
    return "-".join(words) or "experiment"
