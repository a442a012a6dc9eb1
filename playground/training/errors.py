"""What goes wrong in a training session, in one line a student understands."""

from playground.messages import RefusalError


class TrainingError(RefusalError):
    """An experiment that cannot be trained; its message says what, where and what was expected."""
