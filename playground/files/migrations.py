"""Bringing older experiment files up to date, one version at a time.

A file that an older version of the program wrote goes through every later migration in order, as plain JSON values;
only then is it decoded and validated.
"""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from playground.files.errors import FileError, not_allowed, quoted
from playground.files.experiment import SCHEMA_VERSION
from playground.messages import Message


class Migration(Struct, frozen=True):
    """One step of the format, to `version` from the one before.

    `change`: takes the file's top-level object (its own copy, free to change) and returns the new one.
    """

    version: int
    reason: str
    change: Callable[[dict[str, Any]], dict[str, Any]]


def _as_they_were(raw: dict[str, Any]) -> dict[str, Any]:
    """Let a file's data be what they were before new ones got other defaults."""
    data: Any = raw.get("data")
    if isinstance(data, dict) and isinstance(data.get("source"), dict):
        source = dict(data["source"])
        if "idx" in source:
            raw["data"] = data | {"source": {"white": 255} | source}
        if "csv" in source:
            if raw.get("columns") and not source.get("inputs"):
                # All others were inputs; today some are left out, and another one may be predicted.
                source |= {"inputs": raw["columns"], "as": "classes" if raw.get("classes") else "numbers"}
            raw["data"] = {"standardize_targets": False} | data | {"source": source}
    return raw


MIGRATIONS: tuple[Migration, ...] = (
    Migration(2, "options of tables, images, standardization and stop rules may be named", lambda raw: raw),
    Migration(
        3,
        "pixels are divided by the largest that there can be, and no longer always by 255; what a table leaves "
        "open is found out, and numbers to predict of it are standardized, unless the file says no",
        _as_they_were,
    ),
    Migration(4, "schedules, weight decay, clipping, dropout and what is frozen or off may be named", lambda raw: raw),
)
"""Every migration, oldest first: version 1 is the first format."""


def migrate(
    raw: dict[str, Any], where: str, migrations: Sequence[Migration] = MIGRATIONS, current: int = SCHEMA_VERSION
) -> dict[str, Any]:
    """Return the experiment file's object in the current format.

    Raises `FileError` if its version is missing, no version at all, or newer than this program, or if an old file lacks
    what its version must have.
    """
    version = raw.get("schema_version")
    if version is None:
        raise FileError(
            "{where}: schema_version: missing, so this is no experiment file; {current} was expected",
            where=where,
            current=current,
        )
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        expected = (
            "1" if current == 1 else Message("a whole number from {low:.12g} to {high:.12g}", low=1, high=current)
        )
        raise not_allowed(f"{where}: schema_version", version, expected)
    if version > current:
        raise FileError(
            "{where}: schema_version: {version} was written by a newer version of the program; this one reads up to "
            "{current}; open it with a newer one",
            where=where,
            version=quoted(version),
            current=current,
        )
    for migration in migrations:
        if version < migration.version <= current:
            try:
                raw = migration.change(dict(raw))
            except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
                raise FileError(
                    "{where}: could not be brought from version {before} to {after}: {error}; open it in the "
                    "version that wrote it, and save it again",
                    where=where,
                    before=migration.version - 1,
                    after=migration.version,
                    error=f"{type(error).__name__} {error}",
                ) from error
            raw["schema_version"] = version = migration.version
    return raw
