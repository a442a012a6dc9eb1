"""What a person can ask of a session: one row each, applied between two updates."""

from operator import attrgetter
from typing import Any

import numpy as np

from playground.engine import COSTS, OPTIMIZERS
from playground.files import check_data, open_target, validate
from playground.messages import Message, Term
from playground.training.commands.command import Command as Command
from playground.training.commands.command import Kind
from playground.training.comparison import same_data
from playground.training.diagnostics import Finding
from playground.training.edits import edited
from playground.training.inspection import ABLATION
from playground.training.queries import Query
from playground.training.results import Array
from playground.training.session import TrainingSession
from playground.training.undo import field_entry

AT_ONCE_SECONDS = 0.1
"""What takes no longer is done before the next command is looked at."""
PAIR = "pair"
SIDE_WHILE_RUNNING = 51
"""Rows of a surface while training goes on: it is soon to be drawn anew."""


def _step_epoch(session: TrainingSession) -> None:
    """Train to the end of the epoch: most at once, a long one in slices, so that a pause is heard on the way."""
    session.start_epoch()
    session.advance(AT_ONCE_SECONDS)


def _other_seed(path: str, label: str) -> Kind[[]]:
    """Return the row that draws anew what the seed of a field draws."""
    seed_of = attrgetter(path)

    def draw(session: TrainingSession) -> None:
        seed = (seed_of(session.experiment) + 1) % 2**32
        session.change(edited(session.experiment, path, seed), label)

    return Kind(draw)


def _change_field(session: TrainingSession, path: str, value: Any) -> None:
    """Change one field of the experiment, and what must follow."""
    before = session.experiment.training.cost
    session.change(edited(session.experiment, path, value), field_entry(path, value))
    cost = session.experiment.training.cost
    if cost != before and path != "training.cost":
        session.loop.message = Message("The cost is now {cost}, which suits the output.", cost=Term(COSTS[cost].label))


def _carry_out(session: TrainingSession, finding: Finding) -> None:
    """Carry out the remedy of a finding: begin again with its settings, and run."""
    before, experiment = session.experiment, finding.remedied(session.experiment)
    dataset = session.run.examples.dataset if same_data(experiment.data, before.data) else None
    session.load(experiment, dataset=dataset, label=Message("Remedy: {finding}", finding=Term(finding.kind.label)))
    session.start()


def _go_on_with(session: TrainingSession, optimizer: str, learning_rate: float) -> None:
    """Let the session have another optimizer with a learning rate from these weights on, and run."""
    changed = edited(
        edited(session.experiment, "training.optimizer", optimizer), "training.learning_rate", learning_rate
    )
    validate(changed)
    label = Message("Go on with {optimizer}", optimizer=Term(OPTIMIZERS[optimizer].label))
    session.change(changed, label)
    session.start()


def _open_target(session: TrainingSession, target: str) -> None:
    """Open a preset, an experiment file, weights or a table of data; read where it is applied, not in the window."""
    found = open_target(target)
    check_data(found)
    session.load(found.experiment, found.model, found.dataset)


def _move_to(session: TrainingSession, parameters: Array, label: str = "Move weights") -> None:
    """Set all weights and biases at once, `(P,)`, layer by layer `[W | b]` row by row."""
    session.set_parameters(np.asarray(parameters), label)


def _pin_run(session: TrainingSession, name: str = "") -> None:
    """Keep the run as it is; without a name it is called after its experiment and what is special about it."""
    session.pins.pin(name)


def _rename_pin(session: TrainingSession, number: int, name: str) -> None:
    session.pins.rename(number, name)


def _remove_pin(session: TrainingSession, number: int) -> None:
    session.pins.remove(number)


def _ask(session: TrainingSession, queries: frozenset[Query]) -> None:
    """Answer these queries with every frame from now on, and no others."""
    session.observer.queries.ask(queries)


def _start_walkthrough(session: TrainingSession, example: int | None = None) -> None:
    """Walk through one update from the inside, on a copy: of the next mini-batch, or of one training example."""
    session.inspection.walk_through(session.run, example)


def _start_check(session: TrainingSession, epsilon: float = 1e-5, mistake: str | None = None) -> None:
    """Check the gradient against central differences, perhaps with one of `MISTAKES` switched on."""
    session.inspection.check(session.run, epsilon, mistake)


def _start_pair(session: TrainingSession, name: str) -> None:
    """Train the two networks of a contrasting pair side by side: the job ``"pair"``."""
    from playground.training.pair_job import PairJob  # a start of the program needs none of it

    session.jobs.start(PAIR, PairJob(name))


def _cancel_job(session: TrainingSession, kind: str) -> None:
    """Give up long work; what it brought so far stays."""
    session.jobs.cancel(kind)


def _start_slice(session: TrainingSession, layer: int, row: int, column: int) -> None:
    """Compute the cost against one weight, or a bias: `column` is then the number of weights of the row."""
    from playground.training.landscape import SliceJob  # a start of the program needs none of it

    session.jobs.start("slice", SliceJob(session.run, layer, row, column))


def _start_surface(
    session: TrainingSession,
    kind: str,
    first: tuple[int, int, int] | None = None,
    second: tuple[int, int, int] | None = None,
    seed: int = 0,
    one_rate: bool = False,
) -> None:
    """Compute the cost over a plane: of two ``"weights"`` (layer, row, column), ``"random"``, ``"trajectory"``.

    The fourth is ``"steps"``: where every optimizer would go next; with `one_rate` all with the session's rate.
    While training goes on only coarsely. `seed` chooses the random directions.
    """
    from playground.training.landscape import SIDE, SurfaceJob

    side = SIDE_WHILE_RUNNING if session.loop.running else SIDE
    session.jobs.start("surface", SurfaceJob(session.run, kind, first, second, seed=seed, one_rate=one_rate, side=side))


def _start_histograms(session: TrainingSession) -> None:
    """Count how weights, activations and gradients are spread at the recorded epochs."""
    session.inspection.count_histograms(session.timeline.records, session.run)


def _start_ablation(session: TrainingSession) -> None:
    """Switch off every hidden neuron and layer in turn, on a copy."""
    from playground.training.ablation_job import AblationJob  # a start of the program needs none of it

    session.jobs.start(ABLATION, AblationJob(session.run))


Run = Kind(TrainingSession.start)
Pause = Kind(TrainingSession.pause)
StepBatch = Kind(TrainingSession.step_batch)
StepEpoch = Kind(_step_epoch)
StepBack = Kind(TrainingSession.step_back)
Scrub = Kind(TrainingSession.scrub)
Reset = Kind(TrainingSession.reset)
NewWeights = _other_seed("network.seed", "New weights")
NewSample = _other_seed("data.seed", "New sample")
SetSpeedLimit = Kind(TrainingSession.set_speed_limit)
SetTimelineBudget = Kind(TrainingSession.set_timeline_budget)

ChangeField = Kind(_change_field)
CarryOut = Kind(_carry_out)
GoOnWith = Kind(_go_on_with)
Load = Kind(TrainingSession.load)
OpenTarget = Kind(_open_target)
SetParameter = Kind(TrainingSession.set_parameter)
EditParameters = Kind(TrainingSession.edit_parameters)
MoveTo = Kind(_move_to)
KeepFormula = Kind(TrainingSession.keep_formula)

Undo = Kind(TrainingSession.undo)
Redo = Kind(TrainingSession.redo)
GoToMoment = Kind(TrainingSession.go_to_moment)

PinRun = Kind(_pin_run)
RenamePin = Kind(_rename_pin)
RemovePin = Kind(_remove_pin)
LoadPin = Kind(TrainingSession.load_pin)

Ask = Kind(_ask)
ShowSlice = Kind(TrainingSession.show_slice)
StartWalkthrough = Kind(_start_walkthrough)
ApplyWalkthrough = Kind(TrainingSession.apply_walkthrough)
StartCheck = Kind(_start_check)
StartHistograms = Kind(_start_histograms)
StartAblation = Kind(_start_ablation)
StartPair = Kind(_start_pair)
StartSlice = Kind(_start_slice)
StartSurface = Kind(_start_surface)
CancelJob = Kind(_cancel_job)
