import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont

from playground.views.numbers import FIGURE_SPACE, compact, grouped, percent, scientific, short, tabular

# Beyond 1e308 the shown digits may round up to a number that Python reads as infinite.
finite = st.floats(-1e308, 1e308)


def read(text):
    return float(text.replace("−", "-"))


@pytest.mark.parametrize(
    ("value", "width", "text"),
    [
        (None, 8, "–"),
        (0.0, 8, "0"),
        (-0.0, 8, "0"),
        (1.0, 8, "1.000"),
        (0.99999, 8, "1.000"),
        (-0.5, 8, "−0.5000"),
        (0.1234567, 8, "0.1235"),
        (-0.01234, 8, "−0.01234"),
        (-0.01234, 7, "−0.0123"),
        (-0.01234, 6, "−0.012"),
        (-12.3456, 8, "−12.35"),
        (12345.6, 8, "12346"),
        (123456.0, 8, "1.23e5"),
        (-1.2345e-12, 8, "−1.2e-12"),
        (3.7e-5, 6, "3.7e-5"),
        (math.nan, 8, "?"),
        (math.inf, 8, "∞"),
        (-math.inf, 8, "−∞"),
    ],
)
def test_compact_numbers_read_well(value, width, text):
    assert compact(value, width, pad=False) == text
    assert compact(value, width) == text.rjust(width, FIGURE_SPACE)


@given(finite, st.integers(7, 12))
def test_compact_numbers_have_the_asked_width_and_are_right_to_the_shown_digits(value, width):
    text = compact(value, width)
    assert len(text) == width
    assert "-" not in text.partition("e")[0]
    assert read(text.strip(FIGURE_SPACE)) == pytest.approx(value, rel=0.5)


@given(st.floats(1e-3, 9999.0))
def test_a_common_number_keeps_four_digits_in_eight_characters(value):
    assert read(compact(value, 8).strip(FIGURE_SPACE)) == pytest.approx(value, rel=6e-4)
    assert read(compact(-value, 9).strip(FIGURE_SPACE)) == pytest.approx(-value, rel=6e-4)


def test_scientific_numbers_have_a_typographic_minus_and_no_padding():
    assert scientific(-1.3e-4) == "−1.300e-4"
    assert scientific(12345.0, 2) == "1.2e4"
    assert scientific(0.0) == "0"
    assert scientific(None) == "–"
    assert scientific(math.inf) == "∞"


@given(finite.filter(bool), st.integers(1, 8))
def test_scientific_numbers_are_right_to_the_shown_digits(value, digits):
    text = scientific(value, digits)
    assert re.fullmatch(r"−?\d(\.\d+)?e(-?[1-9]\d*|0)", text)
    assert sum(character.isdigit() for character in text.partition("e")[0]) == digits
    assert read(text) == pytest.approx(value, rel=0.51 * 10.0 ** (1 - digits), abs=5e-324)


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(1240, 6, "001,240"), (31000, 0, "31,000"), (7, 3, "007"), (7, 4, "0,007"), (1234567, 6, "1,234,567")],
)
def test_grouped_numbers(value, digits, text):
    assert grouped(value, digits) == text


@given(st.integers(), st.integers(0, 9))
def test_grouped_numbers_keep_their_value_and_their_digits(value, digits):
    text = grouped(value, digits)
    assert int(text.replace(",", "").replace("−", "-")) == value
    assert sum(character.isdigit() for character in text) >= digits
    assert all(len(group) == 3 for group in text.lstrip("−").split(",")[1:])


def test_no_number_is_a_dash():
    assert grouped(None) == "–"
    assert percent(None).strip(FIGURE_SPACE) == "–"
    assert percent(math.nan).strip(FIGURE_SPACE) == "–"


@given(st.floats(0, 1))
def test_percent_has_one_width(fraction):
    text = percent(fraction)
    assert len(text) == len(percent(None)) == 6
    assert float(text.strip(FIGURE_SPACE).rstrip("%")) == pytest.approx(100 * fraction, abs=0.0501)


def test_tabular_fonts_are_scaled_copies(qapp):
    points, pixels = QFont(), QFont()
    points.setPointSizeF(10)
    pixels.setPixelSize(20)
    assert tabular(points, 0.8).pointSizeF() == pytest.approx(8)
    assert tabular(pixels, 0.8).pixelSize() == 16
    assert points.pointSizeF() == 10
    assert tabular(points).featureValue(QFont.Tag("tnum")) == 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"),
        (0.0, "0"),
        (0.44, "0.44"),
        (1.1, "1.1"),
        (0.999, "1.0"),
        (12.6, "13"),
        (27_123.0, "27000"),
        (0.00123, "0.0012"),
        (-0.0567, "−0.057"),
        (0.00056, "5.6e-4"),
        (1.1e7, "1.1e7"),
        (math.inf, "∞"),
        (math.nan, "?"),
    ],
)
def test_a_short_number_is_plain_as_long_as_that_is_readable(value, text):
    assert short(value, 2) == text


@given(finite)
def test_a_short_number_reads_back_to_its_digits(value):
    assert read(short(value, 2)) == pytest.approx(value, rel=0.0501)
