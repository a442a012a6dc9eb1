"""Looking at a run: frames, questions, walkthroughs, checks, and other long work beside the training."""

from collections.abc import Iterable
from typing import Any

from playground.files import Experiment, Model
from playground.training.errors import TrainingError
from playground.training.health import HealthReport
from playground.training.inspection import Inspection
from playground.training.jobs import Job
from playground.training.plane import Plane
from playground.training.questions import Question, Questions
from playground.training.results import Divergence
from playground.training.scoring import CHEAP, Scores, work
from playground.training.timeline.course import Course
from playground.training.timeline.timeline import Timeline
from playground.training.training_loop import TrainingLoop
from playground.training.training_run import TrainingRun

PATIENCE = 1.0
"""Seconds of work between two looks at what it came to."""


class ObservedRun:
    """What a session knows of its run without changing it.

    Parameters
    ----------
    course
        The run and its way.
    """

    def __init__(self, course: Course) -> None:
        self._course = course
        self._loop = TrainingLoop(course)
        self._inspection = Inspection(course.run.experiment, self)
        self._questions = Questions()
        self._plane: Plane | None = None
        self._plane_inputs: tuple[str, ...] = ()
        self._plane_of: TrainingRun | None = None
        self._scored: tuple[object, Scores] | None = None
        self._edits = 0

    @property
    def experiment(self) -> Experiment:
        """The experiment as it stands."""
        return self._course.run.experiment

    @property
    def epoch(self) -> int:
        """Epochs completed."""
        return self._course.run.trainer.epoch

    @property
    def update(self) -> int:
        """Updates made."""
        return self._course.run.trainer.update

    @property
    def seconds(self) -> float:
        """How long this run has been trained, by the clock."""
        return self._course.run.seconds

    @property
    def changes(self) -> int:
        """Counts up with everything that a saved session holds, training included."""
        return self._edits + self._loop.chunks

    @property
    def current(self) -> TrainingRun:
        """The objects behind: network, trainer, examples, history."""
        return self._course.run

    @property
    def timeline(self) -> Timeline:
        """The moments that can be gone back to."""
        return self._course.timeline

    @property
    def running(self) -> bool:
        """Whether training is to go on: whoever owns the session then calls `advance` again and again."""
        return self._loop.running

    @property
    def is_paced(self) -> bool:
        """Whether `advance` may have nothing to do for a while."""
        return self._loop.is_paced

    @property
    def divergence(self) -> Divergence | None:
        """Where numbers stopped being finite, until something is changed."""
        return self._loop.divergence

    @property
    def message(self) -> str:
        """The last thing worth telling, one line."""
        return self._loop.message

    @message.setter
    def message(self, text: str) -> None:
        self._loop.message = text

    def diagnose(self) -> HealthReport | None:
        """Return how the layers are doing, and what is wrong, looked for to the end; None without any point."""
        report = self._present_health()
        while report is not None and report.is_open:
            self.advance_jobs(PATIENCE)
            report = self._present_health()
        return report

    def model(self) -> Model:
        """Return the trained network as it is written to a file."""
        return self._course.run.model()

    def start_walkthrough(self, example: int | None = None) -> None:
        """Walk through one update on a copy: of the next mini-batch, or of one training example.

        Raises
        ------
        TrainingError
            If there is no such example.
        """
        self._inspection.walk_through(self._course.run, example)

    def start_check(self, epsilon: float, mistake: str | None = None) -> None:
        """Begin to check the gradient of the network as it is: the job ``"check"``.

        Raises
        ------
        ValueError
            If ε is not positive, or there is no such mistake.
        """
        self._inspection.check(self._course.run, epsilon, mistake)

    def start_job(self, kind: str, job: Job[Any], at_once: float | None = None) -> None:
        """Begin long work, in place of what is under way of the same kind; perhaps work on it for so long at once."""
        self._inspection.jobs.start(kind, job, at_once)

    def cancel_job(self, kind: str) -> None:
        """Give long work up; what it brought so far stays to be seen."""
        self._inspection.jobs.cancel(kind)

    def cancel_jobs(self) -> None:
        """Give all long work up: nobody will see it any more."""
        self._inspection.jobs.clear()

    def advance_jobs(self, seconds: float, background: float | None = None) -> bool:
        """Work on what is under way for about so long; return whether there is more to do.

        Parameters
        ----------
        background
            The time for jobs that nobody waits for, by default the same.
        """
        jobs = self._inspection.jobs
        jobs.advance(seconds, background)
        return jobs.busy

    @property
    def has_jobs(self) -> bool:
        """Whether `advance_jobs` has anything to do."""
        return self._inspection.jobs.busy

    @property
    def job_changes(self) -> int:
        """Counts up whenever the result of a job changed."""
        return self._inspection.jobs.changes

    def ask(self, questions: Iterable[Question]) -> None:
        """Answer these questions with every snapshot from now on, and no others."""
        self._questions.ask(questions)

    def show_plane(self, plane: Plane) -> None:
        """Draw the maps over other inputs from now on, as long as the data have them.

        Raises
        ------
        TrainingError
            If there is no such input or example.
        """
        self._course.run.show_plane(plane)
        self._choose_plane(plane)
        self._edits += 1

    def _follow(self) -> None:
        """Take in that the run was changed, or is another one."""
        run = self._course.run
        self._edits += 1
        self._scored = None
        self._inspection.follow(run.experiment)
        if run is not self._plane_of:
            self._plane_of = run
            self._keep_plane(run)

    def _choose_plane(self, plane: Plane) -> None:
        """Remember what a person chose, and of which inputs."""
        self._plane, self._plane_inputs = plane, self._course.run.examples.dataset.input_names

    def _keep_plane(self, run: TrainingRun) -> None:
        """Let another run draw over what was chosen, if its data have the same inputs, and else over what is usual."""
        if self._plane is not None and run.examples.dataset.input_names == self._plane_inputs:
            try:
                run.show_plane(self._plane)
                return
            except TrainingError:  # fewer examples
                pass
        run.show_plane(run.examples.usual_plane)

    def _present_health(self) -> HealthReport | None:
        """Return how the layers are doing; a cause that takes long to find is looked for beside the training."""
        run = self._course.run
        report = run.diagnosis(self._loop.divergence)
        if report is not None and report.is_open:
            self._inspection.look_for_cause(run.health.probe)
        return report

    def _present_scores(self) -> Scores:
        """Return scores of the parameters as they are; of a large running session, those last recorded."""
        run = self._course.run
        at = (run, run.trainer.update, self._edits)
        if self._scored is not None and self._scored[0] == at:
            return self._scored[1]
        if self._scored is not None and self._loop.running and work(run.network, run.examples) > CHEAP:
            return self._loop.scores
        self._loop.scores = run.scores(fits=True)
        self._scored = at, self._loop.scores
        return self._loop.scores
