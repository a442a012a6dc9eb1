"""Hints for a person who sets the weights by hand."""
