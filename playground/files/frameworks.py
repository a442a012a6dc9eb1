"""The libraries that a network is exported to as a script: the script's text, and how each library says things."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct

from playground.files.export_code import Code


class Framework(Struct, frozen=True):
    """One library that a script can be written for: templates, with the parts of one network as `{fields}`."""

    name: str
    label: str
    script: str
    array: str
    inputs: str
    column: str
    stack: str
    constant: str
    expression: Callable[[Code], str]
    number: Callable[[float, str], str]


def _plain(number: float, _template: str = "") -> str:
    text = str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
    return f"({text})" if number < 0 else text


def _tensor(number: float, template: str) -> str:
    # torch.maximum and the like take no plain number.
    return f"torch.as_tensor({_plain(number)}, dtype=rows.dtype)" if template.startswith("torch.") else _plain(number)


_MAIN = """{classify}if __name__ == "__main__":
    import sys

    try:
        rows = [[float(value) for value in sys.argv[1:]]]
    except ValueError:
        rows = [[]]
    if len(rows[0]) != len(inputs):
        print(f"{{TITLE}}: give a number for each input of one example: {{', '.join(inputs)}}", file=sys.stderr)
        sys.exit(2)
    print(*predict(rows)[0].tolist())
{answer}"""

CLASSIFY = '''def classify(rows):
    """(m, n_inputs) to the name of the class that each example is taken for."""
    A = predict(rows)
    chosen = A.argmax(axis=1) if A.shape[1] > 1 else A[:, 0] > {middle}
    return [classes[int(index)] for index in chosen]


'''

_NUMPY = (
    '''"""A trained network ({sizes}) in plain numpy.

predict(rows) takes one row of inputs per example and returns one row of outputs per example.
"""

import numpy as np

TITLE = {title}
{names}

# W1 is (n_1, n_0), b1 is (n_1, 1), and so on; columns are examples.
{parameters}

{functions}

def features(X):
    """What the network sees of the inputs: (n_inputs, m) to (n_0, m)."""
{features}


def predict(rows):
    """(m, n_inputs) to (m, n_outputs), in the unit of the data."""
    X = np.asarray(rows, dtype=np.float64).T
    A = ((features(X) - input_mean) / input_scale).astype(np.{dtype})
    with np.errstate(over="ignore"):  # exp may overflow on its way to an exact 0 or 1
{layers}
    return (A * output_scale + output_mean).T


'''
    + _MAIN
)

_PYTORCH = (
    '''"""A trained network ({sizes}) in PyTorch.

Network is a torch.nn.Module with the trained weights; predict(rows) takes one row of inputs per example and returns one
row of outputs per example.
"""

import torch

TITLE = {title}
{names}

# W1 is (n_1, n_0), b1 is (n_1, 1), and so on.
{parameters}

{functions}

def features(rows):
    """What the network sees of the inputs: (m, n_inputs) to (m, n_0)."""
{features}


class Network(torch.nn.Module):
    """The layers, with their trained weights; rows are examples."""

    activations = ({activations},)

    def __init__(self):
        super().__init__()
        self.register_buffer("input_mean", input_mean.T)
        self.register_buffer("input_scale", input_scale.T)
        self.register_buffer("output_mean", output_mean.T)
        self.register_buffer("output_scale", output_scale.T)
        self.layers = torch.nn.ModuleList()
        for W, b in zip(({weights},), ({biases},)):
            layer = torch.nn.Linear(W.shape[1], W.shape[0], dtype=W.dtype)
            with torch.no_grad():
                layer.weight.copy_(W)
                layer.bias.copy_(b[:, 0])
            self.layers.append(layer)

    def forward(self, rows):
        A = ((features(rows) - self.input_mean) / self.input_scale).to(torch.{dtype})
        for layer, activation in zip(self.layers, self.activations):
            A = activation(layer(A))
        return A * self.output_scale + self.output_mean


def predict(rows):
    """(m, n_inputs) to (m, n_outputs), in the unit of the data."""
    with torch.no_grad():
        return Network()(torch.as_tensor(rows, dtype=torch.float64))


'''
    + _MAIN
)

_FRAMEWORKS = (
    Framework(
        name="numpy",
        label="numpy",
        script=_NUMPY,
        array="np.array({}, dtype=np.{dtype})",
        inputs="X",
        column="X[{}]",
        stack="np.stack([\n        {}\n    ])",
        constant="np.full_like({}, {})",
        expression=lambda code: code.numpy,
        number=_plain,
    ),
    Framework(
        name="pytorch",
        label="PyTorch",
        script=_PYTORCH,
        array="torch.tensor({}, dtype=torch.{dtype})",
        inputs="rows",
        column="rows[:, {}]",
        stack="torch.stack([\n        {}\n    ], dim=1)",
        constant="torch.full_like({}, {})",
        expression=lambda code: code.pytorch,
        number=_tensor,
    ),
)

FRAMEWORKS: Mapping[str, Framework] = MappingProxyType({record.name: record for record in _FRAMEWORKS})
"""Every library that scripts can be written for, by name."""
