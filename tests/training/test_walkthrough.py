"""One update from the inside: the engine's own numbers, and training goes on as if nobody had looked."""

import numpy as np
import pytest

from playground.engine import OPTIMIZERS
from playground.files import presets
from playground.training import TrainingError, TrainingSession
from playground.training.commands import ApplyWalkthrough, ChangeField, Load, NewWeights, SetParameter, StartWalkthrough
from playground.training.walkthrough.explain import explain
from playground.training.walkthrough.walk import PHASE_TITLES

ADAM = ["penalty", "V", "S", "V_hat", "S_hat", "update"]
CYCLE = ["Z", "A"] * 3 + ["C"] + ["dA", "dZ", "dW", "db"] * 3 + ADAM * 3 + ["again"] * 3 + ["C_new"]


def walk(session, example=None):
    StartWalkthrough(example).apply(session)
    return session.snapshot().walkthrough


def parameters_of(session):
    return {
        (name, layer): array.copy()
        for name, arrays in (("W_new", session.run.network.W), ("b_new", session.run.network.b))
        for layer, array in enumerate(arrays, start=1)
    }


def assert_shows(walkthrough, parameters):
    for quantity, array in parameters.items():
        np.testing.assert_array_equal(walkthrough.arrays[quantity], array)


def test_there_is_none_until_it_is_asked_for(make_session):
    session = make_session()
    assert session.snapshot().walkthrough is None
    walkthrough = walk(session)
    assert session.snapshot().walkthrough is walkthrough
    assert (walkthrough.number, walkthrough.update, walkthrough.example) == (1, 0, None)
    session.step_batch()
    assert session.snapshot().walkthrough is walkthrough
    again = walk(session)
    assert (again.number, again.update) == (2, 1)


def test_phases_follow_the_cycle_of_document_003(make_session):
    walkthrough = walk(make_session("xor"))
    assert [phase.name for phase in walkthrough.phases] == CYCLE
    layers = [phase.layer for phase in walkthrough.phases]
    down = [layer for layer in (3, 2, 1) for _ in range(4)]  # gradients: from the output layer down
    updates = [layer for layer in (3, 2, 1) for _ in ADAM]  # and so are the updates
    assert layers == [1, 1, 2, 2, 3, 3, 3, *down, *updates, 1, 2, 3, 3]
    directions = [phase.direction for phase in walkthrough.phases]
    assert directions == ["forward"] * 6 + ["cost"] + ["backward"] * 12 + ["update"] * 18 + ["again"] * 4
    assert set(PHASE_TITLES) == {*CYCLE, "clip", "M"}
    assert all(phase.title == PHASE_TITLES[phase.name] for phase in walkthrough.phases)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("l2", [0.0, 0.1])
def test_a_clipped_gradient_is_a_step_of_its_own(make_session, optimizer, l2):
    settings = {"training.optimizer": optimizer, "training.clip_norm": 0.01, "training.l2": l2}
    session = make_session("moons", **settings)
    session.step_epoch()
    walkthrough = walk(session)
    assert "clip" in [phase.name for phase in walkthrough.phases]
    check_order(walkthrough)
    whole = np.concatenate(
        [walkthrough.arrays[name, layer].ravel() for name in ("dW + λ₂W" if l2 else "dW", "db") for layer in (1, 2)]
    )
    assert walkthrough.gradient_norm == pytest.approx(np.linalg.norm(whole), rel=1e-12)
    assert walkthrough.clipping == pytest.approx(0.01 / (walkthrough.gradient_norm + 1e-6), rel=1e-12)
    for layer in (1, 2):
        for name, quantity in (("dW_c", "dW + λ₂W" if l2 else "dW"), ("db_c", "db")):
            expected = walkthrough.clipping * walkthrough.arrays[quantity, layer]
            np.testing.assert_allclose(walkthrough.arrays[name, layer], expected, rtol=1e-9)
    session.step_batch()
    assert_shows(walkthrough, parameters_of(session))


@pytest.mark.parametrize("optimizer", ["sgd", "adamw"])
def test_with_dropout_the_masks_of_the_update_are_shown(make_session, optimizer):
    hidden = '[{"units": 5, "activation": "tanh"}, {"units": 4, "activation": "relu"}]'
    session = make_session(
        "moons", **{"training.optimizer": optimizer, "training.dropout": 0.4, "network.hidden": hidden}
    )
    session.step_epoch()
    walkthrough = walk(session)
    check_order(walkthrough)
    assert [phase.name for phase in walkthrough.phases][:8] == ["Z", "M", "A", "Z", "M", "A", "Z", "A"]
    for layer in (1, 2):
        mask, A, Z = (walkthrough.arrays[name, layer] for name in "MAZ")
        assert set(np.unique(mask)) == {0.0, 1 / 0.6}
        values = np.tanh(Z) if layer == 1 else np.maximum(Z, 0)
        np.testing.assert_allclose(A, mask * values, rtol=1e-12)
        dZ = walkthrough.arrays["dA", layer] * walkthrough.arrays["D", layer]
        np.testing.assert_allclose(walkthrough.arrays["dZ", layer], dZ, rtol=1e-12)
        np.testing.assert_array_equal(walkthrough.arrays["D", layer][mask == 0], 0)
        np.testing.assert_array_equal(walkthrough.arrays["A_new", layer][mask == 0], 0)
    session.step_batch()
    assert_shows(walkthrough, parameters_of(session))
    for layer, dW in enumerate(session.snapshot().dW, start=1):
        np.testing.assert_allclose(walkthrough.arrays["dW", layer], dW, rtol=1e-10)
    assert walk(session, 3).m == 1
    session.apply_walkthrough()


def test_the_rate_shown_is_that_of_the_update(make_session):
    session = make_session("moons", **{"training.schedule": "step", "training.schedule_epochs": 1})
    session.advance(float("inf"), until_epoch=2)
    walkthrough = walk(session)
    assert walkthrough.learning_rate == pytest.approx(0.01 * session.experiment.training.learning_rate)
    session.step_batch()
    assert_shows(walkthrough, parameters_of(session))


@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.id)
def test_every_quantity_is_computed_before_it_is_used(preset):
    check_order(walk(TrainingSession(preset.experiment)))


def check_order(walkthrough):
    last = len(walkthrough.activations)
    known = {("X", 0), ("A", 0), ("A_new", 0), ("Y", last)}
    memory = {name for name, _ in walkthrough.arrays if name[1:] in ("_W", "_b")}
    known |= {(name, layer) for name in ("W", "b", *memory) for layer in range(1, last + 1)}
    for phase in walkthrough.phases:
        assert set(phase.operands) <= known | set(phase.result), phase.title
        assert not set(phase.result) & known, phase.title
        known |= set(phase.result)
        assert phase.formula
        assert phase.shapes
    for quantity in known:
        assert not walkthrough.arrays[quantity].flags.writeable


@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.id)
def test_its_numbers_are_the_engines_own(preset):
    session = TrainingSession(preset.experiment)
    session.advance(float("inf"), until_epoch=1)
    walkthrough, network = walk(session), session.run.network
    last = len(walkthrough.activations)
    gradients = network.backpropagate(walkthrough.arrays["X", 0], walkthrough.arrays["Y", last])
    for layer in range(1, last + 1):
        for name, arrays in (("Z", gradients.Z), ("A", gradients.A), ("dA", gradients.dA), ("dZ", gradients.dZ)):
            np.testing.assert_array_equal(walkthrough.arrays[name, layer], arrays[layer])
        np.testing.assert_array_equal(walkthrough.arrays["dW", layer], gradients.W[layer - 1])
        np.testing.assert_array_equal(walkthrough.arrays["db", layer], gradients.b[layer - 1])
        np.testing.assert_array_equal(walkthrough.arrays["W", layer], network.W[layer - 1])
        three = walkthrough.gradient_forms[layer - 1]
        np.testing.assert_allclose(three.by_outer_product, walkthrough.arrays["dW", layer], rtol=1e-12, atol=1e-15)
        assert three.difference < 1e-13 * max(1.0, np.abs(three.by_paths).max())  # of gradients as large as they are
    assert walkthrough.cost_before == pytest.approx(network.cost(gradients.A[0], walkthrough.arrays["Y", last]))
    session.step_batch()
    assert walkthrough.cost_after == pytest.approx(network.cost(gradients.A[0], walkthrough.arrays["Y", last]))
    assert walkthrough.arrays["C", last].mean() == pytest.approx(walkthrough.cost_before)
    assert_shows(walkthrough, parameters_of(session))


def test_the_error_is_smaller_after_the_update(make_session):
    # Document 003: forward, backward, and forward again.
    walkthrough = walk(make_session("circles", **{"training.optimizer": "sgd", "training.learning_rate": "0.1"}))
    assert walkthrough.cost_after < walkthrough.cost_before


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("penalties", [(0.0, 0.0), (0.01, 0.1)], ids=["plain", "penalties"])
def test_the_update_is_bit_for_bit_the_one_that_training_makes(make_session, optimizer, dtype, penalties):
    changes = {"training.l1": penalties[0], "training.l2": penalties[1]}
    session = make_session("moons", **{"training.optimizer": optimizer, "network.dtype": dtype, **changes})
    session.advance(float("inf"), until_epoch=2)
    for _ in range(session.run.trainer.batches_per_epoch + 2):  # short last batches, and into another epoch
        walkthrough = walk(session)
        session.step_batch()
        assert_shows(walkthrough, parameters_of(session))
        trainer, structure = session.run.trainer, session.run.network.structure
        name = "dW + λ₂W + λ₁sign(W)" if any(penalties) else "dW"
        pairs = zip(*(structure.matrices(flat) for flat in (trainer.gradient, trainer.used_gradient)), strict=True)
        for layer, (gradient, used) in enumerate(pairs, start=1):
            rounding = {"rtol": 1e-5 if dtype == "float32" else 1e-14, "atol": 1e-7 if dtype == "float32" else 1e-16}
            np.testing.assert_allclose(walkthrough.arrays["dW", layer], gradient[:, :-1], **rounding)
            np.testing.assert_allclose(walkthrough.arrays[name, layer], used[:, :-1], **rounding)
            if any(penalties):
                np.testing.assert_array_equal(walkthrough.arrays[name, layer], used[:, :-1])
        assert walkthrough.penalty_after == session.run.trainer.penalty()


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_looking_does_not_disturb_training(make_session, state_of, optimizer):
    watched, alone = (make_session("moons", **{"training.optimizer": optimizer}) for _ in range(2))
    per_epoch = watched.run.trainer.batches_per_epoch
    for number in range(3 * per_epoch):
        walk(watched, None if number % 3 else number)
        for session in (watched, alone):
            session.run.trainer.run_updates(1)
    walk(watched)
    watched.inspection.check(watched.run, 1e-5)
    assert state_of(watched) == state_of(alone)
    for session in (watched, alone):
        session.advance(float("inf"), until_epoch=9)
        session.jobs.advance(0.01)
    assert state_of(watched) == state_of(alone)


def test_looking_at_the_end_of_a_block_does_not_disturb_training(make_session, state_of):
    watched, alone = make_session("xor_points"), make_session("xor_points")
    for _ in range(700):  # blocks of 64 whole epochs
        walk(watched)
        for session in (watched, alone):
            session.run.trainer.run_updates(1)
    assert state_of(watched) == state_of(alone)


@pytest.mark.parametrize("example", [None, 3])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_applying_it_makes_the_update_it_shows(make_session, state_of, optimizer, example):
    session, stepped = (make_session("moons", **{"training.optimizer": optimizer}) for _ in range(2))
    for each in (session, stepped):
        each.advance(float("inf"), until_epoch=2)
    before = state_of(session)
    walkthrough = walk(session, example)
    ApplyWalkthrough().apply(session)
    assert_shows(walkthrough, parameters_of(session))
    snapshot = session.snapshot()
    assert snapshot.undo_label == "Apply update"
    assert snapshot.walkthrough is walkthrough
    assert not snapshot.running
    if example is None:
        stepped.step_batch()
        assert state_of(session) == state_of(stepped)
    else:
        assert walkthrough.m == 1
        np.testing.assert_array_equal(snapshot.update_W[0], walkthrough.arrays["step_W", 1])
        np.testing.assert_allclose(snapshot.dW[0], walkthrough.arrays["dW", 1], rtol=1e-14)
    assert snapshot.update == walkthrough.update + 1
    session.undo()
    assert state_of(session) == before
    session.redo()
    assert_shows(walkthrough, parameters_of(session))
    session.step_back()
    while session.jobs.busy:
        session.jobs.advance(0.1)
    assert session.update == walkthrough.update
    for name, arrays in (("W", session.run.network.W), ("b", session.run.network.b)):
        for layer, array in enumerate(arrays, start=1):
            np.testing.assert_array_equal(array, walkthrough.arrays[name, layer])


def test_an_example_is_one_column_of_the_training_data(make_session):
    session = make_session("circles")
    walkthrough, train = walk(session, 7), session.run.examples.train
    assert (walkthrough.m, walkthrough.example) == (1, 7)
    np.testing.assert_array_equal(walkthrough.arrays["X", 0], train.F[:, 7:8])
    np.testing.assert_array_equal(walkthrough.arrays["Y", 2], train.Y[:, 7:8])


def test_applying_twice_or_late_is_refused(make_session, state_of):
    session = make_session("circles")
    with pytest.raises(TrainingError, match="there is no update to apply"):
        ApplyWalkthrough().apply(session)
    for later in (
        ApplyWalkthrough(),
        SetParameter(1, 0, 0, 0.5),
        ChangeField("training.learning_rate", 0.5),
        ChangeField("training.optimizer", "rmsprop"),
        ChangeField("training.l2", 0.5),
        ChangeField("training.batch_size", 7),
    ):
        walk(session)
        later.apply(session)
        before = state_of(session)
        with pytest.raises(TrainingError, match="have changed since"):
            ApplyWalkthrough().apply(session)
        assert state_of(session) == before


def test_an_update_that_leads_nowhere_is_refused(make_session):
    session = make_session("plane", **{"training.optimizer": "sgd", "training.learning_rate": "10"})
    session.run.network.parameters[...] = 1e200
    walkthrough = walk(session, 0)
    assert not np.isfinite(walkthrough.cost_before)
    assert explain(walkthrough, ("dW", 1), 0, 0).left == "dW[1][1,1]"
    with pytest.raises(TrainingError, match="not finite"):
        ApplyWalkthrough().apply(session)


@pytest.mark.parametrize(("example", "counted"), [(-1, 0), (10_000, 10_001)])
def test_an_example_that_does_not_exist_is_refused(make_session, example, counted):
    session = make_session("circles")
    kept = walk(session)
    with pytest.raises(TrainingError, match=f"there is no training example {counted}; expected 1 to"):
        StartWalkthrough(example).apply(session)
    assert session.snapshot().walkthrough is kept


@pytest.mark.parametrize(
    ("command", "stays"),
    [
        (NewWeights(), False),
        (Load(presets()[0].experiment), False),
        (ChangeField("training.cost", "huber"), False),
        (ChangeField("data.noise", 0.3), False),
        (ChangeField("network.dtype", "float32"), False),
        (ChangeField("training.learning_rate", 0.5), True),
        (SetParameter(1, 0, 0, 0.5), True),
    ],
    ids=lambda value: type(value).__name__,
)
def test_it_goes_with_what_it_was_about(make_session, command, stays):
    session = make_session("circles")
    walk(session)
    command.apply(session)
    assert (session.snapshot().walkthrough is not None) is stays


def test_formulas_carry_the_layer_and_come_from_the_tables(make_session):
    session = make_session("three_spirals", **{"training.optimizer": "sgd", "training.l2": "0.1"})
    formulas = {(phase.name, phase.layer): phase.formula for phase in walk(session).phases}
    assert formulas["Z", 2] == r"Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]}"
    assert formulas["A", 1].startswith(r"A^{[1]} = g(Z^{[1]}), \quad g(z) = ")
    assert formulas["dA", 3] == r"dA^{[3]} = -\frac{Y}{A^{[3]}}"
    assert formulas["dZ", 3].startswith(r"dZ^{[3]} = J^{\top} dA^{[3]} = A^{[3]} - Y, \quad ")
    assert r"\odot g'(Z^{[2]})" in formulas["dZ", 2]
    assert formulas["penalty", 1] == r"dW^{[1]} + \lambda_2 W^{[1]}"
    assert formulas["update", 1].startswith(
        r"W^{[1]} \leftarrow W^{[1]} - \alpha\, \left(dW^{[1]} + \lambda_2 W^{[1]}\right), \quad b^{[1]} \leftarrow"
    )
    plain = walk(make_session("circles", **{"training.optimizer": "sgd"})).phases
    update = next(phase.formula for phase in plain if phase.name == "update")
    assert update == (
        r"W^{[2]} \leftarrow W^{[2]} - \alpha\, dW^{[2]}, \quad b^{[2]} \leftarrow b^{[2]} - \alpha\, db^{[2]}"
    )


def test_shapes_are_those_of_the_arrays(make_session):
    walkthrough = walk(make_session("xor"))
    shapes = {(phase.name, phase.layer): phase.shapes for phase in walkthrough.phases}
    assert shapes["Z", 1] == "(4×10) = (4×2) (2×10) + (4×1)"
    assert shapes["dW", 3] == "(1×4) = (1×10) (10×4) / 10"
    assert shapes["db", 3] == "(1×1) = Σ (1×10) / 10"


def test_the_jacobian_of_softmax_is_one_example_s(make_session):
    shapes = {(phase.name, phase.layer): phase.shapes for phase in walk(make_session("blobs")).phases}
    assert shapes["dZ", 2] == "(4×1) = (4×4) (4×1) = (4×1) − (4×1)"


def test_a_sum_of_terms_is_bracketed_once_where_it_is_squared(make_session):
    walkthrough = walk(make_session("circles", **{"training.optimizer": "rmsprop", "training.l2": 0.01}))
    formula = next(phase.formula for phase in walkthrough.phases if phase.name == "S" and phase.layer == 1)
    assert r"0.01\,\left(dW^{[1]} + \lambda_2 W^{[1]}\right)^2" in formula
    assert r"0.01\,\left(db^{[1]}\right)^2" in formula
