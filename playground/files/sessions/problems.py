"""Experiments and their data in a session file, each written once however many moments of a training share it."""

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, Protocol, TypeVar, runtime_checkable

import msgspec
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from playground.data import DataError, Dataset
from playground.data.dataset import FloatArray, encode_classes
from playground.data.points import CLASSES_MAXIMUM, POINTS_MAXIMUM
from playground.files.decoding import experiment_from, plain
from playground.files.errors import FileError, damaged
from playground.files.experiment import Experiment, PointsSource
from playground.files.sessions.blocks import BlockReader, BlockWriter
from playground.files.sessions.document import (
    WITH_OUTPUT_SCALING,
    Block,
    DatasetEntry,
    ExperimentEntry,
    Index,
    SessionDocument,
)
from playground.files.sessions.notes import note_entries, notes_of
from playground.files.sources import with_absolute_paths, with_relative_paths
from playground.messages import Message

PLACEHOLDER = "circles"
"""Stands in the settings in place of the source, which is kept apart."""
POINTS = "points_of"

Thing = TypeVar("Thing")


@runtime_checkable
class DrawnData(Protocol):
    """Data that a person drew, and which of two classes had the one output."""

    @property
    def two_class_output(self) -> tuple[str, str] | None: ...


class Once:
    """Gives things numbers, the same thing the same one."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[object, int]] = {}
        self.entries: list[Any] = []

    def number(self, thing: object, key: Hashable, entry: Callable[[], object]) -> int:
        """Return the number of a thing; `entry` makes what is written of it, where it is new."""
        if key not in self._known:
            made = entry()
            self._known[key] = thing, len(self.entries)  # the thing is kept, so that no other gets its address
            self.entries.append(made)
        return self._known[key][1]


class ProblemWriter:
    """Collects experiments and datasets."""

    def __init__(self, blocks: BlockWriter, folder: Path) -> None:
        self._blocks, self._folder = blocks, folder
        self.sources, self.datasets, self.experiments = Once(), Once(), Once()

    def experiment(self, experiment: Experiment, dataset: Dataset) -> int:
        return self.experiments.number(experiment, id(experiment), lambda: self._experiment(experiment, dataset))

    def dataset(self, dataset: Dataset) -> int:
        return self.datasets.number(dataset, id(dataset), lambda: self._dataset(dataset))

    def _experiment(self, experiment: Experiment, dataset: Dataset) -> ExperimentEntry:
        source = experiment.data.source
        key = source if isinstance(source, str) else id(source)
        number = self.sources.number(source, key, lambda: self._source(experiment, dataset))
        bare = msgspec.structs.replace(experiment.data, source=PLACEHOLDER)
        settings = plain(msgspec.structs.replace(experiment, data=bare))
        del settings["data"]["source"]
        return ExperimentEntry(settings=settings, source=number)

    def _source(self, experiment: Experiment, dataset: Dataset) -> Any:
        source = experiment.data.source
        if isinstance(source, PointsSource) and len(source.points) == dataset.m:
            return {POINTS: self.dataset(dataset), "classes": source.classes}
        return plain(with_relative_paths(experiment, self._folder))["data"]["source"]

    def _dataset(self, dataset: Dataset) -> DatasetEntry:
        X, Y = dataset.X, dataset.Y
        return DatasetEntry(
            X=self._blocks.columns(X),
            Y=self._blocks.columns(Y),
            X_by_input=_by_row(X),
            Y_by_output=_by_row(Y),
            bytes=dataset.white is not None,
            white=dataset.white or 255,
            problem=dataset.problem,
            classes=dataset.classes,
            input_names=dataset.input_names,
            output_names=dataset.output_names,
            image_shape=dataset.image_shape,
            inputs=dataset.inputs,
            notes=note_entries(dataset.notes),
            two_class_output=dataset.two_class_output if isinstance(dataset, DrawnData) else None,
        )


class ProblemReader:
    """Gives experiments and datasets back, the same number the same object again."""

    def __init__(
        self,
        document: SessionDocument,
        blocks: BlockReader,
        where: str,
    ) -> None:
        self._document = document
        self._sources, self._datasets, self._experiments = document.sources, document.datasets, document.experiments
        self._blocks, self._where = blocks, where
        self._known: dict[tuple[str, int], Any] = {}
        self._making: set[tuple[str, int]] = set()

    def dataset(self, number: int) -> Dataset:
        """Return a dataset.

        Raises `FileError` if there is no such one, or its parts do not belong together.
        """
        return self._once(Message("dataset"), number, self._datasets, self._make_dataset)

    def experiment(self, number: int) -> Experiment:
        """Return an experiment, validated.

        Raises `FileError` if there is no such one, or it is not valid.
        """
        return self._once(Message("experiment"), number, self._experiments, self._make_experiment)

    def entry(self, kind: Message, entries: tuple[Thing, ...], number: int) -> Thing:
        """Return one of several entries of the text.

        Raises `FileError` if there are not so many.
        """
        if number >= len(entries):
            raise FileError(
                "{where}: damaged: there is no {kind} {number} in it", where=self._where, kind=kind, number=number
            )
        return entries[number]

    def _once(self, kind: Message, number: int, entries: tuple[Any, ...], make: Callable[[Any, int], Thing]) -> Thing:
        if (kind, number) not in self._known:
            entry = self.entry(kind, entries, number)
            if (kind, number) in self._making:
                raise damaged(self._where, Message("a part of it belongs to itself"))
            self._making.add((kind, number))
            self._known[kind, number] = make(entry, number)
        found: Thing = self._known[kind, number]
        return found

    def _make_experiment(self, entry: ExperimentEntry, number: int) -> Experiment:
        place = f"{self._where}: experiment {number}"
        settings, raw = entry.settings, self.entry(Message("source"), self._sources, entry.source)
        data = settings.get("data")
        if not isinstance(data, dict):
            raise FileError("{place}: data: missing", place=place)
        points = self._points(entry.source)
        # Drawn points are checked as a dataset; one of them is enough to tell how many inputs and classes there are.
        shown = raw if points is None else msgspec.to_builtins(_one_of(points))
        experiment = experiment_from({**settings, "data": {**data, "source": shown}}, place)
        experiment = with_absolute_paths(experiment, Path(self._where).parent)
        source = self._known.setdefault(("source", entry.source), points or experiment.data.source)
        return msgspec.structs.replace(experiment, data=msgspec.structs.replace(experiment.data, source=source))

    def _points(self, number: int) -> PointsSource | None:
        raw = self._sources[number]
        if not isinstance(raw, dict) or POINTS not in raw:
            return None
        known = self._known.get(("source", number))
        if isinstance(known, PointsSource):
            return known
        try:
            found = msgspec.convert(raw, _PointsOf)
        except msgspec.ValidationError as error:
            raise FileError(
                "{where}: sources[{number}]: {problem}", where=self._where, number=number, problem=str(error)
            ) from error
        dataset = self.dataset(found.points_of)
        if dataset.problem != "classification" or dataset.m > POINTS_MAXIMUM:
            raise FileError("{where}: sources[{number}]: no dataset of drawn points", where=self._where, number=number)
        labels = dataset.class_indices
        if max(found.classes, int(labels.max()) + 1) > CLASSES_MAXIMUM:
            raise FileError(
                "{where}: sources[{number}]: more than {classes_maximum} classes",
                where=self._where,
                number=number,
                classes_maximum=CLASSES_MAXIMUM,
            )
        table = np.concatenate([dataset.X, labels[None].astype(np.float64)])
        return PointsSource(points=tuple(map(tuple, table.T.tolist())), classes=found.classes)

    def _make_dataset(self, entry: DatasetEntry, number: int) -> Dataset:
        place = f"{self._where}: dataset {number}"
        try:
            dataset = Dataset(
                X=self._matrix(entry.X, by_row=entry.X_by_input, is_bytes=entry.bytes),
                Y=self._matrix(entry.Y, by_row=entry.Y_by_output, is_bytes=False),
                problem=entry.problem,
                classes=entry.classes,
                input_names=entry.input_names,
                output_names=entry.output_names,
                image_shape=entry.image_shape,
                inputs=entry.inputs,
                white=entry.white if entry.bytes else None,
                notes=notes_of(entry.notes),
            )
        except DataError as error:
            raise FileError("{place}: {problem}", place=place, problem=error.message) from error
        except ValueError as error:
            raise damaged(place, Message("a note that no program has written")) from error
        unit = self._unit(number) if entry.problem == "regression" else 1.0
        if unit != 1:
            dataset = _in_its_unit(dataset, unit)
        if not dataset.m or not (np.isfinite(dataset.X).all() and np.isfinite(dataset.Y).all()):
            raise FileError("{place}: no examples, or numbers that are not finite", place=place)
        if entry.problem == "classification":
            if len(entry.classes) < 2:
                raise damaged(place, Message("fewer than two classes"))
            encoded = encode_classes(dataset.class_indices, len(entry.classes))
            if not np.array_equal(encoded, dataset.Y):
                raise FileError("{place}: targets that are no classes", place=place)
        return dataset

    def _unit(self, number: int) -> float:
        """Return what the numbers to predict of a dataset are kept divided by: not 1 in older files only."""
        if self._document.session_version >= WITH_OUTPUT_SCALING:
            return 1.0
        experiments = (entry.experiment for entry in self._document.examples if entry.dataset == number)
        return next((self.experiment(experiment).unit for experiment in experiments), 1.0)

    def _matrix(self, block: Block, *, by_row: bool, is_bytes: bool) -> NDArray[Any]:
        """Return `(n, m)` from an example per row, laid out as it was."""
        seen = self._blocks.look(block)
        self._blocks.spend(seen.nbytes)
        if seen.dtype != (np.uint8 if is_bytes else np.float64):
            raise FileError("{where}: damaged: data of type {dtype}", where=self._where, dtype=seen.dtype)
        return np.array(seen.T, order="C" if by_row else "F")


def _in_its_unit(dataset: Dataset, unit: float) -> Dataset:
    """Return the dataset of an older file with the numbers of its table, of which it kept the quotients by a unit."""
    suffix = f" / {unit:,.15g}".replace("e-0", "e-").replace("e+", "e")
    names = tuple(name.removesuffix(suffix) for name in dataset.output_names)
    return replace(dataset, Y=undivided(dataset.Y, unit), output_names=names)


def undivided(quotients: FloatArray, unit: float) -> FloatArray:
    """Return numbers that divided by a unit give exactly these quotients: short decimal ones where there are such.

    The product rounds, so that it can lie a place or two beside every number that the quotient came from.
    """
    products = quotients * unit
    candidates = [np.array([float(f"{value:.15g}") for value in products.ravel().tolist()]).reshape(products.shape)]
    candidates += [products, *(np.nextafter(products, end) for end in (-np.inf, np.inf))]
    candidates += [np.nextafter(candidates[-2], -np.inf), np.nextafter(candidates[-1], np.inf)]
    fitting = [candidate / unit == quotients for candidate in candidates]
    found: FloatArray = np.select(fitting, candidates, products)
    return found if quotients.flags.c_contiguous else np.asfortranarray(found)


class _PointsOf(msgspec.Struct, forbid_unknown_fields=True):
    points_of: Index
    classes: Index


def _by_row(matrix: NDArray[Any]) -> bool:
    return matrix.flags.c_contiguous or not matrix.flags.f_contiguous


def _one_of(source: PointsSource) -> PointsSource:
    return PointsSource(points=(max(source.points, key=lambda point: point[-1]),), classes=source.classes)
