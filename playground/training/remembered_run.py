"""Coming back to a run: undo and redo, the timeline, pinned runs, and the memory of a whole session."""

from collections.abc import Callable, Mapping
from typing import Self

from playground.messages import Message
from playground.training.formula import NO_FORMULA, Formula
from playground.training.observed_run import ObservedRun
from playground.training.pins import PinMemory, Pins
from playground.training.session_memory import SessionMemory
from playground.training.timeline.course import Course
from playground.training.undo import Memory, Part, UndoHistory

REPLAY = "replay"
"""The kind of job that a step back is where it cannot be made at once."""
REPLAY_SECONDS = 0.05


class RememberedRun(ObservedRun):
    """A run whose every change can be taken back, and that can be put away and taken out again.

    Parameters
    ----------
    course
        The run and its way.

    Attributes
    ----------
    pins
        Runs kept to compare others with.
    formula
        What stands in the chain-rule workspace.
    """

    def __init__(self, course: Course) -> None:
        super().__init__(course)
        self._undo = UndoHistory()
        self.pins = Pins(course, self._present_scores, self._remember_pins)
        self.formula = NO_FORMULA
        self._parts: Mapping[Part, Callable[[], Memory]] = {
            "run": course.memory,
            "pins": self.pins.memory,
            "formula": lambda: self.formula,
        }
        self._follow()

    def pause(self) -> None:
        """Stop training."""
        self._loop.pause()

    def set_pace(self, name: str) -> None:
        """Choose how fast `advance` trains: a name of `PACES`."""
        self._loop.pace = name
        self._edits += 1

    def keep_formula(self, formula: Formula) -> None:
        """Keep what stands in the chain-rule workspace.

        Raises
        ------
        TrainingError
            If it is too large.
        """
        formula.check()
        self.formula = formula
        self._edits += 1

    # Back and forth in time

    def scrub(self, epoch: int) -> None:
        """Pause, and go to the recorded moment nearest to an epoch; what lies beyond stays until training goes on."""
        self.pause()
        if not self._course.is_nearest_to(epoch):
            self._remember("Go to epoch", joins=True)
            self._course.scrub(epoch)
            self._changed()

    def step_back(self) -> None:
        """Pause, and take exactly one update back: at once, or by the job ``"replay"`` where much is to be repeated.

        Raises
        ------
        TrainingError
            If there is no update to take back, or what led to it is forgotten.
        """
        self.pause()
        if self._inspection.jobs.is_under_way(REPLAY):
            return
        replay = self._course.step_back(self._changed)
        self._remember("Step back", joins=True)
        self.start_job(REPLAY, replay, at_once=REPLAY_SECONDS)
        if self._inspection.jobs.is_under_way(REPLAY):
            self.message = Message(
                "Going back by one update: the updates since the last recorded moment are made again."
            )

    def set_timeline_budget(self, n_bytes: int) -> None:
        """Choose the most memory for recorded moments, in bytes.

        Raises
        ------
        TrainingError
            If it is not between 1 MiB and 8 GiB.
        """
        self.timeline.budget = n_bytes
        self._edits += 1

    def undo(self) -> None:
        """Take the last change, step or run back."""
        self._travel(max(0, self._undo.position - 1))

    def redo(self) -> None:
        """Repeat what was taken back."""
        self._travel(min(len(self._undo.labels), self._undo.position + 1))

    def go_to_moment(self, index: int) -> None:
        """Take back or repeat changes until `index` of them are in force, of all that were ever made.

        Raises
        ------
        TrainingError
            If they are forgotten, or were never made.
        """
        self._travel(index - self._undo.first)

    # Pinned runs

    def load_pin(self, number: int) -> None:
        """Pause, and bring a pinned run back.

        Raises
        ------
        TrainingError
            If there is no such pin.
        """
        memory = self.pins.find(number).memory
        self.pause()
        self._remember("Load pinned run")
        self._course.recall(memory)
        self._changed()

    # The memory of everything

    @classmethod
    def from_memory(cls, memory: SessionMemory) -> Self:
        """Return a session that goes on from a memory to the last bit, paused."""
        session = cls.__new__(cls)
        RememberedRun.__init__(session, Course.recalled(memory.run))
        session._recall_rest(memory)
        return session

    def restore(self, memory: SessionMemory) -> None:
        """Go on from a memory to the last bit, paused; the present run and pins can be brought back by `undo`."""
        self.pause()
        self._remember("Open", parts=("run", "pins", "formula"))
        self.timeline.budget = memory.run.timeline.budget
        self._course.recall(memory.run)
        self._recall_rest(memory)

    def memory(self) -> SessionMemory:
        """Return everything that `from_memory` needs; cheap, for most of it is shared."""
        pins = self.pins
        course, pace, plane = self._course.memory(), self._loop.pace, self._course.run.plane
        return SessionMemory(course, pins.kept, pins.next_number, pace, plane, self.formula)

    # Inside

    def _remember(self, label: str, *, parts: tuple[Part, ...] = ("run",), joins: bool = False) -> None:
        self.cancel_job(REPLAY)
        self._undo.remember(label, {part: self._parts[part] for part in parts}, joins=joins)

    def _remember_pins(self, label: str) -> None:
        self._undo.remember(label, {"pins": self._parts["pins"]})
        self._edits += 1

    def _recall_rest(self, memory: SessionMemory) -> None:
        """Take over what a memory holds beside the run."""
        self.pins.kept, self.pins.next_number = memory.pins, max(memory.next_pin, self.pins.next_number)
        self.set_pace(memory.pace)
        self.formula = memory.formula
        self._plane_of = None
        self._choose_plane(memory.plane)
        self._changed()

    def _travel(self, position: int) -> None:
        reached = self._undo.travel(position, self._parts)
        pins: PinMemory | None = reached.get("pins")
        if pins is not None:
            self.pins.kept = pins.pins
            self._edits += 1
        if "formula" in reached:
            self.keep_formula(reached["formula"])
        if "run" in reached:
            self.cancel_job(REPLAY)
            self.pause()
            self._course.recall(reached["run"])
            self._changed()

    def _changed(self, *, watch_anew: bool = True) -> None:
        self._follow()
        self._loop.settle(watch_anew=watch_anew)
