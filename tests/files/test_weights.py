import json
import pickle

import msgspec
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from playground.files import FileError, override, read_weights, write_weights
from playground.files import weights as module
from playground.files.weights import SCALINGS


def arrays_of(path) -> dict:
    with np.load(path) as file:
        return dict(file)


def altered(path, **changes):
    """Save the arrays of a valid file with some replaced, or left out (None)."""
    arrays = {**arrays_of(path), **changes}
    np.savez(path, **{key: array for key, array in arrays.items() if array is not None})
    return path


def refused(path) -> str:
    with pytest.raises(FileError) as caught:
        read_weights(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert len(message.splitlines()) == 1
    return message.removeprefix(f"{path}: ")


@pytest.fixture
def path(tmp_path, model):
    return write_weights(tmp_path / "xor.npz", model)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("hidden", ["[]", "[4]", "[3,5,2]", "[1,1,1,1,1,1,1,1]"])
def test_weights_round_trip_bit_for_bit(tmp_path, experiment, make_model, dtype, hidden):
    model = make_model(override(experiment, [f"network.dtype={dtype}", f"network.hidden={hidden}"]))
    read = read_weights(write_weights(tmp_path / "a", model))
    assert read.experiment == model.experiment
    assert read.arrays.keys() == model.arrays.keys()
    for key, array in model.arrays.items():
        np.testing.assert_array_equal(read.arrays[key], array)
        assert read.arrays[key].dtype == array.dtype


def test_numpy_with_its_defaults_finds_what_the_format_promises(path, model, raw):
    arrays = arrays_of(path)
    assert set(arrays) == {"W1", "W2", "b1", "b2", *SCALINGS, "experiment"}
    assert [arrays[key].shape for key in ("W1", "b1", "W2", "b2")] == [(4, 2), (4, 1), (1, 4), (1, 1)]
    assert arrays["input_mean"].shape == arrays["input_scale"].shape == (2, 1)
    assert arrays["output_mean"].shape == arrays["output_scale"].shape == (1, 1)
    assert arrays["experiment"].shape == ()
    assert json.loads(str(arrays["experiment"])) == raw
    assert all(arrays[key].flags.c_contiguous for key in arrays)


def test_views_into_larger_parameters_are_saved_as_arrays_of_their_own(tmp_path, model):
    block = np.asfortranarray(np.hstack([model.W[0], model.b[0]]))
    views = replace(model, W=(block[:, :-1], model.W[1]), b=(block[:, -1:], model.b[1]))
    read = read_weights(write_weights(tmp_path / "a", views))
    np.testing.assert_array_equal(read.W[0], model.W[0])
    np.testing.assert_array_equal(read.b[0], model.b[0])


@pytest.mark.parametrize(
    ("name", "written"), [("x", "x.npz"), ("x.npz", "x.npz"), ("x.v2", "x.v2.npz"), ("X.NPZ", "X.NPZ")]
)
def test_the_ending_is_added_where_it_lacks(tmp_path, model, name, written):
    assert write_weights(tmp_path / name, model) == tmp_path / written
    assert [entry.name for entry in tmp_path.iterdir()] == [written]


def test_the_same_model_makes_the_same_bytes(tmp_path, model):
    first, second = write_weights(tmp_path / "a", model), write_weights(tmp_path / "b", model)
    assert first.read_bytes() == second.read_bytes()


def test_a_csv_file_is_named_relative_to_the_weights(tmp_path, experiment, make_model):
    source = json.dumps({"csv": str(tmp_path / "a.csv")})
    model = make_model(override(experiment, [f"data.source={source}"]), outputs=3)
    model = replace(model, experiment=msgspec.structs.replace(model.experiment, classes=("a", "b", "c")))
    path = write_weights(tmp_path / "a", model)
    assert json.loads(str(arrays_of(path)["experiment"]))["data"]["source"]["csv"] == "a.csv"
    assert read_weights(path).experiment == model.experiment


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("key", ["W", "b"])
def test_nothing_that_is_not_finite_is_written_or_read(path, model, key, value):
    before = path.read_bytes()
    broken = [array.copy() for array in getattr(model, key)]
    broken[0][2, 0] = value
    with pytest.raises(FileError, match=rf"{key}1\[2, 0\]: NaN or infinite"):
        write_weights(path, replace(model, **{key: tuple(broken)}))
    assert path.read_bytes() == before
    assert refused(altered(path, **{f"{key}1": broken[0]})).startswith(f"{key}1[2, 0]: NaN or infinite")


def test_a_model_whose_arrays_do_not_belong_together_is_not_written(tmp_path, model):
    for broken in (
        replace(model, W=model.W[:1]),
        replace(model, b=model.b[::-1]),
        replace(model, W=(model.W[0].T, model.W[1])),
        replace(model, W=tuple(W.astype(np.float32) for W in model.W)),
        replace(model, input_scale=np.zeros((2, 1))),
    ):
        with pytest.raises(FileError, match=r"a\.npz: "):
            write_weights(tmp_path / "a", broken)
    assert [entry.name for entry in tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"W1": None}, "the array 'W1' is missing; its experiment needs W1, W2, b1, b2, input_mean, input_scale"),
        ({"b2": None}, "the array 'b2' is missing"),
        ({"input_scale": None}, "the array 'input_scale' is missing"),
        ({"experiment": None}, "no weights of this program: the array 'experiment' is missing (found 'W1'"),
        ({"W3": np.zeros((1, 1))}, "'W3' is no array of its experiment"),
        ({"W1": np.zeros((4, 3))}, "W1: shape (4, 3); its experiment needs (4, 2)"),
        ({"W1": np.zeros((2, 4))}, "W1: shape (2, 4)"),
        ({"b1": np.zeros(4)}, "b1: shape (4,); its experiment needs (4, 1)"),
        ({"W2": np.zeros((2, 4))}, "W2: shape (2, 4); its experiment needs (1, 4)"),
        ({"W2": np.array(1.0)}, "W2: shape ()"),
        ({"W1": np.zeros((4, 2), np.float32)}, "W1: type float32; float64 was expected"),
        ({"W1": np.zeros((4, 2), int)}, "W1: type int64; float64 was expected"),
        ({"W1": np.zeros((4, 2), complex)}, "W1: type complex128"),
        ({"W1": np.full((4, 2), "a")}, "W1: type <U1"),
        ({"W1": np.array([[{}] * 2] * 4)}, "W1: holds Python objects"),
        ({"input_mean": np.zeros((3, 1))}, "input_mean: shape (3, 1)"),
        ({"input_scale": np.zeros((2, 1))}, "input_scale: numbers above zero"),
        ({"input_scale": np.zeros((2, 1), int)}, "input_scale: type int64; float32 or float64"),
        ({"experiment": np.array("{}")}, "experiment: schema_version: missing"),
        ({"experiment": np.array(b"{}")}, "experiment: |S2 of shape (); one text"),
        ({"experiment": np.array(["{}"])}, "experiment: <U2 of shape (1,); one text"),
        ({"experiment": np.array(3.0)}, "experiment: float64 of shape (); one text"),
        ({"experiment": np.array("\ud800")}, "experiment: damaged"),
    ],
)
def test_arrays_that_do_not_belong_together(path, changes, message):
    assert refused(altered(path, **changes)).startswith(message)


def test_an_experiment_with_another_network_than_the_arrays(path, raw):
    raw["network"]["hidden"][0]["units"] = 1000
    assert refused(altered(path, experiment=np.array(json.dumps(raw)))).startswith("W1: shape (4, 2)")
    raw["network"]["hidden"] = []
    assert refused(altered(path, experiment=np.array(json.dumps(raw)))).startswith("'W2' is no array")
    raw["data"]["source"] = {"csv": "a.csv"}
    raw["network"]["hidden"] = [{"units": 4, "activation": "tanh"}]
    changes = {"W2": np.zeros((1001, 4)), "experiment": np.array(json.dumps(raw))}
    assert refused(altered(path, **changes)).startswith("W2: (1001, 4) for 1 to 1000 outputs")


def test_files_that_are_something_else(tmp_path, path):
    for name, data in {
        "empty": b"",
        "text": b'{"schema_version": 1}',
        "pickle": pickle.dumps({"W1": [1, 2, 3]}),
        "array": path.read_bytes()[100:],
        "cut": path.read_bytes()[:-100],
    }.items():
        (tmp_path / f"{name}.npz").write_bytes(data)
        refused(tmp_path / f"{name}.npz")
    np.savez(tmp_path / "foreign.npz", x=np.zeros(3), y=np.zeros(3))
    assert "no weights of this program" in refused(tmp_path / "foreign.npz")
    assert refused(tmp_path).startswith("it is a folder")
    assert refused(tmp_path / "missing.npz").startswith("no such file")


def test_a_file_larger_than_any_network(tmp_path, path, monkeypatch):
    monkeypatch.setattr(module, "MAX_FILE", 1000)
    assert refused(path).startswith("larger than")


@given(data=st.data())
@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
def test_any_damage_is_a_model_or_one_clear_error(data, path):
    buffer = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(buffer)))
        buffer[start : start + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
    survives(path, bytes(buffer))


@pytest.mark.parametrize("where", ["PK\x01\x02", "PK\x05\x06", "PK\x03\x04", "NUMPY"])
def test_any_damaged_byte_of_a_header_is_a_model_or_one_clear_error(path, where):
    whole = path.read_bytes()
    start = whole.index(where.encode())
    for place in range(start, min(start + 60, len(whole))):
        for value in (0, 1, 9, 0x7F, 0xFF):
            survives(path, whole[:place] + bytes([value]) + whole[place + 1 :])


def survives(path, data: bytes) -> None:
    copy = path.with_name("damaged.npz")
    copy.write_bytes(data)
    try:
        read_weights(copy)
    except FileError as error:
        message = str(error)
    else:
        return
    assert message.startswith(str(copy))
    assert len(message.splitlines()) == 1
