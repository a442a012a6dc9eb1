"""What a column of a table can be for the network."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "roles"


@dataclass(frozen=True)
class Role:
    """One role.

    Attributes
    ----------
    label, tooltip
        English source texts, context ``roles``.
    mark
        A sign that goes with the word.
    """

    name: str
    label: str
    tooltip: str
    mark: str


_RECORDS = (
    Role(
        "input",
        str(QT_TRANSLATE_NOOP("roles", "Input")),
        str(QT_TRANSLATE_NOOP("roles", "The network sees this column: it must hold numbers.")),
        "→",
    ),
    Role(
        "label",
        str(QT_TRANSLATE_NOOP("roles", "Predict")),
        str(QT_TRANSLATE_NOOP("roles", "The network learns to predict this column: texts are classes.")),
        "◎",
    ),
    Role(
        "ignored",
        str(QT_TRANSLATE_NOOP("roles", "Ignore")),
        str(QT_TRANSLATE_NOOP("roles", "This column is left out.")),
        "–",
    ),
)
ROLES: Mapping[str, Role] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every role by name, in the order in which a click goes through them."""


def next_role(name: str) -> str:
    """Return the role after this one."""
    names = list(ROLES)
    return names[(names.index(name) + 1) % len(names)]


def role_text(name: str) -> str:
    """Return a role's mark and word, in the language of the application."""
    role = ROLES[name]
    return f"{role.mark} {QCoreApplication.translate(CONTEXT, role.label)}"
