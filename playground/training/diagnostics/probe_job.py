"""Looking for the cause of a run that is stuck: other first weights are tried beside the training, in slices."""

from collections.abc import Generator

from playground.training.diagnostics import Probe, Trials
from playground.training.diagnostics.probe import NOTHING
from playground.training.jobs import Job

PROBE = "probe"
"""The kind of the job."""


class ProbeJob(Job[Trials | None]):
    """Tries what a probe has to try; a `Job`. It works on networks of its own: the probe tells what they came to."""

    def __init__(self, probe: Probe) -> None:
        self._probe = probe
        super().__init__(self._trying(), None)

    def refused(self, problem: str) -> Trials:  # noqa: ARG002 - nobody has asked for it
        """Leave it at that nothing is known."""
        self._probe.found = NOTHING
        return NOTHING

    def _trying(self) -> Generator[None, None, Trials | None]:
        for _ in self._probe.trying():
            yield None
        return self._probe.found
