from itertools import pairwise

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetrics

from playground.training.results import Divergence
from playground.training.scoring import Fit
from playground.views.state_bar import StateBar
from playground.views.state_readings import NUMBERS_ONLY, READINGS, STATES, state_of
from playground.views.theme import THEMES


@pytest.fixture
def bar(qtbot):
    bar = StateBar()
    qtbot.addWidget(bar)
    bar.resize(1024, 26)
    bar.show()
    return bar


@pytest.fixture
def snapshot(make_snapshot):
    return msgspec.structs.replace(make_snapshot("xor", epochs=2), updates_per_second=148_321.7, running=True)


def states(snapshot):
    return {
        "running": msgspec.structs.replace(snapshot, running=True),
        "paused": msgspec.structs.replace(snapshot, running=False),
        "diverged": msgspec.structs.replace(snapshot, running=False, divergence=Divergence(1, 2, 1, "cost")),
    }


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("name", STATES)
def test_states_are_told_by_word_mark_and_colour(bar, snapshot, appearance, name, theme):
    appearance(theme)
    shown = states(snapshot)[name]
    assert state_of(shown) == name
    bar.show_snapshot(shown)
    assert bar.text("state") == STATES[name].label
    color = bar._state.palette().color(bar._state.foregroundRole()).name()
    assert color == getattr(theme, STATES[name].color)


def test_states_have_marks_of_their_own():
    assert len({state.label[0] for state in STATES.values()}) == len(STATES)


def test_numbers_are_those_of_the_snapshot(bar, snapshot, monkeypatch):
    monkeypatch.setattr(bar.frame_rate, "count", lambda *, running: 29.7)
    shown = msgspec.structs.replace(
        snapshot, train_cost=0.12345, test_cost=0.5, train_accuracy=1.0, test_accuracy=0.975
    )
    bar.show_snapshot(shown)
    assert bar.text("updates") == "148,000 updates/s"
    assert bar.text("frames") == "30 frames/s"
    assert bar.text("cost") == "cost 0.1235 / 0.5000"
    assert bar.text("accuracy") == "accuracy 100.0% / 97.5%"
    exact = np.sqrt(sum((array**2).sum() for array in (*snapshot.dW, *snapshot.db)))
    assert shown.gradient_norm == pytest.approx(exact)
    assert float(bar.text("gradient").removeprefix("‖dW, db‖ ")) == pytest.approx(exact, rel=0.051)


def test_numbers_to_predict_have_r2_and_rmse_in_place_of_the_accuracy(bar, make_snapshot):
    bar.resize(1024, 26)
    snapshot = make_snapshot("bumps", epochs=2)
    bar.show_snapshot(snapshot)
    assert [bar._fields[name].isVisible() for name in ("fit", "rmse", "accuracy")] == [True, True, False]
    shown = msgspec.structs.replace(snapshot, train_fit=Fit((0.93,), (3.25,)), test_fit=Fit((-0.5,), (4.5,)))
    bar.show_snapshot(shown)
    assert bar.text("fit") == "R² 0.93 / −0.50"
    assert bar.text("rmse") == "RMSE 3.250 / 4.500"
    bar.show_snapshot(
        msgspec.structs.replace(shown, train_fit=Fit((-1e9,), (1.0,)), test_fit=Fit((float("nan"),), (1.0,)))
    )
    assert bar.text("fit") == "R² < −9 / –"
    several = Fit((0.9, None, 0.7), (1.0, 2.0, 3.0))
    bar.show_snapshot(msgspec.structs.replace(snapshot, train_fit=several, test_fit=None))
    assert bar.text("fit") == "R² 0.80 / –"
    assert bar.text("rmse") == "RMSE – / –"
    bar.show_snapshot(make_snapshot("xor"))
    assert [bar._fields[name].isVisible() for name in ("fit", "rmse", "accuracy")] == [False, False, True]


def test_what_there_is_not_is_a_dash(bar, make_snapshot):
    assert all("–" in bar.text(name) for name in READINGS)
    bare = msgspec.structs.replace(
        make_snapshot("xor"), test_cost=None, train_accuracy=None, test_accuracy=None, updates_per_second=0.0
    )
    bar.show_snapshot(bare)
    assert bar.text("gradient") == "‖dW, db‖ –"
    assert bar.text("frames") == "0 frames/s"
    assert bar.text("cost").endswith(" / –")
    assert bar.text("accuracy") == "accuracy – / –"
    assert bar.text("updates") == "0 updates/s"


def test_fields_stay_where_they_are_and_hold_the_widest_numbers(bar, snapshot, monkeypatch):
    monkeypatch.setattr(bar.frame_rate, "count", lambda *, running: 100.0)
    labels = [bar._state, *bar._fields.values()]
    places = [label.geometry() for label in labels]
    huge = tuple(np.full_like(array, 1e120) for array in snapshot.dW)
    for number, speed, gradient in ((1e-8, 1.0, snapshot.dW), (1.2345e30, 8_888_888.0, huge)):
        for shown in states(snapshot).values():
            bar.show_snapshot(
                msgspec.structs.replace(
                    shown,
                    train_cost=number,
                    test_cost=number,
                    dW=gradient,
                    train_accuracy=1.0,
                    test_accuracy=1.0,
                    updates_per_second=speed,
                )
            )
            bar.layout().activate()
            assert [label.geometry() for label in labels] == places
            for label in labels:
                assert QFontMetrics(label.font()).horizontalAdvance(label.text()) <= label.width()


def test_nothing_overlaps_in_any_width_and_the_message_keeps_room(bar, snapshot):
    bar.show_snapshot(snapshot)
    counts = []
    for width in (1600, 1024, 700, 400, 260):
        bar.resize(width, 26)
        bar.layout().activate()
        shown = [label for label in (bar._state, *bar._fields.values(), bar._message) if label.isVisible()]
        for left, right in pairwise(shown):
            assert left.geometry().right() < right.geometry().left()
        assert shown[-1].geometry().right() <= width
        assert bar._message.width() >= 100
        counts.append(len(shown))
    assert counts == sorted(counts, reverse=True)
    assert counts[1] == len(READINGS) - len({*NUMBERS_ONLY, "rate"}) + 2


def test_messages_come_from_the_window_and_from_snapshots(bar, snapshot):
    bar.show_message("Opened xor.json")
    bar.show_snapshot(snapshot)
    assert bar.text("message") == "Opened xor.json"
    bar.show_snapshot(msgspec.structs.replace(snapshot, message="Added a layer"))
    assert bar.text("message") == "Added a layer"
    bar.show_message("Saved")
    bar.show_snapshot(msgspec.structs.replace(snapshot, message="Added a layer", number=9))
    assert bar.text("message") == "Saved"


def test_a_message_goes_with_what_it_was_about(bar, snapshot):
    stopped = msgspec.structs.replace(snapshot, message="Stopped: the cost is reached")
    bar.show_snapshot(stopped)
    bar.show_snapshot(msgspec.structs.replace(snapshot, message="", number=9))
    assert bar.text("message") == ""
    bar.show_snapshot(stopped)
    bar.show_message("Saved")
    bar.show_snapshot(msgspec.structs.replace(snapshot, message="", number=10))
    assert bar.text("message") == "Saved"


def test_a_long_message_is_shortened_and_whole_in_its_tooltip(bar):
    message = "Saved /home/student/" + "a-very-long-folder/" * 20
    bar.show_message(message)
    width = bar.width()
    bar.grab()
    assert bar._message.tip_at(QPointF()) == message
    assert bar.width() == width
    assert bar._message.geometry().right() <= width


def test_every_field_has_a_tooltip(bar):
    for label in (bar._state, *bar._fields.values()):
        assert label.toolTip().endswith(".")


@pytest.mark.parametrize(("norm", "text"), [(0.44, "0.44"), (1.1, "1.1"), (3.2e-7, "3.2e-7"), (4.5e12, "4.5e12")])
def test_the_gradient_is_a_plain_number_where_that_is_readable(bar, snapshot, norm, text):
    dW = tuple(np.zeros_like(array) for array in snapshot.dW)
    db = tuple(np.zeros_like(array) for array in snapshot.db)
    dW[0][0, 0] = norm
    bar.show_snapshot(msgspec.structs.replace(snapshot, dW=dW, db=db))
    assert bar.text("gradient") == f"‖dW, db‖ {text}"


def test_the_rate_in_effect_stands_there_where_a_schedule_changes_it(bar, make_snapshot):
    bar.show_snapshot(make_snapshot("xor", epochs=2))
    assert not bar._fields["rate"].isVisible()
    shown = make_snapshot("xor", epochs=2, **{"training.schedule": "cosine", "training.schedule_epochs": 4})
    bar.show_snapshot(shown)
    assert bar._fields["rate"].isVisible()
    assert float(bar.text("rate").removeprefix("α ")) == pytest.approx(shown.rate, rel=1e-3)
    assert 0 < shown.rate < shown.experiment.training.learning_rate
