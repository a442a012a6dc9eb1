import pytest
from PySide6.QtCore import Qt

from playground.data import GENERATORS
from playground.files import CsvSource, IdxSource, PointsSource, read_preset
from playground.training import TrainingSession
from playground.views.kit.appearance import apply_appearance
from playground.views.panels.gallery import DataGallery
from playground.views.theme import DARK, LIGHT

CSV = CsvSource(csv="/somewhere/measured & noted.csv")


@pytest.fixture
def problem_info():
    return TrainingSession(read_preset("xor_points")).snapshot().problem_info


@pytest.fixture
def gallery(qtbot):
    widget = DataGallery()
    qtbot.addWidget(widget)
    widget.resize(212, 200)
    widget.show()
    widget.sources = []
    widget.source_chosen.connect(widget.sources.append)
    return widget


@pytest.mark.parametrize("name", GENERATORS)
def test_a_click_on_a_thumbnail_chooses_the_dataset(qtbot, gallery, name):
    qtbot.mouseClick(gallery.button(name), Qt.MouseButton.LeftButton)
    assert gallery.sources == [name]
    assert gallery.button(name).isChecked()


def test_thumbnails_follow_the_zoom(qtbot, gallery):
    button = gallery.button("circles")
    qtbot.waitUntil(lambda: not button.icon().isNull())
    height, side = button.height(), button.iconSize().width()
    apply_appearance(LIGHT, 200)
    qtbot.waitUntil(lambda: button.height() == 2 * height)
    assert button.iconSize().width() == 2 * side
    assert button.icon().availableSizes()[0].width() == 2 * side


@pytest.mark.parametrize("name", GENERATORS)
def test_each_thumbnail_has_a_name_and_an_explanation(gallery, name):
    button, generator = gallery.button(name), GENERATORS[name]
    assert button.accessibleName() == generator.label
    assert generator.label in button.toolTip()
    assert generator.description in button.toolTip()
    assert not button.icon().isNull()


def test_the_source_in_use_is_checked_without_a_signal(gallery, problem_info):
    gallery.set_source("moons", problem_info)
    assert gallery.button("moons").isChecked()
    assert gallery.label == "Moons"
    assert gallery.sources == []


def test_choosing_what_is_in_use_sends_nothing(qtbot, gallery, problem_info):
    gallery.set_source("moons", problem_info)
    qtbot.mouseClick(gallery.button("moons"), Qt.MouseButton.LeftButton)
    assert gallery.sources == []


def test_arrow_keys_go_through_the_gallery(qtbot, gallery, problem_info):
    gallery.set_source("xor", problem_info)
    gallery.button("xor").setFocus()
    qtbot.keyClick(gallery.button("xor"), Qt.Key.Key_Right)
    assert gallery.sources == ["circles"]


def test_own_data_get_an_entry_that_stays(qtbot, gallery, problem_info):
    assert gallery.entry.isHidden()
    gallery.set_source(CSV, problem_info)
    assert gallery.entry.isVisible()
    assert gallery.entry.isChecked()
    assert gallery.entry.accessibleName() == "measured & noted.csv"
    assert gallery.entry.toolTip() == CSV.csv
    assert gallery.entry.text() == "measured && noted.csv"
    assert not gallery.entry.icon().isNull()
    gallery.set_source("xor", problem_info)
    assert gallery.entry.isVisible()
    assert not gallery.entry.isChecked()
    qtbot.mouseClick(gallery.entry, Qt.MouseButton.LeftButton)
    assert gallery.sources == [CSV]


def test_a_long_file_name_is_shortened_in_the_middle(gallery, problem_info):
    gallery.set_source(CsvSource(csv="a" * 100 + ".csv"), problem_info)
    assert "…" in gallery.entry.text()
    assert gallery.entry.text().endswith(".csv")
    assert gallery.minimumSizeHint().width() <= 212


def test_drawn_points_have_an_entry_too(gallery, problem_info):
    gallery.set_source(PointsSource(points=((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))), problem_info)
    assert gallery.entry.accessibleName() == "Drawn points"


@pytest.mark.parametrize("source", ["moons", CSV])
def test_a_refused_choice_goes_back(qtbot, gallery, problem_info, source):
    gallery.set_source(source, problem_info)
    qtbot.mouseClick(gallery.button("heart"), Qt.MouseButton.LeftButton)
    gallery.restore()
    assert not gallery.button("heart").isChecked()
    assert (gallery.entry if source is CSV else gallery.button("moons")).isChecked()


def test_a_theme_draws_new_pictures(gallery):
    before = gallery.button("moons").icon().cacheKey()
    apply_appearance(DARK)
    assert gallery.button("moons").icon().cacheKey() != before


def test_images_and_pasted_tables_have_an_entry_too(gallery, problem_info):
    gallery.set_source(IdxSource(idx="/somewhere/digits.idx.gz"), problem_info)
    assert gallery.entry.accessibleName() == "digits.idx.gz"
    assert gallery.entry.toolTip() == "Images: /somewhere/digits.idx.gz"
    assert gallery.label == "Images"
    gallery.set_source(CsvSource(csv="Pasted table", text="a,b\n1,2\n"), problem_info)
    assert gallery.entry.text() == "Pasted table"
    assert gallery.entry.toolTip() == "A table that was pasted."
