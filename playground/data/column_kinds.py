"""What each column of a table holds, judged from all its cells: numbers, yes and no, kinds, texts or dates."""

from __future__ import annotations

from collections.abc import Generator, Sequence

import numpy as np
from numpy.typing import NDArray

from playground.data.cells import MISSING, NO_VALUE, Column, Kind, is_date, is_yes, trimmed
from playground.data.csv_columns import CellColumn, PlainColumn, RawColumn
from playground.data.csv_options import CsvOptions
from playground.data.csv_table import CsvTable
from playground.data.dataset import FloatArray, IntArray
from playground.data.number_format import PERCENT, Evidence, Written, gather, written
from playground.data.reading import TableProblem
from playground.messages import Message

CATEGORIES_MAXIMUM = 32
"""Different texts of a column at most that become an input each."""
FEW_ROWS = 20
"""Below so many rows texts are kinds as soon as one comes again, else when each comes twice on average."""
SAMPLE = 1000
"""Different cells that tell whether the others can be numbers at all."""
SLICE = 2000
"""Cells looked at in one go."""
FEW = 0.1
"""A column of numbers may have so many cells that are none: a slip of the pen, which is told with its line."""


def judge(
    table: CsvTable, raw: Sequence[RawColumn], lines: IntArray, options: CsvOptions
) -> Generator[None, None, list[Column]]:
    """Judge all columns of a table, whose rows begin on these lines `(m,)`; yield now and then."""
    judges: list[_Judge] = []
    for place, column in enumerate(raw):
        one = _Judge(table, place, column, lines)
        yield from one.look()
        judges.append(one)
    decimals = _proven(judges) if options.decimal is None else {options.decimal}
    return [one.column(decimals, options) for one in judges]


def _proven(judges: Sequence[_Judge]) -> set[str]:
    """Return the marks of decimals that some column proves."""
    return {one.evidence.decimal for one in judges if one.evidence is not None and one.evidence.decimal}


class _Judge:
    """One column under judgement."""

    def __init__(self, table: CsvTable, place: int, raw: RawColumn, lines: IntArray) -> None:
        self._table, self._place, self._raw, self._lines = table, place, raw, lines
        self._name = table.columns[place]
        self._title = "" if place in table.layout.unnamed else self._name
        self.evidence: Evidence | None = None
        self._kind: Kind = "number"
        self._words: list[str] = []
        self._numbers: list[Written | None] = []
        self._gone: list[bool] = []
        self._yes: dict[str, bool] = {}
        if isinstance(raw, PlainColumn):
            self.evidence = Evidence({".": 1} if raw.marked else {}, "", 0, 0, "", ())

    def look(self) -> Generator[None, None, None]:
        raw = self._raw
        if isinstance(raw, PlainColumn):
            return
        folded: list[str] = []
        for number, cell in enumerate(raw.distinct):
            word = trimmed(cell)
            self._words.append(word)
            folded.append(word.casefold())
            if number % SLICE == SLICE - 1:
                yield
        hard = [word in NO_VALUE for word in folded]
        soft = [word in MISSING for word in folded]
        for gone in (hard, soft):
            words = {word for word, out in zip(folded, gone, strict=True) if not out}
            if 2 <= len(words) <= 6 and (found := is_yes(frozenset(words))):
                self._kind, self._gone = "yes_no", gone
                self._yes = {word: found[word.casefold()] for word in self._words if word.casefold() in found}
                return
        if all(soft):
            spelled = not all(hard)  # a dash in every row
            self._kind, self._gone = "empty", soft if spelled else hard
            return
        if (yield from self._look_for_numbers(soft)):
            return
        if self._are_dates(soft):
            self._kind, self._gone = "date", soft
            return
        self._gone = hard
        kinds = len({word for word, out in zip(self._words, hard, strict=True) if not out})
        present = sum(count for count, out in zip(raw.counts, hard, strict=True) if not out)
        again = kinds < present and (present < FEW_ROWS or kinds * 2 <= present)
        few = kinds <= CATEGORIES_MAXIMUM and (kinds == 1 or again)
        self._kind = "category" if few else "text"

    def _look_for_numbers(self, gone: Sequence[bool]) -> Generator[None, None, bool]:
        """Return whether the cells are numbers, but for a few slips of the pen."""
        raw = self._raw
        assert isinstance(raw, CellColumn)
        numbers: list[Written | None] = []
        right = wrong = 0
        for index, (cell, out, count) in enumerate(zip(raw.distinct, gone, raw.counts, strict=True)):
            number = None if out else written(cell)
            numbers.append(number)
            right, wrong = (right, wrong) if out else (right + count, wrong) if number else (right, wrong + count)
            if index == SAMPLE and wrong > right:
                return False
            if index % SLICE == SLICE - 1:
                yield
        if not right or wrong > max(1, FEW * (right + wrong)) or wrong * 2 > right:
            return False
        evidence = gather(
            (number, count) for number, count in zip(numbers, raw.counts, strict=True) if number is not None
        )
        if len(evidence.units) > 1:
            return False
        self.evidence, self._numbers, self._gone, self._kind = evidence, numbers, list(gone), "number"
        return True

    def _are_dates(self, gone: Sequence[bool]) -> bool:
        raw = self._raw
        assert isinstance(raw, CellColumn)
        cells = [cell for cell, out in zip(raw.distinct, gone, strict=True) if not out]
        return all(map(is_date, cells[:SAMPLE])) and all(map(is_date, cells[SAMPLE::100]))

    # The verdict.

    def column(self, decimals: set[str], options: CsvOptions) -> Column:
        """Return the column, where these are the marks of decimals that the table proves."""
        raw = self._raw
        if isinstance(raw, PlainColumn):
            column = self._new("number", raw.absent, values=raw.values, spelling=raw.spelling)
            column.decimal = "." if raw.marked else ""
            if raw.marked and options.decimal == ",":
                row = int((raw.values % 1 != 0).argmax())
                column.problem = self._contradiction(row, repr(float(raw.values[row])), ",")
            return column
        gone = np.asarray(self._gone, dtype=np.bool_)
        absent = gone[raw.codes]
        spelling = next((word for word, out in zip(self._words, self._gone, strict=True) if out), "")
        codes, texts = self._texts(gone, absent)
        if self._kind == "number":
            column = self._number(absent, decimals, options)
        elif self._kind == "yes_no":
            meaning = np.array([float(self._yes.get(word, False)) for word in self._words])
            column = self._new("yes_no", absent, values=meaning[raw.codes])
            column.yes = next(word for word, yes in self._yes.items() if yes)
        else:
            column = self._new(self._kind, absent)
        column.codes, column.texts, column.spelling = codes, texts, spelling
        return column

    def _new(
        self, kind: Kind, absent: NDArray[np.bool_], values: FloatArray | None = None, spelling: str = ""
    ) -> Column:
        return Column(self._place, self._name, self._title, kind, absent, values=values, spelling=spelling)

    def _texts(self, gone: NDArray[np.bool_], absent: NDArray[np.bool_]) -> tuple[IntArray, tuple[str, ...]]:
        """Return which text each cell is, and the different texts: what differs in white space only is one."""
        raw = self._raw
        assert isinstance(raw, CellColumn)
        order: dict[str, int] = {}
        index = [-1 if out else order.setdefault(word, len(order)) for word, out in zip(self._words, gone, strict=True)]
        codes = np.array(index, dtype=np.intp)[raw.codes] if index else np.zeros(0, dtype=np.intp)
        codes[absent] = -1
        return codes, tuple(order)

    def _number(self, absent: NDArray[np.bool_], decimals: set[str], options: CsvOptions) -> Column:
        raw, evidence = self._raw, self.evidence
        assert isinstance(raw, CellColumn)
        assert evidence is not None
        column = self._new("number", absent)
        decimal, open_question = self._decimal(evidence, decimals, options)
        values = [None if number is None else number.value(decimal) for number in self._numbers]
        stray = [not out and value is None for out, value in zip(self._gone, values, strict=True)]
        if evidence.unit == PERCENT:
            for index, number in enumerate(self._numbers):
                stray[index] = stray[index] or (number is not None and not number.unit and values[index] != 0)
        column.values = np.array([0.0 if value is None else value for value in values])[raw.codes]
        column.unit = evidence.unit
        used = [number for number in self._numbers if number is not None]
        column.decimal = decimal if any(number.mark == decimal for number in used) else ""
        marks = [
            number.thousands or number.mark for number in used if number.thousands or number.mark not in ("", decimal)
        ]
        column.thousands = marks[0] if marks else ""
        column.padded = any(len(number.whole) > 1 and number.whole[0] == "0" and not number.mark for number in used)
        if column.padded:
            lengths = {len(number.whole) for number in used}
            if len(lengths) > 1 or max(lengths) > 2:
                column = self._new("category", absent)
                column.padded = True
                kinds = sum(not out for out in self._gone)
                if kinds > CATEGORIES_MAXIMUM or kinds > max(2, (~absent).sum() / 2):
                    column.kind = "text"
                return column
        if any(stray):
            column.problem = self._stray(stray, decimal, evidence)
        elif open_question:
            column.problem = self._ask(evidence)
        if column.thousands and not evidence.proofs and options.decimal is None and column.problem is None:
            cell, value = next(
                (cell, value)
                for cell, value, number in zip(raw.distinct, values, self._numbers, strict=True)
                if number is not None and (number.thousands or number.mark == column.thousands)
            )
            column.notes.append(
                Message(
                    "column {column}: {cell} is read as {value}, its mark stands between thousands (--decimal says "
                    "otherwise)",
                    column=self._name,
                    cell=repr(trimmed(cell)),
                    value=f"{value:g}" if value is not None and abs(value) < 1e6 else f"{value:.0f}",
                )
            )
        return column

    def _decimal(self, evidence: Evidence, decimals: set[str], options: CsvOptions) -> tuple[str, bool]:
        """Return the mark of decimals of the column, and whether only a person can tell."""
        if options.decimal is not None:
            return options.decimal, False
        if evidence.decimal:
            return evidence.decimal, False
        usual = next(iter(decimals)) if len(decimals) == 1 else "."
        mark = evidence.open_mark
        if not mark:
            return usual, False
        other = "," if mark == "." else "."
        if len(decimals) == 1:
            if mark != usual:
                return usual, False
            return usual, evidence.short > 0 and evidence.long == 0
        if decimals or evidence.long:
            return usual, True
        if evidence.short:
            return other, False
        # Every number has a mark and three digits behind it: English files are divided by commas.
        return ".", self._table.delimiter != ","

    def _ask(self, evidence: Evidence) -> TableProblem:
        raw = self._raw
        assert isinstance(raw, CellColumn)
        index = next(
            i for i, number in enumerate(self._numbers) if number is not None and number.mark == evidence.open_mark
        )
        number, cell = self._numbers[index], trimmed(raw.distinct[index])
        assert number is not None
        other = "," if evidence.open_mark == "." else "."
        message = Message(
            "{place}: {cell} may be {one} or {other}; say which mark stands in front of decimals (--decimal , or "
            "--decimal .)",
            place=self._place_of(index),
            cell=repr(cell),
            one=f"{number.value(evidence.open_mark):g}",
            other=f"{number.value(other):.0f}",
        )
        return TableProblem(message, "decimal", self._name, (".", ","))

    def _stray(self, stray: Sequence[bool], decimal: str, evidence: Evidence) -> TableProblem:
        raw = self._raw
        assert isinstance(raw, CellColumn)
        index = min((i for i, bad in enumerate(stray) if bad), key=self._row_of)
        count = sum(n for n, bad in zip(raw.counts, stray, strict=True) if bad)
        cell, number = trimmed(raw.distinct[index]), self._numbers[index]
        place = self._place_of(index)
        if number is not None and evidence.unit == PERCENT and not number.unit:
            message = Message(
                "{place}: {cell} stands without % among numbers with it; write all alike, or leave the column out "
                "(--ignore {column})",
                place=place,
                cell=repr(cell[:40]),
                column=self._name,
            )
            return TableProblem(message, "ignored", self._name)
        if number is not None and (number.mark or number.thousands):
            return self._contradiction(self._row_of(index), repr(cell[:40]), decimal)
        message = Message(
            "{place}: {cell} is not a number, expected one like {example} ({count} {count:row|rows}); correct "
            "it, empty it, or leave the column out (--ignore {column})",
            place=place,
            cell=repr(cell[:40]),
            example=f"12, -0{decimal}5" if decimal else "12",
            count=count,
            column=self._name,
        )
        return TableProblem(message, "ignored", self._name)

    def _contradiction(self, row: int, cell: str, decimal: str) -> TableProblem:
        message = Message(
            "{place}: {cell} does not go with {decimal} in front of decimals, as in the other numbers; correct it, or "
            "say which mark it is (--decimal)",
            place=self._table.place(int(self._lines[row]), self._place),
            cell=cell,
            decimal=repr(decimal),
        )
        return TableProblem(message, "decimal", self._name, (".", ","))

    def _row_of(self, index: int) -> int:
        raw = self._raw
        assert isinstance(raw, CellColumn)
        return int((raw.codes == index).argmax())

    def _place_of(self, index: int) -> Message:
        return self._table.place(int(self._lines[self._row_of(index)]), self._place)
