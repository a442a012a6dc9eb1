"""What is in the way of a table, or what only a person knows, and a button for each way out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from playground.data import TableProblem
from playground.views.controls.target_switch import shortened
from playground.views.panel_style import set_property

MOST_WAYS = 3
translate = QCoreApplication.translate


@dataclass(frozen=True)
class WayOut:
    """A button: its words, and what it decides.

    Attributes
    ----------
    option, value
        A field of `CsvOptions`, and what it becomes.
    """

    text: str
    option: str
    value: str


def ways_out(problem: TableProblem) -> tuple[WayOut, ...]:
    """Return what a person can do about a problem with a click."""
    match problem.option:
        case "missing":
            return (WayOut(translate("ImportPanel", "Leave such rows out"), "missing", "drop"),)
        case "ignored" if problem.column:
            text = translate("ImportPanel", "Leave {column} out").format(column=shortened(problem.column))
            return (WayOut(text, "ignored", problem.column),)
        case "decimal":
            marks = {
                ".": translate("ImportPanel", "1.5 has a decimal point"),
                ",": translate("ImportPanel", "1,5 has a decimal comma"),
            }
            return tuple(WayOut(text, "decimal", mark) for mark, text in marks.items())
        case "target_as":
            kinds = {
                "numbers": translate("ImportPanel", "Predict numbers"),
                "classes": translate("ImportPanel", "Predict classes"),
            }
            offered = problem.choices or tuple(kinds)
            return tuple(WayOut(text, "target_as", kind) for kind, text in kinds.items() if kind in offered)
        case "labels":
            text = translate("ImportPanel", "Predict {column}")
            names = problem.choices[:MOST_WAYS]
            return tuple(WayOut(text.format(column=shortened(name)), "labels", name) for name in names)
    return ()


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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        for place, button in enumerate(self.ways_out):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, place=place: self._solve(place))
            row.addWidget(button)
        self.hide()

    @property
    def text(self) -> str:
        """What is in the way; empty if nothing."""
        return self._text.text()

    @property
    def way_out(self) -> QPushButton:
        """The first button."""
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
