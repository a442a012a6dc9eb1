import copy
import pickle

import pytest

from playground.files import folder
from playground.messages import (
    ENGLISH,
    LANGUAGES,
    SOURCE_LANGUAGE,
    Language,
    LocalText,
    Message,
    RefusalError,
    Term,
    in_language,
    joined,
    read_catalog,
    with_particles,
)
from playground.messages.message import ARGUMENT_LENGTH

KOREAN = {
    "{file}: no column {column!r}": "{file}: {column!r} 열이 없습니다",
    "label": "정답",
    "{role} column": "{role} 열",
    "{n} {n:row|rows}": "행 {n}개",
}


korean = Language("ko", lambda template: KOREAN.get(template, template))


def test_it_is_its_english_sentence():
    message = Message("{file}: no column {column!r}", file="a.csv", column="x")
    assert message == "a.csv: no column 'x'"
    assert in_language(message, korean) == "a.csv: 'x' 열이 없습니다"


def test_inner_messages_are_put_into_the_same_language_and_names_are_not():
    assert in_language(Message("{role} column", role=Message("label")), korean) == "정답 열"
    assert in_language(Message("{role} column", role="label"), korean) == "label 열"


def test_a_text_that_brings_its_translations():
    text = LocalText({"en": "Moons", "ko": "반달"})
    assert (text, in_language(text, korean), in_language(text, ENGLISH)) == ("Moons", "반달", "Moons")
    assert in_language(Message("{role} column", role=text), korean) == "반달 열"
    assert LocalText({"ko": "반달"}) == "반달"
    assert in_language(copy.deepcopy(text), korean) == "반달"


def test_words_of_tables_are_looked_up():
    assert in_language(Message("{role} column", role=Term("label")), korean) == "정답 열"


def test_a_word_within_a_sentence_is_looked_up_as_it_stands_in_its_table():
    known = Language("ko", {"Learning rate": "학습률", "L2 penalty": "L2 벌점"}.get)
    assert Term("Learning rate").inside == "learning rate"
    assert Term("L2 penalty").inside == "L2 penalty"
    message = Message(
        "{one}, {other}", one=Term("Learning rate").inside, other=copy.deepcopy(Term("L2 penalty").inside)
    )
    assert message == "learning rate, L2 penalty"
    assert in_language(Message("{one}", one=Term("Learning rate").inside), Language("ko", str)) == "learning rate"
    inner = {name: in_language(value, known) for name, value in message.arguments.items()}
    assert inner == {"one": "학습률", "other": "L2 벌점"}


def test_one_and_many():
    assert Message("{n} {n:row|rows}", n=1) == "1 row"
    assert Message("{n} {n:row|rows}", n=2) == "2 rows"
    assert in_language(Message("{n} {n:row|rows}", n=2), korean) == "행 2개"


def test_joined_parts_stay_translatable():
    both = joined([Message("label"), "x{1}"], "; ")
    assert both == "label; x{1}"
    assert in_language(both, korean) == "정답; x{1}"


def test_what_a_person_named_cannot_break_or_flood_the_line():
    message = Message("{file}: bad", file="a\nb" + "x" * 100_000)
    assert "\n" not in message
    assert len(message) < ARGUMENT_LENGTH + 10


@pytest.mark.parametrize("way", [copy.deepcopy, lambda message: pickle.loads(pickle.dumps(message))])
def test_it_survives_copying(way):
    again = way(Message("{role} column", role=Message("label")))
    assert in_language(again, korean) == "정답 열"


def test_a_refusal_carries_it():
    error = RefusalError(Message("{role} column", role=Message("label")))
    assert (str(error), in_language(error.message, korean)) == ("label column", "정답 열")


def test_messages_and_tables_are_found_and_the_texts_of_widgets_are_not():
    catalog = read_catalog(folder("resources") / "translations" / "playground_ko.ts")
    assert catalog["Learning rate"] == "학습률"
    assert catalog["error: {problem}"] == "오류: {problem}"
    assert "Horizontal axis" not in catalog


def test_english_is_what_templates_are_written_in():
    assert SOURCE_LANGUAGE == "en"
    assert SOURCE_LANGUAGE in LANGUAGES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("값을(를)", "값을"),
        ("기울기을(를)", "기울기를"),
        ("행이(가)", "행이"),
        ("'나이'이(가)", "'나이'가"),
        ("x2은(는)", "x2는"),
        ("x3은(는)", "x3은"),
        ("10와(과)", "10과"),
        ("7(으)로", "7로"),
        ("6(으)로", "6으로"),
        ("열(으)로", "열로"),
        ("손실(으)로", "손실로"),
        ("값(으)로", "값으로"),
        ("W1을(를)", "W1을"),
        ("L을(를)", "L을"),
        ("`label`을(를)", "`label`을"),
        ("세션(.playground)이(가)", "세션(.playground)이"),
        ("price을(를)", "price를"),
        ("model을(를)", "model을"),
        ("'text'을(를)", "'text'를"),
        ("folder이(가)", "folder가"),
        ("step은(는)", "step은"),
        ("을(를)", "를"),
        ("열(이)", "열이"),
        ("표(이)", "표"),
        ("하나이어야(여야) 합니다", "하나여야 합니다"),
        ("정수형이어야(여야) 합니다", "정수형이어야 합니다"),
    ],
)
def test_the_last_sound_decides(text, expected):
    assert with_particles(text) == expected


def test_every_pair_of_a_sentence():
    assert with_particles("'a'을(를) 3(으)로, 'b'와(과)") == "'a'를 3으로, 'b'와"
