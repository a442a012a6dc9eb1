"""What a run begins with: its network, its trainer, and weights that keep their place when the network changes."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import msgspec
import numpy as np

from playground.data.dataset import short_names
from playground.engine import Network, Trainer, UpdateRule
from playground.files import Experiment, LayerSettings, Model, TrainingSettings
from playground.training.errors import TrainingError
from playground.training.examples import Examples
from playground.training.results import Array, ProblemInfo

UPDATE_SETTINGS = ("batch_size", *(field.name for field in fields(UpdateRule)))
SHUFFLE_STREAM = 1
"""Shuffling draws from its own stream of random numbers, apart from the initial weights of the same seed."""


def new_network(experiment: Experiment, examples: Examples) -> Network:
    """Return the network with its first weights.

    Raises `TrainingError` if the engine cannot make it.
    """
    settings = experiment.network
    try:
        network = Network(
            [examples.features.n_features, *(layer.units for layer in settings.hidden), examples.n_outputs],
            [*(layer.activation for layer in settings.hidden), settings.output_activation],
            experiment.training.cost,
            initializer=settings.initializer,
            seed=settings.seed,
            dtype=settings.dtype,
        )
    except ValueError as error:
        raise TrainingError(str(error)) from error
    for W, b, layer in zip(network.W, network.b, settings.initial or (), strict=settings.initial is not None):
        W[...], b[...] = layer.W, np.array(layer.b)[:, None]
    return network


def update_settings(training: TrainingSettings) -> dict[str, Any]:
    """Return what `Trainer.configure` takes of the settings of a training, each under its own name."""
    settings = msgspec.structs.asdict(training)
    return {name: settings[name] for name in UPDATE_SETTINGS}


def new_trainer(experiment: Experiment, network: Network, examples: Examples) -> Trainer:
    """Return what trains a network, at its first update."""
    settings, train = experiment.training, examples.train
    return Trainer(
        network,
        train.F,
        train.Y,
        learning_rate=settings.learning_rate,
        **update_settings(settings),
        seed=shuffling(experiment),
    )


def shuffling(experiment: Experiment) -> np.random.Generator:
    """Return what draws the order of the examples."""
    return np.random.default_rng((experiment.network.seed, SHUFFLE_STREAM))


Pairing = dict[int, int]

YES_OR_NO, ONE_OF_SEVERAL = "sigmoid", "softmax"
"""Output activations that say the same of two classes: the sigmoid of z is the softmax of 0 and z."""


def take_over(network: Network, model: Model) -> None:
    """Give a network the weights of a trained model.

    Raises `TrainingError` if their shapes are others.
    """
    shapes = [matrix.shape for matrix in (*model.W, *model.b)]
    if shapes != (needed := [matrix.shape for matrix in (*network.W, *network.b)]):
        raise TrainingError(
            "weights and biases of the shapes {shapes}, the data and the layers need {needed}",
            shapes=shapes,
            needed=needed,
        )
    for matrix, values in zip((*network.W, *network.b), (*model.W, *model.b), strict=True):
        matrix[...] = values


def transfer(
    old: Network,
    old_hidden: Sequence[LayerSettings],
    old_features: Sequence[str],
    new: Network,
    new_hidden: Sequence[LayerSettings],
    new_features: Sequence[str],
) -> None:
    """Copy every weight and bias of `old` that still has a place in `new`; the others stay as they were drawn.

    A layer's weights have a place where the layer and the one it reads from are both still there. Which layer is which
    is seen from the two ends: equal layers at the beginning and at the end are the same, what differs between them is
    matched in order. Features are matched by name. Where one output becomes several, or the other way round, the first
    two classes are told apart as before.

    `old` and `new`: networks; `new` is changed in place.
    """
    pairs = _pair_layers(old_hidden, new_hidden)
    inputs = {new_features.index(name): old_features.index(name) for name in new_features if name in old_features}
    for layer, old_layer in pairs.items():
        W, b = new.W[layer], new.b[layer]
        old_W, old_b = _outputs(old, new) if layer == len(new_hidden) else (old.W[old_layer], old.b[old_layer])
        rows = min(W.shape[0], old_W.shape[0])
        b[:rows] = old_b[:rows]
        if layer == 0 and old_layer == 0:
            for column, old_column in inputs.items():
                W[:rows, column] = old_W[:rows, old_column]
        elif layer and pairs.get(layer - 1) == old_layer - 1:
            columns = min(W.shape[1], old_W.shape[1])
            W[:rows, :columns] = old_W[:rows, :columns]


def _outputs(old: Network, new: Network) -> tuple[Array, Array]:
    """Return weights and biases of the old outputs, in the terms of the new ones."""
    W, b = old.W[-1], old.b[-1]
    output, wanted = old.activations[-1], new.activations[-1]
    if (output, len(b), wanted) == (YES_OR_NO, 1, ONE_OF_SEVERAL):
        return np.concatenate([np.zeros_like(W), W]), np.concatenate([np.zeros_like(b), b])
    if (output, wanted, len(new.b[-1])) == (ONE_OF_SEVERAL, YES_OR_NO, 1):
        return W[1:2] - W[:1], b[1:2] - b[:1]
    return W, b


def _pair_layers(old: Sequence[LayerSettings], new: Sequence[LayerSettings]) -> Pairing:
    """Return for each new layer, hidden ones and the output, the number of the old one it is."""
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != new[-1 - i]), shorter - head)
    pairs = {i: i for i in range(shorter - tail)}
    pairs |= {len(new) - 1 - i: len(old) - 1 - i for i in range(tail)}
    pairs[len(new)] = len(old)
    return pairs


def problem_info(experiment: Experiment, network: Network, examples: Examples) -> ProblemInfo:
    """Return what stays as it is of a run."""
    dataset = examples.dataset
    classes = short_names(dataset.classes)
    own_outputs = len(dataset.output_names) == examples.n_outputs
    return ProblemInfo(
        problem=dataset.problem,
        classes=classes,
        input_names=short_names(dataset.input_names),
        feature_names=experiment.data.features,
        output_names=short_names(dataset.output_names) if own_outputs else classes,
        sizes=network.sizes,
        activations=network.activations,
        train_X=examples.train.X,
        train_Y=examples.train.Y_in_unit,
        test_X=examples.test.X,
        test_Y=examples.test.Y_in_unit,
        train_labels=examples.train.labels,
        test_labels=examples.test.labels,
        targets=examples.targets,
        domain=examples.domain,
        input_mean=examples.mean,
        input_scale=examples.scale,
        output_mean=examples.output.mean,
        output_scale=examples.output.scale,
        image_shape=dataset.image_shape,
        full_classes=dataset.classes,
        full_input_names=dataset.input_names,
        full_output_names=dataset.output_names if dataset.problem == "regression" else (),
        inputs=dataset.inputs,
        notes=dataset.notes,
    )
