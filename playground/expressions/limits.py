"""How large a typed expression may become before it is refused."""

MAX_CHARACTERS = 10_000
"""Length of the text."""

MAX_NESTING = 50
"""Brackets inside brackets."""

MAX_NODES = 1_000
"""Nodes of one graph: inputs, constants and operations."""

MAX_ELEMENTS = 100_000
"""Numbers in one value: a 316 × 316 matrix."""

MAX_LINSPACE = 10_000
"""Numbers that one ``linspace`` may make: a few characters each time."""

MAX_TOTAL_ELEMENTS = 2_000_000
"""Numbers in all values of one graph together: 16 MB."""
