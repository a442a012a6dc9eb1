"""What a person changes: a field, and what must change with it; weights and biases, and whether they can be."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any

import msgspec
import numpy as np

from playground.data import DataError, Generator
from playground.data.points import CLASSES_MAXIMUM as POINT_CLASSES
from playground.engine import COSTS, Network
from playground.files import (
    FIELDS,
    CsvSource,
    Experiment,
    PointsSource,
    class_count,
    generator,
    input_count,
    output_count,
)
from playground.files.experiment import DRAWN_POINTS
from playground.files.problem_shape import (
    NUMBERS_COST,
    NUMBERS_OUTPUT,
    USUAL_COST,
    fitting_features,
    fitting_output,
    has_part,
)
from playground.training.errors import TrainingError
from playground.training.results import Array

SHARES = frozenset(name for name, cost in COSTS.items() if cost.classification)
"""Costs whose targets are shares from 0 to 1: these stay what they are."""


def edited(experiment: Experiment, path: str, value: Any) -> Experiment:
    """Return the experiment with one field changed, and with it what no longer fits.

    Choosing other data brings the features, the output activation and the cost that suit them; choosing an output
    activation brings a cost that can take its values. What suits a file of data, only its reader can tell: see
    `playground.files.fit_to_dataset`.

    Raises `TrainingError` if there is no such field; whether the value is allowed is checked by `validate`.
    """
    section, _, name = path.partition(".")
    if (path not in FIELDS or "[]" in path) and path != "data.source":
        raise TrainingError("there is no field {path!r} to change", path=path)
    changed = _replaced(experiment, section, **{name: value})
    if section == "network" or path in ("data.source", "data.features"):
        changed = _replaced(changed, "network", initial=None)  # written out for the network as it was
    follow = FOLLOWERS.get(path)
    if follow is not None:
        changed = follow(changed, experiment)
    if path != "data.standardize_targets" and changed.training.cost in SHARES:
        changed = _replaced(changed, "data", standardize_targets=None)
    return _with_present_parts(changed)


def _with_present_parts(changed: Experiment) -> Experiment:
    """Leave out of what is frozen or off what there is no more."""
    training = changed.training
    frozen = tuple(name for name in training.frozen if has_part(changed, name))
    off = tuple(name for name in training.off if has_part(changed, name, hidden=True))
    if (frozen, off) == (training.frozen, training.off):
        return changed
    return _replaced(changed, "training", frozen=frozen, off=off)


def _replaced(experiment: Experiment, section: str, **values: Any) -> Experiment:
    return msgspec.structs.replace(
        experiment, **{section: msgspec.structs.replace(attrgetter(section)(experiment), **values)}
    )


def _follow_source(changed: Experiment, old: Experiment) -> Experiment:
    # The names of classes and columns were those of the old data.
    changed = msgspec.structs.replace(changed, classes=None, columns=None, inputs=None)
    if isinstance(changed.data.source, PointsSource):
        return _follow_points(changed, old, changed.data.source)
    # Whether to standardize is asked anew of other data: tables are, all else is not.
    changed = _replaced(changed, "data", standardize=None, standardize_targets=None)
    drawn, before = _generator(changed), _generator(old)
    if drawn is None:
        return changed
    # No longer the preset it was opened as: it is called after its data from now on.
    changed = msgspec.structs.replace(changed, name=drawn.label, description={})
    data = changed.data
    if drawn.fixed_samples:
        samples, train_fraction = drawn.samples, 1.0
    elif before is not None and before.fixed_samples:
        samples, train_fraction = drawn.samples, FIELDS["data.train_fraction"].default
    else:
        samples, train_fraction = data.samples, data.train_fraction
    changed = _replaced(
        changed,
        "data",
        samples=max(samples, drawn.samples_minimum),
        noise=min(data.noise, drawn.noise_maximum),
        features=fitting_features(data.features, drawn.inputs),
        train_fraction=train_fraction,
    )
    changed = _replaced(changed, "network", output_activation=_fitting_output(changed, drawn, before))
    if before is None or before.problem != drawn.problem:
        return _with_usual_cost(changed)
    return _follow_output(changed, old)


def _generator(experiment: Experiment) -> Generator | None:
    try:
        return generator(experiment.data.source)
    except DataError:
        return None  # and `validate` says why it is refused


def _follow_points(changed: Experiment, old: Experiment, source: PointsSource) -> Experiment:
    """Let points come and go: as long as they have the same inputs and classes, nothing else changes."""
    before = _problem(old)
    # Erasing the last point of a class takes nothing from the network, unless that is what is asked for.
    if not source.classes and before == "classification":
        source = msgspec.structs.replace(source, classes=min(class_count(old) or 0, POINT_CLASSES))
        changed = _replaced(changed, "data", source=source)
    try:
        dataset = source.dataset()
    except DataError:
        return changed  # and `validate` says why it is refused
    n_inputs = dataset.n_inputs
    if input_count(old) != n_inputs:
        changed = _replaced(changed, "data", features=fitting_features(changed.data.features, n_inputs))
    if not isinstance(old.data.source, PointsSource):
        changed = msgspec.structs.replace(changed, name=str(DRAWN_POINTS), description={})
    changed = msgspec.structs.replace(changed, classes=dataset.classes, columns=dataset.input_names, inputs=None)
    if class_count(old) != len(dataset.classes):
        output = fitting_output(changed.network.output_activation, len(dataset.classes))
        changed = _replaced(changed, "network", output_activation=output)
    return _with_usual_cost(changed) if before == "regression" else _follow_output(changed, old)


def _problem(experiment: Experiment) -> str:
    return "regression" if _predicts_numbers(experiment) else "classification"


def _fitting_output(changed: Experiment, drawn: Generator, before: Generator | None) -> str:
    """Return an output activation for the problem that is drawn: the present one where it can stay."""
    output = changed.network.output_activation
    if drawn.problem == "regression":
        stays = before is not None and before.problem == "regression" and before.outputs == drawn.outputs
        return output if stays else NUMBERS_OUTPUT
    return fitting_output(output, len(drawn.classes))


def _follow_output(changed: Experiment, old: Experiment) -> Experiment:
    """Bring the usual cost with an output activation that is new, or that the present cost cannot take."""
    output = changed.network.output_activation
    cost = COSTS[changed.training.cost]
    if output == old.network.output_activation and cost.allows(output, output_count(changed)):
        return changed
    return _with_usual_cost(changed)


def _with_usual_cost(changed: Experiment) -> Experiment:
    if _predicts_numbers(changed):
        present = changed.training.cost
        cost = NUMBERS_COST if COSTS[present].classification else present
    else:
        cost = USUAL_COST.get(changed.network.output_activation, NUMBERS_COST)
    return _replaced(changed, "training", cost=cost)


def _predicts_numbers(experiment: Experiment) -> bool:
    """Whether the data are a regression; for a table not read here, whether its experiment looks like one."""
    drawn = _generator(experiment)
    if drawn is not None:
        return drawn.problem == "regression"
    table = isinstance(experiment.data.source, CsvSource)
    return table and experiment.classes is None and not COSTS[experiment.training.cost].classification


FOLLOWERS: Mapping[str, Callable[[Experiment, Experiment], Experiment]] = MappingProxyType(
    {"data.source": _follow_source, "network.output_activation": _follow_output}
)
"""What follows from a change of these fields."""


Edit = tuple[int, int, int, float]
"""A weight that a person sets: layer from 1, row, column, value; the column after the last weight is the bias."""


def parameter_name(layer: int, row: int, column: int, columns: int, prefix: str = "") -> str:
    """Return ``W[2][3,1]`` or ``b[2][3]``, counted from 1 as in the formulas.

    Parameters
    ----------
    layer
        1 … L.
    row, column
        From 0; the column after the last of the `columns` is the bias.
    prefix
        ``"d"`` for the gradient.
    """
    if column == columns:
        return f"{prefix}b[{layer}][{row + 1}]"
    return f"{prefix}W[{layer}][{row + 1},{column + 1}]"


def check_place(network: Network, layer: int, row: int, column: int) -> None:
    """Check that there is such a weight or bias.

    Raises `TrainingError` if not.

    `layer`, `row`, `column`: `layer` counts from 1, the others from 0; `column` n_{l-1} is the bias. A refusal counts
    all of them from 1.
    """
    shapes = network.structure.shapes
    if not 1 <= layer <= len(shapes):
        raise TrainingError("there is no layer {layer}; expected 1 to {layers}", layer=layer, layers=len(shapes))
    rows, columns = shapes[layer - 1]
    if not (0 <= row < rows and 0 <= column < columns):
        raise TrainingError(
            "there is no {parameter}; expected rows 1 to {rows} and columns 1 to {columns}",
            parameter=parameter_name(layer, row, column, columns - 1),
            rows=rows,
            columns=columns - 1,
        )


def check_parameter(network: Network, layer: int, row: int, column: int, value: float) -> None:
    """Check that there is such a weight or bias, as `check_place` does, and that the value can be one.

    Raises `TrainingError` if not.
    """
    check_place(network, layer, row, column)
    dtype = network.dtype
    if not abs(value) <= float(np.finfo(dtype).max):
        raise TrainingError(
            "a weight of {value}, expected a finite number that {dtype} can hold", value=value, dtype=dtype
        )


def check_parameters(network: Network, parameters: Array) -> None:
    """Check that these can be all weights and biases, `(P,)`.

    Raises `TrainingError` if not.
    """
    present = network.parameters
    if parameters.shape != present.shape:
        raise TrainingError("{size} weights and biases, expected {size2}", size=parameters.size, size2=present.size)
    if not (np.abs(parameters) <= float(np.finfo(present.dtype).max)).all():
        raise TrainingError("weights that are not finite, expected numbers that {dtype} can hold", dtype=present.dtype)
