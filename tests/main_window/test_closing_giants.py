"""Closing the real window while a giant file is being opened: soon over, and the session kept."""

import time
from pathlib import Path

import numpy as np
import pytest

from playground.main_window.documents import last_session_path
from playground.training import TrainingSession
from playground.training.import_job import IMPORT, ImportJob
from playground.training.saved.jobs import read_memory

SECONDS_OF_WORK = 2.0


def giant_table(folder: Path) -> Path:
    path = folder / "giant.csv"
    rows = b"".join(b"%d,%d.5,%d.25,%d,a\n1,2.5,-3,4,b\n" % (i, i % 7, i % 11, i % 5) for i in range(1000))
    path.write_bytes(b"x1,x2,x3,x4,class\n" + 300 * rows)
    return path


def giant_images(folder: Path) -> Path:
    path = folder / "giant-images-idx3-ubyte"
    count = 60_000
    path.write_bytes(bytes([0, 0, 8, 3]) + b"".join(n.to_bytes(4, "big") for n in (count, 28, 28)) + bytes(count * 784))
    labels = np.arange(count, dtype=np.uint8) % 10
    (folder / "giant-labels-idx1-ubyte").write_bytes(bytes([0, 0, 8, 1]) + count.to_bytes(4, "big") + labels.tobytes())
    return path


@pytest.fixture
def slices(monkeypatch) -> list[float]:
    """The slices of the import, of which the first alone reads on: however quick the machine, it is never through."""
    slices: list[float] = []
    advance = ImportJob.advance

    def first_alone(job: ImportJob, seconds: float) -> bool:
        slices.append(seconds)
        return len(slices) == 1 and advance(job, seconds)

    monkeypatch.setattr(ImportJob, "advance", first_alone)
    return slices


@pytest.mark.parametrize("make", [giant_table, giant_images])
@pytest.mark.parametrize("midway", [False, True])
def test_a_giant_holds_nothing_up(qtbot, make_window, tmp_path, slices, make, midway):
    path = make(tmp_path)
    window = make_window("circles")
    window._actions["step_epoch"].trigger()
    qtbot.waitUntil(lambda: window.snapshot.epoch == 1)
    weights = [array.copy() for array in window.snapshot.W]
    window.open(path)
    if midway:
        qtbot.waitUntil(lambda: len(slices) > 1)
    begin = time.process_time()
    assert window.close()
    assert time.process_time() - begin < SECONDS_OF_WORK
    assert not window.isVisible()
    assert window.snapshot.work.get(IMPORT) is None or not window.snapshot.work[IMPORT].problem
    kept = TrainingSession.from_memory(read_memory(str(last_session_path())))
    assert kept.experiment.data.source == "circles"
    assert kept.epoch == 1
    assert all(np.array_equal(a, b) for a, b in zip(weights, kept.run.network.W, strict=True))
