"""What a person looks at beside the training: one update from the inside, and the results of long work.

What computes them is loaded when it is first asked for: a start needs none of it.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from playground.files import Experiment
from playground.training.diagnostics import Probe
from playground.training.diagnostics.probe import PROBE, ProbeJob
from playground.training.errors import TrainingError
from playground.training.jobs import Jobs
from playground.training.moments import Record
from playground.training.results import BestByHand
from playground.training.stop_rules import is_finite
from playground.training.training_run import TrainingRun

if TYPE_CHECKING:
    from playground.training.histograms import Counted
    from playground.training.walkthrough.one_update import OneUpdate
    from playground.training.walkthrough.walk import Walkthrough

CHECK, HISTOGRAMS, ABLATION = "check", "histograms", "ablation"
RESULTS: Mapping[str, str] = MappingProxyType(
    {
        CHECK: "gradient_check",
        "slice": "cost_slice",
        "surface": "surface",
        HISTOGRAMS: "histograms",
        ABLATION: "ablation",
    }
)
"""The kinds of jobs whose results a snapshot shows, each with its field there."""
LESSON_CHECK = "lesson_check"
LASTING = frozenset(
    {"import", "open", "save", "autosave", "animation", "pair", "many", "atlas", "take", "compare", LESSON_CHECK}
)
"""The kinds of jobs that are about no network in particular: they go on when it changes."""


class Inspection:
    """A walkthrough and the jobs under way, all on copies: they live until what they are about is gone.

    Attributes
    ----------
    walkthrough
        The last one made; None before the first.
    best_by_hand
        The weights set by hand that came to the lowest cost; None before any were.
    """

    def __init__(self, experiment: Experiment, jobs: Jobs) -> None:
        self.jobs = jobs
        self.walkthrough: Walkthrough | None = None
        self.best_by_hand: BestByHand | None = None
        self._walkthroughs = 0
        self._subject = _subject(experiment)
        self._probe: Probe | None = None
        self._counted: dict[int, Counted] = {}

    @property
    def results(self) -> Mapping[str, Any]:
        """What the jobs that a snapshot shows have brought, by its fields."""
        return {RESULTS[kind]: result for kind, result in self.jobs.results(RESULTS).items()}

    @property
    def work(self) -> Mapping[str, object]:
        """How far the long work is that people wait for, by its kind."""
        return self.jobs.results(LASTING)

    def follow(self, experiment: Experiment) -> None:
        """Forget everything if data, network or cost are others now: it would show nothing that exists."""
        subject = _subject(experiment)
        if subject != self._subject:
            self._subject, self.walkthrough, self.best_by_hand = subject, None, None
            self.jobs.clear(keeping=LASTING)

    def look_for_cause(self, probe: Probe) -> None:
        """Begin to try other first weights, if that is not under way."""
        if probe is not self._probe or not self.jobs.is_under_way(PROBE):
            self._probe = probe
            self.jobs.start(PROBE, ProbeJob(probe))

    def note_by_hand(self, run: TrainingRun) -> None:
        """Take in weights that were set by hand: the best of them are kept."""
        cost = run.train_cost()
        if self.best_by_hand is None or cost < self.best_by_hand.cost:
            parameters = run.network.parameters.copy()
            parameters.flags.writeable = False
            self.best_by_hand = BestByHand(cost, parameters)

    def walk_through(self, run: TrainingRun, example: int | None) -> None:
        """Make a walkthrough of the next mini-batch's update, or of one training example's.

        Raises `TrainingError` if there is no such example.
        """
        from playground.training.walkthrough.one_update import OneUpdate

        self.walkthrough = OneUpdate(run, example).walkthrough(self._walkthroughs + 1)
        self._walkthroughs += 1

    def update_shown(self, run: TrainingRun) -> "OneUpdate":
        """Return the update that the walkthrough shows, made anew.

        Raises `TrainingError` if there is no walkthrough, if the network or its training has changed since, or if the
        update leads to weights that are not finite.
        """
        from playground.training.walkthrough.one_update import OneUpdate

        if self.walkthrough is None:
            raise TrainingError("there is no update to apply; expected a walkthrough first")
        update = OneUpdate(run, self.walkthrough.example)
        if not update.is_shown_by(self.walkthrough):
            raise TrainingError("weights or training settings have changed since this walkthrough; make a new one")
        if not is_finite(update.after):
            raise TrainingError("the update leads to weights that are not finite; lower the learning rate")
        return update

    def count_histograms(self, records: Iterable[Record], run: TrainingRun) -> None:
        """Begin to count how the numbers of every layer are spread at recorded moments; what is counted stays known."""
        from playground.training.histograms import HistogramJob

        self.jobs.start(HISTOGRAMS, HistogramJob(records, run, self._counted))

    def check(self, run: TrainingRun, epsilon: float, mistake: str | None = None) -> None:
        """Begin to check the gradient of a run's network as it is, on its first training examples.

        Raises `ValueError` if ε is not positive, or there is no such mistake.
        """
        from playground.training.check_job import CheckJob, check_examples

        learning_rate = run.experiment.training.learning_rate
        self.jobs.start(CHECK, CheckJob(run.network, *check_examples(run), epsilon, mistake, learning_rate))


def _subject(experiment: Experiment) -> tuple[object, ...]:
    return experiment.data, experiment.network, experiment.training.cost
