"""What the import panel says of a table: its size, what will be learned, what is in the way, and the ways out."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from playground.data import TableProblem, TableReport
from playground.data.dataset import short_name
from playground.messages import Message
from playground.messages.numbers import grouped
from playground.views.controls.choice import shortened
from playground.views.forms.text import translated
from playground.views.kit.building import in_row
from playground.views.panel_style import set_property

MOST_WAYS = 3
NAMES_SHOWN = 3
DECIMALS = {".": Message("1.5 has a decimal point"), ",": Message("1,5 has a decimal comma")}
TARGETS = {"numbers": Message("Predict numbers"), "classes": Message("Predict classes")}


def size_text(preview: TableReport) -> str:
    if not preview.columns:
        return ""
    columns = len(preview.columns)
    if preview.rows is None:
        about = grouped(preview.rows_about)
        return translated(Message("about {rows} rows, {columns} columns", rows=about, columns=columns))
    return translated(Message("{rows} rows, {columns} columns", rows=grouped(preview.rows), columns=columns))


def plan(preview: TableReport) -> str:
    """Return what the network will learn, in a sentence."""
    inputs, labels = preview.inputs, preview.labels
    several = Message("{count} columns", count=len(inputs))
    given = _list(inputs) if len(inputs) <= NAMES_SHOWN else several
    if len(labels) == 1 and preview.classes:
        return translated(
            Message(
                "Learns to tell {count} kinds of {label} apart from {inputs}.",
                count=len(preview.classes),
                label=labels[0],
                inputs=given,
            )
        )
    return translated(Message("Learns to predict the number {label} from {inputs}.", label=_list(labels), inputs=given))


def problem_text(problems: Sequence[str], most: int) -> str:
    """Return the first problems, a line each, and how many more there are."""
    lines = [translated(problem) for problem in problems[:most]]
    if len(problems) > most:
        lines.append(translated(Message("… and {count} more", count=len(problems) - most)))
    return "\n".join(lines)


def _list(names: Sequence[str]) -> str:
    return ", ".join(map(short_name, names[:NAMES_SHOWN])) + (" …" if len(names) > NAMES_SHOWN else "")


class WayOut(Struct, frozen=True):
    """A button: its words, and what it decides: a field of `CsvOptions`, and what becomes of it."""

    text: str
    option: str
    value: str


def _rows_out(_problem: TableProblem) -> Mapping[str, Message]:
    return {"drop": Message("Leave such rows out")}


def _column_out(problem: TableProblem) -> Mapping[str, Message]:
    name = problem.column
    return {name: Message("Leave {column} out", column=shortened(name))} if name else {}


def _targets(problem: TableProblem) -> Mapping[str, Message]:
    return {kind: text for kind, text in TARGETS.items() if kind in (problem.choices or TARGETS)}


def _labels(problem: TableProblem) -> Mapping[str, Message]:
    names = problem.choices[:MOST_WAYS]
    return {name: Message("Predict {column}", column=shortened(name)) for name in names}


WAYS_OUT: Mapping[str, Callable[[TableProblem], Mapping[str, Message]]] = MappingProxyType(
    {
        "missing": _rows_out,
        "ignored": _column_out,
        "decimal": lambda _problem: DECIMALS,
        "target_as": _targets,
        "labels": _labels,
    }
)
"""By the option that decides about a problem: every value that would solve it, and the words of its button."""


def ways_out(problem: TableProblem) -> tuple[WayOut, ...]:
    ways = WAYS_OUT[problem.option](problem) if problem.option in WAYS_OUT else {}
    return tuple(WayOut(translated(text), problem.option, value) for value, text in ways.items())


class ProblemLine(QWidget):
    """Some lines, and perhaps ways out.

    Signals
    -------
    solved(option, value)
        A person takes a way out.
    """

    solved = Signal(str, str)

    def __init__(self, role: str = "problem", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        set_property(self._text, "role", role)
        self._ways: tuple[WayOut, ...] = ()
        self.ways_out = [QPushButton() for _ in range(MOST_WAYS)]
        for place, button in enumerate(self.ways_out):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, place=place: self._solve(place))
        self.setLayout(in_row((self._text, 1), *self.ways_out, gap=8))
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    @property
    def way_out(self) -> QPushButton:
        return self.ways_out[0]

    def show_problem(self, text: str, ways: Sequence[WayOut] = ()) -> None:
        """Show what is in the way, and its ways out; nothing without a text."""
        self._text.setText(text)
        self._ways = tuple(ways)
        for place, button in enumerate(self.ways_out):
            there = place < len(self._ways)
            button.setText(self._ways[place].text.replace("&", "&&") if there else "")
            button.setVisible(there)
        self.setVisible(bool(text))

    def _solve(self, place: int) -> None:
        self.solved.emit(self._ways[place].option, self._ways[place].value)
