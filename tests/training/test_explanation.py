"""Every number of a walkthrough, taken apart: its terms add up to it, and their sources are where they say."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.engine import ACTIVATIONS, OPTIMIZERS, allowed_costs
from playground.files import presets
from playground.messages.numbers import multiplied
from playground.training import TrainingSession
from playground.training.walkthrough.explain import EXPLAINERS, explain
from playground.training.walkthrough.explanation import MOST_TERMS, NOTES, Term, explain_paths, largest_terms
from playground.training.walkthrough.walk import cell_name, number


def walk(session, example=None):
    session.inspection.walk_through(session.run, example)
    return session.snapshot().walkthrough


def assert_adds_up(walkthrough, quantity, row, column):
    explanation = explain(walkthrough, quantity, row, column)
    array = walkthrough.arrays[quantity]
    assert explanation.total == array[row, column]
    assert explanation.left == cell_name((quantity, row, column))
    if explanation.terms:
        total = sum(term.value for term in explanation.terms)
        size = sum(abs(term.value) for term in explanation.terms)
        precision = 1e-5 if array.dtype == np.float32 else 1e-12
        assert total == pytest.approx(explanation.total, abs=precision * max(size, 1e-3))
    for term in explanation.terms:
        for source, i, j in term.sources:
            rows, columns = walkthrough.arrays[source].shape
            assert 0 <= i < rows
            assert 0 <= j < columns
    return explanation


@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.id)
def test_every_quantity_of_every_preset(preset):
    session = TrainingSession(preset.experiment)
    session.advance(float("inf"), until_epoch=2)
    for example in (None, 0):
        walkthrough = walk(session, example)
        for quantity, array in walkthrough.arrays.items():
            rows, columns = array.shape
            for row, column in {(0, 0), (rows - 1, columns - 1), (rows // 2, columns // 2)}:
                assert_adds_up(walkthrough, quantity, row, column)


@pytest.mark.parametrize("output", ACTIVATIONS)
def test_every_activation_with_every_cost(make_session, output):
    for cost in allowed_costs(output):
        session = make_session("blobs", **{"network.output_activation": output, "training.cost": cost})
        walkthrough = walk(session)
        for name in ("A", "C", "dA", "dZ", "C_new"):
            rows, columns = walkthrough.arrays[name, 2].shape
            for row in range(rows):
                explanation = assert_adds_up(walkthrough, (name, 2), row, columns - 1)
                assert explanation.terms
                assert explanation.operation


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("penalties", [(0.0, 0.0), (0.01, 0.1)], ids=["plain", "penalties"])
@pytest.mark.parametrize("clip_norm", [0.0, 0.01])
def test_every_optimizer(make_session, optimizer, dtype, penalties, clip_norm):
    changes = {
        "training.clip_norm": clip_norm,
        "training.l1": penalties[0],
        "training.l2": penalties[1],
        "training.optimizer": optimizer,
    }
    session = make_session("moons", **{"network.dtype": dtype, **changes})
    session.advance(float("inf"), until_epoch=2)
    walkthrough = walk(session)
    memory = {name for name, _ in walkthrough.arrays if name[0] in "VS" and name[1] == "_"}
    assert len(memory) == {"sgd": 0, "adam": 12, "adamw": 12}.get(optimizer, 4)
    penalized = {"dW + λ₂W + λ₁sign(W)"} if any(penalties) else set()
    clipped = {"dW_c", "db_c"} if clip_norm else set()
    for name in ("W_new", "b_new", "step_W", *memory, *penalized, *clipped):
        for layer in (1, 2):
            for row in range(len(walkthrough.arrays[name, layer])):
                assert_adds_up(walkthrough, (name, layer), row, 0)
    terms = explain(walkthrough, ("W_new", 1), 0, 1).terms
    assert len(terms) == (3 if optimizer == "nesterov" else 2)
    assert sum(term.value for term in terms[1:]) == pytest.approx(
        walkthrough.arrays["step_W", 1][0, 1], rel=1e-5 if dtype == "float32" else 1e-12
    )


def test_every_number_of_a_walkthrough_with_dropout(make_session):
    walkthrough = walk(make_session("moons", **{"training.dropout": 0.4}))
    for quantity in (("A", 1), ("D", 1), ("dZ", 1), ("dW", 1), ("A_new", 1), ("Z", 2), ("dW", 2)):
        for row in range(len(walkthrough.arrays[quantity])):
            for column in range(2):
                assert_adds_up(walkthrough, quantity, row, column)
    assert explain(walkthrough, ("A", 1), 0, 0).operation == "M·g(Z)"
    assert explain(walkthrough, ("dZ", 1), 0, 0).operation == "dA·(M·g'(Z))"


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_cell_of_a_walkthrough(data):
    walkthrough = data.draw(st.sampled_from(WALKTHROUGHS))
    quantity = data.draw(st.sampled_from(sorted(walkthrough.arrays)))
    rows, columns = walkthrough.arrays[quantity].shape
    row, column = data.draw(st.integers(0, rows - 1)), data.draw(st.integers(0, columns - 1))
    explanation = assert_adds_up(walkthrough, quantity, row, column)
    assert bool(explanation.terms) is (quantity[0] in EXPLAINERS and quantity != ("A", 0) and quantity != ("A_new", 0))


WALKTHROUGHS = tuple(walk(TrainingSession(preset.experiment)) for preset in presets()[:3])


def test_a_weight_gradient_in_its_numbers(make_session):
    walkthrough = walk(make_session("xor_points"))
    assert walkthrough.m == 4
    dZ, A = walkthrough.arrays["dZ", 2], walkthrough.arrays["A", 1]
    explanation = explain(walkthrough, ("dW", 2), 0, 1)
    assert explanation.left == "dW[2][1,2]"
    assert explanation.operation == "Σ dZ·A / m"
    assert len(explanation.terms) == 4
    assert explanation.terms[2].sources == ((("dZ", 2), 0, 2), (("A", 1), 1, 2))
    assert explanation.terms[2].value == pytest.approx(dZ[0, 2] * A[1, 2] / 4, rel=1e-15)
    text = f"dZ[2][1,3]·A[1][2,3]/4 = {multiplied(number(dZ[0, 2]), number(A[1, 2]))}/4"
    assert explanation.terms[2].text == text


def test_after_the_update_the_symbols_are_those_after_it(make_session):
    walkthrough = walk(make_session("xor"))
    assert explain(walkthrough, ("Z", 1), 0, 0).operation == "Σ W·A + b"
    assert explain(walkthrough, ("Z_new", 1), 0, 0).operation == "Σ W⁺·A⁺ + b⁺"
    assert explain(walkthrough, ("A_new", 1), 0, 0).operation == "g(Z⁺)"


def test_a_memory_of_squares_says_that_a_square_is_added(make_session):
    walkthrough = walk(make_session("xor", **{"training.optimizer": "adam"}))
    assert explain(walkthrough, ("V_W_new", 1), 0, 0).note == NOTES["memory"]
    assert explain(walkthrough, ("S_W_new", 1), 0, 0).note == NOTES["squares"]


def test_what_is_given_has_no_terms(make_session):
    walkthrough = walk(make_session("xor"))
    for quantity in (("X", 0), ("A", 0), ("W", 1), ("b", 2), ("Y", 3)):
        explanation = explain(walkthrough, quantity, 0, 0)
        assert explanation.terms == ()
        assert explanation.operation == "given"
        assert explanation.total == walkthrough.arrays[quantity][0, 0]


def test_a_hidden_unit_adds_up_all_paths(make_session):
    walkthrough = walk(make_session("three_spirals"))
    explanation = explain(walkthrough, ("dA", 2), 4, 1)
    assert [term.sources for term in explanation.terms] == [((("W", 3), k, 4), (("dZ", 3), k, 1)) for k in range(3)]


def test_softmax_depends_on_every_sum(make_session):
    walkthrough = walk(make_session("blobs"))
    (term,) = explain(walkthrough, ("A", 2), 1, 0).terms
    assert term.sources == tuple((("Z", 2), k, 0) for k in range(len(walkthrough.arrays["Z", 2])))


def test_of_many_terms_the_largest_are_listed(make_session):
    session = make_session("circles", **{"training.batch_size": 90})
    walkthrough = walk(session)
    explanation = assert_adds_up(walkthrough, ("dW", 2), 0, 1)
    assert len(explanation.terms) == MOST_TERMS + 1
    rest = explanation.terms[-1]
    assert rest.text == "… (+50)"
    assert rest.sources == ()
    shown = [term.sources[0][2] for term in explanation.terms[:-1]]
    assert shown == sorted(shown)


def test_the_largest_terms_stay_in_order():
    values = np.arange(50.0) - 20
    terms = largest_terms(values, lambda index: Term(str(index), float(values[index]), ()))
    assert [int(term.text) for term in terms[:-1]] == [*range(16), *range(26, 50)]
    assert sum(term.value for term in terms) == values.sum()


@pytest.mark.parametrize("cell", [(-1, 0), (0, -1), (99, 0), (0, 99)])
def test_cells_that_do_not_exist(make_session, cell):
    walkthrough = walk(make_session("xor"))
    with pytest.raises(IndexError, match="there is no cell"):
        explain(walkthrough, ("Z", 1), *cell)
    with pytest.raises(KeyError):
        explain(walkthrough, ("Q", 1), 0, 0)


def test_names_of_cells():
    assert cell_name((("dW", 2), 2, 0)) == "dW[2][3,1]"
    assert cell_name((("b_new", 1), 3, 0)) == "b⁺[1][4]"
    assert cell_name((("Y", 3), 0, 4)) == "Y[1,5]"
    assert cell_name((("D", 1), 0, 4)) == "g'(Z)[1][1,5]"
    assert number(-0.000123456) == "−0.0001235"


@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.id)
def test_paths_add_up_to_the_gradient(preset):
    session = TrainingSession(preset.experiment)
    session.advance(float("inf"), until_epoch=1)
    walkthrough = walk(session)
    for layer in range(1, len(walkthrough.sizes)):
        by_example = [explain_paths(walkthrough, layer, 0, 0, example) for example in range(walkthrough.m)]
        for example, explanation in enumerate(by_example[:2], start=1):
            total = sum(term.value for term in explanation.terms)
            assert total == pytest.approx(explanation.total, rel=1e-12, abs=1e-12)
            assert explanation.left == f"∂C[1,{example}]/∂W[{layer}][1,1]"
        mean = sum(explanation.total for explanation in by_example) / walkthrough.m
        assert mean == pytest.approx(walkthrough.arrays["dW", layer][0, 0], rel=1e-12, abs=1e-14)


def test_each_path_is_a_product_along_its_way(make_session):
    session = make_session("three_spirals", **{"network.hidden": "[2,2]"})
    walkthrough = walk(session)
    explanation = explain_paths(walkthrough, 1, 1, 0, 3)
    assert len(explanation.terms) == 2 * 3
    arrays = walkthrough.arrays
    for term in explanation.terms:
        names = [quantity for (quantity, *_) in term.sources]
        assert names == [("A", 0), ("D", 1), ("W", 2), ("D", 2), ("W", 3), ("dZ", 3)]
        assert term.value == pytest.approx(np.prod([arrays[quantity][i, j] for quantity, i, j in term.sources]))
    assert explanation.note == ""


def test_paths_in_row_vectors_have_the_letters_and_the_order_of_rows(make_session):
    walkthrough = walk(make_session("three_spirals", **{"network.hidden": "[2,3]"}))
    columns, rows = (explain_paths(walkthrough, 1, 1, 0, 3, rows=rows) for rows in (False, True))
    assert (columns.left, rows.left) == ("∂C[1,4]/∂W[1][2,1]", "∂L[4]/∂W1[1,2]")
    assert rows.terms[-1].text.split(" = ")[0] == ("n0[4,1]·f'(d1)[4,2]·W2[2,3]·f'(d2)[4,3]·W3[3,3]·∂L/∂d3[4,3]")
    assert columns.terms[-1].text.split(" = ")[0] == (
        "A[0][1,4]·g'(Z)[1][2,4]·W[2][3,2]·g'(Z)[2][3,4]·W[3][3,3]·dZ[3][3,4]"
    )
    assert [term.value for term in rows.terms] == [term.value for term in columns.terms]


def test_too_many_paths_are_gathered(make_session):
    session = make_session("circles", **{"network.hidden": "[9,9,9,9,9]"})
    walkthrough = walk(session)
    explanation = explain_paths(walkthrough, 1, 1, 0, 3)
    assert len(explanation.terms) == 9
    assert explanation.note == NOTES["gathered"]
    assert sum(term.value for term in explanation.terms) == pytest.approx(explanation.total)


@pytest.mark.parametrize("place", [(0, 0, 0, 0), (4, 0, 0, 0), (1, 9, 0, 0), (1, 0, 9, 0), (1, 0, 0, 99)])
def test_paths_of_weights_that_do_not_exist(make_session, place):
    walkthrough = walk(make_session("xor"))
    with pytest.raises(IndexError, match="there is no"):
        explain_paths(walkthrough, *place)


def test_local_jacobians(make_session):
    walkthrough = walk(make_session("blobs"))
    full = walkthrough.local_jacobian(2, 1)
    a = walkthrough.arrays["A", 2][:, 1]
    np.testing.assert_allclose(full.matrix, np.diag(a) - np.outer(a, a), atol=1e-15)
    diagonal = walkthrough.local_jacobian(1, 1)
    np.testing.assert_array_equal(diagonal.diagonal, walkthrough.arrays["D", 1][:, 1])


def test_the_short_form_of_an_output_gradient_stands_beside_the_chain_rule(make_session):
    session = make_session("circles")
    session.advance(float("inf"), until_epoch=2)
    walkthrough = walk(session, 3)
    explanation = explain(walkthrough, ("dZ", 2), 0, 0)
    assert explanation.operation == "dA·g'(Z) = A − Y"
    dA, D, dZ = (float(walkthrough.arrays[name, 2][0, 0]) for name in ("dA", "D", "dZ"))
    assert dA * D == pytest.approx(dZ, rel=1e-12)
    shown = f"{number(dA)}·{number(D)} = {number(dZ)}"
    assert explanation.note == f"{shown}: the same. The program uses the short form A − Y."
    # Where the sigmoid has rounded to 1 its slope is lost, and only the short form is left.
    session.run.network.b[-1][...] = 1000.0
    example = int(np.flatnonzero(session.run.examples.train.Y[0] == 0)[0])
    saturated = walk(session, example)
    assert saturated.arrays["dZ", 2][0, 0] == 1
    assert explain(saturated, ("dZ", 2), 0, 0).note == NOTES["rounded"]


def test_adams_update_in_its_numbers(make_session):
    session = make_session("circles", **{"training.learning_rate": "0.1", "training.l2": "0.01"})
    session.step_batch()
    session.step_batch()
    walkthrough = walk(session)
    assert walkthrough.optimizer_step == 3
    arrays = walkthrough.arrays
    used = arrays["dW + λ₂W", 1][0, 1]
    assert used == pytest.approx(arrays["dW", 1][0, 1] + 0.01 * arrays["W", 1][0, 1], rel=1e-12)
    V = 0.9 * arrays["V_W", 1][0, 1] + 0.1 * used
    S = 0.999 * arrays["S_W", 1][0, 1] + 0.001 * used**2
    assert arrays["V_W_new", 1][0, 1] == pytest.approx(V, rel=1e-12)
    assert arrays["S_W_new", 1][0, 1] == pytest.approx(S, rel=1e-12)
    V, S = V / (1 - 0.9**3), S / (1 - 0.999**3)
    assert arrays["V_W_hat", 1][0, 1] == pytest.approx(V, rel=1e-12)
    new = arrays["W", 1][0, 1] - 0.1 * V / (S**0.5 + 1e-8)
    assert arrays["W_new", 1][0, 1] == pytest.approx(new, rel=1e-12)
    explanation = explain(walkthrough, ("V_W_hat", 1), 0, 1)
    assert (explanation.left, explanation.operation) == ("V̂_W[1][1,2]", "V⁺_W / (1 − 0.9^3)")
    assert "step 3" in explanation.note
    squared = explain(walkthrough, ("S_W_new", 1), 0, 1)
    assert squared.operation == "0.999·S_W + 0.001·(dW + λ₂W)²"
