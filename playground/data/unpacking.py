"""Tables that are compressed by gzip."""

from __future__ import annotations

import zlib
from collections.abc import Generator

from playground.data.dataset import DataError
from playground.messages import Message

GZIP = b"\x1f\x8b"
PIECE = 500_000


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
                piece = unpack.decompress(rest, PIECE)
                rest = unpack.unconsumed_tail
                if not piece and not rest and not unpack.eof:
                    raise zlib.error("cut off")
                pieces.append(piece)
                size += len(piece)
                if size > limit:
                    raise DataError(
                        Message(
                            "{file}: larger than {most} MB when unpacked, the most that is read",
                            file=name,
                            most=limit // 1_000_000,
                        )
                    )
                yield 0.5
            rest = unpack.unused_data
    except zlib.error as error:
        raise DataError(Message("{file}: its compression is damaged; pack or copy it again", file=name)) from error
    return b"".join(pieces)


def unpacked_head(content: bytes, length: int) -> bytes:
    """Return the first bytes of what is compressed, as far as they can be had from the first bytes of a file."""
    try:
        return zlib.decompressobj(wbits=31).decompress(content, length)
    except zlib.error:
        return b""
