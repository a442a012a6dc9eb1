"""A table's text as rows: many at once are the same rows as one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.data import DataError
from playground.data.csv_text import CELL_MAXIMUM, Record, TableText

TEXTS = {
    "plain": "a,b\n1,2\n3,4\n",
    "no end": "a,b\n1,2",
    "other line ends": "1,2\r3,4\r\n5,6\n",
    "blank lines": "\n1,2\n\n,\n \n\t,\t\n,3\n\n",
    "blanks in front": " 1, 2\n3,4\r 5,6\n",
    "blanks behind": "1 ,2 \n3,4 \n",
    "quotes late": '1,2\n3,4\n5,"6,\n7"\n8,9\n',
    "an open quote": '1,2\n3,4\n5,"6\n7,8\n',
    "a long cell": f"1,2\n3,4\n5,{'6' * (CELL_MAXIMUM + 1)}\n7,8\n",
    "of different lengths": "1\n1,2\n1,2,3\n,,\n",
    "zeros": "1,\0\n\0,2\n",
}


def one_by_one(text: TableText, skip: int) -> tuple[list[Record], str]:
    found: list[Record] = []
    try:
        found.extend(iter(text.records(",", skip)))
    except DataError as error:
        return found, str(error)
    return found, ""


def in_blocks(text: TableText, skip: int, size: int) -> tuple[list[Record], str]:
    found: list[Record] = []
    try:
        for lines, rows in text.blocks(size, ",", skip):
            assert 0 < len(rows) <= size
            found += zip(lines, rows, strict=True)
    except DataError as error:
        return found, str(error)
    return found, ""


@pytest.mark.parametrize("name", sorted(TEXTS))
@pytest.mark.parametrize("skip", [0, 1])
@pytest.mark.parametrize("size", [1, 2, 100])
def test_blocks_are_the_same_rows(name, skip, size):
    text = TableText("t", TEXTS[name].encode(), "utf-8")
    assert in_blocks(text, skip, size) == one_by_one(text, skip)


@given(st.text(st.sampled_from('12., ;"\t\r\n#'), max_size=40), st.integers(1, 4))
def test_whatever_stands_in_them(content, size):
    text = TableText("t", content.encode(), "utf-8")
    assert in_blocks(text, 0, size) == one_by_one(text, 0)
