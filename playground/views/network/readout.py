"""What the numbers under the mouse are: a card of a few lines that follows the training."""

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.engine import ACTIVATIONS, Part
from playground.messages.numbers import grouped, number, signed
from playground.training.ablation_job import Ablation
from playground.training.edits import parameter_name
from playground.training.results import Array
from playground.training.snapshot import Snapshot
from playground.training.walkthrough.explain_update import used_name
from playground.training.walkthrough.walk import written
from playground.views.forms.text import translated
from playground.views.kit.appearance import scaled_font
from playground.views.kit.canvas import Canvas
from playground.views.network.layout import Edge, More, Neuron, Target
from playground.views.network.maps import image_of
from playground.views.network.names import draw_at, feature_label, script_width, standardization
from playground.views.theme import Theme

translate = QCoreApplication.translate
_PADDING = 9
_GAP = 8
_VALUE = "−0.000e-000"


class Line(NamedTuple):
    """One line of the card, as in ``W[2][3,1] = 0.4213``; the value is known unless it is not computed yet."""

    name: str
    value: str
    known: bool = True
    equals: str = "="

    @property
    def sentence(self) -> str:
        return " ".join(part for part in (self.name, self.equals, self.value) if part)


class Reading(NamedTuple):
    """What the card says: a title and its lines."""

    title: str
    lines: tuple[Line, ...]

    @property
    def sentence(self) -> str:
        """All of it, for those who listen."""
        return "; ".join([self.title, *(line.sentence for line in self.lines)])


def neuron_name(snapshot: Snapshot, neuron: Neuron) -> str:
    """Return what a neuron is called: its feature, its output, or its number in its layer."""
    problem_info = snapshot.problem_info
    if neuron.layer == 0:
        return feature_label(problem_info.feature_names[neuron.unit], problem_info.input_names)
    if neuron.layer == len(problem_info.sizes) - 1:
        return translate("NetworkView", "output {name}").format(name=problem_info.output_names[neuron.unit])
    text = translate("NetworkView", "neuron {unit} of layer {layer}")
    return text.format(unit=neuron.unit + 1, layer=neuron.layer)


def read(snapshot: Snapshot, target: Target) -> Reading:
    """Return what the card says about a target of this snapshot."""
    match target:
        case Edge():
            source, end = (neuron_name(snapshot, neuron) for neuron in target.ends)
            return Reading(f"{source} → {end}", parameter_lines(snapshot, *target))
        case Neuron():
            return _read_neuron(snapshot, target)
        case More(layer):
            text = translate("NetworkView", "{count} neurons in all")
            hint = Line(translate("NetworkView", "click to see others"), "", equals="")
            return Reading(text.format(count=snapshot.problem_info.sizes[layer]), (hint,))


def _read_neuron(snapshot: Snapshot, neuron: Neuron) -> Reading:
    problem_info = snapshot.problem_info
    name = neuron_name(snapshot, neuron)
    spread = _spread(snapshot, neuron)
    if neuron.layer == 0 and (image := image_of(problem_info)) is not None:
        row, column = divmod(neuron.unit, image[1])
        title = translate("NetworkView", "Pixel in row {row}, column {column}").format(row=row + 1, column=column + 1)
        mean = number(float(problem_info.train_X[neuron.unit].mean()))
        return Reading(title, (Line(translate("NetworkView", "mean"), mean, equals=""),))
    if neuron.layer == 0:
        title = translate("NetworkView", "Feature {name}").format(name=name)
        seen = standardization(problem_info, neuron.unit)
        standardized = (Line(translate("NetworkView", "seen as"), seen, equals=""),) if seen else ()
        return Reading(title, (*standardized, spread))
    label = translated(ACTIVATIONS[problem_info.activations[neuron.layer - 1]].label)
    title = f"{name[0].upper()}{name[1:]} · {label}"
    lines = parameter_lines(snapshot, *neuron, problem_info.sizes[neuron.layer - 1])
    return Reading(title, (*lines, spread, *_worth(snapshot, neuron), *_state(snapshot, neuron)))


def _worth(snapshot: Snapshot, neuron: Neuron) -> tuple[Line, ...]:
    """Return what the cost would be without a hidden neuron, where that is known."""
    ablated = snapshot.answers.get(Ablation(neuron.layer, neuron.unit))
    if ablated is None:
        return ()
    change = signed(ablated.without - ablated.cost)
    return (Line(translate("NetworkView", "cost without it"), f"{number(ablated.without)} ({change})"),)


def _state(snapshot: Snapshot, neuron: Neuron) -> tuple[Line, ...]:
    """Return whether a neuron is frozen or switched off."""
    names = {Part(neuron.layer).name, Part(neuron.layer, neuron.unit).name}
    training = snapshot.experiment.training
    states = ((training.frozen, translate("NetworkView", "frozen")), (training.off, translate("NetworkView", "off")))
    return tuple(Line(text, "", equals="") for present, text in states if names.intersection(present))


def parameter(weights: tuple[Array, ...], biases: tuple[Array, ...], layer: int, row: int, column: int) -> float:
    """Return one number of layer 1 … L; the column after the last of the weights is the bias."""
    W = weights[layer - 1]
    return float(biases[layer - 1][row, 0] if column == W.shape[1] else W[row, column])


def parameter_lines(snapshot: Snapshot, layer: int, row: int, column: int) -> tuple[Line, ...]:
    """Return a weight's or bias's value and gradient, what the update used where a penalty adds to it, and of when."""
    columns = snapshot.problem_info.sizes[layer - 1]
    value = Line(
        parameter_name(layer, row, column, columns),
        number(parameter(snapshot.W, snapshot.b, layer, row, column)),
    )
    name = parameter_name(layer, row, column, columns, "d")
    if snapshot.dW is None or snapshot.db is None:
        return value, Line(name, translate("NetworkView", "not computed yet"), False)
    lines = [value, Line(name, number(parameter(snapshot.dW, snapshot.db, layer, row, column)))]
    training, letter = snapshot.experiment.training, "b" if column == columns else "W"
    used = used_name(letter, training)
    if used != f"d{letter}" and snapshot.used_W is not None and snapshot.used_b is not None:
        lines.append(Line(written(used), number(parameter(snapshot.used_W, snapshot.used_b, layer, row, column))))
    text = translate("NetworkView", "{gradient} before update {update}, {parameter} after it")
    when = text.format(gradient=f"d{letter}", parameter=letter, update=grouped(snapshot.update))
    return (*lines, Line(when, "", equals=""))


def _spread(snapshot: Snapshot, neuron: Neuron) -> Line:
    name = translate("NetworkView", "values")
    if snapshot.maps is None:
        return Line(name, translate("NetworkView", "not computed yet"), False, "")
    values = snapshot.maps.units[neuron.layer][neuron.unit]
    finite = values[np.isfinite(values)]
    if not finite.size:
        return Line(name, "?" if "maps" in snapshot.withheld else translate("NetworkView", "none"), equals="")
    return Line(name, f"{number(float(finite.min()))} … {number(float(finite.max()))}", equals="")


class ReadoutCard(Canvas):
    """Shows a reading. It never moves the mouse's target away: events go through it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        scaled_font(self, digits=True)
        self._reading = Reading("", ())
        self._name_width = 0
        self.hide()

    @property
    def reading(self) -> Reading:
        return self._reading

    def set_reading(self, reading: Reading) -> None:
        """Say something else; while the names stay the same the size only grows, so that nothing jumps."""
        if reading == self._reading:
            return
        same = [line.name for line in reading.lines] == [line.name for line in self._reading.lines]
        self._reading = reading
        hint = self.sizeHint()
        self.resize(hint.expandedTo(self.size()) if same and self.isVisible() else hint)
        self.update()

    def place_near(self, point: QPoint, area: QRect) -> None:
        """Stand beside a point, inside an area, and not on the point itself."""
        x = point.x() + 16 if point.x() + 16 + self.width() <= area.right() else point.x() - 14 - self.width()
        y = point.y() + 16 if point.y() + 16 + self.height() <= area.bottom() else point.y() - 12 - self.height()
        self.move(max(x, area.left()), max(y, area.top()))

    def preferred_size(self) -> QSizeF:
        metrics = QFontMetrics(self.base_font)
        lines = self._reading.lines
        self._name_width = max((metrics.horizontalAdvance(line.name) for line in lines if line.value), default=0)
        notes = max((metrics.horizontalAdvance(line.name) for line in lines if not line.value), default=0)
        values = [line.value for line in self._reading.lines]
        value = max((math.ceil(script_width(text, self.base_font)) for text in [_VALUE, *values] if text), default=0)
        if not any(values):
            value = -self._between(metrics)
        title = math.ceil(script_width(self._reading.title, self.base_font))
        width = max(title, notes, self._name_width + self._between(metrics) + value)
        height = (len(self._reading.lines) + 1) * (metrics.height() + 1)
        return QSizeF(width + 2 * _PADDING, height + 2 * _PADDING - 4)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        paint_card(painter, self.area, self.theme)
        metrics = QFontMetrics(self.base_font)
        line_height = metrics.height() + 1
        left, top = _PADDING, _PADDING - 2
        painter.setPen(QColor(self.theme.muted))
        draw_at(painter, QPointF(left, top + metrics.ascent()), self._reading.title, self.base_font)
        for line in self._reading.lines:
            top += line_height
            painter.setPen(QColor(self.theme.text if line.value else self.theme.muted))
            painter.drawText(left, top + metrics.ascent(), line.name)
            painter.setPen(QColor(self.theme.text if line.known else self.theme.muted))
            place = left + self._name_width + self._between(metrics)
            draw_at(painter, QPointF(place, top + metrics.ascent()), line.value, self.base_font)
            painter.setPen(QColor(self.theme.muted))
            painter.drawText(left + self._name_width + _GAP, top + metrics.ascent(), line.equals)

    @staticmethod
    def _between(metrics: QFontMetrics) -> int:
        """Return the room between names and values, where the equals signs stand."""
        return 2 * _GAP + metrics.horizontalAdvance("=")


def paint_card(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw the ground of a card: raised, with round corners."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.muted), 1))
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
