"""What views want, as they signal it, connected to those who do it; what those in sight ask, asked of the worker."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

from playground.files import CsvSource, IdxSource
from playground.main_window.documents import Documents
from playground.main_window.messages import Messages
from playground.main_window.selection import Selection
from playground.training.commands import Ask, ChangeField, Command, EditParameters, KeepFormula
from playground.training.commands.files import StartImport
from playground.training.edits import Edit
from playground.training.formula import Formula
from playground.training.queries import Query
from playground.training.snapshot import Snapshot
from playground.views.kit.snapshot_view import SnapshotView


class ViewSignals(QObject):
    """Connects the signals of views, and asks the queries of those that can be seen.

    `post_quietly`: hands one in that leaves what is told about the training.
    """

    prediction_changed = Signal(object)

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
        self._views: list[SnapshotView] = []
        self._asked: frozenset[Query] = frozenset()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)

    def connect_view(self, view: SnapshotView) -> None:
        """Connect everything that a view can signal, and ask for it from now on."""
        view.command_requested.connect(self.post)
        view.field_changed.connect(self.change_field)
        view.parameters_edited.connect(self.edit_parameters)
        view.preset_requested.connect(self._documents.open_preset)
        view.example_chosen.connect(self._selection.walk_through)
        view.weight_followed.connect(self._selection.follow)
        view.neuron_pointed.connect(self._selection.point_neuron)
        view.formula_changed.connect(self.keep_formula)
        view.prediction_changed.connect(self.prediction_changed)
        view.told.connect(self._messages.tell)
        view.failed.connect(self._messages.fail)
        view.queries_changed.connect(self._soon.start)
        view.installEventFilter(self)
        self._views.append(view)
        self._soon.start()

    def are_answered(self, snapshot: Snapshot) -> bool:
        """Whether a frame answers whatever the visible views ask."""
        return not self._soon.isActive() and self._asked <= snapshot.answers.keys()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice when a view comes into sight or leaves it."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._soon.start()
        return False

    @Slot(object)
    def post(self, command: Command) -> None:
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
        self._post(EditParameters(edits))

    @Slot(object)
    def keep_formula(self, formula: Formula) -> None:
        self._post_quietly(KeepFormula(formula))

    @Slot()
    def _ask(self) -> None:
        wanted = frozenset(query for view in self._views if view.isVisible() for query in view.queries)
        if wanted != self._asked:
            self._asked = wanted
            self._post_quietly(Ask(wanted))
