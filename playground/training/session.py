"""The training session: everything a person can do to a network and its training, without a thread and without Qt."""

from collections.abc import Callable, Collection, Sequence

from msgspec.structs import replace

from playground.data import Dataset
from playground.files import Experiment, Model, validate
from playground.messages import Message
from playground.training.edits import Edit, check_parameter, check_parameters
from playground.training.errors import TrainingError
from playground.training.formula import NO_FORMULA, Formula
from playground.training.input_slice import InputSlice
from playground.training.inspection import Inspection
from playground.training.jobs import ATLAS, COMPARE, MANY, Jobs
from playground.training.observer import Observer
from playground.training.pins import PinMemory, Pins
from playground.training.results import Array
from playground.training.session_memory import SessionMemory
from playground.training.snapshot import Snapshot
from playground.training.stop_rules import STOP_RULES
from playground.training.timeline.records import RunMemory
from playground.training.timeline.timeline import Timeline
from playground.training.training_loop import TrainingLoop
from playground.training.training_run import TrainingRun
from playground.training.undo import Part, UndoHistory, edit_entry

REPLAY = "replay"
"""The kind of job that a step back is where it cannot be made at once."""
REPLAY_SECONDS = 0.05
LONGEST_LESSON = 20_000_000
"""Characters."""


class TrainingSession:
    """A network learning: an experiment, with trained weights to begin with, and its data where they are read already.

    Raises `DataError`, `FileError` or `TrainingError` if the experiment cannot be trained.

    Attributes
    ----------
    timeline
        The run and its way: the moments it can go back to.
    loop
        What trains it.
    jobs
        Long work beside the training.
    inspection
        What is looked into, on copies: walkthroughs, checks, landscapes.
    observer
        What is seen of it.
    pins
        Runs kept to compare others with.
    formula
        What stands in the chain-rule workspace.
    lesson
        The lesson under way and what was answered in it, as the lessons write it; empty without one.
    votes
        Of a class on predictions, as the lessons write them; empty without one.
    """

    def __init__(self, experiment: Experiment, model: Model | None = None, dataset: Dataset | None = None) -> None:
        validate(experiment)
        self._begin(Timeline(TrainingRun.start(experiment, model, dataset)))

    def _begin(self, timeline: Timeline) -> None:
        self.timeline, self.loop, self.jobs = timeline, TrainingLoop(timeline), Jobs(self)
        self.inspection = Inspection(timeline.run.experiment, self.jobs)
        self.observer = Observer(timeline, self.loop, self.inspection)
        self.pins = Pins(timeline, self.observer.scores, self._remember_pins)
        self.formula, self.lesson, self.votes = NO_FORMULA, "", ""
        self._left: RunMemory | None = None
        self._undo = UndoHistory({"run": timeline.memory, "pins": self.pins.memory, "formula": lambda: self.formula})
        self._edits = 0
        self._changed()

    @property
    def run(self) -> TrainingRun:
        """The run as it is: experiment, network, trainer, examples, history."""
        return self.timeline.run

    @property
    def experiment(self) -> Experiment:
        return self.timeline.run.experiment

    @property
    def epoch(self) -> int:
        return self.timeline.run.trainer.epoch

    @property
    def update(self) -> int:
        return self.timeline.run.trainer.update

    @property
    def changes(self) -> int:
        """Counts up with everything that a saved session holds, training included."""
        return self._edits + self.loop.chunks

    # Training

    def advance(self, seconds: float, *, until_epoch: int | None = None) -> int:
        """Train for about so many seconds of the clock, under the chosen speed limit; return the updates made."""
        self.timeline.leave()
        return self.loop.advance(seconds, until_epoch)

    def start(self, rules: Collection[str] = STOP_RULES) -> None:
        """Let `advance` train, until one of these stop rules of the experiment says that it is enough."""
        if not self.loop.running:
            self._remember("Run")
            self.loop.start(rules)
        elif self.loop.makes_one_epoch:
            self.loop.start(rules)

    def start_epoch(self) -> None:
        """Let `advance` train to the end of the epoch, or of one more, and pause there: `step_epoch` in slices."""
        self._remember("Epoch", joins=self.loop.makes_one_epoch)
        self.loop.start_epoch()

    def step_batch(self) -> None:
        """Pause, and make one update."""
        self._step("Step", 1)

    def step_epoch(self) -> None:
        """Pause, and train to the end of the epoch."""
        trainer = self.timeline.run.trainer
        self._step("Epoch", trainer.batches_per_epoch - trainer.batch_of_epoch)

    # Changes

    def change(
        self, experiment: Experiment, label: str = "Change", *, joins: bool = False, dataset: Dataset | None = None
    ) -> None:
        """Change the experiment: what can change live leaves the weights alone, the rest keeps every weight it can.

        Raises `DataError`, `FileError` or `TrainingError` if the new experiment cannot be trained; the old one then
        stays as it is.

        Parameters
        ----------
        label
            What the change is called where it can be taken back.
        joins
            Whether it continues the last change of the same label, so that both are taken back together.
        dataset
            The experiment's data, where they are read already.
        """
        validate(experiment)
        old = self.experiment
        if experiment == old:
            return
        if self.timeline.run.can_become(experiment):
            self._remember(label, joins=True)
            self._changed(watch_anew=self.timeline.configure(experiment))
        else:
            run = self.timeline.run.changed(experiment, dataset)
            self._remember(label, joins=joins)
            self.timeline.turn_to(run)
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
        self.take(TrainingRun.start(experiment, model, dataset), label)

    def take(self, run: TrainingRun, label: str) -> None:
        """Pause, and go on with a run that was trained elsewhere, from where it stands."""
        self._remember(label)
        self.pause()
        self.timeline.begin(run)
        self._changed()

    def recall(self, memory: RunMemory, label: str) -> None:
        """Pause, and go on with a run that is kept elsewhere, with its way; what was can be brought back by `undo`."""
        self._remember(label)
        self.pause()
        self.timeline.recall(memory)
        self._changed()

    def reset(self) -> None:
        """Go back to the same initial weights and to epoch 0; the settings stay."""
        self._remember("Reset")
        self.timeline.reset()
        self._changed()

    def set_parameter(self, layer: int, row: int, column: int, value: float) -> None:
        """Set one weight; `column` n_{l-1} is the bias. `layer` counts from 1.

        Raises `TrainingError` if there is no such weight, or the value is not finite.
        """
        self.edit_parameters([(layer, row, column, value)])

    def edit_parameters(self, edits: Sequence[Edit]) -> None:
        """Set some weights and biases; they belong to the start that `reset` goes back to.

        Raises `TrainingError` if one of them is not there, or a value is not finite.
        """
        network = self.timeline.run.network
        for edit in edits:
            check_parameter(network, *edit)
        self._move(edit_entry(edits, network.sizes), lambda run: run.edit_parameters(edits))
        self.inspection.note_by_hand(self.run)
        self.loop.message = Message("Typed weights belong to the start: “Same start again” comes back to them.")

    def set_parameters(self, parameters: Array, label: str) -> None:
        """Set all weights and biases at once, `(P,)`, layer by layer `[W | b]` row by row.

        Raises `TrainingError` if there are not as many, or one is not finite.
        """
        check_parameters(self.timeline.run.network, parameters)
        self._move(label, lambda run: run.set_parameters(parameters))

    def apply_walkthrough(self) -> None:
        """Pause, and make the update that the walkthrough shows.

        Raises `TrainingError` if there is none, or it cannot be made any more.
        """
        update = self.inspection.update_shown(self.timeline.run)
        if update.example is None:
            self._step("Apply update", 1)
        else:
            self.pause()
            self._move("Apply update", lambda _: update.apply())

    def pause(self) -> None:
        self.loop.pause()

    def set_speed_limit(self, name: str) -> None:
        """Choose how fast `advance` trains: a name of `SPEED_LIMITS`."""
        self.loop.speed_limit = name
        self._edits += 1

    def keep_formula(self, formula: Formula) -> None:
        """Keep what stands in the chain-rule workspace.

        Raises `TrainingError` if it is too large.
        """
        formula.check()
        self.formula = formula
        self._edits += 1

    def keep_lesson(self, record: str) -> None:
        """Keep the lesson under way, as the lessons write it; empty ends it.

        Raises `TrainingError` if it is too large.
        """
        if len(record) > LONGEST_LESSON:
            raise TrainingError(
                "what was answered in the lesson has grown to {count:,} characters, and {most:,} are kept; begin the "
                "lesson again",
                count=len(record),
                most=LONGEST_LESSON,
            )
        self.lesson = record
        self._edits += 1

    def keep_votes(self, votes: str) -> None:
        """Keep the votes on predictions, as the lessons write them."""
        self.votes = votes
        self._edits += 1

    def leave_run(self) -> None:
        """Keep the run with its way, until `return_to_run` or `forget_run`."""
        self._left = self.timeline.memory()
        self._edits += 1

    def return_to_run(self, label: str) -> bool:
        """Pause, and bring back the run that was left; return whether there was one."""
        if self._left is None:
            return False
        self.recall(self._left, label)
        self.forget_run()
        return True

    def forget_run(self) -> None:
        """Keep no run that was left any more."""
        self._left = None

    # Back and forth in time

    def scrub(self, epoch: int) -> None:
        """Pause, and go to the recorded moment nearest to an epoch; what lies beyond stays until training goes on."""
        self.pause()
        if not self.timeline.is_nearest_to(epoch):
            self._remember("Go to epoch", joins=True)
            self.timeline.scrub(epoch)
            self._changed()

    def step_back(self) -> None:
        """Pause, and take exactly one update back: at once, or by the job ``"replay"`` where much is to be repeated.

        Raises `TrainingError` if there is no update to take back, or what led to it is forgotten.
        """
        self.pause()
        if self.jobs.is_under_way(REPLAY):
            return
        replay = self.timeline.step_back(self._changed)
        self._remember("Step back", joins=True)
        self.jobs.start(REPLAY, replay, at_once=REPLAY_SECONDS)
        if self.jobs.is_under_way(REPLAY):
            self.loop.message = Message(
                "Going back by one update: the updates since the last recorded moment are made again."
            )

    def set_timeline_budget(self, n_bytes: int) -> None:
        """Choose the most memory for recorded moments, in bytes.

        Raises `TrainingError` if it is not between 1 MiB and 8 GiB.
        """
        self.timeline.records.budget = n_bytes
        self._edits += 1

    def undo(self) -> None:
        self._travel(max(0, self._undo.position - 1))

    def redo(self) -> None:
        self._travel(min(len(self._undo.labels), self._undo.position + 1))

    def go_to_moment(self, index: int) -> None:
        """Take back or repeat changes until `index` of them are in force, of all that were ever made.

        Raises `TrainingError` if they are forgotten, or were never made.
        """
        self._travel(index - self._undo.first)

    # Pinned runs

    def load_pin(self, number: int) -> None:
        """Pause, and bring a pinned run back.

        Raises `TrainingError` if there is no such pin.
        """
        self.recall(self.pins.find(number).memory, "Load pinned run")

    # The memory of everything

    @classmethod
    def from_memory(cls, memory: SessionMemory) -> "TrainingSession":
        """Return a session that goes on from a memory to the last bit, paused."""
        session = cls.__new__(cls)
        session._begin(Timeline.recalled(memory.run))
        session._recall_rest(memory)
        return session

    def restore(self, memory: SessionMemory) -> None:
        """Go on from a memory to the last bit, paused; the present run and pins can be brought back by `undo`."""
        self.pause()
        self._remember("Open", parts=("run", "pins", "formula"))
        self.timeline.records.budget = memory.run.records.budget
        self.timeline.recall(memory.run)
        self._recall_rest(memory)

    def memory(self) -> SessionMemory:
        """Return everything that `from_memory` needs; cheap, for most of it is shared."""
        pins = self.pins
        run, speed_limit, input_slice = self.timeline.memory(), self.loop.speed_limit, self.run.input_slice
        return SessionMemory(
            run,
            pins.kept,
            pins.next_number,
            speed_limit,
            input_slice,
            self.formula,
            self.lesson,
            self.jobs.kept(MANY),
            self.jobs.kept(ATLAS),
            self._left,
            self.votes,
            self.jobs.kept(COMPARE),
        )

    # Looking

    def show_slice(self, input_slice: InputSlice) -> None:
        """Draw the maps over other inputs from now on, as long as the data have them.

        Raises `TrainingError` if there is no such input or example.
        """
        self.observer.show_slice(input_slice)
        self._edits += 1

    def snapshot(self, *, updates_per_second: float = 0.0, number: int = 0) -> Snapshot:
        """Return one frame: frozen copies of everything a view shows."""
        undo = self._undo
        return replace(
            self.observer.frame(self.changes, updates_per_second, number),
            undo_label=undo.undo_label,
            redo_label=undo.redo_label,
            undo_labels=undo.labels,
            undo_position=undo.position,
            undo_first=undo.first,
            pins=self.pins.kept,
            formula=self.formula,
            lesson=self.lesson,
            votes=self.votes,
        )

    # Inside

    def _remember(self, label: str, *, parts: tuple[Part, ...] = ("run",), joins: bool = False) -> None:
        self.jobs.cancel(REPLAY)
        self._undo.remember(label, parts, joins=joins)

    def _remember_pins(self, label: str) -> None:
        self._undo.remember(label, {"pins"})
        self._edits += 1

    def _recall_rest(self, memory: SessionMemory) -> None:
        """Take over what a memory holds beside the run."""
        self.pins.kept, self.pins.next_number = memory.pins, max(memory.next_pin, self.pins.next_number)
        self.set_speed_limit(memory.speed_limit)
        self.formula, self.lesson, self.votes = memory.formula, memory.lesson, memory.votes
        self._left = memory.left
        self.observer.choose_slice(memory.input_slice)
        for kind, kept in ((MANY, memory.many), (ATLAS, memory.atlas), (COMPARE, memory.compare)):
            if kept is not None:
                self.jobs.start(kind, kept.job())
        self._changed()

    def note(self) -> None:
        """Take in that something changed that a saved session holds."""
        self._edits += 1

    def _travel(self, position: int) -> None:
        reached = self._undo.travel(position)
        pins: PinMemory | None = reached.get("pins")
        if pins is not None:
            self.pins.kept = pins.pins
            self._edits += 1
        if "formula" in reached:
            self.keep_formula(reached["formula"])
        if "run" in reached:
            self.jobs.cancel(REPLAY)
            self.pause()
            self.timeline.recall(reached["run"])
            self._changed()

    def _changed(self, *, watch_anew: bool = True) -> None:
        self._edits += 1
        self.observer.follow()
        self.loop.settle(watch_anew=watch_anew)

    def _step(self, label: str, updates: int) -> None:
        self._remember(label)
        self.loop.step(updates)

    def _move(self, label: str, change: Callable[[TrainingRun], None]) -> None:
        self._remember(label)
        self.timeline.move(change)
        self._changed()
