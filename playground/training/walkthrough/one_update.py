"""One update made on a copy of a network, with everything it computes on the way: the run itself goes on untouched."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType

import numpy as np
from msgspec import Struct

from playground.engine import Network, Trainer, TrainerState
from playground.engine.activations import ACTIVATIONS
from playground.engine.costs import COSTS
from playground.engine.jacobians import GradientForms, gradient_forms
from playground.engine.mistakes import derivative
from playground.engine.network import cost_per_example, with_ones
from playground.engine.operations import run as run_operations
from playground.engine.optimizers import OPTIMIZERS
from playground.engine.propagation import Buffers, Propagation
from playground.training.errors import TrainingError
from playground.training.results import Array
from playground.training.starting import update_settings
from playground.training.training_run import TrainingRun
from playground.training.walkthrough.explain_update import differs, gradient_name, moment_name
from playground.training.walkthrough.phases import phases
from playground.training.walkthrough.walk import Quantity, Walkthrough


class _Pass(Struct, frozen=True, eq=False):
    """A forward and, perhaps, a backward pass, in the engine's own buffers."""

    buffers: Buffers
    A: list[Array]
    Z: list[Array | None]
    gradients: list[Array]
    """By layer, the mean `[dW | db]`; empty after a forward pass alone."""
    costs: Array
    """`(1, m)`: of each example."""


class OneUpdate:
    """The next update of a run, made on a copy by the engine's own trainer.

    Raises `TrainingError` if there is no such example.

    `example`: the number of the training example to update on alone; None for the mini-batch.

    `X` and `Y`: `(n_0, m)` and `(n_L, m)`: what it looks at.
    """

    def __init__(self, run: TrainingRun, example: int | None) -> None:
        train, settings = run.examples.train, run.experiment.training
        self._run, self.example = run, example
        if example is None:
            self.X, self.Y = run.trainer.next_batch()
        elif 0 <= example < train.m:
            self.X, self.Y = (
                np.array(values[:, example : example + 1], run.network.dtype) for values in (train.F, train.Y)
            )
        else:
            raise TrainingError(
                "there is no training example {example}; expected 1 to {count}", example=example + 1, count=train.m
            )
        self.before = _copied(run.network)
        self.after = _copied(run.network)
        self._trainer = Trainer(
            self.after,
            self.X,
            self.Y,
            learning_rate=run.trainer.rate,
            **update_settings(settings) | {"batch_size": self.X.shape[1], "schedule": "constant"},
        )
        self._trainer.continue_from(run.trainer)
        self._trainer.draw_masks_as(run.trainer)
        self._penalty_before, self._remembered = self._trainer.penalty(), self._trainer.state().moments
        self._trainer.run_updates(1)

    @cached_property
    def state(self) -> TrainerState:
        """The copy's parameters, gradient, step and optimizer's memory after the update."""
        return self._trainer.state()

    @property
    def _optimizer_step(self) -> int:
        return int(self.state.count)

    @cached_property
    def _penalized(self) -> Array:
        """`(P,)`: the gradient with what penalties add to it, before it is clipped."""
        state, rule = self.state, self._trainer.rule
        if not (rule.clips or rule.fixes):
            assert state.gradient is not None, "the copy has made an update"
            return state.gradient
        assert state.cost_gradient is not None, "both are kept"
        with np.errstate(all="ignore"):
            penalties: Array = rule.penalties.gradient(self.before.structure, self.before.parameters)
            return state.cost_gradient + penalties

    def is_shown_by(self, walkthrough: Walkthrough) -> bool:
        """Whether a walkthrough shows this very update, to the last bit."""
        structure = self.before.structure
        parameters = {
            "W": self.before.W,
            "b": self.before.b,
            "W_new": self.after.W,
            "b_new": self.after.b,
        }
        return (
            walkthrough.structure == structure
            and np.array_equal(walkthrough.arrays["X", 0], self.X)
            and np.array_equal(walkthrough.arrays["Y", len(self.before.W)], self.Y)
            and all(
                np.array_equal(walkthrough.arrays[name, layer], array, equal_nan=True)
                for name, layers in parameters.items()
                for layer, array in enumerate(layers, start=1)
            )
        )

    def apply(self) -> None:
        """Make it: give the run the copy's weights and memory and count it; which mini-batch comes next stays."""
        trainer, made = self._run.trainer, self.state
        state = replace(
            trainer.state(),
            parameters=made.parameters,
            moments=made.moments,
            count=made.count,
            step=made.step,
            gradient=made.gradient,
            cost_gradient=made.cost_gradient,
            update=trainer.update + 1,
        )
        trainer.restore(state)

    def walkthrough(self, number: int, *, forms: bool = True) -> Walkthrough:
        """Return the update taken apart; its gradient in three ways only where that is wanted."""
        network, settings = self.before, self._run.experiment.training
        structure, m = network.structure, self.X.shape[1]
        before, after = self._pass(self.before, backwards=True), self._pass(self.after, backwards=False)
        return Walkthrough(
            number=number,
            update=self._run.trainer.update,
            example=self.example,
            m=m,
            sizes=structure.sizes,
            activations=structure.activations,
            cost_name=structure.cost,
            training=settings,
            learning_rate=self._trainer.learning_rate,
            optimizer_step=self._optimizer_step,
            gradient_norm=_norm(self._penalized * self._trainer.rule.free(self.before)),
            cost_before=_mean(before.costs),
            cost_after=_mean(after.costs),
            penalty_before=self._penalty_before,
            penalty_after=self._trainer.penalty(),
            phases=phases(structure, settings, m, step=self._optimizer_step),
            arrays=self._arrays(before, after),
            gradient_forms=self._gradient_forms(before) if forms else (),
        )

    def _pass(self, network: Network, *, backwards: bool) -> _Pass:
        """Run the engine's passes in buffers that keep everything."""
        structure, A0 = network.structure, with_ones(self.X)
        masks = self._trainer.masks
        buffers = Buffers(structure, self.X.shape[1], network.dtype, keep=True, dropout=bool(masks))
        for M, mask in zip(buffers.M, masks, strict=True):
            M[...] = mask
        Z_out = buffers.Z[-1][:-1]
        propagation = Propagation(structure, network.matrices, buffers)
        run_operations(propagation.forward(A0, Z_out))
        gradients: list[Array] = []
        if backwards:
            flat = np.empty_like(network.parameters)
            gradients = structure.matrices(flat)
            run_operations(propagation.backward(gradients).operations(A0, Z_out, self.Y))
            flat /= A0.shape[1]
        with np.errstate(all="ignore"):
            costs = cost_per_example(structure, Z_out, self.Y)[None]
        A = [A0[:-1], *(A[:-1] for A in buffers.A[1:])]
        return _Pass(buffers, A, [None, *(Z[:-1] for Z in buffers.Z[1:])], gradients, costs)

    def _arrays(self, before: _Pass, after: _Pass) -> Mapping[Quantity, Array]:
        last, state, settings = len(self.before.W), self.state, self._run.experiment.training
        assert state.gradient is not None, "the copy has made an update"
        used, whole, steps = (
            self.before.structure.matrices(flat) for flat in (state.gradient, self._penalized, -state.step)
        )
        found: dict[Quantity, Array] = {
            ("X", 0): before.A[0],
            ("A", 0): before.A[0],
            ("A_new", 0): before.A[0],
            ("dA", 0): before.buffers.dA[0],
            ("Y", last): self.Y,
            ("C", last): before.costs,
            ("C_new", last): after.costs,
        }
        for layer in range(1, last + 1):
            Z, Z_new = before.Z[layer], after.Z[layer]
            assert Z is not None, "only the input has no weighted sum"
            assert Z_new is not None, "only the input has no weighted sum"
            gradient = before.gradients[layer - 1]
            found |= {
                ("W", layer): self.before.W[layer - 1],
                ("b", layer): self.before.b[layer - 1],
                ("Z", layer): Z,
                ("A", layer): before.A[layer],
                ("dA", layer): before.buffers.dA[layer],
                ("dZ", layer): before.buffers.dZ[layer],
                ("dW", layer): gradient[:, :-1],
                ("db", layer): gradient[:, -1:],
                ("step_W", layer): steps[layer - 1][:, :-1],
                ("step_b", layer): steps[layer - 1][:, -1:],
                ("W_new", layer): self.after.W[layer - 1],
                ("b_new", layer): self.after.b[layer - 1],
                ("Z_new", layer): Z_new,
                ("A_new", layer): after.A[layer],
            }
            found.setdefault((gradient_name("W", settings), layer), whole[layer - 1][:, :-1])  # dW, without penalties
            if differs(settings):
                found["dW_c", layer], found["db_c", layer] = used[layer - 1][:, :-1], used[layer - 1][:, -1:]
            name = self.before.structure.activations[layer - 1]
            if layer == last and name in COSTS[self.before.structure.cost].fused:
                # The pass needs no slopes here: it goes straight to A − Y. Shown are those that it stands for.
                if ACTIVATIONS[name].derivative is not None:
                    found["D", layer] = derivative(name, Z, before.A[layer])
            elif ACTIVATIONS[name].derivative is not None:
                found["D", layer] = before.buffers.D[layer][:-1]
        found |= {("M", layer): mask for layer, mask in enumerate(self._trainer.masks, start=1)}
        found |= self._memory()
        for array in found.values():
            array.flags.writeable = False
        return MappingProxyType(found)

    def _memory(self) -> Mapping[Quantity, Array]:
        """Return what the optimizer remembers, before and after the update, and corrected for its slow start."""
        found: dict[Quantity, Array] = {}
        for row, moment in enumerate(OPTIMIZERS[self._run.experiment.training.optimizer].memory):
            states = {"": self._remembered[row], "_new": self.state.moments[row]}
            if moment.corrected:
                states["_hat"] = self.state.moments[row] / (1 - moment.decay**self._optimizer_step)
            for state, flat in states.items():
                for layer, matrix in enumerate(self.before.structure.matrices(flat), start=1):
                    found[moment_name(moment, "W", state), layer] = matrix[:, :-1]
                    found[moment_name(moment, "b", state), layer] = matrix[:, -1:]
        return found

    def _gradient_forms(self, made: _Pass) -> tuple[GradientForms | None, ...]:
        network, buffers = self.before, made.buffers
        dZ: list[Array | None] = [None, *buffers.dZ[1:]]
        last = len(network.W)
        return tuple(
            gradient_forms(network.structure, layer, network.W, made.Z, made.A, buffers.dA, dZ)
            if layer == last or not buffers.drops  # they know of no masks
            else None
            for layer in range(1, last + 1)
        )


def _copied(network: Network) -> Network:
    copy = Network(
        network.sizes, network.activations, network.structure.cost, initializer="zeros", dtype=network.dtype.name
    )
    copy.parameters[...] = network.parameters
    return copy


def _norm(gradient: Array) -> float:
    with np.errstate(all="ignore"):
        return float(np.linalg.norm(gradient))


def _mean(costs: Array) -> float:
    with np.errstate(all="ignore"):
        return float(costs[0].mean())
