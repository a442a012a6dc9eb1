"""Images of a person's own in the real window, and what becomes of whatever is dropped on it."""

import gzip
import struct

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from playground.data import DataError, read_idx
from playground.files import FileError, own_source

COPY = Qt.DropAction.CopyAction
TABLE = "a,b,kind\n" + "".join(f"{i},{i % 7},{'xy'[i % 2]}\n" for i in range(40))


def write_images(folder, largest=255, count=60, side=8, ending="", name="train-images-idx3-ubyte"):
    """Write images of two bars that can be told apart, with the labels beside."""
    pixels = np.zeros((count, side, side), np.uint8)
    labels = np.arange(count) % 3
    for kind in range(3):
        pixels[labels == kind, kind * 2 : kind * 2 + 2] = largest
    pack = gzip.compress if ending else bytes
    images = folder / (name + ending)
    images.write_bytes(pack(struct.pack(">4I", 0x803, *pixels.shape) + pixels.tobytes()))
    other = folder / (name.replace("images", "labels").replace("idx3", "idx1") + ending)
    other.write_bytes(pack(struct.pack(">2I", 0x801, count) + labels.astype(np.uint8).tobytes()))
    return images, other


def drop(window, *paths) -> None:
    data = QMimeData()
    data.setUrls([QUrl(path) if isinstance(path, str) else QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(200, 200).toPoint(), COPY, data, buttons, modifiers)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), COPY, data, buttons, modifiers))


def banner(window) -> str:
    return window._panels.banner.text if window._panels.banner.isVisibleTo(window) else ""


def opened(qtbot, window, name):
    qtbot.waitUntil(lambda: window.snapshot.experiment.name == name, timeout=10_000)
    return window.snapshot.experiment


@pytest.mark.parametrize("ending", ["", ".gz"])
@pytest.mark.parametrize("which", [(0,), (1,), (0, 1), (1, 0)], ids=["images", "labels", "both", "both turned"])
def test_dropped_images_or_labels_are_learned(qtbot, window, tmp_path, which, ending):
    files = write_images(tmp_path, ending=ending)
    drop(window, *(files[place] for place in which))
    source = opened(qtbot, window, "train-images").data.source
    assert source.idx == str(files[0])
    assert window.snapshot.problem_info.image_shape == (8, 8)
    assert banner(window) == ""
    assert "train-images" in window._panels.state.text("message")


def test_two_files_with_any_names_are_a_pair(qtbot, window, tmp_path):
    images, labels = write_images(tmp_path)
    images, labels = images.rename(tmp_path / "pictures"), labels.rename(tmp_path / "answers")
    drop(window, labels, images)
    source = opened(qtbot, window, "pictures").data.source
    assert (source.idx, source.labels) == (str(images), str(labels))


@pytest.mark.parametrize(("largest", "white"), [(1, 1), (16, 16), (255, 255)])
def test_zeros_and_ones_learn_as_whole_bytes_do(qtbot, window, tmp_path, largest, white):
    images, _ = write_images(tmp_path, largest)
    assert read_idx(images).white == white
    drop(window, images)
    opened(qtbot, window, "train-images")
    assert window.snapshot.problem_info.train_X.max() == 1.0


def harm_size(images, labels):
    images.write_bytes(struct.pack(">4I", 0x803, 1, 70, 70) + bytes(4900))


HARM = {
    "no labels": lambda images, labels: labels.unlink(),
    "short": lambda images, labels: images.write_bytes(images.read_bytes()[:-5]),
    "other count": lambda images, labels: labels.write_bytes(struct.pack(">2I", 0x801, 3) + bytes([0, 1, 2])),
    "one class": lambda images, labels: labels.write_bytes(struct.pack(">2I", 0x801, 60) + bytes(60)),
    "empty": lambda images, labels: images.write_bytes(b""),
    "too large": harm_size,
    "labels cut": lambda images, labels: labels.write_bytes(labels.read_bytes()[:5]),
}


@pytest.mark.parametrize("harm", HARM)
def test_what_the_command_line_refuses_the_window_refuses_too(qtbot, window, tmp_path, harm):
    images, labels = write_images(tmp_path)
    HARM[harm](images, labels)
    with pytest.raises(DataError) as refused:
        read_idx(images)
    before, name = window.snapshot.experiment, window.windowTitle()
    drop(window, images)
    qtbot.waitUntil(lambda: banner(window) != "", timeout=5000)
    assert banner(window) == str(refused.value)
    assert window._panels.banner.kind == "error"
    assert window.snapshot.experiment is before
    assert window.windowTitle() == name


def test_labels_without_their_images_say_what_is_missing(qtbot, window, tmp_path):
    images, labels = write_images(tmp_path)
    images.unlink()
    drop(window, labels)
    assert "train-images-idx3-ubyte, are not beside it; put that file into the same folder" in banner(window)
    with pytest.raises(FileError, match="the labels of images; the images themselves"):
        own_source(str(labels))


def test_images_chosen_again_that_are_gone_are_told(qtbot, window, tmp_path):
    images, _ = write_images(tmp_path)
    drop(window, images)
    opened(qtbot, window, "train-images")
    window._panels.data.gallery.button("xor").click()
    qtbot.waitUntil(lambda: window.snapshot.experiment.data.source == "xor", timeout=5000)
    images.unlink()
    window._panels.data.gallery.entry.click()
    qtbot.waitUntil(lambda: "train-images-idx3-ubyte: no such file" in banner(window), timeout=5000)


def said(file, left):
    return f"{file} is opened; one is at a time, so these are not: {left}; drop what you want instead by itself"


def test_several_files_open_the_first_and_say_which_were_left(qtbot, window, tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.csv").write_text(TABLE)
    drop(window, tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "c.csv")
    opened(qtbot, window, "a")
    assert banner(window) == said("a.csv", "b.csv, c.csv")
    assert window._panels.banner.kind == "info"


def test_what_can_be_opened_is_found_among_what_cannot(qtbot, window, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.csv").write_text(TABLE)
    drop(window, tmp_path / "a.pdf", tmp_path / "b.csv")
    opened(qtbot, window, "b")
    assert banner(window) == said("b.csv", "a.pdf")


def test_a_folder_with_one_thing_opens_it(qtbot, window, tmp_path):
    folder = tmp_path / "mnist"
    folder.mkdir()
    write_images(folder)
    (folder / "notes.pdf").write_bytes(b"%PDF-1.7")
    drop(window, folder)
    opened(qtbot, window, "train-images")


@pytest.mark.parametrize("names", [(), ("a.csv", "b.csv")])
def test_any_other_folder_says_what_is_in_it(qtbot, window, tmp_path, names):
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in names:
        (folder / name).write_text(TABLE)
    drop(window, folder)
    if names:
        assert banner(window) == "folder: a folder with 2 things that can be opened (a.csv, b.csv); drop one of them"
    else:
        assert "folder: a folder without a file that can be opened" in banner(window)


REFUSED = {
    "book.xlsx": (b"PK\x03\x04 [Content_Types].xml xl/workbook.xml", "save it as CSV"),
    "renamed.csv": (b"PK\x03\x04 [Content_Types].xml xl/workbook.xml", "save it as CSV"),
    "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as CSV"),
    "open.ods": (b"PK\x03\x04", "save it as CSV"),
    "many.zip": (b"PK\x03\x04 a.csv", "a packed archive; unpack it"),
    "paper.pdf": (b"%PDF-1.7", "neither a table nor images nor a file of this program"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_data_is_refused_with_what_to_do(qtbot, window, tmp_path, name):
    content, words = REFUSED[name]
    (tmp_path / name).write_bytes(content)
    before = window.snapshot.experiment
    drop(window, tmp_path / name)
    assert banner(window).startswith(f"{name}: ")
    assert words in banner(window)
    drop(window, tmp_path / name, tmp_path / name)
    assert banner(window).startswith("none of the 2 files dropped can be opened: ")
    assert window.snapshot.experiment is before


def test_what_is_no_file_here_is_told(qtbot, window):
    drop(window, "https://example.org/iris.csv")
    assert (
        banner(window) == "https://example.org/iris.csv: not a file on this computer; save it first, and drop the file"
    )


@pytest.mark.parametrize("name", ["mine.txt", "mine.data", "mine.tab", "mine.dat", "mine", "mine.tsv", "mine.CSV"])
def test_tables_of_any_name_are_opened_by_their_content(qtbot, window, tmp_path, name):
    (tmp_path / name).write_text(TABLE)
    drop(window, tmp_path / name)
    opened(qtbot, window, "mine")
    assert window.snapshot.problem_info.classes == ("x", "y")


def test_a_file_that_cannot_be_used_leaves_the_name_of_the_session(qtbot, window, tmp_path):
    window._documents.came_from(tmp_path / "work.playground")
    window._documents.changed.emit()
    assert window.windowTitle().startswith("work")
    (tmp_path / "bad.csv").write_text("a,b\n1,2,3\n4\n")
    images, labels = write_images(tmp_path)
    labels.unlink()
    for path in (tmp_path / "bad.csv", images):
        drop(window, path)
        qtbot.wait(200)
        assert window._documents.path == tmp_path / "work.playground"
        assert path not in window._documents.recent.paths
    assert window.windowTitle().startswith("work")
    write_images(tmp_path)
    drop(window, images)
    opened(qtbot, window, "train-images")
    assert window._documents.path is None
    assert window.windowTitle().startswith("train-images")
    assert window._documents.recent.paths[0] == images
