"""The output over the input space: decision boundary, fitted surface or curve, with the examples on it."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from playground.training.snapshot import Maps, Scene, Snapshot
from playground.views.color_maps import LookupTable, bgra, diverging, towards
from playground.views.output_caption import caption, note
from playground.views.output_contour import contour, segments_path
from playground.views.output_curves import CurvesItem, LineItem, curve_pens, joined_targets, outer_pen, stepped
from playground.views.output_field import Image, class_image, class_table, field_image, soften
from playground.views.output_frame import OutputFrame
from playground.views.output_legend import ClassLegend
from playground.views.output_markers import PointsItem, marker_icon, point_colors
from playground.views.output_picture import PictureItem
from playground.views.output_points import points
from playground.views.output_readout import read
from playground.views.output_subject import (
    Kind,
    Subject,
    Unit,
    has_unit,
    limits,
    output_subject,
    unit_subject,
)
from playground.views.plot_empty import EmptyPlot
from playground.views.plot_style import line_pen, number_font
from playground.views.plot_text import TextLine
from playground.views.theme import LIGHT, Theme

EDGE = 0.12
"""Room above and below a curve's targets, as a share of their span."""


class OutputView(QWidget):
    """The network's answer everywhere, or one unit's, as the snapshots come.

    `show_unit` shows a unit instead of the output until it is called with None.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._snapshot: Snapshot | None = None
        self._scene: Scene | None = None
        self._unit: Unit | None = None
        self._subject: Subject | None = None
        self._space: tuple[object, ...] = ()
        self._stale = True
        self._hover: tuple[float, float] | None = None
        self._ends = (0.0, 1.0)
        self._scale: tuple[object, ...] = ()
        self._lookup: LookupTable = diverging(LIGHT)
        self._table: Image = bgra(self._lookup)
        self._painters: Mapping[Kind, Callable[[Subject, Maps], None]] = {
            "field": self._paint_field,
            "classes": self._paint_classes,
            "curves": self._paint_curves,
            "path": self._paint_path,
        }
        self._build_plot()
        self._build_controls()
        self._lay_out()
        self._dress()

    # What the window calls.

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a frame; hidden, only remember it."""
        self._snapshot = snapshot
        if self.isVisible():
            self._draw()

    def show_unit(self, unit: Unit | None) -> None:
        """Show what one unit computes, `(layer, index)` with layers 0 … L and indices from 0; None: the output."""
        if unit != self._unit:
            self._unit = unit
            self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self._dress()
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while hidden."""
        super().showEvent(event)
        self._draw()

    # Construction.

    def _build_plot(self) -> None:
        self.frame = OutputFrame()
        self.canvas = self.frame.canvas
        view = self.canvas.view
        self._picture = PictureItem()
        self._contour = LineItem()
        self._contour.setZValue(1)
        self._guide = LineItem()
        self._guide.setZValue(1)
        for item in (self._picture, self._contour, self._guide):
            view.addItem(item, ignoreBounds=True)
        self._curves = CurvesItem(view)
        self.points = PointsItem(view)
        self.points.setZValue(10)
        self.canvas.setAccessibleName(self.tr("Output plot"))
        self.canvas.setToolTip(self.tr("Wheel or drag to zoom and move, double click to show everything again."))
        self.canvas.hovered.connect(self._hovered)
        self.canvas.unhovered.connect(self._unhovered)
        self.canvas.moved.connect(self._place_points)
        self.empty = EmptyPlot(self.tr("Nothing computed yet: the map appears with the first frame."))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.frame)

    def _build_controls(self) -> None:
        self.caption = TextLine()
        self.caption.setAccessibleName(self.tr("What is shown"))
        self.note = TextLine()
        self.note.setAccessibleName(self.tr("Note on the plot"))
        self.classes = ClassLegend()
        self.readout = TextLine()
        self.readout.setAccessibleName(self.tr("Value under the mouse"))
        self.test_data = QCheckBox(self.tr("Test data"))
        self.test_data.setChecked(True)
        self.test_data.setToolTip(self.tr("Draw the test examples too, as hollow markers."))
        self.discretize = QCheckBox(self.tr("Discretize"))
        self.discretize.setToolTip(self.tr("Show decisions or steps instead of a continuous output."))
        self.output = QComboBox()
        self.output.setAccessibleName(self.tr("Output"))
        self.output.setToolTip(self.tr("Which of the outputs is drawn."))
        self.auto = QToolButton()
        self.auto.setText(self.tr("Auto"))
        self.auto.setAccessibleName(self.tr("Automatic range"))
        self.auto.setToolTip(self.tr("Show the whole range again and keep following it."))
        self.auto.setEnabled(False)
        for box in (self.test_data, self.discretize, self.auto):
            box.setAccessibleDescription(box.toolTip())
        self.test_data.toggled.connect(self._refresh)
        self.discretize.toggled.connect(self._refresh)
        self.output.currentIndexChanged.connect(self._refresh)
        self.auto.clicked.connect(self.canvas.reset_view)
        self.canvas.following_changed.connect(self.auto.setDisabled)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(3)
        layout.addWidget(self.caption)
        layout.addWidget(self.classes)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.note)
        layout.addWidget(self.readout)
        controls = QHBoxLayout()
        controls.setSpacing(8)
        controls.addWidget(self.test_data)
        controls.addWidget(self.discretize)
        controls.addWidget(self.output)
        controls.addStretch(1)
        controls.addWidget(self.auto)
        layout.addLayout(controls)
        for widget in (self.classes, self.note, self.output):
            widget.hide()

    def _dress(self) -> None:
        theme = self._theme
        self.canvas.set_theme(theme)
        self.frame.scale.set_theme(theme)
        self.classes.set_theme(theme)
        self.empty.set_theme(theme)
        self.caption.set_color(theme.text)
        self.note.set_color(theme.muted)
        self.readout.set_color(theme.text)
        self.readout.setFont(number_font(self.font()))
        self.test_data.setIcon(marker_icon(0, theme.text, theme, hollow=True))
        self._contour.setPen(line_pen(theme.text, width=1.2))
        self._guide.setPen(outer_pen(theme))

    # Drawing.

    def _refresh(self, *_: object) -> None:
        self._stale = True
        if self.isVisible():
            self._draw()

    def _draw(self) -> None:
        snapshot = self._snapshot
        maps = None if snapshot is None else snapshot.maps
        if snapshot is None or maps is None:
            self.stack.setCurrentWidget(self.empty)
            return
        self.stack.setCurrentWidget(self.frame)
        if self._stale or snapshot.scene is not self._scene:
            self._rebuild(snapshot.scene, maps)
        if self._subject is not None:
            self._painters[self._subject.kind](self._subject, maps)
            self._tell(maps)

    def _rebuild(self, scene: Scene, maps: Maps) -> None:
        """Set up what stays until scene, unit, options or theme change."""
        new_scene = scene is not self._scene
        self._scene, self._stale = scene, False
        if new_scene:
            self._offer_outputs(scene, maps)
        unit = self._unit
        if unit is not None and has_unit(scene, maps, unit):
            subject = unit_subject(scene, maps.kind, unit)
        else:
            subject = output_subject(scene, maps.kind, max(self.output.currentIndex(), 0))
        self._subject = subject
        theme = self._theme
        drawn = points(scene, subject, test=self.test_data.isChecked())
        plain = diverging(theme) if subject.signed else towards(theme, theme.positive)
        self._lookup = soften(plain, theme)
        self._table = class_table(theme, len(subject.rows)) if subject.kind == "classes" else bgra(self._lookup)
        self._scale = ()
        self.points.show_points(drawn, point_colors(drawn, theme, plain), theme)
        self._name(scene, subject)
        self.caption.set_text(caption(scene, subject))
        self.note.set_text(note(scene, maps, drawn))
        self.note.setVisible(bool(self.note.text))
        self.classes.set_classes(scene.classes)
        self.classes.setVisible(bool(scene.classes))
        self.discretize.setEnabled(subject.steps > 0)
        for item, kinds in ((self._picture, ("field", "classes")), (self._contour, ("field",))):
            item.setVisible(subject.kind in kinds)
        if subject.kind in ("field", "classes"):
            self._curves.show_lines((), ())
        self._guide.setVisible(subject.kind in ("curves", "path"))
        self._draw_guide(scene, subject, maps)
        space = (subject.kind in ("field", "classes"), subject.kind == "path", scene.domain)
        if new_scene or space != self._space:
            self._space = space
            self.canvas.reset_view()
        self._place_points()

    def _name(self, scene: Scene, subject: Subject) -> None:
        plane = subject.kind in ("field", "classes")
        if plane:
            bottom, left = scene.input_names[0], scene.input_names[1]
        elif subject.kind == "path":
            bottom, left = scene.output_names[0], scene.output_names[1]
        else:
            bottom, left = scene.input_names[0], scene.output_names[0] if len(subject.rows) == 1 else ""
        self.canvas.set_names(bottom, left if subject.is_output or plane else "")
        self.frame.arrange(square=subject.kind != "curves", scale=subject.kind == "field")

    def _offer_outputs(self, scene: Scene, maps: Maps) -> None:
        several = scene.problem == "regression" and maps.kind == "plane" and scene.sizes[-1] > 1
        self.output.blockSignals(True)
        self.output.clear()
        self.output.addItems(list(scene.output_names) if several else [])
        self.output.blockSignals(False)
        self.output.setVisible(several)

    def _draw_guide(self, scene: Scene, subject: Subject, maps: Maps) -> None:
        if subject.kind == "path":
            x, y = joined_targets(scene)
        elif subject.threshold is not None and maps.kind == "line":
            x, y = np.array([maps.x[0], maps.x[-1]]), np.full(2, subject.threshold)
        else:
            x = y = np.empty(0)
        segments = np.stack([np.stack([x[:-1], y[:-1]], 1), np.stack([x[1:], y[1:]], 1)], 1)
        self._guide.setPath(segments_path(segments))

    def _paint_field(self, subject: Subject, maps: Maps) -> None:
        values = subject.values(maps)
        low, high = self._ends = subject.ends(values)
        steps = subject.steps if self.discretize.isChecked() else 0
        self._show_image(field_image(values, low, high, self._table, steps), maps)
        if subject.threshold is not None:
            level = (low + high) / 2
            self._contour.setPath(segments_path(contour(values, level, maps.x, maps.y)))
        else:
            self._contour.setPath(segments_path(np.empty((0, 2, 2))))
        if (low, high, steps) != self._scale:
            self._scale = (low, high, steps)
            self.frame.scale.set_scale(self._lookup, low, high, steps)

    def _paint_classes(self, subject: Subject, maps: Maps) -> None:
        values = subject.values(maps)
        hard = self.discretize.isChecked()
        self._show_image(class_image(values, subject.low, subject.high, self._table, hard=hard), maps)

    def _show_image(self, image: Image, maps: Maps) -> None:
        x = (float(maps.x[0]), float(maps.x[-1]))
        y = (float(maps.y[0]), float(maps.y[-1]))
        self._picture.show_image(image, x, y)
        self.canvas.set_home(x, y)

    def _paint_curves(self, subject: Subject, maps: Maps) -> None:
        values = subject.values(maps)
        low, high = subject.ends(values)
        if subject.steps and self.discretize.isChecked():
            values = stepped(values, subject)
        self._curves.show_lines([(maps.x, row) for row in values], curve_pens(subject, self._theme))
        self.canvas.set_home((float(maps.x[0]), float(maps.x[-1])), _roomy(low, high))

    def _paint_path(self, subject: Subject, maps: Maps) -> None:
        first, second = subject.values(maps)
        self._curves.show_lines([(first, second)], curve_pens(subject, self._theme))
        if self._scene is not None:
            self.canvas.set_home(*_square(self._scene.train_Y))

    # The mouse.

    def _place_points(self) -> None:
        view = self.canvas.view
        self.points.place(view.rect(), view.childTransform())

    def _hovered(self, x: float, y: float) -> None:
        self._hover = (x, y)
        self._tell(self._snapshot.maps if self._snapshot is not None else None)

    def _unhovered(self) -> None:
        self._hover = None
        self._tell(None)

    def _tell(self, maps: Maps | None) -> None:
        if maps is None or self._hover is None or self._scene is None or self._subject is None:
            self.readout.set_text("")
            self.frame.scale.mark(None)
            return
        text, value = read(self._scene, self._subject, maps, *self._hover)
        self.readout.set_text(text)
        self.frame.scale.mark(value)


def _roomy(low: float, high: float) -> tuple[float, float]:
    span = (high - low) or 1.0
    return low - EDGE * span, high + EDGE * span


def _square(targets: NDArray[Any]) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return equal spans around both rows of targets."""
    ends = [limits(row) for row in targets]
    half = max(high - low for low, high in ends) * (0.5 + EDGE) or 1.0
    (x, y) = ((low + high) / 2 for low, high in ends)
    return (x - half, x + half), (y - half, y + half)
