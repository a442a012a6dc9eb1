"""What a network learns from: inputs, targets, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal, TypeAlias

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import DTypeLike, NDArray

from playground.messages import Message, RefusalError

Problem = Literal["classification", "regression"]
FloatArray: TypeAlias = NDArray[np.float64]
IntArray: TypeAlias = NDArray[np.intp]


AXIS_END = 1e300
CLASSES_MAXIMUM = 100
LONGEST_NAME = 80
"""So many characters of a column's or a class's name are shown."""
TARGETS_MAXIMUM = 25_000_000
"""Numbers in Y at most; one-hot targets of many classes grow much larger than their file."""
ONE_CLASS = Message("Only one class has examples: there is nothing to tell apart yet.")


class DataError(RefusalError):
    """Data that cannot be used; its message is one line that says what, where and what was expected."""


class InputColumn(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What an input of a table is made of.

    Parameters
    ----------
    kind : {"number", "yes_no", "category"}
        Its numbers as they are; 1 for yes and 0 for no; or 1 where the cell says `value`, else 0.
    value : str
        The kind of a category that the input stands for; the word for yes.
    """

    column: str
    kind: Literal["number", "yes_no", "category"]
    value: str = ""

    @property
    def name(self) -> str:
        return f"{self.column} = {self.value}" if self.kind == "category" else self.column


class Dataset(Struct, frozen=True, eq=False):
    """Examples as columns.

    Raises `DataError` if the shapes, names and classes do not belong together.

    Parameters
    ----------
    X : ndarray of shape (n, m)
        Inputs before any feature is computed, one example per column. Of images the single bytes that their file
        holds: `values` gives what they stand for.
    Y : ndarray of shape (k, m)
        Targets. Two classes: one row of 0 and 1; more classes: one-hot columns; regression: values.
    problem : {"classification", "regression"}
        What the rows of `Y` are.
    classes : tuple of str
        Class names in the order of their indices; empty for regression.
    input_names : tuple of str
        One name per row of `X`, as the screen shows it. Formulas always say ``x1`` … ``xn``.
    output_names : tuple of str
        One name per row of `Y`.
    image_shape : (rows, columns) or None
        Where the inputs of an example are the pixels of an image, row by row.
    inputs : tuple of InputColumn
        Of a table, what each row of `X` is made of; empty for any other data.
    white : int or None
        Where `X` holds bytes, the one that stands for 1.
    notes : tuple of Message
        What is good to know of how a person's own file was read.
    """

    X: FloatArray | NDArray[np.uint8]
    Y: FloatArray
    problem: Problem
    classes: tuple[str, ...]
    input_names: tuple[str, ...]
    output_names: tuple[str, ...]
    image_shape: tuple[int, int] | None = None
    inputs: tuple[InputColumn, ...] = ()
    notes: tuple[Message, ...] = ()
    white: int | None = None

    def __post_init__(self) -> None:
        if self.X.ndim != 2 or self.Y.ndim != 2 or self.X.shape[1] != self.Y.shape[1]:
            raise DataError(
                "dataset: X {inputs} and Y {targets} are not two tables with a column per example",
                inputs=str(self.X.shape),
                targets=str(self.Y.shape),
            )
        if len(self.input_names) != self.X.shape[0] or len(self.output_names) != self.Y.shape[0]:
            raise DataError("dataset: expected one name per row of X and of Y")
        if self.inputs and len(self.inputs) != self.X.shape[0]:
            raise DataError("dataset: expected one input column per row of X")
        if self.problem == "classification" and self.Y.shape[0] != output_rows(len(self.classes)):
            raise DataError(
                "dataset: {count} classes do not fit a Y of shape {shape}", count=len(self.classes), shape=self.Y.shape
            )
        if self.image_shape is not None and self.image_shape[0] * self.image_shape[1] != self.X.shape[0]:
            raise DataError(
                "dataset: images of {image_shape} pixels do not fit an X of shape {shape}",
                image_shape=self.image_shape,
                shape=self.X.shape,
            )
        if (self.white is not None) != (self.X.dtype == np.uint8):
            raise DataError(
                "dataset: X of type {dtype} does not fit a white of {white}", dtype=self.X.dtype, white=self.white
            )

    def values(self, examples: slice | IntArray = slice(None), dtype: DTypeLike = np.float64) -> NDArray[Any]:
        """Return the inputs of some examples, `(n, k)`, what bytes stand for in `dtype`; other inputs are float64."""
        taken = self.X[:, examples]
        if self.white is None:
            return taken
        # Divided in float64 and rounded once, piece by piece: nothing as large as the result is made beside it.
        shares: NDArray[Any] = np.empty(taken.shape, dtype, order="F")
        np.divide(taken, float(self.white), out=shares, dtype=np.float64, casting="same_kind")
        return shares

    @property
    def n_inputs(self) -> int:
        return int(self.X.shape[0])

    @property
    def m(self) -> int:
        return int(self.X.shape[1])

    @property
    def class_indices(self) -> IntArray:
        """Index of each example's class, shape (m,).

        Raises `DataError` for regression, which has no classes.
        """
        if self.problem != "classification":
            raise DataError("dataset: a regression problem has no classes")
        index: IntArray = self.Y[0].astype(np.intp) if self.Y.shape[0] == 1 else self.Y.argmax(axis=0)
        return index

    @property
    def extent(self) -> tuple[tuple[float, float], ...]:
        """Smallest interval around each input with a twentieth of room on both sides, to draw axes; 0 … 1 for bytes."""
        if self.white is not None:
            return ((0.0, 1.0),) * self.n_inputs
        # The ends of an axis can be subtracted, also where the data go to the largest numbers there are.
        low, high = (np.clip(end, -AXIS_END, AXIS_END) for end in (self.X.min(axis=1), self.X.max(axis=1)))
        room = np.where(high > low, (high - low) / 20, 1.0)  # a constant input still needs an axis of some length
        return tuple((float(lo), float(hi)) for lo, hi in zip(low - room, high + room, strict=True))


def output_rows(n_classes: int) -> int:
    """Rows of `Y` for so many classes: one for two classes, one per class for more."""
    return 1 if n_classes == 2 else n_classes


def encode_classes(indices: Sequence[int] | IntArray, n_classes: int) -> FloatArray:
    """Turn class indices `(m,)`, each in 0 … `n_classes` − 1, into targets.

    They are (1, m) for two classes, (n_classes, m) one-hot otherwise.
    """
    row = np.asarray(indices, dtype=np.intp)
    if n_classes == 2:
        return row[np.newaxis].astype(np.float64)
    Y = np.zeros((n_classes, row.size))
    Y[row, np.arange(row.size)] = 1.0
    return Y


def usual_names(n_inputs: int) -> tuple[str, ...]:
    """Return ``x1`` … ``xn``: what formulas call the inputs, and the features that are the inputs as they are."""
    return tuple(f"x{i}" for i in range(1, n_inputs + 1))


# Names out of a person's file, bounded where they are shown: a header may be a sentence, a corpus, a picture.


def short_name(name: str) -> str:
    """Return a name, its middle left out where it is too long: names tend to differ at their ends."""
    if len(name) <= LONGEST_NAME:
        return name
    kept = LONGEST_NAME - 1
    return f"{name[: kept - kept // 2]}…{name[-(kept // 2) :]}"


def short_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return names as they are shown, each still another one than the others."""
    shown: dict[str, None] = {}
    for name in names:
        short, number = short_name(name), 2
        while short in shown:
            short, number = f"{short_name(name)} ({number})", number + 1
        shown[short] = None
    return tuple(shown)
