"""What is asked for the views that are seen, and whether a frame answers it."""

from dataclasses import replace

from playground.files import read_preset
from playground.main_window.subscriptions import Subscriptions
from playground.training import TrainingSession
from playground.training.queries.predictions import Predictions
from playground.views.kit.snapshot_view import SnapshotView


class Asking(SnapshotView):
    @property
    def queries(self):
        return frozenset({Predictions()})


def test_a_frame_is_waited_for_until_it_answers_what_is_seen(qtbot):
    posted = []
    subscriptions, view = Subscriptions(posted.append), Asking()
    qtbot.addWidget(view)
    frame = replace(TrainingSession(read_preset("blobs")).snapshot(), answers={})
    subscriptions.adopt(view)
    qtbot.waitUntil(lambda: subscriptions.are_answered(frame))  # it is hidden, and asks nothing
    view.show()
    assert not subscriptions.are_answered(frame)
    qtbot.waitUntil(lambda: bool(posted))
    assert not subscriptions.are_answered(frame)
    assert subscriptions.are_answered(replace(frame, answers={Predictions(): object()}))
