"""What a view may ask of a run beside the usual: computed for every frame, and only as long as somebody asks."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Protocol

from playground.training.errors import TrainingError
from playground.training.training_run import TrainingRun

Asked = Callable[[], Any]


class Query(Protocol):
    """Something a view wants to know about a run: a frozen dataclass, equal to another that asks the same."""

    def prepare(self, run: TrainingRun) -> Asked:
        """Return what computes the answer for the parameters as they are, a new frozen object at every call.

        Called once for a run, so that buffers are made here and not for every frame. Raises `TrainingError` if the run
        has no such answer.
        """
        ...


class Queries:
    """The queries that are open, and what answers them.

    `asked`: what is asked: another object whenever somebody asked.
    """

    def __init__(self) -> None:
        self.asked: frozenset[Query] = frozenset()
        self._run: TrainingRun | None = None
        self._prepared: dict[Query, Asked] = {}
        self._answered_at: object = None
        self._answers: Mapping[Query, Any] = MappingProxyType({})

    def ask(self, queries: Iterable[Query]) -> None:
        """Answer these from now on, and no others."""
        self.asked = frozenset(queries)
        self._prepared = {query: asked for query, asked in self._prepared.items() if query in self.asked}
        self._answered_at = None

    def answers(self, run: TrainingRun, at: object) -> Mapping[Query, Any]:
        """Return the answers for a run as it stands; the same ones until `at` is another moment.

        A query that the run has no answer to is left out.
        """
        if run is not self._run:
            self._run, self._prepared, self._answered_at = run, {}, None
        if self._answered_at is None or self._answered_at != at:
            self._answered_at = at
            self._answers = MappingProxyType({q: asked() for q in self.asked if (asked := self._asked(q)) is not None})
        return self._answers

    def _asked(self, query: Query) -> Asked | None:
        assert self._run is not None
        if query not in self._prepared:
            try:
                self._prepared[query] = query.prepare(self._run)
            except TrainingError:
                return None
        return self._prepared[query]
