"""What the engine is checked against: optimizers and training as the textbooks write them, slow and plain."""

import math
from types import SimpleNamespace

import numpy as np
import pytest

from playground.engine import Network, Trainer, batch_schedule

RNG = np.random.default_rng(0)
X = RNG.standard_normal((2, 23))
Y = np.vstack([np.sin(X[0]) * X[1], np.cos(X[1])])
LAYOUTS = {  # (examples, batch size, largest block in batches): blocks of many epochs, of parts of one, one batch
    "short last batch": (23, 5, 512),
    "even": (20, 5, 512),
    "full batch": (23, 100, 512),
    "long epochs": (23, 2, 4),
    "long even epochs": (20, 2, 4),
    "one at a time": (23, 1, 1),
}


class PublishedOptimizer:
    """PyTorch's documented update rules with their defaults, one number after another, in plain Python.

    torch.optim.SGD (momentum and nesterov 0.9, dampening 0), torch.optim.RMSprop (alpha 0.99, eps 1e-8),
    torch.optim.Adam (betas 0.9 and 0.999, eps 1e-8), torch.optim.AdamW (the same, weight_decay 0.01).
    """

    def __init__(self, name, n):
        self.name, self.t = name, 0
        self.first, self.second = [0.0] * n, [0.0] * n

    def step(self, parameters, gradient, rate):
        self.t += 1
        moved = []
        for i, (theta, g) in enumerate(zip(parameters, gradient, strict=True)):
            shrunk = theta - rate * 0.01 * theta if self.name == "adamw" else theta
            moved.append(shrunk - rate * getattr(self, f"_{self.name}")(i, g))
        return moved

    def _sgd(self, i, g):
        return g

    def _momentum(self, i, g):
        self.first[i] = 0.9 * self.first[i] + g
        return self.first[i]

    def _nesterov(self, i, g):
        self.first[i] = 0.9 * self.first[i] + g
        return g + 0.9 * self.first[i]

    def _rmsprop(self, i, g):
        self.second[i] = 0.99 * self.second[i] + 0.01 * g * g
        return g / (math.sqrt(self.second[i]) + 1e-8)

    def _adam(self, i, g):
        self.first[i] = 0.9 * self.first[i] + 0.1 * g
        self.second[i] = 0.999 * self.second[i] + 0.001 * g * g
        corrected_first = self.first[i] / (1 - 0.9**self.t)
        corrected_second = self.second[i] / (1 - 0.999**self.t)
        return corrected_first / (math.sqrt(corrected_second) + 1e-8)

    _adamw = _adam


class TextbookTraining:
    """A tanh network with linear outputs and half squared error, trained without any of the engine's means."""

    def __init__(self, W, b, optimizer, rate, l1=0.0, l2=0.0):
        self.W, self.b = [w.copy() for w in W], [v.copy() for v in b]
        self.rate, self.l1, self.l2 = rate, l1, l2
        self.optimizer = PublishedOptimizer(optimizer, sum(p.size for p in (*W, *b)))

    def update(self, X, Y):
        """Make one update on the examples given; return their mean cost before it."""
        m, last = X.shape[1], len(self.W) - 1
        A = [X]
        for layer, (W, b) in enumerate(zip(self.W, self.b, strict=True)):
            Z = W @ A[-1] + b
            A.append(Z if layer == last else np.tanh(Z))
        cost = 0.5 * np.sum((A[-1] - Y) ** 2) / m
        dZ = A[-1] - Y
        dW, db = [None] * (last + 1), [None] * (last + 1)
        for layer in range(last, -1, -1):
            dW[layer] = dZ @ A[layer].T / m + self.l2 * self.W[layer] + self.l1 * np.sign(self.W[layer])
            db[layer] = dZ.sum(axis=1, keepdims=True) / m
            if layer:
                dZ = (self.W[layer].T @ dZ) * (1 - A[layer] ** 2)
        self.gradients = SimpleNamespace(W=dW, b=db)
        arrays, gradients = [*self.W, *self.b], [*dW, *db]
        flat = np.concatenate([a.ravel() for a in arrays]).tolist()
        moved = self.optimizer.step(flat, np.concatenate([g.ravel() for g in gradients]).tolist(), self.rate)
        start = 0
        for array in arrays:
            array.ravel()[...] = moved[start : start + array.size]
            start += array.size
        return cost


@pytest.fixture(scope="session")
def published_optimizer():
    return PublishedOptimizer


@pytest.fixture(scope="session")
def textbook_training():
    return TextbookTraining


@pytest.fixture(scope="session")
def examples():
    """Return inputs (2, 23) and targets (2, 23)."""
    return X, Y


@pytest.fixture(params=LAYOUTS)
def layout(request, monkeypatch):
    """Examples and batch size of one way to lay out an epoch."""
    n, batch_size, largest = LAYOUTS[request.param]
    monkeypatch.setattr(batch_schedule, "MAXIMUM_BATCHES", largest)
    monkeypatch.setattr(batch_schedule, "BLOCK_BATCHES", min(largest, 64))
    return {"n": n, "batch_size": batch_size}


def make_network():
    return Network([2, 4, 3, 2], ["tanh", "tanh", "linear"], "half_squared_error")


def make_trainer(n=23, batch_size=5, **changes):
    return Trainer(make_network(), X[:, :n], Y[:, :n], **({"batch_size": batch_size, "seed": 1} | changes))


def make_updates_beside(ours, textbook, updates, rtol=1e-12):
    """Make updates one by one, each beside the textbook's on the same examples; return (cost, examples) of each."""
    costs = []
    for _ in range(updates):
        batch_X, batch_Y = ours.next_batch()
        ours.run_updates(1)
        costs.append((textbook.update(batch_X, batch_Y), batch_X.shape[1]))
        for array, expected in zip((*ours.network.W, *ours.network.b), (*textbook.W, *textbook.b), strict=True):
            np.testing.assert_allclose(array, expected, rtol=rtol, atol=1e-12)
    return costs


@pytest.fixture(scope="session")
def network():
    return make_network


@pytest.fixture(scope="session")
def trainer():
    return make_trainer


@pytest.fixture(scope="session")
def follow():
    return make_updates_beside
