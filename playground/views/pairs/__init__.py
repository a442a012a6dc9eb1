"""Contrasting pairs: two networks with one difference, side by side."""
