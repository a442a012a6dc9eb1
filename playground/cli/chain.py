"""``playground chain``: the values and the gradients of a typed formula, node by node."""

import argparse
import re

from playground.cli.command import Parser, UsageError, add_json
from playground.cli.terminal import display_width, number, padded, say, say_json, translated
from playground.expressions import (
    Evaluation,
    ExpressionError,
    Graph,
    NodeRecord,
    evaluate,
    parse,
    read_value,
    to_json_object,
)
from playground.expressions.graph import Array
from playground.expressions.passes import not_an_input
from playground.files.chain_presets import chain_preset_paths, is_file, read_formula_file
from playground.files.errors import allowed_names, quoted
from playground.messages import Message

FILE_NAME = re.compile(r"[^\n;=()\[\]]*\.(txt|json)", re.IGNORECASE)
MOST_SHOWN = 4


def arguments(parser: Parser) -> None:
    parser.add_argument(
        "text",
        metavar="TEXT|FILE",
        help=Message(
            'lines or statements such as "q = x + y; f = q*z", the id of a preset of the chain rule (two_gates), or a '
            "file (.txt, or a preset in .json); put -- before a text that begins with a minus sign"
        ),
    )
    parser.add_argument(
        "--at",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help=Message("an input's value: x=-2, t=pi/4, v=[1, 2] (repeatable)"),
    )
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    text, values, where = _read(options.text)
    try:
        graph = parse(text)
    except ExpressionError as error:
        raise UsageError("{where}{problem}", where=where, problem=error.message) from error
    for setting in options.at:
        name, value = _setting(setting, graph)
        values[name] = value
    missing = [name for name in graph.inputs if name not in values]
    if missing == [options.text]:
        raise UsageError(
            "{name} is no preset of the chain rule ({known}); as a formula it needs a value: --at {name}=…",
            name=options.text,
            known=allowed_names(options.text, chain_preset_paths()),
        )
    if missing:
        needed = " ".join(f"--at {name}=…" for name in missing)
        raise UsageError(
            "{where}no value for {missing}; {needed} was expected",
            where=where,
            missing=", ".join(missing),
            needed=needed,
        )
    try:
        evaluation = evaluate(graph, values)
    except ExpressionError as error:
        raise UsageError("{where}{problem}", where=where, problem=error.message) from error
    if options.json:
        say_json(to_json_object(evaluation))
    else:
        say("\n".join(_lines(evaluation)))
    return 0


def _read(text_or_file: str) -> tuple[str, dict[str, Array], str]:
    """Return the formula, the values that a preset brings, and how messages begin."""
    path = str(chain_preset_paths().get(text_or_file, text_or_file))
    if not FILE_NAME.fullmatch(path) and not is_file(path):
        return text_or_file, {}, ""
    formula = read_formula_file(path)
    return formula.text, dict(formula.arrays), f"{path}: "


def _setting(setting: str, graph: Graph) -> tuple[str, Array]:
    name, equals, text = setting.partition("=")
    name = name.strip()
    if not equals or not name:
        raise UsageError("--at {setting}: NAME=VALUE was expected, such as x=-2", setting=quoted(setting))
    if name not in graph.inputs:
        raise UsageError("--at {setting}: {problem}", setting=quoted(setting), problem=not_an_input(name, graph))
    try:
        return name, read_value(text)
    except ExpressionError as error:
        raise UsageError("--at {setting}: {problem}", setting=quoted(setting), problem=error.reason) from error


def _lines(evaluation: Evaluation) -> list[str]:
    output = evaluation.graph.output
    shown = f"sum({output})" if evaluation.output.value.ndim else output
    header = (Message("node"), Message("operation"), Message("value"), f"∂{shown}/∂…", Message("local derivatives"))
    rows = [tuple(map(translated, header)), *(_row(record) for record in evaluation.records.values())]
    widths = [max(display_width(row[column]) for row in rows) for column in range(len(header))]
    numbers = (2, 3)
    lines = [
        "  ".join(
            padded(cell, width, right=column in numbers)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    told = (Message("{name}: {problem}", name=record.name, problem=record.problem) for record in evaluation.problems)
    return lines + [translated(line) for line in told]


def _row(record: NodeRecord) -> tuple[str, ...]:
    undefined = translated(Message("undefined"))
    gradient = undefined if record.gradient is None else _shown(record.gradient)
    local = ", ".join(
        f"{name}: {number(derivative)}" if derivative is not None else f"{name}: –"
        for name, derivative in zip(record.inputs, record.local, strict=True)
    )
    value = _shown(record.value) if record.is_defined else undefined
    return record.name, record.operation, value, gradient, local


def _shown(value: Array) -> str:
    """Return a number, a short vector in full, and anything larger by its shape and its first numbers."""
    if value.ndim == 0:
        return number(float(value))
    first = ", ".join(number(float(each)) for each in value.reshape(-1)[:MOST_SHOWN])
    if value.ndim == 1 and value.size <= MOST_SHOWN:
        return f"[{first}]"
    return f"{'×'.join(map(str, value.shape))} [{first}{', …' if value.size > MOST_SHOWN else ''}]"
