"""Many networks as a table, a row for each: for files."""

import json
import math
from collections.abc import Mapping
from typing import Any

from playground.training.many.frame import ManyFrame


def table_of(frame: ManyFrame) -> Mapping[str, list[float | int | str | None]]:
    """Return the table by column; settings as ``--set`` takes them."""
    columns: dict[str, list[float | int | str | None]] = {
        key: [typed(member.settings[key]) for member in frame.members] for key in frame.keys
    }
    columns["seed"] = [member.seed for member in frame.members]
    columns["epochs"] = frame.epochs.tolist()
    for name, values in frame.named.items():
        columns[name] = [None if math.isnan(value) else value for value in values.tolist()]
    columns["diverged"] = frame.diverged.astype(int).tolist()
    return columns


def typed(value: Any) -> str:
    """Return a value as ``--set`` takes it."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
