import pytest

from playground.data import FEATURES
from playground.engine import ACTIVATIONS
from playground.files import FIELDS
from playground.views.formulas.plain import plain_formula

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


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (
            r"\frac{\partial L}{\partial w_{0}} = \frac{\partial L}{\partial v} \cdot 2",
            "∂L / ∂w_0 = ∂L / ∂v · 2",
        ),
        (r"x = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix} \, u", "x = [[1, 2], [3, 4]] u"),
        (r"\begin{bmatrix} 1 & 2 \end{bmatrix}", "[1, 2]"),
        (r"I \otimes {B}^{T}", "I ⊗ Bᵀ"),
        (r"\mathrm{diag}\left([x > 0]\right)", "diag([x > 0])"),
        (r"\theta_{1} \cdot \sigma\left(\lambda\right)", "θ_1 · σ(λ)"),
        (r"\left\| x \right\|", "‖ x ‖"),
        (r"-\frac{a}{{b}^{2}}", "−a / b²"),
        (r"{\left(-x\right)}^{2}", "(−x)²"),
        ("x^{", "x^"),
        ("", ""),
    ],
)
def test_what_the_chain_rule_writes_reads_as_text(latex, plain):
    assert plain_formula(latex) == plain
