"""The cards of the terms, in words."""

from playground.lessons.glossary.card import Card
from playground.messages import Message

TERMS = (
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
        name="norm",
        title=Message("Norm"),
        text=Message(
            "How long a gradient is, all its numbers taken as one arrow: the root of the sum of their squares. Near 0 "
            "hardly anything is learned any more; where it grows and grows, the steps are too long."
        ),
        symbol="‖dW, db‖",
        places=("weights", "curves", "state"),
        formula=r"\lVert dW, db \rVert = \sqrt{\sum_{jk} dW_{jk}^2 + \sum_{j} db_j^2}",
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
        name="noise",
        title=Message("Noise"),
        text=Message(
            "Chance in the data: points, or the values to predict, lie a little off where they belong, and no network "
            "can know by how much. A formula of data may say itself where it comes in: x1*x2 + noise."
        ),
        places=("data",),
        formula=r"y = x_1 x_2 + \varepsilon, \quad \varepsilon \sim \mathcal{N}(0, \sigma^2)",
    ),
    Card(
        name="schedule",
        symbol="α",
        title=Message("Rate schedule"),
        text=Message(
            "How the learning rate changes while training goes on: long steps where there is far to go, short ones "
            "near the end. The rate in effect stands at the lower edge, and the schedule behind the cost."
        ),
        places=("settings", "curves", "state"),
        formula=r"\theta \leftarrow \theta - \alpha_t\, d\theta",
    ),
    Card(
        name="weight_decay",
        symbol="λ",
        title=Message("Weight decay"),
        text=Message(
            "AdamW takes a small share off every weight and bias at each step, beside what the gradient says: what is "
            "not needed shrinks."
        ),
        places=("settings", "walk"),
        formula=r"\theta \leftarrow \theta - \alpha\,\lambda\,\theta",
    ),
    Card(
        name="clipping",
        title=Message("Gradient clipping"),
        text=Message(
            "A gradient that is longer than allowed is shortened, and keeps its direction: one wild mini-batch cannot "
            "throw the weights far away."
        ),
        places=("settings", "walk"),
        formula=r"d\theta_c = d\theta \cdot \min\left(1, \frac{c}{\lVert d\theta \rVert}\right)",
    ),
    Card(
        name="dropout",
        title=Message("Dropout"),
        text=Message(
            "Each example of an update does without some hidden neurons, drawn anew each time; the others are scaled "
            "up. No neuron can rely on another, which is good against overfitting. Never when the network is judged."
        ),
        places=("settings", "walk"),
        formula=r"A = M \odot g(Z), \quad M_{ij} \in \left\{0, \frac{1}{1 - p}\right\}",
    ),
    Card(
        name="frozen",
        title=Message("Frozen neuron"),
        text=Message(
            "Its weights and bias stay as they are, whatever the gradient says; a whole layer can be frozen, too. The "
            "menu of the diagram, by the right mouse button, does both."
        ),
        places=("diagram", "walk"),
    ),
    Card(
        name="ablation",
        title=Message("Ablation"),
        text=Message(
            "What is a neuron worth? The cost is computed without it: what it rises by is its share. The diagram tells "
            "it of the neuron pointed at, and can switch one off."
        ),
        places=("diagram",),
        formula=r"C(a_k = 0) - C",
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
