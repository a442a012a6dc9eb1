import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from playground.lessons.course import course_lesson
from playground.lessons.worksheet import worksheet
from playground.views.forms.text import translated
from playground.views.lessons.paper import (
    ANSWER,
    PAGE,
    QUESTION,
    _anchors,
    in_common,
    paged,
    worksheet_html,
    worksheet_pdf,
)


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


def test_every_student_has_every_question_on_paper(qapp, monkeypatch):
    """Qt drew nothing behind the second break that `keep_together` had made."""
    bodies = []
    monkeypatch.setattr("playground.views.lessons.paper.pdf", lambda _title, body: bodies.append(body) or b"")
    worksheet_pdf(worksheet(course_lesson("one_weight"), students=3), translated, key=True)
    document = paged(bodies[0])
    dark = []
    for number in range(document.pageCount()):
        image = QImage(PAGE.toSize(), QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        painter.translate(0, -number * PAGE.height())
        document.drawContents(painter, QRectF(QPointF(0, number * PAGE.height()), PAGE))
        painter.end()
        grey = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        dark.append(int(np.count_nonzero(grey[:, : image.width()] < 128)))
    assert dark[:6] == pytest.approx(dark[:2] * 3, rel=0.1)
    assert min(dark) > 1000


def test_the_key_leaves_a_number_open_that_is_another_one_on_every_sheet(qapp):
    assert in_common(["df/dt at t = 0.7?", "df/dt at t = −0.1?"]) == "df/dt at t = …?"
    assert in_common(["What is W[1][1,2]?", "What is W[1][1,2]?"]) == "What is W[1][1,2]?"


def test_a_pdf_has_as_many_pages_as_its_text(qapp):
    content = worksheet_pdf(worksheet(course_lesson("one_weight")), translated, key=True)
    assert content.count(b"/Type /Page\n") == 3


def test_the_key_stands_in_the_page_only_where_it_is_asked_for(qapp):
    made = worksheet(course_lesson("one_weight"))
    assert b"answers" in worksheet_html(made, translated, key=True)
    assert b": answers" not in worksheet_html(made, translated, key=False)
