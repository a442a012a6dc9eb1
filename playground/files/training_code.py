"""How PyTorch says what a training consists of: costs, optimizers, schedules, and the text around them."""

from collections.abc import Mapping
from types import MappingProxyType

_SUM = ".sum(dim=1).mean()"
LOSSES: Mapping[str, str] = MappingProxyType(
    {
        "squared_error": "((A - Y) ** 2)" + _SUM,
        "half_squared_error": "0.5 * ((A - Y) ** 2)" + _SUM,
        "absolute_error": "(A - Y).abs()" + _SUM,
        "huber": 'torch.nn.functional.huber_loss(A, Y, reduction="none")' + _SUM,
        "binary_cross_entropy": 'torch.nn.functional.binary_cross_entropy(A, Y, reduction="none")' + _SUM,
        "cross_entropy": "-(Y * torch.log(A.clamp_min(torch.finfo(A.dtype).tiny)))" + _SUM,
    }
)
"""Every cost as PyTorch computes it from the outputs A and the targets Y, rows being examples."""
FUSED: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("binary_cross_entropy", "sigmoid"): (
            'torch.nn.functional.binary_cross_entropy_with_logits(Z, Y, reduction="none")' + _SUM
        ),
        ("cross_entropy", "softmax"): "-(Y * torch.log_softmax(Z, dim=1))" + _SUM,
    }
)
"""Costs that are computed from Z, the last layer's weighted sums, with an output activation: nothing overflows."""
OPTIMIZERS: Mapping[str, str] = MappingProxyType(
    {
        "sgd": "SGD(network.parameters(), lr=learning_rate)",
        "momentum": "SGD(network.parameters(), lr=learning_rate, momentum=0.9)",
        "nesterov": "SGD(network.parameters(), lr=learning_rate, momentum=0.9, nesterov=True)",
        "rmsprop": "RMSprop(network.parameters(), lr=learning_rate)",
        "adam": "Adam(network.parameters(), lr=learning_rate)",
        "adamw": "AdamW(network.parameters(), lr=learning_rate, weight_decay=weight_decay)",
    }
)
"""Every optimizer's call in `torch.optim`."""
SCHEDULES: Mapping[str, str] = MappingProxyType(
    {
        "step": "return share ** (update // length)",
        "cosine": "return half_cosine(1, share, min(update / length, 1))",
        "warm_up": "return share + (1 - share) * min(update / length, 1)",
        "one_cycle": (
            "peak, end = max(0.3 * length - 1, 0), max(length - 1, 1)\n"
            "    if update <= peak:\n"
            "        return half_cosine(share, 1, update / peak if peak else 1)\n"
            "    return half_cosine(1, share / 1e4, min((update - peak) / max(end - peak, 1e-9), 1))"
        ),
    }
)
"""The share of the learning rate that the update after so many has, by each schedule but the constant one."""

SCHEDULE = '''def half_cosine(start, end, way):
    return end + (start - end) / 2 * (1 + np.cos(np.pi * way))


def factor(update):
    """The share of the learning rate that an update has after so many."""
    length, share = {length} * -(-len(X) // batch_size), {share!r}
    {code}


schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)'''

FIXED = '''# What is frozen stays as it is; what is switched off has no weights to the layer above.
fixed = [torch.zeros(p.shape, dtype=torch.bool) for p in network.parameters()]
{marks}


def only_free():
    """Forget the gradients of what is frozen; return what it is."""
    for p, mask in zip(network.parameters(), fixed):
        p.grad[mask] = 0
    return [p.detach()[mask].clone() for p, mask in zip(network.parameters(), fixed)]


def hold(kept):
    """Whatever the optimizer makes of it, what is frozen stays."""
    with torch.no_grad():
        for p, mask, values in zip(network.parameters(), fixed, kept):
            p[mask] = values'''

MASKS = '''

mask_rng = np.random.Generator(rng.bit_generator.jumped())


def masks(m):
    """For each hidden layer which neurons so many examples do without; those that stay count for more."""
    kept = mask_rng.random((sum({units}), m)) >= dropout
    return torch.from_numpy(kept / (1 - dropout)).to(torch.{dtype}).T.split({units}, dim=1)
'''

NETWORK = '''{functions}


def features(rows):
    """What the network sees of the inputs: (m, n_inputs) to (m, n_0)."""
{features}


def seen(rows):
    """The features as the first layer takes them."""
    return ((features(rows) - input_mean.T) / input_scale.T).to(torch.{dtype})


class Network(torch.nn.Module):
    """The layers, with their first weights; rows are examples."""

    hidden_activations = ({hidden})

    def __init__(self):
        super().__init__()
        self.layers = torch.nn.ModuleList()
        for W, b in zip(({weights},), ({biases},)):
            layer = torch.nn.Linear(W.shape[1], W.shape[0], dtype=W.dtype)
            with torch.no_grad():
                layer.weight.copy_(W)
                layer.bias.copy_(b[:, 0])
            self.layers.append(layer)

    def scores(self, F, masks=None):
        """The weighted sums of the last layer."""
        A = F
        for number, (layer, activation) in enumerate(zip(self.layers, self.hidden_activations)):
            A = activation(layer(A))
            if masks is not None:
                A = A * masks[number]
        return self.layers[-1](A)

    def forward(self, F):
        return {output}(self.scores(F))


network = Network()


def predict(rows):
    """(m, n_inputs) to (m, n_outputs), in the unit of the data."""
    with torch.no_grad():
        return network(seen(torch.as_tensor(rows, dtype=torch.float64))) * output_scale.T + output_mean.T'''

LOOP = '''rng = np.random.default_rng({seed})
F, F_test = seen(X), seen(X_test)
{masks}

def batches():
    """The mini-batches of one epoch."""
    order = np.arange(len(X))[None]
    if len(X) > batch_size:
        order = rng.permuted(order, axis=1)
    return torch.from_numpy(order[0]).split(batch_size)


def costs():
    """Of the training and of the test examples, without penalties; None where there are none."""
    with torch.no_grad():
        return [float(cost(network.scores(f), y)) if len(y) else None for f, y in ((F, Y), (F_test, Y_test))]


print("epoch", 0, *costs())
for epoch in range(1, epochs + 1):
    for chosen in batches():
{steps}
    if epoch % max(1, epochs // 10) == 0 or epoch == epochs:
        print("epoch", epoch, *costs())'''
