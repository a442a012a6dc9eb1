"""The choice of features: suggestions to tick, and a line for any other formula."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from playground.data import FEATURES
from playground.training.snapshot import Scene
from playground.views.controls.check_box import CheckBox
from playground.views.forms.text import translated
from playground.views.network.captions import feature_label, input_column

INPUTS_OFFERED = 32
"""A table of digits has hundreds of columns: nobody looks for one in a list that long."""


class FeatureList(QWidget):
    """Edits the features of the network.

    Signals
    -------
    changed(features)
        Another tuple of formulas, in the order of the network's inputs.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._features: tuple[str, ...] = ()
        self._boxes: dict[str, CheckBox] = {}
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        scroll = QScrollArea()
        scroll.setWidget(self._rows)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.formula = QLineEdit()
        self.formula.setMaxLength(200)
        self.add = QPushButton()
        self.add.setEnabled(False)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(scroll, 0, 0, 1, 2)
        layout.addWidget(self.formula, 1, 0)
        layout.addWidget(self.add, 1, 1)
        self.setMinimumWidth(210)
        self.formula.textChanged.connect(self._enable_add)
        self.formula.returnPressed.connect(self._add_formula)
        self.add.clicked.connect(self._add_formula)
        self._translate()

    @property
    def boxes(self) -> dict[str, CheckBox]:
        """The tick boxes by formula."""
        return dict(self._boxes)

    def set_features(self, features: tuple[str, ...], scene: Scene) -> None:
        """Show the network's features, and what else its inputs offer, without a signal."""
        self._features = features
        if self.formula.text().strip() in features:
            self.formula.clear()
        inputs = [f"x{i}" for i in range(1, min(len(scene.input_names), INPUTS_OFFERED) + 1)]
        suggested = [name for name, feature in FEATURES.items() if feature.inputs <= len(scene.input_names)]
        names = list(dict.fromkeys([*inputs, *suggested, *features]))
        if names != list(self._boxes):
            self._rebuild(names)
        for name, box in self._boxes.items():
            box.setText(feature_label(name, scene.input_names).replace("&", "&&"))
        for name, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(name in features)
            box.blockSignals(False)
            self._explain(name, box, scene)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self.formula.setPlaceholderText(self.tr("e.g. cos(x1) * x2"))
        self.formula.setAccessibleName(self.tr("New feature"))
        self.formula.setToolTip(
            self.tr("Any formula of the inputs x1, x2 …, with + − * / ** and functions such as sin.")
        )
        self.add.setText(self.tr("Add"))
        self.add.setToolTip(self.tr("Add the typed formula as a feature."))

    def _rebuild(self, names: list[str]) -> None:
        for box in self._boxes.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = {name: CheckBox(name) for name in names}
        for box in self._boxes.values():
            self._column.addWidget(box)
            box.toggled.connect(self._choose)
        # The list is as high as its entries, up to ten of them.
        line = next(iter(self._boxes.values())).sizeHint().height() + 4
        self.setFixedHeight(min(len(names), 10) * line + self.formula.sizeHint().height() + 12)

    def _explain(self, name: str, box: CheckBox, scene: Scene) -> None:
        last = self._features == (name,)
        box.setEnabled(not last)
        column = input_column(name, scene.input_names)
        if last:
            box.setToolTip(self.tr("The last feature: a network needs one at least."))
        elif column:
            box.setToolTip(self.tr("The input {name}, named {column}.").format(name=name, column=column))
        elif name in FEATURES:
            box.setToolTip(translated(FEATURES[name].description))
        else:
            box.setToolTip(self.tr("The formula {formula}.").format(formula=name))

    def _choose(self) -> None:
        ticked = {name for name, box in self._boxes.items() if box.isChecked()}
        kept = tuple(name for name in self._features if name in ticked)
        added = tuple(name for name in self._boxes if name in ticked and name not in self._features)
        self._features = kept + added
        self.changed.emit(self._features)

    def _enable_add(self, text: str) -> None:
        self.add.setEnabled(bool(text.strip()))

    def _add_formula(self) -> None:
        formula = self.formula.text().strip()
        if formula in self._features:
            self.formula.clear()
        elif formula:
            # The text stays until the network has the feature: a formula that is refused can be mended.
            self.changed.emit((*self._features, formula))
