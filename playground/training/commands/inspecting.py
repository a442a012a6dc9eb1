"""Looking inside: walkthroughs, checks, landscapes."""

from dataclasses import dataclass

from playground.training.session import TrainingSession


@dataclass(frozen=True)
class StartWalkthrough:
    """Walk through one update from the inside, on a copy: of the next mini-batch, or of one training example."""

    example: int | None = None

    def apply(self, session: TrainingSession) -> None:
        """Make it."""
        session.inspection.walk_through(session.run, self.example)


@dataclass(frozen=True)
class ApplyWalkthrough:
    """Make the update that the walkthrough shows."""

    def apply(self, session: TrainingSession) -> None:
        """Update."""
        session.apply_walkthrough()


@dataclass(frozen=True)
class StartCheck:
    """Check the gradient against central differences, perhaps with one of `MISTAKES` switched on."""

    epsilon: float = 1e-5
    mistake: str | None = None

    def apply(self, session: TrainingSession) -> None:
        """Begin."""
        session.inspection.check(session.run, self.epsilon, self.mistake)


@dataclass(frozen=True)
class CancelJob:
    """Give up long work: ``"check"``, ``"slice"`` or ``"surface"``; what it brought so far stays."""

    kind: str

    def apply(self, session: TrainingSession) -> None:
        """Cancel."""
        session.jobs.cancel(self.kind)


@dataclass(frozen=True)
class StartSlice:
    """Compute the cost against one weight, or a bias: `column` is then the number of weights of the row."""

    layer: int
    row: int
    column: int

    def apply(self, session: TrainingSession) -> None:
        """Begin."""
        from playground.training.landscape import start_slice  # a start of the program needs none of it

        start_slice(session, self.layer, self.row, self.column)


@dataclass(frozen=True)
class StartSurface:
    """Compute the cost over a plane: of two ``"weights"`` (layer, row, column), ``"random"``, ``"trajectory"``.

    `seed` chooses the random directions.
    """

    kind: str
    first: tuple[int, int, int] | None = None
    second: tuple[int, int, int] | None = None
    seed: int = 0

    def apply(self, session: TrainingSession) -> None:
        """Begin."""
        from playground.training.landscape import start_surface

        start_surface(session, self.kind, self.first, self.second, self.seed)
