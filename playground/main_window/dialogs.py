"""The two small dialogs of the Help menu."""

from importlib.metadata import version

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QMessageBox, QVBoxLayout, QWidget

from playground.main_window.actions import ACTIONS, translated

DISTRIBUTION = "backpropagation-playground"


def show_keys(parent: QWidget) -> None:
    """Show every shortcut and what it does."""
    keys_dialog(parent).open()


def keys_dialog(parent: QWidget) -> QDialog:
    """Return the dialog with every shortcut."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("dialogs", "Keyboard shortcuts"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    with_keys = [record for record in ACTIONS.values() if record.shortcuts]
    for row, record in enumerate(with_keys):
        keys = "   ".join(
            QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in record.shortcuts
        )
        grid.addWidget(QLabel(f"<b>{keys}</b>"), row, 0)
        grid.addWidget(QLabel(translated(record.tooltip)), row, 1)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(20, 20, 20, 16)
    layout.addLayout(grid)
    layout.addSpacing(12)
    layout.addWidget(buttons)
    return dialog


def show_about(parent: QWidget) -> None:
    """Say what this program is."""
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
    box.open()
