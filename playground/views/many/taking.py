"""A line that says how far the training of the network is that was clicked, with a button to leave it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from playground.messages import Message
from playground.training.commands import CancelJob
from playground.training.many.taking import KIND, Taking
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.kit.appearance import scaled
from playground.views.kit.building import in_column, in_row, named, push_button
from playground.views.kit.prose import prose

STEPS = 1000


class TakingLine(QWidget):
    """Shown only while the network that was clicked is trained again.

    Signals
    -------
    command_requested(Command)
        Leave it.
    """

    command_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.text = prose()
        self.progress = named(QProgressBar(), self.tr("Progress of the network that was clicked"))
        self.progress.setRange(0, STEPS)
        self.progress.setTextVisible(False)
        scaled(self.progress, QWidget.setFixedHeight, 6)
        self.cancel = push_button(self.tr("Cancel"), self.tr("Keep the network that you have."))
        self.cancel.clicked.connect(lambda: self.command_requested.emit(CancelJob(KIND)))
        self.setLayout(in_column(self.text, in_row((self.progress, 1), self.cancel, gap=8), gap=2))
        self.hide()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        taking = snapshot.work.get(KIND)
        share = taking.share if isinstance(taking, Taking) else None
        self.setVisible(share is not None)
        if isinstance(taking, Taking) and share is not None:
            told = Message("{name} is trained again from its first weights: {share:.0%}", name=taking.name, share=share)
            self.text.setText(translated(told))
            self.progress.setValue(round(STEPS * share))
