"""What other data leave as it is, and the way to settings that were made for them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from playground.data import GENERATORS
from playground.files import Experiment, presets
from playground.views.panel_style import set_property


class SuitingNote(QWidget):
    """A line and a button, shown where data of the gallery meet a network and settings that were made for others.

    Signals
    -------
    preset_requested(id)
        A person wants the network and the settings that suit the data.
    """

    preset_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preset = ""
        note = QLabel(self.tr("Network, weights and settings stayed as they were."))
        set_property(note, "role", "muted")
        note.setWordWrap(True)
        self.button = QPushButton(self.tr("Take settings that suit these data"))
        self.button.setToolTip(
            self.tr("Open the preset made for these data: its network, its settings, new weights; Undo takes it back.")
        )
        self.button.clicked.connect(lambda: self.preset_requested.emit(self._preset))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(note)
        column.addWidget(self.button)
        self.hide()

    def show_experiment(self, experiment: Experiment) -> None:
        """Take in what is trained, and on which data."""
        self._preset = suiting_preset(experiment)
        self.setVisible(bool(self._preset))


def suiting_preset(experiment: Experiment) -> str:
    """Return the id of the preset made for an experiment's data; nothing where it is that one, or there is none."""
    source = experiment.data.source
    # A preset keeps its name however it is changed; other data give theirs.
    if not isinstance(source, str) or experiment.name != GENERATORS[source].label or experiment.description:
        return ""
    made = [preset for preset in presets() if preset.experiment.data.source == source]
    named = [preset for preset in made if preset.id == source] or made
    if not named or (named[0].experiment.network, named[0].experiment.training) == (
        experiment.network,
        experiment.training,
    ):
        return ""
    return named[0].id
