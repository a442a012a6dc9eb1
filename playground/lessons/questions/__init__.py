"""The kinds of questions: what is asked, how an answer is read and judged, what is said of it."""

from playground.lessons.questions.table import OF_SOME, QUESTIONS, SAYINGS, Verdict, judge, said, wrong_answers
from playground.lessons.questions.tolerance import DIGITS, near
from playground.lessons.questions.typed import read_number

__all__ = [
    "DIGITS",
    "OF_SOME",
    "QUESTIONS",
    "SAYINGS",
    "Verdict",
    "judge",
    "near",
    "read_number",
    "said",
    "wrong_answers",
]
