"""Beside and below the plot: the landscape's words and numbers, the value under the pointer, what a click does."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from playground.messages.numbers import MISSING, number, percent, signed
from playground.training.landscape import CostSlice, CostSurface
from playground.training.snapshot import Snapshot
from playground.views.controls.check_box import CheckBox
from playground.views.icons import icon
from playground.views.kit.appearance import scaled, scaled_font
from playground.views.kit.building import icon_button, in_column, in_row, named, tool_button
from playground.views.kit.canvas import Canvas
from playground.views.kit.number_table import NumberTable, Row, Table
from playground.views.landscape.overlay import draw_sample
from playground.views.landscape.steps import StepsPanel
from playground.views.plots.style import SMALL
from playground.views.plots.text import TextLine

NARROWEST, WIDEST, WITH_STEPS = 216, 330, 320
Result = CostSlice | CostSurface


def axis_names(result: CostSurface) -> tuple[str, str]:
    """Return what the two axes of a surface measure."""
    random = QCoreApplication.translate("LandscapeView", "{} (random direction)")
    component = QCoreApplication.translate("LandscapeView", "{} (principal component)")
    steps = QCoreApplication.translate("LandscapeView", "{} (main direction of the steps)")
    form = {"random": random, "trajectory": component, "steps": steps}.get(result.kind, "{}")
    first, second = (form.format(label) for label in result.axis_labels)
    return first, second


def extent(result: Result, snapshot: Snapshot) -> str:
    points = result.values.size if isinstance(result, CostSlice) else int(np.count_nonzero(~np.isnan(result.costs)))
    text = QCoreApplication.translate("LandscapeView", "{:,} exact costs of all {:,} training examples")
    return text.format(points, snapshot.problem_info.train_X.shape[1])


def out_of_date(result: Result, snapshot: Snapshot) -> str:
    """Return of which weights the result is, and which there are now."""
    if result.update == snapshot.update:
        return QCoreApplication.translate("LandscapeView", "Out of date: the weights have changed since.")
    text = QCoreApplication.translate("LandscapeView", "Out of date: computed at update {:,}, now {:,}.")
    return text.format(result.update, snapshot.update)


def why_empty(result: Result | None, *, canceled: bool) -> str:
    refusal = result.refusal if isinstance(result, CostSurface) else ""
    short = QCoreApplication.translate(
        "LandscapeView", "No path yet: train for a few epochs, and the plane it moves in appears here."
    )
    large = QCoreApplication.translate(
        "LandscapeView", "This network is too large for its path to be kept; the other ways to look still work."
    )
    flat = QCoreApplication.translate(
        "LandscapeView", "No optimizer would move: the gradient of the next mini-batch is 0 here."
    )
    if refusal:
        huge = QCoreApplication.translate(
            "LandscapeView",
            "The weights are too large to draw a plane through them. Reset, or begin with smaller weights.",
        )
        return {"short": short, "large": large, "huge": huge, "flat": flat}[refusal]
    if canceled:
        return QCoreApplication.translate("LandscapeView", "Canceled before there was anything to see.")
    return QCoreApplication.translate("LandscapeView", "Computing …")


MOST_MINIMA = 5


def slice_facts(shown: CostSlice, *, penalty: bool) -> tuple[Row, ...]:
    """Return what there is to say about a slice."""
    weight = QCoreApplication.translate("LandscapeView", "weight now")
    cost = QCoreApplication.translate("LandscapeView", "cost now")
    total = QCoreApplication.translate("LandscapeView", "cost + penalty")
    slope = QCoreApplication.translate("LandscapeView", "slope ∂C/∂w")
    step = QCoreApplication.translate("LandscapeView", "gradient descent step")
    after = QCoreApplication.translate("LandscapeView", "cost after it")
    minima = QCoreApplication.translate("LandscapeView", "local minima")
    none = QCoreApplication.translate("LandscapeView", "none here")
    more = QCoreApplication.translate("LandscapeView", "{} more, less deep")
    facts = [Row(weight, (number(shown.at),), "accent", "dot"), Row(cost, (number(shown.cost_at),), "train", "line")]
    if penalty:
        facts.append(Row(total, (number(shown.cost_at + shown.penalty_at),), "penalty", "dash"))
    facts.append(Row(slope, (number(shown.gradient),), "backward", "line"))
    if shown.used is not None:
        training = shown.experiment.training
        name = f"∂C/∂w{' + λ₂w' if training.l2 else ''}{' + λ₁sign(w)' if training.l1 else ''}"
        facts.append(Row(name, (number(shown.used),), "muted", ""))
    facts += [
        Row(step, (MISSING if shown.step is None else signed(shown.step - shown.at),), "text", "arrow"),
        Row(after, (number(shown.cost_at_step),), "text", "ring"),
        Row(minima, ("" if shown.minima else none,), "forward", "triangle"),
    ]
    lowest = sorted(sorted(shown.minima, key=lambda minimum: _cost(shown, minimum))[:MOST_MINIMA])
    for minimum in lowest:
        facts.append(Row(f"w = {number(minimum)}", (number(_cost(shown, minimum)),), "muted", ""))
    if len(shown.minima) > MOST_MINIMA:
        facts.append(Row(more.format(len(shown.minima) - MOST_MINIMA), (), "muted", ""))
    return tuple(facts)


def surface_facts(
    shown: CostSurface, snapshot: Snapshot, here: tuple[float, float], lowest: float | None
) -> tuple[Row, ...]:
    """Return what there is to say about a surface, and about the weights `here` on its plane."""
    now = QCoreApplication.translate("LandscapeView", "weights now: cost")
    least = QCoreApplication.translate("LandscapeView", "lowest here: cost")
    start = QCoreApplication.translate("LandscapeView", "start of the path")
    path = QCoreApplication.translate("LandscapeView", "path of training")
    share = QCoreApplication.translate("LandscapeView", "{} explains")
    arrow = QCoreApplication.translate("LandscapeView", "next steps, by their numbers")
    facts = [Row(now, (number(snapshot.train_cost),), "negative", "dot")]
    if shown.steps:
        facts.append(Row(arrow, (), "text", "arrow"))
    else:
        for label, value in zip(shown.axis_labels, here, strict=True):
            facts.append(Row(f"{label} =", (number(value),), "muted", ""))
    facts.append(Row(least, (number(lowest),), "text", "cross"))
    if shown.path.shape[1] > 1:
        facts += [Row(start, (), "text", "diamond"), Row(path, (), "text", "path")]
    if shown.shares is not None:
        for label, part in zip(shown.axis_labels, shown.shares, strict=True):
            facts.append(Row(share.format(label), (percent(part),), "muted", ""))
    return tuple(facts)


def _cost(shown: CostSlice, value: float) -> float:
    return float(shown.costs[int(abs(shown.values - value).argmin())])


class Facts(NumberTable):
    """The numbers, which are the legend of the plot's marks too."""

    air = 5

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Numbers of the landscape"))

    def paint_sample(self, painter: QPainter, place: QRectF, row: Row) -> None:
        """Draw a mark, a line or an arrow."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_sample(painter, str(row.symbol), place, self.color_of(row), self.theme)


class SidePanel(QWidget):
    """Facts above, words below.

    `reset_requested`: the whole range is wanted again.
    """

    reset_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scaled(self, QWidget.setMinimumWidth, NARROWEST)
        scaled(self, QWidget.setMaximumWidth, WIDEST)
        self.facts = Facts()
        self.reading = TextLine()
        self.reading.setAccessibleName(self.tr("Value under the pointer"))
        self.reading.use_digits()
        self.about, self.hint = _words(), _words()
        self.hint.setText(self.tr("Click to move the weights there; Ctrl+Z takes it back."))
        tip = self.tr("Show the whole range again (Home).")
        self.reset = icon_button(self.tr("Whole range"), tip, "reset_view")
        self.reset.setEnabled(False)
        self.reset.clicked.connect(self.reset_requested)
        self.steps = StepsPanel()
        self.steps.hide()
        self._rule = QFrame()
        self._rule.setFixedHeight(1)
        self._rule.setProperty("role", "rule")
        for words in (self.about, self.hint):
            scaled_font(words, SMALL)
        upper = QWidget()
        upper.setLayout(in_column(self.steps, self.facts, self._rule, self.about, None, self.hint, gap=8))
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(upper)
        last = in_row((self.reading, 1), self.reset, gap=4)
        self.setLayout(in_column((scroll, 1), last, gap=8, edges=(0, 12, 4, 0)))

    def show_steps(self, shown: CostSurface | None, refusal: str = "") -> None:
        """Show the next step of every optimizer, or none; `refusal` says why nobody can go on from there."""
        self.steps.setVisible(shown is not None)
        scaled(self, QWidget.setMinimumWidth, NARROWEST if shown is None else WITH_STEPS)
        if shown is not None:
            self.steps.show_steps(shown, refusal)

    def set_facts(self, facts: Sequence[Row]) -> None:
        """Show numbers; without any there is nothing to click on either."""
        self.facts.show_table(Table(tuple(facts)))
        for part in (self._rule, self.hint, self.reset):
            part.setVisible(bool(facts))


def _words() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("role", "muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return label


BAR_WIDTH, BAR_HEIGHT = 88, 6


class ProgressBar(Canvas):
    """A quiet bar; nothing at all when there is nothing to wait for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share: float | None = None
        scaled(self, QWidget.setFixedSize, BAR_WIDTH, 2 * BAR_HEIGHT)
        self.setAccessibleName(self.tr("Progress"))

    @property
    def share(self) -> float | None:
        """How much is done, None if nothing is to do."""
        return self._share

    def show_share(self, share: float | None) -> None:
        """Show how much is done, or that nothing is to do."""
        if share != self._share:
            self._share = share
            self.update()

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        if self._share is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = (self.area.height() - BAR_HEIGHT) / 2
        for color, width in (
            (self.theme.border, self.area.width()),
            (self.theme.accent, self.area.width() * self._share),
        ):
            painter.setBrush(QColor(color))
            painter.drawRoundedRect(0, int(top), int(max(width, BAR_HEIGHT)), BAR_HEIGHT, 3, 3)


class StatusLine(QWidget):
    """What the plot shows, with a button to compute it again and a box to do so all the time."""

    again_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warns = False
        self.text = TextLine()
        self.text.setAccessibleName(self.tr("State of the landscape"))
        self.text.set_color(lambda theme: theme.warning if self._warns else theme.muted)
        scaled_font(self.text, SMALL)
        self.progress = ProgressBar()
        tip = self.tr("Compute the landscape around the weights as they are now.")
        self.again = tool_button(self.tr("Compute again"), tip)
        self.cancel = tool_button(self.tr("Cancel"), self.tr("Stop computing; what there is stays."))
        text, tip = self.tr("Follow training"), self.tr("Compute it again and again while the weights move.")
        self.follow = named(CheckBox(text), text, tip)
        self.follow.setChecked(True)
        for button in (self.again, self.cancel):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(False)
            button.setSizePolicy(policy)
        self.again.setIcon(icon("reset"))
        self.cancel.setIcon(icon("close"))
        self.cancel.hide()
        self.setLayout(in_row(self.progress, (self.text, 1), self.cancel, self.again, self.follow, gap=8))
        self.again.clicked.connect(self.again_requested)
        self.cancel.clicked.connect(self.cancel_requested)

    def show_state(self, text: str, *, share: float | None = None, warns: bool = False) -> None:
        """Say something: `share` of work done (None: no work), and whether it is a warning."""
        self.text.set_text(text)
        self.progress.show_share(share)
        self.progress.setVisible(share is not None)
        self.cancel.setVisible(share is not None)
        self.again.setVisible(share is None)
        if warns != self._warns:
            self._warns = warns
            self.text.update()
