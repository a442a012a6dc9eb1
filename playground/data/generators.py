"""The table of datasets that the program makes itself."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from msgspec import Struct

from playground.data import problems
from playground.data.dataset import ONE_CLASS, DataError, Dataset, FloatArray, Problem, output_rows, usual_names
from playground.messages import Message

SAMPLES_MAXIMUM = 1_000_000
"""More examples than this are refused rather than run out of memory."""

Domain = tuple[tuple[float, float], ...]

PLANE: Domain = ((-6.0, 6.0), (-6.0, 6.0))
TWO_CLASSES = ("0", "1")


class Generator(Struct, frozen=True):
    """One dataset of the table.

    Parameters
    ----------
    noise_label : str
        What the noise is a fraction of; 0 is perfectly clean, always.
    noise_maximum, noise : float
        Largest noise, and the noise unless a person asks for another.
    function : callable
        ``(samples, noise, rng) -> X, Y`` with shapes (inputs, samples) and (outputs, samples).
    domain : tuple of (low, high)
        Interval of each input, to draw axes and maps.
    values : tuple of str
        Names of the outputs where these are not the classes.
    """

    label: str
    description: str
    formula: str
    function: Callable[[int, float, np.random.Generator], tuple[FloatArray, FloatArray]]
    noise_label: str
    domain: Domain = PLANE
    classes: tuple[str, ...] = ()
    values: tuple[str, ...] = ("y",)
    samples: int = 400
    fixed_samples: bool = False
    noise: float = 0.0
    noise_maximum: float = 0.5

    @property
    def name(self) -> str:
        """What experiment files call it: its function."""
        return self.function.__name__

    @property
    def problem(self) -> Problem:
        return "classification" if self.classes else "regression"

    @property
    def output_names(self) -> tuple[str, ...]:
        """One name per row of Y."""
        return self.classes if output_rows(len(self.classes)) > 1 else self.values

    @property
    def inputs(self) -> int:
        return len(self.domain)

    @property
    def outputs(self) -> int:
        return len(self.output_names)

    @property
    def input_names(self) -> tuple[str, ...]:
        return usual_names(self.inputs)

    @property
    def samples_minimum(self) -> int:
        """Fewest examples that can be asked for: one of each class."""
        return max(2, len(self.classes))


_RECORDS = (
    Generator(
        label="XOR truth table",
        description="The four rows of the truth table of exclusive or: 1 when exactly one input is 1.",
        formula=r"y = x_1 \oplus x_2",
        function=problems.xor_points,
        noise_label="Standard deviation of a point's move along each axis, as a fraction of the square's side.",
        domain=((-0.5, 1.5), (-0.5, 1.5)),
        classes=TWO_CLASSES,
        samples=4,
        fixed_samples=True,
    ),
    Generator(
        label="XOR quadrants",
        description="Two classes in opposite quadrants: class 1 where the signs of the inputs differ.",
        formula=r"y = 1 \iff x_1 x_2 < 0",
        function=problems.xor,
        noise_label="Standard deviation of a point's move along each axis, as a fraction of the figure's half-width.",
        classes=TWO_CLASSES,
    ),
    Generator(
        label="Circles",
        description="A disc of class 1 surrounded by a ring of class 0.",
        formula=r"y = 1 \iff x_1^2 + x_2^2 < 3^2",
        function=problems.circles,
        noise_label="Standard deviation of a point's move along each axis, as a fraction of the ring's radius.",
        classes=TWO_CLASSES,
    ),
    Generator(
        label="Two clouds",
        description="Two normal clouds of points that a straight line separates, or nearly so.",
        formula=r"x \mid y \sim \mathcal{N}(\mu_y, I), \quad \lVert x - \mu_y \rVert \le 2.5",
        function=problems.gaussians,
        noise_label="Standard deviation of a point's move along each axis, "
        "as a fraction of the distance between the clouds.",
        classes=TWO_CLASSES,
        noise=0.1,
    ),
    Generator(
        label="Spirals",
        description="Two spiral arms wound into each other, the hardest of the classic problems in the plane.",
        formula=r"r = r_0 + (R - r_0) t, \quad \theta = 2\pi \left(\frac{7}{4} t + \frac{y}{2}\right)",
        function=problems.spirals,
        noise_label="Standard deviation of a point's move along each axis, as a fraction of the gap between the arms.",
        classes=TWO_CLASSES,
    ),
    Generator(
        label="Moons",
        description="Two half circles that reach into each other without touching.",
        formula=r"x = \pm 3 \left(\cos\theta - \frac{1}{2}, \; \sin\theta - \frac{1}{4}\right)",
        function=problems.moons,
        noise_label="Standard deviation of a point's move along each axis, as a fraction of the half circles' radius.",
        classes=TWO_CLASSES,
        noise=0.05,
    ),
    Generator(
        label="Three spirals",
        description="Three spiral arms, one class each.",
        formula=r"r = r_0 + (R - r_0) t, \quad \theta = 2\pi \left(t + \frac{y}{3}\right)",
        function=problems.three_spirals,
        noise_label="Standard deviation of a point's move along each axis, as a fraction of the gap between the arms.",
        classes=("0", "1", "2"),
        samples=450,
    ),
    Generator(
        label="Four clouds",
        description="Four normal clouds of points, one class each.",
        formula=r"x \mid y \sim \mathcal{N}(\mu_y, I), \quad \lVert x - \mu_y \rVert \le 2.5",
        function=problems.blobs,
        noise_label="Standard deviation of a point's move along each axis, "
        "as a fraction of the distance between neighbours.",
        classes=("0", "1", "2", "3"),
    ),
    Generator(
        label="Plane",
        description="A value that grows evenly along the diagonal: one linear neuron can learn it.",
        formula=r"y = \frac{x_1 + x_2}{12}",
        function=problems.plane,
        noise_label="Standard deviation of each value's move, as a fraction of the largest value.",
    ),
    Generator(
        label="Bumps",
        description="Six hills and hollows over the plane.",
        formula=r"y = \sum_i h_i \, e^{-\|x - c_i\|^2 / 2 s^2}",
        function=problems.bumps,
        noise_label="Standard deviation of each value's move, as a fraction of a bump's height.",
        samples=600,
    ),
    Generator(
        label="Sine",
        description="A sine wave of nearly two periods: a curve to fit from one input.",
        formula=r"y = \sin x_1",
        function=problems.sine,
        noise_label="Standard deviation of each value's move, as a fraction of the amplitude.",
        domain=((-6.0, 6.0),),
        samples=200,
    ),
    Generator(
        label="Heart",
        description="One parameter in, a point of a heart-shaped curve out: the network learns to draw it.",
        formula=r"y \propto \left(16 \sin^3\theta, \; 13\cos\theta - 5\cos 2\theta - 2\cos 3\theta - \cos 4\theta"
        r"\right), \quad \theta = 2\pi x_1",
        function=problems.heart,
        noise_label="Standard deviation of a point's move along each axis, as a fraction of the heart's half-width.",
        domain=((0.0, 1.0),),
        values=("y1", "y2"),
        samples=200,
    ),
)

GENERATORS: Mapping[str, Generator] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every dataset the program makes, by name, in the order of the gallery."""


def generate(name: str, *, samples: int, noise: float, seed: int) -> Dataset:
    """Make a dataset of the table: the same seed gives the same one; samples are ignored where they are fixed.

    Raises `DataError` for an unknown name, or a number of samples, a noise or a seed out of bounds.
    """
    generator = GENERATORS.get(name)
    if generator is None:
        raise DataError(
            "data: unknown dataset {name!r}, expected one of {generators}", name=name, generators=", ".join(GENERATORS)
        )
    return sampled(generator, samples=samples, noise=noise, seed=seed)


def sampled(generator: Generator, *, samples: int, noise: float, seed: int) -> Dataset:
    """Draw a dataset, as `generate` does."""
    count = generator.samples if generator.fixed_samples else samples
    if not generator.samples_minimum <= count <= SAMPLES_MAXIMUM:
        raise DataError(
            "data.samples: {count}, expected {samples_minimum} to {samples_maximum} for {name}",
            count=count,
            samples_minimum=generator.samples_minimum,
            samples_maximum=SAMPLES_MAXIMUM,
            name=generator.name,
        )
    if not (math.isfinite(noise) and 0 <= noise <= generator.noise_maximum):
        raise DataError(
            "data.noise: {noise}, expected 0 to {noise_maximum} for {name}",
            noise=noise,
            noise_maximum=generator.noise_maximum,
            name=generator.name,
        )
    if seed < 0:
        raise DataError("data.seed: {seed}, expected 0 or more", seed=seed)
    X, Y = generator.function(count, noise, np.random.default_rng(seed))
    names = generator.classes, generator.input_names, generator.output_names
    return Dataset(X, Y, generator.problem, *names, notes=_notes(generator, Y))


def _notes(generator: Generator, Y: FloatArray) -> tuple[Message, ...]:
    """Say where there is nothing to learn, as it may be of a formula that a person typed."""
    if (Y[:, :1] != Y).any():
        return ()
    if generator.classes:
        return (ONE_CLASS,)
    return (Message("Every value to predict is {value:.4g}: there is nothing to learn", value=float(Y[0, 0])),)
