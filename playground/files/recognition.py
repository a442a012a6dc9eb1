"""What a person's own file holds: seen in its first bytes, and in its name where these do not tell."""

import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import msgspec

from playground.data import IMAGES, LABELS, DataError, beside, kind_of
from playground.data.bounded import GZIP, read_head, shown_name, unpacked_head
from playground.files.decoding import BYTE_ORDER_MARK, MAX_BYTES
from playground.files.disk import read_bounded
from playground.files.errors import FileError
from playground.files.experiment import CsvSource, IdxSource
from playground.files.presets import preset_paths
from playground.files.sources import absolute
from playground.messages import Message

SUFFIX = ".playground"


def is_session(path: str | os.PathLike[str]) -> bool:
    return os.fspath(path).lower().endswith(SUFFIX)


EXPERIMENTS = (SUFFIX, ".json", ".npz", ".onnx", ".safetensors", ".pt", ".pth")
"""How the names of files end that hold an experiment or a network, and no data alone."""
TABLES = (".csv", ".tsv", ".tab", ".txt", ".data", ".dat", ".psv", ".asc")
IMAGE_NAMES = re.compile(r"(\.idx|-ubyte|[-.]idx[13])(\.gz)?$", re.IGNORECASE)
"""How the name of a file in MNIST's format ends."""
WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".numbers")
ZIP, OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
HEAD = 4096
JSON = ".json"
EXPERIMENT, LESSON, FORMULA = "experiment", "lesson", "formula"


class _Top(msgspec.Struct, frozen=True):
    """The keys at the top of a JSON file by which it is known; what stands behind them is skipped, and not read."""

    steps: msgspec.Raw = msgspec.Raw()
    text: msgspec.Raw = msgspec.Raw()


KEYS: Mapping[str, str] = MappingProxyType({"steps": LESSON, "text": FORMULA})
"""The key that tells a JSON file's kind; one with none of them is an experiment."""
OTHERS: Mapping[str, Message] = MappingProxyType(
    {
        LESSON: Message("a lesson, and no experiment; open it in the window, or play it by playground lesson"),
        FORMULA: Message("a formula, and no experiment; open it by playground, or compute it by playground chain"),
    }
)
"""What is said of a JSON file that is no experiment, where one was expected."""


def json_kind(path: str | os.PathLike[str]) -> str:
    """Return what a JSON file holds, by its content; a file that cannot be read is what its reader says of it."""
    try:
        top = msgspec.json.decode(read_bounded(path, MAX_BYTES).removeprefix(BYTE_ORDER_MARK), type=_Top)
    except (FileError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return EXPERIMENT
    return next((KEYS[key] for key, found in msgspec.structs.asdict(top).items() if bytes(found)), EXPERIMENT)


def own_source(text: str) -> CsvSource | IdxSource | None:
    """Return the data that a file holds, from the root; None if it is no table and no images.

    Raises `FileError` if it is a workbook, or an archive, or labels whose images are not known.
    """
    path = Path(text)
    ending = path.suffix.lower()
    if ending in EXPERIMENTS:
        return None
    head = _head(path)
    kind = kind_of(head)
    if kind is LABELS:
        return _images_of(path)
    if kind is IMAGES or IMAGE_NAMES.search(path.name):
        return IdxSource(idx=str(absolute(path)))
    _refuse_packed(path, head, ending)
    bare = ending if ending != ".gz" else Path(path.stem).suffix.lower()
    if bare in TABLES or (_is_text(head) and text not in preset_paths() and _is_table(path)):
        return CsvSource(csv=str(absolute(path)))
    return None


def _is_table(path: Path) -> bool:
    """Whether a text under an unknown name looks like a table: several columns, and nothing against reading them."""
    from playground.data import inspect_table  # few starts read a table

    seen = inspect_table(path)
    return len(seen.columns) > 1 and not seen.problems


def images_with_labels(paths: Sequence[Path]) -> IdxSource | None:
    """Return the images and the labels that two files hold, whatever they are called; None if they hold others."""
    by_kind = {kind_of(_head(path)): path for path in paths}
    if len(paths) != 2 or by_kind.keys() != {IMAGES, LABELS}:
        return None
    return _named(by_kind[IMAGES], by_kind[LABELS])


def _head(path: Path) -> bytes:
    """Return the first bytes of a file, unpacked; none where it cannot be read, as its reader will say."""
    try:
        head, _ = read_head(path, HEAD, sys.maxsize)
    except DataError:
        return b""
    return unpacked_head(head, HEAD) if head.startswith(GZIP) else head


def _images_of(labels: Path) -> IdxSource:
    try:
        images = beside(labels, LABELS)
    except DataError as error:
        if "images" in labels.name.casefold():
            return IdxSource(idx=str(absolute(labels)))  # which its reader will not believe
        raise FileError(error.message) from error
    if not images.exists():
        raise FileError(
            "{file}: the labels of images; the images themselves, {images}, are not beside it; put that file into the "
            "same folder",
            file=shown_name(labels),
            images=shown_name(images),
        )
    return _named(images, labels)


def _named(images: Path, labels: Path) -> IdxSource:
    """Return the source of images; their labels are named where their place does not follow from that of the images."""
    try:
        follows = beside(images, IMAGES) == labels
    except DataError:
        follows = False
    return IdxSource(idx=str(absolute(images)), labels="" if follows else str(absolute(labels)))


def _refuse_packed(path: Path, head: bytes, ending: str) -> None:
    if ending in WORKBOOKS or head.startswith(OLD_WORKBOOK) or (head.startswith(ZIP) and b"xl/" in head):
        raise FileError(
            "{file}: a workbook, which is not read; open it in the spreadsheet program, save it as CSV ('CSV UTF-8' "
            "where there is a choice), and open that file",
            file=shown_name(path),
        )
    if head.startswith(ZIP):
        raise FileError(
            "{file}: a packed archive; unpack it, and open one of the files that are in it", file=shown_name(path)
        )


def _is_text(head: bytes) -> bool:
    """Whether bytes look like a text: without those that stand for no character in any encoding of tables."""
    return bool(head) and not re.search(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]", head)
