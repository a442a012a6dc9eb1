import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from playground.training.framing import MOST_ENLARGED, Framing, area_average, box_of
from playground.views.images.drawing import HALF, Drawing, Stroke, fineness, pixels_of, rendered

SHAPES = [(8, 8), (28, 28), (5, 9)]
FULL = Framing(height=8, width=8, center=(4, 4), by_mass=False, stroke=1.0)


def centre(image):
    rows, columns = (np.arange(n) + 0.5 for n in image.shape)
    return np.array([image.sum(1) @ rows, image.sum(0) @ columns]) / image.sum()


@st.composite
def fine_images(draw):
    rows, columns, zoom = draw(st.integers(1, 9)), draw(st.integers(1, 9)), draw(st.integers(1, 6))
    return (rows, columns), draw(arrays(np.float64, (rows * zoom, columns * zoom), elements=st.floats(0, 1)))


@given(fine_images())
def test_averaging_keeps_the_mass_and_the_range(made):
    shape, fine = made
    image = area_average(fine, shape)
    assert image.shape == shape
    assert image.mean() == pytest.approx(fine.mean(), abs=1e-12)
    assert image.min() >= fine.min() - 1e-12
    assert image.max() <= fine.max() + 1e-12


@given(fine_images())
def test_averaging_moves_the_centre_less_than_half_a_pixel(made):
    shape, fine = made
    if fine.sum() < 1e-6:
        return
    zoom = fine.shape[0] // shape[0]
    assert (np.abs(centre(area_average(fine, shape)) - centre(fine) / zoom) <= 0.5 + 1e-9).all()


def test_each_pixel_is_the_mean_of_its_block():
    fine = np.arange(24.0).reshape(4, 6) / 24
    expected = [[fine[:2, :3].mean(), fine[:2, 3:].mean()], [fine[2:, :3].mean(), fine[2:, 3:].mean()]]
    np.testing.assert_allclose(area_average(fine, (2, 2)), expected)


def test_the_box_of_an_image():
    image = np.zeros((8, 8))
    image[2:5, 3:7] = 1
    box = box_of(image)
    assert (box.top, box.left, box.height, box.width) == (2, 3, 3, 4)
    assert box.middle == box.mass == (3.5, 5)
    assert box_of(np.zeros((4, 4))) is None
    assert box_of(np.kron(image, np.ones((10, 10))), zoom=10) == box


def test_a_data_set_tells_how_its_images_lie():
    images = np.zeros((40, 10, 10))
    for number, image in enumerate(images):
        image[2:8, 4 : 6 + number % 2] = 1  # six high, two or three wide
    framing = Framing.of(images)
    assert (framing.height, framing.width) == (6, 3)
    assert framing.center == pytest.approx((5, 5.25))
    assert not framing.inverted
    light = Framing.of(1 - images)
    assert light.inverted
    assert light.center == pytest.approx(framing.center)
    assert light.stroke == pytest.approx(framing.stroke)


def test_images_centred_by_mass_are_told_from_those_centred_by_box():
    rng = np.random.default_rng(0)
    by_mass, by_box = np.zeros((2, 60, 20, 20))
    for one, other in zip(by_mass, by_box, strict=True):
        tail = int(rng.integers(2, 7))
        one[8:12, 8:12] = 4.0  # heavy in the middle, with a tail that moves only the box
        one[10, 12 : 12 + tail] = 0.2
        one /= 4
        other[5:15, 5:15] = 0.2  # a box that stays, with a weight that moves only the mass
        other[5 + tail, 5 + tail] = 1.0
    assert Framing.of(np.clip(by_mass * 4, 0, 1)).by_mass
    assert not Framing.of(by_box).by_mass


def test_data_without_any_ink_still_have_a_frame():
    framing = Framing.of(np.zeros((3, 8, 8)))
    assert (framing.height, framing.width, framing.center) == (8, 8, (4, 4))
    assert framing.stroke > 0


points = st.lists(st.tuples(st.floats(0.5, 7.5), st.floats(0.5, 7.5)), min_size=2, max_size=8)


@given(points, st.floats(-1, 1), st.floats(-1, 1), st.sampled_from([0.6, 0.8, 1.0]))
@settings(deadline=None)
def test_centring_and_scaling_undo_where_and_how_large_one_drew(places, right, down, smaller):
    free = 4 * (1 - smaller)
    moved = [(smaller * x + free * (1 + right), smaller * y + free * (1 + down)) for x, y in places]
    drawings = [Drawing([Stroke(list(line))]) for line in (places, moved)]
    boxes = [box_of(rendered(drawing, (8, 8), FULL.stroke), fineness((8, 8)), HALF) for drawing in drawings]
    # What is nearly a dot is not enlarged to a disc.
    assume(all(FULL.placement(box).scale < MOST_ENLARGED for box in boxes))
    images = [pixels_of(drawing, (8, 8), FULL, framed=True) for drawing in drawings]
    assert centre(images[0]) == pytest.approx(centre(images[1]), abs=0.4)
    assert np.abs(images[0] - images[1]).mean() < 0.1


@pytest.mark.parametrize("by_mass", [False, True])
def test_a_framed_drawing_lies_as_the_data_do(by_mass):
    framing = Framing(height=20, width=20, center=(14, 14), by_mass=by_mass, stroke=2.0)
    drawing = Drawing([Stroke([(3, 3), (9, 4), (10, 12), (4, 15)])])
    image = pixels_of(drawing, (28, 28), framing, framed=True)
    box = box_of(image)
    assert max(box.height, box.width) == pytest.approx(20, abs=1.1)
    assert (box.mass if by_mass else box.middle) == pytest.approx((14, 14), abs=0.6)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_a_drawing_is_rendered_where_it_was_drawn(shape):
    x, y = shape[1] * 0.4, shape[0] * 0.6
    fine = rendered(Drawing([Stroke([(x, y)])]), shape, 1.0)
    zoom = fineness(shape)
    assert fine.shape == (shape[0] * zoom, shape[1] * zoom)
    assert centre(fine) / zoom == pytest.approx((y, x), abs=0.1)
    assert fine.sum() / zoom**2 == pytest.approx(np.pi / 4, rel=0.1)  # a round dot, one pixel across


@pytest.mark.parametrize("apart", [0.0, 1e-320, 1e-17, 1e-13, 1e-9, 1e-6, 1e-4, 1e-3])
@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("place", [0.5, 3.3, 7.5])
def test_points_that_are_nearly_the_same_make_a_dot(place, count, apart):
    drawing = Drawing([Stroke([(place + number * apart, place - number * apart) for number in range(count)])])
    assert box_of(rendered(drawing, (8, 8), FULL.stroke), fineness((8, 8)), HALF) is not None
    assert pixels_of(drawing, (8, 8), FULL, framed=True).sum() > 0.5


def test_the_eraser_takes_away():
    line = Stroke([(1, 4), (7, 4)])
    wiped = Stroke([(0, 4), (8, 4)], erases=True)
    assert pixels_of(Drawing([line]), (8, 8), FULL, framed=False).sum() > 4
    assert pixels_of(Drawing([line, wiped]), (8, 8), FULL, framed=True) is None
    assert pixels_of(Drawing([wiped, line]), (8, 8), FULL, framed=False).sum() > 4


def test_nothing_drawn_is_no_image():
    assert pixels_of(Drawing(), (8, 8), FULL, framed=True) is None


def test_light_on_dark_data_get_a_light_on_dark_drawing():
    drawing = Drawing([Stroke([(1, 4), (7, 4)])])
    inverted = Framing(height=8, width=8, center=(4, 4), by_mass=False, stroke=1.0, inverted=True)
    dark, light = (pixels_of(drawing, (8, 8), framing, framed=False) for framing in (FULL, inverted))
    np.testing.assert_allclose(light, 1 - dark)
