"""Writing and reading a session file: its text, its rows, and the weights file that it is at the same time."""

import os
import re
from collections.abc import Generator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from numpy.typing import NDArray

from playground.data import Dataset
from playground.data.reading import finished
from playground.files.decoding import plain
from playground.files.disk import opened
from playground.files.errors import FileError, damaged, quoted
from playground.files.fields import MAX_LAYERS
from playground.files.npz import MAX_FILE, MAX_MEMBERS, Member, NpzFile, NpzKind, write_archive
from playground.files.problem_shape import generator
from playground.files.sessions.blocks import BlockReader, BlockWriter, check_table, table_name
from playground.files.sessions.document import SESSION_VERSION, WITH_OUTPUT_SCALING, SessionDocument
from playground.files.sessions.problems import ProblemReader
from playground.files.sources import with_relative_paths
from playground.files.weights import SCALINGS, Model, check_model, model_of
from playground.messages import Message

TEXT, EXPERIMENT = "session", "experiment"
MOST_TEXT = 64_000_000
"""Characters."""
KIND = NpzKind(
    noun=Message("a session (.playground)"),
    most=MAX_MEMBERS,
    member=re.compile(
        r"(session|experiment|(in|out)put_(mean|scale)|(W|b)[1-9][0-9]{0,3}|rows_(0|[1-9][0-9]{0,4}))\.npy"
    ),
    compressed=False,
)


class SessionContents(Struct, frozen=True, eq=False):
    """What a session file holds."""

    where: str
    document: SessionDocument
    blocks: BlockReader
    problems: ProblemReader
    model: Model

    @property
    def dataset(self) -> Dataset:
        return _dataset(self.document, self.problems)


def write_session(
    path: str | os.PathLike[str], document: SessionDocument, blocks: BlockWriter, model: Model
) -> Generator[float, None, None]:
    """Write a session file piece by piece; yield after each how much is written, 0 … 1.

    Until the last piece, and if anything goes wrong or it is given up, the old file stays as it is.

    Raises `FileError` if the file cannot be written.
    """
    where = os.fspath(path)
    try:
        text = msgspec.json.encode(document).decode()
        experiment = msgspec.json.encode(plain(with_relative_paths(model.experiment, Path(where).parent))).decode()
    except UnicodeEncodeError as error:
        raise FileError(
            "{where}: a text holds characters that no file can (half of a surrogate pair)", where=where
        ) from error
    if len(text) > MOST_TEXT:
        raise FileError(
            "{where}: a session with too many recorded moments to be written; expected a shorter timeline", where=where
        )
    yield 0.0
    members = [Member.text(TEXT, text), Member.text(EXPERIMENT, experiment)]
    members += [Member.of(name, array) for name, array in model.arrays.items()]
    yield from write_archive(path, [*members, *blocks.members()])


def reading_session(path: str | os.PathLike[str]) -> Generator[float, None, SessionContents]:
    """Read a session file piece by piece, whoever made it; yield after each how much is read, 0 … 1.

    Raises `FileError` if it cannot be read, is no session, of a newer version, or damaged.
    """
    where = os.fspath(path)
    with opened(path, MAX_FILE) as file:
        archive = NpzFile(file, where, KIND)
        size, done = max(1, file.seek(0, os.SEEK_END)), 0
        text = yield from _progress(archive.text(TEXT, MOST_TEXT), done, size)
        document = decode_document(text, where)
        done += 4 * len(text)
        if document.tables > len(archive.names):
            raise damaged(where, Message("more arrays are told of than there are"))
        names = [table_name(number) for number in range(document.tables)]
        tables: list[NDArray[Any]] = []
        for name in names:
            header = archive.header(name)
            check_table(header, name, where)
            table = yield from _progress(archive.reading(name, header), done, size)
            done += table.nbytes
            tables.append(table)
        blocks = BlockReader(tables, where)
        problems = ProblemReader(document, blocks, where)
        model = yield from _model(archive, document, problems, where)
        extra = set(archive.names).difference(names, model.arrays, (TEXT, EXPERIMENT))
        if extra:
            raise FileError("{where}: {extra} is no array of this session", where=where, extra=quoted(min(extra)))
    return SessionContents(where, document, blocks, problems, model)


def read_session(path: str | os.PathLike[str]) -> SessionContents:
    """Read a session file at once. Raises as `reading_session`."""
    return finished(reading_session(path))


def decode_document(text: str, where: str) -> SessionDocument:
    """Decode what a session file says of itself.

    Raises `FileError` if it is no JSON, of a newer version, or not what a session says.
    """
    try:
        version = msgspec.json.decode(text.encode(), type=_Version).session_version
        if not 1 <= version <= SESSION_VERSION:
            raise FileError(
                "{where}: session_version: {version} was written by a newer version of the program; this one reads "
                "up to {session_version}; open it with a newer one",
                where=where,
                version=quoted(version),
                session_version=SESSION_VERSION,
            )
        return msgspec.json.decode(text.encode(), type=SessionDocument)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        place = str(error).partition(" - at `")[2].rstrip("`") or "session"
        raise damaged(where, Message("what it says at {place} cannot be read", place=place)) from error


class _Version(msgspec.Struct):
    session_version: int


def _progress(reading: Generator[int, None, Any], done: int, size: int) -> Generator[float, None, Any]:
    while True:
        try:
            done += next(reading)
        except StopIteration as end:
            return end.value
        yield min(1.0, done / size)


def _dataset(document: SessionDocument, problems: ProblemReader) -> Dataset:
    examples = problems.entry(Message("set of examples"), document.examples, document.run.state.examples)
    return problems.dataset(examples.dataset)


def _model(
    archive: NpzFile, document: SessionDocument, problems: ProblemReader, where: str
) -> Generator[float, None, Model]:
    """Read the weights file that stands in the same archive."""
    experiment, dataset = problems.experiment(document.run.state.experiment), _dataset(document, problems)
    own = generator(experiment.data.source) is None
    experiment = msgspec.structs.replace(
        experiment,
        classes=dataset.classes or None,
        columns=dataset.input_names if own else None,
        inputs=dataset.inputs or None,
    )
    layers = range(1, min(len(experiment.network.hidden), MAX_LAYERS) + 2)
    arrays: dict[str, NDArray[Any]] = {}
    scalings = SCALINGS if document.session_version >= WITH_OUTPUT_SCALING else SCALINGS[:2]
    for name in (*(f"{kind}{layer}" for kind in "Wb" for layer in layers), *scalings):
        arrays[name] = yield from _progress(archive.reading(name, archive.header(name)), 0, 1)
    model = model_of(arrays, experiment)
    check_model(model, where)
    return model
