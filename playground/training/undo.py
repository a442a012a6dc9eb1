"""Undo and redo: moments of a run to come back to, in bounded memory."""

from collections.abc import Callable
from dataclasses import dataclass

from playground.training.training_run import RunMemory

MOST_MOMENTS = 50
MOST_BYTES = 256_000_000
"""Beyond this the oldest moments are forgotten; the last one never is."""


@dataclass(frozen=True, eq=False)
class Moment:
    """The state before a change, and what the change is called."""

    label: str
    memory: RunMemory


class UndoHistory:
    """What was changed, and what was taken back."""

    def __init__(self) -> None:
        self._past: list[Moment] = []
        self._future: list[Moment] = []

    @property
    def undo_label(self) -> str:
        """What `back` would take back; empty if nothing."""
        return self._past[-1].label if self._past else ""

    @property
    def redo_label(self) -> str:
        """What `forward` would repeat; empty if nothing."""
        return self._future[-1].label if self._future else ""

    def remember(self, label: str, memory: Callable[[], RunMemory], *, joins: bool = False) -> None:
        """Keep the present state, before a change of it.

        Parameters
        ----------
        memory
            Takes the present state.
        joins
            Whether the change continues one of the same label, as every step of a dragged slider does: both are then
            taken back together.
        """
        self._future.clear()
        if joins and label == self.undo_label:
            return
        self._past.append(Moment(label, memory()))
        while len(self._past) > MOST_MOMENTS or (len(self._past) > 1 and _bytes(self._past) > MOST_BYTES):
            del self._past[0]

    def back(self, present: RunMemory) -> RunMemory | None:
        """Return the state before the last change, and keep the present one for `forward`; None if there is none."""
        return _travel(self._past, self._future, present)

    def forward(self, present: RunMemory) -> RunMemory | None:
        """Return the state before the last `back`, and keep the present one for `back`; None if there is none."""
        return _travel(self._future, self._past, present)


def _travel(source: list[Moment], target: list[Moment], present: RunMemory) -> RunMemory | None:
    if not source:
        return None
    moment = source.pop()
    target.append(Moment(moment.label, present))
    return moment.memory


def _bytes(moments: list[Moment]) -> int:
    """Bytes held by moments, the examples that several share counted once."""
    examples = {id(moment.memory.examples): moment.memory.examples for moment in moments}
    return sum(moment.memory.n_bytes for moment in moments) + sum(each.n_bytes for each in examples.values())
