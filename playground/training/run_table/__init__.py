"""Pinned runs and the networks on the wall as one table: which there are, how they came out, and what that shows."""

from playground.training.run_table.condition import Condition, condition_of
from playground.training.run_table.differences import of_all, of_best_and_worst, of_groups, of_one, of_two
from playground.training.run_table.groups import EVERY, RunGroup, Spread, groupings, groups_of
from playground.training.run_table.rows import NOW, Kind, RunRow, run_rows, table_of_runs

__all__ = [
    "EVERY",
    "NOW",
    "Condition",
    "Kind",
    "RunGroup",
    "RunRow",
    "Spread",
    "condition_of",
    "groupings",
    "groups_of",
    "of_all",
    "of_best_and_worst",
    "of_groups",
    "of_one",
    "of_two",
    "run_rows",
    "table_of_runs",
]
