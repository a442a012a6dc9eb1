"""The training session: everything a person can do to a network and its training, without a thread and without Qt."""

from collections.abc import Callable, Collection, Sequence

from playground.data import Dataset
from playground.files import Experiment, Model, validate
from playground.messages import Message
from playground.training.entries import edit_entry
from playground.training.frame import take_frame
from playground.training.parameters import Edit, check_parameter, check_parameters
from playground.training.remembered_run import RememberedRun
from playground.training.results import Array
from playground.training.snapshot import Snapshot
from playground.training.stop_rules import STOP_RULES
from playground.training.timeline.course import Course
from playground.training.training_run import TrainingRun


class TrainingSession(RememberedRun):
    """A network learning.

    Parameters
    ----------
    experiment
        What to train.
    model
        Trained weights to begin with.
    dataset
        The experiment's data, where they are read already.

    Raises
    ------
    DataError, FileError, TrainingError
        If the experiment cannot be trained.
    """

    def __init__(self, experiment: Experiment, model: Model | None = None, dataset: Dataset | None = None) -> None:
        validate(experiment)
        super().__init__(Course(TrainingRun.start(experiment, model, dataset)))

    # Training

    def advance(self, seconds: float, *, until_epoch: int | None = None) -> int:
        """Train for about so many seconds of the clock, at the chosen pace; return the updates made.

        Parameters
        ----------
        until_epoch
            Stop when so many epochs are complete.
        """
        self._course.leave()
        return self._loop.advance(seconds, until_epoch)

    def run(self, rules: Collection[str] = STOP_RULES) -> None:
        """Let `advance` train, until one of these stop rules of the experiment says that it is enough."""
        if not self.running:
            self._remember("Run")
            self._loop.start(rules)
        elif self._loop.makes_one_epoch:
            self._loop.start(rules)

    def run_epoch(self) -> None:
        """Let `advance` train to the end of the epoch, or of one more, and pause there: `step_epoch` in slices."""
        self._remember("Epoch", joins=self._loop.makes_one_epoch)
        self._loop.start_epoch()

    def step_batch(self) -> None:
        """Pause, and make one update."""
        self._step("Step", 1)

    def step_epoch(self) -> None:
        """Pause, and train to the end of the epoch."""
        trainer = self._course.run.trainer
        self._step("Epoch", trainer.batches_per_epoch - trainer.batch_of_epoch)

    # Changes

    def change(
        self, experiment: Experiment, label: str = "Change", *, joins: bool = False, dataset: Dataset | None = None
    ) -> None:
        """Change the experiment: what can change live leaves the weights alone, the rest keeps every weight it can.

        Parameters
        ----------
        label
            What the change is called where it can be taken back.
        joins
            Whether it continues the last change of the same label, so that both are taken back together.
        dataset
            The experiment's data, where they are read already.

        Raises
        ------
        DataError, FileError, TrainingError
            If the new experiment cannot be trained; the old one then stays as it is.
        """
        validate(experiment)
        old = self.experiment
        if experiment == old:
            return
        if self._course.run.can_become(experiment):
            self._remember(label, joins=True)
            self._changed(watch_anew=self._course.configure(experiment))
        else:
            run = self._course.run.changed(experiment, dataset)
            self._remember(label, joins=joins)
            self._course.turn_to(run)
            self._changed()

    def load(
        self,
        experiment: Experiment,
        model: Model | None = None,
        dataset: Dataset | None = None,
        *,
        label: str = "Open",
    ) -> None:
        """Begin another experiment; the present one can be brought back by `undo`, as `label`."""
        validate(experiment)
        run = TrainingRun.start(experiment, model, dataset)
        self._remember(label)
        self.pause()
        self._course.begin(run)
        self._changed()

    def reset(self) -> None:
        """Go back to the same initial weights and to epoch 0; the settings stay."""
        self._remember("Reset")
        self._course.reset()
        self._changed()

    def set_parameter(self, layer: int, row: int, column: int, value: float) -> None:
        """Set one weight; `column` n_{l-1} is the bias. `layer` counts from 1.

        Raises
        ------
        TrainingError
            If there is no such weight, or the value is not finite.
        """
        self.edit_parameters([(layer, row, column, value)])

    def edit_parameters(self, edits: Sequence[Edit]) -> None:
        """Set some weights and biases; they belong to the start that `reset` goes back to.

        Raises
        ------
        TrainingError
            If one of them is not there, or a value is not finite.
        """
        network = self._course.run.network
        for edit in edits:
            check_parameter(network, *edit)
        self._move(edit_entry(edits, network.sizes), lambda run: run.edit_parameters(edits))
        self.message = Message("Typed weights belong to the start: “Same start again” comes back to them.")

    def set_parameters(self, parameters: Array, label: str) -> None:
        """Set all weights and biases at once, `(P,)`, layer by layer `[W | b]` row by row.

        Raises
        ------
        TrainingError
            If there are not as many, or one is not finite.
        """
        check_parameters(self._course.run.network, parameters)
        self._move(label, lambda run: run.set_parameters(parameters))

    def apply_walkthrough(self) -> None:
        """Pause, and make the update that the walkthrough shows.

        Raises
        ------
        TrainingError
            If there is none, or it cannot be made any more.
        """
        update = self._inspection.update_shown(self._course.run)
        if update.example is None:
            self._step("Apply update", 1)
        else:
            self.pause()
            self._move("Apply update", lambda _: update.apply())

    # Looking

    def snapshot(self, *, updates_per_second: float = 0.0, number: int = 0) -> Snapshot:
        """Return one frame: frozen copies of everything a view shows."""
        return take_frame(
            self._course,
            self._loop,
            self._inspection,
            self._undo,
            self.pins.kept,
            self._present_scores(),
            self._questions.answers(self._course.run, self.changes),
            formula=self.formula,
            health=self._present_health(),
            changes=self.changes,
            updates_per_second=updates_per_second,
            number=number,
        )

    # Inside

    def _step(self, label: str, updates: int) -> None:
        self._remember(label)
        self._loop.step(updates)

    def _move(self, label: str, change: Callable[[TrainingRun], None]) -> None:
        self._remember(label)
        self._course.move(change)
        self._changed()
