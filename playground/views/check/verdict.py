"""The line that says what came out, and the lines that say how to read it."""

from PySide6.QtCore import QEvent, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from playground.messages import Message
from playground.messages.numbers import typed
from playground.training.check_job import CheckReport, Reading
from playground.views.check.row import Row, Verdict, paint_mark
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.appearance import restyled, scaled, scaled_font
from playground.views.kit.building import in_column, in_row, prose
from playground.views.kit.canvas import Canvas

FEW = 6
"""As many names of arrays are listed."""


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
