"""Questions that views ask of a run: what they know of it beyond the usual frame, computed only while it is shown."""

from playground.training.questions.question import Asked, Question, Questions

__all__ = ["Asked", "Question", "Questions"]
