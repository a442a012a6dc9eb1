"""``playground predict``: what trained weights answer for the rows of a table."""

import argparse
import csv
import io
from collections.abc import Mapping, Sequence

from playground.cli.command import CommandFailure, Parser, add_json
from playground.cli.model_outputs import Answers, answer, class_names, columns, values
from playground.cli.output_files import writable
from playground.cli.terminal import complain, percent, say, say_json
from playground.data import CsvInputs, read_csv_inputs
from playground.files import CsvSource, FileError, history_csv, input_count, read_weights

Cells = Sequence[float | int | str | None]


def arguments(parser: Parser) -> None:
    """Add the arguments of `predict`."""
    parser.add_argument("weights", metavar="WEIGHTS.npz", help="a trained network")
    parser.add_argument("data", metavar="DATA.csv", help="inputs, a row per example; labels, if there, are compared")
    parser.add_argument("--output", metavar="OUT.csv", help="write the table there instead of printing it")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Predict."""
    output = None if options.output is None else writable(options.output)
    model = read_weights(options.weights)
    source = model.experiment.data.source
    inputs = read_csv_inputs(
        options.data,
        n_inputs=input_count(model.experiment),
        n_outputs=len(model.b[-1]),
        columns=model.experiment.columns,
        labels=source.label if isinstance(source, CsvSource) else (),
        classes=class_names(model.experiment),
    )
    answers = answer(model, inputs.X)
    accuracy = answers.accuracy(inputs.Y)
    if output is not None:
        try:
            history_csv(output, _table(inputs, answers))
        except FileError as error:
            raise CommandFailure(str(error)) from error
    if options.json:
        say_json(
            {
                "outputs": answers.outputs.T.tolist(),
                "classes": answers.predicted_names,
                "accuracy": accuracy,
            }
        )
        return 0
    verdict = "" if accuracy is None else f", accuracy {percent(accuracy)}"
    if output is None:
        say(_csv_text(_table(inputs, answers)))
        complain(f"{inputs.X.shape[1]} rows{verdict}")
    else:
        say(f"{output}: {inputs.X.shape[1]} rows{verdict}")
    return 0


def _table(inputs: CsvInputs, answers: Answers) -> dict[str, Cells]:
    table: dict[str, Cells] = {}
    for name, row in zip(inputs.input_names, inputs.X, strict=True):
        table[name] = values(row)
    for name, row in zip(columns("output", answers.names), answers.outputs, strict=True):
        table[_free(name, table)] = values(row)
    if answers.predicted_names is not None:
        table[_free("predicted", table)] = answers.predicted_names
    return table


def _free(name: str, taken: Mapping[str, Cells]) -> str:
    """Return a title that no input column has."""
    while name in taken:
        name += "_"
    return name


def _csv_text(table: Mapping[str, Cells]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table)
    writer.writerows(zip(*table.values(), strict=True))
    return text.getvalue().rstrip("\n")
