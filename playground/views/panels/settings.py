"""The settings panel: how the network begins and how it is trained, generated from the table of fields."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from playground.data import Problem
from playground.engine import ACTIVATIONS, COSTS, allowed_costs
from playground.files import FIELDS, Experiment
from playground.training.snapshot import Scene, Snapshot
from playground.views.controls.scale import number_text
from playground.views.forms.form import Form
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.panels.group import PanelGroup
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


class SettingsPanel(QWidget):
    """The groups NETWORK and TRAINING.

    Signals
    -------
    field_changed(path, value)
        A person chose another value.
    new_weights_requested()
        A person wants other initial weights.
    """

    field_changed = Signal(str, object)
    new_weights_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self._scene: Scene | None = None
        self._output: tuple[str, int] | None = None  # what the costs offered fit
        # Tab follows the order in which widgets come into the panel: from top to bottom.
        training = PanelGroup(self.tr("Training"), self)
        self.training_form = Form(TRAINING_FIELDS)
        training.body.addWidget(self.training_form)
        network = PanelGroup(self.tr("Network"), self)
        self.network_form = Form(NETWORK_FIELDS)
        network.body.addWidget(self.network_form)
        self.new_weights = QPushButton(self.tr("New weights"))
        self.new_weights.setIconSize(QSize(16, 16))
        self.new_weights.setAccessibleName(self.tr("New weights"))
        self.new_weights.setToolTip(self.tr("Draw other initial weights and start training over."))
        network.body.addWidget(self.new_weights)
        self._groups = (training, network)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for group in self._groups:
            column.addWidget(group)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

        for form in (self.network_form, self.training_form):
            form.field_changed.connect(self.field_changed)
        self.new_weights.clicked.connect(self._ask_for_weights)
        self.set_theme(LIGHT)

    @property
    def paths(self) -> tuple[str, ...]:
        """The fields on this panel."""
        return (*TRAINING_FIELDS, *NETWORK_FIELDS)

    def form_of(self, path: str) -> Form:
        """Return the form that a path is in."""
        return self.network_form if path in NETWORK_FIELDS else self.training_form

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the settings of a snapshot, if they are others than before."""
        if snapshot.experiment is not self._experiment:
            self._experiment = snapshot.experiment
            output, n_outputs = snapshot.experiment.network.output_activation, snapshot.scene.sizes[-1]
            if (output, n_outputs) != self._output:
                self._output = output, n_outputs
                self.training_form.set_refused("training.cost", self._refused_costs(output, n_outputs))
            self.network_form.set_values(snapshot.experiment)
            self.training_form.set_values(snapshot.experiment)
        if snapshot.scene is not self._scene:
            before_scene, self._scene = self._scene, snapshot.scene
            if before_scene is None or before_scene.problem != snapshot.scene.problem:
                refused = self._refused_outputs(snapshot.scene.problem)
                self.network_form.set_refused("network.output_activation", refused)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        for group in self._groups:
            group.set_theme(theme)
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
            low, high = (number_text(end) for end in COSTS[name].domain)
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
