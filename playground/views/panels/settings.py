"""The settings panel: how the network begins and how it is trained, generated from the table of fields."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from playground.data import Problem
from playground.engine import ACTIVATIONS, COSTS, allowed_costs
from playground.files import FIELDS, Experiment
from playground.messages.numbers import typed
from playground.training.results import Scene
from playground.training.snapshot import Snapshot
from playground.views.forms.form import Form
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.panels.folds import fold_only, folded_names
from playground.views.panels.group import PanelGroup
from playground.views.panels.stop_rules import STOP_FIELDS, StopRules, stop_summary
from playground.views.panels.tool import panel_tool
from playground.views.theme import LIGHT, Theme

NETWORK_FIELDS = ("network.output_activation", "network.initializer", "network.seed", "network.dtype")
TRAINING_FIELDS = (
    "training.learning_rate",
    "training.optimizer",
    "training.cost",
    "training.batch_size",
    "training.l1",
    "training.l2",
)


class SettingsPanel(SnapshotView):
    """The groups TRAINING, STOP and NETWORK.

    Signals
    -------
    field_changed(path, value)
        A person chose another value.
    new_weights_requested()
        A person wants other initial weights.
    reset_requested()
        A person wants to begin again with the same initial weights.
    folds_changed()
        A person folded or unfolded a group.
    """

    new_weights_requested = Signal()
    reset_requested = Signal()
    folds_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self._scene: Scene | None = None
        self._output: tuple[str, int] | None = None  # what the costs offered fit
        # Tab follows the order in which widgets come into the panel: from top to bottom.
        training = PanelGroup(self.tr("Training"), self)
        self.training_form = Form(TRAINING_FIELDS)
        training.body.addWidget(self.training_form)
        stop = PanelGroup(self.tr("Stop"), self)
        self.stop_rules = StopRules()
        stop.body.addWidget(self.stop_rules)
        network = PanelGroup(self.tr("Network"), self)
        self.network_form = Form(NETWORK_FIELDS)
        network.body.addWidget(self.network_form)
        self.same_start = panel_tool(
            self.tr("Same start"),
            self.tr("Same start again"),
            self.tr("Begin again with the very same initial weights, whatever the settings are now."),
        )
        self.new_weights = panel_tool(
            self.tr("New start"), self.tr("New start"), self.tr("Draw other initial weights and begin again with them.")
        )
        starts = QHBoxLayout()
        starts.setSpacing(6)
        for button in (self.same_start, self.new_weights):
            starts.addWidget(button, 1)
        network.body.addLayout(starts)
        self._groups = {"training": training, "stop": stop, "network": network}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for group in self._groups.values():
            column.addWidget(group)
            group.toggled.connect(self.folds_changed)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

        self._forms = (self.training_form, self.stop_rules, self.network_form)
        for form in self._forms:
            form.field_changed.connect(self.field_changed)
        self.new_weights.clicked.connect(self._ask_for_weights)
        self.same_start.clicked.connect(self._ask_for_reset)
        self.set_theme(LIGHT)

    @property
    def paths(self) -> tuple[str, ...]:
        """The fields on this panel."""
        return (*TRAINING_FIELDS, *STOP_FIELDS, *NETWORK_FIELDS)

    @property
    def folded_groups(self) -> tuple[str, ...]:
        """The names of the groups that are folded, among "training", "stop" and "network"."""
        return folded_names(self._groups)

    @folded_groups.setter
    def folded_groups(self, names: Iterable[str]) -> None:
        fold_only(self._groups, names)

    def form_of(self, path: str) -> Form:
        """Return the form that a path is in."""
        return next(form for form in self._forms if path in form.paths)

    def focus_field(self, path: str) -> QWidget:
        """Put the focus on a field of this panel; return what has it."""
        form = self.form_of(path)
        for group in self._groups.values():
            if group.isAncestorOf(form):
                group.fold(False)
        widget = form.control(path).widgets[0]
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return widget

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the settings of a snapshot, if they are others than before."""
        if snapshot.experiment is not self._experiment:
            self._experiment = snapshot.experiment
            output, n_outputs = snapshot.experiment.network.output_activation, snapshot.scene.sizes[-1]
            if (output, n_outputs) != self._output:
                self._output = output, n_outputs
                self.training_form.set_refused("training.cost", self._refused_costs(output, n_outputs))
            for form in self._forms:
                form.set_values(snapshot.experiment)
            self._groups["stop"].set_detail(stop_summary(snapshot.experiment.training))
        if snapshot.scene is not self._scene:
            before_scene, self._scene = self._scene, snapshot.scene
            if before_scene is None or before_scene.problem != snapshot.scene.problem:
                refused = self._refused_outputs(snapshot.scene.problem)
                self.network_form.set_refused("network.output_activation", refused)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        for group in self._groups.values():
            group.set_theme(theme)
        self.same_start.setIcon(icon("reset", theme))
        self.new_weights.setIcon(icon("new_weights", theme))

    def show_error(self, path: str, reason: str) -> None:
        """Mark the field whose new value was refused: a path of this panel."""
        self.form_of(path).show_error(path, reason)

    def _refused_costs(self, output: str, n_outputs: int) -> dict[str, str]:
        """Return the costs that the output activation or the number of outputs does not suit, and why."""
        template = self.tr("Needs outputs from {low} to {high}: not with {activation}.")
        choices = FIELDS["network.output_activation"].choices or {}
        activation = translated(choices[output].label)
        reasons = {}
        for name in COSTS.keys() - set(allowed_costs(output, n_outputs)):
            if COSTS[name].lacks_outputs(n_outputs):
                reasons[name] = self.tr("Needs one output for each class, as softmax has.")
                continue
            low, high = (typed(end) for end in COSTS[name].domain)
            reasons[name] = template.format(low=low, high=high, activation=activation)
        return reasons

    def _refused_outputs(self, problem: Problem) -> dict[str, str]:
        """Return the output activations that have no meaning for a problem, and why."""
        if problem == "classification":
            return {}
        reason = self.tr("Gives the probabilities of classes; these data are numbers to predict.")
        return {name: reason for name, record in ACTIVATIONS.items() if record.output_only}

    def _ask_for_weights(self) -> None:
        self.new_weights_requested.emit()

    def _ask_for_reset(self) -> None:
        self.reset_requested.emit()
