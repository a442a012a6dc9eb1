"""What the experiment is about, in the words of its preset or its author."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from playground.files import Experiment
from playground.messages import LocalText
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.panels.folds import fold_only, folded_names
from playground.views.panels.group import PanelGroup
from playground.views.theme import Theme


class DescriptionPanel(SnapshotView):
    """The group ABOUT: hidden where the experiment has no description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self._group = PanelGroup(self.tr("About"), self)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._group.body.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._group)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def folded_groups(self) -> tuple[str, ...]:
        """The names of the groups that are folded: "about", or none."""
        return folded_names({"about": self._group})

    @folded_groups.setter
    def folded_groups(self, names: Iterable[str]) -> None:
        fold_only({"about": self._group}, names)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the description of another experiment."""
        if snapshot.experiment is self._experiment:
            return
        self._experiment = snapshot.experiment
        description = snapshot.experiment.description
        self.text.setText(translated(LocalText(description)) if description else "")
        self._group.set_detail(translated(snapshot.experiment.title))
        self.setVisible(bool(description))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._group.set_theme(theme)
