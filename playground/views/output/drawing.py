"""Drawing in the output view: the button that unfolds it, its tools and keys, and what can be drawn on."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from playground.training.commands.drawing import JitterPoints
from playground.training.results import Maps, ProblemInfo
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.appearance import icon_size, scaled
from playground.views.kit.canvas import ARROWS, CONFIRM
from playground.views.output.drag_tool import DragTool
from playground.views.output.strip import SIDE, ClassSwatches, DrawingStrip
from playground.views.output.strokes import Paper, empty_sheet, paper_of, why_not
from playground.views.output.tools import CLASS_KEYS, JITTER_KEY, SIZE_KEYS, TOOL_KEYS, TOOLS, ToolName
from playground.views.plots.canvas import PlotCanvas

PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Drawing(QObject):
    """Everything about drawing that the output view holds; folded away it costs nothing.

    `toggle` is the button, `strip` the row of tools, `swatches` the row of classes; signals are the drag tool's, and
    `changed` says that it was unfolded or folded, or a sheet laid out or taken away.
    """

    command_requested = Signal(object)
    refused = Signal(object)
    hovered = Signal(float, float)
    changed = Signal()

    def __init__(self, canvas: PlotCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._problem_info: ProblemInfo | None = None
        self._paper: Paper | None = None
        self._why_not = ""
        self._sheet = False
        self._seed = 0
        self.drag_tool = DragTool(canvas, self)
        self.strip = DrawingStrip()
        self.swatches = ClassSwatches()
        self.toggle = QToolButton()
        self.toggle.setText(self.tr("Draw"))
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggle.setIcon(icon("points"))
        scaled(self.toggle, icon_size, 16)
        scaled(self.toggle, QWidget.setFixedHeight, SIDE)
        self.toggle.setCheckable(True)
        self.toggle.setAccessibleName(self.tr("Draw"))
        self.toggle.setEnabled(False)
        self.toggle.toggled.connect(self._unfold)
        self.drag_tool.command_requested.connect(self.command_requested)
        self.drag_tool.refused.connect(self.refused)
        self.drag_tool.hovered.connect(self.hovered)
        self.strip.changed.connect(self._take_tool)
        self.strip.jitter_requested.connect(self._jitter)
        self.strip.new_requested.connect(self._lay_sheet)
        self.swatches.chosen.connect(self._take_class)
        self._describe()

    @property
    def is_open(self) -> bool:
        return self.toggle.isChecked()

    @property
    def has_sheet(self) -> bool:
        """Whether an empty sheet is shown in place of the data."""
        return self._sheet

    @property
    def can_draw(self) -> bool:
        """Whether the tools work, unfolded, on the data or on a sheet."""
        return self.is_open and (self._sheet or not self._why_not)

    @property
    def hint(self) -> str:
        """What to do next, in one line; nothing while folded."""
        if not self.is_open:
            return ""
        if self._sheet:
            return self.tr("The first points replace the data · Esc: back")
        return self._why_not or translated(TOOLS[self.strip.tool].hint)

    def begin(self, *, new: bool = False) -> None:
        """Unfold the tools, with an empty sheet if that is asked for, or if the data cannot be drawn on."""
        if self.toggle.isEnabled():
            self.toggle.setChecked(True)
            if new or self._why_not:
                self._lay_sheet()

    def leave(self) -> None:
        """Fold the tools away, whatever is under way."""
        if self.drag_tool.is_at_work:
            self.drag_tool.finish()
        self.drag_tool.put_down()
        self.toggle.setChecked(False)

    def follow(self, problem_info: ProblemInfo | None, maps: Maps | None, *, test: bool) -> None:
        """Draw on another frame's plane from now on; called only where problem, plane or options changed."""
        if problem_info is not self._problem_info:
            self._problem_info, self._sheet = problem_info, False
        if problem_info is None or maps is None:
            self.toggle.setEnabled(False)
            self._offer(None)
            return
        self.toggle.setEnabled(True)
        self._why_not = why_not(problem_info)
        self._describe()
        self.swatches.set_classes(("0", "1") if self._sheet or self._why_not else problem_info.classes)
        if not self.can_draw:
            self._offer(None)
        else:
            self._offer(empty_sheet() if self._sheet else paper_of(problem_info, maps, test=test))

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key means something to drawing, as it stands."""
        return event.modifiers() in PLAIN and self.toggle.isEnabled() and self._action(event.key()) is not None

    def press_key(self, event: QKeyEvent) -> None:
        """Do what a key that it wants says."""
        action = self._action(event.key())
        if action is not None:
            action()

    def _action(self, key: int) -> Callable[[], object] | None:
        """Return what a key does now; None if it means nothing."""
        if not self.is_open and self._why_not:
            return None
        if key in TOOL_KEYS and (self.can_draw or not self.is_open):
            return partial(self._take_up, TOOL_KEYS[key])
        if not self.is_open:
            return None
        if key == Qt.Key.Key_Escape:
            return self._leave
        if key in ARROWS:
            right, down = ARROWS[key]
            return partial(self.drag_tool.steer, right, -down) if self.drag_tool.is_steered else None
        if not self.can_draw:
            return None
        if key in CONFIRM:
            return self.drag_tool.press_by_key if self._canvas.hasFocus() else None
        if key in CLASS_KEYS:
            return partial(self.swatches.choose, CLASS_KEYS[key])
        if key in SIZE_KEYS:
            return partial(self.strip.resize_brush, SIZE_KEYS[key])
        return self.strip.jitter.click if key == JITTER_KEY else None

    def _take_up(self, tool: ToolName) -> None:
        self.toggle.setChecked(True)
        if not self._sheet:
            self.strip.choose(tool)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the keys that it wants from the window's shortcuts, as long as the plot has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.wants(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    # Inside.

    def _leave(self) -> None:
        """Take one step back: from the stroke, from the keyboard's pen, from the sheet, from drawing."""
        if self.drag_tool.is_at_work:
            self.drag_tool.finish()
        elif self.drag_tool.is_steered:
            self.drag_tool.put_down()
        elif self._sheet:
            self._sheet = False
            self.changed.emit()
        else:
            self.toggle.setChecked(False)

    def _unfold(self, unfolded: bool) -> None:
        # While it is drawn on, the plot is reached with the Tab key too.
        self._canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus if unfolded else Qt.FocusPolicy.ClickFocus)
        if unfolded:
            self._canvas.installEventFilter(self)
            self._canvas.setFocus()
        else:
            self._canvas.removeEventFilter(self)
            self._sheet = False
        self.changed.emit()

    def _lay_sheet(self) -> None:
        self._sheet = True
        self._canvas.setFocus()
        self.changed.emit()

    def _offer(self, paper: Paper | None) -> None:
        self.strip.offer("" if self._sheet else self._why_not, empty=self._sheet)
        self._paper = paper
        self._hold()

    def _take_tool(self) -> None:
        self._hold()
        self.changed.emit()

    def _take_class(self, _label: int) -> None:
        if not self._sheet:
            self.strip.choose("brush")
        self._hold()

    def _hold(self) -> None:
        self.drag_tool.hold(self._paper, self.strip.tool, self.swatches.label, self.strip.radius)

    def _jitter(self, strength: float) -> None:
        self._seed += 1
        self.command_requested.emit(JitterPoints(strength, self._seed))

    def _describe(self) -> None:
        key = QKeySequence(TOOLS["brush"].key).toString(QKeySequence.SequenceFormat.NativeText)
        usual = self.tr("Draw points of classes with the mouse, while training goes on.")
        way_out = self.tr("Unfold to begin a new drawing instead.")
        tooltip = f"{self._why_not} {way_out}" if self._why_not else f"{usual} ({key})"
        if tooltip != self.toggle.toolTip():
            self.toggle.setToolTip(tooltip)
            self.toggle.setAccessibleDescription(tooltip)
