from playground.training.history import history_table


def test_a_row_for_each_epoch(make_session):
    session = make_session("circles")
    session.advance(10, until_epoch=3)
    table = history_table(session.run.history.curves())
    assert list(table) == ["epoch", "train_cost", "test_cost", "penalty", "train_accuracy", "test_accuracy"]
    assert table["epoch"] == [0, 1, 2, 3]
    assert table["train_cost"][-1] == session.snapshot().train_cost
    assert all(isinstance(epoch, int) for epoch in table["epoch"])


def test_what_there_is_not_is_none(make_session):
    table = history_table(make_session("sine", **{"data.train_fraction": 1.0}).run.history.curves())
    assert table["train_accuracy"] == table["test_cost"] == [None]
