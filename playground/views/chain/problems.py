"""What went wrong at a node, and the structure of a Jacobian, in the language of the window."""

import re

from PySide6.QtCore import QCoreApplication

from playground.expressions import Jacobian
from playground.views.forms.text import translated

_AT = re.compile(r"(?P<problem>.+) at (?P<place>\[[\d, ]+\])")
_STEEP = re.compile(r"(?P<symbol>.+) has no finite derivative with respect to (?P<name>\S+) here")


def problem_text(problem: str) -> str:
    """Return a node's problem or note, as `playground.expressions` words it, in the language of the window."""
    steep = _STEEP.fullmatch(problem)
    if steep is not None:
        text = QCoreApplication.translate("ChainView", "{symbol} has no finite derivative with respect to {name} here")
        return text.format(**steep.groupdict())
    at = _AT.fullmatch(problem)
    if at is None:
        return translated(problem)
    text = QCoreApplication.translate("ChainView", "{problem} at {place}")
    return text.format(problem=translated(at["problem"]), place=at["place"])


def jacobian_text(found: Jacobian) -> str:
    """Return `Jacobian.description` in the language of the window."""
    rows, columns = found.shape
    if not found.is_defined:
        text = QCoreApplication.translate(
            "ChainView", "∂{node}/∂{input} is {rows} × {columns}, {structure}; undefined here"
        )
    elif found.matrix is None:
        text = QCoreApplication.translate("ChainView", "∂{node}/∂{input} is {rows} × {columns}, {structure}; not built")
    else:
        text = QCoreApplication.translate("ChainView", "∂{node}/∂{input} is {rows} × {columns}, {structure}")
    structure = translated(found.structure)
    return text.format(node=found.node, input=found.input, rows=rows, columns=columns, structure=structure)
