import io
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from playground.files import override, presets, read_preset
from playground.training import TrainingSession
from playground.views.network.svg import network_svg
from playground.views.pictures import output_gif, output_png
from playground.views.theme import DARK, LIGHT

SVG = "{http://www.w3.org/2000/svg}"


def snapshots(preset, *epochs, sets=()):
    session = TrainingSession(override(read_preset(preset), sets))
    frames = []
    for epoch in epochs:
        session.advance(10, until_epoch=epoch)
        frames.append(session.snapshot())
    return frames


def pixels(data):
    with Image.open(io.BytesIO(data)) as picture:
        return np.asarray(picture.convert("RGB"))


@pytest.mark.parametrize("preset", [preset.id for preset in presets()])
def test_every_kind_of_output_is_drawn(qapp, preset):
    (snapshot,) = snapshots(preset, 2)
    found = pixels(output_png(snapshot, side=300))
    assert found.shape == (300, 300, 3)
    # More than the empty plot's hatching and frame: the network's colours or curve.
    assert len(np.unique(found.reshape(-1, 3), axis=0)) > 50


def test_themes_differ(qapp):
    (snapshot,) = snapshots("xor", 2)
    light, dark = (pixels(output_png(snapshot, theme, 200)) for theme in (LIGHT, DARK))
    assert light[2, 2].mean() > 200
    assert dark[2, 2].mean() < 60


def test_picture_follows_the_weights(qapp):
    before, after = snapshots("circles", 0, 50)
    assert not np.array_equal(pixels(output_png(before)), pixels(output_png(after)))


def test_animation(qapp):
    frames = snapshots("circles", 0, 5, 50)
    with Image.open(io.BytesIO(output_gif(frames, side=200))) as picture:
        assert (picture.n_frames, picture.size, picture.info["loop"]) == (3, (200, 200), 0)
        seen = []
        for index in range(3):
            picture.seek(index)
            seen.append(np.asarray(picture.convert("RGB"), int))
    last = pixels(output_png(frames[-1], side=200)).astype(int)
    # The palette is shared, yet the colours are nearly those of the picture.
    assert np.abs(seen[-1] - last).mean() < 3
    assert not np.array_equal(seen[0], seen[-1])


def test_animation_of_a_single_frame(qapp):
    with Image.open(io.BytesIO(output_gif(snapshots("xor", 0), side=100))) as picture:
        assert picture.n_frames == 1


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("preset", ["xor", "spirals", "heart", "blobs", "xor_points"])
def test_diagram_shows_every_neuron_and_weight(qapp, preset, theme):
    (snapshot,) = snapshots(preset, 1)
    data = network_svg(snapshot, theme)
    assert QSvgRenderer(QByteArray(data)).isValid()
    root = ElementTree.fromstring(data)
    assert len(root.findall(f".//{SVG}image")) == sum(snapshot.scene.sizes)
    assert root.find(f"{SVG}title").text == snapshot.experiment.name
    texts = {element.text for element in root.iter(f"{SVG}text")}
    assert {"Features", "Output", *snapshot.scene.output_names} <= texts
    assert len(root.findall(f".//{SVG}path")) >= 2  # the lines


@pytest.mark.parametrize("hidden", ["[]", "[32,32]", "[1,1,1,1,1,1,1,1]"])
def test_diagram_of_other_networks(qapp, hidden):
    (snapshot,) = snapshots("three_spirals", 1, sets=[f"network.hidden={hidden}"])
    assert QSvgRenderer(QByteArray(network_svg(snapshot))).isValid()


def test_diagram_of_many_features(qapp):
    formulas = ",".join(f'"x1*{number}"' for number in range(1, 101))
    (snapshot,) = snapshots("xor", 1, sets=[f"data.features=[{formulas}]"])
    data = network_svg(snapshot)
    (column,) = {element.text for element in ElementTree.fromstring(data).iter(f"{SVG}text") if "+" in element.text}
    assert int(column.split()[0]) + len(ElementTree.fromstring(data).findall(f".//{SVG}image")) == sum(
        snapshot.scene.sizes
    )
    assert len(data) < 3_000_000
