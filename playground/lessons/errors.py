"""The one error of this room."""

from playground.messages import RefusalError


class LessonError(RefusalError):
    """A lesson, or an answer, that cannot be used; one line says where, and what was expected."""
