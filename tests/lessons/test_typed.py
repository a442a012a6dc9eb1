"""What a student types, in the ways of several countries."""

import pytest

from playground.lessons.errors import LessonError
from playground.lessons.lesson import Ask
from playground.lessons.questions import QUESTIONS, read_number
from playground.lessons.questions.typed import read_place, read_shape

NUMBERS = {
    -0.25: ["-0.25", "−0,25", "–0.25", "- 0.25", "minus 0.25", "마이너스 0.25", "-1/4", "−¼", "dW[1][1,1] = -0.25"],
    0.25: [
        "0.25",
        ".25",
        ",25",
        "0,25",
        " 1/4 ",
        "¼",
        "(1/4)",
        "= 0.25",
        "≈ 0.25",
        "약 0.25",
        "0.25 s",
        "+0.25",
        "０.２５",
    ],
    0.125: ["0,125", "0.125", "12.5 %", "12,5%", "12.5 percent", "12.5 퍼센트", "1/8", "0.5*0.25", "0.5 × 0.25"],
    1.5: ["1½", "1,5", "3/2", "answer: 1.5", "1.5.", "1.5…"],
    0.001: ["1e-3", "1E−3", "10^-3", "10⁻³", "1 × 10⁻³", "1 x 10^-3", "1·10**-3", "0.1 %"],
    4096.0: [
        "4096",
        "4 096",
        "4\N{NARROW NO-BREAK SPACE}096",
        "4'096",
        "4096 parameters",
        "4096개",
        "4,096.0",
        "4.096,0",
    ],
    4.096: ["4.096", "4,0960"],
    1234567.0: ["1,234,567", "1.234.567", "1 234 567", "1'234'567"],
    1234.5: ["1,234.5", "1.234,5", "1 234.5", "1 234,5"],
    2.0: ["sqrt(4)", "max(1, 2)"],
}


@pytest.mark.parametrize(("value", "texts"), NUMBERS.items(), ids=str)
def test_numbers_in_every_usual_way(value, texts):
    assert [read_number(text) for text in texts] == pytest.approx([value] * len(texts), rel=1e-15)


@pytest.mark.parametrize("text", ["4,096", "-4,096", "12,345", "1,234/5", "4,096 examples", "4,096 %"])
def test_a_number_that_can_be_read_in_two_ways_is_asked_about(text):
    with pytest.raises(LessonError, match=r"is it \d+, or \d+\.\d+\? Write it"):
        read_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "1 or 2",
        "1 2",
        "1 1/2",
        "0.5 0.6",
        "4k",
        "4천",
        "2 million",
        "2 pi",
        "1.2.3",
        "1..2",
        "1,2,3",
        "12,34,567",
        "< 0.5",
        "%",
        "5 % %",
        "1/0",
        "0x10",
        "1e999",
        "W[1]",
        "9" * 10000,
        10**400,
        float("nan"),
        [1.0, 2.0],
        {},
        True,
    ],
)
def test_what_is_no_single_number_is_told_in_one_line(text):
    with pytest.raises(LessonError, match="a number was expected") as told:
        read_number(text)
    assert len(str(told.value)) < 300


@pytest.mark.parametrize(
    "text",
    [
        "2×3",
        "2x3",
        "2X3",
        "2*3",
        "(2, 3)",
        "[2,3]",
        "(2,3)",
        "2 3",
        "2;3",
        "2 by 3",
        "2 rows, 3 columns",
        "2행 3열",
        [2, 3],
    ],
)
def test_shapes_in_every_usual_way(text):
    assert read_shape(text) == [2, 3]


@pytest.mark.parametrize(
    "text", ["2", "(2,)", "2×3×4", "0×3", "4,096", "-2×3", "2.5×3", "m×n", "", [2], [2, 3, 4], None]
)
def test_what_is_no_shape(text):
    with pytest.raises(LessonError, match="rows and columns were expected"):
        read_shape(text)


@pytest.mark.parametrize("text", ["[1,2]", "(1, 2)", "1,2", "1 2", "row 1, column 2", "1행 2열"])
def test_places_in_every_usual_way(text):
    assert read_place(text) == [1, 2]
    assert QUESTIONS["cell"].read(Ask("cell", of="dW[1]"), text) == "dW[1][1,2]"
    assert QUESTIONS["cell"].read(Ask("cell", of="dW[1]"), f"dW[1]{text}") == "dW[1][1,2]"


def test_a_cell_of_a_column_needs_no_column():
    assert QUESTIONS["cell"].read(Ask("cell", of="db[1]"), "db[1][2]") == "db[1][2,1]"


@pytest.mark.parametrize("text", ["2, 1, 3", "2 1 3", "2>1>3", "B, A, C", "bac", [2, 1, 3]])
def test_orders_in_every_usual_way(text):
    assert QUESTIONS["order"].read(Ask("order", choices=(None, None, None)), text) == [2, 1, 3]


@pytest.mark.parametrize("text", ["2", 2, "B", "b)", "(b)", " 2. "])
def test_choices_in_every_usual_way(text):
    assert QUESTIONS["choice"].read(Ask("choice", choices=(None, None)), text) == 2
