"""``playground train``: train without a window, and keep the weights and the history."""

import argparse
from pathlib import Path
from typing import Any, get_args

import msgspec

from playground.cli.command import FailedRunError, Parser, UsageError, add_epochs, add_json, add_target
from playground.cli.export_formats import FORMATS
from playground.cli.health import health, health_lines
from playground.cli.output_files import distinct, with_ending, writable
from playground.cli.terminal import count, number, one_line, percent, say, say_json
from playground.cli.training_loop import Outcome, start, train, trouble
from playground.data.csv_options import Missing
from playground.files import (
    Experiment,
    FileError,
    history_csv,
    open_target,
    override,
    source_files,
    validate,
    write_weights,
)
from playground.training import TrainingSession
from playground.training.history_table import history_table
from playground.training.scoring import Scores

WEIGHTS = ".npz"


def arguments(parser: Parser) -> None:
    """Add the arguments of `train`."""
    add_target(parser)
    add_epochs(parser)
    parser.add_argument("--seed", metavar="N", type=int, help="network.seed: initial weights and shuffling")
    parser.add_argument(
        "--set",
        metavar="KEY=VALUE",
        action="append",
        default=[],
        help="change a value of the experiment: training.learning_rate=0.1, 'network.hidden=[8,8]' (repeatable)",
    )
    parser.add_argument(
        "--label", metavar="COLUMN", action="append", default=[], help="column of a .csv to predict (repeatable)"
    )
    parser.add_argument(
        "--input", metavar="COLUMN", action="append", default=[], help="column of a .csv to predict from (repeatable)"
    )
    parser.add_argument(
        "--missing",
        choices=get_args(Missing),
        default="refuse",
        help="what becomes of rows of a .csv without a value",
    )
    parser.add_argument("--export", metavar="OUT.npz", help="write the trained weights")
    parser.add_argument("--history", metavar="OUT.csv", help="write cost and accuracy by epoch, at most 1000 of them")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Train."""
    export = None if options.export is None else writable(_weights_name(options.export))
    history = None if options.history is None else writable(options.history)
    distinct({"--export": export, "--history": history})
    target = open_target(options.target, options.label, options.input, options.missing)
    experiment = _changed(target.experiment, options)
    distinct({"TARGET": Path(options.target) if Path(options.target).suffix else None, "--history": history})
    for read in (target.experiment, experiment):
        for path in source_files(read.data.source):
            distinct({"the data": path, "--history": history})
    session = start(target, experiment)
    epochs = experiment.training.epochs if options.epochs is None else options.epochs
    outcome = train(session, epochs)
    scores = session.current.scores()
    failures = [] if outcome.is_complete else [trouble(outcome, session)]
    written, problems = _write(session, export, history)
    failures += problems
    if options.json:
        say_json(result(session, outcome, scores, written.get("weights")))
    else:
        say("\n".join(_lines(session, outcome, scores, written)))
    if not outcome.is_complete and "weights" in written:
        failures[0] += f"; the last finite weights are in {written['weights']}"
    if failures:
        raise FailedRunError("; ".join(failures))
    return 0


def result(session: TrainingSession, outcome: Outcome, scores: Scores, export: Path | None) -> dict[str, Any]:
    """Return what `--json` prints."""
    return {
        "name": session.experiment.name,
        "epochs": session.epoch,
        "updates": outcome.updates,
        "seconds": outcome.seconds,
        "updates_per_second": outcome.updates_per_second,
        "train_cost": scores.train_cost,
        "test_cost": scores.test_cost,
        "train_accuracy": scores.train_accuracy,
        "test_accuracy": scores.test_accuracy,
        "seed": session.experiment.network.seed,
        "diverged": outcome.divergence is not None,
        "export": None if export is None else str(export),
        **health(session),
    }


def _weights_name(text: str) -> str:
    ending = Path(text).suffix.lower()
    if ending in FORMATS and ending != WEIGHTS:
        raise UsageError(
            f"--export {text}: weights are written to a file ending in {WEIGHTS}; "
            f"for {ending}: playground export TARGET {text}"
        )
    return with_ending(text, WEIGHTS)


def _changed(experiment: Experiment, options: argparse.Namespace) -> Experiment:
    if options.set:
        experiment = override(experiment, options.set)
    if options.seed is not None:
        network = msgspec.structs.replace(experiment.network, seed=options.seed)
        experiment = msgspec.structs.replace(experiment, network=network)
        validate(experiment, "--seed")
    return experiment


def _write(session: TrainingSession, export: Path | None, history: Path | None) -> tuple[dict[str, Path], list[str]]:
    """Write what was asked for; return the files written and what went wrong: one file's trouble spares the other."""
    written: dict[str, Path] = {}
    problems: list[str] = []
    try:
        if export is not None:
            written["weights"] = write_weights(export, session.model())
    except FileError as error:
        problems.append(str(error))
    try:
        if history is not None:
            history_csv(history, history_table(session.current.history.curves()))
            written["history"] = history
    except FileError as error:
        problems.append(str(error))
    return written, problems


def _lines(session: TrainingSession, outcome: Outcome, scores: Scores, written: dict[str, Path]) -> list[str]:
    speed = f"{outcome.updates_per_second:,.0f} updates/s"
    lines = [
        f"{session.experiment.name}: {count(session.epoch, 'epoch')}, {count(outcome.updates, 'update')} "
        f"in {outcome.seconds:.2f} s ({speed})",
        f"  cost      train {number(scores.train_cost):>10}   test {number(scores.test_cost):>10}",
    ]
    if outcome.stopped:
        lines.append(f"  {outcome.stopped}")
    if scores.train_accuracy is not None:
        train_accuracy, test_accuracy = percent(scores.train_accuracy), percent(scores.test_accuracy)
        lines.append(f"  accuracy  train {train_accuracy:>10}   test {test_accuracy:>10}")
    lines += health_lines(session)
    lines += [f"  {name:8}  {one_line(path)}" for name, path in written.items()]
    return lines
