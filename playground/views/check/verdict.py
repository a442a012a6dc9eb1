"""What came out of a check: the line that says it, how to read it, and the exact numbers of one entry."""

from PySide6.QtCore import QEvent, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from playground.engine import ParameterCheck
from playground.messages import Message, numbers
from playground.messages.numbers import typed
from playground.training.check_job import CheckReport, Reading
from playground.views.check.row import Row, Verdict, paint_mark, verdict_color
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.appearance import restyled, scaled, scaled_font
from playground.views.kit.building import in_column, in_row
from playground.views.kit.canvas import Canvas
from playground.views.kit.prose import prose
from playground.views.plots.style import number_font, small_font

FEW = 6
"""As many names of arrays are listed."""
DIGITS = 10
"""Of the two gradients: enough to see where they part."""


class EntryReadout(Canvas):
    """Analytic, numerical, difference and relative error of the entry under the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check: ParameterCheck | None = None
        self._entry: tuple[int, int] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """What is read: a caption and a number each."""
        if self._check is None or self._entry is None:
            return ()
        check, entry = self._check, self._entry
        return (
            (self.tr("analytic"), numbers.scientific(float(check.analytic[entry]), DIGITS)),
            (self.tr("numerical"), numbers.scientific(float(check.numerical[entry]), DIGITS)),
            (self.tr("difference"), numbers.scientific(float(check.difference[entry]), 3)),
            (self.tr("relative error"), numbers.scientific(float(check.relative_error[entry]), 3)),
        )

    @property
    def title(self) -> str:
        """The entry's name and its verdict, or how to get one."""
        if self._check is None:
            return self.tr("not computed yet")
        if self._entry is None:
            return self.tr("Point at a cell to read its exact numbers.")
        row, column = self._entry
        name = self._check.name
        place = f"{row + 1},{column + 1}" if name.startswith("W") else f"{row + 1}"
        return f"∂C / ∂{name}[{place}]"

    @property
    def verdict(self) -> str:
        """Whether the entry agrees, in a word."""
        if self._check is None or self._entry is None:
            return ""
        if self._check.at_kink[self._entry]:
            return self.tr("at a kink: not judged")
        if self._check.in_rounding[self._entry]:
            return self.tr("lost in rounding: not judged")
        return self.tr("differs") if self._check.differs[self._entry] else self.tr("agrees")

    def show_entry(self, check: ParameterCheck | None, entry: tuple[int, int] | None) -> None:
        self._check, self._entry = check, entry
        text = "; ".join(f"{caption} {number}" for caption, number in self.lines)
        self.setAccessibleName(f"{self.title} {text} {self.verdict}".strip())
        self.update()

    def as_text(self) -> str:
        return "\n".join([self.title, *("\t".join(line) for line in self.lines), self.verdict]).strip()

    def preferred_size(self) -> QSizeF:
        return QSizeF(320, 3 * self._line() + 2)

    def least_size(self) -> QSizeF:
        return self.preferred_size()

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        theme, line = self.theme, self._line()
        painter.setFont(small_font(self.base_font))
        title = QRectF(0, 0, self.area.width(), line)
        painter.setPen(QColor(theme.muted if self._entry is None else theme.text))
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, self.title)
        if not self.lines:
            return
        self._paint_verdict(painter, title)
        middle = self.area.width() * 0.54
        self._paint_numbers(painter, 0, middle - 8, self.lines[:2])
        self._paint_numbers(painter, middle, self.area.width() - middle, self.lines[2:])

    def _paint_verdict(self, painter: QPainter, area: QRectF) -> None:
        assert self._check is not None
        assert self._entry is not None
        kind: Verdict = "differs" if self._check.differs[self._entry] else "agrees"
        if self._check.at_kink[self._entry] or self._check.in_rounding[self._entry]:
            kind = "unknown"
        painter.setPen(QColor(verdict_color(kind, self.theme)))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.verdict)

    def _paint_numbers(self, painter: QPainter, left: float, width: float, lines: tuple[tuple[str, str], ...]) -> None:
        line = self._line()
        words, digits = small_font(self.base_font), number_font(self.base_font)
        offset = max(QFontMetricsF(words).horizontalAdvance(caption) for caption, _ in lines) + 8
        for index, (caption, number) in enumerate(lines, start=1):
            area = QRectF(left, index * line, width, line)
            painter.setFont(words)
            painter.setPen(QColor(self.theme.muted))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, caption)
            painter.setFont(digits)
            painter.setPen(QColor(self.theme.text))
            sign = "" if number.startswith(numbers.MINUS) else " "
            painter.drawText(area.adjusted(offset, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, sign + number)

    def _line(self) -> int:
        fonts = (small_font(self.base_font), number_font(self.base_font))
        return int(max(QFontMetricsF(font).height() for font in fonts)) + 2


class Mark(Canvas):
    """One mark."""

    comfortable = (20, 20)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verdict: Verdict = "unknown"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_verdict(self, verdict: Verdict) -> None:
        self.verdict = verdict
        self.update()

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        paint_mark(painter, QRectF(1, 1, 18, 18), self.verdict, self.theme)


class VerdictLine(QWidget):
    """The mark and a sentence, and below them the warnings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = Mark()
        self.sentence, self.warning = prose(), prose("warning")
        scaled_font(self.sentence, bold=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.warning_icon = QLabel()
        self.warning_icon.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        scaled(self.warning_icon, QWidget.setFixedWidth, 20)
        first = in_row(self.mark, (self.sentence, 1), gap=8)
        self.setLayout(in_column(first, in_row(self.warning_icon, (self.warning, 1), gap=8), gap=3))
        self._draw_icon()
        self.show_report(None, None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self._draw_icon()

    def _draw_icon(self) -> None:
        height = QFontMetrics(self.font()).height()
        self.warning_icon.setPixmap(icon("divergence", color=lambda theme: theme.warning).pixmap(height, height))

    def show_report(self, report: CheckReport | None, reading: Reading | None, *, cancelled: bool = False) -> None:
        verdict: Verdict = "unknown"
        if report is not None and report.check is not None:
            verdict = "agrees" if report.check.passed else "differs"
        self.mark.set_verdict(verdict)
        self.sentence.setText(self._sentence(report, reading, cancelled=cancelled))
        warnings = () if report is None else report.warnings
        self.warning.setText("\n".join(translated(warning) for warning in warnings))
        self.warning.setVisible(bool(warnings))
        self.warning_icon.setVisible(bool(warnings))

    def _sentence(self, report: CheckReport | None, reading: Reading | None, *, cancelled: bool) -> str:
        if report is None or report.check is None:
            return (
                self.tr("Cancelled before it was complete.")
                if cancelled
                else self.tr("Checking every weight and bias …")
            )
        checks = report.check.parameters
        failed = [check.name for check in checks if not check.passed]
        if not failed and report.mistake is None:
            if not report.check.judged:
                return self.tr("Nothing could be judged here: see below.")
            judged = sum(Row.of(check).verdict != "unknown" for check in checks)
            counts = {"k": judged, "n": len(checks), "m": report.examples}
            if judged < len(checks):
                return translated(
                    Message(
                        "{k} of {n} arrays could be judged, and agree, on {m} {m:training example|training examples}.",
                        **counts,
                    )
                )
            return translated(
                Message(
                    "All {n} arrays agree with the central differences, on {m} {m:training example|training examples}.",
                    **counts,
                )
            )
        if not failed:
            return self.tr(
                "All {n} arrays agree, although a mistake is switched on: on these examples it makes no difference."
            ).format(n=len(checks))
        if len(failed) == len(checks):
            text = self.tr("All {n} arrays differ.").format(n=len(checks))
        elif len(failed) > FEW:
            names = ", ".join(failed[:FEW])
            text = self.tr("{k} of {n} arrays differ: {names} and more.").format(
                k=len(failed), n=len(checks), names=names
            )
        else:
            names = ", ".join(failed)
            text = self.tr("{k} of {n} arrays differ: {names}.").format(k=len(failed), n=len(checks), names=names)
        if report.mistake is None and reading in ("truncation", "rounding"):
            advice = self.tr("With ε = {epsilon} the central difference itself is inexact: choose another ε.")
            text += " " + advice.format(epsilon=typed(report.epsilon))
        return text
