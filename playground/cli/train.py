"""``playground train``: train without a window, and keep the weights and the history."""

import argparse
from pathlib import Path
from types import MappingProxyType
from typing import Any

from playground.cli.command import (
    FailedRunError,
    Parser,
    UsageError,
    add_epochs,
    add_json,
    add_settings,
    add_table_options,
    add_target,
    table_changes,
)
from playground.cli.export import FORMATS
from playground.cli.output_files import distinct, with_ending, writable
from playground.cli.table import report_notes
from playground.cli.telling import refuse_telling
from playground.cli.terminal import number, one_line, one_or_all, percent, say, say_json, several, translated
from playground.cli.training_loop import Outcome, changed, health, health_lines, start, train, trouble
from playground.data import TableReport
from playground.files import (
    FileError,
    history_csv,
    open_target,
    source_files,
    write_weights,
)
from playground.messages import Message, joined
from playground.training import TrainingSession
from playground.training.history import history_table
from playground.training.scoring import Scores

WEIGHTS = ".npz"
WRITTEN = MappingProxyType({"weights": Message("weights"), "history": Message("history")})
"""What stands before the name of a file that was written."""


def arguments(parser: Parser) -> None:
    add_target(parser)
    add_epochs(parser)
    add_settings(parser)
    parser.add_argument("--export", metavar="OUT.npz", help=Message("write the trained weights"))
    parser.add_argument(
        "--history", metavar="OUT.csv", help=Message("write cost and accuracy by epoch, at most 1000 of them")
    )
    add_table_options(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    export = None if options.export is None else writable(_weights_name(options.export))
    history = None if options.history is None else writable(options.history)
    distinct({"--export": export, "--history": history})
    refuse_telling("train", options.target)
    target = open_target(options.target, **table_changes(options))
    experiment = changed(target.experiment, options)
    distinct({"TARGET": Path(options.target) if Path(options.target).suffix else None, "--history": history})
    for read in (target.experiment, experiment):
        for path in source_files(read.data.source):
            distinct({Message("the data"): path, "--history": history})
    session = start(target, experiment)
    epochs = experiment.training.epochs if options.epochs is None else options.epochs
    outcome = train(session, epochs)
    scores = session.run.scores(fits=True)
    failures: list[Message] = [] if outcome.is_complete else [trouble(outcome, session)]
    written, problems = _write(session, export, history)
    failures += problems
    if options.json:
        say_json(result(session, outcome, scores, written.get("weights")))
    else:
        say(joined(_lines(session, outcome, scores, written, target.report), "\n"))
    if not outcome.is_complete and "weights" in written:
        failures[0] = Message(
            "{problem}; the last finite weights are in {file}", problem=failures[0], file=str(written["weights"])
        )
    if failures:
        raise FailedRunError(joined(failures, "; "))
    return 0


def result(session: TrainingSession, outcome: Outcome, scores: Scores, export: Path | None) -> dict[str, Any]:
    return {
        "name": translated(session.experiment.title),
        "epochs": session.epoch,
        "updates": outcome.updates,
        "seconds": outcome.seconds,
        "updates_per_second": outcome.updates_per_second,
        "train_cost": scores.train_cost,
        "test_cost": scores.test_cost,
        "train_accuracy": scores.train_accuracy,
        "test_accuracy": scores.test_accuracy,
        "train_r2": None if scores.train_fit is None else one_or_all(scores.train_fit.r2),
        "test_r2": None if scores.test_fit is None else one_or_all(scores.test_fit.r2),
        "test_rmse": None if scores.test_fit is None else one_or_all(scores.test_fit.rmse),
        "seed": session.experiment.network.seed,
        "diverged": outcome.divergence is not None,
        "export": None if export is None else str(export),
        **health(session),
    }


def _weights_name(text: str) -> str:
    ending = Path(text).suffix.lower()
    if ending in FORMATS and ending != WEIGHTS:
        raise UsageError(
            "--export {text}: weights are written to a file ending in {weights}; for {ending}: playground export "
            "TARGET {text}",
            text=text,
            weights=WEIGHTS,
            ending=ending,
        )
    return with_ending(text, WEIGHTS)


def _write(
    session: TrainingSession, export: Path | None, history: Path | None
) -> tuple[dict[str, Path], list[Message]]:
    """Write what was asked for; return the files written and what went wrong: one file's trouble spares the other."""
    written: dict[str, Path] = {}
    problems: list[Message] = []
    try:
        if export is not None:
            written["weights"] = write_weights(export, session.run.model())
    except FileError as error:
        problems.append(error.message)
    try:
        if history is not None:
            history_csv(history, history_table(session.run.history.curves()))
            written["history"] = history
    except FileError as error:
        problems.append(error.message)
    return written, problems


def _lines(
    session: TrainingSession,
    outcome: Outcome,
    scores: Scores,
    written: dict[str, Path],
    report: TableReport | None,
) -> list[str]:
    lines: list[str] = [
        Message(
            "{name}: {epochs:,} {epochs:epoch|epochs}, {updates:,} {updates:update|updates} in {seconds:.2f} s "
            "({speed:,.0f} updates/s)",
            name=session.experiment.title,
            epochs=session.epoch,
            updates=outcome.updates,
            seconds=outcome.seconds,
            speed=outcome.updates_per_second,
        ),
        Message(
            "  cost      train {train:>10}   test {test:>10}",
            train=number(scores.train_cost),
            test=number(scores.test_cost),
        ),
    ]
    if outcome.stopped:
        lines.append(Message("  {sentence}", sentence=outcome.stopped))
    if scores.train_accuracy is not None:
        lines.append(
            Message(
                "  accuracy  train {train:>10}   test {test:>10}",
                train=percent(scores.train_accuracy),
                test=percent(scores.test_accuracy),
            )
        )
    if scores.train_fit is not None:
        test = scores.test_fit
        for name, train_values, test_values in (
            ("R²", scores.train_fit.r2, () if test is None else test.r2),
            ("RMSE", scores.train_fit.rmse, () if test is None else test.rmse),
        ):
            lines.append(
                Message(
                    "  {name:8}  train {train:>10}   test {test:>10}",
                    name=name,
                    train=several(train_values),
                    test=several(test_values) or number(None),
                )
            )
    notes = session.run.examples.dataset.notes if report is None else report_notes(report)
    lines += [Message("  note: {note}", note=note) for note in notes]
    lines += health_lines(session)
    lines += [Message("  {kind:8}  {file}", kind=WRITTEN[kind], file=one_line(path)) for kind, path in written.items()]
    return lines
