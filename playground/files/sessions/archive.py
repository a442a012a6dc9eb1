"""An uncompressed `.npz` file of any size, written and read piece by piece.

`files.npz` reads files that other programs made, whole and compressed or not. A session's own file is stored as it is:
nothing in it inflates, so that nothing read can be larger than the file itself.
"""

import io
import os
import re
import zipfile
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from playground.files.atomic import writing_atomically
from playground.files.bounded import open_ordinary
from playground.files.errors import FileError, quoted
from playground.files.npz import DIRECTORY_ENTRY, END_RECORD, MAX_HEADER, Header, damages

MAX_FILE = 2_000_000_000
MAX_MEMBERS = 10_000
PIECE = 1 << 20
"""Bytes read or written at a time."""
FLUSHED = 4 << 20
"""Bytes written before the disk is waited for: all at the end would be one long wait."""
DATE = (1980, 1, 1, 0, 0, 0)
"""Of every member, so that the same session is the same file."""
NAME = re.compile(r"(session|experiment|(in|out)put_(mean|scale)|(W|b)[1-9][0-9]{0,3}|rows_(0|[1-9][0-9]{0,4}))\.npy")


@dataclass(frozen=True, eq=False)
class Member:
    """One array on its way to a file."""

    name: str
    dtype: np.dtype[Any]
    shape: tuple[int, ...]
    pieces: Callable[[], Iterable[bytes]]

    @classmethod
    def of(cls, name: str, array: NDArray[Any]) -> "Member":
        """Return an array that is at hand."""
        return cls(name, array.dtype, array.shape, lambda: [array.tobytes()])

    @classmethod
    def text(cls, name: str, text: str) -> "Member":
        """Return a text, as numpy keeps one."""
        return cls.of(name, np.array(text))

    @property
    def header(self) -> bytes:
        """What stands before its bytes."""
        buffer = io.BytesIO()
        description = {"descr": np.lib.format.dtype_to_descr(self.dtype), "fortran_order": False, "shape": self.shape}
        np.lib.format.write_array_header_1_0(buffer, description)
        return buffer.getvalue()

    @property
    def n_bytes(self) -> int:
        """How many bytes follow the header."""
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


class Archive:
    """An opened file of arrays.

    Raises
    ------
    FileError
        If it is no uncompressed zip archive of arrays with the names that a session's have.
    """

    def __init__(self, file: BinaryIO, where: str) -> None:
        self._where = where
        with damages(where):
            size = file.seek(0, os.SEEK_END)
            _check_directory(file, size, where)
            self._archive = zipfile.ZipFile(file)
        members = self._archive.infolist()
        self._members = {info.filename.removesuffix(".npy"): info for info in members}
        if len(self._members) < len(members):
            raise FileError("{where}: an array stands twice in the archive", where=where)
        if sum(info.file_size for info in members) > size:
            raise FileError("{where}: damaged: its arrays are larger than the file", where=where)
        for info in members:
            self._check_member(info)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the arrays, in the archive's order."""
        return tuple(self._members)

    def header(self, name: str) -> Header:
        """Read what one array says it is.

        Raises
        ------
        FileError
            If there is no such array, it is none, or its size does not agree with the archive's directory.
        """
        if name not in self._members:
            raise FileError(
                "{where}: the array {name!r} is missing, so this is no session of this program",
                where=self._where,
                name=name,
            )
        info = self._members[name]
        with damages(f"{self._where}: {name}"), self._archive.open(info) as member:
            if np.lib.format.read_magic(member) != (1, 0):
                raise ValueError("another array format than 1.0")
            shape, fortran, dtype = np.lib.format.read_array_header_1_0(member, max_header_size=MAX_HEADER)
            start = member.tell()
        if dtype.hasobject:
            raise FileError(
                "{where}: {name}: holds Python objects, which are never loaded", where=self._where, name=name
            )
        size = dtype.itemsize
        for length in shape:  # Python's own integers: no overflow, whatever the file says
            size *= length
        if min(shape, default=0) < 0 or start + size != info.file_size or dtype.itemsize == 0:
            raise FileError(
                "{where}: {name}: damaged: {size} bytes for shape {shape}",
                where=self._where,
                name=name,
                size=info.file_size - start,
                shape=quoted(shape),
            )
        return Header(shape, dtype, fortran, start)

    def read(self, name: str, header: Header) -> Generator[int, None, NDArray[Any]]:
        """Read one array, whose header the caller has found acceptable; yield the bytes read after each piece.

        Raises
        ------
        FileError
            If its bytes are damaged.
        """
        with damages(f"{self._where}: {name}"), self._archive.open(self._members[name]) as member:
            member.read(header.start)
            array = np.empty(header.shape[::-1] if header.fortran else header.shape, header.dtype)
            room = memoryview(array.reshape(-1).view(np.uint8).data)
            for start in range(0, len(room), PIECE):
                piece = member.read(min(PIECE, len(room) - start))
                if len(piece) != min(PIECE, len(room) - start):
                    raise EOFError("it ends too early")
                room[start : start + len(piece)] = piece
                yield len(piece)
            member.read(1)  # looks at the checksum
        return np.ascontiguousarray(array.T) if header.fortran else array

    def text(self, name: str, most: int) -> Generator[int, None, str]:
        """Read a text of at most so many characters; yield the bytes read after each piece.

        Raises
        ------
        FileError
            If it is no text, or too long.
        """
        header = self.header(name)
        # A text has four bytes a character, and at least one character.
        if header.dtype.kind != "U" or header.shape != () or header.dtype.itemsize > 4 * most:
            found = f"{header.dtype} of shape {quoted(header.shape)}"
            raise FileError("{where}: {name}: {found}; a text was expected", where=self._where, name=name, found=found)
        array = yield from self.read(name, header)
        with damages(f"{self._where}: {name}"):
            return str(array[()])

    def _check_member(self, info: zipfile.ZipInfo) -> None:
        place = f"{self._where}: {quoted(info.filename)} inside"
        if not NAME.fullmatch(info.filename):
            raise FileError("{place} is no array of a session", place=place)
        if info.flag_bits & 0x1:
            raise FileError("{place} is encrypted", place=place)
        if info.compress_type != zipfile.ZIP_STORED or info.compress_size != info.file_size:
            raise FileError("{place} is compressed, which no session of this program is", place=place)


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Open an ordinary file for reading.

    Raises
    ------
    FileError
        If it is missing, a folder, a device or a pipe, unreadable, or too large.
    """
    with open_ordinary(path) as file:
        if os.fstat(file.fileno()).st_size > MAX_FILE:
            raise FileError(
                "{name}: larger than {max_file:,} MB, the most that is read; save it with a shorter timeline",
                name=os.fspath(path),
                max_file=MAX_FILE // 1000000,
            )
        yield file


def _check_directory(file: BinaryIO, size: int, where: str) -> None:
    """Refuse a directory of millions of members before it is read; numpy writes one at the very end, of one kind."""
    file.seek(0)
    if file.read(4) != b"PK\x03\x04":
        raise FileError(
            "{where}: not a session file (it does not begin like one); choose a file ending in .playground", where=where
        )
    file.seek(max(0, size - END_RECORD.size))
    end = file.read(END_RECORD.size)
    if len(end) < END_RECORD.size or end[:4] != b"PK\x05\x06":
        raise FileError(
            "{where}: damaged, perhaps cut off: the end of the file is missing; take another copy", where=where
        )
    _, _, _, _, members, directory, _, _ = END_RECORD.unpack(end)
    if members > MAX_MEMBERS or directory > MAX_MEMBERS * DIRECTORY_ENTRY:
        raise FileError(
            "{where}: more than {max_members} arrays inside; one session was expected",
            where=where,
            max_members=MAX_MEMBERS,
        )
