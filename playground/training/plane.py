"""Which two inputs the maps are drawn over, and where the other inputs rest."""

from dataclasses import dataclass

from playground.training.errors import TrainingError


@dataclass(frozen=True)
class Plane:
    """A plane through the input space.

    Attributes
    ----------
    axes
        The numbers of the two inputs that vary, counted from 0; the first runs to the right. Data with a single input
        are drawn over that one.
    example
        The training example whose values the other inputs have; None for the mean of all training examples.
    """

    axes: tuple[int, int] = (0, 1)
    example: int | None = None

    def check(self, n_inputs: int, m: int) -> None:
        """Check that data with so many inputs and training examples have such a plane.

        Raises
        ------
        TrainingError
            If they have not.
        """
        across, up = self.axes
        if n_inputs > 1 and not (0 <= across < n_inputs and 0 <= up < n_inputs and across != up):
            raise TrainingError(
                "axes {across} and {up}, expected two different ones of {n_inputs} inputs",
                across=across + 1,
                up=up + 1,
                n_inputs=n_inputs,
            )
        if self.example is not None and not 0 <= self.example < m:
            raise TrainingError(
                "training example {example}, expected one of {value}", example=self.example + 1, value=m
            )


FIRST_TWO = Plane()
"""The plane of the first two inputs, the others at their mean."""
