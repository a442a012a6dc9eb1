"""``playground presets``: the experiments that come with the program."""

import argparse

from playground.cli.command import Parser, add_json
from playground.cli.terminal import say, say_json, translated
from playground.files import Experiment
from playground.files import presets as read_presets
from playground.files.problem_shape import class_names
from playground.messages import LocalText


def arguments(parser: Parser) -> None:
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    presets = read_presets()
    if options.json:
        rows = [
            {
                "id": preset.id,
                "name": translated(preset.experiment.title),
                "description": translated(described(preset.experiment)),
                "problem": problem(preset.experiment),
            }
            for preset in presets
        ]
        say_json({"presets": rows})
        return 0
    width = max(len(preset.id) for preset in presets)
    say(
        "\n".join(
            f"{preset.id:{width}}  {problem(preset.experiment):14}  {translated(described(preset.experiment))}"
            for preset in presets
        )
    )
    return 0


def problem(experiment: Experiment) -> str:
    return "classification" if class_names(experiment) else "regression"


def described(experiment: Experiment) -> str:
    """Return the sentences about an experiment, in whatever language they are asked for."""
    return LocalText(experiment.description) if experiment.description else ""
