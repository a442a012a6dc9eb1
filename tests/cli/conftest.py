import json
import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from playground.cli import main


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    @property
    def json(self):
        """The one JSON object on standard output, NaN refused."""

        def refuse(word):
            raise AssertionError(f"{word} is not JSON")

        return json.loads(self.out, parse_constant=refuse)

    @property
    def error(self):
        """The one line of an error."""
        assert self.out == ""
        assert self.err.startswith("playground: error: ")
        assert self.err.count("\n") == 1
        assert self.err.endswith("\n")
        return self.err


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(here, capsys):
    """Run the command line in this process, in an empty folder."""

    def run(*arguments):
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run


@pytest.fixture
def start(here):
    """Run the command line in a process of its own, in an empty folder and without a display."""

    def start(*arguments, program=("-m", "playground"), env=None, **settings):
        hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        environment = {name: value for name, value in os.environ.items() if name not in hidden} | (env or {})
        process = subprocess.run(
            [sys.executable, *program, *arguments],
            check=False,
            capture_output=True,
            text=True,
            env=environment,
            timeout=60,
            **settings,
        )
        return Result(process.returncode, process.stdout, process.stderr)

    return start
