"""The worst cases first: each as an image, where there are images, with what is true and what the network says."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from playground.messages import numbers
from playground.training.queries.results import Indices, Results, Rows
from playground.training.results import ProblemInfo
from playground.views.images.pixels import Thumbnails
from playground.views.kit.appearance import pixels, tabular, theme
from playground.views.kit.building import in_column
from playground.views.kit.copying import offer_copies
from playground.views.kit.prose import prose
from playground.views.results.columns import number

THUMBNAIL = 48
"""Pixels of the longer side of an image."""
SHOWN = 60


class WorstCases(QWidget):
    """A heading and a list of examples; a click or Enter opens one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._shown: tuple[object, ...] = ()
        self.heading = prose("muted")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Worst cases"))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setUniformItemSizes(True)
        self.list.setWordWrap(True)  # a line is as wide as the list, and shortened there
        self.list.setSpacing(3)
        self.list.setCursor(Qt.CursorShape.PointingHandCursor)
        self.list.itemClicked.connect(self._open)
        self.list.itemActivated.connect(self._open)
        offer_copies(self.list, self.as_text)
        self.setLayout(in_column(self.heading, (self.list, 1)))

    def restyle(self) -> None:
        """Draw everything anew in the colours and the size of now."""
        self._shown = ()
        self.list.setIconSize(QSize(pixels(THUMBNAIL), pixels(THUMBNAIL)))
        self.list.setFont(tabular(self.font()))

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(self.list.item(row).text() for row in range(self.list.count()))

    def as_text(self) -> str:
        """Return what is known of each case, a line for each."""
        tips = (self.list.item(row).toolTip().splitlines()[:4] for row in range(self.list.count()))
        return "".join("\t".join(lines) + "\n" for lines in tips)

    def show_results(self, problem_info: ProblemInfo, results: Results, worst: Indices) -> None:
        rows, worst = results.rows, worst[:SHOWN]
        entries = [(rows.key(int(row)), self._text(problem_info, rows, int(row))) for row in worst]
        if self._shown == (problem_info, entries):
            return
        if problem_info is not self._problem_info:
            self._problem_info = problem_info
            images = problem_info.image_shape is not None
            self.heading.setText(
                self.tr("Worst first: true → predicted")
                if images or not problem_info.classes
                else self.tr("Worst first: confidence, true → predicted")
            )
            self.list.setViewMode(QListView.ViewMode.IconMode if images else QListView.ViewMode.ListMode)
        self._shown = (problem_info, entries)
        thumbnails = Thumbnails(problem_info, pixels(THUMBNAIL)) if problem_info.image_shape is not None else None
        place = self.list.verticalScrollBar().value()
        self.list.clear()
        for row, (key, text) in zip(worst.tolist(), entries, strict=True):
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setToolTip(self._tip(problem_info, rows, row))
            if rows.correct is not None and not rows.correct[row]:
                item.setForeground(QColor(theme().error))
            if thumbnails is not None:
                item.setIcon(QIcon(QPixmap.fromImage(thumbnails.image(key))))
            self.list.addItem(item)
        self.list.verticalScrollBar().setValue(place)

    def _text(self, problem_info: ProblemInfo, rows: Rows, row: int) -> str:
        true, predicted = self._values(problem_info, rows, row)
        if rows.correct is None or problem_info.image_shape is not None:
            return f"{true} → {predicted}"
        # The number first: names may be shortened, a number must not.
        return f"{numbers.percent(float(rows.certainty[row]))}   {true} → {predicted}"

    def _values(self, problem_info: ProblemInfo, rows: Rows, row: int) -> tuple[str, str]:
        if rows.correct is None:
            return number(float(rows.true[row])), number(float(rows.predicted[row]))
        return problem_info.classes[rows.true[row]], problem_info.classes[rows.predicted[row]]

    def _tip(self, problem_info: ProblemInfo, rows: Rows, row: int) -> str:
        test, index = rows.key(row)
        true, predicted = self._values(problem_info, rows, row)
        certainty, cost = float(rows.certainty[row]), number(float(rows.error[row]))
        name = (self.tr("Test example {number}") if test else self.tr("Training example {number}")).format(
            number=numbers.grouped(index + 1)
        )
        said = self.tr("true {true}, predicted {predicted}").format(true=true, predicted=predicted)
        how = (
            self.tr("residual {residual}").format(residual=number(certainty))
            if rows.correct is None
            else self.tr("confidence {share}").format(share=numbers.percent(certainty))
        )
        opens = "" if test else self.tr("Click to walk through it in Backprop.")
        return "\n".join(filter(None, (name, said, how, self.tr("cost {cost}").format(cost=cost), opens)))

    def _open(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
