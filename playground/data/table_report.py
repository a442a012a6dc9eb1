"""How a table is read: what it was found to be, what each column is for, what is in the way, what is good to know."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from playground.messages import Message

Role = Literal["input", "label", "ignored"]


class TableProblem(Struct, frozen=True):
    """What keeps a table from being read as it stands.

    Parameters
    ----------
    option : str
        The field of `CsvOptions` that would decide it: "decimal", "missing", "ignored" …; empty where none does.
    column : str
        The column it is about, empty for the whole table.
    choices : tuple of str
        The values of that option to choose from, where these are few.
    """

    message: str
    option: str = ""
    column: str = ""
    choices: tuple[str, ...] = ()


class TableColumn(Struct, frozen=True):
    """One column.

    Parameters
    ----------
    name : str
        Its own name, other than that of any other column: what options and experiments call it.
    title : str
        Its name in the file, empty where it has none.
    reason : Message or None
        Why it is left out, or what else speaks for its role.
    values : tuple
        The first three as they are read: numbers, texts, None where there is none.
    distinct : int
        How many different values there are, of numbers counted up to 101.
    kinds : tuple of str
        The kinds that become an input each, of a category; else empty.
    """

    name: str
    title: str
    kind: str
    role: Role
    reason: Message | None
    missing: int
    values: tuple[float | str | None, ...]
    distinct: int
    unit: str = ""
    kinds: tuple[str, ...] = ()


class TableReport(Struct, frozen=True):
    """How a table is read.

    Parameters
    ----------
    encoding, delimiter, decimal, has_header, skip
        As they were found, or asked for; None where the text could not be read so far.
    columns : tuple of TableColumn
        Empty where the table could not be read at all: then `problems` says why.
    rows : int or None
        Examples, without those that were dropped; None where only the head was looked at.
    dropped : int
        Of the rows looked at, those left out for a missing value.
    problem : {"classification", "regression", "images"} or None
        What the table is for, None where nothing can be predicted.
    n_inputs : int
        Inputs of the network: each kind of a category is one.
    problems : tuple of TableProblem
        What reading it so would refuse, the first one first.
    question : TableProblem or None
        What only the person knows, where two answers are plausible; reading goes on with the likelier one.
    notes : tuple of Message
        What is good to know and hinders nothing.
    cells : tuple of tuple of str
        The first rows as they stand in the file, long cells cut.
    """

    name: str
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    has_header: bool | None = None
    skip: int = 0
    columns: tuple[TableColumn, ...] = ()
    rows: int | None = None
    rows_read: int = 0
    rows_about: int = 0
    dropped: int = 0
    problem: str | None = None
    classes: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    n_inputs: int = 0
    problems: tuple[TableProblem, ...] = ()
    question: TableProblem | None = None
    notes: tuple[Message, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()
