"""What is looked at: questions of the views, and the plane that the maps are drawn over."""

from dataclasses import dataclass

from playground.training.plane import Plane
from playground.training.questions import Question
from playground.training.session import TrainingSession


@dataclass(frozen=True)
class Ask:
    """Answer these questions with every frame from now on, and no others."""

    questions: frozenset[Question]

    def apply(self, session: TrainingSession) -> None:
        """Ask."""
        session.observer.questions.ask(self.questions)


@dataclass(frozen=True)
class ShowPlane:
    """Draw the maps over other inputs, or with the others resting elsewhere."""

    plane: Plane

    def apply(self, session: TrainingSession) -> None:
        """Choose."""
        session.show_plane(self.plane)
