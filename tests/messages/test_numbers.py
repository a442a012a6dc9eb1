import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.messages.numbers import (
    change,
    fitted,
    fixed,
    grouped,
    logarithmic_ticks,
    multiplied,
    not_finite,
    number,
    percent,
    scientific,
    signed,
    significant,
    tick,
    typed,
    whole_percent,
)

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
        (123456.0, 8, "1.235e5"),
        (-1.2345e-12, 8, "−1.2e-12"),
        (3.7e-5, 6, "3.7e-5"),
        (math.nan, 8, "?"),
        (math.inf, 8, "∞"),
        (-math.inf, 8, "−∞"),
    ],
)
def test_compact_numbers_read_well(value, width, text):
    assert fitted(value, width) == text
    assert fixed(value, width) == text.rjust(width)


@given(finite, st.integers(7, 12))
def test_compact_numbers_have_the_asked_width_and_are_right_to_the_shown_digits(value, width):
    text = fixed(value, width)
    assert len(text) == width
    assert "-" not in text.partition("e")[0]
    assert read(text.strip()) == pytest.approx(value, rel=0.5)


@given(st.floats(1e-3, 9999.0))
def test_a_common_number_keeps_four_digits_in_eight_characters(value):
    assert read(fixed(value, 8).strip()) == pytest.approx(value, rel=6e-4)
    assert read(fixed(-value, 9).strip()) == pytest.approx(-value, rel=6e-4)


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


@pytest.mark.parametrize(("value", "text"), [(31000, "31,000"), (7, "7"), (1234567, "1,234,567"), (-31000, "−31,000")])
def test_grouped_numbers(value, text):
    assert grouped(value) == text


@given(st.integers())
def test_grouped_numbers_keep_their_value(value):
    text = grouped(value)
    assert int(text.replace(",", "").replace("−", "-")) == value
    assert all(len(group) == 3 for group in text.lstrip("−").split(",")[1:])


def test_no_number_is_a_dash():
    assert grouped(None) == "–"
    assert percent(None) == "–"
    assert percent(math.nan) == "–"


@given(st.floats(0, 1))
def test_percent_has_one_decimal(fraction):
    text = percent(fraction)
    assert re.fullmatch(r"\d+\.\d%", text)
    assert float(text.rstrip("%")) == pytest.approx(100 * fraction, abs=0.1)


@pytest.mark.parametrize(
    ("share", "text"),
    [(1.0, "100.0%"), (0.9999, "99.9%"), (0.934, "93.4%"), (0.0, "0.0%"), (1 - 1e-12, "100.0%"), (-0.05, "−5.0%")],
)
def test_a_hundred_percent_is_everything(share, text):
    assert percent(share) == text


@pytest.mark.parametrize(("share", "whole"), [(0.989, 99), (0.947, 95), (0.9999, 99), (1.0, 100), (0.0, 0), (0.004, 0)])
def test_whole_percents_are_rounded_and_a_hundred_is_everything(share, whole):
    assert whole_percent(share) == whole


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"),
        (0.0, "0"),
        (0.44, "0.44"),
        (1.1, "1.1"),
        (0.999, "1.0"),
        (12.6, "13"),
        (27_123.0, "27123"),
        (0.00123, "0.0012"),
        (-0.0567, "−0.057"),
        (0.00056, "5.6e-4"),
        (1.1e7, "1.1e7"),
        (math.inf, "∞"),
        (math.nan, "?"),
    ],
)
def test_a_short_number_is_plain_as_long_as_that_is_readable(value, text):
    assert number(value, 2) == text


@given(finite)
def test_a_short_number_reads_back_to_its_digits(value):
    assert read(number(value, 2)) == pytest.approx(value, rel=0.0501)


@given(finite)
def test_a_number_says_the_same_wherever_there_is_room(value):
    assert fitted(value, 11) == number(value)


def test_a_change_has_its_sign():
    assert [signed(value) for value in (0.25, -0.25, 0.0)] == ["+0.2500", "−0.2500", "0"]


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0.25, 6, "0.25"),
        (-0.1234567, 4, "−0.1235"),
        (0.0, 3, "0"),
        (1e-5, 6, "1e-5"),
        (math.nan, 6, "?"),
        (math.inf, 6, "∞"),
        (-math.inf, 6, "−∞"),
        (None, 6, "–"),
    ],
)
def test_a_number_with_so_many_digits_at_most(value, digits, text):
    assert significant(value, digits) == text


def test_of_a_number_there_is_no_other_word():
    assert [not_finite(value) for value in (0.0, -1.5, 1e308)] == ["", "", ""]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_columns_have_one_width(value):
    assert len(fixed(value)) == 8


@pytest.mark.parametrize(
    ("value", "step", "text"),
    [
        (-0.25, 0.25, "−0.25"),
        (0.75, 0.25, "0.75"),
        (0.0, 0.25, "0"),
        (-0.0, 0.25, "0"),
        (1.0, 0.5, "1"),
        (1002.5, 2.5, "1002.5"),
        (1000.0, 2.5, "1000"),
        (-3.0, 3.0, "−3"),
        (2e6, 1e6, "2e6"),
        (-1e-5, 1e-5, "−1e-5"),
    ],
)
def test_labels_are_short(value, step, text):
    assert tick(value, step) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_reads_back_from_its_text(value):
    assert float(typed(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.03, "0.03"),
        (1e-5, "1e-5"),
        (400, "400"),
        (0.0, "0"),
        (1000.0, "1000"),
        (-2.5, "-2.5"),
        (2**32 - 1, "4294967295"),
    ],
)
def test_what_is_typed_is_short(value, text):
    assert typed(value) == text


@pytest.mark.parametrize(
    ("before", "after", "texts"),
    [
        (3.209, 3.20899, ("3.20900", "3.20899")),
        (0.5, 0.25, ("0.5000", "0.2500")),
        (1.5, 1.5, ("1.500", "1.500")),
        (1e-9, 1.00001e-9, ("1.00000e-9", "1.00001e-9")),
        (math.nan, math.nan, ("?", "?")),
        (None, 1.0, ("–", "1.000")),
    ],
)
def test_before_and_after_show_that_they_differ(before, after, texts):
    assert change(before, after) == texts


@pytest.mark.parametrize(
    ("exponents", "ends", "texts"),
    [
        ((-1, 0, 1), (-1.5, 1.5), ["0.1", "1", "10"]),
        ((-3, 5), (-3.0, 5.0), ["0.001", "100000"]),
        ((0, 1), (-6.0, 1.0), ["10⁰", "10¹"]),
        ((-6, -3), (-6.0, 1.0), ["10⁻⁶", "10⁻³"]),
        ((math.log10(0.002), math.log10(0.5)), (-6.0, 1.0), ["2·10⁻³", "5·10⁻¹"]),
        ((math.log10(0.31), math.log10(0.32)), (-0.6, -0.4), ["0.31", "0.32"]),
        ((math.log10(5e-14), math.log10(5.02e-14)), (-14.0, -13.0), ["5·10⁻¹⁴", "5.02·10⁻¹⁴"]),
    ],
)
def test_a_logarithmic_scale_has_one_form_of_number(exponents, ends, texts):
    assert logarithmic_ticks(exponents, ends) == texts


def test_factors_below_zero_stand_in_brackets():
    assert multiplied("−0.03", "−0.07", "2") == "−0.03·(−0.07)·2"
