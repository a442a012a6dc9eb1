"""Typing a weight or a bias: a card with a field for one number, or for all the numbers of a neuron."""

import numpy as np
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from playground.expressions import ExpressionError, typed_number
from playground.messages import Message
from playground.training.edits import parameter_name
from playground.training.snapshot import Snapshot
from playground.views.forms.text import explain, translated
from playground.views.kit.appearance import scaled, scaled_font, tabular
from playground.views.kit.building import in_column, push_button, scrolling, spaced
from playground.views.network.layout import Edge, Neuron, exists
from playground.views.network.names import script_html
from playground.views.network.readout import neuron_name, parameter, parameter_lines, read
from playground.views.panel_style import set_property

_STEP, _SMALL_STEP = 0.1, 0.01


class ParameterField(QLineEdit):
    """A field for one number.

    Signals
    -------
    committed(), entered()
        Enter was pressed; it has the focus now.
    refused(reason)
        Why what was typed cannot be used; empty when that is over.
    """

    committed = Signal()
    refused = Signal(str)
    entered = Signal()

    def __init__(self, name: str, largest: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._largest = largest
        self._value = 0.0
        self.setAccessibleName(name)
        self.setToolTip(
            self.tr(
                "Type a number, or one such as 1/2 or -sqrt(2); Enter sets all that were typed, Esc none, the arrow "
                "keys step by 0.1."
            )
        )
        self.setMaxLength(40)
        self.setFont(tabular(self.font()))
        self.textEdited.connect(self._forgive)

    def set_value(self, value: float) -> None:
        """Show the number in force, unless a person is typing."""
        if value != self._value or not self.text():
            self._value = value
            if not (self.hasFocus() or self.isModified()):
                self._show(value)

    def start(self, value: float) -> None:
        """Show a number and select it, ready to be typed over."""
        self._value = value
        self._show(value)
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.selectAll()

    def problem(self, text: str) -> str:
        """Return why a text is no number for this parameter; empty if it is one."""
        try:
            value = typed_number(text)
        except ExpressionError as error:
            return translated(Message("Column {column}: {reason}", column=error.column, reason=error.reason))
        if abs(value) > self._largest:
            return self.tr("Too large: {largest:.2g} at most.").format(largest=self._largest)
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit with Enter, step with the arrow keys; everything else is typing."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.committed.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step((1 if key == Qt.Key.Key_Up else -1) * (_SMALL_STEP if fine else _STEP))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def _show(self, value: float) -> None:
        self.setText(f"{value:.6g}")
        self.setModified(False)
        self._mark("")

    def _step(self, step: float) -> None:
        if not self.problem(self.text()):
            self.setText(f"{typed_number(self.text()) + step:.6g}")
            self.setModified(True)

    @property
    def is_typed(self) -> bool:
        """Whether a person has changed the text since it was last shown or taken."""
        return self.isModified()

    def check(self) -> bool:
        """Return whether the text is an allowed number; where it is not, say why."""
        reason = self.problem(self.text())
        if reason or self.property("problem"):
            self._mark(reason)
        return not reason

    def take(self) -> float:
        """Return the number typed: from now on it is the one in force."""
        self._value = typed_number(self.text())
        self.setModified(False)
        self.selectAll()
        return self._value

    def _forgive(self) -> None:
        if self.property("problem"):
            self._mark("")

    def _mark(self, reason: str) -> None:
        if not reason and not self.property("problem"):
            return
        set_property(self, "problem", bool(reason))
        self.setAccessibleDescription(reason)
        self.refused.emit(reason)


_ROWS_SEEN = 7


class ParameterEditor(QWidget):
    """The card that opens on a weight or a neuron; `parameters_edited` has everything typed, a tuple of `Edit`.

    `followed` has a weight that is to be followed to the cost, an `Edge`.
    """

    followed = Signal(object)
    parameters_edited = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(self.sizePolicy().Policy.Fixed, self.sizePolicy().Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._target: Edge | Neuron | None = None
        self._fields: dict[tuple[int, int, int], ParameterField] = {}
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.RichText)
        self._gradient = QLabel()
        scaled_font(self._gradient, digits=True)
        self._reason = QLabel()
        for label, role in ((self._title, "muted"), (self._gradient, "muted"), (self._reason, "error")):
            label.setProperty("role", role)
        self._reason.setWordWrap(True)
        tip = self.tr("Show every path from this weight to the cost")
        self.follow = push_button(self.tr("Follow to the cost"), tip)
        self.follow.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab leads out of the card; the key is F
        self.follow.clicked.connect(lambda: self.followed.emit(self._target))
        self._body = QVBoxLayout()
        parts = (self._title, self._body, self._gradient, self.follow, self._reason)
        self.setLayout(in_column(*parts, gap=5, edges=(10, 8, 10, 10)))
        self._content: QWidget | None = None
        self._area = QRect()
        self._snapshot: Snapshot | None = None
        self.hide()

    @property
    def target(self) -> Edge | Neuron | None:
        return self._target

    @property
    def fields(self) -> dict[tuple[int, int, int], ParameterField]:
        """The fields by layer, row and column."""
        return dict(self._fields)

    @property
    def reason(self) -> str:
        """Why the last text was refused; empty if it was not."""
        return self._reason.text() if not self._reason.isHidden() else ""

    def open(self, target: Edge | Neuron, snapshot: Snapshot, point: QPoint, area: QRect) -> None:
        """Edit a weight, or a neuron's bias and the weights that lead to it, beside a point and inside an area."""
        self._target = target
        self.follow.setVisible(isinstance(target, Edge))
        self._clear()
        layer, row = target[:2]
        columns = snapshot.problem_info.sizes[layer - 1]
        places = [target.column] if isinstance(target, Edge) else [columns, *range(columns)]
        largest = float(np.finfo(snapshot.W[layer - 1].dtype).max)
        self._content = QWidget()
        grid = QGridLayout(self._content)
        spaced(grid, gap=(8, 3), edges=0)
        for line, column in enumerate(places):
            self._add_field(grid, line, (layer, row, column), snapshot, largest)
        self._insert(self._content, len(places))
        self._reason.hide()
        self.show_snapshot(snapshot)
        self._area = area
        self.show()
        self.adjustSize()
        x = point.x() + 14 if point.x() + 14 + self.width() <= area.right() else point.x() - 14 - self.width()
        self.move(x, point.y() + 8)
        self._keep_inside()
        self.raise_()
        self._fields[layer, row, places[0]].start(parameter(snapshot.W, snapshot.b, layer, row, places[0]))

    def take_and_close(self) -> None:
        """Take what was typed, as far as it is a number, and leave."""
        self._take([place for place, field in self._fields.items() if not field.problem(field.text())])
        self.close_editor()

    def close_editor(self) -> None:
        """Leave everything as it is."""
        if self._target is not None:
            self._target = None
            self.hide()
            self._clear()
            self.closed.emit()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        if self._target is None:
            return
        if not exists(self._target, snapshot.problem_info.sizes):
            self.close_editor()
            return
        _set_text(self._title, script_html(read(snapshot, self._target).title))
        self._follow()
        for place, field in self._fields.items():
            # Of a thousand fields in a list only those in sight follow the training; the others do when it rests.
            if not snapshot.running or not field.visibleRegion().isEmpty() or not field.text():
                field.set_value(parameter(snapshot.W, snapshot.b, *place))

    def _follow(self) -> None:
        if self._snapshot is None or not self._fields:
            return
        # The numbers of the field that is typed in, as training moves them.
        place = next((place for place, field in self._fields.items() if field.hasFocus()), next(iter(self._fields)))
        lines = parameter_lines(self._snapshot, *place)
        _set_text(self._gradient, "\n".join(line.sentence for line in lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_editor()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Take what was typed and go, where Tab leads out of the card."""
        fields = list(self._fields.values())
        if self._target is not None and fields and fields[-1 if forward else 0].hasFocus():
            self.take_and_close()
            return True
        return super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_inside()

    def _add_field(
        self, grid: QGridLayout, line: int, place: tuple[int, int, int], snapshot: Snapshot, largest: float
    ) -> None:
        layer, _, column = place
        columns = snapshot.problem_info.sizes[layer - 1]
        name = parameter_name(*place, columns)
        field = ParameterField(name, largest)
        scaled(field, QWidget.setMinimumWidth, 96)
        field.committed.connect(self._commit)
        field.refused.connect(self._say)
        field.entered.connect(self._follow)
        label = QLabel(name)
        label.setBuddy(field)
        if column < columns:
            explain(label, f"<span>{script_html(neuron_name(snapshot, Neuron(layer - 1, column)))}</span>")
        grid.addWidget(label, line, 0)
        grid.addWidget(field, line, 1)
        self._fields[place] = field

    def _insert(self, content: QWidget, rows: int) -> None:
        if rows <= _ROWS_SEEN:
            self._body.addWidget(content)
            return
        scroll = scrolling(content)
        hint = content.sizeHint()
        scroll.setFixedSize(QSize(hint.width() + 18, round(hint.height() * (_ROWS_SEEN + 0.4) / rows)))
        self._body.addWidget(scroll)
        self._content = scroll

    def _clear(self) -> None:
        self._fields = {}
        if self._content is not None:
            self._content.hide()
            self._body.removeWidget(self._content)
            self._content.deleteLater()
            self._content = None

    def _commit(self) -> None:
        """Take the numbers of all fields, not only of the one in which Enter was pressed, or none of them."""
        wrong = next((field for field in self._fields.values() if not field.check()), None)
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._take(list(self._fields))
        if isinstance(self._target, Edge):
            self.close_editor()

    def _take(self, places: list[tuple[int, int, int]]) -> None:
        """Set the numbers that were typed in some fields, as one change."""
        edits = tuple((*place, self._fields[place].take()) for place in places if self._fields[place].is_typed)
        if edits:
            self.parameters_edited.emit(edits)

    def _say(self, reason: str) -> None:
        if reason:
            self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.adjustSize()

    def _keep_inside(self) -> None:
        x = min(self.x(), self._area.right() - self.width())
        y = min(self.y(), self._area.bottom() - self.height())
        self.move(max(x, self._area.left()), max(y, self._area.top()))


def _set_text(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
