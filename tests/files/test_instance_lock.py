"""The right to a file, as long as the process lives that holds it."""

import subprocess
import sys

import pytest

from playground.files.sessions.instance_lock import InstanceLock

HOLDING = """
import sys
from pathlib import Path
from playground.files.sessions.instance_lock import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


def test_only_one_holds_it(tmp_path):
    one, other = InstanceLock(tmp_path / "a.lock"), InstanceLock(tmp_path / "a.lock")
    assert one.acquire()
    assert one.acquire()
    assert not other.acquire()
    one.release()
    assert other.acquire()
    other.remove()
    assert list(tmp_path.iterdir()) == []
    assert one.acquire()
    one.remove()


def test_a_note_is_found_by_whoever_holds_it_next(tmp_path):
    one, other = InstanceLock(tmp_path / "a.lock"), InstanceLock(tmp_path / "a.lock")
    one.note = b"nobody holds it"
    assert one.acquire()
    assert one.note == b""
    one.note = b"a longer note"
    one.note = b"note"
    assert one.note == b"note"
    assert other.note == b""
    one.release()
    assert other.acquire()
    assert other.note == b"note"
    other.remove()


def test_a_file_that_was_deleted_is_not_held_any_more_and_can_be_taken_again(tmp_path):
    one, other = InstanceLock(tmp_path / "a.lock"), InstanceLock(tmp_path / "a.lock")
    assert one.acquire()
    one.path.unlink()
    assert one.acquire()
    assert one.path.is_file()
    assert not other.acquire()
    one.remove()


def test_where_there_is_no_folder(tmp_path):
    lock = InstanceLock(tmp_path / "nowhere" / "a.lock")
    assert not lock.acquire()
    assert not lock.is_held
    lock.remove()


@pytest.mark.parametrize("kill", [True, False])
def test_another_process_holds_it_until_it_ends(tmp_path, kill):
    lock = InstanceLock(tmp_path / "a.lock")
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(lock.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout.readline() == b"True\n"
        assert not lock.acquire()
        if kill:
            process.kill()
    assert lock.acquire()
    lock.remove()
