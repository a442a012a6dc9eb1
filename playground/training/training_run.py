"""One experiment under way: its examples, network, trainer and history, and how they follow its changes."""

from collections.abc import Callable, Iterable
from functools import cached_property

import numpy as np

from playground.data import Dataset, Scaling
from playground.engine import outgoing
from playground.files import Experiment, Model
from playground.files.weights import Recipe
from playground.training.comparison import is_one_curve, same_data, same_examples
from playground.training.edits import Edit
from playground.training.errors import TrainingError
from playground.training.examples import Examples, prepare
from playground.training.health import HealthMonitor, HealthReport
from playground.training.history import History
from playground.training.input_slice import InputSlice
from playground.training.moments import Record, RunState, Trajectory
from playground.training.results import Array, Divergence, ProblemInfo, with_names
from playground.training.sampler import MapSampler
from playground.training.scoring import Scores, score, scores
from playground.training.starting import (
    SHUFFLE_STREAM,
    new_network,
    new_trainer,
    problem_info,
    take_over,
    transfer,
    update_settings,
)
from playground.training.stop_rules import is_finite


class TrainingRun:
    """The objects of one experiment.

    Attributes
    ----------
    initial
        `(P,)`: the parameters that a reset goes back to.
    history, trajectory
        Its points and its path up to now.
    seconds
        How long it has been trained, by the clock.
    """

    def __init__(self, experiment: Experiment, examples: Examples, parameters: Array | None = None) -> None:
        examples.check_precision(experiment.network.dtype)
        examples.check_cost(experiment.training.cost)
        self.experiment, self.examples = experiment, examples
        self.network = new_network(experiment, examples)
        if parameters is not None:
            self.network.parameters[...] = parameters
        self.initial = self.network.parameters.copy()
        self.trainer = new_trainer(self.experiment, self.network, self.examples)
        self.history, self.trajectory = History(len(self.network.W)), Trajectory()
        self.seconds = 0.0
        self._switched_off: dict[str, Array] = {}
        self._input_slice: InputSlice | None = None
        self._sampler: MapSampler | None = None

    @classmethod
    def start(cls, experiment: Experiment, model: Model | None = None, dataset: Dataset | None = None) -> "TrainingRun":
        """Begin an experiment, from a trained model's weights if one is given; `dataset` where it is read already.

        Raises `DataError` or `TrainingError` if the experiment cannot be trained.
        """
        if model is None:
            run = cls(experiment, prepare(experiment, dataset))
        else:
            arrays = (model.input_mean, model.input_scale, model.output_mean, model.output_scale)
            mean, scale, output_mean, output_scale = (np.array(values, np.float64) for values in arrays)
            learned = Scaling(output_mean, output_scale)
            stays = learned.is_used and experiment.standardizes_targets == model.experiment.standardizes_targets
            run = cls(experiment, prepare(experiment, dataset, (Scaling(mean, scale), learned if stays else None)))
            take_over(run.network, model)
            run.trainer.silence()
            run.initial = run.network.parameters.copy()
        run.record(run.scores())
        return run

    @classmethod
    def recall(cls, state: RunState) -> "TrainingRun":
        return cls(state.experiment, state.examples, state.initial).returned(state)

    @classmethod
    def beginning_at(cls, record: Record) -> "TrainingRun":
        """Return a run that goes on from a recorded moment, without what led to it."""
        run = cls(record.experiment, record.examples, record.initial)
        run.trainer.restore(record.state)
        return run

    def returned(self, state: RunState) -> "TrainingRun":
        """Return a run as it was: this one gone back where its objects can stay, and else a new one."""
        stays = state.examples is self.examples and self.can_become(state.experiment)
        run = self if stays else TrainingRun(state.experiment, state.examples, state.initial)
        run.configure(state.experiment)
        run.initial = state.initial
        run.trainer.restore(state.trainer)
        run.history, run.trajectory, run.seconds = state.history.copy(), state.trajectory.copy(), state.seconds
        return run

    def state(self) -> RunState:
        """Return what `recall` needs to come back to this moment."""
        return RunState(
            self.experiment,
            self.examples,
            self.initial,
            self.trainer.state(),
            self.history.copy(),
            self.trajectory.copy(),
            self.seconds,
        )

    def changed(self, experiment: Experiment, dataset: Dataset | None = None) -> "TrainingRun":
        """Return the run of a changed experiment: every weight that still has a place is kept, and the counts go on.

        `dataset` holds its data, where they are read already.
        This run stays as it is, so that a change that fails changes nothing.

        Raises `DataError` or `TrainingError` if the experiment cannot be trained.
        """
        old, new = self.experiment, experiment
        examples = self.examples
        finer = examples.dataset.white is not None and new.network.dtype != old.network.dtype
        if finer or not same_examples(new, old):
            known = examples.dataset if same_data(new.data, old.data) else dataset
            stays = new.data == old.data and new.standardizes_targets == old.standardizes_targets
            examples = prepare(new, known, examples.normalisation if stays else None)
        run = TrainingRun(new, examples)
        if run.keeps_weights_of(old):
            run._continue(self)
        run.record(run.scores())
        return run

    def keeps_weights_of(self, experiment: Experiment) -> bool:
        """Whether this run goes on with the weights of one of another experiment, and does not draw its own."""
        new, old = self.experiment.network, experiment.network
        return (new.initializer, new.seed) == (old.initializer, old.seed)

    def can_become(self, experiment: Experiment) -> bool:
        """Whether `configure` is enough for an experiment: data, network and cost are the same."""
        here = self.experiment
        return (here.data, here.network, here.training.cost) == (
            experiment.data,
            experiment.network,
            experiment.training.cost,
        )

    def configure(self, experiment: Experiment) -> None:
        """Take over training settings that change neither data nor network nor cost."""
        new, old = update_settings(experiment.training), update_settings(self.experiment.training)
        self.experiment = experiment
        self.trainer.learning_rate = experiment.training.learning_rate
        if new != old:
            self._switch(old["off"], new["off"], lambda: self.trainer.configure(**new))

    def _switch(self, before: tuple[str, ...], now: tuple[str, ...], change: Callable[[], None]) -> None:
        """Make a change that switches neurons off and on: those switched on get back the weights that they had."""
        parameters, structure = self.network.parameters, self.network.structure
        for name in set(now) - set(before):
            self._switched_off[name] = parameters[outgoing(structure, [name])]
        change()
        for name in set(before) - set(now) & self._switched_off.keys():
            parameters[outgoing(structure, [name])] = self._switched_off.pop(name)
        self.trainer.silence()
        if before != now:
            self._moved_by_hand()

    def reset(self) -> None:
        """Go back to the initial weights and to epoch 0."""
        self.network.parameters[...] = self.initial
        self.trainer = new_trainer(self.experiment, self.network, self.examples)
        self.history, self.trajectory, self.seconds = History(len(self.network.W)), Trajectory(), 0.0
        self.record(self.scores())

    def scores(self, *, fits: bool = False) -> Scores:
        """Compute cost and accuracy on all training and test examples; `fits` also how well numbers are predicted."""
        return scores(self.network, self.examples, self.trainer.penalty(), fits=fits)

    def train_cost(self) -> float:
        return score(self.network, self.examples, self.examples.train)[0]

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

    def edit_parameters(self, edits: Iterable[Edit]) -> None:
        """Set some weights and biases; a reset comes back to them, too."""
        self.initial = self.initial.copy()
        start = self.network.structure.matrices(self.initial)
        for layer, row, column, value in edits:
            self.network.matrices[layer - 1][row, column] = start[layer - 1][row, column] = value
        self._moved_by_hand()

    def set_parameters(self, parameters: Array) -> None:
        """Set all weights and biases at once, `(P,)`; before the first update they are what a reset comes back to."""
        self.network.parameters[...] = parameters
        if self.trainer.update == 0:
            self.initial = self.network.parameters.copy()
        self._moved_by_hand()

    def _moved_by_hand(self) -> None:
        """What belongs to the weights as they were is not computed yet for the new ones."""
        self.trainer.silence()
        self.trainer.forget_gradient()
        if self.history.last_epoch == self.trainer.epoch and self.trainer.batch_of_epoch == 0:
            self.record(self.scores())  # the curve has the cost of the weights as they are
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
        return self._model(self.network.parameters)

    def recipe(self) -> Recipe:
        """Return what the training began with, so that it can be done again elsewhere."""
        train, test = self.examples.train, self.examples.test
        seed = self.experiment.network.seed, SHUFFLE_STREAM
        return Recipe(self._model(self.initial), train.X, train.Y, test.X, test.Y, seed)

    def _model(self, parameters: Array) -> Model:
        matrices = self.network.structure.matrices(parameters)
        return Model(
            W=tuple(matrix[:, :-1].copy() for matrix in matrices),
            b=tuple(matrix[:, -1:].copy() for matrix in matrices),
            input_mean=self.examples.mean.copy(),
            input_scale=self.examples.scale.copy(),
            output_mean=self.examples.output.mean.copy(),
            output_scale=self.examples.output.scale.copy(),
            experiment=with_names(self.experiment, self.problem_info),
        )

    def diagnosis(self, divergence: Divergence | None = None) -> HealthReport | None:
        """Return how the layers are doing and what is wrong, if anything; None without any point of the history.

        `divergence` says where the numbers stopped being finite, if they did.
        """
        return self.health.report(self.experiment, self.initial, self.history, divergence)

    @cached_property
    def health(self) -> HealthMonitor:
        return HealthMonitor(self.network, self.experiment, self.examples)

    @property
    def sampler(self) -> MapSampler:
        if self._sampler is None:
            self._sampler = MapSampler(self.network, self.examples, self.input_slice)
        return self._sampler

    @property
    def input_slice(self) -> InputSlice:
        """What the maps are drawn over."""
        return self._input_slice or self.examples.usual_slice

    def show_slice(self, input_slice: InputSlice) -> None:
        """Draw the maps over other inputs from now on.

        Raises `TrainingError` if there is no such input or example.
        """
        self._sampler = MapSampler(self.network, self.examples, input_slice)
        self._input_slice = input_slice

    @cached_property
    def problem_info(self) -> ProblemInfo:
        """What stays as it is until data or structure change."""
        return problem_info(self.experiment, self.network, self.examples)

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
            raise TrainingError(
                "network.dtype: the weights are too large for {dtype}, expected new ones first", dtype=dtype
            )
        self.trainer.silence()
        self.trainer.continue_from(before.trainer)
        # The gradient was that of another network, other examples or another cost.
        self.trainer.forget_gradient()
        if is_one_curve(new, old):
            self.history = before.history.copy(len(self.network.W))

    def _begins_as_drawn(self) -> bool:
        """Whether a reset goes back to the weights that the experiment itself gives, and not to a model's."""
        return np.array_equal(self.initial, new_network(self.experiment, self.examples).parameters)
