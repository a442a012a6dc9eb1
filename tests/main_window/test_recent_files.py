"""The files that were opened or saved last."""

import pytest
from PySide6.QtCore import QSettings

from playground.main_window.recent_files import MOST, LastFolder, RecentFiles, RecentMenu


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def files(tmp_path):
    made = [tmp_path / f"{number}.playground" for number in range(MOST + 3)]
    for path in made:
        path.write_bytes(b"")
    return made


def test_the_last_one_comes_first_and_only_once(settings, files):
    recent = RecentFiles(settings)
    for path in (*files[:3], files[0]):
        recent.add(path)
    assert recent.paths == [files[0], files[2], files[1]]


def test_only_the_last_ones_are_kept(settings, files):
    recent = RecentFiles(settings)
    for path in files:
        recent.add(path)
    assert recent.paths == files[: -MOST - 1 : -1]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_they_are_remembered(settings, files, count):
    for path in files[:count]:
        RecentFiles(settings).add(path)
    settings.sync()
    again = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    assert RecentFiles(again).paths == files[:count][::-1]


def test_what_is_gone_is_forgotten(settings, files):
    recent = RecentFiles(settings)
    for path in files[:2]:
        recent.add(path)
    files[1].unlink()
    assert recent.paths == [files[0]]
    files[1].write_bytes(b"")
    assert recent.paths == [files[0]]


def test_settings_that_somebody_broke(settings):
    settings.setValue("recent_files", 7)
    assert RecentFiles(settings).paths == []


def test_the_menu_opens_and_clears(qtbot, settings, files, tmp_path):
    recent = RecentFiles(settings)
    menu = RecentMenu(recent)
    qtbot.addWidget(menu)
    assert [action.isEnabled() for action in menu.actions()] == [False]
    odd = tmp_path / "R&D.playground"
    odd.write_bytes(b"")
    recent.add(files[0])
    recent.add(odd)
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions()]
    assert texts[:2] == ["&1  R&&D.playground", "&2  0.playground"]
    with qtbot.waitSignal(menu.chosen) as chosen:
        menu.actions()[0].trigger()
    assert chosen.args == [odd]
    menu.actions()[-1].trigger()
    assert recent.paths == []


def test_a_folder_that_is_gone_gives_way_to_the_one_around_it(settings, tmp_path):
    folder = LastFolder(settings)
    folder.remember(tmp_path / "gone" / "deeper" / "iris.csv")
    assert folder.path == tmp_path
    (tmp_path / "gone" / "deeper").mkdir(parents=True)
    assert folder.path == tmp_path / "gone" / "deeper"
