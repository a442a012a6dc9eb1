"""The toolbar: run and step, where training stands, how fast it goes, which preset."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QToolBar,
    QToolButton,
    QWidget,
)

from playground.files import Experiment, Preset
from playground.main_window.action_table import ActionTable
from playground.main_window.actions import ACTIONS, AT_THE_END
from playground.messages import LocalText, Message
from playground.messages.numbers import grouped
from playground.training import SPEED_LIMITS, Snapshot
from playground.training.diagnostics import KINDS
from playground.views.controls.calm import ComboBox
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.appearance import pixels, scaled, tabular
from playground.views.panel_style import set_property

BUTTONS = sorted((row for row in ACTIONS.values() if row.toolbar), key=lambda row: row.toolbar)
LEADING = tuple(row.name for row in BUTTONS if row.toolbar < AT_THE_END)
TRAILING = tuple(row.name for row in BUTTONS if row.toolbar >= AT_THE_END)
WIDEST_EPOCH, WIDEST_UPDATE = 888_888, 88_888_888
"""What the counter has room for before anything moves."""

WORKED = frozenset({"by_hand", "document_002", "heart", "local_minimum", "small_normal", "textbook", "xor_points"})
"""The presets that are examples worked out by hand elsewhere."""
PROBLEMS, EXERCISES, EXAMPLES = Message("Problems"), Message("Exercises: what is wrong?"), Message("Worked examples")
GROUPS = (PROBLEMS, EXERCISES, EXAMPLES)
MOST_SEEN = 24
ICON = 24
SPARE = 24
CHARACTERS = 12
"""Of a title, so many are always seen."""
TITLE_MARGIN = 8
"""Beside a title that is read whole, in pixels at 100 %."""
LIST_WIDTH, TITLE_WIDTH = 620, 170
"""In pixels at 100 %."""


class TrainingToolBar(QToolBar):
    """The strip above everything; where it is too narrow for all, speed and preset stand in a second one below."""

    speed_limit_chosen = Signal(str)
    preset_chosen = Signal(str)

    def __init__(self, actions: ActionTable, presets: tuple[Preset, ...], window: QMainWindow) -> None:
        super().__init__(window)
        self.below = QToolBar(window)
        for bar, name in ((self, "toolbar"), (self.below, "toolbar_below")):
            bar.setObjectName(name)
            bar.setWindowTitle(self.tr("Training"))
            bar.setMovable(False)
            scaled(bar, _icon_size, ICON)  # from the sheet a bar takes it only when the sheet changes
            window.addToolBar(bar)
            window.addToolBarBreak()
        self.below.hide()
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._actions = actions
        self._running = False
        self._add_buttons(LEADING)
        run_button = self.widgetForAction(actions["run"])
        assert isinstance(run_button, QToolButton)
        self._run_button = run_button
        set_property(run_button, "role", "primary")
        run_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addSeparator()
        self._counter = QLabel(self._count_text(0, 0))
        self._counter.setAccessibleName(self.tr("Epoch and update"))
        self._counter.setToolTip(self.tr("How many times training went through the examples, and updates made"))
        self.addWidget(self._counter)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        self._movable: list[QAction] = []
        self._speed_limit = ComboBox()
        self._speed_limit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._add_choice(self._speed_limit, self.tr("Speed"), self.tr("How fast training goes while it runs"))
        for speed_limit in SPEED_LIMITS.values():
            self._speed_limit.addItem(translated(speed_limit.label), speed_limit.name)
        self._speed_limit.activated.connect(
            lambda index: self.speed_limit_chosen.emit(self._speed_limit.itemData(index))
        )
        self._preset = PresetBox(presets)
        tip = self.tr("Open a ready-made experiment")
        self._add_choice(self._preset, self.tr("Preset"), tip)
        self._preset.currentTextChanged.connect(lambda title: self._preset.setToolTip(f"{title}\n{tip}".strip()))
        self._preset.activated.connect(lambda index: self.preset_chosen.emit(self._preset.itemData(index)))
        self._movable.append(self.addSeparator())
        self._add_buttons(TRAILING)
        self._movable += [actions[name] for name in TRAILING]
        self._show_run()
        self._fit()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._counter.setText(self._count_text(snapshot.epoch, snapshot.update))
        if snapshot.running != self._running:
            self._running = snapshot.running
            self._show_run()
        self._actions.enable("step_back", snapshot.update > 0)
        self._actions.enable("undo", bool(snapshot.undo_label))
        self._actions.enable("redo", bool(snapshot.redo_label))
        self._preset.show_experiment(snapshot.experiment)

    def show_speed(self, name: str) -> None:
        """Show how fast training goes, a name of `SPEED_LIMITS`."""
        self._speed_limit.setCurrentIndex(self._speed_limit.findData(name))

    def changeEvent(self, event: QEvent) -> None:
        """Keep the widths that nothing moves in at another size of the texts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def event(self, event: QEvent) -> bool:
        """Give the choices a row of their own where there is no room beside the buttons, whatever has grown."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._make_room()
        return done

    def _make_room(self) -> None:
        self._widen_preset()
        is_below = bool(self._movable) and self.below.widgetForAction(self._movable[0]) is not None
        bars = (self.below, self) if is_below else (self, self.below)
        moved = sum(bars[0].widgetForAction(action).sizeHint().width() for action in self._movable)
        # Back beside the buttons only with some room to spare: gaps are not counted, and nothing must flicker.
        if is_below != (self.width() < self.sizeHint().width() + (moved + pixels(SPARE)) * is_below):
            for action in self._movable:
                bars[0].removeAction(action)
                _add(bars[1], action)
            self.below.setVisible(not is_below and not self.isHidden())

    def _widen_preset(self) -> None:
        """Let the presets take what room is left, as far as their longest title needs it."""
        both = self._preset.parentWidget()
        assert both is not None, "it stands beside its label"
        both.setMaximumWidth(both.sizeHint().width() + self._preset.wish)

    def _add_buttons(self, names: tuple[str, ...]) -> None:
        for name in names:
            self._actions[name].setIcon(icon(name))
            _add(self, self._actions[name])

    def _add_choice(self, box: QComboBox, name: str, tooltip: str) -> None:
        label = QLabel(name)
        set_property(label, "role", "muted")
        label.setBuddy(box)  # a screen reader calls a choice by its label
        box.setAccessibleName(name)
        box.setToolTip(tooltip)
        both = QWidget()  # so that neither stands alone where there is no room
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label)
        line.addWidget(box)
        self._movable.append(self.addWidget(both))

    def _show_run(self) -> None:
        action = self._actions["run"]
        action.setText(self.tr("Pause") if self._running else self.tr("Run"))
        action.setIcon(icon("pause" if self._running else "run", color=lambda theme: theme.on_accent))

    def _fit(self) -> None:
        self._counter.setFont(tabular(self.font()))
        widest = self._count_text(WIDEST_EPOCH, WIDEST_UPDATE)
        self._counter.setMinimumWidth(QFontMetrics(self._counter.font()).horizontalAdvance(widest) + 4)
        words = (self.tr("Pause"), self.tr("Run"))
        self._run_button.setMinimumWidth(max(map(QFontMetrics(self.font()).horizontalAdvance, words)) + pixels(48))

    def _count_text(self, epoch: int, update: int) -> str:
        return self.tr("Epoch {epoch} · update {update}").format(epoch=grouped(epoch), update=grouped(update))


def _icon_size(bar: QWidget, side: int) -> None:
    assert isinstance(bar, QToolBar)
    bar.setIconSize(QSize(side, side))


def _add(bar: QToolBar, action: QAction) -> None:
    """Add an action, its button in the order of Tab."""
    bar.addAction(action)
    if isinstance(button := bar.widgetForAction(action), QToolButton):
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def group_of(preset: Preset) -> Message:
    if preset.id in WORKED:
        return EXAMPLES
    return EXERCISES if preset.id in {kind.preset for kind in KINDS.values()} else PROBLEMS


class PresetBox(ComboBox):
    """A choice among presets; the one that the experiment came from is shown as chosen."""

    def __init__(self, presets: tuple[Preset, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self._rows: dict[str, int] = {}
        self.setPlaceholderText(self.tr("Own experiment"))
        self.setMaxVisibleItems(MOST_SEEN)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(CHARACTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(_TitleAndDescription(self))
        model = QStandardItemModel(self)
        for group in GROUPS:
            heading = QStandardItem(translated(group))
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            model.appendRow(heading)
            for preset in presets:
                if group_of(preset) == group:
                    self._rows[preset.experiment.title] = model.rowCount()
                    model.appendRow(_item(preset))
        self.setModel(model)
        self.setCurrentIndex(-1)

    @property
    def wish(self) -> int:
        """How much wider than its hint it has to be for every title to be read whole."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        field = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        frame = self.width() - field.width() + pixels(TITLE_MARGIN)
        longest = max(self.fontMetrics().horizontalAdvance(self.itemText(row)) for row in self._rows.values())
        return max(longest + frame - self.sizeHint().width(), 0)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show which preset an experiment came from, if it is one's."""
        if experiment is not self._experiment and not self.view().isVisible():
            self._experiment = experiment
            self.setCurrentIndex(self._rows.get(experiment.title, -1))

    def showPopup(self) -> None:
        self.view().setMinimumWidth(min(pixels(LIST_WIDTH), self.window().width() - pixels(40)))
        super().showPopup()


def _item(preset: Preset) -> QStandardItem:
    item = QStandardItem(translated(preset.experiment.title))
    item.setData(preset.id, Qt.ItemDataRole.UserRole)
    about = translated(LocalText(preset.experiment.description))
    item.setToolTip(about)
    item.setData(about, Qt.ItemDataRole.AccessibleDescriptionRole)
    return item


class _TitleAndDescription(QStyledItemDelegate):
    """Draws as much of the description behind the title as there is room for."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        about = str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) or "")
        room = option.rect.adjusted(pixels(TITLE_WIDTH), 0, -pixels(8), 0)
        if not about or room.width() <= 0:
            return
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        text = QFontMetrics(option.font).elidedText(about, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return size.expandedTo(QSize(0, pixels(24)))
