"""Looking at a run: frames, queries, the plane of the maps; nothing of it changes the run."""

from msgspec.structs import asdict

from playground.training.errors import TrainingError
from playground.training.health import HealthReport
from playground.training.input_slice import InputSlice
from playground.training.inspection import Inspection
from playground.training.queries import Queries
from playground.training.results import Array
from playground.training.scoring import CHEAP, Scores, work
from playground.training.snapshot import Snapshot
from playground.training.timeline.timeline import Timeline
from playground.training.training_loop import TrainingLoop
from playground.training.training_run import TrainingRun

PATIENCE = 1.0
"""Seconds of work between two looks at what it came to."""


class Observer:
    """What is seen of a run.

    `queries`: what views ask, answered with every frame.
    """

    def __init__(self, timeline: Timeline, loop: TrainingLoop, inspection: Inspection) -> None:
        self._timeline, self._loop, self._inspection = timeline, loop, inspection
        self.queries = Queries()
        self._input_slice: InputSlice | None = None
        self._slice_inputs: tuple[str, ...] = ()
        self._plane_of: TrainingRun | None = None
        self._scored: tuple[object, Scores] | None = None

    def follow(self) -> None:
        """Take in that the run was changed, or is another one."""
        run = self._timeline.run
        self._scored = None
        self._inspection.follow(run.experiment)
        if run is not self._plane_of:
            self._plane_of = run
            self._keep_plane(run)

    def show_slice(self, input_slice: InputSlice) -> None:
        """Draw the maps over other inputs from now on, as long as the data have them.

        Raises `TrainingError` if there is no such input or example.
        """
        self._timeline.run.show_slice(input_slice)
        self.choose_slice(input_slice)
        self._plane_of = self._timeline.run

    def choose_slice(self, input_slice: InputSlice) -> None:
        """Remember what a person chose, and of which inputs: `follow` then draws over it."""
        self._input_slice, self._slice_inputs = input_slice, self._timeline.run.examples.dataset.input_names
        self._plane_of = None

    def scores(self) -> Scores:
        """Return scores of the parameters as they are; of a large running session, those last recorded."""
        run = self._timeline.run
        at = (run, run.trainer.update)
        if self._scored is not None and self._scored[0] == at:
            return self._scored[1]
        if self._scored is not None and self._loop.running and work(run.network, run.examples) > CHEAP:
            return self._loop.scores
        self._loop.scores = run.scores(fits=True)
        self._scored = at, self._loop.scores
        return self._loop.scores

    def health(self) -> HealthReport | None:
        """Return how the layers are doing; a cause that takes long to find is looked for beside the training."""
        run = self._timeline.run
        report = run.diagnosis(self._loop.divergence)
        if report is not None and report.is_open:
            self._inspection.look_for_cause(run.health.probe)
        return report

    def diagnose(self) -> HealthReport | None:
        """Return the same with what is wrong, looked for to the end; None without any point."""
        report = self.health()
        while report is not None and report.is_open:
            self._inspection.jobs.advance(PATIENCE)
            report = self.health()
        return report

    def frame(self, changes: int, updates_per_second: float, number: int) -> Snapshot:
        """Return what there is to see: frozen copies."""
        run, trainer = self._timeline.run, self._timeline.run.trainer
        scores = self.scores()
        W, b = _halves(run, run.network.parameters.copy())
        gradient, used, step = trainer.gradient, trainer.used_gradient, trainer.step
        dW, db = (None, None) if gradient is None else _halves(run, gradient)
        used_W, used_b = (None, None) if used is None else _halves(run, used)
        update_W, update_b = (None, None) if step is None else _halves(run, step)
        curves = self._timeline.curves()
        return Snapshot(
            problem_info=run.problem_info,
            experiment=run.experiment,
            running=self._loop.running,
            epoch=trainer.epoch,
            update=trainer.update,
            W=W,
            b=b,
            dW=dW,
            db=db,
            used_W=used_W,
            used_b=used_b,
            update_W=update_W,
            update_b=update_b,
            maps=run.sampler.sample(),
            curves=curves,
            rate=trainer.rate,
            rate_shares=trainer.scheduled_shares(curves.epochs),
            **asdict(scores),
            updates_per_second=updates_per_second,
            divergence=self._loop.divergence,
            message=self._loop.message,
            number=number,
            walkthrough=self._inspection.walkthrough,
            **self._inspection.results,
            health=self.health(),
            best_by_hand=self._inspection.best_by_hand,
            events=() if self._loop.running else run.health.events(self._timeline.rates),
            answers=self.queries.answers(run, changes),
            timeline=self._timeline.recorded(),
            branches=self._timeline.branches,
            seconds=run.seconds,
            changes=changes,
            work=self._inspection.work,
        )

    def _keep_plane(self, run: TrainingRun) -> None:
        """Let another run draw over what was chosen, if its data have the same inputs, and else over what is usual."""
        if self._input_slice is not None and run.examples.dataset.input_names == self._slice_inputs:
            try:
                run.show_slice(self._input_slice)
                return
            except TrainingError:  # fewer examples
                pass
        run.show_slice(run.examples.usual_slice)


def _halves(run: TrainingRun, flat: Array) -> tuple[tuple[Array, ...], tuple[Array, ...]]:
    """Return each layer's weights and biases as frozen views into a vector `(P,)` that is now the frame's own."""
    flat.flags.writeable = False
    matrices = run.network.structure.matrices(flat)
    return tuple(matrix[:, :-1] for matrix in matrices), tuple(matrix[:, -1:] for matrix in matrices)
