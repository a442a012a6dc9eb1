import json

import pytest

from playground.files import FileError
from playground.lessons.decode import decode_lesson, encode_lesson, read_lesson
from tests.lessons.conftest import lesson_of

STEP = {"id": "one", "text": {"en": "Look."}}
ASK = {"kind": "number", "answer": "cost"}
SIGN = {"kind": "sign", "answer": "cost"}
CELL = {"kind": "cell", "answer": "dW[1]", "of": "dW[1]"}
ROWS = [{"text": {"en": text}, "value": value} for text, value in (("first", "1"), ("then", "2"))]
SAYING = {"text": {"en": "last"}, "value": "3", "say": {"en": "No."}}
ORDER = {"kind": "order", "choices": ROWS}


def raw(**changes):
    return {
        "schema_version": 1,
        "id": "made",
        "title": {"en": "Made"},
        "start": {"preset": "by_hand"},
        "steps": [STEP],
        **changes,
    }


def test_a_lesson_comes_back_from_its_file(tmp_path):
    lesson = lesson_of({"ask": ASK}, {"do": {"epochs": 3}, "until": {"cost": "< 1"}, "lock": ["network.hidden"]})
    path = tmp_path / "made.json"
    path.write_bytes(encode_lesson(lesson))
    assert read_lesson(path) == lesson


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"schema_version": 2}, "schema_version: 2 is not known"),
        ({"id": "../x"}, "id: small letters"),
        ({"title": {}}, "title: a text was expected"),
        ({"title": {"fr": "x"}}, "title.fr: unknown key"),
        ({"title": "Made"}, "title: "),
        ({"start": {}}, "start: one of preset, chain, experiment"),
        ({"start": {"preset": "xor", "chain": "two_gates"}}, "start: one of"),
        ({"start": {"experiment": "/etc/passwd"}}, "start.experiment: the name of"),
        ({"start": {"experiment": "../other.json"}}, "start.experiment: the name of"),
        ({"start": {"preset": "xor", "example": -1}}, "start.example: "),
        ({"steps": []}, "steps: 0 steps; expected 1 to 100"),
        ({"steps": [STEP] * 10_000}, "steps: 10000 steps; expected 1 to 100"),
        ({"steps": [STEP, STEP]}, r"steps\[1\].id: one is already"),
        ({"steps": [{**STEP, "do": {"run": 1}}]}, r"steps\[0\].do.run: unknown key"),
        ({"steps": [{**STEP, "do": {"epochs": 10**9}}]}, r"steps\[0\].do.epochs: a whole number from 1 to 2000"),
        ({"steps": [{**STEP, "until": {"cost": "small"}}]}, r"steps\[0\].until.cost: small"),
        ({"steps": [{**STEP, "until": {"cost": 1}}]}, r"steps\[0\].until"),
        ({"steps": [{**STEP, "ask": {"kind": "guess"}}]}, r"steps\[0\].ask.kind: guess is not known"),
        ({"steps": [{**STEP, "ask": {"kind": "number"}}]}, r"steps\[0\].ask.answer: missing"),
        ({"steps": [{**STEP, "ask": {**ASK, "tolerance": "a lot"}}]}, r"steps\[0\].ask.tolerance: tolerance a lot"),
        ({"steps": [{**STEP, "ask": {**ASK, "hide": ["rm -rf"]}}]}, r"steps\[0\].ask.hide: rm -rf"),
        ({"steps": [{**STEP, "ask": {**CELL, "of": "dW"}}]}, r"steps\[0\].ask.of: dW"),
        ({"steps": [{**STEP, "ask": {**CELL, "of": "dW[1][1,1]"}}]}, r"steps\[0\].ask.of: dW"),
        ({"steps": [{**STEP, "ask": {**ASK, "of": "dW[1]"}}]}, r"steps\[0\].ask.of: a question of the kind number has"),
        (
            {"steps": [{**STEP, "ask": {**ORDER, "answer": "1"}}]},
            r"steps\[0\].ask.answer: a question of the kind order",
        ),
        ({"steps": [{**STEP, "ask": {**ORDER, "choices": [*ROWS, SAYING]}}]}, r"steps\[0\].ask.choices\[2\].say: a"),
        ({"steps": [{**STEP, "ask": {**SIGN, "tolerance": "1 %"}}]}, r"steps\[0\].ask.tolerance: a question of the"),
        ({"steps": [{**STEP, "ask": {**ASK, "answer": "1+" * 300 + "1"}}]}, r"steps\[0\].ask.answer: 601 characters"),
        ({"steps": [{**STEP, "show": {"workspace": "trian"}}]}, r"steps\[0\].show.workspace: trian .* mean 'train'"),
        ({"steps": [{**STEP, "show": {"page": "walks"}}]}, r"steps\[0\].show.page: walks is not known"),
        ({"steps": [{**STEP, "solve": {"epochs": 1}}]}, r"steps\[0\].solve: there is no goal"),
        ({"steps": [{**STEP, "misconceptions": [13]}]}, r"steps\[0\].misconceptions: whole numbers from 1 to 12"),
        ({"start": {"chain": "two_gates", "set": {"training.epochs": 1}}}, "start.set: a worked example"),
        ({"start": {"chain": "two_gates", "example": 1}}, "start.example: a worked example"),
        ({"steps": [{**STEP, "text": {"en": "x" * 3000}}]}, r"steps\[0\].text.en: 3000 characters"),
        ({"steps": [{**STEP, "text": {"en": " "}}]}, r"steps\[0\].text: a text was expected"),
        ({"write": "x"}, "write: unknown key"),
    ],
)
def test_what_is_no_lesson_is_refused_with_its_place(changes, place):
    with pytest.raises(FileError, match=rf"^made\.json: {place}"):
        decode_lesson(json.dumps(raw(**changes)).encode(), "made.json")


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b"{", b"[" * 100_000, b"\xff\xfe", b"PK\x03\x04"])
def test_what_is_no_json_object_is_refused(content):
    with pytest.raises(FileError, match=r"^made\.json: "):
        decode_lesson(content, "made.json")


def test_shipped_lessons_speak_both_languages():
    with pytest.raises(FileError, match=r"title\.ko: missing"):
        decode_lesson(json.dumps(raw()).encode(), "made.json", languages=("en", "ko"))
