"""What the text `session` of a session file says: the format, one structure for each thing.

Numbers that come in thousands are not in the text: a `Block` says where they stand in the arrays of rows. What several
things share is written once and referred to by its number.
"""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from playground.data.dataset import InputColumn
from playground.files.sessions.notes import Notes, Text

SESSION_VERSION = 2
WITH_OUTPUT_SCALING = 2
"""The version from which on numbers to predict are kept in the unit of their table, beside how they are learned."""
LARGEST = 2**53

Index = Annotated[int, Meta(ge=0, le=LARGEST)]
Stride = Annotated[int, Meta(ge=1, le=LARGEST)]
Count = Annotated[float, Meta(ge=0, le=LARGEST)]
Seconds = Annotated[float, Meta(ge=0)]
Hexadecimal = Annotated[str, Meta(pattern="^[0-9a-f]{1,32}$")]
Real = float | Literal["nan", "inf", "-inf"]
"""JSON has no such numbers."""


class Block(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True, gc=False):
    """Some rows of the array ``rows_<table>``."""

    table: Index
    first: Index
    rows: Index


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of the text."""


class DatasetEntry(Entry, frozen=True, kw_only=True):
    """The examples themselves, so that no other file is needed.

    Attributes
    ----------
    X, Y
        An example per row.
    X_by_input, Y_by_output
        Whether they lie in memory input after input: a matrix product may round differently for another layout.
    bytes
        Whether inputs are kept as whole numbers from 0 to 255, to be divided by `white`.
    inputs
        Of a table, what each input is made of.
    notes
        On how a person's own file was read; missing in older files.
    two_class_output
        Output activation and cost that a drawing goes back to with its third class.
    """

    X: Block
    Y: Block
    X_by_input: bool = True
    Y_by_output: bool = True
    bytes: bool = False
    white: Annotated[int, Meta(ge=1, le=255)] = 255
    problem: Literal["classification", "regression"]
    classes: tuple[str, ...] = ()
    input_names: tuple[str, ...]
    output_names: tuple[str, ...]
    image_shape: tuple[Stride, Stride] | None = None
    inputs: tuple[InputColumn, ...] = ()
    notes: Notes = ()
    two_class_output: tuple[str, str] | None = None


class ExperimentEntry(Entry, frozen=True, kw_only=True):
    """One experiment: the object of an experiment file, but for the source of its data."""

    settings: dict[str, Any]
    source: Index


class ExamplesEntry(Entry, frozen=True, kw_only=True):
    """Examples ready to learn from: a dataset as an experiment takes it, and how it was normalised.

    `output_mean` and `output_scale`: of the targets; None where nothing was done to them, and in older files.
    """

    experiment: Index
    dataset: Index
    mean: Block
    scale: Block
    output_mean: Block | None = None
    output_scale: Block | None = None


class GeneratorEntry(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True, gc=False):
    """Where the generator of the shuffling stands: numpy's PCG64, its large numbers hexadecimal."""

    state: Hexadecimal
    inc: Hexadecimal
    has_uint32: Annotated[int, Meta(ge=0, le=1)]
    uinteger: Annotated[int, Meta(ge=0, le=2**32 - 1)]


class StateEntry(Entry, frozen=True, kw_only=True):
    """Weights, optimizer and shuffling: `playground.engine.TrainerState`.

    `gradient` is what the last update used, penalties included; `cost_gradient`, the cost's alone, is the same block
    where there was no penalty, and missing in older files.
    """

    parameters: Block
    moments: Block
    count: Count = 0.0
    step: Block
    gradient: Block | None = None
    cost_gradient: Block | None = None
    rng: GeneratorEntry
    first_batch: Index = 0
    position: Index = 0
    update: Index = 0
    epoch: Index = 0
    carried_cost: Real = 0.0


class HistoryEntry(Entry, frozen=True, kw_only=True):
    """Points of a history, one per row."""

    layers: Stride
    stride: Stride = 1
    points: Block


class TrajectoryEntry(Entry, frozen=True, kw_only=True):
    """A path through parameter space."""

    stride: Stride = 1
    epochs: tuple[Index, ...] = ()
    moments: tuple[Block, ...] = ()


class RunEntry(Entry, frozen=True, kw_only=True):
    """A run at one moment."""

    experiment: Index
    examples: Index
    initial: Block
    trainer: StateEntry
    history: HistoryEntry
    trajectory: TrajectoryEntry
    seconds: Seconds


class RecordEntry(Entry, frozen=True, kw_only=True):
    """A recorded moment of a timeline."""

    state: StateEntry
    experiment: Index
    examples: Index
    initial: Block
    point: Block
    seconds: Seconds
    begins: bool = False
    moved: bool = False
    passing: bool = False
    before: Index | None = None
    gap: bool = False


class TimelineEntry(Entry, frozen=True, kw_only=True):
    """A run, the moments it can go back to, and the curves of ways that it left: one point per row of a branch."""

    state: RunEntry
    tip: RunEntry | None = None
    records: tuple[Index, ...]
    stride: Stride
    budget: Index
    branches: tuple[Block, ...] = ()


class PinEntry(Entry, frozen=True, kw_only=True):
    """A pinned run."""

    number: Stride
    name: str
    train_cost: Real
    test_cost: Real | None = None
    train_accuracy: Real | None = None
    test_accuracy: Real | None = None
    run: TimelineEntry


class InputSliceEntry(Entry, frozen=True, kw_only=True):
    """What the maps are drawn over."""

    axes: tuple[Index, Index]
    example: Index | None = None


class FormulaEntry(Entry, frozen=True, kw_only=True):
    """What stands in the chain-rule workspace, as a person typed it; whoever opens it looks at its size."""

    text: str = ""
    values: tuple[tuple[str, str], ...] = ()
    folds: tuple[tuple[Literal["fold", "unfold"], str], ...] = ()
    preset: str = ""
    title: str = ""


class VariationEntry(Entry, frozen=True, kw_only=True):
    """One setting that varies, with its values as JSON holds them."""

    key: Text
    values: Annotated[tuple[Any, ...], Meta(min_length=1, max_length=1000)]


class ManyEntry(Entry, frozen=True, kw_only=True):
    """The networks on the wall: what was asked for, and what came of it.

    Attributes
    ----------
    last
        Costs on training and test examples and accuracies, a column for each network.
    state
        Completed epochs and 1 for those that diverged, a column for each network.
    curves
        The recorded epochs, and then the costs and accuracies of every network, a column for each epoch.
    outputs
        What each network answers on a small grid, a row for each; none where they are not drawn.
    shape
        Of the answers of one network.
    """

    experiment: Index
    dataset: Index
    variations: Annotated[tuple[VariationEntry, ...], Meta(max_length=3)] = ()
    seeds: Stride
    goal: Stride
    last: Block
    state: Block
    curves: Block
    outputs: Block | None = None
    shape: Annotated[tuple[Index, ...], Meta(max_length=3)] = ()
    seconds: Seconds
    updates: Index


class AxisEntry(Entry, frozen=True, kw_only=True):
    """A setting that is an axis, with the values at its ends."""

    key: Text
    low: float
    high: float
    logarithmic: bool = False


class AtlasPartEntry(Entry, frozen=True, kw_only=True):
    """What the axes of an atlas were, and what came of it.

    Attributes
    ----------
    values
        The measures of every pixel, a row for each row of each measure.
    state
        For each pixel 0 where it is not trained, 1 where it is, 2 where it diverged; a row for each row.
    """

    across: AxisEntry
    up: AxisEntry
    side: Stride
    epochs: Stride
    values: Block
    state: Block


class AtlasEntry(AtlasPartEntry, frozen=True, kw_only=True):
    """An atlas; `before` are the views that it can be zoomed out to, `measure` what it is coloured by."""

    experiment: Index
    dataset: Index
    before: Annotated[tuple[AtlasPartEntry, ...], Meta(max_length=32)] = ()
    measure: Text = ""


class CompareEntry(Entry, frozen=True, kw_only=True):
    """Two branches side by side: what was asked for, and both as they stand.

    Attributes
    ----------
    names
        Of the runs that they are branches of; empty for the session's own.
    epoch, goal
        Where both begin, and train to.
    change, numbers
        What differs in the second.
    parted
        The epoch and the costs at which they parted; none as long as they are the same.
    """

    names: tuple[Text, Text]
    epoch: Index
    goal: Stride
    change: Text
    numbers: Annotated[tuple[float, ...], Meta(max_length=3)] = ()
    parted: tuple[Index, Real, Real] | None = None
    runs: tuple[TimelineEntry, TimelineEntry]


class SessionDocument(Entry, frozen=True, kw_only=True):
    """The whole text.

    Attributes
    ----------
    tables
        How many arrays of rows there are.
    sources
        As in an experiment file; drawn points are those of a dataset: ``{"points_of": dataset, "classes": n}``.
    histories
        Those that recorded moments refer to.
    """

    session_version: int
    tables: Index
    sources: tuple[Any, ...]
    datasets: tuple[DatasetEntry, ...]
    experiments: tuple[ExperimentEntry, ...]
    examples: tuple[ExamplesEntry, ...]
    histories: tuple[HistoryEntry, ...]
    records: tuple[RecordEntry, ...]
    run: TimelineEntry
    pins: tuple[PinEntry, ...] = ()
    next_pin: Stride = 1
    speed_limit: str = msgspec.field(name="pace")
    input_slice: InputSliceEntry = msgspec.field(name="plane")
    formula: FormulaEntry | None = None
    lesson: Annotated[str, Meta(max_length=20_000_000)] = ""
    votes: Annotated[str, Meta(max_length=5_000_000)] = ""
    many: ManyEntry | None = None
    atlas: AtlasEntry | None = None
    left: TimelineEntry | None = None
    compare: CompareEntry | None = None


def real(value: float) -> Real:
    """Return a number as the text holds it."""
    name = repr(float(value))
    return name if name in {"nan", "inf", "-inf"} else float(value)  # type: ignore[return-value]
