"""``playground predict``: what trained weights answer for the rows of a table."""

import argparse
from pathlib import Path

import msgspec
from msgspec.structs import replace

from playground.cli.command import FailedRunError, Parser, UsageError, add_json, add_table_options, table_changes
from playground.cli.model_outputs import Table, answer
from playground.cli.output_files import distinct, writable
from playground.cli.telling import refuse_telling
from playground.cli.terminal import complain, one_line, one_or_all, percent, say, say_json, several
from playground.data import CsvOptions, read_csv_inputs, table_csv
from playground.files import (
    CsvSource,
    Experiment,
    FileError,
    csv_options,
    history_csv,
    input_count,
    open_model,
    source_files,
)
from playground.files.experiment import Source
from playground.files.problem_shape import class_names
from playground.files.sources import absolute
from playground.files.targets import OPTIONS
from playground.messages import Message
from playground.training.scoring import Fit

NAMES_SHOWN = 8


def arguments(parser: Parser) -> None:
    parser.add_argument(
        "weights",
        metavar="WEIGHTS.npz",
        help=Message("a trained network (also .onnx, .safetensors, .pt), or a session (.playground)"),
    )
    parser.add_argument(
        "data", metavar="DATA.csv", help=Message("inputs, a row per example; labels, if there, are compared")
    )
    parser.add_argument("--output", metavar="OUT.csv", help=Message("write the table there instead of printing it"))
    add_table_options(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    output = None if options.output is None else writable(options.output)
    for name, read in (("WEIGHTS.npz", options.weights), ("DATA.csv", options.data)):
        distinct({name: Path(read), "--output": output})
    refuse_telling("predict", options.weights)
    model = open_model(options.weights)
    source = model.experiment.data.source
    _check_inputs(model.experiment, options)
    inputs = read_csv_inputs(
        options.data,
        n_inputs=input_count(model.experiment),
        n_outputs=len(model.b[-1]),
        inputs=model.experiment.input_columns,
        labels=_labels(source, options),
        classes=class_names(model.experiment),
        options=_options(source, options),
    )
    for note in (*model.notes, *inputs.notes):
        complain(Message("note: {note}", note=note))
    answers = answer(model, inputs.X)
    accuracy, fit = answers.accuracy(inputs.Y), answers.fit(inputs.Y)
    table: Table = dict(inputs.cells)
    answers.add_to(table)
    if output is not None:
        try:
            history_csv(output, table)
        except FileError as error:
            raise FailedRunError(error.message) from error
    if options.json:
        say_json(
            {
                "outputs": answers.outputs.T.tolist(),
                "classes": answers.predicted_names,
                "accuracy": accuracy,
                "r2": None if fit is None else one_or_all(fit.r2),
                "rmse": None if fit is None else one_or_all(fit.rmse),
            }
        )
        return 0
    verdict = _verdict(inputs.X.shape[1], accuracy, fit)
    if output is None:
        say(table_csv(list(table), table.values()).rstrip("\n"))
        complain(verdict)
    else:
        say(Message("{file}: {verdict}", file=one_line(output), verdict=verdict))
    return 0


def _verdict(rows: int, accuracy: float | None, fit: Fit | None) -> Message:
    """Return how many rows there are, and how good the answers are where the table has the right ones."""
    if accuracy is not None:
        return Message("{n:,} {n:row|rows}, accuracy {accuracy}", n=rows, accuracy=percent(accuracy))
    if fit is not None:
        return Message("{n:,} {n:row|rows}, R² {r2}, RMSE {rmse}", n=rows, r2=several(fit.r2), rmse=several(fit.rmse))
    return Message("{n:,} {n:row|rows}", n=rows)


def _labels(source: Source, options: argparse.Namespace) -> tuple[str, ...]:
    """Return the columns with the right answers: as is said, else those that the network was trained to predict."""
    return tuple(options.table_label) or (source.label if isinstance(source, CsvSource) else ())


def _check_inputs(experiment: Experiment, options: argparse.Namespace) -> None:
    """Check that what is said about the inputs is what the network was trained on."""
    own = {one.column for one in experiment.input_columns}
    said = table_changes(options)
    if ("inputs" in said and set(said["inputs"]) != own) or own.intersection(said.get("ignore", ())):
        raise UsageError(
            "{option}: the inputs of this network are {names}; leave the option out",
            option=OPTIONS["inputs" if "inputs" in said else "ignore"],
            names=", ".join(sorted(own)[:NAMES_SHOWN]),
        )


def _options(source: Source, options: argparse.Namespace) -> CsvOptions:
    """Return how a table is read: as it was for training if it is the same one, else it is found out; or as is said.

    Which columns are inputs and which are to predict is the network's own.
    """
    trained_on = isinstance(source, CsvSource) and absolute(Path(options.data)) in source_files(source)
    known = source if trained_on and isinstance(source, CsvSource) else CsvSource(csv=options.data)
    known = msgspec.structs.replace(known, **table_changes(options))
    return replace(csv_options(known), labels=(), inputs=(), ignored=(), target_as=None)
