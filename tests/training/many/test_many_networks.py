"""Many networks: each is what its experiment makes of it alone, whatever varies and however it ends."""

import math

import numpy as np
import pytest

from playground.files import FileError, override, read_preset
from playground.training import TrainingSession
from playground.training.errors import TrainingError
from playground.training.many import ManyNetworks, Plan, Variation, stack

SMALL = ["data.samples=40", "training.epochs=4", "training.optimizer=sgd"]


def plan(*varied, seeds=2, preset="moons", settings=()):
    experiment = override(read_preset(preset), [*SMALL, *settings])
    return Plan(experiment, tuple(map(Variation.typed, varied)), seeds)


def trained(some_plan, **options):
    many = ManyNetworks(some_plan, **options)
    for _ in many.train():
        pass
    return many


def alone(experiment, epochs=None):
    """Return a session trained as the command line trains it."""
    session = TrainingSession(experiment)
    goal = experiment.training.epochs if epochs is None else epochs
    session.start(("target_cost", "patience"))
    while session.loop.running and session.epoch < goal:
        session.advance(1.0, until_epoch=goal)
    session.pause()
    return session


def assert_each_is_what_it_is_alone(many, epochs=None):
    frame = many.frame()
    experiments = [experiment for _, experiment in many.plan.members()]
    assert len(experiments) == len(frame.members) == many.plan.count
    for number, experiment in enumerate(experiments):
        session = alone(experiment, epochs)
        run = many.run_of(number)
        assert run.experiment == experiment
        np.testing.assert_allclose(run.network.parameters, session.run.network.parameters, rtol=1e-9)
        scores = session.run.scores()
        for name in ("train_cost", "test_cost", "train_accuracy", "test_accuracy"):
            expected = getattr(scores, name)
            assert getattr(frame, name)[number] == pytest.approx(
                math.nan if expected is None else expected, nan_ok=True
            )
        assert frame.epochs[number] == session.epoch
        assert frame.diverged[number] == (session.loop.divergence is not None)


VARIED = [
    ("training.learning_rate=0.003:0.3:3", "network.hidden=[2],[3,4]"),
    ("training.optimizer=momentum,rmsprop,adam", "network.initializer=he,normal"),
    ("network.hidden[0].activation=relu,gelu,sin", "training.l2=0,0.01"),
    ("training.l1=0,0.001", "training.batch_size=3,8"),
    ("training.clip_norm=0,0.1,0.3", "training.optimizer=adamw,sgd"),
    ("training.weight_decay=0,0.01,0.1", "training.optimizer=adamw,sgd"),
    ("training.schedule=constant,cosine,one_cycle", "training.learning_rate=0.01,0.1"),
    ('training.off=[],["1.2"]', 'training.frozen=[],["1"],["1.1","2"]'),
    ("training.dropout=0,0.3", "training.schedule=step"),
    ("data.noise=0,0.3", "data.seed=1,2"),
    ("network.dtype=float32,float64",),
    ("training.cost=binary_cross_entropy,squared_error", "network.output_activation=sigmoid"),
    ("data.train_fraction=0.3,1.0",),
    ('data.features=["x1"],["x1","x2","x1*x2"]',),
    ("training.epochs=1,3",),
    ("data.source=moons,circles",),
]


@pytest.mark.parametrize("varied", VARIED, ids=lambda varied: varied[0].partition("=")[0])
def test_each_network_is_what_it_is_alone_whatever_varies(varied):
    assert_each_is_what_it_is_alone(trained(plan(*varied)))


def test_seeds_may_be_what_varies():
    many = trained(plan("network.seed=3,9", seeds=1))
    assert [member.seed for member in many.members] == [3, 9]
    assert_each_is_what_it_is_alone(many)


def test_numbers_are_predicted_too_and_compared_by_their_cost():
    many = trained(plan("training.learning_rate=0.001,0.01", preset="sine"))
    assert many.frame().score_name == "test_cost"
    assert_each_is_what_it_is_alone(many)


def test_one_that_diverges_stands_at_its_last_finite_state_as_it_does_alone():
    settings = ["network.hidden[0].activation=relu", "network.output_activation=linear", "training.cost=squared_error"]
    many = trained(plan("training.learning_rate=0.001,1000", settings=settings))
    frame = many.frame()
    assert frame.diverged.tolist() == [False, False, True, True]
    assert_each_is_what_it_is_alone(many)
    group = frame.groups[1]
    assert (group.diverged, group.mean, group.best) == (2, None, None)
    assert frame.worst in (0, 1)


def test_stop_rules_stop_each_network_by_itself():
    settings = ["training.target_cost=0.5", "training.epochs=60", "training.optimizer=adam"]
    many = trained(plan("training.learning_rate=0.01,0.1", settings=settings))
    assert_each_is_what_it_is_alone(many)
    assert len(set(many.frame().epochs.tolist())) > 1


@pytest.mark.parametrize("watched", [False, True])
def test_how_it_is_cut_into_slices_changes_nothing(watched):
    whole = trained(plan("training.learning_rate=0.01,0.1"), epochs=7, watched=watched)
    cut = ManyNetworks(plan("training.learning_rate=0.01,0.1"), epochs=7, watched=watched)
    for epoch in (0, 1, 2, 5, 5, 7):
        for _ in cut.train(until_epoch=epoch):
            cut.frame()
        assert cut.epoch == epoch
    for k in range(4):
        np.testing.assert_array_equal(cut.run_of(k).network.parameters, whole.run_of(k).network.parameters)
    assert_each_is_what_it_is_alone(whole, 7)


def test_what_was_left_in_the_middle_of_an_epoch_ends_it_and_is_scored():
    settings = ["training.batch_size=1", "data.samples=400"]
    many = ManyNetworks(plan("network.hidden=[2],[3]", settings=settings), epochs=9, watched=False)
    for _ in many.train():
        if many.updates > 900:
            break
    epoch = many.epoch + 1
    for _ in many.train(epoch):
        pass
    assert many.epoch == epoch
    assert_each_is_what_it_is_alone(many, epoch)


def test_a_network_taken_out_goes_on_where_it_stands_and_brings_its_curve():
    some_plan = plan("training.learning_rate=0.01,0.1", settings=["training.optimizer=adam"])
    many = ManyNetworks(some_plan, epochs=9)
    for _ in many.train(until_epoch=5):
        pass
    run = many.run_of(3)
    session = alone([experiment for _, experiment in some_plan.members()][3], 5)
    assert (run.trainer.epoch, run.trainer.update) == (5, session.update)
    np.testing.assert_allclose(run.history.curves().train_cost, session.run.history.curves().train_cost, rtol=1e-9)
    run.trainer.run_epochs(4)
    for _ in many.train():
        pass
    session.run.trainer.run_epochs(4)
    np.testing.assert_allclose(run.network.parameters, session.run.network.parameters, rtol=1e-9)
    np.testing.assert_allclose(many.run_of(3).network.parameters, run.network.parameters, rtol=1e-9)
    run.network.parameters[...] = run.initial
    np.testing.assert_array_equal(run.network.parameters, TrainingSession(run.experiment).run.network.parameters)


@pytest.mark.parametrize("preset", ["moons", "sine"])
def test_a_frame_shows_answers_curves_and_is_frozen(preset):
    many = trained(plan("training.learning_rate=0.01,0.1", preset=preset))
    frame = many.frame()
    run = many.run_of(1)
    if preset == "moons":
        (low, high), (bottom, top) = frame.domain
        corners = run.examples.normalised(np.array([[low, high, low, high], [bottom, bottom, top, top]]))
        expected = run.network.predict(corners).reshape(-1, 2, 2)
        shown = frame.outputs[1][:, ::23, ::23]
    else:
        ends = run.examples.normalised(np.array([frame.domain[0]]))
        expected = run.examples.output.undone(run.network.predict(ends))
        shown = frame.outputs[1][:, ::63]
    np.testing.assert_allclose(shown, expected, rtol=1e-4, atol=1e-5)
    assert frame.curves.epochs.tolist() == [0, 1, 2, 3, 4]
    np.testing.assert_array_equal(frame.curves.test_cost[:, -1], frame.test_cost)
    for array in (frame.score, frame.epochs, frame.outputs[0], frame.curves.train_cost):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0
    assert frame.updates == 4 * 4 * 2
    assert many.frame(outputs=False).outputs is None


def test_images_have_no_picture_of_what_a_network_answers():
    many = ManyNetworks(plan("training.learning_rate=0.01", preset="digits", settings=["data.train_fraction=0.1"]))
    assert many.frame().outputs is None or many.frame().domain


def test_curves_stay_within_bounds_however_long_it_goes_on():
    many = trained(plan("training.learning_rate=0.1", seeds=1, settings=["data.samples=4"]), epochs=1600)
    epochs = many.frame(outputs=False).curves.epochs
    assert epochs[-1] == 1600
    assert set(np.diff(epochs)) == {16.0}


def test_what_cannot_be_trained_together_is_said_before_anything_is_made():
    with pytest.raises(TrainingError, match="1,000,000 networks, which would take about 47 minutes; at most 10,000"):
        ManyNetworks(plan("training.learning_rate=0.001:1:1000", seeds=1000), epochs=1000)
    with pytest.raises(TrainingError, match=r"at most 256 train at once"):
        ManyNetworks(plan("training.learning_rate=0.001:1:257", seeds=1), most=256)
    with pytest.raises(TrainingError, match=r"need 37.7 GB; at most 2 GB"):
        ManyNetworks(plan("network.seed=1:600:600", seeds=1, settings=["network.hidden=[1024,1024]"]))
    with pytest.raises(FileError, match=r"--vary: training\.cost: cross_entropy needs one output"):
        ManyNetworks(plan("training.cost=cross_entropy"))


def test_small_examples_of_their_own_are_one_stack_and_large_ones_are_several(monkeypatch):
    varied = plan("data.seed=1,2,3")
    assert len(ManyNetworks(varied)._stacks) == 1
    monkeypatch.setattr(stack, "LARGE_BYTES", 0)
    apart = trained(varied)
    assert [len(stack.numbers) for stack in apart._stacks] == [2, 2, 2]
    assert_each_is_what_it_is_alone(apart)
