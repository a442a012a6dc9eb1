"""A person's own data are read in slices beside the training, and then trained on."""

import gzip
import struct

import msgspec
import numpy as np
import pytest

from playground.data import CsvOptions, read_csv
from playground.files import CsvSource, IdxSource, csv_experiment, open_target, override, read_preset
from playground.training import TrainingSession
from playground.training.commands import CancelJob
from playground.training.commands.files import SaveSession, StartImport
from playground.training.import_job import IMPORT, ImportJob, ImportProgress
from playground.training.metrics import r_squared


def rows(m=30_000):
    return "a,b,kind\n" + "".join(f"{i % 97},{i % 31},{'xyz'[i % 3]}\n" for i in range(m))


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(rows())
    return CsvSource(csv=str(path))


@pytest.fixture
def session():
    return TrainingSession(read_preset("circles"))


def finish(session):
    """Work until no job is left; return how many slices it took."""
    slices = 1
    while session.jobs.advance(0.001):
        slices += 1
    return slices


def progress_of(session):
    return session.jobs.result(IMPORT, ImportProgress)


def test_a_job_goes_on_in_slices(session, table):
    job, seen = ImportJob(table), []
    while not job.advance(0.0):
        seen.append(job.result)
    fractions = [progress.fraction for progress in seen]
    assert fractions == sorted(fractions)
    assert len(set(fractions)) > 5
    assert not any(progress.done or progress.problem for progress in seen)
    job.finish(session)
    assert job.result == ImportProgress("mine", table, begins=True, rows=30_000, fraction=1.0, done=True)
    assert job.advance(0.0)


def test_the_session_trains_on_what_was_read(session, table):
    session.start()
    StartImport(table).apply(session)
    before = session.experiment
    session.advance(0.01)  # training goes on beside it
    assert finish(session) > 3
    assert session.experiment != before
    assert session.experiment == csv_experiment(table.csv)
    assert session.run.examples.dataset.X.tobytes() == read_csv(table.csv).X.tobytes()
    assert not session.loop.running
    session.step_epoch()
    assert session.loop.divergence is None
    session.undo()
    session.undo()
    assert session.experiment == before


def test_the_table_is_read_once(session, table, monkeypatch):
    monkeypatch.setattr("playground.training.examples.load", lambda _: pytest.fail("read again"))
    StartImport(table).apply(session)
    finish(session)
    assert session.experiment.data.source == table


def test_images(session, tmp_path):
    pixels = np.random.default_rng(0).integers(0, 256, (40, 4, 4), np.uint8)
    (tmp_path / "images.idx.gz").write_bytes(gzip.compress(struct.pack(">4I", 0x803, 40, 4, 4) + pixels.tobytes()))
    (tmp_path / "labels.idx").write_bytes(struct.pack(">2I", 0x801, 40) + bytes([0, 5, 7, 9] * 10))
    StartImport(IdxSource(idx=str(tmp_path / "images.idx.gz"))).apply(session)
    finish(session)
    problem_info = session.snapshot().problem_info
    assert problem_info.image_shape == (4, 4)
    assert problem_info.classes == ("0", "5", "7", "9")
    assert problem_info.domain == ((0.0, 1.0),) * 16
    assert session.experiment.name == "images"
    session.step_epoch()


def test_an_experiment_takes_other_data(session, table):
    mine = msgspec.structs.replace(read_preset("xor"), name="old")
    StartImport(table, mine).apply(session)
    finish(session)
    experiment = session.experiment
    assert experiment.network.hidden == mine.network.hidden
    assert experiment.training.batch_size == mine.training.batch_size
    assert (experiment.network.output_activation, experiment.training.cost) == ("softmax", "cross_entropy")
    assert experiment.data.features == ("x1", "x2")
    assert (experiment.name, experiment.description) == ("mine", {})
    assert experiment.classes == ("x", "y", "z")


def test_an_experiment_on_these_data_already_is_only_read(session, table):
    mine = csv_experiment(table.csv)
    mine = msgspec.structs.replace(mine, data=msgspec.structs.replace(mine.data, features=("x1*x2", "x2")))
    StartImport(table, mine).apply(session)
    finish(session)
    assert session.experiment == mine


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (rows() + "1,2\n", "mine.csv, line 30002: 2 cells, expected 3"),
        (rows() + "1,two,x\n", "mine.csv, line 30002, column b: 'two' is not a number"),
        (rows() + '"1,2,x\n', "mine.csv, line 30002: a quote is opened and never closed"),
        (
            rows() + "1,,x\n",
            "mine.csv, line 30002, column b: the cell is empty; values are missing in 1",
        ),
        ("a,b\n1,x\n2,x\n", "mine.csv: no column is left to predict from: b is always 'x'"),
        ("", "mine.csv: empty"),
    ],
)
def test_what_cannot_be_read_is_a_problem_and_changes_nothing(session, table, tmp_path, text, problem):
    (tmp_path / "mine.csv").write_text(text)
    before, message = session.experiment, session.loop.message
    StartImport(table).apply(session)
    finish(session)
    assert session.experiment is before
    assert session.loop.message == message
    assert not session.jobs.busy
    progress = progress_of(session)
    assert progress.done
    assert progress.problem.startswith(problem)
    assert "\n" not in progress.problem


def test_what_cannot_be_trained_is_a_problem_too(session, table):
    numbers = msgspec.structs.replace(table, label=("b",), inputs=("a",))
    circles = override(read_preset("circles"), ['data.features=["x1"]'])
    wrong = msgspec.structs.replace(circles, data=msgspec.structs.replace(circles.data, source=numbers))
    before = session.experiment
    StartImport(numbers, wrong).apply(session)
    finish(session)
    assert session.experiment is before
    assert not session.jobs.busy
    progress = progress_of(session)
    assert progress.done
    assert progress.problem.startswith("training.cost: binary_cross_entropy needs values to predict from 0 to 1")


def test_rows_that_lack_a_value_are_told_of(session, tmp_path):
    (tmp_path / "mine.csv").write_text(rows(50) + "NA,1,x\n1,,y\n")
    StartImport(CsvSource(csv=str(tmp_path / "mine.csv"), missing="drop")).apply(session)
    finish(session)
    assert session.run.examples.dataset.m == 50
    assert session.loop.message == "mine: 2 of 52 rows lack a value and were left out."


def test_a_pasted_table(session):
    StartImport(CsvSource(csv="pasted", text=rows(40))).apply(session)
    finish(session)
    assert session.experiment.name == "pasted"
    assert session.run.examples.dataset.m == 40
    session.change(msgspec.structs.replace(session.experiment, data=session.experiment.data))


def test_it_can_be_given_up(session, table):
    before = session.experiment
    StartImport(table).apply(session)
    session.jobs.advance(0.0001)
    CancelJob(IMPORT).apply(session)
    assert not session.jobs.advance(1.0)
    assert session.experiment is before
    assert not progress_of(session).done


def test_a_new_import_takes_the_place_of_one_under_way(session, table):
    StartImport(table).apply(session)
    session.jobs.advance(0.0001)
    StartImport(CsvSource(csv="pasted", text=rows(40))).apply(session)
    finish(session)
    assert session.experiment.name == "pasted"


def test_finishing_twice_loads_once(session):
    job = ImportJob(CsvSource(csv="pasted", text=rows(40)))
    job.finish(session)
    assert session.experiment == read_preset("circles")
    job.advance(10.0)
    job.finish(session)
    loaded = session.run
    job.finish(session)
    assert session.run is loaded


def test_the_options_of_a_source_are_heeded():
    source = CsvSource(csv="pasted", text="x;1;2\ny;3;4,5\nx;?;1\n", header=False, label=("x1",), missing="drop")
    job = ImportJob(source)
    job.advance(10.0)
    assert (job.result.rows, job.result.dropped) == (3, 1)
    options = CsvOptions(labels=("x1",), header=False, missing="drop", text=source.text)
    assert read_csv("pasted", options).X.tolist() == [[1, 3], [2, 4.5]]


def houses():
    """Return a made-up table of areas, rooms and prices from about 80 to 360 thousand."""
    rng = np.random.default_rng(0)
    area, rooms = rng.uniform(40, 180, 200).round(1), rng.integers(1, 7, 200)
    price = 20_000 + 1_400 * area + 12_000 * rooms + 30_000 * np.sin(area / 25) + rng.normal(0, 4_000, 200)
    lines = zip(area.tolist(), rooms.tolist(), price.round().astype(int).tolist(), strict=True)
    return "area,rooms,price\n" + "".join(f"{a},{r},{p}\n" for a, r, p in lines)


def test_prices_are_learned_at_mean_0_and_spread_1_and_kept_in_their_unit(session, tmp_path):
    source = CsvSource(csv="pasted", text=houses())
    StartImport(source).apply(session)
    finish(session)
    session.advance(float("inf"), until_epoch=200)
    run = session.run
    assert run.experiment.data.source == source
    train = run.examples.train
    assert np.allclose([train.Y.mean(), train.Y.std()], [0, 1])
    assert r_squared(train.Y[0], run.network.predict(train.F)[0]) > 0.9
    assert session.snapshot().problem_info.train_Y.min() > 50_000
    path = tmp_path / "houses.playground"
    SaveSession(path).apply(session)
    finish(session)
    opened = open_target(str(path))
    assert opened.experiment.data.source == source
    assert opened.dataset.output_names == ("price",)
    assert opened.model.output_mean.tobytes() == run.examples.output.mean.tobytes()
    assert opened.model.output_scale.tobytes() == run.examples.output.scale.tobytes()
    assert opened.dataset.Y.tobytes() == run.examples.dataset.Y.tobytes()
