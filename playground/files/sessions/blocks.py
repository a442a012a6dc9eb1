"""Arrays of rows: all vectors of equal length and type of a session, stacked to one array."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from msgspec import Struct, field
from numpy.typing import NDArray

from playground.files.errors import FileError
from playground.files.npz import PIECE, Header, Member
from playground.files.sessions.document import Block

DTYPES = (np.dtype(np.float64), np.dtype(np.float32), np.dtype(np.uint8))
LONGEST_ROW = 50_000_000


def table_name(number: int) -> str:
    return f"rows_{number}"


class _Part(Struct, frozen=True, eq=False):
    """Some rows, not copied before they are written."""

    rows: NDArray[Any]

    def bytes(self, start: int, stop: int) -> bytes:
        return self.rows[start:stop].tobytes()


class _Table(Struct):
    """One array of rows on its way to a file."""

    number: int
    dtype: np.dtype[Any]
    width: int
    parts: list[_Part] = field(default_factory=list)
    rows: int = 0

    def pieces(self) -> Iterator[bytes]:
        waiting: list[bytes] = []
        size, step = 0, max(1, PIECE // max(1, self.width * self.dtype.itemsize))
        for part in self.parts:
            for start in range(0, len(part.rows), step):
                waiting.append(part.bytes(start, start + step))
                size += len(waiting[-1])
                if size >= PIECE:
                    yield b"".join(waiting)
                    waiting, size = [], 0
        yield b"".join(waiting)


class BlockWriter:
    """Collects what a file will hold as rows; what is added twice is written once."""

    def __init__(self) -> None:
        self._tables: dict[tuple[np.dtype[Any], int], _Table] = {}
        self._known: dict[tuple[int, bool], tuple[NDArray[Any], Block]] = {}

    def rows(self, array: NDArray[Any]) -> Block:
        """Add a vector `(n,)`, which is one row, or a matrix `(k, n)`; it must not change any more."""
        key = id(array), False
        if key not in self._known:
            # The array is kept along with its address, so that no other gets the same one.
            self._known[key] = array, self._add(array if array.ndim == 2 else array[None])
        return self._known[key][1]

    def columns(self, array: NDArray[Any]) -> Block:
        """Add a matrix `(n, k)` by its columns; it must not change any more."""
        key = id(array), True
        if key not in self._known:
            self._known[key] = array, self._add(array.T)
        return self._known[key][1]

    @property
    def count(self) -> int:
        return len(self._tables)

    def members(self) -> list[Member]:
        return [
            Member(table_name(table.number), table.dtype, (table.rows, table.width), table.pieces)
            for table in self._tables.values()
        ]

    def _add(self, rows: NDArray[Any]) -> Block:
        dtype, width = rows.dtype, rows.shape[1]
        table = self._tables.setdefault((dtype, width), _Table(len(self._tables), dtype, width))
        block = Block(table.number, table.rows, len(rows))
        table.parts.append(_Part(rows))
        table.rows += len(rows)
        return block


class BlockReader:
    """Gives out what was kept as arrays of rows: the same block is the same array again."""

    def __init__(self, tables: Sequence[NDArray[Any]], where: str) -> None:
        self._tables, self._where = tables, where
        self._known: dict[tuple[Block, bool], NDArray[Any]] = {}
        # Blocks do not overlap: whoever asks for more than there is has been given a text that lies.
        self._left = sum(table.nbytes for table in tables)

    def rows(self, block: Block) -> NDArray[Any]:
        """Return a matrix `(k, n)`, read-only and with memory of its own.

        Raises `FileError` if there are no such rows.
        """
        return self._copy(block, vector=False)

    def vector(self, block: Block) -> NDArray[Any]:
        """Return a vector `(n,)`, read-only and with memory of its own.

        Raises `FileError` if there is no such row, or the block has more than one.
        """
        if block.rows != 1:
            raise FileError("{where}: damaged: {rows} rows in place of one", where=self._where, rows=block.rows)
        return self._copy(block, vector=True)

    def look(self, block: Block) -> NDArray[Any]:
        """Return a matrix `(k, n)` that may be a view, to be copied.

        Raises `FileError` if there are no such rows.
        """
        if block.table >= len(self._tables) or block.first + block.rows > len(self._tables[block.table]):
            raise FileError("{where}: damaged: it refers to rows that it does not have", where=self._where)
        return self._tables[block.table][block.first : block.first + block.rows]

    def spend(self, n_bytes: int) -> None:
        """Take note that so many bytes of the rows were copied.

        Raises `FileError` if these are more than there are.
        """
        self._left -= n_bytes
        if self._left < 0:
            raise FileError("{where}: damaged: it refers to the same rows again and again", where=self._where)

    def _copy(self, block: Block, *, vector: bool) -> NDArray[Any]:
        key = block, vector
        if key not in self._known:
            seen = self.look(block)
            self.spend(seen.nbytes)
            copy = seen[0].copy() if vector else seen.copy()
            copy.flags.writeable = False
            self._known[key] = copy
        return self._known[key]


def check_table(header: Header, name: str, where: str) -> None:
    """Check that an array is one of rows.

    Raises `FileError` if it has another type or shape.
    """
    if header.dtype not in DTYPES or len(header.shape) != 2 or header.fortran or header.shape[1] > LONGEST_ROW:
        raise FileError(
            "{where}: {name}: {dtype} of shape {shape}; rows of numbers were expected",
            where=where,
            name=name,
            dtype=header.dtype,
            shape=header.shape,
        )
