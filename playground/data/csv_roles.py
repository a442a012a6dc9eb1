"""What each column of a table is for: to predict, to predict from, or left out and why."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from playground.data.cells import Column
from playground.data.csv_options import CsvOptions
from playground.data.csv_table import CsvTable
from playground.data.dataset import DataError
from playground.data.labels import LABEL_NAMES, are_classes, can_be_predicted, is_counter, one_hot, why_no_input
from playground.data.reading import Role, TableProblem
from playground.messages import Message

NUMBERS = (("number", "empty"), ("number", "yes_no", "empty"))
"""Kinds of columns that can be predicted as numbers: by themselves, and where a person says so."""
ONE_HOT_MAXIMUM = 256
"""Inputs in all up to which columns of kinds become an input a kind by themselves."""
INPUTS_MAXIMUM = 1000


class Plan(Struct, eq=False):
    """What the columns of a table are for.

    Attributes
    ----------
    reasons : dict of column's place to Message
        Why a column is left out.
    as_classes : bool
        Whether the column to predict holds classes.
    """

    inputs: list[Column] = field(default_factory=list)
    labels: list[Column] = field(default_factory=list)
    roles: dict[int, Role] = field(default_factory=dict)
    reasons: dict[int, Message] = field(default_factory=dict)
    as_classes: bool = False
    problems: list[TableProblem] = field(default_factory=list)
    question: TableProblem | None = None
    notes: list[Message] = field(default_factory=list)


def plan_roles(table: CsvTable, columns: Sequence[Column], options: CsvOptions) -> Plan:
    """Decide what the columns are for: as is asked, and where nothing is said, as the table suggests.

    One called class, label, target, y, species, survived or the like is predicted, else the last that can be: never one
    whose texts are all different. All others are inputs but those that tell nothing, or cannot be.
    """
    plan = Plan()
    by_name = {column.name: column for column in columns}
    for names, role in (
        (options.labels, Message("label")),
        (options.inputs, Message("input")),
        (options.ignored, Message("ignored")),
    ):
        try:
            table.find_columns(names, role)
        except DataError as error:
            plan.problems.append(TableProblem(error.message, "labels"))
    ignored = {name for name in options.ignored if name in by_name}
    free = [column for column in columns if column.name not in ignored and column.name not in options.inputs]
    plan.labels = [by_name[name] for name in options.labels if name in by_name]
    if not plan.labels and not options.labels:
        plan.labels = _suggested_label(plan, free, options)
        if not plan.labels:
            plan.problems.append(_nothing_to_predict(table, columns, options))
    predicted = {column.place for column in plan.labels}
    if options.inputs:
        plan.inputs = [by_name[name] for name in options.inputs if name in by_name]
    else:
        plan.inputs = _suggested_inputs(plan, [column for column in free if column.place not in predicted])
    _set_roles(plan, columns, options)
    if len(plan.labels) == 1:
        plan.as_classes = are_classes(plan.labels[0], options)
    _check(plan, table, options)
    return plan


# What is predicted.


def _suggested_label(plan: Plan, free: Sequence[Column], options: CsvOptions) -> list[Column]:
    fitting = [column for column in free if can_be_predicted(column)]
    named = [column for column in fitting if column.name.casefold() in LABEL_NAMES]
    constant = [column for column in free if column.name.casefold() in LABEL_NAMES and column.is_constant]
    if constant and not named:
        return constant[-1:]  # which will be refused: another one is not predicted in silence
    if named:
        label = named[-1]
        others = [column for column in named if column is not label]
    elif fitting:
        label = fitting[-1]
        numbers = not are_classes(label, options)
        kinds = [column for column in fitting[:-1] if column.kind in ("category", "yes_no")]
        others = kinds if numbers and len(kinds) == 1 else []
    else:
        return []
    if others:
        choices = (label.name, *(column.name for column in others))
        plan.question = TableProblem(
            Message(
                "Is {label} to be predicted, or {other}? Say which column (--label)",
                label=repr(label.name),
                other=repr(others[-1].name),
            ),
            "labels",
            label.name,
            choices,
        )
    return [label]


def _nothing_to_predict(table: CsvTable, columns: Sequence[Column], options: CsvOptions) -> TableProblem:
    if len(columns) == 1:
        return _no_input(table, 1)
    if options.inputs and len(options.inputs) >= len(columns):
        message = Message(
            "{file}: all {count} columns are inputs; expected one to predict", file=table.name, count=len(columns)
        )
    else:
        message = Message(
            "{file}: no column can be predicted: each is empty, always the same, a date or another text in every row; "
            "name one (--label)",
            file=table.name,
        )
    return TableProblem(message, "labels")


# What it is predicted from.


def _suggested_inputs(plan: Plan, free: Sequence[Column]) -> list[Column]:
    """Return the columns that can tell something, and say why the others are left out."""
    for column in free:
        reason = why_no_input(column)
        if reason is not None:
            plan.reasons[column.place] = reason
    useful = [column for column in free if column.place not in plan.reasons]
    if not useful:  # better an input that tells nothing than none
        useful = [column for column in free if column.kind == "number"]
        for column in useful:
            reason = plan.reasons.pop(column.place)
            plan.notes.append(
                Message(
                    "column {column} {reason}, and is an input for want of another", column=column.name, reason=reason
                )
            )
    counters = [column for column in useful if is_counter(column)]
    if len(counters) < len(useful):
        for column in counters:
            plan.reasons[column.place] = (
                Message("only counts the rows") if column.counts else Message("has another number in every row")
            )
        useful = [column for column in useful if column.place not in plan.reasons]
    else:
        _note_counters(plan, counters)
    _note_counters(plan, [column for column in useful if column.counts and column not in counters])
    return _within_limit(plan, useful)


def _note_counters(plan: Plan, counters: Sequence[Column]) -> None:
    plan.notes += [
        Message(
            "column {column} counts up row by row and is an input all the same; leave it out if it only numbers the "
            "rows (--ignore)",
            column=column.name,
        )
        for column in counters
        if column.counts
    ]


def _within_limit(plan: Plan, useful: Sequence[Column]) -> list[Column]:
    """Return the columns without those whose kinds would become too many inputs."""
    total = sum(column.kind != "category" for column in useful)
    kept = []
    for column in useful:
        kinds = len(set(column.texts)) if column.kind == "category" else 0
        if kinds and total + kinds > ONE_HOT_MAXIMUM:
            plan.reasons[column.place] = Message(
                "its {count} kinds would make more than {most} inputs", count=kinds, most=ONE_HOT_MAXIMUM
            )
            continue
        total += kinds
        kept.append(column)
    return kept


def _set_roles(plan: Plan, columns: Sequence[Column], options: CsvOptions) -> None:
    for column in columns:
        if column in plan.labels:
            plan.roles[column.place] = "label"
        elif column in plan.inputs:
            plan.roles[column.place] = "input"
        else:
            plan.roles[column.place] = "ignored"
            if column.name in options.ignored:
                plan.reasons[column.place] = Message("is to be ignored")
            else:
                plan.reasons.setdefault(column.place, Message("is not among the inputs that were named"))


# What is in the way.


def _check(plan: Plan, table: CsvTable, options: CsvOptions) -> None:
    used = [*plan.inputs, *plan.labels]
    plan.problems += [column.problem for column in used if column.problem is not None]
    for column in used:
        if column.kind == "empty":
            message = Message("{file}, column {column}: there is no value in it", file=table.name, column=column.name)
            plan.problems.append(TableProblem(message, "ignored", column.name))
    if plan.labels and not plan.inputs and not options.inputs:
        plan.problems.append(_no_input(table, len(plan.roles)) if not plan.reasons else _no_input_left(plan, table))
    wide = sum(len(set(column.texts)) if one_hot(column) else 1 for column in plan.inputs)
    if wide > INPUTS_MAXIMUM:
        message = Message(
            "{file}: {count} inputs, expected at most {most}; leave columns out (--ignore)",
            file=table.name,
            count=wide,
            most=INPUTS_MAXIMUM,
        )
        plan.problems.append(TableProblem(message, "ignored"))
    if options.target_as == "classes" and len(plan.labels) > 1:
        message = Message(
            "{file}: {count} columns to predict are numbers, expected one for classes (--as)",
            file=table.name,
            count=len(plan.labels),
        )
        plan.problems.append(TableProblem(message, "target_as"))
    if not plan.as_classes:
        for column in plan.labels:
            if column.kind not in NUMBERS[options.target_as == "numbers"]:
                row = int((~column.absent).argmax())
                message = Message(
                    "{place}: {cell} is not a number; predict the column as classes (--as classes), alone, or leave it "
                    "out (--ignore {column})",
                    place=Message("{file}, column {column}", file=table.name, column=column.name),
                    cell=repr(str(column.value(row))[:40]),
                    column=column.name,
                )
                plan.problems.append(TableProblem(message, "target_as", column.name, ("classes",)))


def _no_input(table: CsvTable, count: int) -> TableProblem:
    message = Message(
        "{file}: {count} {count:column|columns}, all to predict; expected at least one input column; name what "
        "divides the cells (--delimiter)",
        file=table.name,
        count=count,
    )
    return TableProblem(message, "delimiter")


def _no_input_left(plan: Plan, table: CsvTable) -> TableProblem:
    place = next(place for place, role in plan.roles.items() if role == "ignored")
    message = Message(
        "{file}: no column is left to predict from: {column} {reason}; name the inputs (--input)",
        file=table.name,
        column=table.columns[place],
        reason=plan.reasons[place],
    )
    return TableProblem(message, "inputs")
