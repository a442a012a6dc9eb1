"""The gradient check as a job: in slices it comes to the same, and the curve over ε is a V."""

import time

import numpy as np
import pytest

from playground.engine import MISTAKES, check_gradients
from playground.files import presets
from playground.training import TrainingSession
from playground.training.check_job import CURVE_EPSILONS, MOST_EXAMPLES, check_examples, guides, read_curve
from playground.training.commands import CancelJob, ChangeField, SetParameter, StartCheck


def finish(session, seconds=0.01):
    reports = []
    while session.jobs.advance(seconds):
        reports.append(session.snapshot().gradient_check)
    return [*reports, session.snapshot().gradient_check]


@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.id)
def test_it_passes_on_every_preset(preset):
    session = TrainingSession(preset.experiment)
    StartCheck().apply(session)
    report = finish(session)[-1]
    assert report.done
    assert report.check.passed
    run = session.run
    whole = check_gradients(run.network, *check_examples(run))
    for one, other in zip(report.check.parameters, whole.parameters, strict=True):
        np.testing.assert_array_equal(one.numerical, other.numerical)


def test_it_works_in_slices_and_says_how_far_it_is(make_session):
    session = make_session("spirals")
    assert session.snapshot().gradient_check is None
    StartCheck(1e-4).apply(session)
    begin = session.snapshot().gradient_check
    assert (begin.progress, begin.done, begin.check, begin.curve) == (0.0, False, None, ())
    assert (begin.epsilon, begin.mistake, begin.warnings) == (1e-4, None, ())
    reports = [begin, *finish(session, 0.002)]
    progress = [report.progress for report in reports]
    assert progress == sorted(progress)
    assert len(set(progress)) == len(set(map(id, reports))) > 3
    assert [report.done for report in reports] == [False] * (len(reports) - 1) + [True]
    assert all(report.check is None for report in reports[:-1])
    assert progress[-1] == 1.0
    assert reports[-1].check.epsilon == 1e-4
    assert not session.jobs.busy
    assert not session.jobs.advance(1.0)
    assert session.snapshot().gradient_check is reports[-1]


def test_a_slice_takes_about_as_long_as_it_may(make_session):
    session = make_session("circles", **{"network.hidden": "[60,60]"})
    StartCheck().apply(session)
    longest = 0.0
    for _ in range(10):
        begin = time.process_time()  # not what other programs take
        assert session.jobs.advance(0.005)
        longest = max(longest, time.process_time() - begin)
    assert longest < 0.1


def test_the_curve_falls_with_truncation_and_rises_with_rounding(make_session):
    session = make_session("circles")
    StartCheck().apply(session)
    curve = dict(finish(session)[-1].curve)
    assert tuple(curve) == CURVE_EPSILONS
    assert CURVE_EPSILONS[0] == pytest.approx(1e-1)
    assert CURVE_EPSILONS[-1] == pytest.approx(1e-12)
    lowest = min(curve, key=curve.get)
    assert 1e-7 < lowest < 1e-3
    assert curve[CURVE_EPSILONS[0]] > 1e4 * curve[lowest] < curve[CURVE_EPSILONS[-1]]
    # Truncation is of second order in ε.
    assert curve[CURVE_EPSILONS[0]] / curve[CURVE_EPSILONS[2]] == pytest.approx(100, rel=0.1)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_found_and_keeps_the_curve_up(make_session, mistake):
    preset = "three_spirals"
    session = make_session(preset)
    if mistake == "missing_factor":
        session.change(make_session(preset, **{"training.cost": "squared_error"}).experiment)
    StartCheck(1e-5, mistake).apply(session)
    report = finish(session, 0.1)[-1]
    assert report.mistake == mistake
    assert not report.check.passed
    assert min(value for _, value in report.curve) > 1e-5


def test_single_precision_is_told_of(make_session):
    session = make_session("circles", **{"network.dtype": "float32"})
    StartCheck().apply(session)
    report = finish(session)[-1]
    assert report.check.passed
    (warning,) = report.warnings
    assert "float32" in warning


def test_kinks_are_told_of(make_session):
    session = make_session("dead_relu", **{"network.initializer": "zeros"})  # every unit stands on its kink
    StartCheck().apply(session)
    report = finish(session)[-1]
    assert any(parameter.at_kink.any() for parameter in report.check.parameters)
    (warning,) = report.warnings
    assert warning.startswith(f"{report.check.at_kink} entries sit on a kink")


def test_cancelling_keeps_what_there_is(make_session):
    session = make_session("spirals")
    StartCheck().apply(session)
    for _ in range(1000):  # on a busy machine a slice may be over before its first step
        session.jobs.advance(0.001)
        if session.snapshot().gradient_check.progress:
            break
    CancelJob("check").apply(session)
    assert not session.jobs.busy
    report = session.snapshot().gradient_check
    assert 0 < report.progress < 1
    assert not report.done
    StartCheck(1e-3).apply(session)
    assert finish(session)[-1].done


@pytest.mark.parametrize("epsilon", [0.0, -1.0, float("nan"), float("inf")])
def test_a_bad_epsilon_is_refused(make_session, epsilon):
    session = make_session("xor")
    with pytest.raises(ValueError, match="epsilon"):
        StartCheck(epsilon).apply(session)
    with pytest.raises(ValueError, match="unknown mistake"):
        StartCheck(1e-5, "typo").apply(session)
    assert not session.jobs.busy


def test_training_goes_on_beside_it(make_session, state_of):
    session, alone = make_session("spirals"), make_session("spirals")
    StartCheck().apply(session)
    before = session.run.network.parameters.copy()
    while session.jobs.advance(0.003):
        session.step_epoch()
        alone.step_epoch()
    assert state_of(session) == state_of(alone)
    report = session.snapshot().gradient_check
    assert report.check.passed
    session.run.network.parameters[...] = before
    expected = session.run.network.backpropagate(*check_examples(session.run))
    np.testing.assert_array_equal(report.check.parameters[0].analytic, expected.W[0])


def test_it_goes_with_the_network_it_was_about(make_session):
    session = make_session("circles")
    StartCheck().apply(session)
    session.jobs.advance(0.001)
    for command in (SetParameter(1, 0, 0, 0.5), ChangeField("training.learning_rate", 0.5)):
        command.apply(session)
        assert session.jobs.busy
        assert session.snapshot().gradient_check is not None
    ChangeField("network.seed", 9).apply(session)
    assert not session.jobs.busy
    assert session.snapshot().gradient_check is None


def test_it_looks_at_a_mini_batch_but_not_too_many(make_session):
    X, Y = check_examples(make_session("circles").run)
    assert X.shape == (2, 10)
    assert Y.shape == (1, 10)
    X, _ = check_examples(make_session("circles", **{"training.batch_size": 100}).run)
    assert X.shape == (2, MOST_EXAMPLES)


EPSILONS = 10.0 ** -(np.arange(2, 25) / 2)
V = tuple((e, 1e-2 * e * e + 1e-17 / e) for e in EPSILONS)
PLATEAU = tuple((e, 0.1 + 1e-2 * e * e + 1e-17 / e) for e in EPSILONS)
QUADRATIC = tuple((e, 1e-17 / e) for e in EPSILONS)


@pytest.mark.parametrize(
    ("epsilon", "reading"),
    [(1e-1, "truncation"), (1e-3, "truncation"), (1e-5, "bottom"), (1e-7, "rounding"), (1e-12, "rounding")],
)
def test_branches_of_a_v(epsilon, reading):
    assert read_curve(V, epsilon) == reading


def test_a_wrong_derivative_is_a_plateau():
    assert {read_curve(PLATEAU, epsilon) for epsilon in EPSILONS} == {"plateau"}


def test_a_quadratic_cost_has_no_truncation():
    assert read_curve(QUADRATIC, 1e-1) == "bottom"
    assert read_curve(QUADRATIC, 1e-6) == "rounding"
    truncation, rounding = guides(QUADRATIC)
    assert truncation is None
    assert rounding is not None


def test_a_curve_that_has_just_begun_says_nothing():
    assert read_curve(V[:3], 1e-1) is None
    assert guides(V[:3]) == (None, None)


def test_errors_of_zero_and_infinity_are_no_plateau():
    assert read_curve([(e, 0.0) for e in EPSILONS], 1e-5) != "plateau"
    assert read_curve([(e, float("inf") if e > 1e-3 else 1e-17 / e) for e in EPSILONS], 1e-9) == "rounding"


@pytest.mark.parametrize(("index", "slope", "constant"), [(0, 2, 1e-2), (1, -1, 1e-17)])
def test_guides_have_the_slopes_of_theory(index, slope, constant):
    x, y = guides(V)[index]
    assert (y[1] - y[0]) / (x[1] - x[0]) == pytest.approx(slope)
    assert y[0] - slope * x[0] == pytest.approx(np.log10(constant), abs=0.05)
