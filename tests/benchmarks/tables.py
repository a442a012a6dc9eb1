"""What a person's table comes to with the settings it opens with: beside scikit-learn's networks with theirs.

    python tests/benchmarks/tables.py [--json] [--table NAME]... [--seeds N] [--without-peer]

Each table is opened as a CSV file and trained for the epochs that it opens with. scikit-learn's `MLPClassifier` or
`MLPRegressor`, with its defaults, learns from the same rows and is tested on the same rows; its inputs and the numbers
to predict are standardized by the training rows. The score is the accuracy, or R² (the mean over several targets), on
the test rows: a fifth of the table, another one with every seed. Beside the mean stands its standard error.
scikit-learn is no dependency of the program: where it is missing its column is empty, and so are the tables that come
with it.
"""

import argparse
import json
import os
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

os.environ.update(dict.fromkeys(("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"), "1"))

import numpy as np

from playground.files import CsvSource, Experiment, Target, open_source, override
from playground.training import TrainingSession

SEEDS = 20


@dataclass(frozen=True)
class Sample:
    """The content of a CSV file, and which of its columns are to predict."""

    text: str
    label: tuple[str, ...]


def _csv(columns: dict[str, Iterable[Any]]) -> str:
    rows = zip(*columns.values(), strict=True)
    return "\n".join([",".join(columns), *(",".join(str(cell) for cell in row) for row in rows)]) + "\n"


def _bundled(name: str) -> Sample:
    """Return a table that comes with scikit-learn."""
    from sklearn import datasets

    found = getattr(datasets, f"load_{name}")()
    X, y = np.asarray(found.data), np.asarray(found.target)
    columns: dict[str, Iterable[Any]] = {f"c{i}": column.tolist() for i, column in enumerate(X.T)}
    if y.ndim > 1:
        targets = {str(target): column.tolist() for target, column in zip(found.target_names, y.T, strict=True)}
        return Sample(_csv(columns | targets), tuple(targets))
    names = getattr(found, "target_names", None)
    kinds = y.tolist() if names is None else [str(names[index]).replace("-", "") for index in y]
    texts = [f"kind {kind}" for kind in kinds] if names is not None else kinds
    return Sample(_csv(columns | {"label": texts}), ("label",))


def _hours(count: int) -> Sample:
    """Return marks of an exam by the hours that were studied."""
    rng = np.random.default_rng(1)
    hours = rng.uniform(0, 10, count)
    score = 20 + 7.5 * hours + rng.normal(0, 4, count)
    return Sample(_csv({"hours": hours.tolist(), "score": score.tolist()}), ("score",))


def _offset() -> Sample:
    """Return a wave far from zero."""
    x = np.random.default_rng(2).uniform(0, 10, 300)
    return Sample(_csv({"x": x.tolist(), "y": (500 + 300 * np.sin(1.6 * x)).tolist()}), ("y",))


def _marks() -> Sample:
    """Return marks from 0 to 50 that follow from how four parts of a day were spent."""
    rng = np.random.default_rng(3)
    day = {name: rng.uniform(0, 9, 100).round(1) for name in ("slept", "studied", "screen", "played")}
    marks = 5 + 3.5 * day["studied"] + 1.5 * day["slept"] - 1.2 * day["screen"] + rng.normal(0, 3, 100)
    columns: dict[str, Iterable[Any]] = {name: hours.tolist() for name, hours in day.items()}
    return Sample(_csv(columns | {"marks": marks.clip(0, 50).round(1).tolist()}), ("marks",))


def _prices() -> Sample:
    """Return prices of houses from two numbers, with a bend."""
    rng = np.random.default_rng(4)
    area, rooms = rng.uniform(40, 180, 200).round(1), rng.integers(1, 7, 200)
    price = 20_000 + 1_400 * area + 12_000 * rooms + 30_000 * np.sin(area / 25) + rng.normal(0, 4_000, 200)
    columns = {"area": area.tolist(), "rooms": rooms.tolist(), "price": price.round().tolist()}
    return Sample(_csv(columns), ("price",))


def _wide() -> Sample:
    """Return many columns, a few of which tell of two classes."""
    rng = np.random.default_rng(5)
    X = rng.normal(size=(200, 50))
    sick = X[:, :4].sum(axis=1) + rng.normal(0, 0.7, 200) > 0
    columns: dict[str, Iterable[Any]] = {f"g{i}": column.tolist() for i, column in enumerate(X.T)}
    return Sample(_csv(columns | {"state": ["sick" if yes else "well" for yes in sick]}), ("state",))


def _circles() -> Sample:
    """Return two classes, one around the other."""
    rng = np.random.default_rng(6)
    a, b = rng.uniform(-3, 3, (2, 150))
    inside = np.hypot(a, b) + rng.normal(0, 0.1, 150) < 1.7
    columns = {"a": a.tolist(), "b": b.tolist(), "where": ["in" if yes else "out" for yes in inside]}
    return Sample(_csv(columns), ("where",))


def _contradicting() -> Sample:
    """Return the same rows with one class and with another."""
    rows = ["1,2,p", "1,2,q", "1,2,p", "3,4,q", "3,4,p"] * 20
    return Sample("a,b,y\n" + "\n".join(rows) + "\n", ("y",))


TABLES: dict[str, Callable[[], Sample]] = {
    **{name: (lambda name=name: _bundled(name)) for name in ("iris", "wine", "breast_cancer", "digits", "diabetes")},
    "linnerud": lambda: _bundled("linnerud"),
    "hours_score_12": lambda: _hours(12),
    "hours_score_80": lambda: _hours(80),
    "offset_target": _offset,
    "marks_0_50": _marks,
    "prices": _prices,
    "wide_overfit": _wide,
    "circles": _circles,
    "contradicting_rows": _contradicting,
}
"""Every table by name; the first six come with scikit-learn."""


def seeded(target: Target, seed: int, settings: Iterable[str] = ()) -> Experiment:
    """Return the experiment that a table opens with, split and drawn by another seed."""
    return override(target.experiment, [f"data.seed={seed}", f"network.seed={seed}", *settings])


def trained(target: Target, experiment: Experiment) -> TrainingSession:
    """Train for as many epochs as the table opens with."""
    session = TrainingSession(experiment, None, target.dataset)
    session.start(())
    session.advance(float("inf"), until_epoch=experiment.training.epochs)
    session.pause()
    return session


def own_score(session: TrainingSession) -> float:
    """Return the accuracy or R² on the test rows."""
    scores = session.run.scores(fits=True)
    if scores.test_accuracy is not None:
        return scores.test_accuracy
    assert scores.test_fit is not None
    return scores.test_fit.mean_r2 or 0.0


def peer_score(session: TrainingSession, seed: int) -> float | None:
    """Return what scikit-learn's network with its defaults comes to on the same rows; None where it is missing."""
    try:
        from sklearn.metrics import r2_score
        from sklearn.neural_network import MLPClassifier, MLPRegressor
        from sklearn.preprocessing import StandardScaler
    except ImportError:
        return None
    train, test = session.run.examples.train, session.run.examples.test
    inputs = StandardScaler().fit(train.X.T)
    X, X_test = inputs.transform(train.X.T), inputs.transform(test.X.T)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that its 200 epochs are not enough is its default
        if train.labels is not None:
            return float(MLPClassifier(random_state=seed).fit(X, train.labels).score(X_test, test.labels))
        targets = StandardScaler().fit(train.Y_in_unit.T)
        Y = targets.transform(train.Y_in_unit.T)
        answers = MLPRegressor(random_state=seed).fit(X, Y[:, 0] if Y.shape[1] == 1 else Y).predict(X_test)
        return float(r2_score(test.Y_in_unit.T, targets.inverse_transform(answers.reshape(len(X_test), -1))))


def measure(sample: Sample, seeds: int, *, peer: bool = True) -> dict[str, Any]:
    """Return the mean scores of a table over some seeds, what they are, and the settings it opened with."""
    target = open_source(CsvSource(csv="table", text=sample.text, label=sample.label), "table")
    own, other = [], []
    for seed in range(seeds):
        session = trained(target, seeded(target, seed))
        own.append(own_score(session))
        other.append(peer_score(session, seed) if peer else None)
    known = [score for score in other if score is not None]
    settings = target.experiment
    return {
        "score": "accuracy" if settings.classes else "r2",
        "own": float(np.mean(own)),
        "own_error": float(np.std(own) / np.sqrt(len(own))),
        "sklearn": float(np.mean(known)) if known else None,
        "sklearn_error": float(np.std(known) / np.sqrt(len(known))) if known else None,
        "rows": target.dataset.m if target.dataset is not None else 0,
        "hidden": ", ".join(f"{layer.units} {layer.activation}" for layer in settings.network.hidden),
        "learning_rate": settings.training.learning_rate,
        "batch_size": settings.training.batch_size,
        "l2": settings.training.l2,
        "epochs": settings.training.epochs,
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--table", action="append", choices=list(TABLES), help="only these (repeatable)")
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how many splits and initial weights")
    parser.add_argument("--without-peer", action="store_true", help="leave scikit-learn out")
    options = parser.parse_args()
    found: dict[str, Any] = {}
    line = "{:20} {:>8}  {:>15}  {:>15}  {}"
    if not options.json:
        print(line.format("table", "score", "own", "scikit-learn", "opens with"))
    for name in options.table or TABLES:
        try:
            sample = TABLES[name]()
        except ImportError:
            found[name] = None
            continue
        found[name] = made = measure(sample, options.seeds, peer=not options.without_peer)
        if not options.json:
            peer = "-" if made["sklearn"] is None else f"{made['sklearn']:.3f} ± {made['sklearn_error']:.3f}"
            opens = "{hidden}, rate {learning_rate}, batch {batch_size}, L2 {l2}, {epochs} epochs".format(**made)
            own = f"{made['own']:.3f} ± {made['own_error']:.3f}"
            print(line.format(name, made["score"], own, peer, opens), flush=True)
    if options.json:
        print(json.dumps({"seeds": options.seeds, "tables": found}))


if __name__ == "__main__":
    main()
