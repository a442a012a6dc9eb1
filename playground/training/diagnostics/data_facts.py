"""What the training examples allow, whatever network is trained on them: computed once, when first asked for.

What near neighbours and a linear fit make of the examples, each judged on examples that it has not seen, is what a
network can be expected to reach.
"""

from functools import cached_property

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.files import DataSettings
from playground.training.examples import Examples, divided
from playground.training.results import FloatArray
from playground.training.scoring import Baseline, baseline

EXAMPLES, PRODUCTS = 600, 100_000_000
"""So many examples are compared with each other at most, and fewer where they have many features."""
NEIGHBOURS = (1, 5)
"""The better of these numbers of nearest neighbours is what counts."""
FEW, MANY = 8, 40
"""Of so few examples a network can learn each by heart; fewer than the second prove nothing about chance."""
RIDGE = 1e-3
CHANCE = 3.0
"""Standard errors within which an accuracy is no better than the most common class."""
ROBUST = 1.349
"""The distance of a normal distribution's quartiles in standard deviations."""
LEAST_ROWS = 15
"""Fewer rows have no outlier."""
FAR, HEAVY = 10.0, 0.5
"""An outlier lies so many robust standard deviations from the median and makes so much of all squared deviations."""
ROWS_NAMED = 5


class Contradiction(Struct, frozen=True):
    """Examples with equal inputs and different classes.

    Attributes
    ----------
    examples
        How many have an equal one of another class.
    best
        The largest accuracy that any function of the inputs can have.
    rows
        The first of them, counted from 1 in the data.
    """

    examples: int
    best: float
    rows: tuple[int, ...]


class Outlier(Struct, frozen=True):
    """One value far away from all others of its column.

    Attributes
    ----------
    row
        Counted from 1 in the data.
    value, low, high
        The value, and the range of all others.
    share
        What it makes of the column's squared deviations from the median.
    """

    row: int
    column: str
    value: float
    low: float
    high: float
    share: float


class DataFacts:
    """What is known of the training examples.

    Scores are skills: 0 for always answering the most common class or the mean, 1 for always being right.
    """

    def __init__(self, examples: Examples, settings: DataSettings) -> None:
        self.examples, self._settings = examples, settings
        self._baselines: dict[tuple[str, bool], Baseline] = {}

    def baseline(self, cost: str, *, test: bool = False) -> Baseline:
        """Return what always answering the same comes to on the training or on the test examples."""
        if (cost, test) not in self._baselines:
            part = self.examples.test if test else self.examples.train
            self._baselines[cost, test] = baseline(self.examples, cost, part)
        return self._baselines[cost, test]

    @cached_property
    def rows(self) -> NDArray[np.intp]:
        """The numbers `(m,)` of the training examples in the data, from 1."""
        return divided(self._settings, self.examples.dataset)[0] + 1

    @cached_property
    def _chosen(self) -> NDArray[np.intp]:
        train = self.examples.train
        most = min(train.m, EXAMPLES, max(50, int(np.sqrt(PRODUCTS / len(train.F)))))
        return np.linspace(0, train.m - 1, most).astype(np.intp)

    @property
    def inputs(self) -> FloatArray:
        """The features of the chosen examples as the network sees them, `(n_0, k)`."""
        return np.ascontiguousarray(self.examples.train.F[:, self._chosen], np.float64)

    @cached_property
    def _points(self) -> FloatArray:
        """Features at median 0 and spread 1, whatever lies far out cut off, `(n_0, k)`."""
        F = self.inputs
        largest = np.abs(F).max(axis=1, keepdims=True)
        F = F / np.where(largest > 0, largest, 1.0)
        low, middle, high = np.percentile(F, [25, 50, 75], axis=1, keepdims=True)
        # Where most values are equal the quartiles say nothing.
        spread = np.where(high > low, (high - low) / ROBUST, F.std(axis=1, keepdims=True))
        return np.asarray(((F - middle) / np.where(spread > 1e-12, spread, 1.0)).clip(-FAR, FAR))

    @cached_property
    def _answers(self) -> FloatArray:
        """What is to be predicted, `(k, n)`: one-hot classes or numbers at mean 0 and spread 1."""
        train = self.examples.train
        if train.labels is not None:
            return np.eye(int(train.labels.max()) + 1)[:, train.labels[self._chosen]]
        Y = train.Y[:, self._chosen].astype(np.float64)
        spread = Y.std(axis=1, keepdims=True)
        return np.asarray((Y - Y.mean(axis=1, keepdims=True)) / np.where(spread > 0, spread, 1.0))

    def skill_of(self, predicted: FloatArray) -> float:
        """Return the skill of predictions like `_answers`."""
        answers = self._answers
        if self.examples.train.labels is None:
            total = float(np.square(answers).sum())
            return 1 - float(np.square(answers - predicted).sum()) / total if total else 0.0
        right = float((predicted.argmax(axis=0) == answers.argmax(axis=0)).mean())
        return skill(right, float(answers.mean(axis=1).max()))

    @cached_property
    def neighbours(self) -> float:
        """The skill of answering as the nearest other examples do."""
        points, answers = self._points, self._answers
        squares = np.square(points).sum(axis=0)
        distances = squares[:, None] + squares - 2 * points.T @ points
        np.fill_diagonal(distances, np.inf)
        order = np.argsort(distances, axis=1, kind="stable")
        skills = []
        for count in NEIGHBOURS:
            if count < points.shape[1]:
                nearest = order[:, :count]
                skills.append(self.skill_of(answers[:, nearest].mean(axis=2)))
        return max(skills, default=0.0)

    @cached_property
    def straight(self) -> float:
        """The skill of a linear fit, each example judged by the fit to the others (PRESS; Allen, 1974)."""
        return self.fit(self._points)

    def fit(self, hidden: FloatArray) -> float:
        """Return the skill of a linear function of some values `(h, k)` of the chosen examples, as `straight`."""
        X = np.vstack([hidden, np.ones((1, hidden.shape[1]))])
        small = np.eye(len(X)) * RIDGE * X.shape[1]
        small[-1, -1] = 1e-9
        solved = np.linalg.solve(X @ X.T + small, X)
        fitted = self._answers @ solved.T @ X
        leverage = np.minimum((X * solved).sum(axis=0), 1 - 1e-9)
        return self.skill_of(self._answers - (self._answers - fitted) / (1 - leverage))

    @property
    def are_few(self) -> bool:
        """Whether there are so few examples of classes that each can be learned by heart."""
        return self.examples.train.m <= FEW and self.examples.train.labels is not None

    @cached_property
    def possible(self) -> float | None:
        """The skill that a network can be expected to reach; None where too few examples say nothing."""
        train = self.examples.train
        if self.are_few and train.labels is not None:
            contradiction = self.contradiction
            most = np.bincount(train.labels).max() / train.m
            return 1.0 if contradiction is None else skill(contradiction.best, float(most))
        if train.m <= FEW:
            return None
        return max(self.neighbours, self.straight)

    @cached_property
    def bend(self) -> float:
        """What can be gained beyond a linear function."""
        if self.are_few:
            return (self.possible or 0.0) - max(0.0, self.straight)
        return self.neighbours - max(0.0, self.straight)

    @cached_property
    def are_random(self) -> bool:
        """Whether neither neighbours nor a linear fit know more than chance, of enough examples to tell."""
        n_features, k = self._points.shape
        if k < MANY or n_features > k / 4:
            return False
        best = max(self.neighbours, self.straight)
        if self.examples.train.labels is None:
            return best < 0.05
        base = float(self._answers.mean(axis=1).max())
        # Of two numbers of neighbours and a fit the best is taken: some of that is luck.
        return best * (1 - base) < CHANCE * float(np.sqrt(base * (1 - base) / k))

    @cached_property
    def contradiction(self) -> Contradiction | None:
        """Equal inputs of different classes, if there are any."""
        train = self.examples.train
        if train.labels is None:
            return None
        _, group, counts = np.unique(train.F, axis=1, return_inverse=True, return_counts=True)
        group = group.ravel()
        if counts.max() == 1:
            return None
        table = np.zeros((len(counts), int(train.labels.max()) + 1), np.intp)
        np.add.at(table, (group, train.labels), 1)
        mixed = (np.count_nonzero(table, axis=1) > 1)[group]
        if not mixed.any():
            return None
        first = np.flatnonzero(mixed)
        first = first[np.argsort(group[first], kind="stable")][:ROWS_NAMED]
        best = float(table.max(axis=1).sum() / train.m)
        return Contradiction(int(mixed.sum()), best, tuple(int(row) for row in self.rows[first]))

    @cached_property
    def target_outlier(self) -> Outlier | None:
        """The number to predict that lies far from all others, if one does."""
        dataset = self.examples.dataset
        return None if self.examples.train.labels is not None else _outlier(dataset.Y, dataset.output_names)

    @cached_property
    def input_outlier(self) -> Outlier | None:
        """The input that lies far from all others of its column, if one does."""
        dataset = self.examples.dataset
        return None if dataset.image_shape is not None else _outlier(dataset.values(), dataset.input_names)


def _outlier(table: FloatArray, names: tuple[str, ...]) -> Outlier | None:
    """Return the worst outlier of a table `(n, m)`."""
    if table.shape[1] < LEAST_ROWS:
        return None
    found: list[Outlier] = []
    low, middle, high = np.percentile(table, [25, 50, 75], axis=1)
    distance = np.abs(table - middle[:, None])
    at = distance.argmax(axis=1)
    for column in np.flatnonzero((high > low) & (distance.max(axis=1) > FAR * (high - low) / ROBUST)).tolist():
        row = int(at[column])
        share = float(distance[column, row] ** 2 / np.square(distance[column]).sum())
        if share > HEAVY:
            rest = np.delete(table[column], row)
            value = float(table[column, row])
            found.append(Outlier(row + 1, names[column], value, float(rest.min()), float(rest.max()), share))
    return max(found, key=lambda outlier: outlier.share, default=None)


def skill(score: float, base: float) -> float:
    """Return a score on a scale from 0 for the baseline's to 1 for a perfect one."""
    return (score - base) / (1 - base) if base < 1 else 1.0
