"""What goes wrong in a training session, in one line a student understands."""


class TrainingError(ValueError):
    """An experiment that cannot be trained; its message says what, where and what was expected."""
