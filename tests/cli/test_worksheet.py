import re
import xml.etree.ElementTree as ElementTree

import pytest

import playground.cli.worksheet as command
from playground.cli.command import UsageError
from playground.lessons.course import COURSE, course_lesson
from playground.lessons.decode import encode_lesson
from playground.lessons.worksheet import worksheet
from tests.lessons.conftest import lesson_of

PAGE = re.compile(rb"/Type /Page\b")


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("lesson_id", COURSE)
def test_every_lesson_gives_a_sheet_in_both_languages(run, here, lesson_id, language):
    result = run("worksheet", lesson_id, "sheet.html", "--language", language)
    assert (result.code, result.err) == (0, "")
    html = (here / "sheet.html").read_text()
    lesson = course_lesson(lesson_id)
    assert f"<title>{lesson.title[language]}</title>" in html
    assert {"en": "Sheet 1 of 1", "ko": "1장 중 1번째"}[language] in html
    assert not re.search("[가-힣]", html) or language == "ko"


def test_a_file_needs_no_other_and_each_sheet_begins_a_page(run, here):
    assert run("worksheet", "one_weight", "sheet.html", "--students", "3", "--key").code == 0
    html = (here / "sheet.html").read_text()
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|<script|<link", html)
    assert html.count("page-break-before: always") == 3, "two more sheets, and the key"
    drawings = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    assert len(drawings) > 3 * 5
    assert all(ElementTree.fromstring(drawing).get("aria-label") for drawing in drawings)
    assert set(re.findall(r'href="#(\w+)"', html)) <= set(re.findall(r'id="(\w+)"', html))


def test_the_key_holds_every_students_answers_and_only_the_key(run, here):
    made = worksheet(course_lesson("one_weight"), students=4, seed=9)
    answers = [question.answer_text for sheet in made.sheets for question in sheet.questions]
    run("worksheet", "one_weight", "plain.html", "--students", "4", "--seed", "9")
    run("worksheet", "one_weight", "key.html", "--students", "4", "--seed", "9", "--key")
    cells = re.findall(r"<td>([^<]*)</td>", (here / "key.html").read_text())
    assert set(answers) <= set(cells)
    assert not set(answers) & set(re.findall(r"<td>([^<]*)</td>", (here / "plain.html").read_text()))


def test_a_pdf_has_a_page_for_each_student_at_least(run, here):
    assert run("worksheet", "one_neuron", "sheet.pdf", "--students", "4").code == 0
    data = (here / "sheet.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert len(PAGE.findall(data)) >= 4


def test_what_is_left_out_is_said(run, here):
    asks = [{"ask": {"kind": "number", "answer": answer}} for answer in ("cost", "epoch")]
    (here / "own.json").write_bytes(encode_lesson(lesson_of(*asks)))
    result = run("worksheet", "own.json", "sheet.html")
    assert "left out: s1: it is about training in the window" in result.out


def test_a_teachers_own_file(run, here):
    lesson = lesson_of({"text": {"en": "<b>&"}, "ask": {"kind": "number", "answer": "cost"}})
    (here / "own.json").write_bytes(encode_lesson(lesson))
    assert run("worksheet", "own.json", "sheet.html").code == 0
    assert "&lt;b&gt;&amp;" in (here / "sheet.html").read_text()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nowhere", "sheet.html"), "no lesson of the course"),
        (("nowhere.json", "sheet.html"), "no such file"),
        (("one_weight", "sheet.docx"), ".html or .pdf"),
        (("one_weight", "sheet"), ".html or .pdf"),
        (("one_weight", "nowhere/sheet.html"), "no folder"),
        (("one_weight", "sheet.html", "--students", "0"), "from 1 to 200"),
        (("one_weight", "sheet.html", "--students", "201"), "from 1 to 200"),
        (("one_weight", "sheet.html", "--students", "many"), "from 1 to 200"),
        (("one_weight", "sheet.html", "--seed", "-1"), "from 0 to"),
    ],
)
def test_bad_input_is_one_line_and_writes_nothing(run, here, arguments, told):
    result = run("worksheet", *arguments)
    assert result.code == 2
    assert told in result.error
    assert list(here.iterdir()) == []


def test_without_qt_it_is_refused(run, here, monkeypatch):
    def missing():
        raise UsageError("Qt cannot be loaded")

    monkeypatch.setattr(command, "load_app", missing)
    result = run("worksheet", "one_weight", "sheet.html")
    assert (result.code, list(here.iterdir())) == (2, [])
    assert "Qt cannot be loaded" in result.error
