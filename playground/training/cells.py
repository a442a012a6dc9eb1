"""The cells of a walkthrough, and how they are written."""

Quantity = tuple[str, int]
"""A name and a layer: ``("dW", 2)``."""
Cell = tuple[Quantity, int, int]
"""One number: a quantity, a row and a column, counted from 0."""

VECTORS = frozenset({"b", "db", "b_new", "g_b", "step_b"})
WITHOUT_LAYER = frozenset({"X", "Y", "C", "C_new"})
WRITTEN = {"D": "g'(Z)", "W_new": "W⁺", "b_new": "b⁺", "Z_new": "Z⁺", "A_new": "A⁺", "C_new": "C⁺"}
"""Names that are not written as they are; a raised plus stands for "after the update"."""


def cell_name(cell: Cell) -> str:
    """Return the name of a cell as in ``dW[2][3,1]``: rows and columns count from 1, as in the formulas."""
    (name, layer), row, column = cell
    written = WRITTEN.get(name, name) + ("" if name in WITHOUT_LAYER else f"[{layer}]")
    return f"{written}[{row + 1}]" if name in VECTORS else f"{written}[{row + 1},{column + 1}]"


def number(value: float) -> str:
    """Return a number with up to four significant digits and a typographic minus."""
    return f"{float(value):.4g}".replace("-", "−")
