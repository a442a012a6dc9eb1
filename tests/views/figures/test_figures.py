import io
import re
import xml.etree.ElementTree as ElementTree
from functools import cache

import msgspec
import numpy as np
import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from playground.files import override, presets, read_preset
from playground.training import TrainingSession
from playground.views.figures.confusion import EVERY_EXAMPLE, EVERY_RESULT
from playground.views.figures.figure import FIGURES, figure_for
from playground.views.pictures import figure_png, figure_svg
from playground.views.theme import DARK, LIGHT

SVG = "{http://www.w3.org/2000/svg}"
NAMES = list(FIGURES)


@cache
def snapshot_of(preset, epochs, sets):
    session = TrainingSession(override(read_preset(preset), sets))
    session.observer.queries.ask({EVERY_EXAMPLE, EVERY_RESULT})
    session.advance(10, until_epoch=epochs)
    return session.snapshot()


@pytest.fixture
def made():
    """A snapshot of a preset with everything answered that figures ask."""
    return lambda preset, epochs=2, *sets: snapshot_of(preset, epochs, sets)


def pixels(data):
    with Image.open(io.BytesIO(data)) as picture:
        return np.asarray(picture.convert("RGB"))


def texts(svg):
    return ["".join(element.itertext()) for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def rendered(svg):
    """What another program sees of an SVG file."""
    renderer = QSvgRenderer(QByteArray(svg))
    assert renderer.isValid()
    image = QImage(renderer.defaultSize() * 2, QImage.Format.Format_RGB888)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    rows = np.frombuffer(bytes(image.constBits()), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("preset", [preset.id for preset in presets() if preset.id not in ("digits", "saturated")])
def test_every_figure_of_every_preset(qapp, made, preset, name):
    snapshot = made(preset)
    if FIGURES[name].lacks(snapshot.problem_info):
        assert (name, snapshot.problem_info.problem) == ("confusion", "regression")
        return
    with Image.open(io.BytesIO(figure_png(name, snapshot, size=(480, 440)))) as picture:
        assert picture.getcolors(20) is None  # more than that
    svg = figure_svg(name, snapshot)
    written = texts(svg)
    assert written[0] == snapshot.experiment.title
    assert any(text.startswith("cost ") and text.endswith("epoch 2") for text in written)
    assert figure_for(name, snapshot.problem_info).title(snapshot) in written


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("name", NAMES)
def test_both_files_show_the_same(qapp, made, name, theme):
    """PNG at two dots a unit, and the SVG drawn at twice its size by something that has only the file."""
    snapshot = made("three_spirals", 5)
    png, svg = (
        np.asarray(found, float)
        for found in (pixels(figure_png(name, snapshot, theme)), rendered(figure_svg(name, snapshot, theme)))
    )
    height, width = (min(a, b) for a, b in zip(png.shape[:2], svg.shape[:2], strict=True))
    assert np.abs(png[:height, :width] - svg[:height, :width]).mean() < 6
    corner = png[2, 2].mean()
    assert corner > 200 if theme is LIGHT else corner < 60


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [(320, 240), (1000, 500), (500, 1000), (1500, 1200)])
def test_sizes(qapp, made, name, size):
    snapshot = made("three_spirals", 5)
    assert pixels(figure_png(name, snapshot, size=size)).shape == (size[1], size[0], 3)
    renderer = QSvgRenderer(QByteArray(figure_svg(name, snapshot, size=size)))
    assert (renderer.defaultSize().width(), renderer.defaultSize().height()) == size


def test_a_larger_picture_is_a_larger_print_of_the_same(qapp, made):
    snapshot = made("circles", 5)
    one = pixels(figure_png("output", snapshot, size=(480, 440)))
    two = pixels(figure_png("output", snapshot, size=(960, 880)))
    halved = np.asarray(Image.fromarray(two).resize((480, 440), Image.Resampling.BOX), float)
    assert np.abs(halved - one).mean() < 6


def test_a_name_of_any_kind_is_only_text(qapp, made):
    snapshot = made("circles")
    experiment = snapshot.experiment
    name = '<script>&amp;"]]>' + "é한" * 60
    named = replace(snapshot, experiment=msgspec.structs.replace(experiment, name=name))
    written = texts(figure_svg("network", named))
    assert written[0].startswith('<script>&amp;"]]>é')
    assert name not in written  # shortened


@pytest.mark.parametrize("character", ["\ufffe", "\uffff", "\x00", "\x0b", "\x1b", "&", "<", "\U0001f600"])
def test_an_svg_is_well_formed_whatever_a_name_holds(qapp, made, character):
    snapshot = made("circles")
    experiment = msgspec.structs.replace(snapshot.experiment, name=f"a{character}b")
    for name in ("network", "output"):
        ElementTree.fromstring(figure_svg(name, replace(snapshot, experiment=experiment)))


def test_a_second_typeface_is_named(qapp, made):
    families = set(re.findall(rb'font-family="([^"]*)"', figure_svg("output", made("circles"))))
    assert families
    assert all(family.endswith(b", sans-serif") for family in families)


def test_before_the_first_epoch(qapp, made):
    snapshot = made("circles", 0)
    for name in NAMES:
        assert figure_png(name, snapshot)
        assert figure_svg(name, snapshot)


def test_the_output_says_what_its_markers_are(qapp, made):
    written = texts(figure_svg("output", made("blobs", 3)))
    problem_info = made("blobs", 3).problem_info
    assert {*problem_info.classes, "training examples", "test examples", "x₁", "x₂"} <= set(written)


def test_curves_of_many_decades_are_logarithmic(qapp, made):
    snapshot = made("circles", 5)
    curves = snapshot.curves
    falling = replace(curves, train_cost=np.geomspace(1, 1e-5, len(curves.epochs)))
    plain, logarithmic = (texts(figure_svg("curves", replace(snapshot, curves=each))) for each in (curves, falling))
    assert not any("10⁻" in text for text in plain)
    assert any(text.startswith("10⁻") for text in logarithmic)


def test_the_diagram_shows_every_neuron_and_weight(qapp, made):
    for preset in ("xor", "spirals", "heart", "blobs", "xor_points"):
        snapshot = made(preset)
        root = ElementTree.fromstring(figure_svg("network", snapshot))
        assert len(root.findall(f".//{SVG}image")) == sum(snapshot.problem_info.sizes)
        assert {"Features", "Output", *snapshot.problem_info.output_names} <= set(
            texts(figure_svg("network", snapshot))
        )
        assert len(root.findall(f".//{SVG}path")) >= 2  # the lines


@pytest.mark.parametrize("hidden", ["[]", "[32,32]", "[1,1,1,1,1,1,1,1]"])
@pytest.mark.parametrize("name", ["network", "heatmaps"])
def test_other_networks(qapp, made, name, hidden):
    assert rendered(figure_svg(name, made("three_spirals", 1, f"network.hidden={hidden}"))).std() > 5


@pytest.mark.parametrize("name", ["network", "heatmaps"])
def test_many_features(qapp, made, name):
    formulas = ",".join(f'"x1*{number}"' for number in range(1, 101))
    data = figure_svg(name, made("xor", 1, f"data.features=[{formulas}]"))
    assert QSvgRenderer(QByteArray(data)).isValid()
    assert len(data) < 3_000_000


def test_the_matrix_counts_every_example(qapp, made):
    snapshot = made("blobs", 3)
    answer, problem_info = snapshot.answers[EVERY_EXAMPLE], snapshot.problem_info
    counts = np.zeros((len(problem_info.classes),) * 2, int)
    np.add.at(counts, (problem_info.test_labels, answer.test.predicted), 1)
    numbers = [text.replace(",", "") for text in texts(figure_svg("confusion", snapshot))]
    written = [int(text) for text in numbers if text.isdigit() and text not in problem_info.classes]
    expected = [count for count in counts.ravel().tolist() if count and str(count) not in problem_info.classes]
    assert written == expected


def test_numbers_to_predict_have_no_matrix(made):
    assert "needs classes" in FIGURES["confusion"].lacks(made("sine").problem_info)


def images_of(snapshot):
    """The same with inputs that are pixels."""
    problem_info = replace(snapshot.problem_info, image_shape=(1, 2))
    return replace(snapshot, problem_info=problem_info)


def test_images_are_shown_with_their_classes(qapp, made):
    snapshot = images_of(made("blobs", 1))
    assert figure_for("output", snapshot.problem_info) is not FIGURES["output"]
    assert figure_for("network", snapshot.problem_info) is FIGURES["network"]
    svg = figure_svg("output", snapshot)
    images = ElementTree.fromstring(svg).findall(f".//{SVG}image")
    part = snapshot.answers[EVERY_EXAMPLE].test
    assert 10 <= len(images) <= part.available
    answers = [text for text in texts(svg) if text in snapshot.problem_info.classes or " → " in text]
    shown = len(images)
    assert len([text for text in answers if not text.startswith("wrong")]) == shown
    assert figure_png("output", snapshot, size=(320, 240))


def test_all_records_are_named_apart():
    assert list(FIGURES) == ["output", "network", "curves", "heatmaps", "confusion"]
