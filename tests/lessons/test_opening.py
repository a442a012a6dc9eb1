"""A teacher's own lesson file, opened like any other file."""

import json

import pytest

from playground.files import FileError, open_target, read_preset, write_experiment
from playground.files.reach import FarFilesError
from playground.files.recognition import EXPERIMENT, FORMULA, LESSON, json_kind
from playground.lessons.decode import encode_lesson
from playground.lessons.errors import LessonError
from playground.lessons.opening import OpenLesson, check_lesson, lesson_session
from playground.lessons.record import decode_record
from tests.lessons.conftest import lesson_of


def written(path, **changes):
    path.write_bytes(encode_lesson(lesson_of({}, **changes)))
    return path


def opened(session, path, known=None):
    OpenLesson(str(path), 7, known).apply(session)
    while session.jobs.advance(0.1):
        pass
    return session.snapshot().work["open"]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b'{"schema_version": 1, "steps": []}', LESSON),
        (b'\xef\xbb\xbf{"steps": 3}', LESSON),
        (b'{"text": "z = x*y"}', FORMULA),
        (b'{"schema_version": 3, "data": {"steps": 1}}', EXPERIMENT),
        (b"[]", EXPERIMENT),
        (b"{", EXPERIMENT),
        (b"[" * 100_000, EXPERIMENT),
        (b'{"text": ' + b"[" * 100_000, EXPERIMENT),
    ],
)
def test_the_kind_of_a_json_file_is_told_by_its_content(tmp_path, content, kind):
    (tmp_path / "a.json").write_bytes(content)
    assert json_kind(tmp_path / "a.json") == kind


def test_what_expects_an_experiment_says_that_it_is_a_lesson(tmp_path):
    with pytest.raises(FileError, match=r"own\.json: a lesson, and no experiment"):
        open_target(str(written(tmp_path / "own.json")))


def test_a_lesson_begins_with_its_file_named(session, tmp_path):
    path = written(tmp_path / "own.json")
    progress = opened(session, path)
    assert (progress.number, progress.done, progress.problem) == (7, True, "")
    assert decode_record(session.lesson, "x").place == str(path)
    assert session.experiment.title == "By hand"
    assert lesson_session(str(path)).lesson == session.lesson


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"start": {"preset": "nowhere"}}, "own.json: where it begins: "),
        ({"start": {"experiment": "gone.json"}}, "gone.json"),
        ({"start": {"experiment": "own.json"}}, "a lesson, and no experiment"),
        ({"start": {"preset": "by_hand", "example": 99}}, "own.json: where it begins: "),
    ],
)
def test_a_start_that_cannot_be_opened_leaves_the_session_as_it_is(session, tmp_path, changes, told):
    before = session.run.network.parameters.copy()
    progress = opened(session, written(tmp_path / "own.json", **changes), frozenset())
    assert told in progress.problem
    assert "\n" not in progress.problem
    assert session.lesson == ""
    assert (session.run.network.parameters == before).all()


def test_a_step_that_is_wrong_is_named_with_its_place(session, tmp_path):
    path = written(tmp_path / "own.json")
    raw = json.loads(path.read_text("utf-8"))
    raw["steps"][0]["ask"] = {"kind": "guess"}
    path.write_text(json.dumps(raw), "utf-8")
    assert "own.json: steps[0].ask.kind: guess is not known" in opened(session, path).problem
    with pytest.raises(FileError, match=r"steps\[0\]\.ask\.kind"):
        lesson_session(str(path))


def test_data_far_from_the_lesson_are_asked_about(session, tmp_path):
    (tmp_path / "near").mkdir()
    write_experiment(tmp_path / "near" / "start.json", read_preset("circles"))
    raw = json.loads((tmp_path / "near" / "start.json").read_text("utf-8"))
    raw["data"]["source"] = {"csv": str(tmp_path / "elsewhere" / "t.csv"), "label": ["y"]}
    (tmp_path / "near" / "start.json").write_text(json.dumps(raw), "utf-8")
    path = written(tmp_path / "near" / "own.json", start={"experiment": "start.json"})
    with pytest.raises(FarFilesError):
        check_lesson(str(path), ())
    progress = opened(session, path, frozenset())
    assert progress.far == (tmp_path / "elsewhere" / "t.csv",)
    assert session.lesson == ""


def test_without_its_file_a_lesson_is_told_so(tmp_path):
    with pytest.raises((FileError, LessonError), match=r"gone\.json"):
        check_lesson(str(tmp_path / "gone.json"))
