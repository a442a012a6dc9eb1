"""An experiment: data, network and training settings, as the experiment file holds them.

The structures are frozen; a changed experiment is a new one (`msgspec.structs.replace`). They hold names, never
indices. What the values may be stands in `fields`, and is checked by `validation`.
"""

from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from playground.files.fields import FIELDS

SCHEMA_VERSION = 1


class CsvSource(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Examples read from a CSV file.

    Attributes
    ----------
    csv : str
        The file. A relative path in an experiment file starts from that file's folder.
    label : tuple of str
        The columns to predict; empty for the last one.
    """

    csv: str
    label: tuple[str, ...] = ()


class PointsSource(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Examples that a person drew.

    Attributes
    ----------
    points : tuple of (x1, …, xn, class)
        One row per example.
    """

    points: tuple[tuple[float, ...], ...]


if TYPE_CHECKING:
    Source: TypeAlias = str | CsvSource | PointsSource
else:
    # msgspec cannot choose between two structures by their keys; `decoding` does before it comes here.
    Source = Any


class DataSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the examples come from: a generator's name, a CSV file or drawn points; and what the network sees."""

    source: Source
    samples: int = FIELDS["data.samples"].default
    noise: float = FIELDS["data.noise"].default
    train_fraction: float = FIELDS["data.train_fraction"].default
    seed: int = FIELDS["data.seed"].default
    features: tuple[str, ...] = FIELDS["data.features"].default


class LayerSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One hidden layer."""

    units: int
    activation: str


class NetworkSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The layers, and how their weights begin."""

    hidden: tuple[LayerSettings, ...]
    output_activation: str
    initializer: str = FIELDS["network.initializer"].default
    seed: int = FIELDS["network.seed"].default
    dtype: str = FIELDS["network.dtype"].default


class TrainingSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What training makes small, and by which steps."""

    cost: str
    optimizer: str = FIELDS["training.optimizer"].default
    learning_rate: float = FIELDS["training.learning_rate"].default
    batch_size: int = FIELDS["training.batch_size"].default
    l1: float = FIELDS["training.l1"].default
    l2: float = FIELDS["training.l2"].default
    epochs: int = FIELDS["training.epochs"].default


class Experiment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that decides how a network comes out.

    Attributes
    ----------
    schema_version : int
        The version of the file's format.
    name : str
        What a person calls it.
    description : dict of str to str
        One or two sentences by language ("en", "ko").
    classes : tuple of str, or None
        The names of the classes, where the data had them; left out of the file when None.
    columns : tuple of str, or None
        The names of the input columns, where the data had them; left out of the file when None.
    """

    data: DataSettings
    network: NetworkSettings
    training: TrainingSettings
    schema_version: int = SCHEMA_VERSION
    name: str = "Untitled"
    description: dict[str, str] = {}
    classes: tuple[str, ...] | None = None
    columns: tuple[str, ...] | None = None
