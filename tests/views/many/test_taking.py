from msgspec.structs import replace
from PySide6.QtCore import Qt

from playground.files import read_preset
from playground.messages import Message
from playground.training import TrainingSession
from playground.training.commands import CancelJob
from playground.training.many.taking import KIND, Taking
from playground.views.many.taking import TakingLine


def test_it_says_how_far_it_is_only_while_something_is_taken(qtbot):
    line = TakingLine()
    qtbot.addWidget(line)
    asked = []
    line.command_requested.connect(asked.append)
    snapshot = TrainingSession(read_preset("xor")).snapshot()
    name = Message("Network {number} of the wall", number=4)
    for share, text in ((0.43, "Network 4 of the wall is trained again from its first weights: 43%"), (None, None)):
        line.show_snapshot(replace(snapshot, work={KIND: Taking(name, share)}))
        assert line.isHidden() == (share is None)
        if text is not None:
            assert (line.text.text(), line.progress.value()) == (text, 430)
            qtbot.mouseClick(line.cancel, Qt.MouseButton.LeftButton)
    assert line.isHidden()
    assert asked == [CancelJob(KIND)]
