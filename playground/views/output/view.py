"""The output over the input space: decision boundary, fitted surface or curve, with the examples on it."""

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QFontMetrics, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from playground.training.drawing import MOST_POINTS, SHEET_DOMAIN
from playground.training.input_slice import FIRST_TWO, InputSlice
from playground.training.results import Maps, ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.controls.calm import ComboBox
from playground.views.kit.appearance import pixels, theme
from playground.views.kit.building import in_column, in_row, named
from playground.views.kit.empty import EmptyPlot, why_none
from playground.views.kit.key import Key, class_entries
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.output.caption import axis_names, caption, note, read
from playground.views.output.drawing import Drawing
from playground.views.output.frame import Invitation, OutputControls, OutputFrame
from playground.views.output.plot import OutputPlot
from playground.views.output.subject import LIMIT, Subject, Unit, has_unit, output_subject, points, unit_subject
from playground.views.plots.style import number_font, small_font
from playground.views.plots.text import TextLine


class OutputView(SnapshotView):
    """The network's answer everywhere, or one unit's, as the snapshots come.

    `show_unit` shows a unit instead of the output until it is called with None. Unfolded by its button, tools draw the
    examples themselves.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._unit: Unit | None = None
        self._subject: Subject | None = None
        self._input_slice: InputSlice = FIRST_TWO
        self._stale = True
        self._heading_text = ""
        self._hover: tuple[float, float] | None = None
        self._build_plot()
        self._build_texts()
        self._lay_out()
        self._apply_theme()

    # What the window calls.

    def show_unit(self, unit: Unit | None) -> None:
        """Show what one unit computes, `(layer, index)` with layers 0 … L and indices from 0; None: the output."""
        if unit != self._unit:
            self._unit = unit
            self._refresh()

    @Slot()
    def draw(self) -> None:
        """Unfold the tools, with an empty sheet where the data cannot be drawn on."""
        self.drawing.begin()

    @Slot()
    def toggle_drawing(self) -> None:
        """Unfold the tools, or fold them away where they are unfolded."""
        if self.drawing.is_open:
            self.drawing.leave()
        else:
            self.drawing.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        if self.drawing.drag_tool.is_at_work:
            self.drawing.drag_tool.finish()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_key()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.drawing.wants(event):
            self.drawing.press_key(event)
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        self._apply_theme()
        self._refresh()

    # Construction.

    def _build_plot(self) -> None:
        self.frame = OutputFrame()
        self.canvas = self.frame.canvas
        self.plot = OutputPlot(self.frame)
        self.controls = OutputControls()
        self.canvas.setAccessibleName(self.tr("Output plot"))
        self.canvas.setAccessibleDescription(
            self.tr("Wheel or drag to zoom and move, double click to show everything again.")
        )
        self.canvas.hovered.connect(self._hovered)
        self.canvas.unhovered.connect(self._unhovered)
        self.canvas.moved.connect(self.plot.place_points)
        self.canvas.following_changed.connect(self.controls.auto.setDisabled)
        self.controls.auto.clicked.connect(self.canvas.reset_view)
        self.controls.changed.connect(self._refresh)
        self.drawing = Drawing(self.canvas, self)
        self.drawing.changed.connect(self._refresh)
        self.drawing.command_requested.connect(self.command_requested)
        self.drawing.refused.connect(self.failed)
        self.drawing.hovered.connect(self._hovered)
        self.invitation = Invitation(self.canvas)
        self.empty = EmptyPlot("")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.frame)

    def _build_texts(self) -> None:
        self.caption = named(TextLine(), self.tr("What is shown"))
        self.note = named(TextLine(), self.tr("Note on the plot"))
        self.note.set_color(lambda theme: theme.muted)
        self.readout = named(TextLine(), self.tr("Value under the mouse"))
        self.foot = QStackedWidget()  # one line: the note, but for the value under the mouse
        self.foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for line in (self.note, self.readout):
            self.foot.addWidget(line)
        self.classes = Key(self.tr("Classes"))
        self.output = named(ComboBox(), self.tr("Output"), self.tr("Which of the outputs is drawn."))
        self.output.currentIndexChanged.connect(self._refresh)

    def _lay_out(self) -> None:
        drawing = self.drawing
        self._heading = in_row((self.caption, 1), (drawing.strip, 1), self.output, drawing.toggle, gap=4)
        below = ((self.stack, 1), self.foot, self.controls)
        self.setLayout(in_column(self._heading, self.classes, drawing.swatches, *below, gap=3, edges=(8, 6, 8, 6)))
        self.classes.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for widget in (self.classes, self.output, drawing.strip, drawing.swatches):
            widget.hide()

    def _apply_theme(self) -> None:
        self.note.setFont(small_font(self.font()))
        self.readout.setFont(number_font(self.font()))

    def _place_key(self) -> None:
        """Let the key of the classes stand beside the heading where both have room: its line is the map's then."""
        beside, column = self._heading, self.layout()
        assert isinstance(column, QVBoxLayout)
        natural = pixels(self.classes.natural_width + 8)
        heading = QFontMetrics(self.caption.font()).horizontalAdvance(self._heading_text) + pixels(32)
        has_room = natural + heading + self.drawing.toggle.sizeHint().width() <= self.width()
        place = beside if has_room else column
        if place.indexOf(self.classes) < 0:
            place.insertWidget(1, self.classes)
        self.classes.setMinimumWidth(natural if has_room else 0)

    # Drawing.

    def _refresh(self, *_: object) -> None:
        self._stale = True
        self.redraw()

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        maps = self._maps
        if maps is None:
            text = self.tr("Nothing computed yet: the map appears with the first frame.")
            self.empty.set_sentence(why_none(snapshot, "maps", text))
            self.stack.setCurrentWidget(self.empty)
            self._report(None)
            if self._subject is not None:
                self._subject = None
                self.drawing.follow(None, None, test=False)
            return
        self.stack.setCurrentWidget(self.frame)
        if (
            self._subject is None
            or self._stale
            or snapshot.problem_info is not self._problem_info
            or maps.input_slice != self._input_slice
        ):
            self._subject = self._rebuild(snapshot.problem_info, maps)
        if self.drawing.has_sheet:
            self._report(None)
            return
        self.plot.paint(self._subject, maps, discretize=self.controls.discretize.isChecked())
        self._report(maps)

    @property
    def _maps(self) -> Maps | None:
        """What there is to draw: nothing of a neuron whose activation is to be found."""
        snapshot = self.snapshot
        if snapshot is None or snapshot.maps is None:
            return None
        layer = -1 if self._unit is None else self._unit[0]
        is_secret = "maps" in snapshot.withheld and np.isnan(snapshot.maps.units[layer]).all()
        return None if is_secret else snapshot.maps

    def _rebuild(self, problem_info: ProblemInfo, maps: Maps) -> Subject:
        """Set up what stays until problem, plane, unit, options or theme change."""
        if problem_info is not self._problem_info:
            self._offer_outputs(problem_info, maps)
        self._problem_info, self._input_slice, self._stale = problem_info, maps.input_slice, False
        axes, test = maps.input_slice.axes, self.controls.test_data.isChecked()
        if self._unit is not None and has_unit(problem_info, maps, self._unit):
            subject = unit_subject(problem_info, maps.kind, self._unit)
        else:
            subject = output_subject(problem_info, maps.kind, max(self.output.currentIndex(), 0))
        drawing = self.drawing
        drawing.follow(problem_info, maps, test=test)
        drawn = points(problem_info, subject, test=test, limit=MOST_POINTS if drawing.can_draw else LIMIT, axes=axes)
        self.caption.set_text(caption(problem_info, subject))
        self.caption.setHidden(drawing.is_open)
        self.note.set_text(" · ".join(filter(None, (note(problem_info, maps, drawn), drawing.hint))))
        self.classes.show_entries(class_entries(problem_info.classes))
        if subject.is_output:  # a neuron that is pointed at moves nothing
            self._heading_text = self.caption.text
        self._place_key()
        self.classes.setVisible(bool(problem_info.classes) and not drawing.can_draw)
        drawing.swatches.setVisible(drawing.can_draw)
        drawing.strip.setVisible(drawing.is_open)
        self.controls.discretize.setEnabled(subject.steps > 0)
        self.invitation.invite(drawing.has_sheet)
        self.frame.keep_room(drawing.can_draw)
        if drawing.has_sheet:
            self.canvas.set_names("x₁", "x₂")
            self.plot.prepare_sheet(SHEET_DOMAIN)
        else:
            self.canvas.set_names(*axis_names(problem_info, subject, axes))
            self.plot.prepare(problem_info, subject, drawn, theme(), axes)
        return subject

    def _offer_outputs(self, problem_info: ProblemInfo, maps: Maps) -> None:
        several = problem_info.problem == "regression" and maps.kind == "plane" and problem_info.sizes[-1] > 1
        names = list(problem_info.output_names) if several else []
        if names != [self.output.itemText(index) for index in range(self.output.count())]:
            self.output.blockSignals(True)
            self.output.clear()
            self.output.addItems(names)
            self.output.blockSignals(False)
        self.output.setVisible(several)

    # The mouse.

    def _hovered(self, x: float, y: float) -> None:
        self._hover = (x, y)
        self._report(self._maps)

    def _unhovered(self) -> None:
        self._hover = None
        self._report(None)

    def _report(self, maps: Maps | None) -> None:
        hover = None if self.drawing.has_sheet else self._hover
        if maps is None or hover is None or self._problem_info is None or self._subject is None:
            self.readout.set_text("")
            self.foot.setCurrentWidget(self.note)
            self.frame.scale.mark(None)
            return
        text, value = read(self._problem_info, self._subject, maps, *hover)
        self.readout.set_text(text)
        self.foot.setCurrentWidget(self.readout)
        self.frame.scale.mark(value)
