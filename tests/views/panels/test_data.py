from operator import attrgetter

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from playground.data import GENERATORS
from playground.files import RESOLVED, CsvSource, override, read_preset
from playground.training import TrainingSession
from playground.views.kit.appearance import apply_appearance
from playground.views.panels.data import DataPanel
from playground.views.theme import THEMES


@pytest.fixture
def snapshot():
    return TrainingSession(read_preset("moons")).snapshot()


@pytest.fixture
def panel(qtbot):
    widget = DataPanel()
    qtbot.addWidget(widget)
    widget.resize(236, 450)
    widget.show()
    widget.sent = []
    widget.field_changed.connect(lambda path, value: widget.sent.append((path, value)))
    return widget


def with_source(snapshot, source):
    data = msgspec.structs.replace(snapshot.experiment.data, source=source)
    return replace(snapshot, experiment=msgspec.structs.replace(snapshot.experiment, data=data))


def test_shows_the_settings_of_a_snapshot_without_a_signal(panel, snapshot):
    panel.show_snapshot(snapshot)
    assert panel.gallery.button("moons").isChecked()
    for path in panel.form.paths:
        assert panel.form.control(path).value == attrgetter(RESOLVED.get(path, path))(snapshot.experiment)
    assert panel.sent == []


@pytest.mark.parametrize(("name", "numbers"), [("bumps", True), ("moons", False)])
def test_only_numbers_to_predict_can_be_standardized(panel, name, numbers):
    panel.show_snapshot(TrainingSession(read_preset(name)).snapshot())
    assert panel.form.row("data.standardize_targets").isVisibleTo(panel) == numbers


def test_choosing_a_thumbnail(qtbot, panel, snapshot):
    panel.show_snapshot(snapshot)
    qtbot.mouseClick(panel.gallery.button("spirals"), Qt.MouseButton.LeftButton)
    assert panel.sent == [("data.source", "spirals")]


def test_typing_a_number(qtbot, panel, snapshot):
    panel.show_snapshot(snapshot)
    box = panel.form.control("data.samples").box
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "250")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert panel.sent == [("data.samples", 250)]


def test_new_sample(qtbot, panel):
    with qtbot.waitSignal(panel.new_sample_requested):
        qtbot.mouseClick(panel.new_sample, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("name", GENERATORS)
def test_the_noise_has_the_dataset_s_own_range_and_meaning(panel, snapshot, name):
    panel.show_snapshot(with_source(snapshot, name))
    generator = GENERATORS[name]
    row = panel.form.row("data.noise")
    assert generator.noise_label in row.toolTip()
    assert row.control.slider.stops[-1] == generator.noise_maximum
    assert panel.form.control("data.samples").box.isEnabled() != generator.fixed_samples


def test_a_fixed_number_of_samples_is_shown_as_it_is(panel, snapshot):
    panel.show_snapshot(with_source(snapshot, "xor_points"))
    assert panel.form.control("data.samples").value == 4
    assert "4 examples" in panel.form.row("data.samples").toolTip()
    panel.show_snapshot(snapshot)
    assert panel.form.control("data.samples").value == snapshot.experiment.data.samples


def test_own_data_are_not_drawn_anew(panel, snapshot):
    panel.show_snapshot(with_source(snapshot, CsvSource(csv="mine.csv")))
    assert panel.gallery.entry.isVisible()
    for path in ("data.samples", "data.noise", "data.seed"):
        assert not panel.form.control(path).box.isEnabled()
    assert panel.form.control("data.train_fraction").box.isEnabled()
    assert not panel.new_sample.isEnabled()
    panel.show_snapshot(snapshot)
    assert panel.form.control("data.noise").box.isEnabled()
    assert panel.new_sample.isEnabled()


def test_the_same_experiment_is_not_shown_twice(monkeypatch, panel, snapshot):
    panel.show_snapshot(snapshot)
    shown = []
    monkeypatch.setattr(panel.form, "set_values", shown.append)
    panel.show_snapshot(replace(snapshot, number=1, epoch=7))
    assert shown == []
    panel.show_snapshot(replace(snapshot, experiment=override(snapshot.experiment, ["data.noise=0.1"])))
    assert len(shown) == 1


def test_a_refused_dataset_goes_back_and_says_why(qtbot, panel, snapshot):
    panel.show_snapshot(snapshot)
    qtbot.mouseClick(panel.gallery.button("heart"), Qt.MouseButton.LeftButton)
    panel.show_error("data.source", "heart: not now")
    assert panel.gallery.button("moons").isChecked()
    assert panel.error == "heart: not now"
    panel.show_snapshot(with_source(snapshot, "plane"))
    assert panel.error == ""


def test_a_refused_number_is_marked(panel, snapshot):
    panel.show_snapshot(snapshot)
    panel.show_error("data.samples", "Too many.")
    assert panel.form.row("data.samples").error == "Too many."


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_fits_the_left_column_in_every_theme(panel, snapshot, theme):
    apply_appearance(theme)
    panel.show_snapshot(snapshot)
    assert panel.minimumSizeHint().width() <= 236


def test_tab_goes_from_top_to_bottom(panel):
    stops, widget = [], panel.nextInFocusChain()
    while widget is not panel:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(widget.mapTo(panel, QPoint()).y())
        widget = widget.nextInFocusChain()
    assert len(stops) > 10
    assert stops == sorted(stops)


def test_a_table_has_as_many_samples_as_it_has_rows(panel, tmp_path):
    table = tmp_path / "ninety.csv"
    table.write_text("a,b,label\n" + "".join(f"{i},{i % 7},{i % 2}\n" for i in range(90)), encoding="utf-8")
    data = override(read_preset("moons"), [f'data.source={{"csv": "{table.as_posix()}", "label": ["label"]}}'])
    panel.show_snapshot(TrainingSession(data).snapshot())
    samples = panel.form.control("data.samples")
    assert samples.value == 90
    assert not samples.box.isEnabled()


def test_a_refused_dataset_moves_nothing(panel, snapshot):
    panel.show_snapshot(snapshot)
    QApplication.processEvents()
    before = panel.form.geometry()
    panel.show_error("data.source", "heart: not now")
    QApplication.processEvents()
    assert panel.form.geometry() == before


@pytest.mark.parametrize(
    ("tool", "signal"),
    [("bring", "import_requested"), ("draw", "draw_requested"), ("export", "export_requested")],
)
def test_ways_to_bring_and_to_take_data(qtbot, panel, tool, signal):
    with qtbot.waitSignal(getattr(panel, signal)):
        qtbot.mouseClick(getattr(panel, tool), Qt.MouseButton.LeftButton)
    assert getattr(panel, tool).accessibleName()
    assert getattr(panel, tool).toolTip()


def test_standardizing_is_a_box_of_its_own(panel, snapshot):
    panel.show_snapshot(snapshot)
    panel.form.control("data.standardize").box.click()
    assert panel.sent == [("data.standardize", True)]


def test_own_data_are_standardized_unless_told_otherwise(panel, snapshot):
    panel.show_snapshot(with_source(snapshot, CsvSource(csv="mine.csv")))
    assert panel.form.control("data.standardize").value is True


def test_the_classes_are_counted(panel, snapshot):
    panel.show_snapshot(snapshot)
    problem_info = snapshot.problem_info
    m = problem_info.train_X.shape[1] + problem_info.test_X.shape[1]
    assert panel.about.text() == f"2 classes: {m // 2} / {m // 2}"
    assert not panel.warning.isVisible()


def test_one_class_only_is_warned_of(panel, snapshot):
    zeros = replace(
        snapshot.problem_info,
        train_labels=snapshot.problem_info.train_labels * 0,
        test_labels=snapshot.problem_info.test_labels * 0,
    )
    panel.show_snapshot(replace(snapshot, problem_info=zeros))
    assert panel.warning.isVisible()
    assert "Only one class" in panel.warning.text()
    panel.show_snapshot(snapshot)
    assert not panel.warning.isVisible()


def test_the_fold_can_be_set(panel):
    panel.folded_groups = ("data",)
    assert panel.folded_groups == ("data",)
    assert not panel.gallery.isVisible()
    panel.folded_groups = ()
    assert panel.gallery.isVisible()


def test_after_a_click_on_a_tool_the_keys_are_for_what_they_were_for(panel, qtbot):
    panel.entry.formula.setFocus()
    for tool in (panel.bring, panel.draw, panel.export):
        qtbot.mouseClick(tool, Qt.MouseButton.LeftButton)
        assert panel.entry.formula.hasFocus()
