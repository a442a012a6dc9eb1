"""Histograms over the epochs as a table, and counted for a file."""

from collections.abc import Generator, Iterable, Mapping

from msgspec.structs import replace

from playground.training.animation import AnimationFrames
from playground.training.histograms import GRADIENTS, Histogram, HistogramJob, Histograms
from playground.training.jobs import Job
from playground.training.moments import Record
from playground.training.snapshot import Snapshot
from playground.training.training_run import TrainingRun

Cells = list[float | int | str | None]
COLUMNS = ("quantity", "layer", "low", "high", "epoch", "share")


class HistogramPortrait(Job[AnimationFrames]):
    """A `Job` that comes to a single frame: the present one, with the histograms of all recorded epochs.

    Parameters
    ----------
    number
        Which wish it answers.
    base
        The present frame.
    """

    def __init__(self, number: int, records: Iterable[Record], run: TrainingRun, base: Snapshot) -> None:
        self._number, self._base = number, base
        super().__init__(self._work(HistogramJob(records, run, {})), AnimationFrames(number, (), 1))

    def refused(self, problem: str) -> AnimationFrames:
        """Return the frame that tells a problem."""
        return AnimationFrames(self._number, (), 1, problem)

    def _work(self, counting: HistogramJob) -> Generator[None, None, AnimationFrames]:
        while not counting.advance(0.0):
            yield None
        return AnimationFrames(self._number, (replace(self._base, histograms=counting.result),), 1)


def histogram_table(report: Histograms) -> Mapping[str, Cells]:
    """Return a row for each quantity, layer, bin and epoch; the bins of gradients are of their size."""
    found: dict[str, Cells] = {name: [] for name in COLUMNS}
    epochs = report.epochs.astype(int).tolist()
    for quantity, layers in report.layers.items():
        for layer, histogram in enumerate(layers, start=1):
            for low, high, shares in _bins(histogram, is_exponent=quantity == GRADIENTS):
                for epoch, share in zip(epochs, shares, strict=True):
                    row = quantity, layer, low, high, epoch, None if share != share else share
                    for name, value in zip(COLUMNS, row, strict=True):
                        found[name].append(value)
    return found


def _bins(histogram: Histogram, *, is_exponent: bool) -> Iterable[tuple[float, float, list[float]]]:
    """Yield the ends of each bin, and its shares over the epochs; what is exactly 0 comes first."""
    if histogram.zeros is not None:
        yield 0.0, 0.0, histogram.zeros.tolist()
    edges = (10.0**histogram.edges if is_exponent else histogram.edges).tolist()
    yield from zip(edges[:-1], edges[1:], histogram.shares.tolist(), strict=True)
