"""One changed field, and what must change with it so that the experiment still makes sense."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from playground.data import GENERATORS, DataError, FeatureMap, Generator
from playground.engine import COSTS
from playground.files import FIELDS, Experiment
from playground.training.errors import TrainingError

USUAL_COST: Mapping[str, str] = MappingProxyType({"sigmoid": "binary_cross_entropy", "softmax": "cross_entropy"})
"""The cost that goes with an output activation; half the squared error with any other."""


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
        If there is no such field.
    """
    section, _, name = path.partition(".")
    if path not in FIELDS and path != "data.source":
        raise TrainingError(f"there is no field {path!r}")
    changed = _replaced(experiment, section, **{name: value})
    follow = FOLLOWERS.get(path)
    return changed if follow is None else follow(changed, experiment)


def _replaced(experiment: Experiment, section: str, **values: Any) -> Experiment:
    return msgspec.structs.replace(
        experiment, **{section: msgspec.structs.replace(getattr(experiment, section), **values)}
    )


def _follow_source(changed: Experiment, old: Experiment) -> Experiment:
    source = changed.data.source
    generator = GENERATORS.get(source) if isinstance(source, str) else None
    if generator is None:
        return changed
    changed = _replaced(
        changed,
        "data",
        samples=generator.samples if generator.fixed_samples else max(changed.data.samples, MINIMUM_SAMPLES),
        noise=min(changed.data.noise, generator.noise_maximum),
        features=_fitting_features(changed.data.features, generator.inputs),
        train_fraction=1.0 if generator.fixed_samples else _shared_fraction(changed.data.train_fraction),
    )
    output = _fitting_output(changed.network.output_activation, generator, old)
    return _follow_output(_replaced(changed, "network", output_activation=output), old)


MINIMUM_SAMPLES = 20
USUAL_FRACTION = 0.5


def _shared_fraction(fraction: float) -> float:
    """After the truth table, which trains on all it has, a set with test examples again."""
    return USUAL_FRACTION if fraction == 1.0 else fraction


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


def _fitting_output(output: str, generator: Generator, old: Experiment) -> str:
    """Return an output activation for the generator's problem: the present one where it can stay."""
    source = old.data.source
    before = GENERATORS.get(source) if isinstance(source, str) else None
    if generator.problem == "regression":
        stays = before is not None and before.problem == "regression" and before.outputs == generator.outputs
        return output if stays else "linear"
    several = len(generator.classes) > 2
    usual = {"sigmoid", "softmax", "linear"}
    return ("softmax" if several else "sigmoid") if output in usual else output


def _follow_output(changed: Experiment, old: Experiment) -> Experiment:
    """Bring the usual cost with an output activation that is new, or that the present cost cannot take."""
    output = changed.network.output_activation
    if output == old.network.output_activation and COSTS[changed.training.cost].allows(output):
        return changed
    return _replaced(changed, "training", cost=USUAL_COST.get(output, "half_squared_error"))


FOLLOWERS: Mapping[str, Callable[[Experiment, Experiment], Experiment]] = MappingProxyType(
    {"data.source": _follow_source, "network.output_activation": _follow_output}
)
"""What follows from a change of these fields."""
