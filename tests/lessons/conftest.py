import json

import pytest

from playground.files import read_preset
from playground.lessons.decode import decode_lesson
from playground.training import TrainingSession
from playground.training.commands.files import SaveSession


def lesson_of(*steps, **changes):
    """A lesson on the network of `by_hand`; each step a dict, its id and text as usual where it names none."""
    raw = {
        "schema_version": 1,
        "id": "made",
        "title": {"en": "Made", "ko": "만든 것"},
        "start": {"preset": "by_hand", "example": 1},
        "steps": [{"id": f"s{index}", "text": {"en": "Look."}, **step} for index, step in enumerate(steps)],
        **changes,
    }
    return decode_lesson(json.dumps(raw).encode(), "made.json")


def saved(session, path):
    """Write a session's file at once."""
    SaveSession(path).apply(session)
    while session.jobs.advance(0.1):
        pass
    assert session.snapshot().work["save"].problem == ""


@pytest.fixture
def session():
    return TrainingSession(read_preset("by_hand"))
