"""The activations in the languages that a network is exported to: one record per activation of the engine."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from playground.engine import ACTIVATIONS

OnnxSteps = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class ActivationCode:
    """One activation.

    Attributes
    ----------
    numpy : str
        A numpy expression in `z`, an array with a column per example: the engine's own operations in the engine's own
        order, so that it gives the same numbers to the last bit.
    pytorch : str
        A PyTorch expression in `z`, a tensor with a row per example.
    onnx : tuple of (operator, input, …)
        ONNX operators applied one after another. An input is `z`, a number, or the place of an earlier step (`#0`).
        Only operators that run-times implement in both precisions: the dedicated ones for leaky ReLU, ELU and GELU
        are often missing in double precision.
    """

    name: str
    numpy: str
    pytorch: str
    onnx: OnnxSteps


_RECORDS = (
    ActivationCode("linear", "z", "z", (("Identity", "z"),)),
    ActivationCode("sigmoid", "1 / (1 + np.exp(-z))", "torch.sigmoid(z)", (("Sigmoid", "z"),)),
    ActivationCode("tanh", "np.tanh(z)", "torch.tanh(z)", (("Tanh", "z"),)),
    ActivationCode("relu", "np.maximum(z, 0)", "torch.relu(z)", (("Relu", "z"),)),
    ActivationCode(
        "leaky_relu",
        "np.maximum(z, 0.01 * z)",
        "torch.maximum(z, 0.01 * z)",
        (("Mul", "z", "0.01"), ("Max", "z", "#0")),
    ),
    ActivationCode(
        "elu",
        "np.maximum(z, 0) + np.expm1(np.minimum(z, 0))",
        "torch.nn.functional.elu(z)",
        (("Min", "z", "0"), ("Exp", "#0"), ("Sub", "#1", "1"), ("Relu", "z"), ("Add", "#3", "#2")),
    ),
    ActivationCode(
        "softplus",
        "np.logaddexp(z, 0)",
        # PyTorch's own softplus turns into the identity above 20.
        "torch.logaddexp(z, torch.zeros_like(z))",
        # max(z, 0) + log(1 + exp(−|z|)): no overflow at either end
        (
            ("Abs", "z"),
            ("Neg", "#0"),
            ("Exp", "#1"),
            ("Add", "#2", "1"),
            ("Log", "#3"),
            ("Relu", "z"),
            ("Add", "#5", "#4"),
        ),
    ),
    ActivationCode(
        "gelu",
        "(np.tanh((z * z * 0.035677408136300125 + 0.7978845608028654) * z) + 1) * 0.5 * z",  # √(2/π) (0.044715 z² + 1)
        'torch.nn.functional.gelu(z, approximate="tanh")',
        (
            ("Mul", "z", "z"),
            ("Mul", "#0", "z"),
            ("Mul", "#1", "0.044715"),
            ("Add", "#2", "z"),
            ("Mul", "#3", "0.7978845608028654"),  # √(2/π)
            ("Tanh", "#4"),
            ("Add", "#5", "1"),
            ("Mul", "z", "0.5"),
            ("Mul", "#7", "#6"),
        ),
    ),
    ActivationCode(
        "swish", "z * (1 / (1 + np.exp(-z)))", "torch.nn.functional.silu(z)", (("Sigmoid", "z"), ("Mul", "z", "#0"))
    ),
    ActivationCode("sin", "np.sin(z)", "torch.sin(z)", (("Sin", "z"),)),
    ActivationCode(
        "softmax",
        # The column sums are a product with ones, as in the engine: `sum` may round differently.
        "(e := np.exp(z - z.max(axis=0))) / np.ones((len(z), len(z)), z.dtype).dot(e)",
        "torch.softmax(z, dim=1)",
        # rows are examples in the exported graph, so the last axis runs over the classes
        (("Softmax", "z"),),
    ),
)

ACTIVATION_CODE: Mapping[str, ActivationCode] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every activation's code by name."""

assert ACTIVATION_CODE.keys() == ACTIVATIONS.keys(), "every activation needs its code for exports"
