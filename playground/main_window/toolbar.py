"""The toolbar: run and step, where training stands, how fast it goes, which preset."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolBar, QToolButton, QWidget

from playground.files import Preset
from playground.main_window.action_table import ActionTable
from playground.main_window.actions import ACTIONS, AT_THE_END
from playground.main_window.preset_box import PresetBox
from playground.messages.numbers import grouped
from playground.training import SPEED_LIMITS, Snapshot
from playground.views.controls.calm import ComboBox
from playground.views.icons import icon
from playground.views.kit.appearance import pixels, tabular
from playground.views.panel_style import set_property

BUTTONS = sorted((row for row in ACTIONS.values() if row.toolbar), key=lambda row: row.toolbar)
LEADING = tuple(row.name for row in BUTTONS if row.toolbar < AT_THE_END)
TRAILING = tuple(row.name for row in BUTTONS if row.toolbar >= AT_THE_END)
WIDEST_EPOCH, WIDEST_UPDATE = 888_888, 88_888_888
"""What the counter has room for before anything moves."""


class TrainingToolBar(QToolBar):
    """The strip above everything.

    Signals
    -------
    speed_limit_chosen(name)
        A key of `SPEED_LIMITS`.
    preset_chosen(id)
        A preset's id.
    """

    speed_limit_chosen = Signal(str)
    preset_chosen = Signal(str)

    def __init__(self, actions: ActionTable, presets: tuple[Preset, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Training"))
        self.setMovable(False)
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
        self._speed_limit = ComboBox()
        self._speed_limit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._add_choice(self._speed_limit, self.tr("Speed"), self.tr("How fast training goes while it runs"))
        for speed_limit in SPEED_LIMITS.values():
            self._speed_limit.addItem(QCoreApplication.translate("tables", speed_limit.label), speed_limit.name)
        self._speed_limit.activated.connect(
            lambda index: self.speed_limit_chosen.emit(self._speed_limit.itemData(index))
        )
        self._preset = PresetBox(presets)
        self._add_choice(self._preset, self.tr("Preset"), self.tr("Open a ready-made experiment"))
        self._preset.activated.connect(lambda index: self.preset_chosen.emit(self._preset.itemData(index)))
        self.addSeparator()
        self._add_buttons(TRAILING)
        self._show_run()
        self._fit()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show where training stands."""
        self._counter.setText(self._count_text(snapshot.epoch, snapshot.update))
        if snapshot.running != self._running:
            self._running = snapshot.running
            self._show_run()
        self._actions["step_back"].setEnabled(snapshot.update > 0)
        self._actions["undo"].setEnabled(bool(snapshot.undo_label))
        self._actions["redo"].setEnabled(bool(snapshot.redo_label))
        self._preset.show_experiment(snapshot.experiment)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the widths that nothing moves in at another size of the texts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _add_buttons(self, names: tuple[str, ...]) -> None:
        for name in names:
            self._actions[name].setIcon(icon(name))
            self.addAction(self._actions[name])
            self.widgetForAction(self._actions[name]).setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _add_choice(self, box: QComboBox, name: str, tooltip: str) -> None:
        label = QLabel(name)
        set_property(label, "role", "muted")
        box.setAccessibleName(name)
        box.setToolTip(tooltip)
        both = QWidget()  # so that neither stands alone where there is no room
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label)
        line.addWidget(box)
        self.addWidget(both)

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
