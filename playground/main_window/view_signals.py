"""What a person wants, as the views signal it, connected to those who do it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from playground.files import CsvSource, IdxSource
from playground.main_window.documents import Documents
from playground.main_window.messages import Messages
from playground.main_window.selection import Selection
from playground.training.commands import ChangeField, Command, EditParameters, KeepFormula
from playground.training.commands.importing import StartImport
from playground.training.formula import Formula
from playground.training.parameters import Edit
from playground.views.kit.snapshot_view import SnapshotView


class ViewSignals(QObject):
    """Connects the signals of views.

    Parameters
    ----------
    post
        Hands a command to the worker.
    post_quietly
        Hands one in that leaves what is told about the training.
    """

    def __init__(
        self,
        post: Callable[[Command], None],
        post_quietly: Callable[[Command], None],
        documents: Documents,
        selection: Selection,
        messages: Messages,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._post, self._post_quietly = post, post_quietly
        self._documents, self._selection, self._messages = documents, selection, messages

    def connect_view(self, view: SnapshotView) -> None:
        """Connect everything that a view can signal."""
        view.command_requested.connect(self.post)
        view.field_changed.connect(self.change_field)
        view.parameters_edited.connect(self.edit_parameters)
        view.preset_requested.connect(self._documents.open_preset)
        view.example_chosen.connect(self._selection.walk_through)
        view.formula_changed.connect(self.keep_formula)
        view.told.connect(self._messages.tell)
        view.failed.connect(self._messages.fail)

    @Slot(object)
    def post(self, command: Command) -> None:
        """Do what a view asks for."""
        self._post(command)

    @Slot(str, object)
    def change_field(self, path: str, value: object) -> None:
        """Change a field; what other data ask for is known only when they are read."""
        if isinstance(value, CsvSource | IdxSource):
            snapshot = self._documents.snapshot
            self._post(StartImport(value, None if snapshot is None else snapshot.experiment))
        else:
            self._post(ChangeField(path, value))

    @Slot(object)
    def edit_parameters(self, edits: tuple[Edit, ...]) -> None:
        """Set weights and biases."""
        self._post(EditParameters(edits))

    @Slot(object)
    def keep_formula(self, formula: Formula) -> None:
        """Keep what is typed in the chain-rule workspace."""
        self._post_quietly(KeepFormula(formula))
