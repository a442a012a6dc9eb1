import os
from pathlib import Path

import pytest

from playground.cli.command import UsageError
from playground.cli.output_files import distinct, with_ending, writable


@pytest.mark.parametrize("name", ["new.npz", "./new.npz", "old.npz", "link.npz", "dangling.npz"])
def test_writable(here, name):
    Path("old.npz").touch()
    Path("link.npz").symlink_to("old.npz")
    Path("dangling.npz").symlink_to("nowhere.npz")
    assert writable(name) == Path(name)
    assert not Path("new.npz").exists()
    assert not Path("nowhere.npz").exists()


@pytest.mark.parametrize(
    "name", ["", "folder", "folder/", "missing/new", "old.npz/new", "n\0l", "x" * 256, "loop", "pipe", "broken/new"]
)
def test_not_writable(here, name):
    Path("folder").mkdir()
    Path("old.npz").touch()
    Path("loop").symlink_to("loop")
    Path("broken").symlink_to("nowhere")
    os.mkfifo("pipe")
    with pytest.raises(UsageError):
        writable(name)


@pytest.mark.parametrize("protected", ["old.npz", "."])
def test_protected(here, monkeypatch, protected):
    """Through os.access, since the tests may run as someone whom no permission stops."""
    Path("old.npz").touch()
    place = Path(protected).resolve()
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != place)
    with pytest.raises(UsageError, match=r"read-only|cannot be written to"):
        writable("old.npz")


@pytest.mark.parametrize(
    ("name", "expected"), [("x", "x.npz"), ("x.npz", "x.npz"), ("x.NPZ", "x.NPZ"), ("x.1", "x.1.npz"), ("", "")]
)
def test_ending(name, expected):
    assert with_ending(name, ".npz") == expected


def test_a_folder_gets_no_ending(here):
    Path("folder").mkdir()
    assert with_ending("folder", ".npz") == "folder"
    assert with_ending("n\0l", ".npz") == "n\0l.npz"


def test_links_lead_to_the_same_file(here):
    Path("a").touch()
    os.link("a", "b")
    Path("c").symlink_to("a")
    for other in ("b", "c"):
        with pytest.raises(UsageError, match=f"--b {other}: the same file as --a"):
            distinct({"--a": Path("a"), "--b": Path(other)})


def test_distinct(here):
    distinct({"--a": Path("a"), "--b": Path("b"), "--c": None, "--d": None})
    with pytest.raises(UsageError, match="--b b: the same file as --a"):
        distinct({"--a": Path("./b"), "--b": Path("b")})
