"""Runs kept to compare others with: named, bounded in number and memory, and brought back to the last bit."""

import numpy as np
import pytest

from playground.files import read_preset
from playground.training import TrainingError
from playground.training.commands import ChangeField, Load, LoadPin, PinRun, Redo, RemovePin, RenamePin, Undo
from playground.training.pins import LONGEST_NAME, MOST_PINS, SIDE, TIMELINE_BYTES


def names(session) -> list[str]:
    return [pin.name for pin in session.snapshot().pins]


def test_a_pin_shows_the_run_as_it_was(make_session):
    session = make_session("moons")
    session.advance(float("inf"), until_epoch=8)
    before = session.snapshot()
    PinRun().apply(session)
    session.advance(float("inf"), until_epoch=20)
    (pin,) = session.snapshot().pins
    assert (pin.number, pin.name, pin.experiment) == (1, "Moons", before.experiment)
    for field in ("epoch", "update", "train_cost", "test_cost", "train_accuracy", "test_accuracy", "seconds"):
        assert getattr(pin, field) == getattr(before, field)
    np.testing.assert_array_equal(pin.curves.train_cost, before.curves.train_cost)


@pytest.mark.parametrize("preset", ["moons", "sine", "three_spirals"])
def test_it_keeps_a_small_picture_of_its_answer(make_session, preset):
    session = make_session(preset)
    session.advance(float("inf"), until_epoch=3)
    before = session.snapshot()
    PinRun().apply(session)
    (pin,) = session.snapshot().pins
    outputs = before.maps.units[-1]
    step = 1 if before.maps.kind == "line" else outputs.shape[-1] // SIDE
    np.testing.assert_array_equal(pin.portrait.maps.units[-1], outputs[..., ::step, ::step] if step > 1 else outputs)
    assert pin.portrait.maps.x.size == pin.portrait.maps.units[-1].shape[-1]
    assert sum(unit.size for unit in pin.portrait.maps.units[:-1]) == 0
    fits = session.run.scores(fits=True)
    if preset == "sine":
        assert (pin.train_r2, pin.test_r2) == (fits.train_fit.mean_r2, fits.test_fit.mean_r2)
    else:
        assert pin.train_r2 is pin.test_r2 is None


def test_images_have_no_plane_to_be_drawn_over(make_session):
    session = make_session("digits")
    PinRun().apply(session)
    assert session.snapshot().pins[0].portrait is None


def test_it_is_brought_back_completely(make_session, state_of):
    session, other = make_session("moons"), make_session("moons")
    for each in (session, other):
        each.advance(float("inf"), until_epoch=8)
        each.step_batch()
    PinRun("mine").apply(session)
    before = state_of(session)
    Load(read_preset("sine")).apply(session)
    session.advance(float("inf"), until_epoch=3)
    LoadPin(1).apply(session)
    assert not session.loop.running
    assert state_of(session) == before
    for each in (session, other):
        each.advance(float("inf"), until_epoch=12)
    assert {**state_of(session), "pins": []} == state_of(other)
    Undo().apply(session)
    assert session.experiment.title == "Sine"
    assert session.epoch == 3


def test_pinning_does_not_disturb_a_run(make_session):
    session = make_session()
    session.start()
    session.advance(float("inf"), until_epoch=3)
    PinRun().apply(session)
    assert session.loop.running
    session.advance(float("inf"), until_epoch=9)
    RenamePin(1, "early").apply(session)
    session.undo()
    session.undo()
    assert session.loop.running  # only the pin was taken back
    assert (session.epoch, names(session)) == (9, [])
    session.redo()
    session.redo()
    assert (session.epoch, names(session)) == (9, ["early"])
    session.go_to_moment(0)
    assert (session.epoch, session.loop.running, names(session)) == (0, False, [])
    session.go_to_moment(3)
    assert (session.epoch, names(session)) == (9, ["early"])


def test_undo_of_other_things_leaves_pins_alone(make_session):
    session = make_session()
    session.step_batch()
    PinRun("one").apply(session)
    session.step_batch()
    ChangeField("training.l2", 0.1).apply(session)
    Undo().apply(session)
    Undo().apply(session)
    assert (session.update, names(session)) == (1, ["one"])
    Undo().apply(session)
    assert (session.update, names(session)) == (1, [])
    Undo().apply(session)
    Redo().apply(session)
    Redo().apply(session)
    assert (session.update, names(session)) == (1, ["one"])


def test_of_an_earlier_moment_what_lay_beyond_is_not_pinned(make_session):
    session = make_session()
    session.advance(float("inf"), until_epoch=10)
    session.scrub(4)
    PinRun().apply(session)
    pin = session.snapshot().pins[0]
    assert (pin.epoch, pin.curves.epochs.tolist()) == (4, [0, 1, 2, 3, 4])
    assert pin.memory.tip is None
    assert [record.epoch for record in pin.memory.records] == [0, 1, 2, 3, 4]
    assert session.snapshot().timeline.position == 4  # the way itself is as it was


def test_they_are_called_after_what_differs(make_session):
    session = make_session()
    PinRun().apply(session)
    PinRun().apply(session)
    ChangeField("training.learning_rate", 0.25).apply(session)
    PinRun().apply(session)
    ChangeField("network.hidden", ()).apply(session)
    ChangeField("training.patience", 5).apply(session)
    PinRun().apply(session)
    ChangeField("training.learning_rate", 0.5).apply(session)
    PinRun("  my\n run ").apply(session)
    assert names(session) == [
        "Circles",
        "Circles (2)",
        "Circles, learning rate 0.25",
        "Circles, hidden layers none",
        "my run",
    ]
    PinRun("x" * 500).apply(session)
    assert len(names(session)[-1]) == LONGEST_NAME


def test_a_number_is_never_used_again(make_session):
    session = make_session()
    for _ in range(3):
        PinRun().apply(session)
    RemovePin(3).apply(session)
    PinRun().apply(session)
    Undo().apply(session)
    PinRun().apply(session)
    assert [pin.number for pin in session.snapshot().pins] == [1, 2, 5]


def test_twelve_at_most(make_session):
    session = make_session()
    for _ in range(MOST_PINS):
        PinRun().apply(session)
    label = session.snapshot().undo_label
    with pytest.raises(TrainingError, match=r"^12 runs are pinned already, which is the most; remove one first$"):
        PinRun().apply(session)
    assert len(set(names(session))) == MOST_PINS
    assert session.snapshot().undo_label == label


@pytest.mark.parametrize("command", [LoadPin(7), RemovePin(7), RenamePin(7, "x")])
def test_a_pin_that_is_not_there(make_session, command):
    session = make_session()
    PinRun().apply(session)
    before = session.snapshot().undo_labels
    with pytest.raises(TrainingError, match=r"^there is no pinned run 7$"):
        command.apply(session)
    assert session.snapshot().undo_labels == before


def test_an_empty_name_is_refused(make_session):
    session = make_session()
    PinRun("a").apply(session)
    with pytest.raises(TrainingError, match=r"^an empty name, expected at least one letter$"):
        RenamePin(1, " \n").apply(session)
    assert names(session) == ["a"]


def test_its_recorded_moments_take_little(make_session):
    session = make_session("spirals", **{"network.hidden": "[60,60]", "data.samples": 20})
    session.advance(float("inf"), until_epoch=120)
    assert session.timeline.records.n_bytes > TIMELINE_BYTES
    PinRun().apply(session)
    timeline = session.snapshot().pins[0].memory.records
    assert TIMELINE_BYTES / 3 < timeline.n_bytes <= TIMELINE_BYTES
    assert (timeline[0].epoch, timeline[-1].epoch) == (0, 120)
    budget = session.timeline.records.budget
    LoadPin(1).apply(session)
    assert session.timeline.records.budget == budget
