"""The workspace Fork: two branches of a run, or two runs, train side by side until they part."""

from PySide6.QtCore import QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from playground.messages.numbers import grouped
from playground.training.branches.report import KIND, CompareReport
from playground.training.commands.many import PauseCompare, ResumeCompare, TakeBranch
from playground.training.snapshot import Snapshot
from playground.views.compare.difference import DifferencePicture, difference_lines, difference_title
from playground.views.compare.form import CompareForm
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.appearance import pixels, scaled, scaled_font
from playground.views.kit.building import in_column, in_row, push_button, spaced
from playground.views.kit.empty import why_none
from playground.views.kit.fitting import WrappedRow, beside, bring_into_sight
from playground.views.kit.prose import prose
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.pairs.side import LETTERS, PairCurves, PairPicture, headings, numbers_text

CURVES = 240
"""Least width of the curves, in pixels at 100 %."""
SHARES = 12, 5
"""Of the pictures and of the curves in their room."""
UNDER = 280
"""Height of what is above the pictures and of curves below them, in pixels at 100 %."""
REACH = 8.0
"""So near to a point, in pixels at 100 %, it is taken."""
RING = 6.5


class AnswerPicture(PairPicture):
    """The picture of a pair, with a ring around the point that is moved.

    `movable`: whether points can be dragged.

    Signals
    -------
    dragged(number, x1, x2)
        A training example, counted from 1, was dragged to other inputs.
    """

    dragged = Signal(int, float, float)

    def __init__(self, index: int, *, movable: bool) -> None:
        self._movable = movable
        self._ringed: int | None = None
        self._taken: int | None = None
        self._hand = QPointF()
        super().__init__(index)
        if movable:
            self.setToolTip(self.tr("Drag a point: B begins again with this point there."))

    def ring(self, number: int | None) -> None:
        """Draw a ring around a training example, counted from 1."""
        if number != self._ringed:
            self._ringed = number
            self.update()

    def paint(self, painter: QPainter, size: QSizeF, /) -> None:
        super().paint(painter, size)
        places = self.places()
        painter.setPen(QPen(QColor(self.theme.text), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._ringed is not None and self._ringed <= len(places):
            painter.drawEllipse(places[self._ringed - 1], RING, RING)
        if self._taken is not None and self._taken < len(places):
            painter.drawLine(places[self._taken], self._hand)
            painter.drawEllipse(self._hand, RING, RING)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.to_canvas(event.position())
        if event.button() == Qt.MouseButton.LeftButton:
            self._taken, self._hand = self._point_at(place), place
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.to_canvas(event.position())
        if self._taken is not None:
            self._hand = place
            self.update()
        over = self._taken is not None or self._point_at(place) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        taken, self._taken = self._taken, None
        self.update()
        places = self.places()
        if taken is not None and taken < len(places):
            place = self.to_canvas(event.position())
            if (place - places[taken]).manhattanLength() > REACH:
                self.dragged.emit(taken + 1, *self.inputs_at(place))
        super().mouseReleaseEvent(event)

    def _point_at(self, place: QPointF) -> int | None:
        """Return which training example lies there, the one drawn last of several; None where none does."""
        if not self._movable:
            return None
        distances = [(each - place).manhattanLength() for each in self.places()]
        nearest = min(distances, default=REACH)
        return None if nearest >= REACH else len(distances) - 1 - distances[::-1].index(nearest)


def _is_flat(room: QSize) -> bool:
    """Whether three square pictures are larger with the curves at their right than with the curves below."""
    return room.height() < room.width() * SHARES[0] / sum(SHARES) / 3 + pixels(UNDER)


class CompareView(SnapshotView):
    """Above what is asked for and what came of it, below it both networks, where they differ, and their curves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: CompareReport | None = None
        self._is_secret = False
        self._at_work, self._own_data = False, True
        self.form = CompareForm()
        self.fork = push_button(self.tr("Fork"), self.tr("Begin both at that epoch, and let them train in step."))
        self.fork.setIcon(icon("fork", color=lambda look: look.on_accent))
        self.fork.setProperty("role", "primary")
        self.play = push_button(self.tr("Pause"), self.tr("Pause both, or let them go on; the toolbar has the speed."))
        self.step = push_button(self.tr("One epoch"), self.tr("Train both for one epoch."))
        self.step.setIcon(icon("step_epoch"))
        self.state = prose("muted")
        self.answers = tuple(AnswerPicture(index, movable=index == 0) for index in range(2))
        self.headings = tuple(headings() for _ in range(3))
        self.takes = [
            push_button(
                self.tr("Take {letter}").format(letter=letter),
                self.tr("Let this branch, as it is now, be the run of the window; Undo brings that back."),
            )
            for letter in LETTERS
        ]
        self.difference = DifferencePicture()
        self.curves = PairCurves()
        self.verdict = prose()
        scaled_font(self.verdict, bold=True)
        self.details = prose()
        self._lay_out()
        self.setFocusProxy(self.form.change)
        self.form.changed.connect(self._enable)
        self.fork.clicked.connect(self._fork)
        self.play.clicked.connect(self._play)
        self.answers[0].dragged.connect(self._move_point)
        self.step.clicked.connect(lambda: self.command_requested.emit(ResumeCompare(1)))
        for index, take in enumerate(self.takes):
            take.clicked.connect(lambda _=False, number=index: self.command_requested.emit(TakeBranch(number)))
        self._show_report(None)

    def _lay_out(self) -> None:
        takes = QWidget()
        takes.setLayout(in_row(*self.takes))
        buttons = spaced(WrappedRow(self.fork, self.play, self.step, takes, spread=True), gap=6)
        pictures = spaced(QGridLayout(), (16, 4), (0, 0, 12, 0))
        pictures.setRowStretch(2, 1)
        for column, picture in enumerate((*self.answers, self.difference)):
            title, numbers = self.headings[column]
            for row, part in enumerate((title, numbers, picture)):
                pictures.addWidget(part, row, column)
            pictures.setColumnStretch(column, 1)
        side, shown = QWidget(), QWidget()
        side.setLayout(pictures)
        shown.setLayout(in_row((self.curves, 1), edges=(12, 0, 0, 0)))
        scaled(shown, QWidget.setMinimumWidth, CURVES)
        both = beside((side, SHARES[0]), (shown, SHARES[1]), name="compare", suits=_is_flat)
        both.setSizes([1200, 500])  # shares of what there is
        parts = (self.form, buttons, self.state, self.verdict, self.details, (both, 1))
        self.setLayout(in_column(*parts, gap=8, edges=(16, 10, 16, 10)))

    # What a person does

    def show_place(self, page: str, phase: str, light: tuple[str, ...]) -> None:  # noqa: ARG002 - it has no steps
        """Have the fork at an epoch, written in figures."""
        if page.isdecimal():
            self.form.begin_at(int(page))

    def show_at_work(self) -> None:
        """Fork where the form begins."""
        if self._report is None and not self._at_work and self.form.is_possible:
            self._at_work = True
            self._fork()

    @property
    def is_settled(self) -> bool:
        return not self._at_work or (self._report is not None and self._report.state != "running")

    def _fork(self) -> None:
        bring_into_sight(self.difference)
        self.command_requested.emit(self.form.command)

    def _move_point(self, number: int, x: float, y: float) -> None:
        """Begin again from the same epoch, with a point moved in B."""
        if self._report is not None:
            self.form.begin_at(self._report.fork.epoch)
            self.form.move_point(number, x, y)
            self._fork()

    def _play(self) -> None:
        running = self._report is not None and self._report.state == "running"
        self.command_requested.emit(PauseCompare() if running else ResumeCompare())

    def _enable(self) -> None:
        report = self._report
        self.fork.setEnabled(self.form.is_possible)
        self.play.setEnabled(report is not None and not all(report.diverged))
        self.step.setEnabled(report is not None and report.state == "paused")
        running = report is not None and report.state == "running"
        self.play.setText(self.tr("Pause") if running else self.tr("Go on"))
        self.play.setIcon(icon("pause" if running else "run"))
        for take in self.takes:
            take.setEnabled(report is not None)

    # What happens

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        self.form.show_snapshot(snapshot)
        report = snapshot.work.get(KIND)
        if (secret := KIND in snapshot.withheld) != self._is_secret:
            self._is_secret = secret
            self._show_report(None)
        if not isinstance(report, CompareReport):
            return
        own = snapshot.experiment.data in report.data
        if report is not self._report or own != self._own_data:
            self._own_data = own
            self._show_report(report)

    def restyle(self) -> None:
        self._show_report(self._report)

    def _show_report(self, report: CompareReport | None) -> None:
        self._report = report
        labels = [self.tr("the run"), self.tr("the run with a change")]
        if report is not None:
            labels = [translated(label) for label in report.fork.labels]
        for index, answer in enumerate(self.answers):
            side = None if report is None else report.sides[index]
            answer.show_side(side, why_none(self.snapshot, KIND, ""))
            answer.ring(None if report is None else report.fork.change.point)
            title, numbers = self.headings[index]
            title.setText(f"{LETTERS[index]}: {labels[index]}")
            numbers.setText("" if side is None else numbers_text(side))
        self._show_difference()
        self.curves.show_labels(labels)
        if report is None:
            self.curves.show_sides((), 1)
        else:
            marks = {report.fork.epoch, *([] if report.parting is None else [report.parting.epoch])}
            self.curves.show_sides(report.sides, report.fork.goal, sorted(marks))
        self._enable()
        self._tell()

    def _show_difference(self) -> None:
        report = self._report
        difference = None if report is None else report.difference
        asked = why_none(self.snapshot, KIND, self.tr("not trained yet"))
        none = asked if report is None else translated(report.why_no_difference)
        self.difference.show_difference(difference, none)
        title, lines = self.headings[2]
        title.setText(difference_title())
        lines.setText("" if difference is None else "\n".join(difference_lines(difference)))

    def _tell(self) -> None:
        report = self._report
        if report is None:
            self.state.hide()
            asked = self.tr("What becomes of a run if one thing is not the same?")
            self.verdict.setText(why_none(self.snapshot, KIND, asked))
            self.details.setText(
                self.tr(
                    "Choose an epoch and what differs in B. Both begin with the weights, the optimizer's memory and "
                    "the order of the examples of that epoch, and train in step."
                )
            )
            return
        told = {
            "running": self.tr("training: epoch {epoch} of {goal}"),
            "paused": self.tr("paused at epoch {epoch} of {goal}"),
            "done": self.tr("done: epoch {epoch}"),
        }[report.state]
        self.state.show()
        self.state.setText(told.format(epoch=grouped(report.epoch), goal=grouped(report.fork.goal)))
        self.verdict.setText(translated(report.verdict))
        details = [translated(line) for line in report.details]
        if not self._own_data:
            details.append(self.tr("Both keep the data that they began with; those of the window are others now."))
        self.details.setText(" ".join(details))
