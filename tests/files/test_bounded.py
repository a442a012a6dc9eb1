import os
import stat

import pytest

from playground.files import FileError
from playground.files.bounded import read_bounded


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
