"""What the command line writes, on standard output and standard error, and the signals that ask it to end."""

import contextlib
import json
import math
import os
import re
import signal
import sys
import threading
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from types import FrameType
from typing import Any, TextIO, TypeVar

from playground.data.reasons import system_reason
from playground.files.errors import CONTROL_CHARACTER
from playground.messages import ENGLISH, Language, RefusalError, in_language

T = TypeVar("T")
Progress = Callable[[int, str], None]
LANGUAGE: ContextVar[Language] = ContextVar("LANGUAGE", default=ENGLISH)
"""What this run of a command speaks."""
REQUESTED: ContextVar[str | None] = ContextVar("REQUESTED", default=None)
"""The code of the language that it was asked for; None for the system's."""


def translated(text: str) -> str:
    """Return a message, or a text of a table, in the language of this run."""
    return in_language(text, LANGUAGE.get())


class OutputError(RefusalError):
    """Standard output could not be written; one line says why, none if its reader has just gone away."""


def say(text: str) -> None:
    """Write a result and a line end to standard output.

    Raises `OutputError` if it cannot be written.
    """
    try:
        _write(sys.stdout, translated(text) + "\n")
    except BrokenPipeError as error:
        _discard_output()
        raise OutputError("") from error
    except OSError as error:
        _discard_output()
        raise OutputError("standard output could not be written: {reason}", reason=system_reason(error)) from error


def say_json(value: dict[str, Any]) -> None:
    """Write one JSON object to standard output; numbers that are not finite, which JSON does not have, as null.

    Raises `OutputError` if it cannot be written.
    """
    say(json.dumps(_without_nan(value), allow_nan=False))


def complain(text: str) -> None:
    with contextlib.suppress(OSError):  # there is no other place left to say it
        _write(sys.stderr, f"playground: {' '.join(translated(text).split())}\n")


@contextlib.contextmanager
def progress_bar(total: int, unit: str, *, of: str) -> Iterator[Progress]:
    """Show a progress bar on standard error if that is a terminal.

    It is given how much is done, and a few words to stand behind the bar.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _done, _words: None
        return
    from tqdm import tqdm  # a tenth of a second that only a terminal has to wait for

    with tqdm(total=total, unit=f" {unit}", desc=of, file=sys.stderr, leave=False, dynamic_ncols=True) as bar:

        def show(done: int, words: str) -> None:
            bar.set_postfix_str(words, refresh=False)
            bar.update(done - bar.n)

        yield show


def one_line(name: object) -> str:
    """Return the name of a file for a line of a result: line ends in it become visible."""
    return CONTROL_CHARACTER.sub(_escaped, str(name))


def number(value: float | None) -> str:
    """Return a number with four significant digits for a result line; a dash where there is none."""
    return "-" if value is None or not math.isfinite(value) else f"{value:.4g}"


def several(values: Sequence[float | None]) -> str:
    """Return a number, or several with commas, for a result line."""
    return ", ".join(map(number, values))


def one_or_all(values: Sequence[T]) -> T | list[T]:
    """Return the only value, or all as a list: how JSON holds what there is for each target."""
    return values[0] if len(values) == 1 else list(values)


def display_width(text: str) -> int:
    """Return how many columns of a terminal a text takes: Korean syllables take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Return a text filled up with blanks to a width in columns, on its left to stand at the right."""
    blanks = " " * (width - display_width(text))
    return blanks + text if right else text + blanks


def percent(fraction: float | None) -> str:
    return "-" if fraction is None else f"{100 * fraction:.1f}%"


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # it was closed before the program began
        return
    # A name from a file may hold orders to the terminal, and what it cannot show.
    text = CONTROL_CHARACTER.sub(lambda found: found[0] if found[0] in "\n\t" else _escaped(found), text)
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")


def _discard_output() -> None:
    """Let standard output lead nowhere: what is still in its buffer would fail again, loudly, when Python exits."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _without_nan(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nan(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_without_nan(inner) for inner in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


Handler = Callable[[int, FrameType | None], object]
HANGUP = "SIGHUP"
SIGNALS = tuple(signal.Signals[name] for name in ("SIGINT", "SIGTERM", HANGUP) if name in signal.Signals.__members__)


class Interruption:
    """Whether somebody asked to stop."""

    requested = False

    def handle(self, _number: int, _frame: FrameType | None) -> None:
        """Note the wish; a second one does not wait."""
        if self.requested:
            raise KeyboardInterrupt
        self.requested = True


@contextlib.contextmanager
def handling(handler: Handler) -> Iterator[None]:
    """Answer Ctrl+C, an orderly end from outside, and the end of the terminal, for the time being."""
    before: dict[signal.Signals, object] = {}
    if threading.current_thread() is threading.main_thread():  # signals belong to it
        for number in SIGNALS:
            if number.name != HANGUP or signal.getsignal(number) != signal.SIG_IGN:  # nohup says to live on
                before[number] = signal.signal(number, handler)
    try:
        yield
    finally:
        for number, earlier in before.items():
            signal.signal(number, earlier)  # type: ignore[arg-type]


@contextlib.contextmanager
def interruption() -> Iterator[Interruption]:
    wish = Interruption()
    with handling(wish.handle):
        yield wish
