"""``playground check``: backpropagation's gradient against central differences."""

import argparse

import numpy as np

from playground.cli.command import FailedRunError, Parser, add_json, add_target
from playground.cli.terminal import padded, progress_bar, say, say_json, translated
from playground.cli.training_loop import start
from playground.engine import GradientCheck, check_gradients
from playground.files import open_target
from playground.messages import Message
from playground.training.check_job import check_examples, remarks


def arguments(parser: Parser) -> None:
    add_target(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    run = start(open_target(options.target)).run
    words = translated(Message("parameters")), translated(Message("gradient check"))
    with progress_bar(run.network.parameters.size, words[0], of=words[1]) as show:

        def report(done: int, _of: int) -> bool:
            show(done, "")
            return True

        check = check_gradients(run.network, *check_examples(run), progress=report)
    if options.json:
        say_json(result(check))
    else:
        say("\n".join(_lines(translated(run.experiment.title), check)))
        for remark in remarks(check, single=run.network.dtype == np.float32):
            say(remark)
    failed = [parameter for parameter in check.parameters if not parameter.passed]
    if failed:
        worst = max(failed, key=lambda parameter: parameter.max_relative_error)
        names = ", ".join(parameter.name for parameter in failed)
        raise FailedRunError(
            "gradient check failed for {names}: the relative error of {name} reaches {max_relative_error:.1e}",
            names=names,
            name=worst.name,
            max_relative_error=worst.max_relative_error,
        )
    return 0


def result(check: GradientCheck) -> dict[str, object]:
    return {
        "passed": check.passed,
        "epsilon": check.epsilon,
        "parameters": [
            {
                "name": parameter.name,
                "mean_absolute_difference": parameter.mean_absolute_difference,
                "max_relative_error": parameter.max_relative_error,
            }
            for parameter in check.parameters
        ],
    }


def _lines(name: str, check: GradientCheck) -> list[str]:
    said = (
        Message("{name}: gradient check passed (epsilon {epsilon:g})", name=name, epsilon=check.epsilon)
        if check.passed
        else Message("{name}: gradient check failed (epsilon {epsilon:g})", name=name, epsilon=check.epsilon)
    )
    titles = (Message("mean |difference|"), 17), (Message("max relative error"), 21)
    lines = [
        translated(said),
        " " * 6 + "".join(padded(translated(title), width, right=True) for title, width in titles),
    ]
    lines += [
        f"  {parameter.name:4}{parameter.mean_absolute_difference:>17.1e}{parameter.max_relative_error:>21.1e}"
        + ("" if parameter.passed else f"   {translated(Message('failed'))}")
        for parameter in check.parameters
    ]
    return lines
