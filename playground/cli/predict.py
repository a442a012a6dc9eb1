"""``playground predict``: what trained weights answer for the rows of a table."""

import argparse
from dataclasses import replace
from pathlib import Path

from playground.cli.command import FailedRunError, Parser, add_json
from playground.cli.model_outputs import Answers, answer, class_names
from playground.cli.output_files import distinct, writable
from playground.cli.tables import Table, add_column, cells, csv_text, titles
from playground.cli.terminal import complain, count, one_line, percent, say, say_json
from playground.data import CsvInputs, CsvOptions, read_csv_inputs
from playground.files import CsvSource, FileError, csv_options, history_csv, input_count, open_model, source_files
from playground.files.experiment import Source
from playground.files.sources import absolute


def arguments(parser: Parser) -> None:
    """Add the arguments of `predict`."""
    parser.add_argument("weights", metavar="WEIGHTS.npz", help="a trained network, or a session (.playground)")
    parser.add_argument("data", metavar="DATA.csv", help="inputs, a row per example; labels, if there, are compared")
    parser.add_argument("--output", metavar="OUT.csv", help="write the table there instead of printing it")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Predict."""
    output = None if options.output is None else writable(options.output)
    for name, read in (("WEIGHTS.npz", options.weights), ("DATA.csv", options.data)):
        distinct({name: Path(read), "--output": output})
    model = open_model(options.weights)
    source = model.experiment.data.source
    inputs = read_csv_inputs(
        options.data,
        n_inputs=input_count(model.experiment),
        n_outputs=len(model.b[-1]),
        columns=model.experiment.columns,
        labels=source.label if isinstance(source, CsvSource) else (),
        classes=class_names(model.experiment),
        options=_options(source, options.data),
    )
    answers = answer(model, inputs.X)
    accuracy = answers.accuracy(inputs.Y)
    if output is not None:
        try:
            history_csv(output, _table(inputs, answers))
        except FileError as error:
            raise FailedRunError(error.message) from error
    if options.json:
        say_json(
            {
                "outputs": answers.outputs.T.tolist(),
                "classes": answers.predicted_names,
                "accuracy": accuracy,
            }
        )
        return 0
    verdict = count(inputs.X.shape[1], "row") + ("" if accuracy is None else f", accuracy {percent(accuracy)}")
    if output is None:
        say(csv_text(_table(inputs, answers)))
        complain(verdict)
    else:
        say(f"{one_line(output)}: {verdict}")
    return 0


def _options(source: Source, data: str) -> CsvOptions:
    """Return how a table is read: as it was for training if it is the same one, else it is found out."""
    if not isinstance(source, CsvSource) or absolute(Path(data)) not in source_files(source):
        return CsvOptions()
    return replace(csv_options(source), labels=(), inputs=())


def _table(inputs: CsvInputs, answers: Answers) -> Table:
    table: Table = {name: cells(row) for name, row in zip(inputs.input_names, inputs.X, strict=True)}
    table |= inputs.labels
    for title, row in zip(titles("output", answers.names), answers.outputs, strict=True):
        add_column(table, title, cells(row))
    if answers.predicted_names is not None:
        add_column(table, "predicted", answers.predicted_names)
    return table
