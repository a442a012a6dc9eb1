from hypothesis import given
from hypothesis import strategies as st

from playground.views.spaces.header import chosen, fitting

sizes_of = st.lists(st.integers(1, 6), min_size=2, max_size=6)
pairs_of = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=6).map(tuple)


@given(pairs_of, sizes_of)
def test_pairs_always_fit(pairs, sizes):
    fitted = fitting(pairs, sizes)
    assert len(fitted) == len(sizes)
    for (first, second), size in zip(fitted, sizes, strict=True):
        assert max(first, second) < size
        assert first != second or size == 1
    assert fitting(fitted, sizes) == fitted


@given(sizes_of, st.data())
def test_a_choice_never_shows_a_neuron_twice(sizes, data):
    pairs = fitting((), sizes)
    layer = data.draw(st.integers(0, len(sizes) - 1))
    neuron = st.integers(0, sizes[layer] - 1)
    for _ in range(4):
        pair = data.draw(st.tuples(neuron, neuron))
        pairs = chosen(pairs, sizes, layer, pair)
        assert fitting(pairs, sizes) == pairs
        if pair[0] != pair[1]:
            assert pairs[layer] == pair


def test_what_has_a_place_stays():
    assert fitting(((0, 1), (2, 3), (0, 0)), (2, 4, 1)) == ((0, 1), (2, 3), (0, 0))
    assert fitting(((0, 1), (2, 3), (0, 0)), (2, 3, 1)) == ((0, 1), (0, 1), (0, 0))
