"""The colour of each pinned run, the same in the table and among the curves."""

from playground.views.theme import Theme

OWN = 2
"""The first two class colours are those of the present run's own curves."""


def pin_color(number: int, theme: Theme) -> str:
    """Return the colour of the pin of a number, counted from 1."""
    colors = theme.classes[OWN:]
    return colors[(number - 1) % len(colors)]
