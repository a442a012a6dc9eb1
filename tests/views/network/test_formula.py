import pytest

from playground.data import FEATURES
from playground.engine import ACTIVATIONS
from playground.files import FIELDS
from playground.views.network.formula import plain_formula

FORMULAS = [
    *(record.formula for record in ACTIVATIONS.values()),
    *(record.derivative_formula for record in ACTIVATIONS.values()),
    *(record.formula for record in FEATURES.values()),
    *(record.formula for record in FIELDS.values() if record.path.startswith("network") and record.formula),
]


@pytest.mark.parametrize("latex", FORMULAS)
def test_no_markup_is_left(latex):
    plain = plain_formula(latex)
    assert plain
    assert not set(plain) & set("\\{}")
    assert plain.count("(") == plain.count(")")


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("linear", "g(z) = z"),
        ("sigmoid", "g(z) = 1 / (1 + e^(−z))"),
        ("relu", "g(z) = max(0, z)"),
        ("elu", "g(z) = z if z > 0 else e^z − 1"),
        ("gelu", "g(z) = (z / 2) (1 + tanh(√(2/π) (z + 0.044715 z³)))"),
        ("softmax", "g(z)_i = e^z_i / (Σ_j e^z_j)"),
    ],
)
def test_formulas_read_as_a_person_writes_them(name, plain):
    assert plain_formula(ACTIVATIONS[name].formula) == plain
