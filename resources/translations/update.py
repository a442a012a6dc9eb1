"""Collect the texts that people read, and compile their translations: a tool for developers.

Run it after a text was added or changed, from anywhere, in the environment that the program is installed in::

    python resources/translations/update.py

For every ``playground_<language>.ts`` beside this file it

1. collects all texts with Qt's ``lupdate``: those wrapped in `tr`, `translate` or `QT_TRANSLATE_NOOP` in the package's
   modules, the templates of every `playground.messages.Message` (context ``messages``), those of the tables
   (activations, costs, fields, datasets …), which know no Qt and stand in the context ``tables``, and the few of Qt
   that it does not translate itself;
   translations that are there already are kept, texts that are gone are dropped;
2. compiles ``playground_<language>.qm``, which the program loads, with Qt's ``lrelease``;
3. names what has no translation yet, and ends with exit code 1 if there is anything. Translate it in the ``.ts`` file
   (with ``pyside6-linguist`` or any editor, removing ``type="unfinished"``) and run the tool again.

A new language begins with ``--add fr``. Both tools of Qt come with PySide6-Essentials.
"""

import argparse
import ast
import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import PySide6

import playground
from playground.data import FEATURES, GENERATORS
from playground.engine import SCHEDULES
from playground.engine.mistakes import MISTAKES
from playground.files import FIELDS
from playground.messages import CONTEXTS
from playground.training import SPEED_LIMITS
from playground.training.diagnostics import KINDS
from playground.training.undo import ENTRIES
from playground.training.walkthrough.explanation import GIVEN, NOTES, OVER_OUTPUTS, OVER_PATHS, TO_BE_FOUND
from playground.training.walkthrough.walk import PHASE_TITLES
from playground.views.theme import THEMES

FOLDER = Path(__file__).resolve().parent
PACKAGE = Path(playground.__file__).resolve().parent
REFUSALS = tuple(
    f"{room}Error" for room in ("Data", "Expression", "FailedRun", "File", "Lesson", "Output", "Training", "Usage")
)
"""The errors that carry a message."""
PLACEHOLDER = re.compile(r"\{[^{}]*\}|--\w+")
MESSAGES, CONTEXT = CONTEXTS
"""Where messages and the texts of tables are looked up."""

OF_QT = {
    "QAbstractFileIconProvider": ("Drive", "Folder", "Unknown"),
    "QFileDialog": ("&Look in:", "Files of &type:"),
}
"""What Qt says in a file dialog and its own translations lack, by context; ours are asked first."""


class Message(NamedTuple):
    """One text of a ``.ts`` file; `finished` where somebody vouches for the translation."""

    context: str
    source: str
    translation: str
    finished: bool


def table_texts() -> tuple[str, ...]:
    """Return every text of the tables that a view shows, each once."""
    return tuple(dict.fromkeys(text for text in _table_texts() if text))


def _table_texts() -> Iterator[str]:
    for field in FIELDS.values():
        yield from (field.label, field.tooltip, field.unit, field.off)
        for record in (field.choices or {}).values():
            yield from (record.label, record.description)
    for schedule in SCHEDULES.values():
        yield from (schedule.length, schedule.share)
    for generator in GENERATORS.values():
        # The data panel makes a sentence of what the noise is measured in.
        yield from (generator.label, generator.description, generator.noise_label)
    for feature in FEATURES.values():
        yield from (feature.label, feature.description)
    for pace in SPEED_LIMITS.values():
        yield pace.label
    for theme in THEMES.values():
        yield theme.label
    yield from ENTRIES
    yield from _texts_of_an_update()


def _texts_of_an_update() -> Iterator[str]:
    """Yield what is said about backpropagation: the walk, the gradient check, the health of the layers."""
    yield from PHASE_TITLES.values()
    yield from (GIVEN, OVER_OUTPUTS, OVER_PATHS, TO_BE_FOUND)
    yield from NOTES.values()
    for mistake in MISTAKES.values():
        yield from (mistake.label, mistake.description, mistake.hint, mistake.agrees)
    for kind in KINDS.values():
        yield kind.label


def message_templates() -> tuple[str, ...]:
    """Return the template of every `Message` and of every refusal that is made in the package, each once.

    Raises
    ------
    ValueError
        If one is not written out where it is made: nobody could translate it.
    """
    found: dict[str, None] = {}
    for path in _modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
                continue
            template = node.args[0]
            if isinstance(template, ast.Constant) and isinstance(template.value, str):
                has_words = any(map(str.isalpha, PLACEHOLDER.sub("", template.value)))
                if has_words and (node.func.id == "Message" or node.func.id in REFUSALS):
                    found[template.value] = None
            elif node.func.id == "Message" or (node.func.id in REFUSALS and isinstance(template, ast.JoinedStr)):
                raise ValueError(f"{path}:{node.lineno}: the template of a message is not written out")
    return tuple(sorted(found))


def _modules() -> list[Path]:
    return sorted(
        path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] not in ("resources", "messages")
    )


def collect(ts: Path) -> None:
    """Bring the texts of a ``.ts`` file up to date; translations of texts that are still there stay."""
    with tempfile.TemporaryDirectory() as scratch:
        tables = Path(scratch) / "tables.py"
        texts = {MESSAGES: message_templates(), CONTEXT: table_texts(), **OF_QT}
        lines = [
            f'QT_TRANSLATE_NOOP("{context}", {json.dumps(text, ensure_ascii=False)})\n'
            for context, group in texts.items()
            for text in group
        ]
        tables.write_text("".join(lines), encoding="utf-8")
        # Guessed translations would look finished; line numbers would change the file with every edit of the code.
        guesses = ("-disable-heuristic", "sametext", "-disable-heuristic", "similartext")
        _run(
            "lupdate",
            "-silent",
            "-no-obsolete",
            "-locations",
            "none",
            *guesses,
            *map(str, (*_modules(), tables)),
            "-ts",
            str(ts),
        )


def compile_translations(ts: Path, qm: Path) -> None:
    """Write the binary form of a ``.ts`` file that `QTranslator` loads."""
    _run("lrelease", "-silent", str(ts), "-qm", str(qm))


def messages(ts: Path) -> tuple[Message, ...]:
    """Return the texts of a ``.ts`` file with their translations."""
    found = []
    for context in ElementTree.parse(ts).getroot().iter("context"):
        name = context.findtext("name", "")
        for element in context.iter("message"):
            translation = element.find("translation")
            text = "" if translation is None else translation.text or ""
            finished = translation is not None and "type" not in translation.attrib
            found.append(Message(name, element.findtext("source", ""), text, finished))
    return tuple(found)


def _run(tool: str, *arguments: str) -> None:
    program = shutil.which(tool, path=str(Path(PySide6.__file__).resolve().parent))
    if program is None:
        sys.exit(f"{tool} is not installed; it comes with PySide6-Essentials")
    result = subprocess.run([program, *arguments], capture_output=True, text=True)
    if result.returncode:
        sys.exit(f"{tool} failed: {(result.stderr or result.stdout).strip()}")


def main() -> int:
    """Update every language; return 1 if a text waits for its translation."""
    parser = argparse.ArgumentParser(description="Collect the texts that people read, and compile their translations.")
    parser.add_argument("--add", metavar="LANGUAGE", help="begin another language, such as fr")
    added = parser.parse_args().add
    files = set(FOLDER.glob("playground_*.ts")) | ({FOLDER / f"playground_{added}.ts"} if added else set())
    waiting = 0
    for ts in sorted(files):
        collect(ts)
        compile_translations(ts, ts.with_suffix(".qm"))
        texts = messages(ts)
        missing = [message for message in texts if not (message.finished and message.translation)]
        waiting += len(missing)
        sys.stdout.write(f"{ts.name}: {len(texts)} texts, {len(missing)} without a translation\n")
        sys.stdout.writelines(f"  {message.context}: {message.source!r}\n" for message in missing)
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())
