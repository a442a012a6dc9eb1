import pytest

from playground.views.backprop.position import GIVEN, Position, activity, backward_done, forward_done, updated


def test_what_is_computed_only_grows_until_everything_is(walkthrough):
    before = set()
    inner = {quantity for quantity in walkthrough.arrays if quantity[0].startswith(("g_", "step_"))}
    shown = set(walkthrough.arrays) - inner - {("dA", 0)}
    for index in range(len(walkthrough.phases)):
        position = Position(walkthrough, index)
        known = {quantity for quantity in walkthrough.arrays if position.is_computed(quantity)}
        assert before < known
        assert set(position.phase.result) & known == set(position.phase.result)
        assert set(position.phase.operands) <= known
        before = known
    assert before == shown


def test_at_first_only_what_is_given_and_the_first_result(walkthrough):
    position = Position(walkthrough, 0)
    known = {quantity for quantity in walkthrough.arrays if position.is_computed(quantity)}
    given = {quantity for quantity in walkthrough.arrays if quantity[0] in GIVEN} | {("A", 0), ("A_new", 0)}
    assert known == (given & set(walkthrough.arrays)) | set(position.phase.result)
    assert position.array(("dW", 1)) is None
    assert position.shape(("dW", 1)) == walkthrough.arrays["dW", 1].shape
    assert position.shape(("dW", 99)) is None


def test_costs_are_unknown_until_their_phase(walkthrough):
    last = len(walkthrough.phases) - 1
    names = [phase.name for phase in walkthrough.phases]
    cost = names.index("C")
    assert Position(walkthrough, cost - 1).cost_before is None
    assert Position(walkthrough, cost).cost_before == walkthrough.cost_before
    assert Position(walkthrough, last - 1).cost_after is None
    assert Position(walkthrough, last).cost_after == walkthrough.cost_after


@pytest.mark.parametrize(("wanted", "reached"), [(-5, 0), (3, 3), (10**6, None)])
def test_a_place_beyond_the_ends_is_the_nearest_end(make_walkthrough, wanted, reached):
    position = Position(make_walkthrough()).at(wanted)
    assert position.index == (position.last if reached is None else reached)


def test_every_phase_lights_something_of_the_network(walkthrough):
    layers = len(walkthrough.sizes) - 1
    for index in range(len(walkthrough.phases)):
        doing = activity(Position(walkthrough, index))
        assert doing.column is not None or doing.gap is not None
        assert doing.column is None or 0 <= doing.column <= layers
        assert doing.gap is None or 1 <= doing.gap <= layers


def test_the_way_forward_and_back_is_done_layer_by_layer(walkthrough):
    layers = range(1, len(walkthrough.sizes))
    first, last = Position(walkthrough, 0), Position(walkthrough).at(10**6)
    assert [forward_done(first, layer) for layer in layers] == [layer == 1 for layer in layers]
    assert not any(backward_done(first, layer) or updated(first, layer) for layer in layers)
    assert all(done(last, layer) for layer in layers for done in (forward_done, backward_done, updated))
    back = [
        [backward_done(Position(walkthrough, index), layer) for layer in layers]
        for index in range(len(walkthrough.phases))
    ]
    for done in back:
        assert done == sorted(done)  # the last layers first
