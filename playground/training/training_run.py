"""One experiment under way: its examples, network, trainer and history, and how they follow its changes."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from playground.data import Dataset
from playground.engine import ACTIVATIONS, Network, Trainer, TrainerState
from playground.engine.network import cost_per_example
from playground.files import Experiment, Model
from playground.training.divergence import is_finite
from playground.training.errors import TrainingError
from playground.training.examples import Examples, Part, prepare, same_data
from playground.training.health import HealthMonitor
from playground.training.history import History
from playground.training.sampler import MapSampler
from playground.training.snapshot import Array, Scene, with_names
from playground.training.trajectory import Trajectory
from playground.training.transfer import transfer

SHUFFLE_STREAM = 1
"""Shuffling draws from its own stream of random numbers, apart from the initial weights of the same seed."""


@dataclass(frozen=True)
class Scores:
    """Cost and accuracy of the parameters as they are; None where there is no such thing."""

    train_cost: float
    test_cost: float | None
    train_accuracy: float | None
    test_accuracy: float | None
    penalty: float


@dataclass(frozen=True, eq=False)
class RunMemory:
    """Everything needed to come back to a moment of a run."""

    experiment: Experiment
    examples: Examples
    initial: Array
    trainer: TrainerState
    history: History
    trajectory: Trajectory

    @property
    def n_bytes(self) -> int:
        """The memory it takes, but for the examples, which the moments of a run share."""
        state = self.trainer
        arrays = (self.initial, state.parameters, state.moments, state.step, state.gradient, state.order)
        return (
            self.history.n_bytes + self.trajectory.n_bytes + sum(array.nbytes for array in arrays if array is not None)
        )


class TrainingRun:
    """The objects of one experiment.

    Attributes
    ----------
    initial
        `(P,)`: the parameters that a reset goes back to.
    """

    def __init__(self, experiment: Experiment, examples: Examples, parameters: Array | None = None) -> None:
        examples.check_precision(experiment.network.dtype)
        examples.check_cost(experiment.training.cost)
        self.experiment, self.examples = experiment, examples
        self.network = _network(experiment, examples)
        if parameters is not None:
            self.network.parameters[...] = parameters
        self.initial = self.network.parameters.copy()
        self.trainer = self._new_trainer()
        self.history, self.trajectory = History(len(self.network.W)), Trajectory()

    @classmethod
    def start(cls, experiment: Experiment, model: Model | None = None) -> "TrainingRun":
        """Begin an experiment, from a trained model's weights if one is given.

        Raises
        ------
        DataError, TrainingError
            If the experiment cannot be trained.
        """
        if model is None:
            run = cls(experiment, prepare(experiment))
        else:
            mean, scale = (np.array(values, np.float64) for values in (model.input_mean, model.input_scale))
            run = cls(experiment, prepare(experiment, normalisation=(mean, scale)))
            run._begin_with(model)
        run.record(run.scores())
        return run

    @classmethod
    def recall(cls, memory: RunMemory) -> "TrainingRun":
        """Return the run as it was."""
        run = cls(memory.experiment, memory.examples, memory.initial)
        run.trainer.restore(memory.trainer)
        run.history, run.trajectory = memory.history.copy(), memory.trajectory.copy()
        return run

    @np.errstate(all="ignore")
    def memory(self) -> RunMemory:
        """Return what `recall` needs to come back to this moment."""
        return RunMemory(
            self.experiment,
            self.examples,
            self.initial,
            self.trainer.state(),
            self.history.copy(),
            self.trajectory.copy(),
        )

    def changed(self, experiment: Experiment) -> "TrainingRun":
        """Return the run of a changed experiment: every weight that still has a place is kept, and the counts go on.

        This run stays as it is, so that a change that fails changes nothing.

        Raises
        ------
        DataError, TrainingError
            If the experiment cannot be trained.
        """
        old, new = self.experiment, experiment
        examples = self.examples
        if new.data != old.data or new.network.output_activation != old.network.output_activation:
            known: Dataset | None = examples.dataset if same_data(new.data, old.data) else None
            examples = prepare(new, known, (examples.mean, examples.scale) if new.data == old.data else None)
        run = TrainingRun(new, examples)
        if (new.network.initializer, new.network.seed) == (old.network.initializer, old.network.seed):
            run._continue(self)
        run.record(run.scores())
        return run

    def configure(self, experiment: Experiment) -> None:
        """Take over training settings that change neither data nor network nor cost."""
        new, old = experiment.training, self.experiment.training
        self.experiment = experiment
        self.trainer.learning_rate = new.learning_rate
        if (new.optimizer, new.batch_size, new.l1, new.l2) != (old.optimizer, old.batch_size, old.l1, old.l2):
            self.trainer.configure(optimizer=new.optimizer, batch_size=new.batch_size, l1=new.l1, l2=new.l2)

    def reset(self) -> None:
        """Go back to the initial weights and to epoch 0."""
        self.network.parameters[...] = self.initial
        self.trainer = self._new_trainer()
        self.history, self.trajectory = History(len(self.network.W)), Trajectory()
        self.record(self.scores())

    def scores(self) -> Scores:
        """Compute cost and accuracy on all training and test examples."""
        train_cost, train_accuracy = self._score(self.examples.train)
        test_cost, test_accuracy = self._score(self.examples.test) if self.examples.test.m else (None, None)
        return Scores(train_cost, test_cost, train_accuracy, test_accuracy, self.trainer.penalty())

    def train_cost(self) -> float:
        """Compute the cost of all training examples."""
        return self._score(self.examples.train)[0]

    def record(self, scores: Scores) -> None:
        """Add a point to the history, and to the path through parameter space."""
        self.trajectory.record(self.trainer.epoch, self.network.parameters)
        self.history.record(
            self.trainer.epoch,
            train_cost=scores.train_cost,
            test_cost=scores.test_cost,
            penalty=scores.penalty,
            train_accuracy=scores.train_accuracy,
            test_accuracy=scores.test_accuracy,
            gradient_norms=self.gradient_norms(),
            health=self.health.measure(self.trainer.step),
        )

    def set_parameter(self, layer: int, row: int, column: int, value: float) -> None:
        """Set one weight, or a bias: `column` is then the number of weights of the row. `layer` counts from 1."""
        self.network.matrices[layer - 1][row, column] = value
        self._moved_by_hand()

    def set_parameters(self, parameters: Array) -> None:
        """Set all weights and biases at once, `(P,)`."""
        self.network.parameters[...] = parameters
        self._moved_by_hand()

    def _moved_by_hand(self) -> None:
        """What belongs to the weights as they were is not computed yet for the new ones."""
        self.trainer.forget_gradient()
        self.history.forget_gradient()
        self.trajectory.restart(self.trainer.epoch, self.network.parameters)

    def gradient_norms(self) -> list[float] | None:
        """Return the norm of each layer's `[dW | db]`, None before the first update."""
        gradient = self.trainer.gradient
        if gradient is None:
            return None
        with np.errstate(all="ignore"):
            return [float(np.linalg.norm(matrix)) for matrix in self.network.structure.matrices(gradient)]

    def model(self) -> Model:
        """Return the trained network as it is written to a file."""
        return Model(
            W=tuple(W.copy() for W in self.network.W),
            b=tuple(b.copy() for b in self.network.b),
            input_mean=self.examples.mean.copy(),
            input_scale=self.examples.scale.copy(),
            experiment=with_names(self.experiment, self.scene),
        )

    @cached_property
    def health(self) -> HealthMonitor:
        """Measures how the layers are doing."""
        return HealthMonitor(self.network, self.examples.train)

    @cached_property
    def sampler(self) -> MapSampler:
        """Draws the maps of all units."""
        return MapSampler(self.network, self.examples)

    @cached_property
    def scene(self) -> Scene:
        """What stays as it is until data or structure change."""
        examples, dataset = self.examples, self.examples.dataset
        return Scene(
            problem=dataset.problem,
            classes=dataset.classes,
            input_names=dataset.input_names,
            feature_names=self.experiment.data.features,
            output_names=dataset.output_names if len(dataset.output_names) == examples.n_outputs else dataset.classes,
            sizes=self.network.sizes,
            activations=self.network.activations,
            train_X=examples.train.X,
            train_Y=examples.train.Y,
            test_X=examples.test.X,
            test_Y=examples.test.Y,
            train_labels=examples.train.labels,
            test_labels=examples.test.labels,
            targets=examples.targets,
            domain=examples.domain,
            input_mean=examples.mean,
            input_scale=examples.scale,
        )

    @np.errstate(over="ignore")
    def _continue(self, before: "TrainingRun") -> None:
        """Take over from the run before what still has a place in this one."""
        new, old = self.experiment, before.experiment
        same_places = (new.data.features, self.network.sizes) == (old.data.features, before.network.sizes)
        if same_places and not before._begins_as_drawn():
            self.initial = before.initial.astype(self.network.dtype)
        transfer(
            before.network, old.network.hidden, old.data.features, self.network, new.network.hidden, new.data.features
        )
        if not is_finite(self.network):
            dtype = self.network.dtype
            raise TrainingError(f"network.dtype: the weights are too large for {dtype}, expected new ones first")
        self.trainer.continue_from(before.trainer)
        # The gradient was that of another network, other examples or another cost.
        self.trainer.forget_gradient()
        if _measure(new) == _measure(old):
            self.history = before.history.copy(len(self.network.W))

    def _begin_with(self, model: Model) -> None:
        """Take a trained model's weights as the initial ones."""
        network = self.network
        shapes = [matrix.shape for matrix in (*model.W, *model.b)]
        if shapes != (needed := [matrix.shape for matrix in (*network.W, *network.b)]):
            raise TrainingError(f"weights and biases of the shapes {shapes}, the data and the layers need {needed}")
        for matrix, values in zip((*network.W, *network.b), (*model.W, *model.b), strict=True):
            matrix[...] = values
        self.initial = network.parameters.copy()

    def _begins_as_drawn(self) -> bool:
        """Whether a reset goes back to the weights that the experiment itself gives, and not to a model's."""
        return np.array_equal(self.initial, _network(self.experiment, self.examples).parameters)

    def _score(self, part: Part) -> tuple[float, float | None]:
        """Return cost and accuracy; accuracy None for regression."""
        with np.errstate(all="ignore"):
            Z = self.network.output_z(part.F)
            cost = float(cost_per_example(self.network.structure, Z, part.Y.astype(Z.dtype)).mean())
            if part.labels is None:
                return cost, None
            A = ACTIVATIONS[self.network.activations[-1]](Z)
        return cost, float((predicted_classes(A, self.examples.targets) == part.labels).mean())

    def _new_trainer(self) -> Trainer:
        settings, train = self.experiment.training, self.examples.train
        return Trainer(
            self.network,
            train.F,
            train.Y,
            optimizer=settings.optimizer,
            learning_rate=settings.learning_rate,
            batch_size=settings.batch_size,
            l1=settings.l1,
            l2=settings.l2,
            seed=np.random.default_rng((self.experiment.network.seed, SHUFFLE_STREAM)),
        )


def predicted_classes(A: Array, targets: tuple[float, float]) -> NDArray[np.intp]:
    """Return the class of each column of outputs `(n_L, m)`: the largest of several, one output by its middle."""
    if A.shape[0] > 1:
        return np.asarray(A.argmax(axis=0), dtype=np.intp)
    return np.asarray(A[0] > (targets[0] + targets[1]) / 2, dtype=np.intp)


def _measure(experiment: Experiment) -> tuple[object, ...]:
    """Return what costs must have in common to be points of one curve."""
    return experiment.data.source, experiment.training.cost, experiment.network.output_activation


def _network(experiment: Experiment, examples: Examples) -> Network:
    settings = experiment.network
    try:
        return Network(
            [examples.features.n_features, *(layer.units for layer in settings.hidden), examples.n_outputs],
            [*(layer.activation for layer in settings.hidden), settings.output_activation],
            experiment.training.cost,
            initializer=settings.initializer,
            seed=settings.seed,
            dtype=settings.dtype,
        )
    except ValueError as error:
        raise TrainingError(str(error)) from error
