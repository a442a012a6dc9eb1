"""Tables as people have them: what is read of their bytes."""

from dataclasses import dataclass, field

import pytest

from playground.data import CsvOptions, CsvReading, DataError, inspect_table

ROWS = (
    ("4.85", "14.96", "low"),
    ("9.21", "16.93", "high"),
    ("17.65", "-0.84", "low"),
    ("-2.57", "24.64", "low"),
    ("5.56", "4.73", "low"),
    ("20.71", "7.92", "high"),
    ("3.3", "8.25", "high"),
    ("6.5", "1.75", "high"),
)
HEADER = ("length", "width", "kind")
X = [[float(a) for a, _, _ in ROWS], [float(b) for _, b, _ in ROWS]]


def table(delimiter=",", header=HEADER, rows=ROWS, end="\n"):
    lines = ([header] if header else []) + list(rows)
    return "".join(delimiter.join(line) + end for line in lines)


def column(cells, delimiter=";"):
    """A column of numbers in question and a class."""
    return f"n{delimiter}k\n" + "".join(f"{cell}{delimiter}{'ab'[i % 2]}\n" for i, cell in enumerate(cells))


@dataclass
class Case:
    """Bytes or a text, and what is read of them; by default the eight rows above."""

    content: str | bytes
    X: list = field(default_factory=lambda: X)
    names: tuple = HEADER[:2]
    classes: tuple | None = ("high", "low")
    encoding: str = "utf-8"
    delimiter: str = ","
    notes: tuple = ()
    options: dict = field(default_factory=dict)


def comma(text):
    return text.replace(".", ",")


LAYOUTS = {
    "plain": Case(table()),
    "windows line ends": Case(table(end="\r\n")),
    "old line ends": Case(table(end="\r")),
    "byte order mark": Case(b"\xef\xbb\xbf" + table().encode()),
    "utf-16 with its mark": Case(table("\t").encode("utf-16"), encoding="utf-16", delimiter="\t"),
    "utf-16 without": Case(table("\t").encode("utf-16-le"), encoding="utf-16-le", delimiter="\t"),
    "utf-16 without, the other way round": Case(table().encode("utf-16-be"), encoding="utf-16-be"),
    "utf-32": Case(table().encode("utf-32"), encoding="utf-32"),
    "bars": Case(table("|"), delimiter="|"),
    "blanks": Case(table(" "), delimiter=" "),
    "columns of one width": Case("".join(f"{a:>8}{b:>9} {c:>6}\n" for a, b, c in (HEADER, *ROWS)), delimiter=" "),
    "a delimiter that is named": Case(table("~"), delimiter="~", options={"delimiter": "~"}),
    "sep=": Case("sep=;\n" + table(";"), delimiter=";"),
    "decimal commas": Case(
        table(";", rows=[tuple(map(comma, row)) for row in ROWS]),
        delimiter=";",
        notes=("numbers with a decimal comma: length, width",),
    ),
    "quoted decimal commas": Case(
        table(rows=[tuple(f'"{comma(cell)}"' for cell in row) for row in ROWS]),
        notes=("numbers with a decimal comma: length, width",),
    ),
    "quotes after a blank": Case(table(", ", rows=[(a, b, f'"{c}"') for a, b, c in ROWS])),
    "a line of 0x1A": Case(table() + "\x1a"),
    "comments": Case("# logger\n# site: roof\n" + table(), notes=("lines that begin with # are left out (line 2)",)),
    "a comment amid the rows": Case(
        table().replace("17.65", "# moved, see the book, p. 3\n17.65"), notes=("lines that begin with # are left out",)
    ),
    "numpy's header": Case("# " + table(), notes=("lines that begin with # are left out (line 1)",)),
    "a title": Case(
        "Roof, summer\n\n" + table(), notes=("lines above the table are left out: 1, the first says 'Roof summer'",)
    ),
    "a spreadsheet's title": Case(
        "성적표,,\n,,\n" + table(), notes=("lines above the table are left out: 1, the first says '성적표'",)
    ),
    "a title of two cells": Case(
        "School:,Roof,\n" + table(), notes=("lines above the table are left out: 1, the first says 'School: Roof'",)
    ),
    "lines to skip": Case("a,b,c\n1,2,3\n" + table(), options={"skip": 2}),
    "units": Case(table(rows=[("cm", "kg", ""), *ROWS]), notes=("line 2 holds units (cm, kg) and is no example",)),
    "units in brackets": Case(
        table(rows=[("(cm)", "[kg]", "-"), *ROWS]), notes=("line 2 holds units ((cm), [kg], -) and is no example",)
    ),
    "a remark behind": Case(
        table() + "\nSource: roof\n",
        notes=("lines behind the table are left out, from line 11 on: 'Source: roof'",),
    ),
    "empty rows and columns": Case(
        table(header=("", *HEADER, ""), rows=[("", *row, "") for row in ROWS]).replace("\n", "\n,,,,\n", 3)
    ),
    "a delimiter behind each row": Case(table(rows=[(*row, "") for row in ROWS])),
    "a delimiter behind each line": Case(table(header=(*HEADER, ""), rows=[(*row, "") for row in ROWS])),
    "row names": Case(
        table(rows=[(str(i), *row) for i, row in enumerate(ROWS, 1)]),
        notes=("left out: column 1 (without a name) only counts the rows",),
    ),
    "R's table": Case(
        '"length" "width" "kind"\n' + "".join(f'"{i}" {a} {b} "{c}"\n' for i, (a, b, c) in enumerate(ROWS, 1)),
        delimiter=" ",
        notes=("left out: column 1 (without a name) only counts the rows",),
    ),
    "an index without a name": Case(
        table(header=("", *HEADER), rows=[(str(i), *row) for i, row in enumerate(ROWS)]),
        notes=("left out: column 1 (without a name) only counts the rows",),
    ),
    "Unnamed: 0": Case(
        table(header=("Unnamed: 0", *HEADER), rows=[(str(i), *row) for i, row in enumerate(ROWS)]),
        notes=("left out: column Unnamed: 0 only counts the rows",),
    ),
    "an id": Case(
        table(header=("customer_id", *HEADER), rows=[(str(842 + i * i), *row) for i, row in enumerate(ROWS)]),
        notes=("left out: column customer_id has another number in every row",),
    ),
    "names": Case(
        table(header=("town", *HEADER), rows=[(f"Town{i:02}", *row) for i, row in enumerate(ROWS)]),
        notes=("left out: column town has another text in every row",),
    ),
    "dates": Case(
        table(header=("day", *HEADER), rows=[(f"2024-01-{i + 1:02}", *row) for i, row in enumerate(ROWS)]),
        notes=("left out: column day holds dates or times",),
    ),
    "a constant": Case(
        table(header=("site", *HEADER), rows=[("5", *row) for row in ROWS]),
        notes=("left out: column site is always 5",),
    ),
    "no header": Case(table(header=None), names=("x1", "x2")),
    "no header, names": Case(
        table(header=None, rows=[(f"Town{i:02}", *row) for i, row in enumerate(ROWS)]),
        names=("x2", "x3"),
        notes=("left out: column x1 has another text in every row",),
    ),
    "two of one name": Case(
        table(header=("x", "x", "kind")),
        names=("x", "x (2)"),
        notes=("several columns are called 'x': they are numbered",),
    ),
    "units behind the numbers": Case(
        table(rows=[(f"{a} cm", f"{b}kg", c) for a, b, c in ROWS]),
        notes=("column length: numbers in cm", "column width: numbers in kg"),
    ),
    "other spaces and minuses": Case(
        table(rows=[(f"\u3000{a}\u00a0".replace("-", "\u2212"), f"\u200b{b}", f"{c}\u2009") for a, b, c in ROWS])
    ),
}


@pytest.mark.parametrize("case", LAYOUTS.values(), ids=LAYOUTS)
def test_where_a_table_begins_and_ends(tmp_path, case):
    path = tmp_path / "mine.csv"
    path.write_bytes(case.content if isinstance(case.content, bytes) else case.content.encode())
    reading = CsvReading(path, CsvOptions(**case.options))
    data, report = reading.complete(), reading.report
    assert data.X.tolist() == case.X
    assert data.input_names == case.names
    assert data.classes == case.classes
    assert (report.encoding, report.delimiter, report.rows) == (case.encoding, case.delimiter, 8)
    assert report.notes == case.notes
    head = inspect_table(path, CsvOptions(**case.options))
    assert (head.problems, head.columns, head.notes) == ((), report.columns, report.notes)


NUMBERS = {
    "thousands with points": (column(["950", "1.200", "870", "12.300"]), [950, 1200, 870, 12300]),
    "thousands with commas": (column(["950", "1,200", "870", "12,300"], "\t"), [950, 1200, 870, 12300]),
    "quoted thousands": (column(["950", '"1,200"', '"6,984"', "7"], ","), [950, 1200, 6984, 7]),
    "quoted thousands alone": (column(['"1,200"', '"6,984"', '"2,300"'], ","), [1200, 6984, 2300]),
    "millions": (column(["1.200.000", "2.000", "7"]), [1200000, 2000, 7]),
    "thousands and decimals": (column(["1.200,50", "6.984", "3,5"]), [1200.5, 6984, 3.5]),
    "the other way round": (column(['"1,200.50"', '"6,984"', "3.5"], ","), [1200.5, 6984, 3.5]),
    "Swiss": (column(["1'200.5", "950", "12’300"]), [1200.5, 950, 12300]),
    "French": (column(["1\u202f200,5", "950", "12\u00a0300", "1 000"]), [1200.5, 950, 12300, 1000]),
    "Indian": (column(['"12,34,567"', '"1,200"', "7"], ","), [1234567, 1200, 7]),
    "three decimals": (column(["1.234", "5.678", "9.012"], ","), [1.234, 5.678, 9.012]),
    "three decimals below one": (column(["0,234", "5,678", "9,012"]), [0.234, 5.678, 9.012]),
    "percent": (column(["15.0%", "16.9 %", "0.8％"], ","), [15, 16.9, 0.8]),
    "dollars": (column(["$14.96", "-$16.93", "$0.84"], ","), [14.96, -16.93, 0.84]),
    "euros": (column(["5 €", "7,50 €", "9 €"]), [5, 7.5, 9]),
    "won": (column(["₩950", '"₩1,200"', "₩870"], ","), [950, 1200, 870]),
    "more won": (column(["950원", '"1,200원"', "870원"], ","), [950, 1200, 870]),
    "in brackets": (column(['"(1,200)"', "950", "(3.5)"], ","), [-1200, 950, -3.5]),
    "degrees": (column(["15.0°C", "-3 °C", "7.5°C"], ","), [15, -3, 7.5]),
    "one room, two rooms": (column(["1 room", "2 rooms", "7 rooms"], ","), [1, 2, 7]),
    "minus": (column(["\u22121.0", "–2", "－3", "4"], ","), [-1, -2, -3, 4]),
    "full width": (column(["１２", "３．５", "－７"], ","), [12, 3.5, -7]),
    "spaces": (column(["1\u00a0", "\u30002", "\u200b3.5", "4\ufeff"], ","), [1, 2, 3.5, 4]),
    "exponents": (column(["1,5e3", "2E-1", "3"]), [1500, 0.2, 3]),
    "another column tells": ("n;w;k\n6.984;1,5;a\n2.150;2,25;b\n3.000;7;a\n", [6984, 2150, 3000]),
    "another column tells otherwise": ("n;w;k\n6.984;1.5;a\n2.150;2.25;b\n3.000;7.5;a\n", [6.984, 2.15, 3]),
}


@pytest.mark.parametrize(("text", "values"), NUMBERS.values(), ids=NUMBERS)
def test_numbers_are_told_by_the_whole_column(text, values):
    data = CsvReading("pasted", CsvOptions(text=text, labels=("k",))).complete()
    assert data.X[0].tolist() == values
    assert data.inputs[0].kind == "number"


UNSURE = {
    "all with three digits": (column(["6.984", "2.150", "3.000"]), "line 2, column n: '6.984' may be 6.984 or 6984"),
    "beside plain decimals": (
        "n;w;k\n950;1.5;a\n2.150;2.5;b\n870;3.5;a\n",
        "line 3, column n: '2.150' may be 2.15 or 2150",
    ),
    "commas": (column(["6,984", "2,150", "3,000"]), "line 2, column n: '6,984' may be 6.984 or 6984"),
}


@pytest.mark.parametrize(("text", "problem"), UNSURE.values(), ids=UNSURE)
def test_what_only_a_person_can_tell_is_asked(text, problem):
    options = CsvOptions(text=text, labels=("k",))
    with pytest.raises(DataError, match=problem) as caught:
        CsvReading("pasted", options).complete()
    assert "--decimal" in str(caught.value)
    (found,) = inspect_table("pasted", options).problems
    assert (found.message, found.option, found.column) == (caught.value.message, "decimal", "n")
    known = {"text": text, "labels": ("k",), "inputs": ("n",)}
    values = [CsvReading("pasted", CsvOptions(decimal=mark, **known)).complete().X[0, 1] for mark in ".,"]
    assert sorted(values) == [2.15, 2150]


MISTAKES = {
    "a text": (column([*"123456789", "nine"], ","), "line 11, column n: 'nine' is not a number, expected one like"),
    "infinite": (column([*"1234", "inf"], ","), "line 6, column n: 'inf' is not a number"),
    "another mark": (
        column(["1,5", "2,5", "3.5"]),
        "line 4, column n: '3.5' does not go with ',' in front",
    ),
    "no percent": (column(["15%", "0.2", "20%", "30%"], ","), "line 3, column n: '0.2' stands without % among numbers"),
}


@pytest.mark.parametrize(("text", "problem"), MISTAKES.values(), ids=MISTAKES)
def test_a_slip_of_the_pen_is_told_with_its_line_and_what_to_do(text, problem):
    with pytest.raises(DataError, match=problem) as caught:
        CsvReading("pasted", CsvOptions(text=text, labels=("k",))).complete()
    assert "(--" in str(caught.value)


def many(row, m=40):
    return "".join(row(i) for i in range(m))


ROLES = {
    "the last, not the first text": (
        "sex,age,survived\n" + many(lambda i: f"{'mf'[i % 2]},{i % 17},{i % 3 % 2}\n"),
        {"sex": ("category", "input"), "age": ("number", "input"), "survived": ("number", "label")},
        ("0", "1"),
    ),
    "a speaking name": (
        "class,a,b\n" + many(lambda i: f"{'xy'[i % 2]},{i / 7:.2f},{i / 3:.2f}\n"),
        {"class": ("category", "label"), "a": ("number", "input"), "b": ("number", "input")},
        ("x", "y"),
    ),
    "few rows of many numbers": (
        "hours,score\n" + many(lambda i: f"{i / 7:.2f},{20 + i * 5}\n", 12),
        {"hours": ("number", "input"), "score": ("number", "label")},
        (),
    ),
    "zeros in front": (
        "a,zip\n" + many(lambda i: f"{i / 7:.2f},{('01', '1', '2', '10')[i % 4]}\n"),
        {"a": ("number", "input"), "zip": ("category", "label")},
        ("01", "1", "10", "2"),
    ),
    "numbers of months": (
        "month,y\n" + many(lambda i: f"{i % 12 + 1:02},{i / 7:.2f}\n"),
        {"month": ("number", "input"), "y": ("number", "label")},
        (),
    ),
    "yes and no": (
        "흡연,길이,병\n" + many(lambda i: f"{('예', '아니오')[i % 2]},{i / 7:.2f},{'OX'[i % 3 % 2]}\n"),
        {"흡연": ("yes_no", "input"), "길이": ("number", "input"), "병": ("yes_no", "label")},
        ("O", "X"),
    ),
    "texts": (
        "review,stars,y\n" + many(lambda i: f"so text {i},{i % 5},{i % 2}\n"),
        {"review": ("text", "ignored"), "stars": ("number", "input"), "y": ("number", "label")},
        ("0", "1"),
    ),
    "a count of another name": (
        "t,x,y\n" + many(lambda i: f"{i},{i / 7:.2f},{i * i / 3:.2f}\n"),
        {"t": ("number", "input"), "x": ("number", "input"), "y": ("number", "label")},
        (),
    ),
    "a count alone": (
        "id,k\n" + many(lambda i: f"{i},{'ab'[i % 2]}\n"),
        {"id": ("number", "input"), "k": ("category", "label")},
        ("a", "b"),
    ),
    "a column that names the rows last": (
        "a,b,name\n" + many(lambda i: f"{i / 7:.2f},{i / 3:.2f},n{i}\n"),
        {"a": ("number", "input"), "b": ("number", "label"), "name": ("text", "ignored")},
        (),
    ),
    "constant inputs alone": (
        "a,b,y\n" + many(lambda i: f"1,2,{'pq'[i % 2]}\n"),
        {"a": ("number", "input"), "b": ("number", "input"), "y": ("category", "label")},
        ("p", "q"),
    ),
}


@pytest.mark.parametrize(("text", "roles", "classes"), ROLES.values(), ids=ROLES)
def test_what_is_predicted_and_from_what(text, roles, classes):
    reading = CsvReading("pasted", CsvOptions(text=text))
    data, report = reading.complete(), reading.report
    assert {column.name: (column.kind, column.role) for column in report.columns} == roles
    assert report.classes == data.classes == classes
    assert all((column.reason is None) == (column.role != "ignored") for column in report.columns)


def test_kinds_are_inputs_of_their_own_and_yes_is_one():
    text = "color,smoker,size,k\nred,no,1,a\nblue,yes,2,b\nred,yes,3,b\nblue,no,5,a\n"
    reading = CsvReading("pasted", CsvOptions(text=text))
    data = reading.complete()
    assert data.input_names == ("color = blue", "color = red", "smoker", "size")
    assert data.X.tolist() == [[0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 1, 0], [1, 2, 3, 5]]
    assert [(one.column, one.kind, one.value) for one in data.inputs] == [
        ("color", "category", "blue"),
        ("color", "category", "red"),
        ("smoker", "yes_no", "yes"),
        ("size", "number", ""),
    ]
    assert reading.report.n_inputs == 4


def test_too_many_kinds_are_left_out_unless_they_are_named():
    text = "city,x,y\n" + many(lambda i: f"c{i % 40},{i / 7:.2f},{i % 2}\n", 200)
    reading = CsvReading("pasted", CsvOptions(text=text))
    assert reading.complete().input_names == ("x",)
    assert reading.report.columns[0].reason == "has 40 different texts, more than 32"
    assert CsvReading("pasted", CsvOptions(text=text, inputs=("city",))).complete().X.shape == (40, 200)


def test_kinds_beyond_the_bound_on_inputs_are_left_out():
    names = [f"c{j}" for j in range(10)]
    text = ",".join([*names, "y"]) + "\n" + many(lambda i: ",".join(f"k{i % 30}" for _ in names) + f",{i % 2}\n", 90)
    reading = CsvReading("pasted", CsvOptions(text=text))
    assert reading.complete().X.shape[0] == 240
    assert [column.role for column in reading.report.columns] == ["input"] * 8 + ["ignored"] * 2 + ["label"]


@pytest.mark.parametrize(
    ("target_as", "problem", "classes"), [("classes", "classification", 12), ("numbers", "regression", 0)]
)
def test_numbers_or_classes_as_a_person_says(target_as, problem, classes):
    text = "a,score\n" + many(lambda i: f"{i / 7:.2f},{i % 12}\n")
    data = CsvReading("pasted", CsvOptions(text=text, target_as=target_as)).complete()
    assert (data.problem, len(data.classes)) == (problem, classes)


@pytest.mark.parametrize(("kinds", "rows", "classes"), [(2, 4, 2), (10, 100, 10), (10, 99, 0), (11, 400, 0)])
def test_whole_numbers_are_classes_where_there_are_enough_rows_for_each(kinds, rows, classes):
    text = "a,answer\n" + many(lambda i: f"{i / 7:.2f},{i % kinds}\n", rows)
    assert len(CsvReading("pasted", CsvOptions(text=text)).complete().classes) == classes
    named = text.replace("answer", "digit")
    assert len(CsvReading("pasted", CsvOptions(text=named)).complete().classes) == kinds


def test_two_plausible_answers_are_asked_about():
    text = "group,a,b\n" + many(lambda i: f"{'xy'[i % 2]},{i / 7:.2f},{i / 3:.2f}\n")
    question = inspect_table("pasted", CsvOptions(text=text)).question
    assert question.message == "Is 'b' to be predicted, or 'group'? Say which column (--label)"
    assert (question.option, question.choices) == ("labels", ("b", "group"))
    assert inspect_table("pasted", CsvOptions(text=text, labels=("b",))).question is None


def test_numbers_that_stand_for_none_are_noted():
    text = table(rows=[*ROWS, ("-999", "1.5", "low")])
    (note,) = inspect_table("pasted", CsvOptions(text=text)).notes
    assert note == "column length: -999 looks like a missing value (1 row); if it is one, empty these cells"


def test_a_word_for_none_among_texts_is_a_kind_and_noted():
    text = "drinks,x,k\n" + many(lambda i: f"{('None', 'Mild', 'Heavy')[i % 3]},{i / 7:.2f},{'ab'[i % 2]}\n")
    report = inspect_table("pasted", CsvOptions(text=text))
    assert report.columns[0].kinds == ("Heavy", "Mild", "None")
    assert "column drinks: 'None' counts as a kind of its own, not as a missing value" in report.notes


HEADERS = {
    "0 1 2": ("0,1,2,3\n5.1,3.5,1.4,0\n4.9,3.0,1.4,1\n5.9,3.2,1.3,0\n", ("0", "1", "2")),
    "an index and 0 1": (",0,1,2\n0,5.1,3.5,1\n1,4.9,3.0,0\n2,5.9,3.2,1\n", ("0", "1")),
    "years": ("1990,1991,1992\n5.1,3.5,1.4\n4.9,3.0,1.3\n5.9,3.2,1.6\n", ("1990", "1991")),
    "a number amid names": ("a,2,kind\n5.1,3.5,x\n4.9,3.0,y\n5.9,3.1,y\n", ("a", "2")),
    "#": ("#,Name,HP,ok\n1,Bulba,45,no\n2,Ivy,60,no\n3,Venus,80,yes\n", ("HP",)),
    "counts that are rows": ("1,2,3\n2,3,5\n3,4,6\n7,8,9\n", ("x1", "x2")),
}


@pytest.mark.parametrize(("text", "names"), HEADERS.values(), ids=HEADERS)
def test_a_first_row_is_a_header_or_an_example(text, names):
    assert CsvReading("pasted", CsvOptions(text=text)).complete().input_names == names


ENCODINGS = {
    "cp949": ("길이,너비,종류\n4.85,14.96,낮음\n9.2,1.5,높음\n2,2,높음\n", "cp949"),
    "one word of cp949": ("a,b,kind\n1,2.5,붓꽃\n3.5,4,꽃\n2,2,꽃\n", "cp949"),
    "shift_jis": ("長さ,幅,ランク\n4.85,14.96,低い\n9.2,1.5,高い\n2,2,高い\n", "cp932"),
    "euc_jp": ("長さ,幅,種類\n4.85,14.96,低い\n9.2,1.5,高い\n2,2,高い\n", "euc_jp"),
    "gbk": ("长度,宽度,种类\n4.85,14.96,低\n9.2,1.5,高\n2,2,高\n", "gb18030"),
    "big5": ("長度,寬度,種類\n4.85,14.96,低\n9.2,1.5,高\n2,2,高\n", "cp950"),
    "cp1251": ("длина,ширина,вид\n4.85,14.96,низкий\n9.2,1.5,высокий\n2,2,высокий\n", "cp1251"),
    "cp1252": ("größe,länge,farbe\n4.85,14.96,grün\n9.2,1.5,weiß\n2,2,weiß\n", "cp1252"),
    "one degree of cp1252": ("temp °C,b,kind\n1,2.5,x\n3.5,4,y\n2,2,y\n", "cp1252"),
}


@pytest.mark.parametrize(("name", "text", "codec"), [(n.split()[-1], *e) for n, e in ENCODINGS.items()], ids=ENCODINGS)
def test_letters_are_right_and_asked_about(tmp_path, name, text, codec):
    path = tmp_path / "mine.csv"
    path.write_bytes(text.encode(codec))
    report = inspect_table(path)
    assert report.encoding == name
    assert tuple(column.name for column in report.columns) == tuple(text.split("\n")[0].split(","))
    assert report.notes[0] == f"read as {name}: are the letters right? If not, name another (--encoding)"
    assert not any("letters" in note for note in inspect_table(path, CsvOptions(encoding=name)).notes)


def test_a_table_that_is_compressed(tmp_path):
    import gzip

    path = tmp_path / "mine.csv.gz"
    path.write_bytes(gzip.compress(table().encode()))
    assert CsvReading(path).complete().X.tolist() == X
    assert inspect_table(path).problems == ()
    path.write_bytes(gzip.compress(table().encode())[:-9])
    with pytest.raises(DataError, match=r"mine\.csv\.gz: its compression is damaged"):
        CsvReading(path).complete()


@pytest.mark.slow
@pytest.mark.parametrize("content", [b"\n" * 3_000_000, b"x,y\n1,a\n" + b"\n" * 1_000_000 + b"2,b\n3,a\n4,b\n"])
def test_a_giant_of_line_ends_is_read_in_slices(tmp_path, content):
    path = tmp_path / "giant.csv"
    path.write_bytes(content)
    reading, steps = CsvReading(path), 0
    try:
        while not reading.step():
            steps += 1
    except DataError as error:
        assert "empty, expected a row per example" in str(error)  # noqa: PT017
    else:
        assert reading.dataset.m == 4
        assert steps > 20


def test_one_line_that_is_a_giant_is_refused_at_once():
    with pytest.raises(DataError, match="line 2: longer than 4,000,000 characters"):
        CsvReading("pasted", CsvOptions(text="x,y\n" + "1," * 5_000_000 + "\n")).complete()


def test_a_long_name_is_cut():
    report = inspect_table("pasted", CsvOptions(text=table(header=("n" * 100_000, "w", "kind"))))
    assert report.columns[0].name == "n" * 200


def test_a_column_that_turns_out_late_is_read_again():
    rows = ["n,k", *(f"{i % 900},{'ab'[i % 2]}" for i in range(30_000)), '"1,234",a']
    data = CsvReading("pasted", CsvOptions(text="\n".join(rows))).complete()
    assert data.X[0, -1] == 1234
    assert data.X[0, :3].tolist() == [0, 1, 2]
    assert data.m == 30_001
