"""What one branch can have that the other has not: one row each, for form, command and file."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np
from msgspec import Struct

from playground.engine import TrainerState
from playground.engine.batch_schedule import Shuffling
from playground.files import FIELDS, Experiment, Field
from playground.files.fields import MAX_LAYERS
from playground.files.problem_shape import has_part
from playground.messages import Message, Term
from playground.messages.numbers import significant
from playground.training.drawing import MOST_POINTS, clamped, redrawn, table_of, why_not
from playground.training.edits import edited
from playground.training.errors import TrainingError
from playground.training.examples import divided
from playground.training.results import ProblemInfo
from playground.training.session import TrainingSession
from playground.training.starting import SHUFFLE_STREAM
from playground.training.training_run import TrainingRun

FARTHEST = 1e9
"""A place of a point beyond this is a slip of the hand."""
TENFOLD = 10.0
RATE, SEED = FIELDS["training.learning_rate"], FIELDS["network.seed"]
MAX_UNITS = int(FIELDS["network.hidden[].units"].maximum or 1)


class Change(Struct, frozen=True):
    """One change: the name of a row of `CHANGES`, and its numbers."""

    kind: str = "nothing"
    numbers: tuple[float, ...] = ()

    @property
    def text(self) -> Message:
        """What it is called."""
        return CHANGES[self.kind].text(*self.numbers)

    @property
    def point(self) -> int | None:
        """The number of the training example that it moves; None where it moves none."""
        return int(self.numbers[0]) if CHANGES[self.kind].leads else None

    def make(self, session: TrainingSession) -> None:
        """Make it.

        Raises `TrainingError` if it cannot be made there.
        """
        self.check_in(session.experiment, session.run.examples.train.m)
        CHANGES[self.kind].make(session, *self.numbers)

    def check_in(self, experiment: Experiment, m: int) -> None:
        """Check that there is what it changes, in an experiment with so many training examples.

        Raises `TrainingError` as `check`, or if there is none.
        """
        self.check()
        CHANGES[self.kind].check_in(experiment, m, *self.numbers)

    def check(self) -> None:
        """Check its numbers alone.

        Raises `TrainingError` if there is no such change, or a number is missing or out of bounds.
        """
        kind = CHANGES.get(self.kind)
        if kind is None:
            raise TrainingError(
                "there is no change {kind!r}; one of {names} was expected", kind=self.kind, names=", ".join(CHANGES)
            )
        if len(self.numbers) != len(kind.fields):
            raise TrainingError(
                "{change}: {count} numbers; {expected} were expected",
                change=Term(kind.label),
                count=len(self.numbers),
                expected=len(kind.fields),
            )
        for field, value in zip(kind.fields, self.numbers, strict=True):
            low, high = field.minimum, field.maximum
            inside = low is not None and high is not None and low <= value <= high
            if not inside or (field.kind == "integer" and value != int(value)):
                raise TrainingError(
                    "{field}: {value:.10g}; {expected} was expected",
                    field=Term(field.label),
                    value=value,
                    expected=field.expected,
                )


class ChangeKind(Struct, frozen=True):
    """A kind of change.

    Attributes
    ----------
    fields
        Its numbers.
    usual
        Returns numbers to begin with, given the first where that leads.
    make
        Changes a session that stands where the branches begin.
    text
        Returns what a change with these numbers is called.
    check_in
        Raises `TrainingError` if an experiment with so many training examples has not what these numbers name.
    leads
        Whether the other numbers follow from the first.
    """

    name: str
    label: Message
    tooltip: Message
    fields: tuple[Field, ...]
    usual: Callable[[Experiment, ProblemInfo, int], tuple[float, ...]]
    make: Callable[..., None]
    text: Callable[..., Message]
    check_in: Callable[..., None] = lambda *_: None
    leads: bool = False


def _whole(name: str, label: Message, tooltip: Message, most: int) -> Field:
    return Field(path=name, label=label, tooltip=tooltip, kind="integer", default=1, minimum=1, maximum=most)


def _place(name: str, label: Message, tooltip: Message) -> Field:
    return Field(
        path=name,
        label=label,
        tooltip=tooltip,
        kind="number",
        default=0.0,
        minimum=-FARTHEST,
        maximum=FARTHEST,
        decimals=3,
    )


def _change_rate(session: TrainingSession, rate: float) -> None:
    session.change(edited(session.experiment, RATE.path, rate))


def _draw_other_batches(session: TrainingSession, seed: float) -> None:
    """Let the order of the examples be drawn by another seed from here on; the weights are what they are."""
    drawn = Shuffling(np.random.default_rng((int(seed), SHUFFLE_STREAM))).before
    state = replace(session.run.trainer.state(), rng=drawn)
    session.timeline.move(lambda run: run.trainer.restore(state))


def _check_neuron(experiment: Experiment, _m: int, layer: float, unit: float) -> None:
    name = f"{layer:.0f}.{unit:.0f}"
    if not has_part(experiment, name, hidden=True):
        raise TrainingError(
            "there is no neuron {unit:.0f} in hidden layer {layer:.0f}; hidden layers with so many neurons: {sizes}",
            unit=unit,
            layer=layer,
            sizes=", ".join(str(each.units) for each in experiment.network.hidden) or Message("none"),
        )
    if not {name, f"{layer:.0f}"}.isdisjoint(experiment.training.off):
        raise TrainingError("neuron {name} is switched off already; choose another one", name=name)


def _switch_off(session: TrainingSession, layer: float, unit: float) -> None:
    off = session.experiment.training.off
    session.change(edited(session.experiment, "training.off", (*off, f"{layer:.0f}.{unit:.0f}")))


def _check_point(_experiment: Experiment, m: int, number: float, _x: float, _y: float) -> None:
    if number > m:
        raise TrainingError(
            "there is no training example {number:.0f}; 1 to {most} was expected", number=number, most=m
        )


def _move_point(session: TrainingSession, number: float, x: float, y: float) -> None:
    """Move one training example; all others keep their order, so that the mini-batches stay the same."""
    run = session.run
    examples, experiment, state = run.examples, run.experiment, run.trainer.state()
    if reason := why_not(examples.dataset):
        raise TrainingError("no point can be moved: {reason}", reason=reason)
    train, test = divided(experiment.data, examples.dataset)
    table = table_of(examples)[:, np.concatenate([train, test])]
    table[:2, int(number) - 1] = x, y
    drawn, dataset = redrawn(experiment, examples.dataset, clamped(table, examples.domain), examples.domain)
    session.change(drawn, dataset=dataset)
    session.timeline.move(lambda run: _go_on_as(run, state))


def _go_on_as(run: TrainingRun, state: TrainerState) -> None:
    """Go on with the optimizer's memory and the order of the examples that another run had."""
    run.trainer.restore(state)
    run.trainer.forget_gradient()  # it was that of other examples


def _usual_point(_experiment: Experiment, problem: ProblemInfo, number: int) -> tuple[float, ...]:
    """Return where a point lies."""
    X = problem.train_X
    inside = len(X) > 1 and number <= X.shape[1]
    x, y = X[:2, number - 1].tolist() if inside else (0.0, 0.0)
    return number, x, y


_ROWS = (
    ChangeKind(
        name="nothing",
        label=Message("nothing"),
        tooltip=Message("Both go the same way, to the last bit: nothing in training happens by chance alone."),
        fields=(),
        usual=lambda *_: (),
        make=lambda _session: None,
        text=lambda: Message("nothing else"),
    ),
    ChangeKind(
        name="rate",
        label=Message("learning rate"),
        tooltip=Message("B goes on with another learning rate."),
        fields=(RATE,),
        usual=lambda experiment, *_: (min(TENFOLD * experiment.training.learning_rate, RATE.maximum or TENFOLD),),
        make=_change_rate,
        text=lambda rate: Message("learning rate {rate:.6g}", rate=rate),
    ),
    ChangeKind(
        name="seed",
        label=Message("order of the examples"),
        tooltip=Message("B draws its mini-batches, and what dropout drops, by another seed; the weights are the same."),
        fields=(SEED,),
        usual=lambda experiment, *_: (float((experiment.network.seed + 1) % 2**32),),
        make=_draw_other_batches,
        text=lambda seed: Message("examples in the order of seed {seed:.0f}", seed=seed),
    ),
    ChangeKind(
        name="point",
        label=Message("one point moved"),
        tooltip=Message("In B one training point lies elsewhere; all others stay, in their order."),
        fields=(
            _whole("point", Message("Point"), Message("The number of the training example."), MOST_POINTS),
            _place("x", Message("to x₁"), Message("Where it goes: x₁.")),
            _place("y", Message("to x₂"), Message("Where it goes: x₂.")),
        ),
        usual=_usual_point,
        make=_move_point,
        check_in=_check_point,
        leads=True,
        text=lambda number, x, y: Message(
            "point {number:.0f} moved to ({x}, {y})", number=number, x=significant(x, 3), y=significant(y, 3)
        ),
    ),
    ChangeKind(
        name="neuron",
        label=Message("a neuron switched off"),
        tooltip=Message("B does without a hidden neuron: its weights to the layer above are 0 from here on."),
        fields=(
            _whole("layer", Message("Layer"), Message("The hidden layer, from 1."), MAX_LAYERS),
            _whole("unit", Message("Neuron"), Message("The neuron of that layer, from 1."), MAX_UNITS),
        ),
        usual=lambda *_: (1, 1),
        make=_switch_off,
        check_in=_check_neuron,
        text=lambda layer, unit: Message("neuron {layer:.0f}.{unit:.0f} off", layer=layer, unit=unit),
    ),
)

CHANGES: Mapping[str, ChangeKind] = MappingProxyType({row.name: row for row in _ROWS})
"""Every change by name, in the order of the form."""
