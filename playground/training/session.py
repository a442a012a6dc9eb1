"""The training session: everything a person can do to a network and its training, without a thread and without Qt."""

import time
from math import isfinite

import numpy as np

from playground.files import Experiment, Model, validate
from playground.training.divergence import find_divergence, is_finite
from playground.training.errors import TrainingError
from playground.training.frame import take_frame
from playground.training.inspection import Inspection
from playground.training.jobs import Job
from playground.training.pace import PACES, Allowance
from playground.training.snapshot import Array, Divergence, Snapshot
from playground.training.training_run import RunMemory, Scores, TrainingRun
from playground.training.undo import UndoHistory

CHUNK_SECONDS = 0.004
"""Updates are made in chunks of about this long; between them the clock and the numbers are looked at."""
CHEAP_SCORES = 5_000_000
"""Examples × parameters up to which every snapshot is scored anew; beyond, a running one shows the last recorded."""


class TrainingSession:
    """A network learning.

    Parameters
    ----------
    experiment
        What to train.
    model
        Trained weights to begin with.

    Attributes
    ----------
    running
        Whether training is to go on: whoever owns the session then calls `advance` again and again.
    divergence
        Where numbers stopped being finite, until something is changed.

    Raises
    ------
    DataError, FileError, TrainingError
        If the experiment cannot be trained.
    """

    def __init__(self, experiment: Experiment, model: Model | None = None) -> None:
        validate(experiment)
        self._run = TrainingRun.start(experiment, model)
        self._scores = self._run.scores()
        self._scores_of: tuple[TrainingRun, int] | None = None
        self._checkpoint = self._run.trainer.state()
        self._undo = UndoHistory()
        self._inspection = Inspection(experiment)
        self._updates_in_chunk = 1
        self._last_epoch: int | None = None
        self.set_pace("full")
        self.running = False
        self.divergence: Divergence | None = None
        self.message = ""

    @property
    def experiment(self) -> Experiment:
        """The experiment as it stands."""
        return self._run.experiment

    @property
    def epoch(self) -> int:
        """Epochs completed."""
        return self._run.trainer.epoch

    @property
    def update(self) -> int:
        """Updates made."""
        return self._run.trainer.update

    @property
    def current(self) -> TrainingRun:
        """The objects behind: network, trainer, examples, history."""
        return self._run

    def model(self) -> Model:
        """Return the trained network as it is written to a file."""
        return self._run.model()

    # Training

    def advance(self, seconds: float, *, until_epoch: int | None = None) -> int:
        """Train for about so many seconds of the clock, at the chosen pace; return the updates made.

        Parameters
        ----------
        until_epoch
            Stop when so many epochs are complete.
        """
        first, deadline = self.update, time.perf_counter() + seconds
        if self._last_epoch is not None:
            until_epoch = self._last_epoch if until_epoch is None else min(until_epoch, self._last_epoch)
        while self.divergence is None and (until_epoch is None or self.epoch < until_epoch):
            begin = time.perf_counter()
            # One epoch that was asked for is made at once, whatever the pace.
            allowed = self._allowance.updates(begin) if self._last_epoch is None else None
            if begin >= deadline or allowed == 0:
                break
            wanted = min(self._updates_in_chunk, allowed or self._updates_in_chunk)
            updates = self._train(wanted, until_epoch)
            if self._last_epoch is None:
                self._allowance.spend(updates)
            self._adapt_chunk(updates, time.perf_counter() - begin)
        if self._last_epoch is not None and self.epoch >= self._last_epoch:
            self.pause()
        return max(0, self.update - first)

    def step_batch(self) -> None:
        """Pause, and make one update."""
        self._step("Step", 1)

    def step_epoch(self) -> None:
        """Pause, and train to the end of the epoch."""
        per_epoch = self._run.trainer.batches_per_epoch
        self._step("Epoch", per_epoch - self._run.trainer.batch_of_epoch)

    def run(self) -> None:
        """Let `advance` train."""
        self._last_epoch = None
        if not self.running:
            self._remember("Run")
            self.divergence, self.message = None, ""
            self.running = True

    def run_epoch(self) -> None:
        """Let `advance` train to the end of the epoch, or of one more, and pause there: `step_epoch` in slices."""
        self._remember("Epoch", joins=self._last_epoch is not None)
        self.divergence, self.message = None, ""
        self.running = True
        self._last_epoch = (self.epoch if self._last_epoch is None else self._last_epoch) + 1

    def pause(self) -> None:
        """Stop training."""
        self.running = False
        self._last_epoch = None

    def set_pace(self, name: str) -> None:
        """Choose how fast `advance` trains: a name of `PACES`."""
        if name not in PACES:
            raise TrainingError(f"unknown speed {name!r}, expected one of {', '.join(PACES)}")
        self._pace = PACES[name]
        self._allowance = Allowance(self._pace, self._run.trainer.batches_per_epoch)

    @property
    def is_paced(self) -> bool:
        """Whether `advance` may have nothing to do for a while."""
        return self._pace.per_second is not None

    # Changes

    def change(self, experiment: Experiment, label: str = "Change") -> None:
        """Change the experiment: what can change live leaves the weights alone, the rest keeps every weight it can.

        Raises
        ------
        DataError, FileError, TrainingError
            If the new experiment cannot be trained; the old one then stays as it is.
        """
        validate(experiment)
        old = self.experiment
        if experiment == old:
            return
        same_training_only = (experiment.data, experiment.network, experiment.training.cost) == (
            old.data,
            old.network,
            old.training.cost,
        )
        if same_training_only:
            self._remember(label, joins=True)
            self._run.configure(experiment)
        else:
            run = self._run.changed(experiment)
            self._remember(label)
            self._run = run
        self._changed()

    def load(self, experiment: Experiment, model: Model | None = None) -> None:
        """Begin another experiment; the present one can be brought back by `undo`."""
        validate(experiment)
        run = TrainingRun.start(experiment, model)
        self._remember("Open")
        self.pause()
        self._run = run
        self._changed()

    def reset(self) -> None:
        """Go back to the same initial weights and to epoch 0."""
        self._remember("Reset")
        self._run.reset()
        self._changed()

    def set_parameter(self, layer: int, row: int, column: int, value: float) -> None:
        """Set one weight; `column` n_{l-1} is the bias. `layer` counts from 1.

        Raises
        ------
        TrainingError
            If there is no such weight, or the value is not finite.
        """
        matrices, dtype = self._run.network.matrices, self._run.network.dtype
        if not (
            1 <= layer <= len(matrices)
            and 0 <= row < len(matrices[layer - 1])
            and 0 <= column < matrices[layer - 1].shape[1]
        ):
            raise TrainingError(f"there is no weight [{row},{column}] in layer {layer}")
        if not abs(value) <= float(np.finfo(dtype).max):
            raise TrainingError(f"a weight of {value}, expected a finite number that {dtype} can hold")
        self._remember("Edit weight")
        self._run.set_parameter(layer, row, column, value)
        self._changed()

    def set_parameters(self, parameters: Array, label: str) -> None:
        """Set all weights and biases at once, `(P,)`, layer by layer `[W | b]` row by row.

        Raises
        ------
        TrainingError
            If there are not as many, or one is not finite.
        """
        present = self._run.network.parameters
        if parameters.shape != present.shape:
            raise TrainingError(f"{parameters.size} weights and biases, expected {present.size}")
        if not (np.abs(parameters) <= float(np.finfo(present.dtype).max)).all():
            raise TrainingError(f"weights that are not finite, expected numbers that {present.dtype} can hold")
        self._remember(label)
        self._run.set_parameters(parameters)
        self._changed()

    def undo(self) -> None:
        """Take the last change, step or run back."""
        self._recall(self._undo.back(self._run.memory()))

    def redo(self) -> None:
        """Repeat what was taken back."""
        self._recall(self._undo.forward(self._run.memory()))

    # Looking inside

    def start_walkthrough(self, example: int | None = None) -> None:
        """Walk through one update on a copy: of the next mini-batch, or of one training example.

        Raises
        ------
        TrainingError
            If there is no such example.
        """
        self._inspection.walk_through(self._run, example)

    def apply_walkthrough(self) -> None:
        """Pause, and make the update that the walkthrough shows.

        Raises
        ------
        TrainingError
            If there is none, or it cannot be made any more.
        """
        update = self._inspection.update_shown(self._run)
        if update.example is None:
            self._step("Apply update", 1)
        else:
            self.running = False
            self._remember("Apply update")
            update.apply()
            self._changed()

    def start_check(self, epsilon: float, mistake: str | None = None) -> None:
        """Begin to check the gradient of the network as it is: the job ``"check"``.

        Raises
        ------
        ValueError
            If ε is not positive, or there is no such mistake.
        """
        self._inspection.check(self._run, epsilon, mistake)

    def start_job(self, kind: str, job: Job) -> None:
        """Begin long work, in place of what is under way of the same kind."""
        self._inspection.jobs.start(kind, job)

    def cancel_job(self, kind: str) -> None:
        """Give long work up; what it brought so far stays to be seen."""
        self._inspection.jobs.cancel(kind)

    def advance_jobs(self, seconds: float) -> bool:
        """Work on what is under way for about so long; return whether there is more to do."""
        return self._inspection.jobs.advance(seconds)

    @property
    def has_jobs(self) -> bool:
        """Whether `advance_jobs` has anything to do."""
        return self._inspection.jobs.busy

    @property
    def job_changes(self) -> int:
        """Counts up whenever the result of a job changed."""
        return self._inspection.jobs.changes

    # Looking

    def snapshot(self, *, updates_per_second: float = 0.0, number: int = 0) -> Snapshot:
        """Return one frame: frozen copies of everything a view shows."""
        return take_frame(
            self._run,
            self._inspection,
            self._undo,
            self._present_scores(),
            running=self.running,
            divergence=self.divergence,
            message=self.message,
            updates_per_second=updates_per_second,
            number=number,
        )

    # Inside

    @np.errstate(all="ignore")  # numbers that are not finite are looked for, and told of
    def _train(self, updates: int, until_epoch: int | None) -> int:
        """Make up to so many updates, not past the next epoch that wants a point in the history; return how many."""
        run, trainer = self._run, self._run.trainer
        due = run.history.next_due(trainer.epoch)
        stop = due if until_epoch is None else min(due, until_epoch)
        to_stop = (stop - trainer.epoch) * trainer.batches_per_epoch - trainer.batch_of_epoch
        updates = min(updates, to_stop)
        trainer.run_updates(updates)
        if not is_finite(run.network):
            self._diverge()
        elif trainer.epoch == stop:
            scores = run.scores()
            if isfinite(scores.train_cost):
                run.record(scores)
                self._scores, self._checkpoint = scores, trainer.state()
            else:
                self._diverge()
        return updates

    def _diverge(self) -> None:
        """Stop, and go back to the last finite state."""
        self.divergence = find_divergence(self._run.trainer, self._checkpoint, self._run.train_cost)
        self.pause()
        self._scores_of = None

    def _step(self, label: str, updates: int) -> None:
        self.pause()
        self._remember(label)
        self.divergence = None
        while updates > 0 and self.divergence is None:
            updates -= self._train(updates, None)
        if not isfinite(self._present_scores().train_cost):
            self._diverge()

    def _adapt_chunk(self, updates: int, elapsed: float) -> None:
        if updates == self._updates_in_chunk and elapsed < CHUNK_SECONDS / 2:
            self._updates_in_chunk *= 2
        elif elapsed > CHUNK_SECONDS * 2:
            self._updates_in_chunk = max(1, self._updates_in_chunk // 2)

    def _remember(self, label: str, *, joins: bool = False) -> None:
        self._undo.remember(label, self._run.memory, joins=joins)

    def _recall(self, memory: RunMemory | None) -> None:
        if memory is not None:
            self.pause()
            self._run = TrainingRun.recall(memory)
            self._changed()

    def _changed(self) -> None:
        self._inspection.follow(self.experiment)
        self.divergence, self.message = None, ""
        self._scores_of = None
        self._checkpoint = self._run.trainer.state()
        self._updates_in_chunk = 1
        if self._last_epoch is not None:
            self._last_epoch = self.epoch + 1
        self._allowance.updates_per_epoch = self._run.trainer.batches_per_epoch

    def _present_scores(self) -> Scores:
        """Return scores of the parameters as they are; of a large running session, those last recorded."""
        run, at = self._run, self._run.trainer.update
        work = (run.examples.train.m + run.examples.test.m) * run.network.parameters.size
        wanted = self._scores_of is None or not self.running or work <= CHEAP_SCORES
        if wanted and self._scores_of != (run, at):
            self._scores, self._scores_of = run.scores(), (run, at)
        return self._scores
