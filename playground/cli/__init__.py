"""The command line: one table of commands, and one place where errors become a line and an exit code."""

from playground.cli.dispatch import main

__all__ = ["main"]
