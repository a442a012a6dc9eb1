"""What is saved and opened again goes on to the last bit as if it had never stopped."""

import hashlib
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from msgspec import structs

from playground.engine import OPTIMIZERS
from playground.files import (
    CsvSource,
    IdxSource,
    LayerSettings,
    PointsSource,
    folder,
    open_target,
    override,
    read_preset,
)
from playground.files.sessions.document import StateEntry
from playground.files.sessions.session_file import read_session
from playground.messages import Language, in_language, read_catalog
from playground.training import TrainingError, TrainingSession
from playground.training.commands import (
    ChangeField,
    KeepFormula,
    LoadPin,
    MoveTo,
    NewSample,
    PinRun,
    Reset,
    Scrub,
    SetParameter,
    SetSpeedLimit,
    SetTimelineBudget,
    ShowSlice,
    StepBack,
    StepBatch,
    Undo,
)
from playground.training.commands.files import SaveSession
from playground.training.formula import NO_FORMULA, Formula
from playground.training.input_slice import InputSlice
from playground.training.saved.encode import Encoder
from playground.training.saved.jobs import read_memory


def save(session: TrainingSession, path: Path) -> Path:
    SaveSession(path).apply(session)
    while session.jobs.advance(0.01):
        pass
    assert session.snapshot().work["save"].problem == ""
    return path


def reopened(session: TrainingSession, folder: Path) -> TrainingSession:
    return TrainingSession.from_memory(read_memory(str(save(session, folder / "mine.playground"))))


def test_how_a_table_was_read_is_still_said_in_either_language(tmp_path):
    table = tmp_path / "mine.csv"
    rows = "".join(f"{n};{n * 3 % 7},5;{n % 4};{'uvw'[n % 3]}\n" for n in range(30))
    table.write_bytes(("번호;a;b;species\n" + rows).encode("cp949"))
    found = open_target(str(table))
    session = TrainingSession(found.experiment, dataset=found.dataset)
    before = session.snapshot().problem_info.notes
    assert len(before) >= 3
    after = reopened(session, tmp_path).snapshot().problem_info.notes
    catalog = read_catalog(folder("resources") / "translations" / "playground_ko.ts")
    korean = Language("ko", lambda text: catalog.get(text, text))
    assert after == before
    assert [in_language(note, korean) for note in after] == [in_language(note, korean) for note in before]
    assert "뺀 열 번호" in " ".join(in_language(note, korean) for note in after)


def train(session: TrainingSession, updates: int) -> None:
    for _ in range(updates):
        StepBatch().apply(session)


def epochs(session: TrainingSession, count: int) -> None:
    session.start(())
    session.advance(float("inf"), until_epoch=session.epoch + count)
    session.pause()


@pytest.fixture
def assert_the_same(state_of):
    """Check that two sessions are the same to the last bit, pins included."""

    def check(one: TrainingSession, other: TrainingSession) -> None:
        first, second = state_of(one), state_of(other)
        for key in first:
            assert first[key] == second[key], key
        mine, others = one.memory(), other.memory()
        assert (mine.speed_limit, mine.input_slice, mine.next_pin) == (
            others.speed_limit,
            others.input_slice,
            others.next_pin,
        )
        assert (mine.run.tip is None) == (others.run.tip is None)
        for pin, its in zip(mine.pins, others.pins, strict=True):
            assert (pin.train_r2, pin.test_r2) == (its.train_r2, its.test_r2)
            for mapped, its_mapped in zip(pin.portrait.maps.units, its.portrait.maps.units, strict=True):
                np.testing.assert_array_equal(mapped, its_mapped)
            assert (pin.number, pin.name, pin.experiment, pin.update) == (
                its.number,
                its.name,
                its.experiment,
                its.update,
            )
            assert pin.train_cost == its.train_cost
            assert pin.curves.same_costs(its.curves)
            updates = [[record.update for record in each.memory.records] for each in (pin, its)]
            assert updates[0] == updates[1]
            assert pin.memory.state.trainer.parameters.tobytes() == its.memory.state.trainer.parameters.tobytes()

    return check


@pytest.mark.parametrize("batch_size", [1, 7, 10_000])
@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_training_goes_on_to_the_last_bit(make_session, tmp_path, assert_the_same, optimizer, dtype, batch_size):
    settings = {
        "training.optimizer": optimizer,
        "network.dtype": dtype,
        "training.batch_size": batch_size,
        "data.samples": 60,
        "training.learning_rate": 0.01,
    }
    session = make_session("spirals", **settings)
    epochs(session, 2)
    train(session, 5)  # in the middle of an epoch, where there is one
    again = reopened(session, tmp_path)
    assert_the_same(session, again)
    for each in (session, again):
        train(each, 11)
        epochs(each, 2)
    assert_the_same(session, again)


COMMANDS = {
    "scrub": [Scrub(2)],
    "scrub and go on": [Scrub(2), StepBatch()],
    "step back": [StepBack()],
    "weights typed": [SetParameter(1, 0, 0, 0.25), StepBatch()],
    "a layer more": [ChangeField("network.hidden", (LayerSettings(4, "tanh"), LayerSettings(3, "relu"))), StepBatch()],
    "a layer more, scrubbed": [ChangeField("network.hidden", (LayerSettings(3, "relu"),)), StepBatch(), Scrub(1)],
    "another cost": [ChangeField("training.cost", "huber"), StepBatch()],
    "other data": [NewSample(), StepBatch()],
    "other settings": [
        ChangeField("training.l2", 0.01),
        StepBatch(),
        ChangeField("training.batch_size", 3),
        StepBatch(),
    ],
    "pins": [PinRun("one"), StepBatch(), PinRun("two"), ChangeField("network.seed", 5), StepBatch(), LoadPin(1)],
    "reset": [Reset(), StepBatch()],
    "undo": [SetParameter(1, 0, 0, 0.25), Undo()],
    "pace and plane": [SetSpeedLimit("epochs_5"), ShowSlice(InputSlice((1, 0), 3))],
    "a small timeline": [SetTimelineBudget(2**20)],
    "drawn": [ChangeField("data.source", PointsSource(points=((0.5, 1, 0), (2, -1.5, 1), (1 / 3, 2, 2)), classes=4))],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_edits_go_on_to_the_last_bit(make_session, tmp_path, assert_the_same, name):
    session = make_session("circles", **{"data.samples": 40})
    epochs(session, 4)
    for command in COMMANDS[name]:
        command.apply(session)
    again = reopened(session, tmp_path)
    assert_the_same(session, again)
    for command in (StepBatch(), Scrub(1), StepBack(), StepBatch(), StepBatch()):
        for each in (session, again):
            command.apply(each)
            while each.jobs.advance(1.0):
                pass
    epochs(session, 2)
    epochs(again, 2)
    assert_the_same(session, again)


def test_what_is_shared_stays_shared(make_session, tmp_path):
    session = make_session("circles")
    epochs(session, 5)
    PinRun("a").apply(session)
    epochs(session, 3)
    memory = reopened(session, tmp_path).memory()
    records = memory.run.records
    assert len({id(record.examples) for record in records}) == 1
    assert len({id(record.experiment) for record in records}) == 1
    assert memory.pins[0].memory.records[2] is records[2]
    assert memory.run.records.n_bytes == session.timeline.records.n_bytes


def test_one_table_for_all_states_of_a_shape(make_session, tmp_path):
    session = make_session("circles")
    epochs(session, 30)
    with np.load(save(session, tmp_path / "a.playground")) as npz:
        assert len(npz.files) < 20
        widths = [npz[name].shape[1] for name in npz.files if name.startswith("rows_")]
    assert widths.count(session.run.network.parameters.size) == 1


def test_a_table_needs_no_file_any_more(tmp_path, assert_the_same):
    path = tmp_path / "flowers.csv"
    rows = [f"{i % 5},{i * i % 7},{'red' if i % 3 else 'blue'}" for i in range(40)]
    path.write_text("a,b,kind\n" + "\n".join(rows))
    found = open_target(str(path))
    session = TrainingSession(found.experiment, dataset=found.dataset)
    epochs(session, 3)
    saved = save(session, tmp_path / "mine.playground")
    path.unlink()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    saved = saved.rename(elsewhere / "mine.playground")
    again = TrainingSession.from_memory(read_memory(str(saved)))
    problem_info = again.snapshot().problem_info
    assert (problem_info.classes, problem_info.input_names) == (("blue", "red"), ("a", "b"))
    source = again.experiment.data.source
    assert isinstance(source, CsvSource)
    assert source.csv == str(elsewhere / "flowers.csv")  # both can move together
    epochs(session, 2)
    epochs(again, 2)
    assert session.run.network.parameters.tobytes() == again.run.network.parameters.tobytes()
    target = open_target(str(saved))
    assert target.dataset.classes == ("blue", "red")
    assert target.model.experiment.columns == ("a", "b")
    ChangeField("data.train_fraction", 0.6).apply(again)
    StepBatch().apply(again)


@pytest.mark.parametrize("levels", [2, 17, 256])
def test_images_are_kept_as_bytes(tmp_path, assert_the_same, levels):
    rng = np.random.default_rng(0)
    images = rng.integers(0, levels, (30, 4, 5), np.uint8)
    head = bytes([0, 0, 8, 3]) + b"".join(n.to_bytes(4, "big") for n in images.shape)
    (tmp_path / "x-images-idx3-ubyte").write_bytes(head + images.tobytes())
    labels = (np.arange(30) % 3).astype(np.uint8)
    (tmp_path / "x-labels-idx1-ubyte").write_bytes(bytes([0, 0, 8, 1, 0, 0, 0, 30]) + labels.tobytes())
    found = open_target(str(tmp_path / "x-images-idx3-ubyte"))
    session = TrainingSession(found.experiment, dataset=found.dataset)
    epochs(session, 2)
    path = save(session, tmp_path / "mine.playground")
    with np.load(path) as npz:
        assert any(npz[name].dtype == np.uint8 and npz[name].shape == (30, 20) for name in npz.files)
    again = TrainingSession.from_memory(read_memory(str(path)))
    assert isinstance(again.experiment.data.source, IdxSource)
    assert again.snapshot().problem_info.image_shape == (4, 5)
    assert again.snapshot().problem_info.train_X.max() == 1
    assert_the_same(session, again)


def test_the_network_of_a_session_is_that_of_a_weights_file(make_session, tmp_path):
    session = make_session("three_spirals")
    epochs(session, 3)
    path = save(session, tmp_path / "a.playground")
    model, own = read_session(path).model, session.run.model()
    for key, array in own.arrays.items():
        assert model.arrays[key].tobytes() == array.tobytes()
    assert model.experiment == own.experiment


def test_the_same_session_is_the_same_file(make_session, tmp_path):
    session = make_session("circles")
    epochs(session, 2)
    first = save(session, tmp_path / "a.playground").read_bytes()
    assert save(session, tmp_path / "b.playground").read_bytes() == first
    again = TrainingSession.from_memory(read_memory(str(tmp_path / "a.playground")))
    assert save(again, tmp_path / "c.playground").read_bytes() == first


def test_saving_changes_nothing_and_takes_the_moment_it_was_asked_for(make_session, tmp_path, assert_the_same):
    one, other = make_session("circles"), make_session("circles")
    for each in (one, other):
        epochs(each, 2)
    before = TrainingSession.from_memory(one.memory())
    SaveSession(tmp_path / "a.playground").apply(one)
    MoveTo(np.zeros_like(one.run.network.parameters)).apply(one)
    while one.jobs.advance(1e-6):
        train(one, 1)
    again = TrainingSession.from_memory(read_memory(str(tmp_path / "a.playground")))
    assert_the_same(before, again)
    assert_the_same(other, again)


GOING_ON = """
import hashlib, sys
from playground.training import TrainingError, TrainingSession
from playground.training.saved.encode import Encoder
from playground.training.saved.jobs import read_memory
session = TrainingSession.from_memory(read_memory(sys.argv[1]))
session.start(())
session.advance(float("inf"), until_epoch=12)
run = session.run
state = run.trainer.state()
digest = hashlib.sha256()
for array in (state.parameters, state.moments, state.step, state.gradient, run.history.points):
    digest.update(array.tobytes())
for record in session.timeline.records:
    digest.update(record.state.parameters.tobytes())
print(digest.hexdigest())
"""


def test_another_process_goes_on_to_the_last_bit(tmp_path):
    experiment = override(read_preset("spirals"), ["training.batch_size=16", "training.optimizer=nesterov"])
    session = TrainingSession(experiment)
    epochs(session, 3)
    train(session, 4)
    path = save(session, tmp_path / "a.playground")
    session.start(())
    session.advance(float("inf"), until_epoch=12)
    state, digest = session.run.trainer.state(), hashlib.sha256()
    for array in (state.parameters, state.moments, state.step, state.gradient, session.run.history.points):
        digest.update(array.tobytes())
    for record in session.timeline.records:
        digest.update(record.state.parameters.tobytes())
    told = subprocess.run([sys.executable, "-c", GOING_ON, str(path)], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == digest.hexdigest()


FORMULA = Formula(
    text="s = w*x\nL = 1/(1 + exp(-s))\n# 뜻: a note, and a mistake: (",
    values=(("w", "pi/4"), ("x", "linspace(-1, 1, 4096)")),
    folds=(("fold", "L"), ("unfold", "s")),
)


def test_the_formula_of_the_chain_rule_is_saved_as_it_was_typed(tmp_path):
    session = TrainingSession(read_preset("xor"))
    before = session.changes
    assert session.snapshot().formula is NO_FORMULA
    KeepFormula(FORMULA).apply(session)
    assert session.changes > before
    assert session.snapshot().formula is FORMULA
    again = reopened(session, tmp_path)
    assert again.formula == FORMULA
    assert again.snapshot().formula == FORMULA


def test_a_session_without_a_formula_opens_without_one_and_undo_brings_the_other_back(tmp_path):
    path = save(TrainingSession(read_preset("xor")), tmp_path / "bare.playground")
    session = TrainingSession(read_preset("circles"))
    KeepFormula(FORMULA).apply(session)
    session.restore(read_memory(str(path)))
    assert session.formula is NO_FORMULA
    Undo().apply(session)
    assert session.formula is FORMULA


@pytest.mark.parametrize(
    "formula",
    [
        Formula(text="x" * 10_001),
        Formula(values=(("x", "1" * 10_001),)),
        Formula(values=(("x", "1"),) * 1_001),
        Formula(folds=(("fold", "x"),) * 1_001),
        Formula(title="x" * 201),
    ],
)
def test_a_formula_beyond_all_measure_is_refused_and_changes_nothing(formula):
    session = TrainingSession(read_preset("xor"))
    before = session.changes
    with pytest.raises(TrainingError, match="at most 10000 characters and 1000 values"):
        KeepFormula(formula).apply(session)
    assert (session.formula, session.changes) == (NO_FORMULA, before)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_the_gradient_of_the_cost_is_kept_beside_what_an_update_with_penalties_used(make_session, tmp_path, optimizer):
    session = make_session("circles", **{"training.optimizer": optimizer, "training.l1": 0.01, "training.l2": 0.1})
    epochs(session, 2)
    opened = TrainingSession.from_memory(read_memory(save(session, tmp_path / "a.playground")))
    for one, other in zip(
        (session.snapshot().dW, session.snapshot().used_W),
        (opened.snapshot().dW, opened.snapshot().used_W),
        strict=True,
    ):
        assert all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))
    assert not np.array_equal(session.snapshot().dW[0], session.snapshot().used_W[0])


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_a_session_from_before_that_shows_the_gradient_of_the_cost_too(make_session, tmp_path, monkeypatch, optimizer):
    session = make_session("circles", **{"training.optimizer": optimizer, "training.l1": 0.01, "training.l2": 0.1})
    epochs(session, 2)

    entry_of = Encoder._entry

    def older(self, kind, thing, **told):
        entry = entry_of(self, kind, thing, **told)
        return structs.replace(entry, cost_gradient=None) if kind is StateEntry else entry

    monkeypatch.setattr(Encoder, "_entry", older)
    opened = TrainingSession.from_memory(read_memory(save(session, tmp_path / "a.playground")))
    for a, b in zip(session.snapshot().dW, opened.snapshot().dW, strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-9, atol=1e-12)
    for a, b in zip(session.snapshot().used_W, opened.snapshot().used_W, strict=True):
        np.testing.assert_array_equal(a, b)
