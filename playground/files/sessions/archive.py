"""An uncompressed `.npz` file of any size, written piece by piece."""

import io
import os
import zipfile
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.files.atomic import writing_atomically
from playground.files.errors import FileError
from playground.files.npz import DIRECTORY_ENTRY

MAX_FILE = 2_000_000_000
MAX_MEMBERS = 10_000
FLUSHED = 4 << 20
"""Bytes written before the disk is waited for: all at the end would be one long wait."""
DATE = (1980, 1, 1, 0, 0, 0)
"""Of every member, so that the same session is the same file."""


@dataclass(frozen=True, eq=False)
class Member:
    """One array on its way to a file."""

    name: str
    dtype: np.dtype[Any]
    shape: tuple[int, ...]
    pieces: Callable[[], Iterable[bytes]]

    @classmethod
    def of(cls, name: str, array: NDArray[Any]) -> "Member":
        return cls(name, array.dtype, array.shape, lambda: [array.tobytes()])

    @classmethod
    def text(cls, name: str, text: str) -> "Member":
        return cls.of(name, np.array(text))

    @property
    def header(self) -> bytes:
        buffer = io.BytesIO()
        description = {"descr": np.lib.format.dtype_to_descr(self.dtype), "fortran_order": False, "shape": self.shape}
        np.lib.format.write_array_header_1_0(buffer, description)
        return buffer.getvalue()

    @property
    def n_bytes(self) -> int:
        return self.dtype.itemsize * int(np.prod(self.shape, dtype=object))


def write_archive(path: str | os.PathLike[str], members: Sequence[Member]) -> Generator[float, None, None]:
    """Write arrays to a file, piece by piece; yield after each how much is written, 0 … 1.

    Until the last piece, and if anything goes wrong or it is given up, the old file stays as it is.

    Raises
    ------
    FileError
        If the file cannot be written, or would be too large to be read again.
    """
    where = os.fspath(path)
    total = sum(len(member.header) + member.n_bytes + 2 * DIRECTORY_ENTRY for member in members)
    if total > MAX_FILE or len(members) > MAX_MEMBERS:
        raise FileError(
            "{where}: the session takes {total:,.0f} MB, more than the {max_file:,} MB that a file of it may have; "
            "expected a shorter timeline or fewer pinned runs",
            where=where,
            total=total / 1000000.0,
            max_file=MAX_FILE // 1000000,
        )
    done = flushed = 0
    with writing_atomically(path) as file, zipfile.ZipFile(file, "w") as archive:
        for member in members:
            info = zipfile.ZipInfo(f"{member.name}.npy", DATE)
            info.external_attr = 0o600 << 16
            header = member.header
            info.file_size = len(header) + member.n_bytes
            with archive.open(info, "w") as target:
                target.write(header)
                for piece in member.pieces():
                    target.write(piece)
                    done += len(piece)
                    if done - flushed >= FLUSHED:
                        flushed = done
                        file.flush()
                        os.fsync(file.fileno())
                    yield min(1.0, done / total)
