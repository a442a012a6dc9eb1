"""The arrays of a foreign `.npz` file, read through bounds.

`numpy.load(allow_pickle=False)` never runs what a file holds, but believes what it says: a few hundred bytes can ask
for 32 GiB, and half a megabyte can inflate to half a gigabyte. Here nothing is allocated before the size that an array
claims has been compared with the size it should have, and everything that can go wrong inside a mutilated archive
comes out as one kind of error.
"""

import io
import struct
import tokenize
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.files.errors import FileError, quoted

MAX_HEADER = 4096
DIRECTORY_ENTRY = 1024  # bytes that one entry of the archive's directory may have, generously
END_RECORD = struct.Struct("<4s4H2LH")

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


@dataclass(frozen=True)
class Header:
    """What a member says it is before any of it is read, and where its elements begin."""

    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    fortran: bool
    start: int


class NpzFile:
    """An opened `.npz`: the names of its arrays, their headers, and the arrays themselves once they are wanted.

    Raises
    ------
    FileError
        If it is no plain zip archive of `.npy` members, each named once.
    """

    def __init__(self, data: bytes, where: str, max_members: int) -> None:
        self._where = where
        _check_directory(data, where, max_members)
        with damages(where):
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        members = self._archive.infolist()
        self._members = {info.filename.removesuffix(".npy"): info for info in members}
        for info in members:
            self._check_member(info)
        if len(self._members) < len(members):
            raise FileError("{where}: an array stands twice in the archive", where=where)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the arrays, in the archive's order."""
        return tuple(self._members)

    def header(self, name: str) -> Header:
        """Read what one array says it is.

        Raises
        ------
        FileError
            If it is no plain array, or its size does not agree with the archive's directory.
        """
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
        if min(shape, default=0) < 0 or start + size != info.file_size:
            raise FileError(
                "{where}: {name}: damaged: {size} bytes for shape {shape}",
                where=self._where,
                name=name,
                size=info.file_size - start,
                shape=quoted(shape),
            )
        return Header(shape, dtype, fortran, start)

    def array(self, name: str, header: Header) -> NDArray[Any]:
        """Read one array, whose header the caller has found acceptable.

        Raises
        ------
        FileError
            If its bytes are damaged.
        """
        info = self._members[name]
        with damages(f"{self._where}: {name}"), self._archive.open(info) as member:
            # With the number of bytes named, a member is never inflated beyond it.
            data = member.read(info.file_size)
            if len(data) != info.file_size:
                raise EOFError("it ends too early")
            flat = np.frombuffer(data, header.dtype, offset=header.start)
            array = flat.reshape(header.shape[::-1]).T if header.fortran else flat.reshape(header.shape)
            return np.array(array, order="C")

    def _check_member(self, info: zipfile.ZipInfo) -> None:
        if not info.filename.endswith(".npy"):
            raise FileError(
                "{where}: {member} inside is no array; weights hold arrays only",
                where=self._where,
                member=quoted(info.filename),
            )
        if info.flag_bits & 0x1:
            raise FileError("{where}: {member} inside is encrypted", where=self._where, member=quoted(info.filename))
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise FileError(
                "{where}: {member} inside is compressed in a way numpy does not use",
                where=self._where,
                member=quoted(info.filename),
            )


def _check_directory(data: bytes, where: str, max_members: int) -> None:
    """Refuse a directory of millions of members before it is read; numpy writes one at the very end, of one kind."""
    if data[:4] != b"PK\x03\x04":
        raise FileError("{where}: not an .npz file (it does not begin like one); choose a file of weights", where=where)
    end = data[-END_RECORD.size :]
    if len(end) < END_RECORD.size or end[:4] != b"PK\x05\x06":
        raise FileError(
            "{where}: damaged, perhaps cut off: the end of the .npz file is missing; take another copy", where=where
        )
    _, _, _, _, members, size, _, _ = END_RECORD.unpack(end)
    large = data[-END_RECORD.size - 20 :][:4] == b"PK\x06\x07"  # a second, larger directory record
    if large or members > max_members or size > max_members * DIRECTORY_ENTRY:
        raise FileError(
            "{where}: more than {max_members} arrays inside; the weights of one network were expected",
            where=where,
            max_members=max_members,
        )


@contextmanager
def damages(where: str) -> Iterator[None]:
    """Turn everything that a mutilated archive makes zipfile and numpy raise into a `FileError`."""
    try:
        yield
    except FileError:
        raise
    except DAMAGES as error:
        reason = str(error) or type(error).__name__
        raise FileError("{where}: damaged or not an .npz file: {reason}", where=where, reason=reason[:200]) from error
