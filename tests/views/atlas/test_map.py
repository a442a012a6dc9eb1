"""The drawing of an atlas."""

import numpy as np
from msgspec.structs import replace

from playground.files import read_preset
from playground.training import TrainingSession
from playground.training.many.atlas import MEASURES, AtlasGrid, AtlasPlan
from playground.training.many.atlas_job import AtlasJob
from playground.training.many.atlas_report import AtlasReport
from playground.training.many.choices import Axis
from playground.views.atlas.map import AtlasMap


def test_a_torn_map_is_measured_once_and_not_for_each_of_its_pixels(qtbot, monkeypatch):
    session = TrainingSession(read_preset("moons"))
    rates, seeds = Axis("training.learning_rate", 1e-3, 1.0, logarithmic=True), Axis("network.seed", 0, 31)
    job = AtlasJob(AtlasPlan(session.experiment, rates, seeds, 32, 1), session.run.examples.dataset)
    torn = np.indices((32, 32)).sum(axis=0) % 2 == 1
    grid = AtlasGrid(np.full((len(MEASURES), 32, 32), 0.5), np.ones((32, 32), bool), torn)
    asked = []
    value_texts = AtlasReport.value_texts
    monkeypatch.setattr(AtlasReport, "value_texts", lambda *of: asked.append(of[1:]) or value_texts(*of))
    shown = AtlasMap()
    qtbot.addWidget(shown)
    shown.resize(700, 600)
    shown.show_report(replace(job.result, grid=grid), "test_accuracy")
    shown.grab()
    assert 0 < len(asked) <= 4 * 32  # the labels of both axes, and once more for the room that they need
