"""The glossary: every letter and term on screen, one card each.

Activations, optimizers and costs have their cards from the engine's own tables.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from playground.engine import ACTIVATIONS, COSTS, OPTIMIZERS
from playground.messages import Message


@dataclass(frozen=True, kw_only=True)
class Card:
    """One letter or term.

    Attributes
    ----------
    name
        Its key.
    title
        The term, in words.
    text
        What it is, in plain sentences.
    symbol
        The letter that stands for it on screen, or nothing.
    shape
        LaTeX of rows × columns, or nothing.
    places
        Where it is seen: keys of `PLACES`.
    formula, derivative
        LaTeX, or nothing; the derivative is that of an activation.
    activation
        A key of `ACTIVATIONS`, where its curve and that of its derivative are to be shown.
    """

    name: str
    title: str
    text: str
    symbol: str = ""
    shape: str = ""
    places: tuple[str, ...] = ()
    formula: str = ""
    derivative: str = ""
    activation: str = ""


PLACES: Mapping[str, Message] = MappingProxyType(
    {
        "data": Message("Data, at the left"),
        "settings": Message("Settings, at the left"),
        "diagram": Message("Train: the diagram"),
        "weights": Message("Train: the heatmaps"),
        "output": Message("Output, at the right"),
        "curves": Message("Curves, below"),
        "health": Message("Health, below"),
        "state": Message("the line at the bottom of the window"),
        "walk": Message("Backprop: Walk"),
        "forms": Message("Backprop: Three ways"),
        "check": Message("Backprop: Gradient check"),
        "chain": Message("Chain rule"),
        "landscape": Message("Landscape"),
        "results": Message("Results"),
    }
)
"""The parts of the window that cards name."""

_LETTERS = (
    Card(
        name="X",
        symbol="X",
        title=Message("Inputs"),
        text=Message("What the network is given: one column for each example, one row for each input."),
        shape=r"n_0 \times m",
        places=("data", "diagram", "walk"),
        formula=r"A^{[0]} = X",
    ),
    Card(
        name="Y",
        symbol="Y",
        title=Message("Targets"),
        text=Message("What the network is to answer: one column for each example, one row for each output."),
        shape=r"n_L \times m",
        places=("walk", "results"),
    ),
    Card(
        name="W",
        symbol="W",
        title=Message("Weights"),
        text=Message(
            "How strongly each neuron listens to each one below it. Row 2, column 3 belongs to the connection from "
            "neuron 3 below to neuron 2 here. Training changes them."
        ),
        shape=r"n_l \times n_{l-1}",
        places=("diagram", "weights", "walk"),
        formula=r"Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}",
    ),
    Card(
        name="b",
        symbol="b",
        title=Message("Bias"),
        text=Message(
            "A number that each neuron adds to its weighted sum, whatever the inputs are: it moves the threshold."
        ),
        shape=r"n_l \times 1",
        places=("diagram", "weights", "walk"),
        formula=r"Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}",
    ),
    Card(
        name="Z",
        symbol="Z",
        title=Message("Weighted sum"),
        text=Message("Each activation below times its weight, all added up, and the bias: what a neuron has gathered."),
        shape=r"n_l \times m",
        places=("walk", "chain"),
        formula=r"z_j^{[l]} = \sum_k W_{jk}^{[l]}\, a_k^{[l-1]} + b_j^{[l]}",
    ),
    Card(
        name="A",
        symbol="A",
        title=Message("Activation"),
        text=Message("What a neuron hands on: its weighted sum, sent through the activation function g."),
        shape=r"n_l \times m",
        places=("diagram", "walk", "chain"),
        formula=r"A^{[l]} = g(Z^{[l]})",
    ),
    Card(
        name="g",
        symbol="g",
        title=Message("Activation function"),
        text=Message(
            "Bends the weighted sum. Without it, any number of layers could do no more than a single one: draw a "
            "straight boundary."
        ),
        places=("settings", "diagram", "walk"),
        formula=r"a = g(z)",
        activation="tanh",
    ),
    Card(
        name="slope",
        symbol="g′",
        title=Message("Slope of the activation function"),
        text=Message(
            "How much the activation changes when the weighted sum changes a little. Every gradient that comes back "
            "through a neuron is multiplied by it."
        ),
        shape=r"n_l \times m",
        places=("walk", "chain"),
        formula=r"g'(z) = \frac{\partial a}{\partial z}",
        activation="sigmoid",
    ),
    Card(
        name="dA",
        symbol="dA",
        title=Message("Gradient of the activations"),
        text=Message("How the cost of an example changes when an activation changes a little."),
        shape=r"n_l \times m",
        places=("walk",),
        formula=r"dA^{[l]} = W^{[l+1]\top}\, dZ^{[l+1]}",
    ),
    Card(
        name="dZ",
        symbol="dZ",
        title=Message("Gradient of the weighted sums"),
        text=Message(
            "How the cost of an example changes when a weighted sum changes a little: the error that reaches a neuron."
        ),
        shape=r"n_l \times m",
        places=("walk",),
        formula=r"dZ^{[l]} = dA^{[l]} \odot g'(Z^{[l]})",
    ),
    Card(
        name="dW",
        symbol="dW",
        title=Message("Gradient of the weights"),
        text=Message(
            "How the cost changes when a weight changes a little: the error above the connection times the activation "
            "below it, averaged over the examples."
        ),
        shape=r"n_l \times n_{l-1}",
        places=("weights", "walk", "forms", "check"),
        formula=r"dW^{[l]} = \frac{1}{m}\, dZ^{[l]} A^{[l-1]\top}",
    ),
    Card(
        name="db",
        symbol="db",
        title=Message("Gradient of the biases"),
        text=Message("How the cost changes when a bias changes a little: the mean of dZ over the examples."),
        shape=r"n_l \times 1",
        places=("weights", "walk", "check"),
        formula=r"db^{[l]} = \frac{1}{m} \sum_{i=1}^{m} dZ_{\cdot i}^{[l]}",
    ),
    Card(
        name="C",
        symbol="C",
        title=Message("Cost"),
        text=Message(
            "One number that says how wrong the network is: the mean over the examples. Training makes it smaller."
        ),
        shape=r"1 \times m",
        places=("state", "curves", "walk", "landscape"),
        formula=r"C = \frac{1}{m} \sum_{i=1}^{m} C_i",
    ),
    Card(
        name="m",
        symbol="m",
        title=Message("Number of examples"),
        text=Message("How many examples one update looks at: the columns of X, Z and A."),
        places=("walk",),
    ),
    Card(
        name="n",
        symbol="n",
        title=Message("Neurons of a layer"),
        text=Message("How many neurons a layer has; n₀ is the number of inputs."),
        places=("diagram", "walk"),
    ),
    Card(
        name="L",
        symbol="L",
        title=Message("Number of layers"),
        text=Message("Layers that have weights: the hidden ones and the output layer. The inputs are layer 0."),
        places=("diagram", "walk"),
    ),
    Card(
        name="learning_rate",
        symbol="α",
        title=Message("Learning rate"),
        text=Message(
            "How long a step is: the update subtracts the gradient times this. Too large, the cost jumps; too small, "
            "it hardly moves."
        ),
        places=("settings", "walk", "landscape"),
        formula=r"W \leftarrow W - \alpha\, dW",
    ),
    Card(
        name="l1",
        symbol="λ₁",
        title=Message("L1 penalty"),
        text=Message("Adds the sizes of all weights to what is made small: weights that are of no use become 0."),
        places=("settings", "walk"),
        formula=r"\lambda_1 \sum \left|W\right|, \quad dW + \lambda_1 \operatorname{sign}(W)",
    ),
    Card(
        name="l2",
        symbol="λ₂",
        title=Message("L2 penalty"),
        text=Message("Adds the squares of all weights to what is made small: large weights shrink."),
        places=("settings", "walk"),
        formula=r"\frac{\lambda_2}{2} \sum W^2, \quad dW + \lambda_2 W",
    ),
    Card(
        name="V",
        symbol="V",
        title=Message("Memory of the gradients"),
        text=Message(
            "What Momentum, Nesterov and Adam remember of earlier gradients, so that a step keeps its direction."
        ),
        shape=r"n_l \times n_{l-1}, \quad n_l \times 1",
        places=("walk",),
        formula=r"V \leftarrow 0.9\,V + d\theta",
    ),
    Card(
        name="S",
        symbol="S",
        title=Message("Memory of the squared gradients"),
        text=Message(
            "What RMSProp and Adam remember of the squares of earlier gradients, so that every weight gets a step of a "
            "similar size."
        ),
        shape=r"n_l \times n_{l-1}, \quad n_l \times 1",
        places=("walk",),
        formula=r"S \leftarrow 0.99\,S + 0.01\,d\theta^2",
    ),
)

_TERMS = (
    Card(
        name="neuron",
        title=Message("Neuron"),
        text=Message("Adds up what it gets, each input times its weight, adds its bias, and sends the sum through g."),
        places=("diagram", "chain"),
        formula=r"a = g\left(\sum_k w_k x_k + b\right)",
    ),
    Card(
        name="layer",
        title=Message("Layer"),
        text=Message("Neurons side by side, which all read the same layer below."),
        places=("diagram", "walk"),
        formula=r"A^{[l]} = g(W^{[l]} A^{[l-1]} + b^{[l]})",
    ),
    Card(
        name="forward",
        title=Message("Forward pass"),
        text=Message("From the inputs to the outputs and the cost, layer by layer: first Z, then A."),
        places=("walk", "chain"),
        formula=r"Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}, \quad A^{[l]} = g(Z^{[l]})",
    ),
    Card(
        name="backward",
        title=Message("Backward pass (backpropagation)"),
        text=Message(
            "From the cost back to the first layer: each layer gets its gradients from those of the layer above, and "
            "nothing is computed twice."
        ),
        places=("walk", "chain"),
        formula=r"dZ^{[l]} = \left(W^{[l+1]\top} dZ^{[l+1]}\right) \odot g'(Z^{[l]})",
    ),
    Card(
        name="gradient",
        title=Message("Gradient"),
        text=Message(
            "For every weight and bias, how much the cost rises when that one is raised a little. A step against it "
            "makes the cost smaller."
        ),
        places=("weights", "walk", "landscape", "chain"),
        formula=r"\frac{\partial C}{\partial W_{jk}}",
    ),
    Card(
        name="chain_rule",
        title=Message("Chain rule"),
        text=Message(
            "The slope of something that depends on something that depends on x is the product of the slopes. Where "
            "several paths lead from x to the cost, their products add up."
        ),
        places=("chain", "walk"),
        formula=r"\frac{\partial C}{\partial w} = \frac{\partial C}{\partial a}\,\frac{\partial a}{\partial z}\,"
        r"\frac{\partial z}{\partial w}",
    ),
    Card(
        name="jacobian",
        symbol="J",
        title=Message("Jacobian"),
        text=Message(
            "The table of all slopes of several outputs with respect to several inputs. For an elementwise activation "
            "only its diagonal is not 0; for softmax all of it counts."
        ),
        shape=r"n_l \times n_l",
        places=("forms", "walk"),
        formula=r"J_{ij} = \frac{\partial a_i}{\partial z_j}",
    ),
    Card(
        name="kronecker",
        symbol="⊗",
        title=Message("Kronecker product"),
        text=Message(
            "Every entry of one matrix times the whole of another. Written with it, the gradient of all weights is one "
            "row; the outer product is the short way to the same numbers."
        ),
        places=("forms",),
        formula=r"\frac{\partial z}{\partial \operatorname{vec} W} = a^{\top} \otimes I",
    ),
    Card(
        name="elementwise",
        symbol="⊙",
        title=Message("Elementwise product"),
        text=Message("Entry times entry at the same place; both matrices have the same shape."),
        places=("walk",),
        formula=r"(A \odot B)_{ij} = A_{ij}\, B_{ij}",
    ),
    Card(
        name="transpose",
        symbol="ᵀ",
        title=Message("Transpose"),
        text=Message("Rows become columns: forward W is read row by row, backward Wᵀ sends the errors the other way."),
        places=("walk",),
        formula=r"(W^{\top})_{kj} = W_{jk}",
    ),
    Card(
        name="update",
        title=Message("Update"),
        text=Message("One change of all weights and biases, from the gradient of one mini-batch."),
        places=("walk", "state"),
        formula=r"W \leftarrow W - \alpha\, dW, \quad b \leftarrow b - \alpha\, db",
    ),
    Card(
        name="mini_batch",
        title=Message("Mini-batch"),
        text=Message("The few training examples that one update looks at; the gradient is their mean."),
        places=("settings", "walk"),
    ),
    Card(
        name="epoch",
        title=Message("Epoch"),
        text=Message("As many updates as it takes to have looked at every training example once."),
        places=("state", "curves"),
    ),
    Card(
        name="optimizer",
        title=Message("Optimizer"),
        text=Message("The rule that makes a step of a gradient, perhaps with a memory of earlier ones."),
        places=("settings", "walk"),
        formula=r"\theta \leftarrow \theta - \alpha\, d\theta",
    ),
    Card(
        name="training_data",
        title=Message("Training part"),
        text=Message("The examples that the weights are fitted to."),
        places=("data", "output", "curves"),
    ),
    Card(
        name="test_data",
        title=Message("Test part"),
        text=Message("Examples kept aside: the network is measured by them and never learns from them."),
        places=("data", "output", "curves"),
    ),
    Card(
        name="accuracy",
        title=Message("Accuracy"),
        text=Message("The share of examples whose class is right."),
        places=("state", "curves", "results"),
        formula=r"\frac{\text{right}}{\text{all}}",
    ),
    Card(
        name="r2",
        symbol="R²",
        title=Message("R squared"),
        text=Message("How much better than always answering the mean: 1 is perfect, 0 is no better, below 0 is worse."),
        places=("state", "curves", "results"),
        formula=r"R^2 = 1 - \frac{\sum (y - a)^2}{\sum (y - \bar y)^2}",
    ),
    Card(
        name="overfitting",
        title=Message("Overfitting"),
        text=Message("The training cost still falls while the test cost rises: the network learns the noise as well."),
        places=("curves", "health"),
    ),
    Card(
        name="saturated",
        title=Message("Saturated neuron"),
        text=Message(
            "It stands where its activation is flat: the slope g′ is almost 0, and the gradient is lost there."
        ),
        places=("health", "curves"),
        formula=r"g'(z) \approx 0",
        activation="sigmoid",
    ),
    Card(
        name="dead",
        title=Message("Dead neuron"),
        text=Message("A ReLU whose weighted sum is below 0 for every example: its slope is 0, it learns no more."),
        places=("health", "curves"),
        formula=r"z \le 0 \;\Rightarrow\; g'(z) = 0",
        activation="relu",
    ),
    Card(
        name="vanishing",
        title=Message("Vanishing gradient"),
        text=Message(
            "Each layer multiplies by slopes below 1, so that hardly anything is left for the first layers: they learn "
            "far more slowly than the last."
        ),
        places=("health", "curves"),
        formula=r"g'(z^{[L]}) \cdot g'(z^{[L-1]}) \cdots g'(z^{[1]}) \to 0",
    ),
    Card(
        name="exploding",
        title=Message("Exploding gradient"),
        text=Message("Each layer multiplies by weights well above 1: the steps get too long, the cost leaps to ∞."),
        places=("health", "curves"),
    ),
    Card(
        name="gradient_check",
        title=Message("Gradient check"),
        text=Message(
            "Each weight is moved a little up and down and the cost is computed both times: what comes out must be the "
            "gradient of backpropagation."
        ),
        places=("check",),
        formula=r"dW \approx \frac{C(W + \varepsilon) - C(W - \varepsilon)}{2\,\varepsilon}",
    ),
)

CARDS: Mapping[str, Card] = MappingProxyType({card.name: card for card in (*_LETTERS, *_TERMS)})
"""The cards that are written here."""


def _from_tables() -> Iterator[Card]:
    for activation in ACTIVATIONS.values():
        yield Card(
            name=activation.name,
            title=activation.label,
            text=activation.description,
            symbol="g",
            places=("settings", "diagram"),
            formula=activation.formula,
            derivative=activation.derivative_formula,
            activation=activation.name if activation.derivative is not None else "",
        )
    for table, symbol in ((OPTIMIZERS, "α"), (COSTS, "C")):
        for record in table.values():
            yield Card(
                name=record.name,
                title=record.label,
                text=record.description,
                symbol=symbol,
                places=("settings",),
                formula=record.formula,
            )


GLOSSARY: Mapping[str, Card] = MappingProxyType({**CARDS, **{card.name: card for card in _from_tables()}})
"""Every card: those, and one for each activation, optimizer and cost."""


def mentioned(text: str, translate: Callable[[str], str]) -> tuple[Card, ...]:
    """Return the cards whose term or letter stands in a text, in the order in which they come.

    Parameters
    ----------
    translate
        Puts a title into the language of the text. The longest term counts: "activation function" is no "activation".
    """
    rest, found = text.casefold(), dict[int, Card]()
    for card in sorted(GLOSSARY.values(), key=lambda card: -len(translate(card.title))):
        if place := re.search(rf"\b{re.escape(translate(card.title).casefold())}", rest):
            found[place.start()] = card
            rest = rest.replace(place[0], " " * len(place[0]))
    for card in CARDS.values():
        telling = len(card.symbol) > 1 or not card.symbol.isascii()  # "A" is a word, too
        pattern = rf"(?<![A-Za-z]){re.escape(card.symbol)}(?![A-Za-z])"
        if card.symbol and telling and (place := re.search(pattern, text)):
            found.setdefault(place.start(), card)
    return tuple(dict.fromkeys(found[start] for start in sorted(found)))
