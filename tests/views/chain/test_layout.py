"""Where the nodes stand."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.views.chain.layout import MOST_BENDS, ROW_GAP, SWEEPS, Box, Edge, edges_of, place, separate, width_of


def boxes_of(graph: dict[str, str]) -> list[Box]:
    return [Box(name, 60.0, 70.0, tuple(inputs.split())) for name, inputs in graph.items()]


def placed(graph):
    return place(boxes_of(graph), 30.0)


def names_of(layout):
    return tuple(column.names for column in layout.columns)


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
    assert names_of(placed(SIGMOID)) == (("w0", "x0", "w1", "x1"), ("p", "q"), ("r", "w2"), ("s",))


def test_the_order_of_a_tree_is_that_of_the_text_and_nothing_crosses():
    layout = placed(SIGMOID)
    assert [layout.centers[name][1] for name in layout.columns[0].names] == sorted(
        layout.centers[name][1] for name in layout.columns[0].names
    )
    assert not layout.bends


def test_an_edge_that_passes_a_column_bends_there_and_edges_share_the_bends():
    layout = placed({"x": "", "a": "x", "b": "a x", "c": "b x"})
    assert len(layout.bends["x"]) == 2
    assert layout.passed[Edge("x", "b", 1)] == 1
    assert layout.passed[Edge("x", "c", 1)] == 2
    assert layout.column_of == {"x": 0, "a": 1, "b": 2, "c": 3}


def test_crossings_that_can_be_avoided_are_avoided():
    layout = placed({"a": "", "b": "", "p": "b", "q": "a", "f": "p q"})
    order = [layout.centers[name][1] for name in ("a", "b", "p", "q")]
    assert (order[0] < order[1]) == (order[3] < order[2])


def test_a_chain_is_a_straight_line():
    layout = placed({"x": "", "a": "x", "b": "a", "c": "b"})
    assert len({y for _, y in layout.centers.values()}) == 1
    assert [x for x, _ in layout.centers.values()] == [30, 120, 210, 300]


def test_more_room_where_it_is_asked_for():
    narrow = [Box("x", 60.0, 70.0), Box("a", 60.0, 70.0, ("x",))]
    wide = [Box("x", 60.0, 70.0, after=20.0), Box("a", 60.0, 70.0, ("x",), before=50.0)]
    assert place(wide, 30.0).width == place(narrow, 30.0).width + 70
    for column in place(wide, 30.0).columns:
        assert column.right - column.left >= 60 + 20


def test_a_layout_spreads_into_a_room_and_keeps_its_order():
    layout = placed(SIGMOID)
    spread = layout.spread(10.0, 2.0)
    assert spread.width == layout.width + 3 * 10
    assert spread.height == 2 * layout.height
    assert names_of(spread) == names_of(layout)
    for name, (x, y) in layout.centers.items():
        assert spread.centers[name] == (x + 10 * layout.column_of[name], 2 * y)


def test_nothing_to_place():
    assert place([], 30.0).columns == ()


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_any_graph(boxes):
    layout = place(boxes, 30.0)
    by_name = {box.name: box for box in boxes}
    assert set(layout.centers) == set(by_name)
    for edge in edges_of(boxes):
        a, b = by_name[edge.source], by_name[edge.target]
        assert layout.centers[edge.source][0] + a.width / 2 + 29 < layout.centers[edge.target][0] - b.width / 2
        assert layout.passed[edge] <= layout.column_of[edge.target] - layout.column_of[edge.source] - 1
    for left, right in pairwise(layout.columns):
        assert left.right + 29 < right.left
    for column in layout.columns:
        for above, below in pairwise(column.names):
            room = layout.centers[below][1] - layout.centers[above][1]
            assert room >= (by_name[above].height + by_name[below].height) / 2 + ROW_GAP - 1e-6
    for name, (x, y) in layout.centers.items():
        box = by_name[name]
        assert -1e-6 <= x - box.width / 2 <= x + box.width / 2 <= layout.width + 1e-6
        assert -1e-6 <= y - box.height / 2 <= y + box.height / 2 <= layout.height + 1e-6
    assert place(boxes, 30.0) == layout
    assert width_of(boxes, 30.0) == pytest.approx(layout.width)


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
def test_the_largest_graphs_take_work_in_proportion(graph, monkeypatch):
    """No loop over pairs: so many slots are moved as there are nodes and bends, a few times each."""
    moved = []

    def counting(column, *arguments):
        moved.append(len(column))
        return separate(column, *arguments)

    monkeypatch.setattr("playground.views.chain.layout.separate", counting)
    layout = placed(graph)
    assert len(layout.centers) == len(graph)
    bends = sum(map(len, layout.bends.values()))
    assert bends <= MOST_BENDS
    assert sum(moved) == (SWEEPS + 1) * (len(graph) + bends)
