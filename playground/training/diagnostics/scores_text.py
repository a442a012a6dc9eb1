"""How well a network does, in words: beside what always answering the same comes to."""

from playground.messages import Message
from playground.training.diagnostics.evidence import FEWEST, Evidence
from playground.training.diagnostics.finding import number_text, percent


def scores_text(e: Evidence, *, unseen: bool = False) -> Message:
    """Return how well it does, beside a constant answer to the training examples, or to the test examples if unseen."""
    here, n = e.baseline.accuracy, e.examples.test.m
    if here is None or e.train_accuracy is None:
        return _costs(e, (e.test_baseline if unseen else e.baseline).cost, unseen=unseen)
    train, base = percent(e.train_accuracy), percent(here)
    there = None if not n else e.test_constant if unseen else e.test_baseline.accuracy
    if e.test_accuracy is None or there is None:
        return Message(
            "{train}% of the training examples are right; always answering the most common class would be {base}%",
            train=train,
            base=base,
        )
    if n < FEWEST:
        return Message(
            "{train}% of the training examples are right, and {n} {n:test example is|test examples are} too few to "
            "judge by; always answering the most common class would be {base}%",
            train=train,
            n=n,
            base=base,
        )
    return Message(
        "{train}% of the training examples and {test}% of the test examples are right; always answering the most "
        "common class would be {base}% and {test_base}%",
        train=train,
        test=percent(e.test_accuracy),
        base=base,
        test_base=percent(there),
    )


def _costs(e: Evidence, base: float, *, unseen: bool) -> Message:
    train, n = number_text(float(e.curves.train_cost[-1])), e.examples.test.m
    if not n:
        return Message(
            "the training cost is {train}; always answering the mean would cost {base}",
            train=train,
            base=number_text(base),
        )
    test = number_text(float(e.curves.test_cost[-1]))
    if unseen:
        return Message(
            "the test cost is {test}; always answering the mean would cost {base}", test=test, base=number_text(base)
        )
    if n < FEWEST:
        return Message(
            "the training cost is {train}, and {n} {n:test example is|test examples are} too few to judge by; always "
            "answering the mean would cost {base}",
            train=train,
            n=n,
            base=number_text(base),
        )
    return Message(
        "the training cost is {train} and the test cost {test}; always answering the mean would cost {base} and "
        "{test_base}",
        train=train,
        test=test,
        base=number_text(base),
        test_base=number_text(e.test_baseline.cost),
    )
