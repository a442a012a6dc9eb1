"""What a stroke does: the data on screen become a drawing, and points are added, erased, moved or shaken.

A table of points has one point per column; its rows are x1, x2, the class, and the side: 1 trains, 0 tests, and of a
new point it is not known yet.
"""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from playground.data import GENERATORS, Dataset, split_points, usual_names
from playground.data.points import CLASSES_MAXIMUM, numbered
from playground.files import Experiment, PointsSource
from playground.messages import Message
from playground.training.edits import edited
from playground.training.errors import TrainingError
from playground.training.examples import Examples
from playground.training.results import Array, FloatArray

MOST_POINTS = 5_000
"""Beyond this a stroke would be slow, and no eye could tell the points apart."""
SEVERAL_CLASSES = ("softmax", "cross_entropy")
"""Output activation and cost that come with a third class."""
TWO_CLASSES = "circles"
"""The generator whose settings an empty sheet takes over: two inputs, two classes."""
ROWS = 4
NEW_SIDE = np.nan
NUDGES = 100
SAME_PLACE = 1e-9
"""As a share of an axis: what is nearer than this is the same place."""

Domain = Sequence[tuple[float, float]]
Place = tuple[float, float]

SHEET_DOMAIN: Domain = GENERATORS[TWO_CLASSES].domain
"""The axes of an empty sheet."""


class Drawing(Dataset, frozen=True, eq=False):
    """Drawn points, and what their network was like before a third class made it a softmax.

    `two_class_output`: output activation and cost to go back to when there are two classes again; None if there are
    two, or if there always were more.
    """

    two_class_output: tuple[str, str] | None = None


def why_not(dataset: Dataset) -> Message | None:
    """Return why these data cannot be drawn on, in one line; None if they can."""
    inputs = dataset.n_inputs
    if dataset.problem != "classification":
        return Message(
            "only points of classes can be drawn, but these data are numbers to predict; begin a new drawing"
        )
    if inputs != 2:
        return Message(
            "points are drawn over two inputs, but these data have {inputs}; begin a new drawing", inputs=inputs
        )
    if dataset.m > MOST_POINTS:
        return Message(
            "{count:,} points are too many to draw on, at most {most:,}; begin a new drawing",
            count=dataset.m,
            most=MOST_POINTS,
        )
    if len(dataset.classes) > CLASSES_MAXIMUM:
        return Message(
            "{count} classes are too many to draw, at most {most}; begin a new drawing",
            count=len(dataset.classes),
            most=CLASSES_MAXIMUM,
        )
    return None


def table_of(examples: Examples) -> FloatArray:
    """Return the points of data with two inputs, `(4, m)`, in their own order.

    Raises `TrainingError` if the data cannot be drawn on.
    """
    dataset = examples.dataset
    if reason := why_not(dataset):
        raise TrainingError(reason)
    table = np.empty((ROWS, dataset.m))
    table[:2], table[2] = dataset.X, dataset.class_indices
    table[3] = np.isin(_numbers(table[:2]), _numbers(examples.train.X))
    return table


def new_points(points: Sequence[tuple[float, float, int]]) -> FloatArray:
    """Return a table of points whose side is not known.

    Raises `TrainingError` if there is none.
    """
    if not points:
        raise TrainingError("no point to draw, expected at least one")
    table = np.full((ROWS, len(points)), NEW_SIDE)
    table[:3] = np.array(points, np.float64).T
    return table


def clamped(table: FloatArray, domain: Domain) -> FloatArray:
    """Return the points, those beyond the axes on their edge.

    Raises `TrainingError` if a coordinate is not a finite number.
    """
    if not np.isfinite(table[:3]).all():
        raise TrainingError("a point that is not finite, expected two coordinates and a class")
    low, high = np.array(domain, np.float64).T[:, :, None]
    return np.concatenate([table[:2].clip(low, high), table[2:]])


def added(table: FloatArray, points: FloatArray) -> FloatArray:
    """Return the table with as many of these points as there is room for.

    Raises `TrainingError` if there is room for none.
    """
    room = MOST_POINTS - table.shape[1]
    if room <= 0:
        raise TrainingError("a drawing holds at most {most_points:,} points; erase some first", most_points=MOST_POINTS)
    return np.concatenate([table, points[:, :room]], axis=1)


def erased(table: FloatArray, way: Sequence[Place], radius: float, domain: Domain) -> FloatArray:
    """Return the table without what lies under an eraser; the last point always stays.

    Parameters
    ----------
    way
        Where the eraser went, in straight lines from place to place; at least one place.
    radius
        Half its width, in the unit of x1. Along x2 it reaches as far on a square plot: the same share of the axis.
    """
    inside = _distance(table[:2], way, domain) <= radius
    if inside.all():
        inside[-1] = False
    return table[:, ~inside]


def moved(table: FloatArray, at: Place, to: Place, domain: Domain) -> FloatArray:
    """Return the table with the point at one place at another; of several, the one drawn last.

    Raises `TrainingError` if there is no point.
    """
    distance = _distance(table[:2], [at], domain)
    index = table.shape[1] - 1 - int(distance[::-1].argmin())
    (low, high), _ = domain
    if not distance[index] <= SAME_PLACE * (high - low):
        raise TrainingError("there is no point at ({at:.4g}, {at2:.4g}) to move", at=at[0], at2=at[1])
    result = table.copy()
    result[:2, index] = to
    return clamped(result, domain)


def jittered(table: FloatArray, strength: float, domain: Domain, rng: np.random.Generator) -> FloatArray:
    """Return the table with every point moved at random: normally, by `strength` as a share of each axis.

    Raises `TrainingError` if the strength is not a number from 0 to 1.
    """
    if not 0 <= strength <= 1:
        raise TrainingError("a jitter of {strength}, expected a share of the axes from 0 to 1", strength=strength)
    low, high = np.array(domain, np.float64).T[:, :, None]
    result = table.copy()
    result[:2] += strength * (high - low) * rng.standard_normal((2, table.shape[1]))
    return clamped(result, domain)


def redrawn(experiment: Experiment, dataset: Dataset, table: FloatArray, domain: Domain) -> tuple[Experiment, Drawing]:
    """Return the experiment with these points as its data, and them as a dataset.

    Features and their scaling, the axes and all names stay as they are. A third class brings what goes with several,
    and when there are two again, what there was before the third comes back.
    """
    table = _on_their_sides(table, experiment.data.train_fraction, experiment.data.seed)
    classes = max(2, int(table[2].max()) + 1)
    source = PointsSource(
        points=tuple(map(tuple, table[:3].T.tolist())),
        classes=classes,
        axes=tuple((float(low), float(high)) for low, high in domain),
        **_names(experiment, dataset),
    )
    if isinstance(experiment.data.source, PointsSource) and classes == len(dataset.classes):
        # Most strokes, thirty a second: nothing follows from them.
        data = msgspec.structs.replace(experiment.data, source=source)
        changed = msgspec.structs.replace(experiment, data=data)
    else:
        changed = edited(experiment, "data.source", source)
    if not isinstance(experiment.data.source, PointsSource):
        # A table of the person's own was brought to mean 0 and spread 1: its network goes on reading the points so.
        data = msgspec.structs.replace(changed.data, standardize=experiment.data.standardizes)
        changed = msgspec.structs.replace(changed, data=data)
    settings = experiment.network.output_activation, experiment.training.cost
    before = dataset.two_class_output if isinstance(dataset, Drawing) else None
    if classes > 2:
        before = settings if len(dataset.classes) <= 2 else before
    elif len(dataset.classes) > 2:
        if before is not None and settings == SEVERAL_CLASSES:
            changed = _with_output(changed, *before)
        before = None
    return changed, _as_drawing(source.dataset(), before)


def _names(experiment: Experiment, dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """Return the names that a drawing on these data has of its own."""
    source = experiment.data.source
    if isinstance(source, PointsSource):  # names of classes whose points are erased come back with them
        return {"names": source.names, "class_names": source.class_names}
    inputs, classes = dataset.input_names, dataset.classes
    return {
        "names": () if inputs == usual_names(len(inputs)) else inputs,
        "class_names": () if classes == numbered((), len(classes)) else classes,
    }


def sheet(experiment: Experiment) -> tuple[Experiment, Dataset]:
    """Return the experiment as it suits an empty sheet for two inputs and two classes, and a dataset of no point."""
    names = ("x1", "x2")
    empty = Dataset(np.empty((2, 0)), np.empty((1, 0)), "classification", ("0", "1"), names, ("y",))
    return edited(experiment, "data.source", TWO_CLASSES), empty


def _numbers(places: Array) -> NDArray[np.complex128]:
    """Return each place `(2, m)` as one number, `(m,)`."""
    return np.asarray(places[0] + 1j * places[1], np.complex128)


def _on_their_sides(table: FloatArray, train_fraction: float, seed: int) -> FloatArray:
    """Return the points, those nudged by the last bit of x1 that would change sides, from training to testing or back.

    The place of a drawn point decides its side, so that none changes sides because of another; a point that is moved,
    or that some generator put on its side, keeps to it by a place that nobody can tell from its own.
    """
    known = np.isfinite(table[3])
    if not known.any():
        return table
    wanted, table = table[3] > 0, table.copy()
    towards_zero = np.where(table[0] > 0, -np.inf, np.inf)  # so that none leaves the axes
    for _ in range(NUDGES):
        trains = np.zeros(table.shape[1], np.bool_)
        trains[split_points(table[:2], train_fraction, seed)[0]] = True
        wrong = known & (trains != wanted)
        if not wrong.any():
            break
        table[0, wrong] = np.nextafter(table[0, wrong], towards_zero[wrong])
    return table


def _distance(places: FloatArray, way: Sequence[Place], domain: Domain) -> FloatArray:
    """Return how far places `(2, m)` are from a way, `(m,)`, in the unit of x1 on a plot with axes equally long."""
    (left, right), (low, high) = domain
    unit = np.array([[1.0], [(right - left) / ((high - low) or 1.0)]])
    points = places * unit
    corners = np.array(way, np.float64).T * unit
    nearest = np.full(points.shape[1], np.inf)
    for start, end in zip(corners.T, corners.T[1:] if len(way) > 1 else corners.T, strict=False):
        along = end - start
        length = float(along @ along)
        share = np.clip(along @ (points - start[:, None]) / length, 0, 1) if length > 0 else np.zeros(points.shape[1])
        gap = points - start[:, None] - along[:, None] * share
        np.minimum(nearest, np.hypot(*gap), out=nearest)
    return nearest


def _with_output(experiment: Experiment, output: str, cost: str) -> Experiment:
    network = msgspec.structs.replace(experiment.network, output_activation=output)
    training = msgspec.structs.replace(experiment.training, cost=cost)
    return msgspec.structs.replace(experiment, network=network, training=training)


def _as_drawing(drawn: Dataset, before: tuple[str, str] | None) -> Drawing:
    return Drawing(
        X=drawn.X,
        Y=drawn.Y,
        problem=drawn.problem,
        classes=drawn.classes,
        input_names=drawn.input_names,
        output_names=drawn.output_names,
        two_class_output=before,
    )
