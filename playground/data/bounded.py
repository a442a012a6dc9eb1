"""A person's file of data, read piece by piece and never more of it than a limit, unpacked where it is compressed."""

from __future__ import annotations

import stat
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from playground.data.dataset import DataError

PIECE = 4_000_000
"""Bytes read at a time, so that a slow disk can be given up on."""
GZIP = b"\x1f\x8b"
UNPACKED_PIECE = 500_000


def shown_name(path: str | Path) -> str:
    """Return what messages call a file: its name without the folders, in one line."""
    text = str(path)
    return " ".join(Path(text).name.replace("\0", " ").split()) or " ".join(text.split())


def read_pieces(path: Path, limit: int) -> Generator[float, None, bytes]:
    """Read an ordinary file of at most `limit` bytes; yield after each piece how much of it is read, 0 … 1.

    Raises
    ------
    DataError
        If it is missing, a folder, a device or a pipe, unreadable, or larger than the limit, which is known before
        anything is read.
    """
    pieces: list[bytes] = []
    read = 0
    with _refusing(path):
        size = _size(path, limit)
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                pieces.append(piece)
                read += len(piece)
                _check_size(path, read, limit)  # it may be growing
                yield min(1.0, read / max(size, 1))
    return b"".join(pieces)


def read_head(path: Path, length: int, limit: int) -> tuple[bytes, int]:
    """Return the first bytes of an ordinary file, and how many it has in all.

    Raises
    ------
    DataError
        As `read_pieces`.
    """
    with _refusing(path):
        size = _size(path, limit)
        with path.open("rb") as file:
            return file.read(length), size


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Turn what the system says about a file into a `DataError`."""
    name = shown_name(path)
    try:
        yield
    except DataError:
        raise
    except OSError as error:
        raise DataError("{file}: cannot be read: {reason}", file=name, reason=error.strerror or str(error)) from error
    except ValueError as error:  # a NUL, or half a surrogate pair
        raise DataError("{file}: not the name of a file", file=name) from error


def _size(path: Path, limit: int) -> int:
    status = path.stat()
    # Opening a pipe would wait for ever; reading a device might never end.
    if stat.S_ISDIR(status.st_mode):
        raise DataError("{file}: cannot be read: it is a folder, expected a file", file=shown_name(path))
    if not stat.S_ISREG(status.st_mode):
        raise DataError("{file}: cannot be read: it is not an ordinary file", file=shown_name(path))
    _check_size(path, status.st_size, limit)
    return status.st_size


def _check_size(path: Path, size: int, limit: int) -> None:
    if size > limit:
        raise DataError(
            "{file}: larger than {most} MB, the most that is read", file=shown_name(path), most=limit // 1_000_000
        )


def unpacked(name: str, content: bytes, limit: int) -> Generator[float, None, bytes]:
    """Return the content of a file, unpacked where it is compressed; yield now and then 0.5, half of the work.

    Raises
    ------
    DataError
        If the compression is damaged, or what it holds is larger than the limit.
    """
    if not content.startswith(GZIP):
        return content
    pieces: list[bytes] = []
    size = 0
    rest = content
    try:
        while rest.startswith(GZIP):  # several may stand one after the other
            unpack = zlib.decompressobj(wbits=31)
            while not unpack.eof:
                piece = unpack.decompress(rest, UNPACKED_PIECE)
                rest = unpack.unconsumed_tail
                if not piece and not rest and not unpack.eof:
                    raise zlib.error("cut off")
                pieces.append(piece)
                size += len(piece)
                if size > limit:
                    raise DataError(
                        "{file}: larger than {most} MB when unpacked, the most that is read",
                        file=name,
                        most=limit // 1_000_000,
                    )
                yield 0.5
            rest = unpack.unused_data
    except zlib.error as error:
        raise DataError("{file}: its compression is damaged; pack or copy it again", file=name) from error
    return b"".join(pieces)


def unpacked_head(content: bytes, length: int) -> bytes:
    """Return the first bytes of what is compressed, as far as they can be had from the first bytes of a file."""
    try:
        return zlib.decompressobj(wbits=31).decompress(content, length)
    except zlib.error:
        return b""
