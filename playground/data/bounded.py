"""A person's file of data, read piece by piece and never more of it than a limit, unpacked where it is compressed."""

from __future__ import annotations

import stat
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from playground.data.dataset import DataError
from playground.data.reasons import system_reason
from playground.messages import Message, RefusalError

PIECE = 4_000_000
"""Bytes read at a time, so that a slow disk can be given up on."""
GZIP = b"\x1f\x8b"
UNPACKED_PIECE = 500_000


def shown_name(path: str | Path) -> str:
    """Return what messages call a file: its name without the folders, in one line."""
    text = str(path)
    return " ".join(Path(text).name.replace("\0", " ").split()) or " ".join(text.split())


def read_pieces(
    path: str | Path, limit: int, name: str = "", refusal: type[RefusalError] = DataError
) -> Generator[float, None, bytes]:
    """Read an ordinary file of at most `limit` bytes; yield after each piece how much of it is read, 0 … 1.

    Raises `RefusalError` of the type that is wished for, as `opened`.
    """
    name = name or shown_name(path)
    pieces: list[bytes] = []
    read = 0
    with opened(path, limit, name, refusal) as (file, size):
        while piece := file.read(PIECE):
            pieces.append(piece)
            read += len(piece)
            check_size(name, read, limit, refusal)  # it may be growing
            yield min(1.0, read / max(size, 1))
    return b"".join(pieces)


def read_head(path: Path, length: int, limit: int) -> tuple[bytes, int]:
    """Return the first bytes of an ordinary file, and how many it has in all. Raises as `opened`."""
    with opened(path, limit, shown_name(path)) as (file, size):
        return file.read(length), size


@contextmanager
def opened(
    path: str | Path, limit: int, name: str, refusal: type[RefusalError] = DataError
) -> Iterator[tuple[BinaryIO, int]]:
    """Open an ordinary file for reading, and tell how many bytes it has.

    Raises `RefusalError` of the type that is wished for: if it is missing, a folder, a device or a pipe, unreadable, or
    larger than the limit, which is known before anything is read.
    """
    try:
        try:
            size = _size(Path(path), name, limit, refusal)
        except RefusalError:
            raise
        except ValueError as error:  # a NUL, or half a surrogate pair
            raise refusal(Message("{file!r}: not the name of a file; choose another", file=name)) from error
        with Path(path).open("rb") as file:
            yield file, size
    except FileNotFoundError as error:
        raise refusal(Message("{file}: no such file; check the name and the folder", file=name)) from error
    except OSError as error:
        raise refusal(Message("{file}: could not be read: {reason}", file=name, reason=system_reason(error))) from error
    except MemoryError as error:
        raise refusal(Message("{file}: not enough memory to read it; close other programs", file=name)) from error


def _size(path: Path, name: str, limit: int, refusal: type[RefusalError]) -> int:
    status = path.stat()
    # Opening a pipe would wait for ever; reading a device might never end.
    if stat.S_ISDIR(status.st_mode):
        raise refusal(Message("{file}: it is a folder; a file was expected", file=name))
    if not stat.S_ISREG(status.st_mode):
        raise refusal(Message("{file}: it is not an ordinary file; copy it to one", file=name))
    check_size(name, status.st_size, limit, refusal)
    return status.st_size


def check_size(name: str, size: int, limit: int, refusal: type[RefusalError] = DataError) -> None:
    if size > limit:
        raise refusal(
            Message(
                "{file}: larger than {limit} MB, the most that is read; take a smaller file",
                file=name,
                limit=limit // 1_000_000,
            )
        )


def unpacked(name: str, content: bytes, limit: int) -> Generator[float, None, bytes]:
    """Return the content of a file, unpacked where it is compressed; yield now and then 0.5, half of the work.

    Raises `DataError` if the compression is damaged, or what it holds is larger than the limit.
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
