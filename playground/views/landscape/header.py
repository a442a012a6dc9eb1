"""The rows above the plot: how to look, at which weights, and how to draw it."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from playground.training.landscape import Place
from playground.training.results import ProblemInfo
from playground.views.controls.check_box import CheckBox
from playground.views.controls.choice import ChoiceBox
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.appearance import scaled, scaled_font
from playground.views.kit.building import Part, in_column, in_row, named, spaced
from playground.views.kit.buttons import ModeButtons
from playground.views.kit.fitting import BreakingRow
from playground.views.landscape.modes import MODES, Mode, Wish
from playground.views.network.names import feature_label
from playground.views.panel_style import set_property
from playground.views.plots.style import SMALL
from playground.views.plots.text import TextLine

BOX_WIDTH = 112


class WeightPicker(QWidget):
    """Three boxes: the layer, the neuron in it, and where its weight comes from.

    Attributes
    ----------
    changed
        A person has chosen another weight.
    touched
        Somebody is about to: a box was opened or focused.
    """

    changed = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self.name = QLabel(name, self)
        self.name.setVisible(bool(name))
        self.layer, self.row, self.column = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.layer.setAccessibleName(self.tr("Layer"))
        self.layer.setToolTip(self.tr("The layer whose weights these are."))
        self.row.setAccessibleName(self.tr("Neuron"))
        self.row.setToolTip(self.tr("The neuron that the weight belongs to: the row of the matrix."))
        self.column.setAccessibleName(self.tr("Input of the neuron"))
        self.column.setToolTip(self.tr("Where the weight comes from: the column of the matrix, or the bias."))
        layout = QHBoxLayout(self)
        spaced(layout, gap=4, edges=0)
        layout.addWidget(self.name)
        for box in (self.layer, self.row, self.column):
            box.setMinimumContentsLength(4)
            scaled(box, QWidget.setFixedWidth, BOX_WIDTH)
            layout.addWidget(box)
        layout.addStretch(1)
        self.layer.activated.connect(self._choose_layer)
        self.row.activated.connect(self.changed)
        self.column.activated.connect(self.changed)

    @property
    def place(self) -> Place:
        return self.layer.currentIndex() + 1, max(self.row.currentIndex(), 0), max(self.column.currentIndex(), 0)

    def set_problem_info(self, problem_info: ProblemInfo) -> None:
        """Offer the weights of another network; the choice stays where it has a place."""
        place = self.place if self._problem_info is not None else (1, 0, 0)
        self._problem_info = problem_info
        last = len(problem_info.sizes) - 1
        with QSignalBlocker(self.layer):
            self.layer.clear()
            for layer in range(1, last + 1):
                text = self.tr("Output") if layer == last else self.tr("Layer {}").format(layer)
                self.layer.addItem(text)
        self.choose(place)

    def choose(self, place: Place) -> None:
        """Choose a weight; one that is not there becomes the nearest that is."""
        problem_info = self._problem_info
        if problem_info is None:
            return
        layer = min(max(place[0], 1), len(problem_info.sizes) - 1)
        with QSignalBlocker(self.layer):
            self.layer.setCurrentIndex(layer - 1)
        self._offer(problem_info, layer)
        with QSignalBlocker(self.row), QSignalBlocker(self.column):
            self.row.setCurrentIndex(min(place[1], problem_info.sizes[layer] - 1))
            self.column.setCurrentIndex(min(place[2], problem_info.sizes[layer - 1]))

    def mark_next(self, on: bool) -> None:
        """Show that the next weight picked elsewhere comes here."""
        set_property(self.name, "role", "" if on else "muted")

    def _choose_layer(self) -> None:
        self.choose((self.layer.currentIndex() + 1, 0, 0))
        self.changed.emit()

    def _offer(self, problem_info: ProblemInfo, layer: int) -> None:
        last = len(problem_info.sizes) - 1
        neurons = [self.tr("neuron {}").format(row + 1) for row in range(problem_info.sizes[layer])]
        if layer == last and len(problem_info.output_names) == problem_info.sizes[layer]:
            neurons = list(problem_info.output_names)
        inputs = [str(column + 1) for column in range(problem_info.sizes[layer - 1])]
        if layer == 1:
            inputs = [feature_label(name, problem_info.input_names) for name in problem_info.feature_names]
        inputs = [self.tr("from {}").format(name) for name in inputs]
        for box, texts in ((self.row, neurons), (self.column, [*inputs, self.tr("bias")])):
            if texts != [box.itemText(index) for index in range(box.count())]:
                with QSignalBlocker(box):
                    box.clear()
                    box.addItems(texts)


class LandscapeHeader(QWidget):
    """Mode buttons, weight pickers and drawing options.

    Attributes
    ----------
    changed
        Something else is wanted.
    options_changed
        The same is to be drawn otherwise.
    one, first, second
        The pickers: of the slice, and of the two axes.
    one_rate
        Whether all optimizers take the session's learning rate.
    """

    changed = Signal()
    options_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_problem_info = False
        self._seed = 0
        self._next_is_second = False
        self._logarithmic = {"slice": False, "surface": True}
        self._build_modes()
        self._build_pickers()
        self._build_options()
        options = QWidget()
        options.setLayout(in_row(self.penalty, self.same_length, self.contours, self.logarithmic, gap=10))
        self.another.setIcon(icon("new_weights"))
        for line in (self._random_text, self._path_text, self._pick_hint, self._rate_text):
            line.set_color(lambda theme: theme.muted)
            scaled_font(line, SMALL)
        self.setLayout(in_column(BreakingRow(self.modes, None, options), *self._pages, gap=4))
        self._show_mode()

    @property
    def mode(self) -> Mode:
        return MODES[self.modes.current]

    @property
    def wish(self) -> Wish | None:
        """What is wanted; None before there is a network, or while both axes are the same weight."""
        mode = self.mode
        if not self._has_problem_info:
            return None
        if mode.places == 1:
            return Wish(mode, (self.one.place,))
        if mode.places == 2:
            return Wish(mode, (self.first.place, self.second.place))
        seed = self._seed if mode.kind == "random" else 0
        return Wish(mode, (), seed, mode.kind == "steps" and self.one_rate.isChecked())

    def set_mode(self, name: str) -> None:
        self.modes.choose(name)

    def set_problem_info(self, problem_info: ProblemInfo) -> None:
        """Offer the weights of another network."""
        self._has_problem_info, first_time = True, not self._has_problem_info
        for picker in (self.one, self.first, self.second):
            picker.set_problem_info(problem_info)
        if first_time:
            self.second.choose((1, 0, 1))
        self._keep_apart(self.second)

    def pick(self, place: Place) -> None:
        """Look at a weight picked elsewhere."""
        if self.mode.places == 2:
            picker = self.second if self._next_is_second else self.first
            picker.choose(place)
            self._chosen(picker)
        else:
            self.one.choose(place)
            self.changed.emit()

    def offer(self, *, penalty: bool) -> None:
        """Offer to show the penalty too, where there is one."""
        self.penalty.setVisible(penalty and self.mode.job == "slice")

    def _build_modes(self) -> None:
        self.modes = ModeButtons(
            {mode.name: (translated(mode.label), translated(mode.tooltip)) for mode in MODES.values()}
        )
        self.modes.chosen.connect(self._mode_changed)

    def _build_pickers(self) -> None:
        self.one, self.first, self.second = WeightPicker(), WeightPicker("x"), WeightPicker("y")
        self.another = QToolButton()
        self.another.setText(self.tr("Other directions"))
        self.another.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.another.setToolTip(self.tr("Draw two other random directions."))
        self.another.setAccessibleName(self.another.text())
        self._pick_hint, self._random_text, self._path_text, self._rate_text = (TextLine() for _ in range(4))
        text, tip = self.tr("One learning rate for all"), self.tr("Let every optimizer take this session's rate.")
        self.one_rate = named(CheckBox(text), text, tip)
        self._pick_hint.set_text(self.tr("or click a weight in Train"))
        self._random_text.set_text(self.tr("two random directions through the weights as they are"))
        self._path_text.set_text(self.tr("the plane in which training has moved the weights most"))
        self._pages: tuple[QWidget, ...] = (
            _page(self.one, (self._pick_hint, 1)),
            BreakingRow(self.first, self.second, None, gap=14),
            _page(self.another, (self._random_text, 1)),
            _page((self._path_text, 1)),
            _page(self.one_rate, (self._rate_text, 1)),
        )
        self.one.changed.connect(self.changed)
        self.first.changed.connect(lambda: self._chosen(self.first))
        self.second.changed.connect(lambda: self._chosen(self.second))
        self.another.clicked.connect(self._draw_others)
        self.one_rate.toggled.connect(self._tell_rates)
        self.one_rate.toggled.connect(self.changed)
        self._tell_rates()

    def _build_options(self) -> None:
        self.logarithmic = CheckBox(self.tr("Log"))
        self.logarithmic.setToolTip(self.tr("Draw equal factors of the cost as equal steps."))
        self.contours = CheckBox(self.tr("Contours"))
        self.contours.setToolTip(self.tr("Draw lines of equal cost."))
        self.contours.setChecked(True)
        self.penalty = CheckBox(self.tr("Penalty"))
        self.penalty.setToolTip(self.tr("Draw the cost with the penalty of the weights too."))
        for option in (self.logarithmic, self.contours, self.penalty):
            option.setAccessibleName(option.text())
            option.setAccessibleDescription(option.toolTip())
        text, tip = self.tr("Same length"), self.tr("Draw all arrows equally long: only where they point.")
        self.same_length = named(CheckBox(text), text, tip)
        self.same_length.toggled.connect(self.options_changed)
        self.penalty.hide()
        self.logarithmic.toggled.connect(self._scale_changed)
        self.contours.toggled.connect(self.options_changed)
        self.penalty.toggled.connect(self.options_changed)

    # What a person does.

    def _mode_changed(self) -> None:
        self._show_mode()
        self.changed.emit()

    def _show_mode(self) -> None:
        mode = self.mode
        for name, page in zip(MODES, self._pages, strict=True):
            page.setVisible(name == mode.name)
        self.contours.setVisible(mode.job == "surface")
        self.penalty.setVisible(False)
        self.same_length.setVisible(mode.kind == "steps")
        self.logarithmic.blockSignals(True)
        self.logarithmic.setChecked(self._logarithmic[mode.job])
        self.logarithmic.blockSignals(False)
        self._mark_next()

    def _scale_changed(self, on: bool) -> None:
        self._logarithmic[self.mode.job] = on
        self.options_changed.emit()

    def _chosen(self, picker: WeightPicker) -> None:
        """Take a weight for one axis; the next one picked elsewhere is for the other."""
        self._next_is_second = picker is self.first
        self._keep_apart(picker)
        self._mark_next()
        self.changed.emit()

    def _keep_apart(self, kept: WeightPicker) -> None:
        """Let the other axis take the neighbouring weight where both would be the same."""
        other = self.first if kept is self.second else self.second
        if self.first.place == self.second.place:
            layer, row, column = kept.place
            other.choose((layer, row, column + 1 if column + 1 < kept.column.count() else column - 1))

    def _mark_next(self) -> None:
        self.first.mark_next(not self._next_is_second)
        self.second.mark_next(self._next_is_second)

    def _tell_rates(self) -> None:
        one = self.tr("the learning rate of this session")
        usual = self.tr("its own for the optimizer of this session, their usual ones for the others")
        self._rate_text.set_text(one if self.one_rate.isChecked() else usual)

    def _draw_others(self) -> None:
        self._seed += 1
        self.changed.emit()


def _page(*parts: Part) -> QWidget:
    page = QWidget()
    page.setLayout(in_row(*parts, gap=14))
    return page
