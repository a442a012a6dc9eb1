"""Translations read without Qt, from the file that Qt's tools make and translators edit."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

LANGUAGES: Mapping[str, str] = MappingProxyType({"en": "English", "ko": "한국어"})
"""Every language that the program speaks, with its own name for itself."""
SOURCE_LANGUAGE = "en"
"""The language that templates are written in."""
CONTEXTS = ("messages", "tables")
"""The parts of a ``.ts`` file that hold texts of the rooms without Qt: messages, and what stands in their tables."""


def read_catalog(ts: Path) -> Mapping[str, str]:
    """Return the translations of messages and tables by their English templates.

    Parameters
    ----------
    ts : Path
        A ``.ts`` file; it comes with the program.
    """
    found: dict[str, str] = {}
    for context in ElementTree.parse(ts).getroot().iter("context"):
        if context.findtext("name") in CONTEXTS:
            for element in context.iter("message"):
                if translation := element.findtext("translation"):
                    found[element.findtext("source", "")] = translation
    return MappingProxyType(found)
