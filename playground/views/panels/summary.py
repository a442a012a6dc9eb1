"""What the data in use are, in a quiet line or two, and a warning where they can hardly teach anything."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from playground.files import CsvSource, IdxSource, PointsSource
from playground.files.fitting import FEWEST_TO_SPLIT
from playground.messages.numbers import grouped, number
from playground.training.results import Scene

translate = QCoreApplication.translate

LISTED = 5
"""So many classes have their counts listed; more are told by the smallest and the largest."""
UNEVEN = 0.05
"""A class with a smaller part of the largest one's examples is hardly learned."""


@dataclass(frozen=True)
class Summary:
    """The texts.

    Attributes
    ----------
    origin
        How large a person's own data are; empty for a generator's.
    targets
        The classes and how many examples each has, or the range of the values to predict.
    warning
        Why a network can learn little from them; mostly empty.
    """

    origin: str
    targets: str
    warning: str


def own_name(source: CsvSource | IdxSource | PointsSource) -> str:
    """Return what a person's own data are called: the file's name, or what they are."""
    match source:
        case CsvSource():
            return Path(source.csv).name
        case IdxSource():
            path = Path(source.idx)
            # "images-idx3-ubyte.gz" says nothing that the folder does not say better.
            return path.parent.name if path.name.startswith("images") and path.parent.name else path.name
    return translate("DataSummary", "Drawn points")


def origin(source: CsvSource | IdxSource | PointsSource | str, scene: Scene) -> str:
    """Return how large a person's own data are; nothing for a generator's."""
    m = scene.train_X.shape[1] + scene.test_X.shape[1]
    match source:
        case CsvSource():
            text = translate("DataSummary", "{rows:,} rows · {columns:,} input columns")
        case IdxSource():
            text = translate("DataSummary", "{rows:,} images · {height} × {width} pixels")
        case PointsSource():
            text = translate("DataSummary", "{rows:,} points")
        case _:
            return ""
    height, width = scene.image_shape or (len(scene.input_names), 1)
    return text.format(rows=m, columns=len(scene.input_names), height=height, width=width)


def summarize(source: CsvSource | IdxSource | PointsSource | str, scene: Scene) -> Summary:
    """Return what is to be said about the data of a scene."""
    if scene.problem == "regression":
        return Summary(origin(source, scene), _values(scene), _few(source, scene))
    counts = _counts(scene)
    return Summary(origin(source, scene), _classes(counts), _warning(scene.classes, counts) or _few(source, scene))


def _few(source: CsvSource | IdxSource | PointsSource | str, scene: Scene) -> str:
    """Say how the few rows of a small table are divided."""
    train, test = scene.train_X.shape[1], scene.test_X.shape[1]
    if not isinstance(source, CsvSource) or train + test >= FEWEST_TO_SPLIT:
        return ""
    if not test:
        text = translate("DataSummary", "Only {count} rows: all train the network, none is kept for testing.")
        return text.format(count=train)
    text = translate(
        "DataSummary", "Only {count} rows, and {test} of them kept for testing: the network never sees them."
    )
    return text.format(count=train + test, test=test)


def _counts(scene: Scene) -> NDArray[np.intp]:
    """Return how many examples each class has, training and test together, `(n_classes,)`."""
    labels = [part for part in (scene.train_labels, scene.test_labels) if part is not None]
    return np.bincount(np.concatenate(labels), minlength=len(scene.classes))


def _classes(counts: NDArray[np.intp]) -> str:
    low, high = int(counts.min()), int(counts.max())
    if counts.size <= LISTED:
        text = translate("DataSummary", "{count} classes: {each}")
        return text.format(count=counts.size, each=" / ".join(f"{number:,}" for number in counts.tolist()))
    if low == high:
        return translate("DataSummary", "{count} classes: {low:,} each").format(count=counts.size, low=low)
    text = translate("DataSummary", "{count} classes: {low:,} to {high:,} each")
    return text.format(count=counts.size, low=low, high=high)


def _values(scene: Scene) -> str:
    Y = np.concatenate([scene.train_Y, scene.test_Y], axis=1)
    low, high = (_end(float(end)) for end in (Y.min(), Y.max()))
    if len(scene.output_names) == 1:
        text = translate("DataSummary", "To predict: {low} … {high}").format(low=low, high=high)
    else:
        text = translate("DataSummary", "{count} values to predict: {low} … {high}")
        text = text.format(count=len(scene.output_names), low=low, high=high)
    return text


def _end(value: float) -> str:
    """Return an end of a range: prices and the like in full, the rest with three digits."""
    return grouped(round(value)) if 1e4 <= abs(value) < 1e7 else number(value, 3)


def _warning(classes: tuple[str, ...], counts: NDArray[np.intp]) -> str:
    present = np.flatnonzero(counts)
    if present.size < 2:
        return translate("DataSummary", "Only one class has examples: there is nothing to tell apart yet.")
    rarest = int(counts.argmin())
    if counts[rarest] >= UNEVEN * counts.max():
        return ""
    if not counts[rarest]:
        text = translate("DataSummary", "Class {name} has no examples: a network cannot learn it.")
    else:
        text = translate("DataSummary", "Class {name} is rare: high accuracy can mean that it is never predicted.")
    return text.format(name=classes[rarest])
