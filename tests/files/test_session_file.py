"""A session file, whoever made it: opened by plain numpy, and refused in one line where it is damaged."""

import ast
import io
import json
import os
import struct
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import playground.data
from playground.files import FileError, decode_experiment, open_target, read_preset, read_weights
from playground.files import npz as npz_module
from playground.files.npz import Member, write_archive
from playground.files.sessions import session_file as session_module
from playground.files.sessions.document import SESSION_VERSION
from playground.files.sessions.notes import NoteEntry, notes_of
from playground.files.sessions.session_file import read_session
from playground.files.sources import folder
from playground.messages import placeholders
from playground.training import TrainingError, TrainingSession
from playground.training.commands import ChangeField, PinRun, Scrub, StepBatch
from playground.training.commands.files import SaveSession
from playground.training.saved.jobs import read_memory

DATA = Path(playground.data.__file__).parent


@pytest.fixture(scope="module")
def session() -> TrainingSession:
    session = TrainingSession(read_preset("xor"))
    session.advance(float("inf"), until_epoch=4)
    PinRun("kept").apply(session)
    ChangeField("network.seed", 3).apply(session)
    session.advance(float("inf"), until_epoch=6)
    ChangeField("training.cost", "huber").apply(session)
    StepBatch().apply(session)
    session.advance(float("inf"), until_epoch=9)
    Scrub(7).apply(session)
    return session


@pytest.fixture(scope="module")
def saved(session, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("saved") / "a.playground"
    SaveSession(path).apply(session)
    while session.jobs.advance(1.0):
        pass
    return path


@pytest.fixture(scope="module")
def parts(saved) -> dict[str, np.ndarray]:
    with np.load(saved) as npz:
        return {name: npz[name] for name in npz.files}


def write(path: Path, parts: dict[str, np.ndarray]) -> Path:
    for _ in write_archive(path, [Member.of(name, array) for name, array in parts.items()]):
        pass
    return path


def test_plain_numpy_opens_it(saved, session):
    with np.load(saved) as npz:
        document = json.loads(str(npz["session"]))
        experiment = decode_experiment(str(npz["experiment"]).encode(), "inside")
        model = session.run.model()
        assert experiment == model.experiment
        for name, array in model.arrays.items():
            assert npz[name].tobytes() == array.tobytes()
        table, first, count = document["records"][1]["state"]["parameters"]
        assert npz[f"rows_{table}"][first : first + count].shape == (1, session.run.network.parameters.size)
    assert document["session_version"] == SESSION_VERSION
    assert len(document["records"]) > 5


def test_it_is_not_compressed(saved):
    with zipfile.ZipFile(saved) as opened:
        assert all(info.compress_type == zipfile.ZIP_STORED for info in opened.infolist())
        assert opened.testzip() is None


def test_it_is_a_target(saved, session):
    target = open_target(str(saved))
    assert target.model.W[0].tobytes() == session.run.model().W[0].tobytes()
    assert target.dataset.X.tobytes() == session.run.examples.dataset.X.tobytes()


@pytest.mark.parametrize("ending", [".npz", ".json"])
def test_under_another_name_it_is_refused_in_one_line(saved, tmp_path, ending):
    path = tmp_path / f"a{ending}"
    path.write_bytes(saved.read_bytes())
    with pytest.raises(FileError) as refused:
        open_target(str(path))
    assert "\n" not in str(refused.value)
    with pytest.raises(FileError):
        read_weights(path)


def test_cut_anywhere(saved, tmp_path):
    whole, path = saved.read_bytes(), tmp_path / "cut.playground"
    rng = np.random.default_rng(0)
    for length in [*range(0, 200, 7), *rng.integers(200, len(whole), 60), *range(len(whole) - 60, len(whole))]:
        path.write_bytes(whole[: int(length)])
        with pytest.raises(FileError, match=r"cut\.playground: "):
            read_memory(str(path))


def try_to_use(path: Path) -> None:
    """Open a file; it may be refused, and what is not refused must work."""
    try:
        memory = read_memory(str(path))
    except FileError:
        return
    session = TrainingSession.from_memory(memory)
    session.snapshot()
    for command in (Scrub(3), Scrub(100), StepBatch(), PinRun("a"), ChangeField("training.batch_size", 2), StepBatch()):
        try:
            command.apply(session)
        except TrainingError:
            continue
        session.snapshot()


@pytest.mark.slow
def test_bits_that_flipped(saved, tmp_path):
    whole, path = saved.read_bytes(), tmp_path / "flipped.playground"
    rng = np.random.default_rng(1)
    places = [*range(60), *rng.integers(0, len(whole), 150), *rng.integers(len(whole) - 1500, len(whole), 150)]
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 1 << int(rng.integers(8))
        path.write_bytes(changed)
        try_to_use(path)


def places_of(value: object, path: tuple = ()) -> list[tuple]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, each in inside for place in places_of(each, (*path, key)))]


def changed_at(value: object, path: tuple, new: object) -> object:
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = changed_at(value[path[0]], path[1:], new)
    return copy


HOSTILE = st.one_of(
    st.sampled_from(
        [None, True, -1, 0, 1, 2, 3, 7, 99, 2**31, 2**53, 2**53 + 1, 2**63, 2**64, 1e308, -1.5, 0.5, "", "nan"]
    ),
    st.sampled_from(
        ["inf", "a", "f" * 32, "f" * 33, "\ud800", "circles", [], {}, [0, 0, 1], [0, 0, 10**6], [[0, 0, 1]] * 9]
    ),
    st.integers(-5, 60),
)


@pytest.mark.slow
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_text_that_lies(data, parts, tmp_path_factory):
    document = json.loads(str(parts["session"]))
    for _ in range(data.draw(st.integers(1, 2))):
        document = changed_at(document, data.draw(st.sampled_from(places_of(document)[1:])), data.draw(HOSTILE))
    path = tmp_path_factory.getbasetemp() / "lies.playground"
    text = json.dumps(document, ensure_ascii=True)
    write(path, {**parts, "session": np.array(text)})
    try_to_use(path)


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_numbers_that_lie(data, parts, tmp_path_factory):
    name = data.draw(st.sampled_from(sorted(name for name in parts if name not in {"session", "experiment"})))
    array = parts[name].copy()
    flat = array.reshape(-1)
    flat[data.draw(st.integers(0, flat.size - 1))] = data.draw(
        st.sampled_from([np.nan, np.inf, -np.inf, 1e308, -1.0, 0.0])
    )
    path = tmp_path_factory.getbasetemp() / "numbers.playground"
    with np.errstate(all="ignore"):
        try_to_use(write(path, {**parts, name: array}))


def refusal(path: Path) -> str:
    with pytest.raises(FileError) as refused:
        read_memory(str(path))
    assert str(refused.value).startswith(str(path))
    return str(refused.value)


@pytest.mark.parametrize(
    "formula",
    [
        {"text": "x" * 10_001},
        {"text": 1},
        {"values": [["x", "1" * 10_001]]},
        {"values": [["x"]]},
        {"values": [["x", "1"]] * 1_001},
        {"folds": [["twist", "x"]]},
        {"colour": "red"},
    ],
)
def test_a_formula_that_lies(parts, tmp_path, formula):
    document = json.loads(str(parts["session"])) | {"formula": formula}
    path = write(tmp_path / "lie.playground", {**parts, "session": np.array(json.dumps(document))})
    assert refusal(path).startswith(str(path))


def nested(depth: int) -> dict:
    message: dict = {"template": "x"}
    for _ in range(depth):
        message = {"template": "{a}", "arguments": {"a": message}}
    return message


@pytest.mark.parametrize(
    "notes",
    [
        1,
        ["left out"],
        [{"template": 1}],
        [{"template": "{"}],
        [{"template": "{}", "arguments": {"": "a"}}],
        [{"template": "{a}"}],
        [{"template": "{a:999999999}", "arguments": {"a": 1}}],
        [{"template": "{a:>999}", "arguments": {"a": "x"}}],
        [{"template": "{a.__class__}", "arguments": {"a": "x"}}],
        [{"template": "{a[0]}", "arguments": {"a": "x"}}],
        [{"template": "{a!a}", "arguments": {"a": "x"}}],
        [{"template": "{a:{b}}", "arguments": {"a": 1, "b": "99"}}],
        [{"template": "{a:.1f}", "arguments": {"a": "x"}}],
        [{"template": "{a:,}", "arguments": {"a": None}}],
        [{"template": "x", "arguments": {"a b": 1}}],
        [{"template": "x", "arguments": {"a": ["y"]}}],
        [{"template": "x", "colour": "red"}],
        [{"template": "x" * 4001}],
        [{"template": "{a}" * 1000, "arguments": {"a": "x" * 900}}],
        [nested(6)],
        [nested(300)],
        [{"template": "x"}] * 1001,
    ],
)
def test_notes_that_lie(parts, tmp_path, notes):
    document = json.loads(str(parts["session"]))
    document["datasets"][0]["notes"] = notes
    path = write(tmp_path / "lie.playground", {**parts, "session": np.array(json.dumps(document))})
    assert refusal(path).startswith(str(path))


def test_notes_may_hold_what_the_program_says(parts, tmp_path):
    document = json.loads(str(parts["session"]))
    document["datasets"][0]["notes"] = [
        nested(4),
        {"template": "{n:,} {n:row|rows} {v!r}", "arguments": {"n": 2000, "v": "a"}},
    ]
    path = write(tmp_path / "a.playground", {**parts, "session": np.array(json.dumps(document))})
    assert read_session(path).dataset.notes == ("x", "2,000 rows 'a'")


@pytest.mark.parametrize("file", sorted(DATA.glob("*.py")), ids=lambda file: file.stem)
def test_whatever_a_reader_of_tables_may_say_can_be_kept(file):
    """Every template of the room is one that a session file takes."""
    for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if (
            isinstance(call, ast.Call)
            and getattr(call.func, "id", "") == "Message"
            and isinstance(call.args[0], ast.Constant)
        ):
            assert set(placeholders(call.args[0].value)) == {keyword.arg for keyword in call.keywords}


def test_a_newer_version(parts, tmp_path):
    document = json.loads(str(parts["session"]))
    document["session_version"], document["something"] = SESSION_VERSION + 1, "new"
    path = write(tmp_path / "new.playground", {**parts, "session": np.array(json.dumps(document))})
    assert f"newer version of the program; this one reads up to {SESSION_VERSION}" in refusal(path)


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        (("tables",), 2**53, "more arrays are told of than there are"),
        (("run", "state", "trainer", "count"), -1e300, "$.run.state.trainer.count"),
        (("records", 0, "state", "count"), 1e300, "$.records[0].state.count"),
        (("run", "records"), [2**53], "there is no record 9007199254740992 in it"),
    ],
)
def test_counts_are_checked_against_what_is_there(parts, tmp_path, path, value, problem):
    document = changed_at(json.loads(str(parts["session"])), path, value)
    made = write(tmp_path / "a.playground", {**parts, "session": np.array(json.dumps(document))})
    assert problem in refusal(made)


def test_one_class_is_no_classification(parts, tmp_path):
    document = json.loads(str(parts["session"]))
    document["datasets"][0]["classes"] = ["a"]
    made = write(tmp_path / "a.playground", {**parts, "session": np.array(json.dumps(document))})
    assert "damaged: fewer than two classes" in refusal(made)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"session_version": "1"}', '{"session_version": 1}', "[" * 5000]
)
def test_no_such_text(parts, tmp_path, text):
    path = write(tmp_path / "a.playground", {**parts, "session": np.array(text)})
    assert "session" in refusal(path)


def npy(header: str, data: bytes = b"") -> bytes:
    encoded = header.encode() + b"\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(encoded)) + encoded + data


def zip_of(path: Path, members: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as opened:
        for name, data in members.items():
            opened.writestr(name, data)
    return path


HEADERS = {
    "huge": "{'descr': '<f8', 'fortran_order': False, 'shape': (4294967296, 4294967296), }",
    "negative": "{'descr': '<f8', 'fortran_order': False, 'shape': (-1, 2), }",
    "objects": "{'descr': '|O', 'fortran_order': False, 'shape': (), }",
    "no dict": "[1, 2]",
    "code": "__import__('os').system('true')",
    "record": "{'descr': [('a', '<f8'), ('b', '<i4')], 'fortran_order': False, 'shape': (1,), }",
    "nothing": "{'descr': '<U0', 'fortran_order': False, 'shape': (), }",
    "numbers": "{'descr': '<f8', 'fortran_order': False, 'shape': (), }",
}


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("name", ["session", "rows_0"])
def test_hostile_headers(parts, tmp_path, header, name):
    plain = {}
    for key, array in parts.items():
        buffer = io.BytesIO()
        np.save(buffer, array)
        plain[f"{key}.npy"] = buffer.getvalue()
    plain[f"{name}.npy"] = npy(HEADERS[header], b"12345678")
    assert name in refusal(zip_of(tmp_path / "a.playground", plain))


def test_compressed_members(parts, tmp_path):
    path = tmp_path / "a.playground"
    with path.open("wb") as file:
        np.savez_compressed(file, **parts)
    assert "compressed" in refusal(path)


def test_foreign_and_missing_arrays(parts, tmp_path):
    path = tmp_path / "a.playground"
    assert "no array of a session" in refusal(zip_of(path, {"../evil.npy": b""}))
    assert "no array of a session" in refusal(zip_of(path, {"session.txt": b""}))
    assert "'session' is missing" in refusal(write(path, {"experiment": parts["experiment"]}))
    for name in sorted(set(parts) - {"experiment"}):  # which is for other readers
        assert name in refusal(write(path, {key: array for key, array in parts.items() if key != name}))
    assert "'W9' is no array of this session" in refusal(write(path, {**parts, "W9": np.zeros(3)}))
    assert "'rows_99' is no array" in refusal(write(path, {**parts, "rows_99": np.zeros((3, 2))}))


def test_millions_of_members(tmp_path, monkeypatch):
    monkeypatch.setattr(session_module, "KIND", replace(session_module.KIND, most=5))
    path = zip_of(tmp_path / "a.playground", {f"rows_{number}.npy": b"" for number in range(9)})
    assert "more than 5 arrays" in refusal(path)


def test_other_files(tmp_path):
    folder = tmp_path / "folder.playground"
    folder.mkdir()
    assert "it is a folder" in refusal(folder)
    assert "no such file" in refusal(tmp_path / "nowhere.playground")
    empty = tmp_path / "empty.playground"
    empty.write_bytes(b"")
    assert "does not begin like one" in refusal(empty)
    pipe = tmp_path / "pipe.playground"
    os.mkfifo(pipe)
    assert "not an ordinary file" in refusal(pipe)
    with pytest.raises(FileError, match="not the name of a file"):
        read_session("a\0.playground")


def test_a_session_that_is_too_large_is_not_written(parts, tmp_path, monkeypatch):
    monkeypatch.setattr(npz_module, "MAX_FILE", 10_000)
    with pytest.raises(FileError, match="expected a shorter timeline or fewer pinned runs"):
        write(tmp_path / "a.playground", parts)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_too_large_is_not_read(saved, monkeypatch):
    monkeypatch.setattr(session_module, "MAX_FILE", 10_000)
    assert "larger than" in refusal(saved)


def test_a_note_of_an_earlier_version_can_be_said_in_every_language():
    entry = NoteEntry("{count} of {rows} rows lack a value and are left out", {"count": 2, "rows": 52})
    (note,) = notes_of((entry,))
    assert note == "2 of 52 rows lack a value and are left out"
    korean = folder("resources") / "translations" / "playground_ko.ts"
    assert note.template in {text.text for text in ElementTree.parse(korean).iter("source")}
