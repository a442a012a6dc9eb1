"""``playground worksheet``: a lesson's questions on paper, with numbers of their own for each student."""

import argparse
from collections.abc import Callable
from types import MappingProxyType

from playground.cli.command import FailedRunError, Parser, UsageError, whole_number
from playground.cli.lessons import LESSON_HELP, named_lesson
from playground.cli.output_files import writable
from playground.cli.terminal import one_line, say, translated
from playground.cli.window import load_app, qt_messages
from playground.files import FileError, write_atomically
from playground.lessons.worksheet import MOST_STUDENTS, Worksheet, worksheet
from playground.messages import Message

MOST_SEED = 2**31 - 1


def arguments(parser: Parser) -> None:
    parser.add_argument("lesson", metavar="LESSON", help=LESSON_HELP)
    parser.add_argument("out", metavar="OUT", help=Message("the file to write, ending in .html or .pdf"))
    parser.add_argument(
        "--students",
        metavar="N",
        type=whole_number(1, MOST_STUDENTS),
        default=1,
        help=Message("how many sheets, each with numbers of its own; 1"),
    )
    parser.add_argument(
        "--seed",
        metavar="N",
        type=whole_number(0, MOST_SEED),
        default=0,
        help=Message("what the numbers are drawn from: the same seed gives the same sheets; 0"),
    )
    parser.add_argument("--key", action="store_true", help=Message("add the answers of all students at the end"))


def run(options: argparse.Namespace) -> int:
    ending = next((ending for ending in ENDINGS if options.out.lower().endswith(ending)), None)
    if ending is None:
        raise UsageError("{out}: a file ending in .html or .pdf was expected", out=options.out)
    lesson, place = named_lesson(options.lesson)
    out = writable(options.out)
    made = worksheet(lesson, place, options.students, options.seed)
    app = load_app()
    with qt_messages():
        app.application(offscreen=True)
        data = ENDINGS[ending](made, key=options.key)
    try:
        write_atomically(out, data)
    except FileError as error:
        raise FailedRunError(error.message) from error
    counts = Message(
        "{file}: {sheets} {sheets:sheet|sheets}, {questions} {questions:question|questions} each",
        file=one_line(out),
        sheets=len(made.sheets),
        questions=len(made.sheets[0].questions),
    )
    say(counts)
    for step, reason in made.left_out:
        say(Message("  left out: {step}: {reason}", step=step, reason=reason))
    return 0


def _html(made: Worksheet, *, key: bool) -> bytes:
    from playground.views.lessons.paper import worksheet_html

    return worksheet_html(made, translated, key=key)


def _pdf(made: Worksheet, *, key: bool) -> bytes:
    from playground.views.lessons.paper import worksheet_pdf

    return worksheet_pdf(made, translated, key=key)


ENDINGS: MappingProxyType[str, Callable[..., bytes]] = MappingProxyType({".html": _html, ".pdf": _pdf})
"""What writes a file, by its ending."""
