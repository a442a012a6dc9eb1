"""Training beside PyTorch: the same weights and mini-batches, its own optimizers, clipping, schedules and dropout."""

import numpy as np
import pytest

from playground.engine import OPTIMIZERS, SCHEDULES

torch = pytest.importorskip("torch")

RATE = 0.05
EPOCHS = 4
OPTIMIZER = {
    "sgd": lambda parameters: torch.optim.SGD(parameters, RATE),
    "momentum": lambda parameters: torch.optim.SGD(parameters, RATE, momentum=0.9),
    "nesterov": lambda parameters: torch.optim.SGD(parameters, RATE, momentum=0.9, nesterov=True),
    "rmsprop": lambda parameters: torch.optim.RMSprop(parameters, RATE),
    "adam": lambda parameters: torch.optim.Adam(parameters, RATE),
    "adamw": lambda parameters: torch.optim.AdamW(parameters, RATE),
}
SCHEDULE = {  # of an optimizer and the updates of one epoch, EPOCHS long, share 0.2; stepped after each update
    "constant": lambda o, _: torch.optim.lr_scheduler.ConstantLR(o, 1.0),
    "step": lambda o, n: torch.optim.lr_scheduler.StepLR(o, n * EPOCHS, 0.2),
    "cosine": lambda o, n: torch.optim.lr_scheduler.CosineAnnealingLR(o, n * EPOCHS, 0.2 * RATE),
    "warm_up": lambda o, n: torch.optim.lr_scheduler.LinearLR(o, 0.2, 1.0, n * EPOCHS),
    "one_cycle": lambda o, n: torch.optim.lr_scheduler.OneCycleLR(
        o, RATE, total_steps=n * EPOCHS, div_factor=5, cycle_momentum=False
    ),
}


class Twin:
    """The network of a trainer in PyTorch, with the cost (1/2m) Σ‖a − y‖²."""

    def __init__(self, network):
        self.W = [torch.tensor(W.copy(), requires_grad=True) for W in network.W]
        self.b = [torch.tensor(b.copy(), requires_grad=True) for b in network.b]

    @property
    def parameters(self):
        return [*self.W, *self.b]

    def backward(self, X, Y, masks=None):
        A = torch.tensor(X)
        for layer, (W, b) in enumerate(zip(self.W, self.b, strict=True)):
            Z = W @ A + b
            A = Z if layer == len(self.W) - 1 else torch.tanh(Z)
            if masks and layer < len(masks):
                A = A * torch.tensor(masks[layer])
        for parameter in self.parameters:
            parameter.grad = None
        (0.5 * ((A - torch.tensor(Y)) ** 2).sum() / X.shape[1]).backward()

    def assert_equals(self, network, rtol=1e-9):
        for ours, its in zip((*network.W, *network.b), self.parameters, strict=True):
            np.testing.assert_allclose(ours, its.detach().numpy(), rtol=rtol, atol=1e-12)


def test_every_entry_is_compared():
    assert list(OPTIMIZER) == list(OPTIMIZERS)
    assert list(SCHEDULE) == list(SCHEDULES)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("clip_norm", [0.0, 0.1])
@pytest.mark.parametrize("dropout", [0.0, 0.3])
def test_a_run_is_that_of_torch(trainer, optimizer, clip_norm, dropout):
    ours = trainer(optimizer=optimizer, learning_rate=RATE, clip_norm=clip_norm, dropout=dropout)
    twin = Twin(ours.network)
    step = OPTIMIZER[optimizer](twin.parameters)
    for _ in range(40):
        X, Y = ours.next_batch()
        ours.run_updates(1)
        twin.backward(X, Y, ours.masks)
        if clip_norm:
            torch.nn.utils.clip_grad_norm_(twin.parameters, clip_norm)
        step.step()
        twin.assert_equals(ours.network)


@pytest.mark.parametrize("schedule", SCHEDULES)
@pytest.mark.parametrize("optimizer", ["sgd", "adamw"])
def test_a_scheduled_run_is_that_of_torch(trainer, schedule, optimizer):
    ours = trainer(
        optimizer=optimizer, learning_rate=RATE, schedule=schedule, schedule_epochs=EPOCHS, schedule_factor=0.2
    )
    twin, n = Twin(ours.network), ours.batches_per_epoch
    step = OPTIMIZER[optimizer](twin.parameters)
    scheduler = SCHEDULE[schedule](step, n)
    for update in range(EPOCHS * n):
        assert ours.rate == pytest.approx(step.param_groups[0]["lr"], rel=1e-9), update
        X, Y = ours.next_batch()
        ours.run_updates(1)
        twin.backward(X, Y)
        step.step()
        if update < EPOCHS * n - 1:
            scheduler.step()
        twin.assert_equals(ours.network)


def test_masks_are_as_torch_makes_them(trainer):
    torch.manual_seed(0)
    values = torch.nn.functional.dropout(torch.ones(20000, dtype=torch.float64), 0.3).numpy()
    ours = trainer(dropout=0.3, learning_rate=0.0)
    kept = []
    for _ in range(600):
        ours.run_updates(1)
        kept.append(np.concatenate([mask.ravel() for mask in ours.masks]))
    kept = np.concatenate(kept)
    np.testing.assert_allclose(sorted(set(kept)), sorted(set(values.tolist())), rtol=1e-12)
    assert kept.mean() == pytest.approx(1, abs=0.02)
    assert values.mean() == pytest.approx(1, abs=0.02)
