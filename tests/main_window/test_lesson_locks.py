"""What a step of a lesson locks: grey with the reason, refused whichever way it comes, and free again afterwards."""

import pytest
from PySide6.QtCore import Qt

from playground.files import FIELDS, FileError
from playground.lessons.commands import BeginLesson, EnterStep, Explore
from playground.lessons.decode import encode_lesson
from playground.lessons.locks import LOCKABLE, REASON, REFUSAL, is_locked, is_refused
from playground.main_window.actions import ACTIONS
from playground.training.commands import ChangeField, GoOnWith, Load, NewSample, OpenTarget, Run, StepBatch
from playground.training.commands.many import PinMember, TakeBranch, TakeMember, TakePixel
from tests.lessons.conftest import lesson_of

LOCKS = ["network.hidden", "data.source", "data.seed", "training.learning_rate", "run", "step_batch"]


@pytest.fixture
def locked(qtbot, window):
    lesson = lesson_of({"lock": LOCKS, "show": {"workspace": "train"}}, {}, start={"preset": "circles"})
    window.post(BeginLesson(encode_lesson(lesson).decode()))
    qtbot.waitUntil(lambda: window.lessons.locks == frozenset(LOCKS), timeout=10_000)
    return window


def controls(window):
    """Each locked control with what it is locked by."""
    panels = window._panels
    band, data, settings = panels.network.band, panels.data, panels.settings
    layer = band.controls[0]
    yield from ((widget, "network.hidden") for widget in (layer.more, layer.fewer, layer.units, layer.remove))
    yield from ((button, "network.hidden") for button in band.add_buttons)
    yield from ((widget, "data.source") for widget in (data.gallery, data.bring, data.draw))
    yield data.new_sample, "data.seed"
    yield settings.training_form.control("training.learning_rate").widgets[0], "training.learning_rate"


def free_controls(window):
    yield window._panels.settings.training_form.control("training.optimizer").widgets[0]
    yield window._panels.settings.new_weights
    yield window._panels.network.band.output_activation
    yield window._panels.data.form.control("data.noise").widgets[0]


def test_locked_controls_are_grey_with_the_reason_and_free_again(qtbot, window):
    before = [(widget.isEnabled(), widget.toolTip()) for widget, _ in controls(window)]
    lesson = lesson_of({"lock": LOCKS, "show": {"workspace": "train"}}, {}, start={"preset": "circles"})
    window.post(BeginLesson(encode_lesson(lesson).decode()))
    qtbot.waitUntil(lambda: window.lessons.locks == frozenset(LOCKS), timeout=10_000)
    for widget, name in controls(window):
        assert not widget.isEnabled(), name
        assert REASON in widget.toolTip(), name
    for widget in free_controls(window):
        assert widget.isEnabled()
        assert REASON not in widget.toolTip()
    for name in ("run", "step_batch", "new_sample", "draw"):
        assert not window._actions[name].isEnabled()
        assert window._actions[name].toolTip() == REASON
    assert window._actions["step_epoch"].isEnabled()
    window.post(EnterStep(1))
    qtbot.waitUntil(lambda: not window.lessons.locks)
    assert [(widget.isEnabled(), widget.toolTip()) for widget, _ in controls(window)] == before
    for name in ("run", "step_batch", "new_sample", "draw"):
        assert window._actions[name].isEnabled()
        assert "(" in window._actions[name].toolTip()


def test_a_key_does_what_is_locked_no_more(qtbot, locked):
    locked._area.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right):
        qtbot.keyClick(locked._area, key)
    qtbot.wait(200)
    assert not locked.snapshot.running
    assert locked.snapshot.update == 0


@pytest.mark.parametrize(
    "command",
    [
        Run(),
        StepBatch(),
        NewSample(),
        OpenTarget("xor"),
        ChangeField("data.source", "moons"),
        ChangeField("data.seed", 7),
    ],
    ids=("run", "step", "sample", "preset", "source", "seed"),
)
def test_a_command_is_refused_and_says_so(qtbot, locked, command):
    before = locked.snapshot.experiment
    locked.post(command)
    qtbot.wait(200)
    assert locked.snapshot.experiment == before
    assert locked.snapshot.update == 0
    panels = locked._panels
    said = (panels.banner.text, panels.data.error, *(row.error for row in panels.data.form._rows.values()))
    assert str(REFUSAL) in said


def test_exploring_freely_frees_everything(qtbot, locked):
    locked.post(Explore())
    qtbot.waitUntil(lambda: not locked.lessons.locks)
    locked.post(StepBatch())
    qtbot.waitUntil(lambda: locked.snapshot.update == 1)


def test_a_new_network_keeps_the_lock(qtbot, locked):
    locked.post(ChangeField("data.features", ("x1", "x2", "x1*x2")))
    qtbot.waitUntil(lambda: len(locked.snapshot.experiment.data.features) == 3)
    qtbot.waitUntil(lambda: not locked._panels.network.band._fallback.isActive())
    assert all(not widget.isEnabled() for widget, _ in controls(locked))


def test_a_part_of_the_experiment_locks_what_stands_below_it():
    assert is_locked("data.noise", {"data"})
    assert is_locked("new_sample", {"data"})
    assert not is_locked("data.noise", {"data.noise_of"})
    assert not is_locked("network.hidden", {"data"})


def test_another_experiment_needs_every_field_to_be_free():
    assert is_refused(OpenTarget("xor"), {"network.hidden"})
    assert is_refused(Load(None), {"data"})
    assert not is_refused(OpenTarget("xor"), {"run"})
    for take in (TakeBranch(1), TakeMember(3), TakePixel(0, 0)):
        assert is_refused(take, {"training.learning_rate"})
        assert not is_refused(take, {"run"})
    assert is_refused(GoOnWith("adam", 0.01), {"training.optimizer"})
    assert is_refused(PinMember(3), {"pin_run"})


def test_what_can_be_locked_exists():
    assert FIELDS.keys() | ACTIONS.keys() | {"data.source", "data", "network", "training"} >= set(LOCKABLE)


def test_what_cannot_be_locked_is_told_with_its_place():
    message = r"steps\[0\]\.lock\[1\]: network\.hiden cannot be locked; did you mean 'network\.hidden'"
    with pytest.raises(FileError, match=message):
        lesson_of({"lock": ["run", "network.hiden"]})
