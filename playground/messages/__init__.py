"""Sentences for a person: a template with its arguments, said in the language of whoever reads it.

A room that refuses or remarks something makes a `Message`; only where it is shown is it put into a language. Qt is not
needed for it: the window looks templates up in Qt's translator, the command line in the same ``.ts`` file.
"""

from playground.messages.message import (
    CONTEXTS,
    ENGLISH,
    LANGUAGES,
    SOURCE_LANGUAGE,
    Language,
    LocalText,
    Message,
    RefusalError,
    Term,
    Translatable,
    in_language,
    joined,
    placeholders,
    read_catalog,
    restored,
)
from playground.messages.particles import with_particles

__all__ = [
    "CONTEXTS",
    "ENGLISH",
    "LANGUAGES",
    "SOURCE_LANGUAGE",
    "Language",
    "LocalText",
    "Message",
    "RefusalError",
    "Term",
    "Translatable",
    "in_language",
    "joined",
    "placeholders",
    "read_catalog",
    "restored",
    "with_particles",
]
