"""What the results come to, in a sentence or two."""

import math
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP

from playground.messages import numbers, with_particles
from playground.training.questions.results import ClassScores, PartName, ValueScores
from playground.views.results.columns import translated

LONGEST_NAME = 24
WRONG: Mapping[PartName, str] = MappingProxyType(
    {
        "all": str(QT_TRANSLATE_NOOP("results", "{wrong} of {total} examples are wrong")),
        "train": str(QT_TRANSLATE_NOOP("results", "{wrong} of {total} training examples are wrong")),
        "test": str(QT_TRANSLATE_NOOP("results", "{wrong} of {total} test examples are wrong")),
    }
)
ONE_WRONG: Mapping[PartName, str] = MappingProxyType(
    {
        "all": str(QT_TRANSLATE_NOOP("results", "One of {total} examples is wrong")),
        "train": str(QT_TRANSLATE_NOOP("results", "One of {total} training examples is wrong")),
        "test": str(QT_TRANSLATE_NOOP("results", "One of {total} test examples is wrong")),
    }
)
ALL_RIGHT: Mapping[PartName, str] = MappingProxyType(
    {
        "all": str(QT_TRANSLATE_NOOP("results", "All {total} examples are right.")),
        "train": str(QT_TRANSLATE_NOOP("results", "All {total} training examples are right.")),
        "test": str(QT_TRANSLATE_NOOP("results", "All {total} test examples are right.")),
    }
)
OFF: Mapping[PartName, str] = MappingProxyType(
    {
        "all": str(QT_TRANSLATE_NOOP("results", "Predictions are off by {error} on average")),
        "train": str(QT_TRANSLATE_NOOP("results", "Predictions for training examples are off by {error} on average")),
        "test": str(QT_TRANSLATE_NOOP("results", "Predictions for test examples are off by {error} on average")),
    }
)
_ALWAYS = str(QT_TRANSLATE_NOOP("results", "{wrong}: {true} is taken for {predicted}."))
_OFTEN = str(QT_TRANSLATE_NOOP("results", "{wrong}; most often {true} is taken for {predicted} ({count} times)."))
_NEVER_TWICE = str(QT_TRANSLATE_NOOP("results", "{wrong}, no two of them in the same way."))
_EXPLAINS = str(QT_TRANSLATE_NOOP("results", "{off}; they explain {share} of the variation."))
_WORSE = str(QT_TRANSLATE_NOOP("results", "{off}: no better than always saying the mean."))
_CONSTANT = str(
    QT_TRANSLATE_NOOP("results", "{off}. R² is not defined: the true values are all the same, with nothing to explain.")
)
_INFINITE = str(QT_TRANSLATE_NOOP("results", "Predictions are too large to be told as numbers."))
_UNTRAINED = str(QT_TRANSLATE_NOOP("results", "Not trained yet: {sentence}"))


def classified(part: PartName, scores: ClassScores, classes: tuple[str, ...]) -> str:
    """Return what a confusion matrix says in a sentence."""
    wrong, total = scores.wrong, scores.total
    if scores.mistake is None:
        return translated(ALL_RIGHT[part]).format(total=numbers.grouped(total))
    true, predicted, count = scores.mistake
    begin = translated((ONE_WRONG if wrong == 1 else WRONG)[part]).format(
        wrong=numbers.grouped(wrong), total=numbers.grouped(total)
    )
    if count == 1 and wrong > 1:
        return translated(_NEVER_TWICE).format(wrong=begin)
    sentence = translated(_ALWAYS if count == wrong else _OFTEN).format(
        wrong=begin, true=_brief(classes[true]), predicted=_brief(classes[predicted]), count=numbers.grouped(count)
    )
    return with_particles(sentence)


def estimated(part: PartName, scores: ValueScores, *, measured: bool = True) -> str:
    """Return what the errors of a regression say in a sentence; `measured` as in `Results`."""
    if not math.isfinite(scores.mae):
        return translated(_INFINITE)
    off = translated(OFF[part]).format(error=numbers.number(scores.mae, 3))
    if not measured:
        return f"{off}."
    if scores.r2 is None:
        return translated(_CONSTANT).format(off=off)
    if scores.r2 <= 0:
        return translated(_WORSE).format(off=off)
    return translated(_EXPLAINS).format(off=off, share=numbers.percent(scores.r2))


def _brief(name: str) -> str:
    """Return a name that leaves room for the rest of a sentence: of a long one its beginning and its end."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME // 2]}…{name[-LONGEST_NAME // 3 :]}"


def untrained(sentence: str) -> str:
    """Return the sentence with the warning that nothing has been learned yet."""
    return translated(_UNTRAINED).format(sentence=sentence)
