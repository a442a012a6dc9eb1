"""What goes into the network and what comes out, and what an experiment needs so that it suits its data."""

import math
import re
from collections.abc import Mapping
from types import MappingProxyType

import msgspec
from msgspec import Struct

from playground.data import (
    GENERATORS,
    DataError,
    Dataset,
    FeatureMap,
    Generator,
    formula_generator,
    n_point_classes,
    output_rows,
    usual_names,
)
from playground.engine import ACTIVATIONS, COSTS, Part
from playground.files.experiment import (
    CsvSource,
    DataSettings,
    Experiment,
    FormulaSource,
    IdxSource,
    LayerSettings,
    NetworkSettings,
    PointsSource,
    Source,
    TrainingSettings,
)

MOST_OUTPUTS = 1000
"""Where only a file not read here can tell how many there are."""
INPUT = re.compile(r"\bx([1-9][0-9]{0,8})\b")


def generator(source: Source) -> Generator | None:
    """Return what draws the examples of a source anew; None where they are what they are.

    Raises `DataError` if it is a formula that cannot be read.
    """
    if isinstance(source, FormulaSource):
        return formula_generator(source.formula, source.domain)
    return GENERATORS.get(source) if isinstance(source, str) else None


def input_count(experiment: Experiment) -> int:
    """Return how many inputs an example has: for a file that was not read yet, as many as the features name."""
    source = experiment.data.source
    if drawn := generator(source):
        return drawn.inputs
    if isinstance(source, PointsSource):
        return len(source.points[0]) - 1
    if experiment.columns is not None:
        return len(experiment.columns)
    if isinstance(source, CsvSource) and source.inputs:
        return len(source.inputs)
    named = [int(index) for formula in experiment.data.features for index in INPUT.findall(formula)]
    return max(named, default=1)


def output_count(experiment: Experiment) -> int | None:
    """Return how many outputs the network needs, None where only a file not read here can tell.

    One for each class, but for two classes a single output that tells yes from no: unless the output activation shares
    its values out among the classes, as softmax does.
    """
    classes = class_count(experiment)
    if classes is None:
        drawn = generator(experiment.data.source)
        return drawn.outputs if drawn else None
    one_each = ACTIVATIONS[experiment.network.output_activation].output_only
    return classes if one_each else output_rows(classes)


def class_count(experiment: Experiment) -> int | None:
    """Return how many classes there are, None for a regression or where nothing here says."""
    source = experiment.data.source
    if drawn := generator(source):
        return len(drawn.classes) or None
    if isinstance(source, PointsSource):
        return n_point_classes(source.points, source.classes)
    return None if experiment.classes is None else len(experiment.classes)


def input_names(experiment: Experiment) -> tuple[str, ...]:
    """Return a name for each input: ``x1`` … ``xn`` where the data have none."""
    return experiment.columns or usual_names(input_count(experiment))


def has_part(experiment: Experiment, name: str, *, hidden: bool = False) -> bool:
    """Whether there is a layer or neuron of a name; `hidden` leaves the output layer out."""
    part, sizes = Part.named(name), [layer.units for layer in experiment.network.hidden]
    if not hidden:
        sizes.append(output_count(experiment) or MOST_OUTPUTS)
    return part is not None and part.layer <= len(sizes) and (part.unit is None or part.unit < sizes[part.layer - 1])


def class_names(experiment: Experiment) -> tuple[str, ...]:
    """Return the names of the classes; empty for regression."""
    source = experiment.data.source
    if experiment.classes is not None:
        return experiment.classes
    if isinstance(source, PointsSource):
        return source.dataset().classes
    drawn = generator(source)
    return drawn.classes if drawn else ()


def output_names(experiment: Experiment, count: int) -> tuple[str, ...]:
    """Return a name for each of so many outputs: the classes, of two that share one output the second; or numbers."""
    source, classes = experiment.data.source, class_names(experiment)
    if len(classes) == 2 and count == 1:
        return classes[1:]
    known = source.label if isinstance(source, CsvSource) else ()
    if drawn := generator(source):
        known = drawn.output_names
    named = next((names for names in (classes, known) if len(names) == count), None)
    return named or tuple(str(i) for i in range(1, count + 1))


def known_names(experiment: Experiment, outputs: int) -> dict[str, tuple[str, ...]]:
    """Return what inputs, so many outputs and, where there are any, classes are called, as exports write it down."""
    names = {
        "inputs": input_names(experiment),
        "outputs": output_names(experiment, outputs),
        "classes": class_names(experiment),
    }
    return {kind: known for kind, known in names.items() if known}


USUAL_COST: Mapping[str, str] = MappingProxyType({"sigmoid": "binary_cross_entropy", "softmax": "cross_entropy"})
"""The cost that goes with an output activation when classes are told apart; half the squared error with any other."""
USUAL_OUTPUTS = frozenset({"sigmoid", "softmax", "linear"})
"""Output activations that follow from the problem; any other was somebody's choice."""
TRAIN_FRACTION = 0.8
NUMBERS_OUTPUT, NUMBERS_COST = "linear", "half_squared_error"


class TableSettings(Struct, frozen=True):
    """What a table with at most so many inputs begins with."""

    inputs: float
    units: int
    activation: str
    initializer: str
    learning_rate: float
    updates_per_epoch: int = 8


TABLES = (
    TableSettings(1, 8, "tanh", "xavier", 0.03, 16),
    TableSettings(3, 8, "tanh", "xavier", 0.01),
    TableSettings(16, 16, "tanh", "xavier", 0.003),
    TableSettings(32, 32, "relu", "he", 0.003),
    TableSettings(math.inf, 64, "relu", "he", 0.003),
)
"""By the number of inputs, the fewest first: few inputs can hide a bend that takes large steps to find, many are soon
learned by heart. `tests/benchmarks/tables.py` measures what comes of it."""
EPOCHS, FEWEST_EPOCHS, UPDATES = 100, 10, 10_000
"""A table is gone through so many times; a long one less often, as far as about so many updates go."""
SMALLEST_BATCH, USUAL_BATCH, LARGEST_BATCH, LONG = 4, 32, 256, 256
"""Batches are so small that there are enough updates in an epoch, between the first two of these; of a long table they
grow with its rows up to the third: one example of so many."""
_IMAGES = (
    NetworkSettings(hidden=(LayerSettings(32, "relu"),), output_activation="softmax", initializer="he"),
    TrainingSettings(cost="cross_entropy", learning_rate=0.003, batch_size=32, epochs=30),
)

FEWEST_TO_SPLIT = 10
"""Of fewer rows none is kept for testing, unless a person asks for it."""
LARGE = 10_000_000
"""Images of so many pixels in all are learned in float32: in half the memory, and their bytes ask for no more."""


def first_experiment(name: str, source: CsvSource | IdxSource | FormulaSource, dataset: Dataset) -> Experiment:
    """Return a sensible first experiment for data of a person's own: one hidden layer on the inputs as they are."""
    network, training = _IMAGES if isinstance(source, IdxSource) else table_settings(dataset.n_inputs, dataset.m)
    if dataset.white is not None and dataset.X.size >= LARGE:
        network = msgspec.structs.replace(network, dtype="float32")
    # The two examples that a test of nine would have say nothing, and the network would miss them.
    train_fraction = TRAIN_FRACTION if dataset.m >= FEWEST_TO_SPLIT else 1.0
    data = DataSettings(source=source, train_fraction=train_fraction, features=usual_names(dataset.n_inputs))
    return fit_to_dataset(Experiment(name=name, data=data, network=network, training=training), dataset)


def table_settings(n_inputs: int, rows: int) -> tuple[NetworkSettings, TrainingSettings]:
    found = next(each for each in TABLES if n_inputs <= each.inputs)
    train = max(1, round(TRAIN_FRACTION * rows))
    batch = _power_of_two(train / found.updates_per_epoch, SMALLEST_BATCH, USUAL_BATCH)
    batch = max(batch, _power_of_two(train / LONG, 1, LARGEST_BATCH))
    epochs = min(EPOCHS, max(FEWEST_EPOCHS, UPDATES // math.ceil(train / batch)))
    network = NetworkSettings(
        hidden=(LayerSettings(found.units, found.activation),),
        output_activation="sigmoid",
        initializer=found.initializer,
    )
    cost = USUAL_COST[network.output_activation]
    return network, TrainingSettings(cost=cost, learning_rate=found.learning_rate, batch_size=batch, epochs=epochs)


def _power_of_two(value: float, low: int, high: int) -> int:
    """Return the largest power of two not above a value, within two others."""
    return min(high, max(low, 1 << math.floor(math.log2(max(value, 1)))))


def fit_to_dataset(experiment: Experiment, dataset: Dataset) -> Experiment:
    """Return an experiment with what its data ask for, where it is an experiment on other data so far.

    Features that the new inputs do not allow, or that leave one of them unseen, become the inputs as they are; output
    activation and cost become the usual ones of the problem, but for an output activation that was somebody's choice.
    An experiment that already has the names of these inputs and classes stays as it is.
    """
    if experiment.columns == dataset.input_names and (experiment.classes or ()) == dataset.classes:
        return msgspec.structs.replace(experiment, inputs=dataset.inputs or None)
    output, cost = _output_and_cost(experiment, dataset)
    return msgspec.structs.replace(
        experiment,
        data=msgspec.structs.replace(
            experiment.data,
            features=_features(experiment, dataset),
            standardize_targets=None if dataset.problem == "classification" else experiment.data.standardize_targets,
        ),
        # First weights that were written out belong to the inputs and outputs of the other data.
        network=msgspec.structs.replace(experiment.network, output_activation=output, initial=None),
        training=msgspec.structs.replace(experiment.training, cost=cost),
        classes=dataset.classes or None,
        columns=dataset.input_names,
        inputs=dataset.inputs or None,
    )


def fitting_features(features: tuple[str, ...], n_inputs: int) -> tuple[str, ...]:
    """Keep the formulas that these inputs allow, and add inputs that none of them would see."""
    kept = tuple(formula for formula in features if _computable((formula,), n_inputs))
    seen = _inputs_seen(kept)
    return kept + tuple(name for name in usual_names(n_inputs) if name not in seen)


def fitting_output(output: str, n_classes: int) -> str:
    """Return an output activation that tells so many classes apart: the present one if somebody chose it."""
    return ("softmax" if n_classes > 2 else "sigmoid") if output in USUAL_OUTPUTS else output


def _features(experiment: Experiment, dataset: Dataset) -> tuple[str, ...]:
    features, n_inputs = experiment.data.features, dataset.n_inputs
    plain = usual_names(n_inputs)
    same_inputs = experiment.columns == dataset.input_names
    stay = _computable(features, n_inputs) and (same_inputs or _inputs_seen(features).issuperset(plain))
    return features if stay else plain


def _inputs_seen(features: tuple[str, ...]) -> set[str]:
    return {f"x{number}" for formula in features for number in INPUT.findall(formula)}


def _computable(features: tuple[str, ...], n_inputs: int) -> bool:
    try:
        FeatureMap(features, n_inputs)
    except DataError:
        return False
    return True


def _output_and_cost(experiment: Experiment, dataset: Dataset) -> tuple[str, str]:
    output, cost = experiment.network.output_activation, experiment.training.cost
    if dataset.problem == "regression":
        return NUMBERS_OUTPUT, NUMBERS_COST if COSTS[cost].classification else cost
    n_classes = len(dataset.classes)
    fitting = fitting_output(output, n_classes)
    n_outputs = n_classes if ACTIVATIONS[fitting].output_only else dataset.Y.shape[0]
    stays = fitting == output and COSTS[cost].allows(fitting, n_outputs)
    return fitting, cost if stays else USUAL_COST.get(fitting, NUMBERS_COST)
