"""The cards of the letters on screen."""

from playground.lessons.glossary.card import Card
from playground.messages import Message

LETTERS = (
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
