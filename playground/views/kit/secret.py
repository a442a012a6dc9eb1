"""What a view says in the place of what a person is to find."""

from playground.messages import Message
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated

SECRET = Message("Hidden until the question is answered.")


def why_none(snapshot: Snapshot | None, field: str, sentence: str) -> str:
    """Return why a field of a frame is empty: it would tell what is hidden, or else a sentence of the view's own."""
    return translated(SECRET) if snapshot is not None and field in snapshot.withheld else sentence
