"""Many images: read, prepared and learned in little more memory than they take as float32."""

import struct
import tracemalloc

import numpy as np
import pytest

from playground.files import IdxSource, problem_shape
from playground.training.commands import ChangeField
from playground.training.commands.files import StartImport

COUNT, SIDE = 3000, 28


@pytest.fixture
def images(tmp_path):
    rng = np.random.default_rng(0)
    labels = (np.arange(COUNT) % 10).astype(np.uint8)
    pixels = rng.integers(0, 256, (COUNT, SIDE, SIDE), np.uint8)
    (tmp_path / "images").write_bytes(struct.pack(">4I", 0x803, COUNT, SIDE, SIDE) + pixels.tobytes())
    (tmp_path / "labels").write_bytes(struct.pack(">2I", 0x801, COUNT) + labels.tobytes())
    return IdxSource(idx=str(tmp_path / "images"))


def learn_an_epoch(session, source):
    StartImport(source).apply(session)
    while session.jobs.busy:
        session.jobs.advance(0.05)
    session.start(())
    session.advance(60.0, until_epoch=1)
    session.snapshot()


def test_large_files_are_float32_and_not_copied_often(make_session, images, monkeypatch):
    monkeypatch.setattr(problem_shape, "LARGE", COUNT * SIDE * SIDE)
    session = make_session("circles")
    session.snapshot()
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        learn_an_epoch(session, images)
        peak = tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()
    assert session.experiment.network.dtype == "float32"
    assert session.epoch == 1
    # A block of batches and the network's own arrays do not grow with the file.
    assert peak < 3 * COUNT * SIDE * SIDE * 4 + 12e6


def test_another_precision_is_that_of_the_file(make_session, images):
    session = make_session("circles")
    learn_an_epoch(session, images)
    assert session.experiment.network.dtype == "float64"
    exact = session.snapshot().problem_info.train_X
    ChangeField("network.dtype", "float32").apply(session)
    rounded = session.snapshot().problem_info.train_X
    assert rounded.dtype == np.float32
    np.testing.assert_array_equal(rounded, exact.astype(np.float32))
    ChangeField("network.dtype", "float64").apply(session)
    np.testing.assert_array_equal(session.snapshot().problem_info.train_X, exact)
