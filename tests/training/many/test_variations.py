"""What varies: values and ranges as they are typed, all their combinations, and what is refused."""

import pytest

from playground.files import FileError, read_preset
from playground.training.errors import TrainingError
from playground.training.many import Plan, Variation


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("training.learning_rate=0.003,0.03,0.3", (0.003, 0.03, 0.3)),
        ("training.learning_rate=0.001:1:4", (0.001, 0.01, 0.1, 1.0)),
        ("data.noise=0:1:3", (0.0, 0.5, 1.0)),
        ("training.learning_rate=0.01:1:4", (0.01, 0.0464, 0.215, 1.0)),
        ("training.learning_rate=0.1:0.10002:3", (0.1, 0.10001, 0.10002)),
        ("data.noise=1:1:3", (1.0,)),
        ("training.batch_size=1:64:4", (1, 4, 16, 64)),
        ("network.seed=1:3:5", (1, 2, 3)),
        ("network.hidden=[2],[8, 8]", ([2], [8, 8])),
        ("network.hidden[0].activation = tanh, relu", ("tanh", "relu")),
        ('data.features=["x1"],["x1","sin(x1,x2)"]', (["x1"], ["x1", "sin(x1,x2)"])),
        ("training.l2=.1", (".1",)),
    ],
)
def test_values_are_lists_or_ranges(text, values):
    assert [*Variation.typed(text).values] == [*values]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("training.learning_rate", "KEY=VALUE,VALUE was expected"),
        ("=1,2", "KEY=VALUE,VALUE was expected"),
        ("training.learning_rate=", "no value; type some with commas between them"),
        ("training.learning_rate=0.1,0.1", "0.1 stands there twice"),
        ("training.learning_rate=a:b:3", "two numbers and how many"),
        ("training.learning_rate=0:1:0", "two numbers and how many"),
        ("training.optimizer=1:2:3", "two numbers and how many"),
        ("training.learning_rate=0.1:1:100000", "100,000 values; at most 1,000"),
    ],
)
def test_what_are_no_values_is_said(text, message):
    with pytest.raises(TrainingError, match=message):
        Variation.typed(text)


def test_all_combinations_are_made_with_the_seed_varying_fastest():
    plan = Plan(
        read_preset("moons"), (Variation("training.l2", (0.0, 0.1)), Variation("network.hidden", ([2], [3]))), 2
    )
    members = [member for member, _ in plan.members()]
    assert plan.count == len(members) == 8
    seed = plan.experiment.network.seed
    assert [member.seed for member in members] == [seed, seed + 1] * 4
    assert [member.group for member in members] == [0, 0, 1, 1, 2, 2, 3, 3]
    assert members[2].settings == {"training.l2": 0.0, "network.hidden": [3]}
    assert members[2].values == ("0", "3 tanh")
    assert plan.labels == ("L2 penalty", "Hidden layers")
    for member, experiment in plan.members():
        assert experiment.training.l2 == member.settings["training.l2"]
        assert [layer.units for layer in experiment.network.hidden] == member.settings["network.hidden"]
        assert experiment.network.seed == member.seed


def test_without_anything_varied_the_seeds_alone_are_compared():
    plan = Plan(read_preset("moons"), (), 3)
    assert [member.settings for member, _ in plan.members()] == [{}] * 3


@pytest.mark.parametrize(
    ("variations", "seeds", "message"),
    [
        ([("training.l1", (0,)), ("training.l2", (0,)), ("data.noise", (0,)), ("data.seed", (1,))], 1, "at most 3"),
        ([("training.l1", (0,)), ("training.l1", (1,))], 1, "varies twice"),
        ([("network.seed", (1, 2))], 2, "leave the number of seeds at 1"),
        ([("training.l1", (0,))], 0, "0 seeds; at least 1"),
    ],
)
def test_what_is_no_plan_is_said(variations, seeds, message):
    with pytest.raises(TrainingError, match=message):
        Plan(read_preset("moons"), tuple(Variation(*each) for each in variations), seeds)


def test_no_value_is_said():
    with pytest.raises(TrainingError, match="no value"):
        Variation("training.l1", ())


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("training.speed", 1, r"--vary 'training.speed': no such value"),
        ("training.learning_rate", -1, "learning_rate"),
        ("network.hidden[7].units", 1, "there is no element 7"),
    ],
)
def test_a_setting_that_does_not_exist_or_cannot_be_is_said(key, value, message):
    with pytest.raises(FileError, match=message):
        list(Plan(read_preset("moons"), (Variation(key, (value,)),)).members())
