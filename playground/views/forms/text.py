"""The sentences of a form: the tables' own texts, translated, with the range and what a change rebuilds."""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QWidget

from playground.files import Field
from playground.messages import CONTEXTS, Language, Message, Translatable, in_language
from playground.messages.numbers import typed

MESSAGES, CONTEXT = CONTEXTS
"""Sentences, and the labels and descriptions of tables, come from rooms that know no Qt; a translation finds them under
these contexts."""

REBUILDS: Mapping[str, str] = MappingProxyType(
    {
        "data.features": Message("A change rebuilds the first layer."),
        "network.hidden": Message("A change rebuilds the layers beside it."),
        "network.hidden[].units": Message("A change rebuilds the layers beside it."),
        "network.initializer": Message("A change draws new weights; Undo brings the old ones back."),
        "network.seed": Message("A change draws new weights; Undo brings the old ones back."),
        "network.dtype": Message("A change rebuilds the network in the other precision."),
    }
)
"""What changing a field that is not live does to the network, by path."""


_MNEMONIC = re.compile(r"\(&.\)|&")
_OPTION = re.compile(r" ?\(--[^()]*\)")


def translated(text: str) -> str:
    """Return a message, or a text of a table, in the language of the window.

    Where a message names the option of the command line that decides, in brackets, the window has a field instead.
    """
    sentence = in_language(text, Language(QLocale().name()[:2], _looked_up))
    return _OPTION.sub("", sentence) if isinstance(text, Message) else sentence


def spoken(text: str) -> str:
    """Return a text in the language of the window if it knows how; else it may be somebody's name, and stays."""
    return translated(text) if isinstance(text, Translatable) else text


def _looked_up(text: str) -> str:
    found = QCoreApplication.translate(CONTEXT, text)
    return found if found != text else QCoreApplication.translate(MESSAGES, text)


def source_text(source: str) -> str:
    """Return where a definition comes from, as a line of a tooltip."""
    return QCoreApplication.translate("tables", "Source: {source}").format(source=source)


def field_label(field: Field) -> str:
    label = translated(field.label)
    return f"{label} ({translated(field.unit)})" if field.unit else label


def range_text(field: Field) -> str:
    """Return the allowed range of a number as a sentence; nothing for other kinds."""
    if field.kind not in ("integer", "number") or field.minimum is None or field.maximum is None:
        return ""
    low, high = typed(field.minimum), typed(field.maximum)
    if field.off:
        template = QCoreApplication.translate("tables", "From {low} ({off}) to {high}.")
        return template.format(low=low, off=translated(field.off), high=high)
    return QCoreApplication.translate("tables", "From {low} to {high}.").format(low=low, high=high)


def rebuild_text(field: Field) -> str:
    """Return what a change rebuilds; nothing for a live field."""
    return "" if field.live else translated(REBUILDS[field.path])


def without_key(text: str) -> str:
    """Return the text of a menu's entry without the key that chooses it there: ``Train`` for ``&Train``."""
    return _MNEMONIC.sub("", text).rstrip("…")


@lru_cache
def plain_text(rich: str) -> str:
    """Return rich text, as of a tooltip, without its markup: for those who listen."""
    return QTextDocumentFragment.fromHtml(rich).toPlainText()


def explain(widget: QWidget, rich: str) -> None:
    """Give a widget its tooltip, and the same without markup to those who listen: Qt would read the markup out."""
    widget.setToolTip(rich)
    widget.setAccessibleDescription(plain_text(rich))


def tooltip(field: Field, *more: str) -> str:
    """Return what a field is, in a few lines of rich text, with further sentences below."""
    first = " ".join(part for part in (translated(field.tooltip), range_text(field)) if part)
    lines = [f"<b>{escape(field_label(field), quote=False)}</b>", escape(first, quote=False)]
    lines += [f"<i>{escape(part, quote=False)}</i>" for part in (*more, rebuild_text(field)) if part]
    return "".join(f"<p style='margin:2px 0'>{line}</p>" for line in lines)
