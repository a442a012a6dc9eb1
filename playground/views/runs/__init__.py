"""Pinned runs: what differs between them, how they came out, and their curves over the next ones."""
