"""The settings panel: how the network begins and how it is trained, generated from the table of fields."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from playground.data import Problem
from playground.engine import ACTIVATIONS, COSTS, SCHEDULES, allowed_costs
from playground.files import FIELDS, Experiment
from playground.files.experiment import TrainingSettings
from playground.lessons.locks import REASON, is_locked
from playground.messages import Message
from playground.messages.numbers import typed
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.forms.form import Form
from playground.views.forms.text import translated
from playground.views.kit.building import in_row
from playground.views.kit.buttons import Padlock
from playground.views.panels.group import GroupedPanel, panel_tool

NETWORK_FIELDS = ("network.output_activation", "network.initializer", "network.seed", "network.dtype")
LENGTH, SHARE = "training.schedule_epochs", "training.schedule_factor"
TRAINING_FIELDS = (
    "training.learning_rate",
    "training.schedule",
    LENGTH,
    SHARE,
    "training.optimizer",
    "training.weight_decay",
    "training.cost",
    "training.batch_size",
    "training.l1",
    "training.l2",
    "training.clip_norm",
    "training.dropout",
)
AT_EPOCHS, EPOCHS = "training.stop_at_epochs", "training.epochs"
STOP_FIELDS = (AT_EPOCHS, EPOCHS, "training.target_cost", "training.patience")


class SettingsPanel(GroupedPanel):
    """The groups TRAINING, STOP and NETWORK."""

    new_weights_requested = Signal()
    reset_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self._problem_info: ProblemInfo | None = None
        self._padlock = Padlock()
        self._output: tuple[str, int] | None = None  # what the costs offered fit
        self.training_form, self.network_form = Form(TRAINING_FIELDS), Form(NETWORK_FIELDS)
        self.stop_rules = _stop_rules()
        self._forms = (self.training_form, self.stop_rules, self.network_form)
        for form in self._forms:
            form.field_changed.connect(self.field_changed)
        self.add_group("training", translated(Message("Training")), self.training_form)
        self.add_group("stop", translated(Message("Stop")), self.stop_rules)
        network = self.add_group("network", translated(Message("Network")), self.network_form)
        self.same_start = panel_tool(
            self.tr("Same start"),
            self.tr("Same start again"),
            self.tr("Begin again with the very same initial weights, whatever the settings are now."),
            "reset",
        )
        self.new_weights = panel_tool(
            self.tr("New start"),
            self.tr("New start"),
            self.tr("Draw other initial weights and begin again with them."),
            "new_weights",
        )
        network.body.addLayout(in_row((self.same_start, 1), (self.new_weights, 1), gap=6))
        self.new_weights.clicked.connect(lambda: self.new_weights_requested.emit())
        self.same_start.clicked.connect(lambda: self.reset_requested.emit())

    @property
    def paths(self) -> tuple[str, ...]:
        return (*TRAINING_FIELDS, *STOP_FIELDS, *NETWORK_FIELDS)

    def form_of(self, path: str) -> Form:
        return next(form for form in self._forms if path in form.paths)

    def focus_field(self, path: str) -> QWidget:
        form = self.form_of(path)
        path = form.nearest(path)
        for group in self.groups.values():
            if group.isAncestorOf(form):
                group.fold(False)
        widget = form.control(path).widgets[0]
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return widget

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.experiment is not self._experiment:
            self._experiment = snapshot.experiment
            output, n_outputs = snapshot.experiment.network.output_activation, snapshot.problem_info.sizes[-1]
            if (output, n_outputs) != self._output:
                self._output = output, n_outputs
                self.training_form.set_refused("training.cost", self._refused_costs(output, n_outputs))
            self._name_schedule(snapshot.experiment.training.schedule)
            for form in self._forms:
                form.set_values(snapshot.experiment)
            self.groups["stop"].set_detail(stop_summary(snapshot.experiment.training))
        if snapshot.problem_info is not self._problem_info:
            before_scene, self._problem_info = self._problem_info, snapshot.problem_info
            if before_scene is None or before_scene.problem != snapshot.problem_info.problem:
                refused = self._refused_outputs(snapshot.problem_info.problem)
                self.network_form.set_refused("network.output_activation", refused)

    def show_error(self, path: str, reason: str) -> None:
        self.form_of(path).show_error(path, reason)

    def lock(self, names: frozenset[str]) -> None:
        for form in self._forms:
            form.lock_for_lesson(names)
        self._padlock.free()
        for name, button in (("new_weights", self.new_weights), ("reset", self.same_start)):
            if is_locked(name, names):
                self._padlock.close(translated(REASON), button)

    def _name_schedule(self, name: str) -> None:
        """Call the two settings of the schedule what they are in this one."""
        record = SCHEDULES[name]
        for path, label in ((LENGTH, record.length), (SHARE, record.share)):
            if label and self.training_form.control(path).field.label != label:
                self.training_form.set_field(replace(FIELDS[path], label=label))

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


def _stop_rules() -> Form:
    """Return the fields of the stop rules; the number of epochs stands beside the check box that makes it a rule."""
    form = Form(STOP_FIELDS, compact=True)
    form.join(AT_EPOCHS, EPOCHS)
    # The group is called "Stop": under it, "At epoch" reads as a sentence, and leaves room for the number.
    form.set_field(replace(FIELDS[AT_EPOCHS], label=Message("At epoch")))
    tip = Message("Where a run pauses if the box is checked. The command line always trains so long.")
    form.set_field(replace(FIELDS[EPOCHS], tooltip=tip))
    return form


def stop_summary(training: TrainingSettings) -> str:
    """Return in a few words when a run pauses by itself."""
    rules = []
    if training.stop_at_epochs:
        rules.append(Message("epoch {number}", number=typed(training.epochs)))
    if training.target_cost:
        rules.append(Message("cost {number}", number=typed(training.target_cost)))
    if training.patience:
        rules.append(Message("patience {number}", number=typed(training.patience)))
    if len(rules) > 1:
        return translated(Message("{count} rules", count=len(rules)))
    return translated(rules[0] if rules else Message("by hand"))
