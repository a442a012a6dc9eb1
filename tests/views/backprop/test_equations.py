import numpy as np
import pytest

from playground.files import override, read_preset
from playground.messages.numbers import significant
from playground.training import TrainingSession
from playground.training.commands import StartWalkthrough
from playground.views.backprop.equations import PATTERNS, Operand, Sign, equations, operands
from playground.views.backprop.position import symbol


def shape(walkthrough, operand):
    rows, columns = walkthrough.arrays[operand.quantity].shape
    return (columns, rows) if operand.transposed else (rows, columns)


def test_every_phase_has_its_equation_and_matrices_fit_where_they_multiply(walkthrough):
    for phase in walkthrough.phases:
        for equation in equations(phase, walkthrough):
            assert isinstance(equation[0], Operand)
            assert equation[0].quantity in phase.result
            assert equation[1] == Sign("=")
            for left, sign, right in zip(equation, equation[1:], equation[2:], strict=False):
                if not (isinstance(left, Operand) and isinstance(right, Operand)):
                    continue
                one, other = shape(walkthrough, left), shape(walkthrough, right)
                if sign == Sign("·"):
                    assert one[1] == other[0]
                elif sign in (Sign("⊙"), Sign("−")):
                    assert one == other


def test_every_operand_of_a_phase_is_shown_or_named(walkthrough):
    for phase in walkthrough.phases:
        shown = {operand.quantity for operand in operands(phase, walkthrough)}
        missing = set(phase.operands) - shown
        # The slopes are computed from Z (or A), which the equation of the gradient does not repeat.
        assert {name for name, _ in missing} <= ({"Z", "A"} if phase.name == "dZ" else set()), phase.formula


def test_the_products_on_screen_are_those_that_were_computed(walkthrough):
    checked = 0
    for phase in walkthrough.phases:
        (result, _, *right), *_ = equations(phase, walkthrough)
        texts = [part.text for part in right if isinstance(part, Sign)]
        arrays = [walkthrough.arrays[part.quantity] for part in right if isinstance(part, Operand)]
        arrays = [
            array.T if part.transposed else array
            for array, part in zip(arrays, (part for part in right if isinstance(part, Operand)), strict=True)
        ]
        if texts == ["·"]:
            value = arrays[0] @ arrays[1]
        elif texts == ["·", "+"]:
            value = arrays[0] @ arrays[1] + arrays[2]
        elif texts == ["·", f"/ {walkthrough.m}"]:
            value = arrays[0] @ arrays[1] / walkthrough.m
        elif texts == ["Σ", f"/ {walkthrough.m}"]:
            value = arrays[0].sum(axis=1, keepdims=True) / walkthrough.m
        elif texts == ["⊙"]:
            value = arrays[0] * arrays[1]
        elif texts == ["⊙", "=", "−"]:
            assert np.allclose(arrays[0] * arrays[1], arrays[2] - arrays[3], rtol=1e-6, atol=1e-12)
            value = arrays[2] - arrays[3]
        elif texts == ["Jᵀ ·", "=", "−"]:
            value = arrays[1] - arrays[2]
        elif texts == ["0.9 ·", "+ 0.1 ·"]:
            value = 0.9 * arrays[0] + 0.1 * arrays[1]
        elif texts == ["0.999 ·", "+ 0.001 ·", "²"]:
            value = 0.999 * arrays[0] + 0.001 * arrays[1] ** 2
        elif texts == ["0.9 ·", "+"]:
            value = 0.9 * arrays[0] + arrays[1]
        elif texts == [f"− {walkthrough.learning_rate:g} ·", "/ (√", "+ 10⁻⁸)"]:
            value = arrays[0] - walkthrough.learning_rate * arrays[1] / (np.sqrt(arrays[2]) + 1e-8)
        elif texts == [f"− {walkthrough.learning_rate:g} ·"]:
            value = arrays[0] - walkthrough.learning_rate * arrays[1]
        else:
            continue
        assert np.allclose(walkthrough.arrays[result.quantity], value, rtol=1e-6, atol=1e-12)
        checked += 1
    assert checked >= 5 * (len(walkthrough.sizes) - 1) - 1


def test_one_example_needs_no_mean(make_walkthrough):
    walkthrough = make_walkthrough("default", 3)
    for phase in walkthrough.phases:
        if phase.name in ("dW", "db"):
            texts = [
                part.text
                for equation in equations(phase, walkthrough)
                for part in equation[2::1]
                if isinstance(part, Sign)
            ]
            assert not any("/" in text or "Σ" in text for text in texts)


def test_what_stands_beside_already_is_named_and_not_drawn_twice(walkthrough):
    for phase in walkthrough.phases:
        shown = operands(phase, walkthrough)
        assert len(shown) == len(set(shown))


def test_every_result_has_a_pattern(walkthrough):
    for phase in walkthrough.phases:
        assert {name for name, _ in phase.result} <= {*PATTERNS, "D"}


@pytest.mark.parametrize(
    ("quantity", "text"),
    [(("W", 2), "W[2]"), (("X", 0), "X"), (("Y", 2), "Y"), (("D", 1), "g'(Z)[1]"), (("W_new", 3), "W⁺[3]")],
)
def test_symbols(quantity, text):
    assert symbol(quantity) == text
    assert symbol(quantity, transposed=True) == text + "ᵀ"


def test_exact_numbers_have_six_digits_and_a_typographic_minus():
    assert significant(-0.123456789, 6) == "−0.123457"
    assert significant(2.0, 6) == "2"


def test_masks_clipping_and_decay_stand_in_their_equations():
    settings = ["optimizer=adamw", "dropout=0.25", "clip_norm=0.01", "weight_decay=0.5", 'frozen=["1.2"]']
    experiment = override(read_preset("moons"), ["network.hidden=[4]", *(f"training.{each}" for each in settings)])
    session = TrainingSession(experiment)
    session.step_epoch()
    StartWalkthrough().apply(session)
    walk = session.snapshot().walkthrough
    written = {}
    for phase in walk.phases:
        for equation in equations(phase, walk):
            parts = [part.text if isinstance(part, Sign) else part.quantity[0] for part in equation]
            written[equation[0].quantity] = parts
    assert written["M", 1] == ["M"]  # drawn, not computed
    assert written["A", 1] == ["A", "=", "M", "⊙", "g (", "Z", ")"]
    assert written["dW_c", 1] == ["dW_c", "=", f"{significant(walk.clipping)} ·", "F ⊙", "dW"]
    assert written["V_W_new", 1][-1] == "dW_c"
    first, rest = written["W_new", 1][:4], written["W_new", 1][4:]
    assert first == ["W_new", "=", "W", f"− {significant(walk.learning_rate)} ·"]
    assert rest == ["(", "V_W_hat", "/ (√", "S_W_hat", "+ 10⁻⁸)", "+ 0.5 ·", "W", ")"]
    W, V, S = (walk.arrays[name, 2] for name in ("W", "V_W_hat", "S_W_hat"))
    expected = W - walk.learning_rate * (V / (np.sqrt(S) + 1e-8) + 0.5 * W)
    np.testing.assert_allclose(walk.arrays["W_new", 2], expected, rtol=1e-9)
