import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.views.network.layout import Edge, More, Neuron, exists, neighbour

SIZES = (2, 4, 2, 1)


@pytest.mark.parametrize("target", [Neuron(0, 1), Neuron(3, 0), Edge(1, 3, 1), Edge(3, 0, 1), More(2)])
def test_targets_that_a_network_has(target):
    assert exists(target, SIZES)


@pytest.mark.parametrize(
    "target",
    [Neuron(0, 2), Neuron(4, 0), Neuron(-1, 0), Edge(0, 0, 0), Edge(1, 4, 0), Edge(1, 0, 2), Edge(4, 0, 0), More(9)],
)
def test_targets_that_it_does_not_have(target):
    assert not exists(target, SIZES)


def test_an_edge_knows_both_ends():
    assert Edge(2, 1, 3).ends == (Neuron(1, 3), Neuron(2, 1))


def test_neighbours_are_at_the_same_relative_height():
    assert neighbour(Neuron(0, 1), 1, 0, (2, 8)) == Neuron(1, 6)
    assert neighbour(Neuron(1, 6), -1, 0, (2, 8)) == Neuron(0, 1)
    assert neighbour(Neuron(1, 3), 0, 1, SIZES) == Neuron(1, 3)
    assert neighbour(Neuron(3, 0), 1, 0, SIZES) == Neuron(3, 0)


@given(
    sizes=st.lists(st.integers(1, 40), min_size=2, max_size=10),
    steps=st.lists(st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]), max_size=30),
)
def test_walking_never_leaves_the_network(sizes, steps):
    neuron = Neuron(0, 0)
    for step in steps:
        neuron = neighbour(neuron, *step, sizes)
        assert exists(neuron, sizes)
