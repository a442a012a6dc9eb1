"""One changed field, and what must change with it so that the experiment still makes sense."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from playground.data import GENERATORS, DataError, FeatureMap, Generator
from playground.engine import COSTS
from playground.files import FIELDS, CsvSource, DataSettings, Experiment, output_count
from playground.training.errors import TrainingError

USUAL_COST: Mapping[str, str] = MappingProxyType({"sigmoid": "binary_cross_entropy", "softmax": "cross_entropy"})
"""The cost that goes with an output activation when classes are told apart; half the squared error with any other."""


def edited(experiment: Experiment, path: str, value: Any) -> Experiment:
    """Return the experiment with one field changed, and with it what no longer fits.

    Choosing other data brings the features, the output activation and the cost that suit them; choosing an output
    activation brings a cost that can take its values.

    Parameters
    ----------
    path
        A path of `FIELDS`, or ``data.source``.
    value
        The new value.

    Raises
    ------
    TrainingError
        If there is no such field; whether the value is allowed is checked by `validate`.
    """
    section, _, name = path.partition(".")
    if (path not in FIELDS or "[]" in path) and path != "data.source":
        raise TrainingError(f"there is no field {path!r} to change")
    changed = _replaced(experiment, section, **{name: value})
    follow = FOLLOWERS.get(path)
    return changed if follow is None else follow(changed, experiment)


def _replaced(experiment: Experiment, section: str, **values: Any) -> Experiment:
    return msgspec.structs.replace(
        experiment, **{section: msgspec.structs.replace(getattr(experiment, section), **values)}
    )


def _follow_source(changed: Experiment, old: Experiment) -> Experiment:
    # The names of classes and columns were those of the old data.
    changed = msgspec.structs.replace(changed, classes=None, columns=None)
    generator, before = _generator(changed), _generator(old)
    if generator is None:
        return changed
    # No longer the preset it was opened as: it is called after its data from now on.
    changed = msgspec.structs.replace(changed, name=generator.label, description={})
    data = changed.data
    if generator.fixed_samples:
        samples, train_fraction = generator.samples, 1.0
    elif before is not None and before.fixed_samples:
        samples, train_fraction = generator.samples, DataSettings(source=generator.name).train_fraction
    else:
        samples, train_fraction = data.samples, data.train_fraction
    changed = _replaced(
        changed,
        "data",
        samples=max(samples, generator.samples_minimum),
        noise=min(data.noise, generator.noise_maximum),
        features=_fitting_features(data.features, generator.inputs),
        train_fraction=train_fraction,
    )
    changed = _replaced(changed, "network", output_activation=_fitting_output(changed, generator, before))
    if before is None or before.problem != generator.problem:
        return _with_usual_cost(changed)
    return _follow_output(changed, old)


def _generator(experiment: Experiment) -> Generator | None:
    source = experiment.data.source
    return GENERATORS.get(source) if isinstance(source, str) else None


def _fitting_features(features: tuple[str, ...], n_inputs: int) -> tuple[str, ...]:
    """Keep the formulas that these inputs allow, and add inputs that none of them would see."""
    kept = tuple(formula for formula in features if _computable(formula, n_inputs))
    inputs = tuple(f"x{number}" for number in range(1, n_inputs + 1))
    unseen = tuple(name for name in inputs if not any(name in formula for formula in kept))
    return kept + unseen


def _computable(formula: str, n_inputs: int) -> bool:
    try:
        FeatureMap((formula,), n_inputs)
    except DataError:
        return False
    return True


def _fitting_output(changed: Experiment, generator: Generator, before: Generator | None) -> str:
    """Return an output activation for the generator's problem: the present one where it can stay."""
    output = changed.network.output_activation
    if generator.problem == "regression":
        stays = before is not None and before.problem == "regression" and before.outputs == generator.outputs
        return output if stays else "linear"
    several = len(generator.classes) > 2
    usual = {"sigmoid", "softmax", "linear"}
    return ("softmax" if several else "sigmoid") if output in usual else output


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
        cost = "half_squared_error" if COSTS[present].classification else present
    else:
        cost = USUAL_COST.get(changed.network.output_activation, "half_squared_error")
    return _replaced(changed, "training", cost=cost)


def _predicts_numbers(experiment: Experiment) -> bool:
    """Whether the data are a regression; for a table not read here, whether its experiment looks like one."""
    generator = _generator(experiment)
    if generator is not None:
        return generator.problem == "regression"
    table = isinstance(experiment.data.source, CsvSource)
    return table and experiment.classes is None and not COSTS[experiment.training.cost].classification


FOLLOWERS: Mapping[str, Callable[[Experiment, Experiment], Experiment]] = MappingProxyType(
    {"data.source": _follow_source, "network.output_activation": _follow_output}
)
"""What follows from a change of these fields."""
