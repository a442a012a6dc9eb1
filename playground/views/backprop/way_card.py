"""A card for one of the three ways."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from playground.engine.jacobians import ThreeWays
from playground.training.walkthrough.explanation import Explanation
from playground.views.backprop.matrix_row import MatrixRow, Piece
from playground.views.backprop.symbols import symbol
from playground.views.backprop.term_area import TermArea
from playground.views.backprop.terms import TermFlow
from playground.views.backprop.ways import CONTEXT, Way, Weight
from playground.views.formulas import FormulaLabel
from playground.views.kit.appearance import scaled, scaled_font
from playground.views.panel_style import set_property
from playground.views.plots.style import SMALL

FORMULA_HEIGHT = 38
WIDE, NOTE_LINES, NOTE_LINES_NARROW = 340, 3, 5


class WayCard(QFrame):
    """Title, formula, the gradient as numbers, and beneath it what it is computed from.

    Signals
    -------
    weight_clicked(row, column)
        Of `W`, whatever the convention.
    """

    weight_clicked = Signal(int, int)

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = way
        self._rows = False
        self._ways: ThreeWays | None = None
        label = QCoreApplication.translate(CONTEXT, way.label)
        title = QLabel(label)
        scaled_font(title, bold=True)
        self._formula = FormulaLabel("", self, scale=1.1)
        scaled(self._formula, QWidget.setFixedHeight, FORMULA_HEIGHT)
        self.result = MatrixRow(label)
        self.made_of = MatrixRow(self.tr("{way}: what it is computed from").format(way=label))
        self.paths = TermFlow()
        self._note = QLabel("")
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        scaled_font(self._note, SMALL)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_property(self._note, "role", "muted")
        self._area = TermArea(self.paths)
        for part, height in ((self._area, 110), (self.made_of, 110), (self.result, 132)):
            scaled(part, QWidget.setMinimumHeight, height)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addWidget(self._formula)
        layout.addWidget(self.result, 3)
        layout.addWidget(self.made_of, 4)
        layout.addWidget(self._area, 4)
        layout.addWidget(self._note)
        self.result.cell_clicked.connect(self._tell)

    def show_ways(self, ways: ThreeWays, rows: bool) -> None:
        """Show another gradient, or the other convention."""
        self._ways, self._rows = ways, rows
        self._formula.set_formula(self.way.formula(ways.layer, rows))
        values = self.way.result(ways, rows)
        caption = f"∂L/∂W{ways.layer}" if rows else symbol(("dW", ways.layer))
        if self.way.name == "kronecker":
            caption = f"unvec → {caption}"
        self.result.show_pieces([Piece(caption, (int(values.shape[0]), int(values.shape[1])), values)])
        pieces = self.way.pieces(ways, rows)
        self.made_of.show_pieces(pieces)
        self.made_of.setVisible(bool(pieces))
        self._area.setVisible(not pieces)
        self._say(self._kronecker(ways) if self.way.name == "kronecker" else "")

    def select(self, weight: Weight) -> None:
        """Outline one weight's gradient and what it is computed from."""
        if self._ways is not None:
            row, column = reversed(weight) if self._rows else weight
            self.result.mark([(0, row, column)])
            self.made_of.mark(self.way.marks(self._ways, self._rows, weight))

    def show_paths(self, explanation: Explanation | None, note: str) -> None:
        """Show the paths of the selected weight."""
        self.paths.show_explanation(explanation)
        self._say(note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the note the same height in every card, whatever it says."""
        super().resizeEvent(event)
        lines = NOTE_LINES if self.width() >= WIDE else NOTE_LINES_NARROW
        self._note.setFixedHeight(lines * QFontMetrics(self._note.font()).lineSpacing() + 4)

    def _kronecker(self, ways: ThreeWays) -> str:
        """Return what the large matrix is made of."""
        rows, columns = ways.kronecker_shape
        if ways.kronecker is not None:
            text = self.tr(
                "{matrix} is {size}: {blocks} blocks of {n}×{n}, each with one number of {factor} on its diagonal."
            )
        else:
            text = self.tr(
                "{matrix} would be {size}: only {entries} entries can differ from zero, and it is never built."
            )
        factor = f"n{ways.layer - 1}ᵀ" if self._rows else f"A[{ways.layer - 1}]"
        return text.format(
            matrix=f"{factor} ⊗ I",
            factor=factor,
            size=f"{rows}×{columns}",
            blocks=ways.A.size,
            n=len(ways.dZ),
            entries=ways.A.size * len(ways.dZ),
        )

    def _say(self, note: str) -> None:
        hint = QCoreApplication.translate(CONTEXT, self.way.row_hint if self._rows else self.way.hint)
        self._note.setText(f"{hint} {note}")

    def _tell(self, _piece: int, row: int, column: int) -> None:
        if self._rows:
            row, column = column, row
        self.weight_clicked.emit(row, column)
