"""One line of the table: the errors of one parameter array, and its words."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from playground.engine import ParameterCheck
from playground.messages import numbers
from playground.views.check.marks import Verdict


@dataclass(frozen=True)
class Row:
    """One parameter array; numbers are None before the check is complete."""

    name: str
    shape: tuple[int, int]
    mean_difference: float | None = None
    relative_error: float | None = None
    verdict: Verdict = "unknown"
    kinks: int = 0
    rounding: int = 0

    @property
    def unjudged(self) -> int:
        """How many entries neither pass nor fail."""
        return self.kinks + self.rounding

    @property
    def word(self) -> str:
        """The verdict in words."""
        if self.mean_difference is not None and self.verdict == "unknown":
            return QCoreApplication.translate("CheckTable", "not judged")
        return verdict_text(self.verdict)

    @classmethod
    def of(cls, check: ParameterCheck) -> "Row":
        """Return the row of a complete check."""
        rows, columns = check.analytic.shape
        judged = bool((~check.at_kink & ~check.in_rounding).any())
        return cls(
            check.name,
            (rows, columns),
            check.mean_absolute_difference,
            check.max_relative_error,
            ("agrees" if check.passed else "differs") if judged else "unknown",
            int(check.at_kink.sum()),
            int(check.in_rounding.sum()),
        )


def verdict_text(verdict: Verdict) -> str:
    """Return a verdict in words."""
    return {
        "agrees": QCoreApplication.translate("CheckTable", "agrees"),
        "differs": QCoreApplication.translate("CheckTable", "differs"),
        "unknown": QCoreApplication.translate("CheckTable", "not yet"),
    }[verdict]


def error_text(error: float | None) -> str:
    """Return an error with two digits: ``2.0e-11``, and ``1.0`` rather than ``1.0e0``."""
    return numbers.scientific(error, 2).removesuffix("e0")


def cell_text(row: Row, column: int) -> str:
    """Return what a cell says: the array, its mean difference, its largest relative error, the verdict."""
    if column == 0:
        return f"{row.name}  {row.shape[0]}×{row.shape[1]}"
    if column == 1:
        return error_text(row.mean_difference)
    if column == 2:
        return error_text(row.relative_error)
    parts = [row.word]
    if row.kinks:
        parts.append(QCoreApplication.translate("CheckTable", "{count} at kinks").format(count=row.kinks))
    if row.rounding:
        parts.append(QCoreApplication.translate("CheckTable", "{count} in rounding").format(count=row.rounding))
    return ", ".join(parts)
