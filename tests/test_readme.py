"""What the README says of the repository is so."""

import re
from pathlib import Path

import pytest

from playground.lessons.checking import check
from playground.lessons.decode import decode_lesson
from playground.lessons.deeds import DEEDS
from playground.lessons.questions import QUESTIONS
from playground.main_window.actions import ACTIONS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PATHS = sorted(set(re.findall(r"\b(?:playground|tests|presets|resources)/[\w./-]*\w", README)))
NAMES = {"−": "-"}
"""Keys that are written with another sign."""


def test_there_are_paths():
    assert len(PATHS) > 20


@pytest.mark.parametrize("path", PATHS)
def test_every_path_exists(path):
    assert (ROOT / path).exists()


def keys() -> set[str]:
    """Every key that stands in the table of keys."""
    table = README.split("### Keys")[1].split("###")[0]
    return {NAMES.get(key, key) for key in re.findall(r"<kbd>([^<]+)</kbd>", table)}


def test_every_key_of_an_action_stands_in_the_table():
    table = keys() | {str(number) for number in range(1, 9)} | {"Right", "Left"}
    missing = {
        name
        for name, action in ACTIONS.items()
        if action.shortcuts and not set(re.split(r"\+(?!$)", action.shortcuts[0])) <= table
    }
    assert not missing


TEACHERS = README.split("## For teachers")[1].split("\n## ")[0]


def test_the_lesson_shown_to_teachers_can_be_played():
    (text,) = re.findall(r"```json\n(.*?)```", TEACHERS, re.DOTALL)
    lesson = decode_lesson(text.encode(), "README.md")
    assert [step.question for step in check(lesson)] == ["number", None]


@pytest.mark.parametrize("name", [*QUESTIONS, *DEEDS])
def test_every_kind_of_question_and_every_deed_is_told_to_teachers(name):
    assert f"`{name}`" in TEACHERS
