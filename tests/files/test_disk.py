import os
import signal
import stat
import subprocess
import sys
import time

import pytest

from playground.files import FileError, write_atomically
from playground.files import disk as module
from playground.files.disk import read_bounded


def test_new_and_replaced_contents(tmp_path):
    path = tmp_path / "a.json"
    write_atomically(path, b"first")
    assert path.read_bytes() == b"first"
    write_atomically(path, b"second, longer")
    assert path.read_bytes() == b"second, longer"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_has_the_users_default_permissions(tmp_path):
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    write_atomically(tmp_path / "new", b"")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_an_old_file_keeps_its_permissions(tmp_path, mode):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_atomically(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_link_stays_a_link(tmp_path):
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_folder_in_place_of_the_file(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "inside").write_bytes(b"kept")
    with pytest.raises(FileError, match="out: could not be written: it is a folder"):
        write_atomically(tmp_path / "out", b"new")
    assert (tmp_path / "out" / "inside").read_bytes() == b"kept"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


def test_a_missing_folder(tmp_path):
    with pytest.raises(FileError, match="nowhere/a: could not be written: no such file"):
        write_atomically(tmp_path / "nowhere" / "a", b"")


@pytest.mark.parametrize("name", ["", "a\0b"])
def test_impossible_names(name):
    with pytest.raises(FileError, match="name"):
        write_atomically(name, b"")


def test_a_name_that_is_too_long(tmp_path):
    with pytest.raises(FileError, match="could not be written"):
        write_atomically(tmp_path / ("a" * 5000), b"")
    assert [entry.name for entry in tmp_path.iterdir()] == []


def test_a_device_is_not_replaced():
    with pytest.raises(FileError, match="not an ordinary file"):
        write_atomically(os.devnull, b"new")


def test_a_full_disk(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def no_space(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.os, "fsync", no_space)
    with pytest.raises(FileError, match="a: could not be written: the disk is full"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]


def test_a_write_protected_file_is_not_replaced(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    # Asking the system would let a superuser, who may run the tests, write all the same.
    monkeypatch.setattr(module.os, "access", lambda *_: False)
    with pytest.raises(FileError, match="a: could not be written: it is read-only"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]


def test_a_read_only_folder(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def refused(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(module.os, "open", refused)
    with pytest.raises(FileError, match="a: could not be written: access is not allowed"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


def test_an_interrupt_leaves_no_temporary_file(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def interrupted(descriptor):
        raise KeyboardInterrupt

    monkeypatch.setattr(module.os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]


WRITER = """
import sys
from playground.files.disk import write_atomically
for i in range(10**9):
    write_atomically(sys.argv[1], bytes([i % 256]) * 300_000)
    print("written", flush=True)
"""


@pytest.mark.parametrize("delay", [0.0, 0.0013, 0.0047])
def test_a_kill_at_any_moment_leaves_a_whole_file(tmp_path, delay):
    path = tmp_path / "a"
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"written\n"
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
    contents = path.read_bytes()
    assert len(contents) == 300_000
    assert len(set(contents)) == 1


def test_a_file_up_to_the_limit(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_bounded(path, 5) == b"12345"
    with pytest.raises(FileError, match="a: larger than"):
        read_bounded(path, 4)


def test_what_is_no_file(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    for path, message in [
        (tmp_path, "it is a folder"),
        (pipe, "not an ordinary file"),  # and it does not wait for someone to write into it
        (os.devnull, "not an ordinary file"),
        (tmp_path / "missing", "no such file"),
        (tmp_path / "missing" / "a", "no such file"),
        (tmp_path / ("a" * 5000), "could not be read"),
        ("a\0b", "not the name of a file"),
    ]:
        with pytest.raises(FileError, match=message):
            read_bounded(path, 5)
