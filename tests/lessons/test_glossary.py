"""Every letter and term has its card, with a formula that can be typeset, in both languages."""

import numpy as np
import pytest

from playground.engine import ACTIVATIONS, COSTS, OPTIMIZERS
from playground.files import folder
from playground.lessons.glossary import CARDS, GLOSSARY, PLACES, mentioned
from playground.messages import Language, in_language, read_catalog
from playground.training.walkthrough.walk import WITHOUT_LAYER

ASKED_FOR = (
    *("X", "Y", "W", "b", "Z", "A", "g", "slope", "dA", "dZ", "dW", "db", "C", "m", "n", "L", "V", "S", "l1", "l2"),
    *("learning_rate", "epoch", "update", "mini_batch", "gradient", "chain_rule", "jacobian", "kronecker", "forward"),
    *("backward", "neuron", "layer", "optimizer", "training_data", "test_data", "accuracy", "r2", "overfitting"),
    *("saturated", "dead", "vanishing", "softmax", "cross_entropy"),
    *("schedule", "weight_decay", "clipping", "dropout", "frozen", "ablation", "norm"),
)


def test_every_letter_and_term_has_a_card():
    assert set(ASKED_FOR) <= set(GLOSSARY)
    assert len(CARDS) >= 45
    assert {"X", "Y", "C"} <= WITHOUT_LAYER  # the walk's letters that have no layer are among them


def test_the_tables_of_the_engine_lose_no_card():
    for table in (ACTIVATIONS, COSTS, OPTIMIZERS):
        for name, record in table.items():
            assert (GLOSSARY[name].title, GLOSSARY[name].formula) == (record.label, record.formula)


@pytest.mark.parametrize("card", GLOSSARY.values(), ids=lambda card: card.name)
def test_a_card_is_whole(card):
    known = read_catalog(folder("resources") / "translations" / "playground_ko.ts")
    korean = Language("ko", lambda text: known.get(text, text))
    assert card.text.endswith((".", "!"))
    assert set(card.places) <= set(PLACES)
    assert card.places
    assert in_language(card.text, korean) != card.text
    if card.activation:
        assert ACTIVATIONS[card.activation].derivative is not None


def test_terms_of_a_text_are_found_the_longest_first_in_their_order():
    def names(text, translate=str):
        return [card.name for card in mentioned(text, translate)]

    assert names("The learning rate scales dW; a neuron keeps its bias.") == ["learning_rate", "dW", "neuron", "b"]
    assert names("An activation function g") == ["g"]
    assert names("A word, and Bandwidth") == []
    known = read_catalog(folder("resources") / "translations" / "playground_ko.ts")
    assert names("학습률을 줄이면 비용이 덜 튑니다.", lambda text: known.get(text, text))[0] == "learning_rate"


@pytest.mark.parametrize("activation", [each for each in ACTIVATIONS.values() if each.derivative is not None])
def test_the_slope_is_that_of_the_function(activation):
    z = np.array([[-3.1, -0.7, 0.4, 2.9]])
    nudged = (activation(z + 1e-6) - activation(z - 1e-6)) / 2e-6
    assert activation.slope(z) == pytest.approx(nudged, abs=1e-8)
