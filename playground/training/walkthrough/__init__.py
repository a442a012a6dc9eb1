"""One update of a network from the inside: its phases, its numbers, and how each came about."""
