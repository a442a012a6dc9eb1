"""A lesson's file: JSON text to a validated `Lesson`; nothing of it is run, and it opens nothing but its start."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from playground.files.decoding import BYTE_ORDER_MARK, convert, parse_json
from playground.files.disk import read_bounded
from playground.files.errors import FileError, allowed_names
from playground.lessons.deeds import DEEDS
from playground.lessons.errors import LessonError
from playground.lessons.formulas import COMPARISON, QUANTITY, WHOLE
from playground.lessons.lesson import PAGES, WORKSPACES, Ask, Lesson, Start, Step, Texts, is_page
from playground.lessons.locks import LOCKABLE
from playground.lessons.questions import OF_SOME, QUESTIONS, near
from playground.messages import LANGUAGES, Message

SCHEMA_VERSION = 1
MAX_BYTES = 1_000_000
MAX_STEPS = 100
MAX_CHOICES = 10
MAX_TEXT = 2_000
MAX_FORMULA = 500
ID = re.compile(r"[a-z][a-z0-9_]{0,39}")


def read_lesson(path: str | os.PathLike[str]) -> Lesson:
    """Read a lesson's file.

    Raises `FileError` if it cannot be read or is no lesson; one line says where in it.
    """
    where = os.fspath(path)
    return decode_lesson(read_bounded(where, MAX_BYTES), where)


def decode_lesson(content: bytes, where: str, *, languages: tuple[str, ...] = ()) -> Lesson:
    """Decode and validate a lesson.

    Raises `FileError` if it is none; one line says where in it.

    Parameters
    ----------
    content
        UTF-8 JSON, with or without a byte order mark.
    where
        The file's name, for the message.
    languages
        Those that every text must be in; without any, each text must be in one at least.
    """
    raw = parse_json(content.removeprefix(BYTE_ORDER_MARK), where)
    lesson = convert(raw, Lesson, where)
    for place, problem in _problems(lesson, languages):
        raise FileError("{where}: {place}: {problem}", where=where, place=place, problem=problem)
    return lesson


def encode_lesson(lesson: Lesson) -> bytes:
    """Return the text of a lesson's file, indented for people, UTF-8."""
    return msgspec.json.format(msgspec.json.encode(lesson), indent=1) + b"\n"


def _problems(lesson: Lesson, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Tell where a lesson of the right types is still none, the first place first."""
    if lesson.schema_version != SCHEMA_VERSION:
        yield (
            "schema_version",
            Message(
                "{version} is not known, expected {expected}", version=lesson.schema_version, expected=SCHEMA_VERSION
            ),
        )
    if not ID.fullmatch(lesson.id):
        yield "id", Message("small letters, digits and _ were expected, as in one_weight")
    if not 1 <= lesson.minutes <= 120:
        yield "minutes", Message("a whole number from 1 to 120 was expected")
    yield from _start_problems(lesson.start)
    if not 1 <= len(lesson.steps) <= MAX_STEPS:
        yield (
            "steps",
            Message("{count} steps; expected 1 to {most}", count=len(lesson.steps), most=MAX_STEPS),
        )
    for place, texts, optional in _texts(lesson):
        yield from _text_problems(place, texts, languages, optional=optional)
    seen: set[str] = set()
    for index, step in enumerate(lesson.steps):
        place = f"steps[{index}]"
        if not ID.fullmatch(step.id):
            yield f"{place}.id", Message("small letters, digits and _ were expected, as in one_weight")
        if step.id in seen:
            yield f"{place}.id", Message("{id} is already another step's; choose another", id=step.id)
        seen.add(step.id)
        yield from _step_problems(place, step)


def _start_problems(start: Start) -> Iterator[tuple[str, str]]:
    if sum(map(bool, (start.preset, start.chain, start.experiment))) != 1:
        yield "start", Message("one of preset, chain, experiment was expected")
    name = start.experiment
    if name and (Path(name).is_absolute() or ".." in Path(name).parts or Path(name).suffix not in (".json", ".npz")):
        yield (
            "start.experiment",
            Message("the name of a .json or .npz file in the lesson's own folder was expected"),
        )
    if start.example < 0:
        yield "start.example", Message("the number of a training example, or 0, was expected")
    for key, value in (("example", start.example), ("set", start.set)):
        if start.chain and value:
            yield f"start.{key}", Message("a worked example of the chain rule has none; remove it")


def _step_problems(place: str, step: Step) -> Iterator[tuple[str, str]]:
    for key, deeds in (("do", step.do), ("solve", step.solve)):
        for name, value in deeds.items():
            deed = DEEDS.get(name)
            if deed is None:
                yield f"{place}.{key}.{name}", Message("unknown key; {known}", known=allowed_names(name, DEEDS))
            elif not deed.fits(value):
                yield f"{place}.{key}.{name}", Message("{expected} was expected", expected=deed.expected)
    for where, formula in formulas_of(step):
        if len(formula) > MAX_FORMULA:
            yield (
                f"{place}.{where}",
                Message("{count} characters; at most {most} are allowed", count=len(formula), most=MAX_FORMULA),
            )
    for formula, condition in step.until.items():
        if not COMPARISON.fullmatch(condition):
            yield (
                f"{place}.until.{formula}",
                Message("{condition}: one of >= <= > < == and a number was expected", condition=condition),
            )
    if step.solve and not step.until:
        yield f"{place}.solve", Message("there is no goal that it could reach; remove it, or add until")
    show = step.show
    for key, name, names in (("workspace", show.workspace, WORKSPACES), ("page", show.page, PAGES)):
        if name and name not in names and not (key == "page" and is_page(name)):
            yield (
                f"{place}.show.{key}",
                Message("{name} is not known; {known}", name=name, known=allowed_names(name, names)),
            )
    for key, numbers, most in (("examples", step.examples, 23), ("misconceptions", step.misconceptions, 12)):
        if numbers and not 1 <= min(numbers) <= max(numbers) <= most:
            yield f"{place}.{key}", Message("whole numbers from 1 to {most} were expected", most=most)
    for index, name in enumerate(step.lock):
        if name not in LOCKABLE:
            known = allowed_names(name, LOCKABLE)
            yield f"{place}.lock[{index}]", Message("{name} cannot be locked; {known}", name=name, known=known)
    for name in show.light:
        yield from _cell_problems(f"{place}.show.light", name)
    if step.ask is not None:
        yield from _ask_problems(f"{place}.ask", step.ask)


def formulas_of(step: Step) -> Iterator[tuple[str, str]]:
    """Return the formulas of a step, each with its place."""
    for index, formula in enumerate(step.until):
        yield f"until[{index}]", formula
    if (ask := step.ask) is None:
        return
    yield "ask.answer", ask.answer
    yield from ((f"ask.choices[{index}].value", choice.value) for index, choice in enumerate(ask.choices))
    yield from ((f"ask.wrong[{index}].value", wrong.value) for index, wrong in enumerate(ask.wrong))


def _ask_problems(place: str, ask: Ask) -> Iterator[tuple[str, str]]:
    kind = QUESTIONS.get(ask.kind)
    if kind is None:
        yield (
            f"{place}.kind",
            Message("{kind} is not known; {known}", kind=ask.kind, known=allowed_names(ask.kind, QUESTIONS)),
        )
        return
    told = msgspec.structs.asdict(ask)
    for name in kind.needs:
        if not told[name]:
            yield f"{place}.{name}", Message("missing; add it")
    for key in sorted(OF_SOME - {*kind.keys}):
        for inside, value in _values(ask, key):
            if value:
                yield f"{place}.{inside}", Message("a question of the kind {kind} has none; remove it", kind=ask.kind)
    if len(ask.choices) > MAX_CHOICES or len(ask.choices) == 1:
        yield (
            f"{place}.choices",
            Message("{count} choices; expected 2 to {most}", count=len(ask.choices), most=MAX_CHOICES),
        )
    of = QUANTITY.fullmatch(ask.of)
    if ask.of and (of is None or of[3] is not None):
        yield f"{place}.of", Message("{name}: a quantity such as dW[1] was expected", name=ask.of)
    for name in ask.hide:
        yield from _cell_problems(f"{place}.hide", name)
    try:
        near(1.0, 2.0, ask.tolerance)
    except LessonError as error:
        yield f"{place}.tolerance", error.message


def _values(ask: Ask, key: str) -> Iterator[tuple[str, Any]]:
    """Return what stands at a key of a question, or at one of its choices."""
    name, _, of_choice = key.partition(".")
    value = msgspec.structs.asdict(ask)[name]
    if not of_choice:
        yield key, value
        return
    for index, choice in enumerate(value):
        yield f"{name}[{index}].{of_choice}", msgspec.structs.asdict(choice)[of_choice]


def _cell_problems(place: str, name: str) -> Iterator[tuple[str, str]]:
    if not (QUANTITY.fullmatch(name) or WHOLE.fullmatch(name) or re.fullmatch(r"[^\W\d]\w{0,39}", name)):
        yield place, Message("{name}: a cell or a quantity was expected, as in dW[1][2,1] or dW[1]", name=name)


def _texts(lesson: Lesson) -> Iterator[tuple[str, Texts, bool]]:
    """Return every text with its place, and whether it may be left out."""
    yield "title", lesson.title, False
    for index, step in enumerate(lesson.steps):
        place = f"steps[{index}]"
        yield f"{place}.text", step.text, False
        yield f"{place}.paper", step.paper, True
        if (ask := step.ask) is None:
            continue
        yield f"{place}.ask.text", ask.text, True
        yield f"{place}.ask.paper", ask.paper, True
        for number, choice in enumerate(ask.choices):
            yield f"{place}.ask.choices[{number}].text", choice.text, False
            yield f"{place}.ask.choices[{number}].say", choice.say, True
        for number, wrong in enumerate(ask.wrong):
            yield f"{place}.ask.wrong[{number}].say", wrong.say, False
        for number, hint in enumerate(ask.hints):
            yield f"{place}.ask.hints[{number}]", hint, False


def _text_problems(
    place: str, texts: Texts, languages: tuple[str, ...], *, optional: bool
) -> Iterator[tuple[str, str]]:
    if optional and not texts:
        return
    for language in texts.keys() - LANGUAGES.keys():
        yield f"{place}.{language}", Message("unknown key; {known}", known=allowed_names(language, LANGUAGES))
    if not any(text.strip() for text in texts.values()):
        yield place, Message("a text was expected, in one language at least")
    for language in languages:
        if not texts.get(language, "").strip():
            yield f"{place}.{language}", Message("missing; add it")
    for language, text in texts.items():
        if len(text) > MAX_TEXT:
            yield (
                f"{place}.{language}",
                Message("{count} characters; at most {most} are allowed", count=len(text), most=MAX_TEXT),
            )
