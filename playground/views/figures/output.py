"""What the network answers, as a figure: the decision boundary, the fitted surface, the curve."""

from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QImage, QPainterPath, QPen

from playground.training.results import Maps, ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.color_maps import LookupTable, bgra, number_colors
from playground.views.figures.axes import Axes, Axis
from playground.views.figures.sheet import GAP, Sheet
from playground.views.kit.color_bar import even_ticks, paint_bar, paint_ticks
from playground.views.kit.key import Entry, class_entries, line_entry, marker_entry
from playground.views.output.caption import axis_names, caption, note
from playground.views.output.field import Image, class_image, class_table, contour, field_image, soften
from playground.views.output.plot import EDGE, curve_pens, guide_pen, joined_targets, scatter
from playground.views.output.subject import Points, Subject, limits, output_subject, points
from playground.views.plots.style import line_pen
from playground.views.theme import Theme

BAR = 12.0
SAMPLE = 20.0
MARKER = 4.0


def title(snapshot: Snapshot) -> str:
    return "" if snapshot.maps is None else caption(snapshot.problem_info, _subject(snapshot, snapshot.maps))


def remark(snapshot: Snapshot) -> str:
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
    table = number_colors(sheet.theme, signed=subject.signed)
    kinds, roles = _kinds(problem_info, subject), _roles(drawn)
    fits = sheet.key_width([*kinds, *roles]) <= area.width()
    for entries in filter(None, [[*kinds, *roles]] if fits else [kinds, roles]):
        sheet.key(QRectF(area.left(), area.top(), area.width(), sheet.line()), entries)
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
    ticks = even_ticks(low, high, 5) if is_field else ()
    beside = 6 * GAP + BAR + sheet.widest([text for _share, text in ticks], sheet.small_font) if is_field else 0.0
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
        bar = QRectF(axes.rect.right() + 3 * GAP, axes.rect.top(), BAR, axes.rect.height())
        sheet.painter.setFont(sheet.small_font)
        paint_bar(sheet.painter, bar, soft, sheet.theme, upright=True)
        paint_ticks(sheet.painter, bar, ticks, sheet.theme)
    else:
        _paint_map(sheet, axes.rect, class_image(values, low, high, class_table(sheet.theme, len(subject.rows))))
    scatter(subject, drawn).draw(sheet.painter, *axes.places(drawn.x, drawn.y), axes.rect, sheet.theme)
    axes.paint(sheet)


def _paint_map(sheet: Sheet, rect: QRectF, pixels: Image) -> None:
    flipped = np.ascontiguousarray(pixels[::-1])  # row 0 of a map is at the bottom
    height, width = flipped.shape
    sheet.picture(rect, QImage(flipped.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy())


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
    scatter(subject, drawn).draw(sheet.painter, *axes.places(drawn.x, drawn.y), axes.rect, sheet.theme)
    for (xs, ys), pen in zip(lines, curve_pens(subject, sheet.theme), strict=True):
        sheet.stroke(axes.line(xs, ys), pen)
    sheet.outline(axes.rect)


def _kinds(problem_info: ProblemInfo, subject: Subject) -> list[Entry]:
    """Return an entry for each class, or for each of several curves."""
    if subject.kind != "curves" or problem_info.classes or len(subject.rows) < 2:
        return class_entries(problem_info.classes)
    return [
        line_entry(problem_info.output_names[row], partial(_pen, subject, place))
        for place, row in enumerate(subject.rows)
    ]


def _pen(subject: Subject, curve: int, theme: Theme) -> QPen:
    return curve_pens(subject, theme)[curve]


def _roles(drawn: Points) -> list[Entry]:
    """Return an entry for training and one for test examples, as far as there are any."""
    texts = (
        (False, QCoreApplication.translate("figures", "training examples")),
        (True, QCoreApplication.translate("figures", "test examples")),
    )
    return [
        marker_entry(text, 0, lambda theme: theme.muted, hollow=hollow)
        for hollow, text in texts
        if (drawn.hollow == hollow).any()
    ]
