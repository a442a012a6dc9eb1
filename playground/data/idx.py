"""Images and their classes in MNIST's format: two files of bytes, each behind a short header, plain or by gzip.

The format is Yann LeCun's: two zero bytes, the type of the numbers (8 is a byte), how many dimensions, the length of
each as four bytes with the highest first; then the numbers, the last dimension running fastest.
"""

from __future__ import annotations

import gzip
import io
import struct
import zlib
from collections.abc import Generator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.data.bounded import GZIP, read_pieces, shown_name
from playground.data.dataset import CLASSES_MAXIMUM, TARGETS_MAXIMUM, DataError, Dataset, encode_classes, output_rows
from playground.data.reading import Reading, portion
from playground.messages import Message

BYTES_MAXIMUM = 100_000_000
PIXELS_MAXIMUM = 50_000_000
"""Numbers in X at most; MNIST's 60,000 training images have 47 million."""
SIDE_MAXIMUM = 64
IMAGE_PIXELS_MAXIMUM = SIDE_MAXIMUM**2
PIECE = 4_000_000
"""Bytes unpacked at a time."""
BLOCK_PIXELS = 5_000_000
"""Pixels looked at at a time."""
WHITES = (1, 16, 255)
"""What may stand for white: of two levels, of the 17 of scikit-learn's digits, of whole bytes."""


class Kind(Struct, frozen=True):
    """One of the two files: what it holds, its first four bytes, and its dimensions."""

    noun: Message
    magic: bytes
    dimensions: int


IMAGES = Kind(Message("images"), b"\0\0\x08\x03", 3)
LABELS = Kind(Message("labels"), b"\0\0\x08\x01", 1)


def read_idx(images: str | Path, labels: str | Path = "", white: int | None = None) -> Dataset:
    """Read images and their classes.

    Raises `DataError` if a file cannot be read, is of another format, cut off or too large, or the two do not belong
    together.

    Pixels from 0 to 1; the classes are the labels that occur. Inputs are named ``row,column``, counted from 1.

    Parameters
    ----------
    labels : str or Path
        Empty for the file whose name is that of the images with ``images`` become ``labels`` and ``idx3`` ``idx1``.
    white : int or None
        The byte that stands for 1; None for the smallest of `WHITES` that no pixel lies above.
    """
    return IdxReading(images, labels, white).complete()


def kind_of(head: bytes) -> Kind | None:
    """Return which of the two files begins with these bytes; None if neither does."""
    return next((kind for kind in (IMAGES, LABELS) if head.startswith(kind.magic)), None)


WORDS: Mapping[Kind, tuple[str, str]] = MappingProxyType({IMAGES: ("images", "idx3"), LABELS: ("labels", "idx1")})
"""What is in the name of a file, and is something else in that of the other one."""


def beside(path: Path, kind: Kind) -> Path:
    """Return the other file, of labels or images, that belongs to one of this kind.

    Raises `DataError` if the name does not tell.
    """
    other = LABELS if kind is IMAGES else IMAGES
    name = path.name
    for word, another in zip(WORDS[kind], WORDS[other], strict=True):
        for spelled in (str.lower, str.title, str.upper):
            name = name.replace(spelled(word), spelled(another))
    if name == path.name:
        raise DataError(
            "{file}: a file of {kind}, but which {other} belong to it is not known; call it '…{word}…' and put the "
            "file of {other}, called '…{another}…' instead, beside it",
            file=shown_name(path),
            kind=kind.noun,
            other=other.noun,
            word=WORDS[kind][0],
            another=WORDS[other][0],
        )
    beside = path.with_name(name)
    packed = beside.with_name(name.removesuffix(".gz") if name.endswith(".gz") else f"{name}.gz")
    return packed if not beside.exists() and packed.exists() else beside


class IdxReading(Reading):
    """Two files in MNIST's format on their way to a dataset, in slices."""

    def __init__(self, images: str | Path, labels: str | Path = "", white: int | None = None) -> None:
        super().__init__(shown_name(images))
        self._images, self._labels, self._white = images, labels, white

    def _steps(self) -> Generator[float, None, Dataset]:
        images = Path(self._images)
        pixels = yield from _read(images, IMAGES, 0.0, 0.7)
        self.rows = len(pixels)
        labels = Path(self._labels) if str(self._labels) else beside(images, IMAGES)
        if not labels.exists():
            raise DataError(
                "{file}: its labels, {labels}, are not beside it; put that file into the same folder",
                file=self.name,
                labels=shown_name(labels),
            )
        numbers = yield from _read(labels, LABELS, 0.7, 0.8)
        file = shown_name(labels)
        if len(pixels) != len(numbers):
            raise DataError(
                "{file}: {labels} labels for {count} images in {images}, expected one for each; "
                "choose two files of one data set",
                file=file,
                labels=len(numbers),
                count=len(pixels),
                images=self.name,
            )
        occurring, indices = np.unique(numbers, return_inverse=True)
        if not 2 <= len(occurring) <= CLASSES_MAXIMUM:
            raise DataError(
                "{file}: {count} {count:class|classes}, expected 2 to {most}; choose a file with another selection",
                file=file,
                count=len(occurring),
                most=CLASSES_MAXIMUM,
            )
        if output_rows(len(occurring)) * len(numbers) > TARGETS_MAXIMUM:
            raise DataError(
                "{file}: {count} classes are too many for {images} images; use fewer images",
                file=file,
                count=len(occurring),
                images=len(numbers),
            )
        _, rows, columns = pixels.shape
        flat = pixels.reshape(-1, rows * columns)
        white = yield from self._find_white(flat)
        classes = tuple(str(number) for number in occurring.tolist())
        return Dataset(
            X=flat.T,
            Y=encode_classes(indices, len(classes)),
            problem="classification",
            classes=classes,
            input_names=tuple(f"{row},{column}" for row in range(1, rows + 1) for column in range(1, columns + 1)),
            output_names=classes if output_rows(len(classes)) > 1 else ("class",),
            image_shape=(rows, columns),
            white=white,
            notes=()
            if white == WHITES[-1]
            else (Message("pixels are divided by {white}, the largest there can be", white=white),),
        )

    def _find_white(self, pixels: NDArray[np.uint8]) -> Generator[float, None, int]:
        if self._white is not None:
            return self._white
        largest, block = 0, max(1, BLOCK_PIXELS // pixels.shape[1])
        for start in range(0, len(pixels), block):
            largest = max(largest, int(pixels[start : start + block].max()))
            yield 0.8 + 0.2 * min(1.0, (start + block) / len(pixels))
        return next(white for white in WHITES if largest <= white)


def _read(path: Path, kind: Kind, begin: float, end: float) -> Generator[float, None, NDArray[np.uint8]]:
    """Return the array of one file; yield how much of all is done, from `begin` to `end`."""
    name = shown_name(path)
    content = yield from portion(read_pieces(path, BYTES_MAXIMUM), begin, (begin + end) / 2)
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
        raise DataError("{file}: its compression is damaged; get it anew", file=name) from error
    if len(body) < expected:
        raise DataError(
            "{file}: cut off after {count} of {expected} bytes of {kind}; get it anew",
            file=name,
            count=len(body),
            expected=expected,
            kind=kind.noun,
        )
    if len(body) > expected:
        raise DataError(
            "{file}: more bytes than the {expected} of {kind} that its header promises; get it anew",
            file=name,
            expected=expected,
            kind=kind.noun,
        )
    return np.frombuffer(body, dtype=np.uint8).reshape(shape)


def _shape(opened: BinaryIO, name: str, kind: Kind) -> tuple[int, ...]:
    """Read the header, and check that what it promises can be kept."""
    magic = opened.read(4)
    if magic != kind.magic:
        other = kind_of(magic)
        found = Message("{kind} (0x{magic})", kind=other.noun, magic=magic.hex()) if other else f"0x{magic.hex()}"
        raise DataError(
            "{file}, byte 1: {found}, expected the magic number 0x{magic} of a file of {kind}; choose such a file",
            file=name,
            found=found if magic else Message("nothing"),
            magic=kind.magic.hex(),
            kind=kind.noun,
        )
    lengths = opened.read(4 * kind.dimensions)
    if len(lengths) < 4 * kind.dimensions:
        raise DataError("{file}: cut off within its header; get it anew", file=name)
    shape: tuple[int, ...] = struct.unpack(f">{kind.dimensions}I", lengths)
    image = int(np.prod(shape[1:], dtype=object))
    size = " × ".join(map(str, shape))
    if shape[0] == 0 or image == 0:
        raise DataError(
            "{file}, byte 5: {size}, expected at least one of its {kind}; choose a file that is not empty",
            file=name,
            size=size,
            kind=kind.noun,
        )
    if image > IMAGE_PIXELS_MAXIMUM:
        raise DataError(
            "{file}, byte 9: images of {size} pixels, expected at most {most} ({side} × {side}); "
            "make them smaller first",
            file=name,
            size=" × ".join(map(str, shape[1:])),
            most=IMAGE_PIXELS_MAXIMUM,
            side=SIDE_MAXIMUM,
        )
    if shape[0] * image > PIXELS_MAXIMUM:
        raise DataError(
            "{file}, byte 5: {count} {kind}, expected at most {most}; use a part of them",
            file=name,
            count=shape[0],
            kind=kind.noun,
            most=PIXELS_MAXIMUM // image,
        )
    return shape
