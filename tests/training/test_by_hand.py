"""Weights set by hand: the rows, and every hint where it is due, with numbers that keep their promise."""

import re

import pytest

from playground.files import override, read_preset
from playground.lessons.masking import Mask
from playground.training import TrainingSession
from playground.training.queries.by_hand import LISTED, RULES, ByHand

XOR = ('network.hidden=[{"units":2,"activation":"sigmoid"}]', 'network.initializer="zeros"')
OR_AND = {"W[1][1,1]": 10, "W[1][1,2]": 10, "b[1][1]": -5, "W[1][2,1]": 10, "W[1][2,2]": 10, "b[1][2]": -15}
ACROSS = {"W[1][1,1]": 10, "b[1][1]": -5, "W[1][2,2]": 10, "b[1][2]": -5}
SLANTED = {"W[1][1,1]": 1, "W[1][1,2]": 1, "b[1][1]": -0.5}
SOLVED = OR_AND | {"W[2][1,1]": 10, "W[2][1,2]": -20, "b[2][1]": -5}
SITUATIONS = {
    "no_weights": {"W[1][1,1]": 1},
    "same_line": SLANTED | {"W[1][2,1]": -2, "W[1][2,2]": -2, "b[1][2]": 1},
    "one_side": {"W[1][1,1]": 1, "b[1][1]": -0.5, "W[1][2,2]": 1, "b[1][2]": 1},
    "same_split": SLANTED | {"W[1][2,1]": 1, "W[1][2,2]": 1, "b[1][2]": -0.4},
    "not_parted": {"W[1][1,1]": 3, "W[1][1,2]": 1, "b[1][1]": -0.5, "W[1][2,1]": 3, "W[1][2,2]": 1, "b[1][2]": -2},
    "crossing": ACROSS,
    "output": OR_AND,
    "solved": SOLVED,
}


def session(*overrides, preset="xor_points"):
    return TrainingSession(override(read_preset(preset), list(overrides or XOR)))


def set_weights(session, cells):
    edits = []
    for name, value in cells.items():
        letter, layer, row, column = re.fullmatch(r"([Wb])\[(\d)\]\[(\d)(?:,(\d))?\]", name).groups()
        last = session.run.network.W[int(layer) - 1].shape[1]
        edits.append((int(layer), int(row) - 1, int(column) - 1 if letter == "W" else last, float(value)))
    session.edit_parameters(edits)


def report(session):
    return ByHand().prepare(session.run)()


def promised(text):
    """Return what a hint says to type: its cells and their values."""
    return {name: value.replace("−", "-") for name, value in re.findall(r"([Wb]\[[\d,\]\[]+) = ([−\d.e-]*\d)", text)}


@pytest.mark.parametrize("rule", SITUATIONS)
def test_the_hint_that_is_due_is_the_first(rule):
    own = session()
    set_weights(own, SITUATIONS[rule])
    first = report(own).hints[0]
    assert first.rule == rule
    assert len(first.degrees) == 3


def test_every_rule_is_tried():
    assert {rule.name for rule in RULES} == {*SITUATIONS, "worst"}


@pytest.mark.parametrize("rule", ["same_line", "one_side", "same_split", "not_parted"])
def test_the_bias_that_a_hint_names_parts_the_rows_that_it_names(rule):
    own = session()
    set_weights(own, SITUATIONS[rule])
    text = report(own).hints[0].degrees[2]
    cells = promised(text)
    set_weights(own, cells)
    neuron = int(next(iter(cells))[-2]) - 1
    network, X = own.run.network, own.run.examples.train.F
    above = (network.W[0] @ X + network.b[0])[neuron] > 0
    named = re.search(r"parts rows? ([\d, ]+) from", text)[1].split(", ")
    assert [str(row + 1) for row in range(4) if above[row]] == named
    assert report(own).hints[0].rule != rule


def test_following_the_hints_ends_with_every_row_right():
    own = session()
    set_weights(own, {"W[1][1,1]": 10, "W[1][1,2]": 10, "b[1][1]": -5, "W[1][2,1]": 20, "W[1][2,2]": 20, "b[1][2]": -9})
    seen = []
    for _ in range(6):
        found = report(own)
        if not found.wrong:
            break
        first = found.hints[0]
        seen.append(first.rule)
        set_weights(own, promised(first.degrees[2]) or {"W[2][1,1]": 10, "W[2][1,2]": -10})
    assert report(own).wrong == 0
    assert seen[0] == "same_split"
    assert seen[-1] == "output"


def test_the_rows_are_what_the_network_says_of_them():
    own = session()
    set_weights(own, OR_AND | {"W[2][1,1]": 10, "b[2][1]": -5})
    rows = report(own).rows
    assert [row.inputs for row in rows] == [tuple(column) for column in own.run.examples.train.X.T]
    assert [row.is_wrong for row in rows] == [False, False, False, True]
    assert rows[3].outputs[0] == pytest.approx(0.9933, abs=2e-4)
    assert sum(row.cost for row in rows) / 4 == pytest.approx(own.snapshot().train_cost)


def test_one_straight_line_is_told_as_such():
    own = session("network.hidden=[]")
    first = report(own).hints[0]
    assert first.rule == "crossing"
    assert "no line" in first.degrees[1]


def test_of_many_rows_the_worst_are_listed():
    found = report(session(preset="circles"))
    costs = [row.cost for row in found.rows]
    assert len(costs) == LISTED < found.m
    assert costs == sorted(costs, reverse=True)


@pytest.mark.parametrize("preset", ["sine", "blobs"])
def test_numbers_and_several_classes_are_told_of_the_worst_row(preset):
    found = report(session(preset=preset))
    assert found.hints[-1].rule == "worst"
    assert (found.wrong is None) == (preset == "sine")
    worst = max(found.rows, key=lambda row: row.cost)
    assert f"Row {worst.number} " in found.hints[-1].degrees[1]


def test_the_best_by_hand_is_kept_until_the_problem_is_another():
    own = session()
    assert own.snapshot().best_by_hand is None
    set_weights(own, SOLVED)
    best, weights = own.snapshot().best_by_hand, own.run.network.parameters.copy()
    assert best.cost == own.snapshot().train_cost
    set_weights(own, {"b[2][1]": 9})
    assert own.snapshot().best_by_hand is best
    own.undo()
    own.undo()
    assert own.snapshot().best_by_hand is best
    own.set_parameters(best.parameters, "Move weights")
    assert (own.run.network.parameters == weights).all()
    own.change(override(own.experiment, ["training.cost=squared_error"]))
    assert own.snapshot().best_by_hand is None


def test_what_a_lesson_hides_is_told_nowhere_here():
    own = session()
    set_weights(own, SOLVED)
    own.observer.queries.ask([ByHand()])
    frame = own.snapshot()
    assert frame.answers[ByHand()].wrong == 0
    hidden = Mask().apply(frame, frozenset({"train_accuracy"}))
    assert ByHand() not in hidden.answers
    assert hidden.best_by_hand is None
