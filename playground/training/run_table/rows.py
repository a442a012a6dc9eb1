"""A row for each run there is to compare: the present one, the pinned ones, and the networks on the wall."""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Any, Literal

import msgspec
import numpy as np
from msgspec import Struct
from msgspec.structs import asdict

from playground.files import RESOLVED, Experiment
from playground.messages import Message, Term, joined
from playground.training.comparison import differing
from playground.training.many.frame import ManyFrame, Member, typed
from playground.training.many.report import KIND, MOST, ManyReport
from playground.training.many.summary import SCORES, score_name
from playground.training.many.variations import SEED
from playground.training.pins import Pin, Portrait
from playground.training.results import Array, Maps, ProblemInfo
from playground.training.scoring import Baseline
from playground.training.snapshot import Snapshot
from playground.training.stop_rules import SETTINGS

Kind = Literal["now", "pin", "wall"]
RunKey = tuple[Kind, int]
"""Tells runs apart for as long as they are there: what a run is, and its number among those."""
Measure = Literal["accuracy", "r2"]
STOPS = frozenset(f"training.{name}" for name in SETTINGS)
"""Settings that say when to stop: how long a run was trained is told instead."""
NOW: RunKey = ("now", 0)


class RunRow(Struct, frozen=True, eq=False, dict=True):
    """One run, how it came out, and what it looks like.

    Attributes
    ----------
    key
        Which run it is.
    name
        What a person calls it.
    experiment
        Its settings.
    epoch, seconds
        How long it was trained; seconds are None where many were trained at once.
    measure
        What the scores are; None where there is no such number.
    train_score, test_score, train_cost, test_cost
        None where there is no such number; NaN where it is hidden.
    diverged
        Whether its numbers stopped being finite.
    solved
        Whether it solves its problem; None where that is not known.
    portrait
        A small picture of its answer; None of images.
    epochs, costs
        The curve of its training cost.
    own
        Of a network on the wall, what varies, with the value as a person reads it.
    """

    key: RunKey
    name: str
    experiment: Experiment
    epoch: int
    seconds: float | None
    measure: Measure | None
    train_score: float | None
    test_score: float | None
    train_cost: float | None
    test_cost: float | None
    diverged: bool
    solved: bool | None
    portrait: Portrait | None
    epochs: Array
    costs: Array
    own: tuple[tuple[str, str], ...] = ()

    @property
    def score(self) -> float | None:
        """How good it is on test data, or on training data where there are no others."""
        return self.train_score if self.test_score is None else self.test_score

    @property
    def cost(self) -> float | None:
        """The cost of the same examples."""
        return self.train_cost if self.test_cost is None else self.test_cost

    @cached_property
    def settings(self) -> Message:
        """What is its own on the wall, as a part of a sentence; empty for others."""
        return settings_text(self.own)


def settings_text(settings: Sequence[tuple[str, str]]) -> Message:
    """Return settings with their values, as a part of a sentence."""
    return joined(
        (Message("{setting} {value}", setting=Term(label).inside, value=value) for label, value in settings), ", "
    )


def run_rows(snapshot: Snapshot) -> tuple[RunRow, ...]:
    """Return the present run, the pinned ones in their order, and the networks on the wall in theirs."""
    return (_now(snapshot), *map(_pinned, snapshot.pins), *_on_the_wall(snapshot.work.get(KIND)))


def without_twins(rows: Sequence[RunRow]) -> list[RunRow]:
    """Return runs to count: the pinned ones and the wall's, one that is both only once, the present one not at all."""
    wall = [row for row in rows if row.key[0] == "wall"]
    pins = [row for row in rows if row.key[0] == "pin" and not any(_is_same(row, other) for other in wall)]
    return [*pins, *wall]


def _is_same(row: RunRow, other: RunRow) -> bool:
    alike = (row.epoch, row.train_cost) == (other.epoch, other.train_cost)
    return alike and not differing([row.experiment, other.experiment])


def _now(snapshot: Snapshot) -> RunRow:
    curves, train, test = snapshot.curves, snapshot.train_fit, snapshot.test_fit
    images = snapshot.problem_info.image_shape is not None
    return RunRow(
        key=NOW,
        name=Message("now"),
        experiment=snapshot.experiment,
        epoch=snapshot.epoch,
        seconds=snapshot.seconds,
        **_scores(
            (snapshot.train_accuracy, snapshot.test_accuracy),
            (None if train is None else train.mean_r2, None if test is None else test.mean_r2),
        ),
        train_cost=snapshot.train_cost,
        test_cost=snapshot.test_cost,
        diverged=snapshot.divergence is not None,
        solved=None,
        portrait=None if images or snapshot.maps is None else Portrait.of(snapshot.problem_info, snapshot.maps),
        epochs=curves.epochs,
        costs=curves.train_cost,
    )


def _pinned(pin: Pin) -> RunRow:
    return RunRow(
        key=("pin", pin.number),
        name=pin.name,
        experiment=pin.experiment,
        epoch=pin.epoch,
        seconds=pin.seconds,
        **_scores((pin.train_accuracy, pin.test_accuracy), (pin.train_r2, pin.test_r2)),
        train_cost=pin.train_cost,
        test_cost=pin.test_cost,
        diverged=False,  # what is pinned stands at its last finite state
        solved=_solves(pin, pin.baseline),
        portrait=pin.portrait,
        epochs=pin.curves.epochs,
        costs=pin.curves.train_cost,
    )


def _scores(accuracies: tuple[float | None, ...], fits: tuple[float | None, ...]) -> dict[str, Any]:
    train, test = fits if accuracies[0] is None else accuracies
    measure = None if train is None else "r2" if accuracies[0] is None else "accuracy"
    return {"measure": measure, "train_score": train, "test_score": test}


def _solves(pin: Pin, baseline: Baseline | None) -> bool | None:
    if baseline is None:
        return None
    score = SCORES[score_name(with_test=pin.test_cost is not None, with_classes=baseline.accuracy is not None)]
    value = asdict(pin)[score.name]
    if value is None or not np.isfinite(value):
        return None
    return bool(score.reaches(np.array(value), score.solved_at(baseline.figure)))


def _on_the_wall(report: object) -> Iterator[RunRow]:
    if not isinstance(report, ManyReport):
        return
    frame, score = report.frame, SCORES[report.frame.score_name]
    solved = (score.reaches(frame.score, report.goal) & ~frame.diverged).tolist()
    numbers = [[None if np.isnan(each) else each for each in values.tolist()] for values in frame.named.values()]
    axes = _axes(frame)
    for number, (member, experiment) in enumerate(zip(frame.members, report.experiments, strict=True)):
        train_cost, test_cost, train_accuracy, test_accuracy = (values[number] for values in numbers)
        yield RunRow(
            key=("wall", number),
            name=_network(number + 1),
            experiment=experiment,
            epoch=int(frame.epochs[number]),
            seconds=None,
            **_scores((train_accuracy, test_accuracy), _fits((train_cost, test_cost), report.mean_costs[member.group])),
            train_cost=train_cost,
            test_cost=test_cost,
            diverged=bool(frame.diverged[number]),
            solved=solved[number],
            portrait=_portrait(frame, number, axes, report.problems[member.group]),
            epochs=frame.curves.epochs,
            costs=frame.curves.train_cost[number],
            own=_own(frame, member),
        )


def _fits(costs: tuple[float | None, ...], of_mean: tuple[float, ...]) -> tuple[float | None, ...]:
    """Return R² of both parts; None where it is not known: no more than its costs is known of one on the wall."""
    pairs = zip(costs, of_mean, strict=True)
    return tuple(None if cost is None or np.isnan(mean) else 1 - cost / mean for cost, mean in pairs)


@lru_cache(maxsize=MOST)
def _network(number: int) -> Message:
    return Message("Network {number}", number=number)


def _own(frame: ManyFrame, member: Member) -> tuple[tuple[str, str], ...]:
    own = zip(frame.labels, member.values, strict=True)
    return (*own,) if SEED in frame.keys else (*own, ("Seed", str(member.seed)))


def _axes(frame: ManyFrame) -> tuple[Array, Array]:
    """Return the coordinates of the grid that the networks answer over; empty where there is none."""
    nothing = np.empty(0)
    if frame.outputs is None:
        return nothing, nothing
    *_, columns = frame.outputs[0].shape
    (low, high), *others = frame.domain
    x = np.linspace(low, high, columns)
    return (x, np.linspace(*others[0], frame.outputs[0].shape[1])) if others else (x, nothing)


def _portrait(frame: ManyFrame, number: int, axes: tuple[Array, Array], problem: ProblemInfo) -> Portrait | None:
    if frame.outputs is None:
        return None
    outputs = frame.outputs[number].astype(np.float32, copy=False)
    hidden = (np.empty((0, 0, 0), np.float32),) * (len(problem.sizes) - 1)
    return Portrait(problem, Maps("plane" if outputs.ndim > 2 else "line", *axes, (*hidden, outputs)))


Cell = float | int | str | None


def table_of_runs(rows: Sequence[RunRow]) -> Mapping[str, list[Cell]]:
    """Return the table by column."""
    columns: dict[str, list[Cell]] = {"kind": [row.key[0] for row in rows], "name": [str(row.name) for row in rows]}
    for each in differing([row.experiment for row in rows]):
        read = attrgetter(RESOLVED.get(each.path, each.path))
        columns[each.path] = [typed(msgspec.to_builtins(read(row.experiment))) for row in rows]
    columns["epochs"] = [row.epoch for row in rows]
    numbers: Mapping[str, list[float | None]] = {
        "train_score": [row.train_score for row in rows],
        "test_score": [row.test_score for row in rows],
        "train_cost": [row.train_cost for row in rows],
        "test_cost": [row.test_cost for row in rows],
    }
    for name, values in numbers.items():
        columns[name] = [None if value is None or math.isnan(value) else value for value in values]
    columns["solved"] = [None if row.solved is None else int(row.solved) for row in rows]
    columns["diverged"] = [int(row.diverged) for row in rows]
    return columns
