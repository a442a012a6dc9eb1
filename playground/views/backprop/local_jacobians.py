"""The local Jacobians of some layers: how each activation changes with each weighted sum."""

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from playground.engine.jacobians import LocalJacobian
from playground.training.walkthrough.walk import Walkthrough
from playground.views.backprop.matrix_row import MatrixRow, Piece
from playground.views.kit.appearance import scaled
from playground.views.panel_style import set_property

MOST_SHOWN = 4
"""Layers that have room side by side."""


class LocalJacobians(QWidget):
    """`∂A/∂Z` of a layer and those above it: as matrices where they are small, else described."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = MatrixRow(self.tr("Local Jacobians"))
        scaled(self.row, QWidget.setMinimumHeight, 130)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        set_property(self._words, "role", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.row, 3)
        layout.addWidget(self._words, 2)

    @property
    def description(self) -> str:
        """What is said about them."""
        return self._words.text()

    def show_layers(self, walkthrough: Walkthrough, layer: int, example: int, *, rows: bool = False) -> None:
        """Show the Jacobians of a layer and those above it, for one example, in the letters of a convention."""
        parts: list[Piece | str] = []
        words = []
        last = len(walkthrough.sizes) - 1
        for at in range(layer, min(last, layer + MOST_SHOWN - 1) + 1):
            jacobian = walkthrough.local_jacobian(at, example)
            caption = f"∂n{at}/∂d{at}ᵀ" if rows else f"∂A[{at}]/∂Z[{at}]"
            blocks = None if jacobian.diagonal is None else np.ones((1, 1))
            parts += ["  ", Piece(caption, jacobian.shape, jacobian.matrix, blocks)]
            words.append(f"{caption}: {self._described(jacobian)}")
        self.row.show_pieces(parts[1:])
        self._words.setText("\n".join(words))

    def _described(self, jacobian: LocalJacobian) -> str:
        """Return what a Jacobian looks like, in one sentence."""
        n = jacobian.shape[0]
        if jacobian.diagonal is None:
            text = self.tr("{n}×{n}, full: every output depends on every sum.")
        elif jacobian.matrix is not None:
            text = self.tr("{n}×{n}, diagonal: each output depends on its own sum only.")
        else:
            text = self.tr(
                "{n}×{n}, diagonal: {n} of its {entries} entries are kept, the rest are zero and it is never built."
            )
        return text.format(n=n, entries=n * n)
