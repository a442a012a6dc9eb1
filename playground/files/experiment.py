"""An experiment: data, network and training settings, as the experiment file holds them.

The structures are frozen; a changed experiment is a new one (`msgspec.structs.replace`). They hold names, never
indices. What the values may be stands in `fields`, and is checked by `validation`.
"""

from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from playground.data import GENERATORS, Dataset, InputColumn, points_dataset
from playground.data.csv_options import Missing, TargetAs
from playground.data.formula import DOMAIN
from playground.engine import COSTS
from playground.files.fields import FIELDS
from playground.messages import LocalText, Message, Term

SCHEMA_VERSION = 4
WITHOUT_OPTIONAL = 3
"""What a file says that has none of the optional fields, and no formula: older versions can read it."""
DRAWN_POINTS = Message("Drawn points")
"""What an experiment on drawn points is called until a person calls it otherwise."""


class CsvSource(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Examples read from a CSV file, or from a table that was pasted.

    Attributes
    ----------
    csv : str
        The file. A relative path in an experiment file starts from that file's folder.
    ignore : tuple of str
        The columns that are left out. Left out of the file where there are none.
    skip : int
        Lines above the table that are none of it. Left out of the file where it is 0.
    unit : float
        Of older files: where numbers to predict are not standardized, the network learns them divided by this. Left out
        of the file where it is 1.
    text : str, or None
        The table itself where it was pasted; `csv` is then only what it is called.
    """

    csv: str
    label: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    target_as: TargetAs | None = msgspec.field(default=None, name="as")
    delimiter: str | None = None
    decimal: str | None = None
    encoding: str | None = None
    header: bool | None = None
    skip: int = 0
    missing: Missing = "refuse"
    unit: float = 1.0
    text: str | None = None


class IdxSource(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Images and their classes, read from two files in MNIST's format, plain or compressed by gzip.

    Attributes
    ----------
    labels : str
        The file of labels; empty for the one that is named after the images.
    white : int or None
        The byte of a pixel that stands for 1: 1, 16 or 255; None for the smallest of these that no pixel lies above.
    """

    idx: str
    labels: str = ""
    white: int | None = None


class PointsSource(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Examples that a person drew; what is as usual is left out of the file.

    Attributes
    ----------
    points : tuple of (x1, …, xn, class)
        One row per example; the class is a whole number from 0 to 9.
    classes : int
        Fewest classes there are, so that erasing the last point of one takes nothing from the network; at least two,
        and as many as the points need, there are always.
    axes : tuple of (low, high)
        The axes that were drawn on, so that they stay as they are; empty for a square around zero.
    names : tuple of str
        What the inputs are called; empty for x1 … xn.
    class_names : tuple of str
        What the first classes are called; the others are their numbers.
    """

    points: tuple[tuple[float, ...], ...]
    classes: int = 0
    axes: tuple[tuple[float, float], ...] = ()
    names: tuple[str, ...] = ()
    class_names: tuple[str, ...] = ()

    def dataset(self) -> Dataset:
        """Return the points as examples. Raises as `points_dataset`."""
        return points_dataset(self.points, self.classes, self.names, self.class_names)


class FormulaSource(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Examples drawn by a formula that a person typed: a comparison draws two classes, any other one numbers.

    `domain`: the interval that every input is drawn from; `range` in the file.
    """

    formula: str
    domain: tuple[float, float] = msgspec.field(default=DOMAIN, name="range")


if TYPE_CHECKING:
    Source: TypeAlias = str | CsvSource | IdxSource | PointsSource | FormulaSource
else:
    # msgspec cannot choose between two structures by their keys; `decoding` does before it comes here.
    Source = Any


class DataSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the examples come from: a generator's name, a formula, a file or drawn points; and what the network sees.

    Attributes
    ----------
    standardize : bool, or None
        Whether features are brought to mean 0 and spread 1; None as is usual: tables are, all else is not.
    standardize_targets : bool, or None
        Whether the network learns numbers to predict at mean 0 and spread 1; None as is usual, see
        `Experiment.standardizes_targets`.
    """

    source: Source
    samples: int = FIELDS["data.samples"].default
    noise: float = FIELDS["data.noise"].default
    train_fraction: float = FIELDS["data.train_fraction"].default
    seed: int = FIELDS["data.seed"].default
    features: tuple[str, ...] = FIELDS["data.features"].default
    standardize: bool | None = None
    standardize_targets: bool | None = None

    @property
    def standardizes(self) -> bool:
        """Whether features are brought to mean 0 and spread 1."""
        return isinstance(self.source, CsvSource) if self.standardize is None else self.standardize


class LayerSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One hidden layer."""

    units: int
    activation: str


class LayerParameters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The parameters of one layer, written out.

    Attributes
    ----------
    W
        `n_l` rows of `n_{l-1}` numbers.
    b
        `n_l` numbers.
    """

    W: tuple[tuple[float, ...], ...]
    b: tuple[float, ...]


class NetworkSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The layers, and how their weights begin.

    `initial`: the first weights and biases of every layer, written out; without them the initializer draws them. Left
    out of the file when None.
    """

    hidden: tuple[LayerSettings, ...]
    output_activation: str
    initializer: str = FIELDS["network.initializer"].default
    seed: int = FIELDS["network.seed"].default
    dtype: str = FIELDS["network.dtype"].default
    initial: tuple[LayerParameters, ...] | None = None


class TrainingSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What training makes small, and by which steps."""

    cost: str
    optimizer: str = FIELDS["training.optimizer"].default
    learning_rate: float = FIELDS["training.learning_rate"].default
    batch_size: int = FIELDS["training.batch_size"].default
    l1: float = FIELDS["training.l1"].default
    l2: float = FIELDS["training.l2"].default
    schedule: str = FIELDS["training.schedule"].default
    schedule_epochs: int = FIELDS["training.schedule_epochs"].default
    schedule_factor: float = FIELDS["training.schedule_factor"].default
    weight_decay: float = FIELDS["training.weight_decay"].default
    clip_norm: float = FIELDS["training.clip_norm"].default
    dropout: float = FIELDS["training.dropout"].default
    frozen: tuple[str, ...] = FIELDS["training.frozen"].default
    off: tuple[str, ...] = FIELDS["training.off"].default
    epochs: int = FIELDS["training.epochs"].default
    stop_at_epochs: bool = FIELDS["training.stop_at_epochs"].default
    target_cost: float = FIELDS["training.target_cost"].default
    patience: int = FIELDS["training.patience"].default


class Experiment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that decides how a network comes out.

    Attributes
    ----------
    description : dict of str to str
        One or two sentences by language ("en", "ko").
    classes : tuple of str, or None
        The names of the classes, where the data had them; left out of the file when None.
    columns : tuple of str, or None
        The names of the inputs, where the data had them; left out of the file when None.
    inputs : tuple of InputColumn, or None
        Of a table, what each input is made of: its column, and what that holds; left out of the file when None.
    """

    data: DataSettings
    network: NetworkSettings
    training: TrainingSettings
    schema_version: int = SCHEMA_VERSION
    name: str | dict[str, str] = "Untitled"
    description: dict[str, str] = {}
    classes: tuple[str, ...] | None = None
    columns: tuple[str, ...] | None = None
    inputs: tuple[InputColumn, ...] | None = None

    @property
    def input_columns(self) -> tuple[InputColumn, ...]:
        """What each input is made of; empty where the data have no names. Of older files every input is a number."""
        if self.inputs is not None:
            return self.inputs
        return tuple(InputColumn(name, "number") for name in self.columns or ())

    @property
    def title(self) -> str:
        """Its name, in whatever language it is asked for: `playground.messages.said`."""
        if not isinstance(self.name, str):
            return LocalText(self.name)
        source = self.data.source
        if isinstance(source, PointsSource) and self.name == DRAWN_POINTS:
            return DRAWN_POINTS
        if isinstance(source, str) and source in GENERATORS and self.name == GENERATORS[source].label:
            return Term(self.name)  # called after its data, not by a person
        return self.name

    @property
    def standardizes_targets(self) -> bool:
        """Whether the network learns numbers to predict, if there are any, at mean 0 and spread 1.

        As is usual tables and formulas are, all else is not; nor are the targets of a cross-entropy, which are shares
        from 0 to 1.
        """
        if self.data.standardize_targets is not None:
            return self.data.standardize_targets
        numbers = self.classes is None and not COSTS[self.training.cost].classification
        return numbers and isinstance(self.data.source, CsvSource | FormulaSource)

    @property
    def unit(self) -> float:
        """What numbers to predict are divided by where they are not standardized: 1, but for older files."""
        source = self.data.source
        return source.unit if isinstance(source, CsvSource) and self.classes is None else 1.0
