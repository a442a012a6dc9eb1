"""Pinned runs and the networks on the wall as one table: which there are, how they came out, and what that shows."""

from playground.training.run_table.differences import of_all, of_one, of_two
from playground.training.run_table.rows import NOW, RunKey, RunRow, run_rows

__all__ = ["NOW", "RunKey", "RunRow", "of_all", "of_one", "of_two", "run_rows"]
