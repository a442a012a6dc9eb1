"""R², RMSE and MAE of training and test examples; the marks before the lines are those of the plots."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.training.metrics import mean_absolute_error, r_squared, root_mean_squared_error
from playground.views import numbers
from playground.views.kit.canvas import painting
from playground.views.plots.style import small_font
from playground.views.results.rows import Rows
from playground.views.theme import LIGHT, Theme

MEASURES = ("R²", "RMSE", "MAE")
MARK = 16
ROOM = 6


@dataclass(frozen=True)
class Figures:
    """The measures of one part; `r_squared` is None where it is not defined."""

    r_squared: float | None
    rmse: float
    mae: float
    count: int

    @classmethod
    def of(cls, rows: Rows, mask: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> "Figures":
        """Return the measures of some rows."""
        true, predicted, residuals = rows.true[mask], rows.predicted[mask], rows.certainty[mask]
        return cls(
            r_squared(true, predicted),
            root_mean_squared_error(residuals),
            mean_absolute_error(residuals),
            int(residuals.size),
        )


class FiguresTable(QWidget):
    """A line for each part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._figures: tuple[Figures | None, Figures | None] = (None, None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Measures of the residuals"))

    @property
    def figures(self) -> tuple[Figures | None, Figures | None]:
        """Those of training and test examples; None where there are none."""
        return self._figures

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self.update()

    def set_figures(self, train: Figures | None, test: Figures | None) -> None:
        """Show others."""
        if (train, test) != self._figures:
            self._figures = (train, test)
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of three lines."""
        return QSize(280, 3 * self._line())

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(220, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Say what a column means."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos().x(), event.pos().y()), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw heading and lines."""
        with painting(self, smooth=True) as painter:
            painter.setFont(numbers.tabular(small_font(self.font())))
            line, theme = self._line(), self._theme
            right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            first, width = self._columns()
            painter.setPen(QColor(theme.muted))
            for column, label in enumerate(MEASURES):
                painter.drawText(QRect(first + column * width, 0, width, line), right, label)
            for index, (name, color, hollow) in enumerate(
                ((self.tr("training"), theme.train, False), (self.tr("test"), theme.test, True))
            ):
                top, figures = (index + 1) * line, self._figures[index]
                painter.fillRect(0, top, self.width(), 1, QColor(theme.border))
                painter.setPen(QPen(QColor(color), 1.6))
                painter.setBrush(Qt.BrushStyle.NoBrush if hollow else QColor(color))
                painter.drawEllipse(QPointF(5, top + line / 2), 3.2, 3.2)
                painter.setPen(QColor(theme.text if figures is not None else theme.muted))
                painter.drawText(QRect(MARK, top, first - MARK, line), left, name)
                for column, text in enumerate(self._texts(figures)):
                    painter.drawText(QRect(first + column * width, top, width, line), right, text)

    def _texts(self, figures: Figures | None) -> tuple[str, str, str]:
        if figures is None:
            return numbers.MISSING, numbers.MISSING, numbers.MISSING
        shown = (figures.r_squared, figures.rmse, figures.mae)
        r, rmse, mae = (numbers.compact(value, 7, pad=False) for value in shown)
        return (self.tr("not defined") if figures.r_squared is None else r), rmse, mae

    def _tip(self, x: int, y: int) -> str:
        first, width = self._columns()
        column = (x - first) // max(width, 1)
        if not 0 <= column < len(MEASURES):
            return ""
        row = y // self._line()
        figures = self._figures[row - 1] if row in (1, 2) else None
        if column == 0 and figures is not None and figures.r_squared is None:
            return self.tr("R² is not defined: the true values are all the same, with nothing to explain.")
        return (
            self.tr("Which share of the variation the predictions explain: 1 is perfect, 0 no better than the mean."),
            self.tr("The root of the mean squared residual, in the units of what is predicted."),
            self.tr("The mean size of a residual, in the units of what is predicted."),
        )[column]

    def _columns(self) -> tuple[int, int]:
        """Return where the first column begins, and how wide each is."""
        metrics = QFontMetrics(small_font(self.font()))
        first = MARK + max(metrics.horizontalAdvance(name) for name in (self.tr("training"), self.tr("test"))) + 8
        return first, (self.width() - first) // len(MEASURES)

    def _line(self) -> int:
        return QFontMetrics(small_font(self.font())).height() + ROOM
