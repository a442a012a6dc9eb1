"""What a session's file costs: saving and opening one with a timeline that is nearly full.

Both are done in slices between two slices of training, so that the longest slice says how long training may rest.
`bytes_written_s` is the floor: as many bytes written and brought to the disk in one go.

Run: ``python tests/benchmarks/session.py [--json] [--megabytes 45]``
"""

import argparse
import json
import os
import tempfile
import time
from pathlib import Path

for library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

from playground.files import override, read_preset
from playground.training import TrainingSession
from playground.training.saved.jobs import OpenJob, SaveJob

SLICE_SECONDS = 0.002
MEBIBYTE = 2**20


def trained(megabytes: float) -> TrainingSession:
    """Return a session on the digits with a timeline of about so many MiB."""
    session = TrainingSession(override(read_preset("digits"), ["network.hidden=[32,16]"]))
    epoch = 0
    while session.timeline.records.n_bytes < megabytes * MEBIBYTE and epoch < 2000:
        epoch += 20
        session.advance(float("inf"), until_epoch=epoch)
    return session


def in_slices(job) -> dict[str, float]:
    """Let a job work to its end; return the seconds it took, and its longest slice."""
    begin, longest, done = time.perf_counter(), 0.0, False
    while not done:
        start = time.perf_counter()
        done = job.advance(SLICE_SECONDS)
        longest = max(longest, time.perf_counter() - start)
    return {"seconds": time.perf_counter() - begin, "longest_slice_ms": 1000 * longest}


def floor(path: Path, size: int) -> float:
    """Return the seconds that as many bytes take in one go."""
    content = os.urandom(MEBIBYTE) * (size // MEBIBYTE + 1)
    begin = time.perf_counter()
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return time.perf_counter() - begin


def measure(megabytes: float) -> dict[str, object]:
    """Save a session, and open it again."""
    session = trained(megabytes)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "full.playground"
        begin = time.perf_counter()
        session.memory()
        taking = time.perf_counter() - begin
        saving = in_slices(SaveJob(path, session, 1))
        opening = in_slices(OpenJob(str(path), 1))
        size = path.stat().st_size
        return {
            "timeline_mib": session.timeline.records.n_bytes / MEBIBYTE,
            "records": len(session.timeline.records),
            "file_mib": size / MEBIBYTE,
            "taking_ms": 1000 * taking,
            "save": saving,
            "open": opening,
            "bytes_written_s": floor(Path(folder) / "floor", size),
        }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What saving and opening a session costs.")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--megabytes", type=float, default=45, help="of the timeline, about (default 45)")
    options = parser.parse_args()
    figures = measure(options.megabytes)
    if options.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        text = (
            ", ".join(f"{key} {each:.3g}" for key, each in value.items()) if isinstance(value, dict) else f"{value:.3g}"
        )
        print(f"{name:16} {text}")


if __name__ == "__main__":
    main()
