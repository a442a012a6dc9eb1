"""The two small dialogs of the Help menu."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QMessageBox, QVBoxLayout, QWidget

DISTRIBUTION = "backpropagation-playground"


def keys_dialog(parent: QWidget) -> QDialog:
    """Return the dialog with every shortcut among a window's actions."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("dialogs", "Keyboard shortcuts"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    for place, action in enumerate(action for action in parent.actions() if action.shortcuts()):
        grid.addWidget(QLabel(f"<b>{key_names(action, '   ')}</b>"), place, 0)
        grid.addWidget(QLabel(action.statusTip()), place, 1)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(20, 20, 20, 16)
    layout.addLayout(grid)
    layout.addSpacing(12)
    layout.addWidget(buttons)
    return dialog


def about_box(parent: QWidget) -> QMessageBox:
    """Return the box that says what this program is."""
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


def key_names(action: QAction, between: str) -> str:
    """Return the keys of an action as they are called on this computer."""
    return between.join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts())
