"""``playground train`` stops where the experiment's target cost or patience says so, and tells."""

from playground.cli.training_loop import train
from playground.files import override, read_preset
from playground.training import TrainingSession

IDLE = ("--set", "training.learning_rate=0")


def test_patience(run):
    result = run("train", "circles", "--epochs", 200, "--set", "training.patience=7", *IDLE, "--json")
    assert result.code == 0
    assert (result.json["epochs"], result.json["updates"], result.json["diverged"]) == (7, 140, False)


def test_target(run):
    result = run("train", "circles", "--epochs", 2000, "--set", "training.target_cost=0.1", "--json").json
    assert result["epochs"] < 2000
    assert result["train_cost"] <= 0.1


def test_it_says_why_and_writes_what_it_has(run, here):
    result = run("train", "circles", "--epochs", 200, "--set", "training.patience=7", *IDLE, "--export", "w")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[0].startswith("Circles: 7 epochs, 140 updates")
    assert lines[2].startswith("  Stopped: no new low of the test cost for 7 epochs; the lowest was ")
    assert (here / "w.npz").exists()


def test_without_rules_every_epoch_is_made_and_nothing_is_said(run):
    result = run("train", "circles", "--epochs", 30, *IDLE)
    assert result.out.startswith("Circles: 30 epochs")
    assert "Stopped" not in result.out


def test_the_number_of_epochs_is_said_on_the_command_line(run):
    rules = ("--set", "training.stop_at_epochs=true", "--set", "training.epochs=5")
    assert run("train", "circles", "--epochs", 12, *rules, "--json").json["epochs"] == 12
    assert run("train", "circles", *rules, "--json").json["epochs"] == 5


def test_who_watches_sees_the_end():
    session = TrainingSession(override(read_preset("circles"), ["training.patience=6", "training.learning_rate=0"]))
    seen = []
    outcome = train(session, 100, watch=lambda session: seen.append(session.epoch), stops=[2, 4, 50, 100])
    assert seen == [2, 4, 6]
    assert outcome.is_complete
    assert outcome.stopped
    assert not session.loop.running
