"""The course: a list of lessons, and the player of the one under way."""
