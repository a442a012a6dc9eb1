"""Spaces: the data as every layer sees them, so that one sees the layers untangle the classes."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QCursor, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QToolTip, QWidget

from playground.messages.numbers import percent
from playground.training.queries import Query
from playground.training.queries.every_layer import Projection, Projections
from playground.training.queries.hidden_space import HiddenSpace, HiddenSpaces
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.kit.appearance import pixels, scaled_font
from playground.views.kit.building import in_column, spaced
from playground.views.kit.empty import EmptyPlot, why_none
from playground.views.kit.key import class_entries
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.network.names import feature_label
from playground.views.plots.style import SMALL
from playground.views.plots.text import TextLine
from playground.views.spaces.header import Pairs, SpacesHeader, chosen, fitting
from playground.views.spaces.layers import LayerGrid, arrangement
from playground.views.spaces.pictures import (
    LayerPicture,
    Looks,
    between,
    layer_name,
    looks,
    neuron_name,
    projected,
    warped,
)
from playground.views.spaces.sentences import (
    about_neurons,
    about_projection,
    about_the_way,
    example_tip,
    left_out,
    separable,
    separable_tip,
)
from playground.views.spaces.side import HEIGHT, LEAST_WIDTH, WIDTH, SidePanel

Answer = Projections | HiddenSpaces

SPACING = 12


class SpacesView(SnapshotView):
    """All layers side by side; what is pointed at in one of them is marked in all.

    While training runs the chosen picture follows every frame, and the others take turns.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._layer, self._share = 1, 0.0
        self._pairs: Pairs = ()
        self._queries: frozenset[Query] = frozenset({Projection()})
        self._answer: Answer | None = None
        self._looks: Looks | None = None
        self._anew = self._stale = True
        self._turn = 0
        self._pointed: int | None = None
        self._build()
        self.restyle()

    @property
    def queries(self) -> frozenset[Query]:
        return self._queries

    @property
    def layer(self) -> int:
        return self._layer

    @property
    def pointed(self) -> int | None:
        """The example that is marked in every layer: a column of the answer's coordinates."""
        return None if self._pointed is None or self._looks is None else int(self._looks.order[self._pointed])

    # What the window calls.

    def restyle(self) -> None:
        self.side.restyle()
        self._place_side()
        self._redraw()

    def set_mode(self, name: str) -> None:
        """Look in one of the ways of `MODES`."""
        self.header.modes.choose(name)

    def choose_layer(self, layer: int) -> None:
        self.go(layer, 0.0)
        if self._problem_info is not None:
            self.header.show_place(self._layer, self._problem_info)

    def go(self, layer: int, share: float) -> None:
        """Choose a layer, and go so much of the way to the next one."""
        if self._problem_info is not None and 0 <= layer < len(self._problem_info.sizes):
            self._layer, self._share = layer, share
            self.grid.choose(layer)
            self._offer_pair()
            self._redraw()

    def choose_pair(self, first: int, second: int) -> None:
        """Show two neurons of the chosen layer, from 0."""
        if self._problem_info is None:
            return
        self._pairs = chosen(self._pairs, self._problem_info.sizes, self._layer, (first, second))
        self._offer_pair()
        self._anew = True
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_side()
        self._redraw()

    # Construction.

    def _build(self) -> None:
        self.header, self.grid, self.side = SpacesHeader(), LayerGrid(), SidePanel()
        self.empty = EmptyPlot(self.tr("Nothing to look at yet: it appears with the first frame."))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.grid)
        self.note = TextLine()
        self.note.setAccessibleName(self.tr("Note on the plot"))
        self.note.set_color(lambda theme: theme.muted)
        scaled_font(self.note, SMALL)
        self.note.hide()
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        spaced(self._middle, gap=SPACING)
        self._middle.addWidget(self.stack, 1)
        self._middle.addWidget(self.side)
        self.setLayout(in_column(self.header, (self._middle, 1), self.note, edges=(8, 6, 8, 6)))
        self.header.mode_changed.connect(self._mode_changed)
        self.header.pair_chosen.connect(self.choose_pair)
        self.header.morphed.connect(self.go)
        self.header.enlarge.toggled.connect(self.grid.enlarge)
        self.header.reset.clicked.connect(self.grid.reset_views)
        self.grid.chosen.connect(self.choose_layer)
        self.grid.pointed.connect(self._point)
        self.grid.zoomed.connect(self.header.reset.setEnabled)
        self.grid.enlarged.connect(self.header.enlarge.setChecked)
        self.grid.enlarged.connect(self._place_side)
        self.grid.enlarged.connect(self._redraw)
        self.grid.stepped.connect(self._step)
        self.side.test_data.toggled.connect(self._looks_changed)
        self.side.grid.toggled.connect(self._redraw)
        self.side.show_bars(True)

    def _place_side(self, *_: object) -> None:
        beside, below = QSize(pixels(WIDTH) + SPACING, 0), QSize(0, pixels(HEIGHT) + SPACING)
        stands = self._middle.direction() == QBoxLayout.Direction.LeftToRight
        room, count = self.stack.size() + (beside if stands else below), max(len(self.grid.panels), 1)
        larger = arrangement(count, room - below)[1] > arrangement(count, room - beside)[1]
        lies = larger and not self.grid.is_large and room.width() >= pixels(LEAST_WIDTH)
        self._middle.setDirection(QBoxLayout.Direction.TopToBottom if lies else QBoxLayout.Direction.LeftToRight)
        self.side.lay(lies)

    # What is asked for.

    def _mode_changed(self) -> None:
        self.side.show_bars(not self.header.picks)
        self._looks = self._answer = None
        self._anew = True
        self._ask()
        self._redraw()

    def _ask(self) -> None:
        """Say what is wanted, if that is something else."""
        snapshot = self.snapshot
        wanted: frozenset[Query] = frozenset({Projection()})
        if self.header.picks and snapshot is not None and snapshot.maps is not None:
            wanted = frozenset({HiddenSpace(self._pairs, snapshot.maps.input_slice)})
        if wanted != self._queries:
            self._queries = wanted
            self.queries_changed.emit()

    def _follow_problem_info(self, problem_info: ProblemInfo) -> None:
        """Take over another network or other data; what is chosen stays where it has a place."""
        old = () if self._problem_info is None else self._problem_info.sizes
        self._problem_info, self._looks, self._answer, self._anew = problem_info, None, None, True
        self.side.set_problem_info(problem_info)
        self.header.classes.show_entries(class_entries(problem_info.classes))
        self._pairs = fitting(self._pairs, problem_info.sizes)
        if len(problem_info.sizes) != len(old):
            # At first the last hidden layer, where the most has happened.
            self._layer = (
                max(len(problem_info.sizes) - 2, 0) if not old else min(self._layer, len(problem_info.sizes) - 1)
            )
            self.grid.set_count(len(problem_info.sizes))
            self._place_side()
        self._share = 0.0
        self.grid.choose(self._layer)
        self.header.show_place(self._layer, problem_info)
        self._offer_pair()

    def _offer_pair(self) -> None:
        if self._problem_info is not None:
            self.header.offer(self._problem_info, self._layer, self._pairs[self._layer])

    # Drawing.

    def _looks_changed(self) -> None:
        self._looks = None
        self._redraw()

    def _redraw(self, *_: object) -> None:
        self._stale = True
        self.redraw()

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.problem_info is not self._problem_info:
            self._follow_problem_info(snapshot.problem_info)
        self._ask()
        answer = self._found(snapshot)
        if answer is None:
            # The answer to a new query comes with one of the next frames: what is shown stays until then.
            if self._answer is None or "answers" in snapshot.withheld:
                self._answer = None
                self._say_empty(why_none(snapshot, "answers", self.tr("Looking at the layers …")))
            return
        fresh, self._answer = answer is not self._answer, answer
        if self._looks is None:
            self._looks = looks(snapshot.problem_info, answer.drawn, test=self.side.test_data.isChecked())
            self._mark(None)
            self.note.set_text(left_out(answer.drawn))
            self.note.setVisible(bool(self.note.text))
            self._stale = True
        if fresh or self._anew or self._stale:
            self.stack.setCurrentWidget(self.grid)
            every = self._anew or self._stale or not snapshot.running
            self._draw_layers(snapshot.problem_info, answer, self._looks, every=every)
            self._tell(snapshot.problem_info, answer)
            self._anew = self._stale = False

    def _found(self, snapshot: Snapshot) -> Answer | None:
        """Return the snapshot's answer, if it is one about this network."""
        found: Answer | None = next((snapshot.answers[q] for q in self._queries if q in snapshot.answers), None)
        return found if found is not None and len(found.layers) == len(snapshot.problem_info.sizes) else None

    def picture(self, layer: int) -> LayerPicture:
        problem_info, answer = self._problem_info, self._answer
        assert problem_info is not None
        if isinstance(answer, Projections):
            return projected(answer, layer)
        assert answer is not None
        return warped(problem_info, answer, layer, grid=self.side.grid.isChecked())

    def _draw_layers(self, problem_info: ProblemInfo, answer: Answer, shown: Looks, *, every: bool) -> None:
        """Draw all layers, or only the chosen one and another in its turn."""
        self._turn = (self._turn + 1) % len(self.grid.panels)
        for layer, panel in enumerate(self.grid.panels):
            if not panel.isVisibleTo(self.grid) or not (every or layer in (self._layer, self._turn)):
                continue
            picture = self.picture(layer)
            if layer == self._layer and self._share:
                there = self.picture(layer + 1)
                if not picture.problem and not there.problem:
                    home, next_home = (
                        each.plot.home_of(one, shown)
                        for each, one in zip(self.grid.panels[layer : layer + 2], (picture, there), strict=True)
                    )
                    picture = between(picture, there, self._share, home, next_home)
            panel.show_picture(picture, shown, anew=self._anew)
            self._name(problem_info, answer, layer)

    def _name(self, problem_info: ProblemInfo, answer: Answer, layer: int) -> None:
        name, number, tip, brief = layer_name(problem_info, layer), "", "", ""
        if layer == self._layer and self._share:
            name, tip = about_the_way(problem_info, layer, self._share)
            number = brief = percent(self._share)
        elif isinstance(answer, Projections):
            (number, brief), tip = separable(problem_info, answer.layers[layer]), separable_tip(problem_info)
        else:
            number = " × ".join(
                neuron_name(problem_info, layer, neuron) for neuron in dict.fromkeys(self._pairs[layer])
            )
        self.grid.panels[layer].title.set_texts(name, number, tip, brief)

    def _tell(self, problem_info: ProblemInfo, answer: Answer) -> None:
        """Write what the chosen picture shows."""
        if isinstance(answer, Projections):
            self.side.bars.set_ratios(answer.layers[self._layer].ratios)
            sentence = about_projection(problem_info, self._layer, answer.layers[self._layer])
        else:
            input_slice = next((q.input_slice for q in self._queries if isinstance(q, HiddenSpace)), None)
            if input_slice is not None:
                across, up = input_slice.axes if len(problem_info.input_names) > 1 else (0, 0)
                names = problem_info.input_names
                self.side.key.set_grid(answer, (feature_label(names[across]), feature_label(names[up])))
            sentence = about_neurons(problem_info, self._layer, answer.layers[self._layer])
        if self._share:
            _title, sentence = about_the_way(problem_info, self._layer, self._share)
        if sentence != self.side.sentence.text():
            self.side.sentence.setText(sentence)

    def _say_empty(self, sentence: str) -> None:
        self.empty.set_sentence(sentence)
        self.stack.setCurrentWidget(self.empty)
        self._mark(None)

    # The example that is pointed at.

    def _point(self, layer: int, index: int | None) -> None:
        """Mark what the mouse is over, in every layer."""
        self._mark(index)
        self._show_tip(layer, QCursor.pos())

    def _step(self, step: int) -> None:
        """Mark the next example, from the keyboard."""
        if self._looks is None or not len(self._looks.order):
            return
        start = -1 if self._pointed is None and step > 0 else (self._pointed or 0)
        self._mark((start + step) % len(self._looks.order))
        self._show_tip(self._layer, self.grid.panels[self._layer].plot.place_on_screen(self._pointed))

    def _show_tip(self, layer: int, place: QPoint | None) -> None:
        column, problem_info, answer = self.pointed, self._problem_info, self._answer
        if column is None or place is None or problem_info is None or answer is None:
            QToolTip.hideText()
            return
        picture = self.picture(layer)
        at = [] if picture.problem else picture.points[:, column].tolist()
        tip = example_tip(problem_info, answer.drawn, column, tuple(zip(picture.names, at, strict=False)))
        QToolTip.showText(place, tip, self.grid.panels[layer].plot)

    def _mark(self, index: int | None) -> None:
        self._pointed = index
        for panel in self.grid.panels:
            panel.plot.item.mark(index)
