"""The history of a run as a table: a row for each recorded epoch."""

from playground.training.results import Curves

COLUMNS = ("train_cost", "test_cost", "penalty", "train_accuracy", "test_accuracy")


def history_table(curves: Curves) -> dict[str, list[float | int | str | None]]:
    """Return the history by column, the epoch first; None where there is no such number."""
    table: dict[str, list[float | int | str | None]] = {"epoch": [int(epoch) for epoch in curves.epochs]}
    for name in COLUMNS:
        values: list[float] = getattr(curves, name).tolist()
        table[name] = [value if value == value else None for value in values]
    return table
