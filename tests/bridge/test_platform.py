"""The Python binding of Qt itself: combinations of versions that are known to break must not come back."""

import sys

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLabel

CALLS = 1000


class Sender(QObject):
    plain = Signal()
    with_object = Signal(object)

    @Slot()
    def listen(self) -> None:
        pass

    @Slot(object)
    def listen_to_object(self, value: object) -> None:
        pass


def test_no_reference_to_none_is_lost(qtbot):
    """PySide6 6.12.0 drops one with most calls on Python before 3.12, until the interpreter aborts."""
    label, sender = QLabel(), Sender()
    qtbot.addWidget(label)
    sender.plain.connect(sender.listen)
    sender.with_object.connect(sender.listen_to_object)

    def use() -> None:
        for number in range(CALLS):
            label.setText(str(number))
            sender.plain.emit()
            sender.with_object.emit(None)

    use()
    before = sys.getrefcount(None)
    use()
    assert abs(sys.getrefcount(None) - before) < CALLS / 10
