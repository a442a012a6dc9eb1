"""Groups of runs by a setting: counted by hand."""

import numpy as np
import pytest
from msgspec.structs import replace

from playground.files import override, read_preset
from playground.training import TrainingSession
from playground.training.run_table import EVERY, groupings, groups_of, of_best_and_worst, of_groups, run_rows

RATE = "training.learning_rate"


def runs(*told, base=None):
    """Return a row for each (settings, score); a score of None stands for one that diverged."""
    if base is None:
        (base,) = run_rows(TrainingSession(read_preset("circles")).snapshot())
    return [
        replace(
            base,
            key=("wall", number),
            experiment=override(base.experiment, settings.split()),
            test_score=score,
            test_cost=None if score is None else 1 - score,
            diverged=score is None,
            solved=score is not None and score >= 0.95,
            epoch=30,
        )
        for number, (settings, score) in enumerate(told)
    ]


def rates(solved, of, *, rates=("0.01", "0.3")):
    """Return runs of two rates, with so many of so many seeds that solve it."""
    return runs(
        *(
            (f"{RATE}={rate} network.seed={seed}", 1.0 if seed < good else 0.5)
            for rate, good in zip(rates, solved, strict=True)
            for seed in range(of)
        )
    )


def test_mean_and_spread_are_of_those_that_did_not_diverge():
    told = [("0.3", 0.9, 0), ("0.3", 1.0, 1), ("0.3", 0.8, 2), ("0.3", None, 3), ("0.01", 0.99, 0), ("10", None, 0)]
    rows = runs(*((f"{RATE}={rate} network.seed={seed}", score) for rate, score, seed in told))
    small, middle, large = groups_of(rows, RATE)
    assert [group.value for group in (small, middle, large)] == ["0.01", "0.3", "10"]
    assert (middle.score.mean, middle.score.std) == pytest.approx((0.9, 0.1))
    assert (middle.cost.mean, middle.cost.std) == pytest.approx((0.1, 0.1))
    assert (middle.solved, middle.known, middle.diverged, len(middle.rows)) == (1, 4, 1, 4)
    assert (small.score.mean, small.score.std) == (0.99, None)
    assert (large.score, large.cost, large.solved, large.diverged) == (None, None, 0, 1)
    assert middle.typical is rows[0]
    assert large.typical is rows[5]


def test_what_differs_can_be_grouped_by():
    rows = rates((1, 1), 2)
    assert dict(groupings(rows)) == {"network.seed": "Seed", RATE: "Learning rate"}
    more = runs((f"{RATE}=0.1", 1.0), (f"{RATE}=0.2 training.l2=0.1", 1.0), (f"{RATE}=0.2", 1.0))
    assert list(groupings(more)) == [EVERY, RATE, "training.l2"]
    assert [(group.name, len(group.rows)) for group in groups_of(more, EVERY)] == [
        ("learning rate 0.1, L2 penalty 0", 1),
        ("learning rate 0.2, L2 penalty 0", 1),
        ("learning rate 0.2, L2 penalty 0.1", 1),
    ]
    assert [group.value for group in groups_of(more, "training.batch_size")] == ["10"]


def test_the_run_that_goes_on_is_no_member():
    (now,) = run_rows(TrainingSession(read_preset("circles")).snapshot())
    assert groups_of([now], RATE) == ()
    assert dict(groupings([now])) == {}


def compared(rows, path=RATE):
    one, other = groups_of(rows, path)
    return of_groups(one, other, path)


def test_counts_that_luck_does_not_make_are_told_so():
    what, sure = compared(rates((2, 15), 16))
    assert what.startswith(
        "With learning rate 0.01 against learning rate 0.3: solved 2 of 16 against 15 of 16; score 56.2% ± "
    )
    # 17 of 32: 2·√((1/16 + 1/16)·0.531·0.469) = 0.353, and half a run of 16 each: 0.416; 15/16 − 2/16 = 0.81.
    assert sure == "By luck alone, shares as these differ by up to about 42%: this is more."


def test_counts_that_luck_may_make_are_told_so():
    sure = compared(rates((7, 10), 16))[1]
    assert sure == "By luck alone, shares as these differ by up to about 42%: counts do not tell these apart."
    assert compared(rates((0, 1), 1))[1] == "So few runs may differ by luck alone; take more seeds."


def test_groups_that_differ_in_more_say_nothing_about_one_setting():
    rows = runs(
        *((f"{RATE}=0.01 network.seed={seed}", 1.0) for seed in range(8)),
        *((f"{RATE}=0.3 training.l2=0.1 network.seed={seed}", 0.5) for seed in range(8)),
    )
    assert compared(rows)[1] == ("These groups differ in more: L2 penalty. So what made the difference cannot be told.")
    longer = [replace(row, epoch=60) if row.score == 1 else row for row in rates((8, 0), 8)]
    assert "differ in more: Epochs." in compared(longer)[1]
    balanced = [
        (f"{RATE}={rate} training.l2={l2} network.seed={seed}", 1.0 if rate == "0.3" else 0.5)
        for rate in ("0.01", "0.3")
        for l2 in (0, 0.1)
        for seed in range(8)
    ]
    assert "this is more" in compared(runs(*balanced))[1]


def test_where_it_is_not_known_who_solves_it_nothing_is_said_of_luck():
    rows = [replace(row, solved=None) for row in rates((1, 8), 8)]
    what, sure = compared(rows)
    assert "solved" not in what
    assert sure == "How many solve it is not known of all: luck cannot be told from the setting."


def test_the_best_and_the_worst_group_are_compared():
    rows = [*rates((1, 8), 8), *rates((4, 0), 8, rates=("0.1", "1"))]
    rows += [replace(row, key=("pin", 1)) for row in runs((f"{RATE}=3", 1.0))]  # alone beside groups of eight
    what, sure = of_best_and_worst(groups_of(rows, RATE), RATE)
    assert what.startswith("With learning rate 0.3 against learning rate 1: solved 8 of 8 against 0 of 8")
    # 8 of 16: 2·√((1/8 + 1/8)·0.5·0.5) = 0.5, a quarter more as there are four, and half a run of 8 each.
    assert sure == "By luck alone, the best and the worst of 4 differ by up to about 75%: this is more."


def test_a_run_against_many_is_too_few():
    rows = [*rates((0,), 8, rates=("0.1",)), *rates((1,), 1, rates=("0.3",))]
    assert compared(rows)[1] == "So few runs may differ by luck alone; take more seeds."
    (alone,) = of_best_and_worst(groups_of(rows[:8], RATE), RATE)
    assert alone.startswith("One group alone")


def test_all_diverged_and_hidden_numbers():
    lost = runs(*((f"{RATE}={rate} network.seed={seed}", None) for rate in (1, 3) for seed in range(4)))
    what, _ = compared(lost)
    assert what == "With learning rate 1 against learning rate 3: solved 0 of 4 against 0 of 4; diverged 4 against 4."
    hidden = [replace(row, test_score=np.nan, test_cost=np.nan, solved=None) for row in rates((1, 1), 2)]
    assert [(group.score, group.cost) for group in groups_of(hidden, RATE)] == [(None, None)] * 2
