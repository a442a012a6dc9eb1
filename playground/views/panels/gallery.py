"""The gallery of datasets: a thumbnail for each that the program makes, and an entry for a person's own."""

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QToolButton, QWidget

from playground.data import GENERATORS
from playground.files import CsvSource, FormulaSource, IdxSource, PointsSource
from playground.files.experiment import Source
from playground.training.results import ProblemInfo
from playground.views.forms.text import explain, translated
from playground.views.formulas import FormulaTip
from playground.views.kit.appearance import icon_size, pixels, restyled, scaled, theme, zoom
from playground.views.kit.building import in_column, spaced
from playground.views.panel_style import set_property
from playground.views.panels.about import own_name
from playground.views.panels.thumbnail import Picture, draw_thumbnail, generated_picture, scene_picture

COLUMNS = 4
THUMBNAIL, OWN_THUMBNAIL = 40, 28
CELL_HEIGHT = 46
SPACING = 4
"""In pixels at 100 %."""


class DataGallery(QWidget):
    """One button per dataset, the source in use is checked.

    Signals
    -------
    source_chosen(source)
        A person chose another dataset: a generator's name, or their own source again.
    """

    source_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._own: Source | None = None
        self._own_problem_info: ProblemInfo | None = None
        self._pictures: dict[str, Picture] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        grid = QGridLayout()
        spaced(grid, gap=SPACING)
        for place, generator in enumerate(GENERATORS.values()):
            button = QToolButton(self)
            set_property(button, "role", "thumbnail")
            button.setCheckable(True)
            scaled(button, icon_size, THUMBNAIL)
            scaled(button, QWidget.setFixedHeight, CELL_HEIGHT)
            scaled(button, QWidget.setMinimumWidth, THUMBNAIL + SPACING)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setAccessibleName(translated(generator.label))
            label, description = translated(generator.label), translated(generator.description)
            explain(button, f"<p style='margin:2px 0'><b>{label}</b></p><p style='margin:2px 0'>{description}</p>")
            self._buttons[generator.name] = button
            self._group.addButton(button)
            grid.addWidget(button, place // COLUMNS, place % COLUMNS)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self._tips = [FormulaTip(button, partial(self._tip, name)) for name, button in self._buttons.items()]
        self._entry = QToolButton(self)
        set_property(self._entry, "role", "entry")
        self._entry.setCheckable(True)
        self._entry.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        scaled(self._entry, icon_size, OWN_THUMBNAIL)
        self._entry.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._entry.hide()
        self._group.addButton(self._entry)
        self._group.buttonClicked.connect(self._choose)
        self.setLayout(in_column(grid, self._entry, gap=SPACING))

    @property
    def label(self) -> str:
        """What the source in use is called: a generator's name, or the kind of other data."""
        match self._source:
            case None:
                return ""
            case CsvSource():
                return self.tr("Table")
            case IdxSource():
                return self.tr("Images")
            case PointsSource():
                return self.tr("Drawn")
            case FormulaSource():
                return self.tr("Formula")
        return translated(GENERATORS[self._source].label)

    def button(self, name: str) -> QToolButton:
        return self._buttons[name]

    @property
    def entry(self) -> QToolButton:
        """The button of a person's own data; hidden until there are some."""
        return self._entry

    def set_source(self, source: Source, problem_info: ProblemInfo) -> None:
        """Check the source in use, without a signal; a person's own one stays in the gallery from then on."""
        self._source = source
        if isinstance(source, str):
            self._buttons[source].setChecked(True)
            return
        new = source != self._own or problem_info is not self._own_problem_info
        self._own, self._own_problem_info = source, problem_info
        if new:
            self._draw_own()
        self._entry.show()
        self._entry.setChecked(True)

    def restore(self) -> None:
        button = self._buttons.get(self._source, self._entry) if isinstance(self._source, str) else self._entry
        button.setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event) and self._pictures:
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the thumbnails one turn of the event loop later: the window's first frame need not wait for them."""
        super().showEvent(event)
        if not self._pictures:
            QTimer.singleShot(0, self, self._draw)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _tip(self, name: str, _place: QPoint) -> tuple[str, tuple[str, ...]]:
        return self._buttons[name].toolTip(), (GENERATORS[name].formula,)

    def _draw(self) -> None:
        self._pictures = self._pictures or {name: generated_picture(name) for name in GENERATORS}
        for name, button in self._buttons.items():
            button.setIcon(self._thumbnail(self._pictures[name], THUMBNAIL))
        self._draw_own()

    def _thumbnail(self, picture: Picture, side: int) -> QIcon:
        pixmap = draw_thumbnail(picture, theme(), QSize(side, side), self.devicePixelRatioF() * zoom())
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        return QIcon(pixmap)

    def _draw_own(self) -> None:
        if self._own is None or self._own_problem_info is None:
            return
        picture = scene_picture(self._own_problem_info)
        self._entry.setIcon(self._thumbnail(picture, OWN_THUMBNAIL))
        self._entry.setAccessibleName(own_name(self._own))
        self._entry.setToolTip(self._own_place(self._own))
        self._elide()

    def _own_place(self, source: Source) -> str:
        """Return where a person's own data come from."""
        match source:
            case CsvSource(text=None):
                return source.csv
            case CsvSource():
                return self.tr("A table that was pasted.")
            case IdxSource():
                return self.tr("Images: {file}").format(file=source.idx)
            case FormulaSource():
                return self.tr("Data from a formula: {formula}").format(formula=source.formula)
        return self.tr("Points drawn by hand.")

    def _elide(self) -> None:
        if self._own is not None:
            room = self.width() - pixels(OWN_THUMBNAIL + 28)
            name = self._entry.fontMetrics().elidedText(own_name(self._own), Qt.TextElideMode.ElideMiddle, room)
            self._entry.setText(name.replace("&", "&&"))

    def _choose(self, button: QToolButton) -> None:
        source: Source | None = next((name for name, other in self._buttons.items() if other is button), self._own)
        if source is not None and source != self._source:
            self.source_chosen.emit(source)
