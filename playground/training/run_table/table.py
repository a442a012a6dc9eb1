"""The table of runs for files: a row for each, with the settings in which they differ as ``--set`` takes them."""

import math
from collections.abc import Mapping, Sequence
from operator import attrgetter

import msgspec

from playground.files import RESOLVED
from playground.training.comparison import differing
from playground.training.many.table import typed
from playground.training.run_table.rows import RunRow

Cell = float | int | str | None


def table_of_runs(rows: Sequence[RunRow]) -> Mapping[str, list[Cell]]:
    """Return the table by column."""
    columns: dict[str, list[Cell]] = {"kind": [row.key[0] for row in rows], "name": [str(row.name) for row in rows]}
    for each in differing([row.experiment for row in rows]):
        read = attrgetter(RESOLVED.get(each.path, each.path))
        columns[each.path] = [typed(msgspec.to_builtins(read(row.experiment))) for row in rows]
    columns["epochs"] = [row.epoch for row in rows]
    numbers: Mapping[str, list[float | None]] = {
        "train_score": [row.train_score for row in rows],
        "test_score": [row.test_score for row in rows],
        "train_cost": [row.train_cost for row in rows],
        "test_cost": [row.test_cost for row in rows],
    }
    for name, values in numbers.items():
        columns[name] = [None if value is None or math.isnan(value) else value for value in values]
    columns["solved"] = [None if row.solved is None else int(row.solved) for row in rows]
    columns["diverged"] = [int(row.diverged) for row in rows]
    return columns
