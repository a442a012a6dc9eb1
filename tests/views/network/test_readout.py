import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect

from playground.views.network.layout import Edge, More, Neuron
from playground.views.network.readout import Line, Reading, ReadoutCard, parameter, parameter_name, read

WHEN = "dW before update 20, W after it"


@pytest.fixture
def snapshot(make_snapshot):
    return make_snapshot("circles", epochs=1)


def with_value(snapshot, layer, row, column, value, gradient):
    """Return the snapshot with another weight and its gradient."""
    W, dW = ([array.copy() for array in arrays] for arrays in (snapshot.W, snapshot.dW))
    W[layer - 1][row, column] = value
    dW[layer - 1][row, column] = gradient
    return replace(snapshot, W=tuple(W), dW=tuple(dW))


def test_names_count_from_one_and_the_last_column_is_the_bias():
    assert parameter_name(2, 2, 0, 4) == "W[2][3,1]"
    assert parameter_name(2, 2, 0, 4, "d") == "dW[2][3,1]"
    assert parameter_name(2, 2, 4, 4) == "b[2][3]"


def test_a_weight_says_its_value_and_its_gradient(snapshot):
    reading = read(with_value(snapshot, 1, 2, 1, 0.4213, -1.3e-4), Edge(1, 2, 1))
    assert reading.title == "x₂ → neuron 3 of layer 1"
    assert [line.sentence for line in reading.lines] == ["W[1][3,2] = 0.4213", "dW[1][3,2] = −1.300e-4", WHEN]


@pytest.mark.parametrize(
    ("l1", "l2", "name"),
    [(0.0, 0.1, "dW + λ₂W"), (0.01, 0.0, "dW + λ₁sign(W)"), (0.01, 0.1, "dW + λ₂W + λ₁sign(W)")],
)
def test_what_an_update_with_penalties_used_has_its_own_name(make_snapshot, l1, l2, name):
    snapshot = make_snapshot("circles", epochs=1, **{"training.l1": l1, "training.l2": l2})
    before = snapshot.W[0] - snapshot.update_W[0]
    np.testing.assert_allclose(snapshot.used_W[0], snapshot.dW[0] + l2 * before + l1 * np.sign(before), atol=1e-12)
    lines = {line.name: line.value for line in read(snapshot, Edge(1, 2, 1)).lines}
    assert list(lines) == ["W[1][3,2]", "dW[1][3,2]", f"({name})", WHEN]
    for shown, exact in (("dW[1][3,2]", snapshot.dW), (f"({name})", snapshot.used_W)):
        assert float(lines[shown].replace("−", "-")) == pytest.approx(exact[0][2, 1], rel=1e-3)
    assert len(read(snapshot, Neuron(1, 2)).lines) == 4  # biases have no penalty


def test_a_gradient_that_was_never_computed_is_no_number(make_snapshot):
    fresh = make_snapshot("circles", epochs=0)
    assert fresh.dW is None
    line = read(fresh, Edge(1, 0, 0)).lines[1]
    assert line.value == "not computed yet"
    assert not line.known


def test_a_neuron_says_its_bias_its_activation_and_its_values(snapshot):
    reading = read(snapshot, Neuron(1, 2))
    values = snapshot.maps.units[1][2]
    assert reading.title == "Neuron 3 of layer 1 · Tanh"
    assert [line.name for line in reading.lines] == ["b[1][3]", "db[1][3]", "db before update 20, b after it", "values"]
    low, high = (float(text.replace("−", "-")) for text in reading.lines[3].value.split(" … "))
    assert low == pytest.approx(values.min(), rel=1e-3)
    assert high == pytest.approx(values.max(), rel=1e-3)
    assert "b[1][3] = " in reading.sentence


def test_a_feature_has_no_parameters(snapshot):
    reading = read(snapshot, Neuron(0, 1))
    assert reading.title == "Feature x₂"
    assert [line.name for line in reading.lines] == ["values"]


def test_a_column_of_a_file_is_called_by_its_name(snapshot):
    named = replace(snapshot, problem_info=replace(snapshot.problem_info, input_names=("width", "height")))
    assert read(named, Neuron(0, 1)).title == "Feature height"


def test_without_maps_the_values_are_not_computed_yet(snapshot):
    assert read(replace(snapshot, maps=None), Neuron(1, 0)).lines[-1] == Line("values", "not computed yet", False, "")


def test_neurons_without_room_are_counted(snapshot):
    assert read(snapshot, More(1)).title == f"{snapshot.problem_info.sizes[1]} neurons in all"


def test_every_parameter_is_found(snapshot):
    for layer, (W, b) in enumerate(zip(snapshot.W, snapshot.b, strict=True), start=1):
        for row in range(W.shape[0]):
            found = [parameter(snapshot.W, snapshot.b, layer, row, column) for column in range(W.shape[1] + 1)]
            assert found == [*W[row], b[row, 0]]


def test_the_card_does_not_shrink_while_its_numbers_move(qtbot):
    card = ReadoutCard()
    qtbot.addWidget(card)
    card.set_reading(Reading("neuron", (Line("b[1][1]", "−0.000123 and longer"),)))
    card.show()
    wide = card.size()
    card.set_reading(Reading("neuron", (Line("b[1][1]", "1"),)))
    assert card.size() == wide
    card.set_reading(Reading("x", (Line("W[1][1,1]", "1"), Line("dW[1][1,1]", "1"))))
    assert card.width() < wide.width()


@pytest.mark.parametrize("x", [0, 150, 299])
@pytest.mark.parametrize("y", [0, 100, 199])
def test_the_card_stays_inside_and_beside_the_mouse(qtbot, x, y):
    card = ReadoutCard()
    qtbot.addWidget(card)
    card.set_reading(Reading("neuron", (Line("b", "1"),)))
    area = QRect(0, 0, 300, 200)
    card.place_near(QPoint(x, y), area)
    assert area.contains(card.geometry())
    assert not card.geometry().contains(QPoint(x, y))


def test_values_that_are_not_finite_do_not_count(snapshot):
    units = [unit.copy() for unit in snapshot.maps.units]
    units[0][0, 0, 0] = np.nan
    units[0][1] = np.inf
    odd = replace(snapshot, maps=replace(snapshot.maps, units=tuple(units)))
    assert "…" in read(odd, Neuron(0, 0)).lines[0].value
    assert read(odd, Neuron(0, 1)).lines[0].value == "none"


def test_a_standardized_feature_says_what_the_network_sees(make_table_snapshot):
    snapshot = make_table_snapshot(3)
    lines = read(snapshot, Neuron(0, 1)).lines
    mean, scale = snapshot.problem_info.input_mean[1, 0], snapshot.problem_info.input_scale[1, 0]
    assert (lines[0].name, lines[0].value) == ("seen as", f"(sensor 2 − {mean:.3g}) / {scale:.3g}")
    assert len(lines) == 2


def test_a_pixel_says_where_it_is_and_its_mean(make_image_snapshot):
    snapshot = make_image_snapshot(3, 4)
    reading = read(snapshot, Neuron(0, 4))
    assert reading.title == "Pixel in row 2, column 1"
    assert reading.lines[0].name == "mean"
    assert float(reading.lines[0].value) == pytest.approx(snapshot.problem_info.train_X[4].mean(), rel=1e-3)
