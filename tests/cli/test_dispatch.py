import re
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import playground.__main__
from playground.cli import dispatch, main
from playground.cli.command import Command
from playground.cli.dispatch import COMMANDS
from playground.cli.terminal import display_width


def test_table_names_every_command_once():
    names = "train sweep table predict check chain presets export lessons lesson grade worksheet screenshot"
    assert list(COMMANDS) == names.split()


def test_help_lists_every_command(run):
    result = run("--help")
    assert result.code == 0
    assert result.err == ""
    for command in COMMANDS.values():
        assert f"{command.name} " in result.out
        assert command.summary in result.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run, name):
    result = run(name, "--help")
    assert result.code == 0
    assert result.out.startswith(f"usage: playground {name} ")
    assert result.err == ""


@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_help_speaks_korean(run, name):
    result = run(*([] if name is None else [name]), "--help", "--language", "ko")
    assert result.code == 0
    assert result.out.startswith(f"사용법: playground {name or '[TARGET]'}")
    assert not re.search(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", result.out)  # no three English words in a row
    assert max(map(display_width, result.out.splitlines())) <= 80


def test_version(run):
    result = run("--version")
    assert (result.code, result.out, result.err) == (0, f"playground {version('backpropagation-playground')}\n", "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["trian", "xor"], "did you mean 'train'?"),
        (["xor", "circles"], "'xor' is not a command"),
        (["--nonsense"], "--nonsense"),
        (["nonsense"], "'nonsense' is not a preset"),
        (["train"], "TARGET"),
        (["train", "xor", "--wat"], "--wat"),
        (["train", "xor", "extra"], "extra"),
        (["train", "xor", "--epoch", "3"], "--epoch"),
        (["train", "xor", "--epochs"], "--epochs"),
        (["predict", "xor.npz"], "DATA.csv"),
        (["presets", "please"], "please"),
        (["check"], "TARGET"),
        (["export", "xor"], "OUT"),
        (["screenshot", "xor"], "OUT.png"),
        (["train", "no such\nthing"], "no such"),
        (["train", "no\x1b[31m.json"], "no\\x1b[31m.json: no such file"),
        (["train", "no\u202e.npz"], "no\\u202e.npz: no such file"),
    ],
)
def test_bad_usage_is_one_line(run, here, arguments, words):
    result = run(*arguments)
    assert result.code == 2
    assert words in result.error
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("name", ["train", "check"])
@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("nonsense", "not a preset"),
        ("missing.json", "no such file"),
        ("missing.npz", "no such file"),
        ("missing.csv", "missing.csv"),
        ("a folder/", "a folder"),
        ("", "''"),
        ("nul\0.json", "not the name of a file"),
        ("nul\0.csv", "not the name of a file"),
    ],
)
def test_unusable_targets(run, here, name, target, words):
    result = run(name, target)
    assert result.code == 2
    assert words in result.error
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("name", ["broken.json", "broken.npz", "broken.csv"])
@pytest.mark.parametrize("content", [b"", b"\x00\xff\x00", b"{", b"PK\x03\x04nonsense", b'{"schema_version": 99}'])
def test_broken_files(run, here, name, content):
    Path(name).write_bytes(content)
    result = run("train", name, "--export", "out")
    assert result.code == 2
    assert name in result.error
    assert [path.name for path in here.iterdir()] == [name]


def test_unexpected_errors_go_to_a_log_file(run, here, monkeypatch):
    def fail(_options):
        raise KeyError("a mistake\nof two lines")

    monkeypatch.setattr(dispatch, "COMMANDS", {"fail": Command("fail", "fails", lambda parser: None, fail)})
    monkeypatch.setattr("tempfile.tempdir", str(here))
    result = run("fail")
    assert result.code == 1
    (log,) = here.iterdir()
    assert str(log) in result.error
    assert "Traceback" not in result.err
    assert "KeyError" in log.read_text()
    assert "Traceback" in log.read_text()


def test_unexpected_errors_without_a_place_for_the_log(run, monkeypatch):
    def fail(_options):
        raise KeyError("a mistake")

    monkeypatch.setattr(dispatch, "COMMANDS", {"fail": Command("fail", "fails", lambda parser: None, fail)})
    monkeypatch.setattr("tempfile.tempdir", "/nonexistent")
    result = run("fail")
    assert result.code == 1
    assert "a mistake" in result.error


@pytest.mark.parametrize(
    ("error", "line"),
    [(KeyboardInterrupt, "interrupted"), (MemoryError, "not enough memory; close other programs, or use smaller data")],
)
def test_events_from_outside(run, monkeypatch, error, line):
    def fail(_options):
        raise error

    monkeypatch.setattr(dispatch, "COMMANDS", {"fail": Command("fail", "fails", lambda parser: None, fail)})
    result = run("fail")
    assert (result.code, result.out, result.err) == (1, "", f"playground: {line}\n")


def test_entry_point(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["playground", "--version"])
    assert playground.__main__.main() == 0
    assert capsys.readouterr().out.startswith("playground ")


def test_arguments_of_the_process_by_default(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["playground", "presets"])
    assert main() == 0
    assert "xor" in capsys.readouterr().out
