"""From the arguments to a command, and from whatever happens there to an exit code and at most one line.

0: done. 1: it ran and failed (training diverged, a check failed, it was interrupted). 2: bad usage or bad input.
"""

import locale
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from contextvars import copy_context
from types import MappingProxyType

from playground.cli import chain, check, export, predict, presets, screenshot, table, train
from playground.cli.command import WINDOW_TARGET_HELP, Command, FailedRunError, Parser, UsageError, deferred
from playground.cli.screenshot import THEMES
from playground.cli.terminal import LANGUAGE, REQUESTED, OutputError, complain, handling, say, translated
from playground.cli.window import open_window
from playground.data import DataError
from playground.files import FileError, folder
from playground.files.errors import allowed_names
from playground.lessons.errors import LessonError
from playground.messages import ENGLISH, LANGUAGES, Language, Message, read_catalog
from playground.training import TrainingError

LESSONS, SWEEP, WORKSHEET = "playground.cli.lessons", "playground.cli.sweep", "playground.cli.worksheet"

_RECORDS = (
    Command("train", Message("train without a window; keep the weights and the history"), train.arguments, train.run),
    Command(
        "sweep",
        Message("train many networks at once: settings that vary, each with several seeds"),
        deferred(SWEEP, "arguments"),
        deferred(SWEEP, "run"),
    ),
    Command("table", Message("how a table of data is read, and what each column is for"), table.arguments, table.run),
    Command("predict", Message("what trained weights answer for the rows of a table"), predict.arguments, predict.run),
    Command(
        "check", Message("compare backpropagation's gradient with central differences"), check.arguments, check.run
    ),
    Command("chain", Message("values and gradients of a typed formula, node by node"), chain.arguments, chain.run),
    Command("presets", Message("list the experiments that come with the program"), presets.arguments, presets.run),
    Command("export", Message("write weights, a graph, a script, a table or a picture"), export.arguments, export.run),
    Command(
        "lessons",
        Message("list the lessons of the course"),
        deferred(LESSONS, "list_arguments"),
        deferred(LESSONS, "list_lessons"),
    ),
    Command(
        "lesson",
        Message("play a lesson without a window, or judge answers"),
        deferred(LESSONS, "lesson_arguments"),
        deferred(LESSONS, "one_lesson"),
    ),
    Command(
        "grade",
        Message("judge the sessions of students who took a lesson"),
        deferred(LESSONS, "grade_arguments"),
        deferred(LESSONS, "grade"),
    ),
    Command(
        "worksheet",
        Message("a lesson's questions on paper, with numbers of their own for each student"),
        deferred(WORKSHEET, "arguments"),
        deferred(WORKSHEET, "run"),
    ),
    Command("screenshot", Message("a picture of the window after training"), screenshot.arguments, screenshot.run),
)

COMMANDS: Mapping[str, Command] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every command by name."""


DISTRIBUTION = "backpropagation-playground"
OPTION = "--language"
BAD_INPUT = (UsageError, DataError, FileError, LessonError, TrainingError)


def main(arguments: Sequence[str] | None = None, *, interrupted: bool = False) -> int:
    """Run the command line, and return the exit code.

    Parameters
    ----------
    arguments
        Without the program's name; by default those of the process.
    interrupted
        Whether somebody asked it to end before it began.
    """
    with handling(signal.default_int_handler):
        return copy_context().run(_main, sys.argv[1:] if arguments is None else list(arguments), interrupted)


def _main(arguments: list[str], interrupted: bool) -> int:
    """Run in a context of its own: a language holds for one run."""
    LANGUAGE.set(language(system_language()))
    try:
        arguments, wish = take_language(arguments)
        if wish is not None:
            REQUESTED.set(wish)
            LANGUAGE.set(language(wish))
        if interrupted:
            raise KeyboardInterrupt
        return _run(arguments)
    except BAD_INPUT as error:
        complain(Message("error: {problem}", problem=error.message))
        return 2
    except FailedRunError as failure:
        complain(failure.message)
    except OutputError as error:
        if str(error):
            complain(error.message)
    except KeyboardInterrupt:
        if not arguments or arguments[0] not in COMMANDS:
            return 0  # the window: it is closed before anything was done in it
        complain(Message("interrupted"))
    except MemoryError:
        complain(Message("not enough memory; close other programs, or use smaller data"))
    except Exception as error:  # the last resort: a mistake of the program's own must not become a traceback
        complain(
            Message(
                "error: something went wrong inside the program ({kind}); {details}",
                kind=type(error).__name__,
                details=_logged(error),
            )
        )
    return 1


def _run(arguments: list[str]) -> int:
    try:
        if arguments and arguments[0] in COMMANDS:
            command = COMMANDS[arguments[0]]
            parser = Parser(prog=f"playground {command.name}", description=_sentence(translated(command.summary)))
            command.arguments(parser)
            return command.run(parser.parse_args(arguments[1:]))
        return _open(_top_parser(), arguments)
    except SystemExit as leaving:  # argparse leaves so after --help
        return int(leaving.code or 0)


def _open(parser: Parser, arguments: list[str]) -> int:
    options = parser.parse_args(arguments)
    if options.version:
        say(f"playground {_version()}")
        return 0
    if len(options.target) > 1:
        word = options.target[0]
        raise UsageError("{word!r} is not a command; {known}", word=word[:60], known=allowed_names(word, COMMANDS))
    return open_window(options.target[0] if options.target else None, options.theme)


def _top_parser() -> Parser:
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {command.name:{width}}  {translated(command.summary)}" for command in COMMANDS.values())
    parser = Parser(
        prog="playground",
        usage="playground [TARGET]\n       playground COMMAND …",
        description=Message("See a neural network learn. Without a command, the window opens."),
        epilog="\n".join(
            (
                f"{translated(Message('commands'))}:",
                commands,
                "",
                translated(Message("playground COMMAND --help says more about one of them.")),
            )
        ),
    )
    parser.add_argument("target", metavar="TARGET", nargs="*", help=WINDOW_TARGET_HELP)
    parser.add_argument("--language", metavar="{en,ko}", help=Message("language of all texts; without it the system's"))
    parser.add_argument("--theme", choices=THEMES, help=Message("colours of the window, remembered"))
    parser.add_argument("--version", action="store_true", help=Message("print the program's version"))
    return parser


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # half of the standard library's mail package

    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "(not installed)"


def _logged(error: Exception) -> Message:
    """Write the traceback to a new file; return the end of a sentence that says where."""
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="playground-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as log:
            traceback.print_exception(error, file=log)
    except OSError:
        return Message("{error}", error=str(error))
    return Message("the details are in {file}", file=log.name)


# The language: `--language`, else the system's; its translations are read without Qt.


def take_language(arguments: Sequence[str]) -> tuple[list[str], str | None]:
    """Return the arguments without ``--language``, which may stand anywhere before a ``--``, and what it asks for.

    Raises `UsageError` if it names no language that there is.
    """
    rest: list[str] = []
    wish: str | None = None
    waiting = list(arguments)
    while waiting and waiting[0] != "--":
        word = waiting.pop(0)
        name, equals, value = word.partition("=")
        if name != OPTION:
            rest.append(word)
            continue
        wish = value if equals else waiting.pop(0) if waiting else ""
        if wish not in LANGUAGES:
            raise UsageError(
                "{option} {language!r}: expected one of {languages}",
                option=OPTION,
                language=wish,
                languages=", ".join(LANGUAGES),
            )
    return rest + waiting, wish


def system_language() -> str:
    """Return the language that the system's settings ask for, as gettext reads them; English where it is not there."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            break
    else:
        value = locale.getlocale()[0] or ""
    return "ko" if value.lower().startswith(("ko", "korean")) else ENGLISH.code


def language(code: str) -> Language:
    """Return what the texts of the program are put into."""
    if code == ENGLISH.code:
        return ENGLISH
    catalog = read_catalog(folder("resources") / "translations" / f"playground_{code}.ts")
    return Language(code, lambda template: catalog.get(template, template))
