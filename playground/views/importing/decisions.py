"""What a person decides about a table, as options for its reader."""

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from playground.data import CsvOptions, TableColumn


def _predict_as(options: CsvOptions, value: str) -> CsvOptions:
    return replace(options, target_as="classes" if value == "classes" else "numbers")


def _predict(options: CsvOptions, column: str) -> CsvOptions:
    return replace(options, labels=(column,), inputs=tuple(name for name in options.inputs if name != column))


def _leave_out(options: CsvOptions, column: str) -> CsvOptions:
    labels, inputs = (tuple(name for name in names if name != column) for names in (options.labels, options.inputs))
    return replace(options, labels=labels, inputs=inputs, ignored=(*options.ignored, column))


DECISIONS: dict[str, Callable[[CsvOptions, str], CsvOptions]] = {
    "target_as": _predict_as,
    "labels": _predict,
    "ignored": _leave_out,
}
"""What a way out decides that no box of `ReadingChoices` shows."""


def with_roles(
    options: CsvOptions, roles: Mapping[str, str], suggested: Mapping[str, str], columns: Sequence[TableColumn]
) -> CsvOptions:
    """Return options in which a person gave columns other roles than the reader would; all others stay with it.

    Parameters
    ----------
    roles
        Of every column, as they are now.
    suggested
        Those that the reader gives by itself.
    """
    usual = {name: suggested.get(name, role) for name, role in roles.items()}
    labels, target_as = options.labels, options.target_as
    before = labels or tuple(name for name, role in usual.items() if role == "label")
    now = tuple(name for name, role in roles.items() if role == "label")
    if now != before:
        new = [name for name in now if name not in before]
        # Several numbers can be predicted at once; of anything else the one chosen last.
        several = all(column.kind == "number" for column in columns if column.name in now)
        labels, target_as = now if several or not new else (new[-1],), None
    forced = any(role == "input" and usual[name] == "ignored" for name, role in roles.items())
    inputs = tuple(name for name, role in roles.items() if role == "input") if forced else ()
    left = (name for name, role in roles.items() if role == "ignored" and usual[name] != "ignored")
    return replace(options, labels=labels, target_as=target_as, inputs=inputs, ignored=() if forced else tuple(left))
