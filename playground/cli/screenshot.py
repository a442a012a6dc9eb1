"""``playground screenshot``: a picture of the real window after real training, without a display."""

import argparse
import re

from playground.cli.command import WINDOW_TARGET_HELP, FailedRunError, Parser, UsageError, add_epochs
from playground.cli.output_files import writable
from playground.cli.terminal import LANGUAGE, one_line, say
from playground.cli.window import load_app, qt_messages
from playground.files import FileError, check_data, open_target
from playground.files.chain_presets import find_formula
from playground.files.targets import is_lesson
from playground.main_window.workspaces import WORKSPACES
from playground.messages import Message, joined

THEMES = ("light", "dark", "high-contrast", "system")
SMALLEST_ZOOM, LARGEST_ZOOM = 75, 300
SMALLEST, LARGEST = (320, 240), (7680, 4320)


def arguments(parser: Parser) -> None:
    parser.add_argument("target", metavar="TARGET", help=WINDOW_TARGET_HELP)
    parser.add_argument("out", metavar="OUT.png", help=Message("the picture to write"))
    add_epochs(parser)
    parser.add_argument("--workspace", metavar="NAME", choices=list(WORKSPACES), help=_workspaces())
    parser.add_argument("--size", metavar="WxH", type=size, default=(1600, 1000), help=Message("in pixels; 1600x1000"))
    parser.add_argument("--theme", choices=THEMES, default="light", help=Message("colours"))
    parser.add_argument("--zoom", metavar="PERCENT", type=zoom, default=100, help=Message("size of everything; 100"))


def run(options: argparse.Namespace) -> int:
    if not options.out.lower().endswith(".png"):
        raise UsageError("{out}: a file ending in .png was expected", out=options.out)
    out = writable(options.out)
    as_they_are = options.epochs is None
    workspace: str | None = "chain"
    if is_lesson(options.target):
        from playground.lessons.opening import check_lesson  # most starts need none of it

        check_lesson(options.target, ())
        workspace = None  # what its first step shows
    elif find_formula(options.target) is None:
        target = open_target(options.target)  # a typing error is told at once, without starting Qt
        check_data(target)
        as_they_are &= target.model is not None  # as in `export`, weights are trained already
        workspace = "train"
    app = load_app()
    try:
        with qt_messages():
            app.screenshot(
                options.target,
                out,
                epochs=0 if as_they_are else options.epochs,
                workspace=options.workspace or workspace,
                size=options.size,
                theme=options.theme,
                zoom=options.zoom,
                language=LANGUAGE.get().code,
            )
    except FileError as error:  # the target was read above: what is left is the picture
        raise FailedRunError(error.message) from error
    width, height = options.size
    say(Message("{file}: {width} × {height} pixels", file=one_line(out), width=width, height=height))
    return 0


def size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"([0-9]{1,5})[x×]([0-9]{1,5})", text, re.ASCII)
    if match:
        width, height = int(match[1]), int(match[2])
        if SMALLEST[0] <= width <= LARGEST[0] and SMALLEST[1] <= height <= LARGEST[1]:
            return width, height
    raise argparse.ArgumentTypeError(
        Message(
            "{value!r} is not allowed; WIDTHxHEIGHT from {smallest} to {largest} was expected",
            value=text[:40],
            smallest="{}x{}".format(*SMALLEST),
            largest="{}x{}".format(*LARGEST),
        )
    )


def zoom(text: str) -> int:
    """Convert a percentage to a whole number; the sign may stand behind it."""
    match = re.fullmatch(r"([0-9]{1,4}) ?%?", text, re.ASCII)
    if match and SMALLEST_ZOOM <= int(match[1]) <= LARGEST_ZOOM:
        return int(match[1])
    raise argparse.ArgumentTypeError(
        Message(
            "{value!r} is not allowed; a percentage from {smallest} to {largest} was expected",
            value=text[:40],
            smallest=SMALLEST_ZOOM,
            largest=LARGEST_ZOOM,
        )
    )


def _workspaces() -> Message:
    rows = (Message("{name}: {shows}", name=page.name, shows=page.tooltip) for page in WORKSPACES.values())
    return joined(rows, "; ")
