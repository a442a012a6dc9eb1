"""Three ways to the same gradient, driven as a person would."""

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from playground.training.commands import StartWalkthrough
from playground.views.backprop.form_card import WAYS
from playground.views.backprop.gradient_forms import GradientFormsPanel
from playground.views.kit.appearance import apply_appearance
from playground.views.theme import THEMES


def shown(card):
    """The result that a card shows."""
    return card.result._pieces[0].values


def test_it_asks_for_a_walkthrough_when_there_is_none(make_desk):
    desk = make_desk(GradientFormsPanel, shown=False)
    desk.view.show_snapshot(desk.session.snapshot())
    assert desk.commands == []
    desk.view.show()
    assert desk.commands == [StartWalkthrough(None)]
    desk.frame()
    assert desk.view.ways is not None


def test_every_layer_shows_three_equal_gradients_and_its_shapes(make_desk, network):
    panel = make_desk(GradientFormsPanel, network, size=(1340, 860)).view
    walkthrough = panel._walkthrough
    for layer in range(1, len(walkthrough.sizes)):
        panel.layer_box.setCurrentIndex(layer - 1)
        for rows in (False, True):
            (panel.convention.buttons["rows"] if rows else panel.convention.buttons["columns"]).click()
            panel.grab()
            gradient = walkthrough.arrays["dW", layer]
            for card in panel.cards.values():
                assert np.allclose(shown(card), gradient.T if rows else gradient, atol=1e-12)
            n = gradient.size
            assert panel.chain.text.endswith(f"= ({n}×1)" if rows else f"= (1×{n})")
            assert "largest difference" in panel.difference.text()


def test_the_switch_turns_everything_round(make_desk, qtbot):
    panel = make_desk(GradientFormsPanel).view
    columns = panel.chain.text
    formulas = {name: card._formula.formula for name, card in panel.cards.items()}
    qtbot.mouseClick(panel.convention.buttons["rows"], Qt.MouseButton.LeftButton)
    assert not panel.convention.buttons["columns"].isChecked()
    assert panel.chain.text != columns
    for name, card in panel.cards.items():
        assert card._formula.formula != formulas[name]
        assert card._formula.formula == WAYS[name].formula(1, True)
    qtbot.mouseClick(panel.convention.buttons["columns"], Qt.MouseButton.LeftButton)
    assert panel.chain.text == columns


@pytest.mark.parametrize("rows", [False, True])
@pytest.mark.parametrize("name", ["default", "softmax", "points"])
def test_a_weight_is_made_of_exactly_what_is_outlined(make_desk, qtbot, name, rows):
    panel = make_desk(GradientFormsPanel, name, size=(1340, 860)).view
    panel.convention.buttons["rows"].setChecked(rows)
    walkthrough, ways = panel._walkthrough, panel.ways
    row, column = 2, 1
    card = panel.cards["outer_product"]
    box = card.result.cell_box(0, *((column, row) if rows else (row, column)))
    qtbot.mouseClick(card.result, Qt.MouseButton.LeftButton, pos=card.result.to_widget(box).center())
    wanted = walkthrough.arrays["dW", 1][row, column]
    pieces = card.made_of._pieces
    marked = card.made_of.marked
    factors = [[pieces[piece].values[r, c] for number, r, c in marked if (piece := number) == at] for at in (0, 2)]
    assert np.dot(*factors) / walkthrough.m == pytest.approx(wanted)
    kronecker = panel.cards["kronecker"].made_of
    pieces, marked = kronecker._pieces, kronecker.marked
    met = [pieces[2].values[r, c] for piece, r, c in marked if piece == 2]
    (place,) = [r for piece, r, _ in marked if piece == 4]
    assert pieces[4].values[place, 0] == pytest.approx(wanted)
    if ways.kronecker is not None:
        entries = [pieces[0].values[r, c] for piece, r, c in marked if piece == 0]
        assert np.dot(entries, met) / walkthrough.m == pytest.approx(wanted)
    for each in panel.cards.values():
        ((_, *cell),) = each.result.marked
        assert each.result._pieces[0].values[tuple(cell)] == pytest.approx(wanted)


def test_until_one_is_chosen_the_weight_of_the_largest_gradient_is_shown(make_desk):
    panel = make_desk(GradientFormsPanel).view
    for layer in (1, 2, 1):
        panel.layer_box.setCurrentIndex(layer - 1)
        dW = np.abs(panel._walkthrough.arrays["dW", layer])
        ((_, *cell),) = panel.cards["outer_product"].result.marked
        assert dW[tuple(cell)] == dW.max()
    panel.select(1, 0)
    panel.layer_box.setCurrentIndex(1)  # it has one row only
    panel.layer_box.setCurrentIndex(0)
    ((_, *cell),) = panel.cards["outer_product"].result.marked
    assert cell == [1, 0]


@pytest.mark.parametrize("name", ["default", "softmax", "deep"])
def test_the_paths_of_a_weight_add_up_over_the_examples(make_desk, name):
    panel = make_desk(GradientFormsPanel, name).view
    walkthrough = panel._walkthrough
    total = 0.0
    for example in range(1, walkthrough.m + 1):
        panel.example_box.setValue(example)
        panel.select(1, 1)
        explanation = panel.cards["paths"].paths._explanation
        assert sum(term.value for term in explanation.terms) == pytest.approx(explanation.total)
        total += explanation.total
    assert total / walkthrough.m == pytest.approx(walkthrough.arrays["dW", 1][1, 1], rel=1e-9)
    note = panel.cards["paths"]._note.text()
    assert note.endswith(f"of example {walkthrough.m}; above: the mean over all {walkthrough.m}.")


def test_in_the_row_convention_everything_is_rows(make_desk, qtbot):
    panel = make_desk(GradientFormsPanel, size=(1340, 860)).view
    assert panel.layer_box.itemText(0) == "Layer 1  (W is 4×2)"
    panel.layer_box.setCurrentIndex(1)
    qtbot.mouseClick(panel.convention.buttons["rows"], Qt.MouseButton.LeftButton)
    assert panel.layer_box.itemText(0) == "Layer 1  (W is 2×4)"
    headings = [label.text() for label in panel.findChildren(QLabel) if label.property("role") == "heading"]
    assert "The chain of Jacobians, from the weights to the cost: shapes multiply" in headings
    assert "Local Jacobians ∂n/∂dᵀ of this layer and those above, for example 1" in headings
    kronecker = panel.cards["kronecker"]
    note = kronecker._note.text()
    assert "vec stacks the rows" in note
    assert note.endswith("n1ᵀ ⊗ I is 4×10: 40 blocks of 1×1, each with one number of n1ᵀ on its diagonal.")
    pieces = [piece.caption for card in panel.cards.values() for piece in card.made_of._pieces.values()]
    assert pieces == ["n1ᵀ", "∂L/∂d2", "n1ᵀ⊗I", "vec ∂L/∂d2", "∂L/∂w2ᵀ"]
    assert {card.result._pieces[0].caption.removeprefix("unvec → ") for card in panel.cards.values()} == {"∂L/∂W2"}
    assert panel.cards["paths"].paths._explanation.left.startswith("∂L[1]/∂W2[")
    # vec of the rows of n1ᵀ·∂L/∂d2, a 4×1 matrix here, and (n1ᵀ ⊗ I)·vec(∂L/∂d2) are the very same numbers.
    ways = panel.ways
    assert ways.row_difference < 1e-15
    np.testing.assert_allclose(ways.row_by_outer_product.ravel(), ways.product_vector, rtol=1e-12)


def test_local_jacobians_are_matrices_and_large_ones_are_described(make_desk):
    panel = make_desk(GradientFormsPanel, "softmax").view
    layers = len(panel._walkthrough.sizes) - 1
    assert panel.jacobians.description.count("diagonal") == layers - 1
    assert "full" in panel.jacobians.description
    panel.layer_box.setCurrentIndex(layers - 1)
    (piece,) = panel.jacobians.row._pieces.values()
    A = panel._walkthrough.arrays["A", layers][:, 0]
    assert np.allclose(piece.values, np.diag(A) - np.outer(A, A))


def test_what_is_too_large_is_drawn_as_a_scheme(make_desk):
    panel = make_desk(GradientFormsPanel, "wide").view
    panel.layer_box.setCurrentIndex(1)
    made_of = panel.cards["kronecker"].made_of
    piece = made_of._pieces[0]
    assert piece.values is None
    assert piece.shape == (64 * 64, 64 * 30)
    panel.grab()
    assert "never built" in panel.cards["kronecker"]._note.text()


def test_a_layer_too_large_for_all_paths_says_so(make_desk, make_walkthrough):
    desk = make_desk(GradientFormsPanel)
    walkthrough = msgspec.structs.replace(make_walkthrough(), gradient_forms=(None, None))
    desk.view.show_snapshot(msgspec.structs.replace(desk.session.snapshot(), walkthrough=walkthrough))
    assert desk.view._instead.isVisible()
    assert "too large" in desk.view._instead.text()
    assert not any(card.isVisible() for card in desk.view.cards.values())
    assert desk.view.difference.text() == ""


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(770, 560), (1340, 860)])
def test_it_is_drawn_in_every_size_and_theme(make_desk, theme, size):
    panel = make_desk(GradientFormsPanel, "deep", size=size).view
    apply_appearance(THEMES[theme])
    panel.grab()
    for card in panel.cards.values():
        for row in (card.result, card.made_of):
            for block in row.arrangement.blocks if row._pieces else ():
                assert row.rect().toRectF().contains(block.box)


def test_numbers_are_read_out_exactly(make_desk):
    panel = make_desk(GradientFormsPanel).view
    row = panel.cards["paths"].result
    place = row.to_widget(row.cell_box(0, 3, 1)).center()
    QApplication.sendEvent(row, QHelpEvent(QEvent.Type.ToolTip, place, row.mapToGlobal(place)))
    assert QToolTip.text().startswith("dW[1][4,2] = ")
    value = float(QToolTip.text().partition(" = ")[2].replace("−", "-"))
    assert value == pytest.approx(panel.ways.by_paths[3, 1], rel=1e-5)
    QToolTip.hideText()


def test_the_same_walkthrough_is_not_built_again(make_desk):
    desk = make_desk(GradientFormsPanel)
    desk.view.grab()
    pictures = [card.result._picture for card in desk.view.cards.values()]
    desk.session.step_epoch()
    desk.frame()
    desk.view.grab()
    assert [card.result._picture for card in desk.view.cards.values()] == pictures
