import gzip
import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.data import IMAGES, LABELS, DataError, IdxReading, beside, idx, read_idx

RNG = np.random.default_rng(0)
PIXELS = RNG.integers(0, 256, (30, 3, 4), dtype=np.uint8)
NUMBERS = np.array([7, 1, 3] * 10, dtype=np.uint8)


def images_of(pixels=PIXELS, magic=0x803):
    return struct.pack(">4I", magic, *pixels.shape) + pixels.tobytes()


def labels_of(numbers=NUMBERS, magic=0x801):
    return struct.pack(">2I", magic, len(numbers)) + np.asarray(numbers, np.uint8).tobytes()


@pytest.fixture
def write(tmp_path):
    def write(images=None, labels=None, ending="", name="train-images-idx3-ubyte"):
        pack = gzip.compress if ending else bytes
        path = tmp_path / (name + ending)
        path.write_bytes(pack(images_of() if images is None else images))
        other = name.replace("images", "labels").replace("idx3", "idx1")
        (tmp_path / (other + ending)).write_bytes(pack(labels_of() if labels is None else labels))
        return path

    return write


@pytest.mark.parametrize("ending", ["", ".gz"])
@pytest.mark.parametrize("name", ["train-images-idx3-ubyte", "t10k-images.idx3-ubyte", "images.idx"])
def test_images_become_columns_of_pixels(write, ending, name):
    data = read_idx(write(ending=ending, name=name))
    assert data.X.shape == (12, 30)
    assert (data.X.dtype, data.white) == (np.uint8, 255)
    np.testing.assert_array_equal(data.values().T.reshape(30, 3, 4), PIXELS / 255)
    np.testing.assert_array_equal(data.values(slice(3), np.float32), (data.X[:, :3] / 255).astype(np.float32))
    assert data.classes == ("1", "3", "7")
    assert data.output_names == data.classes
    assert [data.classes[index] for index in data.class_indices] == [str(number) for number in NUMBERS]
    assert data.image_shape == (3, 4)
    assert data.input_names[:5] == ("1,1", "1,2", "1,3", "1,4", "2,1")


def test_two_classes_are_one_output(write):
    data = read_idx(write(labels=labels_of(np.array([9, 4] * 15))))
    assert data.classes == ("4", "9")
    assert data.Y.tolist() == [[1, 0] * 15]
    assert data.output_names == ("class",)


def test_the_labels_may_be_named(tmp_path, write):
    path = write()
    (tmp_path / "others").write_bytes(labels_of(np.array([0, 1, 2] * 10)))
    assert read_idx(path, tmp_path / "others").classes == ("0", "1", "2")


def test_labels_are_found_beside_packed_or_not(tmp_path):
    images = tmp_path / "train-images-idx3-ubyte.gz"
    assert beside(images, IMAGES).name == "train-labels-idx1-ubyte.gz"
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(b"")
    assert beside(images, IMAGES).name == "train-labels-idx1-ubyte"
    assert beside(tmp_path / "train-labels-idx1-ubyte", LABELS).name == "train-images-idx3-ubyte"
    images.touch()
    assert beside(tmp_path / "train-labels-idx1-ubyte", LABELS) == images
    assert beside(tmp_path / "My-Images.IDX3", IMAGES).name == "My-Labels.IDX1"
    assert beside(tmp_path / "images" / "set-images.idx", IMAGES).parent == tmp_path / "images"


def test_it_is_read_in_slices(write, monkeypatch):
    monkeypatch.setattr(idx, "BLOCK_PIXELS", 36)
    monkeypatch.setattr(idx, "PIECE", 100)
    reading, progress = IdxReading(write(ending=".gz")), []
    while not reading.step():
        progress.append(reading.progress)
    assert len(progress) > 10
    assert progress == sorted(progress)
    assert 0 <= progress[0] <= progress[-1] <= 1
    assert reading.rows == 30
    np.testing.assert_array_equal(reading.dataset.values().T.reshape(30, 3, 4), PIXELS / 255)


@pytest.mark.parametrize(("largest", "white"), [(1, 1), (2, 16), (16, 16), (17, 255), (254, 255), (255, 255), (0, 1)])
def test_pixels_are_divided_by_the_largest_that_there_can_be(write, largest, white):
    path = write(images_of(np.minimum(PIXELS, largest)))
    data = read_idx(path)
    assert data.white == white
    assert data.values().max() == largest / white
    assert data.extent == ((0, 1),) * 12
    assert read_idx(path, white=255).values().max() == largest / 255  # as a file says that has it from before


def test_every_pixel_is_its_share_to_the_last_bit(write):
    data = read_idx(
        write(images_of(np.arange(240, dtype=np.uint8).reshape(20, 3, 4)), labels_of(np.arange(20) % 3)), white=255
    )
    assert data.values().T.tobytes() == (np.arange(240) / 255).tobytes()
    assert data.values(dtype=np.float32).T.tobytes() == (np.arange(240) / 255).astype(np.float32).tobytes()


def test_images_of_64_by_64_pixels_are_read(write):
    data = read_idx(write(images_of(np.ones((30, 64, 64), np.uint8))))
    assert data.n_inputs == 4096
    assert data.image_shape == (64, 64)


LARGE = struct.pack(">4I", 0x803, 2**32 - 1, 28, 28)


@pytest.mark.parametrize("ending", ["", ".gz"])
@pytest.mark.parametrize(
    ("images", "labels", "message"),
    [
        (b"", None, "images-idx3-ubyte.*, byte 1: nothing, expected the magic number 0x00000803 of a file of images"),
        (labels_of(), None, "byte 1: labels .0x00000801., expected the magic number 0x00000803 of a file of images"),
        (b"\x89PNG\r\n", None, "byte 1: 0x89504e47, expected the magic number"),
        (images_of(magic=0x00000D03), None, "byte 1: 0x00000d03"),
        (struct.pack(">4I", 0x03080000, 30, 3, 4), None, "byte 1: 0x03080000"),
        (images_of()[:10], None, "cut off within its header"),
        (images_of()[:-1], None, "cut off after 359 of 360 bytes of images"),
        (images_of()[:16], None, "cut off after 0 of 360 bytes"),
        (images_of() + b"!", None, "more bytes than the 360 of images that its header promises"),
        (images_of(PIXELS[:0]), None, "byte 5: 0 × 3 × 4, expected at least one of its images"),
        (images_of(PIXELS[:, :0]), None, "byte 5: 30 × 0 × 4"),
        (LARGE, None, "byte 5: 4294967295 images, expected at most 63775"),
        (struct.pack(">4I", 0x803, 2**31, 2**31, 2**31), None, "byte 9: images of 2147483648 × 2147483648 pixels"),
        (struct.pack(">4I", 0x803, 1, 64, 65) + bytes(4160), None, "images of 64 × 65 pixels, expected at most 4096"),
        (None, images_of(), "labels-idx1-ubyte.*, byte 1: images .0x00000803., expected the magic number 0x00000801"),
        (None, labels_of(NUMBERS[:-1]), "labels-idx1-ubyte.*: 29 labels for 30 images in train-images-idx3-ubyte"),
        (None, labels_of()[:-3], "labels-idx1-ubyte.*: cut off after 27 of 30 bytes of labels"),
        (None, labels_of() + b"12", "more bytes than the 30 of labels"),
        (None, labels_of(np.full(30, 5)), "labels-idx1-ubyte.*: 1 class, expected 2 to 100"),
    ],
)
def test_what_is_no_such_file(write, images, labels, message, ending):
    with pytest.raises(DataError, match=message) as caught:
        read_idx(write(images, labels, ending))
    assert "\n" not in str(caught.value)


def test_a_compressed_file_that_would_never_end_is_not_unpacked(write, monkeypatch):
    path = write(images_of() + bytes(50_000_000), ending=".gz")
    assert path.stat().st_size < 100_000
    read = []
    gunzip = gzip.GzipFile.read
    monkeypatch.setattr(gzip.GzipFile, "read", lambda self, size=-1: read.append(size) or gunzip(self, size))
    with pytest.raises(DataError, match="more bytes than the 360"):
        read_idx(path)
    assert sum(read) < 1000
    assert min(read) > 0


@pytest.mark.parametrize(
    "damage", [lambda packed: packed[: len(packed) // 2], lambda packed: packed[:-4] + b"\0\0\0\0"]
)
def test_damaged_compression(write, damage):
    path = write(ending=".gz")
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(DataError, match=r"images-idx3-ubyte\.gz: its compression is damaged"):
        read_idx(path)


def test_labels_that_are_not_there(tmp_path, write):
    path = write()
    (tmp_path / "train-labels-idx1-ubyte").unlink()
    with pytest.raises(DataError, match="images-idx3-ubyte: its labels, train-labels-idx1-ubyte, are not beside it"):
        read_idx(path)
    path.rename(tmp_path / "digits.idx")
    with pytest.raises(
        DataError,
        match=r"digits\.idx: a file of images, but which labels belong to it is not known; call it '…images…'",
    ):
        read_idx(tmp_path / "digits.idx")


@given(content=st.binary(max_size=80), packed=st.booleans(), headed=st.booleans())
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_a_dataset_or_one_line(tmp_path_factory, content, packed, headed):
    folder = tmp_path_factory.mktemp("idx")
    images, labels = folder / "images", folder / "labels"
    for path, magic in ((images, 0x803), (labels, 0x801)):
        whole = struct.pack(">I", magic) + content if headed else content
        path.write_bytes(gzip.compress(whole)[: len(whole) + 8] if packed else whole)
    try:
        data = read_idx(images)
    except DataError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either outcome is right
    else:
        assert ((data.values() >= 0) & (data.values() <= 1)).all()
