"""What a command is: a record with its name, its arguments and its function; and how its arguments are parsed."""

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

from playground.cli.terminal import say
from playground.messages import RefusalError

TARGET_HELP = "a preset's name, a session (.playground), an experiment (.json), weights (.npz) or data (.csv, .idx)"
MAX_EPOCHS = 1_000_000


class UsageError(RefusalError):
    """Bad usage or bad input: one line for a person, exit code 2."""


class FailedRunError(RefusalError):
    """The command ran and failed: one line for a person, exit code 1."""


@dataclass(frozen=True)
class Command:
    """One command.

    Attributes
    ----------
    name
        What is typed.
    summary
        One line for `--help`.
    arguments
        Adds the command's arguments to its parser.
    run
        Does it, and returns the exit code.
    """

    name: str
    summary: str
    arguments: Callable[["Parser"], None]
    run: Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line, raised as a `UsageError`."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **settings)

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments."""
        raise UsageError("{problem}; see {prog} --help", problem=message, prog=self.prog)

    def print_help(self, file: Any = None) -> None:  # noqa: ARG002 - argparse's own signature
        """Write the help to standard output."""
        say(self.format_help().rstrip("\n"))


def add_target(parser: Parser) -> None:
    """Add the argument that most commands begin with."""
    parser.add_argument("target", metavar="TARGET", help=TARGET_HELP)


def add_json(parser: Parser) -> None:
    """Add the switch for machine-readable results."""
    parser.add_argument("--json", action="store_true", help="print one JSON object on standard output, nothing else")


def add_epochs(parser: Parser) -> None:
    """Add the number of epochs to train."""
    parser.add_argument(
        "--epochs", metavar="N", type=whole_number(0, MAX_EPOCHS), help="epochs to train, instead of the experiment's"
    )


def whole_number(minimum: int, maximum: int) -> Callable[[str], int]:
    """Return a converter for an argument that is a whole number within bounds."""

    def convert(text: str) -> int:
        # int() alone would also take 1_000 and digits of other scripts.
        if re.fullmatch(r"[+-]?[0-9]{1,18}", text) and minimum <= int(text) <= maximum:
            return int(text)
        raise argparse.ArgumentTypeError(
            f"{text[:40]!r} is not allowed; a whole number from {minimum} to {maximum} was expected"
        )

    return convert
