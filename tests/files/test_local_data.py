"""An experiment from anybody names files on this computer only."""

import json
import os
import socket

import pytest

from playground.files import FileError, check_data, open_target, read_preset, write_experiment


@pytest.mark.parametrize("kind", ["csv", "idx"])
def test_data_on_another_computer_are_refused_before_anything_is_looked_for(tmp_path, monkeypatch, kind):
    path = tmp_path / "a.json"
    write_experiment(path, read_preset("circles"))
    raw = json.loads(path.read_text("utf-8"))
    raw["data"]["source"] = {kind: "//host/share/t"}
    path.write_text(json.dumps(raw), "utf-8")
    target = open_target(str(path))
    monkeypatch.setattr("playground.files.reach.source_files", lambda _: pytest.fail("looked for"))
    with pytest.raises(FileError, match=r"a\.json: the data, //host/share/t, are on another computer; copy them"):
        check_data(target)


def naming(path, data: str):
    write_experiment(path, read_preset("circles"))
    raw = json.loads(path.read_text("utf-8"))
    raw["data"]["source"] = {"csv": data, "label": ["y"]}
    path.write_text(json.dumps(raw), "utf-8")
    return open_target(str(path))


def test_far_files_on_this_computer_are_read_where_nobody_can_be_asked(tmp_path):
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "t.csv").write_text("a,b,y\n1,2,0\n2,1,1\n")
    (tmp_path / "near").mkdir()
    (tmp_path / "near" / "t.csv").symlink_to("../far/t.csv")
    for name in ("t.csv", "../far/t.csv", str(tmp_path / "far" / "t.csv")):
        check_data(naming(tmp_path / "near" / "a.json", name))


@pytest.mark.parametrize("name", ["/dev/zero", "/proc/self/mem", "/sys/power/state", "/net/host/t.csv"])
@pytest.mark.parametrize("through", ["itself", "a link", "a folder"])
def test_devices_are_refused_before_anything_is_looked_for(tmp_path, monkeypatch, name, through):
    if through == "a link":
        (tmp_path / "t.csv").symlink_to(name)
        name = "t.csv"
    elif through == "a folder":
        folder, _, name = name.rpartition("/")
        (tmp_path / "inner").symlink_to(folder)
        name = f"inner/{name}"
    target = naming(tmp_path / "a.json", name)
    monkeypatch.setattr("playground.files.targets._check_file", lambda *_: pytest.fail("looked for"))
    with pytest.raises(FileError, match=r"a\.json: the data, .*, lead to a device or to another computer; copy them"):
        check_data(target)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipes_and_sockets_are_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s.csv"))
        for name in ("pipe.csv", "s.csv"):
            with pytest.raises(FileError, match="not an ordinary file"):
                check_data(naming(tmp_path / "a.json", name))


@pytest.mark.parametrize("sign", ["", "-"])
def test_a_whole_number_of_hundreds_of_digits_is_out_of_range(tmp_path, sign):
    path = tmp_path / "a.json"
    write_experiment(path, read_preset("circles"))
    raw = json.loads(path.read_text("utf-8"))
    raw["data"]["samples"] = 11111
    path.write_text(json.dumps(raw).replace("11111", sign + "9" * 400), "utf-8")
    with pytest.raises(FileError, match=r"samples: .*out of range; a whole number from 4 to 100000") as caught:
        open_target(str(path))
    assert len(str(caught.value)) < 400
