"""Fields that only some choices bring: hidden without them, and called what they are with them."""

import pytest

from playground.engine import OPTIMIZERS, SCHEDULES
from playground.files import FIELDS, override, read_preset
from playground.training import TrainingSession
from playground.views.panels.settings import LENGTH, SHARE, SettingsPanel


@pytest.fixture
def panel(qtbot):
    panel = SettingsPanel()
    qtbot.addWidget(panel)
    panel.show()
    return panel


def show(panel, *settings):
    panel.show_snapshot(TrainingSession(override(read_preset("xor_points"), settings)).snapshot())


def is_shown(panel, path):
    return panel.form_of(path).row(path).isVisibleTo(panel)


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_a_schedule_brings_its_settings_by_their_names(panel, schedule):
    show(panel, f"training.schedule={schedule}")
    record = SCHEDULES[schedule]
    for path, label in ((LENGTH, record.length), (SHARE, record.share)):
        assert is_shown(panel, path) == bool(label)
        if label:
            assert panel.form_of(path).control(path).field.label == label


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_weight_decay_is_there_where_an_optimizer_decays(panel, optimizer):
    show(panel, f"training.optimizer={optimizer}")
    assert is_shown(panel, "training.weight_decay") == OPTIMIZERS[optimizer].decays


def test_whoever_looks_for_a_hidden_field_is_led_to_what_brings_it(panel):
    show(panel)
    for path in (LENGTH, SHARE):
        assert panel.focus_field(path) is panel.training_form.control("training.schedule").widgets[0]
    show(panel, "training.schedule=cosine")
    assert panel.focus_field(SHARE) is panel.training_form.control(SHARE).widgets[0]


def test_every_field_that_depends_on_a_choice_names_a_choice_and_its_names():
    for field in FIELDS.values():
        if field.only_with is not None:
            path, names = field.only_with
            assert set(names) <= set(FIELDS[path].choices)
