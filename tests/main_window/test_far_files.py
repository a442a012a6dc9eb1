"""An experiment names any path: what is far from it is read only if the person says so."""

import json
import os
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from playground.files import read_experiment, read_preset, write_experiment, write_weights
from playground.files.overrides import settings_text
from playground.training import TrainingSession
from playground.training.commands.files import SaveSession

ROWS = "a,b,y\n" + "".join(f"{number},{number * number % 7},{number % 2}\n" for number in range(30))
BUTTONS = QMessageBox.StandardButton


@pytest.fixture
def places(tmp_path, monkeypatch):
    """A home folder, a folder of somebody's experiment, and one that belongs to neither."""
    for name in ("home", "theirs/below", "far"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "far" / "t.csv").write_text(ROWS)
    return tmp_path


@pytest.fixture
def asked(monkeypatch):
    """The questions that were asked, the answer to the next ones, and what was looked for before them."""

    class Asked(list):
        answer = BUTTONS.Cancel

    questions = Asked()

    def answer(box):
        questions.append(box.text())
        assert box.button(BUTTONS.Cancel) is box.defaultButton()
        return questions.answer

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return questions


def naming(path: Path, data: str) -> Path:
    """Write an experiment that names its data."""
    write_experiment(path, read_preset("circles"))
    raw = json.loads(path.read_text("utf-8"))
    raw["data"]["source"] = {"csv": data, "label": ["y"]}
    path.write_text(json.dumps(raw), "utf-8")
    return path


def is_shown(window, name: str = "t.csv") -> bool:
    source = window.snapshot.experiment.data.source
    return not isinstance(source, str) and Path(source.csv).name == name


def is_asked(qtbot, window, asked, path) -> None:
    before = window.snapshot.experiment
    window.open(path)
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert window.snapshot.experiment is before
    assert window._documents.path is None


@pytest.mark.parametrize("name", ["theirs/t.csv", "theirs/below/t.csv", "home/t.csv"])
def test_what_is_beside_it_or_in_the_home_folder_is_read_unasked(qtbot, window, places, asked, name):
    (places / name).write_text(ROWS)
    window.open(naming(places / "theirs" / "a.json", str(places / name)))
    qtbot.waitUntil(lambda: is_shown(window))
    assert asked == []


def test_what_is_far_is_asked_about_and_nothing_is_looked_for_before(qtbot, window, places, asked, monkeypatch):
    path = naming(places / "theirs" / "a.json", "../far/t.csv")
    looked = []
    stat = Path.stat

    def noting(self, **how):
        looked.append(self)
        return stat(self, **how)

    monkeypatch.setattr(Path, "stat", noting)
    is_asked(qtbot, window, asked, path)
    assert str(places / "far" / "t.csv") in asked[0]
    assert "a.json" in asked[0]
    assert not [found for found in looked if found.is_relative_to(places / "far")]
    assert not is_shown(window)
    asked.answer = BUTTONS.Open
    window.open(path)
    qtbot.waitUntil(lambda: is_shown(window))
    assert len(asked) == 2
    window.open(path)  # once is enough
    qtbot.wait(50)
    assert len(asked) == 2


def test_a_link_is_where_it_leads(qtbot, window, places, asked):
    link = places / "theirs" / "t.csv"
    link.symlink_to(places / "far" / "t.csv")
    is_asked(qtbot, window, asked, naming(places / "theirs" / "a.json", "t.csv"))


def test_so_is_a_folder(qtbot, window, places, asked):
    (places / "theirs" / "inner").symlink_to("../far")
    is_asked(qtbot, window, asked, naming(places / "theirs" / "a.json", "inner/t.csv"))


def test_a_folder_that_is_itself_reached_by_a_link(qtbot, window, places, asked):
    (places / "theirs" / "t.csv").write_text(ROWS)
    naming(places / "theirs" / "a.json", "t.csv")
    (places / "mine").symlink_to(places / "theirs")
    window.open(places / "mine" / "a.json")
    qtbot.waitUntil(lambda: is_shown(window))
    assert asked == []


def test_weights(qtbot, window, places, asked):
    session = TrainingSession(read_experiment(naming(places / "theirs" / "a.json", str(places / "far" / "t.csv"))))
    path = places / "theirs" / "w.npz"
    write_weights(path, session.snapshot().model())
    is_asked(qtbot, window, asked, path)
    asked.answer = BUTTONS.Open
    window.open(path)
    qtbot.waitUntil(lambda: is_shown(window))


def test_sessions(qtbot, window, places, asked):
    session = TrainingSession(read_experiment(naming(places / "theirs" / "a.json", str(places / "far" / "t.csv"))))
    path = places / "theirs" / "s.playground"
    SaveSession(path).apply(session)
    while session.jobs.advance(0.1):
        pass
    is_asked(qtbot, window, asked, path)
    asked.answer = BUTTONS.Open
    window.open(path)
    qtbot.waitUntil(lambda: window._documents.path == path)


def test_pasted_settings(qtbot, window, places, asked, monkeypatch):
    experiment = read_experiment(naming(places / "theirs" / "a.json", str(places / "far" / "t.csv")))
    QGuiApplication.clipboard().setText(settings_text(experiment))
    monkeypatch.setattr("playground.files.overrides.check_files", lambda *_: pytest.fail("looked for"))
    window._actions["paste_table"].trigger()
    assert len(asked) == 1
    monkeypatch.undo()
    asked.answer = BUTTONS.Open
    monkeypatch.setattr(window._documents.far_files, "ask", lambda *_: True)
    window._actions["paste_table"].trigger()
    qtbot.waitUntil(lambda: is_shown(window))


def test_a_table_that_the_person_opened_is_never_asked_about(qtbot, window, places, asked):
    window.open(places / "far" / "t.csv")
    qtbot.waitUntil(lambda: is_shown(window))
    session = places / "theirs" / "s.playground"
    window._documents._save(session)
    qtbot.waitUntil(lambda: not window._documents.is_saving)
    window.open(session)
    qtbot.waitUntil(lambda: window._documents.path == session)
    window.open(naming(places / "theirs" / "a.json", str(places / "far" / "t.csv")))
    qtbot.wait(50)
    assert asked == []


def test_nor_is_the_last_session(qtbot, window, make_window, places, asked):
    window.open(places / "far" / "t.csv")
    qtbot.waitUntil(lambda: is_shown(window))
    window._documents.keep_last()
    qtbot.waitUntil(lambda: not window._documents.is_saving)
    other = make_window("xor")
    other._documents.restore()
    qtbot.waitUntil(lambda: is_shown(other))
    assert asked == []


@pytest.mark.parametrize("name", ["/dev/stdin", "/proc/self/environ", "/sys/power/state", "/net/host/t.csv"])
@pytest.mark.parametrize("through", ["itself", "a link"])
def test_devices_and_other_computers_are_refused(qtbot, window, places, asked, name, through):
    if through == "a link":
        (places / "theirs" / "t.csv").symlink_to(name)
        name = "t.csv"
    window.open(naming(places / "theirs" / "a.json", name))
    qtbot.waitUntil(lambda: "lead to a device or to another computer; copy them" in window._panels.banner.text)
    assert asked == []
    assert "\n" not in window._panels.banner.text


@pytest.mark.parametrize("name", ["//host/share/t.csv", "\\\\host\\share\\t.csv"])
def test_shares_are_refused(qtbot, window, places, asked, name):
    window.open(naming(places / "theirs" / "a.json", name))
    qtbot.waitUntil(lambda: "are on another computer; copy them to this one" in window._panels.banner.text)
    assert asked == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_refused(qtbot, window, places, asked):
    os.mkfifo(places / "theirs" / "t.csv")
    window.open(naming(places / "theirs" / "a.json", "t.csv"))
    qtbot.waitUntil(lambda: "not an ordinary file" in window._panels.banner.text)
    assert asked == []


def test_links_in_a_circle_end(qtbot, window, places, asked):
    (places / "theirs" / "t.csv").symlink_to("t.csv")
    window.open(naming(places / "theirs" / "a.json", "t.csv"))
    qtbot.waitUntil(lambda: "copy them into a folder" in window._panels.banner.text)
