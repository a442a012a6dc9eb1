"""How fast training goes: as fast as it can, or slowly enough to watch every update."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct


class SpeedLimit(Struct, frozen=True):
    """One speed.

    Attributes
    ----------
    per_second
        Updates or epochs a second; None for no limit.
    """

    name: str
    label: str
    per_second: float | None
    unit: Literal["update", "epoch"] = "update"


_RECORDS = (
    SpeedLimit("full", "As fast as possible", None),
    SpeedLimit("epochs_30", "30 epochs / s", 30, "epoch"),
    SpeedLimit("epochs_5", "5 epochs / s", 5, "epoch"),
    SpeedLimit("epoch", "1 epoch / s", 1, "epoch"),
    SpeedLimit("updates_10", "10 updates / s", 10),
    SpeedLimit("updates_2", "2 updates / s", 2),
)

SPEED_LIMITS: Mapping[str, SpeedLimit] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every speed by name."""


class Allowance:
    """How many updates a speed limit allows by now: grows with time, holds at most a quarter of a second or one unit.

    Attributes
    ----------
    updates_per_epoch
        May change at any time; the units saved up stay.
    """

    def __init__(self, speed_limit: SpeedLimit, updates_per_epoch: int) -> None:
        self._speed_limit = speed_limit
        self._units = 1.0
        self._since: float | None = None
        self.updates_per_epoch = updates_per_epoch

    def updates(self, now: float) -> int | None:
        """Return how many updates may be made at time `now` (seconds, any origin), None for any number."""
        if self._speed_limit.per_second is None:
            return None
        if self._since is not None:
            most = max(1.0, self._speed_limit.per_second / 4)
            self._units = min(self._units + (now - self._since) * self._speed_limit.per_second, most)
        self._since = now
        return int(self._units) * self._updates_per_unit

    def spend(self, updates: int) -> None:
        """Take updates made off the allowance."""
        self._units -= updates / self._updates_per_unit

    @property
    def _updates_per_unit(self) -> int:
        return self.updates_per_epoch if self._speed_limit.unit == "epoch" else 1
