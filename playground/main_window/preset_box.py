"""The presets to choose from: in groups, each with what it is about."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from playground.files import Experiment, Preset
from playground.messages import LocalText, Message
from playground.training.diagnostics import KINDS
from playground.views.controls.calm import ComboBox
from playground.views.forms.text import translated
from playground.views.kit.appearance import pixels

WORKED = frozenset({"heart", "local_minimum", "xor_points"})
"""The presets that are examples worked out by hand elsewhere."""
PROBLEMS, EXERCISES, EXAMPLES = Message("Problems"), Message("Exercises: what is wrong?"), Message("Worked examples")
GROUPS = (PROBLEMS, EXERCISES, EXAMPLES)
MOST_SEEN = 24
CHARACTERS = 12
"""Of a title, so many are always seen."""
LIST_WIDTH, TITLE_WIDTH = 620, 170
"""In pixels at 100 %."""


def group_of(preset: Preset) -> Message:
    """Return the group that a preset stands in."""
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

    def show_experiment(self, experiment: Experiment) -> None:
        """Show which preset an experiment came from, if it is one's."""
        if experiment is not self._experiment and not self.view().isVisible():
            self._experiment = experiment
            self.setCurrentIndex(self._rows.get(experiment.title, -1))

    def showPopup(self) -> None:
        """Give the list room for the descriptions."""
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
        """Draw a row."""
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
        """Leave every row the height of something to press."""
        size = super().sizeHint(option, index)
        return size.expandedTo(QSize(0, pixels(24)))
