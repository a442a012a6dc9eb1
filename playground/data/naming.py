"""Names out of a person's file, bounded where they are shown: a header may be a sentence, a corpus, a picture."""

from collections.abc import Iterable

LONGEST_NAME = 80
"""So many characters of a column's or a class's name are shown."""


def short_name(name: str) -> str:
    """Return a name, its middle left out where it is too long: names tend to differ at their ends."""
    if len(name) <= LONGEST_NAME:
        return name
    kept = LONGEST_NAME - 1
    return f"{name[: kept - kept // 2]}…{name[-(kept // 2) :]}"


def short_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return names as they are shown, each still another one than the others."""
    shown: dict[str, None] = {}
    for name in names:
        short, number = short_name(name), 2
        while short in shown:
            short, number = f"{short_name(name)} ({number})", number + 1
        shown[short] = None
    return tuple(shown)
