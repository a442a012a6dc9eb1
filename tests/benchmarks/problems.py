"""What the benchmarks of the window train: problems of a fixed size, or any preset."""

from collections.abc import Mapping
from types import MappingProxyType

from playground.files import override, read_preset
from playground.training import TrainingSession

DEFAULT, LARGE = "default", "large"
PROBLEMS: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        DEFAULT: (
            "circles",
            (
                "network.hidden=[4,2]",
                "network.output_activation=tanh",
                "training.cost=half_squared_error",
                "training.optimizer=sgd",
                "training.batch_size=10",
                "data.samples=500",
                "data.train_fraction=0.5",
                'data.features=["x1","x2"]',
            ),
        ),
        LARGE: ("spirals", ("network.hidden=[32,32,32,32,32,32,32,32]",)),
    }
)
"""By name: a preset, and what is set on top of it."""


def session(name: str) -> TrainingSession:
    """Return a session on one of `PROBLEMS`, or on a preset as it is."""
    preset, settings = PROBLEMS.get(name, (name, ()))
    return TrainingSession(override(read_preset(preset), settings))
