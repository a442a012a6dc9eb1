"""What the views in sight ask is answered, and the window knows when."""

from playground.training.queries.results import AskResults


def test_the_window_knows_whether_all_that_is_seen_has_what_it_asked_for(qtbot, window):
    qtbot.waitUntil(lambda: window.is_answered)
    window.show_workspace("results")
    assert not window.is_answered
    qtbot.waitUntil(lambda: window.is_answered)
    assert AskResults() in window.snapshot.answers
