import io
import re
import struct
import zipfile

import numpy as np
import pytest

from playground.files import FileError
from playground.files.npz import NpzFile, NpzKind
from playground.messages import Message

KIND = NpzKind(Message("a file of weights (.npz)"), 10, re.compile(r".*\.npy", re.DOTALL), compressed=True)


def saved(**arrays) -> bytes:
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    return buffer.getvalue()


def zipped(members, compression=zipfile.ZIP_STORED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def npy(header: str, body: bytes = b"", version=b"\x01\x00") -> bytes:
    text = header.encode() + b"\n"
    return b"\x93NUMPY" + version + struct.pack("<H" if version == b"\x01\x00" else "<I", len(text)) + text + body


def load(data: bytes, name: str = "a"):
    npz = NpzFile(io.BytesIO(data), "w.npz", KIND)
    return npz.array(name, npz.header(name))


def refused(data: bytes, name: str = "a") -> str:
    with pytest.raises(FileError) as caught:
        load(data, name)
    assert str(caught.value).startswith("w.npz: ")
    return str(caught.value)


@pytest.mark.parametrize(
    "array",
    [
        np.arange(6.0).reshape(2, 3),
        np.asfortranarray(np.arange(6.0).reshape(2, 3)),
        np.float32([[1], [2]]),
        np.array("텍스트"),
        np.zeros((0, 3)),
        np.array(3.0),
        np.arange(3, dtype=">f8"),
    ],
    ids=lambda array: f"{array.dtype}{array.shape}",
)
@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_what_numpy_saves_is_read_as_numpy_reads_it(array, save):
    buffer = io.BytesIO()
    save(buffer, a=array)
    read = load(buffer.getvalue())
    np.testing.assert_array_equal(read, array)
    assert read.dtype == array.dtype
    assert read.flags.c_contiguous


def test_python_objects_are_never_loaded():
    class Trap:
        def __reduce__(self):
            return (pytest.fail, ("it was unpickled",))

    assert "Python objects" in refused(saved(a=np.array([Trap()], dtype=object)))
    assert "Python objects" in refused(
        zipped([("a.npy", npy("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }"))])
    )


def test_a_tiny_file_that_asks_for_32_gigabytes():
    header = "{'descr': '<f8', 'fortran_order': False, 'shape': (4294967296,), }"
    assert "damaged: 0 bytes for shape (4294967296,)" in refused(zipped([("a.npy", npy(header))]))


def test_a_product_of_lengths_that_overflows():
    header = "{'descr': '<f8', 'fortran_order': False, 'shape': (4294967296, 4294967296), }"
    assert "damaged: 0 bytes" in refused(zipped([("a.npy", npy(header))]))


def test_negative_lengths():
    header = "{'descr': '<f8', 'fortran_order': False, 'shape': (-1, -1), }"
    assert "damaged" in refused(zipped([("a.npy", npy(header, bytes(8)))]))


def test_a_bomb_is_not_inflated_beyond_its_declared_size(monkeypatch):
    body = npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }", bytes(16))
    bomb = bytearray(zipped([("a.npy", body + bytes(50_000_000))], zipfile.ZIP_DEFLATED))
    declared = struct.pack("<I", len(body) + 50_000_000)
    assert bomb.count(declared) == 2  # in the member's own header and in the directory
    honest = bytes(bomb)
    lying = honest.replace(declared, struct.pack("<I", len(body)))
    inflated = []
    original = zipfile.ZipExtFile._read1

    def counted(self, n):
        data = original(self, n)
        inflated.append(len(data))
        return data

    monkeypatch.setattr(zipfile.ZipExtFile, "_read1", counted)
    assert "damaged" in refused(honest)
    assert "damaged" in refused(lying)
    assert sum(inflated) < 100_000


def test_more_members_than_a_network_has():
    assert "more than 10 arrays" in refused(zipped([(f"{i}.npy", b"") for i in range(11)]))


def test_a_directory_that_lies_about_its_length():
    data = bytearray(saved(a=np.zeros(1)))
    data[-10:-6] = struct.pack("<I", 200_000_000)
    assert "more than 10 arrays" in refused(bytes(data))


def test_a_second_larger_directory_record():
    data = saved(a=np.zeros(1))
    locator = b"PK\x06\x07" + bytes(16)
    assert "more than 10 arrays" in refused(data[:-22] + locator + data[-22:])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "does not begin like one"),
        (b"\x93NUMPY\x01\x00", "does not begin like one"),
        (b"PK\x03\x04", "cut off"),
        (saved(a=np.zeros(3))[:-1], "cut off"),
        (saved(a=np.zeros(3))[:100], "cut off"),
        (saved(a=np.zeros(3)) + b"x", "cut off"),
        (zipped([("a.txt", b"")]), "'a.txt' inside is no array"),
        (zipped([("../a.npy", b"")]), "damaged"),
        (zipped([("a.npy", b"")]), "damaged"),
        (zipped([("a.npy", b"\x93NUMPY\x01\x00")]), "damaged"),
        (zipped([("a.npy", npy("{'descr'"))]), "damaged"),
        (zipped([("a.npy", npy("{}"))]), "damaged"),
        (zipped([("a.npy", npy("[" * 500))]), "damaged"),
        (zipped([("a.npy", npy("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }", bytes(7)))]), "damaged"),
        (zipped([("a.npy", npy("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }", bytes(9)))]), "damaged"),
        (zipped([("a.npy", npy("{}", version=b"\x03\x00"))]), "damaged"),
        (zipped([("a.npy", npy(" " * 5000, version=b"\x02\x00"))]), "damaged"),
        (zipped([("a.npy", b"")], zipfile.ZIP_LZMA), "compressed in a way"),
    ],
)
def test_what_is_no_npz(data, message):
    if b"../a.npy" in data:
        assert message in refused(data, "../a")
    else:
        assert message in refused(data)


def test_a_name_that_stands_twice():
    data = saved(a=np.zeros(1), b=np.zeros(1)).replace(b"b.npy", b"a.npy")
    assert "an array stands twice" in refused(data)


def test_an_encrypted_member():
    data = bytearray(saved(a=np.zeros(1)))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert "encrypted" in refused(bytes(data))


def test_flipped_bits_are_found():
    data = bytearray(saved(a=np.zeros(100)))
    data[data.index(b"'shape'") + 100] ^= 1
    assert "damaged" in refused(bytes(data))
