"""How well numbers are predicted, in the unit of the table: against scikit-learn's definitions, written out."""

import numpy as np
import pytest

from playground.files import CsvSource, open_source, override, read_preset
from playground.training import TrainingSession
from playground.training.scoring import CHEAP, Fit, fit_of, work

TABLE = "a,b,price,rooms\n" + "".join(
    f"{i % 7},{i % 11},{5000 + 300.5 * (i % 7) - 90 * (i % 11) + (i * i) % 5},{i % 7 / 8 + i % 3}\n" for i in range(60)
)


def trained(*settings, labels=("price", "rooms"), epochs=40):
    target = open_source(CsvSource(csv="pasted", text=TABLE, label=labels), "pasted")
    session = TrainingSession(override(target.experiment, settings), None, target.dataset)
    session.start(())
    session.advance(float("inf"), until_epoch=epochs)
    session.pause()
    return session


def by_hand(true, guessed):
    residuals = ((true - guessed) ** 2).sum(axis=1)
    r2 = 1 - residuals / ((true - true.mean(axis=1, keepdims=True)) ** 2).sum(axis=1)
    return r2, np.sqrt(residuals / true.shape[1])


@pytest.mark.parametrize("standardize", ["true", "false"])
@pytest.mark.parametrize("cost", ["half_squared_error", "huber", "absolute_error"])
def test_each_target_has_its_own_in_the_unit_of_the_table(standardize, cost):
    session = trained(f"data.standardize_targets={standardize}", f"training.cost={cost}")
    run = session.run
    scores = run.scores(fits=True)
    for part, fit in ((run.examples.train, scores.train_fit), (run.examples.test, scores.test_fit)):
        answers = run.network.predict(part.F) * run.examples.output.scale + run.examples.output.mean
        r2, rmse = by_hand(part.Y_in_unit, answers)
        assert np.allclose(fit.r2, r2)
        assert np.allclose(fit.rmse, rmse)
        assert np.isclose(fit.mean_r2, r2.mean())
    snapshot = session.snapshot()
    assert (snapshot.train_fit, snapshot.test_fit) == (scores.train_fit, scores.test_fit)


def test_costs_and_targets_of_training_are_those_of_the_standardized_numbers():
    run = trained(labels=("price",)).run
    train, scores = run.examples.train, run.scores(fits=True)
    assert np.allclose([train.Y.mean(), train.Y.std()], [0, 1])
    # Half the mean squared error of what has spread 1 is half of what is not explained.
    assert np.isclose(2 * scores.train_cost, 1 - scores.train_fit.r2[0])
    assert np.isclose(scores.train_fit.rmse[0], np.sqrt(2 * scores.train_cost) * run.examples.output.scale[0, 0])


def test_scaling_comes_from_the_training_part_only():
    run = trained(labels=("price",), epochs=1).run
    train = run.examples.train.Y_in_unit
    assert run.examples.output.mean[0, 0] == pytest.approx(train.mean())
    assert run.examples.output.scale[0, 0] == pytest.approx(train.std())
    assert run.examples.output.mean[0, 0] != pytest.approx(run.examples.dataset.Y.mean())


@pytest.mark.parametrize(
    ("preset", "settings"),
    [
        ("xor", ()),
        ("blobs", ("training.cost=half_squared_error", "network.output_activation=linear")),
        ("sine", ("network.output_activation=sigmoid", "training.cost=binary_cross_entropy", "data.noise=0")),
    ],
)
def test_never_for_classes_or_with_a_cost_that_compares_shares(preset, settings):
    if preset == "sine":
        text = "x,share\n" + "".join(f"{i},{(i * 7 % 40) / 40}\n" for i in range(40))
        target = open_source(CsvSource(csv="pasted", text=text), "pasted")
        experiment, dataset = override(target.experiment, settings), target.dataset
        assert not experiment.standardizes_targets
    else:
        experiment, dataset = override(read_preset(preset), settings), None
    snapshot = TrainingSession(experiment, None, dataset).snapshot()
    assert snapshot.train_fit is None
    assert snapshot.test_fit is None


def test_a_target_that_never_varies_has_none():
    Y = np.array([[1.0, 2, 3], [5, 5, 5]])
    fit = fit_of(Y, Y + np.array([[0.5], [2]]))
    assert fit.r2[1] is None
    assert fit.rmse == (0.5, 2.0)
    assert fit.mean_r2 == fit.r2[0]
    assert Fit((None,), (1.0,)).mean_r2 is None


def test_points_of_a_small_history_cost_no_fit_and_those_of_a_large_one_have_it_for_the_window():
    run = TrainingSession(read_preset("sine")).run
    assert work(run.network, run.examples) < CHEAP
    assert run.scores().train_fit is None
    settings = ("network.hidden=[512,512]", "data.samples=400")
    run = TrainingSession(override(read_preset("sine"), settings)).run
    assert work(run.network, run.examples) > CHEAP
    assert run.scores().train_fit is not None
