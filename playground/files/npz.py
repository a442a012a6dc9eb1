"""Uncompressed and compressed `.npz` files, whoever made them, read piece by piece and through bounds.

`numpy.load(allow_pickle=False)` never runs what a file holds, but believes what it says: a few hundred bytes can ask
for 32 GiB, and half a megabyte can inflate to half a gigabyte. Here nothing is allocated before the size that an array
claims has been compared with the size it should have, and everything that can go wrong inside a mutilated archive
comes out as one kind of error.
"""

import io
import os
import re
import struct
import tokenize
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.data.reading import finished
from playground.files.disk import writing_atomically
from playground.files.errors import FileError, quoted
from playground.messages import Message

MAX_HEADER = 4096
DIRECTORY_ENTRY = 1024  # bytes that one entry of the archive's directory may have, generously
END_RECORD = struct.Struct("<4s4H2LH")
PIECE = 1 << 20
"""Bytes read or written at a time."""

DAMAGES = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    tokenize.TokenError,
    ValueError,
    NotImplementedError,
    EOFError,
    RuntimeError,  # also RecursionError
    OSError,
    MemoryError,
    SyntaxError,
    LookupError,
    TypeError,
    OverflowError,
    AttributeError,
)
"""What zipfile and numpy raise on mutilated files, as found by mutating files."""


class NpzKind(Struct, frozen=True):
    """What an archive should be.

    Attributes
    ----------
    member : pattern
        What the archive may call them.
    compressed : bool
        Whether they may be compressed. What is not never inflates: nothing read can be larger than the file itself.
    """

    noun: Message
    most: int
    member: re.Pattern[str]
    compressed: bool


class Header(Struct, frozen=True):
    """What a member says it is before any of it is read, and where its elements begin."""

    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    fortran: bool
    start: int


class NpzFile:
    """An opened `.npz`: the names of its arrays, their headers, and the arrays themselves once they are wanted.

    Raises `FileError` if it is no plain zip archive of `.npy` members of this kind, each named once.
    """

    def __init__(self, file: BinaryIO, where: str, kind: NpzKind) -> None:
        self._where, self._kind = where, kind
        with damages(where):
            size = file.seek(0, os.SEEK_END)
            self._check_directory(file, size)
            self._archive = zipfile.ZipFile(file)
        members = self._archive.infolist()
        self._members = {info.filename.removesuffix(".npy"): info for info in members}
        for info in members:
            self._check_member(info)
        if len(self._members) < len(members):
            raise FileError("{where}: an array stands twice in the archive", where=where)
        if not kind.compressed and sum(info.file_size for info in members) > size:
            raise FileError("{where}: damaged: its arrays are larger than the file", where=where)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the arrays, in the archive's order."""
        return tuple(self._members)

    def header(self, name: str) -> Header:
        """Read what one array says it is.

        Raises `FileError` if there is no such array, it is no plain one, or its size does not agree with the archive's
        directory.
        """
        if name not in self._members:
            raise FileError(
                "{where}: the array {name!r} is missing, so this is not {kind} of this program",
                where=self._where,
                name=name,
                kind=self._kind.noun,
            )
        info = self._members[name]
        with damages(f"{self._where}: {name}"), self._archive.open(info) as member:
            version = np.lib.format.read_magic(member)
            if version not in {(1, 0), (2, 0)}:
                raise ValueError(f"array format {version}")
            read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
            shape, fortran, dtype = read(member, max_header_size=MAX_HEADER)
            start = member.tell()
        if dtype.hasobject:
            raise FileError(
                "{where}: {name}: holds Python objects, which are never loaded; numbers were expected",
                where=self._where,
                name=name,
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

    def reading(self, name: str, header: Header) -> Generator[int, None, NDArray[Any]]:
        """Read one array, whose header the caller has found acceptable; yield the bytes read after each piece.

        Raises `FileError` if its bytes are damaged.
        """
        with damages(f"{self._where}: {name}"), self._archive.open(self._members[name]) as member:
            member.read(header.start)
            array = np.empty(header.shape[::-1] if header.fortran else header.shape, header.dtype)
            room = memoryview(array.reshape(-1).view(np.uint8).data)
            for start in range(0, len(room), PIECE):
                # With the number of bytes named, a member is never inflated beyond it.
                piece = member.read(min(PIECE, len(room) - start))
                if len(piece) != min(PIECE, len(room) - start):
                    raise EOFError("it ends too early")
                room[start : start + len(piece)] = piece
                yield len(piece)
            member.read(1)  # looks at the checksum
        return np.array(array.T, order="C") if header.fortran else array

    def array(self, name: str, header: Header) -> NDArray[Any]:
        """Read one array at once, as `reading`."""
        return finished(self.reading(name, header))

    def text(self, name: str, most: int) -> Generator[int, None, str]:
        """Read a text of at most so many characters; yield the bytes read after each piece.

        Raises `FileError` if it is no text, or too long.
        """
        header = self.header(name)
        # A text has four bytes a character, and at least one character.
        if header.dtype.kind != "U" or header.shape != () or header.dtype.itemsize > 4 * most:
            raise FileError(
                "{where}: {name}: {dtype} of shape {shape}; one text of at most {most} MB was expected",
                where=self._where,
                name=name,
                dtype=header.dtype,
                shape=quoted(header.shape),
                most=most // 1000000,
            )
        array = yield from self.reading(name, header)
        with damages(f"{self._where}: {name}"):
            return str(array[()])

    def _check_directory(self, file: BinaryIO, size: int) -> None:
        """Refuse a directory of millions of members before it is read; numpy writes one at the very end."""
        file.seek(0)
        if file.read(4) != b"PK\x03\x04":
            raise FileError(
                "{where}: not {kind}: it does not begin like one; choose another file",
                where=self._where,
                kind=self._kind.noun,
            )
        file.seek(max(0, size - END_RECORD.size - 20))
        tail = file.read()
        end = tail[-END_RECORD.size :]
        if len(end) < END_RECORD.size or end[:4] != b"PK\x05\x06":
            raise FileError(
                "{where}: damaged, perhaps cut off: the end of the file is missing; take another copy",
                where=self._where,
            )
        _, _, _, _, members, directory, _, _ = END_RECORD.unpack(end)
        large = tail[: -END_RECORD.size].startswith(b"PK\x06\x07")  # a second, larger directory record
        if large or members > self._kind.most or directory > self._kind.most * DIRECTORY_ENTRY:
            raise FileError(
                "{where}: more than {most} arrays inside; {kind} was expected",
                where=self._where,
                most=self._kind.most,
                kind=self._kind.noun,
            )

    def _check_member(self, info: zipfile.ZipInfo) -> None:
        where, member = self._where, quoted(info.filename)
        if not self._kind.member.fullmatch(info.filename):
            raise FileError(
                "{where}: {member} inside is no array of {kind}; choose another file",
                where=where,
                member=member,
                kind=self._kind.noun,
            )
        if info.flag_bits & 0x1:
            raise FileError("{where}: {member} inside is encrypted", where=where, member=member)
        stored = info.compress_type == zipfile.ZIP_STORED and info.compress_size == info.file_size
        if not stored and not (self._kind.compressed and info.compress_type == zipfile.ZIP_DEFLATED):
            raise FileError(
                "{where}: {member} inside is compressed in a way that {kind} is not",
                where=where,
                member=member,
                kind=self._kind.noun,
            )


@contextmanager
def damages(where: str) -> Iterator[None]:
    """Turn everything that a mutilated archive makes zipfile and numpy raise into a `FileError`."""
    try:
        yield
    except FileError:
        raise
    except DAMAGES as error:
        raise FileError("{where}: damaged, or not an .npz file; take another copy", where=where) from error


# Writing: the arrays of a session, as they are.

MAX_FILE = 2_000_000_000
MAX_MEMBERS = 10_000
FLUSHED = 4 << 20
"""Bytes written before the disk is waited for: all at the end would be one long wait."""
DATE = (1980, 1, 1, 0, 0, 0)
"""Of every member, so that the same session is the same file."""


class Member(Struct, frozen=True, eq=False):
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

    Raises `FileError` if the file cannot be written, or would be too large to be read again.
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
