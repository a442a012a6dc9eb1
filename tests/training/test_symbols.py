"""The symbols of formulas: for every step of every optimizer, what it is about stands in its formula, once."""

import pytest

from playground.engine import OPTIMIZERS
from playground.training.walkthrough.one_update import OneUpdate
from playground.training.walkthrough.walk import symbol_spans


def found(phase, *quantities):
    return [phase.formula[start:end] for start, end in symbol_spans(phase.formula, quantities)]


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_the_result_of_every_step_is_in_its_formula(make_session, optimizer):
    session = make_session("three_spirals", **{"training.optimizer": optimizer, "training.l2": 0.01})
    phases = OneUpdate(session.run, None).walkthrough(0, forms=False).phases
    for phase in phases:
        for quantity in phase.result:
            parts = found(phase, quantity)
            if phase.name != "penalty":  # the whole formula is what it is about
                assert parts, (phase.formula, quantity)
            if quantity[0] in ("dW", "db", "dA", "W_new", "b_new") and phase.name != "penalty":
                assert len(parts) == 1
    by_name = {(phase.name, phase.layer): phase for phase in phases}
    assert found(by_name["dW", 1], ("A", 0), ("dZ", 1), ("W", 1)) == ["dZ^{[1]}", "A^{[0]\\top}"]
    assert found(by_name["dZ", 1], ("D", 1), ("Z", 1)) == ["g'(Z^{[1]})"]
    assert found(by_name["dZ", 1], ("Z", 1)) == ["Z^{[1]}"]
    assert found(by_name["update", 2], ("W_new", 2)) == ["W^{[2]}"]
    assert set(found(by_name["update", 2], ("W", 2))) == {"W^{[2]}"}
    assert symbol_spans(by_name["update", 2].formula, [("W_new", 2)])[0][0] == 0
    assert symbol_spans(by_name["update", 2].formula, [("W", 2)])[0][0] > 0
    assert found(by_name["db", 2], ("dZ", 2)) == ["dZ_{\\cdot i}^{[2]}"]
    assert found(by_name["C", 3], ("A", 3), ("Y", 3)) == ["y_{ki}", "a_{ki}"]
    assert found(by_name["Z", 2], ("A", 2), ("dZ", 2)) == []
