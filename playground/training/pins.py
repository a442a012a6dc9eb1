"""Runs kept to compare others with, and what a run came to: a small picture and the bar it had to clear."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count, islice
from typing import TypedDict

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from playground.files import Experiment
from playground.messages import Message, Term, joined
from playground.training.comparison import differing
from playground.training.errors import TrainingError
from playground.training.results import Curves, Maps, ProblemInfo
from playground.training.scoring import Baseline, Scores, baseline
from playground.training.shared_bytes import Thing
from playground.training.stop_rules import with_stop_rules
from playground.training.timeline.records import Records, RunMemory
from playground.training.timeline.timeline import Timeline
from playground.training.training_run import TrainingRun

SIDE = 32
"""Points along each side; of a curve, all of them."""


class Portrait(Struct, frozen=True, eq=False):
    """The maps of the output alone, the hidden layers left empty, and what they are about."""

    problem_info: ProblemInfo
    maps: Maps

    @classmethod
    def of(cls, problem_info: ProblemInfo, maps: Maps) -> "Portrait":
        """Return the few points of maps that are there already."""
        *hidden, outputs = maps.units
        step = max(len(maps.y) // SIDE, 1)
        coarse = outputs[:, ::step, ::step] if maps.kind == "plane" else outputs
        nothing = tuple(np.empty((0, 0, 0), np.float32) for _ in hidden)
        x, y = (maps.x[::step], maps.y[::step]) if maps.kind == "plane" else (maps.x, maps.y)
        return cls(problem_info, replace(maps, x=x, y=y, units=(*nothing, coarse.copy())))


class Outcome(TypedDict):
    """What is kept of a run to tell it apart at a glance, beside its costs.

    Attributes
    ----------
    train_r2, test_r2
        The coefficient of determination, the mean over the targets that vary; None for classes.
    portrait
        None of images, whose pixels are no axes.
    baseline
        What always the same answer comes to on the same examples.
    """

    train_r2: float | None
    test_r2: float | None
    portrait: Portrait | None
    baseline: Baseline


def outcome(run: TrainingRun, scores: Scores | None = None) -> Outcome:
    """Return what a run has come to; `scores` where they are computed already, with fits."""
    if scores is None and run.examples.train.labels is None:
        scores = run.scores(fits=True)
    train, test = (None, None) if scores is None else (scores.train_fit, scores.test_fit)
    images = run.examples.dataset.image_shape is not None
    return {
        "train_r2": None if train is None else train.mean_r2,
        "test_r2": None if test is None else test.mean_r2,
        "portrait": None if images else Portrait.of(run.problem_info, run.sampler.sample()),
        "baseline": baseline(run.examples, run.experiment.training.cost),
    }


MOST_PINS = 12
TIMELINE_BYTES = 8 * 2**20
"""The recorded moments that a pin keeps; of a long run they are fewer than the run's own."""
LONGEST_NAME = 80


class Pin(Struct, frozen=True, eq=False):
    """One run as it was when it was pinned.

    Attributes
    ----------
    number
        Tells pins apart, and chooses the colour: never used again in a session.
    seconds
        How long it had been trained, by the clock.
    memory
        Everything needed to come back to it.
    train_r2, test_r2
        The coefficient of determination, where numbers are predicted: the mean over the targets that vary.
    portrait
        A small picture of its answer.
    baseline
        What always the same answer comes to on the same examples.
    """

    number: int
    name: str
    experiment: Experiment
    curves: Curves
    epoch: int
    update: int
    seconds: float
    train_cost: float
    test_cost: float | None
    train_accuracy: float | None
    test_accuracy: float | None
    memory: RunMemory
    train_r2: float | None = None
    test_r2: float | None = None
    portrait: Portrait | None = None
    baseline: Baseline | None = None


class PinMemory(Struct, frozen=True, eq=False):
    """All pins at one moment."""

    pins: tuple[Pin, ...]

    @property
    def things(self) -> Iterator[Thing]:
        for pin in self.pins:
            yield from pin.memory.things


class Pins:
    """The pinned runs of a session.

    `kept`: in the order they were pinned.

    Parameters
    ----------
    timeline, scores
        The run to be pinned, and what computes its scores.
    remember
        Called before every change, with what it is called.
    """

    def __init__(self, timeline: Timeline, scores: Callable[[], Scores], remember: Callable[[str], None]) -> None:
        self._timeline, self._scores, self._remember = timeline, scores, remember
        self.kept: tuple[Pin, ...] = ()
        self.next_number = 1

    def memory(self) -> PinMemory:
        return PinMemory(self.kept)

    def pin(self, name: str = "") -> None:
        """Keep the session's run as it is."""
        self.keep(self._timeline, self._scores(), name)

    def keep(self, timeline: Timeline, scores: Scores, name: str = "") -> None:
        """Keep a run as it is, with the way it came.

        Raises `TrainingError` if there are as many as there can be.

        `name`: what to call it; by default after its experiment, and what is special about it.
        """
        if len(self.kept) >= MOST_PINS:
            raise TrainingError(
                "{most_pins} runs are pinned already, which is the most; remove one first", most_pins=MOST_PINS
            )
        run, kept = timeline.run, timeline.run.state()
        kept_records = islice(timeline.records, timeline.records.index_at(run.trainer.update) + 1)
        budget = min(TIMELINE_BYTES, timeline.records.budget)
        records = Records.of(kept_records, timeline.records.stride, budget)
        self._remember("Pin run")
        pin = Pin(
            number=self.next_number,
            name=tidy(name) or usual_name(self.kept, run.experiment),
            experiment=run.experiment,
            curves=kept.history.curves(),
            epoch=run.trainer.epoch,
            update=run.trainer.update,
            seconds=run.seconds,
            train_cost=scores.train_cost,
            test_cost=scores.test_cost,
            train_accuracy=scores.train_accuracy,
            test_accuracy=scores.test_accuracy,
            memory=RunMemory(kept, None, records, timeline.branches),
            **outcome(run, scores),
        )
        self.kept, self.next_number = (*self.kept, pin), self.next_number + 1

    def rename(self, number: int, name: str) -> None:
        """Call a pin otherwise.

        Raises `TrainingError` if there is no such pin, or the name is empty.
        """
        found, name = self.find(number), tidy(name)
        if not name:
            raise TrainingError("an empty name, expected at least one letter")
        if name != found.name:
            self._remember("Rename pin")
            self.kept = tuple(replace(pin, name=name) if pin is found else pin for pin in self.kept)

    def remove(self, number: int) -> None:
        """Let a pin go.

        Raises `TrainingError` if there is no such pin.
        """
        found = self.find(number)
        self._remember("Remove pin")
        self.kept = tuple(pin for pin in self.kept if pin is not found)

    def find(self, number: int) -> Pin:
        """Return a pin.

        Raises `TrainingError` if there is no such pin.
        """
        for pin in self.kept:
            if pin.number == number:
                return pin
        raise TrainingError("there is no pinned run {number}", number=number)


def usual_name(kept: Sequence[Pin], experiment: Experiment) -> str:
    """Return the experiment's name with what differs from the last pin of that name, or with a number."""
    name: str = experiment.title
    same = [pin for pin in kept if pin.experiment.name == experiment.name]
    if same:
        before = with_stop_rules(same[-1].experiment, experiment)  # which say nothing about the result
        values = [
            Message("{setting} {value}", setting=Term(each.label).inside, value=each.values[1])
            for each in differing([before, experiment])[:2]
        ]
        name = joined([name, *values])
    taken = {pin.name for pin in kept}
    if name not in taken:
        return name
    return next(numbered for n in count(2) if (numbered := joined([name, f"({n})"], " ")) not in taken)


def tidy(name: str) -> str:
    """Return a name as one line of bounded length: as a file keeps it."""
    return " ".join(name.split())[:LONGEST_NAME]
