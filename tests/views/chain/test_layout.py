"""Where the nodes stand."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.views.chain.layout import ROW_GAP, Box, Edge, edges_of, place


def boxes_of(graph: dict[str, str]) -> list[Box]:
    return [Box(name, 60.0, 70.0, tuple(inputs.split())) for name, inputs in graph.items()]


def placed(graph, **gaps):
    return place(boxes_of(graph), gaps, 30.0)


SIGMOID = {"w0": "", "x0": "", "p": "w0 x0", "w1": "", "x1": "", "q": "w1 x1", "r": "p q", "w2": "", "s": "r w2"}


@st.composite
def graphs(draw):
    names = [f"n{i}" for i in range(draw(st.integers(1, 25)))]
    boxes = []
    for i, name in enumerate(names):
        inputs = draw(st.lists(st.sampled_from(names[:i]), max_size=3)) if i else []
        size = draw(st.tuples(st.floats(20, 120), st.floats(20, 90)))
        boxes.append(Box(name, *size, tuple(inputs)))
    return boxes


def test_inputs_stand_right_before_the_gate_that_reads_them():
    columns = placed(SIGMOID).columns
    assert columns == (("w0", "x0", "w1", "x1"), ("p", "q"), ("r", "w2"), ("s",))


def test_the_order_of_a_tree_is_that_of_the_text_and_nothing_crosses():
    layout = placed(SIGMOID)
    assert [layout.centers[name][1] for name in layout.columns[0]] == sorted(
        layout.centers[name][1] for name in layout.columns[0]
    )
    assert not layout.bends


def test_an_edge_that_passes_a_column_bends_there_and_edges_share_the_bends():
    layout = placed({"x": "", "a": "x", "b": "a x", "c": "b x"})
    assert len(layout.bends["x"]) == 2
    assert layout.passed[Edge("x", "b", 1)] == 1
    assert layout.passed[Edge("x", "c", 1)] == 2
    for column, (x, _) in zip(layout.columns[1:], layout.bends["x"], strict=False):
        assert x == layout.centers[column[0]][0]


def test_crossings_that_can_be_avoided_are_avoided():
    layout = placed({"a": "", "b": "", "p": "b", "q": "a", "f": "p q"})
    order = [layout.centers[name][1] for name in ("a", "b", "p", "q")]
    assert (order[0] < order[1]) == (order[3] < order[2])


def test_a_chain_is_a_straight_line():
    layout = placed({"x": "", "a": "x", "b": "a", "c": "b"})
    assert len({y for _, y in layout.centers.values()}) == 1
    assert [x for x, _ in layout.centers.values()] == [30, 120, 210, 300]


def test_more_room_where_it_is_asked_for():
    wide, narrow = placed({"x": "", "a": "x"}, a=80.0), placed({"x": "", "a": "x"})
    assert wide.width == narrow.width + 50


def test_nothing_to_place():
    assert place([], {}, 30.0).columns == ()


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_any_graph(boxes):
    layout = place(boxes, {}, 30.0)
    by_name = {box.name: box for box in boxes}
    assert set(layout.centers) == set(by_name)
    for edge in edges_of(boxes):
        a, b = by_name[edge.source], by_name[edge.target]
        assert layout.centers[edge.source][0] + a.width / 2 + 29 < layout.centers[edge.target][0] - b.width / 2
        bends = layout.bends.get(edge.source, ())[: layout.passed[edge]]
        xs = [layout.centers[edge.source][0], *(x for x, _ in bends), layout.centers[edge.target][0]]
        assert xs == sorted(xs)
    for column in layout.columns:
        for above, below in pairwise(column):
            room = layout.centers[below][1] - layout.centers[above][1]
            assert room >= (by_name[above].height + by_name[below].height) / 2 + ROW_GAP - 1e-6
    for name, (x, y) in layout.centers.items():
        box = by_name[name]
        assert -1e-6 <= x - box.width / 2 <= x + box.width / 2 <= layout.width + 1e-6
        assert -1e-6 <= y - box.height / 2 <= y + box.height / 2 <= layout.height + 1e-6
    assert place(boxes, {}, 30.0) == layout


@pytest.mark.parametrize(
    "graph",
    [
        {"x": "", **{f"a{i}": "x x" if i == 0 else f"a{i - 1} x" for i in range(900)}},
        {**{f"x{i}": "" for i in range(450)}, **{f"a{i}": f"x{i} " + (f"a{i - 1}" if i else "") for i in range(450)}},
        {
            **{f"x{i}": "" for i in range(300)},
            **{f"a{i}": f"x{i} " + (f"a{i - 1}" if i else "") for i in range(300)},
            **{f"b{i}": f"x{i} " + (f"b{i - 1}" if i else "a299") for i in range(300)},
        },
    ],
    ids=["one input everywhere", "an input each", "every edge long"],
)
def test_the_largest_graphs_take_no_time(graph):
    begin = time.perf_counter()
    layout = placed(graph)
    assert time.perf_counter() - begin < 2
    assert len(layout.centers) == len(graph)
