"""A worksheet on paper: one HTML file with its formulas drawn in it, or a PDF of the same text."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import (
    QFont,
    QPageSize,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from playground.lessons.drawing import Given, written
from playground.lessons.lesson import Ask
from playground.lessons.worksheet import Question, Sheet, Worksheet, letter
from playground.messages import Message
from playground.training.results import Array
from playground.views.formulas import formula_html, typeset
from playground.views.formulas.plain import plain_formula
from playground.views.formulas.typesetting import INK
from playground.views.kit.prose import unbroken

Say = Callable[[str], str]
"""Puts a text into the language of the sheet."""
BLACK = "#000000"
PIXELS, RATIO = 15.0, 4.0
"""Of a formula in a PDF: the size of its font, and how much finer than a screen it is drawn."""
POINTS = 10.0
"""Of a PDF's font."""
FRAME = (
    'border="1" cellspacing="0" cellpadding="4" '
    'style="border-collapse: collapse; border-style: solid; border-color: #999999; margin-top: 8px; margin-bottom: 8px"'
)
PAGE, EDGE = QSizeF(794, 1123), 76.0
"""Of a PDF: A4, and the margin of two centimetres, at 96 dots an inch."""
QUESTION, ANSWER = "question", "answer"
"""Anchors that a PDF keeps on one page."""
BEGINS = f'<a name="{QUESTION}"></a>'
_NUMBER = re.compile(r"((?<![\w\]])[-−]?\d+(?:\.\d+)?)")
WIDEST = 34.0
"""Em that numbers take in one row."""
LINES = {"number": 6, "sign": 3, "shape": 2, "order": 2}
"""Room for an answer, by the kind of question; where something is ticked there is none."""
STYLE = """
body { font-family: sans-serif; font-size: 11pt; line-height: 1.4; max-width: 175mm; margin: 8mm auto; color: #000;
  word-break: keep-all; overflow-wrap: break-word; }
h2 { font-size: 16pt; margin: 0 0 2mm; } h3 { font-size: 12pt; margin: 4mm 0 1mm; } p { margin: 1mm 0; }
table { border-collapse: collapse; } td, th { padding: 1mm 2mm; } th { text-align: left; } .name td { padding: 0; }
.question { break-inside: avoid; margin-top: 4mm; } .room { margin-top: 2mm; }
@page { size: A4; margin: 16mm; } @media print { body { margin: 0; max-width: none; } }
@media screen { .next { margin-top: 20mm; padding-top: 12mm; border-top: 2px dashed #999; } }
"""


def worksheet_html(worksheet: Worksheet, say: Say, *, key: bool) -> bytes:
    """Return a worksheet as one file that needs no other; with `key`, the answers stand at its end."""
    drawn: dict[str, str] = {}
    return page(say(worksheet.lesson.name), _body(worksheet, held_together(say), partial(_drawing, drawn), key=key))


def held_together(say: Say) -> Say:
    """Return what says the same, with formulas that no line ends in."""
    return lambda text: unbroken(say(text))


def page(title: str, body: str) -> bytes:
    """Return a whole HTML file that needs no other."""
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style>'
    return f"<!DOCTYPE html>\n<html><head>{head}</head><body>\n{body}\n</body></html>\n".encode()


def worksheet_pdf(worksheet: Worksheet, say: Say, *, key: bool) -> bytes:
    return pdf(say(worksheet.lesson.name), _body(worksheet, held_together(say), _picture, key=key))


def pdf(title: str, body: str) -> bytes:
    """Return a whole PDF of a page's text."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())  # the text keeps two centimetres of its own
    paged(body).print_(writer)
    buffer.close()
    return bytes(data.data())


def paged(body: str) -> QTextDocument:
    """Return a page's text laid out on sheets of paper."""
    document = QTextDocument()
    font = QFont(document.defaultFont())
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    document.setHtml(body)
    document.setPageSize(PAGE)
    frame = document.rootFrame().frameFormat()
    frame.setMargin(EDGE)
    document.rootFrame().setFrameFormat(frame)
    keep_together(document)
    return document


def keep_together(document: QTextDocument) -> None:
    """Let a question begin on a new page where its room for the answer would be parted from it."""
    layout, height = document.documentLayout(), document.pageSize().height()
    block, first = document.begin(), None
    while block.isValid():
        anchors = _anchors(block)
        if QUESTION in anchors:
            first = block
        if ANSWER in anchors and first is not None:
            top, bottom = layout.blockBoundingRect(first).top(), layout.blockBoundingRect(block).bottom()
            if top // height != bottom // height:
                form = first.blockFormat()
                form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(first).setBlockFormat(form)
                # Qt would lay out as little as it can, and then draw nothing that is behind it.
                document.markContentsDirty(first.position(), document.characterCount() - first.position())
            first = None
        block = block.next()


def _anchors(block: QTextBlock) -> set[str]:
    found, place = set[str](), block.begin()
    while not place.atEnd():
        found |= set(place.fragment().charFormat().anchorNames())
        place += 1
    return found


def _drawing(drawn: dict[str, str], latex: str) -> str:
    """Return a formula as SVG in the text; one that stands there already is pointed at."""
    formula = typeset(latex)
    if formula is None:
        return f"<code>{escape(latex)}</code>"
    opening, _, rest = formula.svg.replace(INK, BLACK).partition(">")
    inner = rest.rpartition("</svg>")[0]
    size = f"width:{formula.width:.3f}em;height:{formula.height:.3f}em;vertical-align:{-formula.descent:.3f}em"
    opening = re.sub(r'\s(?:width|height)="[^"]*"', "", opening) + ">"
    label = escape(plain_formula(latex), quote=True)
    opening = opening.replace("<svg", f'<svg role="img" aria-label="{label}" style="{size}"', 1)
    if latex in drawn:
        return f'{opening}<use href="#{drawn[latex]}"/></svg>'
    drawn[latex] = f"f{len(drawn)}"
    return f'{opening}<g id="{drawn[latex]}">{inner}</g></svg>'


def _picture(latex: str) -> str:
    return formula_html(latex, PIXELS, BLACK, RATIO)


def _body(worksheet: Worksheet, say: Say, draw: Say, *, key: bool) -> str:
    parts = [part for sheet in worksheet.sheets for part in _sheet(worksheet, sheet, say, draw)]
    return "\n".join([*parts, *(_key(worksheet, say) if key else ())])


def _sheet(worksheet: Worksheet, sheet: Sheet, say: Say, draw: Say) -> Iterator[str]:
    yield _title(say(worksheet.lesson.name), first=sheet.number == 1)
    place = Message("Sheet {number} of {count}", number=sheet.number, count=len(worksheet.sheets))
    yield (
        f'<table class="name" width="100%"><tr><td>{escape(say(Message("Name")))}: {"_" * 36}</td>'
        f'<td align="right">{escape(say(place))}</td></tr></table>'
    )
    given: Given | None = None
    for number, question in enumerate(sheet.questions, start=1):
        is_new = not question.given.same(given)
        given = question.given
        needed = "".join(_given(given, say, draw)) if is_new else ""
        yield f'<div class="question">{needed}{_question(number, question, say, begins=not is_new)}</div>'


def _title(text: str, *, first: bool) -> str:
    style = "" if first else ' class="next" style="page-break-before: always"'
    return f"<h2{style}>{escape(text)}</h2>"


def _given(given: Given, say: Say, draw: Say) -> Iterator[str]:
    yield f"<h3>{BEGINS}{escape(say(Message('Given')))}</h3>"
    if given.remarks:
        yield f"<p>{'; '.join(escape(say(remark)) for remark in given.remarks)}</p>"
    yield from (f"<p>{draw(latex)}</p>" for latex in (*given.formulas, *_rows(given.numbers)))


def _rows(numbers: tuple[tuple[str, Array], ...]) -> Iterator[str]:
    """Return numbers as formulas, as many in a row as there is room for."""
    row: list[str] = []
    width = 0.0
    for name, value in numbers:
        wide = 4.0 + 2.2 * (value.shape[-1] if value.ndim else 1)
        if row and width + wide > WIDEST:
            yield r", \quad ".join(row)
            row, width = [], 0.0
        row.append(f"{name} = {_matrix(value)}")
        width += wide
    if row:
        yield r", \quad ".join(row)


def _matrix(value: Array) -> str:
    rows = [[_plain(number) for number in row] for row in value.reshape(-1, value.shape[-1] if value.ndim else 1)]
    if value.size == 1:
        return rows[0][0]
    body = r" \\ ".join(" & ".join(row) for row in rows)
    return rf"\begin{{bmatrix}} {body} \end{{bmatrix}}"


def _plain(number: float) -> str:
    return written(float(number)).replace("−", "-").replace(",", "")


def _question(number: int, question: Question, say: Say, *, begins: bool) -> str:
    ask = question.ask
    lines = [f"<p>{BEGINS if begins else ''}<b>{number}.</b> {escape(say(question.text))}</p>"]
    asked = "" if question.question is None else f"<b>{escape(say(question.question))}</b> "
    lines.append(f"<p>{asked}({escape(say(question.expects))})</p>")
    lines += options(ask, question.choices, say, mark="☐ ")
    if room := LINES.get(ask.kind, 0):
        inside = f'<a name="{ANSWER}">&nbsp;</a>{"<br>" * room}'
        lines.append(f'<table class="room" width="100%" {FRAME}><tr><td>{inside}</td></tr></table>')
    return "".join(lines)


def options(ask: Ask, texts: Iterable[str], say: Say, mark: str = "") -> Iterator[str]:
    """Return what there is to choose from, or to put in order, each under its letter or number."""
    for place, text in enumerate(texts, start=1):
        name = f"{mark}{letter(place)}" if ask.kind == "choice" else f"{place}"
        yield f"<p>&nbsp;&nbsp;{name}.&nbsp; {escape(say(text))}</p>"


def _key(worksheet: Worksheet, say: Say) -> Iterator[str]:
    name = Message("{lesson}: answers", lesson=worksheet.lesson.name)
    yield _title(say(name), first=False)
    asked = list(zip(*(sheet.questions for sheet in worksheet.sheets), strict=True))
    for number, questions in enumerate(asked, start=1):
        text = in_common([say(question.question or question.text) for question in questions])
        yield f"<p><b>{number}.</b> {escape(text)}</p>"
    heads = "".join(f"<th>{number}</th>" for number in range(1, len(asked) + 1))
    rows = "".join(
        f"<tr><td>{sheet.number}</td>"
        + "".join(f"<td>{escape(question.answer_text)}</td>" for question in sheet.questions)
        + "</tr>"
        for sheet in worksheet.sheets
    )
    head = escape(say(Message("Sheet")))
    yield f"<table {FRAME}><tr><th>{head}</th>{heads}</tr>{rows}</table>"
    if worksheet.left_out:
        yield f"<h3>{escape(say(Message('Not on paper')))}</h3>"
        yield from (f"<p>{escape(step)}: {escape(say(reason))}</p>" for step, reason in worksheet.left_out)


def in_common(texts: list[str]) -> str:
    """Return what texts say that differ in their numbers only: an ellipsis for a number that differs."""
    parts = [_NUMBER.split(text) for text in texts]
    if len({len(part) for part in parts}) > 1:
        return texts[0]
    return "".join(each[0] if len(set(each)) == 1 else "…" for each in zip(*parts, strict=True))
