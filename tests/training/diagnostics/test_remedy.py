"""A remedy carried out in a session: one entry to undo, the same data, trained from the start."""

from playground.training.commands import CarryOut


def test_a_remedy_begins_again_and_runs_and_one_undo_brings_the_run_back(make_session):
    session = make_session("zero_init")
    session.advance(float("inf"), until_epoch=20)
    before = session.snapshot()
    (finding, *_) = before.health.findings
    CarryOut(finding).apply(session)
    assert (session.epoch, session.loop.running) == (0, True)
    assert session.experiment.network.initializer == "xavier"
    assert session.run.examples.dataset is not None
    session.advance(float("inf"), until_epoch=60)
    after = session.snapshot()
    assert [found.name for found in after.health.findings] == ["healthy"]
    assert after.undo_label
    session.pause()
    while session.experiment.network.initializer != "zeros":
        session.undo()
    assert (session.epoch, session.experiment) == (20, before.experiment)


def test_a_remedy_reads_no_data_again(make_session):
    session = make_session("large_targets")
    session.advance(float("inf"), until_epoch=60)
    (finding, *_) = session.snapshot().health.findings
    dataset = session.run.examples.dataset
    CarryOut(finding).apply(session)
    assert session.experiment.standardizes_targets
    assert session.run.examples.dataset is dataset
