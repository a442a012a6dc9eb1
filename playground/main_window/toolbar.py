"""The toolbar: run and step, where training stands, how fast it goes, which preset."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QToolBar, QToolButton, QWidget

from playground.files import Preset
from playground.main_window.action_table import ActionTable
from playground.main_window.actions import ACTIONS, AT_THE_END
from playground.messages import LocalText
from playground.training import PACES, Snapshot
from playground.training.diagnostics import KINDS
from playground.views.controls.calm import ComboBox
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.numbers import grouped, tabular
from playground.views.panel_style import set_property
from playground.views.theme import LIGHT, Theme

BUTTONS = sorted((row for row in ACTIONS.values() if row.toolbar), key=lambda row: row.toolbar)
LEADING = tuple(row.name for row in BUTTONS if row.toolbar < AT_THE_END)
TRAILING = tuple(row.name for row in BUTTONS if row.toolbar >= AT_THE_END)
MOST_PRESETS = 24
"""So many are seen at once where the list drops down."""
EPOCH_DIGITS, UPDATE_DIGITS = 6, 9


class TrainingToolBar(QToolBar):
    """The strip above everything.

    Signals
    -------
    pace_chosen(name)
        A key of `PACES`.
    preset_chosen(id)
        A preset's id.
    """

    pace_chosen = Signal(str)
    preset_chosen = Signal(str)

    def __init__(self, actions: ActionTable, presets: tuple[Preset, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Training"))
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._actions = actions
        self._theme = LIGHT
        self._running = False
        for name in LEADING:
            self.addAction(actions[name])
        run_button = self.widgetForAction(actions["run"])
        assert isinstance(run_button, QToolButton)
        set_property(run_button, "role", "primary")
        run_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        run_button.setMinimumWidth(self._widest_run_text())
        for name in LEADING:
            self.widgetForAction(actions[name]).setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addSeparator()
        self._counter = QLabel(self._count_text(0, 0))
        self._counter.setFont(tabular(self._counter.font()))
        self._counter.setMinimumWidth(QFontMetrics(self._counter.font()).horizontalAdvance(self._count_text(0, 0)) + 4)
        self._counter.setAccessibleName(self.tr("Epoch and update"))
        self._counter.setToolTip(self.tr("How many times training went through the examples, and updates made"))
        self.addWidget(self._counter)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        self._pace = self._combo(self.tr("Speed"), self.tr("How fast training goes while it runs"))
        for pace in PACES.values():
            self._pace.addItem(QCoreApplication.translate("tables", pace.label), pace.name)
        self._pace.activated.connect(lambda index: self.pace_chosen.emit(self._pace.itemData(index)))
        self._preset = self._combo(self.tr("Preset"), self.tr("Open a ready-made experiment"))
        self._preset.setPlaceholderText(self.tr("Own experiment"))
        self._preset.setMaxVisibleItems(MOST_PRESETS)
        troubled = {kind.preset for kind in KINDS.values()}
        self._add_presets(preset for preset in presets if preset.id not in troubled)
        self._preset.insertSeparator(self._preset.count())  # below: what can be wrong, as Health finds it
        self._add_presets(preset for preset in presets if preset.id in troubled)
        self._preset.activated.connect(lambda index: self.preset_chosen.emit(self._preset.itemData(index)))
        self.addSeparator()
        for name in TRAILING:
            self.addAction(actions[name])
            self.widgetForAction(actions[name]).setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _add_presets(self, presets: Iterable[Preset]) -> None:
        for preset in presets:
            self._preset.addItem(translated(preset.experiment.title), preset.id)
            text = translated(LocalText(preset.experiment.description))
            self._preset.setItemData(self._preset.count() - 1, text, Qt.ItemDataRole.ToolTipRole)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show where training stands."""
        self._counter.setText(self._count_text(snapshot.epoch, snapshot.update))
        if snapshot.running != self._running:
            self._running = snapshot.running
            self._dress_run()
        self._actions["step_back"].setEnabled(snapshot.update > 0)
        self._actions["undo"].setEnabled(bool(snapshot.undo_label))
        self._actions["redo"].setEnabled(bool(snapshot.redo_label))
        index = self._preset.findText(translated(snapshot.experiment.title))
        if index != self._preset.currentIndex() and not self._preset.view().isVisible():
            self._preset.setCurrentIndex(index)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        self._theme = theme
        for name in (*LEADING, *TRAILING):
            self._actions[name].setIcon(icon(name, theme))
        self._dress_run()

    def _combo(self, name: str, tooltip: str) -> QComboBox:
        combo = ComboBox()
        combo.setAccessibleName(name)
        combo.setToolTip(tooltip)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addWidget(combo)
        return combo

    def _dress_run(self) -> None:
        action = self._actions["run"]
        action.setText(self.tr("Pause") if self._running else self.tr("Run"))
        action.setIcon(icon("pause" if self._running else "run", self._theme, self._theme.on_accent))

    def _widest_run_text(self) -> int:
        metrics = QFontMetrics(self.font())
        return max(metrics.horizontalAdvance(text) for text in (self.tr("Pause"), self.tr("Run"))) + 48

    def _count_text(self, epoch: int, update: int) -> str:
        return self.tr("Epoch {epoch} · update {update}").format(
            epoch=grouped(epoch, EPOCH_DIGITS), update=grouped(update, UPDATE_DIGITS)
        )
