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
