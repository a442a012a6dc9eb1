import io

import numpy as np
import pytest
from PIL import Image

from playground.files import override, read_preset
from playground.training import TrainingSession
from playground.views.pictures import ANIMATIONS, MOST_FRAMES, Animation, figure_png
from playground.views.theme import DARK


def snapshots(preset, *epochs, sets=()):
    session = TrainingSession(override(read_preset(preset), sets))
    frames = []
    for epoch in epochs:
        session.advance(10, until_epoch=epoch)
        frames.append(session.snapshot())
    return frames


def pixels(data):
    with Image.open(io.BytesIO(data)) as picture:
        return np.asarray(picture.convert("RGB"), int)


def animated(frames, ending, name="output", **settings):
    animation = Animation.of_figure(name, **settings)
    for frame in frames:
        animation.add(frame)
    assert len(animation) == len(frames)
    return animation.encoded(ending)


def test_a_picture_follows_the_weights(qapp):
    before, after = snapshots("circles", 0, 50)
    assert not np.array_equal(pixels(figure_png("output", before)), pixels(figure_png("output", after)))


@pytest.mark.parametrize("ending", ANIMATIONS)
@pytest.mark.parametrize("name", ["output", "network", "heatmaps"])
def test_animation(qapp, name, ending):
    frames = snapshots("circles", 0, 5, 50)
    data = animated(frames, ending, name, size=(400, 300))
    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.format, picture.is_animated) == ({".gif": "GIF", ".apng": "PNG"}[ending], True)
        assert (picture.n_frames, picture.size, picture.info["loop"]) == (3, (400, 300), 0)
        seen, durations = [], []
        for index in range(3):
            picture.seek(index)
            seen.append(np.asarray(picture.convert("RGB"), int))
            durations.append(picture.info["duration"])
    assert durations == [100, 100, 2000]
    for found, frame in zip(seen, frames, strict=True):
        # The palette is shared, yet the colours are nearly those of the picture.
        assert np.abs(found - pixels(figure_png(name, frame, size=(400, 300)))).mean() < 4
    assert not np.array_equal(seen[0], seen[-1])


def test_animation_in_the_dark(qapp):
    data = animated(snapshots("circles", 0, 5), ".gif", theme=DARK)
    assert pixels(data)[2, 2].mean() < 60


@pytest.mark.parametrize("ending", ANIMATIONS)
def test_animation_of_a_single_frame(qapp, ending):
    data = animated(snapshots("xor", 0), ending, size=(320, 240))
    with Image.open(io.BytesIO(data)) as picture:
        assert getattr(picture, "n_frames", 1) == 1


def test_a_network_that_grows_stays_in_its_frame(qapp):
    small, large = snapshots("circles", 1)[0], snapshots("circles", 1, sets=["network.hidden=[12,12,12]"])[0]
    with Image.open(io.BytesIO(animated([small, large, small], ".gif", "network"))) as picture:
        assert picture.n_frames == 3


def test_bounds(qapp, monkeypatch):
    with pytest.raises(ValueError, match="at least one frame"):
        Animation.of_figure("output").encoded(".gif")
    monkeypatch.setattr("playground.views.pictures.MOST_FRAMES", 2)
    frame = snapshots("xor", 0)[0]
    with pytest.raises(ValueError, match="at most 2 frames"):
        animated([frame] * 3, ".gif", size=(320, 240))
    assert MOST_FRAMES >= 100
