from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from playground.views.network.edges import BUCKETS, DRAWN_MAXIMUM, OMITTED, ZERO, Edges
from playground.views.network.layout import Edge, Margins, Neuron, arrange
from playground.views.theme import DARK, LIGHT

MARGINS = Margins(60, 84, 60, 24)


def edges_of(*sizes, width=520, height=380):
    return Edges(arrange(sizes, width, height, MARGINS))


def weights(*sizes, seed=0):
    rng = np.random.default_rng(seed)
    return [rng.normal(size=(after, before)) for before, after in pairwise(sizes)]


def on_the_line(edges, index, t=0.5):
    return edges._curve(np.array([index]), np.array([t]))[0, 0]


def test_every_weight_has_a_line():
    edges = edges_of(2, 4, 2, 1)
    found = {edges.edge(index) for index in range(len(edges))}
    assert len(edges) == edges.total == edges.drawn == 8 + 8 + 2
    assert found == {Edge(1, r, c) for r in range(4) for c in range(2)} | {
        Edge(2, r, c) for r in range(2) for c in range(4)
    } | {Edge(3, 0, 0), Edge(3, 0, 1)}


@given(seed=st.integers(0, 1000), scale=st.floats(1e-6, 1e6))
def test_codes_have_the_weights_sign_and_order_whatever_their_scale(seed, scale):
    edges = edges_of(3, 5, 2)
    W = [scale * w for w in weights(3, 5, 2, seed=seed)]
    flat = np.array([W[e.layer - 1][e.row, e.column] for e in map(edges.edge, range(len(edges)))])
    codes = edges.codes(W)
    assert (np.sign(codes) == np.sign(flat)).all()
    assert (np.diff(np.abs(codes.astype(int))[np.argsort(np.abs(flat))]) >= 0).all()
    assert np.abs(codes.astype(int)).max() == BUCKETS


def test_a_larger_weight_is_never_thinner():
    edges = edges_of(2, 2, 1)
    widths = [edges.width(code) for code in range(1, BUCKETS + 1)]
    assert widths == sorted(widths)
    assert widths[0] >= 0.5
    assert edges.width(-3) == edges.width(3)


def test_a_network_of_zeros_is_drawn_without_a_sign():
    assert (edges_of(2, 3, 1).codes([np.zeros((3, 2)), np.zeros((1, 3))]) == ZERO).all()


def test_of_too_many_weights_the_strongest_are_drawn_straight():
    sizes = (2, *(32,) * 8, 1)
    edges = edges_of(*sizes, width=1600, height=1400)
    W = weights(*sizes)
    codes = edges.codes(W)
    drawn = codes != OMITTED
    assert edges.straight
    assert edges.total == len(edges) == sum(w.size for w in W)
    assert drawn.sum() == edges.drawn == DRAWN_MAXIMUM
    flat = np.abs([W[e.layer - 1][e.row, e.column] for e in map(edges.edge, range(len(edges)))])
    assert flat[drawn].min() >= flat[~drawn].max()


def test_only_weights_between_shown_neurons_have_lines():
    edges = edges_of(2, 32, 1)
    assert len(edges) < edges.total == 96
    assert edges.codes(weights(2, 32, 1)).shape == (len(edges),)


@pytest.mark.parametrize("sizes", [(2, 4, 2, 1), (2, 1), (1, 8, 8, 2)])
@pytest.mark.parametrize("t", [0.1, 0.5, 0.93])
def test_the_nearest_line_is_the_one_under_the_mouse(sizes, t):
    edges = edges_of(*sizes)
    codes = edges.codes(weights(*sizes))
    for index in range(len(edges)):
        x, y = on_the_line(edges, index, t)
        found = edges.nearest(x, y, 6.0, codes)
        others = [i for i in range(len(edges)) if edges.edge(i) == found]
        place = edges._curve(np.array(others), np.linspace(0, 1, 400))[0]
        # Where lines cross or run together another one may be as near, but never farther than the sampling's error.
        assert np.hypot(*(place - [x, y]).T).min() < 1.5


def test_no_line_is_near_when_all_are_far_or_not_drawn():
    edges = edges_of(2, 4, 1)
    codes = edges.codes(weights(2, 4, 1))
    x, y = on_the_line(edges, 0)
    assert edges.nearest(x, 379, 6.0, codes) is None
    assert edges.nearest(2, y, 6.0, codes) is None
    assert edges.nearest(x, y, 6.0, np.full_like(codes, OMITTED)) is None


def test_a_neuron_owns_the_lines_that_meet_it():
    edges = edges_of(2, 4, 2, 1)
    owned = {edges.edge(i) for i in np.flatnonzero(edges.of(Neuron(1, 2)))}
    assert owned == {Edge(1, 2, 0), Edge(1, 2, 1), Edge(2, 0, 2), Edge(2, 1, 2)}
    assert edges.of(Edge(2, 1, 3)).sum() == 1


def picture(edges, codes, theme):
    image = QImage(520, 380, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.surface))
    painter = QPainter(image)
    edges.paint(painter, codes, theme)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(380, 520, 4)[:, :, 2::-1].astype(int)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_positive_line_is_solid_and_a_negative_one_dashed(qapp, theme):
    edges = edges_of(1, 1)
    x0, y0, x1, _ = edges._ends[0]
    ground = QColor(theme.surface).getRgb()[:3]
    inked = {}
    for sign, name in ((1, "positive"), (-1, "negative")):
        pixels = picture(edges, np.array([sign * BUCKETS], np.int8), theme)
        row = pixels[int(y0), int(x0) + 2 : int(x1) - 2]
        inked[name] = (np.abs(row - ground).sum(axis=1) > 60).mean()
        strongest = row[np.abs(row - ground).sum(axis=1).argmax()]
        assert np.abs(strongest - QColor(getattr(theme, name)).getRgb()[:3]).max() < 12
    assert inked["positive"] == 1
    assert 0.4 < inked["negative"] < 0.8
