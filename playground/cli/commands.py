"""The table of commands."""

from collections.abc import Mapping
from types import MappingProxyType

from playground.cli import chain, check, export, predict, presets, screenshot, table, train
from playground.cli.command import Command
from playground.messages import Message

_RECORDS = (
    Command("train", Message("train without a window; keep the weights and the history"), train.arguments, train.run),
    Command("table", Message("how a table of data is read, and what each column is for"), table.arguments, table.run),
    Command("predict", Message("what trained weights answer for the rows of a table"), predict.arguments, predict.run),
    Command(
        "check", Message("compare backpropagation's gradient with central differences"), check.arguments, check.run
    ),
    Command("chain", Message("values and gradients of a typed formula, node by node"), chain.arguments, chain.run),
    Command("presets", Message("list the experiments that come with the program"), presets.arguments, presets.run),
    Command("export", Message("write weights, a graph, a script, a table or a picture"), export.arguments, export.run),
    Command("screenshot", Message("a picture of the window after training"), screenshot.arguments, screenshot.run),
)

COMMANDS: Mapping[str, Command] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every command by name."""
