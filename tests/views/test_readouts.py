"""Whatever writes a number somewhere on the screen: what is no finite number is never called ``nan`` or ``inf``."""

import math
import re

import numpy as np
import pytest

from playground.messages import numbers
from playground.training.diagnostics import finding
from playground.training.walkthrough.walk import number as in_a_formula
from playground.views.chain import gates as chain_numbers
from playground.views.health.quantities import QUANTITIES
from playground.views.kit.cells import cell_text
from playground.views.plots.axis import number_texts
from playground.views.results import columns

WRITERS = {
    "number": numbers.number,
    "fixed": numbers.fixed,
    "scientific": numbers.scientific,
    "signed": numbers.signed,
    "significant": numbers.significant,
    "percent": numbers.percent,
    "in_a_formula": in_a_formula,
    "in_a_sentence": finding.number_text,
    "share_in_a_sentence": finding.percent,
    "cell": lambda value: cell_text(value, 4),
    "chain": chain_numbers.plain,
    "chain_element": chain_numbers.brief,
    "chain_array": lambda value: chain_numbers.short(np.array([value, 1.0])),
    "axis": lambda value: " ".join(number_texts([value, 1.0], 1.0)),
    "tick": lambda value: numbers.tick(value, 1.0),
    "table": columns.number,
    **{f"health_{name}": quantity.text for name, quantity in QUANTITIES.items()},
}


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_what_is_no_finite_number_has_a_sign_of_its_own(write, value):
    text = write(value)
    assert text.strip()
    assert not re.search("nan|inf", text, re.IGNORECASE)
