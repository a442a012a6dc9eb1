import pytest

from playground.lessons.course import course_lesson
from playground.lessons.worksheet import worksheet
from playground.views.forms.text import translated
from playground.views.lessons.paper import ANSWER, PAGE, QUESTION, _anchors, paged, worksheet_html, worksheet_pdf


def blocks(document):
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


@pytest.mark.parametrize("name", ["one_weight", "gates", "all_weights"])
def test_a_question_and_its_room_for_the_answer_stand_on_one_page(name, qapp, monkeypatch):
    bodies = []
    monkeypatch.setattr("playground.views.lessons.paper.pdf", lambda _title, body: bodies.append(body) or b"")
    worksheet_pdf(worksheet(course_lesson(name)), translated, key=True)
    document = paged(bodies[0])
    layout, pages = document.documentLayout(), []
    for block in blocks(document):
        box = layout.blockBoundingRect(block)
        if QUESTION in _anchors(block):
            pages.append(box.top() // PAGE.height())
        if ANSWER in _anchors(block):
            assert box.bottom() // PAGE.height() == pages[-1]
    assert len(pages) >= 3
    assert max(pages) > 0


def test_a_pdf_has_as_many_pages_as_its_text(qapp):
    content = worksheet_pdf(worksheet(course_lesson("one_weight")), translated, key=True)
    assert content.count(b"/Type /Page\n") == 3


def test_the_key_stands_in_the_page_only_where_it_is_asked_for(qapp):
    made = worksheet(course_lesson("one_weight"))
    assert b"answers" in worksheet_html(made, translated, key=True)
    assert b": answers" not in worksheet_html(made, translated, key=False)
