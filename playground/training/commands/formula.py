"""What a person does in the chain-rule workspace, kept with the session."""

from dataclasses import dataclass

from playground.training.formula import Formula
from playground.training.session import TrainingSession


@dataclass(frozen=True)
class KeepFormula:
    """Keep what is typed there."""

    formula: Formula

    def apply(self, session: TrainingSession) -> None:
        """Keep it."""
        session.keep_formula(self.formula)
