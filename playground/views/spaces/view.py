"""Spaces: the data as every layer sees them, so that one sees the layers untangle the classes."""

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from playground.training.questions import Question
from playground.training.questions.hidden_space import HiddenSpace, HiddenSpaces
from playground.training.questions.projection import Projection, Projections
from playground.training.results import Scene
from playground.training.snapshot import Snapshot
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.output.legend import ClassLegend
from playground.views.plots.empty import EmptyPlot
from playground.views.plots.style import small_font
from playground.views.plots.text import TextLine
from playground.views.spaces.header import SpacesHeader
from playground.views.spaces.looks import Looks, looks
from playground.views.spaces.pairs import Pairs, chosen, fitting
from playground.views.spaces.pictures import LayerPicture, layer_name, pair_names, projected, warped
from playground.views.spaces.plot import SpacePlot
from playground.views.spaces.sentences import about_neurons, about_projection, left_out, reading, subtitle, subtitle_tip
from playground.views.spaces.side import LINES, SidePanel
from playground.views.spaces.thumbnails import LayerStrip
from playground.views.theme import LIGHT, Theme

Answer = Projections | HiddenSpaces

FRAMES_A_TURN = 2
"""While training runs, every so many frames one of the small pictures is drawn anew."""


class SpacesView(SnapshotView):
    """All layers small, one of them large.

    While training runs the large picture follows every frame, and the small ones take turns.

    Attributes
    ----------
    questions_changed
        It wants to know something else: `questions`.
    command_requested
        A training command.
    header, strip, classes, plot, side, sentence, note
        The parts.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._snapshot: Snapshot | None = None
        self._scene: Scene | None = None
        self._layer = 1
        self._pairs: Pairs = ()
        self._questions: frozenset[Question] = frozenset({Projection()})
        self._answer: Answer | None = None
        self._looks: Looks | None = None
        self._large: LayerPicture | None = None
        self._anew = True
        self._turn = 0
        self._pointed: int | None = None
        self._build()
        self._lay_out()
        self.set_theme(LIGHT)

    @property
    def questions(self) -> frozenset[Question]:
        """What this view wants to know of every frame."""
        return self._questions

    @property
    def layer(self) -> int:
        """The layer shown large, 0 … L."""
        return self._layer

    # What the window calls.

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a frame; hidden, only remember it."""
        self._snapshot = snapshot
        if self.isVisible():
            self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        for part in (self.header, self.strip, self.classes, self.plot, self.side, self.empty):
            part.set_theme(theme)
        self.note.set_color(theme.muted)
        self.note.setFont(small_font(self.font()))
        self._redraw()

    def set_mode(self, name: str) -> None:
        """Look in one of the ways of `MODES`."""
        self.header.set_mode(name)

    def choose_layer(self, layer: int) -> None:
        """Show a layer large, 0 … L."""
        if self._scene is not None and 0 <= layer < len(self._scene.sizes):
            self._layer = layer
            self.strip.choose(layer)
            self._offer_pair()
            self._redraw()

    def choose_pair(self, first: int, second: int) -> None:
        """Show two neurons of the layer that is large, from 0."""
        if self._scene is None:
            return
        self._pairs = chosen(self._pairs, self._scene.sizes, self._layer, (first, second))
        self._offer_pair()
        self._anew = True
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while hidden."""
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the small pictures their share of the height."""
        super().resizeEvent(event)
        self.strip.fit(self.height())
        self._redraw()

    # Construction.

    def _build(self) -> None:
        self.header, self.strip, self.plot, self.side = SpacesHeader(), LayerStrip(), SpacePlot(), SidePanel()
        self.plot.canvas.setAccessibleName(self.tr("The layer's picture"))
        self.plot.canvas.setAccessibleDescription(
            self.tr("Wheel or drag to zoom and move, double click to show everything again.")
        )
        self.empty, self.classes = EmptyPlot(""), ClassLegend()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.plot)
        self.sentence, self.note = TextLine(), TextLine()
        self.sentence.setAccessibleName(self.tr("What is shown"))
        self.note.setAccessibleName(self.tr("Note on the plot"))
        self.header.mode_changed.connect(self._mode_changed)
        self.header.pair_chosen.connect(self.choose_pair)
        self.header.reset.clicked.connect(self.plot.canvas.reset_view)
        self.plot.canvas.following_changed.connect(self.header.reset.setDisabled)
        self.plot.pointed.connect(self._point)
        self.strip.chosen.connect(self.choose_layer)
        self.side.test_data.toggled.connect(self._looks_changed)
        self.side.grid.toggled.connect(self._redraw)
        self.side.show_bars(True)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(6)
        layout.addWidget(self.header)
        layout.addWidget(self.strip)
        layout.addWidget(self.sentence)
        layout.addWidget(self.classes)
        layout.addLayout(middle, 1)
        layout.addWidget(self.note)
        self.note.hide()

    # What is asked for.

    def _mode_changed(self) -> None:
        self.side.show_bars(not self.header.mode.picks)
        for thumbnail in self.strip.thumbnails:
            thumbnail.forget()
        self._looks, self._large = None, None
        self._ask()
        self._redraw()

    def _ask(self) -> None:
        """Say what is wanted, if that is something else."""
        snapshot = self._snapshot
        wanted: frozenset[Question] = frozenset({Projection()})
        if self.header.mode.picks and snapshot is not None and snapshot.maps is not None:
            wanted = frozenset({HiddenSpace(self._pairs, snapshot.maps.plane)})
        if wanted != self._questions:
            self._questions = wanted
            self.questions_changed.emit()

    def _follow_scene(self, scene: Scene) -> None:
        """Take over another network or other data; what is chosen stays where it has a place."""
        old = () if self._scene is None else self._scene.sizes
        self._scene, self._looks, self._anew = scene, None, True
        self.side.set_scene(scene)
        self.classes.set_classes(scene.classes)
        self.classes.setVisible(bool(scene.classes))
        self._pairs = fitting(self._pairs, scene.sizes)
        if len(scene.sizes) != len(old):
            # At first the last hidden layer, where the most has happened.
            self._layer = max(len(scene.sizes) - 2, 0) if not old else min(self._layer, len(scene.sizes) - 1)
        self.strip.set_count(len(scene.sizes))
        self.strip.choose(self._layer)
        for thumbnail in self.strip.thumbnails:
            thumbnail.forget()
        self._name_thumbnails(None)
        self._offer_pair()

    def _offer_pair(self) -> None:
        if self._scene is not None:
            self.header.offer(self._scene, self._layer, self._pairs[self._layer])

    # Drawing.

    def _looks_changed(self) -> None:
        self._looks = None
        self._redraw()

    def _redraw(self, *_: object) -> None:
        self._anew = True
        if self.isVisible():
            self._draw(all_thumbnails=True)

    def _draw(self, *, all_thumbnails: bool = False) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            self._say_empty(self.tr("Nothing to look at yet: it appears with the first frame."))
            return
        if snapshot.scene is not self._scene:
            self._follow_scene(snapshot.scene)
        self._ask()
        answer = self._found(snapshot)
        if answer is None:
            # The answer to a new question comes with one of the next frames: what is shown stays until then.
            if self._large is None:
                self._say_empty(self.tr("Looking at the layers …"))
            return
        fresh, self._answer = answer is not self._answer, answer
        if self._looks is None:
            self._looks = looks(snapshot.scene, answer.drawn, test=self.side.test_data.isChecked())
            self.note.set_text(left_out(answer.drawn))
            self.note.setVisible(bool(self.note.text))
            all_thumbnails = True
        if fresh or self._anew:
            self._draw_large(snapshot.scene, answer, self._looks)
            self._draw_small(snapshot.scene, answer, self._looks, every=all_thumbnails or not snapshot.running)

    def _found(self, snapshot: Snapshot) -> Answer | None:
        """Return the snapshot's answer, if it is one about this network."""
        found: Answer | None = next((snapshot.answers[q] for q in self._questions if q in snapshot.answers), None)
        return found if found is not None and len(found.layers) == len(snapshot.scene.sizes) else None

    def _picture(self, scene: Scene, answer: Answer, layer: int) -> LayerPicture:
        if isinstance(answer, Projections):
            return projected(answer, layer)
        return warped(scene, answer, layer, grid=self.side.grid.isChecked())

    def _draw_large(self, scene: Scene, answer: Answer, shown: Looks) -> None:
        picture = self._picture(scene, answer, self._layer)
        self._tell(scene, answer)
        if picture.problem:
            self._large = picture
            self._anew = True
            self._say_empty(picture.problem)
            return
        again = self._large is None or self._large.names != picture.names
        self._large = picture
        self.stack.setCurrentWidget(self.plot)
        self.plot.show_picture(picture, shown, self._theme, anew=self._anew or again)
        self._anew = False

    def _draw_small(self, scene: Scene, answer: Answer, shown: Looks, *, every: bool) -> None:
        self._turn = (self._turn + 1) % (FRAMES_A_TURN * len(self.strip.thumbnails))
        layer, rest = divmod(self._turn, FRAMES_A_TURN)
        if not every and rest:
            return
        for index in range(len(self.strip.thumbnails)) if every else (layer,):
            self.strip.thumbnails[index].show_picture(self._picture(scene, answer, index), shown)
        self._name_thumbnails(answer)

    def _name_thumbnails(self, answer: Answer | None) -> None:
        scene = self._scene
        assert scene is not None
        for layer, thumbnail in enumerate(self.strip.thumbnails):
            text, tip = "", ""
            if isinstance(answer, Projections):
                text, tip = subtitle(scene, answer.layers[layer]), subtitle_tip(scene)
            elif answer is not None:
                text, tip = pair_names(scene, layer, answer.layers[layer].neurons)
            thumbnail.set_texts(layer_name(scene, layer), text, tip)

    def _tell(self, scene: Scene, answer: Answer) -> None:
        """Write what the large picture shows."""
        if isinstance(answer, Projections):
            self.side.bars.set_ratios(answer.layers[self._layer].ratios)
            self.sentence.set_text(about_projection(scene, self._layer, answer.layers[self._layer]))
            return
        plane = next((q.plane for q in self._questions if isinstance(q, HiddenSpace)), None)
        if plane is not None:
            across, up = plane.axes if len(scene.input_names) > 1 else (0, 0)
            self.side.key.set_grid(answer, (scene.input_names[across], scene.input_names[up]))
        self.sentence.set_text(about_neurons(scene, self._layer, answer.layers[self._layer]))

    def _say_empty(self, sentence: str) -> None:
        self.empty.set_sentence(sentence)
        self.stack.setCurrentWidget(self.empty)
        self.side.tell(())

    # The mouse.

    def _point(self, index: object) -> None:
        scene, answer, shown, picture = self._scene, self._answer, self._looks, self._large
        if not isinstance(index, int) or scene is None or answer is None or shown is None or picture is None:
            self.side.tell(())
            return
        column = int(shown.order[index])
        x, y = picture.points[:, column].tolist()
        self.side.tell(reading(scene, answer.drawn, column, picture.names, (x, y), LINES))
