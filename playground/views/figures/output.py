"""What the network answers, as a figure: the decision boundary, the fitted surface, the curve."""

from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainterPath, QPen

from playground.messages.numbers import tick
from playground.training.results import Maps, ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.color_maps import LookupTable, bar_image, bgra, diverging, towards
from playground.views.figures.axes import TICK, Axes, Axis
from playground.views.figures.legend import Entry, legend_width, paint_legend
from playground.views.figures.sheet import GAP, LEFT, Sheet
from playground.views.output.caption import axis_names, caption, note
from playground.views.output.field import Image, class_image, class_table, contour, field_image, soften
from playground.views.output.markers import marker_radius, paint_marker, point_colors
from playground.views.output.plot import EDGE, curve_pens, guide_pen, joined_targets
from playground.views.output.subject import Points, Subject, limits, output_subject, points
from playground.views.plots.style import line_pen
from playground.views.theme import Theme

BAR = 12.0
SAMPLE = 20.0
MARKER = 4.0


def title(snapshot: Snapshot) -> str:
    """Return what is shown."""
    return "" if snapshot.maps is None else caption(snapshot.problem_info, _subject(snapshot, snapshot.maps))


def remark(snapshot: Snapshot) -> str:
    """Return what is left out."""
    if snapshot.maps is None:
        return ""
    subject = _subject(snapshot, snapshot.maps)
    return note(snapshot.problem_info, snapshot.maps, _points(snapshot.problem_info, subject, snapshot.maps))


def paint(sheet: Sheet, area: QRectF, snapshot: Snapshot) -> None:
    """Draw map or curve with the examples, and what colours and signs mean."""
    maps, problem_info = snapshot.maps, snapshot.problem_info
    assert maps is not None, "asked for before by `title`"
    subject = _subject(snapshot, maps)
    drawn = _points(problem_info, subject, maps)
    table = _table(subject, sheet.theme)
    for entries in _legend_lines(sheet, area.width(), _kinds(sheet, problem_info, subject), _roles(sheet, drawn)):
        paint_legend(sheet, QRectF(area.left(), area.top(), area.width(), sheet.line()), entries)
        area = area.adjusted(0, sheet.line() + GAP, 0, 0)
    area = area.adjusted(0, GAP, 0, 0)
    if subject.kind in ("field", "classes"):
        _paint_plane(sheet, area, subject, problem_info, maps, drawn, table)
    else:
        _paint_lines(sheet, area, subject, problem_info, maps, drawn)


def _subject(snapshot: Snapshot, maps: Maps) -> Subject:
    return output_subject(snapshot.problem_info, maps.kind)


def _points(problem_info: ProblemInfo, subject: Subject, maps: Maps) -> Points:
    return points(problem_info, subject, test=True, axes=maps.input_slice.axes)


def _table(subject: Subject, theme: Theme) -> LookupTable:
    return diverging(theme) if subject.signed else towards(theme, theme.positive)


def _paint_plane(
    sheet: Sheet,
    area: QRectF,
    subject: Subject,
    problem_info: ProblemInfo,
    maps: Maps,
    drawn: Points,
    table: LookupTable,
) -> None:
    names = axis_names(problem_info, subject, maps.input_slice.axes)
    x, y = (Axis(float(ends[0]), float(ends[-1]), name) for ends, name in zip((maps.x, maps.y), names, strict=True))
    values = subject.values(maps)
    low, high = subject.ends(values)
    is_field = subject.kind == "field"
    step = (high - low) / 4
    labels = [tick(low + step * index, step) for index in range(5)] if is_field else []
    beside = 4 * GAP + BAR + TICK + sheet.widest(labels, sheet.small_font) if is_field else 0.0
    axes = Axes.within(sheet, area.adjusted(0, 0, -beside, 0), x, y, square=True)
    if is_field:
        soft = soften(table, sheet.theme)
        _paint_map(sheet, axes.rect, field_image(values, low, high, bgra(soft)))
        if subject.threshold is not None:
            path = QPainterPath()
            for line in contour(values, (low + high) / 2, maps.x, maps.y):
                xs, ys = np.array(line, float).T
                path.addPath(axes.line(xs, ys))
            sheet.stroke(path, line_pen(sheet.theme.text, width=1.3))
        _paint_scale(sheet, axes.rect, soft, labels)
    else:
        _paint_map(sheet, axes.rect, class_image(values, low, high, class_table(sheet.theme, len(subject.rows))))
    _paint_points(sheet, axes, drawn, table)
    axes.paint(sheet)


def _paint_map(sheet: Sheet, rect: QRectF, pixels: Image) -> None:
    flipped = np.ascontiguousarray(pixels[::-1])  # row 0 of a map is at the bottom
    height, width = flipped.shape
    sheet.picture(rect, QImage(flipped.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy())


def _paint_scale(sheet: Sheet, rect: QRectF, table: LookupTable, labels: list[str]) -> None:
    """Draw a bar of the colours with its values at the right of a map."""
    bar = QRectF(rect.right() + 3 * GAP, rect.top(), BAR, rect.height())
    sheet.picture(bar, bar_image(table, upright=True))
    sheet.outline(bar)
    small = sheet.line(sheet.small_font)
    for index, text in enumerate(labels):
        y = bar.bottom() - index / (len(labels) - 1) * bar.height()
        sheet.rule(bar.right(), y, bar.right() + TICK, y, sheet.theme.border)
        box = QRectF(bar.right() + TICK + GAP / 2, y - small / 2, sheet.width(text, sheet.small_font) + 2, small)
        sheet.text(box, text, LEFT, sheet.theme.muted, sheet.small_font)


def _paint_lines(
    sheet: Sheet, area: QRectF, subject: Subject, problem_info: ProblemInfo, maps: Maps, drawn: Points
) -> None:
    values, names = subject.values(maps), axis_names(problem_info, subject)
    is_path = subject.kind == "path"
    if is_path:
        spans = [limits(row) for row in problem_info.train_Y]
        half = max(high - low for low, high in spans) * (0.5 + EDGE) or 1.0
        x, y = (
            Axis((low + high) / 2 - half, (low + high) / 2 + half, name)
            for (low, high), name in zip(spans, names, strict=True)
        )
        lines = [(values[0], values[1])]
    else:
        low, high = subject.ends(values)
        room = EDGE * ((high - low) or 1.0)
        x = Axis(float(maps.x[0]), float(maps.x[-1]), names[0])
        y = Axis(low - room, high + room, names[1])
        lines = [(maps.x, row) for row in values]
    axes = Axes.within(sheet, area, x, y, square=is_path)
    axes.paint(sheet, grid=True)
    if is_path:
        xs, ys = np.array(joined_targets(problem_info), float).T
        sheet.stroke(axes.line(xs, ys), guide_pen(sheet.theme))
    if subject.threshold is not None:
        sheet.stroke(axes.line(np.array([x.low, x.high]), np.full(2, subject.threshold)), guide_pen(sheet.theme))
    _paint_points(sheet, axes, drawn, _table(subject, sheet.theme))
    for (xs, ys), pen in zip(lines, curve_pens(subject, sheet.theme), strict=True):
        sheet.stroke(axes.line(xs, ys), pen)
    sheet.outline(axes.rect)


def _paint_points(sheet: Sheet, axes: Axes, drawn: Points, table: LookupTable) -> None:
    colors = point_colors(drawn, sheet.theme, table)
    edge = "" if drawn.by_class or (drawn.color < 0).any() else sheet.theme.muted
    radius = marker_radius(len(drawn.x), axes.rect.width() * axes.rect.height())
    across, down = axes.places(drawn.x, drawn.y)
    seen = (axes.rect.left() <= across) & (across <= axes.rect.right())
    seen &= (axes.rect.top() <= down) & (down <= axes.rect.bottom())
    for index in np.flatnonzero(seen).tolist():
        color = int(drawn.color[index])
        paint_marker(
            sheet.painter,
            QPointF(across[index], down[index]),
            int(drawn.shape[index]),
            colors[-1] if color < 0 else colors[color % (len(colors) - 1)],
            sheet.theme,
            hollow=bool(drawn.hollow[index]),
            radius=radius,
            edge=edge,
        )


def _legend_lines(sheet: Sheet, width: float, *groups: list[Entry]) -> list[list[Entry]]:
    """Return all groups of entries in one line if they fit, else each in a line of its own."""
    together = [entry for group in groups for entry in group]
    if legend_width(sheet, together) <= width:
        return [together] if together else []
    return [group for group in groups if group]


def _kinds(sheet: Sheet, problem_info: ProblemInfo, subject: Subject) -> list[Entry]:
    """Return an entry for each class, or for each of several curves."""
    theme = sheet.theme
    if problem_info.classes:
        colors = [theme.classes[index % len(theme.classes)] for index in range(len(problem_info.classes))]
        return [
            _marker(sheet, index, color, name)
            for index, (name, color) in enumerate(zip(problem_info.classes, colors, strict=True))
        ]
    if subject.kind == "curves" and len(subject.rows) > 1:
        return [
            Entry(problem_info.output_names[row], SAMPLE, partial(_paint_sample, sheet, pen))
            for row, pen in zip(subject.rows, curve_pens(subject, theme), strict=True)
        ]
    return []


def _roles(sheet: Sheet, drawn: Points) -> list[Entry]:
    """Return an entry for training and one for test examples, as far as there are any."""
    texts = (
        (False, QCoreApplication.translate("figures", "training examples")),
        (True, QCoreApplication.translate("figures", "test examples")),
    )
    return [
        _marker(sheet, 0, sheet.theme.muted, text, hollow=hollow)
        for hollow, text in texts
        if (drawn.hollow == hollow).any()
    ]


def _marker(sheet: Sheet, shape: int, color: str, text: str, *, hollow: bool = False) -> Entry:
    def draw(place: QPointF) -> None:
        middle = place + QPointF(MARKER, 0)
        paint_marker(
            sheet.painter,
            middle,
            shape,
            QColor(color),
            sheet.theme,
            hollow=hollow,
            radius=MARKER,
            edge=sheet.theme.surface,
        )

    return Entry(text, 2 * MARKER, draw)


def _paint_sample(sheet: Sheet, pen: QPen, place: QPointF) -> None:
    path = QPainterPath(place)
    path.lineTo(place + QPointF(SAMPLE, 0))
    sheet.stroke(path, pen)
