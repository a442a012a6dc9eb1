"""Every figure there is: one record each, and the heading that they share."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QPainter

from playground.files import FileError
from playground.messages import Message
from playground.messages.numbers import grouped, number
from playground.training.queries import Query
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.figures import confusion, curves, heatmaps, images, network, output
from playground.views.figures.sheet import GAP, LEFT, MARGIN, RIGHT, Sheet
from playground.views.forms.text import translated
from playground.views.theme import Theme

Size = tuple[float, float]


def _nothing(_snapshot: Snapshot) -> str:
    return ""


def _plain_size(_problem_info: ProblemInfo) -> Size:
    return 480.0, 440.0


def _wide_size(_problem_info: ProblemInfo) -> Size:
    return 640.0, 440.0


class Figure(Struct, frozen=True):
    """One thing that can be drawn on paper.

    Attributes
    ----------
    name
        On the command line.
    title
        Says what is shown, for the heading.
    paint
        Draws it into an area of a sheet.
    size
        Returns width and height at which texts have their usual size, in units that are pixels on a screen.
    remark
        Says what a person must know to read it rightly, or nothing.
    lacks
        Says why a problem has no such figure, or nothing.
    queries
        What has to be asked with the snapshot (see `Snapshot.answers`).
    moves
        Whether it is worth an animation.
    """

    name: str
    title: Callable[[Snapshot], str]
    paint: Callable[[Sheet, QRectF, Snapshot], None]
    size: Callable[[ProblemInfo], Size] = _plain_size
    remark: Callable[[Snapshot], str] = _nothing
    lacks: Callable[[ProblemInfo], Message | None] = lambda _problem_info: None
    queries: frozenset[Query] = frozenset()
    moves: bool = False

    def require(self, problem_info: ProblemInfo) -> None:
        """Refuse a problem that has no such figure.

        Raises
        ------
        FileError
            Saying why.
        """
        if reason := self.lacks(problem_info):
            raise FileError(reason)


_OUTPUT = Figure(
    "output",
    output.title,
    output.paint,
    remark=output.remark,
    moves=True,
)
_IMAGES = Figure(
    "output",
    images.title,
    images.paint,
    _wide_size,
    images.remark,
    queries=frozenset({confusion.EVERY_EXAMPLE}),
    moves=True,
)
_RECORDS = (
    _OUTPUT,
    Figure(
        "network",
        network.title,
        network.paint,
        network.size,
        moves=True,
    ),
    Figure("curves", curves.title, curves.paint, _wide_size),
    Figure(
        "heatmaps",
        heatmaps.title,
        heatmaps.paint,
        _wide_size,
        moves=True,
    ),
    Figure(
        "confusion",
        confusion.title,
        confusion.paint,
        lacks=confusion.lacks,
        queries=frozenset({confusion.EVERY_RESULT}),
        moves=True,
    ),
)

FIGURES: Mapping[str, Figure] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every figure by name."""


def figure_for(name: str, problem_info: ProblemInfo) -> Figure:
    """Return the figure of a name that suits a problem: output over pixels says nothing, so images are shown."""
    if name == _IMAGES.name and problem_info.image_shape is not None and problem_info.problem == "classification":
        return _IMAGES
    return FIGURES[name]


def queries_for(name: str) -> frozenset[Query]:
    """Return what to ask at every moment of a training for a figure of a name: the data may have been of any kind."""
    return frozenset(query for figure in (_IMAGES, *_RECORDS) if figure.name == name for query in figure.queries)


def draw(figure: Figure, snapshot: Snapshot, painter: QPainter, size: Size, theme: Theme, dots: float) -> None:
    """Draw a figure with its heading.

    Parameters
    ----------
    painter
        In the figure's units of length.
    size
        Of the paper, in these units.
    dots
        Dots in a unit of length.
    """
    width, height = size
    painter.fillRect(QRectF(0, 0, width, height), QColor(theme.surface))
    sheet = Sheet.on(painter, theme, dots)
    inner = QRectF(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN)
    title_line, line = sheet.line(sheet.title_font), sheet.line()
    sheet.text(
        QRectF(inner.left(), inner.top(), inner.width(), title_line),
        translated(snapshot.experiment.title),
        font=sheet.title_font,
    )
    moment = _moment(snapshot)
    below = QRectF(inner.left(), inner.top() + title_line + GAP / 2, inner.width(), line)
    room = max(below.width() - sheet.width(moment) - 4 * GAP, 0.0)
    sheet.text(below, moment, RIGHT, theme.muted)
    sheet.text(QRectF(below.left(), below.top(), room, line), figure.title(snapshot), LEFT)
    remark = figure.remark(snapshot)
    foot = line if remark else 0.0
    top = below.bottom() + 2 * GAP
    figure.paint(sheet, QRectF(inner.left(), top, inner.width(), inner.bottom() - top - foot), snapshot)
    if remark:
        sheet.text(
            QRectF(inner.left(), inner.bottom() - line + GAP, inner.width(), line),
            remark,
            LEFT,
            theme.muted,
            sheet.small_font,
        )


def _moment(snapshot: Snapshot) -> str:
    """Return when this was, and how well the network did then."""
    epoch = QCoreApplication.translate("figures", "epoch {epoch}").format(epoch=grouped(snapshot.epoch))
    cost = QCoreApplication.translate("figures", "cost {cost}").format(cost=number(snapshot.train_cost))
    return f"{cost} · {epoch}"
