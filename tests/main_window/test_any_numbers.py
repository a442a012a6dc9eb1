"""Whatever numbers a network has come to, every workspace and every figure can be painted."""

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from playground.files import CsvSource, open_source, override, read_preset
from playground.main_window.workspaces import WORKSPACES
from playground.training import TrainingSession
from playground.views.figures.figure import FIGURES, figure_for, queries_for
from playground.views.pictures import figure_png, figure_svg

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")  # of numpy, about numbers that are meant to be there
HUGE = {
    "largest": lambda size: np.full(size, 1.7e308),
    "of both signs": lambda size: np.where(np.arange(size) % 2, 1.7e308, -1.7e308),
    "smallest": lambda size: np.full(size, 5e-324),
    "of every size": lambda size: 10.0 ** np.linspace(-308, 308, size),
}
TARGETS = {
    "1e39": lambda i: f"{i}e39",
    "1e308": lambda i: f"{1.7 * (-1) ** i}e308",
}


def session_of(preset, values, **changes):
    session = TrainingSession(override(read_preset(preset), [f"{path}={value}" for path, value in changes.items()]))
    network = session.run.network
    session.run.set_parameters(values(network.parameters.size).astype(network.dtype))
    return session


def table_session(target, dtype="float64"):
    rows = "".join(f"{i * 37 % 11},{i * i % 7},{target(i)}\n" for i in range(40))
    found = open_source(CsvSource(csv="t", text="a,b,y\n" + rows), "t")
    return TrainingSession(override(found.experiment, [f"network.dtype={dtype}"]), None, found.dataset)


def paint_everything(qtbot, window):
    with qtbot.captureExceptions() as errors:
        for name in WORKSPACES:
            window.show_workspace(name)
            for _ in range(4):
                qtbot.wait(15)
            window.show_at_work()
            window.grab()
            QApplication.processEvents()
    assert [error[1] for error in errors] == []
    assert "unexpected" not in window._panels.banner.text


@pytest.mark.parametrize(
    ("preset", "values"), [("three_spirals", "largest"), ("three_spirals", "of every size"), ("sine", "of both signs")]
)
def test_every_workspace_with_weights_of_any_size(qtbot, make_window, preset, values):
    paint_everything(qtbot, make_window(session=session_of(preset, HUGE[values])))


@pytest.mark.parametrize(("target", "dtype"), [("1e39", "float64"), ("1e39", "float32"), ("1e308", "float64")])
def test_every_workspace_with_targets_of_any_size(qtbot, make_window, target, dtype):
    session = table_session(TARGETS[target], dtype)
    session.step_epoch()
    paint_everything(qtbot, make_window(session=session))


@pytest.mark.parametrize("values", HUGE.values(), ids=HUGE)
@pytest.mark.parametrize("preset", ["three_spirals", "sine", "digits"])
def test_every_figure_with_weights_of_any_size(qapp, preset, values):
    session = session_of(preset, values)
    for name in FIGURES:
        session.observer.queries.ask(queries_for(name))
        snapshot = session.snapshot()
        if not figure_for(name, snapshot.problem_info).lacks(snapshot.problem_info):
            assert figure_png(name, snapshot).startswith(b"\x89PNG")
            assert figure_svg(name, snapshot).rstrip().endswith(b"</svg>")
