"""How quantities and numbers are written in captions; the names of cells are those of their explanations."""

from playground.training.walkthrough.cells import WITHOUT_LAYER, Quantity, written

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def symbol(quantity: Quantity, *, transposed: bool = False) -> str:
    """Return a quantity as in ``W[2]ᵀ``."""
    name, layer = quantity
    text = heading(name) if name in WITHOUT_LAYER else f"{heading(name)}[{layer}]"
    return f"{text}ᵀ" if transposed else text


def heading(name: str) -> str:
    """Return the name of a quantity whatever its layer, as in ``W⁺``."""
    return written(name)


def raised(number: int) -> str:
    """Return a whole number as an exponent."""
    return str(number).translate(_RAISED)


def shape_text(rows: int, columns: int) -> str:
    """Return a shape as in ``4×2``."""
    return f"{rows}×{columns}"
