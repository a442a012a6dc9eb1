"""Images and their classes in MNIST's format: two files of bytes, each behind a short header, plain or by gzip.

The format is Yann LeCun's: two zero bytes, the type of the numbers (8 is a byte), how many dimensions, the length of
each as four bytes with the highest first; then the numbers, the last dimension running fastest.
"""

from __future__ import annotations

import gzip
import io
import struct
import zlib
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from playground.data.bounded import read_pieces, shown_name
from playground.data.dataset import DataError, Dataset, encode_classes, output_rows
from playground.data.csv_roles import CLASSES_MAXIMUM, TARGETS_MAXIMUM
from playground.data.reading import Reading

BYTES_MAXIMUM = 100_000_000
PIXELS_MAXIMUM = 50_000_000
"""Numbers in X at most; MNIST's 60,000 training images have 47 million."""
IMAGE_PIXELS_MAXIMUM = 1000
"""As many as a table may have columns."""
PIECE = 4_000_000
"""Bytes unpacked at a time."""
BLOCK_PIXELS = 500_000
GZIP = b"\x1f\x8b"
WHITE = 255.0


@dataclass(frozen=True)
class Kind:
    """One of the two files.

    Parameters
    ----------
    noun : str
        What it holds.
    magic : int
        The first four bytes.
    dimensions : int
    """

    noun: str
    magic: int
    dimensions: int


IMAGES = Kind("images", 0x00000803, 3)
LABELS = Kind("labels", 0x00000801, 1)


def read_idx(images: str | Path, labels: str | Path = "") -> Dataset:
    """Read images and their classes.

    Parameters
    ----------
    images : str or Path
    labels : str or Path
        Empty for the file whose name is that of the images with ``images`` become ``labels`` and ``idx3`` ``idx1``.

    Returns
    -------
    Dataset
        Pixels from 0 to 1; the classes are the labels that occur. Inputs are named ``row,column``, counted from 1.

    Raises
    ------
    DataError
        If a file cannot be read, is of another format, cut off or too large, or the two do not belong together.
    """
    return IdxReading(images, labels).complete()


def labels_beside(images: Path) -> Path:
    """Return the file of labels that belongs to a file of images.

    Raises
    ------
    DataError
        If the name does not tell.
    """
    name = images.name
    for one, other in (("images", "labels"), ("Images", "Labels"), ("IMAGES", "LABELS")):
        name = name.replace(one, other)
    name = name.replace("idx3", "idx1").replace("IDX3", "IDX1")
    if name == images.name:
        raise DataError(
            f"{shown_name(images)}: its labels are not known; expected a name with 'images', beside a file whose name "
            "has 'labels' instead"
        )
    beside = images.with_name(name)
    packed = beside.with_name(name.removesuffix(".gz") if name.endswith(".gz") else f"{name}.gz")
    return packed if not beside.exists() and packed.exists() else beside


class IdxReading(Reading):
    """Two files in MNIST's format on their way to a dataset, in slices.

    Parameters
    ----------
    images, labels
        As `read_idx`.
    """

    def __init__(self, images: str | Path, labels: str | Path = "") -> None:
        super().__init__(shown_name(images))
        self._images, self._labels = images, labels

    def _steps(self) -> Generator[float, None, Dataset]:
        images = Path(self._images)
        pixels = yield from _read(images, IMAGES, 0.0, 0.4)
        labels = Path(self._labels) if str(self._labels) else labels_beside(images)
        numbers = yield from _read(labels, LABELS, 0.4, 0.5)
        if len(pixels) != len(numbers):
            raise DataError(
                f"{shown_name(labels)}: {len(numbers)} labels for {len(pixels)} images in {self.name}, "
                "expected one for each"
            )
        occurring, indices = np.unique(numbers, return_inverse=True)
        if not 2 <= len(occurring) <= CLASSES_MAXIMUM:
            raise DataError(
                f"{shown_name(labels)}: {len(occurring)} class{'es' * (len(occurring) != 1)}, "
                f"expected 2 to {CLASSES_MAXIMUM}"
            )
        if output_rows(len(occurring)) * len(numbers) > TARGETS_MAXIMUM:
            raise DataError(f"{shown_name(labels)}: {len(occurring)} classes are too many for {len(numbers)} images")
        _, rows, columns = pixels.shape
        X = np.empty((rows * columns, len(pixels)))
        block = max(1, BLOCK_PIXELS // (rows * columns))
        for start in range(0, len(pixels), block):
            images_now = pixels[start : start + block].reshape(-1, rows * columns)
            np.divide(images_now.T, WHITE, out=X[:, start : start + block])
            self.rows = min(start + block, len(pixels))
            yield 0.5 + 0.5 * self.rows / len(pixels)
        classes = tuple(str(number) for number in occurring.tolist())
        return Dataset(
            X=X,
            Y=encode_classes(indices, len(classes)),
            problem="classification",
            classes=classes,
            input_names=tuple(f"{row},{column}" for row in range(1, rows + 1) for column in range(1, columns + 1)),
            output_names=classes if output_rows(len(classes)) > 1 else ("class",),
            image_shape=(rows, columns),
        )


def _read(path: Path, kind: Kind, begin: float, end: float) -> Generator[float, None, NDArray[np.uint8]]:
    """Return the array of one file; yield how much of all is done, from `begin` to `end`."""
    name = shown_name(path)
    reading = read_pieces(path, BYTES_MAXIMUM)
    while True:
        try:
            yield begin + (end - begin) / 2 * next(reading)
        except StopIteration as read:
            content: bytes = read.value
            break
    try:
        opened: BinaryIO = io.BytesIO(content)
        if content.startswith(GZIP):
            opened = gzip.GzipFile(fileobj=opened)  # type: ignore[assignment]
        shape = _shape(opened, name, kind)
        # However far a compressed file would go on, no more is unpacked than its header promises, and a byte.
        expected = int(np.prod(shape))
        body = bytearray()
        while len(body) <= expected and (piece := opened.read(min(PIECE, expected + 1 - len(body)))):
            body += piece
            yield (begin + end) / 2 + (end - begin) / 2 * min(1.0, len(body) / expected)
    except (OSError, EOFError, zlib.error) as error:
        raise DataError(f"{name}: its compression is damaged: {error}") from error
    if len(body) < expected:
        raise DataError(f"{name}: cut off after {len(body)} of {expected} bytes of {kind.noun}")
    if len(body) > expected:
        raise DataError(f"{name}: more bytes than the {expected} of {kind.noun} that its header promises")
    return np.frombuffer(bytes(body), dtype=np.uint8).reshape(shape)


def _shape(opened: BinaryIO, name: str, kind: Kind) -> tuple[int, ...]:
    """Read the header, and check that what it promises can be kept."""
    magic = opened.read(4)
    if magic != kind.magic.to_bytes(4, "big"):
        other = next((known for known in (IMAGES, LABELS) if magic == known.magic.to_bytes(4, "big")), None)
        found = f"{other.noun} (0x{magic.hex()})" if other else f"0x{magic.hex()}" if magic else "nothing"
        raise DataError(
            f"{name}, byte 1: {found}, expected the magic number 0x{kind.magic:08x} of a file of {kind.noun}"
        )
    lengths = opened.read(4 * kind.dimensions)
    if len(lengths) < 4 * kind.dimensions:
        raise DataError(f"{name}: cut off within its header")
    shape: tuple[int, ...] = struct.unpack(f">{kind.dimensions}I", lengths)
    image = int(np.prod(shape[1:], dtype=object))
    if shape[0] == 0 or image == 0:
        raise DataError(f"{name}, byte 5: {' × '.join(map(str, shape))}, expected at least one of its {kind.noun}")
    if image > IMAGE_PIXELS_MAXIMUM:
        size = " × ".join(map(str, shape[1:]))
        raise DataError(f"{name}, byte 9: images of {size} pixels, expected at most {IMAGE_PIXELS_MAXIMUM} pixels")
    if shape[0] * image > PIXELS_MAXIMUM:
        raise DataError(f"{name}, byte 5: {shape[0]} {kind.noun}, expected at most {PIXELS_MAXIMUM // image}")
    return shape
